"""Workbooks and lists on their way in: kept for whoever uploaded them; one that is stamped secret
is not kept at all.
"""

from django.db import transaction

from thenchot.catalogue.list_import.headings import refuse_secret
from thenchot.organisation.models import Unit
from thenchot.platform.files import BadFile
from thenchot.platform.files.kinds import SHEETS
from thenchot.platform.files.models import StoredFile
from thenchot.platform.files.services import store
from thenchot.platform.office.excel.worksheets import BadSheet
from thenchot.platform.scope.actor import NotVisible, require

MAX_MB = 10
LISTS = SHEETS | {"txt"}  # what a .csv is by its content


@transaction.atomic
def keep_list(actor, *, unit: Unit, permission: str, upload, allowed=SHEETS) -> StoredFile:
    """Raises `BadFile`."""
    require(actor, permission, unit.path)
    content = upload.read()
    upload.seek(0)
    try:
        refuse_secret(content)
    except BadSheet as secret:
        raise BadFile(secret.message_vi) from secret
    return store(actor, upload, unit_path=unit.path, allowed=allowed, max_mb=MAX_MB)


def kept_list(actor, file_id: int) -> StoredFile:
    """Only for whoever uploaded it."""
    file = StoredFile.objects.filter(pk=file_id, uploaded_by=actor.account_id).first()
    if file is None:
        raise NotVisible
    return file

"""The privacy notice, read once by each account."""

from django.db import transaction

from thenchot.people.models import NoticeRead
from thenchot.platform.audit.trail import record

NOTICE_VERSION = 1


@transaction.atomic
def read_notice(actor) -> None:
    """The account has read the privacy notice of today."""
    _kept, is_new = NoticeRead.objects.get_or_create(
        account_id=actor.account_id, version=NOTICE_VERSION
    )
    if is_new:
        record(actor, "notice_read", subject=_kept, version=NOTICE_VERSION)


def has_read_notice(actor) -> bool:
    return NoticeRead.objects.filter(account_id=actor.account_id, version=NOTICE_VERSION).exists()

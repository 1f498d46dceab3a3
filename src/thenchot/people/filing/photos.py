"""The photo of a file, 4 by 6 centimetres, on its page and on the printed forms."""

import io

from django.db import transaction
from PIL import Image

from thenchot.people.access import EDIT
from thenchot.people.former import keep_former
from thenchot.people.models import Person
from thenchot.people.queries import place_of
from thenchot.people.services import lock_person, require_over
from thenchot.platform.audit.trail import record
from thenchot.platform.files import BadFile
from thenchot.platform.files.services import read_stored, store

PHOTOS = {"jpg", "png"}
MAX_MB = 5
LEAST = 200  # pixels across: less is no picture to print


@transaction.atomic
def set_photo(actor, *, person_id: int, file) -> Person:
    """From now on this is the photo; the one of before stays among the former values."""
    person = lock_person(actor, person_id)
    require_over(actor, EDIT, person)
    path = place_of(person)
    kept = store(actor, file, unit_path=path, allowed=PHOTOS, max_mb=MAX_MB)
    _check(read_stored(kept))
    keep_former(actor, person, person, {"photo_id": kept.pk})
    person.photo = kept
    person.save(update_fields=["photo"])
    record(actor, "photo_set", subject=person, unit_path=path, file=kept.pk)
    return person


def photo_of(person: Person) -> bytes | None:
    return read_stored(person.photo) if person.photo_id else None


def _check(content: bytes) -> None:
    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.verify()
            width, height = picture.size
    except (OSError, SyntaxError, ValueError) as error:
        raise BadFile("Không mở được ảnh: lưu lại thành .jpg rồi tải lên.") from error
    if min(width, height) < LEAST:
        raise BadFile(f"Ảnh nhỏ quá ({width} × {height} điểm): cần ít nhất {LEAST} điểm mỗi chiều.")

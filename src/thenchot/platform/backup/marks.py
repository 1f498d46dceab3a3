"""Which keys the data were written with, kept with the data themselves: other keys under the same
names are noticed before anything is read or written by them.
"""

from django.core.management.base import CommandError
from django.db import connections

from thenchot.platform.backup.models import KeyMark
from thenchot.platform.clock import real_now
from thenchot.platform.keys.fingerprints import differing, fingerprints, other_keys

WHAT = "Dữ liệu ở đây"


class OtherKeys(RuntimeError):
    """The ring is not the one of the data; the sentence tells which keys are needed."""


def known() -> dict[str, str]:
    return dict(KeyMark.objects.order_by("pk").values_list("key", "mark"))


def complaint() -> str:
    """The sentence when the keys here are not those of the data, else nothing."""
    marks = known()
    return other_keys(marks, WHAT) if differing(marks) else ""


def remember() -> None:
    """Write down the keys of the ring; OtherKeys when the data know others."""
    if words := complaint():
        raise OtherKeys(words)
    marks, at = known(), real_now()
    KeyMark.objects.bulk_create(
        KeyMark(key=name, mark=mark, since=at)
        for name, mark in fingerprints().items()
        if name not in marks
    )


def remember_after_migrating(using: str, **_) -> None:
    if KeyMark._meta.db_table not in connections[using].introspection.table_names():
        return
    try:
        remember()
    except OtherKeys as refusal:
        raise CommandError(str(refusal)) from refusal

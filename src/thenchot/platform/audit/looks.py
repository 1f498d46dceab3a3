"""The log of who looked at what grows without a chain, so that looking stays cheap; each hour an
event seals what came since: how many, up to which number, and a keyed digest over all of them.
"""

import hashlib
import hmac
from collections.abc import Iterator
from datetime import UTC
from types import SimpleNamespace

from django.db import transaction

from thenchot.platform import keys
from thenchot.platform.audit.models import Event, Read
from thenchot.platform.audit.trail import record
from thenchot.platform.audit.triggers import lost
from thenchot.platform.scope.actor import SYSTEM

NAME = "reads_sealed"
SUBJECT = SimpleNamespace(pk="", _meta=Read._meta)


@transaction.atomic
def seal() -> int:
    """How many looks the new event seals; none is written when nobody looked."""
    first = _sealed_up_to() + 1
    count, last, digest = _summed(first, None, keys.current_id())
    if count:
        facts: dict = {"first": first, "last": last, "count": count, "digest": digest}
        record(SYSTEM, "reads_sealed", subject=SUBJECT, **facts)
    return count


def _sealed_up_to() -> int:
    facts = Event.objects.filter(name=NAME).order_by("-seq").values_list("facts", flat=True)
    return max((one["last"] for one in facts[:1]), default=0)


def _summed(first: int, last: int | None, key_id: str) -> tuple[int, int, str]:
    rows = Read.objects.filter(pk__gte=first).order_by("pk")
    rows = rows if last is None else rows.filter(pk__lte=last)
    total = hmac.new(keys.ring().derive("audit-reads", key_id), digestmod=hashlib.sha256)
    count, end = 0, first - 1
    fields = ("pk", "at", "account_id", "subject_type", "subject_id", "page")
    for pk, at, *rest in rows.values_list(*fields).iterator(chunk_size=2_000):
        total.update(repr([pk, at.astimezone(UTC).isoformat(), *rest]).encode())
        count, end = count + 1, pk
    return count, end, total.hexdigest()[:32]


def complaints() -> Iterator[str]:
    """A sentence for each stretch of the log that is not as it was sealed, and for looks that are
    gone since.
    """
    for event in Event.objects.filter(name=NAME).order_by("seq").iterator():
        facts = event.facts
        count, _last, digest = _summed(facts["first"], facts["last"], event.key_id)
        if count != facts["count"]:
            yield (
                f"lượt xem số {facts['first']}–{facts['last']}: đã niêm {facts['count']}, nay có "
                f"{count}"
            )
        elif digest != facts["digest"]:
            yield f"lượt xem số {facts['first']}–{facts['last']} đã bị sửa ngoài hệ thống"
    if gone := lost(Read._meta.db_table):
        yield f"{gone} lượt xem dữ liệu đã bị xóa"

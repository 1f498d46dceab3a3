"""Walk the chain from the first event to the last, and hold it against the heads exported day by
day.
"""

from dataclasses import dataclass

from thenchot.platform.audit.heads import Head
from thenchot.platform.audit.models import Event
from thenchot.platform.audit.trail import GENESIS, mac_of


@dataclass(frozen=True)
class Verdict:
    """`bad_seq` is the first event that does not fit, None when all do."""

    count: int
    head: Head | None
    bad_seq: int | None = None
    reason: str = ""

    @property
    def is_whole(self) -> bool:
        return self.bad_seq is None


def verify(exported=()) -> Verdict:
    """`exported`: heads written outside the data; they show what was cut off at the end or
    rewritten as a whole.
    """
    previous, seq, expected = GENESIS, 0, {head.seq: head for head in exported}
    for event in Event.objects.order_by("seq").iterator(chunk_size=2000):
        reason = _wrong(event, seq + 1, previous, expected.pop(event.seq, None))
        if reason:
            return Verdict(seq, _head(seq, previous), min(event.seq, seq + 1), reason)
        seq, previous = event.seq, event.mac
    missing = min(expected, default=None)
    if missing is not None:
        reason = (
            f"sự kiện số {missing} đã từng có (xuất ngày {expected[missing].day}) nhưng nay "
            f"không còn"
        )
        return Verdict(seq, _head(seq, previous), seq + 1, reason)
    return Verdict(seq, _head(seq, previous))


def _wrong(event, seq, previous, exported):
    if event.seq != seq:
        return f"thiếu sự kiện số {seq}"
    try:
        fits = mac_of(event, previous) == event.mac
    except KeyError:
        return f"không có khóa {event.key_id}"
    if not fits:
        return "nội dung đã bị sửa, hoặc sự kiện trước nó bị thay"
    if exported is not None and exported.mac != event.mac:
        return f"khác với mốc đã xuất ngày {exported.day}: chuỗi bị viết lại"
    return ""


def _head(seq, mac):
    return Head("", seq, mac) if seq else None

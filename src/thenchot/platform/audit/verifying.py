"""Walk the chain from the first event to the last, hold it against the heads exported hour by hour,
and the rows that count against the marks that the events left of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from django.contrib.auth import get_user_model

from thenchot.platform.audit import heads as head_files
from thenchot.platform.audit import looks, triggers
from thenchot.platform.audit.heads import Head
from thenchot.platform.audit.models import Event
from thenchot.platform.audit.trail import GENESIS, mac_of
from thenchot.platform.audit.watching import Remembered
from thenchot.platform.clock import ZONE, real_now

HEADS_LATE = timedelta(hours=26)


@dataclass(frozen=True)
class Verdict:
    """`bad_seq` is the first event that does not fit, None when all do."""

    count: int
    head: Head | None
    bad_seq: int | None = None
    reason: str = ""
    remembered: Remembered = field(default_factory=Remembered, compare=False, repr=False)

    @property
    def is_whole(self) -> bool:
        return self.bad_seq is None


@dataclass(frozen=True)
class Examined:
    """The chain and all around it. `wrong`: somebody was at it; `missing`: what would show it is
    not there.
    """

    verdict: Verdict
    wrong: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        return self.verdict.is_whole and not self.wrong


def examine(path: Path | None = None) -> Examined:
    """Everything that tells of hands at the trail or at the rows that count. `path`: a file of
    heads kept elsewhere.
    """
    found = head_files.read(path)
    verdict = verify(found.heads)
    wrong = [
        *(f"thiếu lớp chặn sửa, xóa {name}" for name in triggers.missing()),
        *_cut_off(verdict),
        *(f"dòng {number} của tệp mốc không đọc được" for number in found.unread),
        *looks.complaints(),
    ]
    if verdict.is_whole:
        wrong += verdict.remembered.complaints()
    return Examined(verdict, tuple(wrong), tuple(_heads_missing(verdict, found.heads)))


def verify(exported: Iterable[Head] = ()) -> Verdict:
    """`exported`: heads written outside the data; they show what was cut off at the end or
    rewritten as a whole.
    """
    previous, seq, remembered = GENESIS, 0, Remembered()
    expected = {head.seq: head for head in exported}
    for event in Event.objects.order_by("seq").iterator(chunk_size=2000):
        reason = _wrong(event, seq + 1, previous, expected.pop(event.seq, None))
        if reason:
            return Verdict(seq, _head(seq, previous), min(event.seq, seq + 1), reason)
        seq, previous = event.seq, event.mac
        remembered.take(event)
    missing = min(expected, default=None)
    if missing is not None:
        reason = (
            f"sự kiện số {missing} đã từng có (xuất ngày {expected[missing].day}) nhưng nay "
            f"không còn"
        )
        return Verdict(seq, _head(seq, previous), seq + 1, reason)
    return Verdict(seq, _head(seq, previous), remembered=remembered)


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


def _cut_off(verdict: Verdict) -> Iterable[str]:
    """Without a head: the database counted what was written, and an installation that somebody can
    sign in to has events.
    """
    if gone := triggers.lost(Event._meta.db_table):
        yield f"{gone} sự kiện đã ghi nay không còn"
    elif not verdict.count and get_user_model().objects.exists():
        yield "nhật ký trống trong khi hệ thống đã có tài khoản: mọi sự kiện đã bị xóa"


def _heads_missing(verdict: Verdict, heads: Sequence[Head]) -> Iterable[str]:
    if not verdict.count:
        return
    if not heads:
        yield "chưa có mốc nào được xuất ra ngoài: phần cuối bị cắt sẽ không ai thấy"
        return
    last = max(head.at.replace(tzinfo=head.at.tzinfo or ZONE) for head in heads)
    if real_now() - last > HEADS_LATE:
        yield f"mốc mới nhất đã cũ ({last:%d/%m/%Y}): “thenchot run_due” có được gọi định kỳ?"


def _head(seq, mac):
    return Head("", seq, mac) if seq else None

"""When a round may be opened, answered, prolonged and closed; whether an answer is complete."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from thenchot.feedback.rules.counting import Measure
from thenchot.kernel.decision import Decision, Reason, no

MOST_PEOPLE, MOST_INVITATIONS, LONGEST = 300, 40_000, 90  # of one round; days


def may_open(*, starts_on: date, cut_off: date, closes_on: date, on: date) -> Decision:
    reasons = []
    if starts_on > on:
        reasons.append(Reason("sides.future", "Kỳ này chưa bắt đầu."))
    if cut_off > on:
        reasons.append(Reason("sides.cut_off", "Ngày chốt danh sách không được sau hôm nay."))
    return _all([*reasons, *_of_last_day(closes_on, on)])


def may_prolong(*, is_closed: bool, closes_on: date, on: date) -> Decision:
    return _closed() if is_closed else _all(_of_last_day(closes_on, on))


def may_be_this_large(people: int, invitations: int) -> Decision:
    if not people:
        return no(
            "sides.nobody",
            "Không có ai trong đơn vị thuộc bộ tiêu chí này vào ngày chốt danh sách.",
        )
    if people > MOST_PEOPLE or invitations > MOST_INVITATIONS:
        return no(
            "sides.large",
            (
                f"Một đợt có không quá {MOST_PEOPLE} người và {MOST_INVITATIONS} lượt; chia theo "
                f"đơn vị "
                f"(đang có {people} người, {invitations} lượt)."
            ),
        )
    return Decision.yes()


def may_answer(
    *, is_closed: bool, is_used: bool, opens_on: date, closes_on: date, on: date
) -> Decision:
    if is_closed or not opens_on <= on <= closes_on:
        return no("sides.not_open", "Đợt này không nhận ý kiến vào hôm nay.")
    return (
        no(
            "sides.used",
            "Bạn đã dùng lượt này. Câu trả lời không ghi tên nên không tìm lại để sửa được.",
        )
        if is_used
        else Decision.yes()
    )


def may_close(*, is_closed: bool, closes_on: date, on: date, unused: int) -> Decision:
    """After the last day, or when everybody has answered: never in the middle."""
    if is_closed:
        return _closed()
    if on <= closes_on and unused:
        return no(
            "sides.early",
            f"Đóng sau ngày cuối nhận ý kiến ({closes_on:%d/%m/%Y}), hoặc khi mọi lượt đã dùng.",
        )
    return Decision.yes()


def is_complete(points: Mapping[str, Decimal | None], measures: Sequence[Measure]) -> Decision:
    """Everything that is asked, nothing else, each from 0 to its most, to the hundredth."""
    reasons = [
        Reason("sides.points", f"{one.name}: cho điểm từ 0 đến {_told(one.most)}.")
        for one in measures
        if not _fits(points.get(one.code), one.most)
    ]
    if unknown := set(points) - {one.code for one in measures}:
        reasons.append(
            Reason("sides.unknown", f"Bộ tiêu chí không hỏi: {', '.join(sorted(unknown))}.")
        )
    return _all(reasons)


def _fits(value: Decimal | None, most: Decimal) -> bool:
    return (
        value is not None
        and value.is_finite()
        and 0 <= value <= most
        and value * 100 == int(value * 100)
    )


def _of_last_day(closes_on: date, on: date) -> list[Reason]:
    if 0 <= (closes_on - on).days <= LONGEST:
        return []
    return [Reason("sides.closes_on", f"Ngày cuối nhận ý kiến: từ hôm nay đến {LONGEST} ngày nữa.")]


def _told(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


def _all(reasons: Sequence[Reason]) -> Decision:
    return Decision.no(*reasons) if reasons else Decision.yes()


def _closed() -> Decision:
    return no("sides.closed", "Đợt này đã đóng; kết quả không tính lại.")

"""When a set of criteria is whole: weights add up to 100, main measures weigh more than half, every
capacity has weights for the sides (S2-018, S3-007). The one place where this is judged: for a file,
a draft, before it is issued.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from thenchot.feedback.enums import CriteriaState, Side
from thenchot.feedback.rules.counting import Measure
from thenchot.kernel.decision import Decision, Reason, no
from thenchot.worklog.enums import Capacity

WHOLE, HALF, MOST = Decimal(100), Decimal(50), 40


def judge(
    measures: Sequence[Measure],
    main: Iterable[str],
    sides: Mapping[str, Mapping[str, int]],
    kinds: Sequence[str],
) -> Decision:
    """`main`: codes of the main measures, none when the set marks none; `sides`: weights by
    capacity and side.
    """
    reasons = [*_of_measures(measures), *_of_main(measures, set(main)), *_of_sides(sides, kinds)]
    return Decision.no(*reasons) if reasons else Decision.yes()


def may_edit(state: str) -> Decision:
    if state == CriteriaState.DRAFT:
        return Decision.yes()
    return no("criteria.issued", "Bộ đã ban hành không sửa; soạn lần mới.")


def may_issue(*, state: str, basis: str, is_whole: Decision) -> Decision:
    basis_given = (
        Decision.yes()
        if basis.strip()
        else no("criteria.basis", "Ghi văn bản ban hành bộ tiêu chí.")
    )
    return may_edit(state) & basis_given & is_whole


def may_use(*, state: str, holds_on: bool) -> Decision:
    if state == CriteriaState.ISSUED and holds_on:
        return Decision.yes()
    return no(
        "criteria.not_in_force",
        "Chỉ dùng được bộ tiêu chí đã ban hành, đang áp dụng vào ngày chốt danh sách.",
    )


def _of_measures(measures: Sequence[Measure]) -> Iterable[Reason]:
    if not 1 <= len(measures) <= MOST:
        yield Reason(
            "criteria.count", f"Bộ tiêu chí có từ 1 đến {MOST} tiêu chí; đang có {len(measures)}."
        )
    whole = sum((one.weight for one in measures), Decimal(0))
    if whole != WHOLE:
        yield Reason(
            "criteria.weights",
            f"Trọng số các tiêu chí phải cộng thành 100; đang là {_told(whole)}.",
            "",
            {"sum": _told(whole)},
        )
    for one in measures:
        if one.weight <= 0 or one.most <= 0:
            yield Reason("criteria.number", f"{one.name}: trọng số và điểm tối đa phải lớn hơn 0.")
        if unknown := set(one.sides) - set(Side):
            yield Reason(
                "criteria.side", f"{one.name}: không có chiều {', '.join(sorted(unknown))}."
            )


def _of_main(measures: Sequence[Measure], main: set[str]) -> Iterable[Reason]:
    whole = sum((one.weight for one in measures if one.code in main), Decimal(0))
    if main and whole <= HALF:
        message = f"Các thước đo chủ yếu phải chiếm trên 50; đang là {_told(whole)}."
        yield Reason("criteria.main", message, "S2-018, S3-007", {"sum": _told(whole)})


def _of_sides(sides: Mapping[str, Mapping[str, int]], kinds: Sequence[str]) -> Iterable[Reason]:
    if not kinds or set(kinds) - set(Capacity):
        yield Reason("criteria.kinds", "Chọn bộ này áp dụng cho người giữ tư cách nào.")
    for kind in kinds:
        weights = sides.get(kind, {})
        if (
            set(weights) - set(Side)
            or any(weight < 0 for weight in weights.values())
            or sum(weights.values()) != WHOLE
        ):
            whole = sum(weights.values())
            yield Reason(
                "criteria.sides",
                f"Trọng số các chiều phải cộng thành 100; đang là {whole}.",
                "",
                {"kind": kind, "sum": whole},
            )


def _told(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")

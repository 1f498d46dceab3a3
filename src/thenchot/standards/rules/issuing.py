"""When a draft may be put in force. Plain values in, a `Decision` out."""

from datetime import date

from thenchot.kernel.decision import Decision, Reason, no
from thenchot.standards.enums import Foresight, SetState

MOST = 60  # requirements of a set: each has a bit in the findings


def may_edit(state: str) -> Decision:
    if state != SetState.DRAFT:
        return no(
            "standards.issued", "Bộ tiêu chuẩn đã ban hành không sửa được; soạn lần mới từ bộ này."
        )
    return Decision.yes()


def may_revise(state: str) -> Decision:
    if state != SetState.ISSUED:
        return no("standards.revise", "Chỉ soạn lần mới từ bộ đang áp dụng.")
    return Decision.yes()


def may_add(count: int) -> Decision:
    if count >= MOST:
        return no(
            "standards.too_many",
            f"Một bộ tiêu chuẩn có nhiều nhất {MOST} yêu cầu; tách thành hai bộ.",
        )
    return Decision.yes()


def may_issue(
    *,
    state: str,
    requirements: int,
    basis: str,
    valid_from: date,
    foresight: Foresight,
    previous_from: date | None,
) -> Decision:
    """Only what somebody has looked at: who falls short under it must have been computed after the
    last change.
    """
    reasons = []
    if state != SetState.DRAFT:
        reasons.append(_reason("standards.issued", "Bộ tiêu chuẩn này đã ban hành."))
    if not requirements:
        reasons.append(_reason("standards.empty", "Bộ tiêu chuẩn chưa có yêu cầu nào."))
    if not basis.strip():
        reasons.append(
            _reason("standards.basis", "Ghi văn bản ban hành làm căn cứ (số, ngày, cơ quan).")
        )
    if previous_from and valid_from <= previous_from:
        reasons.append(
            _reason(
                "standards.before",
                f"Lần trước áp dụng từ {previous_from:%d/%m/%Y}; lần này phải sau ngày đó.",
            )
        )
    if foresight != Foresight.FRESH:
        reasons.append(_reason("standards.unforeseen", _UNSEEN[foresight]))
    return Decision.no(*reasons) if reasons else Decision.yes()


_UNSEEN = {
    Foresight.NONE: (
        "Chưa xem ai sẽ thiếu chuẩn theo bộ này: bấm “Xem trước ai sẽ thiếu”, rồi mới ban hành."
    ),
    Foresight.STALE: "Dự thảo đã sửa sau lần xem trước: bấm “Xem trước ai sẽ thiếu” lần nữa.",
}


def may_exempt(
    *, basis: str, valid_from: date, valid_to: date | None, review_on: date | None
) -> Decision:
    if not basis.strip():
        return no(
            "standards.exempt_basis",
            "Miễn tiêu chuẩn phải có căn cứ: văn bản nào, của cơ quan nào.",
        )
    if valid_to is None and review_on is None:
        return no("standards.exempt_open", "Ghi ngày hết hạn miễn, hoặc ngày xem lại.")
    if valid_to is not None and valid_to < valid_from:
        return no("standards.exempt_days", "Ngày hết hạn trước ngày bắt đầu.")
    return Decision.yes()


def _reason(rule: str, message: str) -> Reason:
    return Reason(rule, message)

"""The job-position scheme of an agency: who may change it when (S1-015, S3-064)."""

from datetime import date

from thenchot.kernel.decision import Decision, Reason, no

LEVELS = range(1, 6)
_MOVES = {
    ("draft", "submit"): "submitted",
    ("submitted", "return"): "draft",
    ("submitted", "approve"): "approved",
}
_NAMES = {"submit": "trình", "return": "trả lại", "approve": "phê duyệt"}
_STATES = {
    "draft": "đang dự thảo",
    "submitted": "đã trình",
    "approved": "đã phê duyệt",
    "replaced": "đã được thay thế",
}


def state_after(state: str, move: str) -> str:
    """KeyError for a move that `may_move` refuses."""
    return _MOVES[state, move]


def leads_on(state: str, move: str) -> Decision:
    if (state, move) in _MOVES:
        return Decision.yes()
    message = f"Đề án {_STATES[state]} nên không {_NAMES[move]} được."
    return no("scheme.move", message, state=state, move=move)


def may_move(state: str, move: str, *, positions: int, note: str = "") -> Decision:
    """`note`: why it is returned."""
    if not (step := leads_on(state, move)):
        return step
    if move == "submit" and not positions:
        return no("scheme.empty", "Đề án chưa có vị trí việc làm nào.")
    if move == "return" and not note.strip():
        return no("scheme.note", "Cần nêu lý do trả lại.")
    return Decision.yes()


def may_approve(decision: str, valid_from: date | None, previous_from: date | None) -> Decision:
    """With the decision of the competent body, in force after the version it replaces."""
    reasons = []
    if not decision.strip():
        reasons.append(
            Reason(
                "scheme.decision",
                "Cần số, ngày quyết định phê duyệt của cấp có thẩm quyền.",
                "S1-015",
            )
        )
    if valid_from is None:
        reasons.append(Reason("scheme.valid_from", "Cần ngày đề án có hiệu lực."))
    elif previous_from and valid_from <= previous_from:
        message = (
            f"Lần phê duyệt trước có hiệu lực từ {previous_from:%d/%m/%Y}: lần này phải từ "
            f"ngày sau đó."
        )
        reasons.append(Reason("scheme.order", message, facts={"previous_from": previous_from}))
    return Decision.no(*reasons) if reasons else Decision.yes()


def may_edit(state: str) -> Decision:
    if state != "draft":
        return no("scheme.not_draft", f"Đề án {_STATES[state]}: lập lần mới để sửa.", state=state)
    return Decision.yes()


def may_begin(in_work: str | None) -> Decision:
    """One version of an agency is worked on at a time."""
    if in_work:
        return no(
            "scheme.in_work", f"“{in_work}” còn đang làm: hoàn thành lần đó trước.", scheme=in_work
        )
    return Decision.yes()


def may_describe(name: str, code: str, number: int, competencies: dict[str, list[int]]) -> Decision:
    """A position has a name and a code, at least one holder, and levels from 1 to 5, the least
    first.
    """
    reasons = []
    if not name or not code:
        reasons.append(Reason("position.name", "Vị trí việc làm cần có mã và tên."))
    if number < 1:
        reasons.append(Reason("position.number", "Số người được duyệt ít nhất là 1."))
    reasons += [
        Reason(
            "position.level",
            f"Cấp độ năng lực từ 1 đến 5, số nhỏ trước: {least}-{most}.",
            facts={"competency": key},
        )
        for key, (least, most) in competencies.items()
        if least not in LEVELS or most not in LEVELS or least > most
    ]
    return Decision.no(*reasons) if reasons else Decision.yes()


def may_hold_position(name: str, holders: int, number: int, reason: str = "") -> Decision:
    """One more holder of a position: within the approved number, or with the reason of the
    competent level.
    """
    if holders < number or reason.strip():
        return Decision.yes()
    message = (
        f"“{name}” được duyệt {number} người, đang có {holders}: cần lý do và văn bản cho "
        f"phép để bố trí thêm."
    )
    return Decision.no(
        Reason("position.full", message, "S3-065", {"holders": holders, "number": number})
    )


def code_is_free(code: str, taken_by: str | None) -> Decision:
    return (
        no("position.code", f"Mã {code} đã là của “{taken_by}”.", code=code)
        if taken_by
        else Decision.yes()
    )

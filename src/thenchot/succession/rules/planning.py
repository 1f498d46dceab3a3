"""From a draft to the approved list of a term, and what may be done at each step. Pure."""

from datetime import date

from thenchot.kernel.decision import Decision, no
from thenchot.succession.enums import LISTED, CandidateState, Line, PlanState, Step

ORDER = tuple(Step)


def reckoning_day(term_starts: date, month: int, on: date) -> date:
    """Ages of a coming term are counted to a month of its first year, of the current one to the
    day of the review.
    """
    return on if term_starts <= on else date(term_starts.year, month, 1)


def may_edit(state: str) -> Decision:
    if state == PlanState.DRAFT:
        return Decision.yes()
    return no(
        "succession.state",
        "Danh sách đã trình hoặc đã duyệt thì không sửa; mở đợt rà soát để thay đổi.",
    )


def may_submit(state: str, listed: int, unvoted: list[str], missing: list[str]) -> Decision:
    """`unvoted`: names without the vote of the last conference; `missing`: conferences not held."""
    if state != PlanState.DRAFT:
        return no("succession.state", "Chỉ trình được danh sách đang lập.")
    if not listed:
        return no("succession.empty", "Danh sách chưa có ai được giới thiệu.")
    if missing:
        return no(
            "succession.conferences",
            f"Chưa có biên bản kiểm phiếu của: {', '.join(missing)}.",
            "S1-021",
        )
    if unvoted:
        return no(
            "succession.unvoted",
            f"Chưa được hội nghị cuối biểu quyết đủ phiếu: {', '.join(unvoted)}.",
            "S1-021",
        )
    return Decision.yes()


def may_approve(state: str, submitted_by: int | None, actor: int | None) -> Decision:
    if state != PlanState.SUBMITTED:
        return no("succession.state", "Chỉ duyệt được danh sách đã trình.")
    if actor is not None and submitted_by == actor:
        return no("succession.own", "Người trình không tự duyệt danh sách của mình.")
    return Decision.yes()


def may_review(state: str) -> Decision:
    if state == PlanState.APPROVED:
        return Decision.yes()
    return no("succession.state", "Chỉ rà soát danh sách đã được phê duyệt.")


def may_propose(state: str, line: str, bars: str) -> Decision:
    """`line`: the kind of candidate, as the review found; `bars`: why not."""
    if bars:
        return no("succession.barred", bars)
    if state in LISTED:
        return no("succession.listed", "Người này đã có trong danh sách.")
    if state == CandidateState.APPOINTED:
        return no("succession.appointed", "Người này đã giữ chức danh.")
    if not line:
        return no("succession.unjudged", "Chưa rà soát người này; bấm “Rà soát nguồn”.")
    return Decision.yes()


def may_take_line(line: str, lines: tuple[Line, ...]) -> Decision:
    if line in lines:
        return Decision.yes()
    return no(
        "succession.line",
        "Không đủ điều kiện của đối tượng này (tuổi, lý luận chính trị).",
        "Hướng dẫn 45-HD/BTCTW, Điều 21, 25",
    )


def may_hold(step: str, asked: tuple[str, ...], counted: set[str], there: set[str]) -> Decision:
    """A conference is recorded when the one before it is counted. `asked`: the conferences of the
    policy; `counted`, `there`: of the plan.
    """
    if step not in asked:
        return no("succession.step", "Chính sách của địa phương không có hội nghị này.")
    if step in there:
        return no("succession.step_there", "Hội nghị này đã được ghi.")
    before = [one for one in ORDER if one in asked and ORDER.index(one) < ORDER.index(Step(step))]
    if any(one not in counted for one in before):
        return no(
            "succession.step_order", "Chốt kiểm phiếu của hội nghị trước rồi mới ghi hội nghị này."
        )
    return Decision.yes()


def round_now(held: list[tuple[int, str, bool]], asked: tuple[str, ...]) -> int:
    """The round that the next conference belongs to: a new one when every conference of the last is
    counted. `held`: (round, step, counted).
    """
    last = max((number for number, _step, _counted in held), default=1)
    counted = {step for number, step, is_counted in held if number == last and is_counted}
    return last + 1 if set(asked) <= counted else last


def steps_of(asked: tuple[str, ...]) -> list[Step]:
    """The conferences of the policy in their order."""
    return [step for step in ORDER if step in asked]


def may_remove(state: str, plan_state: str) -> Decision:
    if state == CandidateState.PLANNED and plan_state in (PlanState.APPROVED, PlanState.DRAFT):
        return Decision.yes()
    return no("succession.remove", "Chỉ đưa ra khỏi quy hoạch người đang trong quy hoạch.")

"""Needs become classes; a plan is submitted by one person and approved by another."""

from datetime import date
from math import ceil

from thenchot.kernel.decision import Decision, no
from thenchot.training.enums import PlanState


def classes_for(people: int, seats: int) -> int:
    """How many classes of so many seats hold them."""
    return ceil(people / seats)


def may_edit_plan(state: str) -> Decision:
    if state == PlanState.DRAFT:
        return Decision.yes()
    return no(
        "training.plan_state",
        "Kế hoạch đã trình hoặc đã duyệt thì không sửa; soạn lần mới để thay đổi.",
    )


def may_submit(state: str, lines: int, unplaced: int) -> Decision:
    """A plan goes up whole: every need has its class, or a reason why it waits."""
    if state != PlanState.DRAFT:
        return no("training.plan_state", "Chỉ trình được kế hoạch đang soạn.")
    if not lines:
        return no("training.plan_empty", "Kế hoạch chưa có lớp nào; xếp lớp rồi mới trình.")
    if unplaced:
        return no(
            "training.plan_unplaced",
            f"Còn {unplaced} nhu cầu chưa xếp lớp; xếp vào một lớp, hoặc ghi vì sao để lại.",
        )
    return Decision.yes()


def may_approve(state: str, submitted_by: int | None, actor: int | None) -> Decision:
    if state != PlanState.SUBMITTED:
        return no("training.plan_state", "Chỉ duyệt được kế hoạch đã trình.")
    if actor is not None and submitted_by == actor:
        return no("training.plan_own", "Người trình không tự duyệt kế hoạch của mình.")
    return Decision.yes()


def may_revise(state: str) -> Decision:
    if state == PlanState.APPROVED:
        return Decision.yes()
    return no("training.plan_state", "Chỉ soạn lần mới từ kế hoạch đã duyệt.")


def planned_by(year: int, from_month: int) -> tuple[date, date]:
    """First and last day on which the plan of a year is drawn up: in the year before."""
    return date(year - 1, from_month, 1), date(year - 1, 12, 31)

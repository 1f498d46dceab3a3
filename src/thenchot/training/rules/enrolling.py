"""From a proposal to a paper in the file; who may do each step, and when not."""

from collections.abc import Container
from datetime import date

from thenchot.kernel.decision import Decision, Reason
from thenchot.training.enums import EnrolmentState as State

STEPS: dict[State, frozenset[State]] = {
    State.WAITING: frozenset({State.PROPOSED, State.WITHDRAWN}),
    State.PROPOSED: frozenset({State.NOMINATED, State.WITHDRAWN}),
    State.NOMINATED: frozenset({State.COMPLETED, State.FAILED, State.WITHDRAWN}),
    State.COMPLETED: frozenset({State.VERIFIED}),
    State.VERIFIED: frozenset(),
    State.FAILED: frozenset(),
    State.WITHDRAWN: frozenset(),
}
_WHY_NOT = {
    State.WAITING: "Người này còn chờ chỗ.",
    State.PROPOSED: "Chưa có quyết định cử đi học.",
    State.NOMINATED: "Đã có quyết định cử đi học.",
    State.COMPLETED: "Kết quả đã ghi và đang chờ người thứ hai xác nhận.",
    State.VERIFIED: "Kết quả đã xác nhận và đã vào hồ sơ.",
    State.FAILED: "Đã ghi không hoàn thành.",
    State.WITHDRAWN: "Người này đã rút khỏi lớp.",
}


def may_step(state: str, to: State) -> Decision:
    if to in STEPS[State(state)]:
        return Decision.yes()
    return Decision.no(Reason("training.step", _WHY_NOT[State(state)]))


def may_verify(
    state: str, recorded_by: int | None, own_account: int | None, actor: int | None
) -> Decision:
    """By a second person: not whoever recorded it, not the person whose paper it is."""
    step = may_step(state, State.VERIFIED)
    if not step or actor is None:
        return step
    if actor == recorded_by:
        return Decision.no(
            Reason("training.same", "Người ghi kết quả không tự xác nhận; nhờ người thứ hai.")
        )
    if actor == own_account:
        return Decision.no(Reason("training.own", "Không tự xác nhận kết quả của mình."))
    return Decision.yes()


def state_on_proposal(taken: int, seats: int) -> State:
    """Beyond the seats one waits for a place."""
    return State.PROPOSED if taken < seats else State.WAITING


def may_be_proposed(person: int, there: Container[int]) -> Decision:
    if person in there:
        return Decision.no(Reason("training.twice", "Người này đã có trong lớp."))
    return Decision.yes()


def may_close(ends_on: date, on: date, waiting: int) -> Decision:
    """From its last day on, when everybody who was sent has a verified result."""
    if ends_on > on:
        return Decision.no(Reason("training.too_early", "Lớp chưa đến ngày bế giảng."))
    if waiting:
        words = f"Còn {waiting} người chưa có kết quả được xác nhận; ghi và xác nhận trước."
        return Decision.no(Reason("training.results", words))
    return Decision.yes()

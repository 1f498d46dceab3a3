"""A practical programme runs, is reported, is confirmed by somebody over the mentor."""

from datetime import date

from thenchot.kernel.decision import Decision, Reason
from thenchot.training.enums import PracticeState as State

_WHY_NOT = {
    State.RUNNING: "Chương trình đang thực hiện, chưa báo kết quả.",
    State.REPORTED: "Đã báo kết quả, đang chờ cấp trên của người hướng dẫn xác nhận.",
    State.CONFIRMED: "Kết quả đã được xác nhận.",
    State.STOPPED: "Chương trình đã dừng.",
}


def may_report(state: str, starts_on: date, on: date) -> Decision:
    if state != State.RUNNING:
        return Decision.no(Reason("training.practice_state", _WHY_NOT[State(state)]))
    if on < starts_on:
        return Decision.no(Reason("training.practice_early", "Chương trình chưa bắt đầu."))
    return Decision.yes()


def may_change(state: str) -> Decision:
    if state == State.RUNNING:
        return Decision.yes()
    return Decision.no(Reason("training.practice_state", _WHY_NOT[State(state)]))


def may_confirm(
    state: str,
    actor: int | None,
    *,
    reported_by: int | None,
    mentor: int | None,
    learner: int | None,
) -> Decision:
    """By a third person: not the mentor, not the learner, not whoever reported it. All by their
    accounts.
    """
    if state != State.REPORTED:
        return Decision.no(Reason("training.practice_state", _WHY_NOT[State(state)]))
    if actor is None:
        return Decision.yes()
    if actor == mentor:
        return _no("Người hướng dẫn không tự xác nhận; cấp trên của người hướng dẫn xác nhận.")
    if actor == learner:
        return _no("Không tự xác nhận kết quả thực nghiệm của mình.")
    if actor == reported_by:
        return _no("Người báo kết quả không tự xác nhận; nhờ người thứ hai.")
    return Decision.yes()


def _no(words: str) -> Decision:
    return Decision.no(Reason("training.practice_own", words))

"""Hours of a year: in classes and alone, against what the decree asks at least."""

from dataclasses import dataclass

from thenchot.kernel.decision import Decision, Reason
from thenchot.training.enums import SelfStudyState as State


@dataclass(frozen=True)
class Hours:
    """Of one person in one year, in tiết. Of what was learnt alone at most `most_alone` counts."""

    in_class: int
    alone: int
    least: int
    most_alone: int

    @property
    def counted(self) -> int:
        return self.in_class + min(self.alone, self.most_alone)

    @property
    def lacking(self) -> int:
        return max(0, self.least - self.counted)


def may_confirm(state: str, learner: int | None, actor: int | None) -> Decision:
    """By a second person; both by their accounts."""
    if state != State.RECORDED:
        words = "Chỉ xác nhận được nội dung tự học đang chờ xác nhận."
        return Decision.no(Reason("training.self_study_state", words))
    if actor is not None and actor == learner:
        words = "Không tự xác nhận nội dung tự học của mình; nhờ người thứ hai."
        return Decision.no(Reason("training.own", words))
    return Decision.yes()


def may_change(state: str) -> Decision:
    if state == State.CONFIRMED:
        words = "Đã được xác nhận thì không sửa; ghi nội dung mới."
        return Decision.no(Reason("training.self_study_state", words))
    return Decision.yes()

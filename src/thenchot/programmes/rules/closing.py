"""What stands between a task and "done"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.kernel.decision import Decision, Reason
from thenchot.programmes.enums import Clarity, TaskState, Timing


@dataclass(frozen=True, slots=True)
class Finish:
    state: TaskState
    timing: Timing
    done_on: date | None
    given_on: date
    has_product: bool
    product_required: bool
    missing: Sequence[Clarity]
    unfinished_needs: Sequence[str]
    open_difficulties: int
    waits_for_document: bool = False


def may_finish(task: Finish, *, on: date) -> Decision:
    """Submit as finished. A task that needs a product or other tasks is not done without them."""
    return Decision.yes() if not (reasons := tuple(_obstacles(task, on))) else Decision.no(*reasons)


def _obstacles(task: Finish, on: date) -> Iterator[Reason]:
    if task.state not in (TaskState.IN_PROGRESS,):
        yield Reason(
            "state", "Chỉ báo hoàn thành nhiệm vụ đã được đơn vị chủ trì nhận và đang thực hiện."
        )
    if task.timing == Timing.ONGOING:
        yield Reason(
            "ongoing", "Nhiệm vụ thường xuyên không có điểm kết thúc: hãy báo tiến độ để giữ nhịp."
        )
    if task.product_required and not task.has_product:
        yield Reason(
            "product", "Chưa có sản phẩm: hãy đính kèm tệp hoặc ghi số văn bản là sản phẩm."
        )
    if task.unfinished_needs:
        yield Reason("needs", f"Còn chờ nhiệm vụ: {', '.join(task.unfinished_needs)}.")
    if task.open_difficulties:
        yield Reason("difficulty", "Còn vướng mắc chưa được giải đáp.")
    if task.done_on and task.done_on > on:
        yield Reason("future", "Ngày hoàn thành không thể ở tương lai.")
    if task.done_on and task.done_on < task.given_on:
        yield Reason("before", "Ngày hoàn thành không thể trước ngày ban hành chương trình.")
    if task.waits_for_document:
        yield Reason(
            "document", "Nhiệm vụ đang chờ văn bản: hãy vào văn bản làm phát sinh hạn trước."
        )

"""Lists of tasks as Excel."""

from django.http import HttpResponse

from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.sheets import Column, write_sheet
from thenchot.platform.ui.answers import attachment
from thenchot.programmes.labels import STANDING

COLUMNS = (
    Column("Mã", 8),
    Column("Chương trình", 24),
    Column("Số TT", 8),
    Column("Nhiệm vụ", 60),
    Column("Chủ trì", 30),
    Column("Phối hợp", 30),
    Column("Hạn ghi trong văn bản", 28),
    Column("Hạn có hiệu lực", 14),
    Column("Hạn gốc", 12),
    Column("Ngày hoàn thành", 14),
    Column("Trạng thái", 16),
    Column("Tình trạng", 14),
    Column("Ngày trễ", 9),
    Column("Ngày trễ so với hạn gốc", 12),
    Column("Đang ở", 28),
    Column("Vì", 20),
    Column("Ngày ở bàn", 10),
    Column("Người chịu trách nhiệm", 22),
    Column("Sản phẩm", 28),
    Column("%", 6),
)


@in_vietnamese
def task_sheet(rows) -> HttpResponse:
    return attachment(write_sheet(COLUMNS, map(_cells, rows), name="Nhiệm vụ"), "nhiem-vu.xlsx")


def _cells(task):
    return (
        task.pk,
        str(task.programme),
        task.ref,
        task.text,
        _names(task.leads),
        _names(task.coordinates),
        task.deadline_raw,
        task.due_on,
        task.original_due_on,
        task.done_on,
        task.get_state_display(),
        str(STANDING[task.verdict.standing][0]),
        task.verdict.days_late,
        task.verdict.days_late_original,
        task.desk_unit.name if task.desk_unit else "",
        task.get_desk_reason_display(),
        task.days_at_desk,
        task.responsible.full_name if task.responsible else "",
        task.product,
        task.percent,
    )


def _names(parts):
    return "; ".join(a.unit.name for a in parts)

from datetime import date

from thenchot.organisation.models import Unit
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.sheets import Column, write_sheet

COLUMNS = (
    Column("Mã", 22),
    Column("Chỉ số", 48),
    Column("Giá trị", 10),
    Column("Đơn vị tính", 10),
    Column("Tử số", 10),
    Column("Mẫu số", 10),
    Column("Chưa rõ", 10),
    Column("Mức đặt", 10),
    Column("Nội dung trả lời", 20),
    Column("Ngày số liệu", 12),
)


@in_vietnamese
def board_sheet(lines, home: Unit, on: date) -> bytes:
    rows = [
        (
            one.indicator.code,
            str(one.indicator.name),
            None if one.count.value is None else round(one.count.value, 2),
            one.indicator.unit,
            one.count.part,
            one.count.whole,
            one.count.unknown,
            one.goal,
            ", ".join(one.indicator.clauses),
            on,
        )
        for one in lines
    ]
    return write_sheet(COLUMNS, rows, name=home.name)

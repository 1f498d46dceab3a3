"""What leaves the room as files: a unit's period as Excel, the receipt of one person as JSON, the
figures of raters.
"""

from collections.abc import Iterator

from thenchot.kernel.periods import Period
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.sheets import Column, write_sheet
from thenchot.scoring.labels import RATER_FLAG
from thenchot.scoring.queries.months import Row, UnitMonth
from thenchot.scoring.queries.rater_comparison import own_comparison, raters
from thenchot.scoring.rules.rater_comparison import RaterComparison
from thenchot.worklog.access import EXPORT
from thenchot.worklog.exports import number, percent
from thenchot.worklog.labels import BAND, CAPACITY, REGULATION, SHEET_STATE
from thenchot.worklog.models import Sheet

COLUMNS = (
    Column("Mã cán bộ", 14),
    Column("Họ và tên", 26),
    Column("Chức danh", 26),
    Column("Đơn vị", 30),
    Column("Tư cách", 18),
    Column("Theo quy định", 30),
    Column("Được giao (quy đổi)", 12),
    Column("Hoàn thành (quy đổi)", 12),
    Column("a. Số lượng (%)", 10),
    Column("b. Chất lượng (%)", 10),
    Column("c. Tiến độ (%)", 10),
    Column("Tiêu chí chung tự chấm", 10),
    Column("Tiêu chí chung xác nhận", 10),
    Column("Tổng điểm", 10),
    Column("Mức", 22),
    Column("Trạng thái", 14),
    Column("Không chấm vì", 24),
)


@in_vietnamese
def unit_sheet(month: UnitMonth) -> bytes:
    """Everybody scored from the unit, with the figures of the page."""
    return write_sheet(COLUMNS, list(_rows(month)))


def _rows(month: UnitMonth) -> Iterator[list]:
    for row in month.rows:
        sheet, found = row.sheet, row.evaluated.score
        shares = [percent(value) for value in (found.quantity, found.quality, found.progress)]
        yield [
            sheet.person.code,
            sheet.person.full_name,
            sheet.title,
            sheet.unit.name,
            str(CAPACITY[sheet.kind]),
            str(REGULATION[sheet.rules]),
            *map(
                number,
                (
                    row.assigned,
                    row.finished,
                    *shares,
                    row.self_points,
                    row.points,
                    _total(row, month),
                ),
            ),
            str(BAND[sheet.band]) if sheet.band else "",
            str(SHEET_STATE[sheet.state]),
            sheet.not_scored,
        ]


def _total(row: Row, month: UnitMonth):
    """No total before the period ends, unless the sheet was closed."""
    return row.total if row.sheet.is_closed or month.is_over else None


def receipt_of(sheet: Sheet) -> dict:
    """A closed sheet as other programs read it: the same receipt as page and print, with the values
    of policy it used.
    """
    return {
        "person": sheet.person.code or sheet.person.pk,
        "full_name": sheet.person.full_name,
        "unit": sheet.unit.name,
        "title": sheet.title,
        "rules": sheet.rules,
        "kind": sheet.kind,
        "period": (
            f"{sheet.year}-Q{sheet.number}"
            if sheet.period == "quarter"
            else f"{sheet.year}-{sheet.number:02d}"
        ),
        "not_scored": sheet.not_scored or None,
        "closed_at": sheet.closed_at.isoformat() if sheet.closed_at else None,
        "policy": sheet.policy,
        **(sheet.result or {}),
    }


RATERS = (
    Column("Người chấm", 28),
    Column("Nơi chấm", 32),
    Column("Số người", 9),
    Column("Bình quân", 10),
    Column("Thấp nhất", 10),
    Column("Cao nhất", 10),
    Column("Số người do người khác chấm", 12),
    Column("Bình quân của người khác", 12),
    Column("Đáng chú ý", 44),
)


@in_vietnamese
def rater_worksheet(actor, period: Period) -> bytes:
    """Raters whose figures the page shows to this actor; the own figures first, with everybody
    else's.
    """
    own = own_comparison(actor, period)
    rows = [["(của tôi)", "", *_seen(own)]] if own else []
    rows += [[one.name, one.home, *_seen(one.comparison)] for one in raters(actor, period, EXPORT)]
    notes = [
        (
            f"Cách chấm điểm {period.label_vi()}. Chỉ để người chấm tự soi lại: không điểm nào bị "
            f"sửa. So điểm của người không giữ chức vụ; nhóm nhỏ không so."
        )
    ]
    return write_sheet(RATERS, rows, name="Cách chấm điểm", notes=notes)


def _seen(one: RaterComparison) -> list:
    said = "; ".join(str(RATER_FLAG[flag]) for flag in one.flags)
    return [
        one.people,
        number(one.mean),
        number(one.low),
        number(one.high),
        one.peers,
        number(one.peers_mean),
        said,
    ]

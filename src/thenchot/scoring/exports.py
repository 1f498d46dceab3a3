"""What leaves the room as files: a unit's period as Excel, the receipt of one person as JSON, the
figures of raters.
"""

from collections.abc import Iterator

from thenchot.kernel.periods import Period
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.worksheets import Column, write_sheet
from thenchot.scoring.labels import RATER_FLAG
from thenchot.scoring.queries.months import Row, UnitMonth
from thenchot.scoring.queries.rater_comparison import own_comparison, raters
from thenchot.scoring.rules.rater_comparison import RaterComparison
from thenchot.worklog.access import EXPORT
from thenchot.worklog.exports import number, percent
from thenchot.worklog.labels import ASSESSMENT_STATE, BAND, CAPACITY, REGULATION
from thenchot.worklog.models import Assessment

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
def unit_worksheet(month: UnitMonth) -> bytes:
    """Everybody scored from the unit, with the figures of the page."""
    return write_sheet(COLUMNS, list(_rows(month)))


def _rows(month: UnitMonth) -> Iterator[list]:
    for row in month.rows:
        assessment, found = row.assessment, row.evaluated.score
        shares = [percent(value) for value in (found.quantity, found.quality, found.progress)]
        yield [
            assessment.person.code,
            assessment.person.full_name,
            assessment.title,
            assessment.unit.name,
            str(CAPACITY[assessment.kind]),
            str(REGULATION[assessment.rules]),
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
            str(BAND[assessment.band]) if assessment.band else "",
            str(ASSESSMENT_STATE[assessment.state]),
            assessment.not_scored,
        ]


def _total(row: Row, month: UnitMonth):
    """No total before the period ends, unless the sheet was closed."""
    return row.total if row.assessment.is_closed or month.is_over else None


def receipt_of(assessment: Assessment) -> dict:
    """A closed sheet as other programs read it: the same receipt as page and print, with the values
    of policy it used.
    """
    return {
        "person": assessment.person.code or assessment.person.pk,
        "full_name": assessment.person.full_name,
        "unit": assessment.unit.name,
        "title": assessment.title,
        "rules": assessment.rules,
        "kind": assessment.kind,
        "period": (
            f"{assessment.year}-Q{assessment.number}"
            if assessment.period == "quarter"
            else f"{assessment.year}-{assessment.number:02d}"
        ),
        "not_scored": assessment.not_scored or None,
        "closed_at": assessment.closed_at.isoformat() if assessment.closed_at else None,
        "policy": assessment.policy,
        **(assessment.result or {}),
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

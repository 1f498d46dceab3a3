"""What leaves the room as files: a unit's period as Excel, receipts of one person as JSON."""

from collections.abc import Iterator

from thenchot.performance.labels import BAND, KIND, RULES, SHEET_STATE
from thenchot.performance.models import Sheet, SidesSubject
from thenchot.performance.queries.months import Row, UnitMonth
from thenchot.performance.rules.exact import half_up
from thenchot.performance.rules.sides import SIGNED
from thenchot.platform.clock import ZONE
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.sheets import Column, write_sheet

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
            str(KIND[sheet.kind]),
            str(RULES[sheet.rules]),
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


def percent(share):
    """0.8512 -> 85.12; nothing for none."""
    return None if share is None else half_up(share * 100, 2)


def number(value):
    """A number that Excel can add up."""
    return None if value is None else float(value)


def local_day(moment):
    """The day of a moment as people here count it; nothing for none."""
    return moment and moment.astimezone(ZONE).date()


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


def receipt_of_sides(subject: SidesSubject) -> dict:
    """The result of a closed round about one person: the one object page, print and other programs
    read. It holds what was released and what was signed; `rules.sides_receipt.again` counts the
    same digits from it.
    """
    found, person = subject.round, subject.person
    return {
        "person": person.code or person.pk,
        "full_name": person.full_name,
        "unit": subject.unit.name,
        "title": subject.title,
        "kind": subject.kind,
        "set": str(found.set),
        "use": found.set.use,
        "basis": found.set.basis,
        "period": found.span.label_vi(),
        "cut_off": found.cut_off.isoformat(),
        "closed_at": found.closed_at.isoformat(),
        "total": subject.result[-1]["value"],
        "policy": subject.policy,
        "policy_hash": subject.policy_hash,
        "receipt": subject.result,
        "said": [_said(view) for view in subject.standing if view.side in SIGNED],
    }


def _said(view) -> dict:
    return {
        "side": view.side,
        "by": view.given_by.name if view.given_by else "",
        "on": view.given_at.astimezone(ZONE).date().isoformat(),
        "note": view.note,
    }

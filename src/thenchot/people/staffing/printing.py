"""Composition of a committee as Word, the headcount table as Excel."""

from datetime import date

from thenchot.organisation.models import Committee, CommitteeKind
from thenchot.organisation.naming import place_of
from thenchot.organisation.rules.committees import SeatStanding
from thenchot.people.headcount import HeadcountTable
from thenchot.people.staffing.committees import SeatRow
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.worksheets import Column, write_sheet
from thenchot.platform.office.word.letters import Letter, Table, build

WORDS = {
    SeatStanding.FILLED: "",
    SeatStanding.VACANT: "khuyết",
    SeatStanding.HELD: "để khuyết vì cơ cấu",
    SeatStanding.REVIEW_DUE: "để khuyết vì cơ cấu, đến hạn xem lại",
    SeatStanding.EXCESS: "vượt số được duyệt",
}
COLUMNS = (
    Column("Khối", 24),
    Column("Hiện có", 10),
    Column("Trong đó lãnh đạo, quản lý", 14),
    Column("Được giao", 10),
    Column("Tính vào biên chế", 12),
    Column("Còn (âm là vượt)", 12),
    Column("Văn bản ghi", 10),
    Column("Văn bản ghi: lãnh đạo, quản lý", 14),
    Column("Hồ sơ so với văn bản", 12),
    Column("Nguồn", 40),
)


@in_vietnamese
def composition_docx(committee: Committee, rows: list[SeatRow], on: date) -> bytes:
    table = Table(
        ("TT", "Chức danh", "Họ và tên", "Từ ngày", "Ghi chú"),
        [_line(row) for row in rows],
        (12, 45, 50, 24, 34),
    )
    home = committee.unit
    party = committee.kind in (
        CommitteeKind.PARTY,
        CommitteeKind.STANDING,
        CommitteeKind.INSPECTION,
    )
    filled = sum(row.seating is not None for row in rows)
    letter = Letter(
        layout="party" if party else "state",
        issuer=committee.body.name if committee.body else committee.name,
        superior=f"Đảng bộ {home.name[:1].lower()}{home.name[1:]}" if party else "",
        place=place_of(home.name),
        issued_on=on,
        kind="Danh sách",
        title=f"{committee.name}, nhiệm kỳ {committee.term.name} (ngày {on:%d/%m/%Y})",
        body=[table],
        signer_title="Bí thư" if party else "Chủ tịch",
        notes=[
            (
                f"Số lượng được duyệt: {committee.approved_seats}; hiện có: {filled}. "
                f"{committee.basis}"
            ).strip()
        ],
    )
    return build(letter)


def _line(row: SeatRow) -> list[str]:
    note = WORDS[row.standing]
    held = (
        f"{note}: {row.seat.held_for}; xem lại {row.seat.review_on:%d/%m/%Y}"
        if row.seat.review_on and not row.seating
        else note
    )
    name, since = (
        (row.seating.person.full_name, f"{row.seating.valid_from:%d/%m/%Y}")
        if row.seating
        else ("", "")
    )
    return [str(row.seat.number), row.seat.name, name, since, held]


@in_vietnamese
def headcount_sheet(table: HeadcountTable) -> bytes:
    """One row a bloc and kind of approved number, the total last; what does not add up stands in
    the notes.
    """
    lines = [line for row in table.rows for line in _bloc_lines(row)]
    stated = table.stated
    lines.append(
        [
            "Tổng cộng",
            table.total,
            table.managers,
            table.quota or None,
            None,
            None,
            stated and stated.total,
            stated and stated.managers,
            table.total - stated.total if stated else None,
            stated and stated.source,
        ]
    )
    return write_sheet(COLUMNS, lines, name="Biên chế", notes=_notes(table))


def _bloc_lines(row) -> list[list]:
    stated = row.stated
    said = [
        stated and stated.total,
        stated and stated.managers,
        row.difference,
        stated and stated.source,
    ]
    first = row.quotas[0] if row.quotas else None
    head = [
        row.label,
        row.total,
        row.managers,
        *([first[0].number, first[1], first[2]] if first else [None] * 3),
        *said,
    ]
    more = [
        [
            f"{row.label}: {quota.get_staff_kind_display()}",
            None,
            None,
            quota.number,
            used,
            free,
            *[None] * 4,
        ]
        for quota, used, free in row.quotas[1:]
    ]
    return [head, *more]


def _notes(table: HeadcountTable) -> list[str]:
    notes = [
        f"{table.home.name}, ngày {table.on:%d/%m/%Y}. Mỗi người tính một lần, ở vị trí chính."
    ]
    if table.gap:
        notes.append(
            f"Phần không khớp tổng: văn bản ghi {table.stated.total} nhưng các khối cộng lại "
            f"{table.stated.total - table.gap}."
        )
    if table.untitled:
        notes.append(
            f"{table.untitled} người chưa gắn chức danh nên có thể chưa tính đúng là lãnh đạo, "
            f"quản lý."
        )
    return notes

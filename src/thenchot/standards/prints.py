"""The personal standards sheet, as a letter of the office that keeps the file."""

from datetime import date

from thenchot.organisation.queries import home_of
from thenchot.people.models import Person
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, Table, build
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.standards.enums import GapState
from thenchot.standards.labels import STATE
from thenchot.standards.queries.persons import PersonSet, Shown, sheets_of

COLUMNS = ("Số TT", "Yêu cầu", "Tình trạng", "Hồ sơ có", "Việc cần làm", "Điều, khoản")
WIDTHS = (13, 45, 24, 67, 66, 32)


@in_vietnamese
def sheet_answer(person: Person, on: date):
    return attachment(build(sheet_letter(person, on)), f"tieu-chuan-{person.pk}.docx", DOCX)


def sheet_letter(person: Person, on: date) -> Letter:
    """Every requirement that meets the posts held on the day."""
    _judged, sheets = sheets_of(person, on)
    seat = (
        person.appointments.in_force(on)
        .select_related("unit")
        .order_by("-is_primary", "valid_from", "pk")
        .first()
    )
    unit = seat.unit if seat else person.registered_in
    home = home_of(unit)
    body = [piece for sheet in sheets for piece in _part(sheet)]
    body = body or ["Vị trí đang giữ chưa có tiêu chuẩn nào được ban hành."]
    return Letter(
        layout="party" if unit.bloc in ("party", "front") else "state",
        issuer=unit.name,
        superior=home.name if home != unit else "",
        place=home.name.removeprefix("Phường ").removeprefix("Xã ").removeprefix("Đặc khu "),
        issued_on=on,
        kind="Phiếu rà soát tiêu chuẩn",
        title=f"{person.full_name}{f', {seat.title}' if seat and seat.title else ''}",
        body=body,
        landscape=True,
        signer_title="Người rà soát",
        recipients=("Như trên", "Lưu hồ sơ cán bộ."),
    )


def _part(sheet: PersonSet):
    counts = [one.gap.state for _, rows in sheet.axes for one in rows]
    yield ("h", str(sheet.set))
    yield (
        f"Căn cứ: {sheet.set.basis}. Đạt {counts.count(GapState.MET)}/{len(counts)} yêu cầu; kết "
        f"luận: {STATE[sheet.state][0]}."
    )
    rows = []
    for axis, shown in sheet.axes:
        rows.append([axis])
        rows += [[str(number), *_row(one)] for number, one in enumerate(shown, 1)]
    yield Table(COLUMNS, rows, WIDTHS)


def _row(one: Shown) -> list[str]:
    result = one.gap.result
    until = one.exemption.valid_to or one.exemption.review_on if one.exemption else None
    free = (
        f" Miễn theo {one.exemption.basis}, đến {until:%d/%m/%Y}."
        if one.exemption and result.state == GapState.EXEMPT
        else ""
    )
    return [
        one.requirement.name,
        str(STATE[result.state][0]),
        result.reason + free,
        result.next_step,
        one.requirement.clause,
    ]

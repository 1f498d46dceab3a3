"""The description of positions as an official Word document; `reading` takes exactly this form
back.
"""

from collections.abc import Iterable
from datetime import date

from thenchot.organisation import catalogue
from thenchot.organisation.describing import (
    QUALIFICATION,
    TABLES,
    TEXTS,
    clean_description,
    shown_level,
)
from thenchot.organisation.enums import Bloc, PositionGroup
from thenchot.organisation.models import JobPosition, PositionScheme
from thenchot.organisation.naming import place_of
from thenchot.organisation.queries import home_of
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.word.letters import Letter, Table, build
from thenchot.policy.codelists import code_list

NONE = "Không có."


@in_vietnamese
def positions_docx(scheme: PositionScheme, positions: Iterable[JobPosition], on: date) -> bytes:
    """One position or the whole scheme; several begin with the list of them."""
    positions = list(positions)
    body = [listed(positions)] if len(positions) > 1 else []
    for number, position in enumerate(positions, 1):
        body += described(position, number)
    return build(_letter(scheme, "Bản mô tả vị trí việc làm", body, on))


@in_vietnamese
def framework_docx(scheme: PositionScheme, on: date) -> bytes:
    """The competency framework with its five levels described."""
    columns = ("Năng lực", *(f"Cấp độ {level}" for level in range(1, catalogue.LEVELS + 1)))
    rows: list[list[str]] = []
    for group, label in catalogue.GROUPS.items():
        rows.append([label])
        rows += [
            [one.name, *one.levels]
            for one in catalogue.competencies().values()
            if one.group == group
        ]
    table = Table(columns, rows, (32, 47, 47, 47, 47, 47))
    return build(_letter(scheme, "Khung năng lực", [table], on, landscape=True))


def listed(positions: list[JobPosition]) -> Table:
    rows: list[list[str]] = []
    for group, label in PositionGroup.choices:
        inside = [one for one in positions if one.group == group]
        rows += [[str(label)]] if inside else []
        rows += [[one.code, one.name, one.unit.name, str(one.approved_number)] for one in inside]
    return Table(("Mã", "Vị trí việc làm", "Đơn vị", "Số người"), rows, (22, 78, 48, 17))


def described(position: JobPosition, number: int) -> list:
    """The parts of one position in the order of the form."""
    said = clean_description(position.description)
    goal = said.get("goal", NONE).split("\n")
    authority = [[str(at), line] for at, line in enumerate(said.get("authority", ()), 1)]
    return [
        ("h", f"BẢN MÔ TẢ VỊ TRÍ VIỆC LÀM SỐ {number}"),
        _facts(position, said),
        ("h", "1. Mục tiêu vị trí việc làm"),
        *goal,
        ("h", "2. Các công việc và tiêu chí đánh giá"),
        _table("tasks", said, (38, 70, 57)),
        ("h", "3. Các mối quan hệ công việc"),
        ("h", "3.1. Bên trong"),
        _table("inside", said, (55, 55, 55)),
        ("h", "3.2. Bên ngoài"),
        _table("outside", said, (82, 83)),
        ("h", "4. Phạm vi quyền hạn"),
        _or_none(("TT", "Quyền hạn cụ thể"), authority, (12, 153)),
        ("h", "5. Các yêu cầu về trình độ, năng lực"),
        ("h", "5.1. Yêu cầu về trình độ"),
        _qualification(said),
        ("h", "5.2. Yêu cầu về năng lực"),
        _competencies(position),
    ]


def _facts(position: JobPosition, said: dict) -> Table:
    facts = {
        "Tên vị trí việc làm": position.name,
        "Mã vị trí việc làm": position.code,
        "Nhóm": str(position.get_group_display()),
        "Đơn vị": position.unit.name,
        "Ngạch": code_list("rank").name_of(position.rank_code),
        "Số người được duyệt": str(position.approved_number),
        "Ngành, chuyên ngành": "; ".join(position.fields),
        **{TEXTS[key]: said.get(key, "") for key in ("place", "processes", "start", "note")},
    }
    return Table(
        ("Thông tin", "Nội dung"),
        [[label, text] for label, text in facts.items() if text],
        (50, 115),
    )


def _table(key: str, said: dict, widths: tuple[float, ...]):
    return _or_none(TABLES[key], said.get(key, ()), widths)


def _or_none(columns, rows, widths):
    return Table(columns, rows, widths) if rows else NONE


def _qualification(said: dict):
    asked = said.get("qualification", {})
    rows = [[label, asked[key]] for key, label in QUALIFICATION.items() if key in asked]
    return _or_none(("Nhóm yêu cầu", "Yêu cầu cụ thể"), rows, (45, 120))


def _competencies(position: JobPosition):
    """Under the name of each group; a position without competencies says so."""
    rows: list[list[str]] = []
    for group, label in catalogue.GROUPS.items():
        asked = [
            one
            for one in catalogue.competencies().values()
            if one.group == group and position.competencies.get(one.code)
        ]
        rows += [[label]] if asked else []
        rows += [
            [str(at), one.name, shown_level(position.competencies[one.code])]
            for at, one in enumerate(asked, 1)
        ]
    return _or_none(("TT", "Tên năng lực", "Cấp độ"), rows, (15, 120, 30))


def _letter(
    scheme: PositionScheme, kind: str, body: list, on: date, *, landscape: bool = False
) -> Letter:
    home = home_of(scheme.unit)
    party = scheme.unit.bloc == Bloc.PARTY
    return Letter(
        layout="party" if party else "state",
        issuer=scheme.unit.name,
        superior="" if home == scheme.unit else home.name,
        place=place_of(home.name),
        issued_on=on,
        kind=kind,
        title=_title(scheme),
        body=body,
        landscape=landscape,
        signer_title="Thủ trưởng cơ quan",
        recipients=("Các phòng, ban, đơn vị thuộc cơ quan", "Lưu."),
    )


def _title(scheme: PositionScheme) -> str:
    under = (
        f"(Kèm theo {scheme.decision})"
        if scheme.decision
        else f"({scheme.get_state_display().lower()}, lần {scheme.version})"
    )
    return f"{scheme.name} {under}"

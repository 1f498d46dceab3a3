"""From the bytes of a workbook to plans: what does not need to know who is in the system."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from thenchot.organisation.models import Unit
from thenchot.people import columns as c
from thenchot.people.imports.headings import Use, rate, shape_of, uses_of
from thenchot.people.imports.parsing import parse
from thenchot.people.imports.places import Places
from thenchot.people.imports.plan import Plan
from thenchot.people.imports.rows import Rows, sort_rows
from thenchot.platform.office.excel.grid import cell_text, column_number
from thenchot.platform.office.excel.reports import ImportReport, Problem
from thenchot.platform.office.excel.tables import BadSheet, Table, read_table, sheet_titles
from thenchot.platform.office.reading.stamps import secret_stamp

MAX_ROWS = 20_000
NEEDED = 1.0
_CELL = re.compile(r"^([A-Z]{1,3})(\d+)$")
Tell = Callable[[str, int, int], None]


class SecretList(BadSheet):
    """The list is stamped secret. The message holds neither its content nor its name."""

    def __init__(self, stamp: str) -> None:
        super().__init__(
            f"Danh sách có dấu độ mật “{stamp}”. Hệ thống không được phép đọc, lưu hay xử lý tài "
            f"liệu mật; tệp không được giữ lại. "
            "Đề nghị thực hiện theo quy định về bảo vệ bí mật nhà nước (Luật 117/2025/QH15)."
        )


@dataclass(frozen=True)
class Answers:
    """What the officer said on the page. `columns`: key of a heading -> meaning. `cells`: "C12" ->
    text, and "C=31/02/1980" -> text for the same cell in every row. `skipped`: rows left out.
    `excess`: reason and document that allow more people than were approved.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    skipped: frozenset[int] = frozenset()
    excess: tuple[str, str] = ("", "")


@dataclass
class Reading:
    """What was read. `uses`: what each column was taken for; `shape`: of the header, for
    remembering.
    """

    plans: list[Plan]
    uses: list[Use]
    shape: str
    places: Places
    samples: dict[int, list[str]]


def refuse_secret(content: bytes) -> None:
    """Raise `SecretList` for a stamp in the name of a sheet, in its first rows, or in a column of
    secrecy.
    """
    for name, texts in sheet_titles(content):
        for text, capitals in ((name, False), *((text, True) for text in texts)):
            if stamp := secret_stamp(text, capitals=capitals):
                raise SecretList(stamp)
    try:
        table = read_table(content, rate, needed=NEEDED)
    except BadSheet:
        return
    _refuse_secret_rows(table, uses_of(table.headings, {}, {}))


def count_people(content: bytes) -> int:
    """About how many rows a list has; 0 when no table is found."""
    try:
        return len(read_table(content, rate, needed=NEEDED).body)
    except BadSheet:
        return 0


def read(
    content: bytes,
    home: Unit,
    report: ImportReport,
    *,
    remembered: Callable[[str], Mapping[str, str]],
    answers: Answers,
    tell: Tell,
) -> Reading:
    """`remembered`: what columns of a shape mean in this commune. Problems and guesses go to the
    report.
    """
    tell("Mở tệp", 0, 1)
    table = read_table(content, rate, needed=NEEDED)
    shape = shape_of(table.headings)
    uses = uses_of(table.headings, remembered(shape), answers.columns)
    _refuse_secret_rows(table, uses)
    _correct(table, answers)
    places = Places(home, report)
    rows = sort_rows(table.body, uses, places.is_unit)
    rows.people = [person for person in rows.people if person.number not in answers.skipped]
    _tell_rows(table, rows, answers, report)
    samples = {use.at: _samples(table, use) for use in uses}
    plans: list[Plan] = []
    if not 0 < len(rows.people) <= MAX_ROWS:
        report.blame(
            0, "", f"Tệp có {len(rows.people)} dòng người; mỗi lần nhập từ 1 đến {MAX_ROWS} dòng."
        )
    else:
        plans = parse(
            rows.people, uses, report, lambda done, total: tell("Đọc các cột", done, total)
        )
        plans = [plan for plan in plans if _named(plan, report)]
        places.settle(plans, rows.sections)
    report.unknown_columns = tuple(use.heading.title for use in uses if not use.key)
    return Reading(plans, uses, shape, places, samples)


def _named(plan: Plan, report: ImportReport) -> bool:
    """The name from one column or from two; a row without one is a problem, and so not judged."""
    said = plan.said
    family, given = said.pop("name_family", ""), said.pop("name_given", "")
    if "name" not in said and family:
        said["name"] = f"{family} {given}".strip()
    plan.name = said.get("name", "")[: c.NAME.length]
    if not plan.name and not any(
        p.row == plan.number and p.column == c.NAME.title for p in report.problems[-3:]
    ):
        report.problems.append(Problem(plan.number, c.NAME.title, "Thiếu họ và tên."))
    return bool(plan.name)


def _correct(table: Table, answers: Answers) -> None:
    """The cells as the officer mended them, before anything reads them."""
    by_row: dict[int, dict[int, str]] = {}
    by_value: dict[int, dict[str, str]] = {}
    for place, text in answers.cells.items():
        letters, is_value, value = place.partition("=")
        if is_value:
            by_value.setdefault(column_number(letters) - 1, {})[value] = text
        elif match := _CELL.match(place):
            by_row.setdefault(int(match[2]), {})[column_number(match[1]) - 1] = text
    if not by_row and not by_value:
        return
    for number, cells in table.body:
        for at, texts in by_value.items():
            if at < len(cells) and cell_text(cells[at]) in texts:
                cells[at] = texts[cell_text(cells[at])]
        for at, text in by_row.get(number, {}).items():
            cells.extend([""] * (at + 1 - len(cells)))
            cells[at] = text


def _refuse_secret_rows(table: Table, uses: list[Use]) -> None:
    for use in uses:
        if use.key == "secrecy":
            for _, cells in table.body:
                text = cell_text(cells[use.at]) if use.at < len(cells) else ""
                if text and (stamp := secret_stamp(text, capitals=False)):
                    raise SecretList(stamp)


def _samples(table: Table, use: Use) -> list[str]:
    found: dict[str, None] = {}
    for _, cells in table.body:
        if use.at < len(cells) and (text := cell_text(cells[use.at])):
            found[text[:40]] = None
        if len(found) == 3:
            break
    return list(found)


def _tell_rows(table: Table, rows: Rows, answers: Answers, report: ImportReport) -> None:
    if table.others:
        report.notes.append(
            f"Chỉ đọc trang tính “{table.sheet}”; không đọc: {', '.join(table.others)}."
        )
    if rows.totals:
        report.notes.append(f"Bỏ qua dòng tổng cộng: {', '.join(map(str, rows.totals[:20]))}.")
    if rows.foot:
        report.notes.append(f"Từ dòng {rows.foot} trở xuống là phần ký, không đọc.")
    if answers.skipped:
        report.notes.append(
            f"Bỏ theo yêu cầu: dòng {', '.join(map(str, sorted(answers.skipped)))}."
        )


__all__ = ["Answers", "BadSheet", "Reading", "SecretList", "count_people", "read", "refuse_secret"]

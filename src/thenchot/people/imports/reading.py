"""From the bytes of a workbook to plans: what does not need to know who is in the system."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from thenchot.organisation.models import Unit
from thenchot.people import columns as c
from thenchot.people.imports.headings import RECOGNISED, UNKNOWN, Use, rate, shape_of, uses_of
from thenchot.people.imports.joining import join_rows
from thenchot.people.imports.parsing import parse
from thenchot.people.imports.places import Places
from thenchot.people.imports.plan import Plan
from thenchot.people.imports.rows import Rows, sort_rows
from thenchot.platform.office.excel.grid import cell_text, column_number
from thenchot.platform.office.excel.reports import ImportReport, Problem, Question
from thenchot.platform.office.excel.tables import (
    BadSheet,
    Table,
    left_rows,
    left_sheets,
    read_table,
    read_tables,
    sheet_titles,
)
from thenchot.platform.office.reading.stamps import secret_stamp

MAX_ROWS = 20_000
NEEDED = 1.0
TICKED = "ticked"
TICKS = frozenset("xXvV✓✔☑×")
_PLACE = re.compile(r"^(\d{1,3}!)?([A-Z]{1,3})(\d+)?$")
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
    text, and "C=31/02/1980" -> text for the same cell in every row; of the second list of a
    workbook "2!C12". `skipped`: rows left out, "12" or "2!12". `people`: row -> who is meant, as
    the options of a question say it. `excess`: reason and document that allow more people than
    were approved.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    people: Mapping[str, str] = field(default_factory=dict)
    excess: tuple[str, str] = ("", "")


@dataclass
class Reading:
    """What was read. `uses`: what each column was taken for, each heading once; `shapes`: of the
    headers, for remembering; `samples` by the key of a heading; `prefixes`: of the places of each
    sheet, where several are read.
    """

    plans: list[Plan]
    uses: list[Use]
    shapes: list[str]
    places: Places
    samples: dict[str, list[str]]
    prefixes: dict[str, str] = field(default_factory=dict)


def refuse_secret(content: bytes) -> None:
    """Raise `SecretList` for a stamp in the name of a sheet, in its first rows, or in a column of
    secrecy; also where nobody sees it.
    """
    for name, texts in sheet_titles(content):
        for text, capitals in ((name, False), *((text, True) for text in texts)):
            if stamp := secret_stamp(text, capitals=capitals):
                raise SecretList(stamp)
    try:
        tables, _ = read_tables(content, rate, needed=NEEDED, hidden_too=True)
    except BadSheet:
        return
    for table in tables:
        _refuse_secret_rows(table, uses_of(table.headings, {}, {}))


def count_people(content: bytes) -> int:
    """About how many rows a list has; 0 when no table is found."""
    try:
        return sum(len(table.body) for table in _tables(content)[0])
    except BadSheet:
        return 0


def _tables(content: bytes) -> tuple[list[Table], list[str]]:
    """The lists of people of the workbook, and the sheets that are none: a sheet with a column of
    names and little else beside a full one is a list of something else.
    """
    tables, others = read_tables(content, rate, needed=NEEDED)
    if not tables:
        read_table(content, rate, needed=NEEDED)  # says what is missing
    known = {table.sheet: _known_columns(table) for table in tables}
    fullest = max(known.values(), key=len)
    alike = [
        table
        for table in tables
        if len(known[table.sheet] & fullest) * 2 >= len(fullest)
        or known[table.sheet] >= {"name", "born"}
    ]
    return alike, [*others, *(table.sheet for table in tables if table not in alike)]


def _known_columns(table: Table) -> set[str]:
    return {use.key for use in uses_of(table.headings, {}, {}) if use.key and use.key != "ordinal"}


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
    tables, others = _tables(content)
    if others:
        read_names, left = (
            ", ".join(f"“{name}”" for name in names)
            for names in ([table.sheet for table in tables], others)
        )
        report.notes.append(f"Đọc trang tính {read_names}; không đọc: {left}.")
    if tables[0].unseen:
        report.notes.append(left_sheets(tables[0].unseen))
    reading = Reading([], [], [], Places(home, report), {})
    lists = [
        _SheetReader(table, n, len(tables) > 1, reading, report)
        for n, table in enumerate(tables, 1)
    ]
    for each in lists:
        each.look(remembered, answers)
    number = sum(len(each.rows.people) for each in lists)
    if not 0 < number <= MAX_ROWS:
        report.blame(0, "", f"Tệp có {number} dòng người; mỗi lần nhập từ 1 đến {MAX_ROWS} dòng.")
    else:
        for each in lists:
            each.read_rows(tell)
        reading.places.settle(
            reading.plans, [section for each in lists for section in each.rows.sections]
        )
    report.unknown_columns = tuple(use.heading.title for use in reading.uses if not use.key)
    return reading


class _SheetReader:
    """One list of the workbook. `number` counts the lists from 1; with `several` its places bear
    the number, but for the first.
    """

    def __init__(
        self, table: Table, number: int, several: bool, reading: Reading, report: ImportReport
    ):
        self.table, self.reading, self.report = table, reading, report
        self.sheet = table.sheet if several else ""
        self.prefix = f"{number}!" if several and number > 1 else ""
        reading.prefixes[self.sheet] = self.prefix

    def look(self, remembered: Callable[[str], Mapping[str, str]], answers: Answers) -> None:
        table, reading = self.table, self.reading
        shape = shape_of(table.headings)
        self.uses = uses_of(table.headings, remembered(shape), answers.columns, self.prefix)
        reading.shapes.append(shape)
        _refuse_secret_rows(table, self.uses)
        _correct(table, answers, self.prefix)
        self.rows = sort_rows(table.body, self.uses, reading.places.is_unit, table.continued)
        for section in self.rows.sections:
            section.sheet = self.sheet
        self.rows.people = [
            person
            for person in self.rows.people
            if f"{self.prefix}{person.number}" not in answers.skipped
        ]
        self._ask_ticks()
        seen = {use.heading.key for use in reading.uses}
        reading.uses += [use for use in self.uses if use.heading.key not in seen]
        for use in self.uses:
            reading.samples.setdefault(use.heading.key, _samples(table, use))
        _tell_rows(table, self.rows, self.sheet, self.prefix, answers, self.report)

    def _ask_ticks(self) -> None:
        """A column of nothing but an x says something that only who made it knows."""
        for n, use in enumerate(self.uses):
            if use.how not in (RECOGNISED, UNKNOWN) or _takes_ticks(use.key):
                continue
            texts = [
                text
                for person in self.rows.people
                if use.at < len(person.cells) and (text := cell_text(person.cells[use.at]))
            ]
            if texts and all(text in TICKS for text in texts):
                self.uses[n] = replace(use, key="", how=TICKED)
                self._ask(use, len(texts))

    def _ask(self, use: Use, count: int) -> None:
        asked = any(question.key == use.heading.key for question in self.report.questions)
        if not asked:
            text = (
                f"Cột {use.letter} “{use.heading.title}” đánh x ở {count} dòng. Dấu x có nghĩa gì: "
                f"chọn ở phần “Cột chưa hiểu”."
            )
            self.report.questions.append(
                Question(0, use.heading.title, text, use.heading.key, (), sheet=self.sheet)
            )

    def read_rows(self, tell: Tell) -> None:
        plans = parse(
            self.rows.people,
            self.uses,
            self.report,
            lambda done, total: tell("Đọc các cột", done, total),
            sheet=self.sheet,
            tab=self.table.sheet,
            errors=self.table.errors,
        )
        joined = join_rows(plans, self.rows.people, self.report)
        self.reading.plans += [plan for plan in joined if _named(plan, self.report)]


def _takes_ticks(key: str) -> bool:
    if key.startswith("hot:") or key in ("sex_m", "sex_f", "born_m", "born_f", "ordinal"):
        return True
    return key in c.BY_KEY and c.BY_KEY[key].form in ("flag", "answer", "sex")


def _named(plan: Plan, report: ImportReport) -> bool:
    """The name from one column or from two; a row without one is a problem, and so not judged."""
    said = plan.said
    family, given = said.pop("name_family", ""), said.pop("name_given", "")
    if "name" not in said and family:
        said["name"] = f"{family} {given}".strip()
    plan.name = said.get("name", "")[: c.NAME.length]
    if not plan.name and not any(
        (p.row, p.sheet) == (plan.number, plan.sheet) and p.column == c.NAME.title
        for p in report.problems[-3:]
    ):
        report.problems.append(
            Problem(plan.number, c.NAME.title, "Thiếu họ và tên.", sheet=plan.sheet)
        )
    return bool(plan.name)


def _correct(table: Table, answers: Answers, prefix: str) -> None:
    """The cells as the officer mended them, before anything reads them."""
    by_row: dict[int, dict[int, str]] = {}
    by_value: dict[int, dict[str, str]] = {}
    for place, text in answers.cells.items():
        letters, is_value, value = place.partition("=")
        match = _PLACE.match(letters)
        if not match or (match[1] or "") != prefix:
            continue
        at = column_number(match[2]) - 1
        if is_value:
            by_value.setdefault(at, {})[value] = text
        elif match[3]:
            by_row.setdefault(int(match[3]), {})[at] = text
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


def _tell_rows(
    table: Table, rows: Rows, sheet: str, prefix: str, answers: Answers, report: ImportReport
) -> None:
    where = f" (trang tính “{sheet}”)" if sheet else ""
    if table.hidden:
        report.notes.append(left_rows(table.hidden, sheet))
    for what, numbers in (
        ("dòng tổng cộng", rows.totals),
        ("dòng ghi chú", rows.notes),
        ("dòng ghi vị trí chưa có người", rows.vacant),
    ):
        if numbers:
            report.notes.append(f"Bỏ qua {what}{where}: {', '.join(map(str, numbers[:20]))}.")
    if rows.foot:
        report.notes.append(f"Từ dòng {rows.foot} trở xuống là phần ký, không đọc{where}.")
    skipped = [key for key in answers.skipped if key.rpartition("!")[0] == prefix.strip("!")]
    if skipped:
        numbers = sorted(int(key.rpartition("!")[2]) for key in skipped)
        report.notes.append(f"Bỏ theo yêu cầu{where}: dòng {', '.join(map(str, numbers))}.")


__all__ = ["Answers", "BadSheet", "Reading", "SecretList", "count_people", "read", "refuse_secret"]

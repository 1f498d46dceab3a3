"""Task tables: columns found by their titles, rows joined over page breaks, repeated titles
dropped, ditto marks.
"""

import re
from dataclasses import dataclass, field

from thenchot.importer.layout.labels import column_guess, column_of, holds_figures
from thenchot.kernel.bodies import begins_with_body, is_body_phrase
from thenchot.kernel.deadlines import parse_deadline
from thenchot.kernel.targets import parse_target
from thenchot.kernel.text import fold, plain
from thenchot.platform.office.reading.model import MERGED

Row = list[str]
_DITTO = re.compile(
    r"^(?:[-–\s]*n\s*[/.]?\s*[tf][-–.\s]*|như trên|như\s+dòng\s+trên|[\"″”''`´〃]+|//)$",
    re.IGNORECASE,
)
_COUNTING = re.compile(r"^\(?(?:\d{1,2}|[a-e])\)?(?:\s*=.*)?$")
_NUMBERED = re.compile(r"^\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-Za-zđ])\s*[.)]?\)?$")


@dataclass(slots=True)
class TaskTable:
    """A table of work: `columns` maps a field to the index of its column; `rows` come without the
    title rows.
    """

    columns: dict[str, int]
    rows: list[Row]
    titles: Row
    guessed: bool = False
    breaks: set[int] = field(default_factory=set)

    def cell(self, row: Row, name: str) -> str:
        index = self.columns.get(name)
        return row[index] if index is not None and index < len(row) else ""

    @property
    def assigns(self) -> bool:
        """It says what is to be done, and by whom or by when."""
        return "task" in self.columns and bool(
            {"lead", "deadline", "lead_coordinate", "responsible"} & set(self.columns)
        )


def merge_tables(groups: list[tuple[tuple[str, ...], ...]]) -> TaskTable | None:
    """One task table from the pieces of a table that page breaks tore apart, or null when it is not
    one.
    """
    if not groups or not groups[0]:
        return None
    titles, body_start = _titles([[cell.replace(MERGED, "") for cell in row] for row in groups[0]])
    columns = _columns(titles)
    if "indicator" in columns and _measures(
        columns["indicator"],
        groups[0][body_start:],
        set(range(len(titles))) - set(columns.values()),
    ):
        columns = {name: at for name, at in columns.items() if name != "task"}
    columns = _with_work(columns, titles, groups[0][body_start:])
    guessed = not _recognised(columns)
    if guessed:
        columns, body_start = _columns_by_content(groups[0]), 0
    else:
        columns = _completed(columns, titles, groups[0][body_start:])
    if not columns:
        return None
    table = TaskTable(columns, [], titles, guessed)
    for index, rows in enumerate(groups):
        _take(table, [list(row) for row in rows], body_start if index == 0 else 0, index > 0)
    return _finished(table)


def _finished(table: TaskTable) -> TaskTable:
    _fill_merged(table)
    table.rows = _joined(table)
    _repeat_ditto(table)
    _repeat_first(table)
    _repeat_month(table)
    return table


def _repeat_month(table: TaskTable) -> None:
    """The month of a schedule stands once before the works of that month."""
    at, work = table.columns.get("deadline"), table.columns.get("task")
    if at is None or work is None or at > work or plain(table.titles[at]) not in _CALENDAR:
        return
    for above, row in zip(table.rows, table.rows[1:], strict=False):
        if at < len(row) and not row[at].strip() and table.cell(row, "task").strip():
            row[at] = above[at]


def _repeat_first(table: TaskTable) -> None:
    """Who stands before the work and is left blank below: the cell above was merged with it."""
    lead, work = table.columns.get("lead"), table.columns.get("task")
    number = table.columns.get("number")
    if lead is None or work is None or lead > work or (number is not None and number < lead):
        return
    named = ""
    for row in table.rows:
        filled = sum(bool(cell.strip()) for cell in row)
        blank = lead < len(row) and not row[lead].strip()
        if blank and table.cell(row, "task").strip() and (number is None or filled > 1):
            row[lead] = named
        named = row[lead] if lead < len(row) and (row[lead].strip() or filled > 1) else ""


_FIGURE = re.compile(r"\s*(?:[≥≤<>]=?\s*)?\d[\d.,]*\s*%?\s*$")


def _measures(column: int, rows: tuple[tuple[str, ...], ...], beside: set[int]) -> bool:
    """Do the cells of the column on aims hold their values, or the columns `beside` that no title
    names?
    """
    cells = [row[column] for row in rows if column < len(row) and row[column].strip()]
    figures = [
        row[at] for row in rows for at in range(len(row)) if at in beside and row[at].strip()
    ]
    if figures and sum(map(is_figure, figures)) > len(figures) * 0.6:
        return True
    measured = sum(parse_target(cell).value is not None for cell in cells)
    return measured > len(cells) * 0.5


_FEW = 7  # words of a cell that holds a figure


def is_figure(cell: str) -> bool:
    """A number, with its sign, its bound and its unit: "≥ 92%", "tối thiểu 6.000 người"."""
    if _FIGURE.match(cell):
        return True
    dated = parse_deadline(cell).kind != "none"
    counted = parse_target(cell).value is not None or bool(re.match(r"\W*\d", cell))
    return counted and not dated and len(cell.split()) <= _FEW


_SHARED = (
    "lead",
    "coordinate",
    "deadline",
    "lead_coordinate",
    "responsible",
    "product",
    "approval",
)


def _fill_merged(table: TaskTable) -> None:
    """Cells merged downwards: a body, a time or a product holds for all its rows; a number or a
    title does not.
    """
    shared = {table.columns[name] for name in _SHARED if name in table.columns}
    for at, row in enumerate(table.rows):
        for index, cell in enumerate(row):
            if cell.strip() == MERGED:
                above = table.rows[at - 1] if at else []
                row[index] = above[index] if index in shared and index < len(above) else ""


def _take(table: TaskTable, rows: list[Row], start: int, continued: bool) -> None:
    first = True
    for row in rows[start:]:
        if not any(cell.strip() for cell in row) or _is_title_row(row, table.titles):
            continue
        if (
            all(_COUNTING.match(cell.strip()) for cell in row if cell.strip())
            and sum(bool(c.strip()) for c in row) >= 3
        ):
            continue
        if continued and first:
            table.breaks.add(len(table.rows))
        first = False
        table.rows.append(row)


def _is_title_row(row: Row, titles: Row) -> bool:
    words = [fold(cell) for cell in row]
    named = [fold(title) for title in titles]
    same = sum(1 for word, title in zip(words, named, strict=False) if word and word == title)
    if same >= 2 and same >= sum(bool(word) for word in words) * 0.6:
        return True
    return sum(1 for cell in row if cell.strip() and column_of(cell)) >= 3


def _titles(rows: list[Row]) -> tuple[Row, int]:
    """The title row (two-storey titles put together) and the index of the first row after it."""
    for index, row in enumerate(rows[:4]):
        known = [cell for cell in row if column_guess(cell) or holds_figures(cell)]
        enough = len(known) >= sum(bool(c.strip()) for c in row) * 0.5
        if len(known) >= 2 and (enough or _are_over_figures(row, rows[index + 1 :])):
            below = rows[index + 1] if index + 1 < len(rows) else []
            if _is_second_storey(row, below):
                return [
                    low if low.strip() else top for top, low in zip(row, below, strict=False)
                ], index + 2
            return row, index + 1
    return [], 0


def _are_over_figures(row: Row, below: list[Row]) -> bool:
    """A column of indicators, and beside it columns that the units name whose figures they hold."""
    named = [at for at, cell in enumerate(row) if column_guess(cell)]
    if not any(column_guess(row[at]) == "indicator" for at in named):
        return False
    free = [at for at in range(len(row)) if at not in named and row[at].strip()]
    cells = [line[at] for line in below for at in free if at < len(line) and line[at].strip(" -–")]
    return bool(cells) and sum(map(is_figure, cells)) * 3 > len(cells) * 2


def _is_second_storey(row: Row, below: Row) -> bool:
    filled = [cell for cell in below if cell.strip()]
    return (
        bool(filled)
        and len(filled) < len(row)
        and all(column_of(cell) for cell in filled)
        and not below[0].strip()
    )


def _columns(titles: Row) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, title in enumerate(titles):
        name = column_guess(title) if title.strip() else None
        if name and name not in found:
            found[name] = index
        elif name == "executor" and "coordinate" not in found:
            found["coordinate"] = index
    if "indicator" in found and not {"task", "deadline"} & set(found) and "executor" in found:
        unit = plain(titles[found["executor"]]).strip() == "đơn vị"
        found |= {"unit": found.pop("executor")} if unit else {}
    return _settled(found)


def _settled(found: dict[str, int]) -> dict[str, int]:
    """ "Đơn vị thực hiện" is the lead where no column says chủ trì, else a coordinating column; so
    is who is in charge.
    """
    if "executor" in found:
        index = found.pop("executor")
        found.setdefault(
            "lead" if not {"lead", "lead_coordinate"} & set(found) else "coordinate", index
        )
    if "responsible" in found and not {"lead", "lead_coordinate"} & set(found):
        found["lead"] = found.pop("responsible")
    if "task" not in found and "indicator" in found and {"lead", "deadline"} & set(found):
        found["task"] = found["indicator"]
    if "task" not in found and "product" in found and "lead" in found:
        found["task"] = found.pop("product")
    return found


def _with_work(
    columns: dict[str, int], titles: Row, rows: tuple[tuple[str, ...], ...]
) -> dict[str, int]:
    """Beside who or when the longest column that is neither is the work, whatever its title."""
    if {"task", "indicator"} & set(columns) or not {"lead", "deadline"} & set(columns):
        return columns
    free = [index for index in range(len(titles)) if index not in columns.values()]
    cells = {index: [row[index] for row in rows if index < len(row)] for index in free}
    works = [index for index in free if _says_work(cells[index])]
    if not works:
        return columns
    return columns | {"task": max(works, key=lambda index: sum(map(len, cells[index])))}


def _says_work(cells: list[str]) -> bool:
    """Words, and neither bodies nor times."""
    filled = [cell for cell in cells if cell.strip()]
    worded = [cell for cell in filled if len(re.findall(r"[^\W\d_]+", cell)) > 1]
    return len(worded) * 2 > len(filled) and _kind_of_cells(filled) is None


def _recognised(columns: dict[str, int]) -> bool:
    return ("task" in columns and len(columns) >= 2) or "indicator" in columns


def _completed(
    columns: dict[str, int], titles: Row, rows: tuple[tuple[str, ...], ...]
) -> dict[str, int]:
    """What no title names, by what stands in the cells: "Trình UBND tỉnh" over days, "Mã" over
    numbers.
    """
    found = dict(columns)
    for index in sorted(set(range(len(titles))) - set(columns.values())):
        cells = [row[index] for row in rows if index < len(row) and row[index].strip(f" {MERGED}")]
        name = _kind_of_cells(cells)
        if name == "deadline" or (name == "number" and index == 0):
            found.setdefault(name, index)
        elif plain(titles[index]).strip(" .") in _CALENDAR:
            found.setdefault("deadline", index)
    return found


_CALENDAR = ("ngày", "tuần", "tháng", "quý", "tháng/năm", "ngày, tháng")
"""A column of a schedule; its cells hold for the rows below them."""


def _columns_by_content(rows: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    """A table without titles: the longest column is the work, the one with times the deadline,
    bodies in order.
    """
    width = max(len(row) for row in rows)
    if width < 3 or len(rows) < 2:
        return {}
    cells = [[row[i] for row in rows if i < len(row) and row[i].strip()] for i in range(width)]
    free = [i for i in range(width) if _kind_of_cells(cells[i]) is None] or list(range(width))
    longest = max(free, key=lambda i: sum(map(len, cells[i])))
    worded = [cell for cell in cells[longest] if re.search(r"[^\W\d_]{2}", cell)]
    if len(worded) * 2 <= len(cells[longest]):
        return {}
    found = {"task": longest}
    for index in range(width):
        name = None if index == longest else _kind_of_cells(cells[index])
        if name:
            found.setdefault("coordinate" if name == "lead" and "lead" in found else name, index)
    return found if {"lead", "deadline"} & set(found) else {}


def _kind_of_cells(cells: list[str]) -> str | None:
    if not cells:
        return None
    tests = {
        "number": lambda cell: bool(_NUMBERED.match(cell.strip())),
        "deadline": lambda cell: parse_deadline(cell).kind != "none" and not is_body_phrase(cell),
        "lead": lambda cell: is_body_phrase(cell) or begins_with_body(cell),
    }
    return next(
        (name for name, test in tests.items() if sum(map(test, cells)) > len(cells) * 0.6), None
    )


def _joined(table: TaskTable) -> list[Row]:
    rows: list[Row] = []
    for index, row in enumerate(table.rows):
        if rows and _is_rest_of(table, row, rows[-1], index in table.breaks):
            rows[-1] = [_glue(above, below) for above, below in _pairs(rows[-1], row)]
        else:
            rows.append(list(row))
    return rows


def _pairs(above: Row, below: Row) -> list[tuple[str, str]]:
    width = max(len(above), len(below))
    return list(
        zip(above + [""] * (width - len(above)), below + [""] * (width - len(below)), strict=True)
    )


def _glue(above: str, below: str) -> str:
    return f"{above} {below}".strip() if above and below else above or below


def _is_rest_of(table: TaskTable, row: Row, above: Row, at_break: bool) -> bool:
    """Is this row the second half of the row above, torn by a page break or by the scrape?"""
    if table.cell(row, "number").strip():
        return False
    work = (table.cell(row, "task") or table.cell(row, "indicator")).strip()
    if work[:1].islower() or (not work and any(cell.strip()[:1].islower() for cell in row)):
        return True
    if not work:
        return at_break or not (table.cell(row, "lead") and table.cell(row, "deadline"))
    before = table.cell(above, "task").strip()
    others = any(table.cell(row, name).strip() for name in ("lead", "deadline"))
    return (
        at_break
        and not others
        and not before.endswith((".", ";", ":"))
        and "number" in table.columns
        and bool(table.cell(above, "lead"))
    )


def is_ditto(cell: str) -> bool:
    return bool(cell.strip()) and bool(_DITTO.match(cell.strip()))


def _repeat_ditto(table: TaskTable) -> None:
    for above, row in zip(table.rows, table.rows[1:], strict=False):
        for index, cell in enumerate(row):
            if is_ditto(cell) and index < len(above):
                row[index] = above[index]

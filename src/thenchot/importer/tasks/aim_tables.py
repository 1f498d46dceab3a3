"""Aims out of tables: one aim a row, one for each year, one for each unit; and tables whose rows
are units and whose columns are aims.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from thenchot.importer.layout.canvas import Canvas, Element
from thenchot.importer.layout.tables import TaskTable, is_figure
from thenchot.importer.model import ParsedTarget
from thenchot.importer.tasks.aim_words import sought
from thenchot.kernel.bodies import is_body_phrase
from thenchot.kernel.targets import Target, parse_target, unit_named
from thenchot.kernel.text import plain, tidy

_PAST = re.compile(
    r"\b(?:th|uth|kq|ut)\b(?=\s*(?:năm\s*)?20)|thực hiện|hiện trạng|\bước|kết quả|cùng kỳ"
    r"|thực tế|đầu kỳ|\bđã\b|hiện có|xuất phát|năm trước"
)
_SIGN = re.compile(r"\s*(≥|>=|≤|<=|>|<)\s*")
_SIGNS = {"≥": ">=", ">=": ">=", "≤": "<=", "<=": "<=", ">": ">", "<": "<"}
_OF_ALL = re.compile(r"\s*(\d{1,4})\s*/\s*(\d{1,4})\s*$")
_TIME = re.compile(
    r"(?:(?:trước|đến|hết|trong|chậm nhất|xong|ngày)\s+)*(?:(?:quý|tháng|năm|ngày)\b.*"
    r"|\d{1,2}/\d{1,2}(?:/\d{4})?|\d{1,2}/\d{4}|20\d\d|6 tháng .*)"
)
_AT_MOST = re.compile(
    r"\b(?:giảm còn|giảm xuống(?: còn)?|còn(?: lại)?|không quá|không vượt quá|tối đa)\W*$"
)
_UNDER = re.compile(r"\b(?:dưới|xuống dưới)\W*$")
_OF_FIGURES = re.compile(
    r"kế hoạch|chỉ tiêu|mục tiêu|\bkh\b|phấn đấu|dự kiến|giao|năm|quý|tháng|học kỳ|giai đoạn|so với"
    r"|so sánh|tăng|giảm|tỷ lệ|%|trọng số|điểm|đơn giá|cả năm|ghi chú|kỳ|20\d\d|đơn vị tính"
)
"""Words of a column that holds figures of a plan, not those of one unit."""
_ALL_UNITS = re.compile(
    r"(?:tổng|tổng cộng|tổng số|cộng|chung|toàn (?:xã|phường|đặc khu|trường))\b"
)
_UNITS = re.compile(
    r"(?:tên\s+)?(?:các\s+)?(?:thôn|xóm|ấp|bản|làng|buôn|bon|plei|khóm|khối|khu phố|khu dân cư|khu"
    r"|tổ dân phố|tổ|tdp|đơn vị|trường|điểm trường|chi bộ|chi hội|chi đoàn|trạm|xã|phường|địa bàn"
    r"|địa phương|cơ quan|đoàn thể|hợp tác xã|lớp|cụm|nơi nhận chỉ tiêu)\b.{0,40}"
)
_SETS_AIMS = re.compile(r"chỉ tiêu|mục tiêu|phấn đấu|giao\b|kế hoạch")
_TELLS = re.compile(r"kết quả|danh sách|thống kê|hiện trạng|dự toán|kinh phí|phân bổ|tình hình")
_NUMBER_TITLE = re.compile(r"(?:số )?(?:tt|stt|thứ tự)|số")
_IN_BRACKETS = re.compile(r"\(([^()]{1,25})\)\s*$|,\s*(%|ha|km|m2|tấn|hộ|người)\s*$")
_NEAR = 3  # paragraphs before a table that say what it holds


def targets_of_tables(canvas: Canvas) -> Iterator[ParsedTarget]:
    """The aims of every table that sets some."""
    rows: dict[int, list[Element]] = {}
    for element in canvas.elements:
        if element.is_row:
            rows.setdefault(element.table, []).append(element)
    for number, elements in rows.items():
        table = canvas.tables.get(number)
        if table and "indicator" in table.columns:
            yield from _of_table(table, elements)
        elif table and table.assigns:
            yield from _of_works(table, elements)
        elif _is_about_aims(canvas, elements[0]):
            yield from _of_units(canvas, elements)


def _of_works(table: TaskTable, elements: list[Element]) -> Iterator[ParsedTarget]:
    """What the works of a table have to reach at least."""
    index = table.columns["task"]
    below = elements[bool(table.titles) :]
    for at, (row, element) in enumerate(zip(table.rows, below, strict=True)):
        for target in sought(row[index]) if index < len(row) else ():
            yield ParsedTarget(
                ref=f"CT.{table.cell(row, 'number').strip().strip('.') or at + 1}",
                text=tidy(row[index]),
                **_told(target),
                spans={"text": [element.cells[index]]},
                rules={"value": target.rule},
                confidence={"value": min(0.8, target.confidence)},
            )


def _is_about_aims(canvas: Canvas, first: Element) -> bool:
    """What stands over the table, else the title of the document, sets aims."""
    at = canvas.elements.index(first)
    near = [one.text for one in canvas.elements[max(0, at - _NEAR) : at] if not one.is_row]
    said = plain(" ".join(near))
    if _TELLS.search(said):
        return False
    head = plain(" ".join(one.text for one in canvas.elements if one.region == "head"))
    return bool(_SETS_AIMS.search(said) or re.search(r"giao chỉ tiêu|chỉ tiêu", head))


def _of_table(table: TaskTable, elements: list[Element]) -> Iterator[ParsedTarget]:
    index = table.columns["indicator"]
    titles = elements[0] if table.titles else None
    below = elements[bool(table.titles) :]
    for at, (row, element) in enumerate(zip(table.rows, below, strict=True)):
        label = table.cell(row, "number").strip().strip(".") or str(at + 1)
        for column, said, unit in _targets_of_row(table, row, index):
            spans = [element.cells[index]]
            if unit and titles:
                spans.append(titles.cells[column])
            yield ParsedTarget(
                ref=f"CT.{label}",
                text=f"{unit} – {tidy(row[index])}" if unit else tidy(row[index]),
                **_told(_as_labelled(row[index], said)),
                by=_year_of(table.titles[column]),
                spans={"text": spans},
                rules={"value": "indicator_table"},
                confidence={"value": 0.8},
            )


def _told(target: Target) -> dict:
    return {"comparator": target.comparator, "value": target.value, "unit": target.unit}


def _as_labelled(label: str, target: Target) -> Target:
    """The bound that the words before the figure set: "Hộ nghèo giảm còn" | 18,5."""
    words = plain(re.sub(r"\([^()]*\)", "", label)).strip()
    if target.comparator != ">=":
        return target
    if target.value == 0:
        return replace(target, comparator="=")
    bound = "<=" if _AT_MOST.search(words) else "<" if _UNDER.search(words) else ">="
    return replace(target, comparator=bound)


def _targets_of_row(
    table: TaskTable, row: list[str], index: int
) -> list[tuple[int, Target, str | None]]:
    """The aims in the columns of values, else the one that its words say."""
    if not row[index].strip():
        return []
    said = parse_target(row[index])
    beside = _row_targets(table, row)
    return beside or ([(index, said, None)] if said.is_measured else [])


def _value_columns(table: TaskTable) -> list[int]:
    named = {index for name, index in table.columns.items() if name not in ("deadline", "product")}
    return [index for index in range(len(table.titles)) if index not in named]


def _row_targets(table: TaskTable, row: list[str]) -> list[tuple[int, Target, str | None]]:
    """The aim of a row: one for each column that names a year to come or a unit, else the last
    column with a number.
    """
    unit = table.cell(row, "unit").strip()
    filled = [
        index
        for index in _value_columns(table)
        if index < len(row) and _is_value(row[index].strip(), unit)
    ]
    aimed = [index for index in filled if not _PAST.search(plain(table.titles[index]))]
    units = [index for index in _columns_of_units(table) if index in aimed]
    if units:
        return [(at, _cell_target(row[at], unit), tidy(table.titles[at])) for at in units]
    dated = [index for index in aimed if _year_of(table.titles[index])]
    chosen = dated if len(dated) > 1 else (aimed or filled)[-1:]
    return [(index, _cell_target(row[index], unit), None) for index in chosen]


def _columns_of_units(table: TaskTable) -> list[int]:
    """Columns named by units, two of them at least: "Thôn Hạ", "Thôn Trung", "Toàn xã"."""
    found = [
        index
        for index in range(len(table.titles))
        if index not in table.columns.values() and _names_a_unit(table.titles[index])
    ]
    return found if len(found) > 1 else []


def _names_a_unit(title: str) -> bool:
    said = plain(title).strip()
    if not said or _OF_FIGURES.search(said) or _PAST.search(said):
        return False
    return bool(_ALL_UNITS.match(said)) or title.strip()[:1].isupper()


def _is_value(cell: str, unit: str) -> bool:
    if unit and _of_all(cell):
        return True
    return bool(re.search(r"\d", cell)) and not _TIME.fullmatch(plain(cell))


def _of_all(cell: str) -> int | None:
    """The first of "11/19", where it is the lesser."""
    match = _OF_ALL.match(cell)
    return int(match[1]) if match and 0 < int(match[1]) <= int(match[2]) else None


def _cell_target(cell: str, unit: str) -> Target:
    cell = cell.strip()
    if unit and (so_many := _of_all(cell)):
        return Target(">=", float(so_many), unit.lower())
    signed = _SIGN.match(cell)
    bare = cell[signed.end() :] if signed else cell
    wanted = parse_target(
        f"{bare}{'' if bare.endswith('%') else unit}" if unit == "%" else f"{bare} {unit}"
    )
    value = wanted.value if wanted.value is not None else _bare(bare)
    comparator = _SIGNS[signed[1]] if signed else wanted.comparator if wanted.is_measured else ">="
    return Target(comparator, value, wanted.unit or unit.lower() or None)


def _bare(cell: str) -> float | None:
    match = re.search(r"\d[\d.,]*", cell)
    return parse_target(match.group().rstrip(".,") + "%").value if match else None


def _year_of(title: str) -> str | None:
    years = re.findall(r"20\d\d", title)
    return f"{years[-1]}-12-31" if years else None


def _of_units(canvas: Canvas, elements: list[Element]) -> Iterator[ParsedTarget]:
    """A table whose rows are units and whose columns are aims."""
    text = canvas.text
    cells = [[text[a:b].strip() for a, b in element.cells] for element in elements]
    titles = cells[0]
    at = next((i for i, title in enumerate(titles) if not _is_number_title(title)), 0)
    if len(cells) < 2 or not _are_units(
        [row[at] for row in cells[1:] if at < len(row)], titles[at]
    ):
        return
    columns = [index for index in range(at + 1, len(titles)) if _holds_aims(cells, index)]
    for row, element in zip(cells[1:], elements[1:], strict=True):
        for index in columns:
            if index >= len(row) or not is_figure(row[index]):
                continue
            title, unit = _title_and_unit(titles[index])
            yield ParsedTarget(
                ref=f"CT.{elements.index(element)}.{index}",
                text=f"{tidy(row[at])} – {tidy(titles[index])}",
                **_told(_as_labelled(title, _cell_target(row[index], unit))),
                spans={"text": [element.cells[at], elements[0].cells[index]]},
                rules={"value": "table_of_units"},
                confidence={"value": 0.75},
            )


def _is_number_title(title: str) -> bool:
    return bool(_NUMBER_TITLE.fullmatch(plain(title).strip(" .")))


def _are_units(cells: list[str], title: str) -> bool:
    named = sum(bool(cell) and (is_body_phrase(cell) or cell[:1].isupper()) for cell in cells)
    figures = sum(is_figure(cell) for cell in cells)
    return bool(_UNITS.fullmatch(plain(title))) and named * 2 > len(cells) and not figures


def _holds_aims(cells: list[list[str]], index: int) -> bool:
    """A column of figures with a title that says of what."""
    title = plain(cells[0][index])
    if len(title) < 3 or _PAST.search(title) or "ghi chú" in title:
        return False
    filled = [row[index] for row in cells[1:] if index < len(row) and row[index].strip(" -–")]
    return bool(filled) and sum(map(is_figure, filled)) * 3 > len(filled) * 2


def _title_and_unit(title: str) -> tuple[str, str]:
    """ "Đường hoa (km)": the words, and what its figures count."""
    match = _IN_BRACKETS.search(title)
    if match:
        return title[: match.start()].strip(), (match[1] or match[2]).strip()
    return title, "%" if plain(title).startswith("tỷ lệ") else unit_named(title) or ""

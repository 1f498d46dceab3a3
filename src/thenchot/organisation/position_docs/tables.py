"""The tables of a description, known by their headers. Pure."""

from collections.abc import Iterator, Sequence

from thenchot.kernel.text import words
from thenchot.platform.office.reading.model import MERGED

Rows = Sequence[Sequence[str]]
WIDTH = {"tasks": 3, "inside": 3, "outside": 2}
QUALIFIERS = {
    "degree": (
        "trinh do dao tao",
        "trinh do chuyen mon",
        "trinh do",
        "trinh do chuyen mon dao tao",
    ),
    "certificates": (
        "boi duong chung chi",
        "boi duong",
        "chung chi",
        "kien thuc bo tro",
        "cac chung chi boi duong",
    ),
    "experience": ("kinh nghiem", "kinh nghiem thanh tich cong tac", "kinh nghiem cong tac"),
    "qualities": ("pham chat ca nhan", "pham chat"),
    "other": ("cac yeu cau khac", "yeu cau khac", "khac"),
}
_NUMBERS = {"tt", "stt", "so tt", "so thu tu"}
_HEAD_CELLS = {
    "cong viec cu the",
    "mang cong viec",
    "nhiem vu mang cong viec",
    "ten nang luc",
    "cac nhiem vu cong viec",
}
_NAMED = ("ten vi tri", "ma vi tri", "ten vtvl", "ma vtvl")
_FACTS_HEAD = ["thong tin", "noi dung"]
_LETTERHEAD = ("noi nhan", "cong hoa xa hoi", "dang cong san viet nam")


def filled(rows: Rows) -> list[list[str]]:
    """Cells merged downwards say what the first of them says; empty rows are left out."""
    answer: list[list[str]] = []
    for row in rows:
        above = answer[-1] if answer else []
        cells = [
            above[at] if cell == MERGED and at < len(above) else cell.replace(MERGED, "")
            for at, cell in enumerate(row)
        ]
        if any(cell.strip() for cell in cells):
            answer.append(cells)
    return answer


def apart(rows: Rows) -> list[list[str]]:
    """The rows with the text of a merged cell only where it begins."""
    answer = [[cell.replace(MERGED, "") for cell in row] for row in rows]
    return [row for row in answer if any(cell.strip() for cell in row)]


def kind_of(rows: Rows) -> str:
    """tasks, inside, outside, authority, qualification, competencies, facts, framework, letterhead,
    or unknown.
    """
    if not rows:
        return "letterhead"
    head = " | ".join(_key(cell) for row in rows[:2] for cell in row)
    if any(mark in head for mark in _LETTERHEAD):
        return "letterhead"
    first = " | ".join(_key(cell) for cell in rows[0])
    if "cap do 1" in first and "cap do 5" in first:
        return "framework"
    return next(
        (kind for kind, marks in _MARKS if any(all(m in first for m in mark) for mark in marks)),
        _facts_or(rows),
    )


_MARKS = (
    ("tasks", (("tieu chi",),)),
    ("outside", (("ban chat",), ("co quan to chuc", "quan he"))),
    ("inside", (("quan ly truc tiep",), ("quan ly", "phoi hop"))),
    ("competencies", (("nang luc", "cap do"), ("nang luc", "muc do"), ("nang luc", "muc yeu cau"))),
    ("authority", (("quyen han",),)),
    ("qualification", (("nhom yeu cau",), ("yeu cau cu the",))),
)


def _facts_or(rows: Rows) -> str:
    """A heading merged over the width may stand above the facts."""
    first = [_key(cell) for cell in rows[0]]
    if first == _FACTS_HEAD or any(":" in cell for cell in rows[0]):
        return "facts"
    named = any(_key(cell).startswith(_NAMED) for row in rows[:3] for cell in row)
    return "facts" if named else "unknown"


def facts(rows: Rows) -> Iterator[tuple[str, str]]:
    """ "Label: text" in one cell, or a label and the cell beside it."""
    for row in rows[1:] if [_key(cell) for cell in rows[0]] == _FACTS_HEAD else rows:
        label = ""
        for cell in row:
            before, colon, after = cell.partition(":")
            if colon and after.strip() and not label:
                yield before, after
            elif not label:
                label = before
            else:
                yield label, cell
                label = ""


def cells(kind: str, rows: Rows) -> list[list[str]]:
    """The rows below the header, the numbering dropped, as wide as the kind wants them."""
    return [_fitted(row, WIDTH[kind], kind == "tasks") for row in _body(rows)]


def _fitted(row: list[str], width: int, from_right: bool) -> list[str]:
    """Too many cells: those in the middle belong together. Too few: the first of a task is missing,
    else the last.
    """
    if len(row) > width:
        return [*row[: width - 2], "; ".join(filter(None, row[width - 2 : -1])), row[-1]]
    missing = [""] * (width - len(row))
    return missing + row if from_right else row + missing


def last_cells(rows: Rows) -> list[str]:
    return [row[-1] for row in _body(rows) if row[-1].strip()]


def pairs(rows: Rows) -> list[tuple[str, str]]:
    return [(row[0], row[-1]) for row in _body(rows) if len(row) > 1 and row[-1].strip()]


def levels(rows: Rows) -> list[tuple[str, str]]:
    """Name and level of each competency; rows that only name a group are left out."""
    head = [_key(cell) for cell in rows[0]]
    named = [
        at
        for at, key in enumerate(head)
        if "nang luc" in key and not key.startswith("nhom") and "cap do" not in key
    ]
    name, level = (
        (named or [0])[0],
        max(at for at, key in enumerate(head) if "cap do" in key or "muc" in key),
    )
    wide = [row for row in rows[1:] if len(row) > max(name, level)]
    return [
        (row[name], row[level])
        for row in wide
        if row[name].strip() and not _names_group(row[name], row[level])
    ]


def _names_group(name: str, level: str) -> bool:
    return (not level.strip() or level == name) and _key(name).startswith(
        ("nang luc", "nhom nang luc")
    )


def _body(rows: Rows) -> list[list[str]]:
    """Without one or two header rows and without the column that only numbers."""
    start = 2 if len(rows) > 1 and {_key(cell) for cell in rows[1]} & _HEAD_CELLS else 1
    numbered = _key(rows[0][0]) in _NUMBERS
    return [list(row[1:] if numbered else row) for row in rows[start:]]


def _key(text: str) -> str:
    return " ".join(words(text))

"""The description of a job position in its stored shape: tidied, compared, and as lines a person
types. Pure.

A task is typed "mảng công việc | công việc | tiêu chí", one a line; a level "2" or "2-3".
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from thenchot.kernel.text import nfc, tidy
from thenchot.organisation import catalogue

TEXTS = {
    "goal": "Mục tiêu",
    "place": "Nơi làm việc",
    "processes": "Quy trình liên quan",
    "start": "Ngày bắt đầu thực hiện",
    "note": "Ghi chú",
}
TABLES = {
    "tasks": ("Mảng công việc", "Công việc cụ thể", "Tiêu chí đánh giá hoàn thành"),
    "inside": (
        "Được quản lý trực tiếp và kiểm duyệt bởi",
        "Phối hợp trực tiếp với",
        "Các đơn vị phối hợp chính",
    ),
    "outside": ("Cơ quan, tổ chức có quan hệ chính", "Bản chất quan hệ"),
}
QUALIFICATION = {
    "degree": "Trình độ đào tạo",
    "certificates": "Bồi dưỡng, chứng chỉ",
    "experience": "Kinh nghiệm",
    "qualities": "Phẩm chất cá nhân",
    "other": "Các yêu cầu khác",
}
_LEVEL = re.compile(r"^\D*([1-5])(?:\s*(?:-|–|—|đến|tới|/)\s*([1-5]))?\D*$")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\uf8ff\ufffe\uffff]")


def clean_lines(text: str) -> str:
    """Composed letters, single spaces, no empty line, nothing Word cannot print."""
    lines = (tidy(line) for line in _UNPRINTABLE.sub(" ", nfc(str(text))).splitlines())
    return "\n".join(line for line in lines if line)


def clean_description(given: Mapping[str, Any]) -> dict[str, Any]:
    """Every part tidied, empty parts absent, so that two descriptions that say the same are
    equal.
    """
    found: dict[str, Any] = {key: clean_lines(given.get(key, "")) for key in TEXTS}
    for key, columns in TABLES.items():
        rows = (
            [clean_lines(cell) for cell in _padded(row, len(columns))] for row in given.get(key, ())
        )
        found[key] = [row for row in rows if any(row)]
    found["authority"] = [line for line in map(clean_lines, given.get("authority", ())) if line]
    asked = given.get("qualification", {})
    qualification = {key: clean_lines(asked.get(key, "")) for key in QUALIFICATION}
    found["qualification"] = {key: text for key, text in qualification.items() if text}
    return {key: value for key, value in found.items() if value}


def _padded(row: Iterable[str], width: int) -> list[str]:
    cells = list(row)[:width]
    return cells + [""] * (width - len(cells))


def read_level(text: str) -> list[int] | None:
    """ "2-3" is [2, 3], "Cấp độ 3" is [3, 3]; none when it is no level or the wrong way round."""
    match = _LEVEL.match(text.strip())
    if not match:
        return None
    least, most = int(match[1]), int(match[2] or match[1])
    return [least, most] if least <= most else None


def shown_level(level: Iterable[int] | None) -> str:
    if not level:
        return ""
    least, most = level
    return str(least) if least == most else f"{least}-{most}"


def clean_competencies(given: Mapping[str, Iterable[int]]) -> dict[str, list[int]]:
    """In the order of the framework; what the framework does not know is left out."""
    return {code: list(given[code]) for code in catalogue.competencies() if given.get(code)}


def rows_to_lines(rows: Iterable[Iterable[str]]) -> str:
    """A table as a person types it. A line break inside a cell becomes a semicolon."""
    return "\n".join(" | ".join(cell.replace("\n", "; ") for cell in row) for row in rows)


def lines_to_rows(text: str, width: int) -> list[list[str]]:
    """The other way; a line with fewer parts fills from the left, with more the last part keeps its
    bars.
    """
    rows = [
        [part.strip() for part in line.split("|", width - 1)]
        for line in text.splitlines()
        if line.strip()
    ]
    return [_padded(row, width) for row in rows]


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Names of the parts of a description that differ."""
    one, other = clean_description(before), clean_description(after)
    labels = {
        **TEXTS,
        "tasks": "Công việc và tiêu chí",
        "inside": "Quan hệ bên trong",
        "outside": "Quan hệ bên ngoài",
        "authority": "Quyền hạn",
        "qualification": "Trình độ, phẩm chất",
    }
    return [label for key, label in labels.items() if one.get(key) != other.get(key)]

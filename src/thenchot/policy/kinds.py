"""What a value may be: one closed set of kinds, checked alike whether the value is shipped or
entered in a locality.

Each kind reads what a person typed (`parse`), checks a stored value (`check`), gives it to rules
(`typed`) and shows it (`show`). A refusal is a `BadValue` whose text a person can act on.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any


class BadValue(ValueError):
    """The value does not fit its kind; the message says what is expected."""


@dataclass(frozen=True)
class Whole:
    """A whole number between two bounds."""

    least: int = 0
    most: int = 10_000

    def parse(self, text: str) -> int:
        cleaned = text.strip().replace(".", "")
        if not re.fullmatch(r"-?\d+", cleaned):
            raise BadValue(f"“{text}” không phải số nguyên.")
        return self.check(int(cleaned))

    def check(self, value: Any) -> int:
        if type(value) is not int or not self.least <= value <= self.most:
            raise BadValue(f"Cần số nguyên từ {self.least} đến {self.most}, không phải {value!r}.")
        return value

    def typed(self, value: int) -> int:
        return value

    def show(self, value: Any) -> str:
        return str(value)


@dataclass(frozen=True)
class Wholes:
    """Whole numbers, kept in the order of the steps they stand for: rising or falling, none
    twice.
    """

    least: int = 0
    most: int = 10_000
    order: str = "rising"

    @property
    def each(self) -> Whole:
        return Whole(self.least, self.most)

    def parse(self, text: str) -> list[int]:
        return self.check(
            [self.each.parse(part) for part in re.split(r"[,;\s]+", text.strip()) if part]
        )

    def check(self, value: Any) -> list[int]:
        if not isinstance(value, list) or not value:
            raise BadValue("Cần ít nhất một số.")
        for number in value:
            self.each.check(number)
        if value != sorted(set(value), reverse=self.order == "falling"):
            raise BadValue(
                f"Các số phải {'giảm' if self.order == 'falling' else 'tăng'} dần, không lặp lại."
            )
        return value

    def typed(self, value: Any) -> tuple[int, ...]:
        return tuple(value)

    def show(self, value: Any) -> str:
        return ", ".join(map(str, value))


@dataclass(frozen=True)
class YesNo:
    def parse(self, text: str) -> bool:
        answers = {"có": True, "không": False, "true": True, "false": False}
        if text.strip().casefold() not in answers:
            raise BadValue("Trả lời “có” hoặc “không”.")
        return answers[text.strip().casefold()]

    def check(self, value: Any) -> bool:
        if type(value) is not bool:
            raise BadValue(f"Cần có/không, không phải {value!r}.")
        return value

    def typed(self, value: bool) -> bool:
        return value

    def show(self, value: Any) -> str:
        return "có" if value else "không"


@dataclass(frozen=True)
class Choices:
    """Some of a closed list, at least one, none twice. `labels` pairs code and Vietnamese name."""

    labels: tuple[tuple[str, str], ...]

    def parse(self, text: str) -> list[str]:
        by_name = {name.casefold(): code for code, name in self.labels} | {
            code: code for code, _ in self.labels
        }
        parts = [part.strip().casefold() for part in re.split(r"[,;\n]+", text) if part.strip()]
        return self.check([by_name.get(part, part) for part in parts])

    def check(self, value: Any) -> list[str]:
        codes = dict(self.labels)
        if not isinstance(value, list) or not value or len(set(map(str, value))) != len(value):
            raise BadValue("Cần chọn ít nhất một mục, mỗi mục một lần.")
        unknown = [str(item) for item in value if not isinstance(item, str) or item not in codes]
        if unknown:
            raise BadValue(
                f"Không có mục “{', '.join(unknown)}”; được chọn: {', '.join(codes.values())}."
            )
        return value

    def typed(self, value: Any) -> tuple[str, ...]:
        return tuple(value)

    def show(self, value: Any) -> str:
        return ", ".join(dict(self.labels)[code] for code in value)


@dataclass(frozen=True)
class Choice:
    """One of a closed list. `labels` pairs code and Vietnamese name."""

    labels: tuple[tuple[str, str], ...]

    def parse(self, text: str) -> str:
        by_name = {name.casefold(): code for code, name in self.labels}
        return self.check(by_name.get(text.strip().casefold(), text.strip()))

    def check(self, value: Any) -> str:
        if not isinstance(value, str) or value not in dict(self.labels):
            raise BadValue(
                f"Không có mục {value!r}; được chọn: {', '.join(name for _, name in self.labels)}."
            )
        return value

    def typed(self, value: str) -> str:
        return value

    def show(self, value: Any) -> str:
        return dict(self.labels)[value]


@dataclass(frozen=True)
class AgesByYear:
    """For each year an age of men and of women in months; the last year holds for all later ones.

    Typed in as a line a year: "2026: 61 tuổi 6 tháng; 57 tuổi 0 tháng" (men; women). Stored as
    [[2026, 738, 684], …].
    """

    def parse(self, text: str) -> list[list[int]]:
        return self.check([_ages(line) for line in text.splitlines() if line.strip()])

    def check(self, value: Any) -> list[list[int]]:
        rows = value if isinstance(value, list) else []
        if not rows or not all(
            isinstance(row, list) and len(row) == 3 and all(type(n) is int for n in row)
            for row in rows
        ):
            raise BadValue(
                "Cần mỗi năm một dòng: “2026: 61 tuổi 6 tháng; 57 tuổi 0 tháng” (nam; nữ)."
            )
        years = [row[0] for row in rows]
        if years != list(range(years[0], years[0] + len(years))):
            raise BadValue("Các năm phải liền nhau, không lặp lại.")
        if not all(480 <= months <= 900 for row in rows for months in row[1:]):
            raise BadValue("Tuổi phải từ 40 đến 75.")
        return rows

    def typed(self, value: Any) -> dict[int, tuple[int, int]]:
        return {year: (men, women) for year, men, women in value}

    def show(self, value: Any) -> str:
        return "\n".join(f"{year}: {_age(men)}; {_age(women)}" for year, men, women in value)


def _ages(line: str) -> list[int]:
    found = [int(n) for n in re.findall(r"\d+", line)]
    if len(found) != 5:
        raise BadValue(
            f"“{line.strip()}” không đọc được; viết “2026: 61 tuổi 6 tháng; 57 tuổi 0 tháng”."
        )
    year, men, men_months, women, women_months = found
    return [year, men * 12 + men_months, women * 12 + women_months]


def _age(months: int) -> str:
    return f"{months // 12} tuổi {months % 12} tháng"


@dataclass(frozen=True)
class Days:
    """Calendar days. Stored as ISO text, typed as dd/mm/yyyy, kept in order."""

    def parse(self, text: str) -> list[str]:
        return self.check([_iso(part) for part in re.split(r"[,;\s]+", text.strip()) if part])

    def check(self, value: Any) -> list[str]:
        if not isinstance(value, list):
            raise BadValue("Cần một danh sách ngày.")
        try:
            days = [date.fromisoformat(day) for day in value]
        except (TypeError, ValueError) as error:
            raise BadValue(f"Ngày không đọc được: {value!r}.") from error
        if [day.isoformat() for day in days] != value or days != sorted(set(days)):
            raise BadValue("Các ngày phải theo thứ tự, không lặp lại.")
        return value

    def typed(self, value: Any) -> frozenset[date]:
        return frozenset(map(date.fromisoformat, value))

    def show(self, value: Any) -> str:
        return (
            ", ".join(date.fromisoformat(day).strftime("%d/%m/%Y") for day in value) or "không có"
        )


def _iso(text: str) -> str:
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    if not found:
        raise BadValue(f"“{text}” không phải ngày dạng dd/mm/yyyy.")
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise BadValue(f"Không có ngày {text}.") from error


@dataclass(frozen=True)
class PointsByCriterion:
    """Most points of each criterion of a form, in the order of the form; points to a hundredth.

    Typed in as a line a criterion: "I.1: 5". Stored as [["I.1", "5"], …] because points are exact
    decimals.
    """

    def parse(self, text: str) -> list[list[str]]:
        return self.check([_points(line) for line in text.splitlines() if line.strip()])

    def check(self, value: Any) -> list[list[str]]:
        rows = value if isinstance(value, list) else []
        if not rows or not all(
            isinstance(row, list) and len(row) == 2 and all(type(part) is str for part in row)
            for row in rows
        ):
            raise BadValue("Cần mỗi tiêu chí một dòng: “I.1: 5”.")
        if not all(re.fullmatch(r"[^\s:](?:[^:\n]*[^\s:])?", code) for code, _ in rows):
            raise BadValue("Tên tiêu chí không được trống, không có dấu hai chấm.")
        if len({code for code, _ in rows}) != len(rows):
            raise BadValue("Mỗi tiêu chí chỉ ghi một lần.")
        if not all(
            re.fullmatch(r"\d{1,3}(\.\d{1,2})?", points) and Decimal(points) > 0
            for _, points in rows
        ):
            raise BadValue("Điểm tối đa là số dương, nhiều nhất hai chữ số lẻ.")
        return rows

    def typed(self, value: Any) -> tuple[tuple[str, Decimal], ...]:
        return tuple((code, Decimal(points)) for code, points in value)

    def show(self, value: Any) -> str:
        return "\n".join(f"{code}: {points.replace('.', ',')}" for code, points in value)


def _points(line: str) -> list[str]:
    code, found, points = line.partition(":")
    if not found or not code.strip():
        raise BadValue(f"“{line.strip()}” không đọc được; viết “I.1: 5”.")
    return [code.strip(), points.strip().replace(",", ".")]


@dataclass(frozen=True)
class DaysOfYear:
    """The last day of each step of a yearly procedure, in order; January to March belong to the
    year after.

    Typed in as a line a step: "self: 30/11". Stored as [["self", "11-30"], …].
    """

    def parse(self, text: str) -> list[list[str]]:
        return self.check([_step(line) for line in text.splitlines() if line.strip()])

    def check(self, value: Any) -> list[list[str]]:
        rows = value if isinstance(value, list) else []
        if not rows or not all(
            isinstance(row, list) and len(row) == 2 and all(type(part) is str for part in row)
            for row in rows
        ):
            raise BadValue("Cần mỗi bước một dòng: “self: 30/11”.")
        if len({code for code, _ in rows}) != len(rows):
            raise BadValue("Mỗi bước chỉ ghi một lần.")
        for _, day in rows:
            _month_day(day)
        return rows

    def typed(self, value: Any) -> tuple[tuple[str, tuple[int, int]], ...]:
        return tuple((code, _month_day(day)) for code, day in value)

    def show(self, value: Any) -> str:
        return "\n".join(f"{code}: {day[3:]}/{day[:2]}" for code, day in value)


def _step(line: str) -> list[str]:
    code, found, day = line.partition(":")
    match = re.fullmatch(r"\s*(\d{1,2})/(\d{1,2})\s*", day)
    if not found or not code.strip() or not match:
        raise BadValue(f"“{line.strip()}” không đọc được; viết “self: 30/11”.")
    return [code.strip(), f"{int(match[2]):02d}-{int(match[1]):02d}"]


def _month_day(text: str) -> tuple[int, int]:
    """(month, day); BadValue for a day no year has."""
    match = re.fullmatch(r"(\d{2})-(\d{2})", text)
    month, day = (int(match[1]), int(match[2])) if match else (0, 0)
    try:
        date(2027, month, day)  # no leap year
    except ValueError as error:
        raise BadValue(f"Không có ngày “{text}”; viết tháng-ngày như 11-30.") from error
    return month, day


ValueKind = (
    Whole | Wholes | YesNo | Choice | Choices | AgesByYear | PointsByCriterion | DaysOfYear | Days
)

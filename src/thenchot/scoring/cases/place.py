"""A value of a case with its path, so that every complaint says where and what is expected
there.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from thenchot.kernel.periods import Month, Period, Quarter

REQUIRED = object()
LONGEST = 30  # letters of a number: more is a slip of the hand
DECIMAL = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")
PERIOD = re.compile(r"([0-9]{4})-(?:(0[1-9]|1[0-2])|Q([1-4]))")


class BadCase(ValueError):
    """The case cannot be read; the message names the place and what is expected there."""


class Place:
    def __init__(self, value: Any, path: str = "") -> None:
        self.value, self.path = value, path

    def bad(self, expected: str) -> BadCase:
        return BadCase(f"{self.path or 'tệp'}: {expected}")

    def get(self, name: str, default: Any = REQUIRED) -> "Place":
        if not isinstance(self.value, dict):
            raise self.bad("cần một đối tượng JSON")
        path = f"{self.path}.{name}" if self.path else name
        if name not in self.value and default is REQUIRED:
            raise BadCase(f"{path}: thiếu mục này")
        return Place(self.value.get(name, default), path)

    def items(self) -> list["Place"]:
        if self.value is None:
            return []
        if not isinstance(self.value, list):
            raise self.bad("cần một danh sách")
        return [Place(value, f"{self.path}[{at}]") for at, value in enumerate(self.value)]

    def maybe(self, read: Callable[["Place"], Any]) -> Any:
        return None if self.value is None else read(self)

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self.bad("cần một chuỗi")
        return self.value

    def name(self) -> str | int:
        """A name or a number by which something is called; told again as it was given."""
        if not isinstance(self.value, str) and type(self.value) is not int:
            raise self.bad("cần một chuỗi hoặc một số nguyên")
        return self.value

    def called(self) -> str:
        """The same as text; "" where nothing is named."""
        return "" if self.value is None else str(self.name())

    def whole(self, least: int = 0, most: int = 9999) -> int:
        if type(self.value) is not int or not least <= self.value <= most:
            raise self.bad(f"cần một số nguyên từ {least} đến {most}")
        return self.value

    def yes(self) -> bool:
        if type(self.value) is not bool:
            raise self.bad("cần true hoặc false")
        return self.value

    def decimal(self, most: Decimal | int | None = None) -> Decimal:
        if isinstance(self.value, bool) or not isinstance(self.value, (str, int, Decimal)):
            raise self.bad('cần một số thập phân viết trong ngoặc kép, ví dụ "4.5"')
        if len(str(self.value)) > LONGEST or not DECIMAL.fullmatch(str(self.value)):
            raise self.bad(
                f'“{str(self.value)[:40]}” không phải số thập phân không âm, ví dụ "4.5"'
            )
        found = Decimal(str(self.value))
        if most is not None and found > most:
            raise self.bad(f"{found} quá mức cao nhất là {most}")
        return found

    def one_of(self, kind: type) -> Any:
        return kind(self.among([str(choice) for choice in kind]))

    def among(self, names: Sequence[str]) -> str:
        if self.value not in names:
            raise self.bad(f"“{self.value}” không có; được chọn: {', '.join(names)}")
        return self.value

    def year(self) -> int:
        return self.whole(1900, 9998)

    def day(self) -> date:
        try:
            found = date.fromisoformat(self.text())
        except ValueError:
            raise self.bad("cần một ngày dạng 2026-12-31") from None
        if not 1900 <= found.year <= 9998:
            raise self.bad("cần một ngày từ năm 1900 đến 9998")
        return found

    def period(self) -> Period:
        found = PERIOD.fullmatch(self.text())
        if not found or not 1900 <= int(found[1]) <= 9998:
            raise self.bad("cần một kỳ dạng 2026-10 hoặc 2026-Q3")
        year, month, quarter = found.groups()
        return Month(int(year), int(month)) if month else Quarter(int(year), int(quarter))

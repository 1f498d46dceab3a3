"""What a reader answers with, and how plain texts read."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from thenchot.organisation.models import StaffKind
from thenchot.people import identity
from thenchot.people.columns import PersonColumn
from thenchot.people.enums import Sex
from thenchot.people.names import clean_name
from thenchot.platform.office.excel.cells import BadCell, read_choice, read_flag
from thenchot.platform.office.excel.grid import cell_text

SEXES = {"nữ": "f", "nu": "f", "bà": "f", "nam": "m", "ông": "m", "x": "f"}
STAFF = {
    "CB": "cadre",
    "Cán bộ cấp xã": "cadre",
    "CC": "civil_servant",
    "Công chức cấp xã": "civil_servant",
    "VC": "public_employee",
    "HĐ": "contract",
    "HĐLĐ": "contract",
    "Hợp đồng": "contract",
    "Lao động HĐ": "contract",
    "HĐ 68": "contract",
    "HĐ 111": "contract",
    "Không chuyên trách": "part_time",
    "KCT": "part_time",
    "Bí thư chi bộ": "cell_secretary",
    "Tổ trưởng tổ dân phố": "group_head",
    "Trưởng thôn": "group_head",
}
_NUMBER = re.compile(r"^\(?\d{1,4}(?:\s*[.)\-/:]+\s*|\s+)(?=[^\W\d])")
_COMRADE = re.compile(r"^(?:đ/c|đồng chí)\.?:?\s+(?=\w)", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:ông|bà)(?: ?[/(]? ?(?:ông|bà)\)?)?\.?:?\s+(?=\w)", re.IGNORECASE)
_OF_A_MIDDLE = ("thị", "văn")  # "Ông Văn Nam" bears the family name Ông
NONE = {"khong", "khong co", "chua", "chua co", "0"}


@dataclass(frozen=True, slots=True)
class Read:
    """`value`: what the cell means, None for nothing. `guess`: how it was understood; `kind` groups
    guesses of a sort. `more`: what it says of other columns.
    """

    value: Any = None
    guess: str = ""
    kind: str = ""
    more: dict[str, Any] = field(default_factory=dict)


NOTHING = Read()


def text(raw: Any, column: PersonColumn) -> Read:
    return fitting(cell_text(raw), column)


def fitting(said: str, column: PersonColumn) -> Read:
    if len(said) > column.length:
        raise BadCell(f"Dài {len(said)} ký tự; tối đa {column.length}.")
    return Read(said or None)


def name(raw: Any, column: PersonColumn) -> Read:
    """Without the number that stands in the same cell, or how people are addressed."""
    said = cell_text(raw)
    bare = unnumbered(said)
    read = fitting(clean_name(bare), column)
    if bare == said or not bare:
        return read
    dropped = said.removesuffix(bare).strip()
    return Read(read.value, f"bỏ “{dropped}”, hiểu là “{read.value}”", "numbered")


def unnumbered(said: str) -> str:
    bare = _COMRADE.sub("", _NUMBER.sub("", said))
    unaddressed = _ADDRESS.sub("", bare)
    rest = unaddressed.lower().split()
    is_whole = len(rest) > 2 or (len(rest) == 2 and bare.lower().startswith("bà"))
    return unaddressed if is_whole and rest[0] not in _OF_A_MIDDLE else bare


def digits(raw: Any, column: PersonColumn) -> Read:
    """A number that is a name: Excel may have kept it as a number."""
    return fitting(_whole(raw), column)


def phone(raw: Any, column: PersonColumn) -> Read:
    said = _whole(raw)
    if is_number(raw) and len(said) == 9:
        return Read(f"0{said}", f"Excel làm mất số 0 ở đầu: hiểu là 0{said}", "zero")
    return fitting(said, column)


def insurance(raw: Any, column: PersonColumn) -> Read:
    said = _whole(raw)
    if is_number(raw) and 5 <= len(said) < 10:
        return Read(said.zfill(10), f"Excel làm mất số 0 ở đầu: hiểu là {said.zfill(10)}", "zero")
    return fitting(said, column)


def identity_no(raw: Any, column: PersonColumn) -> Read:
    try:
        written = identity.read_number(_whole(raw), was_number=is_number(raw))
    except identity.SpoiltNumber as spoilt:
        raise BadCell(spoilt.message_vi) from spoilt
    return Read(written.number, written.guess, "zero" if written.guess else "")


def email(raw: Any, column: PersonColumn) -> Read:
    said = text(raw, column).value
    try:
        validate_email(said)
    except ValidationError as error:
        raise BadCell(f"“{said}” không phải địa chỉ thư điện tử.") from error
    return Read(said)


def sex(raw: Any, column: PersonColumn) -> Read:
    return Read(read_choice(raw, dict(Sex.choices), SEXES) or None)


def staff_kind(raw: Any, column: PersonColumn) -> Read:
    return Read(read_choice(raw, dict(StaffKind.choices), STAFF) or None)


def flag(raw: Any, column: PersonColumn) -> Read:
    return Read(read_flag(raw))


def is_number(raw: Any) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool)


def _whole(raw: Any) -> str:
    """Digits of a number without exponent: 31080000123.0 is "31080000123"."""
    return f"{raw:.0f}" if isinstance(raw, float) and raw.is_integer() else cell_text(raw)


def fraction(raw: Any) -> str:
    """ "12/12" and "3/9" that Excel took for a day."""
    return f"{raw.day}/{raw.month}" if isinstance(raw, date) else cell_text(raw)

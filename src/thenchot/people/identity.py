"""What the twelve digits of a personal identity number say, and how Excel spoils them. Pure.

Three digits of the place where the birth was registered, one for century and sex, two of the year,
six of chance (Nghị định 137/2015/NĐ-CP, Thông tư 59/2021/TT-BCA).
"""

import re
from dataclasses import dataclass
from datetime import date

from thenchot.policy.codelists import code_list

LONG, OLD = 12, 9  # digits of the number, and of the identity card before it
PLACES = "identity_place"
REMEDY = "định dạng cột là Văn bản (Text) trong Excel rồi ghi lại số"
_SCIENTIFIC = re.compile(r"^\d+(?:[.,]\d+)?\s*e\s*\+?\s*\d+$", re.IGNORECASE)
_LOST = 5  # so many zeros at the end of a long number were never typed


class SpoiltNumber(ValueError):
    """The digits are gone. `message_vi`: what happened and what to do."""

    def __init__(self, message_vi: str) -> None:
        self.message_vi = message_vi
        super().__init__(message_vi)


@dataclass(frozen=True)
class Written:
    """A number as it is kept; `guess`: what had to be put back."""

    number: str
    guess: str = ""


def read_number(text: str, *, was_number: bool) -> Written:
    """`text`: the cell as digits; `was_number`: Excel kept it as a number, so zeros in front are
    lost.
    """
    if _SCIENTIFIC.match(text) or (was_number and len(text) > OLD and text.endswith("0" * _LOST)):
        raise SpoiltNumber(
            f"Excel đã làm tròn số này (ví dụ 3,1E+10), các chữ số cuối không còn: {REMEDY}."
        )
    digits = re.sub(r"[\s.\-]", "", text)
    if not digits.isdigit():
        raise SpoiltNumber("Số định danh chỉ gồm chữ số: 12 số (chứng minh nhân dân cũ: 9 số).")
    if len(digits) in (LONG, OLD):
        return Written(digits)
    if len(digits) in (10, 11):
        return _restored(digits, LONG)
    if len(digits) == 8 and was_number:
        return _restored(digits, OLD)
    raise SpoiltNumber(
        f"Có {len(digits)} chữ số; số định danh gồm 12 chữ số (chứng minh nhân dân cũ: 9)."
    )


def _restored(digits: str, length: int) -> Written:
    lost = length - len(digits)
    return Written(
        digits.zfill(length), f"Excel làm mất {lost} số 0 ở đầu: hiểu là {digits.zfill(length)}"
    )


def doubts(number: str, born_on: date | None, sex: str) -> str:
    """What the number says against place, birth and sex of the row; empty when nothing."""
    if len(number) != LONG:
        return ""
    said = []
    if number[:3] not in code_list(PLACES):
        said.append(f"ba số đầu {number[:3]} không phải mã tỉnh nào")
    century, is_female = 19 + int(number[3]) // 2, int(number[3]) % 2 == 1
    year = century * 100 + int(number[4:6])
    if born_on and born_on.year != year:
        said.append(f"số cho biết sinh năm {year}, ô ngày sinh ghi {born_on.year}")
    if sex and (sex == "f") != is_female:
        said.append(
            f"số cho biết là {'nữ' if is_female else 'nam'}, ô giới tính ghi "
            f"{'nữ' if sex == 'f' else 'nam'}"
        )
    return "; ".join(said)

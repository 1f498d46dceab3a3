"""Pay, rewards and disciplines."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from thenchot.kernel.text import words
from thenchot.people.columns import PersonColumn
from thenchot.people.imports.forms.texts import (
    NONE,
    NOTHING,
    Read,
    fitting,
    fraction,
    is_number,
    text,
)
from thenchot.platform.office.excel.cells import BadCell
from thenchot.platform.office.excel.grid import cell_text
from thenchot.policy.codelists import code_list

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def rank(raw: Any, column: PersonColumn) -> Read:
    """A pair: the code of the rank, and its name where the list does not know it. 1.003 as a number
    is 01.003.
    """
    said = f"{raw:.3f}" if isinstance(raw, float) and not raw.is_integer() else cell_text(raw)
    guess = ""
    if is_number(raw) and re.fullmatch(r"\d\.\d{3}", said):
        guess = f"Excel làm mất số 0 ở đầu: hiểu là 0{said}"
        said = f"0{said}"
    said = said.replace(",", ".") if re.fullmatch(r"\d{2},\d{3}", said) else said
    found = code_list("rank").find(said)
    if found:
        return Read((found.code, ""), guess, "zero" if guess else "")
    if re.fullmatch(r"[A-Z]?\.?[\d.]{4,18}", said, re.IGNORECASE):
        return Read((said, ""), guess, "zero" if guess else "")
    if len(said) > 120:
        raise BadCell("Ghi mã ngạch, ví dụ 01.003, hoặc tên ngạch.")
    return Read(("", said), "ngạch ngoài danh mục, giữ nguyên tên", "rank")


def step(raw: Any, column: PersonColumn) -> Read:
    said = fraction(raw)
    guess = f"Excel đổi thành ngày: hiểu là bậc {said}" if isinstance(raw, date) else ""
    return Read(fitting(said, column).value, guess, "step" if guess else "")


def coefficient(raw: Any, column: PersonColumn) -> Read:
    said = cell_text(raw)
    try:
        value = Decimal(said.replace(",", ".").replace(" ", "")).quantize(Decimal("0.01"))
    except InvalidOperation as error:
        raise BadCell(f"“{said}” không phải hệ số lương; ví dụ 3,33.") from error
    if not Decimal("0.5") <= value <= 20:
        raise BadCell(f"Hệ số {said} không hợp lý (0,5 đến 20); có thể thiếu dấu phẩy, ví dụ 3,33.")
    return Read(value)


def reward(raw: Any, column: PersonColumn) -> Read:
    """A triple: the text, its last year if it says one, the form it names."""
    said = text(raw, column).value
    if " ".join(words(said)) in NONE:
        return NOTHING
    years = _YEAR.findall(said)
    return Read((said, int(max(years)) if years else None, _named_in(said, "reward")))


def discipline(raw: Any, column: PersonColumn) -> Read:
    """Four: the text, its year if any, whether of the Party, the form it names."""
    said = text(raw, column).value
    if " ".join(words(said)) in NONE:
        return NOTHING
    years, is_party = _YEAR.findall(said), "dang" in words(said)
    form = _named_in(said, "discipline_party" if is_party else "discipline_state")
    return Read((said, int(max(years)) if years else None, is_party, form))


def _named_in(said: str, codes: str) -> str:
    """Code of the form that the text begins with or holds, the longest name first."""
    key = f" {' '.join(words(said))} "
    named = sorted(
        ((" ".join(words(n)), item) for item in code_list(codes) for n in (item.name, *item.names)),
        key=lambda pair: -len(pair[0]),
    )
    return next((item.code for name_, item in named if f" {name_} " in key), "")

"""How one cell reads, by the form of its column. A reader takes the cell and its column and answers
with what it means; `BadCell` says what is wrong and how to write it. The same text in one column is
read once, however many rows say it.
"""

from collections.abc import Callable
from typing import Any

from thenchot.people.columns import PersonColumn
from thenchot.people.imports.forms.days import born, day, partial
from thenchot.people.imports.forms.facts import coefficient, discipline, rank, reward, step
from thenchot.people.imports.forms.levels import STUDYING, code, degree, language, level
from thenchot.people.imports.forms.texts import (
    NOTHING,
    Read,
    digits,
    email,
    flag,
    identity_no,
    insurance,
    name,
    phone,
    sex,
    staff_kind,
    text,
    unnumbered,
)

__all__ = ["FORMS", "NOTHING", "STUDYING", "Read", "born", "text", "unnumbered"]

FORMS: dict[str, Callable[[Any, PersonColumn], Read]] = {
    "id": digits,
    "text": text,
    "name": name,
    "digits": digits,
    "phone": phone,
    "insurance": insurance,
    "identity": identity_no,
    "email": email,
    "sex": sex,
    "staff_kind": staff_kind,
    "flag": flag,
    "answer": flag,
    "born": born,
    "day": day,
    "partial": partial,
    "code": code,
    "level": level,
    "degree": degree,
    "language": language,
    "rank": rank,
    "step": step,
    "coefficient": coefficient,
    "reward": reward,
    "discipline": discipline,
    "unit": text,
    "posts": text,
    "help": text,
}

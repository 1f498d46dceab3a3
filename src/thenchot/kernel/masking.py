"""Phone and identity numbers in free text, all of them, hidden before anything is published. Pure.

Telephone: 9 to 11 digits that begin with 0 or 84. Citizen identity: 12 digits that begin with 0.
Old identity: 9 digits written together. Passport: a letter and 7 or 8 digits. Digits may stand
apart by one space, dot or hyphen; amounts of money stay.
"""

import re
import unicodedata

RUN = re.compile(r"(?<![\w.,/])\+?\(?\d(?:[ .\-()]{0,2}\d){7,13}(?![\w/])")
PASSPORT = re.compile(r"(?<!\w)[A-Z]\d{7,8}(?!\w)")
MONEY = re.compile(r"\d{1,3}(?:\.\d{3})+")
HIDDEN = "•••"


def masked(text: str) -> str:
    """The text with every such number hidden."""
    plain = _digits(text)
    return PASSPORT.sub(
        HIDDEN, RUN.sub(lambda run: HIDDEN if _is_personal(run[0]) else run[0], plain)
    )


def found(text: str) -> int:
    """How many numbers would be hidden."""
    return masked(text).count(HIDDEN) - _digits(text).count(HIDDEN)


def _digits(text: str) -> str:
    """Digits of other alphabets and of full width as ours."""
    return "".join(
        str(unicodedata.digit(one))
        if one.isdigit() and unicodedata.digit(one, None) is not None
        else one
        for one in text
    )


def _is_personal(run: str) -> bool:
    digits = "".join(one for one in run if one.isdigit())
    if MONEY.fullmatch(run) and not digits.startswith("0"):
        return False
    if digits.startswith("84") and 11 <= len(digits) <= 12:
        return True
    if digits.startswith("0"):
        return 9 <= len(digits) <= 12
    return len(digits) == 9 and run.isdigit()

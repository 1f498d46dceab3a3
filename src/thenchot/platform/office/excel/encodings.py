"""Texts of one column as their author saw them: composed letters, and old fonts (TCVN3, VNI) put
into Unicode.

A workbook does not say in which encoding a cell was typed, its font does. So the letters decide:
what is no Vietnamese as it stands, and is once converted, was typed in an old font; and then so was
what is ambiguous beside it.
"""

import re
from collections.abc import Iterable

from thenchot.kernel.text import nfc
from thenchot.platform.office.reading.legacy_fonts import from_tcvn3, from_vni
from thenchot.platform.office.reading.syllables import are_syllables

CONVERTERS = {"TCVN3": from_tcvn3, "VNI": from_vni}
NAMES = {"TCVN3": "TCVN3 (ABC)", "VNI": "VNI"}
_OLD = re.compile("[\u00a1-\u00ff]")
_UNICODE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u0323]"
)


def legacy_texts(texts: Iterable[str]) -> dict[str, tuple[str, str]]:
    """{text: (in Unicode, name of the old encoding)} for the texts of one column that were typed in
    an old font.
    """
    texts = set(texts)
    suspects = {text for text in texts if _OLD.search(text) and not _UNICODE.search(text)}
    if not suspects:
        return {}
    voted = {text: legacy for text in suspects if (legacy := _legacy_of(text))}
    if not voted:
        return {}
    most = max(CONVERTERS, key=lambda name: sum(legacy == name for legacy in voted.values()))
    whole = not any(_UNICODE.search(text) for text in texts)
    chosen = {text: voted.get(text) or (most if whole else "") for text in suspects}
    return {
        text: (converted(text, legacy), NAMES[legacy]) for text, legacy in chosen.items() if legacy
    }


def converted(text: str, legacy: str) -> str:
    """Capitals with a tone have no place of their own in TCVN3: "TR¦¥NG THÞ" is "TRƯƠNG THỊ"."""
    words = re.split(r"(\s+)", text)
    return nfc("".join(_in_capitals(word, CONVERTERS[legacy](word)) for word in words))


def _in_capitals(word: str, new: str) -> str:
    letters = [char for char in word if char.isascii() and char.isalpha()]
    return new.upper() if len(letters) > 1 and all(char.isupper() for char in letters) else new


def _legacy_of(text: str) -> str:
    if are_syllables(text):
        return ""
    return next((name for name, convert in CONVERTERS.items() if are_syllables(convert(text))), "")

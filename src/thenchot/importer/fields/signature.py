"""Who signed, for whom, in what office; and the recipients."""

import re

from thenchot.importer.layout.canvas import Canvas, Element
from thenchot.importer.model import Field
from thenchot.kernel.text import plain, tidy

_BEHALF = re.compile(
    r"^(?:t\s*/?\s*m\b|tm\s*\.|k\s*/?\s*t\b|kt\s*\.|t\s*/\s*l\b|tl\s*\.|tuq\s*\.|thay mặt)",
    re.IGNORECASE,
)
_NAME = re.compile(r"^(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]*\s+){1,5}[A-ZĐÀ-Ỹ][a-zđà-ỹ]*$")
_OFFICE = re.compile(
    r"\b(?:chủ tịch|bí thư|giám đốc|trưởng|chánh|chủ nhiệm|thường trực|hiệu trưởng|ủy viên|phó)\b"
)


def signature_fields(canvas: Canvas) -> dict[str, Field]:
    """signer, signer_title, signed_on_behalf_of, recipients."""
    signed = [
        line
        for element in canvas.elements
        if element.region == "signature"
        for line in _lines(element)
    ]
    behalf = next(((text, at) for text, at in signed if _BEHALF.match(text)), None)
    office = _office(signed, behalf)
    name = next(((text, at) for text, at in reversed(signed) if _NAME.match(text)), None)
    return {
        "signed_on_behalf_of": _field(behalf, "signature_line"),
        "signer_title": _field(office, "signature_line", capitalise=True),
        "signer": _field(name, "signature_name", confidence=0.9),
        "recipients": _recipients(canvas),
    }


def _lines(element: Element) -> list[tuple[str, int]]:
    """One paragraph may hold the capitals of two lines: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"."""
    text = element.text.strip(" *")
    split = re.match(
        (
            r"^((?:T\s*/?\s*M|TM|KT|K/T|TL|TUQ)\b\W*.*?)\s+((?:PHÓ\s+)?(?:BÍ THƯ|CHỦ TỊCH|GIÁM ĐỐC"
            r"|TRƯỞNG|CHÁNH).*)$"
        ),
        text,
    )
    if split and (
        _OFFICE.search(plain(split[1])) or re.search(r"\b(?:BAN|ỦY|UỶ|HỘI)\b.*\w", split[1])
    ):
        return [(split[1], element.span[0]), (split[2], element.span[0] + split.start(2))]
    return [(text, element.span[0])]


def _office(
    signed: list[tuple[str, int]], behalf: tuple[str, int] | None
) -> tuple[str, int] | None:
    for text, at in signed:
        if (
            not _BEHALF.match(text)
            and text.isupper()
            and _OFFICE.search(plain(text))
            and len(text) < 60
        ):
            return text, at
    return None


def _field(
    found: tuple[str, int] | None, rule: str, *, capitalise: bool = False, confidence: float = 1.0
) -> Field:
    if not found:
        return Field(None, None, "absent")
    text, at = found
    value = _office_name(text) if capitalise else tidy(text)
    return Field(value, (at, at + len(text)), rule, confidence)


def _office_name(text: str) -> str:
    words = {
        "phó bí thư thường trực": "Phó Bí thư Thường trực",
        "phó bí thư": "Phó Bí thư",
        "bí thư": "Bí thư",
        "chủ tịch": "Chủ tịch",
        "phó chủ tịch": "Phó Chủ tịch",
    }
    return words.get(plain(text), text.capitalize())


def _recipients(canvas: Canvas) -> Field:
    lines = [element for element in canvas.elements if element.region == "recipients"]
    names = [
        tidy(element.words).rstrip(" ;.,")
        for element in lines
        if not plain(element.text).startswith("nơi nhận")
    ]
    inline = [
        re.sub(r"(?i)^nơi\s+nhận\s*:?\s*", "", element.text)
        for element in lines
        if plain(element.text).startswith("nơi nhận")
    ]
    names = [
        part.strip(" -;.")
        for text in inline
        if text
        for part in text.split(";")
        if part.strip(" -;.")
    ] + [name for name in names if name]
    span = (lines[0].span[0], lines[-1].span[1]) if lines else None
    return Field(names, span, "recipient_lines" if names else "absent")

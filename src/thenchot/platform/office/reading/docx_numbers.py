"""Automatic numbers of Word lists, worked out as Word prints them: "1.", "a)", "II.", "2.1.",
"-".
"""

import re
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Numbering:
    """Counters of every list of a document. Call `next_for` once for each paragraph, in order."""

    def __init__(self, document: Any) -> None:
        self.levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self.counters: dict[str, dict[int, int]] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        abstract = {
            item.get(f"{_W}abstractNumId"): _levels(item) for item in root.iter(f"{_W}abstractNum")
        }
        for item in root.iter(f"{_W}num"):
            link = item.find(f"{_W}abstractNumId")
            if link is not None:
                self.levels[item.get(f"{_W}numId")] = abstract.get(link.get(f"{_W}val"), {})

    def next_for(self, paragraph: Any, styles: dict[str, Any]) -> str:
        """The number printed before `paragraph`, or nothing."""
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        if properties is None:
            properties = _of_style(paragraph, styles)
        if properties is None:
            return ""
        identifier, level = _value(properties, "numId"), _number(_value(properties, "ilvl"))
        if identifier in (None, "0") or level not in self.levels.get(identifier or "", {}):
            return ""
        return self._printed(str(identifier), level)

    def _printed(self, identifier: str, level: int) -> str:
        levels = self.levels[identifier]
        counters = self.counters.setdefault(identifier, {})
        style, pattern, start = levels[level]
        counters[level] = counters.get(level, start - 1) + 1
        for deeper in [other for other in counters if other > level]:
            del counters[deeper]
        if style == "bullet":
            return "+" if pattern in ("+", "o") else "-"
        return re.sub(
            r"%(\d)", lambda match: self._one(levels, counters, int(match[1]) - 1), pattern
        )

    def _one(
        self, levels: dict[int, tuple[str, str, int]], counters: dict[int, int], level: int
    ) -> str:
        style, _, start = levels.get(level, ("decimal", "", 1))
        return written(counters.get(level, start), style)


def _levels(abstract: Any) -> dict[int, tuple[str, str, int]]:
    found = {}
    for level in abstract.iter(f"{_W}lvl"):
        style, pattern, start = (_value(level, name) for name in ("numFmt", "lvlText", "start"))
        at = _number(level.get(f"{_W}ilvl"))
        found[at] = (style or "decimal", pattern or "", _number(start, 1))
    return found


def _number(value: str | None, default: int = 0) -> int:
    """At most four digits: a list does not go further."""
    return int(value) if value and value.isdecimal() and len(value) < 5 else default


def _value(element: Any, name: str) -> str | None:
    child = element.find(f"{_W}{name}")
    return child.get(f"{_W}val") if child is not None else None


def _of_style(paragraph: Any, styles: dict[str, Any]) -> Any:
    style_id = paragraph.find(f"{_W}pPr/{_W}pStyle")
    style = styles.get(style_id.get(f"{_W}val")) if style_id is not None else None
    return style.element.find(f"{_W}pPr/{_W}numPr") if style is not None else None


def written(number: int, style: str) -> str:
    """`number` in the style of a Word list level."""
    if style in ("upperRoman", "lowerRoman"):
        text = ""
        for value, letters in _ROMAN:
            while number >= value:
                text, number = text + letters, number - value
        return text if style == "upperRoman" else text.lower()
    if style in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if style == "lowerLetter" else letter.upper()
    return f"{number:02d}" if style == "decimalZero" else str(number)

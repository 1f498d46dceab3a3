"""What nobody types and everybody may send: values for each parameter of each route."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import thenchot

SOURCES = Path(thenchot.__file__).parent
NUMBERS = (
    "0",
    "-1",
    "²",
    "٣",
    "1e3",
    "1_0",
    "+7",
    " 7",
    "2147483648",
    "9223372036854775807",
    "9223372036854775808",
    "9" * 30,
    "9" * 400,
    "9" * 5000,
    "NaN",
    "Infinity",
    "1,5",
    "--",
)
DAYS = (
    "0000-00-00",
    "0001-01-01",
    "1-1-1",
    "9999-12-31",
    "99999-01-01",
    "2026-02-30",
    "2026-11-31T25:61",
    "01/01/0001",
    "31/12/9999",
    "30/02/2026",
)
PERIODS = (
    "month-0-1",
    "month-99999-1",
    "month-9999-12",
    "month-1-1",
    "month-2026-13",
    "month-2026-0",
    "quarter-0-1",
    "quarter-9999-4",
    "quarter-2026-5",
    "quarter-2026-11",
    "year-2026-1",
    "month-²-²",
    "month--1-1",
    "month-2026",
    "month",
    "-",
)
WORDS = (
    "",
    "\x00",
    "a\x00b",
    "\ud7ff\uffff",
    "%",
    "%00",
    "'\"><b>",
    "../../etc/passwd",
    "a" * 10_000,
    "[]",
    "{}",
    "null",
    "người:1",
    "people.person:²",
    "a.b:c",
    "\u202e\u200b",
    "-" * 300,
    "_",
    "__class__",
    "-pk",
)
VALUES = (*NUMBERS, *DAYS, *PERIODS, *WORDS)
WHOLE = (0, 2**63 - 1, 2**63, int("9" * 400))
IN_SOURCES = re.compile(r"""(?:GET|POST)(?:\.get|\.getlist|\[)\(?["']([a-z_0-9-]+)["']""")


def names_in_sources() -> list[str]:
    """Parameters that some view asks for by name."""
    found: set[str] = set()
    for path in SOURCES.rglob("*.py"):
        found |= set(IN_SOURCES.findall(path.read_text(encoding="utf-8")))
    return sorted(found)


@dataclass
class Form:
    address: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)


class Forms(HTMLParser):
    """The forms of a page with what stands in them, and the parameters of its links."""

    def __init__(self, page: str):
        super().__init__()
        self.forms: list[Form] = []
        self.asked: set[str] = set()
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        for name in ("href", "hx-get", "action"):
            self.asked |= set(re.findall(r"[?&]([A-Za-z_0-9-]+)=", given.get(name, "")))
        if tag == "form":
            address, method = given.get("action", ""), given.get("method", "get").lower()
            self.forms.append(Form(address, method))
        elif tag in ("input", "textarea", "select", "button") and given.get("name"):
            self._select = given["name"] if tag == "select" else ""
            self._put(given["name"], given.get("value", ""))
        elif tag == "option" and self._select:
            self._put(self._select, given.get("value", ""))

    def _put(self, name, value):
        if self.forms:
            self.forms[-1].fields.setdefault(name, []).append(value)

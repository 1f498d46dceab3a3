"""Code lists of the field as data: each list names its source and how sure it is, each code its
rank and other names.

    theory = code_list("theory")
    theory.find("Cao cấp LLCT").code     # "high"
    theory.rank("high") > theory.rank("middle")

Pure: no Django, no database. A code once shipped stays; what the law no longer uses keeps
`valid_to`.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from thenchot.kernel.text import words
from thenchot.policy.packs import BrokenPack, Certainty

FOLDER = Path(__file__).parent
ALLOWED = {"code", "name", "rank", "names", "valid_to", "certainty", "note", "group"}


@dataclass(frozen=True)
class Code:
    """`rank` orders levels (0 where order means nothing); `names`: how people also write it."""

    code: str
    name: str
    rank: int = 0
    names: tuple[str, ...] = ()
    valid_to: date | None = None
    certainty: Certainty = Certainty.SEEN
    note: str = ""
    group: str = ""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class CodeList:
    """`items` in the order of the source."""

    key: str
    name: str
    source: str
    certainty: Certainty
    items: tuple[Code, ...]
    _by_code: Mapping[str, Code] = field(repr=False, default_factory=dict)
    _by_key: Mapping[str, Code] = field(repr=False, default_factory=dict)

    def __iter__(self) -> Iterator[Code]:
        return iter(self.items)

    def __contains__(self, code: str) -> bool:
        return code in self._by_code

    def get(self, code: str) -> Code | None:
        return self._by_code.get(code)

    def name_of(self, code: str) -> str:
        """The name; the code itself where the list does not know it, so that nothing kept is ever
        hidden.
        """
        found = self._by_code.get(code)
        return found.name if found else code

    def rank(self, code: str) -> int:
        """0 for no code and for an unknown one."""
        found = self._by_code.get(code)
        return found.rank if found else 0

    def find(self, text: str) -> Code | None:
        """By code, name or another name; case, marks, spaces and punctuation do not count."""
        return self._by_key.get(_key(text)) or self._by_code.get(text.strip())

    def choices(self) -> list[tuple[str, str]]:
        return [(item.code, item.name) for item in self.items]


@cache
def code_list(key: str) -> CodeList:
    """The shipped list of that name; KeyError when there is none, `BrokenPack` when its file is
    wrong.
    """
    path = FOLDER / f"{key}.toml"
    if not path.exists():
        raise KeyError(key)
    return _read(path)


def code_lists() -> tuple[CodeList, ...]:
    return tuple(code_list(path.stem) for path in sorted(FOLDER.glob("*.toml")))


def _read(path: Path) -> CodeList:
    try:
        body = tomllib.loads(path.read_text(encoding="utf8"))
        head, rows = body["list"], body["code"]
        certainty = Certainty(head["certainty"])
        items = tuple(_item(row, certainty) for row in rows)
        return CodeList(path.stem, head["name"], head["source"], certainty, items, *_indexes(items))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BrokenPack(f"{path.name}: {error!r}") from error


def _item(row: dict[str, Any], certainty: Certainty) -> Code:
    if set(row) - ALLOWED:
        raise ValueError(f"unknown {sorted(set(row) - ALLOWED)} in {row.get('code')}")
    more = {
        **row,
        "names": tuple(row.get("names", ())),
        "certainty": Certainty(row.get("certainty", certainty)),
    }
    return Code(**more)


def _indexes(items: tuple[Code, ...]) -> tuple[dict[str, Code], dict[str, Code]]:
    by_code = {item.code: item for item in items}
    if len(by_code) != len(items):
        raise ValueError("a code stands twice")
    by_key: dict[str, Code] = {}
    for item in items:
        for name in (item.name, *item.names):
            if by_key.setdefault(_key(name), item) is not item:
                raise ValueError(f"{name!r} names {by_key[_key(name)].code} and {item.code}")
    return by_code, by_key


def _key(text: str) -> str:
    return " ".join(words(text))

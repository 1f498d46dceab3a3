"""Numbers recorded by name in pyproject.toml, `[tool.thenchot.TABLE]`: what `make check` holds the
sources to.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = ROOT / "pyproject.toml"
CHECKS = ROOT / "build" / "checks"
SHOWN = 40


def read(table: str) -> dict[str, int]:
    """The recorded numbers; nothing where the table is missing."""
    body = tomllib.loads(PYPROJECT.read_text(encoding="utf8"))
    return dict(body["tool"].get("thenchot", {}).get(table, {}))


def write(table: str, numbers: Mapping[str, int]) -> None:
    text = PYPROJECT.read_text(encoding="utf8")
    PYPROJECT.write_text(rewritten(text, table, numbers), encoding="utf8")


def rewritten(text: str, table: str, numbers: Mapping[str, int]) -> str:
    """`text` with other numbers in the table; the comment under its header stays."""
    lines = "".join(f"{name} = {count}\n" for name, count in sorted(numbers.items()))
    header = f"[tool.thenchot.{table}]\n"
    found = re.search(rf"^{re.escape(header)}((?:#.*\n)*)([^\[]*?)(?=\n*(?:^\[|\Z))", text, re.M)
    if not found:
        return f"{text.rstrip()}\n\n{header}{lines}"
    return text[: found.start(2)] + lines.rstrip("\n") + text[found.end(2) :]


def room_of(path: str) -> str:
    """The room of a file below src/thenchot; of the package's own modules the package itself."""
    inside = path.partition("src/thenchot/")[2].split("/")
    return inside[0] if len(inside) > 1 else "thenchot"


# What a check found when it last passed, so that the next one can tell what is new.


def last(check: str) -> list[str]:
    path = CHECKS / f"{check}.json"
    return json.loads(path.read_text(encoding="utf8")) if path.exists() else []


def keep(check: str, keys: Iterable[str]) -> None:
    CHECKS.mkdir(parents=True, exist_ok=True)
    (CHECKS / f"{check}.json").write_text(json.dumps(list(keys)), encoding="utf8")


def new(found: Iterable[tuple[str, str]], known: Iterable[str]) -> list[str]:
    """Of (key, words) the words whose key was not there, or not as often; the first forty."""
    left = Counter(known)
    words = []
    for key, said in found:
        if left[key]:
            left[key] -= 1
        else:
            words.append(said)
    return words[:SHOWN]

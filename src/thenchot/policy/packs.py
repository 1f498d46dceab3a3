"""The packs that come with the system. A broken one refuses to start and names the file and the
place.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from thenchot.policy.kinds import BadValue
from thenchot.policy.parameters import spec_of

FOLDER = Path(__file__).with_name("packs")


class BrokenPack(ValueError):
    """A pack cannot be trusted; the message names file and line or key."""


class Certainty(StrEnum):
    READ = "READ"  # the official text was read in full
    SEEN = "SEEN"  # read in an excerpt of a news or legal page
    SEEN_2ND = "SEEN-2nd"  # read only where somebody else quotes it
    RECALLED = "RECALLED"  # from knowledge, not checked against the text
    DEFAULT = "DEFAULT"  # chosen by this system because the documents leave it open
    LOCAL = "LOCAL"  # entered by one officer and confirmed by another, with its basis

    @property
    def is_checked(self) -> bool:
        """Read or seen in a text; anything else is shown as not checked."""
        return self in (Certainty.READ, Certainty.SEEN, Certainty.LOCAL)


@dataclass(frozen=True)
class Value:
    """One value of one layer, with where it comes from and when it holds."""

    key: str
    value: Any
    source: str
    certainty: Certainty
    valid_from: date
    valid_to: date | None = None
    note: str = ""
    layer: str = ""

    def holds(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


REQUIRED = ("key", "value", "unit", "valid_from", "source", "certainty")
ALLOWED = frozenset((*REQUIRED, "valid_to", "note"))


@lru_cache(maxsize=1)
def shipped() -> tuple[Value, ...]:
    """Every value of every pack in the folder, checked once for each process."""
    return load(sorted(FOLDER.glob("*.toml")))


def load(paths: Iterable[Path]) -> tuple[Value, ...]:
    values = tuple(value for path in paths for value in read(path))
    _refuse_overlaps(values)
    return values


def read(path: Path) -> list[Value]:
    try:
        body = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BrokenPack(f"{path.name}: {error}") from error
    if set(body) - {"pack", "value"} or not isinstance(body.get("pack", {}).get("name"), str):
        raise BrokenPack(
            f"{path.name}: expected [pack] with a name and [[value]] tables, found {sorted(body)}"
        )
    return [
        _value(path, index, row, body["pack"]["name"])
        for index, row in enumerate(body.get("value", []), 1)
    ]


def _value(path: Path, index: int, row: dict[str, Any], layer: str) -> Value:
    where = f"{path.name}: value {index} ({row.get('key', '?')})"
    wrong = [f"missing {name}" for name in REQUIRED if name not in row] + [
        f"unknown {name}" for name in sorted(set(row) - ALLOWED)
    ]
    if wrong:
        raise BrokenPack(f"{where}: {', '.join(wrong)}")
    try:
        return _checked(row, layer)
    except KeyError as error:
        raise BrokenPack(f"{where}: the system knows no parameter {error}") from error
    except ValueError as error:
        raise BrokenPack(f"{where}: {error}") from error


def _checked(row: dict[str, Any], layer: str) -> Value:
    spec = spec_of(row["key"])
    start, end = row["valid_from"], row.get("valid_to")
    if type(start) is not date or (end is not None and (type(end) is not date or end < start)):
        raise BadValue("valid_from and valid_to are days, in this order")
    if row["unit"] != spec.unit or not str(row["source"]).strip():
        raise BadValue(f"unit must be {spec.unit!r} and a source is needed")
    certainty = Certainty(row["certainty"])
    value = spec.kind.check(_plain(row["value"]))
    return Value(
        row["key"], value, row["source"], certainty, start, end, row.get("note", ""), layer
    )


def _plain(value: Any) -> Any:
    """TOML days become ISO text, the one stored form."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if type(value) is date else value


def _refuse_overlaps(values: Iterable[Value]) -> None:
    seen: dict[str, list[Value]] = {}
    for value in values:
        for other in seen.setdefault(value.key, []):
            if other.holds(value.valid_from) or value.holds(other.valid_from):
                raise BrokenPack(
                    f"{value.key}: two values on one day ({other.layer} and {value.layer})"
                )
        seen[value.key].append(value)

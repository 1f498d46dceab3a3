"""What ships with the system about posts: titles, job positions and the competency framework of a
commune.

Pure: no Django, no database. Each file names its source and how sure it is; a wrong file refuses to
load and says where.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from thenchot.kernel.text import words
from thenchot.policy.packs import BrokenPack, Certainty

FOLDER = Path(__file__).parent
LEVELS = 5
TITLE_KEYS = {
    "code",
    "name",
    "names",
    "bloc",
    "rank",
    "staff",
    "key",
    "manager",
    "party",
    "personnel",
    "inspection",
    "ladder",
    "certainty",
}


@dataclass(frozen=True)
class Source:
    """Of a whole list."""

    name: str
    source: str
    certainty: Certainty


@dataclass(frozen=True)
class ShippedTitle:
    """`fields` by the names of `organisation.Title`, the code apart."""

    code: str
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class Competency:
    """`levels`: what each of the five looks like. `group`: general, professional or management."""

    code: str
    name: str
    group: str
    levels: tuple[str, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class ShippedPosition:
    """`description` and `competencies` in the shapes of `organisation.JobPosition`; `title`: code
    of its title.
    """

    code: str
    name: str
    group: str
    description: Mapping[str, Any]
    competencies: Mapping[str, list[int]]
    rank: str = ""
    title: str = ""
    fields: tuple[str, ...] = field(default_factory=tuple)


GROUPS = {
    "general": "Năng lực chung",
    "professional": "Năng lực chuyên môn",
    "management": "Năng lực quản lý",
}


@cache
def titles() -> tuple[ShippedTitle, ...]:
    return _read("titles", "title", lambda row, body: _title(row, source_of("titles")))


@cache
def competencies() -> dict[str, Competency]:
    """By code, in the order of the framework."""
    return {
        one.code: one
        for one in _read("competencies", "competency", lambda row, body: _competency(row))
    }


@cache
def positions() -> tuple[ShippedPosition, ...]:
    return _read("positions", "position", lambda row, body: _position(row, body["defaults"]))


@cache
def source_of(name: str) -> Source:
    head = _body(name)["list"]
    return Source(head["name"], head["source"], Certainty(head["certainty"]))


@cache
def _named() -> dict[str, Competency]:
    return {
        _key(name): one
        for one in competencies().values()
        for name in (one.name, one.code, *one.names)
    }


def find_competency(text: str) -> Competency | None:
    """By one of its names; case, marks and punctuation do not count."""
    return _named().get(_key(text))


def _key(text: str) -> str:
    return " ".join(words(text))


def _read(name: str, table: str, make) -> tuple:
    body = _body(name)
    try:
        found = tuple(make(row, body) for row in body[table])
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenPack(f"{name}.toml: {error!r}") from error
    if len({one.code for one in found}) != len(found):
        raise BrokenPack(f"{name}.toml: a code stands twice")
    return found


@cache
def _body(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf8"))
    except tomllib.TOMLDecodeError as error:
        raise BrokenPack(f"{name}.toml: {error}") from error


def _title(row: dict[str, Any], of: Source) -> ShippedTitle:
    if set(row) - TITLE_KEYS:
        raise ValueError(f"unknown {sorted(set(row) - TITLE_KEYS)} in {row['code']}")
    certainty = Certainty(row.get("certainty", of.certainty))
    fields = {
        "name": row["name"],
        "names": row.get("names", []),
        "bloc": row.get("bloc", ""),
        "rank": row["rank"],
        "staff_kind": row.get("staff", ""),
        "is_key": row.get("key", False),
        "is_manager": row.get("manager", False),
        "is_party_managed": row.get("party", False),
        "does_personnel_work": row.get("personnel", False),
        "does_inspection_work": row.get("inspection", False),
        "ladder": row.get("ladder"),
        "basis": f"{of.source} [{certainty}]",
    }
    return ShippedTitle(row["code"], fields)


def _competency(row: dict[str, Any]) -> Competency:
    if len(row["levels"]) != LEVELS or row["group"] not in GROUPS:
        raise ValueError(f"{row['code']}: five levels and a known group are needed")
    return Competency(
        row["code"], row["name"], row["group"], tuple(row["levels"]), tuple(row.get("names", ()))
    )


def _position(row: dict[str, Any], defaults: dict[str, Any]) -> ShippedPosition:
    usual = defaults[row["group"]]
    qualification = {
        key: usual[key]
        for key in ("degree", "certificates", "experience", "qualities")
        if usual[key]
    }
    if row.get("fields"):
        qualification["degree"] += f" ({', '.join(row['fields'])})"
    description = {
        "goal": row["goal"],
        "tasks": row["tasks"],
        "authority": usual["authority"],
        "qualification": qualification,
    }
    levels = {one.code: usual[one.group] for one in competencies().values() if one.group in usual}
    return ShippedPosition(
        row["code"],
        row["name"],
        row["group"],
        description,
        levels,
        row.get("rank", ""),
        row.get("title", ""),
        tuple(row.get("fields", ())),
    )

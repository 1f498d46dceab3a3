"""Sets that ship with the system, in our own words: axes and clauses as the documents have them,
levels that they leave open marked DEFAULT and meant to be replaced. A commune adopts one as a
draft, changes it and issues it on its own basis.

Pure: no Django, no database. A wrong file refuses to load and says where.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from thenchot.policy.packs import BrokenPack, Certainty
from thenchot.standards.enums import Bound, Measure, RequirementKind
from thenchot.standards.rules.demands import ADDRESSEES, list_of

FOLDER = Path(__file__).parent
HEAD = {"name", "basis", "clause", "is_for_leaders", "axes", "certainty", "note"}
ROW = {
    "code",
    "axis",
    "name",
    "kind",
    "paper",
    "level",
    "number",
    "measure",
    "bound",
    "names",
    "fields",
    "addressees",
    "clause",
    "next_step",
    "certainty",
}


@dataclass(frozen=True)
class ShippedSet:
    """`head` and `requirements` by the names of the models."""

    code: str
    head: Mapping[str, Any]
    requirements: tuple[Mapping[str, Any], ...]

    @property
    def name(self) -> str:
        return self.head["name"]


@cache
def shipped_sets() -> Mapping[str, ShippedSet]:
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.toml"))}


def _read(path: Path) -> ShippedSet:
    try:
        body = tomllib.loads(path.read_text(encoding="utf8"))
        head = {**body["set"], "certainty": str(Certainty(body["set"]["certainty"]))}
        _refuse_unknown(head, HEAD)
        rows = tuple(_row(row, {code for code, _ in head["axes"]}) for row in body["requirement"])
        if len({row["code"] for row in rows}) != len(rows):
            raise ValueError("a code stands twice")
        return ShippedSet(path.stem, head, rows)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BrokenPack(f"{path.name}: {error!r}") from error


def _row(row: dict[str, Any], axes: set[str]) -> Mapping[str, Any]:
    _refuse_unknown(row, ROW)
    _refuse_unknown(row.get("addressees", {}), set(ADDRESSEES))
    if row["axis"] not in axes:
        raise ValueError(f"{row['code']}: no axis {row['axis']}")
    kind = RequirementKind(row["kind"])
    if kind == RequirementKind.LEVEL and row["level"] not in list_of(row["paper"]):
        raise ValueError(f"{row['code']}: no level {row['level']} in {row['paper']}")
    if kind == RequirementKind.YEARS:
        Measure(row["measure"])
    Bound(row.get("bound", Bound.AT_LEAST))
    return {
        **row,
        "kind": str(kind),
        "certainty": str(Certainty(row.get("certainty", Certainty.DEFAULT))),
    }


def _refuse_unknown(found: Mapping[str, Any], known: set[str]) -> None:
    if set(found) - known:
        raise ValueError(f"unknown {sorted(set(found) - known)}")

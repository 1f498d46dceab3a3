"""Sets of criteria that ship with the system, in our own words: groups and criteria as the
documents have them; weights that the documents leave open are marked DEFAULT and meant to be
replaced. A commune adopts one as a draft, changes it and issues it on its own basis.

Pure: no Django, no database. A wrong file refuses to load and says where.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from thenchot.feedback.enums import CriteriaUse
from thenchot.feedback.rules.counting import Measure
from thenchot.feedback.rules.criteria import judge
from thenchot.policy.packs import BrokenPack, Certainty

FOLDER = Path(__file__).parent
HEAD = {"name", "use", "clause", "groups", "kinds", "sides", "certainty", "note"}
ROW = {"code", "group", "name", "weight", "most", "is_main", "sides", "clause", "certainty"}


@dataclass(frozen=True)
class ShippedCriteria:
    """`head` and `criteria` by the names of the models."""

    code: str
    head: Mapping[str, Any]
    criteria: tuple[Mapping[str, Any], ...]

    @property
    def name(self) -> str:
        return self.head["name"]


@cache
def shipped_criteria() -> Mapping[str, ShippedCriteria]:
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.toml"))}


def read(path: Path) -> ShippedCriteria:
    """BrokenPack with the name of the file and what is wrong."""
    try:
        body = tomllib.loads(path.read_text(encoding="utf8"), parse_float=Decimal)
        head = {
            **body["set"],
            "certainty": str(Certainty(body["set"]["certainty"])),
            "use": str(CriteriaUse(body["set"]["use"])),
        }
        _refuse_unknown(head, HEAD)
        rows = tuple(_row(row, {code for code, _ in head["groups"]}) for row in body["criterion"])
        if len({row["code"] for row in rows}) != len(rows):
            raise ValueError("a code stands twice")
        _refuse_unwhole(head, rows)
        return ShippedCriteria(path.stem, head, rows)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BrokenPack(f"{path.name}: {error!r}") from error


def _row(row: dict[str, Any], groups: set[str]) -> Mapping[str, Any]:
    _refuse_unknown(row, ROW)
    if row["group"] not in groups:
        raise ValueError(f"{row['code']}: no group {row['group']}")
    numbers = {"weight": Decimal(row["weight"]), "most": Decimal(row["most"])}
    return {**row, **numbers, "certainty": str(Certainty(row.get("certainty", Certainty.DEFAULT)))}


def _refuse_unwhole(head: Mapping[str, Any], rows: tuple[Mapping[str, Any], ...]) -> None:
    measures = [
        Measure(row["code"], row["name"], row["weight"], row["most"], tuple(row.get("sides", ())))
        for row in rows
    ]
    decision = judge(
        measures, [row["code"] for row in rows if row.get("is_main")], head["sides"], head["kinds"]
    )
    if not decision:
        raise ValueError("; ".join(reason.message for reason in decision.reasons))


def _refuse_unknown(found: Mapping[str, Any], known: set[str]) -> None:
    if set(found) - known:
        raise ValueError(f"unknown {sorted(set(found) - known)}")

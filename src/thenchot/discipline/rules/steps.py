"""The road of a case as it ships. No Django."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from thenchot.discipline.enums import Side, StepKind


@dataclass(frozen=True)
class StepForm:
    """`days`: working days after the step before, 0 for no limit; `earliest`: working days that
    must lie between.
    """

    code: str
    name: str
    who: str
    kind: StepKind
    days: int = 0
    earliest: int = 0


@dataclass(frozen=True)
class Path:
    """`council`: how many members it has, 0 where there is none."""

    side: Side
    name: str
    source: str
    certainty: str
    council: int
    steps: tuple[StepForm, ...]


@cache
def shipped() -> dict[Side, Path]:
    text = files("thenchot.discipline.shipped").joinpath("steps.toml").read_text("utf-8")
    return {Side(row["side"]): _path(row) for row in tomllib.loads(text)["path"]}


def _path(row: dict[str, Any]) -> Path:
    steps = [StepForm(**{**one, "kind": StepKind(one["kind"])}) for one in row["steps"]]
    told = {key: row[key] for key in ("name", "source", "certainty", "council")}
    return Path(side=Side(row["side"]), steps=tuple(steps), **told)

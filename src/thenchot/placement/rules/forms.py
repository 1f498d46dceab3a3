"""The procedures as they ship: steps, papers, grounds, each with its source. No Django."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from thenchot.placement.enums import Body, Effect, StepKind


@dataclass(frozen=True)
class StepForm:
    """`days`: working days after the step before, 0 for no limit. `vote`: over how many percent of
    `counts` ("summoned" or "present") is enough.
    """

    code: str
    name: str
    who: str
    kind: StepKind
    days: int = 0
    vote: int = 0
    counts: str = "summoned"
    is_public: bool = False


@dataclass(frozen=True)
class PaperForm:
    """`months`: how old it may be on the day of the decision; 0 for no limit."""

    code: str
    name: str
    months: int


@dataclass(frozen=True)
class ProcedureForm:
    """`term_months`: of the appointment that follows, 0 for none; `most_days`: working days it may
    last, 0 for no limit. `names_post`: whether it says which post is to be taken; `to_position`:
    also a job position that no title is tied to; `body`: whose papers they are, unless the
    delegation table says another.
    """

    code: str
    name: str
    effect: Effect
    source: str
    certainty: str
    steps: tuple[StepForm, ...]
    papers: tuple[PaperForm, ...]
    grounds: Mapping[str, str] = field(default_factory=dict)
    term_months: int = 0
    most_days: int = 0
    to_position: bool = False
    body: Body = Body.PARTY

    @property
    def names_post(self) -> bool:
        return self.effect in (Effect.TAKES, Effect.MOVES, Effect.NOMINATES)


@cache
def shipped() -> dict[str, ProcedureForm]:
    """By code, in the order of the list."""
    body = _body()
    return {row["code"]: _form(row, body) for row in body["procedure"]}


def kinds_for(title_id: int | None) -> list[tuple[str, str]]:
    """Procedures that lead into a post, code and name; without a title only moves to work."""
    forms = [one for one in shipped().values() if one.names_post and not one.grounds]
    return [(one.code, one.name) for one in forms if title_id or one.to_position]


def handed_over() -> list[str]:
    """What is handed over after a decision."""
    return list(_body()["list"]["hand_over"])


@cache
def _body() -> dict[str, Any]:
    text = files("thenchot.placement.shipped").joinpath("procedures.toml").read_text("utf-8")
    return tomllib.loads(text)


def _form(row: dict[str, Any], body: dict[str, Any]) -> ProcedureForm:
    papers = [PaperForm(code, **body["papers"][code]) for code in row["papers"]]
    steps = [StepForm(**{**one, "kind": StepKind(one["kind"])}) for one in row["steps"]]
    return ProcedureForm(
        row["code"],
        row["name"],
        Effect(row["effect"]),
        row["source"],
        row["certainty"],
        tuple(steps),
        tuple(papers),
        {code: body["grounds"][code] for code in row.get("grounds", [])},
        row.get("term_months", 0),
        row.get("most_days", 0),
        row.get("to_position", False),
        Body(row.get("body", Body.PARTY)),
    )

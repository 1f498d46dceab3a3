"""Grounds of refusal, and which of them ask for written notice. They ship as a file."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from thenchot.kernel.decision import Decision, no


@dataclass(frozen=True)
class Ground:
    """`notice`: yes, no, or open where the decree names the ground in neither list. `needs`: what
    the file must show.
    """

    code: str
    name: str
    article: str
    notice: str
    needs: str = ""


@cache
def grounds() -> dict[str, Ground]:
    """By code, in the order of the law and the decree."""
    text = files("thenchot.reception.shipped").joinpath("grounds.toml").read_text("utf-8")
    return {row["code"]: Ground(**row) for row in tomllib.loads(text)["ground"]}


def is_written(ground: Ground, wanted: bool) -> bool:
    """Whether form 01/TCD is issued; `wanted`: what the locality does where the decree is open."""
    return wanted if ground.notice == "open" else ground.notice == "yes"


def may_refuse(ground: Ground, shown: str) -> Decision:
    """Refusal is no way to dodge work: a ground that rests on a paper names it."""
    if ground.needs and not shown.strip():
        words = f"Từ chối vì “{ground.name}” thì ghi rõ {ground.needs}."
        return no("reception.ground_shown", words, ground.article)
    return Decision.yes()

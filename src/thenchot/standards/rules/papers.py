"""What a qualification says to a demand, and whether it counts on a day; years as far as the file
knows them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from thenchot.kernel.text import words
from thenchot.organisation.catalogue import find_competency
from thenchot.standards.enums import RequirementKind
from thenchot.standards.rules.demands import OFFICIAL, Demand, list_of


@dataclass(frozen=True)
class Paper:
    """A degree, certificate, course or confirmation of the file. `begun` … `until`: the study;
    `issued`: the day on the paper; `expires`: the last day it is good for.
    """

    kind: str
    level: str = ""
    name: str = ""
    field: str = ""
    language: str = ""
    begun: date | None = None
    until: date | None = None
    issued: date | None = None
    expires: date | None = None
    is_studying: bool = False
    key: int = 0

    @property
    def earned(self) -> date | None:
        """From this day it counts; an unknown day means always."""
        return self.issued or self.until or self.begun


class Standing(StrEnum):
    """Of a paper on a day."""

    HELD = "held"
    LAPSED = "lapsed"
    STUDYING = "studying"
    NOTHING = "nothing"


def standing(paper: Paper, on: date) -> Standing:
    """A certificate is good on its last day. A study counts until its planned end; the end past,
    only the paper counts. A paper earned later was being studied for on the days since the study
    began.
    """
    if paper.is_studying:
        runs = (paper.begun is None or paper.begun <= on) and (
            paper.until is None or on <= paper.until
        )
        return Standing.STUDYING if runs else Standing.NOTHING
    if paper.earned and paper.earned > on:
        return Standing.STUDYING if paper.begun and paper.begun <= on else Standing.NOTHING
    return Standing.LAPSED if paper.expires and paper.expires < on else Standing.HELD


def rank_for(demand: Demand, paper: Paper) -> int:
    """With which rank the paper answers the demand; 0 when it is about something else."""
    return _ANSWERS[demand.standard.kind](demand, paper) if demand.standard.kind in _ANSWERS else 0


def _level(demand: Demand, paper: Paper) -> int:
    if paper.kind != demand.standard.paper or (
        demand.standard.names and paper.language not in demand.standard.names
    ):
        return 0
    return list_of(paper.kind).rank(paper.level)


def _field(demand: Demand, paper: Paper) -> int:
    if paper.kind != "degree" or not any(
        speaks_of(paper.field, wanted) for wanted in demand.fields
    ):
        return 0
    return list_of("degree").rank(paper.level)


def _certificate(demand: Demand, paper: Paper) -> int:
    return int(paper.kind == demand.standard.paper and _is_named(demand, paper))


def _software(demand: Demand, paper: Paper) -> int:
    return int(paper.kind == "software" and _is_named(demand, paper))


def _skill(demand: Demand, paper: Paper) -> int:
    return int(paper.kind == "skill" and _is_named(demand, paper))


def _competency(demand: Demand, paper: Paper) -> int:
    """A confirmed level of 1 to 5, kept as a skill that is called like the competency."""
    meant = find_competency(paper.name) if paper.kind == "skill" else None
    if meant is None or meant.code not in demand.standard.names or not paper.level.isdigit():
        return 0
    return int(paper.level)


def _is_named(demand: Demand, paper: Paper) -> bool:
    names = demand.standard.names
    return not names or any(speaks_of(paper.name, wanted) for wanted in names)


_ANSWERS: dict[RequirementKind, Callable[[Demand, Paper], int]] = {
    RequirementKind.LEVEL: _level,
    RequirementKind.FIELD: _field,
    RequirementKind.CERTIFICATE: _certificate,
    RequirementKind.SOFTWARE: _software,
    RequirementKind.SKILL: _skill,
    RequirementKind.COMPETENCY: _competency,
}


@lru_cache(maxsize=20_000)
def speaks_of(text: str, wanted: str) -> bool:
    """The words of `wanted` stand together in `text`; marks, case and punctuation do not count."""
    sought = " ".join(words(wanted))
    return bool(sought) and f" {sought} " in f" {' '.join(words(text))} "


def full_years(since: date, on: date) -> int:
    """Completed years, 0 before the first day; who was born on 29/02 completes the year on
    01/03.
    """
    return max(0, on.year - since.year - ((on.month, on.day) < (since.month, since.day)))


def years_known(
    since: date | None, on: date, *, year_only: bool = False
) -> tuple[int | None, int | None]:
    """The least and the most it can be; none when the file does not say. Only the year known: any
    day of it.
    """
    if since is None:
        return None, None
    most = full_years(since, on)
    return (full_years(since.replace(month=12, day=31), on) if year_only else most), most


def party_rank(joined: date | None, official: date | None, on: date) -> int:
    """Full member, on probation, or neither."""
    if official and official <= on:
        return OFFICIAL
    return int(joined is not None and joined <= on)

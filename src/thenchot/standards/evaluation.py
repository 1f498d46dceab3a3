"""One person at a date: what the posts held demand, what the file answers, and how to close each
gap.

Both days are arguments: `on`, what was true; `said`, the day whose file answers. Five queries for
the file as it stands.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date

from thenchot.kernel.periods import months_after
from thenchot.people.filing.reading import Moment, as_said, particulars_of
from thenchot.people.models import Person, Qualification
from thenchot.standards.enums import GapState, Measure, RequirementKind
from thenchot.standards.law import Law, Seat, exempted, law_on, seats_of
from thenchot.standards.rules import (
    Demand,
    Facts,
    Paper,
    Result,
    Standing,
    demand_of,
    judge,
    overall,
    party_rank,
    rank_for,
    standing,
    worst,
    years_known,
)

Weighed = tuple[
    int, Paper, Standing
]  # rank of the paper to a demand, the paper, its standing on the day
PAPER_FIELDS = (
    "kind",
    "level",
    "name",
    "field",
    "language",
    "valid_from",
    "valid_to",
    "issued_on",
    "expires_on",
    "is_studying",
    "pk",
)
DAYS = (
    "born_on",
    "born_year_only",
    "particulars__recruited_on",
    "particulars__party_joined_on",
    "particulars__party_official_on",
)


@dataclass(frozen=True)
class Life:
    """The days of a person that years are counted from."""

    born_on: date | None = None
    born_year_only: bool = False
    recruited_on: date | None = None
    party_joined_on: date | None = None
    party_official_on: date | None = None
    seat_since: date | None = None

    def since(self, measure: str) -> date | None:
        """The day from which years of this measure are counted."""
        days = {
            Measure.SERVICE: self.recruited_on,
            Measure.SEAT: self.seat_since,
            Measure.PARTY: self.party_joined_on,
        }
        return days[Measure(measure)]


@dataclass(frozen=True)
class Gap:
    """One requirement, met or not. `papers`: those that were weighed, with their standing on the
    day.
    """

    demand: Demand
    result: Result
    set_id: int
    papers: tuple[tuple[Paper, Standing], ...] = ()

    @property
    def state(self) -> GapState:
        return self.result.state


@dataclass(frozen=True)
class Judged:
    """`seat`: the post in which the person counts; none when no post was held on the day."""

    person_id: int
    on: date
    seat: Seat | None = None
    gaps: tuple[Gap, ...] = field(default_factory=tuple)

    def states(self, set_id: int) -> list[GapState]:
        return [gap.state for gap in self.gaps if gap.set_id == set_id]

    @property
    def set_ids(self) -> list[int]:
        return sorted({gap.set_id for gap in self.gaps})

    def overall(self, set_id: int) -> GapState:
        return overall(self.states(set_id))


def judge_person(
    person_id: int,
    on: date,
    *,
    said: date | None = None,
    law: Law | None = None,
    seats: list[Seat] | None = None,
) -> Judged:
    """`said`: the day whose file answers, none for the file as it stands. `seats`: posts to be
    judged instead of those held, for a gate before an appointment.
    """
    law, at = law or law_on(on), Moment(said=said).at
    seats = seats_of(person_id, on, at) if seats is None else seats
    demands = _demands(law, seats)
    if not demands:
        return Judged(person_id, on, seats[0] if seats else None)
    papers = [(paper, standing(paper, on)) for paper in papers_of(person_id, at)]
    life = life_of(person_id, seats[0].since, said)
    free = {key for _, key in exempted(law, on, person_id=person_id)}
    gaps = [_gap(law, asked, papers, life, on, key in free) for key, asked in demands.items()]
    return Judged(person_id, on, seats[0], tuple(gaps))


@dataclass(frozen=True)
class Files:
    """What the files of many people say, read once to put them to several posts."""

    papers: dict[int, list[Paper]]
    lives: dict[int, Life]
    exempt: set[tuple[int, int]]

    @classmethod
    def of(cls, people: Collection[int], on: date, law: Law) -> "Files":
        """Three queries, however many people."""
        papers: dict[int, list[Paper]] = {}
        rows = Qualification.objects.filter(person__in=people).order_by("pk")
        for person, *values in rows.values_list("person_id", *PAPER_FIELDS):
            papers.setdefault(person, []).append(Paper(*values))
        days = Person.objects.filter(pk__in=people).values_list("pk", *DAYS)
        lives = {person: Life(*values) for person, *values in days}
        return cls(papers, lives, exempted(law, on, person__in=people))


def judge_for(person_id: int, seat: Seat, on: date, files: Files, law: Law) -> Judged:
    """As if the person held this post from the day on; no query."""
    papers = [(paper, standing(paper, on)) for paper in files.papers.get(person_id, ())]
    life = replace(files.lives[person_id], seat_since=seat.since)
    gaps = [
        _gap(law, asked, papers, life, on, (person_id, key) in files.exempt)
        for key, asked in _demands(law, [seat]).items()
    ]
    return Judged(person_id, on, seat, tuple(gaps))


def foreseen(gap: Gap, life: Life) -> date | None:
    """The day on which a gap closes by itself: a course under way ends, the years are full. None
    where somebody must do something first.
    """
    standard = gap.demand.standard
    if gap.state == GapState.IN_TRAINING:
        ends = [
            paper.until
            for paper, stands in gap.papers
            if stands == Standing.STUDYING and paper.until
        ]
        return min(ends, default=None)
    if standard.kind != RequirementKind.YEARS:
        return None
    since = life.since(standard.measure)
    return months_after(since, 12 * int(standard.number)) if since and standard.number else None


def papers_of(person_id: int, at=None) -> list[Paper]:
    rows = Qualification.objects if at is None else Qualification.history.said_at(at)
    return [
        Paper(*row)
        for row in rows.filter(person_id=person_id).order_by("pk").values_list(*PAPER_FIELDS)
    ]


def life_of(person_id: int, seat_since: date, said: date | None = None) -> Life:
    if said is None:
        return Life(*Person.objects.filter(pk=person_id).values_list(*DAYS).get(), seat_since)
    moment = Moment(said=said)
    person = as_said(Person.objects.get(pk=person_id), moment)
    kept = particulars_of(person, moment)
    days = (kept.recruited_on, kept.party_joined_on, kept.party_official_on)
    return Life(person.born_on, person.born_year_only, *days, seat_since)


def facts_for(
    demand: Demand, weighed: list[Weighed], life: Life, on: date, is_exempt: bool = False
) -> Facts:
    """The file of one person reduced to what the rule needs."""
    kind = demand.standard.kind
    if kind in (RequirementKind.YEARS, RequirementKind.AGE):
        least, most = _years(demand, life, on)
        return Facts(least=least, most=most, is_exempt=is_exempt)
    if kind == RequirementKind.PARTY:
        return Facts(
            best=party_rank(life.party_joined_on, life.party_official_on, on), is_exempt=is_exempt
        )
    best = dict.fromkeys(Standing, 0)
    for rank, _paper, stands in weighed:
        best[stands] = max(best[stands], rank)
    return Facts(
        best[Standing.HELD], best[Standing.LAPSED], best[Standing.STUDYING], is_exempt=is_exempt
    )


def _weigh(demand: Demand, papers: list[tuple[Paper, Standing]]) -> list[Weighed]:
    """The papers that answer, best first."""
    ranked = [(rank_for(demand, paper), paper, stands) for paper, stands in papers]
    return sorted((one for one in ranked if one[0]), key=lambda one: -one[0])


def _years(demand: Demand, life: Life, on: date) -> tuple[int | None, int | None]:
    if demand.standard.kind == RequirementKind.AGE:
        return years_known(life.born_on, on, year_only=life.born_year_only)
    return years_known(life.since(demand.standard.measure), on)


def _demands(law: Law, seats: list[Seat]) -> dict[int, list[Demand]]:
    """By requirement; several posts may ask the same thing differently."""
    found: dict[int, dict] = {}
    for seat in seats:
        for set_id in law.for_unit(seat.path):
            for standard in law.standards[set_id]:
                if demand := demand_of(standard, seat.post):
                    found.setdefault(standard.key, {})[demand.key] = demand
    return {key: list(demands.values()) for key, demands in found.items()}


def _gap(law: Law, demands: list[Demand], papers, life: Life, on: date, is_exempt: bool) -> Gap:
    found = []
    for demand in demands:
        weighed = _weigh(demand, papers)
        found.append(
            (judge(demand, facts_for(demand, weighed, life, on, is_exempt)), demand, weighed)
        )
    result = worst(one for one, *_ in found)
    demand, weighed = next(rest for one, *rest in found if one is result)
    return Gap(
        demand,
        result,
        law.set_of[demand.standard.key],
        tuple((paper, stands) for _, paper, stands in weighed),
    )

"""People and posts put together: what a review knows of everybody, loaded once, and what it says of
one person and one post.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from thenchot.kernel.periods import months_after
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import below_the_ladder
from thenchot.people.gates import closed_gates
from thenchot.people.models import Appointment, Discipline, Person, Seating
from thenchot.people.retirement import months_between, retirement_day
from thenchot.platform import policies
from thenchot.policy.parameters import PeoplePolicy, SuccessionPolicy
from thenchot.standards.enums import GapState
from thenchot.standards.evaluation import Files, Gap, foreseen, judge_for
from thenchot.standards.law import Law, law_on
from thenchot.standards.queries.gate import seat_for
from thenchot.succession.models import Candidate, PlannedPost
from thenchot.succession.rules import eligibility as rules
from thenchot.succession.rules.eligibility import Eligibility, Facts, Missing, Reach

STANDING = (GapState.MISSING, GapState.IN_TRAINING)


@dataclass(frozen=True)
class Held:
    """Where somebody serves, and the step of the highest title held."""

    unit: int
    ladder: int


@dataclass(frozen=True)
class Judged:
    """One person against one post."""

    eligibility: Eligibility
    months_left: int | None
    missing: tuple[Missing, ...] = ()
    lacks: tuple[int, ...] = ()
    ready_on: date | None = None

    @property
    def step(self) -> str:
        return rules.single_step(self.missing)


@dataclass
class Review:
    """Everybody of `people` on a day, for the posts of one place; a constant number of queries."""

    home: Unit
    reckons_on: date
    on: date
    people: Collection[int]
    _seats: dict = field(default_factory=dict)

    @cached_property
    def policy(self) -> SuccessionPolicy:
        return policies.in_force(SuccessionPolicy, path=self.home.path, on=self.on)

    @cached_property
    def reach(self) -> Reach:
        policy = self.policy
        return Reach(policy.next_months, policy.later_months, policy.next_steps, policy.later_steps)

    @cached_property
    def law(self) -> Law:
        return law_on(self.on)

    @cached_property
    def files(self) -> Files:
        return Files.of(self.people, self.on, self.law)

    @cached_property
    def floor(self) -> int:
        """The step of whoever holds no leading title."""
        return below_the_ladder()

    @cached_property
    def held(self) -> dict[int, Held]:
        """Person id -> the unit of the primary seat and the highest title of all seats."""
        rows = Appointment.objects.in_force(self.on).filter(person__in=self.people)
        found: dict[int, Held] = {}
        for person, unit, is_primary, ladder in rows.order_by("-is_primary", "pk").values_list(
            "person_id", "unit_id", "is_primary", "title_ref__ladder"
        ):
            known = found.get(person, Held(unit, self.floor))
            unit = unit if is_primary else known.unit
            found[person] = Held(unit, min(known.ladder, ladder or self.floor))
        return found

    @cached_property
    def months(self) -> dict[int, int | None]:
        """Person id -> whole months between the day of reckoning and the own retirement."""
        table = policies.in_force(PeoplePolicy, path=self.home.path, on=self.on).retirement_age
        rows = Person.objects.filter(pk__in=self.people).values_list("pk", "born_on", "sex")
        last = {person: retirement_day(born, sex, table) for person, born, sex in rows}
        return {
            person: None if day is None else months_between(self.reckons_on, day)
            for person, day in last.items()
        }

    @cached_property
    def disciplined(self) -> dict[int, date]:
        """Person id -> the last day of a discipline that still holds."""
        rows = Discipline.objects.filter(person__in=self.people)
        found: dict[int, date] = {}
        for person, begun in rows.values_list("person_id", "valid_from"):
            if begun is None:
                continue
            last = months_after(begun, self.policy.disciplined_months)
            if begun <= self.on <= last:
                found[person] = max(last, found.get(person, last))
        return found

    @cached_property
    def gates(self) -> dict[int, list]:
        return closed_gates(self.people, self.home.path, self.on)

    @cached_property
    def sitting(self) -> set[tuple[int, int]]:
        """(person, committee) of those who sit in one today."""
        rows = Seating.objects.in_force(self.on).filter(person__in=self.people)
        return set(rows.values_list("person_id", "seat__committee_id"))

    def judge(self, post: PlannedPost, person: int) -> Judged:
        gaps = self._gaps(post, person)
        missing = tuple(self._missing(gap, person) for gap in gaps)
        found = rules.eligibility(self._facts(post, person, missing), self.reach)
        lacks = tuple(gap.demand.standard.key for gap in gaps)
        months = self.months.get(person)
        return Judged(found, months, missing, lacks, rules.ready_on(missing, self.on))

    def lost(self, person: int) -> list[str]:
        """Why somebody who is planned already has to be taken out (45-HD/BTCTW, Điều 29)."""
        return list(rules.lost(self.disciplined.get(person), self._closed(person)))

    def _closed(self, person: int) -> tuple[str, ...]:
        return tuple(reason.message for reason in self.gates.get(person, ()))

    def _facts(self, post: PlannedPost, person: int, missing: tuple[Missing, ...]) -> Facts:
        held = self.held.get(person)
        return Facts(
            months_left=self.months.get(person),
            ladder=held.ladder if held else self.floor,
            post_ladder=post.title.ladder or self.floor - 1,
            is_committee=post.is_committee,
            sits=post.is_committee and (person, post.committee_id) in self.sitting,
            disciplined_until=self.disciplined.get(person),
            missing=missing,
            gates=self._closed(person),
        )

    def _gaps(self, post: PlannedPost, person: int) -> list[Gap]:
        if post.pk not in self._seats:
            is_head = post.title.rank == "head"
            self._seats[post.pk] = seat_for(post.title, post.unit, self.on, is_head=is_head)
        judged = judge_for(person, self._seats[post.pk], self.on, self.files, self.law)
        return [gap for gap in judged.gaps if gap.state in STANDING]

    def _missing(self, gap: Gap, person: int) -> Missing:
        life = replace(self.files.lives[person], seat_since=self.on)
        standard = gap.demand.standard
        return Missing(
            standard.paper,
            standard.name,
            gap.result.reason,
            gap.result.next_step,
            foreseen(gap, life),
        )


def in_office(home: Unit, on: date) -> list[int]:
    """Person ids of everybody whose primary seat lies in the place."""
    seats = Appointment.objects.in_force(on).filter(
        is_primary=True, unit__path__startswith=home.path
    )
    return list(seats.order_by("person_id").values_list("person_id", flat=True).distinct())


def review_of(posts: Collection[PlannedPost], home: Unit, reckons_on: date, on: date) -> Review:
    """Of those in office and those who stand in one of the posts already."""
    rows = Candidate.objects.filter(post__in=posts)
    known = rows.values_list("person_id", flat=True)
    return Review(home, reckons_on, on, sorted({*in_office(home, on), *known}))

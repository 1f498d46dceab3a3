"""What is known of the years ahead: who reaches the age of retirement, whose time in a post ends,
who arrives by a decision; and what is under way. Nothing is assumed here.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeGuard

from django.db.models import Count, Q

from thenchot.insight.enums import EventKind
from thenchot.insight.forecast.rules import ends_of_months
from thenchot.kernel.periods import months_after
from thenchot.organisation.models import Quota, Term, Unit
from thenchot.organisation.queries import below_the_ladder
from thenchot.people.headcount import KIND
from thenchot.people.models import Appointment, Seating
from thenchot.people.retirement import retirement_day
from thenchot.placement.enums import Effect, ProcedureState, VacancyKind, VacancyState
from thenchot.placement.models import Procedure, Vacancy
from thenchot.platform import policies
from thenchot.policy.parameters import ForecastPolicy, OrganisationPolicy, PeoplePolicy
from thenchot.recruitment.enums import CaseState
from thenchot.recruitment.models import ReceptionCase
from thenchot.recruitment.queries.needs import running_openings
from thenchot.succession.enums import CandidateState, Line, PlanState
from thenchot.succession.models import Candidate, PlannedPost


@dataclass(frozen=True)
class Person:
    """Somebody who serves, or comes by a decision: the primary post now or on arrival."""

    pk: int
    seat: Appointment
    kind: str
    arrives_on: date | None  # None: serves today
    last_day: date | None  # by law or decision; None: not within sight
    retires_on: date | None

    @property
    def is_leader(self) -> bool:
        return leads(self.seat)

    @property
    def post(self) -> str:
        return post_of(self.seat)


@dataclass(frozen=True)
class Happening:
    """One thing that happens on a day. `title`, `where`: the post that falls empty."""

    kind: EventKind
    on: date
    unit: int
    post: str
    basis: str
    person: int | None = None
    is_certain: bool = True
    empties: bool = False
    is_leader: bool = False
    title: int | None = None


@dataclass(frozen=True)
class Successor:
    """Of the approved planning list for a post. `ready_on` None: standards still lacking, and no
    day on which they close by themselves.
    """

    person: int
    is_next: bool
    ready_on: date | None


@dataclass(frozen=True)
class Takes:
    """Somebody takes a post on a day, by a procedure under way or from the planning list."""

    person: int
    title: int
    unit: int
    is_head: bool
    on: date


@dataclass
class Known:
    """A place on a day; a constant number of queries."""

    home: Unit
    on: date
    until: date = field(init=False)

    def __post_init__(self):
        self.until = date(max(self.policy.until_year, self.on.year + 1), 12, 31)

    @cached_property
    def policy(self) -> ForecastPolicy:
        return policies.in_force(ForecastPolicy, path=self.home.path, on=self.on)

    @cached_property
    def ages(self):
        return policies.in_force(PeoplePolicy, path=self.home.path, on=self.on).retirement_age

    @cached_property
    def age_source(self) -> str:
        found = policies.resolved(self.home.path, self.on).only(PeoplePolicy)
        return found["people.retirement_age"].source[:300]

    @cached_property
    def ends(self) -> list[date]:
        return ends_of_months(self.on, self.until)

    def without(self, last_day: date | None) -> int:
        """Number of the first end of a month after the last day; beyond the end where none is."""
        return len(self.ends) if last_day is None else bisect_right(self.ends, last_day)

    def from_day(self, day: date) -> int:
        """Number of the first end of a month on or after the day."""
        return sum(end < day for end in self.ends)

    # Who serves

    @cached_property
    def seats(self) -> list[Appointment]:
        """Of now and later, inside the place."""
        rows = Appointment.objects.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=self.on),
            unit__path__startswith=self.home.path,
            valid_from__lte=self.until,
        )
        rows = rows.annotate(kind=KIND).select_related("person", "unit", "title_ref")
        return list(rows.order_by("valid_from", "pk"))

    @cached_property
    def people(self) -> dict[int, Person]:
        """By the id: whoever has a primary post now or later."""
        primary: dict[int, list[Appointment]] = defaultdict(list)
        for seat in self.seats:
            if seat.is_primary:
                primary[seat.person_id].append(seat)
        return {pk: self._person(pk, seats) for pk, seats in primary.items()}

    def _person(self, pk: int, seats: list[Appointment]) -> Person:
        first = seats[0]
        retires = retirement_day(first.person.born_on, first.person.sex, self.ages)
        days = [seat.valid_to for seat in seats if seat.valid_to]
        last = max(days) if len(days) == len(seats) else None
        known = [day for day in (last, retires) if day is not None]
        arrives = first.valid_from if first.valid_from > self.on else None
        return Person(pk, first, vars(first)["kind"], arrives, min(known, default=None), retires)

    @cached_property
    def counted_kinds(self) -> frozenset[str]:
        """Kinds of staff that stand against the approved number; those nobody entered count."""
        policy = policies.in_force(OrganisationPolicy, path=self.home.path, on=self.on)
        return frozenset({*policy.quota_counts, "", *(quota.staff_kind for quota in self.quotas)})

    @cached_property
    def counted(self) -> list[Person]:
        return [one for one in self.people.values() if one.kind in self.counted_kinds]

    @cached_property
    def quotas(self) -> list[Quota]:
        rows = Quota.objects.filter(unit__path__startswith=self.home.path)
        return list(rows.order_by("year"))

    def quota_on(self, day: date) -> int | None:
        """Of the year, or the last one before it that is known."""
        last = {
            (quota.unit_id, quota.bloc, quota.staff_kind): quota.number
            for quota in self.quotas
            if quota.year <= day.year
        }
        return sum(last.values()) if last else None

    # What is under way

    @cached_property
    def procedures(self) -> list[Procedure]:
        rows = Procedure.objects.filter(
            state=ProcedureState.OPEN, unit__path__startswith=self.home.path
        )
        rows = rows.select_related("person", "target", "title", "seat__unit", "seat__title_ref")
        return list(rows.order_by("pk"))

    def expected(self, since: date, months: int) -> date:
        """`months` after it began; what takes longer is expected next month."""
        return max(months_after(since, months), months_after(self.on, 1))

    @cached_property
    def takes(self) -> list[Takes]:
        """Posts taken by procedures under way."""
        wanted = (Effect.TAKES, Effect.MOVES, Effect.NOMINATES)
        return [
            Takes(case.person_id, case.title_id, case.target.pk, case.is_head, self._ends(case))
            for case in self.procedures
            if case.effect in wanted and case.title_id and self._is_inside(case.target)
        ]

    @cached_property
    def leavings(self) -> list[tuple[Procedure, date]]:
        """People who leave the place by procedures under way."""
        return [
            (case, self._ends(case))
            for case in self.procedures
            if case.person_id in self.people and self._leads_out(case)
        ]

    def _leads_out(self, case: Procedure) -> bool:
        if case.effect == Effect.LEAVES:
            return True
        moves = case.effect in (Effect.MOVES, Effect.NOMINATES)
        return moves and case.target_id is not None and not self._is_inside(case.target)

    def _is_inside(self, unit: Unit | None) -> TypeGuard[Unit]:
        return unit is not None and unit.path.startswith(self.home.path)

    def _ends(self, case: Procedure) -> date:
        return self.expected(case.opened_on, self.policy.procedure_months)

    @cached_property
    def arrivals(self) -> list[tuple[date, int, str, str, int]]:
        """(day, unit, post, basis, chance in per cent) of each who is expected."""
        return [*self._recruited(), *self._received(), *self._from_outside()]

    def _recruited(self) -> Iterator[tuple[date, int, str, str, int]]:
        openings = running_openings([self.home.path]).select_related("round", "position__unit")
        for one in openings.order_by("pk"):
            day = self.expected(one.round.begun_on, self.policy.recruit_months)
            for _ in range(max(0, one.number - one.taken)):
                where = one.position.unit_id
                yield day, where, one.name, one.round.name, self.policy.recruit_percent

    def _received(self) -> Iterator[tuple[date, int, str, str, int]]:
        rows = ReceptionCase.objects.filter(
            state=CaseState.ELIGIBLE, position__unit__path__startswith=self.home.path
        )
        for one in rows.select_related("position", "reception").order_by("pk"):
            day = one.starts_on or months_after(self.on, self.policy.procedure_months)
            day = max(day, months_after(self.on, 1))
            name, basis = one.position.name, str(one.reception)
            yield day, one.position.unit_id, name, basis, self.policy.procedure_percent

    def _from_outside(self) -> Iterator[tuple[date, int, str, str, int]]:
        for case in self.procedures:
            comes = case.effect in (Effect.TAKES, Effect.MOVES)
            if comes and case.person_id not in self.people and self._is_inside(case.target):
                chance = self.policy.procedure_percent
                yield self._ends(case), case.target.pk, case.post, case.name, chance

    # Planning lists

    @cached_property
    def planned_posts(self) -> dict[tuple[int, int], PlannedPost]:
        """(title, unit) -> the post of the approved list, of the nearest term."""
        rows = PlannedPost.objects.standing().filter(
            plan__state=PlanState.APPROVED, plan__unit__path__startswith=self.home.path
        )
        rows = rows.select_related("plan__term").order_by("-plan__term__starts_on", "pk")
        return {(post.title_id, post.unit_id): post for post in rows}

    @cached_property
    def successors(self) -> dict[int, list[Successor]]:
        """Planned post -> who is planned for it: the next in line first, the readiest first."""
        posts = [post.pk for post in self.planned_posts.values()]
        rows = Candidate.objects.filter(post__in=posts, state=CandidateState.PLANNED)
        found: dict[int, list[Successor]] = defaultdict(list)
        for one in rows.order_by("pk"):
            ready = self.on if one.gaps == 0 else one.ready_on
            found[one.post_id].append(Successor(one.person_id, one.line == Line.NEXT, ready))
        for listed in found.values():
            listed.sort(key=lambda one: (not one.is_next, one.ready_on or date.max, one.person))
        return found

    def planned_for(self, title: int | None, unit: int, holder: int | None, day: date):
        """(planned post, those planned who still serve then, those of them who are ready). A day
        that has passed is today: the post waits already.
        """
        day = max(day, self.on)
        post = self.planned_posts.get((title or 0, unit))
        if post is None:
            return None, [], []
        listed = [
            one
            for one in self.successors.get(post.pk, ())
            if one.person != holder and self._serves(one.person, day)
        ]
        ready = [one for one in listed if one.is_next and one.ready_on and one.ready_on <= day]
        return post, listed, ready

    def _serves(self, person: int, day: date) -> bool:
        one = self.people.get(person)
        return one is not None and (one.last_day is None or one.last_day > day)

    # Posts of leaders

    @cached_property
    def leading(self) -> list[Appointment]:
        """Held today, the highest title first."""
        held = [seat for seat in self.seats if leads(seat) and seat.valid_from <= self.on]
        return sorted(held, key=lambda seat: (self._step(seat), seat.pk))

    def _step(self, seat: Appointment) -> int:
        return (seat.title_ref.ladder if seat.title_ref else None) or self.floor

    @cached_property
    def floor(self) -> int:
        return below_the_ladder()

    @cached_property
    def empty_now(self) -> list[Vacancy]:
        """Leading posts that nobody holds today, each once."""
        rows = Vacancy.objects.filter(
            unit__path__startswith=self.home.path,
            kind__in=(VacancyKind.TITLE, VacancyKind.POSITION),
            title__is_manager=True,
        ).exclude(state=VacancyState.FILLED)
        found = list(rows.select_related("title", "unit").order_by("pk"))
        named = {(one.title_id, one.unit_id) for one in found if one.kind == VacancyKind.TITLE}
        return [
            one
            for one in found
            if one.kind == VacancyKind.TITLE or (one.title_id, one.unit_id) not in named
        ]

    # What happens when

    @cached_property
    def happenings(self) -> list[Happening]:
        found = [
            *self._endings(),
            *self._comings(),
            *self._under_way(),
            *self._terms(),
            *self._reappointments(),
        ]
        return sorted(
            (one for one in found if one.on <= self.until),
            key=lambda one: (one.on, one.kind, one.person or 0, one.post),
        )

    def _endings(self) -> Iterator[Happening]:
        for one in self.people.values():
            if one.last_day is None:
                continue
            retires = one.last_day == one.retires_on
            yield self._of(
                one.seat,
                EventKind.RETIRES if retires else EventKind.ENDS,
                one.last_day,
                self.age_source if retires else one.seat.decision,
                empties=True,
            )

    def _comings(self) -> Iterator[Happening]:
        for one in self.people.values():
            if one.arrives_on:
                yield self._of(one.seat, EventKind.ARRIVES, one.arrives_on, one.seat.decision)
        for day, unit, post, basis, _chance in self.arrivals:
            yield Happening(EventKind.ARRIVES, day, unit, post, basis, is_certain=False)

    def _under_way(self) -> Iterator[Happening]:
        for case, day in self.leavings:
            yield self._of(
                self.people[case.person_id].seat,
                EventKind.LEAVES,
                day,
                case.name,
                is_certain=False,
                empties=True,
            )
        for case in self.procedures:
            one = self.people.get(case.person_id)
            if one and case.title_id and self._is_inside(case.target):
                yield self._of(
                    one.seat,
                    EventKind.MOVES,
                    self._ends(case),
                    str(case)[:300],
                    is_certain=False,
                    empties=case.effect == Effect.MOVES,
                )

    def _terms(self) -> Iterator[Happening]:
        """One line a collective: all its seats end together."""
        terms = Term.objects.filter(
            unit__path__startswith=self.home.path, ends_on__range=(self.on, self.until)
        )
        sitting = Seating.objects.in_force(self.on).filter(seat__committee__term__in=terms)
        rows = sitting.order_by("seat__committee__term__ends_on", "seat__committee")
        facts = rows.values_list(
            "seat__committee__name",
            "seat__committee__unit",
            "seat__committee__term__name",
            "seat__committee__term__ends_on",
        )
        for name, unit, term, ends, seats in facts.annotate(n=Count("pk")):
            post = f"{name}: {seats} người đương nhiệm"
            yield Happening(EventKind.TERM, ends, unit, post, f"Nhiệm kỳ {term}")

    def _reappointments(self) -> Iterator[Happening]:
        for seat in self.seats:
            if seat.reappoint_on and self.on <= seat.reappoint_on <= self.until:
                yield self._of(seat, EventKind.REAPPOINT, seat.reappoint_on, seat.decision)

    def _of(self, seat: Appointment, kind: EventKind, on: date, basis: str, **more) -> Happening:
        return Happening(
            kind,
            on,
            seat.unit_id,
            post_of(seat),
            basis[:300],
            person=seat.person_id,
            is_leader=leads(seat),
            title=seat.title_ref_id,
            **more,
        )


def leads(seat: Appointment) -> bool:
    """By the title, or by heading a unit where no title of the catalogue is named."""
    return seat.title_ref.is_manager if seat.title_ref else seat.is_head


def post_of(seat: Appointment) -> str:
    title = seat.title_ref.name if seat.title_ref else seat.title
    return f"{title or '–'}, {seat.unit.name}"[:300]

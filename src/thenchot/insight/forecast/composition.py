"""Every indicator on days ahead: the datasets of today with the posts that will have ended, and in
a second count with the changes under way, put to the one definition of each indicator.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from thenchot.insight import registry
from thenchot.insight.counting import DATASETS, Count, counted, counting, prepare
from thenchot.insight.forecast.known import Known, Takes
from thenchot.insight.registry import Indicator
from thenchot.kernel.periods import months_after
from thenchot.organisation.models import Unit
from thenchot.platform.datasets import DAY, FLAG, INT, TEXT, engine_over, hand_over
from thenchot.recruitment.enums import ApplicantState
from thenchot.recruitment.models import Applicant
from thenchot.standards.models import Requirement, Shortfall
from thenchot.training.closing import closes
from thenchot.training.enums import EnrolmentState, NeedState, PlanState
from thenchot.training.models import Enrolment, Need

Key = tuple[str, date]
ALIKE = {"int64": INT, "string": TEXT, "date32[day]": DAY, "bool": FLAG}
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Newcomer:
    """Somebody who won a place in a round; the file tells no more."""

    sex: str
    born_on: date | None
    unit: int
    title: int | None
    kind: str
    on: date


@dataclass
class Changes:
    """What is under way, as dated changes of posts and of standards met."""

    takes: list[Takes] = field(default_factory=list)
    leaves: list[tuple[int, date]] = field(default_factory=list)
    comes: list[Newcomer] = field(default_factory=list)
    meets: dict[tuple[int, int], date] = field(default_factory=dict)  # (person, set) -> day

    def hashed(self) -> tuple:
        return tuple(self.takes), tuple(self.leaves), tuple(self.comes), tuple(self.meets.items())


def changes_of(known: Known) -> Changes:
    return Changes(
        takes=[*known.takes, *_successions(known)],
        leaves=[(case.person_id, day) for case, day in known.leavings],
        comes=list(_newcomers(known)),
        meets=_courses(known),
    )


def _successions(known: Known) -> Iterator[Takes]:
    """The first who is ready takes the post that falls empty; each takes one."""
    used = {one.person for one in known.takes}
    for one in known.happenings:
        if not (one.empties and one.is_leader and one.title):
            continue
        _post, _planned, ready = known.planned_for(one.title, one.unit, one.person, one.on)
        person = next((next_.person for next_ in ready if next_.person not in used), None)
        if person is None:
            continue
        used.add(person)
        seat = known.people[one.person].seat if one.person in known.people else None
        day = months_after(max(one.on, known.on), known.policy.procedure_months)
        yield Takes(person, one.title, one.unit, bool(seat and seat.is_head), day)


def _newcomers(known: Known) -> Iterator[Newcomer]:
    rows = Applicant.objects.filter(
        state=ApplicantState.WON, opening__position__unit__path__startswith=known.home.path
    )
    for one in rows.select_related("round", "opening__position__title").order_by("pk"):
        position = one.opening.position
        kind = (position.title.staff_kind if position.title else "") or "civil_servant"
        day = known.expected(one.round.begun_on, known.policy.recruit_months)
        yield Newcomer(one.sex, one.born_on, position.unit_id, position.title_id, kind, day)


def _courses(known: Known) -> dict[tuple[int, int], date]:
    """(person, set) -> the day by which courses decided or approved close every gap of the set."""
    gaps: dict[tuple[int, int], set[int]] = defaultdict(set)
    rows = Shortfall.objects.standing().filter(person__in=list(known.people))
    for person, requirement, of in rows.values_list(
        "person_id", "requirement_id", "requirement__set_id"
    ):
        gaps[person, of].add(requirement)
    closed = _closed(known, {one for found in gaps.values() for one in found})
    found = {}
    for (person, of), wanted in gaps.items():
        days = [closed[person, one] for one in wanted if (person, one) in closed]
        if len(days) == len(wanted):
            found[person, of] = max(days)
    return dict(sorted(found.items()))


def _closed(known: Known, wanted: set[int]) -> dict[tuple[int, int], date]:
    """(person, requirement) -> the first day on which a course closes it."""
    requirements = list(Requirement.objects.filter(pk__in=wanted).select_related("set"))
    found: dict[tuple[int, int], date] = {}
    fits: dict[int, list[int]] = {}
    for one in _enrolled(known):
        topic = one.held_in.topic
        if topic.pk not in fits:
            fits[topic.pk] = [asked.pk for asked in requirements if closes(topic, asked)]
        for requirement in fits[topic.pk]:
            _first(found, (one.person_id, requirement), max(one.held_in.ends_on, known.on))
    for person, requirement, year in _approved(known):
        _first(found, (person, requirement), max(date(year, 12, 31), known.on))
    return found


def _first(found: dict[tuple[int, int], date], key: tuple[int, int], day: date) -> None:
    found[key] = min(day, found.get(key, day))


def _enrolled(known: Known):
    states = (EnrolmentState.NOMINATED, EnrolmentState.COMPLETED)
    rows = Enrolment.objects.filter(state__in=states, person__in=list(known.people))
    return rows.select_related("held_in__topic").order_by("pk")


def _approved(known: Known):
    """Needs that an approved plan holds a class for."""
    rows = Need.objects.filter(
        plan__state=PlanState.APPROVED,
        state=NeedState.PLACED,
        requirement__isnull=False,
        person__in=list(known.people),
    )
    return rows.order_by("pk").values_list("person_id", "requirement_id", "plan__last_year")


@dataclass
class Ahead:
    """The figures of a place on days ahead, without and with the changes."""

    known: Known
    changes: Changes
    days: list[date]

    @cached_property
    def indicators(self) -> list[Indicator]:
        return [one for one in registry.indicators().values() if one.looks_ahead]

    def count(self) -> tuple[dict[Key, Count], dict[Key, Count]]:
        home = self.known.home
        with engine_over(counting(home), *DATASETS) as db:
            base = {name: _Table(db, name) for name in CHANGED}
            alone = {day: self._figures(db, base, day, planned=False) for day in self.days}
            planned = {day: self._figures(db, base, day, planned=True) for day in self.days}
        return _by_key(alone), _by_key(planned)

    def _figures(self, db, base: dict[str, "_Table"], day: date, *, planned: bool):
        for name, change in CHANGED.items():
            table = base[name]
            table.put(db, change(self, [dict(row) for row in table.rows], day, planned))
        prepare(db, Unit.objects.under([self.known.home.path]), day)
        return [_whole(one, counted(db, one).values()) for one in self.indicators]

    def _posts(self, rows: list[dict], day: date, planned: bool) -> list[dict]:
        for row in rows:
            person = self.known.people.get(row["person_id"])
            if person and person.retires_on:
                row["valid_to"] = _earlier(row["valid_to"], person.retires_on)
        return self._planned_posts(rows) if planned else rows

    def _planned_posts(self, rows: list[dict]) -> list[dict]:
        blank = dict.fromkeys(rows[0]) if rows else {}
        for person, on in self.changes.leaves:
            _end(rows, person, on)
        for one in self.changes.takes:
            before = _end(rows, one.person, one.on)
            known = self.known.people.get(one.person)
            more = {"title_id": one.title, "unit_id": one.unit, "is_head": one.is_head}
            last = known.retires_on if known else None
            rows.append({**blank, **before, **more, "valid_from": one.on, "valid_to": last})
        for number, new in enumerate(self.changes.comes, 1):
            rows.append(
                blank
                | {
                    "post_id": -number,
                    "person_id": -number,
                    "unit_id": new.unit,
                    "title_id": new.title,
                    "staff_kind": new.kind,
                    "is_head": False,
                    "is_primary": True,
                    "valid_from": new.on,
                }
            )
        return rows

    def _persons(self, rows: list[dict], day: date, planned: bool) -> list[dict]:
        if not planned:
            return rows
        blank = dict.fromkeys(rows[0]) if rows else {}
        new = [
            blank | {"person_id": -number, "sex": one.sex, "born_on": one.born_on}
            for number, one in enumerate(self.changes.comes, 1)
        ]
        return rows + new

    def _seatings(self, rows: list[dict], day: date, planned: bool) -> list[dict]:
        for row in rows:
            person = self.known.people.get(row["person_id"])
            if person and person.retires_on:
                row["valid_to"] = _earlier(row["valid_to"], person.retires_on)
        return rows

    def _papers(self, rows: list[dict], day: date, planned: bool) -> list[dict]:
        """Studies that end by the day are finished."""
        for row in rows if planned else ():
            if row["is_studying"] and row["valid_to"] and row["valid_to"] <= day:
                row["is_studying"] = False
        return rows

    def _verdicts(self, rows: list[dict], day: date, planned: bool) -> list[dict]:
        for row in rows if planned else ():
            met = self.changes.meets.get((row["person_id"], row["set_id"]))
            if met and met <= day and row["state"] != "exempt":
                row["state"] = "met"
        return rows


CHANGED = {
    "people_posts": Ahead._posts,
    "people_persons": Ahead._persons,
    "people_seatings": Ahead._seatings,
    "people_papers": Ahead._papers,
    "standards_verdicts": Ahead._verdicts,
}


class _Table:
    """A dataset of the engine as rows, and put back with other rows."""

    def __init__(self, db, name: str):
        found = db.execute(f"SELECT * FROM {name}").to_arrow_table()
        self.name = name
        self.columns = [(one.name, ALIKE[str(one.type)]) for one in found.schema]
        self.rows = found.to_pylist()
        db.unregister(name)

    def put(self, db, rows: list[dict]) -> None:
        names = [name for name, _ in self.columns]
        hand_over(db, self.name, self.columns, [tuple(row[name] for name in names) for row in rows])


def _end(rows: list[dict], person: int, on: date) -> dict:
    """The primary post of the person ends the day before; that row as it was."""
    held = {}
    for row in rows:
        ends = row["valid_to"]
        if row["person_id"] == person and row["is_primary"] and (ends is None or ends >= on):
            held = dict(row)
            row["valid_to"] = on - ONE_DAY
    return held or {"post_id": 0, "person_id": person, "staff_kind": "", "is_primary": True}


def _earlier(one: date | None, other: date) -> date:
    return other if one is None else min(one, other)


def _whole(indicator: Indicator, counts: Iterable[Count]) -> Count:
    found = list(counts)
    return Count(
        indicator,
        sum(one.part for one in found),
        sum(one.whole for one in found),
        sum(one.unknown for one in found),
    )


def _by_key(figures: dict[date, list[Count]]) -> dict[Key, Count]:
    return {(one.indicator.code, day): one for day, found in figures.items() for one in found}

"""A ward with people of every step of the ladder, a term to come, and conclusions for all of them.

succession.plan(...)        a draft with one post, its sources reviewed
succession.row(person)      the candidate of that post
succession.vote(plan, …)    all conferences of the policy, held and counted
"""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from tests.standards.conftest import HEADS, make_set
from tests.town_succession import clear, hold
from tests.worlds import World, build_world

from thenchot.clearance.models import Conclusion
from thenchot.organisation.models import Title
from thenchot.organisation.services import committees
from thenchot.people.filing import changing
from thenchot.people.models import Appointment, Person
from thenchot.succession.models import Candidate, PlannedPost, SuccessionPlan
from thenchot.succession.services import candidates, conferences, plans, sources

DAY = date(2026, 11, 10)
STEPS = ("leadership", "enlarged", "key", "vote")


def pytest_collection_modifyitems(items):
    """Everything here that touches the database also runs on PostgreSQL."""
    for item in items:
        if "tests/succession/" in str(item.path) and item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.postgres)


@dataclass
class SuccessionWorld:
    world: World

    @property
    def officer(self):
        return self.world.actor("officer")

    @property
    def leader(self):
        return self.world.actor("leader")

    def person(self, unit: str) -> Person:
        return self.world.people[unit]

    def title(self, code: str) -> Title:
        return Title.objects.get(unit=None, code=code)

    def term(self, name="Nhiệm kỳ 2030 - 2035", starts_on=date(2030, 7, 1)):
        return committees.open_term(
            self.officer,
            unit_id=self.world.ward.pk,
            name=name,
            starts_on=starts_on,
            ends_on=date(starts_on.year + 5, 6, 30),
        )

    def plan(self, code="division_head", seats=1, **more) -> SuccessionPlan:
        plan = plans.open_plan(self.officer, term_id=self.term(**more).pk)
        self.post(plan, code, seats)
        sources.review_sources(self.officer, plan_id=plan.pk)
        return plan

    def post(self, plan, code="division_head", seats=1, unit="phòng văn hóa") -> PlannedPost:
        return plans.add_post(
            self.officer,
            plan_id=plan.pk,
            title_id=self.title(code).pk,
            unit_id=self.world.units[unit].pk,
            seats=seats,
        )

    def row(self, unit: str, plan: SuccessionPlan | None = None) -> Candidate:
        rows = Candidate.objects.filter(person=self.person(unit))
        return (rows.filter(post__plan=plan) if plan else rows).select_related("post").latest("pk")

    def propose(self, *units: str) -> list[Candidate]:
        return [
            candidates.propose_candidate(self.officer, candidate_id=self.row(unit).pk)
            for unit in units
        ]

    def vote(self, plan, agreed: int = 9, steps=STEPS, **by_unit: int) -> None:
        for step in steps:
            held = hold(self.officer, plan, step)
            ballots = {ballot.candidate_id: agreed for ballot in held.ballots.all()}
            conferences.note_votes(self.officer, conference_id=held.pk, agreed=ballots)
            conferences.count_conference(self.officer, conference_id=held.pk)

    def approved(self, *units: str, **more) -> SuccessionPlan:
        plan = self.plan(**more)
        self.propose(*units)
        self.vote(plan)
        plans.submit_plan(self.officer, plan_id=plan.pk)
        return plans.approve_plan(
            self.leader, plan_id=plan.pk, decision="215-QĐ/TU", decided_on=DAY
        )

    def lapse(self, unit: str) -> None:
        """The conclusions on somebody ran out yesterday."""
        Conclusion.objects.filter(person=self.person(unit)).update(
            concluded_on=DAY - timedelta(days=900), valid_to=DAY - timedelta(days=1)
        )

    def reprimand(self, unit: str) -> None:
        changing.add_row(
            self.officer,
            person_id=self.person(unit).pk,
            section="discipline_party",
            form="1",
            valid_from=date(2026, 11, 1),
        )

    def degree(self, unit: str) -> None:
        changing.add_row(
            self.officer,
            person_id=self.person(unit).pk,
            section="degree",
            level="bachelor",
            field="Luật",
        )


@pytest.fixture
def world(db, monkeypatch) -> World:
    monkeypatch.setenv("THENCHOT_TODAY", DAY.isoformat())
    return build_world()


@pytest.fixture
def succession(world) -> SuccessionWorld:
    return ready_ward(world)


def ready_ward(world: World, kind=SuccessionWorld) -> SuccessionWorld:
    """Everybody is a deputy, born in May 1990, with a degree; heads must hold political theory."""
    theory = {"code": "theory", "kind": "level", "paper": "theory", "level": "middle"}
    degree = {"code": "degree", "kind": "level", "paper": "degree", "level": "bachelor"}
    make_set(world.ward, [row | {"addressees": HEADS} for row in (theory, degree)])
    made = kind(world)
    Appointment.objects.filter(unit__path__startswith=world.ward.path).update(
        title_ref=made.title("division_deputy"), is_head=False
    )
    for unit, person in world.people.items():
        Person.objects.filter(pk=person.pk).update(born_on=date(1990, 5, 2), sex="f")
        made.degree(unit)
        clear(made.officer, person)
    return made

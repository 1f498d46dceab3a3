"""A ward with a standard that heads lack, subjects that close it, and people of several kinds.

training.plan()              a draft plan of 2027
training.drawn()             the same, its needs counted and placed
training.open(...)           a class of the subject "theory"
training.enrol(person, ...)  somebody proposed for it
"""

from dataclasses import dataclass, field
from datetime import date

import pytest
from django.db import connection
from tests.standards.conftest import HEADS, make_set
from tests.worlds import World, build_world

from thenchot.people.models import Appointment, Person
from thenchot.standards.models import StandardSet
from thenchot.standards.services.counting import count_all
from thenchot.training.models import Enrolment, Topic, TrainingClass, TrainingPlan
from thenchot.training.services import classes, drawing, enrolling, planning, topics

DAY = date(2026, 11, 10)


def pytest_collection_modifyitems(items):
    """Everything here that touches the database also runs on PostgreSQL."""
    for item in items:
        if "tests/training/" in str(item.path) and item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.postgres)


@dataclass
class TrainingWorld:
    world: World
    set: StandardSet
    topics: dict[str, Topic] = field(default_factory=dict)

    @property
    def officer(self):
        return self.world.actor("officer")

    @property
    def leader(self):
        return self.world.actor("leader")

    def actor(self, role, unit=None):
        return self.world.actor(role, unit and self.world.units[unit])

    def person(self, unit: str) -> Person:
        return self.world.people[unit]

    def plan(self, year: int = 2027) -> TrainingPlan:
        return planning.draw_up_plan(
            self.officer,
            unit_id=self.world.ward.pk,
            name=f"Kế hoạch đào tạo năm {year}",
            first_year=year,
            last_year=year,
        )

    def drawn(self) -> TrainingPlan:
        plan = self.plan()
        drawing.count_needs(self.officer, plan_id=plan.pk)
        drawing.propose_classes(self.officer, plan_id=plan.pk)
        return plan

    def approved(self) -> TrainingPlan:
        plan = self.drawn()
        planning.submit_plan(self.officer, plan_id=plan.pk)
        return planning.approve_plan(self.leader, plan_id=plan.pk, decision="12-KH/ĐU")

    def open(
        self, topic: str = "theory", seats: int = 10, actor=None, unit_id=None, **more
    ) -> TrainingClass:
        said = {
            "name": "Lớp trung cấp lý luận chính trị",
            "provider": "Trường Chính trị",
            "lecturer": "",
            "form": "full_time",
            "place": "",
            "starts_on": date(2026, 11, 1),
            "ends_on": date(2026, 11, 9),
            "hours": 40,
            "seats": seats,
            "cost": None,
        }
        return classes.open_class(
            actor or self.officer,
            unit_id=unit_id or self.world.ward.pk,
            topic_id=self.topics[topic].pk,
            **{**said, **more},
        )

    def enrol(self, held_in: TrainingClass, unit: str = "mặt trận") -> Enrolment:
        return enrolling.propose_person(
            self.officer, class_id=held_in.pk, person_id=self.person(unit).pk
        )

    def send(self, enrolment: Enrolment, **more) -> Enrolment:
        return enrolling.send_person(
            self.officer,
            enrolment_id=enrolment.pk,
            decision="45-QĐ/ĐU",
            decided_on=date(2026, 10, 28),
            **more,
        )

    def record(self, enrolment: Enrolment, actor=None, **more) -> Enrolment:
        said = {"completed_on": date(2026, 11, 9), "certificate": "TC-01", "result": "Khá"}
        return enrolling.record_result(
            actor or self.officer, enrolment_id=enrolment.pk, **{**said, **more}
        )


@pytest.fixture
def world(db, monkeypatch) -> World:
    monkeypatch.setenv("THENCHOT_TODAY", DAY.isoformat())
    return build_world()


@pytest.fixture
def training(world) -> TrainingWorld:
    row = {"code": "theory", "kind": "level", "paper": "theory", "level": "middle"}
    made = TrainingWorld(world, make_set(world.ward, [row | {"addressees": HEADS}]))
    Appointment.objects.filter(unit__path__startswith=world.ward.path).update(
        staff_kind="civil_servant"
    )
    for code, more in {
        "theory": {"group": "theory", "paper": "theory", "level": "middle", "hours": 40},
        "longer": {"group": "theory", "paper": "theory", "level": "high", "hours": 900},
        "reception": {"group": "service", "audience": "officials", "cycle": "yearly", "hours": 8},
    }.items():
        made.topics[code] = topics.add_topic(
            made.officer, unit_id=world.ward.pk, code=code, name=f"Chuyên đề {code}", **more
        )
    connection.run_on_commit.clear()
    count_all()
    return made

"""A ward with an approved position of three places, a quota with room, and a way to run a round."""

from dataclasses import dataclass
from datetime import date

import pytest
from tests.town_recruitment import Recruiting, approved_position, give_quota
from tests.worlds import World, build_world

from thenchot.organisation.models import JobPosition

DAY = date(2026, 9, 1)


def pytest_collection_modifyitems(items):
    """Everything here that touches the database also runs on PostgreSQL."""
    for item in items:
        if "tests/recruitment/" in str(item.path) and item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.postgres)


@dataclass
class RecruitmentWorld:
    world: World
    position: JobPosition
    run: Recruiting

    @property
    def officer(self):
        return self.world.actor("officer")

    @property
    def leader(self):
        return self.world.actor("leader")

    @property
    def ward(self):
        return self.world.ward

    def published(self, number=1, **more):
        return self.run.published(self.position, number, **more)

    def marked(self, number, points, **more):
        """A round up to the marks of the second stage: applicant by applicant, with its points."""
        round_ = self.published(number, **more)
        people = [self.run.apply(round_, **form) for form, _points in points]
        with self.run.after(round_, 1):
            self.run.accept(*people)
        self.run.seat_council(round_, list(self.world.people.values()))
        self.run.listed(round_)
        self.run.first(round_, {one.pk: 80 for one in people})
        marks = {one.pk: value for one, (_form, value) in zip(people, points, strict=True)}
        self.run.second(round_, marks)
        return self.run.fresh(round_), people

    def results(self, number, points, **more):
        round_, people = self.marked(number, points, **more)
        self.run.ranked(round_)
        self.run.shown(round_)
        return self.run.fresh(round_), people


@pytest.fixture
def world(db, monkeypatch) -> World:
    monkeypatch.setenv("THENCHOT_TODAY", DAY.isoformat())
    return build_world()


@pytest.fixture
def recruiting(world) -> RecruitmentWorld:
    officer, leader = world.actor("officer"), world.actor("leader")
    position = approved_position(officer, world.units["ubnd"], unit=world.units["phòng văn hóa"])
    give_quota(officer, world.ward, 10)
    return RecruitmentWorld(world, position, Recruiting(officer, leader, world.ward))

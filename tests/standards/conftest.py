"""A small world with one set in force: heads must hold a degree and theory, everybody a language
certificate.

law.give(person, "theory", "middle", …)   a qualification in the file
law.post(person, …)                       change the primary post
law.judged(person)                        findings of that person today, by code of the requirement
"""

from dataclasses import dataclass
from datetime import date

import pytest
from django.db import connection
from tests.worlds import World, build_world

from thenchot.organisation.models import Title
from thenchot.people.models import Appointment, Particulars, Person, Qualification
from thenchot.platform.clock import now, today
from thenchot.standards.evaluation import judge_person
from thenchot.standards.models import Requirement, StandardSet

SINCE = date(2025, 7, 1)


def pytest_collection_modifyitems(items):
    """Everything here that touches the database also runs on PostgreSQL: constraints, sums,
    differences.
    """
    for item in items:
        if "tests/standards/" in str(item.path) and item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.postgres)


@pytest.fixture
def world(db) -> World:
    return build_world()


def make_set(
    unit, rows, *, code="thu", state="issued", valid_from=SINCE, version=1, **more
) -> StandardSet:
    issued = {"issued_at": now()} if state != "draft" else {}
    made = StandardSet.objects.create(
        unit=unit,
        code=code,
        name="Bộ thử",
        basis="Quy định số 1",
        axes=[["a", "Trục A"], ["b", "Trục B"]],
        state=state,
        valid_from=valid_from,
        version=version,
        edited_at=now(),
        **issued,
        **more,
    )
    for at, row in enumerate(rows, 1):
        Requirement.objects.create(
            set=made,
            position=at,
            **{"axis": "a", "name": f"Yêu cầu {row['code']}", "clause": f"Điều {at}", **row},
        )
    return made


HEADS = {"heads": True}
ROWS = (
    {
        "code": "degree",
        "kind": "level",
        "paper": "degree",
        "level": "bachelor",
        "addressees": HEADS,
    },
    {
        "code": "theory",
        "kind": "level",
        "paper": "theory",
        "level": "middle",
        "addressees": HEADS,
        "axis": "b",
    },
    {"code": "english", "kind": "certificate", "paper": "language"},
)


@dataclass
class LawWorld:
    world: World
    set: StandardSet

    def give(self, person, kind, level="", **more) -> Qualification:
        return Qualification.objects.create(person=person, kind=kind, level=level, **more)

    def items(self, person, **values):
        Particulars.objects.update_or_create(person=person, defaults=values)

    def post(self, person, **values):
        Appointment.objects.filter(person=person, is_primary=True, valid_to=None).update(**values)

    def judged(self, person, on=None, **more) -> dict:
        codes = dict(Requirement.objects.values_list("pk", "code"))
        gaps = judge_person(person.pk, on or today(), **more).gaps
        return {codes[gap.demand.standard.key]: gap for gap in gaps}

    def states(self, person, on=None, **more) -> dict[str, str]:
        return {code: str(gap.state) for code, gap in self.judged(person, on, **more).items()}


@pytest.fixture
def law(world) -> LawWorld:
    made = LawWorld(world, make_set(world.ward, ROWS))
    # what building the world left waiting for a commit that never comes
    connection.run_on_commit.clear()
    return made


@pytest.fixture
def title(db):
    def make(code="phong", unit=None, **more) -> Title:
        return Title.objects.create(
            code=code, name=f"Chức danh {code}", folded=code, unit=unit, **more
        )

    return make


@pytest.fixture
def head(law) -> Person:
    return law.world.people["ubnd"]


@pytest.fixture(autouse=True)
def _own_datasets(monkeypatch, tmp_path):
    """Snapshots of each test in a folder of its own."""
    from thenchot.platform.datasets import snapshots

    monkeypatch.setattr(snapshots, "home", lambda: tmp_path)

"""A small world at work: a division with a head and two staff, an approved catalogue of three
products.

office.sheet("an")          the open sheet of October 2026 of that person
office.actor("an")          who acts as that person;  "head": the division's head; "leader": above
office.assign("an", "bc", 2, due=…)   products assigned
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.worlds import World, account_with, build_world, in_world
from thenchot.catalogue.models import Catalogue, Product
from thenchot.documents.models import Directive
from thenchot.kernel.periods import Month
from thenchot.people.models import Appointment, Person
from thenchot.people.services import appoint, create_person, link_account
from thenchot.platform.scope.actor import SYSTEM, actor_for
from thenchot.platform.scope.roles import Role
from thenchot.programmes.models import Programme, Task
from thenchot.scoring.services import closing, marking, self_reporting
from thenchot.worklog.models import Assessment, Work
from thenchot.worklog.services.opening import open_assessments

DAY = date(2026, 10, 15)
MONTH = Month(2026, 10)
TODAY = date(2026, 11, 2)
FACTORS = {"vb": "1", "bc": "1.5", "da": "4"}


def mark_postgres(items, folder: Path) -> None:
    """Whatever asks for the database in this folder runs on PostgreSQL too."""
    for item in items:
        if folder in item.path.parents and item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.postgres)


@dataclass
class Office:
    world: World
    people: dict[str, Person]
    products: dict[str, Product]
    accounts: dict = field(default_factory=dict)

    @property
    def unit(self):
        return self.world.units["phòng văn hóa"]

    def actor(self, name):
        return actor_for(self.accounts[name])

    def assessment(self, name, rules="nd335") -> Assessment:
        return Assessment.objects.get(
            person=self.people[name], rules=rules, is_practice=False, dropped_at=None
        )

    def assign(self, name, product, quantity=1, *, due=None, done=0, done_on=None, **more) -> Work:
        """Straight into the sheet, as the template does it."""
        one = self.products[product]
        number = Work.objects.count()
        return Work.objects.create(
            assessment=self.assessment(name),
            source="template",
            source_id=f"{product}-{number}",
            product=one,
            code=one.code,
            name=one.name,
            factor=one.factor,
            assigned=Decimal(quantity),
            done=Decimal(done),
            due_on=due,
            done_on=done_on or (DAY if done else None),
            **more,
        )

    def rate(self, name, **less) -> None:
        """The person's own points: full, less what is named ("II_1" = II.1)."""
        points = {code: Decimal(most) for code, most in FULL.items()} | {
            k.replace("_", "."): Decimal(v) for k, v in less.items()
        }
        self_reporting.rate_oneself(
            self.actor(name), assessment_id=self.assessment(name).pk, points=points
        )

    def confirm(self, name, by="head", leading=None, **less) -> None:
        points = {code: Decimal(most) for code, most in FULL.items()} | {
            k.replace("_", "."): Decimal(v) for k, v in less.items()
        }
        marking.confirm_points(
            self.actor(by), assessment_id=self.assessment(name).pk, points=points, leading=leading
        )

    def close(self, name, by="head") -> Assessment:
        return closing.close_assessment(self.actor(by), assessment_id=self.assessment(name).pk)


FULL = {
    "I.1": "5",
    "I.2": "5",
    **{f"II.{n}": "2.5" for n in range(1, 5)},
    **{f"III.{n}": "2.5" for n in range(1, 5)},
}


@pytest.fixture(autouse=True)
def second_of_november(monkeypatch):
    """October is over and not yet closed."""
    monkeypatch.setenv("THENCHOT_TODAY", TODAY.isoformat())


@pytest.fixture
def world(db) -> World:
    return build_world()


@pytest.fixture
def office(world) -> Office:
    return in_world(make_office, world)


def make_office(world) -> Office:
    unit, officer = world.units["phòng văn hóa"], world.actor(Role.OFFICER, world.ward)
    head = world.people["phòng văn hóa"]
    Appointment.objects.update(staff_kind="civil_servant")
    people = {"head": head}
    for name, full in {"an": "Lê Văn An", "binh": "Trần Thị Bình"}.items():
        people[name] = create_person(SYSTEM, full_name=full, unit_id=unit.pk)
        appoint(
            officer,
            person_id=people[name].pk,
            unit_id=unit.pk,
            title="Chuyên viên",
            valid_from=unit.valid_from,
            staff_kind="civil_servant",
        )
    accounts = {
        name: account_with(Role.STAFF if name != "head" else Role.HEAD, unit) for name in people
    }
    for name, person in people.items():
        link_account(officer, person_id=person.pk, account_id=accounts[name].pk)
    accounts["leader"] = account_with(Role.LEADER, world.ward)
    made = Office(world, people, make_catalogue(world.ward), accounts)
    open_assessments(made.actor("leader"), unit_id=world.ward.pk, on=DAY)
    return made


def make_catalogue(ward) -> dict[str, Product]:
    catalogue = Catalogue.objects.create(
        unit=ward, name="Danh mục thử", state="approved", valid_from=date(2026, 1, 1)
    )
    return {
        code: Product.objects.create(
            catalogue=catalogue,
            position=at,
            code=code.upper(),
            name=f"Sản phẩm {code}",
            folded=f"san pham {code}",
            factor=factor,
        )
        for at, (code, factor) in enumerate(FACTORS.items(), 1)
    }


def make_task(office) -> Task:
    ward = office.world.ward
    directive = Directive.objects.create(home=ward, title="Nghị quyết", issuer="Đảng ủy")
    programme = Programme.objects.create(
        home=ward, directive=directive, title="Chương trình", given_on=date(2026, 9, 1)
    )
    told = {
        "ref": "1",
        "text": "Việc",
        "folded": "viec",
        "timing": "ongoing",
        "state": "in_progress",
        "given_on": date(2026, 9, 1),
        "handed_on": date(2026, 9, 1),
    }
    return Task.objects.create(home=ward, province=office.world.city, programme=programme, **told)

"""A ward with its policies, everybody paid and of an age.

benefits.policy(code)         a policy in force
benefits.moved("ubnd", …)     a rearrangement with these people
benefits.case(policy, unit)   prepared by the officer
"""

from dataclasses import dataclass
from datetime import date

import pytest
from tests import town_benefits as town
from tests.worlds import World, build_world

from thenchot.benefits.models import Case, Policy, Rearrangement
from thenchot.benefits.services import cases, finding, policies, rearrangements
from thenchot.organisation.models import Title
from thenchot.people.filing import changing
from thenchot.people.models import Appointment, Person
from thenchot.rating.models import Rating, RatingDecision, Round

DAY = date(2026, 12, 1)
BORN = date(1969, 1, 15)  # a man: works until the end of January 2031
PAY = 10_000_000


def pytest_collection_modifyitems(items):
    """Everything here that touches the database also runs on PostgreSQL."""
    for item in items:
        if "tests/benefits/" in str(item.path) and item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.postgres)


@dataclass
class BenefitsWorld:
    world: World

    @property
    def officer(self):
        return self.world.actor("officer")

    @property
    def leader(self):
        return self.world.actor("leader")

    @property
    def clerk(self):
        return self.world.actor("clerk")

    @property
    def ward(self):
        return self.world.ward

    def person(self, unit: str) -> Person:
        return Person.objects.get(pk=self.world.people[unit].pk)

    def policy(self, code: str) -> Policy:
        return Policy.objects.get(unit=self.ward, code=code, state="in_force")

    def extend(self, *codes: str) -> None:
        """New cases are taken until the end of next year."""
        for code in codes:
            one = self.policy(code)
            policies.keep_window(
                self.officer,
                policy_id=one.pk,
                opens_on=one.opens_on,
                closes_on=date(2027, 12, 31),
                basis="Công văn 9/BNV",
            )

    def moved(self, *units: str, decided_on=date(2026, 6, 15), decision="7/NQ") -> Rearrangement:
        made = rearrangements.open_rearrangement(
            self.officer,
            unit_id=self.ward.pk,
            kind="body",
            name="Hợp nhất hai phòng",
            decision=decision,
            decided_on=decided_on,
        )
        for unit in units:
            rearrangements.add_affected(
                self.officer, rearrangement_id=made.pk, person_id=self.person(unit).pk
            )
        return made

    def case(self, policy: str, unit: str, moved=None, **more) -> Case:
        more.setdefault("leaves_on", date(2027, 1, 1))
        return town.opened(self.officer, self.policy(policy), self.person(unit), moved, **more)

    def own(self, **more) -> Policy:
        return town.own_policy(self.officer, self.ward, **more)

    def approve(self, case: Case) -> Case:
        return town.approved(self.officer, self.leader, case)

    def find(self) -> finding.Found:
        return finding.find_entitled(self.officer, self.ward)

    def found(self, code: str) -> list[Case]:
        rows = Case.objects.filter(policy__code=code).select_related("person", "policy")
        return list(rows.order_by("person__sort_key"))

    def titled(self, unit: str, code: str) -> None:
        title = Title.objects.get(unit=None, code=code)
        Appointment.objects.filter(person=self.person(unit)).update(title_ref=title)

    def kind(self, unit: str, kind: str) -> None:
        Appointment.objects.filter(person=self.person(unit)).update(staff_kind=kind)

    def rated(self, unit: str, level: str, year=2025) -> None:
        round_, _ = Round.objects.get_or_create(
            unit=self.ward, year=year, defaults={"opened_by_id": self.officer.account_id}
        )
        rating = Rating.objects.create(
            round=round_, person=self.person(unit), unit=self.world.units[unit], kind="deputy"
        )
        RatingDecision.objects.create(
            rating=rating,
            level=level,
            proposed=level,
            number=f"{year}-QĐ",
            decided_on=date(year, 12, 11),
        )

    def prepare(self, case: Case, **more) -> Case:
        said = {
            "leaves_on": date(2027, 1, 1),
            "insured_months": 25 * 12,
            "pay": PAY,
            "pay_source": "Bảng lương tháng 12/2026",
        }
        return cases.prepare_case(self.clerk, case_id=case.pk, **{**said, **more})


@pytest.fixture
def world(db, monkeypatch) -> World:
    monkeypatch.setenv("THENCHOT_TODAY", DAY.isoformat())
    return build_world()


@pytest.fixture
def benefits(world) -> BenefitsWorld:
    made = BenefitsWorld(world)
    policies.adopt_policies(made.officer, unit_id=world.ward.pk)
    for person in world.people.values():
        Person.objects.filter(pk=person.pk).update(born_on=BORN, sex="m")
        changing.change_items(made.officer, person_id=person.pk, recruited_on=date(2002, 1, 1))
    return made

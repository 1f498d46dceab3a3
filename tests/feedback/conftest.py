"""A division of the ward where many sides can be asked: a head, eight staff, the ward's other
heads; all with accounts.

crowd.actor("staff 3")   who acts;  "head", "officer", "leader" too
crowd.open()             a round about "staff 0" and whoever else is named
crowd.answer("staff 1", "staff 0", 7)   the same points for every criterion
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from tests.office import mark_postgres, office, second_of_november, world
from tests.worlds import World, account_with, in_world

from thenchot.feedback.models import (
    CriteriaSet,
    FeedbackResult,
    FeedbackRound,
    Invitation,
    Reviewee,
)
from thenchot.feedback.queries.rounds import measures_of
from thenchot.feedback.services import answering, closing, drafting, opening
from thenchot.kernel.periods import Quarter
from thenchot.people.models import Person
from thenchot.people.services import appoint, create_person, link_account
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import SYSTEM, actor_for
from thenchot.platform.scope.roles import Role

__all__ = ["office", "second_of_november", "world"]


def pytest_collection_modifyitems(items):
    mark_postgres(items, Path(__file__).parent)


STAFF = 9
QUARTER = Quarter(2026, 3)
CUT_OFF = date(2026, 9, 30)
SIDES = {
    "staff": {"self": 10, "superior": 40, "peers": 20, "collective": 10, "citizens": 20},
    "head": {"self": 10, "superior": 30, "peers": 20, "subordinates": 40},
}


@dataclass
class Crowd:
    world: World
    people: dict[str, Person]
    accounts: dict
    criteria: CriteriaSet
    rounds: list[FeedbackRound] = field(default_factory=list)

    @property
    def unit(self):
        return self.world.units["phòng văn hóa"]

    def actor(self, name):
        return actor_for(self.accounts[name])

    def open(self, *names, period=QUARTER, closes_on=None) -> FeedbackRound:
        ids = [self.people[name].pk for name in names or ("staff 0",)]
        days = {"cut_off": CUT_OFF, "closes_on": closes_on or today() + timedelta(7)}
        made = opening.open_feedback(
            self.actor("officer"),
            unit_id=self.unit.pk,
            set_id=self.criteria.pk,
            period=period,
            person_ids=ids,
            **days,
        )
        self.rounds.append(made)
        return made

    def reviewee(self, name="staff 0", found=None) -> Reviewee:
        return Reviewee.objects.get(round=found or self.rounds[-1], person=self.people[name])

    def answer(self, rater, name="staff 0", value=7, **other) -> None:
        answering.answer(
            self.actor(rater),
            reviewee_id=self.reviewee(name).pk,
            points=self.points(rater, name, value, **other),
        )

    def sign(self, rater, name="staff 0", value=7, **other):
        return answering.sign(
            self.actor(rater),
            reviewee_id=self.reviewee(name).pk,
            points=self.points(rater, name, value, **other),
        )

    def points(self, rater, name, value, **other) -> dict[str, Decimal]:
        invitation = Invitation.objects.filter(
            reviewee=self.reviewee(name), person=self.people[rater]
        ).first()
        asked = [
            one.code
            for one in measures_of(self.criteria)
            if invitation is None or one.asks(invitation.side)
        ]
        return {code: Decimal(str(other.get(code, value))) for code in asked}

    def close(self, monkeypatch=None, found=None) -> FeedbackRound:
        """After the last day."""
        found = found or self.rounds[-1]
        if monkeypatch:
            monkeypatch.setenv("THENCHOT_TODAY", (found.closes_on + timedelta(1)).isoformat())
        return closing.close_feedback(self.actor("officer"), round_id=found.pk)

    def in_both_orders(self, monkeypatch, look) -> list:
        """What `look()` sees after each of two rounds with the same answers given in opposite
        order.
        """
        seen = []
        for order in (range(1, 9), range(8, 0, -1)):
            monkeypatch.setenv("THENCHOT_TODAY", "2026-11-02")
            self.open()
            for n in order:
                self.answer(f"staff {n}", value=n)
            self.close(monkeypatch)
            seen.append(look())
        return seen

    def figure(self, side, name="staff 0", found=None) -> FeedbackResult:
        return FeedbackResult.objects.get(reviewee=self.reviewee(name, found), side=side)


@pytest.fixture
def crowd(world) -> Crowd:
    return in_world(make_crowd, world)


def make_crowd(world) -> Crowd:
    """Staff 0 to 8 of the division, its head, the heads of the ward's other bodies."""
    unit, officer = world.units["phòng văn hóa"], world.actor(Role.OFFICER, world.ward)
    people, accounts = {"head": world.people["phòng văn hóa"]}, {}
    for n in range(STAFF):
        people[f"staff {n}"] = create_person(
            SYSTEM, full_name=f"Nguyễn Thị Mây {chr(65 + n)}", unit_id=unit.pk
        )
        appoint(
            officer,
            person_id=people[f"staff {n}"].pk,
            unit_id=unit.pk,
            title="Chuyên viên",
            valid_from=unit.valid_from,
        )
    people |= {key: person for key, person in world.people.items() if key != "phòng văn hóa"}
    for name, person in people.items():
        home = unit if name == "head" or name.startswith("staff") else world.units[name]
        accounts[name] = account_with(Role.STAFF if name.startswith("staff") else Role.HEAD, home)
        link_account(officer, person_id=person.pk, account_id=accounts[name].pk)
    accounts |= {
        "officer": world.account(Role.OFFICER, world.ward),
        "leader": world.account(Role.LEADER, world.ward),
    }
    return Crowd(world, people, accounts, issued(world))


def issued(world) -> CriteriaSet:
    """The four groups with weights of our own, in force since the first of September."""
    officer, leader = world.actor(Role.OFFICER, world.ward), world.actor(Role.LEADER, world.ward)
    draft = drafting.adopt_criteria(officer, unit_id=world.ward.pk, code="bon-nhom-chi-so")
    drafting.change_criteria(officer, set_id=draft.pk, kinds=["staff", "head"], sides=SIDES)
    return drafting.issue_criteria(
        leader, set_id=draft.pk, basis="Quyết định số 5-QĐ/ĐU", valid_from=date(2026, 9, 1)
    )

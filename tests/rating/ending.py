"""A year at its end: the division of culture with a head and as many staff as a test names, every
month scored.

town.rate({"An": "92", "Bình": "75"})    the round of the ward with these staff, twelve closed
                                         months each
town.rating("An")                        the rating of that person
town.walk("An", …)                       self-rating, meeting, proposal of these people
town.officer, town.leader, town.other_leader, town.clerk     who acts
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tests.worlds import World, account_with, staff

from thenchot.kernel.periods import Month
from thenchot.people.models import Person
from thenchot.people.services import link_account
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import SYSTEM, actor_for
from thenchot.platform.scope.roles import Role
from thenchot.rating.models import OrganisationRating, Rating, RatingDecision, Round
from thenchot.rating.organisations import services as organisations
from thenchot.rating.persons.services import deciding, recording
from thenchot.rating.rounds.services import finishing, meetings, opening
from thenchot.worklog.models import Assessment

TODAY = date(2026, 12, 10)
YEAR = 2026


@dataclass
class Town:
    world: World
    people: dict[str, Person] = field(default_factory=dict)
    round: Round | None = None
    accounts: dict = field(default_factory=dict)

    @property
    def unit(self):
        return self.world.units["phòng văn hóa"]

    @property
    def ward(self):
        return self.world.ward

    @property
    def officer(self):
        return self.world.actor(Role.OFFICER)

    @property
    def leader(self):
        return self.world.actor(Role.LEADER)

    @property
    def clerk(self):
        return self.world.actor(Role.CLERK)

    def rate(self, totals, *, head=None, **scored) -> Round:
        """Staff with these totals in every month; the head of the division too where a total is
        given.
        """
        for name, person in zip(
            totals, staff(self.world, self.unit, [f"Nguyễn {name}" for name in totals]), strict=True
        ):
            self.people[name] = person
            self.score(person, totals[name], **scored)
        if head is not None:
            self.people["head"] = self.world.people["phòng văn hóa"]
            self.score(self.people["head"], head, kind="head")
        self.round = opening.open_round(self.officer, unit_id=self.ward.pk, year=YEAR)
        return self.round

    def score(self, person, total, *, months=range(1, 13), kind="staff", unit=None, rules="nd335"):
        for number in months:
            self.month(person, number, total, kind=kind, unit=unit, rules=rules)

    def month(
        self, person, number, total, *, kind="staff", unit=None, rules="nd335", **more
    ) -> Assessment:
        month = Month(YEAR, number)
        closed = {
            "state": "closed",
            "closed_at": now(),
            "total": total and Decimal(total),
            "band": "good" if total else "",
        }
        return Assessment.objects.create(
            person=person,
            unit=unit or self.unit,
            home=self.ward,
            province=self.world.city,
            rules=rules,
            kind=kind,
            title="Chuyên viên",
            period="month",
            year=YEAR,
            number=number,
            starts_on=month.start,
            ends_on=month.end,
            **{**closed, **more},
        )

    def rating(self, name) -> Rating:
        return Rating.objects.select_related("person", "round__unit", "unit").get(
            round=self.round, person=self.people[name]
        )

    def level(self, name) -> str | None:
        found = RatingDecision.objects.filter(rating=self.rating(name)).first()
        return found and found.level

    def person(self, name):
        """The actor who is that person, with the role of staff over the division."""
        if name not in self.accounts:
            account = account_with(Role.STAFF, self.unit)
            link_account(SYSTEM, person_id=self.people[name].pk, account_id=account.pk)
            self.accounts[name] = account
        return actor_for(self.accounts[name])

    def rate_self(self, *names):
        for name in names:
            said = {"level": "good", "strengths": "Xong việc được giao", "limits": "Chưa chủ động"}
            recording.rate_oneself(self.officer, rating_id=self.rating(name).pk, **said)

    def meet(self, *names, unit=None, **more):
        votes = {self.rating(name).pk: (0, 5, 0, 0) for name in names}
        return meetings.record_meeting(
            self.officer,
            round_id=self.round.pk,
            unit_id=(unit or self.unit).pk,
            votes=votes,
            **(minutes() | more),
        )

    def walk(self, *names):
        """To the door of the decision: own word, meeting, opinion for leaders, proposal, caps."""
        names = names or tuple(self.people)
        self.rate_self(*names)
        self.meet(*names)
        for name in names:
            if self.rating(name).state == "party":
                recording.give_opinion(self.officer, rating_id=self.rating(name).pk, **opinion())
        deciding.consolidate_all(self.officer, round_id=self.round.pk)
        deciding.apply_caps(self.officer, round_id=self.round.pk)

    def decide_all(self):
        return deciding.decide_all(
            self.leader, round_id=self.round.pk, number="12/QĐ-UBND", decided_on=TODAY
        )

    def finish(self, *names):
        self.walk(*names)
        self.decide_all()
        finishing.notify(self.officer, round_id=self.round.pk)

    def body(self, key, level="good") -> OrganisationRating:
        """The organisation of that key, decided at that level."""
        found = Round.objects.filter(unit=self.ward, subject="organisations").first()
        found = found or opening.open_round(
            self.officer, unit_id=self.ward.pk, year=YEAR, subject="organisations"
        )
        body = OrganisationRating.objects.get(round=found, unit=self.world.units[key])
        organisations.score_organisation(self.officer, body_id=body.pk, **body_points(level))
        organisations.cap_organisations(self.officer, round_id=found.pk)
        organisations.decide_organisation(
            self.leader, body_id=body.pk, level=level, number="9/QĐ-UBND", decided_on=TODAY
        )
        return OrganisationRating.objects.get(pk=body.pk)


def minutes() -> dict:
    return {
        "held_on": TODAY,
        "place": "Phòng họp",
        "chair": "Vũ Thị Ước",
        "secretary": "Lê Văn Ba",
        "called": 6,
        "present": 5,
        "absent": "",
        "discussion": "",
    }


def opinion() -> dict:
    return {
        "body": "Chi ủy",
        "level": "good",
        "text": "Gương mẫu",
        "document": "12-NX/CB",
        "given_on": TODAY,
    }


LEVELS = {
    "good": ("9", "6.5", 100, 0),
    "completed": ("6", "5.5", 100, 10),
    "failed": ("4", "4", 100, 0),
    "excellent": ("10", "8", 100, 0),
}


def body_points(level) -> dict:
    general, result, done, late = LEVELS[level]
    return {
        "general": {code: Decimal(general) for code in "123"},
        "results": {code: Decimal(result) for code in "12345678"},
        "done": Decimal(done),
        "exceeding": Decimal(40),
        "late": Decimal(late),
        "is_remedied": True,
    }

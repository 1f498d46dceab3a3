"""A decision that lowers somebody is asked once more, with both levels, before it is written."""

import html
import re

import pytest
from django.urls import reverse
from tests.rating.ending import TODAY, body_points

from thenchot.platform.lowering import Lowers
from thenchot.platform.scope.roles import Role
from thenchot.rating.models import OrganisationDecision, OrganisationRating, RatingDecision
from thenchot.rating.organisations import services as organisations
from thenchot.rating.persons.services import complaints, deciding, reopening
from thenchot.rating.rounds.services import opening
from thenchot.worklog.enums import Band
from thenchot.worklog.labels import BAND

pytestmark = pytest.mark.django_db
FIVE = {"An": "92", "Bình": "75", "Chi": "74", "Dũng": "72", "Em": "71"}
DECISION = {"number": "9", "decided_on": f"{TODAY:%d/%m/%Y}", "reason": "Kết luận kiểm tra"}


def asked(answer) -> str:
    """What the page shows before it takes anything."""
    assert answer.status_code == 200
    return html.unescape(re.search(r'name="seen" value="([^"]+)"', answer.content.decode())[1])


def fall(before: Band, after: Band) -> str:
    return f"{BAND[before]} → {BAND[after]}"


def test_below_the_level_proposed(town):
    town.rate(FIVE)
    town.walk()
    address = reverse("rating_decide", args=[town.rating("Bình").pk])
    leader, said = town.world.client(Role.LEADER), DECISION | {"level": "completed"}
    seen = asked(leader.post(address, said))
    assert seen == fall(Band.GOOD, Band.COMPLETED)
    assert not RatingDecision.objects.exists()
    lower = said | {"seen": seen, "level": "failed"}
    assert asked(leader.post(address, lower)) == fall(Band.GOOD, Band.FAILED)
    assert leader.post(address, said | {"seen": seen}).status_code == 302
    assert RatingDecision.objects.get().level == "completed"


def test_as_proposed_nothing_is_asked(town):
    town.rate(FIVE)
    town.walk()
    address = reverse("rating_decide", args=[town.rating("Bình").pk])
    said = DECISION | {"level": "good"}
    assert town.world.client(Role.LEADER).post(address, said).status_code == 302


def test_a_complaint_that_ends_lower(town):
    town.rate(FIVE)
    town.finish()
    rating = town.rating("Bình")
    made = complaints.complain(town.person("Bình"), rating_id=rating.pk, text="Xem lại")
    address, leader = reverse("complaint_settle", args=[made.pk]), town.world.client(Role.LEADER)
    said = {"answer": "Đã xem", "level": "completed", "number": "3"}
    seen = asked(leader.post(address, said))
    assert seen == fall(Band.GOOD, Band.COMPLETED)
    assert leader.post(address, said | {"seen": seen}).status_code == 302
    assert RatingDecision.objects.filter(rating=rating, replaced_at=None).get().level == "completed"


def test_an_organisation_below_its_level(town):
    found = opening.open_round(
        town.officer, unit_id=town.ward.pk, year=TODAY.year, subject="organisations"
    )
    body = OrganisationRating.objects.get(round=found, unit=town.world.units["phòng văn hóa"])
    organisations.score_organisation(town.officer, body_id=body.pk, **body_points("good"))
    organisations.cap_organisations(town.officer, round_id=found.pk)
    address, leader = reverse("organisation_decide", args=[body.pk]), town.world.client(Role.LEADER)
    said = DECISION | {"level": "completed"}
    seen = asked(leader.post(address, said))
    assert seen == fall(Band.GOOD, Band.COMPLETED)
    assert not OrganisationDecision.objects.exists()
    assert leader.post(address, said | {"seen": seen}).status_code == 302


class TestEveryOtherDoor:
    """The services ask themselves: no page, list or command goes round them."""

    @pytest.fixture
    def binh(self, town):
        town.rate(FIVE)
        town.walk()
        return town.rating("Bình")

    def decide(self, town, rating, level, **more):
        said = {"number": "9", "decided_on": TODAY, "reason": "Kết luận kiểm tra"} | more
        return deciding.decide(town.leader, rating_id=rating.pk, level=level, **said)

    def test_below_the_level_proposed(self, town, binh):
        with pytest.raises(Lowers) as asked:
            self.decide(town, binh, "completed")
        assert asked.value.fall == fall(Band.GOOD, Band.COMPLETED)
        assert not RatingDecision.objects.exists()

    def test_what_was_seen_must_be_what_falls_now(self, town, binh):
        for seen in ("có", fall(Band.EXCELLENT, Band.COMPLETED), fall(Band.GOOD, Band.FAILED)):
            with pytest.raises(Lowers):
                self.decide(town, binh, "completed", seen=seen)
        shown = fall(Band.GOOD, Band.COMPLETED)
        assert self.decide(town, binh, "completed", seen=shown).level == "completed"

    def test_as_proposed_nothing_need_be_seen(self, town, binh):
        assert self.decide(town, binh, "good").level == "good"

    def test_a_complaint(self, town):
        town.rate(FIVE)
        town.finish()
        made = complaints.complain(
            town.person("Bình"), rating_id=town.rating("Bình").pk, text="Xem lại"
        )
        said = {"complaint_id": made.pk, "answer": "Đã xem", "level": "completed", "number": "3"}
        with pytest.raises(Lowers):
            complaints.settle(town.leader, **said)
        made.refresh_from_db()
        assert made.settled_on is None
        shown = fall(Band.GOOD, Band.COMPLETED)
        assert complaints.settle(town.leader, **said, seen=shown).is_upheld

    def test_all_at_once_leave_whoever_would_end_below_the_earlier_decision(self, town):
        town.rate(FIVE)
        town.finish()
        rating = town.rating("Bình")
        reopening.reopen(town.leader, rating_id=rating.pk, reason="Phát hiện vi phạm")
        deciding.consolidate(town.officer, rating_id=rating.pk, level="completed", note="KL 4")
        deciding.apply_caps(town.officer, round_id=town.round.pk)
        assert town.decide_all() == 0 and town.level("Bình") == "good"
        shown = fall(Band.GOOD, Band.COMPLETED)
        self.decide(town, rating, "completed", seen=shown)
        assert town.level("Bình") == "completed"

    @pytest.fixture
    def found(self, town):
        return opening.open_round(
            town.officer, unit_id=town.ward.pk, year=TODAY.year, subject="organisations"
        )

    def recognise(self, town, found, key, level, **more):
        body = OrganisationRating.objects.get(round=found, unit=town.world.units[key])
        said = {"number": "9", "decided_on": TODAY, "reason": "Kết luận"} | more
        organisations.decide_organisation(town.leader, body_id=body.pk, level=level, **said)

    def test_an_organisation(self, town, found):
        key = "phòng văn hóa"
        body = OrganisationRating.objects.get(round=found, unit=town.world.units[key])
        organisations.score_organisation(town.officer, body_id=body.pk, **body_points("good"))
        organisations.cap_organisations(town.officer, round_id=found.pk)
        with pytest.raises(Lowers):
            self.recognise(town, found, key, "completed")
        assert not OrganisationDecision.objects.exists()
        shown = fall(Band.GOOD, Band.COMPLETED)
        self.recognise(town, found, key, "completed", seen=shown)
        assert OrganisationDecision.objects.get().level == "completed"

    def test_one_that_a_higher_authority_recognises_below_what_it_said_before(self, town, found):
        self.recognise(town, found, "ubnd", "excellent")
        with pytest.raises(Lowers):
            self.recognise(town, found, "ubnd", "good")
        self.recognise(town, found, "ubnd", "good", seen=fall(Band.EXCELLENT, Band.GOOD))
        assert OrganisationDecision.objects.get().level == "good"

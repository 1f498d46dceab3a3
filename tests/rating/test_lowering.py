"""A decision that lowers somebody is asked once more, with both levels, before it is written."""

import html
import re

import pytest
from django.urls import reverse
from tests.rating.ending import TODAY, body_points

from thenchot.platform.scope.roles import Role
from thenchot.rating.models import OrganisationDecision, OrganisationRating, RatingDecision
from thenchot.rating.organisations import services as organisations
from thenchot.rating.persons.services import complaints
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

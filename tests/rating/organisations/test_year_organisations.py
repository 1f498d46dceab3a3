"""Organisations: lower ones before higher, a second person, caps of one authority, a decision
replaced, heads limited.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.lowering import seen_and_sent_again
from tests.rating.ending import TODAY, YEAR, body_points

from thenchot.kernel.decision import Refused
from thenchot.organisation.services import create_unit
from thenchot.people.services import link_account
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.platform.scope.roles import Role
from thenchot.rating.models import OrganisationDecision, OrganisationRating, Round, RoundReopening
from thenchot.rating.organisations import services as organisations
from thenchot.rating.rounds.services import finishing, opening

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(town) -> Round:
    return opening.open_round(
        town.officer, unit_id=town.ward.pk, year=YEAR, subject="organisations"
    )


def body(town, key) -> OrganisationRating:
    return OrganisationRating.objects.select_related("unit", "round__unit").get(
        unit=town.world.units[key]
    )


def score(town, key, level="good", **more):
    return organisations.score_organisation(
        town.officer, body_id=body(town, key).pk, **(body_points(level) | more)
    )


def decide(town, key, level, actor=None, **more):
    said = {"level": level, "number": "9", "decided_on": TODAY} | more
    return organisations.decide_organisation(
        actor or town.leader, body_id=body(town, key).pk, **said
    )


def refused(call, rule):
    with pytest.raises(Refused) as error:
        call()
    assert [reason.rule for reason in error.value.decision.reasons] == [rule]


def test_bodies_of_the_ward_are_enrolled_once(town, found):
    assert {one.unit.kind for one in found.bodies.select_related("unit")} == {
        "agency",
        "division",
        "mass",
    }
    assert opening.enrol(town.officer, round_id=found.pk) == 0


def test_lower_before_higher(town, found):
    group = create_unit(
        SYSTEM,
        parent_id=town.world.units["phòng văn hóa"].pk,
        name="Trung tâm Văn hóa",
        kind="service",
        bloc="service",
        valid_from=town.ward.valid_from,
    )
    town.world.units["trung tâm"] = group
    assert opening.enrol(town.officer, round_id=found.pk) == 1
    score(town, "phòng văn hóa")
    waiting = body(town, "phòng văn hóa")
    assert (waiting.status, waiting.reasons[0]["code"]) == ("waiting", "below_unknown")
    score(town, "trung tâm", "failed")
    organisations.cap_organisations(town.officer, round_id=found.pk)
    refused(lambda: decide(town, "phòng văn hóa", "good"), "rating.unknown")
    decide(town, "trung tâm", "failed")
    assert (body(town, "phòng văn hóa").status, body(town, "phòng văn hóa").level) == (
        "rated",
        "good",
    )


def test_peoples_committee_of_a_commune_is_recognised_by_the_province(town, found):
    """Here its decision is only kept: not scored, outside of the cap, limiting its head."""
    assert [one.unit.name for one in found.bodies.all() if one.is_recognised_above] == [
        "Ủy ban nhân dân phường"
    ]
    decide(town, "ubnd", "excellent", number="55/QĐ-UBND tỉnh")
    for key in (
        "mặt trận",
        "văn phòng đảng ủy",
        "ủy ban kiểm tra",
        "ban xây dựng đảng",
        "phòng văn hóa",
    ):
        score(town, key)
    organisations.cap_organisations(town.officer, round_id=found.pk)
    assert Round.objects.get().caps == [{"scope": "unit", "base": 5, "allowed": 0, "kept": 0}]
    assert OrganisationDecision.objects.get().number == "55/QĐ-UBND tỉnh"


def test_province_rates_its_direct_bodies_and_the_committees_of_its_communes(town):
    officer = town.world.actor(Role.OFFICER, town.world.city)
    above = opening.open_round(
        officer, unit_id=town.world.city.pk, year=YEAR, subject="organisations"
    )
    assert sorted(one.unit.path for one in above.bodies.select_related("unit")) == sorted(
        [town.world.units["ubnd"].path, town.world.other_units["ubnd"].path]
    )
    below = opening.open_round(
        town.officer, unit_id=town.ward.pk, year=YEAR, subject="organisations"
    )
    assert "Ủy ban nhân dân phường" not in [
        one.unit.name for one in below.bodies.select_related("unit")
    ]


def test_failed_unit_below_keeps_from_excellent(town):
    """The committee of the ward, rated by the province."""
    officer, leader = (
        town.world.actor(Role.OFFICER, town.world.city),
        town.world.actor(Role.LEADER, town.world.city),
    )
    whole = opening.open_round(
        officer, unit_id=town.world.city.pk, year=YEAR, subject="organisations"
    )
    OrganisationRating.objects.create(round=whole, unit=town.world.units["phòng văn hóa"])
    for key, level in (("phòng văn hóa", "failed"), ("ubnd", "excellent")):
        organisations.score_organisation(officer, body_id=body(town, key).pk, **body_points(level))
    organisations.cap_organisations(officer, round_id=whole.pk)
    decide(town, "phòng văn hóa", "failed", leader)
    above = body(town, "ubnd")
    assert (above.band, above.level) == ("excellent", "good")
    assert [one["code"] for one in above.conditions if not one["met"]] == ["below"]


def test_cap_among_those_of_one_authority(town, found):
    score(town, "mặt trận", "excellent")
    for key in ("văn phòng đảng ủy", "ủy ban kiểm tra", "ban xây dựng đảng", "phòng văn hóa"):
        score(town, key)
    organisations.cap_organisations(town.officer, round_id=found.pk)
    assert (body(town, "mặt trận").capped, Round.objects.get().caps[0]["allowed"]) == ("good", 0)
    refused(lambda: decide(town, "mặt trận", "excellent", reason="Dẫn đầu"), "rating.cap")
    opening.allow_more(town.leader, round_id=found.pk, is_outstanding=True, basis="CV 5")
    organisations.cap_organisations(town.officer, round_id=found.pk)
    assert body(town, "mặt trận").capped == "excellent"  # of five 25 % of four is one
    decide(town, "mặt trận", "excellent")


def test_who_scores_does_not_decide_and_nobody_about_the_own_organisation(town, found):
    score(town, "phòng văn hóa")
    organisations.cap_organisations(town.officer, round_id=found.pk)
    OrganisationRating.objects.filter(pk=body(town, "phòng văn hóa").pk).update(
        scored_by=town.leader.account_id
    )
    refused(lambda: decide(town, "phòng văn hóa", "good"), "rating.second_person")
    OrganisationRating.objects.update(scored_by=town.officer.account_id)
    link_account(
        SYSTEM, person_id=town.world.people["phòng văn hóa"].pk, account_id=town.leader.account_id
    )
    refused(lambda: decide(town, "phòng văn hóa", "good"), "body.own")


def test_decided_points_stay_and_a_new_decision_replaces(town, found):
    score(town, "phòng văn hóa")
    organisations.cap_organisations(town.officer, round_id=found.pk)
    decide(town, "phòng văn hóa", "good")
    refused(lambda: score(town, "phòng văn hóa", "failed"), "body.decided")
    refused(lambda: decide(town, "phòng văn hóa", "completed"), "rating.reason")
    seen_and_sent_again(decide, town, "phòng văn hóa", "completed", reason="Kết luận thanh tra")
    assert [one.level for one in OrganisationDecision.history.order_by("pk")] == [
        "good",
        "completed",
    ]
    assert OrganisationDecision.objects.get().level == "completed"


class TestTheLock:
    """A round of organisations is locked like one of people; then nothing of it changes until it is
    opened with a reason.
    """

    @pytest.fixture
    def decided(self, town, found):
        for one in found.bodies.select_related("unit", "round__unit"):
            if not one.is_recognised_above:
                organisations.score_organisation(
                    town.officer, body_id=one.pk, **body_points("good")
                )
        organisations.cap_organisations(town.officer, round_id=found.pk)
        for one in found.bodies.select_related("unit"):
            organisations.decide_organisation(
                town.leader, body_id=one.pk, level="good", number="9", decided_on=TODAY
            )
        return found

    def test_once_each_is_decided(self, town, decided):
        one = OrganisationDecision.objects.last()
        OrganisationDecision.objects.filter(pk=one.pk).update(replaced_at=now())
        refused(lambda: finishing.lock(town.leader, round_id=decided.pk), "round.undecided")
        OrganisationDecision.history.filter(pk=one.pk).update(replaced_at=None)
        assert finishing.lock(town.leader, round_id=decided.pk).locked_at

    def test_an_empty_one_is_not(self, town, found):
        found.bodies.all().delete()
        refused(lambda: finishing.lock(town.leader, round_id=found.pk), "round.empty")

    def test_nothing_of_it_changes(self, town, decided):
        finishing.lock(town.leader, round_id=decided.pk)
        before = (
            list(OrganisationRating.objects.order_by("pk").values()),
            list(OrganisationDecision.history.order_by("pk").values()),
            list(Round.objects.values()),
        )
        for call in (
            lambda: score(town, "phòng văn hóa", "failed"),
            lambda: decide(town, "phòng văn hóa", "failed", reason="Sai"),
            lambda: decide(town, "ubnd", "failed"),
            lambda: organisations.cap_organisations(town.officer, round_id=decided.pk),
            lambda: opening.enrol(town.officer, round_id=decided.pk),
            lambda: finishing.lock(town.leader, round_id=decided.pk),
            lambda: opening.allow_more(
                town.leader, round_id=decided.pk, is_outstanding=True, basis="CV 5"
            ),
            lambda: opening.set_days(town.officer, round_id=decided.pk, days={}),
        ):
            refused(call, "round.locked")
        after = (
            list(OrganisationRating.objects.order_by("pk").values()),
            list(OrganisationDecision.history.order_by("pk").values()),
            list(Round.objects.values()),
        )
        assert before == after

    def test_opened_again_with_a_reason_it_may_change_and_keeps_the_trace(self, town, decided):
        finishing.lock(town.leader, round_id=decided.pk)
        locked = Round.objects.get().locked_at
        refused(
            lambda: finishing.reopen_round(town.leader, round_id=decided.pk, reason=" "),
            "round.reopen_reason",
        )
        made = finishing.reopen_round(
            town.leader, round_id=decided.pk, reason="Kết luận thanh tra số 5"
        )
        assert (made.locked_at, made.reopened_by_id, Round.objects.get().locked_at) == (
            locked,
            town.leader.account_id,
            None,
        )
        assert Event.objects.get(name="round_reopened").facts["reason"] == made.reason
        said = {"reason": "Kết luận thanh tra số 5"}
        seen_and_sent_again(decide, town, "phòng văn hóa", "completed", **said)
        assert finishing.lock(town.leader, round_id=decided.pk).locked_at
        assert RoundReopening.objects.count() == 1

    def test_only_a_locked_one_of_organisations_and_by_the_leader(self, town, decided):
        refused(
            lambda: finishing.reopen_round(town.leader, round_id=decided.pk, reason="x"),
            "round.not_locked",
        )
        people = opening.open_round(town.officer, unit_id=town.ward.pk, year=YEAR)
        refused(
            lambda: finishing.reopen_round(town.leader, round_id=people.pk, reason="x"),
            "round.reopen_people",
        )
        finishing.lock(town.leader, round_id=decided.pk)
        with pytest.raises(Refused):
            finishing.reopen_round(town.officer, round_id=decided.pk, reason="x")

    def test_the_pages_offer_it(self, town, decided):
        leader, address = town.world.client(Role.LEADER), reverse("round_detail", args=[decided.pk])
        assert reverse("round_lock", args=[decided.pk]) in leader.get(address).content.decode()
        assert leader.post(reverse("round_lock", args=[decided.pk])).status_code == 302
        text = leader.get(address).content.decode()
        assert (
            "Đợt đã khóa" in text
            and reverse("round_reopen", args=[decided.pk]) in text
            and reverse("round_share", args=[decided.pk]) not in text
        )
        assert (
            reverse("organisation_decide", args=[body(town, "phòng văn hóa").pk])
            not in leader.get(
                reverse("organisation_rating", args=[body(town, "phòng văn hóa").pk])
            ).content.decode()
        )
        assert (
            leader.post(reverse("round_reopen", args=[decided.pk]), {"reason": "Kết luận 5"}).url
            == address
        )
        assert "Kết luận 5" in leader.get(address).content.decode()


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"done": 101}, "body.share"),
        ({"general": {"1": 11}}, "body.points"),
        ({"results": {"9": 1}}, "body.points"),
    ],
)
def test_points_and_shares_within_their_bounds(town, found, more, rule):
    refused(lambda: score(town, "phòng văn hóa", **more), rule)


def test_head_is_limited_by_the_organisation(town):
    town.rate({"An": "80"}, head="95")
    for level in ("failed", "completed"):
        OrganisationDecision.objects.update(replaced_at=TODAY.isoformat() + "T00:00Z")
        town.body("phòng văn hóa", level)
        assert town.rating("head").level == level
    assert town.rating("An").level == "good"


def test_strangers(town, found):
    other = town.world.actor(Role.OFFICER, town.world.other_ward)
    with pytest.raises(NotVisible):
        organisations.score_organisation(
            other, body_id=found.bodies.first().pk, **body_points("good")
        )
    with pytest.raises(NotVisible):
        organisations.cap_organisations(other, round_id=found.pk)


def test_page_costs_the_same_for_one_and_for_many(town, found):
    client, address = town.world.client(Role.OFFICER), reverse("round_detail", args=[found.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    OrganisationRating.objects.exclude(pk=found.bodies.first().pk).update(
        round=Round.objects.create(
            unit=town.world.units["ubnd"], year=YEAR, subject="organisations"
        )
    )
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    assert len(many) == len(few) <= 16

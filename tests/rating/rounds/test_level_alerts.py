"""What decided levels and undecided people ask to be looked at, and that it ends by itself."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from tests.rating.ending import TODAY
from tests.rating.rounds.test_round_rules import CAPS

from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.services import run
from thenchot.rating.models import OrganisationDecision, RatingDecision, Round
from thenchot.rating.persons import alerts as persons
from thenchot.rating.rounds import alerts as years
from thenchot.rating.rounds.rules import off_target
from thenchot.rating.rounds.services import finishing, opening
from thenchot.worklog.enums import Band

pytestmark = pytest.mark.django_db
E, G, C, F = Band.EXCELLENT, Band.GOOD, Band.COMPLETED, Band.FAILED
FIVE = {"An": "92", "Bình": "75", "Chi": "74", "Dũng": "72", "Em": "71"}


class TestShares:
    @pytest.mark.parametrize(
        ("levels", "off"),
        [
            ({E: 4, G: 15, C: 1}, []),  # 95 % and 20 %, exactly
            ({E: 4, G: 14, C: 2}, [G]),  # 90 %
            ({E: 3, G: 16, C: 1}, [E]),  # 15 %
            ({G: 9, F: 1}, [G, E]),
            ({}, []),
        ],
    )
    def test_against_the_targets(self, levels, off):
        assert [gap.least for gap in off_target(Counter(levels), CAPS)] == off

    def test_a_place_without_targets_misses_none(self):
        assert (
            list(
                off_target(
                    Counter({F: 3}),
                    replace(CAPS, target_good_percent=0, target_excellent_percent=0),
                )
            )
            == []
        )


class TestOffTarget:
    def test_once_everybody_is_decided(self, town):
        town.rate(FIVE)
        assert years.off_targets(TODAY) == []
        town.finish()
        RatingDecision.objects.filter(rating=town.rating("Em")).update(
            level="completed", reason="x"
        )
        (good,) = [one for one in years.off_targets(TODAY) if one.detail == "good"]
        assert (
            good.message
            == "Phường Đông Kinh, năm 2026: 80,0% Hoàn thành tốt trở lên (4/5), mức đặt từ 95%"
        )
        assert (good.severity, good.basis, good.url) == (
            "info",
            "S4-023",
            f"/years/{town.round.pk}/",
        )

    def test_ends_when_the_round_is_locked(self, town):
        town.rate(FIVE)
        town.finish()
        RatingDecision.objects.filter(rating=town.rating("Em")).update(
            level="completed", reason="x"
        )
        run(TODAY)
        first = set(Alert.objects.filter(rule="level_off_target").values_list("pk", "state"))
        assert first and {state for _, state in first} == {"open"}
        run(TODAY)
        assert (
            set(Alert.objects.filter(rule="level_off_target").values_list("pk", "state")) == first
        )
        finishing.lock(town.leader, round_id=town.round.pk)
        run(TODAY)
        assert not Alert.objects.filter(rule="level_off_target", state="open").exists()


class TestAboveTheUnit:
    @pytest.mark.parametrize(
        ("unit", "own", "count"),
        [("completed", "good", 1), ("good", "good", 0), ("good", "completed", 0)],
    )
    def test_of_a_head_decided_before_the_unit(self, town, unit, own, count):
        town.body("phòng văn hóa", "good")
        town.rate({"An": "75"}, head="85")
        town.finish()
        RatingDecision.objects.filter(rating=town.rating("head")).update(level=own, reason="x")
        decision = OrganisationDecision.objects.filter(body__unit=town.unit)
        decision.update(level=unit, reason="Quyết định mới")
        found = persons.above_the_unit(TODAY)
        assert len(found) == count
        assert not count or found[0].message.endswith(
            f"Hoàn thành tốt, cao hơn mức của {town.unit.name} (Hoàn thành), năm 2026"
        )
        decision.update(level="excellent")
        assert persons.above_the_unit(TODAY) == []

    def test_whoever_leads_nothing_is_not_limited(self, town):
        town.body("phòng văn hóa", "good")
        town.rate({"An": "75"})
        town.finish()
        OrganisationDecision.objects.update(level="failed", reason="Quyết định mới")
        assert RatingDecision.objects.get().level == "good" and persons.above_the_unit(TODAY) == []


class TestThePartysYear:
    @pytest.fixture
    def party(self, town):
        town.rate({"An": "75"})
        town.score(town.people["An"], "80", rules="qd366", months=(3,))
        return town

    def test_is_asked_for_beside_the_decrees(self, party):
        days = [date(2026, 11, 1), date(2026, 12, 10)]
        assert [len(list(years.without_party_level(day))) for day in days] == [0, 1]
        (one,) = years.without_party_level(date(2026, 12, 10))
        assert (
            "còn 1 người" in one.message
            and "theo quy định của Đảng" in one.message
            and one.basis.startswith("QĐ 366")
        )

    def test_by_the_days_its_own_round_has_set(self, party):
        made = opening.open_round(party.officer, unit_id=party.ward.pk, year=2026, rules="qd366")
        Round.objects.filter(pk=made.pk).update(steps={"decision": "2027-01-10"})
        (one,) = years.without_party_level(date(2027, 1, 11))
        assert (one.severity, one.url) == (
            "late",
            f"/years/{made.pk}/",
        ) and "10/01/2027" in one.message
        assert [one.severity for one in years.without_party_level(date(2027, 1, 10))] == ["act"]

    def test_a_level_by_the_decree_does_not_answer_for_it(self, party):
        party.finish()
        assert list(years.without_level(date(2026, 12, 20))) == []
        assert len(list(years.without_party_level(date(2026, 12, 20)))) == 1

"""Initiatives, movements, praise, awards: what goes, what is refused and why, at which cost."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import town_commendation as town
from tests import town_discipline
from tests.commendation.conftest import DAY
from tests.registers import answer_of, rows_of_excel
from tests.worlds import signed_in, staff

from thenchot.commendation import rules, services
from thenchot.commendation.models import Award
from thenchot.commendation.queries import alike, list_awards, list_praise
from thenchot.discipline.services import cases
from thenchot.kernel.decision import Refused
from thenchot.people.models import Appointment, Reward
from thenchot.people.services import link_account
from thenchot.platform.scope.actor import actor_for
from thenchot.worklog.models import Assessment
from thenchot.worklog.services import opening

pytestmark = pytest.mark.django_db


def conclude(commendation, found, verdict="effective", **more):
    said = {"conclusion": "Rút ngắn thời gian", "before": "5 ngày", "after": "2 ngày"}
    points = {"is_new": 20, "is_applied": 25, "is_effective": 22, "can_spread": 18}
    return services.conclude_initiative(
        commendation.officer, initiative_id=found.pk, verdict=verdict, **{**said, **points, **more}
    )


class TestInitiative:
    def test_it_is_allowed_before_it_is_tried(self, commendation):
        found = town.idea(commendation.officer, commendation.person("mặt trận"))
        with pytest.raises(Refused, match="đã được phép"):
            conclude(commendation, found)
        done = conclude(commendation, town.allow(commendation.leader, found))
        assert (done.points, done.verdict) == (85, "effective")

    def test_an_effect_needs_figures(self, commendation):
        found = town.idea(commendation.officer, commendation.person("mặt trận"))
        town.allow(commendation.leader, found)
        with pytest.raises(Refused, match="số liệu trước và sau"):
            conclude(commendation, found, before="")
        assert conclude(commendation, found, "ineffective", before="").verdict == "ineffective"

    def test_a_part_of_the_score_stays_within_its_points(self, commendation):
        found = town.idea(commendation.officer, commendation.person("mặt trận"))
        town.allow(commendation.leader, found)
        with pytest.raises(Refused, match="từ 0 đến 25 điểm"):
            conclude(commendation, found, is_new=26)
        assert conclude(commendation, found, is_new=25).points == 90

    def test_the_author_proposes_the_own_one(self, commendation):
        person = commendation.person("phòng văn hóa")
        account = commendation.world.account("staff", commendation.unit("phòng văn hóa"))
        link_account(commendation.officer, person_id=person.pk, account_id=account.pk)
        person.refresh_from_db()
        assert town.idea(actor_for(account), person).author == person
        with pytest.raises(Refused):
            services.propose_initiative(
                actor_for(account),
                person_id=staff(commendation.world, commendation.unit("phòng văn hóa"), ["Lê An"])[
                    0
                ].pk,
                name="Của người khác",
                scope="x",
            )

    @pytest.mark.parametrize(
        ("state", "verdict", "until", "on", "kept"),
        [
            ("proposed", "", None, DAY, False),
            ("allowed", "", None, DAY, True),
            ("allowed", "", DAY, DAY, True),
            ("allowed", "", DAY, DAY + timedelta(days=1), False),
            ("concluded", "ineffective", None, DAY, True),
            ("concluded", "abuse", None, DAY, False),
        ],
    )
    def test_who_stays_within_what_was_allowed_is_protected(self, state, verdict, until, on, kept):
        assert rules.is_protected(state, verdict, until, on) is kept

    def test_names_alike_are_told(self, commendation):
        one = town.idea(commendation.officer, commendation.person("mặt trận"), "Hẹn giờ nộp hồ sơ")
        town.idea(commendation.officer, commendation.person("ubnd"), "Hẹn giờ nộp hồ sơ một cửa")
        town.idea(commendation.officer, commendation.person("ubnd"), "Vườn hoa tổ dân phố")
        assert alike(one) == ["Hẹn giờ nộp hồ sơ một cửa"]

    def test_it_stands_beside_the_score_of_its_period(self, commendation):
        person = commendation.person("phòng văn hóa")
        Appointment.objects.filter(person=person).update(staff_kind="civil_servant")
        home = commendation.world.ward
        opening.open_assessments(commendation.leader, unit_id=home.pk, on=DAY)
        found = town.idea(commendation.officer, person)
        conclude(commendation, town.allow(commendation.leader, found))
        sheet = Assessment.objects.get(person=person, rules="nd335")
        browser = signed_in(commendation.world.account("leader"))
        page = browser.get(reverse("assessment_detail", args=[sheet.pk])).content.decode()
        assert "Hẹn giờ nộp hồ sơ" in page and "5 ngày" in page


class TestMovement:
    def test_it_closes_when_every_registration_has_its_result(self, commendation):
        movement = town.launch(commendation.officer, commendation.world.ward)
        entry = services.register(
            commendation.officer,
            movement_id=movement.pk,
            unit=commendation.unit("mặt trận"),
            content="Hai tuyến phố",
        )
        with pytest.raises(Refused, match="Còn 1 đăng ký"):
            services.close_movement(commendation.officer, movement_id=movement.pk, summary="Tốt")
        services.note_result(commendation.officer, entry_id=entry.pk, result="achieved", note="Ảnh")
        done = services.close_movement(commendation.officer, movement_id=movement.pk, summary="Tốt")
        assert done.state == "closed"
        with pytest.raises(Refused, match="đã tổng kết"):
            services.register(
                commendation.officer,
                movement_id=movement.pk,
                unit=commendation.unit("mặt trận"),
                content="Muộn",
            )


class TestAward:
    def decided(self, commendation, **more) -> Award:
        award = town.propose(
            commendation.officer,
            commendation.unit("phòng văn hóa"),
            person=commendation.person("phòng văn hóa"),
            **more,
        )
        town.vote(commendation.officer, award)
        return services.decide(
            commendation.leader, award_id=award.pk, decision="88/QĐ-UBND", decided_on=DAY
        )

    def test_the_decision_writes_the_file_and_works_out_the_money(self, commendation):
        """A fighter of the base: once the base salary of 2,530,000 đồng (NĐ 152/2025, Đ50)."""
        award = self.decided(commendation, form="fighter_base")
        assert award.money == Decimal(2_530_000)
        row = Reward.objects.get(person=award.person)
        assert (row.form, row.year) == ("fighter_base", 2026)

    @pytest.mark.parametrize(
        ("members", "agreed", "carried"),
        [(10, 8, True), (10, 7, False), (9, 9, True), (5, 6, False)],
    )
    def test_four_fifths_of_the_council(self, members, agreed, carried):
        assert bool(rules.carried(members, agreed, 80)) is carried

    def test_nobody_considered_for_discipline_is_proposed_or_decided(self, commendation):
        person, unit = commendation.person("phòng văn hóa"), commendation.unit("phòng văn hóa")
        award = town.vote(
            commendation.officer, town.propose(commendation.officer, unit, person=person)
        )
        case = town_discipline.opened(
            commendation.officer, commendation.world.ward, unit, person=person
        )
        with pytest.raises(Refused, match="Chưa xét khen thưởng"):
            town.propose(commendation.officer, unit, person=person)
        said = {"award_id": award.pk, "decision": "88/QĐ-UBND", "decided_on": DAY}
        with pytest.raises(Refused, match="bị xem xét kỷ luật"):
            services.decide(commendation.leader, **said)
        cases.end_without(
            commendation.leader, case_id=case.pk, state="cleared", reason="Không vi phạm"
        )
        assert services.decide(commendation.leader, **said).state == "decided"

    def test_no_collective_considered_for_discipline_is_proposed(self, commendation):
        unit = commendation.unit("phòng văn hóa")
        town_discipline.opened(commendation.officer, commendation.world.ward, unit)
        with pytest.raises(Refused, match="Chưa xét khen thưởng"):
            town.propose(commendation.officer, unit)
        assert town.propose(commendation.officer, commendation.unit("ubnd")).pk

    def test_nobody_proposes_oneself(self, commendation):
        person = commendation.person("phòng văn hóa")
        account = commendation.world.account("head", commendation.unit("phòng văn hóa"))
        link_account(commendation.officer, person_id=person.pk, account_id=account.pk)
        person.refresh_from_db()
        with pytest.raises(Refused, match="tự đề nghị"):
            town.propose(actor_for(account), commendation.unit("phòng văn hóa"), person=person)

    def test_staff_read_decided_awards_only(self, commendation):
        town.propose(commendation.officer, commendation.unit("ubnd"))
        done = self.decided(commendation)
        reader = commendation.world.actor("staff", commendation.world.ward)
        assert list(list_awards(reader)) == [done]
        assert list_awards(commendation.leader).count() == 2

    def test_solved_hard_work_suggests_praise_once(self, commendation):
        task = town.solved(commendation.unit("ubnd"), commendation.person("ubnd"))
        old = town.solved(commendation.unit("ubnd"), commendation.person("ubnd"), "Việc cũ")
        type(old).objects.filter(pk=old.pk).update(ended_on=date(2025, 1, 1))
        assert list(list_praise(commendation.officer, "commendation.propose", DAY)) == [task]
        services.propose_praise(
            commendation.officer, hard_task_id=task.pk, form="certificate", reason="Giỏi"
        )
        assert not list_praise(commendation.officer, "commendation.propose", DAY).exists()


class TestPages:
    @pytest.mark.parametrize("size", [1, 25])
    def test_lists_cost_the_same_at_one_and_at_many(self, commendation, size):
        unit = commendation.unit("ubnd")
        movement = town.launch(commendation.officer, commendation.world.ward)
        for person in staff(commendation.world, unit, [f"Lê Văn {n}" for n in range(size)]):
            town.idea(commendation.officer, person)
            town.propose(commendation.officer, unit, person=person)
            town.solved(unit, person, f"Việc {person.pk}")
            services.register(
                commendation.officer, movement_id=movement.pk, unit=unit, content="Đăng ký"
            )
        browser = signed_in(commendation.world.account("officer"))
        urls = [
            reverse(route)
            for route in ("initiative_list", "movement_list", "praise_list", "award_list")
        ]
        for url in (*urls, reverse("movement", args=[movement.pk])):
            browser.get(url)
            with CaptureQueriesContext(connection) as captured:
                assert browser.get(url).status_code == 200
            assert len(captured) <= 13, url

    def test_the_list_leaves_as_excel(self, commendation):
        town.propose(commendation.officer, commendation.unit("ubnd"))
        rows = rows_of_excel(answer_of(commendation.world.account("officer"), "award_list"))
        assert rows[0]["Hình thức, danh hiệu"] == "Lao động tiên tiến"

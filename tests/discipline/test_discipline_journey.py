"""From an act to a decision, its effect and its end: what goes, what is refused and why."""

from datetime import date, timedelta

import pytest
from tests import town_discipline as town
from tests import town_oversight
from tests.discipline.conftest import DAY

from thenchot.discipline.models import Case, Screening
from thenchot.discipline.queries.cases import findings_without_case, list_cases
from thenchot.discipline.services import breaches, cases, screening
from thenchot.kernel.decision import Refused
from thenchot.oversight.services import findings
from thenchot.people.filing import changing
from thenchot.people.gates import closed_gates
from thenchot.people.models import Discipline, Person
from thenchot.people.services import link_account
from thenchot.platform.scope.actor import actor_for

pytestmark = pytest.mark.django_db


def reasons(discipline, person, on=DAY) -> str:
    found = closed_gates([person.pk], discipline.world.ward.path, on)
    return " ".join(one.message for one in found.get(person.pk, []) if "kỷ luật" in one.message)


class TestRoad:
    def test_golden_chain_of_the_state(self, discipline, monkeypatch):
        """Review on Wed 27/1/2027: report by 1/2, council by 15/2, session from 22/2, proposal by
        1/3 (Tết 4 to 10/2/2027).
        """
        monkeypatch.setenv("THENCHOT_TODAY", "2027-03-08")
        case = discipline.case(act_on=date(2027, 1, 5), found_on=date(2027, 1, 8))
        discipline.seated(case)
        days = ["2027-01-27", "2027-02-01", "2027-02-15", "2027-02-15", "2027-02-22", "2027-03-01"]
        for step, day in zip(case.steps.order_by("number"), days, strict=True):
            more = {"present": 3, "votes": {"warning": 3}} if step.kind == "vote" else {}
            cases.finish_step(
                discipline.officer, step_id=step.pk, done_on=date.fromisoformat(day), **more
            )
        told = list(case.steps.order_by("number").values_list("due_on", "earliest_on"))
        assert told == [
            (None, None),
            (date(2027, 2, 1), None),
            (date(2027, 2, 15), None),
            (None, None),
            (None, date(2027, 2, 22)),
            (date(2027, 3, 1), None),
        ]

    def test_a_council_needs_three_without_an_interest(self, discipline):
        case = discipline.case()
        first, second, third = case.steps.order_by("number")[:3]
        for step in (first, second):
            cases.finish_step(discipline.officer, step_id=step.pk, done_on=DAY)
        with pytest.raises(Refused, match="gồm 3 thành viên"):
            cases.finish_step(discipline.officer, step_id=third.pk, done_on=DAY)
        with pytest.raises(Refused, match="người được xem xét"):
            cases.seat_member(
                discipline.officer,
                case_id=case.pk,
                person_id=discipline.person("phòng văn hóa").pk,
                part="member",
            )
        discipline.seated(case)
        cases.finish_step(discipline.officer, step_id=third.pk, done_on=DAY)
        with pytest.raises(Refused, match="đã đủ 3"):
            cases.seat_member(
                discipline.officer,
                case_id=case.pk,
                person_id=discipline.person("ban thường vụ").pk,
                part="member",
            )

    def test_kin_told_in_the_file_is_not_in_the_council(self, discipline):
        case, kin = discipline.case(), discipline.person("mặt trận")
        Person.objects.filter(pk=kin.pk).update(born_on=date(1980, 3, 1))
        changing.add_row(
            discipline.officer,
            person_id=case.person_id,
            section="family",
            relation="sibling",
            name=kin.full_name,
            born_year="1980",
        )
        with pytest.raises(Refused, match="người thân"):
            cases.seat_member(discipline.officer, case_id=case.pk, person_id=kin.pk, part="member")

    def test_no_decision_before_the_last_step(self, discipline):
        case = discipline.case(side="party")
        with pytest.raises(Refused, match="Chưa đủ các bước"):
            town.decide(discipline.leader, case)
        assert not Discipline.objects.filter(person=case.person).exists()

    def test_a_complex_case_has_longer_and_a_pause_moves_it(self, discipline, monkeypatch):
        case = discipline.case(found_on=DAY)
        cases.mark_complex(discipline.officer, case_id=case.pk, reason="Nhiều người liên quan")
        case.refresh_from_db()
        assert case.due_on == date(2027, 4, 19)
        pause = cases.pause(
            discipline.officer,
            case_id=case.pk,
            ground="illness",
            document="Giấy ra viện",
            begins_on=DAY,
        )
        with pytest.raises(Refused, match="đang tạm dừng"):
            cases.pause(
                discipline.officer,
                case_id=case.pk,
                ground="illness",
                document="Giấy ra viện",
                begins_on=DAY,
            )
        monkeypatch.setenv("THENCHOT_TODAY", "2026-12-04")
        cases.resume(discipline.officer, pause_id=pause.pk, ends_on=date(2026, 12, 4))
        case.refresh_from_db()
        assert (case.due_on, case.first_due_on) == (date(2027, 5, 3), date(2027, 2, 18))


class TestDecision:
    def decided(self, discipline, **more) -> Case:
        case = town.road(discipline.officer, discipline.case(side="party"))
        return town.decide(discipline.leader, case, **more)

    def test_it_writes_the_file_and_ends_by_itself(self, discipline):
        case = self.decided(discipline, form="warning")
        row = Discipline.objects.get(person=case.person)
        assert (row.form, row.is_party, row.valid_to) == ("warning", True, date(2027, 11, 20))
        assert "đến hết ngày 20/11/2027" in reasons(discipline, case.person)
        assert reasons(discipline, case.person, date(2027, 11, 20))
        assert not reasons(discipline, case.person, date(2027, 11, 21))

    def test_state_follows_the_party_without_meeting_and_council(self, discipline):
        party = self.decided(discipline, form="warning", effective_on=DAY)
        case = discipline.case(former=party, act_on=party.act_on, found_on=party.found_on)
        assert not case.steps.exists()
        assert case.due_on == DAY + timedelta(days=30)
        done = town.decide(discipline.leader, case, form="warning", decision="9/QĐ-UBND")
        assert (done.effective_on, done.record.is_party) == (DAY, False)

    def test_a_new_act_during_the_effect_is_heavier(self, discipline, monkeypatch):
        self.decided(discipline, form="warning", effective_on=DAY)
        monkeypatch.setenv("THENCHOT_TODAY", "2027-03-20")
        again = discipline.case(side="party", act_on=date(2027, 3, 1), found_on=date(2027, 3, 5))
        town.road(discipline.officer, again, on=date(2027, 3, 20))
        days = {"decided_on": date(2027, 3, 20), "effective_on": date(2027, 3, 20)}
        with pytest.raises(Refused, match="Cách chức"):
            town.decide(discipline.leader, again, form="reprimand", **days)
        assert town.decide(discipline.leader, again, form="removal", **days).form == "removal"

    def test_an_old_act_is_barred(self, discipline):
        case = discipline.case(side="party", act_on=DAY - timedelta(days=6 * 366))
        town.road(discipline.officer, case)
        with pytest.raises(Refused, match="Hết thời hiệu"):
            town.decide(discipline.leader, case, form="reprimand")
        assert town.decide(discipline.leader, case, form="warning").form == "warning"

    def test_nobody_works_on_the_own_case(self, discipline):
        person = discipline.person("ban xây dựng đảng")
        account = discipline.world.account("officer")
        link_account(discipline.officer, person_id=person.pk, account_id=account.pk)
        with pytest.raises(Refused, match="của chính mình"):
            town.opened(
                actor_for(account),
                discipline.world.ward,
                discipline.unit("ban xây dựng đảng"),
                person=Person.objects.get(pk=person.pk),
            )
        town.opened(
            discipline.inspector,
            discipline.world.ward,
            discipline.unit("ban xây dựng đảng"),
            person=Person.objects.get(pk=person.pk),
        )
        assert not list_cases(actor_for(account)).exists()
        assert list_cases(discipline.leader).exists()

    def test_a_wrong_one_is_revoked_and_told(self, discipline):
        case = self.decided(discipline)
        done = cases.revoke(
            discipline.leader, case_id=case.pk, reason="Kết luận sai", revoked_on=DAY
        )
        assert done.publish_by == date(2026, 12, 7)
        assert not Discipline.objects.filter(person=case.person).exists()
        assert Discipline.history.filter(person=case.person).exists()
        assert not reasons(discipline, case.person)

    def test_what_was_forwarded_stays_closed_until_the_level_above_answers(self, discipline):
        case = discipline.case()
        said = {"case_id": case.pk, "reason": "Vượt thẩm quyền"}
        cases.end_without(discipline.leader, state="forwarded", **said)
        assert reasons(discipline, case.person)
        with pytest.raises(Refused, match="đã chuyển cấp trên"):
            cases.mark_complex(discipline.officer, case_id=case.pk, reason="Chờ")
        done = town.decide(discipline.leader, case, form="warning", decision="7-QĐ/TU")
        assert (done.state, done.record.form) == ("decided", "warning")

    def test_a_pause_moves_the_day_after_the_party_too(self, discipline, monkeypatch):
        party = self.decided(discipline, form="warning", effective_on=DAY)
        case = discipline.case(former=party, act_on=party.act_on, found_on=party.found_on)
        said = {"ground": "illness", "document": "Giấy ra viện", "begins_on": DAY}
        pause = cases.pause(discipline.officer, case_id=case.pk, **said)
        monkeypatch.setenv("THENCHOT_TODAY", "2026-11-30")
        cases.resume(discipline.officer, pause_id=pause.pk, ends_on=date(2026, 11, 30))
        case.refresh_from_db()
        assert case.due_on == DAY + timedelta(days=40)

    @pytest.mark.parametrize("state", ["cleared", "exempted", "barred"])
    def test_it_may_end_without_discipline(self, discipline, state):
        case = discipline.case()
        assert reasons(discipline, case.person)
        cases.end_without(
            discipline.leader, case_id=case.pk, state=state, reason="Đổi mới đã được phép"
        )
        assert not reasons(discipline, case.person)

    def test_an_organisation_and_an_accomplice(self, discipline):
        whole = discipline.case(person=None, kind="office_buying")
        helper = discipline.case("ubnd", main=whole, kind="office_buying")
        assert whole.whom == "Phòng Văn hóa - Xã hội"
        assert helper.main == whole


def test_degeneration_closes_planning_and_appointment(discipline):
    case = discipline.case(kind="degeneration", side="party")
    assert "xem xét kỷ luật" in reasons(discipline, case.person)


class TestFromFinding:
    def test_what_was_handed_over_becomes_one_case(self, discipline):
        inspector = discipline.inspector
        found = town_oversight.ad_hoc(
            inspector, discipline.world.ward, discipline.unit("phòng văn hóa")
        )
        one = town_oversight.finding(
            inspector,
            found,
            discipline.unit("phòng văn hóa"),
            person=discipline.person("phòng văn hóa"),
            kind="harassment",
        )
        findings.hand_over(inspector, finding_id=one.pk, note="Nghiêm trọng")
        assert list(findings_without_case(discipline.officer, "discipline.edit")) == [one]
        said = {"finding_id": one.pk, "side": "party", "act_on": DAY}
        case = cases.open_from_finding(discipline.officer, **said)
        assert (case.kind, case.person, case.source) == ("harassment", one.person, "finding")
        assert not findings_without_case(discipline.officer, "discipline.edit").exists()
        with pytest.raises(Refused, match="đã mở vụ việc"):
            cases.open_from_finding(discipline.officer, **said)


class TestBreach:
    def test_it_is_explained_and_settled(self, discipline):
        person = discipline.person("phòng văn hóa")
        account = discipline.world.account("staff", discipline.unit("phòng văn hóa"))
        link_account(discipline.officer, person_id=person.pk, account_id=account.pk)
        one = town.noted(discipline.officer, person)
        with pytest.raises(Refused, match="Chưa có giải trình"):
            breaches.handle(discipline.officer, breach_id=one.pk, handling="none")
        breaches.explain(actor_for(account), breach_id=one.pk, explanation="Con ốm")
        done = breaches.handle(
            discipline.officer, breach_id=one.pk, handling="none", note="Chấp nhận"
        )
        assert (done.handling, done.handled_on) == ("none", DAY)
        with pytest.raises(Refused, match="đã xử lý xong"):
            breaches.explain(actor_for(account), breach_id=one.pk, explanation="Thêm")


class TestScreening:
    def test_reasons_are_put_together_and_decided_by_another(self, discipline):
        case = discipline.case()
        found = screening.screen(discipline.officer, unit_id=discipline.world.ward.pk)
        assert found.found == 1
        row = Screening.objects.get()
        assert (row.person, row.quarter) == (case.person, "2026-Q4")
        assert row.reasons == [["case", ""]]
        with pytest.raises(Refused, match="Chưa có đề xuất"):
            screening.decide(discipline.leader, screening_id=row.pk, way="keep", note="")
        screening.propose(discipline.officer, screening_id=row.pk, proposal="reassign", note="Vì")
        screening.decide(discipline.leader, screening_id=row.pk, way="reassign", note="Đồng ý")
        screening.screen(discipline.officer, unit_id=discipline.world.ward.pk)
        row.refresh_from_db()
        assert (row.proposal, row.way) == ("reassign", "reassign")

    def test_a_finding_whose_case_has_ended_is_no_reason_any_more(self, discipline):
        inspector, unit = discipline.inspector, discipline.unit("phòng văn hóa")
        found = town_oversight.ad_hoc(inspector, discipline.world.ward, unit)
        one = town_oversight.finding(
            inspector, found, unit, person=discipline.person("phòng văn hóa")
        )
        findings.hand_over(inspector, finding_id=one.pk, note="Lặp lại")
        screen = {"unit_id": discipline.world.ward.pk}
        assert screening.screen(discipline.officer, **screen).found == 1
        case = cases.open_from_finding(
            discipline.officer, finding_id=one.pk, side="civil", act_on=DAY
        )
        cases.end_without(discipline.leader, case_id=case.pk, state="cleared", reason="Không có")
        assert screening.screen(discipline.officer, **screen).found == 0

    def test_nobody_without_a_reason_stands_there(self, discipline):
        assert screening.screen(discipline.officer, unit_id=discipline.world.ward.pk).found == 0

"""The pages of planning: what each kind of person sees, takes away and does there."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.registers import answer_of, rows_of_excel, word_of, words_of_word
from tests.succession.conftest import DAY, STEPS
from tests.town_succession import hold
from tests.worlds import signed_in, staff

from thenchot.organisation.services import create_unit
from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.services import run
from thenchot.platform.jobs.models import Job
from thenchot.platform.scope.actor import SYSTEM
from thenchot.succession.models import Candidate, Conference, SuccessionPlan
from thenchot.succession.services import plans, roads, sources

pytestmark = pytest.mark.django_db


def client(succession, role, unit=None):
    return signed_in(succession.world.account(role, unit and succession.world.units[unit]))


def text_of(browser, route, *args, **keys) -> str:
    answer = browser.get(reverse(route, args=args), keys)
    assert answer.status_code == 200
    return answer.content.decode()


def cost(browser, url) -> int:
    browser.get(url)  # the first page of a session also notes when it was seen
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(url).status_code == 200
    return len(captured)


class TestTheMeters:
    """They move while names are ticked; nothing is written."""

    @pytest.mark.parametrize("size", [1, 40])
    def test_a_tick_answers_with_the_part_alone(self, succession, size):
        staff(succession.world, succession.world.units["ubnd"], [f"Lê {n}" for n in range(size)])
        post = succession.plan().posts.get()
        chosen = [succession.row("ubnd").pk, succession.row("mặt trận").pk]
        browser = client(succession, "officer")
        url = reverse("succession_post_meters", args=[post.pk])
        asked = {"pk": chosen}
        browser.get(url, asked, headers={"HX-Request": "true"})
        with CaptureQueriesContext(connection) as captured:
            answer = browser.get(url, asked, headers={"HX-Request": "true"})
        page = answer.content.decode()
        assert len(captured) <= 12
        assert "<html" not in page
        assert "2/3" in page
        assert "người đang chọn" in page
        assert not Candidate.objects.filter(state="proposed").exists()

    def test_without_a_script_the_same_figures_have_a_page(self, succession):
        post = succession.plan().posts.get()
        browser = client(succession, "officer")
        url = reverse("succession_post_meters", args=[post.pk])
        answer = browser.post(url, {"pk": [succession.row("ubnd").pk]}, follow=True)
        page = answer.content.decode()
        assert answer.redirect_chain
        assert "<html" in page
        assert "1/3" in page

    def test_names_of_another_list_do_not_count(self, succession):
        post = succession.plan().posts.get()
        page = text_of(client(succession, "officer"), "succession_post_meters", post.pk, pk=999_999)
        assert "0/3" in page


class TestTheLiveTable:
    def test_who_meets_the_standard_and_what_lacks(self, succession):
        plan = succession.plan()
        page = text_of(client(succession, "officer"), "succession_post", plan.posts.get().pk)
        assert "Hoàng Đình Dư" in page
        assert "thiếu 1" in page

    def test_whoever_may_not_be_proposed_is_shown_when_asked_for_with_the_reason(self, succession):
        succession.lapse("ubnd")
        plan = succession.plan()
        post, browser = plan.posts.get().pk, client(succession, "officer")
        assert "Phạm Thị Duyên" not in text_of(browser, "succession_post", post)
        page = text_of(browser, "succession_post", post, barred="on")
        assert "Phạm Thị Duyên" in page
        assert "tiêu chuẩn chính trị" in page

    def test_one_press_proposes_and_the_meters_move(self, succession):
        plan = succession.plan()
        browser, row = client(succession, "officer"), succession.row("ubnd")
        answer = browser.post(reverse("succession_candidate_propose", args=[row.pk]))
        assert answer.url == reverse("succession_post", args=[plan.posts.get().pk])
        assert "1 (100%)" in browser.get(answer.url).content.decode()

    def test_many_at_once(self, succession):
        succession.plan(seats=2)
        rows = [succession.row(unit).pk for unit in ("ubnd", "mặt trận")]
        browser = client(succession, "officer")
        browser.post(reverse("succession_candidate_propose_together"), {"pk": rows})
        assert Candidate.objects.filter(state="proposed").count() == 2

    @pytest.mark.parametrize("size", [1, 60])
    def test_it_costs_the_same_at_one_and_at_many(self, succession, size):
        names = [f"Nguyễn Văn {number}" for number in range(size)]
        staff(succession.world, succession.world.units["ubnd"], names)
        plan = succession.plan()
        succession.propose("ubnd")
        url = reverse("succession_post", args=[plan.posts.get().pk]) + "?barred=on"
        assert cost(client(succession, "officer"), url) == 12

    def test_the_review_itself_asks_a_constant_number_of_questions(self, succession):
        plan = succession.plan()
        few = self._asked(succession, plan)
        staff(succession.world, succession.world.units["ubnd"], ["Lê Một", "Lê Hai", "Lê Ba"])
        self._asked(succession, plan)  # writes the new rows
        assert self._asked(succession, plan) == few

    def _asked(self, succession, plan) -> int:
        with CaptureQueriesContext(connection) as captured:
            sources.review_sources(succession.officer, plan_id=plan.pk)
        return len(captured)


class TestPlan:
    def test_an_officer_opens_it_and_the_review_is_a_job(self, succession):
        browser, term = client(succession, "officer"), succession.term()
        browser.post(reverse("succession_plan_new"), {"term": term.pk, "basis": ""})
        plan = SuccessionPlan.objects.get()
        answer = browser.post(reverse("succession_plan_sources", args=[plan.pk]))
        assert answer.url == reverse("job_detail", args=[Job.objects.get().pk])

    def test_posts_of_today_are_laid_out_once(self, succession):
        plan = succession.plan()
        browser = client(succession, "officer")
        for _ in range(2):
            browser.post(reverse("succession_plan_lay", args=[plan.pk]))
        units = plan.posts.standing().values_list("unit", "title")
        assert len(units) == len(set(units)) == 8  # seven deputies, and the post of the plan

    def test_a_refusal_stays_on_the_page_with_every_reason(self, succession):
        plan = succession.plan()
        succession.propose("ubnd")
        page = reverse("succession_plan", args=[plan.pk])
        answer = client(succession, "officer").post(
            reverse("succession_plan_submit", args=[plan.pk]),
            headers={"referer": f"http://testserver{page}"},
            follow=True,
        )
        assert answer.request["PATH_INFO"] == page
        assert "Chưa có biên bản kiểm phiếu" in answer.content.decode()

    def test_as_excel_and_word(self, succession):
        plan = succession.approved("ubnd")
        account = succession.world.account("officer")
        [row] = rows_of_excel(answer_of(account, "succession_plan", pk=plan.pk))
        assert (row["Trong danh sách"], row["Cần nguồn"]) == (1, "2 – 3")
        words = words_of_word(answer_of(account, "succession_plan", "docx", pk=plan.pk))
        assert "TỔNG HỢP QUY HOẠCH CÁN BỘ" in words.upper()

    @pytest.mark.parametrize("role", ["head", "staff", "clerk", "admin", "guest"])
    def test_it_is_confidential(self, succession, role):
        plan = succession.plan()
        browser = client(succession, role)
        assert browser.get(reverse("succession_plan", args=[plan.pk])).status_code == 403

    def test_whoever_is_planned_reads_it_on_the_own_page_when_approved(self, succession):
        succession.approved("ubnd")
        page = text_of(client(succession, "officer"), "person_detail", succession.person("ubnd").pk)
        assert "Trưởng phòng, Phòng Văn hóa" in page


class TestConference:
    def held(self, succession) -> Conference:
        plan = succession.plan()
        succession.propose("ubnd")
        return hold(succession.officer, plan, "leadership")

    def test_votes_are_typed_into_the_list(self, succession):
        held = self.held(succession)
        url, row = reverse("succession_conference", args=[held.pk]), succession.row("ubnd").pk
        browser = client(succession, "officer")
        browser.post(url, {f"c{row}": "7"})
        assert held.ballots.get().agreed == 7
        assert "77,8%" in browser.get(url).content.decode()

    def test_more_votes_than_ballots_are_refused_beside_the_name(self, succession):
        held = self.held(succession)
        url, row = reverse("succession_conference", args=[held.pk]), succession.row("ubnd").pk
        browser = client(succession, "officer")
        answer = browser.post(url, {f"c{row}": "10"})
        assert answer.status_code == 200
        assert held.ballots.get().agreed == 0

    def test_a_leader_sees_and_types_nothing(self, succession):
        held = self.held(succession)
        url, row = reverse("succession_conference", args=[held.pk]), succession.row("ubnd").pk
        browser = client(succession, "leader")
        assert "Ghi số phiếu" not in browser.get(url).content.decode()
        browser.post(url, {f"c{row}": "7"})
        assert held.ballots.get().agreed == 0


class TestPapers:
    @pytest.mark.parametrize(
        ("route", "words"),
        [
            ("succession_summary", "mẫu 2A"),
            ("succession_decision", "Phê duyệt Quy hoạch"),
            ("succession_ages", "phụ lục 1"),
            ("succession_carried", "III. Đưa ra khỏi quy hoạch"),
            ("succession_added", "Phạm Thị Duyên"),
        ],
    )
    def test_of_a_list(self, succession, route, words):
        plan = succession.approved("ubnd")
        assert words in self.read(succession, route, plan.pk)

    def test_the_party_committee_issues_them(self, succession):
        create_unit(
            SYSTEM,
            name="Đảng ủy phường Đông Kinh",
            kind="agency",
            bloc="party",
            parent_id=succession.world.ward.pk,
            valid_from=date(2025, 7, 1),
        )
        head = word_of(
            client(succession, "officer").get(
                reverse("succession_decision", args=[succession.approved("ubnd").pk])
            )
        ).tables[0]
        told = "\n".join(cell.text for row in head.rows for cell in row.cells)
        assert "ĐẢNG BỘ THÀNH PHỐ BẠCH HẢI\nĐẢNG ỦY PHƯỜNG ĐÔNG KINH" in told
        assert "ỦY BAN NHÂN DÂN" not in told

    def test_who_is_taken_out_leaves_the_first_sheet_with_the_reason(self, succession):
        plan = succession.approved("ubnd", "mặt trận")
        row = succession.row("ubnd")
        Candidate.objects.filter(pk=row.pk).update(
            state="removed", reason="Chuyển công tác", ended_on=DAY
        )
        Candidate.objects.filter(pk=succession.row("mặt trận").pk).update(is_carried=True)
        first = self.read(succession, "succession_carried", plan.pk)
        assert "Đưa ra: Chuyển công tác" in first
        assert "Hoàng Đình Dư" in first
        assert "Hoàng Đình Dư" not in self.read(succession, "succession_added", plan.pk)

    @pytest.mark.parametrize(
        ("route", "words"),
        [("succession_ballot", "Không đồng ý"), ("succession_minutes", "Phiếu phát ra")],
    )
    def test_of_a_conference(self, succession, route, words):
        plan = succession.plan()
        succession.propose("ubnd")
        succession.vote(plan, steps=STEPS[:1])
        told = self.read(succession, route, plan.conferences.get().pk)
        assert "Phạm Thị Duyên" in told
        assert words.lower() in told.lower()

    def read(self, succession, route, pk) -> str:
        answer = client(succession, "officer").get(reverse(route, args=[pk]))
        assert answer.status_code == 200
        document = word_of(answer)
        cells = [cell.text for table in document.tables for cell in table._cells]
        return "\n".join([*(one.text for one in document.paragraphs), *cells])


class TestAlerts:
    def rules(self, on=DAY) -> dict[str, str]:
        run(on)
        return dict(Alert.objects.filter(resolved_at=None).values_list("rule", "message"))

    def test_a_post_without_anybody(self, succession):
        plan = succession.plan()
        succession.post(plan, "party_office_head", unit="văn phòng đảng ủy")
        succession.propose("ubnd")
        succession.vote(plan)
        plans.submit_plan(succession.officer, plan_id=plan.pk)
        plans.approve_plan(succession.leader, plan_id=plan.pk, decision="1-QĐ", decided_on=DAY)
        assert "1 chức danh chưa có nguồn" in self.rules()["succession_without_source"]

    def test_a_list_that_waits_too_long_for_approval(self, succession, monkeypatch):
        plan = succession.plan()
        succession.propose("ubnd")
        succession.vote(plan)
        plans.submit_plan(succession.officer, plan_id=plan.pk)
        in_time = DAY + timedelta(days=42)  # thirty working days of five a week
        monkeypatch.setenv("THENCHOT_TODAY", in_time.isoformat())
        assert "succession_approval_late" not in self.rules(in_time)
        late = in_time + timedelta(days=3)
        monkeypatch.setenv("THENCHOT_TODAY", late.isoformat())
        assert "trình ngày 10/11/2026" in self.rules(late)["succession_approval_late"]

    def test_a_planned_person_whose_conclusion_ran_out(self, succession):
        succession.approved("ubnd")
        assert "succession_condition_lost" not in self.rules()
        succession.lapse("ubnd")
        assert "Phạm Thị Duyên" in self.rules()["succession_condition_lost"]

    def test_the_yearly_review(self, succession, monkeypatch):
        succession.approved("ubnd")
        assert "succession_review_due" not in self.rules()
        later = DAY.replace(year=2027, month=2, day=1)
        monkeypatch.setenv("THENCHOT_TODAY", later.isoformat())
        assert "2027" in self.rules(later)["succession_review_due"]

    def test_a_late_step_of_a_road(self, succession):
        succession.approved("ubnd")
        roads.add_milestone(
            succession.officer,
            candidate_id=succession.row("ubnd").pk,
            kind="task",
            text="Chủ trì việc khó",
            due_on=DAY.replace(day=9),
        )
        assert "Chủ trì việc khó" in self.rules()["milestone_late"]

"""The pages of policies: forms, lists, papers opened again, reminders, the person's own view."""

import io
from datetime import date, timedelta

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import town_benefits as town
from tests.benefits.conftest import DAY
from tests.registers import answer_of, rows_of_excel, word_of
from tests.worlds import person_who_signs_in, signed_in, staff

from thenchot.benefits import jobs as work
from thenchot.benefits.models import Case, Payment, Policy, PolicyLine
from thenchot.benefits.rules.formulas import dong
from thenchot.benefits.schedules import find_everywhere
from thenchot.benefits.services import cases, payments, policies, rearrangements
from thenchot.documents.services import link_directives, register_directive
from thenchot.people.models import Appointment, Person
from thenchot.platform import jobs
from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.services import run
from thenchot.platform.jobs.models import Job
from thenchot.policy.packs import shipped

pytestmark = pytest.mark.django_db


def client(benefits, role):
    return signed_in(benefits.world.account(role))


def text_of(browser, route, *args, **keys) -> str:
    answer = browser.get(reverse(route, args=args), keys)
    assert answer.status_code == 200
    return answer.content.decode()


def costs(browser, route, *args) -> int:
    url = reverse(route, args=args)
    browser.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(url).status_code == 200
    return len(captured)


class TestPolicies:
    def test_the_register_says_what_is_a_draft_and_what_can_be_replaced(self, benefits):
        page = text_of(client(benefits, "staff"), "benefit_policy_list")
        assert "dự thảo: công thức chưa đọc đủ" in page
        assert "theo trích dẫn văn bản, thay được" in page
        for code in ("READ", "SEEN", "RECALLED", "nd178"):
            assert code not in page

    def test_a_policy_says_who_and_how_much_in_words(self, benefits):
        page = text_of(
            client(benefits, "staff"), "benefit_policy", benefits.policy("nd178-5-10").pk
        )
        for words in ("từ 61, đến 120", "0,9, sau đó 0,45", "tối đa 60", "từ 20 năm: 5"):
            assert words in page

    def test_the_area_of_work_narrows_it(self, benefits):
        browser = client(benefits, "staff")
        assert "Thôi việc do sắp xếp" in text_of(browser, "benefit_policy_list", area="policy")
        assert "Thôi việc do sắp xếp" not in text_of(browser, "benefit_policy_list", area="party")

    def test_an_own_policy_is_put_together_on_the_pages(self, benefits):
        browser = client(benefits, "officer")
        said = {
            "unit": benefits.ward.pk,
            "code": "hy-tai-nang",
            "name": "Đãi ngộ cán bộ tài năng",
            "group": "talent",
            "area": "policy",
            "level": "province",
            "basis_number": "12/2026/QĐ-UBND",
            "basis_on": "05/01/2026",
        }
        answer = browser.post(reverse("benefit_policy_new"), said)
        policy = Policy.objects.get(code="hy-tai-nang")
        assert answer.url == reverse("benefit_policy", args=[policy.pk])
        ask = {"ask": "talent", "kinds": ["doctor", "professor"]}
        browser.post(reverse("benefit_policy_condition", args=[policy.pk]), ask)
        line = {"formula": "by_kind", "name": "Một lần", "table": "Tiến sĩ: 250\ngiáo sư: 400"}
        browser.post(reverse("benefit_policy_line", args=[policy.pk]), line)
        browser.post(reverse("benefit_policy_force", args=[policy.pk]))
        policy.refresh_from_db()
        assert policy.state == "in_force"
        assert policy.lines.get().params == {"table": {"doctor": 250, "professor": 400}}
        assert "tiến sĩ 250 triệu" in text_of(browser, "benefit_policy", policy.pk)

    @pytest.mark.parametrize(
        ("said", "params"),
        [
            ({"formula": "fixed", "amount": 5}, {"amount": 5}),
            ({"formula": "base_salaries", "rate": "1,5"}, {"times": 150}),
            ({"formula": "pay_months", "rate": "3"}, {"months": 300}),
            (
                {"formula": "pay_by_months", "rate": "0,8", "later": "0,4", "counted": "early"},
                {"rates": [80, 40], "counted": "early"},
            ),
            (
                {"formula": "pay_by_months", "rate": "1", "counted": "insured", "cap": 60},
                {"rates": [100], "counted": "insured", "cap": 60},
            ),
            (
                {"formula": "insurance", "rate": "5", "first_years": 20, "further": "0,5"},
                {"tiers": [[20, 500]], "further": 50},
            ),
            (
                {"formula": "by_rating", "table": "Hoàn thành tốt: 0,8\nHoàn thành: 0,6"},
                {"table": {"good": 80, "completed": 60}},
            ),
            (
                {"formula": "leadership", "table": "Trưởng phòng: 0,25"},
                {"table": {"division_head": 25}},
            ),
        ],
    )
    def test_each_function_takes_its_numbers(self, benefits, said, params):
        draft = policies.new_version(benefits.officer, policy_id=benefits.policy("nd154-thon").pk)
        url = reverse("benefit_policy_line", args=[draft.pk])
        client(benefits, "officer").post(url, {"name": "Khoản", **said})
        assert PolicyLine.objects.get(policy=draft).params == params

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ({"formula": "fixed"}, "Cách tính này cần giá trị"),
            ({"formula": "pay_by_months", "rate": "1"}, "Cách tính này cần giá trị"),
            ({"formula": "by_kind", "table": "Kỹ sư: 5"}, "Không đọc được dòng “Kỹ sư: 5”"),
            ({"formula": "by_kind", "table": "Thạc sĩ: nhiều"}, "Không đọc được dòng"),
            ({"formula": "by_kind", "table": "Thạc sĩ: __import__('os')"}, "Không đọc được"),
        ],
    )
    def test_what_lacks_or_cannot_be_read_is_said(self, benefits, said, words):
        draft = policies.new_version(benefits.officer, policy_id=benefits.policy("nd154-thon").pk)
        url = reverse("benefit_policy_line", args=[draft.pk])
        answer = client(benefits, "officer").post(url, {"name": "Khoản", **said})
        assert words in answer.content.decode()

    def test_a_condition_needs_its_value(self, benefits):
        draft = policies.new_version(benefits.officer, policy_id=benefits.policy("nd178-2-5").pk)
        browser, url = (
            client(benefits, "officer"),
            reverse("benefit_policy_condition", args=[draft.pk]),
        )
        page = browser.post(url, {"ask": "rated"}).content.decode()
        assert "Điều kiện này cần giá trị" in page
        page = browser.post(url, {"ask": "service", "least": 9, "most": 5}).content.decode()
        assert "Số sau không nhỏ hơn" in page

    def test_every_value_of_the_pack_says_where_it_comes_from(self):
        rows = [one for one in shipped() if one.key.startswith("benefits.")]
        assert rows
        for one in rows:
            checked = one.certainty in ("READ", "SEEN", "SEEN-2nd")
            assert checked or "thay" in one.source or "đặt" in one.source or "chưa" in one.source

    def test_costs_the_same_at_few_and_at_many(self, benefits):
        browser = client(benefits, "officer")
        few = costs(browser, "benefit_policy_list")
        for number in range(20):
            town.own_policy(benefits.officer, benefits.ward, code=f"dp-{number}")
        assert costs(browser, "benefit_policy_list") == few
        assert costs(browser, "benefit_policy", benefits.policy("nd178-2-5").pk) <= 15


class TestCases:
    def test_the_search_runs_as_a_job(self, benefits):
        benefits.titled("phòng văn hóa", "division_head")
        answer = client(benefits, "officer").post(
            reverse("benefit_case_find"), {"unit": benefits.ward.pk}
        )
        job = Job.objects.get()
        assert answer.url == reverse("job_detail", args=[job.pk])
        assert Case.objects.count() == 0
        work.find.func(job.pk, benefits.ward.pk)
        assert jobs.queries.get_job(benefits.officer, job.pk).message.startswith("Tìm thấy thêm 1")

    def test_and_every_night(self, benefits):
        benefits.titled("phòng văn hóa", "division_head")
        assert find_everywhere(DAY) == "thêm 1 trường hợp được hưởng chế độ"
        assert find_everywhere(DAY) == "thêm 0 trường hợp được hưởng chế độ"

    def test_the_arithmetic_stands_on_the_page_and_in_the_decision(self, benefits):
        benefits.extend("nd178-2-5")
        case = benefits.prepare(benefits.case("nd178-2-5", "ubnd", benefits.moved("ubnd")))
        browser = client(benefits, "clerk")
        page = text_of(browser, "benefit_case", case.pk)
        for words in ("10.000.000 đồng × 1 × 49 tháng", "790.000.000", "Bảng lương tháng 12/2026"):
            assert words in page
        document = word_of(browser.get(reverse("benefit_case_paper", args=[case.pk])))
        cells = [cell.text for table in document.tables for cell in table._cells]
        assert "490.000.000" in cells
        words = "\n".join(one.text for one in document.paragraphs)
        assert f"một lần {dong(790_000_000)}" in words

    def test_many_that_were_found_go_up_and_are_approved_at_once(self, benefits):
        for unit in ("phòng văn hóa", "ubnd"):
            benefits.titled(unit, "division_head")
        benefits.find()
        ids = list(Case.objects.values_list("pk", flat=True))
        said = {"pk": ids}
        client(benefits, "officer").post(reverse("benefit_case_submit_together"), said)
        assert set(Case.objects.values_list("state", flat=True)) == {"submitted"}
        said |= {"told": "1", "decision": "9/QĐ-UBND", "decided_on": f"{DAY:%d/%m/%Y}"}
        client(benefits, "leader").post(reverse("benefit_case_approve_together"), said)
        assert set(Case.objects.values_list("state", flat=True)) == {"approved"}

    def test_a_refusal_stays_on_the_form(self, benefits):
        said = {
            "unit": benefits.ward.pk,
            "person": benefits.person("ubnd").pk,
            "policy": benefits.policy("nd178-2-5").pk,
        }
        answer = client(benefits, "officer").post(reverse("benefit_case_new"), said)
        assert "thôi nhận hồ sơ mới từ sau 31/08/2025" in answer.content.decode()

    @pytest.mark.parametrize("size", [1, 40])
    def test_the_list_costs_the_same(self, benefits, size):
        policy, moved = benefits.own(), benefits.moved()
        unit = benefits.world.units["ubnd"]
        for person in staff(benefits.world, unit, [f"Nguyễn Văn {n}" for n in range(size)]):
            rearrangements.add_affected(
                benefits.officer, rearrangement_id=moved.pk, person_id=person.pk
            )
            town.opened(benefits.officer, policy, person, moved)
        browser = client(benefits, "officer")
        assert costs(browser, "benefit_case_list") <= 12
        assert costs(browser, "rearrangement", moved.pk) <= 14

    def test_the_page_of_a_case_costs_little(self, benefits):
        case = benefits.case(benefits.own().code, "ubnd", benefits.moved("ubnd"))
        assert costs(client(benefits, "officer"), "benefit_case", case.pk) <= 26


class TestOwn:
    def test_a_person_sees_the_own_case_on_the_own_page(self, benefits):
        moved = benefits.moved("ubnd", "mặt trận")
        code = benefits.own().code
        own = benefits.case(code, "ubnd", moved)
        other = benefits.case(code, "mặt trận", moved)
        person_who_signs_in(benefits.world, "ubnd", "staff")
        browser = signed_in(benefits.world.account("staff", benefits.world.units["ubnd"]))
        assert reverse("benefit_case", args=[own.pk]) in text_of(browser, "benefit_mine")
        assert "5.000.000" in text_of(browser, "benefit_case", own.pk)
        assert browser.get(reverse("benefit_case", args=[other.pk])).status_code == 404
        assert browser.get(reverse("benefit_case_list")).status_code == 403

    def test_posts_stand_beside_what_they_bring(self, benefits):
        benefits.titled("phòng văn hóa", "division_head")
        benefits.find()
        person = benefits.person("phòng văn hóa")
        page = text_of(client(benefits, "officer"), "person_detail", person.pk)
        assert "632.500" in page
        assert "Phụ cấp chức vụ lãnh đạo" in page
        assert "632.500" not in text_of(client(benefits, "head"), "person_detail", person.pk)


class TestPayments:
    def payment(self, benefits) -> Payment:
        moved = benefits.moved("ubnd", "mặt trận")
        code = benefits.own().code
        for unit in ("ubnd", "mặt trận"):
            benefits.approve(benefits.case(code, unit, moved))
        return payments.draw_up_payment(
            benefits.clerk,
            unit_id=benefits.ward.pk,
            month=DAY,
            budget_line="Chi sắp xếp tổ chức",
        )

    def test_the_page_tells_the_sum(self, benefits):
        page = text_of(client(benefits, "clerk"), "payment", self.payment(benefits).pk)
        assert "10.000.000" in page
        assert "Phạm Thị Duyên" in page

    def test_to_sign_as_word(self, benefits):
        payment = self.payment(benefits)
        answer = client(benefits, "clerk").get(reverse("payment_paper", args=[payment.pk]))
        document = word_of(answer)
        table = next(one for one in document.tables if len(one.columns) == 7)
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        assert rows[-1][1] == "Cộng"
        assert rows[-1][5] == "10.000.000"
        amounts = [int(row[5].replace(".", "")) for row in rows[1:-1]]
        assert sum(amounts) == 10_000_000
        heads = " ".join(cell.text for cell in document.tables[0]._cells)
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in heads
        words = "\n".join(one.text for one in document.paragraphs)
        assert "mục ngân sách: Chi sắp xếp tổ chức" in words
        assert "10.000.000 đồng, cho 2 người" in words

    def test_to_sign_as_excel(self, benefits):
        payment = self.payment(benefits)
        answer = client(benefits, "clerk").get(reverse("payment_sheet", args=[payment.pk]))
        sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
        rows = list(sheet.iter_rows(values_only=True))
        assert rows[0][3] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        assert rows[3][0] == "DANH SÁCH CHI TRẢ CHẾ ĐỘ, CHÍNH SÁCH"
        assert [row[5] for row in rows[7:]] == [5_000_000, 5_000_000, 10_000_000]

    def test_the_plain_list_as_excel(self, benefits):
        payment = self.payment(benefits)
        rows = rows_of_excel(answer_of(benefits.world.account("clerk"), "payment", pk=payment.pk))
        assert [row["Số tiền (đồng)"] for row in rows] == [5_000_000, 5_000_000]

    def test_approving_on_the_page(self, benefits):
        payment = self.payment(benefits)
        url = reverse("payment_approve", args=[payment.pk])
        said = {"decision": "45/QĐ-UBND", "approved_on": f"{DAY:%d/%m/%Y}"}
        client(benefits, "leader").post(url, said)
        payment.refresh_from_db()
        assert payment.state == "approved"
        assert set(Case.objects.values_list("state", flat=True)) == {"paid"}


class TestAffected:
    def test_many_are_answered_at_once(self, benefits):
        moved = benefits.moved("ubnd", "mặt trận")
        ids = list(moved.people.values_list("pk", flat=True))
        said = {"pk": ids, "reason": "Đã bố trí vị trí khác", "told": "1"}
        client(benefits, "officer").post(reverse("affected_none_together"), said)
        assert set(moved.people.values_list("no_policy", flat=True)) == {"Đã bố trí vị trí khác"}

    def test_as_excel_with_the_policy_of_each(self, benefits):
        moved = benefits.moved("ubnd", "mặt trận")
        benefits.case(benefits.own().code, "ubnd", moved)
        account = benefits.world.account("officer")
        rows = rows_of_excel(answer_of(account, "rearrangement", pk=moved.pk))
        said = {row["Họ và tên"]: row["Câu trả lời"] for row in rows}
        assert said == {
            "Phạm Thị Duyên": "đã có chế độ",
            "Hoàng Đình Dư": "chưa có câu trả lời",
        }


class TestAlerts:
    def rules(self, monkeypatch, on=DAY) -> dict[str, str]:
        monkeypatch.setenv("THENCHOT_TODAY", on.isoformat())
        run(on)
        return dict(Alert.objects.filter(resolved_at=None).values_list("rule", "message"))

    def test_a_policy_that_ends_soon(self, benefits, monkeypatch):
        assert "benefit_policy_ends" not in self.rules(monkeypatch, date(2026, 10, 31))
        assert "31/12/2026" in self.rules(monkeypatch, date(2026, 11, 1))["benefit_policy_ends"]

    def test_a_basis_that_was_replaced(self, benefits, monkeypatch):
        policies.note_review(
            benefits.officer,
            policy_id=benefits.policy("nd178-2-5").pk,
            review="Có văn bản mới",
            replaced_basis="200/2026/NĐ-CP",
        )
        found = self.rules(monkeypatch)["benefit_basis_replaced"]
        assert "200/2026/NĐ-CP" in found

    @pytest.mark.parametrize(("ward", "told"), [("ward", True), ("other_ward", False)])
    def test_by_a_document_of_the_own_library(self, benefits, monkeypatch, ward, told):
        home = getattr(benefits.world, ward)
        newer = register_directive(
            benefits.world.actor("clerk", home),
            home_id=home.pk,
            number="201/2026/NĐ-CP",
            issuer="Chính phủ",
            title="Thay thế",
            issued_on=DAY,
            kind="Nghị định",
        )
        link_directives(
            benefits.world.actor("clerk", home),
            source_id=newer.pk,
            kind="replaces",
            cited_number="67/2025/NĐ-CP",
        )
        found = self.rules(monkeypatch)
        assert ("201/2026/NĐ-CP" in found.get("benefit_basis_replaced", "")) == told

    def test_somebody_without_an_answer(self, benefits, monkeypatch):
        benefits.moved("ubnd")
        assert "benefit_unanswered" not in self.rules(monkeypatch, DAY + timedelta(days=29))
        found = self.rules(monkeypatch, DAY + timedelta(days=30))
        assert "Phạm Thị Duyên" in found["benefit_unanswered"]

    def test_a_commitment_that_ends_and_one_that_was_left(self, benefits, monkeypatch):
        person = benefits.person("ubnd")
        case = town.talent(
            benefits.officer, benefits.leader, benefits.ward, person, kind="professor"
        )
        begun = date(2022, 1, 10)
        Case.objects.filter(pk=case.pk).update(commitment_from=begun)
        found = self.rules(monkeypatch)
        assert "10/01/2027" in found["benefit_commitment_ends"]
        assert "benefit_left_early" not in found
        Appointment.objects.filter(person=person).update(valid_to=date(2026, 11, 30))
        assert "không còn vị trí" in self.rules(monkeypatch)["benefit_left_early"]
        cases.note_left(benefits.officer, case_id=case.pk, left_on=DAY, reason="x")
        assert "benefit_left_early" not in self.rules(monkeypatch)


def test_the_desk_tells_who_waits(benefits):
    benefits.titled("phòng văn hóa", "division_head")
    benefits.find()
    case = benefits.case(benefits.own().code, "ubnd", benefits.moved("ubnd"))
    cases.submit_case(benefits.officer, case_id=case.pk)
    assert "Người được hưởng chế độ" in text_of(client(benefits, "officer"), "desk")
    assert "Hồ sơ chế độ chờ duyệt" in text_of(client(benefits, "leader"), "desk")
    assert Person.objects.filter(account=None).exists()

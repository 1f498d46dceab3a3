"""Everybody reviewed in the post held; mentors; who proposes and decides; what exceeds."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.placement.conftest import DAY
from tests.placement.test_placement_journey import refused, state_of
from tests.placement.test_placement_pages import client
from tests.registers import answer_of, rows_of_excel
from tests.worlds import staff

from thenchot.organisation.models import JobPosition, PositionScheme, Quota, Title, TitleLimit
from thenchot.people.models import Appointment, Particulars, Person
from thenchot.placement.models import DelegationLine, MentorPair, PlacementReview
from thenchot.placement.queries.assignments import list_excess, list_failed, list_reviews
from thenchot.placement.queries.procedures import checks_of
from thenchot.placement.services import assignments as services

pytestmark = pytest.mark.django_db


def reviewed(placement) -> services.Reviewed:
    return services.review_placements(placement.officer, unit_id=placement.world.ward.pk)


def review_of(placement, unit: str) -> PlacementReview:
    return list_reviews(placement.officer).get(person=placement.person(unit))


def scheme_of(placement, unit: str, name="Chuyên viên văn hóa") -> JobPosition:
    made = PositionScheme.objects.create(
        unit=placement.world.units[unit],
        name="Đề án",
        state="approved",
        decision="12-QĐ",
        valid_from=date(2026, 1, 1),
    )
    return JobPosition.objects.create(
        scheme=made, unit=made.unit, code="V1", name=name, group="professional", fields=["Văn hóa"]
    )


class TestReview:
    def test_everybody_in_office_once_and_again_without_doubles(self, placement):
        first, second = reviewed(placement), reviewed(placement)
        assert first == second
        assert PlacementReview.objects.count() == first.people > 0

    def test_person_work_and_area_each_with_its_reason(self, placement):
        placement.rated("ubnd", "excellent")
        reviewed(placement)
        one = review_of(placement, "ubnd")
        assert ["Xếp loại gần nhất", 20] in one.told
        assert one.points == sum(points for _, points in one.told)

    def test_whoever_is_in_no_approved_position_is_told(self, placement):
        person = staff(placement.world, placement.world.units["ubnd"], ["Đỗ Văn Mới"])[0]
        Appointment.objects.filter(person=person).update(title_ref=None)
        reviewed(placement)
        assert "Chưa gắn vị trí" in list_reviews(placement.officer).get(person=person).notes[0]

    def test_a_position_is_judged_by_its_own_standard(self, placement):
        person = placement.person("phòng văn hóa")
        position = scheme_of(placement, "phòng văn hóa")
        Appointment.objects.filter(person=person).update(position=position)
        reviewed(placement)
        assert review_of(placement, "phòng văn hóa").position == position

    def test_young_new_and_weak_need_somebody_to_guide_them(self, placement):
        young, weak, new = (
            placement.person(unit) for unit in ("ubnd", "mặt trận", "phòng văn hóa")
        )
        Person.objects.filter(pk=young.pk).update(born_on=date(2000, 1, 1))
        placement.rated("mặt trận", "failed")
        Particulars.objects.update_or_create(
            person=new, defaults={"recruited_on": date(2025, 1, 1)}
        )
        reviewed(placement)
        kinds = dict(PlacementReview.objects.values_list("person", "mentee"))
        assert (kinds[young.pk], kinds[weak.pk], kinds[new.pk]) == ("young", "weak", "new")

    @pytest.mark.parametrize("size", [1, 40])
    def test_the_list_costs_the_same_at_one_and_at_many(self, placement, size):
        names = [f"Nguyễn Văn {number}" for number in range(size)]
        staff(placement.world, placement.world.units["ubnd"], names)
        reviewed(placement)
        browser = client(placement, "officer")
        url = reverse("placement_review_list")
        browser.get(url)
        with CaptureQueriesContext(connection) as captured:
            page = browser.get(url)
        assert "Nguyễn Văn 0" in page.content.decode()
        assert len(captured) <= 12

    def test_as_excel(self, placement):
        reviewed(placement)
        account = placement.world.account("officer")
        rows = rows_of_excel(answer_of(account, "placement_review_list"))
        assert {"Họ và tên", "Người", "Việc (điểm)", "Địa bàn, gợi ý"} <= set(rows[0])

    def test_a_review_is_run_by_a_job_from_the_page(self, placement):
        browser = client(placement, "officer")
        answer = browser.post(reverse("placement_review_new"), {"unit": placement.world.ward.pk})
        assert answer.status_code == 302
        assert "/jobs/" in answer.url


class TestMentors:
    def named(self, placement, **more) -> MentorPair:
        said = {
            "mentee_id": placement.person("ubnd").pk,
            "mentor_id": placement.person("mặt trận").pk,
            "why": "young",
            "content": "Kỹ năng xử lý hồ sơ",
            "begins_on": DAY,
            "ends_on": date(2027, 5, 1),
        }
        return services.pair_up(placement.officer, **{**said, **more})

    def test_one_at_a_time_and_ended_with_a_result(self, placement):
        pair = self.named(placement)
        refused(lambda: self.named(placement), "đang có người hướng dẫn")
        services.end_pair(
            placement.officer, pair_id=pair.pk, ended_on=DAY, result="Làm được việc độc lập"
        )
        assert self.named(placement).pk != pair.pk

    def test_a_guided_person_is_not_asked_for_again(self, placement):
        Person.objects.filter(pk=placement.person("ubnd").pk).update(born_on=date(2000, 1, 1))
        reviewed(placement)
        url = reverse("placement_review_list") + "?unguided=on"
        name = placement.person("ubnd").full_name
        browser = client(placement, "officer")
        assert name in browser.get(url).content.decode()
        self.named(placement)
        assert name not in browser.get(url).content.decode()


class TestDelegation:
    def told(self, placement, **more) -> DelegationLine:
        said = {
            "unit_id": placement.world.ward.pk,
            "kind": "appointment",
            "title_id": None,
            "proposer": "Ban Xây dựng Đảng",
            "opinion": "",
            "decider": "Ban Thường vụ Đảng ủy",
            "level": "own",
            "basis": "90-QĐ/ĐU",
            "valid_from": date(2026, 1, 1),
        }
        return services.delegate(placement.officer, **{**said, **more})

    def test_a_case_goes_by_the_line_that_fits_best(self, placement):
        self.told(placement, kind="", decider="Đảng ủy")
        self.told(placement)
        title = Title.objects.get(unit=None, code="division_head")
        exact = self.told(placement, title_id=title.pk, decider="Thành ủy", level="above")
        case = placement.opened("ubnd")
        assert case.delegation == exact
        page = client(placement, "officer").get(reverse("procedure", args=[case.pk]))
        assert "Thành ủy" in page.content.decode()

    def test_any_procedure_where_the_own_has_no_line(self, placement):
        line = self.told(placement, kind="")
        assert placement.opened("ubnd").delegation == line

    def test_a_later_line_ends_the_one_before_and_cases_keep_theirs(self, placement):
        first = self.told(placement)
        case = placement.opened("ubnd")
        self.told(placement, valid_from=DAY, decider="Ban Chấp hành")
        first.refresh_from_db()
        assert str(first.valid_to) == str(date.fromordinal(DAY.toordinal() - 1))
        assert placement.fresh(case).delegation == first
        refused(lambda: self.told(placement, valid_from=DAY), "chọn ngày sau")


class TestNumbers:
    def test_a_post_outside_of_the_approved_scheme_is_not_met(self, placement):
        scheme_of(placement, "phòng văn hóa")
        case = placement.opened("ubnd")
        assert state_of(case, "position") == "not_met"
        assert state_of(case, "quota") == "unknown"

    def test_with_its_position_and_the_numbers_of_the_year(self, placement):
        title = Title.objects.get(unit=None, code="division_head")
        scheme_of(placement, "phòng văn hóa", title.name)
        Quota.objects.create(
            unit=placement.world.ward, year=DAY.year, bloc="government", number=40, basis="77-QĐ/TU"
        )
        found = {one.code: one for one in checks_of(placement.opened("ubnd"), DAY)}
        assert str(found["position"].state) == str(found["quota"].state) == "met"
        assert found["quota"].detail == "77-QĐ/TU"

    def test_nothing_is_asked_where_no_scheme_was_approved(self, placement):
        codes = {one.code for one in checks_of(placement.opened("ubnd"), DAY)}
        assert not codes & {"position", "quota"}

    def test_more_deputies_than_permitted(self, placement):
        person = placement.person("ubnd")
        seat = Appointment.objects.get(person=person)
        limit = TitleLimit.objects.create(
            unit=seat.unit, title=seat.title_ref, number=0, basis="15-QĐ/TU"
        )
        row = list_excess(placement.officer).get(pk=limit.pk)
        assert (row.held, row.over) == (1, 1)
        TitleLimit.objects.filter(pk=limit.pk).update(number=1)
        assert not list_excess(placement.officer).filter(pk=limit.pk).exists()

    def test_who_failed_is_on_the_list_to_be_looked_at(self, placement):
        placement.rated("ubnd", "failed", "good")
        rows = list(list_failed(placement.officer))
        assert [row.rating.person for row in rows] == [placement.person("ubnd")]

    def test_from_the_province_to_a_key_post_of_a_commune(self, placement):
        case = placement.opened("ubnd", "to_commune", code="division_head", target_id=None)
        assert case.name.startswith("Điều động cán bộ cấp tỉnh")

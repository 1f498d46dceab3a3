"""Slips for finished cases; one answer a slip, without a name; shares only of enough answers."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from tests import town_citizens as town
from tests.worlds import signed_in

from thenchot.citizens.models import RatingSlip, Satisfaction
from thenchot.citizens.queries.satisfaction import coverage, satisfactions, words
from thenchot.citizens.rules.columns import LOCAL
from thenchot.citizens.services.satisfaction import answer, give_out, mark_given, slip_of
from thenchot.kernel.decision import Refused
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import today

pytestmark = pytest.mark.django_db

BEGUN = datetime(2026, 11, 2, 8, 0, tzinfo=LOCAL)
DUE = datetime(2026, 11, 6, 17, 0, tzinfo=LOCAL)


def slips(citizens, count: int, **more) -> list[RatingSlip]:
    rows = [town.row(f"H{number:03d}", BEGUN, DUE, finished=DUE, **more) for number in range(count)]
    town.take(citizens.clerk, citizens.world.ward, rows)
    give_out(citizens.clerk, unit_id=citizens.world.ward.pk)
    return list(RatingSlip.objects.order_by("pk"))


class TestSlips:
    def test_one_for_each_finished_case_once(self, citizens):
        assert len(slips(citizens, 3)) == 3
        with pytest.raises(Refused, match="Không có hồ sơ nào"):
            give_out(citizens.clerk, unit_id=citizens.world.ward.pk)

    def test_an_open_case_gets_none(self, citizens):
        home = citizens.world.ward
        town.take(citizens.clerk, home, [town.row("H1", BEGUN, DUE, status=4)])
        with pytest.raises(Refused):
            give_out(citizens.clerk, unit_id=home.pk)

    def test_the_code_is_read_however_it_is_typed(self, citizens):
        (slip,) = slips(citizens, 1)
        typed = f" {slip.code[:5].lower()}-{slip.code[5:]} "
        assert slip_of(typed) == slip and slip_of("KHONGCO") is None


class TestAnswer:
    def test_the_first_counts_and_numbers_are_hidden(self, citizens):
        (slip,) = slips(citizens, 1)
        assert answer(slip=slip, face=4, word="Gọi tôi 0912 345 678 nhé")
        assert not answer(slip=slip, face=1)
        kept = Satisfaction.objects.get()
        assert (kept.face, kept.word) == (4, "Gọi tôi ••• nhé")

    def test_nothing_leads_from_the_answer_to_the_case(self, citizens):
        (slip,) = slips(citizens, 1)
        answer(slip=slip, face=1, word="Chờ lâu")
        names = {field.name for field in Satisfaction._meta.get_fields()}
        assert not names & {"case", "slip", "person_key", "came_from", "answered_on"}
        assert not any("Chờ lâu" in str(event.facts) for event in Event.objects.all())

    def test_in_a_browser_without_an_account(self, citizens):
        (slip,) = slips(citizens, 1)
        browser, url = Client(), reverse("public_rate")
        page = browser.get(f"{url}?ma={slip.code}")
        assert slip.code in page.content.decode() and "<script" not in page.content.decode()
        assert len(page.content) < 60_000
        said = {"code": slip.code, "word": ""}
        assert "một trong bốn mức" in browser.post(url, said).content.decode()
        for _press in range(2):
            answered = browser.post(url, said | {"face": "3"})
            assert "Cảm ơn" in answered.content.decode()
        assert Satisfaction.objects.count() == 1
        wrong = browser.post(url, {"code": "SAISAISAI", "face": "3"})
        assert "Không có phiếu nào" in wrong.content.decode()

    def test_wrong_codes_are_limited(self, citizens):
        browser, url = Client(), reverse("public_rate")
        answers = [
            browser.post(url, {"code": f"SAI{number}", "face": "3"}).status_code
            for number in range(30)
        ]
        assert answers[0] == 200 and answers[-1] in (403, 429)

    def test_a_used_code_does_not_open_the_door_to_guessing(self, citizens):
        (slip,) = slips(citizens, 1)
        answer(slip=slip, face=3)
        browser, url = Client(), reverse("public_rate")
        for number in range(30):
            browser.post(url, {"code": slip.code, "face": "3"})
            last = browser.post(url, {"code": f"SAI{number}", "face": "3"})
        assert last.status_code in (403, 429)


class TestFigures:
    def test_no_share_of_too_few(self, citizens):
        unit = citizens.unit("phòng văn hóa")
        every = slips(citizens, 31, unit=unit.name)
        for slip in every[:29]:
            answer(slip=slip, face=4)
        said = (citizens.clerk, "citizens.see", today().year, "unit", 30)
        (few,) = satisfactions(*said)
        assert (few.counted.whole, few.share) == (29, None)
        answer(slip=every[29], face=2)
        (enough,) = satisfactions(*said)
        assert (enough.share.part, enough.share.whole) == (29, 30)

    def test_the_head_of_an_office_learns_no_more_of_too_few(self, citizens):
        """Whose branch holds no whole place is kept to the same least numbers."""
        unit = citizens.unit("phòng văn hóa")
        for slip in slips(citizens, 4, unit=unit.name):
            answer(slip=slip, face=4, word="Nhanh")
        for route, words_of in (("satisfaction_list", "100"), ("satisfaction_word_list", "Nhanh")):
            browser = signed_in(citizens.world.account("head", unit))
            page = browser.get(reverse(route)).content.decode()
            assert words_of not in page.split('id="rows"')[-1], route

    @pytest.mark.parametrize(("handed", "met"), [(9, False), (10, True)])
    def test_coverage_is_strictly_above(self, citizens, handed, met):
        """Of ten people: nine are 90 per cent, which is not more than 90."""
        for slip in slips(citizens, 10)[:handed]:
            mark_given(citizens.clerk, slip_id=slip.pk)
        found = coverage(citizens.world.ward, today().year, today())
        assert (found.asked, found.people, found.is_met) == (handed, 10, met)

    def test_a_slip_in_a_drawer_asks_nobody(self, citizens):
        every = slips(citizens, 3)
        answer(slip=every[0], face=3)
        assert coverage(citizens.world.ward, today().year, today()).asked == 1
        mark_given(citizens.clerk, slip_id=every[1].pk)
        with pytest.raises(Refused, match="đã đưa ngày"):
            mark_given(citizens.clerk, slip_id=every[1].pk)
        assert coverage(citizens.world.ward, today().year, today()).asked == 2

    def test_withdrawn_cases_are_not_among_those_to_ask(self, citizens):
        slips(citizens, 10)
        town.take(
            citizens.clerk,
            citizens.world.ward,
            [town.row("RUT", BEGUN, DUE, finished=DUE, status=7)],
            name="rut.xlsx",
        )
        assert coverage(citizens.world.ward, today().year, today()).people == 10

    def test_a_used_slip_keeps_the_month_only(self, citizens):
        (slip,) = slips(citizens, 1)
        answer(slip=slip, face=3)
        slip.refresh_from_db()
        assert slip.used_in == today().replace(day=1)

    def test_words_wait_until_nobody_is_known_by_them(self, citizens):
        every = slips(citizens, 5)
        for slip in every[:4]:
            answer(slip=slip, face=3, word="Nhanh")
        assert not words(citizens.clerk).filter(beside__gte=5).exists()
        answer(slip=every[4], face=3)
        assert words(citizens.clerk).filter(beside__gte=5).count() == 4

    @pytest.mark.parametrize("size", [1, 25])
    def test_lists_cost_the_same_at_one_and_at_many(
        self, citizens, size, django_assert_max_num_queries
    ):
        for slip in slips(citizens, size):
            answer(slip=slip, face=3, word="Nhanh")
        browser = signed_in(citizens.world.account("clerk"))
        for route in ("satisfaction_list", "rating_slip_list", "satisfaction_word_list"):
            browser.get(reverse(route))
            with django_assert_max_num_queries(16):
                assert browser.get(reverse(route)).status_code == 200

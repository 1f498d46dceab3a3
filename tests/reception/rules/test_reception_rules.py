"""Rotas, grounds, crowds, minimum days and what is hidden."""

from datetime import date

import pytest

from thenchot.kernel.masking import HIDDEN, found, masked
from thenchot.policy.packs import shipped
from thenchot.policy.parameters import ReceptionPolicy, WorkingCalendarPolicy, build
from thenchot.reception.enums import Duty
from thenchot.reception.rules import crowd, minimum
from thenchot.reception.rules.grounds import grounds, is_written, may_refuse
from thenchot.reception.rules.rota import Rota, days_of, may_be, plan

PACK = {value.key: value.value for value in shipped()}
CALENDAR = build(WorkingCalendarPolicy, PACK).calendar()
POLICY = build(ReceptionPolicy, PACK)
TUESDAYS = Rota(weekday=1, weeks=(2, 4))


def test_second_and_fourth_tuesday_and_a_day_off_that_moves():
    first, second = plan(TUESDAYS, 2026, 11, CALENDAR)
    assert (first.on, first.why) == (date(2026, 11, 10), "")
    assert (second.first, second.on) == (date(2026, 11, 24), date(2026, 11, 25))
    assert second.why == "ngày 24/11/2026 là ngày nghỉ lễ, tết, chuyển sang ngày làm việc tiếp theo"


def test_a_day_in_tet_moves_behind_it_and_two_never_fall_together():
    rota = Rota(month_days=(5, 9, 31))
    assert [one.on for one in plan(rota, 2027, 2, CALENDAR)] == [
        date(2027, 2, 11),
        date(2027, 2, 12),
    ]
    assert days_of(rota, 2027, 2) == [date(2027, 2, 5), date(2027, 2, 9)]


def test_a_sunday_says_that_it_is_the_weekly_rest():
    (one,) = plan(Rota(month_days=(6,)), 2026, 12, CALENDAR)
    assert one.on == date(2026, 12, 7)
    assert "hằng tuần" in one.why


@pytest.mark.parametrize(
    "rota", [Rota(), Rota((5,), 1, (2,)), Rota(weekday=1), Rota(month_days=(32,))]
)
def test_half_a_rota_is_refused(rota):
    assert not may_be(rota)


def test_written_notice_is_only_for_two_grounds():
    written = {code for code, one in grounds().items() if is_written(one, wanted=False)}
    assert written == {"settled", "answered"}
    assert is_written(grounds()["judged"], wanted=True)
    assert not is_written(grounds()["drunk"], wanted=True)
    assert not may_refuse(grounds()["answered"], " ")
    assert may_refuse(grounds()["answered"], "Văn bản 12/UBND ngày 01/10/2026")


@pytest.mark.parametrize(("people", "most"), [(1, 0), (4, 0), (5, 2), (10, 2), (11, 5), (60, 5)])
def test_how_many_speak_for_a_crowd(people, most):
    assert crowd.most_representatives(people, POLICY) == most
    assert bool(crowd.may_speak(people, 0, POLICY)) is (most == 0)
    assert not most or crowd.may_speak(people, most, POLICY)
    assert not most or not crowd.may_speak(people, most + 1, POLICY)


def test_a_substitute_does_not_count_for_the_chair():
    assert minimum.least_days(Duty.CHAIR, POLICY) == 2
    assert minimum.least_days(Duty.SECRETARY, POLICY) == 2
    assert minimum.least_days(Duty.OTHER, POLICY) == 0
    assert not minimum.counts(Duty.CHAIR, in_person=False, policy=POLICY)
    assert minimum.counts(Duty.UNIT_HEAD, in_person=False, policy=POLICY)
    assert minimum.counts(Duty.CHAIR, in_person=True, policy=POLICY)


def test_what_a_day_is_paid():
    pay = minimum.pay_of
    assert pay("receiver", has_allowance=False, policy=POLICY) == 200_000
    assert pay("receiver", has_allowance=True, policy=POLICY) == 150_000
    assert pay("support", has_allowance=True, policy=POLICY) == 100_000


@pytest.mark.parametrize(
    "text",
    [
        "0912345678",
        "0912 345 678",
        "+84 912.345.678",
        "(0225) 3842 123",
        "031098000123",
        "C1234567",
    ],
)
def test_every_number_is_hidden_not_only_the_first(text):
    assert masked(f"Gọi {text}, hoặc {text}.") == f"Gọi {HIDDEN}, hoặc {HIDDEN}."
    assert found(f"{text} và {text}") == 2


@pytest.mark.parametrize(
    "text",
    ["450.000.000 đồng", "ngày 24/11/2026", "Nghị định 154/2026/NĐ-CP", "số nhà 120", "1900 1234"],
)
def test_money_days_and_documents_stay(text):
    assert masked(text) == text

"""Pages without an account: what they cost, weigh, set and refuse."""

import re
from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.town_reception import turn

from thenchot.platform.clock import today
from thenchot.reception.feed import folded
from thenchot.reception.models import Slot, Visit
from thenchot.reception.services import dialogues, promises, sessions, visits
from thenchot.web.demo.calendar import day_of

pytestmark = pytest.mark.django_db
MOST_QUERIES, MOST_BYTES = 6, 60_000


def text_of(answer, status: int = 200) -> str:
    assert answer.status_code == status
    return answer.content.decode()


def follow(code: str, **more):
    return Client().post(reverse("public_follow"), {"code": code, **more})


def test_a_moved_day_is_told_with_its_reason(run):
    slot = run.posted(date(2026, 12, 15))
    said = {"starts_at": time(8), "ends_at": time(11), "reason": "Họp HĐND"}
    sessions.move_slot(run.leader, slot_id=slot.pk, on=date(2026, 12, 18), **said)
    page = text_of(Client().get(reverse("public_calendar", args=[run.home.pk])))
    assert "thứ Ba 15/12/2026" in page and "thứ Sáu 18/12/2026" in page
    assert page.count("Họp HĐND") == 2
    feed = text_of(Client().get(reverse("public_calendar_feed", args=[run.home.pk])))
    assert feed.count("BEGIN:VEVENT") == 2 and feed.count("STATUS:CANCELLED") == 1
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20261218T080000" in feed
    assert all(len(row.encode()) <= 75 for row in feed.split("\r\n"))


def test_what_is_not_posted_is_not_there(run):
    slot = run.slot(today() + timedelta(days=20))
    assert Client().get(reverse("public_turn", args=[slot.pk])).status_code == 404
    assert Client().get(reverse("public_calendar", args=[run.home.pk])).status_code == 404


def test_the_calendar_of_one_place_opens_at_once(run):
    run.posted()
    answer = Client().get(reverse("public_reception"))
    assert answer["Location"] == reverse("public_calendar", args=[run.home.pk])


def test_looking_sets_no_cookie_and_runs_no_script(run):
    run.posted()
    answer = Client().get(reverse("public_calendar", args=[run.home.pk]))
    assert not answer.cookies
    assert "script-src" not in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "<script" not in answer.content.decode()


def pages(run):
    slot = run.posted(today() + timedelta(days=12))
    dialogue = run.dialogue()
    dialogues.announce_dialogue(run.clerk, dialogue_id=dialogue.pk)
    return [
        reverse("public_calendar", args=[run.home.pk]),
        reverse("public_calendar_feed", args=[run.home.pk]),
        reverse("public_turn", args=[slot.pk]),
        reverse("public_follow"),
        reverse("public_dialogue", args=[dialogue.pk]),
    ]


def test_each_page_is_cheap_and_light_at_many_rows(run):
    addresses = pages(run)
    first = run.posted()
    rows = Slot.objects.filter(pk=first.pk)
    for number in range(40):
        (one,) = rows
        one.pk, one.on = None, today() + timedelta(days=number + 1)
        one.save(force_insert=True)
    browser = Client()
    for address in addresses:
        browser.get(address)
        with CaptureQueriesContext(connection) as captured:
            answer = browser.get(address)
        assert answer.status_code == 200
        assert len(captured) <= MOST_QUERIES, address
        assert len(answer.content) <= MOST_BYTES, address


def test_a_turn_ends_in_a_slip_with_a_code_and_its_picture(run):
    slot = run.posted()
    said = turn(agrees="on")
    page = text_of(Client().post(reverse("public_turn", args=[slot.pk]), said))
    code = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", page)[0]
    assert 'src="data:image/svg+xml' in page
    told = text_of(follow(code))
    assert "Mời ông (bà) đến" in told and "Trần Thị Hỏi" not in told
    assert "đã hủy đăng ký" in text_of(follow(code, cancel="1")).lower()


def test_the_form_says_what_is_missing_and_keeps_what_was_written(run):
    slot = run.posted()
    page = text_of(Client().post(reverse("public_turn", args=[slot.pk]), {"full_name": "Trần"}))
    assert "Chưa gửi được" in page and 'value="Trần"' in page
    assert Visit.objects.count() == 0


def test_the_sixth_form_of_an_address_is_refused_politely(run):
    slot = run.posted()
    for _ in range(5):
        text_of(Client().post(reverse("public_turn", args=[slot.pk]), turn(agrees="on")))
    answer = Client().post(reverse("public_turn", args=[slot.pk]), turn(agrees="on"))
    assert "trong một giờ" in text_of(answer, 429)
    assert Visit.objects.count() == 5


def test_guessing_codes_is_locked(run):
    run.posted()
    statuses = {follow(f"AAAA-AAAA-AA{number:02d}").status_code for number in range(30)}
    assert 429 in statuses


def test_the_answer_comes_with_its_arithmetic(run):
    _visit, code = run.received()
    page = text_of(follow(code))
    assert "Chậm nhất 15/12/2026" in page
    assert "10 ngày làm việc sau ngày tiếp nhận 01/12/2026" in page


def test_a_turn_that_reaches_an_unconfirmed_year_shows_no_day(run):
    with day_of(date(2027, 12, 27)):
        _visit, code = run.received()
        page = text_of(follow(code))
    assert "chưa xác nhận lịch năm 2028" in page and "2028</b>" in page
    assert not re.search(r"\d\d/01/2028", page)


def test_the_citizen_reopens_with_one_tap(run, world):
    visit, code = run.received()
    visits.answer_visit(run.clerk, visit_id=visit.pk, answer_kind="accepted", answer="Sẽ tháo")
    one = run.promised(visit, world.units["phòng văn hóa"])
    assert "Còn 10 ngày" in text_of(follow(code))
    promises.keep_promise(run.clerk, direction_id=one.pk, done_on=today(), result="Đã tháo rào")
    assert "Đã tháo rào" in text_of(follow(code))
    page = text_of(follow(code, direction=one.pk, verdict="not", said="Rào vẫn còn"))
    assert "công dân mở lại" in page
    one.refresh_from_db()
    assert (one.state, one.reopened, one.said) == ("reopened", 1, "Rào vẫn còn")


def test_a_verdict_before_it_is_done_stays_on_the_page(run, world):
    visit, code = run.received()
    one = run.promised(visit, world.units["phòng văn hóa"])
    assert "chưa báo xong" in text_of(follow(code, direction=one.pk, verdict="solved"))


def test_numbers_in_questions_are_hidden_before_publication(run, world):
    one = run.dialogue(today())
    dialogues.announce_dialogue(run.clerk, dialogue_id=one.pk, reason="Gấp")
    address = reverse("public_dialogue", args=[one.pk])
    asked = "Gọi 0912 345 678 hoặc 0987654321, căn cước 031098000123"
    assert "Đã nhận câu hỏi" in text_of(Client().post(address, {"text": asked}))
    assert "0912" not in text_of(Client().get(address))
    question = one.questions.get()
    dialogues.answer_question(run.clerk, question_id=question.pk, answer="Gọi lại 0912345678")
    dialogues.hold_dialogue(run.clerk, dialogue_id=one.pk, attended=9, minutes="Ghi 0912345678")
    dialogues.publish_dialogue(run.leader, dialogue_id=one.pk)
    page = text_of(Client().get(address))
    assert page.count("•••") == 5
    assert not re.search(r"09\d\d ?\d{3} ?\d{3}|031098", page)


def test_a_folded_line_never_breaks_a_letter():
    text = "ế" * 100
    parts = folded(text).split("\r\n ")
    assert "".join(parts) == text
    assert all(len(part.encode()) <= 75 for part in parts)

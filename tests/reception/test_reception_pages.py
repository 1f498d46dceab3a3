"""Pages of the office: lists at one and at many, the day page, papers, files, who reads what."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document
from tests.registers import answer_of, rows_of_excel, word_of
from tests.town_reception import line
from tests.worlds import signed_in

from thenchot.platform.audit.models import Read
from thenchot.platform.clock import today
from thenchot.reception.models import Visit
from thenchot.reception.services import dialogues, promises, sessions, visits

pytestmark = pytest.mark.django_db
LISTS = (
    "citizen_rota_list",
    "citizen_slot_list",
    "citizen_visit_list",
    "citizen_direction_list",
    "citizen_measure_list",
    "citizen_allowance_list",
    "citizen_dialogue_list",
)


def text_of(browser, route, *args) -> str:
    answer = browser.get(reverse(route, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def fill(run, world, times: int) -> None:
    for number in range(times):
        run.rota(month_days=[number % 28 + 1])
        slot = run.held(place=f"Phòng {number}")
        visit, _code = run.received(slot)
        run.promised(visit, world.units["phòng văn hóa"])
        run.dialogue(name=f"Đối thoại {number}")


@pytest.mark.parametrize("route", LISTS)
def test_a_list_costs_the_same_at_one_and_at_many(run, world, route):
    browser, url = signed_in(world.account("clerk")), reverse(route)
    fill(run, world, 1)
    browser.get(url)
    with CaptureQueriesContext(connection) as few:
        assert browser.get(url).status_code == 200
    fill(run, world, 12)
    with CaptureQueriesContext(connection) as many:
        assert browser.get(url).status_code == 200
    assert len(many) == len(few)
    assert len(few) <= 20


def test_the_day_page_costs_the_same_at_one_and_at_many(run, world):
    slot = run.held()
    lead = world.units["phòng văn hóa"]
    browser, url = signed_in(world.account("clerk")), reverse("citizen_slot", args=[slot.pk])

    def more(times):
        for _ in range(times):
            run.promised(run.received(slot)[0], lead)

    more(1)
    browser.get(url)
    with CaptureQueriesContext(connection) as few:
        assert "Trần Thị Hỏi" in browser.get(url).content.decode()
    more(10)
    with CaptureQueriesContext(connection) as many:
        browser.get(url)
    assert len(many) == len(few)


def test_the_book_has_its_thirteen_columns_on_paper(run, world):
    run.received(people=6, representatives="Lê Văn Đáp", guided_to="Tòa án, số 3")
    document = word_of(answer_of(world.account("clerk"), "citizen_visit_list", "docx"))
    table = "\n".join(cell.text for cell in document.tables[1].rows[0].cells)
    for head in (
        "Ngày tiếp",
        "Họ tên, địa chỉ",
        "CCCD/hộ chiếu",
        "Tóm tắt nội dung",
        "Phân loại",
        "Số người cùng nội dung",
        "Cơ quan đã giải quyết",
        "Thuộc thẩm quyền",
        "Hướng dẫn đến cơ quan, số văn bản",
        "Cơ quan thụ lý, số văn bản chuyển",
        "Theo dõi kết quả",
        "Ghi chú",
    ):
        assert head in table
    row = rows_of_excel(answer_of(world.account("clerk"), "citizen_visit_list"))[0]
    assert (row["Phân loại"], row["Số người cùng nội dung"]) == ("kiến nghị", 6)


def test_who_looked_at_a_citizen_is_written_down(run, world):
    visit, _code = run.received()
    account = world.account("inspector")
    text_of(signed_in(account), "citizen_visit", visit.pk)
    assert Read.objects.filter(account_id=account.pk, subject_id=str(visit.pk)).exists()


def test_the_page_of_a_turn_shows_the_end_of_the_identity_number_only(run, world):
    visit, _code = run.received(identity_no="031198000777")
    page = text_of(signed_in(world.account("clerk")), "citizen_visit", visit.pk)
    assert "…777" in page and "031198000777" not in page


def words_of(answer) -> str:
    assert answer.status_code == 200
    document = Document(io.BytesIO(answer.getvalue()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_papers_open_again_and_say_what_they_must(run, world):
    browser = signed_in(world.account("clerk"))
    slot = run.held()
    visit, _code = run.received(slot, papers="Đơn kiến nghị; 2; bản chính\nẢnh; 1; bản sao")
    receipt = words_of(browser.get(reverse("citizen_receipt", args=[visit.pk])))
    assert "Mẫu 02/TCD" in receipt and "Đơn kiến nghị" in receipt and "bản sao" in receipt
    assert browser.get(reverse("citizen_conclusion", args=[slot.pk])).status_code == 404
    sessions.conclude_slot(
        run.leader,
        slot_id=slot.pk,
        conclusion_no="15/TB-UBND",
        concluded_on=today(),
        conclusion="Kiểm tra ngay lối đi",
    )
    promises.promise_in_session(
        run.leader,
        slot_id=slot.pk,
        visit_id=visit.pk,
        text="Tháo rào",
        lead_id=world.units["phòng văn hóa"].pk,
        due_on=today(),
    )
    told = words_of(browser.get(reverse("citizen_conclusion", args=[slot.pk])))
    assert "15/TB-UBND" in told and "Tháo rào" in told and "Phòng Văn hóa - Xã hội" in told
    refused, _code = run.received()
    said = {"ground": "settled", "ground_shown": "Quyết định 7"}
    visits.refuse_visit(run.clerk, visit_id=refused.pk, **said)
    notice = words_of(browser.get(reverse("citizen_refusal", args=[refused.pk])))
    assert "Mẫu 01/TCD" in notice and "Quyết định 7" in notice


def test_minutes_hold_questions_and_commitments(run, world):
    one = run.dialogue(today())
    dialogues.announce_dialogue(run.clerk, dialogue_id=one.pk, reason="Gấp")
    dialogues.ask(run.clerk, dialogue_id=one.pk, text="Bao giờ làm đường?")
    dialogues.hold_dialogue(run.clerk, dialogue_id=one.pk, attended=90, minutes="Sôi nổi")
    browser = signed_in(world.account("clerk"))
    told = words_of(browser.get(reverse("citizen_dialogue_minutes", args=[one.pk])))
    assert "Bao giờ làm đường?" in told and "Sôi nổi" in told and "Phạm Thị Duyên" in told


def test_a_turn_is_entered_through_the_form(run, world):
    browser = signed_in(world.account("clerk"))
    slot = run.posted()
    url = reverse("citizen_slot_walk_in", args=[slot.pk])
    assert browser.get(url).status_code == 200
    said = line(people=1, unit=world.ward.pk)
    answer = browser.post(url, said, follow=True)
    assert "Mã theo dõi cho công dân" in answer.content.decode()
    assert Visit.objects.get().slot == slot


def test_a_month_is_drawn_through_the_form_and_posted_together(run, world):
    run.rota(month_days=[5, 20])
    browser = signed_in(world.account("clerk"))
    said = {"unit": world.ward.pk, "month": 1, "year": 2027}
    page = browser.post(reverse("citizen_slot_draw"), said, follow=True).content.decode()
    assert "Đã lập 2 buổi tiếp" in page
    made = list(sessions.Slot.objects.values_list("pk", flat=True))
    together = reverse("citizen_slot_publish_together")
    browser.post(together, {"pk": made, "told": "1", "reason": ""})
    assert sessions.Slot.objects.filter(state="published").count() == 2

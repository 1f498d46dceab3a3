"""The review page: cards save on their own, say their errors, and never overwrite unseen
changes.
"""

import pytest
from tests.programmes.conftest import draft_of, text_of

from thenchot.platform.scope.roles import Role
from thenchot.programmes.models import Draft

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def draft(world, days):
    return draft_of(world, text_of(**days))


@pytest.fixture
def officer(world):
    return world.client(Role.OFFICER)


def card(**changed):
    return {
        "keep": "on",
        "text": "Rà soát cán bộ",
        "lead": "UBND phường",
        "coordinate": "",
        "deadline_raw": "Quý IV/2026",
        "approval": "",
        "product": "",
        "version": "1",
    } | changed


def test_the_page_shows_the_original_with_marks_beside_the_cards(officer, draft):
    page = officer.get(f"/import/{draft.pk}/").content.decode()
    assert page.count('<mark class="deadline"') >= 3 and page.count('<mark class="lead"') >= 5
    assert 'id="m-t1-deadline"' in page and 'href="#m-t1-deadline"' in page


def test_a_saved_card_comes_back_with_its_new_reading(officer, draft):
    answer = officer.post(f"/import/{draft.pk}/tasks/t1/", card(), **HTMX)
    assert "31/12/2026" in answer.content.decode() and "đã lưu" in answer.content.decode()


def test_without_htmx_the_page_opens_at_the_card(officer, draft):
    answer = officer.post(f"/import/{draft.pk}/tasks/t1/", card())
    assert (answer.status_code, answer["Location"]) == (302, f"/import/{draft.pk}/#t1")


def test_an_error_stands_in_the_card(officer, draft):
    answer = officer.post(f"/import/{draft.pk}/tasks/t1/", card(text=""), **HTMX)
    assert answer.status_code == 200 and "errorlist" in answer.content.decode()
    assert Draft.objects.get().proposal.tasks[0].text != ""


def test_a_card_changed_meanwhile_is_refused_in_its_place(officer, draft):
    officer.post(f"/import/{draft.pk}/tasks/t1/", card(), **HTMX)
    answer = officer.post(f"/import/{draft.pk}/tasks/t1/", card(text="Khác"), **HTMX)
    assert answer.status_code == 403 and "vừa được người khác sửa" in answer.content.decode()
    assert "<html" not in answer.content.decode()


@pytest.mark.parametrize("headers", [HTMX, {}], ids=["in place", "whole page"])
@pytest.mark.parametrize("values", [card(), card(text="")], ids=["sound", "faulty"])
@pytest.mark.parametrize("item", ["t999", "r1", "g1"])
def test_a_card_that_is_not_there_is_no_page(officer, draft, item, values, headers):
    before = len(draft.proposal.tasks)
    answer = officer.post(f"/import/{draft.pk}/tasks/{item}/", values, **headers)
    assert answer.status_code in (403, 404)
    draft.refresh_from_db()
    assert len(draft.proposal.tasks) == before


def test_metadata_and_targets_are_corrected_too(officer, draft):
    values = {
        "kind": "Chương trình",
        "number": "10-CTr/ĐU",
        "date": "2026-06-20",
        "issuer": "Ban Thường vụ",
        "title": "x",
        "signer": "",
        "version": "1",
    }
    assert officer.post(f"/import/{draft.pk}/metadata/", values, **HTMX).status_code == 200
    draft.refresh_from_db()
    assert draft.proposal.said("number") == "10-CTr/ĐU"


def test_a_confirmed_draft_leads_to_its_programme(officer, draft):
    answer = officer.post(f"/import/{draft.pk}/confirm/", {})
    assert answer.status_code == 302, answer.context["form"].errors
    assert "/programmes/" in officer.get(f"/import/{draft.pk}/")["Location"]


def test_a_stranger_gets_nothing(world, draft):
    stranger = world.client(Role.OFFICER, world.other_ward)
    for address in ("", "metadata/", "tasks/t1/", "mapping/", "confirm/", "drop/"):
        send = stranger.get if address in ("", "mapping/", "confirm/") else stranger.post
        assert send(f"/import/{draft.pk}/{address}", {"version": "1"}).status_code == 404, address


def test_the_page_says_that_a_kind_gives_no_orders(officer, world):
    draft = draft_of(
        world,
        "ỦY BAN NHÂN DÂN PHƯỜNG\nSố: 5/TTr-UBND\nMẫu, ngày 05 tháng 01 năm 2026\nTỜ TRÌNH\n"
        "Về việc xin kinh phí\n1. Phòng Kinh tế lập dự toán trước ngày 30/6/2026.\n",
    )
    page = officer.get(f"/import/{draft.pk}/").content.decode()
    assert page.count("Loại văn bản này không giao việc") == 1
    assert "05/01/2026" in page and "2026-01-05 ·" not in page


def test_a_yearly_day_is_told_day_first(officer, world, days):
    rows = (("1.1", "Tổng kết", "UBND phường", "", "Trước ngày 05/12 hằng năm"),)
    draft = draft_of(world, text_of(**days, rows=rows))
    page = officer.get(f"/import/{draft.pk}/").content.decode()
    assert "ngày cuối 04/12" in page and "12-04" not in page


def test_what_lacks_is_told_where_one_confirms(officer, world, days):
    text = text_of(**days)
    draft = draft_of(world, text[text.index("PHỤ LỤC") :])
    page = officer.get(f"/import/{draft.pk}/confirm/").content.decode()
    assert "Văn bản chưa có" in page and "trích yếu" in page


def test_the_same_file_is_told_at_the_first_step(officer, world, draft, days):
    from django.core.files.uploadedfile import SimpleUploadedFile

    upload = SimpleUploadedFile("b.txt", text_of(**days).encode())
    answer = officer.post("/import/", {"home": world.ward.pk, "file": upload})
    assert "Tệp này đã được nhập ngày" in answer.content.decode()
    upload.seek(0)
    answer = officer.post("/import/", {"home": world.ward.pk, "file": upload, "again": "on"})
    assert answer.status_code == 302


def test_a_body_is_given_to_every_unit_or_to_none_in_one_choice(officer, world, draft):
    names = draft.proposal.bodies
    first, second = names[0], names[1]
    answer = officer.post(
        f"/import/{draft.pk}/mapping/", {"version": "1", "quick-0": "all", "quick-1": "none"}
    )
    assert answer.status_code == 302
    draft.refresh_from_db()
    assert len(draft.proposal.mapping[first]) > 3 and draft.proposal.mapping[second] == []
    assert draft.proposal.not_given == [second]
    assert "không giao" in officer.get(f"/import/{draft.pk}/mapping/").content.decode()

"""Pages of the year: who gets in, what they show, what they cost."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.rating.ending import TODAY
from tests.worlds import signed_in

from thenchot.people.models import Discipline
from thenchot.platform.scope.roles import Role
from thenchot.rating.models import OrganisationRating, Rating, RatingDecision
from thenchot.rating.persons.services import complaints, computing
from thenchot.rating.rounds import actions as rounds
from thenchot.rating.rounds.services import finishing

pytestmark = pytest.mark.django_db
FIVE = {"An": "92", "Bình": "75", "Chi": "74", "Dũng": "72", "Em": "71"}


def text(response) -> str:
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def queries_of(client, address) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_round_page_tells_who_stands_where(town):
    town.rate(FIVE)
    town.rate_self("An")
    page = text(town.world.client(Role.OFFICER).get(reverse("round_detail", args=[town.round.pk])))
    assert "Nguyễn An" in page and "Ghi phiếu giấy" in page and "họp đơn vị" in page
    filtered = text(
        town.world.client(Role.OFFICER).get(
            reverse("round_detail", args=[town.round.pk]) + "?state=meeting"
        )
    )
    assert "Nguyễn An" in filtered and "Nguyễn Bình" not in filtered


@pytest.mark.parametrize(
    ("route", "many"),
    [
        ("round_detail", 30),
        ("round_people_file", 30),
        ("round_published", 30),
        ("round_published_file", 30),
        ("round_records", 30),
        ("year_list", 30),
        ("year_list_file", 30),
    ],
)
def test_cost_does_not_grow_with_people(town, route, many):
    town.rate({"Một": "75"})
    town.finish()
    client = town.world.client(Role.OFFICER)
    of_round = {} if route.startswith("year_list") else {"pk": town.round.pk}
    form = {"form": "xlsx"} if route.endswith("_file") else {}
    address = reverse(route, kwargs={**of_round, **form})
    client.get(address)
    few = queries_of(client, address)
    first = town.rating("Một")
    for number in range(many):
        person = type(first.person).objects.create(
            full_name=f"Trần {number}",
            folded="tran",
            sort_key=f"{number:03d}",
            registered_in=town.unit,
        )
        more = Rating.objects.create(
            round=town.round,
            person=person,
            unit=town.unit,
            kind="staff",
            state="notified",
            status="rated",
            level="good",
            self_at=first.self_at,
        )
        RatingDecision.objects.create(
            rating=more, level="good", proposed="good", number="1", decided_on=TODAY
        )
    assert queries_of(client, address) == few
    assert few <= 22


def test_rating_page_is_the_receipt(town):
    town.rate(FIVE)
    town.finish()
    page = text(
        town.world.client(Role.INSPECTOR).get(reverse("rating_detail", args=[town.rating("An").pk]))
    )
    for words in (
        "92,00",
        "tháng 1/2026",
        "Điều 20.5",
        "12/QĐ-UBND",
        "Hoàn thành xuất sắc từ",
        "từ 90 điểm là Hoàn thành xuất sắc",
    ):
        assert words in page


def test_own_page_hides_what_was_not_told_yet(town):
    town.rate(FIVE)
    town.walk()
    town.person("Bình")
    client = signed_in(town.accounts["Bình"])
    address = reverse("rating_detail", args=[town.rating("Bình").pk])
    assert "Ý kiến cuộc họp" not in text(client.get(address))
    town.decide_all()
    assert "12/QĐ-UBND" not in text(client.get(address))
    finishing.notify(town.officer, round_id=town.round.pk)
    assert "12/QĐ-UBND" in text(client.get(address))


def test_own_rating_and_publication_but_nobody_elses(town):
    town.rate(FIVE)
    town.finish()
    town.person("Bình")
    client = signed_in(town.accounts["Bình"])
    assert "Của tôi" in text(client.get(reverse("year_list")))
    published = text(client.get(reverse("round_published", args=[town.round.pk])))
    assert "Nguyễn An" in published and "92,00" not in published
    assert client.get(reverse("rating_detail", args=[town.rating("An").pk])).status_code == 404
    assert client.get(reverse("round_detail", args=[town.round.pk])).status_code == 404
    stranger = town.world.client(Role.OFFICER, town.world.other_ward)
    assert stranger.get(reverse("round_published", args=[town.round.pk])).status_code == 404


def test_self_rating_and_complaint_in_the_browser(town):
    town.rate(FIVE)
    town.person("An")
    client, pk = signed_in(town.accounts["An"]), town.rating("An").pk
    answer = client.post(
        reverse("rating_self", args=[pk]),
        {"strengths": "Xong việc", "limits": "", "level": "excellent"},
    )
    assert answer.status_code == 302 and town.rating("An").state == "meeting"
    refused = client.post(reverse("complaint_new", args=[pk]), {"text": "Xin xem lại"})
    assert refused.status_code == 403
    assert "Kiến nghị sau khi nhận thông báo" in refused.content.decode()


def test_until_when_a_complaint_is_settled_is_counted_on_its_form(town, monkeypatch):
    town.rate(FIVE)
    town.finish()
    town.person("An")
    monkeypatch.setenv("THENCHOT_TODAY", "2026-12-23")
    page = signed_in(town.accounts["An"]).get(reverse("complaint_new", args=[town.rating("An").pk]))
    # seven working days of the policy, without 1 January and two weekends
    assert "đến hết ngày 04/01/2027 (Điều 22)" in text(page)


def test_minutes_by_form(town):
    town.rate(FIVE)
    town.rate_self("An", "Bình")
    client, address = (
        town.world.client(Role.HEAD, town.unit),
        reverse("meeting_new", args=[town.round.pk]) + f"?unit={town.unit.pk}",
    )
    said = {
        "held_on": "2026-12-09",
        "place": "P.1",
        "chair": "A",
        "secretary": "B",
        "called": "6",
        "present": "5",
        "absent": "",
        "discussion": "Góp ý",
    }
    an, binh = town.rating("An").pk, town.rating("Bình").pk
    assert "5 ý kiến" not in text(client.get(address))
    assert "6 ý kiến, phải từ 1 đến 5" in text(client.post(address, said | {f"good_{an}": "6"}))
    assert "số nguyên" in text(client.post(address, said | {f"good_{an}": "năm"}))
    assert (
        client.post(
            address, said | {f"excellent_{an}": "4", f"good_{an}": "1", f"remark_{an}": "Nhất trí"}
        ).status_code
        == 302
    )
    assert (town.rating("An").state, Rating.objects.get(pk=binh).state) == (
        "consolidation",
        "meeting",
    )


def test_round_buttons(town):
    town.rate(FIVE)
    town.rate_self(*FIVE)
    town.meet(*FIVE)
    officer, leader = town.world.client(Role.OFFICER), town.world.client(Role.LEADER)
    for action in ("enrol", "compute", "propose", "caps"):
        assert officer.post(reverse(f"round_{action}", args=[town.round.pk])).status_code == 302
    assert (
        leader.post(
            reverse("round_decide", args=[town.round.pk]),
            {"number": "12", "decided_on": "2026-12-10"},
        ).status_code
        == 302
    )
    assert RatingDecision.objects.count() == 5
    assert officer.post(reverse("round_notify", args=[town.round.pk])).status_code == 302
    assert officer.post(reverse("round_lock", args=[town.round.pk])).status_code == 403
    assert leader.post(reverse("round_lock", args=[town.round.pk])).status_code == 302
    assert officer.post(f"/years/{town.round.pk}/do/dance/").status_code == 404


def test_settling_in_the_browser(town):
    town.rate(FIVE)
    town.finish()
    made = complaints.complain(
        town.person("An"), rating_id=town.rating("An").pk, text="Tôi được 92 điểm"
    )
    address = reverse("complaint_settle", args=[made.pk])
    leader = town.world.client(Role.LEADER)
    assert "Tôi được 92 điểm" in text(leader.get(address))
    assert "mức trần" in text(
        leader.post(address, {"answer": "Đúng", "level": "excellent", "number": "3"})
    )
    assert (
        leader.post(address, {"answer": "Đã đủ mức trần", "level": "", "number": ""}).status_code
        == 302
    )


def test_organisations_by_form(town):
    town.rate(FIVE)
    town.body("phòng văn hóa")
    body = OrganisationRating.objects.get(unit=town.world.units["mặt trận"])
    client = town.world.client(Role.OFFICER)
    fields = (
        {f"g{n}": "9" for n in "123"}
        | {f"r{n}": "8" for n in "12345678"}
        | {"done": "100", "exceeding": "20", "late": "0", "is_remedied": "on"}
    )
    assert client.post(reverse("organisation_score", args=[body.pk]), fields).status_code == 302
    body.refresh_from_db()
    assert (body.total, body.band, body.level) == (91, "excellent", "good")
    assert "Chưa đủ điều kiện xuất sắc" in text(
        client.get(reverse("organisation_rating", args=[body.pk]))
    )
    assert "Mặt trận" in text(client.get(reverse("round_detail", args=[body.round_id])))
    assert "Ensure" not in text(
        client.post(reverse("organisation_score", args=[body.pk]), fields | {"g1": "99"})
    )


def test_days_and_share(town):
    town.rate(FIVE)
    officer, leader = town.world.client(Role.OFFICER), town.world.client(Role.LEADER)
    days = dict(town.round.steps)
    assert "không được trước ngày" in text(
        officer.post(reverse("round_days", args=[town.round.pk]), days | {"self": "2026-12-31"})
    )
    assert (
        officer.post(
            reverse("round_days", args=[town.round.pk]), days | {"notice": "2027-01-14"}
        ).status_code
        == 302
    )
    assert (
        leader.post(
            reverse("round_share", args=[town.round.pk]), {"is_outstanding": "on", "basis": ""}
        ).status_code
        == 200
    )
    assert (
        leader.post(
            reverse("round_share", args=[town.round.pk]), {"is_outstanding": "on", "basis": "CV 5"}
        ).status_code
        == 302
    )


def test_what_the_law_says_beside_a_form_is_the_value_in_force():
    values = SimpleNamespace(excellent_percent=17, excellent_percent_outstanding=23, send_days=4)
    found = SimpleNamespace(in_force=lambda policy: values)
    told = str(rounds._shares(found))
    assert "17%" in told and "23%" in told
    assert "4 ngày" in str(rounds._to_send(found))


@pytest.mark.parametrize("number", [1, 12])
def test_computing_costs_the_same_for_one_and_for_many(town, number):
    town.rate({f"Người {n}": "75" for n in range(number)})
    with CaptureQueriesContext(connection) as found:
        computing.compute(town.officer, round_id=town.round.pk)
    assert len(found) <= 18


def test_rating_page_costs_the_same_whatever_was_said(town):
    town.rate(FIVE)
    client, address = (
        town.world.client(Role.OFFICER),
        reverse("rating_detail", args=[town.rating("An").pk]),
    )
    client.get(address)
    few = queries_of(client, address)
    town.finish()
    for number in range(5):
        made = complaints.complain(
            town.officer, rating_id=town.rating("An").pk, text=f"Lần {number}"
        )
        complaints.settle(town.leader, complaint_id=made.pk, answer="Giữ nguyên")
    assert queries_of(client, address) == few <= 24


def test_disciplines_of_the_file_are_shown_only_to_who_may_read_them(town):
    town.rate(FIVE)
    Discipline.objects.create(
        person=town.people["An"],
        form="reprimand",
        act="Chậm giải quyết hồ sơ",
        valid_from=date(2026, 5, 3),
    )
    address = reverse("rating_detail", args=[town.rating("An").pk])
    assert "Chậm giải quyết hồ sơ" in text(town.world.client(Role.OFFICER).get(address))
    assert "Chậm giải quyết hồ sơ" not in text(town.world.client(Role.HEAD, town.unit).get(address))

"""People in the seats of committees: who may sit, what stays in the history, what the pages
show.
"""

import io
from datetime import date, timedelta

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.worlds import SINCE, staff

from thenchot.kernel.decision import Refused
from thenchot.organisation.rules.committees import SeatStanding
from thenchot.organisation.services import committees
from thenchot.people.models import Seating
from thenchot.people.staffing import committees as queries
from thenchot.people.staffing import seatings
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.postgres
TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("THENCHOT_TODAY", TODAY.isoformat())


@pytest.fixture
def committee(world):
    term = committees.open_term(
        SYSTEM,
        unit_id=world.ward.pk,
        name="Đảng bộ 2025 - 2030",
        starts_on=SINCE,
        ends_on=date(2030, 6, 30),
    )
    fields = {
        "kind": "party",
        "name": "Ban Chấp hành Đảng bộ phường",
        "approved_seats": 3,
        "basis": "Đề án nhân sự",
    }
    return committees.open_committee(SYSTEM, term_id=term.pk, **fields)


@pytest.fixture
def seats(committee):
    return list(committee.seats.order_by("number"))


def sit(world, seat, key="ubnd", actor=SYSTEM, **fields):
    return seatings.seat_person(
        actor, seat_id=seat.pk, person_id=world.people[key].pk, **{"valid_from": SINCE} | fields
    )


def standings(committee, on=TODAY):
    return [row.standing.value for row in queries.composition(SYSTEM, committee, on)]


def rule_of(error):
    return error.value.decision.reasons[0].rule


class TestSitting:
    def test_seated_by_the_officer(self, world, seats):
        seating = sit(
            world, seats[0], actor=world.actor(Role.OFFICER), basis=" Nghị quyết đại hội "
        )
        assert (seating.person, seating.seat, seating.basis) == (
            world.people["ubnd"],
            seats[0],
            "Nghị quyết đại hội",
        )
        assert Event.objects.get(name="person_seated").facts["person"] == world.people["ubnd"].pk

    def test_one_person_a_seat(self, world, seats):
        sit(world, seats[0])
        with pytest.raises(Refused) as error:
            sit(world, seats[0], "mặt trận")
        assert rule_of(error) == "seat.taken"

    def test_one_seat_a_person_in_a_committee(self, world, seats):
        sit(world, seats[0])
        with pytest.raises(Refused) as error:
            sit(world, seats[1])
        assert rule_of(error) == "seat.twice"

    def test_after_leaving_the_seat_is_free_from_the_day_after(self, world, seats):
        first = sit(world, seats[0])
        seatings.end_seating(
            SYSTEM, seating_id=first.pk, on=date(2026, 3, 31), reason="Chuyển công tác"
        )
        with pytest.raises(Refused) as error:
            sit(world, seats[0], "mặt trận", valid_from=date(2026, 3, 31))
        assert rule_of(error) == "seat.not_free_yet"
        assert sit(world, seats[0], "mặt trận", valid_from=date(2026, 4, 1)).pk

    def test_seating_ends_a_hold(self, world, seats):
        seatings.hold_seat(
            SYSTEM, seat_id=seats[2].pk, held_for="cán bộ nữ", review_on=date(2027, 6, 30)
        )
        sit(world, seats[2])
        seats[2].refresh_from_db()
        assert (seats[2].state, seats[2].held_for) == ("open", "")

    def test_a_taken_seat_is_neither_held_nor_closed(self, world, seats):
        sit(world, seats[0])
        for step in (
            lambda: seatings.hold_seat(
                SYSTEM, seat_id=seats[0].pk, held_for="x", review_on=date(2027, 1, 1)
            ),
            lambda: seatings.close_seat(SYSTEM, seat_id=seats[0].pk, on=TODAY),
        ):
            with pytest.raises(Refused) as error:
                step()
            assert rule_of(error) == "seat.filled"

    def test_an_end_comes_once(self, world, seats):
        seating = sit(world, seats[0])
        seatings.end_seating(SYSTEM, seating_id=seating.pk, on=TODAY)
        with pytest.raises(Refused):
            seatings.end_seating(SYSTEM, seating_id=seating.pk, on=TODAY)

    @pytest.mark.parametrize("role", [role for role in Role if role != Role.OFFICER])
    def test_others_may_not(self, world, seats, role):
        with pytest.raises(Refused):
            sit(world, seats[0], actor=world.actor(role))
        assert not Seating.objects.exists()

    def test_strangers_on_either_side_are_not_there(self, world, seats):
        with pytest.raises(NotVisible):
            sit(world, seats[0], actor=world.actor(Role.OFFICER, world.other_ward))
        with pytest.raises(NotVisible):
            seatings.seat_person(
                world.actor(Role.OFFICER),
                seat_id=seats[0].pk,
                person_id=world.other_people["ubnd"].pk,
                valid_from=SINCE,
            )


class TestComposition:
    def test_filled_vacant_held(self, world, committee, seats):
        sit(world, seats[0])
        seatings.hold_seat(
            SYSTEM, seat_id=seats[2].pk, held_for="cán bộ nữ", review_on=TODAY + timedelta(days=30)
        )
        assert standings(committee) == ["filled", "vacant", "held"]
        assert standings(committee, TODAY + timedelta(days=30)) == [
            "filled",
            "vacant",
            "review_due",
        ]

    def test_beyond_the_approved_number(self, world, committee, seats):
        for seat, key in zip(seats, ("ubnd", "mặt trận", "ban thường vụ"), strict=True):
            sit(world, seat, key)
        more = committees.add_seat(
            SYSTEM, committee_id=committee.pk, name="Ủy viên", opened_on=SINCE, excess_basis="CV 12"
        )
        sit(world, more, "phòng văn hóa")
        assert standings(committee) == ["filled", "filled", "filled", "excess"]

    def test_a_smaller_approved_number_shows_the_excess(self, world, committee, seats):
        for seat, key in zip(seats, ("ubnd", "mặt trận", "ban thường vụ"), strict=True):
            sit(world, seat, key)
        committee = committees.correct_committee(
            SYSTEM, committee_id=committee.pk, name=committee.name, approved_seats=2, basis="QĐ"
        )
        assert standings(committee) == ["filled", "filled", "excess"]

    def test_each_day_has_its_people(self, world, committee, seats):
        first = sit(world, seats[0])
        seatings.end_seating(SYSTEM, seating_id=first.pk, on=date(2026, 3, 31))
        sit(world, seats[0], "mặt trận", valid_from=date(2026, 6, 1))
        people = lambda on: queries.composition(SYSTEM, committee, on)[0].seating  # noqa: E731
        assert people(date(2026, 3, 31)).person == world.people["ubnd"]
        assert people(date(2026, 4, 1)) is None
        assert people(TODAY).person == world.people["mặt trận"]
        assert [one.person for one in queries.history_of(committee)] == [world.people["ubnd"]]

    def test_a_closed_seat_was_there_until_its_day(self, committee, seats):
        seatings.close_seat(SYSTEM, seat_id=seats[2].pk, on=date(2026, 3, 1))
        assert (
            standings(committee, date(2026, 2, 28)) == ["vacant"] * 3
            and standings(committee, date(2026, 3, 1)) == ["vacant"] * 2
        )

    def test_the_list_counts_the_seats_of_each_committee(self, world, committee, seats):
        sit(world, seats[0])
        row = queries.list_by_term(world.actor(Role.STAFF, world.units["mặt trận"]), TODAY)[
            0
        ].committees[0]
        assert (row.committee, row.counts["filled"], row.counts["vacant"]) == (committee, 1, 2)
        assert queries.list_by_term(world.actor(Role.OFFICER, world.other_ward), TODAY) == []

    def test_the_list_costs_the_same_with_many(self, world, committee, seats):
        def cost():
            with CaptureQueriesContext(connection) as queries_made:
                queries.list_by_term(SYSTEM, TODAY)
            return len(queries_made)

        sit(world, seats[0])
        few = cost()
        for n in range(12):
            more = {"kind": "other", "name": f"Ban chỉ đạo {n}", "approved_seats": 5}
            committees.open_committee(SYSTEM, term_id=committee.term_id, **more)
        assert cost() == few == 4

    def test_only_who_serves_in_the_commune_may_be_chosen(self, world):
        offered = queries.candidates(world.actor(Role.OFFICER), world.ward, TODAY)
        assert world.people["ubnd"] in offered and world.other_people["ubnd"] not in offered


class TestPages:
    def test_opened_and_filled_from_the_pages(self, world):
        client = world.client(Role.OFFICER)
        term = {
            "unit": world.ward.pk,
            "name": "HĐND 2026 - 2031",
            "starts_on": "2026-03-01",
            "ends_on": "2031-02-28",
        }
        answer = client.post("/units/terms/new/", term, follow=True)
        assert "Đã mở nhiệm kỳ" in answer.content.decode()
        from thenchot.organisation.models import Committee, Term

        new = {
            "kind": "council",
            "name": "Hội đồng nhân dân phường",
            "approved_seats": 3,
            "basis": "Luật",
        }
        client.post(reverse("committee_new", args=[Term.objects.get().pk]), new)
        committee = Committee.objects.get()
        seat = committee.seats.order_by("number").first()
        chosen = {
            "person": world.people["ubnd"].pk,
            "valid_from": "2026-03-01",
            "basis": "Nghị quyết 1",
        }
        page = client.post(
            reverse("seat_fill", args=[seat.pk]), chosen, follow=True
        ).content.decode()
        assert "Phạm Thị Duyên" in page and "Nghị quyết 1" in page

    def test_held_released_closed_left(self, world, committee, seats):
        client = world.client(Role.OFFICER)
        client.post(
            reverse("seat_hold", args=[seats[2].pk]),
            {"held_for": "cán bộ nữ", "review_on": "2027-06-30"},
        )
        page = client.get(reverse("committee_detail", args=[committee.pk])).content.decode()
        assert "để khuyết vì cơ cấu" in page and "cán bộ nữ" in page and "30/06/2027" in page
        client.post(reverse("seat_release", args=[seats[2].pk]))
        client.post(reverse("seat_close", args=[seats[2].pk]), {"on": "2026-11-20"})
        seating = sit(world, seats[0])
        client.post(
            reverse("seating_end", args=[seating.pk]), {"on": "2026-11-19", "reason": "Nghỉ hưu"}
        )
        client.post(reverse("seat_edit", args=[seats[1].pk]), {"name": "Phó Bí thư Thường trực"})
        page = client.get(reverse("committee_detail", args=[committee.pk])).content.decode()
        assert "Những người đã thôi giữ chỗ" in page and "Phó Bí thư Thường trực" in page
        assert standings(committee) == ["vacant", "vacant"]

    def test_releasing_what_is_not_held_says_so(self, world, seats):
        answer = world.client(Role.OFFICER).post(
            reverse("seat_release", args=[seats[0].pk]), follow=True
        )
        assert "không để khuyết" in answer.content.decode()

    def test_a_seat_too_many_is_refused_with_the_article(self, world, committee):
        client, address = world.client(Role.OFFICER), reverse("seat_new", args=[committee.pk])
        answer = client.post(address, {"name": "Ủy viên", "opened_on": "2026-11-20"})
        assert (
            "Đã đủ 3 chỗ được duyệt" in answer.content.decode()
            and "S3-065" in answer.content.decode()
        )
        client.post(
            address, {"name": "Ủy viên", "opened_on": "2026-11-20", "excess_basis": "CV 12"}
        )
        assert committee.seats.count() == 4

    def test_corrected(self, world, committee):
        data = {"name": "Ban Chấp hành", "approved_seats": 21, "basis": "Đề án mới"}
        world.client(Role.OFFICER).post(reverse("committee_edit", args=[committee.pk]), data)
        committee.refresh_from_db()
        assert (committee.name, committee.approved_seats) == ("Ban Chấp hành", 21)

    def test_a_guest_sees_seats_and_no_names(self, world, committee, seats):
        sit(world, seats[0])
        page = (
            world.client(Role.GUEST)
            .get(reverse("committee_detail", args=[committee.pk]))
            .content.decode()
        )
        assert "Bí thư" in page and "có người" in page and "Phạm Thị Duyên" not in page

    def test_inside_a_division_names_are_read_and_only_own_people_opened(
        self, world, committee, seats
    ):
        sit(world, seats[0])
        sit(world, seats[1], "phòng văn hóa")
        page = (
            world.client(Role.STAFF, world.units["phòng văn hóa"])
            .get(reverse("committee_detail", args=[committee.pk]))
            .content.decode()
        )
        assert "Phạm Thị Duyên" in page and f"/people/{world.people['ubnd'].pk}/" not in page
        assert f"/people/{world.people['phòng văn hóa'].pk}/" in page and "Thêm chỗ" not in page

    @pytest.mark.parametrize("query", ["?on=2025-07-01", "?on=không", ""])
    def test_any_day_may_be_asked_for(self, world, committee, query):
        assert (
            world.client(Role.STAFF)
            .get(reverse("committee_detail", args=[committee.pk]) + query)
            .status_code
            == 200
        )

    def test_printed_with_what_is_vacant_and_held(self, world, committee, seats):
        sit(world, seats[0])
        seatings.hold_seat(
            SYSTEM, seat_id=seats[2].pk, held_for="cán bộ nữ", review_on=date(2027, 6, 30)
        )
        content = (
            world.client(Role.LEADER).get(reverse("committee_print", args=[committee.pk])).content
        )
        rows = [
            [cell.text for cell in row.cells]
            for row in docx.Document(io.BytesIO(content)).tables[1].rows
        ]
        assert rows[1] == ["1", "Bí thư", "Phạm Thị Duyên", "01/07/2025", ""]
        assert (
            rows[2][4] == "khuyết"
            and rows[3][4] == "để khuyết vì cơ cấu: cán bộ nữ; xem lại 30/06/2027"
        )

    def test_the_page_costs_the_same_with_one_holder_and_with_many(self, world, committee, seats):
        client, address = (
            world.client(Role.OFFICER),
            reverse("committee_detail", args=[committee.pk]),
        )

        def cost():
            client.get(address)
            with CaptureQueriesContext(connection) as queries_made:
                client.get(address)
            return len(queries_made)

        sit(world, seats[0])
        few = cost()
        people = staff(world, world.units["ubnd"], [f"Lê Văn {chr(97 + n)}" for n in range(20)])
        for person in people:
            seat = committees.add_seat(
                SYSTEM, committee_id=committee.pk, name="Ủy viên", opened_on=SINCE, excess_basis="x"
            )
            seatings.seat_person(SYSTEM, seat_id=seat.pk, person_id=person.pk, valid_from=SINCE)
        assert cost() == few


def test_every_standing_has_its_words_in_print():
    from thenchot.people.staffing.printing import WORDS

    assert set(WORDS) == set(SeatStanding) - {SeatStanding.CLOSED}

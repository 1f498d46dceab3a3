"""Terms, committees and their seats, without the people in them."""

from datetime import date

import pytest

from thenchot.kernel.decision import Refused
from thenchot.organisation.enums import SeatState
from thenchot.organisation.models import Committee, Seat, Term
from thenchot.organisation.queries.committees import (
    get_committee,
    get_seat,
    get_term,
    list_committees,
    list_terms,
)
from thenchot.organisation.services import committees
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.postgres
STARTS, ENDS = date(2025, 7, 1), date(2030, 6, 30)


def term_of(unit, actor=SYSTEM, **fields):
    usual = {"name": "Đảng bộ 2025 - 2030", "starts_on": STARTS, "ends_on": ENDS}
    return committees.open_term(actor, unit_id=unit.pk, **usual | fields)


@pytest.fixture
def term(world):
    return term_of(world.ward)


def opened(term, actor=SYSTEM, **fields):
    usual = {
        "kind": "standing",
        "name": "Ban Thường vụ Đảng ủy",
        "approved_seats": 3,
        "basis": "Đề án nhân sự",
    }
    return committees.open_committee(actor, term_id=term.pk, **usual | fields)


def rule_of(error):
    return error.value.decision.reasons[0].rule


class TestTerm:
    def test_opened_by_the_officer(self, world):
        assert term_of(world.ward, world.actor(Role.OFFICER)).unit == world.ward

    @pytest.mark.parametrize(
        ("unit", "fields", "rule"),
        [
            (lambda world: world.units["ubnd"], {}, "term.home"),
            (lambda world: world.ward, {"ends_on": STARTS}, "term.dates"),
        ],
    )
    def test_refused(self, world, unit, fields, rule):
        with pytest.raises(Refused) as error:
            term_of(unit(world), **fields)
        assert rule_of(error) == rule and not Term.objects.exists()

    def test_a_name_stands_once(self, world, term):
        with pytest.raises(Refused) as error:
            term_of(world.ward)
        assert rule_of(error) == "term.taken"

    @pytest.mark.parametrize("role", [role for role in Role if role != Role.OFFICER])
    def test_others_may_not(self, world, role):
        with pytest.raises(Refused):
            term_of(world.ward, world.actor(role))


class TestCommittee:
    def test_its_seats_are_called_as_usual(self, term):
        names = [seat.name for seat in opened(term).seats.order_by("number")]
        assert names == ["Bí thư", "Phó Bí thư", "Ủy viên Ban Thường vụ"]

    def test_one_of_another_kind_has_members(self, term):
        assert {
            seat.name for seat in opened(term, kind="other", name="Ban chỉ đạo").seats.all()
        } == {"Thành viên"}

    def test_seats_begin_with_the_term_and_are_vacant(self, term):
        assert {(seat.opened_on, seat.state) for seat in opened(term).seats.all()} == {
            (STARTS, "open")
        }

    @pytest.mark.parametrize(
        ("fields", "rule"),
        [({"name": " "}, "committee.name"), ({"approved_seats": 0}, "committee.approved")],
    )
    def test_refused(self, term, fields, rule):
        with pytest.raises(Refused) as error:
            opened(term, **fields)
        assert rule_of(error) == rule and not Committee.objects.exists()

    def test_a_name_stands_once_a_term(self, world, term):
        opened(term)
        with pytest.raises(Refused) as error:
            opened(term)
        assert rule_of(error) == "committee.taken"
        assert opened(term_of(world.ward, name="2030 - 2035")).pk

    def test_a_smaller_approved_number_leaves_the_seats(self, world, term):
        committee = opened(term)
        committees.correct_committee(
            SYSTEM, committee_id=committee.pk, name=committee.name, approved_seats=2, basis="QĐ 9"
        )
        assert committee.seats.count() == 3 and Committee.objects.get().approved_seats == 2
        assert Event.objects.get(name="committee_corrected").facts["before"] == 3

    def test_its_body_is_seen_by_who_keeps_it(self, world, term):
        body = world.units["ban thường vụ"]
        committee = opened(term, body_id=body.pk)
        assert committee.body == body
        with pytest.raises(NotVisible):
            opened(
                term, world.actor(Role.OFFICER), name="Khác", body_id=world.other_units["ubnd"].pk
            )

    def test_a_stranger_s_term_is_not_there(self, world, term):
        with pytest.raises(NotVisible):
            opened(term, world.actor(Role.OFFICER, world.other_ward))


class TestSeats:
    def test_beyond_the_approved_number_only_with_a_document(self, term):
        committee = opened(term)
        with pytest.raises(Refused) as error:
            committees.add_seat(SYSTEM, committee_id=committee.pk, name="Ủy viên")
        assert rule_of(error) == "seat.approved"
        seat = committees.add_seat(
            SYSTEM, committee_id=committee.pk, name="Ủy viên", excess_basis="CV 12-CV/TU"
        )
        assert (seat.number, seat.excess_basis) == (4, "CV 12-CV/TU")

    def test_within_it_no_document_is_kept(self, term):
        committee = opened(term)
        first = committee.seats.order_by("number").first()
        committees.close_seat(SYSTEM, seat_id=first.pk, is_filled=False, on=date(2026, 1, 1))
        seat = committees.add_seat(
            SYSTEM, committee_id=committee.pk, name="Ủy viên", excess_basis="CV 12"
        )
        assert (seat.number, seat.excess_basis) == (4, "")

    def test_held_and_released(self, term):
        seat = opened(term).seats.last()
        held = committees.hold_seat(
            SYSTEM,
            seat_id=seat.pk,
            is_filled=False,
            held_for="cán bộ nữ",
            review_on=date(2099, 1, 1),
        )
        assert (held.state, held.held_for) == ("held", "cán bộ nữ")
        free = committees.release_seat(SYSTEM, seat_id=seat.pk)
        assert (free.state, free.held_for, free.review_on) == ("open", "", None)
        assert Event.objects.get(name="seat_released").facts["held_for"] == "cán bộ nữ"

    def test_filled_it_is_neither_held_nor_closed(self, term):
        seat = opened(term).seats.last()
        for step in (
            lambda: committees.hold_seat(
                SYSTEM, seat_id=seat.pk, is_filled=True, held_for="x", review_on=date(2099, 1, 1)
            ),
            lambda: committees.close_seat(
                SYSTEM, seat_id=seat.pk, is_filled=True, on=date(2026, 1, 1)
            ),
        ):
            with pytest.raises(Refused) as error:
                step()
            assert rule_of(error) == "seat.filled"

    def test_closed_it_says_so(self, term):
        committee = opened(term)
        seat = committee.seats.last()
        committees.close_seat(SYSTEM, seat_id=seat.pk, is_filled=False, on=date(2026, 1, 1))
        seat.refresh_from_db()
        assert seat.state == SeatState.CLOSED

    def test_named_with_the_title_it_stands_for(self, world, term):
        from thenchot.organisation.models import Title

        seat, title = (
            opened(term).seats.first(),
            Title.objects.get(unit=None, code="party_secretary"),
        )
        assert (
            committees.name_seat(
                SYSTEM, seat_id=seat.pk, name="Bí thư Đảng ủy", title_id=title.pk
            ).title
            == title
        )
        with pytest.raises(NotVisible):
            committees.name_seat(SYSTEM, seat_id=seat.pk, name="x", title_id=987654)


class TestScope:
    def test_seen_inside_the_ward_and_nowhere_else(self, world, term):
        committee = opened(term)
        inside = world.actor(Role.STAFF, world.units["phòng văn hóa"])
        assert get_committee(inside, committee.pk) == committee and list(list_terms(inside)) == [
            term
        ]
        stranger = world.actor(Role.OFFICER, world.other_ward)
        assert list(list_committees(stranger)) == list(list_terms(stranger)) == []
        for look in (
            lambda: get_committee(stranger, committee.pk),
            lambda: get_term(stranger, term.pk),
            lambda: get_seat(stranger, committee.seats.first().pk),
        ):
            with pytest.raises(NotVisible):
                look()

    def test_whoever_may_not_keep_posts_changes_no_seat(self, world, term):
        seat = opened(term).seats.first()
        with pytest.raises(Refused):
            committees.name_seat(world.actor(Role.LEADER), seat_id=seat.pk, name="x")
        assert Seat.objects.get(pk=seat.pk).name == "Bí thư"

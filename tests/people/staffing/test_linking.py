"""Appointments tied to titles and positions; people of an ended unit who go on in its heir."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.worlds import staff

from thenchot.kernel.decision import Refused
from thenchot.organisation.models import Title
from thenchot.organisation.services import merge_units, schemes
from thenchot.people.models import Appointment
from thenchot.people.staffing import linking
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.postgres
TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("THENCHOT_TODAY", TODAY.isoformat())


def say(person, title):
    Appointment.objects.filter(person=person).update(title=title)


@pytest.fixture
def position(world):
    scheme = schemes.begin_scheme(SYSTEM, unit_id=world.units["ubnd"].pk, name="Đề án")
    fields = {
        "unit_id": scheme.unit_id,
        "code": "CM-03",
        "name": "Văn thư",
        "group": "professional",
    }
    made = schemes.put_position(SYSTEM, scheme_id=scheme.pk, **fields)
    schemes.submit_scheme(SYSTEM, scheme_id=scheme.pk)
    schemes.approve_scheme(
        SYSTEM, scheme_id=scheme.pk, decision="QĐ 1", valid_from=date(2026, 7, 1)
    )
    return made


class TestTitles:
    def test_texts_that_say_and_mean_the_same_are_one_group(self, world):
        staff(world, world.units["ubnd"], ["Lê Văn A", "Lê Văn B"])
        staff(world, world.units["phòng văn hóa"], ["Lê Văn C"])
        groups = {group.text: group for group in linking.unlinked_titles(world.ward)}
        assert (groups["Chuyên viên"].count, groups["Chuyên viên"].guess.code) == (3, "specialist")
        assert sorted(groups["Chuyên viên"].places) == [
            "Phòng Văn hóa - Xã hội",
            "Ủy ban nhân dân phường",
        ]
        assert groups["Trưởng đơn vị"].guess is None and groups["Trưởng đơn vị"].count == 7

    def test_the_same_text_in_two_bodies_may_mean_two_titles(self, world):
        for key in ("ubnd", "mặt trận"):
            say(world.people[key], "Chủ tịch")
        meant = {
            group.guess.code
            for group in linking.unlinked_titles(world.ward)
            if group.text == "Chủ tịch"
        }
        assert meant == {"people_chair", "front_chair"}
        linking.link_surely(SYSTEM, home_id=world.ward.pk)
        assert world.people["mặt trận"].appointments.get().title_ref.code == "front_chair"
        assert world.people["ubnd"].appointments.get().title_ref.code == "people_chair"

    def test_what_the_decision_says_stays(self, world):
        say(world.people["ubnd"], "CT UBND")
        linking.link_surely(SYSTEM, home_id=world.ward.pk)
        assert world.people["ubnd"].appointments.get().title == "CT UBND"

    def test_a_person_chooses_where_the_machine_does_not_know(self, world):
        group = linking.unlinked_titles(world.ward)[0]
        title = Title.objects.get(unit=None, code="division_head")
        assert (
            linking.link_titles(
                world.actor(Role.OFFICER), home_id=world.ward.pk, choices={group.key: title.pk}
            )
            == 7
        )
        assert linking.unlinked_titles(world.ward) == []
        assert Event.objects.get(name="titles_linked").facts["appointments"] == 7

    def test_a_title_that_does_not_serve_here_ties_nothing(self, world):
        group = linking.unlinked_titles(world.ward)[0]
        assert (
            linking.link_titles(
                SYSTEM, home_id=world.ward.pk, choices={group.key: 987654, "nonsense": 1}
            )
            == 0
        )

    def test_another_ward_is_left_alone(self, world):
        say(world.other_people["ubnd"], "CT UBND")
        linking.link_surely(SYSTEM, home_id=world.ward.pk)
        assert world.other_people["ubnd"].appointments.get().title_ref is None

    @pytest.mark.parametrize("role", [role for role in Role if role != Role.OFFICER])
    def test_only_the_officer_ties(self, world, role):
        with pytest.raises(Refused):
            linking.link_titles(world.actor(role), home_id=world.ward.pk, choices={})

    def test_a_thousand_texts_cost_two_reads(self, world):
        people = staff(world, world.units["ubnd"], [f"Lê Văn {chr(97 + n)}" for n in range(20)])
        for n, person in enumerate(people):
            say(person, f"Chuyên viên {n}")
        with CaptureQueriesContext(connection) as queries:
            assert len(linking.unlinked_titles(world.ward)) == 21
        assert len(queries) == 2

    def test_on_the_page_the_guess_is_chosen_and_confirmed(self, world):
        say(world.people["ubnd"], "CT UBND")
        client = world.client(Role.OFFICER)
        page = client.get("/units/titles/link/").content.decode()
        group = next(g for g in linking.unlinked_titles(world.ward) if g.text == "CT UBND")
        assert f'name="t-{group.key}"' in page and f'value="{group.guess.pk}" selected' in page
        answer = client.post(
            "/units/titles/link/",
            {f"t-{group.key}": group.guess.pk, "t-x": "", "t-y": "abc"},
            follow=True,
        )
        assert "Đã gắn chức danh cho 1 vị trí" in answer.content.decode()

    def test_when_all_are_tied_the_page_says_so(self, world):
        Appointment.objects.update(title_ref=Title.objects.get(unit=None, code="specialist"))
        assert (
            "Mọi vị trí công tác đã có chức danh"
            in world.client(Role.OFFICER).get("/units/titles/link/").content.decode()
        )


class TestPositions:
    def link(self, world, position, key="ubnd", actor=SYSTEM, **fields):
        seat = world.people[key].appointments.get()
        return linking.link_position(
            actor, appointment_id=seat.pk, position_id=position and position.pk, **fields
        )

    def test_tied_it_is_held(self, world, position):
        seat = self.link(world, position, actor=world.actor(Role.OFFICER))
        assert list(linking.holders_of(position, TODAY)) == [seat]
        assert linking.holder_counts(SYSTEM, [position.pk], TODAY) == {position.pk: "1"}

    def test_beyond_the_approved_number_only_with_a_reason(self, world, position):
        self.link(world, position)
        with pytest.raises(Refused) as error:
            self.link(world, position, "phòng văn hóa")
        assert error.value.decision.reasons[0].rule == "position.full"
        self.link(world, position, "phòng văn hóa", reason="CV 12 cho phép")
        assert linking.holder_counts(SYSTEM, [position.pk], TODAY) == {position.pk: "2 (thừa 1)"}

    def test_tied_again_to_the_same_is_no_excess(self, world, position):
        self.link(world, position)
        assert self.link(world, position).position == position

    def test_untied(self, world, position):
        self.link(world, position)
        assert self.link(world, None).position is None
        assert linking.holder_counts(SYSTEM, [position.pk], TODAY) == {position.pk: "0 (thiếu 1)"}

    def test_a_position_of_another_agency_is_not_there(self, world, position):
        with pytest.raises(NotVisible):
            self.link(world, position, "mặt trận")

    def test_holders_stay_when_the_next_version_is_approved(self, world, position):
        self.link(world, position)
        second = schemes.begin_scheme(SYSTEM, unit_id=world.units["ubnd"].pk, name="Đề án")
        schemes.submit_scheme(SYSTEM, scheme_id=second.pk)
        schemes.approve_scheme(
            SYSTEM, scheme_id=second.pk, decision="QĐ 2", valid_from=date(2026, 10, 1)
        )
        again = second.positions.get()
        assert [seat.person for seat in linking.holders_of(again, TODAY)] == [world.people["ubnd"]]
        assert linking.holder_counts(SYSTEM, [again.pk], TODAY) == {again.pk: "1"}

    def test_a_title_of_the_position_names_the_appointment(self, world, position):
        title = Title.objects.get(unit=None, code="records_clerk")
        type(position).objects.filter(pk=position.pk).update(title=title)
        assert self.link(world, position).title_ref == title

    def test_from_the_page_of_the_position(self, world, position):
        client, seat = world.client(Role.OFFICER), world.people["ubnd"].appointments.get()
        answer = client.post(
            reverse("position_fill", args=[position.pk]), {"appointment": seat.pk}, follow=True
        )
        assert "Phạm Thị Duyên" in answer.content.decode() and "1 / 1" in answer.content.decode()
        assert (
            "Đang giữ"
            in client.get(reverse("scheme_detail", args=[position.scheme_id])).content.decode()
        )

    def test_from_the_page_of_the_person(self, world, position):
        client, seat = world.client(Role.OFFICER), world.people["ubnd"].appointments.get()
        address = reverse("appointment_position", args=[seat.pk])
        assert "CM-03 Văn thư" in client.get(address).content.decode()
        client.post(address, {"position": position.pk})
        seat.refresh_from_db()
        assert seat.position == position

    def test_a_refusal_stands_on_the_form(self, world, position):
        self.link(world, position)
        seat = world.people["phòng văn hóa"].appointments.get()
        answer = world.client(Role.OFFICER).post(
            reverse("appointment_position", args=[seat.pk]), {"position": position.pk}
        )
        assert "được duyệt 1 người, đang có 1" in answer.content.decode()


class TestEndedUnits:
    @pytest.fixture
    def ended(self, world):
        unit, heir = world.units["mặt trận"], world.units["ban xây dựng đảng"]
        merge_units(SYSTEM, unit_ids=[unit.pk], heir_id=heir.pk, on=date(2026, 3, 1))
        unit.refresh_from_db()
        return unit, heir

    def move(self, ended, seats, actor=SYSTEM):
        return linking.move_appointments(
            actor,
            unit_id=ended[0].pk,
            heir_id=ended[1].pk,
            appointment_ids=[seat.pk for seat in seats],
        )

    def test_the_seat_ends_with_the_unit_and_goes_on_in_the_heir(self, world, ended):
        person = world.people["mặt trận"]
        say(person, "Chủ tịch UBMTTQ")
        linking.link_surely(SYSTEM, home_id=world.ward.pk)
        assert self.move(ended, [person.appointments.get()]) == 1
        old, new = person.appointments.order_by("valid_from")
        assert (old.valid_to, new.valid_from, new.unit) == (
            date(2026, 2, 28),
            date(2026, 3, 1),
            ended[1],
        )
        assert (new.title, new.title_ref.code, new.is_head, new.is_primary) == (
            "Chủ tịch UBMTTQ",
            "front_chair",
            False,
            True,
        )

    def test_only_who_was_chosen_moves(self, world, ended):
        more = staff(world, ended[1], ["Lê Văn A"])[0]
        assert (
            self.move(ended, [more.appointments.get()]) == 0
            and more.appointments.get().valid_to is None
        )

    def test_from_the_page_of_what_is_left(self, world, ended):
        client, seat = world.client(Role.OFFICER), world.people["mặt trận"].appointments.get()
        address = reverse("unit_followup", args=[ended[0].pk])
        assert "Hoàng Đình Dư" in client.get(address).content.decode()
        data = {"heir": ended[1].pk, "appointments": [seat.pk]}
        answer = client.post(reverse("appointments_move", args=[ended[0].pk]), data, follow=True)
        assert (
            "Đã chuyển 1 người" in answer.content.decode()
            and "Không còn ai" in answer.content.decode()
        )

    def test_nobody_chosen_is_told(self, world, ended):
        answer = world.client(Role.OFFICER).post(
            reverse("appointments_move", args=[ended[0].pk]), {"heir": ended[1].pk}, follow=True
        )
        assert world.people["mặt trận"].appointments.get().valid_to is None
        assert "messages" in answer.content.decode()

    def test_a_person_who_began_after_the_end_moves_from_then(self, world, ended):
        seat = world.people["mặt trận"].appointments.get()
        Appointment.objects.filter(pk=seat.pk).update(valid_from=date(2026, 5, 1))
        self.move(ended, [seat])
        assert world.people["mặt trận"].appointments.get(valid_to=None).valid_from == date(
            2026, 5, 2
        )

"""People enter, take seats, leave them; who may do it and what is refused."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.worlds import SINCE, account_with

from thenchot.kernel.decision import Refused
from thenchot.people import services
from thenchot.people.models import Appointment, Person
from thenchot.people.queries import get_person, heads_of, may_see_private, people_of, person_of
from thenchot.platform.accounts.signals import account_opened
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.platform.scope.roles import Role


def enter(world, name="Lê Văn An", unit="ubnd", **fields):
    return services.create_person(SYSTEM, full_name=name, unit_id=world.units[unit].pk, **fields)


def rule(error):
    return error.value.decision.reasons[0].rule


class TestCreate:
    def test_with_a_title_takes_a_seat(self, world):
        person = enter(world, title="Chuyên viên", valid_from=date(2026, 1, 5))
        seat = person.appointments.get()
        assert (seat.unit, seat.title, seat.valid_from, seat.is_primary) == (
            world.units["ubnd"],
            "Chuyên viên",
            date(2026, 1, 5),
            True,
        )

    def test_without_a_seat_is_seen_where_registered(self, world):
        person = enter(world)
        assert get_person(world.actor(Role.OFFICER), person.pk) == person
        with pytest.raises(NotVisible):
            get_person(world.actor(Role.OFFICER, world.other_ward), person.pk)

    def test_name_in_capitals_gets_its_letters_back(self, world):
        assert enter(world, "  NGUYỄN  THỊ HÀ ").full_name == "Nguyễn Thị Hà"

    def test_event_names_no_private_value(self, world):
        person = enter(world, born_on=date(1980, 5, 12), email="an@example.vn")
        facts = str(Event.objects.get(name="person_created", subject_id=str(person.pk)).facts)
        assert "1980" not in facts and "example" not in facts

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"name": "  "}, "person.name"),
            ({"born_on": date(1900, 1, 1)}, "person.born"),
            ({"born_on": date(2999, 1, 1)}, "person.born"),
        ],
    )
    def test_refused(self, world, fields, expected):
        with pytest.raises(Refused) as error:
            enter(world, **fields)
        assert rule(error) == expected

    def test_a_code_belongs_to_one_person(self, world):
        enter(world, code="CB01")
        with pytest.raises(Refused) as error:
            enter(world, "Lê Bình", code="CB01")
        assert rule(error) == "person.code"

    @pytest.mark.parametrize("role", [r for r in Role if r != Role.OFFICER])
    def test_only_the_officer_may(self, world, role):
        with pytest.raises(Refused):
            services.create_person(
                world.actor(role), full_name="Lê An", unit_id=world.units["ubnd"].pk
            )


class TestSeats:
    def appoint(self, world, person, unit="mặt trận", **fields):
        fields = {"title": "Cán bộ", "valid_from": date(2026, 2, 1)} | fields
        return services.appoint(SYSTEM, person_id=person.pk, unit_id=world.units[unit].pk, **fields)

    def test_one_primary_seat_a_person(self, world):
        with pytest.raises(Refused) as error:
            self.appoint(world, world.people["ubnd"])
        assert rule(error) == "seat.one_primary"

    def test_a_further_seat_is_concurrent(self, world):
        seat = self.appoint(world, world.people["ubnd"], is_primary=False)
        assert world.people["ubnd"].appointments.filter(valid_to=None).count() == 2
        assert not seat.is_primary

    def test_one_head_a_unit(self, world):
        with pytest.raises(Refused) as error:
            self.appoint(world, enter(world), is_head=True)
        assert "Hoàng Đình Dư" in str(error.value)

    def test_before_the_unit_existed_is_refused(self, world):
        with pytest.raises(Refused) as error:
            self.appoint(world, enter(world), valid_from=date(2020, 1, 1))
        assert rule(error) == "seat.before_unit"

    def test_transfer_ends_the_old_seat_the_day_before(self, world):
        person = world.people["phòng văn hóa"]
        services.transfer(
            SYSTEM,
            person_id=person.pk,
            unit_id=world.units["mặt trận"].pk,
            title="Phó Chủ tịch",
            valid_from=date(2026, 3, 1),
        )
        new, old = person.appointments.all()
        assert (old.valid_to, new.valid_from) == (date(2026, 2, 28), date(2026, 3, 1))
        assert heads_of([world.units["phòng văn hóa"].pk], date(2026, 3, 1)) == {}

    def test_an_ended_seat_cannot_end_again(self, world):
        seat = world.people["ubnd"].appointments.get()
        ended = services.end_appointment(SYSTEM, appointment_id=seat.pk, on=date(2026, 1, 31))
        with pytest.raises(Refused) as error:
            services.end_appointment(SYSTEM, appointment_id=ended.pk, on=date(2026, 2, 1))
        assert rule(error) == "seat.ended"

    def test_what_the_file_said_before_the_end_stays(self, world):
        seat = world.people["ubnd"].appointments.get()
        ended = services.end_appointment(SYSTEM, appointment_id=seat.pk, on=date(2026, 1, 31))
        before = Appointment.history.get(pk=seat.pk)
        assert (before.valid_to, before.replaced_at == ended.recorded_at, ended.replaces_id) == (
            None,
            True,
            seat.pk,
        )

    def test_one_primary_seat_on_any_day_also_a_past_one(self, world):
        person, there = world.people["ubnd"], world.units["mặt trận"].pk
        seat = person.appointments.get()
        services.end_appointment(SYSTEM, appointment_id=seat.pk, on=date(2026, 1, 31))
        with pytest.raises(Refused) as error:
            services.appoint(
                SYSTEM, person_id=person.pk, unit_id=there, title="x", valid_from=date(2026, 1, 31)
            )
        assert rule(error) == "seat.one_primary"
        services.appoint(
            SYSTEM, person_id=person.pk, unit_id=there, title="x", valid_from=date(2026, 2, 1)
        )

    def test_a_seat_cannot_end_before_it_began(self, world):
        with pytest.raises(Refused) as error:
            services.end_appointment(
                SYSTEM,
                appointment_id=world.people["ubnd"].appointments.get().pk,
                on=date(2025, 1, 1),
            )
        assert rule(error) == "seat.ends_before_start"

    def test_whoever_left_stays_findable(self, world):
        person = world.people["ubnd"]
        services.end_appointment(
            SYSTEM, appointment_id=person.appointments.get().pk, on=date(2026, 1, 31)
        )
        assert get_person(world.actor(Role.OFFICER), person.pk) == person

    def test_on_a_past_day_the_seats_of_that_day(self, world):
        services.end_appointment(
            SYSTEM, appointment_id=world.people["ubnd"].appointments.get().pk, on=date(2026, 1, 31)
        )
        unit = world.units["ubnd"]
        assert [
            len(people_of([unit.pk], on))
            for on in (date(2026, 1, 31), date(2026, 2, 1), date(2025, 6, 30))
        ] == [1, 0, 0]

    @pytest.mark.postgres
    def test_the_database_itself_holds_one_primary_and_one_head(self, world):
        seat = world.people["ubnd"].appointments.get()
        common = {"unit": seat.unit, "title": "x", "valid_from": SINCE}
        for fields in (
            {"person": seat.person, "is_primary": True},
            {"person": world.people["mặt trận"], "is_primary": False, "is_head": True},
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                Appointment.objects.create(**common, **fields)


class TestCorrect:
    def test_the_trail_keeps_digests_never_values(self, world):
        person = enter(world, born_on=date(1980, 5, 12))
        services.correct_person(SYSTEM, person_id=person.pk, born_on=date(1981, 5, 12))
        facts = Event.objects.get(name="person_corrected").facts
        assert facts.keys() == {"born_on"} and "1981" not in str(facts)

    def test_a_new_name_is_found_and_sorted_anew(self, world):
        person = services.correct_person(SYSTEM, person_id=enter(world).pk, full_name="Lê Văn Ân")
        assert person.folded == " le van an"
        assert person.sort_key != enter(world, "Lê Văn An").sort_key

    def test_nothing_changed_leaves_no_event(self, world):
        services.correct_person(
            SYSTEM, person_id=world.people["ubnd"].pk, full_name="Phạm Thị Duyên"
        )
        assert not Event.objects.filter(name="person_corrected").exists()


class TestAccount:
    def test_person_of_an_account(self, world):
        account = world.account(Role.HEAD, world.units["ubnd"])
        assert person_of(account) is None
        services.link_account(SYSTEM, person_id=world.people["ubnd"].pk, account_id=account.pk)
        assert person_of(account) == person_of(account.pk) == world.people["ubnd"]

    def test_one_account_one_person(self, world):
        account = world.account(Role.HEAD, world.units["ubnd"])
        services.link_account(SYSTEM, person_id=world.people["ubnd"].pk, account_id=account.pk)
        with pytest.raises(Refused) as error:
            services.link_account(
                SYSTEM, person_id=world.people["mặt trận"].pk, account_id=account.pk
            )
        assert "Phạm Thị Duyên" in str(error.value)

    def test_an_account_opened_by_slip_is_linked(self, world):
        account = account_with(Role.STAFF, world.units["ubnd"])
        account_opened.send(
            sender=None, account=account, subject=f"people.person:{world.people['ubnd'].pk}"
        )
        assert person_of(account) == world.people["ubnd"]

    @pytest.mark.parametrize("subject", ["", "other:1", "people.person:999999"])
    def test_another_subject_links_nobody(self, world, subject):
        account = account_with(Role.STAFF, world.units["ubnd"])
        account_opened.send(sender=None, account=account, subject=subject)
        assert person_of(account) is None

    def test_whoever_signs_in_sees_the_own_birth_date_wherever_the_file_lies(self, world):
        account = account_with(Role.STAFF, world.other_units["ubnd"])
        services.link_account(SYSTEM, person_id=world.people["ubnd"].pk, account_id=account.pk)
        from thenchot.platform.scope.actor import actor_for

        assert may_see_private(
            actor_for(account), get_person(actor_for(account), world.people["ubnd"].pk)
        )


class TestPrivate:
    @pytest.mark.parametrize(
        ("role", "sees"),
        [
            (Role.OFFICER, True),
            (Role.LEADER, True),
            (Role.INSPECTOR, True),
            (Role.HEAD, True),
            (Role.ADMIN, False),
            (Role.STAFF, False),
            (Role.CLERK, False),
        ],
    )
    def test_who_reads_a_birth_date(self, world, role, sees):
        assert may_see_private(world.actor(role), world.people["ubnd"]) is sees


def test_person_with_only_a_year_has_the_first_of_january(world):
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(
            full_name="x", registered_in=world.ward, born_on=date(1980, 5, 12), born_year_only=True
        )

"""Where people are listed: kept by every service, exact in every scope, the same as the seats
themselves tell.
"""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.worlds import SINCE, account_with, staff

from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.services import create_unit, dissolve_unit, merge_units, move_unit
from thenchot.people import presence, services
from thenchot.people.access import SEE
from thenchot.people.models import Person, Presence
from thenchot.people.queries import list_ids, list_people, people_page
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import SYSTEM, actor_for
from thenchot.platform.scope.models import Grant
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.postgres
DIVISION = {"kind": UnitKind.DIVISION, "bloc": Bloc.GOVERNMENT, "valid_from": SINCE}


def homes(person) -> set[str]:
    return set(Presence.objects.filter(person=person).values_list("home__name", flat=True))


def actors(world):
    """Somebody over every kind of branch: the province, each commune, bodies, two communes at
    once.
    """
    branches = [
        world.city,
        world.ward,
        world.other_ward,
        world.units["ubnd"],
        world.units["phòng văn hóa"],
        world.other_units["mặt trận"],
    ]
    both = account_with(Role.OFFICER, world.ward)
    Grant.objects.create(
        account=both, role=Role.OFFICER, path=world.other_ward.path, starts_on=SINCE
    )
    return [*(world.actor(Role.OFFICER, unit) for unit in branches), actor_for(both), SYSTEM]


def check(world):
    """Every list is the scope, in its order; and working the rows out anew changes nothing."""
    for actor in actors(world):
        scope = list(Person.objects.visible_to(actor, SEE).order_by("sort_key", "pk"))
        assert list(list_people(actor)) == scope
        assert list(list_ids(actor)) == [person.pk for person in scope]
        assert list(people_page(actor, 1, 50)) == scope
    assert presence.refresh(Person.objects.values_list("pk", flat=True)) == 0


class TestServicesKeepIt:
    def test_a_seat_is_listed_in_the_commune_and_the_province(self, world):
        assert homes(world.people["phòng văn hóa"]) == {"Phường Đông Kinh", "Thành phố Bạch Hải"}
        check(world)

    def test_whoever_waits_for_a_seat_is_listed_where_registered(self, world):
        person = services.create_person(SYSTEM, full_name="Lê Chờ", unit_id=world.units["ubnd"].pk)
        assert homes(person) == {"Phường Đông Kinh", "Thành phố Bạch Hải"}
        check(world)

    def test_a_first_seat_elsewhere_takes_the_waiting_row_along(self, world):
        person = services.create_person(SYSTEM, full_name="Lê Chờ", unit_id=world.units["ubnd"].pk)
        services.appoint(
            SYSTEM,
            person_id=person.pk,
            unit_id=world.other_units["ubnd"].pk,
            title="Chuyên viên",
            valid_from=SINCE,
        )
        assert homes(person) == {"Phường Tân Lập", "Thành phố Bạch Hải"}
        check(world)

    def test_a_transfer_leaves_the_former_commune_a_row_of_the_past(self, world):
        person = world.people["phòng văn hóa"]
        services.transfer(
            SYSTEM,
            person_id=person.pk,
            unit_id=world.other_units["ubnd"].pk,
            title="Phó",
            valid_from=date(2026, 1, 1),
        )
        rows = dict(Presence.objects.filter(person=person).values_list("home__name", "is_present"))
        assert rows == {
            "Phường Đông Kinh": False,
            "Phường Tân Lập": True,
            "Thành phố Bạch Hải": True,
        }
        check(world)

    def test_an_ended_seat_is_no_presence(self, world):
        person = world.people["ubnd"]
        services.end_appointment(
            SYSTEM, appointment_id=person.appointments.get().pk, on=date(2026, 1, 31)
        )
        assert set(Presence.objects.filter(person=person).values_list("is_present", flat=True)) == {
            False
        }
        check(world)

    def test_a_new_name_is_listed_anew(self, world):
        services.correct_person(SYSTEM, person_id=world.people["ubnd"].pk, full_name="Phạm Thị Ân")
        assert [p.full_name for p in list_people(world.actor(Role.STAFF), q="pham an")] == [
            "Phạm Thị Ân"
        ]
        check(world)

    def test_a_province_that_registers_lists_only_there(self, world):
        assert homes(
            services.create_person(SYSTEM, full_name="Lê Tỉnh", unit_id=world.city.pk)
        ) == {"Thành phố Bạch Hải"}
        check(world)


class TestUnitsMove:
    def test_to_another_commune_with_everybody_in_it(self, world):
        unit = create_unit(
            SYSTEM, parent_id=world.units["ubnd"].pk, name="Đội quản lý chợ", **DIVISION
        )
        seated = staff(world, unit, ["Lê Ngồi"])[0]
        waiting = services.create_person(SYSTEM, full_name="Lê Chờ", unit_id=unit.pk)
        move_unit(
            SYSTEM, unit_id=unit.pk, parent_id=world.other_units["ubnd"].pk, on=date(2026, 1, 1)
        )
        assert homes(seated) == homes(waiting) == {"Phường Tân Lập", "Thành phố Bạch Hải"}
        check(world)

    def test_inside_the_commune_nothing_is_worked_out(self, world, django_assert_num_queries):
        with django_assert_num_queries(1):
            presence.follow_branch(
                world.units["phòng văn hóa"].path, f"{world.units['mặt trận'].path}9/"
            )

    def test_joined_with_a_unit_of_another_commune(self, world):
        inner = create_unit(
            SYSTEM, parent_id=world.units["mặt trận"].pk, name="Ban công tác", **DIVISION
        )
        person = staff(world, inner, ["Lê Trong"])[0]
        merge_units(
            SYSTEM,
            unit_ids=[world.units["mặt trận"].pk],
            heir_id=world.other_units["mặt trận"].pk,
            on=date(2026, 1, 1),
        )
        assert "Phường Tân Lập" in homes(person)
        check(world)


class TestScopeStaysExact:
    def test_a_unit_succeeded_across_the_border_shows_its_people_to_the_heir(self, world):
        services.end_appointment(
            SYSTEM,
            appointment_id=world.people["mặt trận"].appointments.get().pk,
            on=date(2026, 1, 31),
        )
        dissolve_unit(
            SYSTEM,
            unit_id=world.units["mặt trận"].pk,
            successor_id=world.other_units["mặt trận"].pk,
            on=date(2026, 1, 31),
        )
        other = world.actor(Role.OFFICER, world.other_ward)
        assert presence.homes_of_actor(other, SEE) is None
        assert world.people["mặt trận"] in list_people(other)
        check(world)

    def test_the_own_file_elsewhere_is_in_the_own_list(self, world):
        account = world.account(Role.STAFF)
        services.link_account(
            SYSTEM, person_id=world.other_people["ubnd"].pk, account_id=account.pk
        )
        assert world.other_people["ubnd"] in list_people(actor_for(account))

    def test_which_branches_read_the_index(self, world):
        ward, city = [world.ward.pk], [world.city.pk]
        answers = [presence.homes_of_actor(actor, SEE) for actor in actors(world)]
        assert answers[:6] == [city, ward, [world.other_ward.pk], None, None, None]
        assert answers[7] is None

    def test_nobody_without_the_permission(self, world):
        assert list(list_people(world.actor(Role.GUEST))) == []

    def test_a_branch_inside_another_adds_nothing(self, world):
        account = account_with(Role.OFFICER, world.ward)
        Grant.objects.create(
            account=account, role=Role.OFFICER, path=world.units["ubnd"].path, starts_on=SINCE
        )
        assert presence.homes_of_actor(actor_for(account), SEE) == [world.ward.pk]


class TestByTheDay:
    def test_a_seat_that_begins_or_ends_by_itself(self, world, monkeypatch):
        person, tomorrow = world.people["ubnd"], today() + timedelta(days=1)
        services.end_appointment(SYSTEM, appointment_id=person.appointments.get().pk, on=today())
        other = services.create_person(
            SYSTEM, full_name="Lê Mai", unit_id=world.ward.pk, title="x", valid_from=tomorrow
        )
        assert [
            set(Presence.objects.filter(person=p).values_list("is_present", flat=True))
            for p in (person, other)
        ] == [{True}, {False}]
        monkeypatch.setattr(presence, "today", lambda: tomorrow)
        assert presence.refresh_by_day() == 4
        assert [
            set(Presence.objects.filter(person=p).values_list("is_present", flat=True))
            for p in (person, other)
        ] == [{False}, {True}]
        assert presence.refresh_by_day() == 0


class TestCost:
    def test_a_hundred_people_cost_what_one_costs(self, world):
        people = staff(world, world.units["ubnd"], [f"Lê Văn A{n}" for n in range(100)])
        costs = []
        for some in (people[:1], people):
            Presence.objects.filter(person__in=some).update(folded="")
            with CaptureQueriesContext(connection) as queries:
                assert presence.refresh([p.pk for p in some]) == 2 * len(some)
            costs.append(len(queries) - sum("UPDATE" in q["sql"] for q in queries))
        assert costs[0] == costs[1]

    def test_the_list_reads_people_in_the_order_of_the_index(self, world):
        if connection.vendor != "sqlite":
            pytest.skip("the plan of SQLite")
        people = list_people(world.actor(Role.OFFICER), q="le an")
        plan = people.prefetch_related(None).explain()
        assert "presence_order" in plan and "TEMP B-TREE" not in plan, plan

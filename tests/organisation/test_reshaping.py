"""Units joined and divided: who succeeds whom, what follows, what stays readable."""

from datetime import date

import pytest
from tests.worlds import SINCE

from thenchot.kernel.decision import Refused
from thenchot.organisation import services
from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.models import Alias, Unit, UnitLink
from thenchot.organisation.queries import (
    forebears_of,
    get_unit,
    grants_left,
    heirs_of,
    match_bodies,
    organisation_chart,
)
from thenchot.organisation.services.duties import give_duty, move_duties, put_duty
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.postgres
ON = date(2026, 3, 1)
LAST = date(2026, 2, 28)


def make(world, name, parent=None, kind=UnitKind.DIVISION):
    fields = {"kind": kind, "bloc": Bloc.GOVERNMENT, "valid_from": SINCE}
    return services.create_unit(
        SYSTEM, parent_id=(parent or world.units["ubnd"]).pk, name=name, **fields
    )


@pytest.fixture
def rooms(world):
    return make(world, "Phòng Kinh tế"), make(world, "Phòng Hạ tầng")


def join(rooms, **fields):
    new = {
        "parent_id": rooms[0].parent_id,
        "name": "Phòng Kinh tế, Hạ tầng",
        "kind": UnitKind.DIVISION,
        "bloc": Bloc.GOVERNMENT,
    }
    usual = {"unit_ids": [room.pk for room in rooms], "on": ON, "basis": "Nghị định 370/2025/NĐ-CP"}
    return services.merge_units(
        SYSTEM, **usual | ({"new": new} if "heir_id" not in fields else {}) | fields
    )


class TestJoin:
    def test_into_a_new_unit(self, rooms):
        heir = join(rooms)
        for room in rooms:
            room.refresh_from_db()
            assert (room.valid_to, room.successor) == (LAST, heir)
        assert (heir.valid_from, set(forebears_of(heir))) == (ON, set(rooms))

    def test_into_one_that_goes_on(self, rooms):
        heir = join(rooms[1:], heir_id=rooms[0].pk)
        rooms[0].refresh_from_db()
        assert heir == rooms[0] and rooms[0].valid_to is None
        assert list(forebears_of(heir)) == [rooms[1]]

    def test_the_heir_among_the_sources_is_only_the_heir(self, rooms):
        assert join(rooms, heir_id=rooms[0].pk) == rooms[0]
        assert UnitLink.objects.count() == 1

    def test_the_new_one_may_take_the_name_of_an_old_one(self, rooms):
        new = {
            "parent_id": rooms[0].parent_id,
            "name": "Phòng Kinh tế",
            "kind": UnitKind.DIVISION,
            "bloc": Bloc.GOVERNMENT,
        }
        assert join(rooms, new=new).name == "Phòng Kinh tế"

    def test_units_below_move_to_the_heir(self, world, rooms):
        team = make(world, "Tổ thủy lợi", rooms[0])
        heir = join(rooms)
        team.refresh_from_db()
        assert team.parent == heir and team.path.startswith(heir.path)

    def test_names_of_documents_mean_the_heir(self, world, rooms):
        services.remember_alias(
            SYSTEM, home_id=world.ward.pk, text="Khối kinh tế", unit_ids=[room.pk for room in rooms]
        )
        heir = join(rooms)
        assert list(match_bodies(world.ward, ["Khối kinh tế"], ON)["Khối kinh tế"]) == [heir]
        assert Alias.objects.get().units.count() == 3

    def test_the_chart_shows_each_day_its_units(self, world, rooms):
        join(rooms)
        names = lambda on: {node.unit.name for node in organisation_chart(SYSTEM, on)}  # noqa: E731
        assert {"Phòng Kinh tế", "Phòng Hạ tầng"} <= names(
            LAST
        ) and "Phòng Kinh tế, Hạ tầng" not in names(LAST)
        assert "Phòng Kinh tế, Hạ tầng" in names(ON) and "Phòng Hạ tầng" not in names(ON)

    def test_who_sees_the_heir_still_reads_the_old_ones(self, world, rooms):
        heir = join(rooms)
        head = world.actor(Role.HEAD, heir)
        assert [get_unit(head, room.pk) for room in rooms] == list(rooms)
        with pytest.raises(NotVisible):
            get_unit(world.actor(Role.HEAD, world.units["mặt trận"]), rooms[0].pk)

    def test_what_had_ended_inside_an_old_one_is_read_along_with_it(self, world, rooms):
        team = make(world, "Tổ thủy lợi", rooms[0])
        services.dissolve_unit(SYSTEM, unit_id=team.pk, on=date(2025, 12, 31))
        heir = join(rooms)
        assert get_unit(world.actor(Role.HEAD, heir), team.pk) == team
        with pytest.raises(NotVisible):
            get_unit(world.actor(Role.HEAD, world.units["mặt trận"]), team.pk)

    def test_it_leaves_one_event_with_its_basis(self, rooms):
        heir = join(rooms)
        event = Event.objects.get(name="units_joined")
        assert (
            event.subject_id == str(heir.pk) and event.facts["basis"] == "Nghị định 370/2025/NĐ-CP"
        )
        assert sorted(event.facts["units"]) == sorted(room.pk for room in rooms)

    @pytest.mark.parametrize(
        ("pick", "fields", "rule"),
        [
            (lambda rooms: rooms[:1], {}, "unit.one_only"),
            (lambda rooms: [], {}, "unit.nothing_to_join"),
            (lambda rooms: rooms, {"on": SINCE}, "unit.before_start"),
        ],
    )
    def test_refused_nothing_happens(self, rooms, pick, fields, rule):
        with pytest.raises(Refused) as error:
            join(rooms, unit_ids=[room.pk for room in pick(rooms)], **fields)
        assert error.value.decision.reasons[0].rule == rule
        assert (
            not UnitLink.objects.exists()
            and not Unit.objects.filter(valid_to__isnull=False).exists()
        )

    def test_two_teams_of_the_same_name_stop_everything(self, world, rooms):
        for room in rooms:
            make(world, "Tổ 1", room)
        with pytest.raises(Refused) as error:
            join(rooms)
        assert (
            "Tổ 1" in str(error.value) and not Unit.objects.filter(valid_to__isnull=False).exists()
        )

    def test_a_foreign_unit_is_as_if_it_did_not_exist(self, world, rooms):
        with pytest.raises(NotVisible):
            services.merge_units(
                world.actor(Role.OFFICER),
                unit_ids=[world.other_units["ubnd"].pk],
                heir_id=rooms[0].pk,
                on=ON,
            )

    @pytest.mark.parametrize("role", [r for r in Role if r not in (Role.ADMIN, Role.OFFICER)])
    def test_others_may_not(self, world, rooms, role):
        with pytest.raises(Refused):
            services.merge_units(
                world.actor(role), unit_ids=[rooms[0].pk], heir_id=rooms[1].pk, on=ON
            )


class TestDivide:
    def divide(self, unit, *names, main=0, known=()):
        common = {"parent_id": unit.parent_id, "kind": UnitKind.DIVISION, "bloc": Bloc.GOVERNMENT}
        heirs = [{"name": name, **common} for name in names] + [one.pk for one in known]
        return services.split_unit(
            SYSTEM, unit_id=unit.pk, on=ON, basis="Quyết định số 5", heirs=heirs, main=main
        )

    def test_into_new_ones(self, rooms):
        first, second = self.divide(rooms[0], "Phòng Nông nghiệp", "Phòng Công Thương")
        rooms[0].refresh_from_db()
        assert (rooms[0].valid_to, rooms[0].successor) == (LAST, first)
        assert heirs_of(rooms[0]) == [first, second]

    def test_the_main_heir_answers_and_takes_the_units_below(self, world, rooms):
        team = make(world, "Tổ thủy lợi", rooms[0])
        _first, second = self.divide(rooms[0], "Phòng Nông nghiệp", "Phòng Công Thương", main=1)
        team.refresh_from_db()
        rooms[0].refresh_from_db()
        assert (
            team.parent == second
            and rooms[0].successor == second
            and heirs_of(rooms[0])[0] == second
        )

    def test_one_that_is_there_takes_a_part(self, rooms):
        new, known = self.divide(rooms[0], "Phòng Nông nghiệp", known=[rooms[1]])
        assert (
            known == rooms[1]
            and list(forebears_of(known)) == [rooms[0]]
            and heirs_of(rooms[0])[0] == new
        )

    def test_every_heir_reads_the_old_page(self, world, rooms):
        for heir in self.divide(rooms[0], "Phòng Nông nghiệp", "Phòng Công Thương"):
            assert get_unit(world.actor(Role.HEAD, heir), rooms[0].pk) == rooms[0]

    @pytest.mark.parametrize(("names", "rule"), [(["Một"], "unit.one_heir"), ([], "unit.one_heir")])
    def test_one_heir_is_no_division(self, rooms, names, rule):
        with pytest.raises(Refused) as error:
            self.divide(rooms[0], *names)
        assert error.value.decision.reasons[0].rule == rule

    def test_itself_is_no_heir(self, rooms):
        with pytest.raises(Refused) as error:
            self.divide(rooms[0], "Phòng Nông nghiệp", known=[rooms[0]])
        assert error.value.decision.reasons[0].rule == "unit.own_successor"


class TestLeftBehind:
    def test_functions_go_to_the_heir_from_its_first_day(self, world, rooms):
        duty = put_duty(
            SYSTEM, unit_id=world.ward.pk, name="Quản lý chợ", basis="QĐ 1", valid_from=SINCE
        )
        holder = give_duty(SYSTEM, duty_id=duty.pk, unit_id=rooms[0].pk, valid_from=SINCE)
        heir = join(rooms)
        assert (
            move_duties(SYSTEM, unit_id=rooms[0].pk, heir_id=heir.pk, holder_ids=[holder.pk]) == 1
        )
        holder.refresh_from_db()
        new = duty.holders.get(unit=heir)
        assert (holder.valid_to, new.valid_from, new.is_responsible) == (LAST, ON, True)

    def test_what_the_heir_holds_already_is_not_doubled(self, world, rooms):
        duty = put_duty(
            SYSTEM, unit_id=world.ward.pk, name="Quản lý chợ", basis="QĐ 1", valid_from=SINCE
        )
        holders = [
            give_duty(SYSTEM, duty_id=duty.pk, unit_id=room.pk, valid_from=SINCE) for room in rooms
        ]
        heir = join(rooms)
        for room, holder in zip(rooms, holders, strict=True):
            move_duties(SYSTEM, unit_id=room.pk, heir_id=heir.pk, holder_ids=[holder.pk])
        assert duty.holders.filter(valid_to=None).get().unit == heir

    def test_roles_over_the_old_unit_are_told(self, world, rooms):
        account = world.account(Role.HEAD, rooms[0])
        join(rooms)
        assert [grant.account for grant in grants_left(rooms[0], ON)] == [account]

"""Units begin, change name, move and end; who may do it and what is refused."""

from datetime import date

import pytest
from tests.worlds import SINCE

from thenchot.kernel.decision import Refused
from thenchot.organisation import services
from thenchot.organisation.branches import FOLLOWERS, STAYS
from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import get_unit, list_units, organisation_chart
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.platform.scope.models import Grant
from thenchot.platform.scope.roles import Role


def make(world, parent, name="Trạm Y tế phường", kind=UnitKind.SERVICE, actor=SYSTEM, **fields):
    fields = {"valid_from": SINCE, "bloc": Bloc.SERVICE} | fields
    return services.create_unit(
        actor, parent_id=parent and parent.pk, name=name, kind=kind, **fields
    )


def reason(error) -> str:
    return error.value.decision.reasons[0].rule


class TestCreate:
    def test_path_is_the_ids_from_the_root(self, world):
        unit = make(world, world.ward)
        assert unit.path == f"/{world.city.pk}/{world.ward.pk}/{unit.pk}/"
        assert unit.depth == 2

    def test_name_is_stored_composed_and_tidy(self, world):
        assert make(world, world.ward, name="  Trạm  Y tế ").name == "Trạm Y tế"

    def test_leaves_an_event_with_the_place(self, world):
        unit = make(world, world.ward)
        event = Event.objects.get(name="unit_created", subject_id=str(unit.pk))
        assert event.unit_path == unit.path

    @pytest.mark.parametrize("role", [Role.ADMIN, Role.OFFICER])
    def test_those_who_keep_the_tree_may(self, world, role):
        assert make(world, world.ward, actor=world.actor(role)).pk

    @pytest.mark.parametrize("role", [r for r in Role if r not in (Role.ADMIN, Role.OFFICER)])
    def test_others_are_refused_with_the_roles_that_may(self, world, role):
        with pytest.raises(Refused) as error:
            make(world, world.ward, actor=world.actor(role))
        assert "Quản trị hệ thống" in str(error.value)

    def test_in_a_foreign_ward_is_as_if_it_did_not_exist(self, world):
        with pytest.raises(NotVisible):
            make(world, world.other_ward, actor=world.actor("officer"))

    def test_only_the_system_plants_a_root(self, world):
        with pytest.raises(Refused):
            make(
                world,
                None,
                name="Tỉnh Mới",
                kind=UnitKind.PROVINCE,
                actor=world.actor("admin", world.city),
            )

    @pytest.mark.parametrize(
        ("kind", "parent", "rule"),
        [
            (UnitKind.COMMUNE, "ward", "unit.place"),
            (UnitKind.PROVINCE, "city", "unit.place"),
            (UnitKind.AGENCY, None, "unit.top"),
        ],
    )
    def test_refused_in_the_wrong_place(self, world, kind, parent, rule):
        with pytest.raises(Refused) as error:
            make(world, parent and getattr(world, parent), name="Sai chỗ", kind=kind)
        assert reason(error) == rule

    def test_same_name_twice_under_one_parent_is_refused_however_written(self, world):
        with pytest.raises(Refused) as error:
            make(world, world.ward, name="UỶ BAN NHÂN DÂN phường")
        assert reason(error) == "unit.name_taken"

    def test_same_name_in_two_wards_is_fine(self, world):
        assert make(world, world.ward).folded == make(world, world.other_ward).folded

    def test_before_its_parent_existed_is_refused(self, world):
        with pytest.raises(Refused) as error:
            make(world, world.ward, valid_from=date(2020, 1, 1))
        assert reason(error) == "unit.starts_before_parent"


class TestRename:
    def test_former_name_is_kept_with_its_last_day(self, world):
        unit = services.rename_unit(
            SYSTEM, unit_id=world.units["ubnd"].pk, name="UBND phường", on=date(2026, 3, 1)
        )
        version = unit.versions.get()
        assert (version.name, version.valid_from, version.valid_to) == (
            "Ủy ban nhân dân phường",
            SINCE,
            date(2026, 2, 28),
        )

    def test_a_correction_on_the_first_day_keeps_no_version(self, world):
        unit = services.rename_unit(
            SYSTEM, unit_id=world.units["ubnd"].pk, name="UBND phường", on=SINCE
        )
        assert not unit.versions.exists()

    def test_second_change_continues_after_the_first(self, world):
        pk = world.units["ubnd"].pk
        services.rename_unit(SYSTEM, unit_id=pk, name="Tên hai", on=date(2026, 1, 1))
        unit = services.rename_unit(SYSTEM, unit_id=pk, name="Tên ba", on=date(2026, 2, 1))
        assert [v.valid_from for v in unit.versions.all()] == [date(2026, 1, 1), SINCE]

    def test_chart_of_a_past_day_shows_the_name_of_that_day(self, world):
        services.rename_unit(
            SYSTEM, unit_id=world.units["ubnd"].pk, name="Tên mới", on=date(2026, 3, 1)
        )
        names = {n.unit.name for n in organisation_chart(SYSTEM, date(2026, 1, 1))}
        assert "Ủy ban nhân dân phường" in names
        assert "Tên mới" in {n.unit.name for n in organisation_chart(SYSTEM, date(2026, 3, 1))}

    def test_after_the_end_is_refused(self, world):
        pk = world.units["mặt trận"].pk
        services.dissolve_unit(SYSTEM, unit_id=pk, on=date(2026, 1, 31))
        with pytest.raises(Refused) as error:
            services.rename_unit(SYSTEM, unit_id=pk, name="Khác")
        assert reason(error) == "unit.ended"


class TestMove:
    def move(self, world, key, parent, actor=SYSTEM):
        return services.move_unit(
            actor, unit_id=world.units[key].pk, parent_id=parent.pk, on=date(2026, 1, 1)
        )

    def test_subtree_and_grants_follow_at_once(self, world):
        division = world.units["phòng văn hóa"]
        account = world.account("head", division)
        moved = self.move(world, "ubnd", world.other_ward_office)
        division.refresh_from_db()
        assert division.path == f"{moved.path}{division.pk}/"
        assert Grant.objects.get(account=account).path == division.path

    def test_nothing_else_moves(self, world):
        before = set(
            Unit.objects.exclude(path__startswith=world.units["ubnd"].path).values_list(
                "path", flat=True
            )
        )
        self.move(world, "ubnd", world.other_ward_office)
        assert before <= set(Unit.objects.values_list("path", flat=True))

    def test_head_of_the_moved_unit_still_sees_it(self, world):
        division = world.units["phòng văn hóa"]
        world.account("head", division)
        self.move(world, "ubnd", world.other_ward_office)
        assert get_unit(world.actor("head", division), division.pk)

    def test_chart_of_a_past_day_shows_the_place_of_that_day(self, world):
        self.move(world, "phòng văn hóa", world.units["mặt trận"])
        nodes = {n.unit.pk: n for n in organisation_chart(SYSTEM, date(2025, 12, 31))}
        assert nodes[world.units["phòng văn hóa"].pk].unit.parent_id == world.units["ubnd"].pk

    def test_into_itself_is_refused(self, world):
        with pytest.raises(Refused) as error:
            self.move(world, "ubnd", world.units["phòng văn hóa"])
        assert reason(error) == "unit.into_itself"

    def test_needs_the_permission_over_both_places(self, world):
        with pytest.raises(NotVisible):
            self.move(world, "ubnd", world.other_ward, actor=world.actor("officer"))

    def test_when_it_fails_nothing_has_moved(self, world):
        same = make(
            world, world.other_ward_office, name="Ủy ban nhân dân phường", kind=UnitKind.AGENCY
        )
        with pytest.raises(Refused):
            self.move(world, "ubnd", world.other_ward_office)
        assert get_unit(SYSTEM, world.units["ubnd"].pk).path == world.units["ubnd"].path
        assert same.path.startswith(world.other_ward.path)

    def test_every_table_with_a_path_follows_or_is_named_as_staying(self):
        from django.apps import apps

        kept = {
            (model._meta.label, f.name)
            for model in apps.get_models()
            for f in model._meta.fields
            if f.name in ("path", "unit_path") and model.__module__.startswith("thenchot.")
        }
        assert kept == set(FOLLOWERS) | set(STAYS)


class TestDissolve:
    DAY = date(2026, 1, 31)

    def test_unit_with_open_children_is_refused_naming_them(self, world):
        with pytest.raises(Refused) as error:
            services.dissolve_unit(SYSTEM, unit_id=world.units["ubnd"].pk, on=self.DAY)
        assert "Phòng Văn hóa - Xã hội" in str(error.value)

    def test_is_gone_from_the_list_the_day_after(self, world):
        unit = services.dissolve_unit(SYSTEM, unit_id=world.units["mặt trận"].pk, on=self.DAY)
        assert unit in list_units(SYSTEM, self.DAY)
        assert unit not in list_units(SYSTEM, date(2026, 2, 1))

    def test_stays_visible_to_whoever_sees_the_successor(self, world):
        gone = world.units["mặt trận"]
        heir = world.other_units["mặt trận"]
        head = world.actor("head", heir)
        with pytest.raises(NotVisible):
            get_unit(head, gone.pk)
        services.dissolve_unit(SYSTEM, unit_id=gone.pk, successor_id=heir.pk, on=self.DAY)
        assert get_unit(head, gone.pk) == gone

    def test_what_lay_below_is_visible_too(self, world):
        below, gone = world.units["phòng văn hóa"], world.units["ubnd"]
        services.dissolve_unit(SYSTEM, unit_id=below.pk, on=self.DAY)
        services.dissolve_unit(
            SYSTEM, unit_id=gone.pk, successor_id=world.other_units["ubnd"].pk, on=self.DAY
        )
        assert get_unit(world.actor("head", world.other_units["ubnd"]), below.pk) == below

    def test_through_two_successors_in_a_row(self, world):
        first, second, third = (
            world.units[k] for k in ("mặt trận", "ủy ban kiểm tra", "văn phòng đảng ủy")
        )
        services.dissolve_unit(SYSTEM, unit_id=first.pk, successor_id=second.pk, on=self.DAY)
        services.dissolve_unit(
            SYSTEM, unit_id=second.pk, successor_id=third.pk, on=date(2026, 5, 31)
        )
        assert get_unit(world.actor("staff", third), first.pk) == first

    def test_may_be_read_but_not_changed_through_the_successor(self, world):
        gone, heir = world.units["mặt trận"], world.other_units["mặt trận"]
        services.dissolve_unit(SYSTEM, unit_id=gone.pk, successor_id=heir.pk, on=self.DAY)
        with pytest.raises(Refused):
            services.correct_unit(
                world.actor("officer", world.other_ward), unit_id=gone.pk, code="X"
            )

    def test_a_unit_outside_stays_invisible(self, world):
        services.dissolve_unit(
            SYSTEM,
            unit_id=world.units["mặt trận"].pk,
            successor_id=world.units["ubnd"].pk,
            on=self.DAY,
        )
        with pytest.raises(NotVisible):
            get_unit(
                world.actor("head", world.units["ủy ban kiểm tra"]), world.units["mặt trận"].pk
            )


class TestAlias:
    def test_units_of_another_ward_are_as_if_they_did_not_exist(self, world):
        with pytest.raises(NotVisible):
            services.remember_alias(
                SYSTEM,
                home_id=world.ward.pk,
                text="Khối dân vận",
                unit_ids=[world.other_units["mặt trận"].pk],
            )

    def test_second_time_replaces_the_meaning(self, world):
        for keys in (["ubnd"], ["mặt trận", "ubnd"]):
            alias = services.remember_alias(
                SYSTEM,
                home_id=world.ward.pk,
                text="Các đơn vị",
                unit_ids=[world.units[k].pk for k in keys],
            )
        assert alias.units.count() == 2


class TestTerm:
    def test_belongs_to_a_commune_or_province(self, world):
        days = {"starts_on": date(2025, 8, 1), "ends_on": date(2030, 8, 1)}
        services.open_term(SYSTEM, unit_id=world.ward.pk, name="2025 - 2030", **days)
        with pytest.raises(Refused) as error:
            services.open_term(SYSTEM, unit_id=world.units["ubnd"].pk, name="2025 - 2030", **days)
        assert reason(error) == "term.home"

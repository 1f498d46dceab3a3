"""Functions and who holds them: overlap, orphan, powers of a level; as services, as Excel."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.registers import asked_by
from tests.worlds import SINCE

from thenchot.kernel.decision import Refused
from thenchot.organisation.duty_sheets import READ, STANDING, import_duties, template
from thenchot.organisation.models import Duty, DutyHolder
from thenchot.organisation.queries.duties import (
    delegated_below,
    get_duty,
    get_holder,
    holders_of,
    list_duties,
)
from thenchot.organisation.registers import DutyRegister
from thenchot.organisation.rules.duties import DutyStanding
from thenchot.organisation.services import dissolve_unit, duties
from thenchot.platform.office.excel.worksheets import Column, read_sheet, write_sheet
from thenchot.platform.registers.files import written
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.postgres
TODAY = date(2026, 11, 20)


def duty_sheet(world):
    return written(asked_by(DutyRegister, SYSTEM, home=world.ward.pk), "xlsx")


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("THENCHOT_TODAY", TODAY.isoformat())


def put(world, actor=SYSTEM, unit=None, **fields):
    usual = {"name": "Quản lý hộ tịch", "basis": "QĐ 1", "valid_from": SINCE}
    return duties.put_duty(actor, unit_id=(unit or world.ward).pk, **usual | fields)


def give(world, duty, key, actor=SYSTEM, **fields):
    usual = {"valid_from": SINCE}
    return duties.give_duty(actor, duty_id=duty.pk, unit_id=world.units[key].pk, **usual | fields)


def standings(world, on=TODAY, **fields):
    return {row.duty.name: row.standing for row in list_duties(world.ward, on, **fields)}


class TestStanding:
    def test_none_one_two(self, world):
        duty = put(world)
        assert standings(world) == {"Quản lý hộ tịch": DutyStanding.ORPHAN}
        give(world, duty, "phòng văn hóa")
        assert standings(world) == {"Quản lý hộ tịch": DutyStanding.HELD}
        give(world, duty, "ubnd")
        assert standings(world) == {"Quản lý hộ tịch": DutyStanding.OVERLAP}

    def test_helping_is_not_answering_for_it(self, world):
        duty = put(world)
        give(world, duty, "ubnd", is_responsible=False)
        row = list_duties(world.ward, TODAY)[0]
        assert (row.standing, row.responsible, [h.unit for h in row.helping]) == (
            DutyStanding.ORPHAN,
            [],
            [world.units["ubnd"]],
        )

    def test_each_day_has_its_holders(self, world):
        holder = give(world, put(world), "ubnd")
        duties.take_duty(SYSTEM, holder_id=holder.pk, on=date(2026, 1, 31))
        assert standings(world, date(2026, 1, 31))["Quản lý hộ tịch"] == DutyStanding.HELD
        assert standings(world, date(2026, 2, 1))["Quản lý hộ tịch"] == DutyStanding.ORPHAN

    def test_filtered_by_standing(self, world):
        give(world, put(world), "ubnd")
        put(world, name="An toàn thực phẩm")
        assert standings(world, standing=DutyStanding.ORPHAN) == {
            "An toàn thực phẩm": DutyStanding.ORPHAN
        }

    def test_the_list_costs_the_same_with_one_and_with_many(self, world):
        def cost():
            with CaptureQueriesContext(connection) as queries:
                list_duties(world.ward, TODAY)
            return len(queries)

        give(world, put(world), "ubnd")
        few = cost()
        for n in range(30):
            give(world, put(world, name=f"Việc {n}"), "phòng văn hóa")
        assert cost() == few == 2


class TestLevels:
    @pytest.fixture
    def power(self, world):
        """S3-055: what the province gives to every commune."""
        return put(
            world, unit=world.city, name="Cấp phép xây dựng", level="commune", is_delegated=True
        )

    def test_every_commune_must_hold_it(self, world, power):
        assert standings(world, delegated=True) == {"Cấp phép xây dựng": DutyStanding.ORPHAN}
        give(world, power, "ubnd")
        assert standings(world)["Cấp phép xây dựng"] == DutyStanding.HELD
        other = list_duties(world.other_ward, TODAY)
        assert [(row.standing, row.is_own) for row in other] == [(DutyStanding.ORPHAN, False)]

    def test_the_province_lists_it_as_given_and_need_not_hold_it(self, world, power):
        assert (
            list(delegated_below(world.city, TODAY)) == [power]
            and list_duties(world.city, TODAY) == []
        )

    def test_a_ward_s_own_is_not_the_province_s(self, world):
        put(world)
        assert list_duties(world.city, TODAY) == [] == list_duties(world.other_ward, TODAY)

    def test_the_ward_gives_it_but_does_not_rewrite_it(self, world, power):
        officer = world.actor(Role.OFFICER)
        assert give(world, power, "ubnd", officer).unit == world.units["ubnd"]
        with pytest.raises(NotVisible):
            put(world, officer, name="x", duty_id=power.pk)
        with pytest.raises(Refused):
            duties.end_duty(officer, duty_id=power.pk, on=TODAY)


class TestServices:
    def test_put_again_it_reads_as_now(self, world):
        duty = put(world)
        put(world, duty_id=duty.pk, name="Hộ tịch, chứng thực", field="Tư pháp")
        duty.refresh_from_db()
        assert (duty.name, duty.field, Duty.objects.count()) == (
            "Hộ tịch, chứng thực",
            "Tư pháp",
            1,
        )

    @pytest.mark.parametrize("fields", [{"name": " "}, {"basis": ""}])
    def test_it_has_a_name_and_a_basis(self, world, fields):
        with pytest.raises(Refused):
            put(world, **fields)

    def test_ended_nobody_holds_it_any_more(self, world):
        duty = put(world)
        holder = give(world, duty, "ubnd")
        duties.end_duty(SYSTEM, duty_id=duty.pk, on=TODAY)
        holder.refresh_from_db()
        assert holder.valid_to == TODAY and standings(world, date(2026, 11, 21)) == {}

    def test_not_twice_by_one_unit(self, world):
        duty = put(world)
        give(world, duty, "ubnd")
        with pytest.raises(Refused):
            give(world, duty, "ubnd")

    def test_not_by_a_unit_that_is_gone(self, world):
        duty = put(world)
        dissolve_unit(SYSTEM, unit_id=world.units["mặt trận"].pk, on=date(2026, 1, 31))
        with pytest.raises(Refused):
            give(world, duty, "mặt trận", valid_from=TODAY)

    @pytest.mark.parametrize("role", [role for role in Role if role != Role.OFFICER])
    def test_only_the_officer_keeps_them(self, world, role):
        with pytest.raises(Refused):
            put(world, world.actor(role))

    def test_scope(self, world):
        duty = put(world)
        holder = give(world, duty, "ubnd")
        assert get_duty(world.actor(Role.STAFF, world.units["mặt trận"]), duty.pk) == duty
        stranger = world.actor(Role.OFFICER, world.other_ward)
        for look in (lambda: get_duty(stranger, duty.pk), lambda: get_holder(stranger, holder.pk)):
            with pytest.raises(NotVisible):
                look()
        assert list(holders_of(world.actor(Role.OFFICER), duty)) == [holder]


class TestExcel:
    COLUMNS = [
        Column(c.title) for c in (READ[2], READ[3], READ[4], READ[5], READ[7])
    ]  # name, field, who, helps, basis

    def run(self, world, rows, dry_run=False, actor=SYSTEM):
        return import_duties(
            actor, write_sheet(self.COLUMNS, rows), home_id=world.ward.pk, dry_run=dry_run
        )

    def test_new_ones_with_their_holders(self, world):
        report = self.run(world, [["Quản lý chợ", "Kinh tế", "UBND phường", "Phòng VH-XH", "QĐ 7"]])
        assert report.is_done and report.created == 1
        row = list_duties(world.ward, TODAY)[0]
        assert [h.unit for h in row.responsible] == [world.units["ubnd"]]
        assert [h.unit for h in row.helping] == [world.units["phòng văn hóa"]]

    def test_several_bodies_in_a_cell(self, world):
        self.run(
            world,
            [
                ["Quản lý chợ", "", "UBND phường; Phòng VH-XH", "", "QĐ 7"],
                ["Quản lý bến", "", "UBND phường\nPhòng VH-XH", "", "QĐ 7"],
            ],
        )
        assert set(standings(world).values()) == {DutyStanding.OVERLAP}

    def test_a_dry_run_writes_nothing(self, world):
        report = self.run(world, [["Quản lý chợ", "", "UBND phường", "", "QĐ 7"]], dry_run=True)
        assert report.is_clean and not report.is_done and not Duty.objects.exists()

    @pytest.mark.parametrize(
        ("row", "column"),
        [
            (["", "", "", "", "QĐ"], "Chức năng, nhiệm vụ"),
            (["Quản lý chợ", "", "Phòng Không Có", "", "QĐ"], "Đơn vị chủ trì"),
            (["Quản lý chợ", "", "", "", ""], "Căn cứ"),
        ],
    )
    def test_a_problem_names_row_and_column_and_stops_everything(self, world, row, column):
        report = self.run(world, [["Việc tốt", "", "", "", "QĐ"], row])
        assert [(p.row, p.column) for p in report.problems] == [(3, column)]
        assert not report.is_done and not Duty.objects.exists()

    def test_a_name_twice_in_the_file(self, world):
        report = self.run(
            world, [["Quản lý chợ", "", "", "", "QĐ"], ["Quản  lý chợ", "", "", "", "QĐ"]]
        )
        assert report.problems[0].reason_vi == "Trùng với dòng 2."

    def test_no_workbook_is_told(self, world):
        report = import_duties(SYSTEM, b"nothing", home_id=world.ward.pk, dry_run=True)
        assert report.problems and not report.is_clean

    def test_exported_and_imported_nothing_changes(self, world):
        duty = put(world, field="Tư pháp", code="A1", is_delegated=True)
        give(world, duty, "ubnd")
        give(world, duty, "phòng văn hóa", is_responsible=False)
        put(world, unit=world.city, name="Cấp phép", level="commune")
        before = list(DutyHolder.objects.order_by("pk").values())
        report = import_duties(SYSTEM, duty_sheet(world), home_id=world.ward.pk, dry_run=False)
        assert (report.unchanged, report.updated, report.created, report.unknown_columns) == (
            2,
            0,
            0,
            (),
        )
        assert list(DutyHolder.objects.order_by("pk").values()) == before

    def test_the_sheet_shows_how_each_stands(self, world):
        put(world)
        row = next(iter(read_sheet(duty_sheet(world), (*READ, STANDING))))
        assert (row.text("name"), row.text("standing")) == ("Quản lý hộ tịch", "chưa có đơn vị giữ")

    def test_a_body_that_only_helped_answers_for_it_from_today(self, world):
        duty = put(world)
        give(world, duty, "ubnd", is_responsible=False)
        self.run(world, [["Quản lý hộ tịch", "", "UBND phường", "", ""]])
        old, new = duty.holders.order_by("pk")
        assert (old.valid_to, new.valid_from, new.is_responsible) == (
            date(2026, 11, 19),
            TODAY,
            True,
        )

    def test_what_the_level_above_wrote_is_only_held(self, world):
        power = put(world, unit=world.city, name="Cấp phép", level="commune", basis="QĐ tỉnh")
        report = self.run(
            world,
            [["Cấp phép", "Lĩnh vực khác", "UBND phường", "", "QĐ phường"]],
            actor=world.actor(Role.OFFICER),
        )
        power.refresh_from_db()
        assert report.is_done and (power.basis, power.field) == ("QĐ tỉnh", "")
        assert power.holders.get().unit == world.units["ubnd"]

    def test_an_unknown_system_id(self, world):
        content = write_sheet([READ[0], READ[2], READ[7]], [[987654, "Quản lý chợ", "QĐ"]])
        assert (
            import_duties(SYSTEM, content, home_id=world.ward.pk, dry_run=True).problems[0].column
            == "Mã hệ thống"
        )

    def test_the_template_has_the_columns(self):
        assert len(read_sheet(template(), READ)) == 0

    def test_only_the_officer_imports(self, world):
        with pytest.raises(Refused):
            self.run(world, [["Quản lý chợ", "", "", "", "QĐ"]], actor=world.actor(Role.LEADER))

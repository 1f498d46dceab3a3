"""Pages of the tree: what they show, what they change, what they say when they refuse."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.worlds import SINCE

from thenchot.organisation import services
from thenchot.organisation.columns import READ
from thenchot.organisation.models import Alias, Unit
from thenchot.organisation.queries import home_of, homes_of, units_under
from thenchot.platform.files.models import StoredFile
from thenchot.platform.office.excel.worksheets import Column, read_sheet, write_sheet
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role


def text(answer):
    return answer.content.decode()


def url(name, unit):
    return reverse(name, args=[unit.pk])


class TestTree:
    def test_shows_the_ward_with_its_heads(self, world):
        page = text(world.client(Role.STAFF).get("/units/"))
        assert "Phòng Văn hóa - Xã hội" in page and "Vũ Thị Ước" in page
        assert "Tân Lập" not in page

    def test_depth_is_drawn(self, world):
        assert page_depths(text(world.client(Role.STAFF).get("/units/"))) == [
            0,
            1,
            1,
            1,
            1,
            1,
            1,
            2,
        ]

    def test_a_past_day_shows_the_tree_of_that_day(self, world):
        services.dissolve_unit(SYSTEM, unit_id=world.units["mặt trận"].pk, on=date(2026, 1, 31))
        client = world.client(Role.STAFF)
        assert "Mặt trận Tổ quốc Việt Nam phường" in text(client.get("/units/?on=2026-01-31"))
        assert "Mặt trận Tổ quốc Việt Nam phường" not in text(client.get("/units/?on=2026-02-01"))

    def test_before_anything_existed_it_says_so(self, world):
        assert "Chưa có đơn vị nào" in text(world.client(Role.STAFF).get("/units/?on=2000-01-01"))

    def test_an_unreadable_day_is_today(self, world):
        assert world.client(Role.STAFF).get("/units/?on=hôm qua").status_code == 200

    def test_export_holds_the_columns_of_the_import(self, world):
        sheet = read_sheet(world.client(Role.STAFF).get("/units/list.xlsx").content, READ)
        assert {r.text("name") for r in sheet} == {
            "Phường Đông Kinh",
            *(u.name for u in world.units.values()),
        }

    def test_a_name_is_found_with_its_place_in_the_tree(self, world):
        page = text(world.client(Role.STAFF).get("/units/?q=van hoa"))
        assert page_depths(page) == [2] and "1 đơn vị vào ngày" in page

    def test_the_workbook_is_of_the_day_asked_for(self, world):
        services.dissolve_unit(SYSTEM, unit_id=world.units["mặt trận"].pk, on=date(2026, 1, 31))
        client, name = world.client(Role.STAFF), world.units["mặt trận"].name
        for day, stands in (("2026-01-31", True), ("2026-02-01", False)):
            sheet = read_sheet(client.get(f"/units/list.xlsx?on={day}").content, READ)
            assert (name in {row.text("name") for row in sheet}) is stands

    def test_template_opens(self, world):
        assert (
            len(read_sheet(world.client(Role.OFFICER).get("/units/template.xlsx").content, READ))
            == 0
        )


class TestOne:
    def test_people_below_are_shown_too(self, world):
        page = text(world.client(Role.STAFF).get(url("unit_detail", world.units["ubnd"])))
        assert "Phạm Thị Duyên" in page and "Vũ Thị Ước" in page

    def test_who_may_not_read_people_sees_none(self, world):
        assert "Phạm Thị Duyên" not in text(
            world.client(Role.GUEST).get(url("unit_detail", world.units["ubnd"]))
        )

    @pytest.mark.parametrize(
        ("role", "offered"),
        [(Role.OFFICER, True), (Role.ADMIN, True), (Role.LEADER, False), (Role.STAFF, False)],
    )
    def test_changes_are_offered_to_who_may(self, world, role, offered):
        assert (
            "Thêm đơn vị trực thuộc"
            in text(world.client(role).get(url("unit_detail", world.units["ubnd"])))
        ) is offered

    def test_a_dissolved_unit_names_its_successor_and_offers_nothing(self, world):
        gone, heir = world.units["mặt trận"], world.units["ubnd"]
        services.dissolve_unit(SYSTEM, unit_id=gone.pk, successor_id=heir.pk, on=date(2026, 1, 31))
        page = text(world.client(Role.OFFICER).get(url("unit_detail", gone)))
        assert "Kết thúc hoạt động ngày 31/01/2026" in page and heir.name in page
        assert "Thêm đơn vị trực thuộc" not in page

    def test_former_names_stand_in_the_history(self, world):
        services.rename_unit(
            SYSTEM,
            unit_id=world.units["phòng văn hóa"].pk,
            name="Phòng Nội vụ",
            on=date(2026, 3, 1),
        )
        page = text(world.client(Role.STAFF).get(url("unit_detail", world.units["phòng văn hóa"])))
        assert "Phòng Văn hóa - Xã hội" in page and "28/02/2026" in page

    def test_names_in_documents_are_listed(self, world):
        services.remember_alias(
            SYSTEM,
            home_id=world.ward.pk,
            text="Khối dân vận",
            unit_ids=[world.units["mặt trận"].pk],
        )
        for unit in (world.ward, world.units["mặt trận"]):
            assert "Khối dân vận" in text(world.client(Role.STAFF).get(url("unit_detail", unit)))


class TestForms:
    NEW = {
        "name": "Trạm Y tế phường",
        "kind": "service",
        "bloc": "service",
        "position": 9,
        "valid_from": "2026-01-05",
    }

    def test_new(self, world):
        answer = world.client(Role.OFFICER).post(url("unit_new", world.ward), self.NEW, follow=True)
        assert "Đã thêm đơn vị" in text(answer)
        assert Unit.objects.get(name="Trạm Y tế phường").valid_from == date(2026, 1, 5)

    def test_new_offers_only_kinds_that_fit(self, world):
        page = text(world.client(Role.OFFICER).get(url("unit_new", world.ward)))
        assert (
            'value="division"' in page
            and 'value="province"' not in page
            and 'value="commune"' not in page
        )

    def test_edit_renames_from_a_day_and_puts_the_rest_right(self, world):
        unit = world.units["phòng văn hóa"]
        data = {
            "name": "Phòng Nội vụ",
            "short_name": "P. NV",
            "bloc": unit.bloc,
            "code": "H01",
            "position": 3,
            "on": "2026-03-01",
        }
        world.client(Role.OFFICER).post(url("unit_edit", unit), data)
        unit.refresh_from_db()
        assert (unit.name, unit.short_name, unit.code, unit.versions.count()) == (
            "Phòng Nội vụ",
            "P. NV",
            "H01",
            1,
        )

    def test_edit_without_a_new_name_keeps_no_version(self, world):
        unit = world.units["phòng văn hóa"]
        data = {
            "name": unit.name,
            "bloc": unit.bloc,
            "code": "H01",
            "position": 3,
            "on": "2026-03-01",
        }
        world.client(Role.OFFICER).post(url("unit_edit", unit), data)
        assert not unit.versions.exists()

    def test_move(self, world):
        unit, to = world.units["phòng văn hóa"], world.units["mặt trận"]
        world.client(Role.OFFICER).post(
            url("unit_move", unit), {"parent": to.pk, "on": "2026-03-01"}
        )
        unit.refresh_from_db()
        assert unit.parent == to

    def test_a_place_inside_itself_is_no_choice(self, world):
        page = text(world.client(Role.OFFICER).get(url("unit_move", world.units["ubnd"])))
        assert f'value="{world.units["phòng văn hóa"].pk}"' not in page

    def test_dissolve_with_open_children_explains(self, world):
        answer = world.client(Role.OFFICER).post(
            url("unit_dissolve", world.units["ubnd"]), {"on": "2026-01-31"}
        )
        assert "Còn 1 đơn vị trực thuộc" in text(answer)

    def test_alias(self, world):
        data = {"text": "Các phòng", "units": [world.units["phòng văn hóa"].pk]}
        world.client(Role.CLERK).post(url("unit_alias", world.ward), data)
        assert Alias.objects.get().units.get() == world.units["phòng văn hóa"]

    def test_a_place_beyond_every_list_is_refused_on_the_form(self, world):
        answer = world.client(Role.OFFICER).post(
            url("unit_edit", world.units["ubnd"]), {"position": "2147483648"}
        )
        assert answer.status_code == 200 and "9999" in answer.content.decode()

    @pytest.mark.parametrize("name", ["unit_new", "unit_edit", "unit_move", "unit_dissolve"])
    def test_an_empty_form_says_what_is_missing(self, world, name):
        answer = world.client(Role.OFFICER).post(url(name, world.units["ubnd"]), {})
        assert "errorlist" in text(answer)


class TestImportPages:
    def upload(self, client, world, rows, home=None, name="don-vi.xlsx"):
        content = write_sheet([Column("Tên đơn vị"), Column("Loại")], rows)
        data = {"home": (home or world.ward).pk, "file": SimpleUploadedFile(name, content)}
        return client.post("/units/import/", data, follow=True)

    def test_looks_first_then_writes(self, world):
        client = world.client(Role.OFFICER)
        answer = self.upload(client, world, [["Trạm Y tế phường", ""]])
        assert (
            "Từng dòng sẽ thành" in text(answer)
            and not Unit.objects.filter(name="Trạm Y tế phường").exists()
        )
        done = client.post(answer.request["PATH_INFO"], follow=True)
        assert "Đã nhập 1 dòng: 1 mới" in text(done)

    def test_a_problem_leaves_no_button(self, world):
        answer = self.upload(world.client(Role.OFFICER), world, [["Trạm Y tế", "lạ"]])
        assert "không có trong danh mục" in text(answer) and "Xác nhận, ghi" not in text(answer)

    def test_confirming_a_bad_file_by_hand_writes_nothing(self, world):
        client = world.client(Role.OFFICER)
        answer = self.upload(client, world, [["Trạm Y tế", "lạ"]])
        client.post(answer.request["PATH_INFO"])
        assert not Unit.objects.filter(name="Trạm Y tế").exists()

    def test_what_is_no_workbook_is_refused_on_the_form(self, world):
        data = {"home": world.ward.pk, "file": SimpleUploadedFile("a.xlsx", b"not a workbook")}
        answer = world.client(Role.OFFICER).post("/units/import/", data)
        assert "errorlist" in text(answer) and not StoredFile.objects.exists()

    def test_another_officer_of_the_ward_does_not_open_it(self, world):
        self.upload(world.client(Role.OFFICER), world, [["Trạm Y tế", ""]])
        file = StoredFile.objects.get()
        assert world.client(Role.ADMIN).get(f"/units/import/{file.pk}/").status_code == 404

    def test_a_stranger_s_ward_is_no_choice(self, world):
        self.upload(world.client(Role.OFFICER), world, [["Trạm Y tế", ""]], home=world.other_ward)
        assert not StoredFile.objects.exists()


class TestHomes:
    @pytest.mark.parametrize(("key", "kind"), [("phòng văn hóa", "commune"), ("ubnd", "commune")])
    def test_home_is_the_nearest_commune(self, world, key, kind):
        assert home_of(world.units[key]) == world.ward

    def test_home_of_a_commune_and_of_a_province_is_itself(self, world):
        assert (home_of(world.ward), home_of(world.city)) == (world.ward, world.city)

    def test_homes_of_who_holds_a_branch(self, world):
        permission = "organisation.see"
        assert list(homes_of(world.actor(Role.HEAD, world.units["phòng văn hóa"]), permission)) == [
            world.ward
        ]
        assert list(homes_of(world.actor(Role.OFFICER, world.city), permission)) == [
            world.city,
            world.ward,
            world.other_ward,
        ]

    def test_units_under_holds_the_unit_itself(self, world):
        assert set(units_under(world.units["ubnd"], SINCE)) == {
            world.units["ubnd"],
            world.units["phòng văn hóa"],
        }


def page_depths(page):
    import re

    return [int(depth) for depth in re.findall(r'<td\s+class="depth-(\d)">', page)]

"""The official list of communes: columns that vary, codes with lost zeros, versions, the picker."""

from datetime import date

import pytest
from django import forms
from django.db import connection
from django.test.utils import CaptureQueriesContext

from thenchot.kernel.decision import Refused
from thenchot.organisation.models import Place
from thenchot.organisation.places.fields import PlaceCodeField, PlaceField
from thenchot.organisation.places.importing import FIRST, import_places
from thenchot.organisation.places.queries import (
    list_places,
    place_label,
    place_of_code,
)
from thenchot.platform.accounts.models import Account
from thenchot.platform.audit.models import Event
from thenchot.platform.office.excel.worksheets import Column, write_sheet
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]
APRIL = date(2026, 4, 30)  # Đồng Nai becomes a city, ten of its communes wards
ROWS = [
    ["01", "Thành phố Hà Nội", 4, "Phường Ba Đình", "Phường"],
    ["01", "Thành phố Hà Nội", "00008", "Phường Ngọc Hà", "Phường"],
    ["75", "Tỉnh Đồng Nai", 25270, "Xã Lộc Ninh", "Xã"],
    ["75", "Tỉnh Đồng Nai", 25357, "Xã Tân Khai", "Xã"],
]
HEADS = ("Mã TP/Tỉnh", "Tên tỉnh", "Mã xã", "Tên xã", "Cấp")


def sheet(rows=ROWS, heads=HEADS):
    return write_sheet([Column(head) for head in heads], rows)


def load(content=None, *, on=FIRST, is_complete=True, dry_run=False, actor=SYSTEM):
    return import_places(actor, content or sheet(), on=on, is_complete=is_complete, dry_run=dry_run)


class TestFirstTime:
    def test_codes_get_their_zeros_back(self):
        assert load().is_done
        assert list(Place.objects.values_list("code", "province_code", "name")) == [
            ("00004", "01", "Phường Ba Đình"),
            ("00008", "01", "Phường Ngọc Hà"),
            ("25270", "75", "Xã Lộc Ninh"),
            ("25357", "75", "Xã Tân Khai"),
        ]

    @pytest.mark.parametrize(
        ("heads", "row"),
        [
            (
                ("Tỉnh Thành Phố", "Mã TP", "Phường Xã", "Mã PX", "Cấp"),
                ["Thành phố Hà Nội", 1, "Phường Ba Đình", 4, "Phường"],
            ),
            (("Mã", "Tên", "Loại", "Tỉnh, thành phố"), [4, "Ba Đình", "Phường", "TP Hà Nội"]),
            (
                ("STT", "Mã xã, phường", "Tên xã, phường, đặc khu", "Mã tỉnh"),
                [1, "4.0", "phường Ba Đình", 1.0],
            ),
        ],
        ids=["the statistics office", "level apart", "numbers as text"],
    )
    def test_the_columns_of_several_editions(self, heads, row):
        if "4.0" in row:
            row = [4 if cell == "4.0" else cell for cell in row]
        report = load(sheet([row], heads))
        assert report.problems == [] and Place.objects.get().name == "Phường Ba Đình"
        assert (Place.objects.get().code, Place.objects.get().province_code) == ("00004", "01")

    def test_a_dry_run_writes_nothing(self):
        report = load(dry_run=True)
        assert (report.created, report.is_done, Place.objects.exists()) == (4, False, False)

    @pytest.mark.parametrize(
        ("row", "column"),
        [
            (["01", "", "12A", "Phường X", ""], "Mã xã"),
            (["01", "", "123456", "Phường X", ""], "Mã xã"),
            (["99", "", 5, "Phường X", ""], "Mã TP/Tỉnh"),
            (["", "Tỉnh Không Có", 5, "Phường X", ""], "Tên tỉnh"),
            (["01", "", 5, "", "Phường"], "Tên xã"),
            (["01", "", 4, "Phường X", ""], "Mã xã"),
        ],
    )
    def test_one_bad_row_stops_everything_and_is_named(self, row, column):
        report = load(sheet([*ROWS, row]))
        assert [(p.row, p.column) for p in report.problems] == [
            (6, column)
        ] and not Place.objects.exists()

    def test_no_list_at_all(self):
        assert load(b"nothing").problems and load(sheet([["x"]], ("Họ tên",))).problems

    @pytest.mark.parametrize("role", list(Role))
    def test_nobody_of_one_ward_changes_what_all_share(self, world, role):
        load()
        with pytest.raises(Refused):
            load(actor=world.actor(role), on=APRIL, is_complete=True)
        assert not Place.objects.filter(valid_to__isnull=False).exists()

    def test_the_administrator_above_all_of_them_may(self, world):
        assert load(actor=world.actor(Role.ADMIN, world.city)).is_done

    def test_the_administrator_of_the_only_commune_may(self, db):
        from thenchot.organisation.enums import Bloc, UnitKind
        from thenchot.organisation.services import create_unit
        from thenchot.platform.scope.actor import Actor, Held

        of = {"bloc": Bloc.GOVERNMENT, "valid_from": FIRST}
        city = create_unit(SYSTEM, parent_id=None, name="Tỉnh A", kind=UnitKind.PROVINCE, **of)
        only = create_unit(SYSTEM, parent_id=city.pk, name="Xã B", kind=UnitKind.COMMUNE, **of)
        chief = Account.objects.create_user("quantri", name="Trần Thị Quản")
        assert load(actor=Actor(chief.pk, "", (Held("admin", only.path),))).is_done

    def test_it_leaves_an_event(self):
        load()
        assert Event.objects.get(name="places_imported").facts["created"] == 4


class TestNextTime:
    """Zones change: 25270 Lộc Ninh becomes a ward, 25357 is joined to it."""

    CHANGED = [*ROWS[:2], ["75", "Thành phố Đồng Nai", 25270, "Phường Lộc Ninh", "Phường"]]

    def test_the_same_list_changes_nothing(self):
        load()
        report = load(on=APRIL)
        assert (report.unchanged, report.updated, report.created) == (
            4,
            0,
            0,
        ) and Place.objects.count() == 4

    def test_another_place_of_the_tone_is_the_same_name(self):
        load(sheet([["01", "", 5, "Phường Hòa Bình", ""]]))
        assert load(sheet([["01", "", 5, "Phường Hoà Bình", ""]]), on=APRIL).unchanged == 1

    def test_differences_are_shown_before_they_are_written(self):
        load()
        report = load(sheet(self.CHANGED), on=APRIL, dry_run=True)
        told = {
            line.label: (line.action, line.details)
            for line in report.lines
            if line.action != "unchanged"
        }
        assert told == {
            "Phường Lộc Ninh (25270)": ("updated", "trước đây: Xã Lộc Ninh"),
            "Xã Tân Khai (25357)": ("updated", "không còn từ 30/04/2026"),
        }

    def test_each_day_has_its_version(self):
        load()
        load(sheet(self.CHANGED), on=APRIL)
        assert place_of_code("25270", date(2026, 4, 29)).name == "Xã Lộc Ninh"
        assert place_of_code("25270", APRIL).name == "Phường Lộc Ninh"
        assert {place.code for place in list_places(on=APRIL)} == {"00004", "00008", "25270"}
        assert "25357" in {place.code for place in list_places(on=date(2026, 4, 29))}

    def test_a_part_of_the_list_ends_nobody(self):
        load()
        report = load(sheet(self.CHANGED), on=APRIL, is_complete=False)
        assert report.updated == 1 and Place.objects.get(code="25357").valid_to is None

    def test_a_list_of_one_province_leaves_the_others(self):
        load()
        load(sheet(self.CHANGED[2:]), on=APRIL)
        assert Place.objects.get(code="00004").valid_to is None

    def test_an_older_list_does_not_undo_a_newer_one(self):
        load(sheet(self.CHANGED), on=APRIL)
        report = load(on=FIRST)
        assert (
            "mới hơn" in report.problems[0].reason_vi
            and Place.objects.get(code="25270").name == "Phường Lộc Ninh"
        )

    def test_a_mistake_of_the_same_day_is_put_right_in_place(self):
        load(sheet([["01", "", 4, "Phường Ba Dinh", ""]]))
        load(sheet([["01", "", 4, "Phường Ba Đình", ""]]))
        assert Place.objects.get().name == "Phường Ba Đình"


class TestFinding:
    @pytest.fixture(autouse=True)
    def _loaded(self):
        load()

    @pytest.mark.parametrize(
        ("q", "codes"),
        [
            ("ba dinh", ["00004"]),
            ("Ba Đình", ["00004"]),
            ("dinh ba", ["00004"]),
            ("b d", ["00004"]),
            ("đình", ["00004"]),
            ("inh", []),
            ("4", ["00004"]),
            ("00004", ["00004"]),
            ("xa", ["25270", "25357"]),
            ("", ["00004", "00008", "25270", "25357"]),
        ],
    )
    def test_every_word_begins_a_word_of_the_name_or_it_is_the_code(self, q, codes):
        assert [place.code for place in list_places(q)] == codes

    def test_within_a_province(self):
        assert [place.code for place in list_places(province="75")] == ["25270", "25357"]

    def test_a_code_nobody_knows(self):
        assert place_of_code("99999") is None

    class Form(forms.Form):
        home = PlaceField(label="Quê quán")

    @pytest.mark.parametrize(
        "text",
        ["Phường Ba Đình, Thành phố Hà Nội (00004)", "00004", "4", "phuong ba dinh", "ba dinh"],
    )
    def test_the_picker_takes_what_was_chosen_or_typed(self, text):
        form = self.Form({"home": text})
        assert form.is_valid() and form.cleaned_data["home"].code == "00004"

    @pytest.mark.parametrize(
        ("text", "told"),
        [("Xã Không Có", "Không có xã"), ("xa", "Có nhiều"), ("99999", "Không có xã")],
    )
    def test_the_picker_says_what_is_wrong(self, text, told):
        form = self.Form({"home": text})
        assert not form.is_valid() and told in form.errors["home"][0]

    def test_empty_is_none(self):
        form = self.Form({"home": " "})
        assert form.is_valid() and form.cleaned_data["home"] is None

    def test_shown_with_its_own_list_and_its_label(self):
        place = place_of_code("00004")
        html = str(self.Form(initial={"home": place})["home"])
        assert (
            place_label(place) in html
            and 'list="id_home-places"' in html
            and 'id="id_home-places"' in html
        )

    class CodeForm(forms.Form):
        home = PlaceCodeField(label="Mã xã, phường quê quán")

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("ba dinh", "00004"),
            ("Phường Ba Đình, Thành phố Hà Nội (00004)", "00004"),
            ("4", "00004"),
            ("", ""),
        ],
    )
    def test_where_the_code_is_kept(self, text, code):
        form = self.CodeForm({"home": text})
        assert form.is_valid() and form.cleaned_data["home"] == code

    def test_a_kept_code_is_shown_with_its_name(self):
        assert "Phường Ba Đình" in str(self.CodeForm(initial={"home": "00004"})["home"])

    def test_a_code_that_is_not_in_the_list_is_refused_and_taken_while_there_is_none(self):
        assert not self.CodeForm({"home": "99999"}).is_valid()
        Place.objects.all()._raw_delete("default")
        form = self.CodeForm({"home": "123"})
        assert form.is_valid() and form.cleaned_data["home"] == "00123"
        assert not self.CodeForm({"home": "Ba Đình"}).is_valid()

    def test_searching_costs_one_query(self):
        with CaptureQueriesContext(connection) as queries:
            [place_label(place) for place in list_places("phuong")]
        assert len(queries) == 1


def test_the_whole_country_is_imported_in_a_few_queries():
    """3,321 communes: the queries do not grow with the rows."""
    rows = [["01", "", n, f"Xã Số {n}", "Xã"] for n in range(1, 3322)]
    with CaptureQueriesContext(connection) as queries:
        assert load(sheet(rows)).is_done
    assert Place.objects.count() == 3321 and len(queries) < 60

"""The list: Vietnamese order, search by beginnings of words, scope, pages, a constant number of
queries.
"""

import unicodedata
from datetime import date

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from tests.registers import asked_by
from tests.worlds import staff

from thenchot.kernel.text import sort_key
from thenchot.organisation.services import dissolve_unit
from thenchot.people import columns
from thenchot.people.names import clean_name, folded_words, stored_order
from thenchot.people.queries import list_people
from thenchot.people.registers import PersonRegister
from thenchot.people.services import correct_person, end_appointment
from thenchot.platform.audit.models import Event, Read
from thenchot.platform.office.excel.worksheets import read_sheet
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role

LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
)
names = st.lists(st.text(LETTERS, min_size=1, max_size=6), min_size=1, max_size=4).map(" ".join)


@given(names, names)
def test_stored_order_is_the_order_of_the_kernel(one, other):
    assert (stored_order(one) < stored_order(other)) == (sort_key(one) < sort_key(other))


@given(names)
def test_stored_order_is_plain_ascii_that_every_database_sorts_alike(name):
    assert stored_order(name).isascii() and stored_order(name).isalnum()


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("NGUYỄN THỊ HÀ", "Nguyễn Thị Hà"),
        ("Nguyễn thị Hà", "Nguyễn thị Hà"),
        (unicodedata.normalize("NFD", "Lê Đức"), "Lê Đức"),
        (" Lê   An ", "Lê An"),
    ],
)
def test_names_are_cleaned_without_inventing(given_name, kept):
    assert clean_name(given_name) == kept


def test_words_for_search():
    assert folded_words("Nguyễn Thị Đường") == " nguyen thi duong"


@pytest.mark.postgres
class TestOrderAndSearch:
    def test_by_given_name_in_the_vietnamese_alphabet(self, world):
        staff(
            world,
            world.units["ubnd"],
            [
                "Trần Văn Ôn",
                "Trần Văn Oanh",
                "Trần Văn Ơn",
                "Lê Đạt",
                "Lê Dung",
                "Lê Hạ",
                "Lê Hà",
                "Lê Hả",
            ],
        )
        listed = [p.full_name for p in list_people(SYSTEM, unit_id=world.units["ubnd"].pk)]
        assert [n for n in listed if n.startswith(("Trần Văn", "Lê"))] == [
            "Lê Dung",
            "Lê Đạt",
            "Lê Hà",
            "Lê Hả",
            "Lê Hạ",
            "Trần Văn Oanh",
            "Trần Văn Ôn",
            "Trần Văn Ơn",
        ]

    @pytest.mark.parametrize(
        ("q", "found"),
        [
            ("duong", ["Nguyễn Văn Đường"]),
            ("Đường", ["Nguyễn Văn Đường"]),
            ("duong ngu", ["Nguyễn Văn Đường"]),
            ("uong", []),
            ("duong tran", []),
            ("thi a", ["Đặng Thị Ánh", "Lê Thị Bích Ăn"]),
            ("%", []),
            ("_", ["*"]),
            ("", ["*"]),
        ],
    )
    def test_every_word_begins_a_word(self, world, q, found):
        listed = [p.full_name for p in list_people(world.actor(Role.STAFF), q=q)]
        assert len(listed) == len(world.people) if found == ["*"] else listed == found

    def test_only_the_own_ward(self, world):
        assert set(list_people(world.actor(Role.STAFF))) == set(world.people.values())

    def test_a_head_of_a_division_sees_that_division(self, world):
        actor = world.actor(Role.HEAD, world.units["phòng văn hóa"])
        assert list(list_people(actor)) == [world.people["phòng văn hóa"]]

    def test_a_unit_with_everything_below_it(self, world):
        listed = set(list_people(world.actor(Role.STAFF), unit_id=world.units["ubnd"].pk))
        assert listed == {world.people["ubnd"], world.people["phòng văn hóa"]}

    def test_whoever_left_is_listed_apart(self, world):
        end_appointment(
            SYSTEM, appointment_id=world.people["ubnd"].appointments.get().pk, on=date(2026, 1, 31)
        )
        assert list(list_people(world.actor(Role.OFFICER), left=True)) == [world.people["ubnd"]]

    def test_people_of_a_dissolved_unit_are_seen_through_its_successor(self, world):
        end_appointment(
            SYSTEM,
            appointment_id=world.people["mặt trận"].appointments.get().pk,
            on=date(2026, 1, 31),
        )
        heir = world.other_units["mặt trận"]
        dissolve_unit(
            SYSTEM, unit_id=world.units["mặt trận"].pk, successor_id=heir.pk, on=date(2026, 1, 31)
        )
        assert world.people["mặt trận"] in list_people(world.actor(Role.HEAD, heir))

    def test_seats_of_other_units_stay_hidden(self, world):
        from thenchot.people.services import appoint

        person, unit = world.people["phòng văn hóa"], world.other_units["mặt trận"]
        appoint(
            SYSTEM,
            person_id=person.pk,
            unit_id=unit.pk,
            title="Kiêm",
            is_primary=False,
            valid_from=date(2026, 1, 1),
        )
        listed = list_people(world.actor(Role.HEAD, world.units["phòng văn hóa"])).get(pk=person.pk)
        assert [seat.unit for seat in listed.seats] == [world.units["phòng văn hóa"]]


class TestPage:
    def test_fifty_a_page(self, world):
        staff(world, world.units["ubnd"], [f"Lê Văn A{n}" for n in range(60)])
        actor = world.actor(Role.STAFF)
        assert len(self.shown(actor)) == 50
        assert len(self.shown(actor, page=2)) == 60 + len(world.people) - 50

    def shown(self, actor, **asked):
        register = asked_by(PersonRegister, actor, **asked)
        register.page()
        return [person.full_name for person in register.records]

    def test_the_only_other_order_is_the_same_backwards(self, world):
        actor = world.actor(Role.STAFF)
        names = self.shown(actor)
        assert self.shown(actor, sort="-name") == names[::-1]
        assert self.shown(actor, sort="-unit") == self.shown(actor, sort="name") == names

    def test_a_word_nobody_has_says_how_to_search(self, world):
        text = world.client(Role.STAFF).get("/people/?q=khongai").content.decode()
        assert "Gõ không dấu cũng được" in text

    def test_files_that_leave_keep_what_was_asked_for(self, world):
        text = world.client(Role.OFFICER).get("/people/?q=duong").content.decode()
        for route in ("person_listing", "person_export_whole"):
            assert f'href="{reverse(route)}?q=duong"' in text
        assert f'href="{reverse("person_list_file", args=["xlsx"])}?q=duong"' in text

    def test_files_are_offered_to_whoever_may_take_them(self, world):
        text = world.client(Role.HEAD).get("/people/").content.decode()
        assert reverse("person_listing") not in text and "list.xlsx" not in text

    def test_fragment_holds_rows_only(self, world):
        answer = world.client(Role.STAFF).get(
            "/people/?q=duong", headers={"HX-Request": "true", "HX-Target": "rows"}
        )
        assert "<html" not in answer.content.decode()
        assert "Nguyễn Văn Đường" in answer.content.decode()

    def test_a_stranger_asked_for_by_unit_gives_nobody(self, world):
        answer = world.client(Role.STAFF).get(f"/people/?unit={world.other_units['ubnd'].pk}")
        assert "Lý Thị Thoa" not in answer.content.decode()


class TestExport:
    def rows(self, world, role, query=""):
        answer = world.client(role).get(reverse("person_list_file", args=["xlsx"]) + query)
        return read_sheet(answer.content, columns.KEPT)

    def test_the_filter_holds_for_the_export_too(self, world):
        assert [r.text("name") for r in self.rows(world, Role.OFFICER, "?q=duong")] == [
            "Nguyễn Văn Đường"
        ]

    def test_births_only_for_who_may_read_them(self, world):
        correct_person(SYSTEM, person_id=world.people["ubnd"].pk, born_on=date(1980, 5, 12))
        assert [r.text("born") for r in self.rows(world, Role.OFFICER, "?q=duyen")] == [
            "12/05/1980"
        ]
        assert [r.text("born") for r in self.rows(world, Role.CLERK, "?q=duyen")] == [""]

    def test_taking_the_list_leaves_an_event(self, world):
        self.rows(world, Role.OFFICER, "?q=duong")
        assert Event.objects.get(name="people_exported").facts == {"filters": {"q": "duong"}}


class TestOne:
    def test_reading_a_birth_date_is_logged(self, world):
        correct_person(SYSTEM, person_id=world.people["ubnd"].pk, born_on=date(1980, 5, 12))
        world.client(Role.OFFICER).get(reverse("person_detail", args=[world.people["ubnd"].pk]))
        assert Read.objects.get().subject_id == str(world.people["ubnd"].pk)

    def test_who_may_not_sees_no_birth_date_and_leaves_no_read(self, world):
        correct_person(SYSTEM, person_id=world.people["ubnd"].pk, born_on=date(1980, 5, 12))
        answer = world.client(Role.STAFF).get(
            reverse("person_detail", args=[world.people["ubnd"].pk])
        )
        assert "12/05/1980" not in answer.content.decode()
        assert not Read.objects.exists()

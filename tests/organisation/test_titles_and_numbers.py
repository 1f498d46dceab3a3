"""Shipped and local titles, approved numbers, permitted deputies, what documents state."""

from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from thenchot.kernel.decision import Refused
from thenchot.organisation import catalogue
from thenchot.organisation.models import Headcount, Quota, Title, TitleLimit
from thenchot.organisation.queries import match_titles
from thenchot.organisation.queries.titles import get_title, list_titles, titles_for
from thenchot.organisation.services import open_term, quotas, titles
from thenchot.organisation.shipping import load_titles
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.postgres


def add(world, actor=SYSTEM, unit=None, **fields):
    usual = {
        "code": "chief",
        "name": "Đội trưởng quản lý đô thị",
        "rank": "head",
        "bloc": "government",
    }
    return titles.add_title(actor, unit_id=(unit or world.ward).pk, **usual | fields)


def shipped(code):
    return Title.objects.get(unit=None, code=code)


class TestShipped:
    def test_every_database_has_them_in_order(self, world):
        kept = Title.objects.filter(unit=None).order_by("position")
        assert [title.code for title in kept] == [one.code for one in catalogue.titles()]

    def test_what_changed_follows_and_what_is_there_stays(self, world):
        pk = shipped("specialist").pk
        Title.objects.filter(pk=pk).update(name="x", is_manager=True)
        load_titles()
        again = shipped("specialist")
        assert (again.pk, again.name, again.is_manager) == (pk, "Chuyên viên", False)

    def test_what_is_missing_is_added(self, world):
        Title.objects.filter(unit=None, code="treasurer")._raw_delete("default")
        load_titles()
        assert shipped("treasurer").name == "Thủ quỹ"

    def test_a_second_load_only_looks(self, world):
        with CaptureQueriesContext(connection) as queries:
            load_titles()
        assert [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE"))] == []

    def test_a_local_title_is_not_touched(self, world):
        own = add(world, code="specialist-2", name="Chuyên viên đặc biệt")
        load_titles()
        own.refresh_from_db()
        assert own.name == "Chuyên viên đặc biệt"

    def test_a_state_without_the_table_is_left_alone(self):
        class Empty:
            def get_model(self, *_):
                raise LookupError

        load_titles(apps=Empty())
        assert apps.get_model("organisation", "Title") is Title

    def test_no_two_shipped_ones_of_a_code(self, world):
        with pytest.raises(IntegrityError), transaction.atomic():
            Title.objects.create(unit=None, code="specialist", name="x", folded="x")


class TestLocal:
    def test_added_it_serves_the_ward_and_what_is_below(self, world):
        own = add(world, world.actor(Role.OFFICER))
        assert own in titles_for(world.units["phòng văn hóa"]) and own not in titles_for(
            world.other_ward
        )
        assert Event.objects.get(name="title_added").unit_path == world.ward.path

    def test_a_province_s_title_serves_its_communes(self, world):
        own = add(world, unit=world.city)
        assert own in titles_for(world.ward) and get_title(world.actor(Role.STAFF), own.pk) == own

    @pytest.mark.parametrize(
        ("fields", "rule"),
        [
            ({"code": "specialist"}, "title.code"),
            ({"name": "chuyen vien"}, "title.taken"),
            ({"name": " "}, "title.name"),
            ({"code": ""}, "title.name"),
        ],
    )
    def test_code_and_name_are_its_own(self, world, fields, rule):
        with pytest.raises(Refused) as error:
            add(world, **fields)
        assert error.value.decision.reasons[0].rule == rule

    def test_corrected(self, world):
        own = add(world)
        titles.correct_title(
            SYSTEM, title_id=own.pk, name="Đội trưởng", names=["Đ.trưởng"], is_manager=True
        )
        own.refresh_from_db()
        assert (own.name, own.names, own.is_manager, own.code) == (
            "Đội trưởng",
            ["Đ.trưởng"],
            True,
            "chief",
        )

    def test_ended_it_is_not_given_any_more(self, world):
        own = add(world)
        titles.end_title(SYSTEM, title_id=own.pk, on=date(2026, 1, 31))
        assert own not in titles_for(world.ward, date(2026, 2, 1)) and own in titles_for(
            world.ward, date(2026, 1, 31)
        )

    def test_a_shipped_one_is_not_changed_here(self, world):
        with pytest.raises(Refused) as error:
            titles.correct_title(SYSTEM, title_id=shipped("specialist").pk, name="x")
        assert error.value.decision.reasons[0].rule == "title.shipped"

    def test_a_stranger_s_is_not_there(self, world):
        own = add(world)
        stranger = world.actor(Role.OFFICER, world.other_ward)
        assert own not in list_titles(stranger)
        with pytest.raises(NotVisible):
            titles.correct_title(stranger, title_id=own.pk, name="x")

    @pytest.mark.parametrize("role", [role for role in Role if role != Role.OFFICER])
    def test_only_the_officer_keeps_them(self, world, role):
        with pytest.raises(Refused):
            add(world, world.actor(role))

    def test_unknown_fields_are_a_programming_mistake(self, world):
        with pytest.raises(TypeError):
            add(world, colour="red")


class TestMatching:
    def test_one_query_however_many_texts(self, world):
        texts = [
            ("Trưởng ban", "Ban Xây dựng Đảng Đảng ủy phường"),
            "PCT UBND",
            *(f"Chuyên viên {n}" for n in range(200)),
        ]
        with CaptureQueriesContext(connection) as queries:
            found = match_titles(world.ward, texts)
        assert len(queries) == 1 and len(found) == 202
        assert (
            found[texts[0]].code == "party_building_head"
            and found["PCT UBND"].code == "people_vice_chair"
        )

    def test_a_local_title_goes_before_a_shipped_one(self, world):
        own = add(world, code="own-head", name="Trưởng phòng phường", names=["Trưởng phòng"])
        assert match_titles(world.ward, ["Trưởng phòng Nội vụ"])["Trưởng phòng Nội vụ"] == own

    def test_an_ended_title_is_not_meant(self, world):
        own = add(world)
        titles.end_title(SYSTEM, title_id=own.pk, on=date(2026, 1, 31))
        assert match_titles(world.ward, [own.name]) == {own.name: None}


class TestNumbers:
    def quota(self, world, actor=SYSTEM, **fields):
        usual = {
            "unit_id": world.ward.pk,
            "year": 2026,
            "bloc": "party",
            "number": 20,
            "basis": "QĐ 5-QĐ/TU",
        }
        return quotas.set_quota(actor, **usual | fields)

    def test_entered_again_it_is_put_right_and_the_trail_knows_what_it_was(self, world):
        self.quota(world)
        assert self.quota(world, number=21).number == 21 and Quota.objects.count() == 1
        assert [
            event.facts["before"]
            for event in Event.objects.filter(name="quota_set").order_by("seq")
        ] == [None, 20]

    def test_each_kind_and_year_has_its_own(self, world):
        self.quota(world)
        self.quota(world, staff_kind="cadre", number=8)
        self.quota(world, year=2027)
        assert Quota.objects.count() == 3

    @pytest.mark.parametrize(
        ("fields", "rule"), [({"basis": " "}, "quota.basis"), ({"managers": 21}, "quota.managers")]
    )
    def test_it_has_a_basis_and_no_more_managers_than_people(self, world, fields, rule):
        with pytest.raises(Refused) as error:
            self.quota(world, **fields)
        assert error.value.decision.reasons[0].rule == rule

    @pytest.mark.parametrize("role", [role for role in Role if role != Role.OFFICER])
    def test_only_the_officer_enters_it(self, world, role):
        with pytest.raises(Refused):
            self.quota(world, world.actor(role))

    def test_deputies_of_a_term(self, world):
        """S0-131: one vice chair more in the term."""
        term = open_term(
            SYSTEM,
            unit_id=world.ward.pk,
            name="2026 - 2031",
            starts_on=date(2026, 3, 1),
            ends_on=date(2031, 2, 28),
        )
        fields = {
            "unit_id": world.ward.pk,
            "title_id": shipped("people_vice_chair").pk,
            "basis": "NĐ 300/2025",
        }
        quotas.set_title_limit(SYSTEM, number=2, term_id=term.pk, **fields)
        limit = quotas.set_title_limit(SYSTEM, number=3, term_id=term.pk, **fields)
        assert (limit.number, TitleLimit.objects.count()) == (3, 1)
        quotas.set_title_limit(SYSTEM, number=9, **fields)
        assert TitleLimit.objects.count() == 2

    def test_a_term_or_title_of_elsewhere_is_not_there(self, world):
        other = add(world, unit=world.other_ward)
        for ids in (
            {"title_id": other.pk},
            {"title_id": shipped("specialist").pk, "term_id": 987654},
        ):
            with pytest.raises(NotVisible):
                quotas.set_title_limit(SYSTEM, unit_id=world.ward.pk, number=1, basis="x", **ids)

    def test_what_a_document_states_is_kept_as_it_is(self, world):
        """S4-001: 6.56 km2, 116,091 people."""
        said = {
            "on": date(2026, 1, 1),
            "source": "Nghị quyết",
            "total": 131,
            "population": 116_091,
            "area_km2": Decimal("6.56"),
        }
        quotas.state_headcount(SYSTEM, unit_id=world.ward.pk, **said)
        kept = Headcount.objects.get()
        assert (kept.total, kept.population, kept.area_km2) == (131, 116_091, Decimal("6.56"))

    @pytest.mark.parametrize(
        ("fields", "rule"),
        [({"source": ""}, "headcount.source"), ({"total": None}, "headcount.empty")],
    )
    def test_it_has_a_source_and_a_figure(self, world, fields, rule):
        with pytest.raises(Refused) as error:
            quotas.state_headcount(
                SYSTEM,
                unit_id=world.ward.pk,
                on=date(2026, 1, 1),
                **{"source": "NQ", "total": 1} | fields,
            )
        assert error.value.decision.reasons[0].rule == rule

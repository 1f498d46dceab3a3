"""Who is counted where, against approved numbers, permitted deputies and what documents state."""

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.worlds import SINCE, staff

from thenchot.kernel.decision import Refused
from thenchot.organisation.models import Quota, Title
from thenchot.organisation.queries import homes_over
from thenchot.organisation.services import open_term, quotas
from thenchot.people.headcount import headcount_table, may_count_one_more
from thenchot.people.models import Appointment
from thenchot.people.services import appoint, create_person, end_appointment, transfer
from thenchot.people.staffing.linking import link_surely
from thenchot.platform.audit.models import Event
from thenchot.platform.policies.services import confirm_value, enter_value
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.postgres
TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("THENCHOT_TODAY", TODAY.isoformat())


def quota(world, bloc="government", number=2, **fields):
    usual = {"unit_id": world.ward.pk, "year": 2026, "basis": "QĐ 5"}
    return quotas.set_quota(SYSTEM, bloc=bloc, number=number, **usual | fields)


def enter(world, key="ubnd", name="Lê Văn Mới", **fields):
    person = create_person(SYSTEM, full_name=name, unit_id=world.units[key].pk)
    return appoint(
        SYSTEM,
        person_id=person.pk,
        unit_id=world.units[key].pk,
        title="Chuyên viên",
        valid_from=TODAY,
        **fields,
    )


def table(world, on=TODAY):
    return headcount_table(world.ward, on)


def row(world, bloc="government", on=TODAY):
    return next(row for row in table(world, on).rows if row.bloc == bloc)


class TestCounting:
    def test_a_person_counts_once_where_the_primary_seat_is(self, world):
        person = world.people["ubnd"]
        appoint(
            SYSTEM,
            person_id=person.pk,
            unit_id=world.units["mặt trận"].pk,
            title="UV",
            is_primary=False,
            valid_from=TODAY,
        )
        assert (row(world).total, row(world, "front").total, table(world).total) == (2, 1, 7)

    def test_who_left_is_not_counted(self, world):
        end_appointment(
            SYSTEM, appointment_id=world.people["ubnd"].appointments.get().pk, on=date(2026, 10, 31)
        )
        assert (row(world).total, row(world, on=date(2026, 10, 31)).total) == (1, 2)

    def test_managers_are_told_by_their_title_or_by_leading_while_it_is_free_text(self, world):
        assert row(world).managers == 2
        seat = world.people["ubnd"].appointments.get()
        for code, managers in (("specialist", 1), ("people_chair", 2)):
            Appointment.objects.filter(pk=seat.pk).update(
                title_ref=Title.objects.get(unit=None, code=code)
            )
            assert row(world).managers == managers

    def test_the_kind_is_what_the_appointment_says_else_what_the_title_says(self, world):
        seat = world.people["ubnd"].appointments.get()
        Appointment.objects.filter(pk=seat.pk).update(
            title_ref=Title.objects.get(unit=None, code="people_chair")
        )
        assert row(world).kinds == {"cadre": 1, "": 1}
        Appointment.objects.filter(pk=seat.pk).update(staff_kind="contract")
        assert row(world).kinds == {"contract": 1, "": 1}

    def test_personnel_and_inspection_work(self, world):
        """S0-098, S3-077."""
        for key, title in (
            ("ban xây dựng đảng", "Trưởng ban XDĐ"),
            ("ủy ban kiểm tra", "Chủ nhiệm UBKT"),
        ):
            Appointment.objects.filter(person=world.people[key]).update(title=title)
        link_surely(SYSTEM, home_id=world.ward.pk)
        assert (table(world).personnel, table(world).inspection, table(world).untitled) == (1, 1, 5)

    def test_another_ward_is_another_table(self, world):
        assert (
            headcount_table(world.other_ward, TODAY).total == 7
            and headcount_table(world.city, TODAY).total == 14
        )

    def test_the_cost_does_not_grow_with_people(self, world):
        def cost():
            with CaptureQueriesContext(connection) as queries:
                table(world)
            return len(queries)

        few = cost()
        staff(world, world.units["ubnd"], [f"Lê Văn {chr(97 + n)}" for n in range(20)])
        assert cost() == few


class TestQuota:
    def test_free_and_excess(self, world):
        quota(world)
        assert [(used, free) for _q, used, free in row(world).quotas] == [(2, 0)]
        quota(world, number=1)
        assert [(used, free) for _q, used, free in row(world).quotas] == [(2, -1)]

    def test_without_a_kind_it_counts_cadres_civil_servants_and_the_unknown(self, world):
        quota(world, number=10)
        for kind in ("cadre", "civil_servant", "contract", "part_time"):
            enter(world, name=f"Lê {kind}", staff_kind=kind)
        assert [used for _q, used, _f in row(world).quotas] == [4]

    def test_of_a_kind_it_counts_that_kind(self, world):
        quota(world, staff_kind="contract", number=1)
        enter(world, staff_kind="contract")
        assert [(used, free) for _q, used, free in row(world).quotas] == [(1, 0)]

    def test_another_year_has_its_own(self, world):
        quota(world, year=2027)
        assert row(world).quotas == [] and row(world, on=date(2027, 1, 1)).quotas


class TestAppointing:
    """S3-065: not beyond the approved number without the competent level."""

    def test_within_it_may(self, world):
        quota(world, number=3)
        assert enter(world).pk

    def test_beyond_it_may_not(self, world):
        quota(world)
        with pytest.raises(Refused) as error:
            enter(world)
        reason = error.value.decision.reasons[0]
        assert (reason.rule, reason.source) == ("quota.exceeded", "S3-065")
        assert reason.message.startswith(
            "Khối Chính quyền của Phường Đông Kinh năm 2026 được giao 2, đang có 2"
        )

    def test_with_reason_and_document_it_may_and_the_trail_keeps_both(self, world):
        quota(world)
        seat = enter(world, excess_reason="Tăng cường", excess_basis="CV 12-CV/TU")
        facts = Event.objects.get(name="person_appointed", subject_id=str(seat.pk)).facts
        assert (facts["excess_reason"], facts["excess_basis"]) == ("Tăng cường", "CV 12-CV/TU")

    @pytest.mark.parametrize("half", [{"excess_reason": "Tăng cường"}, {"excess_basis": "CV 12"}])
    def test_half_a_permission_is_none(self, world, half):
        quota(world)
        with pytest.raises(Refused):
            enter(world, **half)

    def test_a_concurrent_seat_does_not_count(self, world):
        quota(world)
        person = world.people["mặt trận"]
        assert appoint(
            SYSTEM,
            person_id=person.pk,
            unit_id=world.units["ubnd"].pk,
            title="UV",
            is_primary=False,
            valid_from=TODAY,
        ).pk

    def test_moving_inside_the_bloc_takes_no_further_place(self, world):
        quota(world)
        person = world.people["phòng văn hóa"]
        moved = transfer(
            SYSTEM,
            person_id=person.pk,
            unit_id=world.units["ubnd"].pk,
            title="Chuyên viên",
            valid_from=TODAY,
        )
        assert moved.unit == world.units["ubnd"]

    @pytest.mark.parametrize(
        ("kind", "allowed"), [("contract", True), ("cadre", False), ("", False)]
    )
    def test_kinds_the_number_does_not_count_pass(self, world, kind, allowed):
        quota(world)
        assert bool(may_count_one_more(world.units["ubnd"], kind, TODAY)) is allowed

    def test_a_kind_with_its_own_number_is_measured_by_it(self, world):
        quota(world, number=99)
        quota(world, staff_kind="contract", number=0)
        assert not may_count_one_more(world.units["ubnd"], "contract", TODAY)
        assert may_count_one_more(world.units["ubnd"], "cadre", TODAY)

    def test_where_no_number_was_entered_nothing_stops(self, world):
        assert may_count_one_more(world.units["ubnd"], "", TODAY) and not Quota.objects.exists()

    def test_where_the_policy_says_so_it_only_warns(self, world):
        quota(world)
        fields = {
            "key": "organisation.quota_blocks",
            "value": False,
            "basis": "Quy chế",
            "valid_from": SINCE,
        }
        value = enter_value(world.actor(Role.OFFICER), path=world.ward.path, **fields)
        confirm_value(world.actor(Role.LEADER), value_id=value.pk)
        decision = may_count_one_more(world.units["ubnd"], "", TODAY)
        assert decision and decision.reasons[0].rule == "quota.exceeded"

    def test_on_the_form_the_refusal_stands_and_the_document_opens_the_way(self, world):
        quota(world)
        person = create_person(SYSTEM, full_name="Lê Văn Mới", unit_id=world.units["ubnd"].pk)
        client, address = world.client(Role.OFFICER), reverse("person_appoint", args=[person.pk])
        data = {
            "unit": world.units["ubnd"].pk,
            "title": "Chuyên viên",
            "valid_from": "2026-11-20",
            "kind": "transfer",
        }
        assert "thêm một người là vượt 1" in client.post(address, data).content.decode()
        client.post(address, data | {"excess_reason": "Tăng cường", "excess_basis": "CV 12"})
        assert person.appointments.count() == 1


class TestDocuments:
    @pytest.fixture
    def stated(self, world):
        """S4-001 … S4-005."""
        parts = {"": (131, 30), "party": (20, 11), "front": (16, 5), "government": (94, 14)}
        for bloc, (total, managers) in parts.items():
            more = {"population": 116_091, "area_km2": Decimal("6.56")} if not bloc else {}
            said = {
                "on": date(2026, 1, 1),
                "bloc": bloc,
                "total": total,
                "managers": managers,
                "source": "Nghị quyết",
                **more,
            }
            quotas.state_headcount(SYSTEM, unit_id=world.ward.pk, **said)

    def test_the_parts_are_one_short_of_the_whole(self, world, stated):
        found = table(world)
        assert (found.gap, found.gap_managers) == (1, 0)
        assert (found.snapshot.population, found.snapshot.area_km2) == (116_091, Decimal("6.56"))

    def test_the_files_are_compared_with_what_is_stated(self, world, stated):
        assert row(world).difference == 2 - 94 and row(world, "front").difference == 1 - 16

    def test_later_figures_are_not_known_before_their_day(self, world, stated):
        assert table(world, date(2025, 12, 31)).stated is None

    def test_newer_figures_take_the_place_of_older_ones(self, world, stated):
        quotas.state_headcount(
            SYSTEM, unit_id=world.ward.pk, on=TODAY, bloc="front", total=17, source="Báo cáo"
        )
        assert row(world, "front").stated.total == 17 and table(world).gap == 0

    def test_page_shows_the_difference_and_the_sheet_opens(self, world, stated):
        quota(world, number=94, managers=14)
        client = world.client(Role.LEADER)
        page = client.get("/units/headcount/").content.decode()
        assert "Phần không khớp tổng: Nghị quyết ghi 131 người, các khối cộng lại lệch 1" in page
        assert "116.091" in page and "6,56" in page
        book = openpyxl.load_workbook(
            io.BytesIO(client.get("/units/headcount/export.xlsx").content)
        )
        rows = {line[0]: line for line in book["Biên chế"].values}
        assert rows["Chính quyền"][:9] == ("Chính quyền", 2, 2, 94, 2, 92, 94, 14, -92)
        assert rows["Tổng cộng"][1] == 7 and rows["Tổng cộng"][6] == 131
        assert any("không khớp tổng" in str(line[0]) for line in book["Hướng dẫn"].values)


class TestDeputies:
    def limit(self, world, number, term=None, unit=None):
        title = Title.objects.get(unit=None, code="people_vice_chair")
        ids = {
            "unit_id": (unit or world.ward).pk,
            "title_id": title.pk,
            "term_id": term and term.pk,
        }
        return quotas.set_title_limit(SYSTEM, number=number, basis="NĐ 300/2025/NĐ-CP", **ids)

    def test_free_and_excess_by_title(self, world):
        """S0-042."""
        Appointment.objects.filter(person=world.people["phòng văn hóa"]).update(title="PCT UBND")
        link_surely(SYSTEM, home_id=world.ward.pk)
        self.limit(world, 2)
        assert [(used, free) for _l, used, free in table(world).limits] == [(1, 1)]
        self.limit(world, 0)
        assert [(used, free) for _l, used, free in table(world).limits] == [(1, -1)]

    def test_one_of_a_unit_counts_that_unit(self, world):
        Appointment.objects.filter(person=world.people["phòng văn hóa"]).update(title="PCT UBND")
        link_surely(SYSTEM, home_id=world.ward.pk)
        self.limit(world, 2, unit=world.units["mặt trận"])
        assert [used for _l, used, _f in table(world).limits] == [0]

    def test_one_of_a_term_holds_while_it_runs(self, world):
        term = open_term(
            SYSTEM,
            unit_id=world.ward.pk,
            name="2026 - 2031",
            starts_on=date(2026, 3, 1),
            ends_on=date(2031, 2, 28),
        )
        self.limit(world, 3, term)
        assert table(world).limits and not table(world, date(2026, 2, 28)).limits


class TestPages:
    def test_numbers_entered_from_the_page(self, world):
        client, title = (
            world.client(Role.OFFICER),
            Title.objects.get(unit=None, code="people_vice_chair"),
        )
        home = world.ward.pk
        client.post(
            reverse("quota_new", args=[home]),
            {"year": 2026, "bloc": "party", "number": 20, "basis": "QĐ 5"},
        )
        client.post(
            reverse("limit_new", args=[home]),
            {"unit": home, "title": title.pk, "number": 3, "basis": "NĐ 300"},
        )
        stated = {
            "on": "2026-01-01",
            "total": 131,
            "population": 116_091,
            "area_km2": "6.56",
            "source": "Nghị quyết",
        }
        client.post(reverse("headcount_state", args=[home]), stated)
        page = client.get("/units/headcount/").content.decode()
        assert "QĐ 5" in page and "NĐ 300" in page and "116.091" in page

    @pytest.mark.parametrize("name", ["quota_new", "limit_new", "headcount_state"])
    def test_an_empty_form_says_what_is_missing(self, world, name):
        assert (
            "errorlist"
            in world.client(Role.OFFICER)
            .post(reverse(name, args=[world.ward.pk]), {})
            .content.decode()
        )

    def test_a_province_chooses_among_its_communes(self, world):
        client = world.client(Role.OFFICER, world.city)
        page = client.get(f"/units/headcount/?home={world.other_ward.pk}").content.decode()
        assert "Phường Tân Lập" in page

    def test_a_division_has_no_commune_to_count(self, world):
        actor = world.actor(Role.HEAD, world.units["ubnd"])
        assert not homes_over(actor, "organisation.see_posts")
        client = world.client(Role.HEAD, world.units["ubnd"])
        for address in ("/units/headcount/", "/units/headcount/export.xlsx"):
            assert "Không có địa phương nào" in client.get(address).content.decode()

    def test_another_ward_is_no_choice(self, world):
        page = (
            world.client(Role.OFFICER)
            .get(f"/units/headcount/?home={world.other_ward.pk}")
            .content.decode()
        )
        assert "Tân Lập" not in page

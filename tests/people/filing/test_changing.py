"""Items keep their former value, rows are replaced, and the file answers both questions of time."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import Http404

from thenchot.kernel.decision import Refused
from thenchot.people.filing import changing, reading
from thenchot.people.filing.reading import Moment
from thenchot.people.filing.sections import GROUPS, SECTIONS, part_of, section_of
from thenchot.people.models import FormerValue, Particulars, Qualification
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.postgres
YESTERDAY = today() - timedelta(days=1)


def backdate(model, days=2):
    """As if it had been entered some days ago."""
    for row in model.history.all() if hasattr(model, "history") else model.objects.all():
        type(row).history.filter(pk=row.pk).update(
            recorded_at=row.recorded_at - timedelta(days=days)
        )


class TestItems:
    def test_an_item_and_its_former_value(self, officer, person):
        assert changing.change_items(officer, person_id=person.pk, residence="Số 1") == [
            "residence"
        ]
        changing.change_items(officer, person_id=person.pk, residence="Số 2", phone="0903")
        assert Particulars.objects.get(person=person).residence == "Số 2"
        assert [f.value for f in FormerValue.objects.filter(item="particulars.residence")] == [
            "Số 1",
            "",
        ]

    def test_nothing_new_writes_nothing(self, officer, person):
        changing.change_items(officer, person_id=person.pk, residence="Số 1")
        events = Event.objects.count()
        assert changing.change_items(officer, person_id=person.pk, residence=" Số 1 ") == []
        assert Event.objects.count() == events

    def test_the_event_names_fields_and_never_says_what(self, officer, person):
        changing.change_items(officer, person_id=person.pk, health="Hen suyễn", religion="buddhist")
        facts = Event.objects.get(name="items_changed").facts
        assert set(facts) == {"health", "religion"}
        assert "Hen" not in str(facts) and "buddhist" not in str(facts)

    @pytest.mark.parametrize("name", ["health", "detention_note", "income_other", "insurance_no"])
    def test_sensitive_items_are_sealed_in_the_table(self, officer, person, name):
        changing.change_items(officer, person_id=person.pk, **{name: "bí mật riêng"})
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {name} FROM people_particulars WHERE person_id = %s", [person.pk]
            )
            assert "bí mật" not in cursor.fetchone()[0]
        assert getattr(Particulars.objects.get(person=person), name) == "bí mật riêng"

    def test_former_values_are_sealed(self, officer, person):
        changing.change_items(officer, person_id=person.pk, residence="Ngõ 7")
        changing.change_items(officer, person_id=person.pk, residence="Ngõ 8")
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT value FROM people_formervalue WHERE item = 'particulars.residence'"
            )
            assert not any("Ngõ" in value for (value,) in cursor.fetchall())

    def test_too_long_names_the_item(self, officer, person):
        with pytest.raises(Refused, match="Số điện thoại liên hệ"):
            changing.change_items(officer, person_id=person.pk, phone="9" * 41)
        assert not Particulars.objects.filter(person=person).exists()

    def test_an_unknown_item_is_a_mistake_of_the_program(self, officer, person):
        with pytest.raises(TypeError):
            changing.change_items(officer, person_id=person.pk, salary_of_neighbour="x")

    @pytest.mark.parametrize(
        "role", [Role.HEAD, Role.LEADER, Role.STAFF, Role.INSPECTOR, Role.ADMIN]
    )
    def test_only_who_keeps_the_file(self, world, person, role):
        with pytest.raises(Refused):
            changing.change_items(world.actor(role), person_id=person.pk, residence="x")

    def test_a_stranger_does_not_even_see_it(self, world, person):
        with pytest.raises(Http404):
            changing.change_items(
                world.actor(Role.OFFICER, world.other_ward), person_id=person.pk, residence="x"
            )


class TestRows:
    def test_a_replaced_row_stays_in_the_history(self, officer, person, degree):
        new = changing.replace_row(
            officer, section="degree", row_id=degree.pk, field="Luật kinh tế"
        )
        assert list(Qualification.objects.filter(person=person)) == [new]
        assert new.replaces_id == degree.pk and new.school == degree.school
        degree = Qualification.history.get(pk=degree.pk)
        assert degree.replaced_at is not None and degree.field == "Luật"

    def test_the_same_again_replaces_nothing(self, officer, degree):
        again = changing.replace_row(
            officer, section="degree", row_id=degree.pk, field="Luật", level="bachelor"
        )
        assert again.pk == degree.pk and Qualification.history.count() == 1

    def test_a_replaced_row_cannot_be_replaced_again(self, officer, degree):
        changing.replace_row(officer, section="degree", row_id=degree.pk, field="Khác")
        with pytest.raises(Http404):
            changing.replace_row(officer, section="degree", row_id=degree.pk, field="Khác nữa")

    def test_a_row_of_another_section_is_not_found_here(self, officer, degree):
        with pytest.raises(Http404):
            changing.replace_row(officer, section="theory", row_id=degree.pk, level="high")

    def test_withdrawing_asks_why(self, officer, person, degree):
        with pytest.raises(Refused, match="lý do"):
            changing.withdraw_row(officer, section="degree", row_id=degree.pk, reason=" ")
        changing.withdraw_row(officer, section="degree", row_id=degree.pk, reason="ghi nhầm người")
        assert not Qualification.objects.filter(person=person).exists()
        assert Event.objects.get(name="row_withdrawn").facts["reason"] == "ghi nhầm người"

    def test_the_last_day_before_the_first_is_refused(self, officer, person):
        days = {"valid_from": date(2005, 1, 1), "valid_to": date(2004, 1, 1)}
        with pytest.raises(Refused, match="phải sau"):
            changing.add_row(
                officer, person_id=person.pk, section="career", organisation="A", **days
            )

    @pytest.mark.parametrize("section", [s.code for s in SECTIONS])
    def test_every_table_takes_and_gives_back_a_row(self, officer, person, section):
        part = section_of(section)
        values = {"year": 2024} if "year" in part.fields else {}
        text = next(
            n
            for n in part.fields
            if part.model._meta.get_field(n).get_internal_type() in ("CharField", "TextField")
        )
        row = changing.add_row(
            officer, person_id=person.pk, section=section, **values, **{text: "x"}
        )
        file = reading.open_file(officer, person)
        table = next(t for t in file.tables if t.section.code == section)
        assert [r.pk for r, _cells in table.rows] == [row.pk]
        others = [t for t in file.tables if t.section.code != section]
        assert all(not t.rows for t in others)


class TestTwoQuestionsOfTime:
    def test_what_was_true_on_a_day(self, officer, person, degree):
        assert reading.open_file(officer, person, Moment(on=date(2001, 8, 31))).tables[1].rows == []
        assert (
            len(reading.open_file(officer, person, Moment(on=date(2001, 9, 1))).tables[1].rows) == 1
        )

    def test_what_the_file_said_on_a_day(self, officer, person, degree):
        backdate(Qualification)
        new = changing.replace_row(
            officer, section="degree", row_id=degree.pk, field="Luật kinh tế"
        )
        assert [r.field for r, _ in self.degrees(officer, person, Moment(said=YESTERDAY))] == [
            "Luật"
        ]
        assert [r.pk for r, _ in self.degrees(officer, person, Moment(said=today()))] == [new.pk]

    def test_an_item_as_it_was_said(self, officer, person):
        changing.change_items(
            officer, person_id=person.pk, residence="Số 1", recruited_on=date(2010, 9, 1)
        )
        FormerValue.objects.update(
            replaced_at=FormerValue.objects.first().replaced_at - timedelta(days=2)
        )
        changing.change_items(officer, person_id=person.pk, residence="Số 2", recruited_on=None)
        then = reading.particulars_of(person, Moment(said=YESTERDAY))
        assert (then.residence, then.recruited_on) == ("Số 1", date(2010, 9, 1))
        before = reading.particulars_of(person, Moment(said=today() - timedelta(days=3)))
        assert (before.residence, before.recruited_on) == ("", None)
        assert reading.particulars_of(person).residence == "Số 2"

    def test_both_at_once(self, officer, person, degree):
        """On 1 September 2001, by what the file says today and by what it said yesterday."""
        backdate(Qualification)
        changing.replace_row(
            officer, section="degree", row_id=degree.pk, valid_from=date(2002, 9, 1)
        )
        asked = date(2001, 9, 1)
        assert self.degrees(officer, person, Moment(on=asked)) == []
        assert len(self.degrees(officer, person, Moment(on=asked, said=YESTERDAY))) == 1

    def degrees(self, officer, person, moment):
        return next(
            t
            for t in reading.open_file(officer, person, moment).tables
            if t.section.code == "degree"
        ).rows


class TestFieldByField:
    """Who reads which part of a file; the rest is named as hidden, never shown."""

    PRIVATE = {g.code for g in (*GROUPS, *SECTIONS) if g.reads == "people.see_private"}
    CONDUCT = {g.code for g in (*GROUPS, *SECTIONS) if g.reads == "people.see_conduct"}
    FAMILY = {g.code for g in (*GROUPS, *SECTIONS) if g.reads == "people.see_family"}
    SENSITIVE = {g.code for g in (*GROUPS, *SECTIONS) if g.reads == "people.see_sensitive"}

    def seen(self, actor, person):
        file = reading.open_file(actor, person)
        return {g.code for g, _ in file.groups} | {t.section.code for t in file.tables}

    @pytest.mark.parametrize(
        ("role", "expected"),
        [
            (Role.OFFICER, PRIVATE | CONDUCT | FAMILY | SENSITIVE),
            (Role.LEADER, PRIVATE | CONDUCT),
            (Role.INSPECTOR, PRIVATE | CONDUCT | FAMILY),
            (Role.HEAD, PRIVATE),
            (Role.STAFF, set()),
            (Role.CLERK, set()),
            (Role.ADMIN, set()),
            (Role.GUEST, set()),
        ],
    )
    def test_by_role(self, world, person, role, expected):
        assert self.seen(world.actor(role), person) == expected

    def test_a_head_reads_the_own_unit_only(self, world, person):
        assert (
            self.seen(world.actor(Role.HEAD, world.units["phòng văn hóa"]), person) == self.PRIVATE
        )
        assert self.seen(world.actor(Role.HEAD, world.units["mặt trận"]), person) == set()

    def test_the_own_file_is_whole(self, owner, person):
        person.refresh_from_db()
        assert (
            self.seen(owner, person) == self.PRIVATE | self.CONDUCT | self.FAMILY | self.SENSITIVE
        )

    def test_the_old_unit_reads_no_more_after_a_transfer(self, world, person):
        from thenchot.people.services import transfer

        transfer(
            SYSTEM,
            person_id=person.pk,
            unit_id=world.other_units["ubnd"].pk,
            title="Chuyên viên",
            valid_from=date(2026, 3, 1),
        )
        assert self.seen(world.actor(Role.OFFICER), person) == set()
        assert self.seen(world.actor(Role.OFFICER, world.other_ward), person) != set()

    @pytest.mark.parametrize("code", ["numbers", "health"])
    def test_numbers_and_health_are_the_keeper_s_alone(self, code):
        assert part_of(code).reads == "people.see_sensitive"

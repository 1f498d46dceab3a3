"""Findings in the database: written by difference, by the count and by the change of one file
alike.
"""

from datetime import date, timedelta

import pytest
from tests.standards.conftest import ROWS, make_set
from tests.worlds import staff

from thenchot.people.models import Appointment, Person, Qualification
from thenchot.people.services import end_appointment, transfer
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import SYSTEM
from thenchot.standards.models import (
    Exemption,
    Foreseen,
    Requirement,
    Shortfall,
    Sweep,
    Tally,
    Verdict,
)
from thenchot.standards.services.counting import count_all, foresee, rejudge

pytestmark = pytest.mark.django_db
TOMORROW = timedelta(days=1)


def requirement(code, of=None):
    rows = Requirement.objects.filter(code=code)
    return (rows.filter(set=of) if of else rows).get()


def shortfalls(person):
    return dict(
        Shortfall.objects.standing().filter(person=person).values_list("requirement__code", "state")
    )


def rows():
    """Everything stored, without keys and days."""
    return (
        sorted(
            Shortfall.objects.standing().values_list(
                "person", "requirement", "unit", "state", "lack"
            )
        ),
        sorted(
            Verdict.objects.standing().values_list(
                "person", "set", "unit", "title", "state", "asked"
            ),
            key=str,
        ),
        sorted(
            (
                r
                for r in Tally.objects.values_list(
                    "set",
                    "requirement",
                    "unit",
                    "title",
                    "asked",
                    "met",
                    "missing",
                    "in_training",
                    "exempt",
                )
                if any(r[5:])
            ),
            key=str,
        ),
    )


def settled():
    """A count now finds nothing to write."""
    assert count_all().changes == 0
    return rows()


class TestTheCount:
    def test_finds_who_lacks_what(self, law, head):
        law.give(head, "degree", "bachelor")
        found = count_all()
        assert shortfalls(head) == {"theory": "missing", "english": "missing"}
        assert found.people == 7 == Verdict.objects.standing().count()

    def test_a_second_run_changes_nothing(self, law):
        first = count_all()
        kept = rows(), list(Shortfall.objects.order_by("pk").values_list("pk", "since"))
        second = count_all()
        assert first.changes > 20
        assert second.changes == 0
        assert (rows(), list(Shortfall.objects.order_by("pk").values_list("pk", "since"))) == kept

    def test_without_a_set_in_force_finds_nobody(self, world):
        make_set(world.ward, ROWS, state="draft", valid_from=None)
        assert (count_all().people, Shortfall.objects.count(), Tally.objects.count()) == (0, 0, 0)

    def test_what_is_met_ends_and_stays_readable(self, law, head):
        count_all(today() - TOMORROW)
        law.give(head, "theory", "high")
        count_all()
        row = Shortfall.objects.get(person=head, requirement=requirement("theory"))
        assert (row.state, row.since, row.ended_on) == ("missing", today() - TOMORROW, today())
        assert "theory" not in shortfalls(head)

    def test_another_state_begins_another_row(self, law, head):
        count_all(today() - TOMORROW)
        law.give(head, "theory", "middle", is_studying=True)
        count_all()
        found = Shortfall.objects.filter(person=head, requirement=requirement("theory")).order_by(
            "pk"
        )
        assert [(r.state, r.since, r.ended_on) for r in found] == [
            ("missing", today() - TOMORROW, today()),
            ("in_training", today(), None),
        ]

    def test_who_left_is_counted_no_more(self, law, head):
        count_all()
        Appointment.objects.filter(person=head).update(valid_to=today() - TOMORROW)
        count_all()
        assert shortfalls(head) == {}
        assert not Verdict.objects.standing().filter(person=head).exists()

    def test_who_moves_takes_the_findings_along(self, law, head, world):
        count_all()
        since = list(
            Shortfall.objects.standing().filter(person=head).values_list("since", flat=True)
        )
        Appointment.objects.filter(person=head).update(unit=world.ward)
        count_all(today() + TOMORROW)
        moved = Shortfall.objects.standing().filter(person=head)
        assert {row.unit_id for row in moved} == {world.ward.pk}
        assert [row.since for row in moved] == since

    def test_sums_are_by_unit_and_title(self, law, title, head, world):
        law.post(head, title_ref=title("chu-tich", rank="head"))
        law.give(head, "degree", "bachelor")
        count_all()
        whole = Tally.objects.get(unit=world.units["ubnd"], requirement=None)
        assert (whole.title.code, whole.met, whole.missing) == ("chu-tich", 0, 1)
        assert set(
            Tally.objects.filter(unit=world.units["ubnd"])
            .exclude(requirement=None)
            .values_list("requirement__code", "met", "missing")
        ) == {
            ("theory", 0, 1),
            ("english", 0, 1),
        }

    def test_says_for_which_day_and_from_files_of_when(self, law):
        before = now()
        count_all(date(2026, 1, 31))
        found = Sweep.objects.get()
        assert found.on == date(2026, 1, 31)
        assert before <= found.recorded_at <= found.finished_at

    def test_a_person_counts_once_in_the_primary_post(self, law, head, world):
        Appointment.objects.create(
            person=head,
            unit=world.units["mặt trận"],
            title="Kiêm",
            is_primary=False,
            valid_from=date(2020, 1, 1),
        )
        count_all()
        assert Verdict.objects.standing().get(person=head).unit == world.units["ubnd"]


class TestOneChangedFile:
    """Afterwards the count finds nothing to write: both ways lead to the same rows."""

    def test_a_new_certificate(self, law, head):
        count_all()
        law.give(head, "theory", "middle")
        rejudge(head.pk)
        assert "theory" not in shortfalls(head)
        settled()

    def test_a_first_judgement(self, law, head):
        rejudge(head.pk)
        assert shortfalls(head) == {"degree": "missing", "theory": "missing", "english": "missing"}
        assert Verdict.objects.standing().get().person == head

    def test_who_leaves(self, law, head):
        count_all()
        end_appointment(SYSTEM, appointment_id=head.appointments.get().pk, on=today() - TOMORROW)
        rejudge(head.pk)
        assert shortfalls(head) == {}
        settled()

    def test_who_moves(self, law, world):
        person = staff(world, world.units["ubnd"], ["Lê Văn Chuyển"])[0]
        count_all(today() - TOMORROW)
        transfer(
            SYSTEM,
            person_id=person.pk,
            unit_id=world.units["mặt trận"].pk,
            title="Phó",
            valid_from=today(),
        )
        count_before = Shortfall.objects.count()
        rejudge(person.pk)
        assert {r.unit_id for r in Shortfall.objects.standing().filter(person=person)} == {
            world.units["mặt trận"].pk
        }
        assert Shortfall.objects.count() == count_before
        settled()

    def test_an_exemption(self, law, head):
        count_all()
        Exemption.objects.create(
            person=head,
            requirement=requirement("theory"),
            basis="QĐ 5",
            valid_from=today(),
            valid_to=today(),
            decided_at=now(),
        )
        rejudge(head.pk)
        assert shortfalls(head)["theory"] == "exempt"
        settled()

    def test_costs_nothing_where_no_set_is_in_force(self, world, django_assert_num_queries):
        with django_assert_num_queries(2):
            assert rejudge(world.people["ubnd"].pk) is None

    def test_a_person_who_is_gone_is_no_error(self, law):
        assert rejudge(987_654) is None

    def test_is_done_after_the_commit_of_the_change(
        self, law, head, django_capture_on_commit_callbacks
    ):
        count_all()
        with django_capture_on_commit_callbacks(execute=True) as callbacks:
            Qualification.objects.create(person=head, kind="theory", level="middle")
            Qualification.objects.create(person=head, kind="degree", level="master")
        assert shortfalls(head) == {"english": "missing"}
        assert [call.asked for call in callbacks].count((rejudge, (head.pk,))) == 1

    @pytest.mark.parametrize("change", ["person", "items", "post"])
    def test_every_part_of_the_file_that_counts_is_listened_to(
        self, law, head, change, django_capture_on_commit_callbacks
    ):
        rows_ = [
            {"code": "age", "kind": "age", "number": 42, "bound": "below"},
            {"code": "party", "kind": "party"},
            {
                "code": "mass",
                "kind": "skill",
                "names": ["Dân vận"],
                "addressees": {"staff_kinds": ["cadre"]},
            },
        ]
        make_set(law.world.ward, rows_, code="khac")
        count_all()
        with django_capture_on_commit_callbacks(execute=True):
            if change == "person":
                Person.objects.get(pk=head.pk).save()
                head.born_on = today() - timedelta(days=30 * 365)
                head.save()
            elif change == "items":
                law.items(head, party_official_on=date(2020, 1, 1))
            else:
                seat = head.appointments.get()
                seat.staff_kind = "cadre"
                seat.save()
        assert (
            "age" in shortfalls(head),
            "party" in shortfalls(head),
            "mass" in shortfalls(head),
        ) == (
            change != "person",
            change != "items",
            change == "post",
        )


class TestForesight:
    def draft(self, law, rows_):
        return make_set(
            law.world.ward, rows_, state="draft", version=2, valid_from=None, previous=law.set
        )

    def test_shows_who_falls_short_and_did_not_before(self, law, head):
        law.give(head, "theory", "middle")
        stricter = [{**row, "level": "high"} if row["code"] == "theory" else row for row in ROWS]
        draft = self.draft(law, stricter)
        assert foresee(draft.pk) == 7
        row = Foreseen.objects.get(person=head, requirement__code="theory")
        assert (row.state, row.before) == ("missing", "met")
        assert Foreseen.objects.get(person=head, requirement__code="degree").before == "missing"

    def test_a_requirement_that_is_new_was_asked_of_nobody(self, law, head):
        draft = self.draft(
            law, [*ROWS, {"code": "it", "kind": "level", "paper": "it", "level": "basic"}]
        )
        foresee(draft.pk)
        assert Foreseen.objects.get(person=head, requirement__code="it").before == ""

    def test_says_nothing_about_the_present(self, law):
        count_all()
        kept = rows()
        foresee(self.draft(law, ROWS[:1]).pk)
        assert rows() == kept

    def test_a_later_run_takes_the_place_of_the_earlier_one(self, law, head):
        draft = self.draft(law, ROWS)
        foresee(draft.pk)
        law.give(head, "degree", "doctor")
        foresee(draft.pk)
        draft.refresh_from_db()
        assert draft.foreseen_run == 2
        assert set(
            Foreseen.objects.filter(person=head, run=2).values_list("requirement__code", flat=True)
        ) == {"theory", "english"}

    def test_is_stale_once_the_draft_is_changed(self, law):
        draft = self.draft(law, ROWS)
        assert draft.foresight == "none"
        foresee(draft.pk)
        draft.refresh_from_db()
        assert draft.foresight == "fresh"
        draft.edited_at = now()
        assert draft.foresight == "stale"

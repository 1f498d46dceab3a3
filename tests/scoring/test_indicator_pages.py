"""The four groups of one sheet: where each figure comes from, and what is not asked yet."""

from datetime import date, datetime
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.office import make_task
from tests.worlds import signed_in

from thenchot.feedback.models import CriteriaSet, Criterion
from thenchot.feedback.services import drafting
from thenchot.platform.audit.models import Read
from thenchot.platform.clock import ZONE, today
from thenchot.platform.scope.roles import Role
from thenchot.programmes.models import Difficulty, Task
from thenchot.scoring.queries.groups import groups_of
from thenchot.worklog.models import OpinionRequest

pytestmark = pytest.mark.django_db


def opinion(office, *, person="an", due=20, answered=None, source=None):
    """Asked by the people's committee unless another unit is named."""
    at = answered and datetime(2026, 10, answered, 23, 30, tzinfo=ZONE)
    return OpinionRequest.objects.create(
        from_unit=source or office.world.units["ubnd"],
        asked_by=office.accounts["leader"],
        unit=office.unit,
        person=person and office.people[person],
        question="Có xét được không?",
        sent_at=datetime(2026, 10, 1, 8, tzinfo=ZONE),
        due_on=date(2026, 10, due),
        answered_at=at,
        state="answered" if answered else "sent",
    )


def difficulty(office, *, due=20, answered=None, source=None):
    task = Task.objects.first() or make_task(office)
    return Difficulty.objects.create(
        task=task,
        unit=source or office.world.units["ubnd"],
        desk=office.unit,
        raised_on=date(2026, 10, 1),
        text="Vướng mặt bằng",
        due_on=date(2026, 10, due),
        answered_on=answered and date(2026, 10, answered),
        state="answered" if answered else "open",
    )


def found(office, name="an"):
    read = groups_of(office.actor("head"), office.assessment(name), today())
    return {group.code: group for group in read.groups}, read


class TestResults:
    def test_come_from_the_sheet(self, office):
        office.assign("an", "vb", 4, done=3)
        result = found(office)[0]["result"]
        assert [(one.code, one.numerator, one.denominator) for one in result.indicators] == [
            ("quantity", 3, 4),
            ("quality", 3, 4),
            ("progress", 3, 4),
        ]
        assert result.share == Fraction(3, 4)

    def test_a_closed_sheet_is_read_not_counted_anew(self, office):
        office.assign("an", "vb", 4, done=3)
        office.confirm("an")
        office.close("an")
        before = found(office)[0]["result"]
        office.assessment("an").works.update(done=4)
        assert found(office)[0]["result"] == before

    def test_nothing_given(self, office):
        assert found(office)[0]["result"].reason == "nothing_given"


class TestCoordination:
    def test_of_a_person_what_other_units_asked_of_the_person(self, office):
        opinion(office, answered=20)
        opinion(office, answered=21)
        opinion(office, source=office.unit, answered=2)
        opinion(office, person=None, answered=2)
        difficulty(office, answered=2)
        group = found(office)[0]["coordination"]
        assert [(one.numerator, one.denominator) for one in group.indicators] == [(1, 2), (0, 0)]

    def test_of_a_head_what_was_asked_of_the_unit_too(self, office):
        opinion(office, answered=20)
        opinion(office, person=None, answered=19)
        difficulty(office, answered=20)
        difficulty(office)
        difficulty(office, source=office.unit, answered=1)
        group = found(office, "head")[0]["coordination"]
        assert [(one.numerator, one.denominator) for one in group.indicators] == [(1, 1), (1, 2)]
        assert group.share == Fraction(2, 3) and len(group.rows) == 3

    def test_only_what_was_due_in_the_period(self, office):
        one = opinion(office, answered=20)
        OpinionRequest.objects.filter(pk=one.pk).update(due_on=date(2026, 9, 30))
        assert found(office)[0]["coordination"].reason == "nobody_asked"


class TestTheTotal:
    def issue(self, office):
        officer, leader = (
            office.world.actor(Role.OFFICER, office.world.ward),
            office.world.actor(Role.LEADER, office.world.ward),
        )
        draft = drafting.adopt_criteria(
            officer, unit_id=office.world.ward.pk, code="bon-nhom-chi-so"
        )
        return drafting.issue_criteria(
            leader, set_id=draft.pk, basis="QĐ 5-QĐ/ĐU", valid_from=date(2026, 9, 1)
        )

    def test_none_without_a_set_in_force(self, office):
        office.assign("an", "vb", 4, done=3)
        assert found(office)[1].total is None

    def test_by_the_weights_of_the_set_over_what_has_a_figure(self, office):
        """Results 75 of 40, coordination 50 of 15."""
        self.issue(office)
        office.assign("an", "vb", 4, done=3)
        opinion(office, answered=20)
        opinion(office)
        read = found(office)[1]
        assert (read.total, read.counted) == (Fraction(3000 + 750, 55), 55)

    def test_another_set_is_not_taken_for_it(self, office):
        made = self.issue(office)
        CriteriaSet.objects.filter(pk=made.pk).update(groups=[["result", "Kết quả"]])
        assert found(office)[1].criteria is None and Criterion.objects.filter(set=made).exists()


class TestThePage:
    def text(self, office, who, name="an"):
        response = signed_in(office.accounts[who]).get(
            reverse("assessment_groups", args=[office.assessment(name).pk])
        )
        assert response.status_code == 200
        return response.content.decode()

    def test_says_what_is_not_asked_and_shows_rows(self, office):
        office.assign("an", "vb", 4, done=3)
        opinion(office, answered=20)
        text = self.text(office, "head")
        assert (
            text.count("chưa hỏi:") == 2
            and "Có xét được không?" in text
            and "75 %" in text
            and "trong hạn" in text
        )

    def test_the_own_one_is_open_and_another_is_kept_in_the_trail(self, office):
        self.text(office, "an")
        assert not Read.objects.exists()
        self.text(office, "head")
        assert Read.objects.count() == 1

    def test_nobody_else_sees_it(self, office):
        assert (
            signed_in(office.accounts["binh"])
            .get(reverse("assessment_groups", args=[office.assessment("an").pk]))
            .status_code
            == 404
        )

    def test_costs_the_same_for_one_row_and_for_many(self, office):
        costs, _ = [], found(office, "head")
        for number in (1, 9):
            for _ in range(number):
                opinion(office, person=None, answered=20)
                difficulty(office, answered=20)
            with CaptureQueriesContext(connection) as queries:
                found(office, "head")
            costs.append(len(queries))
        assert costs[0] == costs[1] <= 15

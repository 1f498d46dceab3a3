"""Days among the people: entered by who was there, seen by the head, in no score."""

from datetime import date

import pytest
from tests.worlds import account_with

from thenchot.kernel.decision import Refused
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import NotVisible, actor_for
from thenchot.platform.scope.roles import Role
from thenchot.worklog.models import FieldVisit, Work
from thenchot.worklog.services import field_visits

pytestmark = pytest.mark.django_db


def refusal(do) -> str:
    with pytest.raises(Refused) as refused:
        do()
    return refused.value.decision.reasons[0].rule


def entered(office, by="an", **more):
    said = {
        "happened_on": date(2026, 10, 15),
        "kind": "cell",
        "place": "Tổ dân phố 3",
        "result": "Dân hỏi về nước sạch",
    }
    return field_visits.enter_field_visit(office.actor(by), **said | more)


def test_stands_with_the_unit_of_that_day_and_makes_no_work(office):
    made = entered(office)
    assert (made.person, made.unit, made.kind) == (office.people["an"], office.unit, "cell")
    assert not Work.objects.exists()


@pytest.mark.parametrize(
    "more, rule",
    [
        ({"happened_on": date(2026, 11, 3)}, "field_visit.future"),
        ({"place": " "}, "field_visit.text"),
        ({"result": ""}, "field_visit.text"),
        ({"happened_on": date(2020, 1, 1)}, "field_visit.unit"),
    ],
)
def test_what_is_lacking_is_said(office, more, rule):
    assert refusal(lambda: entered(office, **more)) == rule
    assert not FieldVisit.objects.exists()


def test_an_account_of_nobody(office):
    stranger = actor_for(account_with(Role.STAFF, office.unit))
    said = {"happened_on": date(2026, 10, 15), "kind": "cell", "place": "Tổ 3", "result": "x"}
    assert refusal(lambda: field_visits.enter_field_visit(stranger, **said)) == "field_visit.person"


def test_the_person_and_the_head_see_it_colleagues_do_not(office):
    made = entered(office)
    seen = {
        name: FieldVisit.objects.visible_to(office.actor(name), "worklog.see").count()
        for name in ("an", "binh", "head", "leader")
    }
    assert seen == {"an": 1, "binh": 0, "head": 1, "leader": 1}
    with pytest.raises(NotVisible):
        field_visits.drop_field_visit(office.actor("binh"), visit_id=made.pk)
    assert (
        refusal(lambda: field_visits.drop_field_visit(office.actor("head"), visit_id=made.pk))
        == "field_visit.own"
    )


def test_written_by_mistake_it_stays_in_the_file_and_counts_no_more(office):
    made = entered(office)
    field_visits.drop_field_visit(office.actor("an"), visit_id=made.pk)
    assert (
        not FieldVisit.objects.visible_to(office.actor("an"), "worklog.see").exists()
        and FieldVisit.objects.get().dropped_at
    )
    with pytest.raises(NotVisible):
        field_visits.drop_field_visit(office.actor("an"), visit_id=made.pk)
    assert [
        row.name for row in Event.objects.filter(name__startswith="outing_").order_by("pk")
    ] == ["outing_entered", "outing_dropped"]

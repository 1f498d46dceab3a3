"""Requests of persons about their own data: asked, due by the working days of the policy, answered
once.
"""

from datetime import date

from django.db import transaction

from thenchot.kernel.calendar import add_working_days
from thenchot.kernel.decision import Decision, Reason
from thenchot.people.access import KEEP_DATA_RIGHTS
from thenchot.people.filing.proposing import own_person
from thenchot.people.models import DataRequest, Person
from thenchot.people.queries import place_of
from thenchot.people.services import require_over
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import PeoplePolicy, WorkingCalendarPolicy


@transaction.atomic
def ask(actor, *, kind: str, content: str) -> DataRequest:
    """A request about the own data; to be answered within the working days of the policy."""
    person = own_person(actor)
    if not content.strip():
        Decision.no(
            Reason("request.content", "Ghi rõ muốn xem hoặc đính chính điều gì.")
        ).or_refuse()
    path = place_of(person)
    fields = {
        "content": content.strip(),
        "due_on": due_on(path, today()),
        "asked_by_id": actor.account_id,
    }
    asked = DataRequest.objects.create(person=person, kind=kind, **fields)
    record(
        actor, "data_request_made", subject=asked, unit_path=path, kind=kind, due_on=asked.due_on
    )
    return asked


def due_on(path: str, on: date) -> date:
    """Last day for an answer, counted in working days from the day after."""
    policy = policies.in_force(PeoplePolicy, path=path, on=on)
    calendar = policies.in_force(WorkingCalendarPolicy, path=path, on=on).calendar()
    return add_working_days(on, policy.data_request_working_days, calendar)


@transaction.atomic
def answer(actor, *, request_id: int, text: str) -> DataRequest:
    asked = (
        DataRequest.objects.select_for_update(of=("self",))
        .filter(pk=get_request(actor, request_id).pk)
        .get()
    )
    require_over(actor, KEEP_DATA_RIGHTS, asked.person)
    if asked.answer:
        Decision.no(Reason("request.answered", "Yêu cầu này đã được trả lời.")).or_refuse()
    if not text.strip():
        Decision.no(Reason("request.answer", "Ghi nội dung trả lời.")).or_refuse()
    asked.answer, asked.answered_at, asked.answered_by_id = text.strip(), now(), actor.account_id
    asked.save(update_fields=["answer", "answered_at", "answered_by"])
    record(actor, "data_request_answered", subject=asked, unit_path=place_of(asked.person))
    return asked


def get_request(actor, pk: int) -> DataRequest:
    asked = DataRequest.objects.select_related("person__registered_in").filter(pk=pk).first()
    if asked is None or not (
        asked.person.account_id == actor.account_id
        or actor.may(KEEP_DATA_RIGHTS, place_of(asked.person))
    ):
        raise NotVisible
    return asked


def list_requests(actor):
    """Waiting ones first, the most urgent on top."""
    people = Person.objects.visible_to(actor, KEEP_DATA_RIGHTS).values("pk")
    return (
        DataRequest.objects.filter(person__in=people)
        .select_related("person")
        .order_by("answered_at", "due_on", "pk")
    )


def own_requests(actor):
    return DataRequest.objects.filter(person__account=actor.account_id).order_by("-asked_at")

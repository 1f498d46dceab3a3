"""Once a year the file is confirmed to be right."""

from datetime import date

from django.db import transaction

from thenchot.people.models import Confirmation, Person
from thenchot.people.queries import place_of
from thenchot.people.services import own_or_kept
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import ZONE, today


@transaction.atomic
def confirm_file(actor, *, person_id: int) -> Confirmation:
    """Once a year, by the person or by whoever keeps the file. A second time changes nothing."""
    person = own_or_kept(actor, person_id)
    confirmation, is_new = Confirmation.objects.get_or_create(
        person=person, year=today().year, defaults={"confirmed_by_id": actor.account_id}
    )
    if is_new:
        record(
            actor,
            "file_confirmed",
            subject=person,
            unit_path=place_of(person),
            year=confirmation.year,
        )
    return confirmation


def confirmed_on(person: Person) -> date | None:
    """The day the file was confirmed this year."""
    found = Confirmation.objects.filter(person=person, year=today().year).first()
    return found and found.confirmed_at.astimezone(ZONE).date()

"""Pages of the paper file as pictures or PDF, and who may open a file that belongs to a person."""

from django.db import transaction

from thenchot.people.access import EDIT, SEE_SENSITIVE
from thenchot.people.enums import PaperState
from thenchot.people.filing.changing import change_items
from thenchot.people.models import Particulars, Person, Pledge, Proposal, Qualification, Scan
from thenchot.people.queries import get_person, place_of
from thenchot.people.services import require_over
from thenchot.platform.audit.trail import record
from thenchot.platform.files.services import store

SCANS = {"pdf", "jpg", "png"}


@transaction.atomic
def add_scan(actor, *, person_id: int, name: str, file) -> Scan:
    """A page of the paper file; the digitisation has begun."""
    person = get_person(actor, person_id)
    require_over(actor, EDIT, person)
    path = place_of(person)
    kept = store(actor, file, unit_path=path, allowed=SCANS)
    scan = Scan.objects.create(
        person=person, name=name.strip(), file=kept, added_by_id=actor.account_id
    )
    record(actor, "scan_added", subject=scan, unit_path=path, person=person.pk)
    if not Particulars.objects.filter(person=person).exclude(paper_state=PaperState.NONE).exists():
        change_items(actor, person_id=person.pk, paper_state=PaperState.STARTED)
    return scan


def list_scans(person: Person):
    return Scan.objects.filter(person=person).select_related("file")


def may_read_scan(actor, file) -> bool:
    """Scans, certificates, pledges and proposals: by whoever may read the sensitive part, and the
    person.
    """
    people = Person.objects.visible_to(actor, SEE_SENSITIVE) | Person.objects.filter(
        account=actor.account_id
    )
    if people.filter(photo=file).exists():
        return True
    owned = (Scan.objects.filter(file=file), Pledge.objects.filter(scan=file))
    return any(
        rows.filter(person__in=people.values("pk")).exists() for rows in owned
    ) or _of_proposal(actor, file, people)


def _of_proposal(actor, file, people) -> bool:
    rows = (Proposal.objects.filter(files=file), Qualification.history.filter(scan=file))
    return any(found.filter(person__in=people.values("pk")).exists() for found in rows)

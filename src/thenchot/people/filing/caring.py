"""Confirming the file once a year, pledges, scans of paper, requests of the person, the register of
breaches.
"""

from datetime import date, datetime, timedelta

from django.db import transaction

from thenchot.kernel.calendar import add_working_days
from thenchot.kernel.decision import Decision, Reason
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import get_unit
from thenchot.people.access import EDIT, KEEP_DATA_RIGHTS, SEE_SENSITIVE
from thenchot.people.enums import PaperState
from thenchot.people.filing.changing import change_items
from thenchot.people.filing.proposing import own_person
from thenchot.people.models import (
    Breach,
    Confirmation,
    DataRequest,
    NoticeRead,
    Particulars,
    Person,
    Pledge,
    Scan,
)
from thenchot.people.queries import get_person
from thenchot.people.services import place_of, require_over
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import ZONE, now, today
from thenchot.platform.files.services import store
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.policy.parameters import PeoplePolicy, WorkingCalendarPolicy

SCANS = {"pdf", "jpg", "png"}
NOTICE_VERSION = 1


@transaction.atomic
def confirm_file(actor, *, person_id: int) -> Confirmation:
    """Once a year, by the person or by whoever keeps the file. A second time changes nothing."""
    person = _own_or_kept(actor, person_id)
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


@transaction.atomic
def sign_pledge(
    actor, *, person_id: int, year: int, content: str, signed_on: date, scan=None
) -> Pledge:
    """The pledge of a year (S4-034), entered by the person or from the signed paper."""
    person = _own_or_kept(actor, person_id)
    if Pledge.objects.filter(person=person, year=year).exists():
        Decision.no(Reason("pledge.once", f"Đã có bản cam kết năm {year}.", "S4-034")).or_refuse()
    if signed_on > today() or signed_on.year not in (year - 1, year):
        Decision.no(
            Reason(
                "pledge.day",
                f"Ngày ký phải thuộc năm {year} hoặc cuối năm trước, không ở tương lai.",
            )
        ).or_refuse()
    path = place_of(person)
    kept = store(actor, scan, unit_path=path, allowed=SCANS, max_mb=10) if scan else None
    fields = {
        "content": content.strip(),
        "signed_on": signed_on,
        "scan": kept,
        "recorded_by_id": actor.account_id,
    }
    pledge = Pledge.objects.create(person=person, year=year, **fields)
    record(actor, "pledge_signed", subject=pledge, unit_path=path, year=year)
    return pledge


@transaction.atomic
def review_pledge(actor, *, pledge_id: int, review: str) -> Pledge:
    """What became of the pledge, once, when the year ends."""
    pledge = (
        Pledge.objects.select_for_update(of=("self",))
        .select_related("person")
        .filter(pk=pledge_id)
        .first()
    )
    if pledge is None:
        raise NotVisible
    person = _own_or_kept(actor, pledge.person_id)
    if pledge.review:
        Decision.no(Reason("pledge.reviewed", "Bản cam kết này đã được nhìn lại.")).or_refuse()
    if not review.strip():
        Decision.no(Reason("pledge.review", "Ghi kết quả thực hiện cam kết.")).or_refuse()
    pledge.review, pledge.reviewed_on = review.strip(), today()
    pledge.save(update_fields=["review", "reviewed_on"])
    record(actor, "pledge_reviewed", subject=pledge, unit_path=place_of(person), year=pledge.year)
    return pledge


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
    owned = (Scan.objects.filter(file=file), Pledge.objects.filter(scan=file))
    return any(
        rows.filter(person__in=people.values("pk")).exists() for rows in owned
    ) or _of_proposal(actor, file, people)


def _of_proposal(actor, file, people) -> bool:
    from thenchot.people.models import Proposal, Qualification

    rows = (Proposal.objects.filter(files=file), Qualification.history.filter(scan=file))
    return any(found.filter(person__in=people.values("pk")).exists() for found in rows)


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


@transaction.atomic
def note_breach(
    actor, *, unit_id: int, found_at: datetime, what: str, affected: str, measures: str = ""
) -> Breach:
    """A leak or loss enters the register; the hours to tell the authority run from its
    discovery.
    """
    unit = get_unit(actor, unit_id)
    require(actor, KEEP_DATA_RIGHTS, unit.path)
    if found_at > now():
        Decision.no(
            Reason("breach.future", "Thời điểm phát hiện không thể ở tương lai.")
        ).or_refuse()
    hours = policies.in_force(PeoplePolicy, path=unit.path, on=today()).breach_notice_hours
    breach = Breach.objects.create(
        unit=unit,
        found_at=found_at,
        what=what,
        affected=affected,
        measures=measures,
        notify_by=found_at + timedelta(hours=hours),
        recorded_by_id=actor.account_id,
    )
    record(actor, "breach_noted", subject=breach, unit_path=unit.path, found_at=found_at)
    return breach


@transaction.atomic
def follow_breach(
    actor, *, breach_id: int, measures: str, notified_at: datetime | None, closed_on: date | None
) -> Breach:
    breach = get_breach(actor, breach_id)
    breach.measures, breach.notified_at, breach.closed_on = measures, notified_at, closed_on
    breach.save(update_fields=["measures", "notified_at", "closed_on"])
    record(
        actor,
        "breach_followed",
        subject=breach,
        unit_path=breach.unit.path,
        notified_at=notified_at,
        closed_on=closed_on,
    )
    return breach


def list_breaches(actor):
    units = Unit.objects.visible_to(actor, KEEP_DATA_RIGHTS).values("pk")
    return Breach.objects.filter(unit__in=units).select_related("unit")


def get_breach(actor, pk: int) -> Breach:
    breach = list_breaches(actor).filter(pk=pk).first()
    if breach is None:
        raise NotVisible
    return breach


@transaction.atomic
def read_notice(actor) -> None:
    """The account has read the privacy notice of today."""
    _kept, is_new = NoticeRead.objects.get_or_create(
        account_id=actor.account_id, version=NOTICE_VERSION
    )
    if is_new:
        record(actor, "notice_read", subject=_kept, version=NOTICE_VERSION)


def has_read_notice(actor) -> bool:
    return NoticeRead.objects.filter(account_id=actor.account_id, version=NOTICE_VERSION).exists()


def _own_or_kept(actor, person_id: int) -> Person:
    person = get_person(actor, person_id)
    if not (actor.account_id and person.account_id == actor.account_id):
        require_over(actor, EDIT, person)
    return person

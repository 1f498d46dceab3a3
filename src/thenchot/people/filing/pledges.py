"""Pledges of a year (S4-034): signed by the person or entered from the paper, looked back at when
the year ends; of one person, and who of a branch has pledged.
"""

from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch

from thenchot.kernel.decision import Decision, Reason
from thenchot.organisation.models import Unit
from thenchot.people.access import SEE_PRIVATE
from thenchot.people.filing.scans import SCANS
from thenchot.people.models import Appointment, Person, Pledge
from thenchot.people.queries import place_of
from thenchot.people.services import own_or_kept
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.files.services import store
from thenchot.platform.scope.actor import NotVisible

# What the form proposes; the person writes what he or she means to keep. Basis: S4-034.
PROPOSED = (
    "1. Giữ vững đạo đức, lối sống; gương mẫu trong gia đình và nơi ở.\n"
    "2. Hoàn thành đúng hạn, đúng chất lượng việc được giao; việc chưa làm được thì báo trước và "
    "nói rõ lý do.\n"
    "3. Gần dân, giải quyết việc của dân đúng hẹn; không gây phiền hà, không nhận quà.\n"
    "4. Học tập, bồi dưỡng để đạt tiêu chuẩn của vị trí đang giữ.\n"
    "5. Nêu gương về tự phê bình, phê bình và chịu trách nhiệm."
)


@transaction.atomic
def sign_pledge(
    actor, *, person_id: int, year: int, content: str, signed_on: date, scan=None
) -> Pledge:
    """The pledge of a year (S4-034), entered by the person or from the signed paper."""
    person = own_or_kept(actor, person_id)
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
    person = own_or_kept(actor, pledge.person_id)
    if pledge.review:
        Decision.no(Reason("pledge.reviewed", "Bản cam kết này đã được nhìn lại.")).or_refuse()
    if not review.strip():
        Decision.no(Reason("pledge.review", "Ghi kết quả thực hiện cam kết.")).or_refuse()
    pledge.review, pledge.reviewed_on = review.strip(), today()
    pledge.save(update_fields=["review", "reviewed_on"])
    record(actor, "pledge_reviewed", subject=pledge, unit_path=place_of(person), year=pledge.year)
    return pledge


def pledges_of(person: Person):
    return Pledge.objects.filter(person=person).select_related("scan")


def get_pledge(pk: int) -> Pledge:
    """The caller asks for the person's file next."""
    pledge = Pledge.objects.filter(pk=pk).select_related("person").first()
    if pledge is None:
        raise NotVisible
    return pledge


def lacking(people, year: int):
    """Those of them who have not pledged in the year."""
    return people.filter(~Exists(Pledge.objects.filter(person=OuterRef("pk"), year=year)))


def list_pledges(actor, *, year: int, missing: bool = False):
    """Everybody with a seat today, by given name, with `pledges` of the year and `seats`; or only
    who lacks one.
    """
    people = _serving(actor)
    people = lacking(people, year) if missing else people
    seats = (
        Appointment.objects.in_force(today()).select_related("unit").order_by("-is_primary", "pk")
    )
    return people.prefetch_related(
        Prefetch("appointments", seats, to_attr="seats"),
        Prefetch("pledges", Pledge.objects.filter(year=year), to_attr="of_year"),
    ).order_by("sort_key", "pk")


def count_pledges(actor, *, year: int) -> dict[str, int]:
    people = _serving(actor)
    signed = people.filter(Exists(Pledge.objects.filter(person=OuterRef("pk"), year=year)))
    return {"all": people.count(), "signed": signed.count()}


def _serving(actor):
    units = Unit.objects.visible_to(actor, SEE_PRIVATE).values("pk")
    seated = Appointment.objects.in_force(today()).filter(unit__in=units)
    return Person.objects.filter(pk__in=seated.values("person_id"))

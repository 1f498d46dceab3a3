"""Reads about pledges: of one person, and who of a branch has pledged in a year."""

from django.db.models import Exists, OuterRef, Prefetch

from thenchot.organisation.models import Unit
from thenchot.people.access import SEE_PRIVATE
from thenchot.people.models import Appointment, Person, Pledge
from thenchot.platform.clock import today
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


def pledges_of(person: Person):
    return Pledge.objects.filter(person=person).select_related("scan")


def get_pledge(pk: int) -> Pledge:
    """The caller asks for the person's file next."""
    pledge = Pledge.objects.filter(pk=pk).select_related("person").first()
    if pledge is None:
        raise NotVisible
    return pledge


def list_pledges(actor, *, year: int, missing: bool = False):
    """Everybody with a seat today, by given name, with `pledges` of the year and `seats`; or only
    who lacks one.
    """
    pledged = Pledge.objects.filter(person=OuterRef("pk"), year=year)
    people = _serving(actor)
    people = people.filter(~Exists(pledged)) if missing else people
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

"""Who is where, who guides whom, the delegation table, as the actor may see them."""

from datetime import date

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from thenchot.organisation.models import TitleLimit, Unit
from thenchot.people.models import Appointment
from thenchot.placement.access import SEE
from thenchot.placement.models import DelegationLine, MentorPair, PlacementReview
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import get_visible
from thenchot.rating.models import RatingDecision
from thenchot.worklog.enums import Band


def list_reviews(actor, permission=SEE):
    """By unit and name, of those who still hold the post; `guided`: somebody guides them now."""
    guided = MentorPair.objects.filter(mentee=OuterRef("person"), ended_on__isnull=True)
    return (
        PlacementReview.objects.visible_to(actor, permission)
        .filter(Q(seat__valid_to__isnull=True) | Q(seat__valid_to__gte=today()))
        .filter(seat__replaced_at__isnull=True)
        .select_related("unit", "person", "seat", "position")
        .annotate(guided=Exists(guided))
        .order_by("unit__path", "person__sort_key", "pk")
    )


def get_review(actor, pk: int) -> PlacementReview:
    return get_visible(list_reviews(actor), pk)


def list_pairs(actor, permission=SEE):
    """Those under way first, the one that ends soonest on top."""
    return (
        MentorPair.objects.visible_to(actor, permission)
        .select_related("unit", "mentor", "mentee")
        .order_by(F("ended_on").desc(nulls_first=True), "ends_on", "pk")
    )


def get_pair(actor, pk: int) -> MentorPair:
    return get_visible(list_pairs(actor), pk)


def list_delegations(actor, permission=SEE):
    rows = DelegationLine.objects.visible_to(actor, permission).select_related("unit", "title")
    return rows.order_by("unit__path", "kind", "title__position", "-valid_from", "pk")


def get_delegation(actor, pk: int) -> DelegationLine:
    return get_visible(list_delegations(actor), pk)


def delegation_for(home: Unit, kind: str, title_id: int | None, on: date) -> DelegationLine | None:
    """The line of the table that fits best: the own title before any title, the own procedure
    before any procedure, the own place before the one above.
    """
    rows = (
        DelegationLine.objects.serving(home)
        .filter(Q(kind=kind) | Q(kind=""), Q(title=title_id) | Q(title__isnull=True))
        .filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)
    )
    own = Case(When(unit=home, then=Value(0)), default=Value(1), output_field=IntegerField())
    ranked = rows.annotate(own=own).order_by(F("title").desc(nulls_last=True), "-kind", "own", "pk")
    return ranked.first()


def list_excess(actor, permission=SEE):
    """Titles held by more people in a unit than are permitted there today (S3-040)."""
    on = today()
    held = (
        Appointment.objects.in_force(on)
        .filter(title_ref=OuterRef("title"), unit=OuterRef("unit"))
        .order_by()
        .values("title_ref")
        .annotate(n=Count("person", distinct=True))
        .values("n")
    )
    running = Q(term__isnull=True) | Q(term__starts_on__lte=on, term__ends_on__gte=on)
    return (
        TitleLimit.objects.visible_to(actor, permission)
        .filter(running)
        .select_related("unit", "title")
        .annotate(held=Coalesce(Subquery(held), 0))
        .annotate(over=F("held") - F("number"))
        .filter(over__gt=0)
        .order_by("unit__path", "title__position", "pk")
    )


def list_failed(actor, permission=SEE):
    """Whoever was rated as not having completed the tasks and is still in office, the latest year
    first: looked at for replacement or downsizing, with the grounds (S2-032).
    """
    seats = Appointment.objects.in_force(today()).filter(
        is_primary=True, person=OuterRef("rating__person")
    )
    units = Unit.objects.visible_to(actor, permission).values("pk")
    return (
        RatingDecision.objects.filter(level=Band.FAILED, rating__unit__in=units)
        .filter(Exists(seats))
        .select_related("rating__person", "rating__unit", "rating__round")
        .order_by("-rating__round__year", "rating__unit__path", "pk")
    )

"""Classes, who was sent to them and who was there."""

from collections import Counter

from django.db.models import Count, Q

from thenchot.people.models import Person
from thenchot.platform.scope.actor import NotVisible
from thenchot.training.access import RECORD, SEE, SEE_NAMES
from thenchot.training.enums import SEATED, UNSETTLED, EnrolmentState, Presence
from thenchot.training.models import Attendance, Enrolment, Session, TrainingClass
from thenchot.training.rules.attending import Turnout

LATEST = 8  # classes on the page of a person


def list_classes(actor, permission=SEE):
    """The latest first, with how many were sent and how many have completed."""
    rows = TrainingClass.objects.visible_to(actor, permission).select_related(
        "unit", "topic", "organiser", "curriculum__topic"
    )
    taken = Q(enrolments__state__in=SEATED)
    done = Q(enrolments__state=EnrolmentState.VERIFIED)
    unsettled = Q(enrolments__state__in=UNSETTLED)
    return rows.annotate(
        taken=Count("enrolments", filter=taken, distinct=True),
        verified=Count("enrolments", filter=done, distinct=True),
        waiting=Count("enrolments", filter=unsettled, distinct=True),
    ).order_by("-starts_on", "-pk")


def get_class(actor, pk: int) -> TrainingClass:
    found = list_classes(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def enrolments_of(actor, held_in: TrainingClass, permission=SEE_NAMES):
    """People of the actor's branches, and oneself; everybody for whoever keeps the class."""
    rows = Enrolment.objects.visible_to(actor, permission).filter(held_in=held_in)
    return rows.select_related(
        "person", "unit", "held_in__topic", "held_in__unit", "held_in__organiser", "scan"
    )


def get_enrolment(actor, pk: int) -> Enrolment:
    found = (
        Enrolment.objects.visible_to(actor, SEE_NAMES)
        .select_related(
            "person",
            "unit",
            "held_in__topic",
            "held_in__unit",
            "held_in__organiser",
            "study",
            "scan",
        )
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def sessions_of(held_in: TrainingClass):
    """With how many were present, and how many are written down at all."""
    present = Q(attendances__state=Presence.PRESENT)
    return (
        Session.objects.filter(held_in=held_in)
        .select_related("held_in__unit")
        .annotate(
            present=Count("attendances", filter=present, distinct=True),
            noted=Count("attendances", distinct=True),
        )
        .order_by("on", "pk")
    )


def sessions_for(actor, held_in: TrainingClass) -> list[Session]:
    """The sessions, each with whether it opens to this actor: whoever keeps the class, or was sent
    to it.
    """
    own = held_in.enrolments.attending().filter(person__account=actor.account_id)
    opens = bool(actor.may(RECORD, held_in.kept_at)) or (
        actor.account_id is not None and own.exists()
    )
    sessions = list(sessions_of(held_in))
    for session in sessions:
        session.opens = opens
    return sessions


def get_session(actor, pk: int) -> Session:
    classes = TrainingClass.objects.visible_to(actor, SEE).values("pk")
    found = (
        Session.objects.filter(held_in__in=classes)
        .select_related("held_in__unit", "held_in__organiser", "held_in__topic")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def turnouts(held_in: TrainingClass) -> dict[int, Turnout]:
    """Enrolment id -> what its attendance comes to; two queries. Whoever never signed is absent
    from the map.
    """
    planned = held_in.sessions.count()
    rows = Attendance.objects.filter(session__held_in=held_in).order_by()
    counted: dict[int, Counter] = {}
    for enrolment, state, n in rows.values_list("enrolment_id", "state").annotate(n=Count("pk")):
        counted.setdefault(enrolment, Counter())[state] = n
    return {
        key: Turnout(
            planned, found[Presence.PRESENT], found[Presence.EXCUSED], found[Presence.ABSENT]
        )
        for key, found in counted.items()
    }


def panel_rows(actor, person: Person) -> list[Enrolment]:
    """The latest classes of a person, for the own page and those who may see the names."""
    rows = Enrolment.objects.filter(person=person).select_related("held_in__topic")
    return list(rows.order_by("-held_in__starts_on", "-pk")[:LATEST])

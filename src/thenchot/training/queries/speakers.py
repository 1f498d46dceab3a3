"""Reporters, propagandists and part-time lecturers, with when each was last brought up to date."""

from datetime import date

from django.db.models import Max, OuterRef, Subquery

from thenchot.kernel.periods import months_after
from thenchot.organisation.models import Unit
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import TrainingPolicy
from thenchot.training.access import SEE_NAMES
from thenchot.training.enums import PERIODIC, Audience, EnrolmentState
from thenchot.training.models import Enrolment, Speaker


def list_speakers(actor, permission=SEE_NAMES):
    """Those who serve, with `learnt_on`: the last course of a subject for them."""
    return _with_courses(Speaker.objects.visible_to(actor, permission).on(today()))


def get_speaker(actor, pk: int) -> Speaker:
    found = list_speakers(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def speakers_of(home: Unit, on: date) -> list[Speaker]:
    """Everybody who serves in a place, with `due_on` and `is_due`; one query and the policy."""
    rows = _with_courses(Speaker.objects.on(on).filter(unit__path__startswith=home.path))
    return told_when_due(list(rows.order_by("pk")), on)


def told_when_due(rows: list[Speaker], on: date) -> list[Speaker]:
    """`due_on`: months of the policy after the last course, or after the naming; none for whoever
    the turn does not concern.
    """
    for row in rows:
        policy = policies.in_force(TrainingPolicy, path=row.unit.path, on=on)
        since = row.learnt_on or row.valid_from
        is_asked = row.kind in PERIODIC
        row.due_on = months_after(since, policy.speaker_months) if is_asked else None
        row.is_due = row.due_on is not None and row.due_on <= on
    return rows


def narrowed_to_due(rows):
    """Whose turn it is today, as a queryset."""
    return rows.filter(pk__in=[row.pk for row in told_when_due(list(rows), today()) if row.is_due])


def _with_courses(rows):
    courses = Enrolment.objects.filter(
        person=OuterRef("person"),
        state=EnrolmentState.VERIFIED,
        held_in__topic__audience=Audience.SPEAKERS,
    ).order_by()
    latest = courses.values("person").annotate(latest=Max("completed_on")).values("latest")
    return rows.select_related("person", "unit").annotate(learnt_on=Subquery(latest))

from datetime import datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q

from thenchot.platform.audit import subjects
from thenchot.platform.audit.access import SEE
from thenchot.platform.audit.models import Event, Read
from thenchot.platform.clock import ZONE
from thenchot.platform.scope.models import Grant


def events_visible_to(actor):
    """Events of the branches in which the actor may read the trail. Events of no unit (signing in,
    keys, backups) show only to who sees the whole tree.
    """
    condition = Q(pk__in=[])
    for path in actor.paths_for(SEE):
        condition |= Q(unit_path__startswith=path) | (
            Q(unit_path="") if path == "/" else Q(pk__in=[])
        )
    return Event.objects.filter(condition)


def reads_visible_to(actor):
    """Reads by accounts that hold something inside the branches in which the actor may read the
    trail.
    """
    inside = Q(pk__in=[])
    for path in actor.paths_for(SEE):
        inside |= Q(path__startswith=path)
    return Read.objects.filter(Exists(Grant.objects.filter(inside, account=OuterRef("account"))))


def reads_of(subject_type: str, subject_id, *, except_account=None):
    """Who looked at one thing, latest first: for the person the thing is about. `except_account`:
    leave out the own reads.
    """
    found = Read.objects.filter(
        subject_type=subject_type, subject_id=str(subject_id)
    ).select_related("account")
    return found.exclude(account_id=except_account).order_by("-at", "-pk")


def about(rows, subject):
    """ "people.person:12", or only "people.person"; or what a page calls it."""
    if subjects.is_code(subject):
        kind, _, pk = subject.partition(":")
        kinds = [kind]
    else:
        kinds, pk = subjects.meant(subject)
    rows = rows.filter(subject_type__in=kinds)
    return rows.filter(subject_id=pk) if pk else rows


def between(rows, first, last):
    rows = rows.filter(at__gte=datetime.combine(first, time(), ZONE)) if first else rows
    return rows.filter(at__lt=datetime.combine(last + timedelta(1), time(), ZONE)) if last else rows

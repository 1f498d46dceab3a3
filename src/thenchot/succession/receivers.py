"""A planned person who takes the post stands there as such: the appointment, or the seat in the
collective, says so.
"""

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from thenchot.organisation.models import Seat
from thenchot.people.models import Appointment, Seating
from thenchot.platform.audit.trail import record
from thenchot.platform.runtime.afterwards import after_commit
from thenchot.platform.scope.actor import SYSTEM
from thenchot.succession.enums import CandidateState
from thenchot.succession.models import Candidate


@receiver(post_save, sender=Appointment)
def seat_taken(sender, instance, raw=False, **_):
    if not raw and instance.title_ref_id and instance.valid_to is None:
        after_commit(note_taken_up, instance.person_id, instance.title_ref_id, instance.unit_id)


@receiver(post_save, sender=Seating)
def seat_in_collective_taken(sender, instance, raw=False, **_):
    if not raw and instance.valid_to is None:
        after_commit(note_sits, instance.person_id, instance.seat_id)


def note_taken_up(person_id: int, title_id: int, unit_id: int) -> int:
    """Candidates of lists in force for exactly this title and unit; how many were closed."""
    return _close(person_id, post__title=title_id, post__unit=unit_id)


def note_sits(person_id: int, seat_id: int) -> int:
    """Candidates for the collective of the seat."""
    committee = Seat.objects.values_list("committee_id", flat=True).get(pk=seat_id)
    return _close(person_id, post__committee=committee)


@transaction.atomic
def _close(person_id: int, **post) -> int:
    rows = Candidate.objects.filter(
        person=person_id,
        state=CandidateState.PLANNED,
        post__plan__state="approved",
        **post,
    ).select_related("post__plan__unit")
    taken = list(rows)
    for row in taken:
        row.state = CandidateState.APPOINTED
        row.save(update_fields=["state"])
        record(
            SYSTEM,
            "succession_taken_up",
            subject=row,
            unit_path=row.post.plan.unit.path,
            person=person_id,
            post=row.post_id,
        )
    return len(taken)

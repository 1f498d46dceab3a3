"""A planned person who takes the post stands there as such: the appointment says so."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from thenchot.people.models import Appointment
from thenchot.platform.audit.trail import record
from thenchot.platform.runtime.afterwards import after_commit
from thenchot.platform.scope.actor import SYSTEM
from thenchot.succession.enums import CandidateState
from thenchot.succession.models import Candidate


@receiver(post_save, sender=Appointment)
def seat_taken(sender, instance, raw=False, **_):
    if not raw and instance.title_ref_id and instance.valid_to is None:
        after_commit(note_taken_up, instance.person_id, instance.title_ref_id, instance.unit_id)


def note_taken_up(person_id: int, title_id: int, unit_id: int) -> int:
    """Candidates of lists in force for exactly this title and unit; how many were closed."""
    rows = Candidate.objects.filter(
        person=person_id,
        state=CandidateState.PLANNED,
        post__title=title_id,
        post__unit=unit_id,
        post__plan__state="approved",
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

"""The meeting of a unit: minutes, and what it proposes for each person."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import get_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.rating.access import RECORD_MEETING, may_change
from thenchot.rating.enums import RatingStep
from thenchot.rating.models import Meeting, Rating, Round, Vote
from thenchot.rating.rounds.rules import after_meeting, may_vote
from thenchot.worklog.access import SEE

OPEN_TO_VOTE = (RatingStep.MEETING, RatingStep.PARTY, RatingStep.CONSOLIDATION)
TEXTS = ("place", "chair", "secretary", "absent")


@transaction.atomic
def record_meeting(
    actor,
    *,
    round_id: int,
    unit_id: int,
    votes: Mapping[int, Sequence[int]],
    remarks: Mapping[int, str] | None = None,
    replaces_id: int | None = None,
    **fields,
) -> Meeting:
    """`votes`: rating -> how many proposed excellent, good, completed, failed. `fields`: those of
    the minutes.

    Wrong minutes are replaced (`replaces_id`), never edited; whoever was only in the old ones keeps
    their place.
    """
    unit = get_unit(actor, unit_id)
    found = _round(actor, round_id, unit)
    ratings = _ratings(actor, found, unit, votes)
    may_vote(
        fields["called"],
        fields["present"],
        [(ratings[pk].person.full_name, counts) for pk, counts in votes.items()],
    ).or_refuse()
    if fields["held_on"] > today():
        refuse("meeting.day", "Ngày họp không ở tương lai.")
    old = _replaced(found, unit, replaces_id)
    said = {name: tidy(nfc(value)) if name in TEXTS else value for name, value in fields.items()}
    made = Meeting.objects.create(
        round=found, unit=unit, replaces=old, recorded_by_id=actor.account_id, **said
    )
    Vote.objects.bulk_create(
        _vote(made, pk, counts, (remarks or {}).get(pk, "")) for pk, counts in votes.items()
    )
    _move_on(ratings.values())
    record(
        actor,
        "meeting_recorded",
        subject=made,
        unit_path=unit.path,
        round=found.pk,
        people=len(votes),
        present=made.present,
        replaces=replaces_id,
    )
    return made


def _round(actor, round_id: int, unit: Unit) -> Round:
    """The round of the unit, locked against others and not closed, by who records its meetings."""
    found = (
        Round.objects.visible_to(actor, RECORD_MEETING)
        .select_for_update(of=("self",))
        .select_related("unit")
        .filter(pk=round_id)
        .first()
    )
    if found is None or not unit.path.startswith(found.unit.path):
        raise NotVisible(f"round {round_id}")
    require(actor, RECORD_MEETING, unit.path)
    may_change(found).or_refuse()
    return found


def _ratings(actor, found: Round, unit, votes: Mapping[int, Sequence[int]]) -> dict[int, Rating]:
    """Those the actor sees in the unit and that wait for the meeting, or were voted on before;
    others are not there.
    """
    rows = Rating.objects.visible_to(actor, SEE).filter(
        round=found, unit__path__startswith=unit.path, state__in=OPEN_TO_VOTE, pk__in=list(votes)
    )
    ids = list(rows.values_list("pk", flat=True))
    if len(ids) < len(votes):
        raise NotVisible("rating of another unit or step")
    locked = (
        Rating.objects.select_for_update(of=("self",))
        .select_related("person")
        .filter(pk__in=ids)
        .order_by("pk")
    )
    return {rating.pk: rating for rating in locked}


def _replaced(found: Round, unit, replaces_id: int | None) -> Meeting | None:
    if replaces_id is None:
        return None
    old = (
        Meeting.objects.select_for_update(of=("self",))
        .filter(pk=replaces_id, round=found, unit=unit)
        .first()
    )
    if old is None:
        raise NotVisible(f"meeting {replaces_id}")
    old.replaced_at = now()
    old.save(update_fields=["replaced_at"])
    return old


def _vote(meeting: Meeting, rating_id: int, counts: Sequence[int], remark: str) -> Vote:
    excellent, good, completed, failed = counts
    return Vote(
        meeting=meeting,
        rating_id=rating_id,
        excellent=excellent,
        good=good,
        completed=completed,
        failed=failed,
        remark=tidy(nfc(remark)),
    )


def _move_on(ratings) -> None:
    moved = [rating for rating in ratings if rating.state == RatingStep.MEETING]
    for rating in moved:
        rating.state = after_meeting(rating.kind)
    Rating.objects.bulk_update(moved, ["state"])

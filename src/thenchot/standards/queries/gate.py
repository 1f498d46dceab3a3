"""The gate before an appointment or a rating (S4-021, S4-022): does the person meet what the post
demands?
"""

from dataclasses import replace
from datetime import date

from thenchot.kernel.decision import Decision, Reason
from thenchot.organisation.models import JobPosition, Title, Unit
from thenchot.people.models import Person
from thenchot.platform import policies
from thenchot.policy.parameters import StandardsPolicy
from thenchot.standards.enums import GapState
from thenchot.standards.evaluation import Gap, judge_person
from thenchot.standards.law import NO_TITLE, TITLE_FIELDS, Seat, in_position, post_in
from thenchot.standards.rules import Post

CLAUSE = "S4-022"


def gate(
    person: Person,
    post: Title | JobPosition,
    on: date,
    *,
    unit: Unit | None = None,
    is_head: bool = False,
    staff_kind: str = "",
) -> Decision:
    """Judged as if the person held the post from that day; a title needs the unit in which it would
    be held. Yes with remarks for what the person is exempt from, no with every requirement not met,
    its article and the next step.
    """
    unit = post.unit if isinstance(post, JobPosition) else unit or person.registered_in
    seat = Seat(0, unit.pk, unit.path, None, True, on, _post(post, unit, is_head, staff_kind))
    judged = judge_person(person.pk, on, seats=[seat])
    policy = policies.in_force(StandardsPolicy, path=unit.path, on=on)
    passes = {
        GapState.MET,
        GapState.EXEMPT,
        *((GapState.IN_TRAINING,) if policy.training_passes else ()),
    }
    missing = [_reason(gap) for gap in judged.gaps if gap.state not in passes]
    if missing:
        return Decision.no(*missing)
    return Decision.yes(*(_reason(gap) for gap in judged.gaps if gap.state != GapState.MET))


def seat_for(post: Title | JobPosition, unit: Unit, on: date, *, is_head: bool = False) -> Seat:
    """The post as the one judgement reads it, held from the day on."""
    return Seat(0, unit.pk, unit.path, None, True, on, _post(post, unit, is_head, ""))


def _post(post: Title | JobPosition, unit: Unit, is_head: bool, staff_kind: str) -> Post:
    title = post.title if isinstance(post, JobPosition) else post
    held = post_in(
        unit.bloc,
        [getattr(title, name) for name in TITLE_FIELDS] if title else NO_TITLE,
        staff_kind,
        is_head,
    )
    if not isinstance(post, JobPosition):
        return held
    return replace(
        in_position(held, post.group, post.fields, post.competencies), position=post.code
    )


def _reason(gap: Gap) -> Reason:
    facts = {
        "requirement": gap.demand.standard.key,
        "state": str(gap.state),
        "next_step": gap.result.next_step,
    }
    message = " ".join(part for part in (gap.result.reason, gap.result.next_step) if part)
    return Reason(f"standards.{gap.state}", message, f"{gap.result.article} ({CLAUSE})", facts)

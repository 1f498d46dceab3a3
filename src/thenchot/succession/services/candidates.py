"""People are proposed for a post, taken off the draft, taken out of the approved list."""

from datetime import date
from typing import Any

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.people.models import Person
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.succession.access import EDIT
from thenchot.succession.enums import CandidateState, PlanState
from thenchot.succession.models import Candidate
from thenchot.succession.queries.plans import get_candidate, get_post
from thenchot.succession.rules import planning as rules
from thenchot.succession.services.plans import lock_draft, lock_plan
from thenchot.succession.services.sources import judge_again


@transaction.atomic
def propose_candidate(actor, *, candidate_id: int) -> Candidate:
    """Judged anew before the name goes on the list: a gate that closed meanwhile refuses."""
    row = get_candidate(actor, candidate_id)
    lock_draft(actor, row.post.plan_id)
    judge_again(row)
    rules.may_propose(row.state, row.line, row.bars).or_refuse()
    row.state, row.reason, row.ended_on = CandidateState.PROPOSED, "", None
    row.recorded_by_id, row.recorded_at = actor.account_id, now()
    row.save()
    record(actor, "succession_proposed", **of_candidate(row), line=row.line)
    return row


@transaction.atomic
def add_outsider(actor, *, post_id: int, person_id: int) -> Candidate:
    """Somebody who serves elsewhere and whose file the actor may see ("mở")."""
    post = get_post(actor, post_id)
    lock_draft(actor, post.plan_id)
    person = Person.objects.visible_to(actor, EDIT).filter(pk=person_id).first()
    if person is None:
        raise NotVisible
    row = post.candidates.filter(person=person).first()
    if row is None:
        row = Candidate.objects.create(
            post=post,
            person=person,
            unit=post.unit,
            recorded_by_id=actor.account_id,
            recorded_at=now(),
        )
    return propose_candidate(actor, candidate_id=row.pk)


@transaction.atomic
def withdraw_candidate(actor, *, candidate_id: int) -> Candidate:
    """Off the draft again; whoever was on the approved list is taken out with a reason instead."""
    row = get_candidate(actor, candidate_id)
    lock_draft(actor, row.post.plan_id)
    if row.state not in (CandidateState.PROPOSED, CandidateState.UNVOTED):
        refuse("succession.withdraw", "Chỉ rút người mới được giới thiệu trong đợt này.")
    row.state = CandidateState.FOUND
    row.save(update_fields=["state"])
    record(actor, "succession_withdrawn", **of_candidate(row))
    return row


@transaction.atomic
def change_line(actor, *, candidate_id: int, line: str) -> Candidate:
    row = get_candidate(actor, candidate_id)
    lock_draft(actor, row.post.plan_id)
    found = judge_again(row)
    rules.may_take_line(line, found.eligibility.lines).or_refuse()
    row.line = line
    row.save(update_fields=["line"])
    record(actor, "succession_line_changed", **of_candidate(row), line=line)
    return row


@transaction.atomic
def remove_candidate(
    actor, *, candidate_id: int, reason: str, decision: str, decided_on: date
) -> Candidate:
    """Out of the plan by a decision, with its ground, at once or in a review: the name stays in the
    history.
    """
    row = get_candidate(actor, candidate_id)
    plan = lock_plan(actor, row.post.plan_id)
    require(actor, EDIT, plan.unit.path)
    rules.may_remove(row.state, plan.state).or_refuse()
    if not reason.strip():
        refuse("succession.reason", "Ghi lý do đưa ra khỏi quy hoạch.")
    if plan.state == PlanState.APPROVED and not decision.strip():
        refuse("succession.decision", "Ghi số quyết định đưa ra khỏi quy hoạch.")
    if decided_on > today():
        refuse("succession.decided_on", "Ngày quyết định không sau hôm nay.")
    row.state, row.reason = CandidateState.REMOVED, tidy(nfc(reason))
    row.decision, row.ended_on = tidy(nfc(decision)), decided_on
    row.recorded_by_id, row.recorded_at = actor.account_id, now()
    row.save()
    record(actor, "succession_removed", **of_candidate(row), reason=row.reason)
    return row


def of_candidate(row: Candidate) -> dict[str, Any]:
    return {
        "subject": row,
        "unit_path": row.post.plan.unit.path,
        "plan": row.post.plan_id,
        "post": row.post_id,
        "person": row.person_id,
    }

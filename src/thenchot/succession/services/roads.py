"""Prospects are pointed to and followed; planned people get a road with dates."""

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.periods import months_after
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import get_unit
from thenchot.people.models import Person
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.succession.access import EDIT, REFER
from thenchot.succession.enums import (
    CandidateState,
    MilestoneKind,
    MilestoneState,
    ProspectState,
)
from thenchot.succession.models import Milestone, Prospect
from thenchot.succession.queries.plans import get_candidate
from thenchot.succession.queries.policy import policy_of
from thenchot.succession.queries.roads import get_milestone, get_prospect


@transaction.atomic
def refer_prospect(
    actor,
    *,
    unit_id: int,
    origin: str,
    referred_by: str,
    evidence: str,
    person_id: int | None = None,
    name: str = "",
    work: str = "",
) -> Prospect:
    """On evidence, by whoever may refer (S3-075); of somebody with a file, or by name."""
    unit = get_unit(actor, unit_id)
    require(actor, REFER, unit.path)
    person = _person(actor, person_id)
    if person is None and not name.strip():
        refuse("succession.prospect_name", "Chọn người đã có hồ sơ, hoặc ghi họ tên.")
    same = Prospect.objects.exclude(state=ProspectState.CLOSED).filter(unit=unit, person=person)
    if person and same.exists():
        refuse("succession.prospect_there", "Người này đã được giới thiệu và đang theo dõi.")
    made = Prospect.objects.create(
        unit=unit,
        person=person,
        name=person.full_name if person else tidy(nfc(name)),
        work=tidy(nfc(work)),
        origin=origin,
        referred_by=tidy(nfc(referred_by)),
        evidence=nfc(evidence).strip(),
        noted_by_id=actor.account_id,
        noted_at=now(),
    )
    record(actor, "prospect_referred", subject=made, unit_path=unit.path)
    return made


def _person(actor, person_id: int | None) -> Person | None:
    if person_id is None:
        return None
    found = Person.objects.visible_to(actor, REFER).filter(pk=person_id).first()
    if found is None:
        raise NotVisible
    return found


@transaction.atomic
def follow_prospect(actor, *, prospect_id: int, outcome: str) -> Prospect:
    """What was done and seen; the last words stay."""
    return _move(actor, prospect_id, ProspectState.FOLLOWED, outcome)


@transaction.atomic
def close_prospect(actor, *, prospect_id: int, outcome: str) -> Prospect:
    if not outcome.strip():
        refuse("succession.prospect_outcome", "Ghi vì sao thôi theo dõi.")
    return _move(actor, prospect_id, ProspectState.CLOSED, outcome)


def _move(actor, prospect_id: int, state: str, outcome: str) -> Prospect:
    found = get_prospect(actor, prospect_id)
    require(actor, EDIT, found.unit.path)
    if found.state == ProspectState.CLOSED:
        refuse("succession.prospect_closed", "Đã thôi theo dõi; giới thiệu lại nếu cần.")
    found.state, found.outcome = state, nfc(outcome).strip()
    found.save(update_fields=["state", "outcome"])
    record(actor, "prospect_followed", subject=found, unit_path=found.unit.path, state=state)
    return found


# Roads


@transaction.atomic
def add_milestone(actor, *, candidate_id: int, kind: str, text: str, due_on: date) -> Milestone:
    row = get_candidate(actor, candidate_id)
    require(actor, EDIT, row.post.plan.unit.path)
    if row.state not in (CandidateState.PROPOSED, CandidateState.PLANNED):
        refuse("succession.road", "Lộ trình lập cho người trong danh sách quy hoạch.")
    made = Milestone.objects.create(
        candidate=row,
        unit=row.unit,
        kind=kind,
        text=tidy(nfc(text)),
        due_on=due_on,
        recorded_by_id=actor.account_id,
        recorded_at=now(),
    )
    record(actor, "milestone_added", **_told(made))
    return made


@transaction.atomic
def draw_road(actor, *, candidate_id: int) -> int:
    """A step of training for every standard that lacks and has none yet; how many were added."""
    row = get_candidate(actor, candidate_id)
    require(actor, EDIT, row.post.plan.unit.path)
    known = set(row.milestones.exclude(state=MilestoneState.DROPPED).values_list("text", flat=True))
    wanted = [
        f"Bồi dưỡng, hoàn thiện: {lack.requirement.name}"
        for lack in row.lacks.filter(is_met=False).select_related("requirement")
    ]
    fresh = [text for text in wanted if text not in known]
    if not fresh:
        refuse("succession.road_full", "Không còn tiêu chuẩn thiếu nào chưa có trong lộ trình.")
    due_on = months_after(today(), policy_of(row.post.plan).first_step_months)
    for text in fresh:
        add_milestone(
            actor,
            candidate_id=row.pk,
            kind=MilestoneKind.TRAINING,
            text=text,
            due_on=due_on,
        )
    return len(fresh)


@transaction.atomic
def finish_milestone(actor, *, milestone_id: int, done_on: date, note: str = "") -> Milestone:
    found = _open(actor, milestone_id)
    if done_on > today():
        refuse("succession.done_on", "Ngày xong không sau hôm nay.")
    found.state, found.done_on, found.note = MilestoneState.DONE, done_on, nfc(note).strip()
    found.save(update_fields=["state", "done_on", "note"])
    record(actor, "milestone_finished", **_told(found))
    return found


@transaction.atomic
def drop_milestone(actor, *, milestone_id: int, note: str) -> Milestone:
    found = _open(actor, milestone_id)
    if not note.strip():
        refuse("succession.dropped", "Ghi vì sao bỏ bước này.")
    found.state, found.note = MilestoneState.DROPPED, nfc(note).strip()
    found.save(update_fields=["state", "note"])
    record(actor, "milestone_dropped", **_told(found))
    return found


def _open(actor, milestone_id: int) -> Milestone:
    found = get_milestone(actor, milestone_id)
    require(actor, EDIT, found.candidate.post.plan.unit.path)
    if found.state != MilestoneState.OPEN:
        refuse("succession.milestone_state", "Bước này đã xong hoặc đã bỏ.")
    return found


def _told(found: Milestone) -> dict:
    return {
        "subject": found,
        "unit_path": found.candidate.post.plan.unit.path,
        "person": found.candidate.person_id,
        "on": found.due_on,
    }

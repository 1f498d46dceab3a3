"""Conferences are recorded in their order; once counted, nothing in them changes."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.files.services import store
from thenchot.platform.scope.actor import require
from thenchot.succession.access import EDIT
from thenchot.succession.enums import CandidateState
from thenchot.succession.models import Ballot, Candidate, Conference, SuccessionPlan
from thenchot.succession.queries.plans import listed_in
from thenchot.succession.queries.policy import policy_of
from thenchot.succession.queries.votes import (
    base_of,
    conferences_of,
    get_conference,
    last_votes,
    round_under_way,
    turnout_of,
)
from thenchot.succession.rules import planning as rules
from thenchot.succession.rules import voting
from thenchot.succession.rules.voting import Counted, Thresholds, Turnout
from thenchot.succession.services.plans import lock_draft

SCANS = frozenset({"pdf", "jpg", "png"})
MOST_MB = 10


@transaction.atomic
def scan_minutes(actor, *, conference_id: int, scan) -> Conference:
    """The signed minutes of a counted conference; a scan that is there is not replaced."""
    one = get_conference(actor, conference_id)
    require(actor, EDIT, one.plan.unit.path)
    if not one.is_counted or one.file_id:
        refuse("succession.scan", "Chốt kiểm phiếu trước; mỗi biên bản một bản quét.")
    path = one.plan.unit.path
    one.file = store(actor, scan, unit_path=path, allowed=SCANS, max_mb=MOST_MB)
    one.save(update_fields=["file"])
    record(actor, "succession_minutes_scanned", subject=one, unit_path=path)
    return one


@transaction.atomic
def hold_conference(
    actor,
    *,
    plan_id: int,
    step: str,
    held_on: date,
    chair: str,
    place: str = "",
    note: str = "",
    **numbers: int,
) -> Conference:
    """With everybody who is on the list then and waits for votes, votes still to be typed in."""
    plan = lock_draft(actor, plan_id)
    there = conferences_of(plan)
    asked = policy_of(plan).conferences
    number, current = round_under_way(there, asked)
    counted = {one.step for one in current if one.is_counted}
    rules.may_hold(step, asked, counted, {one.step for one in current}).or_refuse()
    if held_on > today():
        refuse("succession.held_on", "Ngày họp không sau hôm nay.")
    if there and held_on < max(one.held_on for one in there):
        refuse("succession.held_before", "Ngày họp không trước hội nghị trước.")
    people = _waiting(plan, rules.steps_of(asked)[-1], number if counted else None)
    if not people:
        refuse("succession.nobody", "Chưa có ai được giới thiệu để đưa ra hội nghị.")
    voting.counts_hold(Turnout(**numbers), []).or_refuse()
    made = Conference.objects.create(
        plan=plan,
        round=number,
        step=step,
        held_on=held_on,
        chair=tidy(nfc(chair)),
        place=tidy(nfc(place)),
        note=nfc(note).strip(),
        **numbers,
    )
    Ballot.objects.bulk_create(Ballot(conference=made, candidate=row, agreed=0) for row in people)
    record(
        actor,
        "succession_conference_held",
        subject=made,
        unit_path=plan.unit.path,
        plan=plan.pk,
        count=len(people),
    )
    return made


def _waiting(plan: SuccessionPlan, last: str, number: int | None) -> list[Candidate]:
    """Whoever is new on the list and has not passed the last conference; in a round under way,
    `number`, those who passed its conferences so far.
    """
    votes = last_votes(plan)
    fresh = [
        row
        for row in listed_in(plan)
        if not row.is_carried and not _has_passed(votes.get(row.pk), last)
    ]
    if number is None:
        return fresh
    return [row for row in fresh if _goes_on(votes.get(row.pk), number)]


def _goes_on(ballot: Ballot | None, number: int) -> bool:
    return bool(ballot and ballot.passed and ballot.conference.round == number)


def _has_passed(ballot: Ballot | None, step: str) -> bool:
    return bool(ballot and ballot.passed and ballot.conference.step == step)


@transaction.atomic
def correct_conference(
    actor, *, conference_id: int, held_on: date, chair: str, place: str, note: str, **numbers: int
) -> Conference:
    found = _lock(actor, conference_id)
    agreed = found.ballots.values_list("agreed", flat=True)
    voting.counts_hold(Turnout(**numbers), agreed).or_refuse()
    if held_on > today():
        refuse("succession.held_on", "Ngày họp không sau hôm nay.")
    found.held_on, found.chair, found.place = held_on, tidy(nfc(chair)), tidy(nfc(place))
    found.note = nfc(note).strip()
    for name, number in numbers.items():
        setattr(found, name, number)
    found.save()
    record(
        actor,
        "succession_conference_corrected",
        subject=found,
        unit_path=found.plan.unit.path,
        plan=found.plan_id,
    )
    return found


@transaction.atomic
def note_votes(actor, *, conference_id: int, agreed: Mapping[int, int]) -> int:
    """Candidate id -> how many agreed; how many were written."""
    found = _lock(actor, conference_id)
    voting.counts_hold(turnout_of(found), agreed.values()).or_refuse()
    ballots = list(found.ballots.filter(candidate__in=agreed))
    for ballot in ballots:
        ballot.agreed = agreed[ballot.candidate_id]
    Ballot.objects.bulk_update(ballots, ["agreed"])
    record(
        actor,
        "succession_votes_noted",
        subject=found,
        unit_path=found.plan.unit.path,
        plan=found.plan_id,
        count=len(ballots),
    )
    return len(ballots)


@transaction.atomic
def count_conference(actor, *, conference_id: int) -> Conference:
    """Locked: who passed goes on to the next conference, the others leave the list."""
    found = _lock(actor, conference_id)
    policy = policy_of(found.plan)
    rows = [
        Counted(ballot.candidate_id, ballot.candidate.post_id, ballot.agreed)
        for ballot in found.ballots.select_related("candidate")
    ]
    voting.counts_hold(turnout_of(found), [row.agreed for row in rows]).or_refuse()
    if not any(row.agreed for row in rows):
        refuse("succession.no_votes", "Chưa ghi số phiếu đồng ý của ai.")
    base = base_of(found, policy)
    last = rules.steps_of(policy.conferences)[-1]
    thresholds = Thresholds(policy.pass_percent, policy.carry_percent)
    passed = voting.going_on(rows, base, thresholds, is_last=found.step == last)
    _write_results(found, passed)
    found.counted_by_id, found.counted_at = actor.account_id, now()
    found.save(update_fields=["counted_by", "counted_at"])
    record(
        actor,
        "succession_votes_counted",
        subject=found,
        unit_path=found.plan.unit.path,
        plan=found.plan_id,
        count=len(passed),
    )
    return found


def _write_results(found: Conference, passed: set[int]) -> None:
    found.ballots.filter(candidate__in=passed).update(passed=True)
    out = found.ballots.exclude(candidate__in=passed)
    out.update(passed=False)
    Candidate.objects.filter(pk__in=out.values("candidate_id")).update(state=CandidateState.UNVOTED)


def _lock(actor, conference_id: int) -> Conference:
    """Of a draft, and not counted yet."""
    found = get_conference(actor, conference_id)
    plan = lock_draft(actor, found.plan_id)
    require(actor, EDIT, plan.unit.path)
    if found.is_counted:
        refuse("succession.counted", "Biên bản kiểm phiếu đã chốt, không sửa được.")
    return found

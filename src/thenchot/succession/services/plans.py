"""The plan of a term: opened, laid out in posts, submitted, approved, reviewed every year."""

from datetime import date
from typing import Any

from django.db import transaction

from thenchot.kernel.decision import Decision, Reason, refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Committee, Term, Title, Unit
from thenchot.organisation.queries import lock_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.succession.access import APPROVE, EDIT, SEE
from thenchot.succession.enums import CandidateState, Level, PlanState, PostState
from thenchot.succession.judging import Review
from thenchot.succession.labels import STEP
from thenchot.succession.models import Candidate, PlannedPost, SuccessionPlan
from thenchot.succession.queries.plans import get_post, listed_in
from thenchot.succession.queries.policy import limits_of, policy_of, reckoning_of
from thenchot.succession.queries.posts import usual_posts
from thenchot.succession.queries.votes import conferences_of, last_votes
from thenchot.succession.rules import numbers
from thenchot.succession.rules import planning as rules
from thenchot.succession.rules.numbers import Listed


@transaction.atomic
def open_plan(actor, *, term_id: int, basis: str = "") -> SuccessionPlan:
    """Of a term of the place; the day of reckoning follows from the policy, by bloc of the term's
    committees. Refused where the term has a plan already.
    """
    term = Term.objects.visible_to(actor).select_related("unit").filter(pk=term_id).first()
    if term is None:
        raise NotVisible
    home = lock_unit(actor, term.unit_id)
    require(actor, EDIT, home.path)
    if SuccessionPlan.objects.filter(unit=home, term=term).exists():
        refuse("succession.there", "Nhiệm kỳ này đã có danh sách quy hoạch; mở danh sách đó.")
    made = SuccessionPlan.objects.create(
        unit=home,
        term=term,
        reckons_on=reckoning_of(term, home),
        basis=tidy(nfc(basis)),
        created_by_id=actor.account_id,
        created_at=now(),
    )
    record(actor, "succession_opened", subject=made, unit_path=home.path, term=term.pk)
    return made


@transaction.atomic
def set_reckoning(actor, *, plan_id: int, reckons_on: date, basis: str) -> SuccessionPlan:
    plan = lock_draft(actor, plan_id)
    plan.reckons_on, plan.basis = reckons_on, tidy(nfc(basis))
    plan.save(update_fields=["reckons_on", "basis"])
    record(actor, "succession_changed", **of_plan(plan), on=reckons_on)
    return plan


# Posts


@transaction.atomic
def add_post(
    actor,
    *,
    plan_id: int,
    title_id: int,
    unit_id: int,
    seats: int = 1,
    level: str = Level.OWN,
    committee_id: int | None = None,
) -> PlannedPost:
    plan = lock_draft(actor, plan_id)
    unit = Unit.objects.under([plan.unit.path]).filter(pk=unit_id).first()
    title = Title.objects.filter(pk=title_id).first()
    if unit is None or title is None:
        raise NotVisible
    if committee_id and not Committee.objects.filter(pk=committee_id, unit=plan.unit).exists():
        raise NotVisible
    if plan.posts.standing().filter(title=title, unit=unit).exists():
        refuse("succession.post_there", f"{title.name}, {unit.name} đã có trong danh sách.")
    made = PlannedPost.objects.create(
        plan=plan,
        title=title,
        unit=unit,
        seats=seats,
        level=level,
        committee_id=committee_id,
    )
    record(actor, "succession_post_added", **of_post(made))
    return made


@transaction.atomic
def lay_out_posts(actor, *, plan_id: int) -> int:
    """The leading titles that are held or limited in the place, and the collectives of the term;
    what is there stays. How many were added.
    """
    plan = lock_draft(actor, plan_id)
    known = set(plan.posts.standing().values_list("title_id", "unit_id"))
    added = 0
    for told in usual_posts(plan):
        if (told["title_id"], told["unit_id"]) not in known:
            add_post(actor, plan_id=plan.pk, **told)
            known.add((told["title_id"], told["unit_id"]))
            added += 1
    return added


@transaction.atomic
def change_post(actor, *, post_id: int, seats: int, level: str) -> PlannedPost:
    post = get_post(actor, post_id)
    lock_draft(actor, post.plan_id)
    post.seats, post.level = seats, level
    post.save(update_fields=["seats", "level"])
    record(actor, "succession_post_changed", **of_post(post))
    return post


@transaction.atomic
def set_post_state(
    actor, *, post_id: int, state: str, reason: str = "", look_again_on: date | None = None
) -> PlannedPost:
    """Held for structure, or no successor needed: with a reason and the day to look again
    (S1-037).
    """
    post = get_post(actor, post_id)
    lock_draft(actor, post.plan_id)
    if state != PostState.OPEN and (not reason.strip() or look_again_on is None):
        refuse("succession.held", "Ghi lý do và ngày xem lại.")
    if look_again_on and look_again_on <= today():
        refuse("succession.look_again", "Ngày xem lại phải sau hôm nay.")
    post.state, post.reason = state, tidy(nfc(reason)) if state != PostState.OPEN else ""
    post.look_again_on = look_again_on if state != PostState.OPEN else None
    post.save(update_fields=["state", "reason", "look_again_on"])
    record(actor, "succession_post_state", **of_post(post), state=state)
    return post


@transaction.atomic
def drop_post(actor, *, post_id: int) -> None:
    """Out of a draft; refused while somebody is on the list for it."""
    post = get_post(actor, post_id)
    lock_draft(actor, post.plan_id)
    if post.candidates.listed().exists():
        refuse("succession.post_listed", "Đưa người ra khỏi chức danh này trước.")
    post.is_dropped = True
    post.save(update_fields=["is_dropped"])
    record(actor, "succession_post_dropped", **of_post(post))


# The way of the list


@transaction.atomic
def submit_plan(actor, *, plan_id: int) -> SuccessionPlan:
    """Only what was voted on, within the numbers, behind open gates."""
    plan = lock_plan(actor, plan_id)
    require(actor, EDIT, plan.unit.path)
    if plan.reviewed_at is None:
        refuse("succession.unreviewed", "Rà soát nguồn trước khi trình.")
    listed = list(listed_in(plan))
    missing, unvoted = _votes_lacking(plan, listed)
    rules.may_submit(plan.state, len(listed), unvoted, missing).or_refuse()
    check_list(plan, listed)
    plan.state, plan.note = PlanState.SUBMITTED, ""
    plan.submitted_by_id, plan.submitted_at = actor.account_id, now()
    plan.save()
    record(actor, "succession_submitted", **of_plan(plan), count=len(listed))
    return plan


def _votes_lacking(plan: SuccessionPlan, listed: list[Candidate]) -> tuple[list[str], list[str]]:
    """Conferences without a counted vote, names without the last one. Whoever was on the approved
    list before needs no new vote.
    """
    fresh = [row for row in listed if not row.is_carried]
    if not fresh:
        return [], []
    counted = {one.step for one in conferences_of(plan) if one.is_counted}
    steps = rules.steps_of(policy_of(plan).conferences)
    missing = [str(STEP[step]) for step in steps if step not in counted]
    votes = last_votes(plan)
    unvoted = [
        row.person.full_name
        for row in fresh
        if row.pk not in votes
        or not votes[row.pk].passed
        or votes[row.pk].conference.step != steps[-1]
    ]
    return missing, unvoted


def check_list(plan: SuccessionPlan, listed: list[Candidate]) -> None:
    """Numbers, and what bars each name, asked anew; every reason is told at once. Whoever was on
    the approved list before is barred only by what takes somebody out of it.
    """
    limits = limits_of(plan)
    most = {
        post.pk: (
            str(post),
            numbers.most_for(post.seats, is_committee=post.is_committee, limits=limits),
        )
        for post in {row.post_id: row.post for row in listed}.values()
    }
    reasons = [
        *numbers.too_many([_listed(row) for row in listed], most, limits),
        *_bars_of(plan, listed),
    ]
    if reasons:
        Decision.no(*reasons).or_refuse()


def _bars_of(plan: SuccessionPlan, listed: list[Candidate]) -> list[Reason]:
    """Each once a person, however many posts the person is listed for."""
    review = Review(plan.unit, plan.reckons_on, today(), {row.person_id for row in listed})
    told: dict[str, None] = {}
    for row in listed:
        judged = None if row.is_carried else review.judge(row.post, row.person_id)
        bars = judged.eligibility.bars if judged else review.lost(row.person_id)
        for bar in bars:
            told[f"{row.person.full_name}: {bar}"] = None
    return [Reason("succession.barred", words) for words in told]


def _listed(row: Candidate) -> Listed:
    return Listed(
        row.person_id, row.person.full_name, row.post_id, row.post.level, row.post.is_committee
    )


@transaction.atomic
def return_plan(actor, *, plan_id: int, note: str) -> SuccessionPlan:
    plan = lock_plan(actor, plan_id)
    require(actor, APPROVE, plan.unit.path)
    rules.may_approve(plan.state, plan.submitted_by_id, actor.account_id).or_refuse()
    if not note.strip():
        refuse("succession.note", "Ghi lý do trả lại để người lập biết phải sửa gì.")
    plan.state, plan.note = PlanState.DRAFT, tidy(nfc(note))
    plan.save()
    record(actor, "succession_returned", **of_plan(plan))
    return plan


@transaction.atomic
def approve_plan(actor, *, plan_id: int, decision: str, decided_on: date) -> SuccessionPlan:
    """By another person than submitted it; the gates are asked anew on this day."""
    plan = lock_plan(actor, plan_id)
    require(actor, APPROVE, plan.unit.path)
    rules.may_approve(plan.state, plan.submitted_by_id, actor.account_id).or_refuse()
    if not decision.strip():
        refuse("succession.decision", "Ghi số quyết định phê duyệt.")
    if decided_on > today():
        refuse("succession.decided_on", "Ngày quyết định không sau hôm nay.")
    listed = list(listed_in(plan))
    check_list(plan, listed)
    if plan.previous_id:
        SuccessionPlan.objects.filter(pk=plan.previous_id).update(state=PlanState.REPLACED)
    Candidate.objects.filter(pk__in=[row.pk for row in listed]).update(state=CandidateState.PLANNED)
    plan.state, plan.decision = PlanState.APPROVED, tidy(nfc(decision))
    plan.decided_on = decided_on
    plan.approved_by_id, plan.approved_at = actor.account_id, now()
    plan.save()
    record(actor, "succession_approved", **of_plan(plan), decision=plan.decision, count=len(listed))
    return plan


@transaction.atomic
def review_plan(actor, *, plan_id: int) -> SuccessionPlan:
    """The yearly review (S1-020): a new version with the posts and the people of the approved one,
    which holds until the new one is approved.
    """
    former = lock_plan(actor, plan_id)
    require(actor, EDIT, former.unit.path)
    rules.may_review(former.state).or_refuse()
    same = SuccessionPlan.objects.filter(unit=former.unit, term=former.term)
    if same.filter(state__in=[PlanState.DRAFT, PlanState.SUBMITTED]).exists():
        refuse("succession.in_work", "Đã có đợt rà soát đang làm hoặc đã trình.")
    made = SuccessionPlan.objects.create(
        unit=former.unit,
        term=former.term,
        version=former.version + 1,
        previous=former,
        reckons_on=reckoning_of(former.term, former.unit),
        basis=former.basis,
        created_by_id=actor.account_id,
        created_at=now(),
    )
    for post in former.posts.standing().order_by("pk"):
        _carry(post, made)
    record(actor, "succession_review_opened", **of_plan(made))
    return made


def _carry(post: PlannedPost, plan: SuccessionPlan) -> None:
    """A post and those who are planned for it, into the next version."""
    people = list(post.candidates.filter(state=CandidateState.PLANNED).order_by("pk"))
    key = post.pk
    post.pk, post.plan, post.previous_id = None, plan, key
    post._state.adding = True
    post.save(force_insert=True)
    for row in people:
        row.pk, row.post, row.is_carried = None, post, True
        row.recorded_at = now()
        row._state.adding = True
    Candidate.objects.bulk_create(people)


# Finding, telling


def lock_plan(actor, plan_id: int) -> SuccessionPlan:
    """Visible, and kept from changing until the transaction ends."""
    rows = SuccessionPlan.objects.select_for_update(of=("self",)).select_related("unit", "term")
    found = rows.filter(
        pk=plan_id, pk__in=SuccessionPlan.objects.visible_to(actor, SEE).values("pk")
    ).first()
    if found is None:
        raise NotVisible
    return found


def lock_draft(actor, plan_id: int) -> SuccessionPlan:
    plan = lock_plan(actor, plan_id)
    require(actor, EDIT, plan.unit.path)
    rules.may_edit(plan.state).or_refuse()
    return plan


def of_plan(plan: SuccessionPlan) -> dict[str, Any]:
    return {"subject": plan, "unit_path": plan.unit.path, "version": plan.version}


def of_post(post: PlannedPost) -> dict[str, Any]:
    return {
        "subject": post,
        "unit_path": post.plan.unit.path,
        "plan": post.plan_id,
        "title": post.title_id,
        "unit": post.unit_id,
        "seats": post.seats,
    }

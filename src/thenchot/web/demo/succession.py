"""Planning: conclusions on the political standard, the list of this term approved and under review,
the list of the next term on its way, roads and prospects.
"""

import random
from datetime import date, timedelta

from thenchot.clearance import services as clearance
from thenchot.clearance.models import Conclusion
from thenchot.kernel.periods import months_after
from thenchot.organisation.models import Term
from thenchot.organisation.services import committees
from thenchot.people.models import Appointment
from thenchot.platform.clock import today
from thenchot.succession.enums import CandidateState, Line, MilestoneKind, Origin, Step
from thenchot.succession.judging import in_office
from thenchot.succession.models import Candidate, SuccessionPlan
from thenchot.succession.services import candidates, conferences, plans, roads, sources
from thenchot.web.demo.calendar import TAKEN_IN_BEFORE, day_of
from thenchot.web.demo.tree import FOUNDED

CONCLUDED_SHARE = 0.9
WANTED = 2  # proposed for a post, of those who may be
SUMMONED = {Step.LEADERSHIP: 9, Step.ENLARGED: 21, Step.KEY: 46, Step.VOTE: 9}
NEXT_TERM = ("Nhiệm kỳ 2030 - 2035", date(2030, 7, 1), date(2035, 6, 30))
PROSPECTS = (
    (Origin.FRONT, "Ủy ban Mặt trận Tổ quốc phường", "Vận động 36 hộ hiến đất mở rộng ngõ"),
    (Origin.CELL, "Chi bộ tổ dân phố", "Lập tổ công nghệ số, hướng dẫn 420 người dân"),
    (Origin.PEOPLE, "Nhân dân tổ dân phố", "Hai năm liền giải quyết xong mọi kiến nghị được giao"),
)


def plan_successors(officer, leader, home, rng: random.Random, on: date) -> None:
    begun = on - TAKEN_IN_BEFORE
    if begun < FOUNDED:
        return
    with day_of(begun):
        _conclude(officer, home, rng)
        term = _next_term(officer, home)
    current = Term.objects.filter(unit=home, starts_on__lte=on, ends_on__gt=on).earliest("pk")
    approved = _approved(officer, leader, current, begun + timedelta(days=20))
    _roads(officer, approved, on)
    _next_list(officer, term, on)
    _point_to(officer, home)


def _conclude(officer, home, rng: random.Random) -> None:
    """Nine of ten are concluded; the others wait, or were never asked about."""
    for person in in_office(home, today()):
        if rng.random() > CONCLUDED_SHARE:
            continue
        clearance.request_verification(officer, person_id=person, purpose="Quy hoạch cán bộ")
        if rng.random() > CONCLUDED_SHARE:
            continue
        for row in Conclusion.objects.filter(person=person, outcome=""):
            clearance.conclude(
                officer,
                conclusion_id=row.pk,
                outcome="clear",
                number=f"{row.pk}-KL/BXDĐ",
                body="Ban Xây dựng Đảng phường",
                concluded_on=today(),
            )


def _next_term(officer, home) -> Term:
    name, starts_on, ends_on = NEXT_TERM
    return committees.open_term(
        officer, unit_id=home.pk, name=name, starts_on=starts_on, ends_on=ends_on
    )


def _propose(officer, plan: SuccessionPlan) -> None:
    """The first who may be, a few for each post, never more than a person may stand for."""
    stood: dict[int, int] = {}
    for post in plan.posts.standing().order_by("pk"):
        wanted = WANTED if not post.is_committee else post.seats + 2
        free = post.candidates.filter(state=CandidateState.FOUND, bars="").exclude(line="")
        for row in free.order_by("gaps", "-months_left", "pk"):
            if not wanted:
                break
            if stood.get(row.person_id, 0) >= WANTED and not post.is_committee:
                continue
            candidates.propose_candidate(officer, candidate_id=row.pk)
            stood[row.person_id] = stood.get(row.person_id, 0) + (not post.is_committee)
            wanted -= 1


def _vote(officer, plan: SuccessionPlan, step: Step, held_on: date, *, counts: bool) -> None:
    summoned = SUMMONED[step]
    held = conferences.hold_conference(
        officer,
        plan_id=plan.pk,
        step=step,
        held_on=held_on,
        chair="Bí thư Đảng ủy phường",
        place="Hội trường Đảng ủy phường",
        summoned=summoned,
        excused=0,
        present=summoned - 1,
        handed_out=summoned - 1,
        returned=summoned - 1,
        valid=summoned - 1,
    )
    ballots = held.ballots.order_by("pk").values_list("candidate_id", flat=True)
    agreed = {key: summoned - 1 - at % 3 for at, key in enumerate(ballots)}
    conferences.note_votes(officer, conference_id=held.pk, agreed=agreed)
    if counts:
        conferences.count_conference(officer, conference_id=held.pk)


def _approved(officer, leader, term: Term, begun: date) -> SuccessionPlan:
    with day_of(begun):
        plan = plans.open_plan(officer, term_id=term.pk, basis="Hướng dẫn 45-HD/BTCTW")
        plans.lay_out_posts(officer, plan_id=plan.pk)
        sources.review_sources(officer, plan_id=plan.pk)
        _propose(officer, plan)
    for number, step in enumerate(Step):
        day = begun + timedelta(days=2 + number)
        with day_of(day):
            _vote(officer, plan, step, day, counts=True)
    with day_of(begun + timedelta(days=10)):
        plans.submit_plan(officer, plan_id=plan.pk)
    with day_of(begun + timedelta(days=30)):
        return plans.approve_plan(
            leader,
            plan_id=plan.pk,
            decision="215-QĐ/TU",
            decided_on=begun + timedelta(days=30),
        )


def _roads(officer, plan: SuccessionPlan, on: date) -> None:
    """Those who may reach a post later learn what lacks; some are tried in a task."""
    rows = Candidate.objects.filter(post__plan=plan, state=CandidateState.PLANNED)
    for row in rows.filter(line=Line.LATER, lacks__is_met=False).distinct().order_by("pk")[:12]:
        roads.draw_road(officer, candidate_id=row.pk)
    for row in rows.filter(line=Line.NEXT).order_by("pk")[:4]:
        roads.add_milestone(
            officer,
            candidate_id=row.pk,
            kind=MilestoneKind.TASK,
            text="Chủ trì một nhiệm vụ khó, liên đơn vị của phường",
            due_on=months_after(on, 1) - timedelta(days=45),
        )


def _next_list(officer, term: Term, on: date) -> None:
    """Proposed, voted on by the leadership, the next conference to come."""
    begun = on - timedelta(days=9)
    with day_of(begun):
        plan = plans.open_plan(officer, term_id=term.pk, basis="Hướng dẫn 45-HD/BTCTW")
        plans.lay_out_posts(officer, plan_id=plan.pk)
        sources.review_sources(officer, plan_id=plan.pk)
        _propose(officer, plan)
    with day_of(on - timedelta(days=2)):
        _vote(officer, plan, Step.LEADERSHIP, on - timedelta(days=2), counts=True)


def _point_to(officer, home) -> None:
    seats = Appointment.objects.filter(
        unit__path__startswith=home.path, is_primary=True, valid_to=None, title_ref__ladder=None
    )
    chosen = seats.select_related("unit").order_by("person__sort_key", "pk")[: len(PROSPECTS)]
    for seat, (origin, body, evidence) in zip(chosen, PROSPECTS, strict=False):
        roads.refer_prospect(
            officer,
            unit_id=seat.unit_id,
            person_id=seat.person_id,
            origin=origin,
            referred_by=body,
            evidence=evidence,
        )

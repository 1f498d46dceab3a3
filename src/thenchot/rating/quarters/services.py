"""The Party's quarter: facts gathered, a proposal by the rules, a decision by the competent level;
failed runs.
"""

from collections.abc import Iterable
from fractions import Fraction

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.periods import Quarter
from thenchot.kernel.text import nfc, tidy
from thenchot.people.models import Appointment, Discipline
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.policy.parameters import PartyRatingPolicy
from thenchot.rating.access import DECIDE_QUARTER
from thenchot.rating.enums import ReviewState
from thenchot.rating.lowering import refuse_unseen_fall
from thenchot.rating.models import QuarterRating, ReplacementReview
from thenchot.rating.quarters.access import may_decide_quarter, may_decide_replacement
from thenchot.rating.quarters.rules.consecutive_failures import Run, runs_of
from thenchot.rating.quarters.rules.proposing import (
    QuarterFacts,
    QuarterProposal,
    deferral,
    propose_quarter,
)
from thenchot.rating.rules.conditions import Shares
from thenchot.rating.rules.periods import code_of
from thenchot.standards.enums import GapState as StandardState
from thenchot.standards.models import Verdict
from thenchot.worklog.enums import Band, Capacity, FaultKind, Regulation
from thenchot.worklog.models import Assessment, Work
from thenchot.worklog.queries.assessments import with_work
from thenchot.worklog.services.locking import lock_assessment


def propose(assessment: Assessment) -> QuarterProposal:
    """`sheet` with its work (`with_work`). Quarters of the Party only."""
    party = policies.in_force(PartyRatingPolicy, path=assessment.unit.path, on=assessment.ends_on)
    quarter = Quarter(assessment.year, assessment.number)
    seat = (
        Appointment.objects.filter(
            person=assessment.person_id, unit=assessment.unit_id, valid_from__lte=assessment.ends_on
        )
        .order_by("valid_from")
        .first()
    )
    waits = deferral(seat.valid_from, quarter, party) if seat else None
    if waits:
        return QuarterProposal(None, (waits,))
    return propose_quarter(facts_of(assessment, quarter), party)


def facts_of(assessment: Assessment, quarter: Quarter) -> QuarterFacts:
    return QuarterFacts(
        quarter,
        Capacity(assessment.kind),
        Band(assessment.band) if assessment.band else None,
        shares_of(assessment.counted),
        _collective(assessment),
        is_below_standard=_is_below_standard(assessment),
        is_disciplined=_is_disciplined(assessment),
    )


def shares_of(works: Iterable[Work]) -> Shares | None:
    """Tasks, not converted products: the Party's rule speaks of tasks. Objective delays are no
    delays.
    """
    works = [work for work in works if work.assigned or work.added]
    given = sum((work.assigned for work in works), 0)
    finished = sum((work.finished for work in works), 0)
    if not given + sum((work.added for work in works), 0):
        return None
    whole = Fraction(max(given, finished))
    late = sum(
        sum(
            fault.times and 1
            for fault in work.standing
            if fault.kind == FaultKind.DELAY and fault.by == "own"
        )
        for work in works
    )
    exceeding = sum((work.exceeds for work in works), 0)
    return Shares(
        min(Fraction(finished) / Fraction(given or finished), Fraction(1)),
        Fraction(exceeding) / whole,
        Fraction(late) / whole,
    )


def _collective(assessment: Assessment) -> Fraction | None:
    """Share done of all the work assigned in the branch in this quarter, counted in pieces."""
    works = Work.objects.filter(
        assessment__unit__path__startswith=assessment.unit.path,
        assessment__rules=Regulation.QD366,
        assessment__year=assessment.year,
        assessment__number=assessment.number,
        assessment__is_practice=False,
        assessment__dropped_at__isnull=True,
        dropped_at__isnull=True,
    ).values_list("assigned", "done")
    given, done = (sum(column, 0) for column in zip(*works, strict=True)) if works else (0, 0)
    return Fraction(done) / Fraction(given) if given else None


def _is_below_standard(assessment: Assessment) -> bool:
    return (
        Verdict.objects.standing()
        .filter(person=assessment.person_id, state=StandardState.MISSING)
        .exists()
    )


def _is_disciplined(assessment: Assessment) -> bool:
    return Discipline.objects.filter(
        person=assessment.person_id, valid_from__range=(assessment.starts_on, assessment.ends_on)
    ).exists()


@transaction.atomic
def decide_quarter(
    actor, *, assessment_id: int, level: str, basis: str, note: str = "", seen: str = ""
) -> QuarterRating:
    """By the competent level, never on the own file. Another level than proposed needs its reason,
    one below what stands must have been seen; a decision that stands is replaced by the new one.
    """
    assessment = lock_assessment(actor, assessment_id)
    may_decide_quarter(actor, assessment).or_refuse()
    proposal = propose(with_work(Assessment.objects.filter(pk=assessment.pk)).get())
    _check_decision(assessment, proposal, level, basis, note)
    at = now()
    standing = QuarterRating.objects.filter(assessment=assessment, replaced_at__isnull=True)
    before = standing.values_list("level", flat=True).first()
    refuse_unseen_fall(level, proposal.level, before, seen=seen)
    replaced = standing.update(replaced_at=at)
    made = QuarterRating.objects.create(
        assessment=assessment,
        proposed=proposal.level or "",
        reasons=[reason.as_json() for reason in proposal.reasons],
        conditions=[one.as_json() for one in proposal.conditions],
        level=level,
        basis=tidy(nfc(basis)),
        note=tidy(nfc(note)),
        decided_by_id=actor.account_id,
        decided_at=at,
    )
    facts = {
        "sheet": assessment.pk,
        "level": str(level),
        "proposed": str(proposal.level),
        "basis": made.basis,
    }
    if replaced:
        record(
            actor, "quarter_rating_replaced", subject=made, unit_path=assessment.unit.path, **facts
        )
    else:
        record(actor, "quarter_rated", subject=made, unit_path=assessment.unit.path, **facts)
    review_person(assessment.person_id)
    return made


def _check_decision(
    assessment: Assessment, proposal: QuarterProposal, level: str, basis: str, note: str
) -> None:
    if proposal.level is None:
        why = " ".join(reason.message for reason in proposal.reasons)
        refuse("quarter.not_ranked", why)
    if level not in list(Band):
        refuse("quarter.level", "Chọn một trong bốn mức.")
    if not basis.strip():
        refuse("quarter.basis", "Ghi thông báo hoặc kết luận của cấp có thẩm quyền.")
    if level != proposal.level and not note.strip():
        refuse("quarter.note", "Mức khác với đề xuất phải ghi lý do.")


# Two failed quarters in a row


def levels_of(person_id: int) -> dict[Quarter, Band | None]:
    """What was decided of each quarter in which the person had a sheet of the Party."""
    assessments = (
        Assessment.objects.counting()
        .filter(person=person_id, rules=Regulation.QD366, period="quarter")
        .order_by("starts_on")
    )
    decided = dict(
        QuarterRating.objects.standing()
        .filter(assessment__in=assessments)
        .values_list("assessment", "level")
    )
    found: dict[Quarter, Band | None] = {}
    for assessment in assessments:
        level = decided.get(assessment.pk)
        quarter = Quarter(assessment.year, assessment.number)
        found[quarter] = Band(level) if level else found.get(quarter)
    return found


@transaction.atomic
def review_person(person_id: int) -> ReplacementReview | None:
    """Open, or bring up to date, the proposal that a run of failed quarters calls for. Never
    decides anything.
    """
    assessment = (
        Assessment.objects.counting()
        .filter(person=person_id, rules=Regulation.QD366)
        .select_related("unit")
        .order_by("-starts_on")
        .first()
    )
    if assessment is None:
        return None
    party = policies.in_force(PartyRatingPolicy, path=assessment.unit.path, on=today())
    runs = runs_of(levels_of(person_id), party.failed_quarters)
    return _propose_replacement(assessment, runs[-1]) if runs else None


def _propose_replacement(assessment: Assessment, run: Run) -> ReplacementReview:
    told = {
        "quarters": [code_of(quarter) for quarter in run.failed],
        "gaps": [code_of(quarter) for quarter in run.gaps],
    }
    review, is_new = ReplacementReview.objects.get_or_create(
        person_id=assessment.person_id,
        first=code_of(run.failed[0]),
        defaults={**told, "unit": assessment.unit, "title": assessment.title, "opened_on": today()},
    )
    if is_new:
        record(
            SYSTEM,
            "replacement_proposed",
            subject=review,
            unit_path=assessment.unit.path,
            person=assessment.person_id,
            **told,
        )
    elif (review.quarters, review.gaps) != (told["quarters"], told["gaps"]):
        review.quarters, review.gaps = told["quarters"], told["gaps"]
        review.save(update_fields=["quarters", "gaps"])
    return review


@transaction.atomic
def decide_replacement(
    actor, *, review_id: int, is_accepted: bool, reason: str
) -> ReplacementReview:
    review = (
        ReplacementReview.objects.visible_to(actor, DECIDE_QUARTER)
        .select_for_update(of=("self",))
        .select_related("unit", "person")
        .filter(pk=review_id)
        .first()
    )
    if review is None:
        raise NotVisible(f"review {review_id}")
    may_decide_replacement(actor, review).or_refuse()
    if not reason.strip():
        refuse("replacement.reason", "Ghi ý kiến, căn cứ.")
    review.state = ReviewState.ACCEPTED if is_accepted else ReviewState.DISMISSED
    review.reason, review.decided_by_id, review.decided_at = (
        tidy(nfc(reason)),
        actor.account_id,
        now(),
    )
    review.save()
    record(
        actor,
        "replacement_decided",
        subject=review,
        unit_path=review.unit.path,
        is_accepted=is_accepted,
    )
    return review

"""A period is closed: scored, with its receipt and the values of policy it used; opened again only
with a reason.
"""

from collections.abc import Iterable

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.periods import Period
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import get_unit
from thenchot.platform import policies
from thenchot.platform.audit.trail import record, record_many
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import require
from thenchot.policy.parameters import ScoringPolicy
from thenchot.scoring.enums import Status
from thenchot.scoring.evaluation import amounts_of, evaluate, managed_by, result_of
from thenchot.scoring.models import Reopening
from thenchot.worklog.access import SCORE, may_score
from thenchot.worklog.enums import AssessmentState, Capacity
from thenchot.worklog.models import Assessment
from thenchot.worklog.queries.assessments import with_work
from thenchot.worklog.services.locking import lock_assessment, locked

ORDER = {
    Capacity.STAFF: 0,
    Capacity.DEPUTY: 1,
    Capacity.HEAD: 2,
}  # whoever is led is closed before who leads (Đ15.3)


@transaction.atomic
def close_assessment(actor, *, assessment_id: int) -> Assessment:
    """Score it and keep the receipt. Refused, with what is missing, while anything it is made of is
    unknown.
    """
    assessment = lock_assessment(actor, assessment_id)
    may_score(actor, assessment).or_refuse()
    if assessment.is_closed:
        return assessment
    found = with_work(Assessment.objects.filter(pk=assessment.pk)).get()
    evaluated, resolved = _judged(found, _others([found]), _Laws())
    if evaluated.score.status == Status.WAITING and not found.not_scored:
        lacking = " ".join(remark.message for remark in evaluated.score.remarks)
        refuse("sheet.waiting", lacking)
    _close(actor, [(evaluated, resolved)])
    return Assessment.objects.get(pk=assessment.pk)


@transaction.atomic
def close_unit(actor, *, unit_id: int, period: Period, is_practice: bool = False) -> dict[str, int]:
    """Close every sheet of the branch that has a score: staff before those who lead them. {closed,
    waiting, not_yours}. Somebody who was given nothing is looked at and closed one by one.

    Two people who close at once are one after the other on the locked rows; the second finds
    nothing left to do.
    """
    unit = get_unit(actor, unit_id)
    require(actor, SCORE, unit.path)
    ids = list(
        locked(unit.path, period, is_practice)
        .exclude(state=AssessmentState.CLOSED)
        .values_list("pk", flat=True)
    )
    return close_many(actor, ids)


@transaction.atomic
def close_many(actor, ids: Iterable[int]) -> dict[str, int]:
    assessments = list(with_work(Assessment.objects.filter(pk__in=list(ids))))
    mine = [
        assessment for assessment in assessments if actor.is_system or may_score(actor, assessment)
    ]
    closed, others, laws = 0, _others(mine), _Laws()
    for turn in sorted({_turn(assessment) for assessment in mine}):
        batch = [
            _judged(assessment, others, laws) for assessment in mine if _turn(assessment) == turn
        ]
        ready = [
            (one, resolved)
            for one, resolved in batch
            if one.score.status == Status.SCORED or one.assessment.not_scored
        ]
        _close(actor, ready)
        closed += len(ready)
        others = _updated(others, [one.assessment for one, _ in ready])
    return {
        "closed": closed,
        "waiting": len(mine) - closed,
        "not_yours": len(assessments) - len(mine),
    }


def _turn(assessment: Assessment) -> tuple[int, int]:
    """Heads of the units deepest in the tree before those above them."""
    return ORDER[Capacity(assessment.kind)], -assessment.unit.path.count(
        "/"
    ) if assessment.kind == Capacity.HEAD else 0


def _updated(others: list[Assessment], closed: list[Assessment]) -> list[Assessment]:
    fresh = {assessment.pk: assessment for assessment in closed}
    return [fresh.get(assessment.pk, assessment) for assessment in others]


def _others(assessments: list[Assessment]) -> list[Assessment]:
    """Sheets of the same periods in the branches of those who lead: their totals are d of the
    leaders.
    """
    leaders = [assessment for assessment in assessments if assessment.kind != Capacity.STAFF]
    if not leaders:
        return []
    spans = {
        (
            assessment.home_id,
            assessment.period,
            assessment.year,
            assessment.number,
            assessment.is_practice,
        )
        for assessment in leaders
    }
    found = []
    for home, period, year, number, is_practice in spans:
        rows = Assessment.objects.filter(
            home=home,
            period=period,
            year=year,
            number=number,
            is_practice=is_practice,
            dropped_at__isnull=True,
        )
        found += rows.select_related("person", "unit").order_by("pk")
    return found


class _Laws(dict):
    """(path, day) -> the values in force, resolved once."""

    def __missing__(self, key: tuple):
        self[key] = policies.resolved(*key).only(ScoringPolicy)
        return self[key]


def _judged(assessment: Assessment, others: list[Assessment], laws: _Laws):
    resolved = laws[assessment.unit.path, assessment.ends_on]
    managed = (
        []
        if assessment.kind == Capacity.STAFF
        else managed_by(assessment, [one for one in others if one.rules == assessment.rules])
    )
    return evaluate(assessment, resolved.as_parameters(ScoringPolicy), managed), resolved


def _close(actor, judged: list) -> None:
    at, closed = now(), []
    for evaluated, resolved in judged:
        assessment, found = evaluated.assessment, evaluated.score
        assessment.result = result_of(evaluated, resolved.hash)
        assessment.total, assessment.band = (
            (None, "") if assessment.not_scored else (found.total, str(found.band or ""))
        )
        assessment.given, assessment.produced = amounts_of(assessment.counted)
        assessment.policy, assessment.policy_hash = (
            {key: value.value for key, value in resolved.items()},
            resolved.hash,
        )
        assessment.state, assessment.closed_by_id, assessment.closed_at = (
            AssessmentState.CLOSED,
            actor.account_id,
            at,
        )
        closed.append(assessment)
    Assessment.objects.bulk_update(
        closed,
        [
            "result",
            "total",
            "band",
            "given",
            "produced",
            "policy",
            "policy_hash",
            "state",
            "closed_by",
            "closed_at",
        ],
        batch_size=200,
    )
    record_many(
        actor,
        "sheet_closed",
        Assessment,
        (
            (s.pk, s.unit.path, {"total": s.total, "band": s.band, "policy": s.policy_hash[:12]})
            for s in closed
        ),
    )


@transaction.atomic
def reopen_assessment(actor, *, assessment_id: int, reason: str) -> Reopening:
    """The result that stood is kept beside the reason; the sheet can be changed and closed anew."""
    assessment = lock_assessment(actor, assessment_id)
    may_score(actor, assessment).or_refuse()
    if not assessment.is_closed:
        refuse("sheet.open", "Phiếu chưa chốt.")
    if not reason.strip():
        refuse("sheet.reason", "Ghi lý do mở lại.", "NĐ 335/2025, Điều 21.3")
    kept = Reopening.objects.create(
        assessment=assessment,
        reason=tidy(nfc(reason)),
        result=assessment.result or {},
        total=assessment.total,
        band=assessment.band,
        closed_at=assessment.closed_at,
        reopened_by_id=actor.account_id,
    )
    (
        assessment.state,
        assessment.closed_at,
        assessment.closed_by,
        assessment.result,
        assessment.total,
        assessment.band,
    ) = (
        AssessmentState.SUBMITTED,
        None,
        None,
        None,
        None,
        "",
    )
    assessment.save()
    record(
        actor,
        "sheet_reopened",
        subject=assessment,
        unit_path=assessment.unit.path,
        reason=kept.reason,
        total=kept.total,
    )
    return kept

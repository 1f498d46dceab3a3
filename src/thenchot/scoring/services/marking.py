"""What the scoring authority does with an open sheet: converts, splits, marks faults and their
cause, confirms points.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.db import transaction

from thenchot.catalogue.models import Product
from thenchot.catalogue.queries.catalogue import IN_FORCE
from thenchot.kernel.decision import refuse
from thenchot.kernel.periods import Period
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import get_unit
from thenchot.platform import policies
from thenchot.platform.audit.trail import record, record_many
from thenchot.platform.clock import now
from thenchot.platform.lowering import ask_once_more
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.policy.parameters import PartyRatingPolicy
from thenchot.scoring.evaluation import points_of, policy_of
from thenchot.scoring.services.self_reporting import checked_points, in_words
from thenchot.worklog.access import SCORE, SEE, may_score
from thenchot.worklog.enums import AssessmentState, Capacity, Regulation
from thenchot.worklog.models import Assessment, Cause, Fault, Work
from thenchot.worklog.services.locking import check_scored, lock_scored, lock_work, locked

WHOLE_OR_NOTHING = {
    "met": Decimal(100),
    "short": Decimal(0),
    "united": Decimal(100),
    "conflict": Decimal(0),
}


@transaction.atomic
def convert_work(actor, *, work_id: int, product_id: int) -> Work:
    """Name the product of the catalogue that a work item counts as."""
    work = _scored_work(actor, work_id)
    product = Product.objects.filter(
        pk=product_id, catalogue__state__in=IN_FORCE, is_dropped=False
    ).first()
    if product is None:
        raise NotVisible
    work.product, work.code, work.factor = product, product.code, product.factor
    work.save(update_fields=["product", "code", "factor"])
    record(
        actor,
        "work_converted",
        subject=work,
        unit_path=work.assessment.unit.path,
        product=product.code,
        factor=product.factor,
    )
    return work


@transaction.atomic
def split_work(actor, *, work_id: int, shares: Mapping[int, Decimal]) -> list[Work]:
    """A product of several people: its pieces are shared among sheets of the same period, within
    the total (Đ18.1.c).

    `shares`: sheet id -> pieces. What the shares leave stays with the first person.
    """
    work = _scored_work(actor, work_id)
    assessments = [lock_scored(actor, assessment_id) for assessment_id in sorted(shares)]
    total = sum(shares.values(), Decimal(0))
    if (
        not shares
        or min(shares.values()) <= 0
        or work.assessment_id in shares
        or total > work.finished
    ):
        refuse(
            "work.split",
            (
                f"Chia cho người khác nhiều nhất {work.finished.normalize():f} sản phẩm, mỗi phần "
                f"lớn hơn 0."
            ),
            "NĐ 335/2025, Điều 18.1.c",
        )
    if any(
        assessment.starts_on != work.assessment.starts_on
        or assessment.period != work.assessment.period
        for assessment in assessments
    ):
        refuse("work.split_period", "Chỉ chia cho phiếu cùng kỳ.")
    made = [_part(work, assessment, shares[assessment.pk]) for assessment in assessments]
    _take_from(work, total)
    record(
        actor,
        "work_split",
        subject=work,
        unit_path=work.assessment.unit.path,
        parts={str(pk): str(share) for pk, share in shares.items()},
    )
    return made


def _part(work: Work, assessment: Assessment, share: Decimal) -> Work:
    fields = {
        name: getattr(work, name)
        for name in (
            "product",
            "code",
            "name",
            "output",
            "factor",
            "due_on",
            "done_on",
            "mode",
            "evidence",
            "origin",
        )
    }
    taken, _ = Work.objects.get_or_create(
        assessment=assessment,
        source="team",
        source_id=str(work.pk),
        defaults={**fields, "assigned": 0, "done": 0},
    )
    if (
        work.assigned
    ):  # a share of what was assigned is assigned to the other too, so that nobody's ratio is bent
        taken.assigned += share
        taken.done += share
    else:
        taken.added += share
    taken.save()
    return taken


def _take_from(work: Work, total: Decimal) -> None:
    if work.assigned:
        work.assigned -= total
        work.done -= total
    else:
        work.added -= total
    work.exceeds = min(work.exceeds, work.finished)
    work.save()


@transaction.atomic
def note_fault(
    actor,
    *,
    work_id: int,
    kind: str,
    piece: int = 1,
    times: int = 1,
    cause_id: int | None = None,
    note: str = "",
) -> Fault:
    work = _scored_work(actor, work_id)
    if (
        not 1 <= piece <= max(1, int(work.finished.to_integral_value(rounding="ROUND_CEILING")))
        or not work.finished
    ):
        refuse("fault.piece", f"Việc này mới có {work.finished.normalize():f} sản phẩm hoàn thành.")
    fault = Fault.objects.create(
        work=work,
        kind=kind,
        piece=piece,
        times=times,
        cause=_cause(actor, cause_id),
        note=tidy(nfc(note)),
        noted_by_id=actor.account_id,
    )
    record(
        actor,
        "fault_noted",
        subject=fault,
        unit_path=work.assessment.unit.path,
        work=work.pk,
        kind=str(kind),
        piece=piece,
        times=times,
    )
    return fault


@transaction.atomic
def excuse_fault(actor, *, fault_id: int, cause_id: int | None) -> Fault:
    """Name the objective cause of a fault; it takes nothing off once the cause is confirmed
    (Đ14.2).
    """
    fault = _fault(actor, fault_id)
    fault.cause = _cause(actor, cause_id)
    fault.save(update_fields=["cause"])
    record(
        actor,
        "fault_excused",
        subject=fault,
        unit_path=fault.work.assessment.unit.path,
        cause=cause_id,
    )
    return fault


@transaction.atomic
def withdraw_fault(actor, *, fault_id: int, reason: str) -> Fault:
    fault = _fault(actor, fault_id)
    if not reason.strip():
        refuse("fault.reason", "Ghi lý do bỏ lỗi đã ghi.")
    fault.withdrawn_at, fault.note = now(), tidy(nfc(reason))
    fault.save(update_fields=["withdrawn_at", "note"])
    record(actor, "fault_withdrawn", subject=fault, unit_path=fault.work.assessment.unit.path)
    return fault


@transaction.atomic
def confirm_points(
    actor,
    *,
    assessment_id: int,
    points: Mapping[str, Decimal | None],
    leading: Mapping | None = None,
    seen: str = "",
) -> Assessment:
    """The general points as the scoring authority confirms them (Đ17.2), and of leaders what only
    they are judged on. Less than what was confirmed before, or else than the own, is asked once
    more (`seen`), whoever confirmed it.
    """
    assessment = lock_scored(actor, assessment_id)
    general = checked_points(points, policy_of(assessment))
    told = dict(leading or {}) if assessment.kind != Capacity.STAFF else {}
    falls = _falling_points(assessment.general or assessment.general_self, general)
    ask_once_more([*falls, *_falling_shares(assessment.leading, told)], seen)
    assessment.general = general
    assessment.leading = {**assessment.leading, **told}
    assessment.save(update_fields=["general", "leading"])
    record(actor, "sheet_points_confirmed", subject=assessment, unit_path=assessment.unit.path)
    return assessment


def _falling_points(stands: Mapping, given: Mapping) -> Iterable[tuple[str, str]]:
    """Each criterion that gets less than it has."""
    before, after = points_of(stands), points_of(given)
    for code, points in after.items():
        old = before.get(code)
        if old is not None and (points is None or points < old):
            yield f"{code}: {in_words(old)}", "–" if points is None else in_words(points)


def _falling_shares(stands: Mapping, given: Mapping) -> Iterable[tuple[str, str]]:
    """What only leaders are judged on (đ, e), as percent."""
    for letter, name in (("đ", "organising"), ("e", "unity")):
        old, new = _share(stands, name), _share(given, name)
        if old is not None and new is not None and new < old:
            yield f"{letter}: {in_words(old)}", in_words(new)


def _share(leading: Mapping, name: str) -> Decimal | None:
    said = leading.get(name)
    if said == "between":
        return Decimal(leading.get(f"{name}_percent") or 0)
    return WHOLE_OR_NOTHING.get(said or "")


@transaction.atomic
def leave_unscored(
    actor, *, assessment_id: int, reason: str, months: int | None = None
) -> Assessment:
    """A period in which somebody is not scored (maternity, sick, studying): a reason, never a zero.
    Empty: scored again. The Party's guide asks for an absence of some `months` of the quarter.
    """
    assessment = lock_scored(actor, assessment_id)
    if reason.strip() and assessment.rules == Regulation.QD366:
        _away_long_enough(assessment, months)
    assessment.not_scored = tidy(nfc(reason))
    assessment.save(update_fields=["not_scored"])
    record(
        actor,
        "sheet_left_unscored",
        subject=assessment,
        unit_path=assessment.unit.path,
        is_scored=not assessment.not_scored,
        months=months,
    )
    return assessment


def _away_long_enough(assessment: Assessment, months: int | None) -> None:
    least = policies.in_force(
        PartyRatingPolicy, path=assessment.unit.path, on=assessment.ends_on
    ).absent_months
    if months is None or months < least:
        refuse(
            "sheet.away",
            (
                f"Theo quy định của Đảng, chỉ chưa đánh giá quý khi vắng từ {least} tháng; ghi số "
                f"tháng vắng trong quý."
            ),
            "HD 02-HD/BTCTW",
        )


@transaction.atomic
def accept_self_points(actor, *, unit_id: int, period: Period, is_practice: bool = False) -> int:
    """For everybody of the unit who rated themselves and whose points nobody confirmed yet: as they
    said. How many.
    """
    unit = get_unit(actor, unit_id)
    require(actor, SCORE, unit.path)
    assessments = (
        locked(unit.path, period, is_practice)
        .exclude(state=AssessmentState.CLOSED)
        .select_related("person", "unit")
    )
    taken = [
        assessment
        for assessment in assessments
        if not assessment.general and _is_rated(assessment) and may_score(actor, assessment)
    ]
    for assessment in taken:
        assessment.general = assessment.general_self
    Assessment.objects.bulk_update(taken, ["general"])
    record_many(
        actor,
        "sheet_points_confirmed",
        Assessment,
        ((assessment.pk, assessment.unit.path, {"as_self": True}) for assessment in taken),
    )
    return len(taken)


def _is_rated(assessment: Assessment) -> bool:
    return bool(assessment.general_self) and None not in assessment.general_self.values()


def _scored_work(actor, work_id: int) -> Work:
    work = lock_work(actor, work_id)
    check_scored(actor, work.assessment)
    return work


def _fault(actor, fault_id: int) -> Fault:
    fault = Fault.objects.filter(pk=fault_id, withdrawn_at__isnull=True).first()
    if fault is None:
        raise NotVisible(f"fault {fault_id}")
    fault.work = _scored_work(actor, fault.work_id)
    return fault


def _cause(actor, cause_id: int | None) -> Cause | None:
    if cause_id is None:
        return None
    found = Cause.objects.visible_to(actor, SEE).filter(pk=cause_id).first()
    if found is None:
        raise NotVisible(f"cause {cause_id}")
    return found

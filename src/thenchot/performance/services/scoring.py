"""What the scoring authority does with a sheet: converts, marks faults and their cause, confirms points, closes, reopens."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from decimal import Decimal

from django.db import transaction

from thenchot.kernel.periods import KINDS, Period
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import get_unit
from thenchot.performance.access import SCORE, SEE
from thenchot.performance.enums import Kind, SheetState, Status
from thenchot.performance.evaluation import amounts_of, evaluate, managed_by, policy_of, result_of
from thenchot.performance.models import Cause, Fault, Product, Reopening, Sheet, WeekCount, Work
from thenchot.performance.queries.sheets import with_work
from thenchot.performance.services.loading import lock_scored, lock_sheet, lock_work, may_score, refuse
from thenchot.performance.services.working import checked_points
from thenchot.platform import policies
from thenchot.platform.audit.trail import record, record_many
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.policy.parameters import ScoringPolicy

WEEK = timedelta(days=7)
ORDER = {Kind.STAFF: 0, Kind.DEPUTY: 1, Kind.HEAD: 2}  # whoever is led is closed before who leads (Đ15.3)


@transaction.atomic
def convert_work(actor, *, work_id: int, product_id: int) -> Work:
    """Name the product of the catalogue that a work item counts as."""
    work = _scored_work(actor, work_id)
    product = Product.objects.filter(pk=product_id, catalogue__state="approved", is_dropped=False).first()
    if product is None:
        raise NotVisible
    work.product, work.code, work.factor = product, product.code, product.factor
    work.save(update_fields=["product", "code", "factor"])
    record(actor, "work_converted", subject=work, unit_path=work.sheet.unit.path, product=product.code, factor=product.factor)
    return work


@transaction.atomic
def split_work(actor, *, work_id: int, shares: Mapping[int, Decimal]) -> list[Work]:
    """A product of several people: its pieces are shared among sheets of the same period, within the total (Đ18.1.c).

    `shares`: sheet id -> pieces. What the shares leave stays with the first person.
    """
    work = _scored_work(actor, work_id)
    sheets = [lock_scored(actor, sheet_id) for sheet_id in sorted(shares)]
    total = sum(shares.values(), Decimal(0))
    if not shares or min(shares.values()) <= 0 or work.sheet_id in shares or total > work.finished:
        refuse("work.split", f"Chia cho người khác nhiều nhất {work.finished.normalize():f} sản phẩm, mỗi phần lớn hơn 0.", "NĐ 335/2025, Điều 18.1.c")
    if any(sheet.starts_on != work.sheet.starts_on or sheet.period != work.sheet.period for sheet in sheets):
        refuse("work.split_period", "Chỉ chia cho phiếu cùng kỳ.")
    made = [_part(work, sheet, shares[sheet.pk]) for sheet in sheets]
    _take_from(work, total)
    record(actor, "work_split", subject=work, unit_path=work.sheet.unit.path, parts={str(pk): str(share) for pk, share in shares.items()})
    return made


def _part(work: Work, sheet: Sheet, share: Decimal) -> Work:
    fields = {name: getattr(work, name) for name in ("product", "code", "name", "output", "factor", "due_on", "done_on", "mode", "evidence", "origin")}
    taken, _ = Work.objects.get_or_create(sheet=sheet, source="team", source_id=str(work.pk), defaults={**fields, "assigned": 0, "done": 0})
    if work.assigned:  # a share of what was assigned is assigned to the other too, so that nobody's ratio is bent
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
def note_fault(actor, *, work_id: int, kind: str, piece: int = 1, times: int = 1, cause_id: int | None = None, note: str = "") -> Fault:
    work = _scored_work(actor, work_id)
    if not 1 <= piece <= max(1, int(work.finished.to_integral_value(rounding="ROUND_CEILING"))) or not work.finished:
        refuse("fault.piece", f"Việc này mới có {work.finished.normalize():f} sản phẩm hoàn thành.")
    fault = Fault.objects.create(
        work=work, kind=kind, piece=piece, times=times, cause=_cause(actor, cause_id), note=tidy(nfc(note)), noted_by_id=actor.account_id
    )
    record(actor, "fault_noted", subject=fault, unit_path=work.sheet.unit.path, work=work.pk, kind=str(kind), piece=piece, times=times)
    return fault


@transaction.atomic
def excuse_fault(actor, *, fault_id: int, cause_id: int | None) -> Fault:
    """Name the objective cause of a fault; it takes nothing off once the cause is confirmed (Đ14.2)."""
    fault = _fault(actor, fault_id)
    fault.cause = _cause(actor, cause_id)
    fault.save(update_fields=["cause"])
    record(actor, "fault_excused", subject=fault, unit_path=fault.work.sheet.unit.path, cause=cause_id)
    return fault


@transaction.atomic
def withdraw_fault(actor, *, fault_id: int, reason: str) -> Fault:
    fault = _fault(actor, fault_id)
    if not reason.strip():
        refuse("fault.reason", "Ghi lý do bỏ lỗi đã ghi.")
    fault.withdrawn_at, fault.note = now(), tidy(nfc(reason))
    fault.save(update_fields=["withdrawn_at", "note"])
    record(actor, "fault_withdrawn", subject=fault, unit_path=fault.work.sheet.unit.path)
    return fault


@transaction.atomic
def confirm_points(actor, *, sheet_id: int, points: Mapping[str, Decimal | None], leading: Mapping | None = None) -> Sheet:
    """The general points as the scoring authority confirms them (Đ17.2), and of leaders what only they are judged on."""
    sheet = lock_scored(actor, sheet_id)
    sheet.general = checked_points(points, policy_of(sheet))
    if leading is not None and sheet.kind != Kind.STAFF:
        sheet.leading = {**sheet.leading, **leading}
    sheet.save(update_fields=["general", "leading"])
    record(actor, "sheet_points_confirmed", subject=sheet, unit_path=sheet.unit.path)
    return sheet


@transaction.atomic
def leave_unscored(actor, *, sheet_id: int, reason: str) -> Sheet:
    """A period in which somebody is not scored (maternity, sick, studying): a reason, never a zero. Empty: scored again."""
    sheet = lock_scored(actor, sheet_id)
    sheet.not_scored = tidy(nfc(reason))
    sheet.save(update_fields=["not_scored"])
    record(actor, "sheet_left_unscored", subject=sheet, unit_path=sheet.unit.path, is_scored=not sheet.not_scored)
    return sheet


@transaction.atomic
def confirm_week(actor, *, unit_id: int, starts_on, note: str = "") -> WeekCount:
    """The head looked through what the unit finished in a week. Twice is once."""
    unit = get_unit(actor, unit_id)
    require(actor, SCORE, unit.path)
    if starts_on.isoweekday() != 1:
        refuse("week.monday", "Tuần bắt đầu từ thứ Hai.")
    finished = Work.objects.filter(
        sheet__unit=unit, dropped_at__isnull=True, sheet__is_practice=False, done_on__gte=starts_on, done_on__lt=starts_on + WEEK
    ).count()
    week, is_new = WeekCount.objects.get_or_create(
        unit=unit, starts_on=starts_on, defaults={"finished": finished, "note": tidy(nfc(note)), "confirmed_by_id": actor.account_id}
    )
    if is_new:
        record(actor, "week_confirmed", subject=week, unit_path=unit.path, starts_on=starts_on, finished=finished)
    return week


@transaction.atomic
def accept_self_points(actor, *, unit_id: int, period: Period, is_practice: bool = False) -> int:
    """For everybody of the unit who rated themselves and whose points nobody confirmed yet: as they said. How many."""
    unit = get_unit(actor, unit_id)
    require(actor, SCORE, unit.path)
    sheets = _locked(unit.path, period, is_practice).exclude(state=SheetState.CLOSED).select_related("person", "unit")
    taken = [sheet for sheet in sheets if not sheet.general and _is_rated(sheet) and may_score(actor, sheet)]
    for sheet in taken:
        sheet.general = sheet.general_self
    Sheet.objects.bulk_update(taken, ["general"])
    record_many(actor, "sheet_points_confirmed", Sheet, ((sheet.pk, sheet.unit.path, {"as_self": True}) for sheet in taken))
    return len(taken)


def _is_rated(sheet: Sheet) -> bool:
    return bool(sheet.general_self) and None not in sheet.general_self.values()


@transaction.atomic
def close_sheet(actor, *, sheet_id: int) -> Sheet:
    """Score it and keep the receipt. Refused, with what is missing, while anything it is made of is unknown."""
    sheet = lock_sheet(actor, sheet_id)
    may_score(actor, sheet).or_refuse()
    if sheet.is_closed:
        return sheet
    found = with_work(Sheet.objects.filter(pk=sheet.pk)).get()
    evaluated, resolved = _judged(found, _others([found]))
    if evaluated.score.status == Status.WAITING and not found.not_scored:
        refuse("sheet.waiting", " ".join(remark.message for remark in evaluated.score.remarks))
    _close(actor, [(evaluated, resolved)])
    return Sheet.objects.get(pk=sheet.pk)


@transaction.atomic
def close_unit(actor, *, unit_id: int, period: Period, is_practice: bool = False) -> dict[str, int]:
    """Close every sheet of the branch that has a score: staff before those who lead them. {closed, waiting, not_yours}.
    Somebody who was given nothing is looked at and closed one by one.

    Two people who close at once are one after the other on the locked rows; the second finds nothing left to do.
    """
    unit = get_unit(actor, unit_id)
    require(actor, SCORE, unit.path)
    ids = list(_locked(unit.path, period, is_practice).exclude(state=SheetState.CLOSED).values_list("pk", flat=True))
    return close_many(actor, ids)


def close_many(actor, ids: Iterable[int]) -> dict[str, int]:
    sheets = list(with_work(Sheet.objects.filter(pk__in=list(ids))))
    mine = [sheet for sheet in sheets if actor.is_system or may_score(actor, sheet)]
    closed = 0
    others = _others(mine)
    for rank in sorted(set(ORDER.values())):
        batch = [_judged(sheet, others) for sheet in mine if ORDER[Kind(sheet.kind)] == rank]
        ready = [(one, resolved) for one, resolved in batch if one.score.status == Status.SCORED or one.sheet.not_scored]
        _close(actor, ready)
        closed += len(ready)
        others = _updated(others, [one.sheet for one, _ in ready])
    return {"closed": closed, "waiting": len(mine) - closed, "not_yours": len(sheets) - len(mine)}


def _updated(others: list[Sheet], closed: list[Sheet]) -> list[Sheet]:
    fresh = {sheet.pk: sheet for sheet in closed}
    return [fresh.get(sheet.pk, sheet) for sheet in others]


def _others(sheets: list[Sheet]) -> list[Sheet]:
    """Sheets of the same periods in the branches of those who lead: their totals are d of the leaders."""
    leaders = [sheet for sheet in sheets if sheet.kind != Kind.STAFF]
    if not leaders:
        return []
    spans = {(sheet.home_id, sheet.period, sheet.year, sheet.number, sheet.is_practice) for sheet in leaders}
    found = []
    for home, period, year, number, is_practice in spans:
        rows = Sheet.objects.filter(home=home, period=period, year=year, number=number, is_practice=is_practice, dropped_at__isnull=True)
        found += rows.select_related("person", "unit").order_by("pk")
    return found


def _judged(sheet: Sheet, others: list[Sheet]):
    resolved = policies.resolved(sheet.unit.path, sheet.ends_on).only(ScoringPolicy)
    managed = [] if sheet.kind == Kind.STAFF else managed_by(sheet, [one for one in others if one.rules == sheet.rules])
    return evaluate(sheet, resolved.as_parameters(ScoringPolicy), managed), resolved


def _close(actor, judged: list) -> None:
    at, closed = now(), []
    for evaluated, resolved in judged:
        sheet, found = evaluated.sheet, evaluated.score
        sheet.result = result_of(evaluated, resolved.hash)
        sheet.total, sheet.band = (None, "") if sheet.not_scored else (found.total, str(found.band or ""))
        sheet.given, sheet.produced = amounts_of(sheet.counted)
        sheet.policy, sheet.policy_hash = {key: value.value for key, value in resolved.items()}, resolved.hash
        sheet.state, sheet.closed_by_id, sheet.closed_at = SheetState.CLOSED, actor.account_id, at
        closed.append(sheet)
    Sheet.objects.bulk_update(closed, ["result", "total", "band", "given", "produced", "policy", "policy_hash", "state", "closed_by", "closed_at"], batch_size=200)
    record_many(actor, "sheet_closed", Sheet, ((s.pk, s.unit.path, {"total": s.total, "band": s.band, "policy": s.policy_hash[:12]}) for s in closed))


@transaction.atomic
def reopen_sheet(actor, *, sheet_id: int, reason: str) -> Reopening:
    """The result that stood is kept beside the reason; the sheet can be changed and closed anew."""
    sheet = lock_sheet(actor, sheet_id)
    may_score(actor, sheet).or_refuse()
    if not sheet.is_closed:
        refuse("sheet.open", "Phiếu chưa chốt.")
    if not reason.strip():
        refuse("sheet.reason", "Ghi lý do mở lại.", "NĐ 335/2025, Điều 21.3")
    kept = Reopening.objects.create(
        sheet=sheet, reason=tidy(nfc(reason)), result=sheet.result or {}, total=sheet.total, band=sheet.band, closed_at=sheet.closed_at,
        reopened_by_id=actor.account_id,
    )  # fmt: skip
    sheet.state, sheet.closed_at, sheet.closed_by, sheet.result, sheet.total, sheet.band = SheetState.SUBMITTED, None, None, None, None, ""
    sheet.save()
    record(actor, "sheet_reopened", subject=sheet, unit_path=sheet.unit.path, reason=kept.reason, total=kept.total)
    return kept


def _locked(path: str, period: Period, is_practice: bool):
    """Sheets of a branch and period, locked in one order."""
    return Sheet.objects.select_for_update(of=("self",)).filter(
        unit__path__startswith=path, period=period.kind, year=period.year, number=period.index, is_practice=is_practice, dropped_at__isnull=True
    ).order_by("pk")  # fmt: skip


def _scored_work(actor, work_id: int) -> Work:
    work = lock_work(actor, work_id)
    work.sheet = lock_scored(actor, work.sheet_id)
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


def period_named(kind: str, year: int, number: int) -> Period:
    """NotVisible for a period that cannot be."""
    try:
        return KINDS[kind](year, number)
    except (KeyError, ValueError) as error:
        raise NotVisible from error

"""A period is closed: scored, with its receipt and the values of policy it used; opened again only
with a reason.
"""

from collections.abc import Iterable

from django.db import transaction

from thenchot.kernel.periods import KINDS, Period
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import get_unit
from thenchot.platform import policies
from thenchot.platform.audit.trail import record, record_many
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.policy.parameters import ScoringPolicy
from thenchot.scoring.enums import Status
from thenchot.scoring.evaluation import amounts_of, evaluate, managed_by, result_of
from thenchot.scoring.models import Reopening
from thenchot.worklog.access import SCORE, may_score
from thenchot.worklog.enums import Capacity, SheetState
from thenchot.worklog.models import Sheet
from thenchot.worklog.queries.sheets import with_work
from thenchot.worklog.services.locking import lock_sheet, locked, refuse

ORDER = {
    Capacity.STAFF: 0,
    Capacity.DEPUTY: 1,
    Capacity.HEAD: 2,
}  # whoever is led is closed before who leads (Đ15.3)


@transaction.atomic
def close_sheet(actor, *, sheet_id: int) -> Sheet:
    """Score it and keep the receipt. Refused, with what is missing, while anything it is made of is
    unknown.
    """
    sheet = lock_sheet(actor, sheet_id)
    may_score(actor, sheet).or_refuse()
    if sheet.is_closed:
        return sheet
    found = with_work(Sheet.objects.filter(pk=sheet.pk)).get()
    evaluated, resolved = _judged(found, _others([found]), _Laws())
    if evaluated.score.status == Status.WAITING and not found.not_scored:
        lacking = " ".join(remark.message for remark in evaluated.score.remarks)
        refuse("sheet.waiting", lacking)
    _close(actor, [(evaluated, resolved)])
    return Sheet.objects.get(pk=sheet.pk)


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
        .exclude(state=SheetState.CLOSED)
        .values_list("pk", flat=True)
    )
    return close_many(actor, ids)


@transaction.atomic
def close_many(actor, ids: Iterable[int]) -> dict[str, int]:
    sheets = list(with_work(Sheet.objects.filter(pk__in=list(ids))))
    mine = [sheet for sheet in sheets if actor.is_system or may_score(actor, sheet)]
    closed, others, laws = 0, _others(mine), _Laws()
    for turn in sorted({_turn(sheet) for sheet in mine}):
        batch = [_judged(sheet, others, laws) for sheet in mine if _turn(sheet) == turn]
        ready = [
            (one, resolved)
            for one, resolved in batch
            if one.score.status == Status.SCORED or one.sheet.not_scored
        ]
        _close(actor, ready)
        closed += len(ready)
        others = _updated(others, [one.sheet for one, _ in ready])
    return {"closed": closed, "waiting": len(mine) - closed, "not_yours": len(sheets) - len(mine)}


def _turn(sheet: Sheet) -> tuple[int, int]:
    """Heads of the units deepest in the tree before those above them."""
    return ORDER[Capacity(sheet.kind)], -sheet.unit.path.count(
        "/"
    ) if sheet.kind == Capacity.HEAD else 0


def _updated(others: list[Sheet], closed: list[Sheet]) -> list[Sheet]:
    fresh = {sheet.pk: sheet for sheet in closed}
    return [fresh.get(sheet.pk, sheet) for sheet in others]


def _others(sheets: list[Sheet]) -> list[Sheet]:
    """Sheets of the same periods in the branches of those who lead: their totals are d of the
    leaders.
    """
    leaders = [sheet for sheet in sheets if sheet.kind != Capacity.STAFF]
    if not leaders:
        return []
    spans = {
        (sheet.home_id, sheet.period, sheet.year, sheet.number, sheet.is_practice)
        for sheet in leaders
    }
    found = []
    for home, period, year, number, is_practice in spans:
        rows = Sheet.objects.filter(
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


def _judged(sheet: Sheet, others: list[Sheet], laws: _Laws):
    resolved = laws[sheet.unit.path, sheet.ends_on]
    managed = (
        []
        if sheet.kind == Capacity.STAFF
        else managed_by(sheet, [one for one in others if one.rules == sheet.rules])
    )
    return evaluate(sheet, resolved.as_parameters(ScoringPolicy), managed), resolved


def _close(actor, judged: list) -> None:
    at, closed = now(), []
    for evaluated, resolved in judged:
        sheet, found = evaluated.sheet, evaluated.score
        sheet.result = result_of(evaluated, resolved.hash)
        sheet.total, sheet.band = (
            (None, "") if sheet.not_scored else (found.total, str(found.band or ""))
        )
        sheet.given, sheet.produced = amounts_of(sheet.counted)
        sheet.policy, sheet.policy_hash = (
            {key: value.value for key, value in resolved.items()},
            resolved.hash,
        )
        sheet.state, sheet.closed_by_id, sheet.closed_at = SheetState.CLOSED, actor.account_id, at
        closed.append(sheet)
    Sheet.objects.bulk_update(
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
        Sheet,
        (
            (s.pk, s.unit.path, {"total": s.total, "band": s.band, "policy": s.policy_hash[:12]})
            for s in closed
        ),
    )


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
        sheet=sheet,
        reason=tidy(nfc(reason)),
        result=sheet.result or {},
        total=sheet.total,
        band=sheet.band,
        closed_at=sheet.closed_at,
        reopened_by_id=actor.account_id,
    )
    sheet.state, sheet.closed_at, sheet.closed_by, sheet.result, sheet.total, sheet.band = (
        SheetState.SUBMITTED,
        None,
        None,
        None,
        None,
        "",
    )
    sheet.save()
    record(
        actor,
        "sheet_reopened",
        subject=sheet,
        unit_path=sheet.unit.path,
        reason=kept.reason,
        total=kept.total,
    )
    return kept


def period_named(kind: str, year: int, number: int) -> Period:
    """NotVisible for a period that cannot be."""
    try:
        return KINDS[kind](year, number)
    except (KeyError, ValueError) as error:
        raise NotVisible from error

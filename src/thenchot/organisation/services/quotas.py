"""Approved numbers by year, permitted numbers by title, and what documents state about headcount
and place.
"""

from datetime import date
from decimal import Decimal

from django.db import transaction

from thenchot.kernel.decision import Decision, Reason
from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.models import Headcount, Quota, Term, Title, TitleLimit, Unit
from thenchot.organisation.queries import get_unit
from thenchot.organisation.services.tree import clean
from thenchot.platform.audit.trail import record
from thenchot.platform.scope.actor import NotVisible, require


@transaction.atomic
def set_quota(
    actor,
    *,
    unit_id: int,
    year: int,
    bloc: str,
    number: int,
    basis: str,
    staff_kind: str = "",
    managers: int | None = None,
) -> Quota:
    """The number approved for one bloc and year; entered again it is put right, the trail keeps
    what it was.
    """
    unit = _own(actor, unit_id)
    _with_basis(basis)
    if managers is not None and managers > number:
        _no("quota.managers", "Số lãnh đạo, quản lý không thể lớn hơn số được giao.")
    key = {"unit": unit, "year": year, "bloc": bloc, "staff_kind": staff_kind}
    before = Quota.objects.filter(**key).values_list("number", flat=True).first()
    quota, _new = Quota.objects.update_or_create(
        **key, defaults={"number": number, "managers": managers, "basis": clean(basis)}
    )
    facts = {
        "year": year,
        "bloc": bloc,
        "staff_kind": staff_kind,
        "before": before,
        "number": number,
        "basis": quota.basis,
    }
    record(actor, "quota_set", subject=quota, unit_path=unit.path, **facts)
    return quota


@transaction.atomic
def set_title_limit(
    actor, *, unit_id: int, title_id: int, number: int, basis: str, term_id: int | None = None
) -> TitleLimit:
    """How many may hold a title here, in a term or at any time (S0-131: one more vice chair of the
    term).
    """
    unit = _own(actor, unit_id)
    _with_basis(basis)
    title = Title.objects.serving(unit).filter(pk=title_id).first()
    term = Term.objects.filter(pk=term_id, unit__in=unit.ancestor_ids).first() if term_id else None
    if title is None or (term_id and term is None):
        raise NotVisible
    key = {"unit": unit, "title": title, "term": term}
    before = TitleLimit.objects.filter(**key).values_list("number", flat=True).first()
    limit, _new = TitleLimit.objects.update_or_create(
        **key, defaults={"number": number, "basis": clean(basis)}
    )
    facts = {
        "title": title.code,
        "term": term and term.pk,
        "before": before,
        "number": number,
        "basis": limit.basis,
    }
    record(actor, "title_limit_set", subject=limit, unit_path=unit.path, **facts)
    return limit


@transaction.atomic
def state_headcount(
    actor,
    *,
    unit_id: int,
    on: date,
    source: str,
    bloc: str = "",
    total: int | None = None,
    managers: int | None = None,
    population: int | None = None,
    area_km2: Decimal | None = None,
) -> Headcount:
    """What a document says of a day: of the whole commune (no bloc) or of one bloc. Kept to
    compare, never corrected to fit: parts that do not add up are shown (S4-002).
    """
    unit = _own(actor, unit_id)
    if not clean(source):
        _no("headcount.source", "Cần ghi nguồn: văn bản hoặc biểu thống kê nào.")
    values = {"total": total, "managers": managers, "population": population, "area_km2": area_km2}
    if all(value is None for value in values.values()):
        _no("headcount.empty", "Cần ít nhất một con số.")
    stated, _new = Headcount.objects.update_or_create(
        unit=unit, on=on, bloc=bloc, defaults={**values, "source": clean(source)}
    )
    record(
        actor, "headcount_stated", subject=stated, unit_path=unit.path, on=on, bloc=bloc, **values
    )
    return stated


def _own(actor, unit_id: int) -> Unit:
    unit = get_unit(actor, unit_id)
    require(actor, KEEP_POSTS, unit.path)
    return unit


def _with_basis(basis: str) -> None:
    if not clean(basis):
        _no("quota.basis", "Cần số, ngày văn bản giao.")


def _no(rule: str, message: str) -> None:
    Decision.no(Reason(rule, message)).or_refuse()

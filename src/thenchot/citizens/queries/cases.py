"""Cases: lists, one, how many were late by whom."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Case as When
from django.db.models import CharField, Count, F, Q, Value
from django.db.models import When as Then
from django.db.models.functions import Coalesce, ExtractMonth, Least

from thenchot.citizens.access import EDIT, SEE
from thenchot.citizens.enums import OutageState, Punctual
from thenchot.citizens.models import Apology, Batch, Case, Outage
from thenchot.citizens.rules.wilson import Share
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import get_visible


def end_by(at: datetime):
    """When a case ended, as it was known at a moment: one that ended later still ran then."""
    return Least(Coalesce("ended_at", Value(at)), Value(at))


def had_ended(at: datetime) -> Q:
    return Q(ended_at__isnull=False, ended_at__lte=at)


def ran_over(at: datetime) -> Q:
    """Ended, or still open at the moment, after the deadline; or late for its supplements."""
    return Q(is_doomed=True) | Q(deadline_at__lt=end_by(at))


def is_excused(at: datetime) -> Q:
    return Q(is_doomed=False, fair_deadline_at__gte=end_by(at))


def standing(at: datetime) -> When:
    """`Punctual` of each case, in SQL; as `rules.lateness.punctual` of one."""
    late = ran_over(at)
    return When(
        Then(is_doomed=True, then=Value(Punctual.LATE)),
        Then(deadline_at__isnull=True, then=Value(Punctual.UNKNOWN)),
        Then(late & is_excused(at), then=Value(Punctual.EXCUSED)),
        Then(late, then=Value(Punctual.LATE)),
        Then(~had_ended(at), then=Value(Punctual.RUNNING)),
        default=Value(Punctual.ON_TIME),
        output_field=CharField(),
    )


def list_cases(actor, permission=SEE):
    rows = Case.objects.visible_to(actor, permission).select_related("unit", "home", "handler")
    return rows.annotate(punctual=standing(now())).order_by("-received_at", "-pk")


def get_case(actor, pk: int) -> Case:
    return get_visible(list_cases(actor), pk)


def list_batches(actor, permission=EDIT):
    rows = Batch.objects.visible_to(actor, permission).select_related("unit", "file", "made_by")
    return rows.order_by("-made_at", "-pk")


def get_batch(actor, pk: int) -> Batch:
    return get_visible(list_batches(actor), pk)


def list_outages(actor, permission=SEE):
    rows = Outage.objects.visible_to(actor, permission).select_related("unit", "made_by")
    return rows.order_by("-starts_at", "-pk")


def get_outage(actor, pk: int) -> Outage:
    return get_visible(list_outages(actor), pk)


def list_apologies(actor, permission=SEE):
    seen = Case.objects.visible_to(actor, permission).values("pk")
    rows = Apology.objects.filter(case__in=seen).select_related("case__unit", "case__handler")
    return rows.order_by("-written_on", "-pk")


def get_apology(actor, pk: int) -> Apology:
    return get_visible(list_apologies(actor), pk)


def confirmed_spans(home_id: int) -> list[tuple[datetime, datetime]]:
    rows = Outage.objects.filter(unit=home_id, state=OutageState.CONFIRMED)
    return list(rows.order_by("starts_at").values_list("starts_at", "ends_at"))


@dataclass
class Punctuality:
    """How many of one group ended on time. `late`: by the portal; `excused`: of those, in what
    confirmed outages account for. Whatever still runs within its day is not counted.
    """

    name: str
    unit_id: int | None
    on_time: int
    late: int
    excused: int
    running: int
    unknown: int
    is_enough: bool = True  # to tell a share of

    @property
    def raw(self) -> Share:
        """As the portal counts."""
        return Share(self.on_time, self.on_time + self.late)

    @property
    def fair(self) -> Share:
        """With late cases excused: what may reach a rating."""
        return Share(self.on_time + self.excused, self.on_time + self.late)


BY = {
    "unit": ("unit_id", "unit__name"),
    "procedure": ("procedure_code", "procedure"),
    "field": ("field", "field"),
    "person": ("handler_id", "handler__full_name"),
    "month": ("month", "month"),
}


def span_of(year: int, at: datetime) -> tuple[datetime, datetime]:
    """The first moment of a year, and the one at which it is measured: its end, or now."""
    first = at.replace(year=year, month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    last = first.replace(year=year + 1) - timedelta(microseconds=1)
    return first, min(last, at)


def in_year(rows, year: int, at: datetime):
    """Cases that ended in the year, or were open at its end."""
    first, measured = span_of(year, at)
    still = Q(ended_at__gte=first) | Q(ended_at__isnull=True)
    return rows.filter(still, received_at__lte=measured)


def ended_with(rows, statuses, *, since: date):
    """Cases that ended with one of these, not before a day."""
    return rows.filter(status__in=statuses, ended_at__date__gte=since)


def counts_of(at: datetime) -> dict[str, Any]:
    known = Q(deadline_at__isnull=False)
    late = ran_over(at)
    return {
        "on_time": Count("pk", known & had_ended(at) & ~late),
        "late": Count("pk", late),
        "excused": Count("pk", late & is_excused(at)),
        "running": Count("pk", known & ~had_ended(at) & ~late),
        "unknown": Count("pk", Q(deadline_at__isnull=True, is_doomed=False)),
    }


def punctualities(actor, permission: str, year: int, by: str, at: datetime) -> list[Punctuality]:
    """As it stood at the end of the year, or now; in one query, by name: nothing is ranked."""
    _first, measured = span_of(year, at)
    rows = in_year(Case.objects.visible_to(actor, permission), year, at)
    if by == "month":
        rows = rows.annotate(month=ExtractMonth(_month_of(measured)))
    key, name = BY[by]
    fields = {"key": F(key), "called": F(name)} if key != name else {"key": F(key)}
    found = rows.order_by().values(**fields).annotate(**counts_of(measured))
    return sorted((_told(row, by) for row in found), key=lambda one: one.name)


def _month_of(at: datetime) -> When:
    """When it ended; of a case that still ran, its deadline."""
    return When(
        Then(had_ended(at), then=F("ended_at")),
        default=Coalesce("deadline_at", "received_at"),
    )


def _told(row: dict[str, Any], by: str) -> Punctuality:
    name = row.get("called", row["key"])
    if by == "month":
        name = f"{row['key']:02d}"
    numbers = {key: row[key] for key in ("on_time", "late", "excused", "running", "unknown")}
    return Punctuality(str(name or "–"), row["key"] if by == "unit" else None, **numbers)

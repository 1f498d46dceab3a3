"""Counting everybody into stored figures, and tying a target to the indicator that measures it."""

from datetime import date

from django.db import transaction

from thenchot.insight import registry
from thenchot.insight.access import TIE
from thenchot.insight.counting import DATASETS, Count, count_everybody
from thenchot.insight.measures import figures_of
from thenchot.insight.models import Figure
from thenchot.kernel.decision import Decision, Reason
from thenchot.organisation.models import HOMES, Unit
from thenchot.platform.clock import now, today
from thenchot.platform.datasets import exclusive, snapshot
from thenchot.platform.jobs.services import start
from thenchot.platform.policies import resolved
from thenchot.platform.scope.actor import require
from thenchot.policy.parameters import CompositionPolicy, ProgrammePolicy
from thenchot.programmes.queries.targets import get_target
from thenchot.programmes.services import measuring

BATCH = 1000


def record_figures(on: date | None = None) -> int:
    """Snapshots, then one figure for each indicator and place; a second count of the day replaces
    the first.
    """
    on = on or today()
    with exclusive("insight"):
        for name in DATASETS:
            snapshot(name)
        counts = count_everybody(registry.indicators().values(), on)
    rows = _rows(counts, on)
    with transaction.atomic():
        Figure.objects.bulk_create(
            rows,
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["home", "indicator", "on"],
            update_fields=["part", "whole", "unknown", "policy", "recorded_at"],
        )
    return len(rows)


def _rows(counts: dict[str, dict[int, Count]], on: date) -> list[Figure]:
    at, used = now(), _policies(on)
    return [
        Figure(
            indicator=code,
            home_id=home,
            on=on,
            part=c.part,
            whole=c.whole,
            unknown=c.unknown,
            policy=used[home],
            recorded_at=at,
        )
        for code, by_home in counts.items()
        for home, c in by_home.items()
    ]


def _policies(on: date) -> dict[int, str]:
    """Home id -> hash of the policy values behind its figures."""
    return {
        pk: policy_hash(path, on)
        for pk, path in Unit.objects.filter(kind__in=HOMES).values_list("pk", "path")
    }


def policy_hash(path: str, on: date) -> str:
    found = resolved(path, on)
    return type(found)({**found.only(CompositionPolicy), **found.only(ProgrammePolicy)}).hash


def tie(actor, *, target_id: int, indicator: str):
    """The officer says what measures a target of a programme; empty: nothing does. What was never
    counted is counted now, in the background.
    """
    target = get_target(actor, target_id)
    require(actor, TIE, target.programme.home.path)
    if indicator and registry.get(indicator) is None:
        Decision.no(Reason("indicator.unknown", f"Không có chỉ số “{indicator}”.")).or_refuse()
    tied = measuring.tie_indicator(actor, target_id=target_id, indicator=indicator)
    if indicator and not figures_of([target.programme.home]).filter(indicator=indicator).exists():
        count_soon(actor, target.programme.home.path)
    return tied


def count_soon(actor, path: str):
    """The job that counts everybody."""
    label = "Tính lại chỉ số"
    return start(actor, "thenchot.insight.jobs.count_now", label=label, unit_path=path)

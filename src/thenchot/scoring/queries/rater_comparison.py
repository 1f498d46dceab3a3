"""Scores by who gave them: the own ones at once, those of others once they had time to look
themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from thenchot.kernel.periods import Period
from thenchot.organisation.models import Unit
from thenchot.platform import policies
from thenchot.platform.clock import now
from thenchot.policy.parameters import ScoringPolicy
from thenchot.scoring.access import COMPARE_RATERS
from thenchot.scoring.rules.rater_comparison import RaterComparison, compare
from thenchot.worklog.access import SCORE
from thenchot.worklog.models import Assessment


@dataclass(frozen=True)
class Rater:
    account_id: int
    name: str
    home: str
    comparison: RaterComparison


def _closed(period: Period):
    """Scores that count, of people without a leading post: leaders are scored on other things
    too.
    """
    return Assessment.objects.counting().filter(
        period=period.kind,
        year=period.year,
        number=period.index,
        kind="staff",
        total__isnull=False,
        closed_by__isnull=False,
    )


def own_comparison(actor, period: Period) -> RaterComparison | None:
    """How I scored, beside everybody else who scored in the same commune; no names, no single
    scores of others.
    """
    mine = list(
        _closed(period)
        .filter(closed_by=actor.account_id)
        .values_list("total", "home", "unit__path")
    )
    if not mine or not actor.has(SCORE):
        return None
    home = mine[0][1]
    others = list(
        _closed(period)
        .filter(home=home)
        .exclude(closed_by=actor.account_id)
        .values_list("total", flat=True)
    )
    return compare(
        [total for total, *_ in mine],
        others,
        policies.in_force(ScoringPolicy, path=mine[0][2], on=period.end),
    )


def raters(actor, period: Period, permission=COMPARE_RATERS) -> Iterator[Rater]:
    """For whoever answers for the place (and holds `permission` there), a few days later. One query
    for the scores.
    """
    units = (
        Unit.objects.visible_to(actor, COMPARE_RATERS)
        .filter(pk__in=Unit.objects.visible_to(actor, permission).values("pk"))
        .values("pk")
    )
    rows = _closed(period).filter(unit__in=units).order_by("home", "closed_by")
    scores: dict[int, dict[tuple[int, str], list[Decimal]]] = {}
    places: dict[int, tuple[str, str]] = {}
    newest = {}
    for home, name, path, account, rater, total, at in rows.values_list(
        "home", "home__name", "home__path", "closed_by", "closed_by__name", "total", "closed_at"
    ):
        scores.setdefault(home, {}).setdefault((account, rater), []).append(total)
        places[home] = (name, path)
        newest[home, account] = max(newest.get((home, account), at), at)
    for home, by_rater in scores.items():
        policy = policies.in_force(ScoringPolicy, path=places[home][1], on=period.end)
        early = now() - timedelta(days=policy.mirror_days)
        for (account, rater), own in by_rater.items():
            others = [
                total for key, totals in by_rater.items() if key[0] != account for total in totals
            ]
            seen = compare(own, others, policy)
            if seen and (newest[home, account] <= early or account == actor.account_id):
                yield Rater(account, rater, places[home][0], seen)

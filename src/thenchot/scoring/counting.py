"""Everybody's open sheets at once: the database sums in whole numbers, the one rule divides, rounds
and bands.

Converted products are summed in ten-thousandths (a factor and a quantity have two places each),
losses to faults in percent of those. What is written is only what differs, so that a count which
finds the same writes nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from django.db.models import F, IntegerField, Q, Sum
from django.db.models.functions import Cast, Round

from thenchot.organisation.models import Unit
from thenchot.platform import policies
from thenchot.platform.runtime.bulk import update_rows
from thenchot.policy.parameters import ScoringPolicy
from thenchot.scoring.evaluation import general_of, points_of
from thenchot.scoring.rules.scoring import score
from thenchot.scoring.rules.work import Sums
from thenchot.worklog.enums import AssessmentState, Capacity, CauseState, FaultKind
from thenchot.worklog.models import Assessment, Fault, Work

UNIT = 10_000  # ten-thousandths of a standard product
CHUNK = 5_000
WRITTEN = ("given", "produced", "secured")


def hundredths(name: str) -> Cast:
    """A decimal of two places as a whole number, exact on both databases."""
    return Cast(Round(F(name) * 100), IntegerField())


@dataclass(frozen=True, slots=True)
class Counted:
    """Of one sheet, in ten-thousandths; losses in hundredths of those."""

    given: int = 0
    produced: int = 0
    content_lost: int = 0
    delay_lost: int = 0

    def sums(self) -> Sums:
        return Sums(
            Fraction(self.given * 100),
            Fraction(self.produced * 100),
            Fraction(self.content_lost),
            Fraction(self.delay_lost),
        )


def open_assessments():
    return Assessment.objects.counting().exclude(state=AssessmentState.CLOSED)


def count_standing() -> int:
    """Bring what stands on the open sheets up to date; how many changed."""
    policies_of, losses = _Policies(), _Losses()
    changed = 0
    for chunk in _chunks(_assessments(), CHUNK):
        changed += _write(chunk, policies_of, losses)
    return changed


def sums_of(assessment_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Sheet id -> (given, produced) in ten-thousandths. One query."""
    factor = hundredths("factor")
    finished = hundredths("done") + hundredths("added")
    works = Work.objects.filter(
        assessment__in=list(assessment_ids), dropped_at__isnull=True, factor__isnull=False
    ).order_by()
    rows = works.values_list("assessment").annotate(
        given=Sum(factor * hundredths("assigned")), produced=Sum(factor * finished)
    )
    return {pk: (given, produced) for pk, given, produced in rows}


def _assessments() -> Iterator[tuple]:
    rows = open_assessments().order_by("pk")
    return rows.values_list("pk", "unit", "ends_on", "general", "general_self", *WRITTEN).iterator(
        CHUNK
    )


def _write(chunk: list[tuple], policies_of: "_Policies", losses: "_Losses") -> int:
    sums = sums_of(row[0] for row in chunk)
    rows = []
    for pk, unit, ends_on, general, own, *stood in chunk:
        policy = policies_of(unit, ends_on)
        counted = Counted(*sums.get(pk, (0, 0)), *losses.of(pk, policy))
        now = (
            _amount(counted.given),
            _amount(counted.produced),
            _secured(counted, (general, own), policy),
        )
        if now != tuple(stood):
            rows.append({"id": pk} | dict(zip(WRITTEN, now, strict=True)))
    return update_rows(Assessment, rows)


def _amount(value: int) -> Decimal:
    return Decimal(value).scaleb(-4)


def _secured(counted: Counted, given: tuple[dict, dict], policy: ScoringPolicy) -> Decimal | None:
    """As `evaluation.outlook` says it of one sheet, without the general points of the month before.
    `given`: the points confirmed, and the person's own.
    """
    general = next(
        (found for told in given if (found := general_of(points_of(told), policy)) is not None),
        Fraction(0),
    )
    return score(Capacity.STAFF, general, counted.sums(), policy).total


class _Policies:
    """The values of a unit on a day, asked once."""

    def __init__(self) -> None:
        self.known: dict[tuple, ScoringPolicy] = {}

    @cached_property
    def paths(self) -> dict[int, str]:
        return dict(Unit.objects.order_by().values_list("pk", "path"))

    def __call__(self, unit_id: int, on) -> ScoringPolicy:
        if (unit_id, on) not in self.known:
            self.known[unit_id, on] = policies.in_force(
                ScoringPolicy, path=self.paths[unit_id], on=on
            )
        return self.known[unit_id, on]


class _Losses:
    """Faults of everybody's own making, by sheet: few beside the work, so they are held."""

    def __init__(self) -> None:
        own = Q(cause__isnull=True) | ~Q(cause__state=CauseState.CONFIRMED)
        faults = Fault.objects.filter(
            own,
            withdrawn_at__isnull=True,
            work__dropped_at__isnull=True,
            work__factor__isnull=False,
        )
        faults = faults.exclude(work__assessment__state=AssessmentState.CLOSED)
        rows = (
            faults.order_by()
            .values_list("work__assessment", "work", "piece", "kind")
            .annotate(
                n=Sum("times"),
                factor=hundredths("work__factor"),
                finished=hundredths("work__done") + hundredths("work__added"),
            )
        )
        self.by_assessment: dict[int, list[tuple]] = {}
        for assessment, _work, piece, kind, times, factor, finished in rows.iterator(CHUNK):
            size = min(100, finished - (piece - 1) * 100)
            self.by_assessment.setdefault(assessment, []).append((kind, factor * size, times))

    def of(self, assessment_id: int, policy: ScoringPolicy) -> tuple[int, int]:
        """(content, delay) in hundredths of ten-thousandths."""
        percents = {
            FaultKind.CONTENT: policy.content_percent,
            FaultKind.DELAY: policy.delay_percent,
        }
        lost = dict.fromkeys(percents, 0)
        for kind, size, times in self.by_assessment.get(assessment_id, ()):
            lost[FaultKind(kind)] += size * min(100, percents[FaultKind(kind)] * times)
        return lost[FaultKind.CONTENT], lost[FaultKind.DELAY]


def _chunks(rows: Iterable, size: int) -> Iterator[list]:
    chunk = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk

"""The four groups of indicators of one sheet, from what the system holds; what no room holds yet is
told as not asked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import F, Q

from thenchot.platform.clock import ZONE
from thenchot.programmes.models import Difficulty, Task
from thenchot.scoring import evaluation
from thenchot.scoring.group_weights import GroupWeights, weights_of
from thenchot.scoring.labels import INDICATOR_GROUP
from thenchot.scoring.rules import groups as rules
from thenchot.scoring.rules.groups import Answered, Group
from thenchot.worklog.enums import Capacity
from thenchot.worklog.models import Assessment, OpinionRequest
from thenchot.worklog.queries.assessments import with_work

OF_WORK = ("quantity", "quality", "progress")


@dataclass(frozen=True)
class AssessmentGroups:
    """`weights` by group as the set in force has them, empty without one; then there is no total
    either. `tasks`: those of the rows the actor may open.
    """

    groups: tuple[Group, ...]
    criteria: GroupWeights | None
    weights: Mapping[str, Decimal]
    total: Fraction | None
    counted: Decimal
    tasks: frozenset[int]


def groups_of(actor, assessment: Assessment, on: date) -> AssessmentGroups:
    """Of a sheet the actor reads; a constant number of queries."""
    asked = _asked(assessment)
    found = (
        rules.results(_work(assessment)),
        rules.not_asked(rules.SERVICE),
        rules.coordination(asked, on),
        rules.not_asked(rules.DISCIPLINE),
    )
    criteria = weights_of(assessment, INDICATOR_GROUP)
    weights = criteria.weights if criteria else {}
    return AssessmentGroups(
        found, criteria, weights, *rules.total(found, weights), _open_to(actor, asked)
    )


def _work(assessment: Assessment) -> dict[str, tuple[Fraction, Fraction, Fraction | None]]:
    """From the receipt: of a closed sheet the one that was kept."""
    (tasks,) = [entry for entry in _entries(assessment) if entry["code"] == "tasks"]
    parts = {part["code"]: part for part in tasks.get("parts", ())}
    return {code: _counted(parts[code]) for code in OF_WORK if code in parts}


def _entries(assessment: Assessment) -> list[dict]:
    if assessment.result:
        return assessment.result["receipt"]
    found = with_work(Assessment.objects.filter(pk=assessment.pk)).get()
    return [
        entry.as_json() for entry in evaluation.evaluate(found, evaluation.policy_of(found)).entries
    ]


def _counted(part: dict) -> tuple[Fraction, Fraction, Fraction | None]:
    lines = part.get("parts", ())
    above = sum((Fraction(line["value"]) for line in lines), Fraction(0))
    below = sum((Fraction(line["facts"]["out_of"]) for line in lines), Fraction(0))
    return above, below, None if part["value"] is None else Fraction(part["value"])


def _asked(assessment: Assessment) -> list[Answered]:
    """What other units asked of the person, of a head also what they asked of the unit, due in the
    period.
    """
    return sorted(
        [*_opinions(assessment), *_difficulties(assessment)],
        key=lambda one: (one.due_on, one.kind, one.id),
    )


def _opinions(assessment: Assessment) -> Iterable[Answered]:
    to_whom = Q(person=assessment.person_id) | (
        Q(person__isnull=True) if assessment.kind == Capacity.HEAD else Q(pk__in=[])
    )
    rows = OpinionRequest.objects.filter(
        to_whom, unit=assessment.unit_id, due_on__range=(assessment.starts_on, assessment.ends_on)
    )
    for one in rows.exclude(from_unit=F("unit")).select_related("from_unit"):
        answered = one.answered_at and one.answered_at.astimezone(ZONE).date()
        yield Answered("opinion", one.pk, one.question, one.from_unit.name, one.due_on, answered)


def _difficulties(assessment: Assessment) -> Iterable[Answered]:
    """A desk is a unit: its head answers for it."""
    if assessment.kind != Capacity.HEAD:
        return
    rows = Difficulty.objects.filter(
        desk=assessment.unit_id, due_on__range=(assessment.starts_on, assessment.ends_on)
    ).exclude(unit=F("desk"))
    for one in rows.select_related("unit"):
        yield Answered(
            "difficulty", one.task_id, one.text, one.unit.name, one.due_on, one.answered_on
        )


def _open_to(actor, rows: Sequence[Answered]) -> frozenset[int]:
    ids = [row.id for row in rows if row.kind == "difficulty"]
    return (
        frozenset(Task.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True))
        if ids
        else frozenset()
    )

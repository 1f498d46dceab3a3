"""What came of each subject is reckoned over everybody of a place: in a job, never in a request."""

from dataclasses import asdict
from decimal import Decimal

from django.db import transaction

from thenchot.organisation.models import Unit
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.policy.parameters import TrainingPolicy
from thenchot.training.access import EDIT
from thenchot.training.models import Effect
from thenchot.training.queries.effects import courses_of, learnt_ever, sheets_of
from thenchot.training.rules import effects as rules

FIGURES = ("change", "similar", "difference", "low", "high")


@transaction.atomic
def count_effects(actor, *, unit_id: int, tick=lambda done, total: None) -> int:
    """Of every subject that somebody learnt long enough ago; how many. Five queries of facts."""
    home = Unit.objects.filter(pk=unit_id).first()
    if home is None:
        raise NotVisible
    require(actor, EDIT, home.path)
    rule, months = _rule(home)
    courses, sheets = courses_of(home, today(), months), sheets_of(home, today())
    ever = learnt_ever(home)
    for number, (topic, taken) in enumerate(sorted(courses.items()), 1):
        others = sorted(set(sheets) - ever[topic])
        _keep(home, topic, rules.effect_of(taken, sheets, others, rule), rule)
        tick(number, len(courses))
    record(actor, "training_effects_counted", subject=home, unit_path=home.path, count=len(courses))
    return len(courses)


def _rule(home: Unit) -> tuple[rules.Rule, int]:
    policy = policies.in_force(TrainingPolicy, path=home.path, on=today())
    months = policy.effect_after_months
    return rules.Rule(months, Decimal(policy.effect_caliper), policy.effect_least), months


def _keep(home: Unit, topic: int, found: rules.Effect, rule: rules.Rule) -> None:
    told = {name: getattr(found, name) for name in FIGURES}
    Effect.objects.update_or_create(
        unit=home,
        topic_id=topic,
        defaults={
            "counted_at": now(),
            "learners": found.learners,
            "compared": found.compared,
            "others": found.others,
            "verdict": found.verdict,
            "policy": {name: str(value) for name, value in asdict(rule).items()},
            **{name: None if one is None else round(one, 2) for name, one in told.items()},
        },
    )

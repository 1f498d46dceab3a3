"""The classes of a training plan as the solver reads them, and its choice in words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from thenchot.optimiser.courses import Choice, Course, Wanted
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.policy.parameters import ScenarioPolicy
from thenchot.scenarios.boards import digest
from thenchot.scenarios.enums import LineKind
from thenchot.scenarios.models import ScenarioLine
from thenchot.training.enums import NeedKind, NeedState
from thenchot.training.models import Need, PlannedClass, TrainingPlan
from thenchot.training.queries.plans import lines_of

URGENT = (NeedKind.GAP, NeedKind.PLANNED)


@dataclass
class CourseBoard:
    """Needs of a plan and the classes it foresees; a class without a cost costs nothing."""

    plan: TrainingPlan
    budget: int | None
    days: int | None

    @cached_property
    def lines_of_plan(self) -> dict[int, PlannedClass]:
        return {line.pk: line for line in lines_of(self.plan)}

    @cached_property
    def needs(self) -> dict[tuple[int, int], Need]:
        rows = self.plan.needs.filter(state__in=[NeedState.OPEN, NeedState.PLACED])
        rows = rows.select_related("person", "topic").order_by("pk")
        return {(need.person_id, need.topic_id): need for need in rows}

    @cached_property
    def problem(self) -> Wanted:
        policy = policies.in_force(ScenarioPolicy, path=self.plan.unit.path, on=today())
        hours = policy.hours_a_day
        courses = {key: _course(line, hours) for key, line in self.lines_of_plan.items()}
        weights = {
            pair: policy.gap_weight if need.kind in URGENT else 1
            for pair, need in self.needs.items()
        }
        return Wanted(courses, weights, self.budget, self.days)

    def hash(self) -> str:
        told = self.problem
        courses = [(k, sorted(c.subjects), c.seats, c.cost) for k, c in told.courses.items()]
        return digest(courses, sorted(told.weights.items()), self.budget, self.days)

    def lines(self, choice: Choice) -> Iterator[ScenarioLine]:
        for key, number in choice.classes.items():
            line, people = self.lines_of_plan[key], len(choice.people.get(key, ()))
            cost = self.problem.courses[key].cost * number
            money = f"{cost:,}".replace(",", ".")
            yield ScenarioLine(
                kind=LineKind.HELD,
                takes=line.name,
                reason=f"{number} lớp, {people} người, {money} đồng.",
            )
        for topic, number in Counter(topic for _, topic in choice.unmet).items():
            name = next(n.topic.name for (_, t), n in self.needs.items() if t == topic)
            yield ScenarioLine(
                kind=LineKind.UNMET,
                takes=name,
                reason=f"{number} nhu cầu: ngoài kinh phí, số chỗ, số ngày, hoặc chưa có lớp.",
            )


def _course(line: PlannedClass, hours_a_day: int) -> Course:
    each = int(line.cost or 0) // line.classes
    days = -(-line.hours // hours_a_day)
    return Course(frozenset({line.topic_id}), line.seats, each, days, line.classes)

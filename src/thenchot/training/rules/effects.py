"""Did the work figures of those who learnt move against similar people? Figures of a group, never
of a person.

The figure before is the mean of the period totals that ended before the course, in so many months;
the figure after, of the periods that began after it. Similar: never learnt the subject, the same
kind of unit and group of positions, the same capacity and rules of scoring, a figure before that
differs by no more than so many points. Each learner is compared with the mean of all who are
similar; the interval comes from drawing the learners again and again with replacement (bootstrap,
always the same draws).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from thenchot.kernel.periods import months_after
from thenchot.training.enums import Verdict

DRAWS = 2000
TAIL = 0.025  # of the draws on either side: an interval of 95 %
SEED = 335


@dataclass(frozen=True)
class Sheet:
    """The closed total of one person in one period. `likeness`: what must be the same in people
    that are compared.
    """

    person: int
    starts_on: date
    ends_on: date
    total: Decimal
    likeness: tuple[str, ...]


@dataclass(frozen=True)
class Course:
    """One person learnt from a day to a day."""

    person: int
    starts_on: date
    completed_on: date


@dataclass(frozen=True)
class Rule:
    """`months` before and after, `caliper` in points, `least` compared learners to say anything."""

    months: int
    caliper: Decimal
    least: int


@dataclass(frozen=True)
class Moved:
    """One person's figure before and after."""

    before: Decimal
    after: Decimal
    likeness: tuple[str, ...]

    @property
    def change(self) -> Decimal:
        return self.after - self.before


@dataclass(frozen=True)
class Compared:
    """The change of one learner, the mean change of the similar people, and who they were."""

    change: Decimal
    similar: Decimal
    others: frozenset[int]

    @property
    def difference(self) -> Decimal:
        return self.change - self.similar


@dataclass(frozen=True)
class Effect:
    """What came out. Without enough learners only the counts are told."""

    learners: int
    compared: int
    others: int
    verdict: Verdict
    change: Decimal | None = None
    similar: Decimal | None = None
    difference: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


def moved(sheets: Iterable[Sheet], course: Course, months: int) -> Moved | None:
    """Around a course; none where a side has no closed period, or the person changed in what must
    be the same.
    """
    first = months_after(course.starts_on, -months)
    last = months_after(course.completed_on, months)
    before, after, likeness = [], [], set()
    for sheet in sheets:
        if first <= sheet.ends_on < course.starts_on:
            before.append(sheet.total)
        elif course.completed_on < sheet.starts_on <= last:
            after.append(sheet.total)
        else:
            continue
        likeness.add(sheet.likeness)
    if not before or not after or len(likeness) != 1:
        return None
    return Moved(_mean(before), _mean(after), likeness.pop())


def compare(
    course: Course,
    sheets: Mapping[int, Sequence[Sheet]],
    others: Iterable[int],
    rule: Rule,
) -> Compared | None:
    """A learner and all similar people over the same time; none where nobody is similar."""
    own = moved(sheets.get(course.person, ()), course, rule.months)
    if own is None:
        return None
    similar = {}
    for person in others:
        one = moved(sheets.get(person, ()), course, rule.months)
        if one and one.likeness == own.likeness and abs(one.before - own.before) <= rule.caliper:
            similar[person] = one.change
    if not similar:
        return None
    return Compared(own.change, _mean(similar.values()), frozenset(similar))


def effect_of(
    courses: Sequence[Course],
    sheets: Mapping[int, Sequence[Sheet]],
    others: Sequence[int],
    rule: Rule,
    tick: Callable[[], None] = lambda: None,
) -> Effect:
    """Over all who learnt. `tick`: called after each, for whoever shows progress."""
    found = []
    for course in courses:
        if one := compare(course, sheets, others, rule):
            found.append(one)
        tick()
    people = frozenset[int]().union(*(one.others for one in found))
    if len(found) < rule.least:
        return Effect(len(courses), len(found), len(people), Verdict.THIN)
    differences = [one.difference for one in found]
    low, high = interval(differences)
    return Effect(
        learners=len(courses),
        compared=len(found),
        others=len(people),
        verdict=verdict_of(low, high),
        change=_mean([one.change for one in found]),
        similar=_mean([one.similar for one in found]),
        difference=_mean(differences),
        low=low,
        high=high,
    )


def verdict_of(low: Decimal, high: Decimal) -> Verdict:
    """An interval that holds nought tells nothing."""
    if low > 0:
        return Verdict.BETTER
    return Verdict.WORSE if high < 0 else Verdict.NONE


def interval(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """The 95 % percentile interval of the mean over `DRAWS` draws with replacement; the same values
    always give the same interval.
    """
    chance, size = Random(SEED), len(values)
    means = sorted(_mean(chance.choices(values, k=size)) for _ in range(DRAWS))
    edge = int(DRAWS * TAIL)
    return means[edge], means[-1 - edge]


def _mean(values: Iterable[Decimal]) -> Decimal:
    numbers = list(values)
    return sum(numbers, Decimal(0)) / len(numbers)

"""People and posts put together: what the file of everybody says, loaded once, and how each suits a
post. Standards are judged by `standards`, the points of the file by our rules.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from thenchot.kernel.text import fold
from thenchot.organisation.models import JobPosition, Title, Unit
from thenchot.people.gates import closed_gates
from thenchot.people.models import Appointment, Particulars, Qualification
from thenchot.people.retirement import months_between
from thenchot.placement.rules import suiting as rules
from thenchot.placement.rules.suiting import Able, Points, Told, Work
from thenchot.platform import policies
from thenchot.policy.parameters import SuitingPolicy
from thenchot.rating.models import RatingDecision
from thenchot.standards.enums import GapState
from thenchot.standards.evaluation import Files, judge_for
from thenchot.standards.law import Law, law_on
from thenchot.standards.queries.gate import seat_for
from thenchot.worklog.enums import Band


@dataclass(frozen=True)
class Suits:
    """One person and one post: names of `missing` standards, points told one by one."""

    missing: tuple[str, ...]
    told: tuple[Told, ...]

    @property
    def points(self) -> int:
        return rules.total(self.told)


@dataclass
class Suiting:
    """Everybody of `people` on a day, for posts of one place; a constant number of queries."""

    home: Unit
    on: date
    people: Collection[int]
    _asked: dict = field(default_factory=dict)

    @cached_property
    def points(self) -> Points:
        policy = policies.in_force(SuitingPolicy, path=self.home.path, on=self.on)
        bands = {
            Band.EXCELLENT: policy.excellent,
            Band.GOOD: policy.good,
            Band.COMPLETED: policy.completed,
        }
        return Points(
            policy.field, policy.strengths, policy.year, policy.years, policy.same_unit, bands
        )

    @cached_property
    def law(self) -> Law:
        return law_on(self.on)

    @cached_property
    def files(self) -> Files:
        return Files.of(self.people, self.on, self.law)

    @cached_property
    def gates(self) -> dict[int, list]:
        return closed_gates(self.people, self.home.path, self.on)

    @cached_property
    def able(self) -> dict[int, Able]:
        fields, strengths, bands = self._fields(), self._strengths(), self._bands()
        names, units = self._months()
        return {
            person: Able(
                tuple(fields[person]),
                strengths.get(person, frozenset()),
                names[person],
                units[person],
                bands.get(person, ""),
            )
            for person in self.people
        }

    def _fields(self) -> dict[int, list]:
        rows = Qualification.objects.filter(person__in=self.people, is_studying=False)
        found = defaultdict(list)
        for person, said in rows.exclude(field="").values_list("person_id", "field"):
            found[person].append(rules.pairs_of(said))
        return found

    def _strengths(self) -> dict[int, rules.Pairs]:
        rows = Particulars.objects.filter(person__in=self.people).exclude(strengths="")
        said = rows.values_list("person_id", "strengths")
        return {person: rules.pairs_of(words) for person, words in said}

    def _bands(self) -> dict[int, str]:
        rows = RatingDecision.objects.filter(rating__person__in=self.people).exclude(level="")
        dated = rows.order_by("rating__round__year", "pk")
        return dict(dated.values_list("rating__person_id", "level"))

    def _months(self) -> tuple[dict, dict]:
        """Of each person: months by the names of what was held, months by unit, until the day."""
        names: dict[int, dict] = defaultdict(dict)
        units: dict[int, dict] = defaultdict(dict)
        rows = Appointment.objects.filter(person__in=self.people, valid_from__lte=self.on)
        for person, unit, begun, ended, *called in rows.order_by("pk").values_list(
            "person_id",
            "unit_id",
            "valid_from",
            "valid_to",
            "title",
            "title_ref__name",
            "position__name",
        ):
            months = max(months_between(begun, min(ended or self.on, self.on)), 1)
            units[person][unit] = units[person].get(unit, 0) + months
            for name in {fold(one) for one in called if one}:
                names[person][name] = names[person].get(name, 0) + months
        return names, units

    def suits(self, person: int, post: JobPosition | Title, unit: Unit) -> Suits:
        seat, work = self._post(post, unit)
        judged = judge_for(person, seat, self.on, self.files, self.law)
        missing = [gap.demand.standard.name for gap in judged.gaps if gap.state == GapState.MISSING]
        told = rules.points_of(self.able[person], work, self.points)
        return Suits(tuple(missing), tuple(told))

    def _post(self, post: JobPosition | Title, unit: Unit) -> tuple:
        key = (type(post), post.pk, unit.pk)
        if key not in self._asked:
            title = post.title if isinstance(post, JobPosition) else post
            is_head = bool(title and title.rank == "head")
            seat = seat_for(post, unit, self.on, is_head=is_head)
            self._asked[key] = (seat, _work(post, unit, title))
        return self._asked[key]


def _work(post: JobPosition | Title, unit: Unit, title: Title | None) -> Work:
    asked = post.fields if isinstance(post, JobPosition) else ()
    about = rules.pairs_of(post.name) | rules.pairs_of(unit.name)
    fields = tuple(pairs for one in asked if (pairs := rules.pairs_of(str(one))))
    names = {fold(post.name), *([fold(title.name)] if title else [])}
    return Work(unit.pk, tuple(sorted(names)), fields, about)

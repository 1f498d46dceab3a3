"""How satisfied people were, of how many, and how many of those who should be asked were."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from thenchot.citizens.access import EDIT, SEE
from thenchot.citizens.enums import FINISHED, Face
from thenchot.citizens.models import Case, RatingSlip, Satisfaction
from thenchot.citizens.queries.cases import in_year
from thenchot.citizens.queries.policy import policy_of
from thenchot.citizens.rules.wilson import Share
from thenchot.organisation.models import Unit
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import get_visible

PLEASED = (Face.PLEASED, Face.VERY_PLEASED)
BY = {
    "unit": ("unit_id", "unit__name"),
    "procedure": ("procedure", "procedure"),
    "person": ("handler_id", "handler__full_name"),
    "group": ("group", "group"),
}


@dataclass(frozen=True)
class Pleased:
    """Of one group. `share` is told only from the least number of answers on."""

    name: str
    counted: Share
    enough: bool

    @property
    def share(self) -> Share | None:
        return self.counted if self.enough else None


def list_slips(actor, permission: str = EDIT):
    rows = RatingSlip.objects.visible_to(actor, permission)
    return rows.select_related("unit", "home", "case").order_by("-made_on", "-pk")


def get_slip(actor, pk: int) -> RatingSlip:
    return get_visible(list_slips(actor), pk)


def satisfactions(actor, permission: str, year: int, by: str, least: int) -> list[Pleased]:
    """One query, by name: nothing is ranked."""
    rows = Satisfaction.objects.visible_to(actor, permission).filter(month__year=year)
    key, name = BY[by]
    told = {"key": F(key), "called": Coalesce(F(name), Value(""))}
    found = (
        rows.order_by()
        .values(**told)
        .annotate(n=Count("pk"), pleased=Count("pk", Q(face__in=PLEASED)))
    )
    groups = [
        Pleased(row["called"] or "–", Share(row["pleased"], row["n"]), row["n"] >= least)
        for row in found
    ]
    return sorted(groups, key=lambda one: one.name)


def words(actor, permission: str = SEE):
    """What people wrote, where so many answered in that month and unit that nobody is known by
    it. `words_from` of the policy of the place that sees the most.
    """
    beside = Satisfaction.objects.filter(unit=OuterRef("unit"), month=OuterRef("month"))
    answered = beside.order_by().values("unit").annotate(n=Count("pk"))
    rows = Satisfaction.objects.visible_to(actor, permission).exclude(word="")
    rows = rows.annotate(beside=Subquery(answered.values("n")))
    return rows.select_related("unit").order_by("-month", "-pk")


@dataclass(frozen=True)
class Coverage:
    """People who were asked, of those with a finished procedure in a year (S4-031): a slip was
    handed to them, or they answered one.
    """

    home: Unit
    asked: int
    people: int
    percent: int

    @property
    def is_met(self) -> bool:
        """Strictly more, in whole numbers."""
        return self.asked * 100 > self.people * self.percent


def coverage(home: Unit, year: int, on: date) -> Coverage:
    """Two queries. Rows without a number and without a name are left out on both sides; where the
    export has no identity number, people of one name count as one.
    """
    finished = Case.objects.filter(home=home, ended_at__isnull=False, status__in=FINISHED)
    cases = in_year(finished, year, now())
    people = cases.exclude(person_key="").values("person_key")
    was_asked = Q(given_on__isnull=False) | Q(used_in__isnull=False)
    asked = RatingSlip.objects.filter(was_asked, home=home, case__in=cases.values("pk"))
    return Coverage(
        home,
        asked.exclude(person_key="").aggregate(n=Count("person_key", distinct=True))["n"],
        people.aggregate(n=Count("person_key", distinct=True))["n"],
        policy_of(home, on).coverage,
    )

"""Would the list put more people on a title than it has places? Told, never decided here: the
document that allows it may be on its way.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from thenchot.organisation.models import Title, TitleRank, Unit
from thenchot.organisation.queries import match_titles
from thenchot.people.headcount import title_limits
from thenchot.people.imports.plan import Plan
from thenchot.people.models import Appointment

Taken = Counter[tuple[int, str]]  # (title, path of the unit) -> seats


def beyond_titles(home: Unit, plans: Iterable[Plan], on: date) -> Iterator[str]:
    """One sentence for each title of which the list would make more holders than were allowed; of
    a key title of a head there is one in a commune.
    """
    taking = [plan for plan in plans if not plan.is_open and _takes(plan)]
    if not taking:
        return
    titles = match_titles(home, {(title, unit.name) for p in taking for title, unit in _takes(p)})
    more: Taken = Counter()
    meant: dict[int, Title] = {}
    for plan in taking:
        for title, unit in _takes(plan):
            if found := titles.get((title, unit.name)):
                more[found.pk, unit.path] += 1
                meant[found.pk] = found
    if more:
        yield from _told(home, more, meant, [plan.person_id for plan in taking], on)


def _told(
    home: Unit, more: Taken, meant: dict[int, Title], known: list[int | None], on: date
) -> Iterator[str]:
    limits = title_limits(home, on)
    held = _held(home, meant, known, on)
    limited = {limit.title_id for limit in limits}
    for limit in limits:
        yield from _beyond(limit.title.name, limit.unit, limit.number, limit.title_id, more, held)
    for pk, title in meant.items():
        if pk not in limited and title.is_key and title.rank == TitleRank.HEAD:
            yield from _beyond(title.name, home, 1, pk, more, held)


def _beyond(name: str, unit: Unit, number: int, pk: int, more: Taken, held: Taken) -> Iterator[str]:
    extra, kept = (
        sum(n for (title, path), n in seats.items() if title == pk and path.startswith(unit.path))
        for seats in (more, held)
    )
    if extra and kept + extra > number:
        yield (
            f"Chức danh {name} tại {unit.name} được bố trí {number}; nhập xong có {kept + extra} "
            f"người: xem lại."
        )


def _held(home: Unit, meant: dict[int, Title], known: list[int | None], on: date) -> Taken:
    """By whom the list does not speak of."""
    seats = Appointment.objects.in_force(on).filter(
        title_ref__in=list(meant), unit__path__startswith=home.path
    )
    kept = seats.exclude(person__in=[pk for pk in known if pk])
    return Counter(kept.values_list("title_ref", "unit__path"))


def _takes(plan: Plan) -> list[tuple[str, Unit]]:
    """Titles that the row gives, with the unit of each."""
    if not (plan.is_new or "title" in plan.changes or "unit" in plan.changes):
        return []
    own = plan.unit or (plan.state.seat.unit if plan.state and plan.state.seat else None)
    return [
        (post.title, unit)
        for post in plan.posts.posts
        if (unit := own if post is plan.posts.primary else post.unit or own) is not None
    ]

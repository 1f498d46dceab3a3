"""In which communes and provinces people serve or served, kept beside their seats: a list of a
branch is one walk along one index, in its order, whatever the number of people.

Derived from seats alone, so it may be worked out anew at any time. Every service that changes a
seat or a name calls `refresh` in its own transaction; a unit that moves is followed by
`follow_branch`, the passing of days by a schedule.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.db.models import Q

from thenchot.organisation.enums import HOMES
from thenchot.organisation.models import Unit
from thenchot.organisation.models.tree import beginning
from thenchot.people.models import Appointment, Person, Presence
from thenchot.platform.clock import today
from thenchot.platform.runtime.bulk import insert_rows

CHUNK = 400
COMPARED = ("is_present", "sort_key", "folded")


def refresh(person_ids: Iterable[int]) -> int:
    """Put right where these people are listed; how many rows changed. A constant number of queries
    for each chunk.
    """
    ids = sorted(set(person_ids))
    return sum(_refresh(ids[at : at + CHUNK]) for at in range(0, len(ids), CHUNK))


def follow_branch(old: str, new: str) -> None:
    """A branch moved from the path `old` to `new`: nothing to do while it stays in its commune and
    province.
    """
    homes = set(
        Unit.objects.filter(pk__in=_ids(old) | _ids(new), kind__in=HOMES).values_list(
            "pk", flat=True
        )
    )
    if homes & _ids(old) != homes & _ids(new):
        refresh(people_under(new))


def people_under(path: str) -> set[int]:
    """Who holds or held a seat in the branch, and who was registered in it."""
    seated = Appointment.objects.filter(unit__path__startswith=path).values_list(
        "person_id", flat=True
    )
    registered = Person.objects.filter(registered_in__path__startswith=path).values_list(
        "pk", flat=True
    )
    return {*seated, *registered}


def refresh_by_day(days: int = 31) -> int:
    """Seats that began or ended by themselves lately change who is present."""
    on = today()
    since = on - timedelta(days=days)
    moved = Q(valid_from__gt=since, valid_from__lte=on) | Q(valid_to__gte=since, valid_to__lt=on)
    return refresh(Appointment.objects.filter(moved).values_list("person_id", flat=True))


def homes_of_actor(actor, permission: str) -> list[int] | None:
    """The communes and provinces that are exactly what the actor sees; none where a branch begins
    elsewhere, where a unit was succeeded across the border, or where the own file lies outside:
    then only the seats themselves tell.
    """
    key = ("people.homes", permission)
    if key not in actor.memory:
        actor.memory[key] = _homes_of_paths(actor, _topmost(actor.paths_for(permission)))
    return actor.memory[key]


def _homes_of_paths(actor, paths: list[str]) -> list[int] | None:
    homes = dict(Unit.objects.filter(path__in=paths, kind__in=HOMES).values_list("path", "pk"))
    if (
        not paths
        or len(homes) != len(paths)
        or _heirs_across(paths)
        or _own_file_outside(actor, homes.values())
    ):
        return None
    return list(homes.values())


def _refresh(ids: list[int]) -> int:
    people = {
        person.pk: person
        for person in Person.objects.filter(pk__in=ids).select_related("registered_in")
    }
    wanted = {(pk, home): row for pk, home, row in _wanted(people)}
    kept = {(row.person_id, row.home_id): row for row in Presence.objects.filter(person__in=ids)}
    changed = [
        _put(row, wanted[key])
        for key, row in kept.items()
        if key in wanted and _differs(row, wanted[key])
    ]
    gone = [row.pk for key, row in kept.items() if key not in wanted]
    new = [
        {"person_id": key[0], "home_id": key[1], **row}
        for key, row in wanted.items()
        if key not in kept
    ]
    if changed:
        Presence.objects.bulk_update(changed, COMPARED)
    if gone:
        Presence.objects.filter(pk__in=gone).delete()
    return len(changed) + len(gone) + insert_rows(Presence, new)


def _wanted(people: dict[int, Person]) -> Iterator[tuple[int, int, dict]]:
    """Every home of every seat; of whoever never had one, the homes of the unit that registered
    them.
    """
    on = today()
    rows = Appointment.objects.filter(person__in=people).values_list(
        "person_id", "unit__path", "valid_from", "valid_to"
    )
    seats = [
        (pk, path, first <= on and (last is None or last >= on)) for pk, path, first, last in rows
    ]
    seated = {pk for pk, *_ in seats}
    seats += [
        (pk, person.registered_in.path, True) for pk, person in people.items() if pk not in seated
    ]
    homes = homes_in({path for _, path, _ in seats})
    present: dict[tuple[int, int], bool] = {}
    for pk, path, is_present in seats:
        for home in homes[path]:
            present[pk, home] = present.get((pk, home), False) or is_present
    for (pk, home), is_present in present.items():
        yield (
            pk,
            home,
            {
                "is_present": is_present,
                "sort_key": people[pk].sort_key,
                "folded": people[pk].folded,
            },
        )


def homes_in(paths: Iterable[str]) -> dict[str, list[int]]:
    """The communes and provinces on the way from the root to each path: one query."""
    ids = {path: _ids(path) for path in paths}
    homes = set(
        Unit.objects.filter(pk__in=set().union(*ids.values()), kind__in=HOMES).values_list(
            "pk", flat=True
        )
    )
    return {path: sorted(homes & above) for path, above in ids.items()}


def _differs(row: Presence, wanted: dict) -> bool:
    return any(getattr(row, name) != value for name, value in wanted.items())


def _put(row: Presence, wanted: dict) -> Presence:
    for name, value in wanted.items():
        setattr(row, name, value)
    return row


def _ids(path: str) -> set[int]:
    return {int(part) for part in path.split("/") if part.isdigit()}


def _topmost(paths: Iterable[str]) -> list[str]:
    """Without the branches that lie inside another one."""
    return [
        path
        for path in paths
        if not any(path != other and path.startswith(other) for other in paths)
    ]


def _heirs_across(paths: list[str]) -> bool:
    """A dissolved unit elsewhere is seen through its heir (or the heir of that one) in these
    branches.
    """
    heirs = beginning("successor__path", paths) | beginning("successor__successor__path", paths)
    return (
        Unit.objects.filter(heirs, successor__isnull=False)
        .exclude(beginning("path", paths))
        .exists()
    )


def _own_file_outside(actor, homes) -> bool:
    own = (
        Person.objects.filter(account=actor.account_id)
        if actor.account_id
        else Person.objects.none()
    )
    return own.exclude(
        pk__in=Presence.objects.filter(home__in=list(homes)).values("person_id")
    ).exists()

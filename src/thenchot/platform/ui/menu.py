"""The menu: every room hands over its entries in its `menu.py`, found at start."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

IN_BAR = 3


class Group(models.TextChoices):
    """The parts of the menu, in this order."""

    MINE = "mine", _("Việc của tôi")
    PROGRAMMES = "programmes", _("Chương trình và văn bản")
    PEOPLE = "people", _("Con người và tổ chức")
    WORK = "work", _("Công việc và đánh giá")
    FIGURES = "figures", _("Số liệu")
    ADMIN = "admin", _("Quản trị")


@dataclass(frozen=True)
class Entry:
    """`place` orders the entries of a group. `also`: where pages of the subject lie that are not
    below its first page. `bar`: its rank for the bar at the foot of a phone; 0: never there.
    """

    group: Group
    place: int
    label: str | Promise
    url_name: str
    permission: str | None = None
    also: tuple[str, ...] = ()
    bar: int = 0

    def is_open_to(self, actor: Any) -> bool:
        return self.permission is None or actor.has(self.permission)

    def begins(self) -> tuple[str, ...]:
        return (address_of(self.url_name), *self.also, *_reach[self.url_name])


@cache
def address_of(url_name: str) -> str:
    """Each page asks for all of them twice; they are the same as long as the program runs."""
    return reverse(url_name)


_entries: dict[str, Entry] = {}
_reach: dict[str, tuple[str, ...]] = defaultdict(tuple)


def register(*entries: Entry) -> None:
    """Once, in `menu.py`. Two entries never stand at one place."""
    for entry in entries:
        at = next((one for one in _entries.values() if one.place == entry.place), entry)
        if at.url_name != entry.url_name:
            raise ValueError(f"{at.url_name} and {entry.url_name} stand at place {entry.place}")
        _entries[entry.url_name] = entry


def reach(url_name: str, *addresses: str) -> None:
    """Pages of a room above that belong to this entry of the menu."""
    kept = _reach[url_name]
    _reach[url_name] = (*kept, *(one for one in addresses if one not in kept))


def entries() -> list[Entry]:
    groups = list(Group)
    return sorted(_entries.values(), key=lambda one: (groups.index(one.group), one.place))


def by_group(among: list[Entry]) -> list[tuple[Group, list[Entry]]]:
    return [(group, list(some)) for group, some in groupby(among, lambda entry: entry.group)]


def bar_of(among: list[Entry]) -> list[Entry]:
    """The few that stand at the foot of a phone."""
    return sorted((entry for entry in among if entry.bar), key=lambda one: one.bar)[:IN_BAR]


def here(path: str, among: list[Entry]) -> Entry | None:
    """The one entry a page belongs to."""
    at = longest_start(path, [entry.begins() for entry in among])
    return None if at is None else among[at]


def longest_start(path: str, among: list[tuple[str, ...]]) -> int | None:
    """Whose pages begin with the longest part of the address; of two the later."""
    found = [
        max((len(start) for start in starts if _is_inside(path, start)), default=0)
        for starts in among
    ]
    return max(zip(found, range(len(found)), strict=True))[1] if any(found) else None


def _is_inside(path: str, start: str) -> bool:
    """Pages below a list belong to its entry: /people/12/ to /people/; below the desk lies
    everything.
    """
    return path == start if start == "/" else path.startswith(start)

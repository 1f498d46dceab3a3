"""The menu: every room hands over its entries in its `menu.py`, found at start."""

from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class Entry:
    """`place` orders the menu. `also`: where pages of the subject lie that are not below its first
    page.
    """

    place: int
    label: str | Promise
    url_name: str
    permission: str | None = None
    also: tuple[str, ...] = ()

    def begins(self) -> tuple[str, ...]:
        return (reverse(self.url_name), *self.also, *_reach[self.url_name])


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
    return sorted(_entries.values(), key=lambda entry: entry.place)


def here(path: str, among: list[Entry]) -> Entry | None:
    """The one entry a page belongs to: whose pages begin with the longest part of its address, of
    two the later.
    """
    found = [
        max((len(start) for start in entry.begins() if _is_inside(path, start)), default=0)
        for entry in among
    ]
    return max(zip(found, range(len(among)), among, strict=True))[2] if any(found) else None


def _is_inside(path: str, start: str) -> bool:
    """Pages below a list belong to its entry: /people/12/ to /people/; below the desk lies
    everything.
    """
    return path == start if start == "/" else path.startswith(start)

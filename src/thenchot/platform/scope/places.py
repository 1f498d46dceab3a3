"""Names of branches. Scope knows only paths; whoever owns the unit tree registers how they are
called.

The owner registers once, in a module `places.py` of its room (found at start):
`register(names=..., under=...)`, with `names(paths) -> {path: name}` and `under(paths) -> [(path,
name)]` (every unit in force inside the branches, in tree order). Both must cost one query.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Names = Callable[[set[str]], dict[str, str]]
Under = Callable[[tuple[str, ...]], list[tuple[str, str]]]


@dataclass
class _Owner:
    names: Names = lambda paths: {}
    under: Under = lambda paths: [(path, path) for path in paths]


_owner = _Owner()


def register(*, names: Names, under: Under) -> None:
    _owner.names, _owner.under = names, under


def names(paths: Iterable[str]) -> dict[str, str]:
    """Path -> name of its unit; a path nobody names stays as it is."""
    wanted = set(paths)
    found = _owner.names(wanted) if wanted else {}
    return {path: found.get(path) or (ROOT_NAME if path == "/" else path) for path in wanted}


def under(paths: Iterable[str]) -> list[tuple[str, str]]:
    """Units inside the branches, for a field to choose from."""
    return _owner.under(tuple(paths))


def above(path: str) -> list[str]:
    """The path and every branch it lies in, nearest first: "/1/4/" -> "/1/4/", "/1/", "/"."""
    parts = path.strip("/").split("/") if path.strip("/") else []
    return ["/" + "".join(f"{part}/" for part in parts[:n]) for n in range(len(parts), -1, -1)]


ROOT_NAME = "Toàn hệ thống"

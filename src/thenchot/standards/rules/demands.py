"""To whom a requirement is addressed, and what exactly it then asks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from thenchot.policy.codelists import CodeList, code_list
from thenchot.standards.enums import Bound, RequirementKind

# Conditions an addressee may name; all that are named must hold, of a list one is enough.
ADDRESSEES = (
    "titles",
    "ranks",
    "blocs",
    "staff_kinds",
    "groups",
    "positions",
    "managers",
    "heads",
    "personnel",
)
OFFICIAL = 2  # a full member of the Party; 1 is a probationary one
RANKED = {"degree", "theory", "state_management", "language", "it", "defence"}
LISTS = {"language": "language_level"}


@dataclass(frozen=True)
class Post:
    """What matters of a post somebody holds. `personnel`: the title does organisation and personnel
    work (S0-099); `fields` and `competencies` are those of the job position, `competencies` with
    the least level of each.
    """

    title: str = ""
    rank: str = ""
    bloc: str = ""
    staff_kind: str = ""
    position: str = ""
    group: str = ""
    is_manager: bool = False
    is_head: bool = False
    is_personnel: bool = False
    fields: tuple[str, ...] = ()
    competencies: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Standard:
    """One requirement of a set as plain values. `paper`: the kind of qualification it looks at;
    `level` a code of its list; `number` years or age; `names` programs, skills, certificates or the
    competency; `article` clause and basis.
    """

    key: int
    kind: RequirementKind
    name: str = ""
    paper: str = ""
    level: str = ""
    number: int = 0
    measure: str = ""
    bound: str = Bound.AT_LEAST
    names: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    article: str = ""
    next_step: str = ""
    addressees: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), hash=False)


@dataclass(frozen=True)
class Demand:
    """A requirement as it meets one post: `least` is the rank, the years or the age asked for."""

    standard: Standard
    least: int
    fields: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[int, int, tuple[str, ...]]:
        return (self.standard.key, self.least, self.fields)


def list_of(paper: str) -> CodeList:
    """The code list whose ranks order the levels of a kind of qualification."""
    return code_list(LISTS.get(paper, paper))


def demand_of(standard: Standard, post: Post) -> Demand | None:
    """None when the requirement is not addressed to this post, or its job position leaves it
    open.
    """
    if not _is_addressed(standard.addressees, post):
        return None
    if standard.kind == RequirementKind.COMPETENCY:
        least = dict(post.competencies).get(standard.names[0] if standard.names else "", 0)
        return Demand(standard, least) if least else None
    if standard.kind == RequirementKind.FIELD:
        fields = standard.fields or post.fields
        return Demand(standard, _least(standard), tuple(sorted(fields))) if fields else None
    return Demand(standard, _least(standard))


def _least(standard: Standard) -> int:
    if standard.kind in (RequirementKind.YEARS, RequirementKind.AGE):
        return standard.number
    if standard.kind == RequirementKind.PARTY:
        return standard.number or OFFICIAL
    return (
        max(1, list_of(standard.paper).rank(standard.level))
        if standard.paper in RANKED and standard.level
        else 1
    )


def _is_addressed(named: Mapping[str, Any], post: Post) -> bool:
    one_of = (
        ("titles", post.title),
        ("ranks", post.rank),
        ("blocs", post.bloc),
        ("staff_kinds", post.staff_kind),
        ("groups", post.group),
        ("positions", post.position),
    )
    if any(named.get(key) and value not in named[key] for key, value in one_of):
        return False
    is_head = post.is_head or post.rank == "head"
    flags = (("managers", post.is_manager), ("heads", is_head), ("personnel", post.is_personnel))
    return all(value for key, value in flags if named.get(key))


def nearest(sets: Iterable[tuple[str, int | None, int]], chain: Sequence[int]) -> tuple[int, ...]:
    """Of the sets in force (code, unit or none for the whole country, id) those that hold in a unit
    whose ids from the root down are `chain`: of one code the one of the nearest unit.
    """
    depth: dict[int | None, int] = {None: -1, **{unit: at for at, unit in enumerate(chain)}}
    held: dict[str, tuple[int, int]] = {}
    for code, unit, pk in sets:
        if unit in depth:
            held[code] = max(held.get(code, (-2, 0)), (depth[unit], pk))
    return tuple(sorted(pk for _, pk in held.values()))

"""How somebody suits a post by what the file says: points that are told one by one, from 0 to 100.
Advice that supports a choice; it decides nothing. Pure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from thenchot.kernel.text import words

FULL = 100
# Pairs of words that say nothing about a field of work.
EMPTY_PAIRS = {
    ("quan", "ly"),
    ("cong", "tac"),
    ("cong", "viec"),
    ("chuyen", "mon"),
    ("nghiep", "vu"),
    ("chuyen", "vien"),
    ("linh", "vuc"),
    ("tham", "muu"),
    ("dia", "phuong"),
    ("to", "chuc"),
    ("can", "bo"),
}
Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Points:
    """Of each part; `year` counts once a full year, up to `years`."""

    field: int
    strengths: int
    year: int
    years: int
    same_unit: int
    bands: Mapping[str, int]


@dataclass(frozen=True)
class Able:
    """What the file says of a person: fields of degrees, strengths, months by the folded name of
    what was held and by unit, the band of the last year that was rated.
    """

    fields: tuple[Pairs, ...] = ()
    strengths: Pairs = frozenset()
    months_as: Mapping[str, int] = field(default_factory=dict)
    months_in: Mapping[int, int] = field(default_factory=dict)
    band: str = ""


@dataclass(frozen=True)
class Work:
    """What a post asks: its folded names, the fields of its scheme, the words of name and unit."""

    unit: int
    names: tuple[str, ...] = ()
    fields: tuple[Pairs, ...] = ()
    about: Pairs = frozenset()


@dataclass(frozen=True)
class Told:
    text: str
    points: int


def pairs_of(text: str) -> Pairs:
    """Neighbouring words, folded: what two texts on one field of work share."""
    found = words(text)
    return frozenset(pairwise(found)) - EMPTY_PAIRS


def points_of(able: Able, work: Work, points: Points) -> list[Told]:
    """Only what gives points."""
    told = [
        Told("Ngành đào tạo phù hợp", points.field * _has_field(able, work)),
        Told("Sở trường phù hợp", points.strengths * bool(able.strengths & work.about)),
        _experience(able, work, points),
        Told("Đang hoặc đã làm ở đơn vị này", points.same_unit * _knows(able, work)),
        Told("Xếp loại gần nhất", points.bands.get(able.band, 0)),
    ]
    return [one for one in told if one.points]


def total(told: Iterable[Told]) -> int:
    return min(sum(one.points for one in told), FULL)


def _has_field(able: Able, work: Work) -> bool:
    asked = frozenset().union(*work.fields) if work.fields else work.about
    return any(field & asked for field in able.fields)


def _experience(able: Able, work: Work, points: Points) -> Told:
    years = max((able.months_as.get(name, 0) for name in work.names), default=0) // 12
    return Told(f"Đã làm việc này {years} năm", min(years, points.years) * points.year)


def _knows(able: Able, work: Work) -> bool:
    return able.months_in.get(work.unit, 0) > 0

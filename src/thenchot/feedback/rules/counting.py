"""Many sides of one person: what each says, its weight, and the arithmetic line by line (S0-046,
S0-052).

A side that said nothing, or was not asked, leaves the denominator: it is never a zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from thenchot.feedback.enums import ResultState, Side
from thenchot.kernel.exact import points, share
from thenchot.scoring.rules.receipt import Entry
from thenchot.scoring.rules.weighing import WHOLE, mean_share

SIGNED = (Side.SELF, Side.SUPERIOR)
ANONYMOUS = (Side.PEERS, Side.SUBORDINATES, Side.COLLECTIVE)


@dataclass(frozen=True, slots=True)
class Measure:
    """One criterion: `most` points can be given; `sides` that are asked about it, all when none is
    named.
    """

    code: str
    name: str
    weight: Decimal
    most: Decimal
    sides: tuple[str, ...] = ()
    clause: str = ""

    def asks(self, side: Side) -> bool:
        return not self.sides or side in self.sides


@dataclass(frozen=True, slots=True)
class Voice:
    """What one side said: the sum of the points by criterion over `people`, or of 100 at once (the
    unit's result). `reason`: why it was not asked; `origin`: the decision the unit's result was
    read from.
    """

    side: Side
    weight: Decimal
    state: ResultState
    people: int = 0
    sums: Mapping[str, Decimal] = field(default_factory=dict)
    of_hundred: Fraction | None = None
    reason: str = ""
    origin: Mapping[str, Any] = field(default_factory=dict)


def share_of(voice: Voice, measures: Sequence[Measure]) -> Fraction | None:
    """From 0 to 1; none for a side without a result."""
    if voice.state != ResultState.RELEASED:
        return None
    if voice.of_hundred is not None:
        return voice.of_hundred / WHOLE
    return mean_share((one.weight, _mean(voice, one)) for one in measures if one.asks(voice.side))


def total_of(voices: Sequence[Voice], measures: Sequence[Measure]) -> Fraction | None:
    """Points of 100."""
    found = mean_share((voice.weight, share_of(voice, measures)) for voice in voices)
    return None if found is None else found * WHOLE


def explain(voices: Sequence[Voice], measures: Sequence[Measure], source: str) -> tuple[Entry, ...]:
    """Each side with the part it has in the total, then the total; `source`: the set with its
    version and basis.
    """
    shares = [share_of(voice, measures) for voice in voices]
    counted = sum(
        (voice.weight for voice, one in zip(voices, shares, strict=True) if one is not None),
        Decimal(0),
    )
    lines = [
        _line(voice, one, counted, measures) for voice, one in zip(voices, shares, strict=True)
    ]
    total = total_of(voices, measures)
    return (
        *lines,
        Entry(
            "total",
            "Tổng hợp nhiều chiều",
            None if total is None else points(total),
            source,
            {"most": "100", "weight": f"{counted:f}"},
        ),
    )


def _line(
    voice: Voice, found: Fraction | None, counted: Decimal, measures: Sequence[Measure]
) -> Entry:
    part = (
        None
        if found is None or not counted
        else found * WHOLE * Fraction(voice.weight) / Fraction(counted)
    )
    facts = {
        "weight": f"{voice.weight:f}",
        "counted": f"{counted:f}",
        "state": str(voice.state),
        "people": voice.people,
        "gives": None if part is None else points(part),
        **({"reason": voice.reason} if voice.reason else {}),
        **(
            {"of_hundred": str(voice.of_hundred), "origin": dict(voice.origin)}
            if voice.of_hundred is not None
            else {}
        ),
    }
    parts = tuple(_criterion(voice, one) for one in measures if voice.sums and one.asks(voice.side))
    return Entry(
        str(voice.side),
        str(voice.side),
        None if found is None else points(found * WHOLE),
        "",
        facts,
        parts,
    )


def _criterion(voice: Voice, one: Measure) -> Entry:
    found = _mean(voice, one)
    said = voice.sums.get(one.code)
    facts = {
        "weight": f"{one.weight:f}",
        "most": f"{one.most:f}",
        "share": None if found is None else share(found),
        "sum": None if said is None else f"{said:f}",
    }
    return Entry(
        one.code,
        one.name,
        None if found is None else points(found * Fraction(one.most)),
        one.clause,
        facts,
    )


def _mean(voice: Voice, one: Measure) -> Fraction | None:
    if one.code not in voice.sums or not voice.people:
        return None
    return Fraction(voice.sums[one.code]) / (voice.people * Fraction(one.most))

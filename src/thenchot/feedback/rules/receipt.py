"""What a receipt of many sides carries so that anybody can add it up again: the values it was
counted with, and the way back from its lines to what was said. No line holds more than a released
side shows.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from thenchot.feedback.enums import ResultState, Side
from thenchot.feedback.rules.counting import Measure, Voice, explain
from thenchot.feedback.rules.disclosure import LEAST


def values_of(voices: Sequence[Voice], measures: Sequence[Measure]) -> dict[str, Any]:
    """Weights of the sides and criteria, and how many answers an anonymous side needs; plain
    values.
    """
    criteria = [
        {
            "code": one.code,
            "name": one.name,
            "weight": f"{one.weight:f}",
            "most": f"{one.most:f}",
            "sides": [str(side) for side in one.sides],
            "clause": one.clause,
        }
        for one in measures
    ]
    return {
        "sides": {str(voice.side): f"{voice.weight:f}" for voice in voices},
        "criteria": criteria,
        "least_people": LEAST,
    }


def again(lines: Sequence[Mapping[str, Any]], values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The same receipt, counted anew from its own lines and values."""
    *sides, total = lines
    measures = [_measure(one) for one in values["criteria"]]
    voices = [_voice(line, values["sides"][line["code"]]) for line in sides]
    return [entry.as_json() for entry in explain(voices, measures, total["source"])]


def _measure(one: Mapping[str, Any]) -> Measure:
    return Measure(
        one["code"],
        one["name"],
        Decimal(one["weight"]),
        Decimal(one["most"]),
        tuple(one["sides"]),
        one["clause"],
    )


def _voice(line: Mapping[str, Any], weight: str) -> Voice:
    facts = line["facts"]
    sums = {
        part["code"]: Decimal(part["facts"]["sum"])
        for part in line.get("parts", [])
        if part["facts"]["sum"] is not None
    }
    whole = Fraction(facts["of_hundred"]) if "of_hundred" in facts else None
    side, state = Side(line["code"]), ResultState(facts["state"])
    return Voice(
        side,
        Decimal(weight),
        state,
        facts["people"],
        sums,
        whole,
        facts.get("reason", ""),
        facts.get("origin", {}),
    )

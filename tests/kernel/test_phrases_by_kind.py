"""Phrases of deadlines and values, by kind, written before the grammar had read them."""

import json
from collections import defaultdict
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from tests.importer.scoring import same_aim, same_unit

from thenchot.kernel.deadlines import parse_deadline
from thenchot.kernel.targets import find_targets

SAMPLES = Path(__file__).parents[1] / "samples"


def _of(folder):
    return json.loads((SAMPLES / folder / "phrases.json").read_text("utf-8"))


PHRASES = [*_of("genre"), *_of("blind"), *_of("third"), *_of("fourth")]
KINDS = defaultdict(list)
for _phrase in PHRASES:
    KINDS[_phrase["table"], _phrase["kind"]].append(_phrase)
FLOOR, TOGETHER = 0.93, 0.985


PEOPLE = (
    "người",
    "đảng viên",
    "công dân",
    "cán bộ",
    "công chức",
    "giáo viên",
    "bác sĩ",
    "hội viên",
)


def _is_right(phrase):
    if phrase["table"] == "value":
        found = find_targets(phrase["text"])
        wanted = phrase["targets"]
        if not (wanted and found):
            return not (wanted or any(one.is_measured for one in found))
        return len(found) == len(wanted) and all(map(_is_same, map(asdict, found), wanted))
    read = parse_deadline(phrase["text"], date(phrase["year"], 1, 1)).as_json()
    told = (read["kind"], read["start"], read["end"], read.get("rule"))
    one_by_one = read["start"] == phrase["end"] or "ends" in read
    start = phrase["start"] or (read["start"] if one_by_one else None)
    recurs = {name: said for name, said in (phrase["recurs"] or {}).items() if said is not None}
    wanted = (phrase["deadline"], start, phrase["end"], recurs or None)
    ends = read.get("ends") or (read.get("rule") or {}).get("ends")
    told = (*told[:3], told[3] or None)
    return told == wanted and phrase.get("ends", []) in ([], ends)


def _is_same(read, wanted):
    counted = wanted["value"] == 0 or same_unit(read["unit"], _unit(wanted["unit"]))
    return counted and same_aim(read, wanted)


def _unit(name):
    """People are counted as people, whatever they are called."""
    return "person" if name in PEOPLE else name


def _wrong(phrases):
    return [phrase["text"] for phrase in phrases if not _is_right(phrase)]


@pytest.mark.parametrize("kind", KINDS, ids="-".join)
def test_phrases_of_a_kind_are_read_right(kind):
    wrong = _wrong(KINDS[kind])
    assert len(wrong) <= (1 - FLOOR) * len(KINDS[kind]), wrong


def test_the_phrases_together_are_read_right():
    wrong = _wrong(PHRASES)
    assert len(wrong) <= (1 - TOGETHER) * len(PHRASES), wrong


@pytest.mark.parametrize(
    ("folder", "floor"),
    [("fifth", 0.9), ("sixth", 0.96), ("seventh", 0.97), ("eighth", 0.96)],
)
def test_the_phrases_of_other_sets_together(folder, floor):
    phrases = _of(folder)
    assert len(phrases) - len(_wrong(phrases)) >= floor * len(phrases)

"""Documents of the genre, written with their gold before the importer had read any; mended only
through the grammar. The second half was kept aside until its first reading.
"""

import json

import pytest
from tests.importer.genre import (
    ASIDE,
    EIGHTH,
    FIFTH,
    FOURTH,
    GENRE,
    SEVENTH,
    SIXTH,
    THIRD,
    by_construction,
    documents,
    gold_of,
    sureness,
)

from thenchot.importer import parse_file, to_json

TOGETHER = dict.fromkeys(("recall", "precision", "lead", "end", "targets", "values"), 0.99)
EACH = dict.fromkeys(TOGETHER, 0.95)
OF_THE_THIRD = dict.fromkeys(("recall", "precision", "values"), 0.97) | dict.fromkeys(
    ("lead", "end", "targets"), 0.98
)
OF_THE_FOURTH = dict.fromkeys(("recall", "lead", "end", "targets"), 0.98) | dict.fromkeys(
    ("precision", "values"), 0.97
)
OF_THE_FIFTH = {
    "recall": 0.91,
    "precision": 0.95,
    "lead": 0.91,
    "end": 0.90,
    "targets": 0.87,
    "values": 0.97,
}
OF_THE_SIXTH = dict.fromkeys(("recall", "lead", "end"), 0.94) | dict.fromkeys(
    ("precision", "targets", "values"), 0.97
)
OF_THE_SEVENTH = {
    "recall": 0.95,
    "precision": 0.98,
    "lead": 0.97,
    "end": 0.96,
    "targets": 0.98,
    "values": 0.98,
}
OF_THE_EIGHTH = {
    "recall": 0.97,
    "precision": 0.98,
    "lead": 0.97,
    "end": 0.97,
    "targets": 0.98,
    "values": 0.98,
}
OTHERS = [
    (THIRD, OF_THE_THIRD),
    (FOURTH, OF_THE_FOURTH),
    (FIFTH, OF_THE_FIFTH),
    (SIXTH, OF_THE_SIXTH),
    (SEVENTH, OF_THE_SEVENTH),
    (EIGHTH, OF_THE_EIGHTH),
]
HALVES = [GENRE, ASIDE]
BOTH = [*documents(), *documents(ASIDE)]


@pytest.fixture(scope="module", params=HALVES, ids=["first", "second"])
def measured(request):
    return by_construction(request.param)


def _below(shares, floors):
    return {name: share for name, share in shares.items() if share < floors[name]}


def test_every_construction_reaches_its_floor(measured):
    short = {name: _below(one.shares, EACH) for name, one in measured.items()}
    assert {name: below for name, below in short.items() if below} == {}


def test_the_documents_together_reach_a_higher_floor(measured):
    assert _below(measured["together"].shares, TOGETHER) == {}


@pytest.mark.parametrize(
    ("folder", "floors"), OTHERS, ids=["third", "fourth", "fifth", "sixth", "seventh", "eighth"]
)
def test_the_sets_of_other_hands_together(folder, floors):
    assert _below(by_construction(folder)["together"].shares, floors) == {}


@pytest.mark.parametrize(
    "path",
    [path for folder, _ in OTHERS for path in documents(folder)],
    ids=lambda path: path.stem,
)
def test_what_a_document_of_another_hand_gives_is_told(path):
    assert parse_file(path).gives == gold_of(path)["gives"]


@pytest.mark.parametrize("path", BOTH, ids=lambda path: path.stem)
def test_what_a_document_gives_is_told(path):
    assert parse_file(path).gives == gold_of(path)["gives"]


@pytest.mark.parametrize("path", BOTH, ids=lambda path: path.stem)
def test_number_date_and_kind_of_a_document(path):
    read, gold = to_json(parse_file(path))["metadata"], gold_of(path)["metadata"]
    names = ("number", "date", "kind")
    assert {name: read[name] for name in names} == {name: gold[name] for name in names}


@pytest.mark.parametrize(
    "folder",
    [*HALVES, *(folder for folder, _ in OTHERS)],
    ids=["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"],
)
def test_what_is_said_surely_is_right(folder):
    judged = sureness(folder)
    sure = [is_right for how_sure, is_right in judged if how_sure >= 0.95]
    certain = [is_right for how_sure, is_right in judged if how_sure >= 1]
    assert sum(sure) >= 0.95 * len(sure)
    assert all(certain)


def test_the_gold_of_the_genre_is_of_one_form():
    for path in BOTH:
        gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
        assert {"metadata", "construction", "gives", "tasks", "targets"} <= set(gold), path.stem

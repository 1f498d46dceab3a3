"""Documents written, with their gold, before the importer had ever read them; mended only through
the grammar.
"""

import json
from statistics import mean

import pytest
from tests.importer.conftest import SAMPLES
from tests.importer.scoring import scores

from thenchot.importer import parse_file, to_json

FILES = sorted(path for path in SAMPLES.glob("u*") if path.suffix in (".txt", ".md"))
FLOORS = {
    "tasks": 0.85,
    "lead": 0.8,
    "coordinate": 0.8,
    "kind": 0.8,
    "end": 0.8,
    "targets": 0.8,
    "values": 0.66,
}
MEAN_FLOORS = {
    "tasks": 0.97,
    "lead": 0.97,
    "coordinate": 0.97,
    "kind": 0.97,
    "end": 0.97,
    "targets": 0.97,
}


def _scored(path):
    gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return scores(to_json(parse_file(path)), gold)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_varied_sample_reaches_the_floor(path):
    assert {name: share for name, share in _scored(path).items() if share < FLOORS[name]} == {}


def test_the_varied_samples_together_reach_a_higher_floor():
    every = [_scored(path) for path in FILES]
    assert {
        name: mean(one[name] for one in every)
        for name in MEAN_FLOORS
        if mean(one[name] for one in every) < MEAN_FLOORS[name]
    } == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_issuer_number_and_date_of_a_varied_sample(path):
    read = to_json(parse_file(path))["metadata"]
    gold = json.loads(path.with_suffix(".json").read_text("utf-8"))["metadata"]
    assert {name: read[name] for name in gold} == gold

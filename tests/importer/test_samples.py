"""Thirty documents of other sectors, layouts and faults, each with what a reader finds in it."""

import json
from datetime import date
from statistics import mean

import pytest
from tests.importer.conftest import sample_files
from tests.importer.scoring import scores

from thenchot.importer import parse_file, to_json
from thenchot.kernel.periods import instances

FILES = sample_files()
FLOORS = {
    "tasks": 0.95,
    "lead": 0.66,
    "coordinate": 0.95,
    "kind": 0.98,
    "end": 0.98,
    "targets": 0.9,
    "values": 0.98,
}
MEAN_FLOORS = {
    "tasks": 0.99,
    "lead": 0.98,
    "coordinate": 0.98,
    "kind": 0.99,
    "end": 0.99,
    "targets": 0.97,
    "values": 0.98,
}


def _gold(path):
    return json.loads(path.with_suffix(".json").read_text("utf-8"))


def _scored(path):
    return scores(to_json(parse_file(path)), _gold(path))


def test_there_are_enough_samples():
    assert len(FILES) >= 30


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_sample_reaches_the_floor(path):
    reached = _scored(path)
    assert {name: share for name, share in reached.items() if share < FLOORS[name]} == {}


def test_the_samples_together_reach_a_higher_floor():
    every = [_scored(path) for path in FILES]
    assert {
        name: mean(one[name] for one in every)
        for name in MEAN_FLOORS
        if mean(one[name] for one in every) < MEAN_FLOORS[name]
    } == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_metadata_of_a_sample(path):
    read = to_json(parse_file(path))["metadata"]
    gold = _gold(path)["metadata"]
    assert {name: read[name] for name in gold} == gold


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_reports_of_a_sample(path):
    read = to_json(parse_file(path))["reports"]
    assert [
        {name: report[name] for name in ("ref", "lead", "receiver", "via")} for report in read
    ] == _gold(path)["reports"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_recurrence_has_instances_or_says_that_the_period_is_not_stated(path):
    for task in parse_file(path).tasks:
        rule = task.deadline.rule
        if task.deadline.kind == "recurring" and rule and rule["every"]:
            assert instances(rule, date(2026, 1, 1), date(2027, 12, 31))

"""The five real documents against their gold."""

import json
from pathlib import Path

import pytest
from tests.importer.scoring import scores

from thenchot.importer import parse_file, to_json

pytestmark = pytest.mark.seeds
NAMES = ("S0", "S1", "S2", "S3", "S4")
FLOORS = {
    "tasks": 0.97,
    "lead": 0.97,
    "coordinate": 0.95,
    "kind": 0.98,
    "end": 0.98,
    "targets": 0.9,
    "values": 0.9,
}


@pytest.fixture(scope="module")
def gold(seeds):
    path = Path(seeds).parent / "gold" / "seeds.json"
    if not path.exists():
        pytest.skip("gold of the real documents not found")
    return json.loads(path.read_text("utf-8"))


def _file(seeds, name):
    return sorted(Path(seeds).glob("*.txt"))[NAMES.index(name)]


def _of(gold, name):
    return {
        key: [item for item in gold[key] if item.get("seed") == name]
        for key in ("tasks", "targets")
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_real_document_reaches_the_floor(seeds, gold, name):
    reached = scores(to_json(parse_file(_file(seeds, name))), _of(gold, name))
    assert {key: share for key, share in reached.items() if share < FLOORS[key]} == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_metadata_of_a_real_document(seeds, gold, name):
    read = parse_file(_file(seeds, name)).metadata
    wanted = next(document for document in gold["documents"] if document["seed"] == name)
    assert read["kind"].value == wanted["type"]
    assert read["number"].value == wanted["number"]
    assert read["date"].value == wanted["date"]
    assert (read["title"].value or "") == (wanted["title"] or "")
    assert (read["signer"].value, read["signer_title"].value) == (
        wanted["signer"],
        wanted["signer_title"],
    )
    assert read["signed_on_behalf_of"].value == wanted["signed_on_behalf_of"]
    assert len(read["recipients"].value) == wanted["recipients_count"]


@pytest.mark.parametrize("name", NAMES)
def test_the_legal_bases_of_a_real_document(seeds, gold, name):
    read = {
        base["number"]: (base["date"], base["issuer"])
        for base in parse_file(_file(seeds, name)).metadata["bases"].value
    }
    wanted = next(document for document in gold["documents"] if document["seed"] == name)["bases"]
    assert read == {base["number"]: (base["date"], base["issuer"]) for base in wanted}


@pytest.mark.parametrize("name", NAMES)
def test_the_sections_of_a_real_document(seeds, gold, name):
    parsed = parse_file(_file(seeds, name))
    read = (
        {section.ref for section in parsed.sections}
        | {group.ref for group in parsed.groups}
        | {"PL"}
    )
    wanted = next(document for document in gold["documents"] if document["seed"] == name)[
        "sections"
    ]
    missing = [section["number"] for section in wanted if section["number"] not in read]
    assert missing == []


def test_what_is_wrong_in_the_originals_is_said(seeds):
    codes = {
        name: {warning.code for warning in parse_file(_file(seeds, name)).warnings}
        for name in NAMES
    }
    assert {"issuer_and_signature_differ", "number_jumps", "two_periods"} <= codes["S0"]
    assert {"number_missing", "date_missing"} <= codes["S2"]
    assert "total_differs" in codes["S4"]

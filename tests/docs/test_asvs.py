"""The table of ASVS in SECURITY.md: every chapter stands in it, what is met names its test."""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent.parent
TEXT = (REPOSITORY / "SECURITY.md").read_text(encoding="utf8")
ROWS = re.findall(r"^\| (V\d[^|]*?) \| (met|part|–) \| ?([^|]*)\|$", TEXT, re.MULTILINE)


def test_every_chapter_stands_there():
    chapters = {int(number) for row in ROWS for number in re.findall(r"V(\d+)", row[0])}
    assert chapters == set(range(1, 18)) and len(ROWS) >= 50
    assert len(ROWS) == len(re.findall(r"^\| V\d", TEXT, re.MULTILINE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_says_what_holds_it_or_what_is_missing(row):
    _group, state, words = row
    tests = re.findall(r"tests/[a-z_/]+\.py", words)
    assert all((REPOSITORY / name).is_file() for name in tests)
    assert tests if state == "met" else state == "–" or words.strip()


def test_a_test_that_is_named_exists():
    named = re.findall(r"(tests/[a-z_/]+\.py)::(\w+)", TEXT)
    assert len(named) >= 10
    missing = [
        f"{path}::{name}"
        for path, name in named
        if f"def {name}(" not in (REPOSITORY / path).read_text(encoding="utf8")
    ]
    assert missing == []

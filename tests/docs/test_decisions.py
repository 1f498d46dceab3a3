"""Every decision says whether it holds and since when."""

import re

import pytest
from tests.conftest import REPOSITORY

DECISIONS = sorted((REPOSITORY / "docs" / "adr").glob("*.md"))
HEAD = re.compile(
    r"# (?P<number>\d+)\. .+\n\n"
    r"- Status: (?:proposed|accepted|replaced by ADR \d+)\n"
    r"- Date: \d{4}-\d{2}-\d{2}\n\n"
)


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_number_status_and_date_under_its_title(path):
    head = HEAD.match(path.read_text(encoding="utf8"))
    assert head, f"{path.name}: title, then “- Status: …” and “- Date: …”"
    assert path.name.startswith(f"{int(head['number']):04}-")


def test_numbers_follow_each_other():
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))

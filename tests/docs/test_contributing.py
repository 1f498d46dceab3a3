"""What CONTRIBUTING.md quotes stands in the code, and every kind of thing has its example."""

import re

import pytest
from tests.conftest import REPOSITORY

TEXT = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf8")
QUOTED = re.findall(r"```(?:python|toml)\n# (\S+)\n(.*?)```", TEXT, re.S)
KINDS = (
    "register",
    "action",
    "alert",
    "kind of waiting",
    "piece of news",
    "rule of law",
    "list taken in from Excel",
    "room",
)


def test_every_kind_has_its_example():
    titles = re.findall(r"^### (?:A|An) (.+)$", TEXT, re.M)
    assert tuple(titles) == KINDS
    for title, body in zip(titles, re.split(r"^### .+$", TEXT, flags=re.M)[1:], strict=True):
        assert "```" in body, title


@pytest.mark.parametrize(("path", "code"), QUOTED, ids=[path for path, _ in QUOTED])
def test_a_quotation_stands_in_its_file(path, code):
    assert code in (REPOSITORY / path).read_text(encoding="utf8")


def test_files_that_are_named_are_there():
    """Of what stands in backquotes and looks like a path."""
    named = re.findall(r"`((?:src|tests|docs|scripts)/[\w./-]+)`", TEXT)
    table = [f"src/thenchot/{name}" for name in re.findall(r"\| `(worklog/[\w./]+)`", TEXT)]
    assert named and table
    assert [name for name in [*named, *table] if not (REPOSITORY / name).exists()] == []

"""Facts of the trail in words: every fact that is written has one, codes and days are read."""

import ast
from pathlib import Path

import pytest

import thenchot
from thenchot.platform.audit.facts import FACTS, said, value_of

WRITERS = ("record", "log")
NO_FACTS = ("subject", "unit_path")


def written_facts() -> set[str]:
    found = set()
    for path in Path(thenchot.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in WRITERS:
                found |= {one.arg for one in node.keywords if one.arg}
    return found - set(NO_FACTS)


def test_every_fact_has_a_word():
    facts = written_facts()
    assert len(facts) > 100
    assert sorted(facts - FACTS.keys()) == []


@pytest.mark.parametrize(
    ("kind", "name", "value", "shown"),
    [
        ("organisation.unit", "kind", "commune", "Xã, phường"),
        ("worklog.assessment", "is_practice", False, "không"),
        ("scope.grant", "role", "leader", "Lãnh đạo"),
        ("x.y", "due_on", "2026-12-04", "04/12/2026"),
        ("x.y", "months", [1, 2, 3], "1, 2, 3"),
        ("x.y", "fields", {"identity_no": "abc", "born_on": "def"}, "2 mục"),
        ("x.y", "caps", [{"scope": "unit"}], "1 mục"),
        ("x.y", "reason", "ghi nhầm", "ghi nhầm"),
        ("programmes.target", "after", "key_young", "Cán bộ trẻ"),
    ],
)
def test_a_value_is_read(kind, name, value, shown):
    assert value_of(kind, name, value).startswith(shown)


def test_what_says_nothing_is_left_out():
    assert said("x.y", {"reason": "", "replaces": None, "tasks": 0}) == [("số nhiệm vụ", "0")]

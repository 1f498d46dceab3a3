"""The page is made from the list, and everything it names exists."""

import importlib.machinery
import importlib.util

import pytest
from django.urls import get_resolver
from tests.conftest import REPOSITORY

SCRIPT = REPOSITORY / "scripts" / "traceability"


@pytest.fixture(scope="module")
def trace():
    loader = importlib.machinery.SourceFileLoader("traceability", str(SCRIPT))
    module = importlib.util.module_from_spec(
        importlib.util.spec_from_loader("traceability", loader)
    )
    loader.exec_module(module)
    return module


def test_the_page_is_what_the_list_says(trace):
    assert (REPOSITORY / "docs/traceability.md").read_text(encoding="utf8") == trace.page(
        trace.rows()
    )


def test_every_requirement_stands_once(trace):
    ids = [row["id"] for row in trace.rows()]
    assert len(ids) == len(set(ids)) == 476


def test_everything_named_exists(trace):
    names = set(get_resolver().reverse_dict.keys())
    for row in filter(lambda r: r["served"], trace.rows()):
        kind, _, what = row["by"].partition(":")
        assert kind in ("page", "test"), row
        assert what in names if kind == "page" else (REPOSITORY / what).exists(), row

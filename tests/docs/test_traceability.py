"""The page is made from the list, and everything it names exists."""

from django.urls import get_resolver
from tests.conftest import REPOSITORY
from tests.scripts import load

trace = load("traceability")


def test_the_page_is_what_the_list_says():
    assert (REPOSITORY / "docs/traceability.md").read_text(encoding="utf8") == trace.page(
        trace.rows()
    )


def test_every_requirement_stands_once():
    ids = [row["id"] for row in trace.rows()]
    assert len(ids) == len(set(ids)) == 476


def test_everything_named_exists():
    names = set(get_resolver().reverse_dict.keys())
    for row in filter(lambda r: r["served"], trace.rows()):
        kind, _, what = row["by"].partition(":")
        assert kind in ("page", "test"), row
        assert what in names if kind == "page" else (REPOSITORY / what).exists(), row

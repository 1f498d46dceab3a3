"""The year's end as a fixture; what it can do stands in `ending`."""

from pathlib import Path

import pytest
from tests.office import mark_postgres, office, second_of_november, world
from tests.rating.ending import TODAY, Town
from tests.worlds import build_world

__all__ = ["office", "second_of_november", "world"]


def pytest_collection_modifyitems(items):
    mark_postgres(items, Path(__file__).parent)


@pytest.fixture
def town(db, monkeypatch) -> Town:
    monkeypatch.setenv("THENCHOT_TODAY", TODAY.isoformat())
    return Town(build_world())

"""The office of `tests.office`."""

from pathlib import Path

from tests.office import mark_postgres, office, second_of_november, world

__all__ = ["office", "second_of_november", "world"]


def pytest_collection_modifyitems(items):
    mark_postgres(items, Path(__file__).parent)

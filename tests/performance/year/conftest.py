"""The year's end as a fixture; what it can do stands in `ending`."""

import pytest
from tests.performance.year.ending import TODAY, Town
from tests.worlds import build_world


@pytest.fixture
def town(db, monkeypatch) -> Town:
    monkeypatch.setenv("THENCHOT_TODAY", TODAY.isoformat())
    return Town(build_world())

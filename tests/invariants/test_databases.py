"""What the run on PostgreSQL leaves out is never asked to run there."""

from pathlib import Path

import pytest
from tests.conftest import NEVER_ON_POSTGRES

TESTS = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("folder", NEVER_ON_POSTGRES)
def test_nothing_in_it_is_marked_for_postgresql(folder):
    files = list((TESTS / folder).rglob("*.py"))
    assert files
    words = ("mark.postgres", "mark_postgres")
    assert not [path for path in files if any(word in path.read_text() for word in words)]

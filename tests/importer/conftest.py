"""Documents to read: from a text at hand, and the samples kept beside the tests."""

from pathlib import Path

import pytest

from thenchot.importer import parse_source
from thenchot.platform.office.reading import text_source

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


def sample_files():
    return sorted(
        path
        for path in SAMPLES.iterdir()
        if path.suffix in (".txt", ".md") and path.stem[:2].isdigit()
    )


@pytest.fixture
def read():
    """Parse a text."""
    return lambda text: parse_source(text_source(text))

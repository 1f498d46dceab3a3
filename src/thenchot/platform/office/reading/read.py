"""A file, whatever its name says, read by what it holds."""

from pathlib import Path

from thenchot.platform.office.reading.model import Source, text_source


def read_source(path: str | Path) -> Source:
    return text_source(Path(path).read_text("utf-8"))

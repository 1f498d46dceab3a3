"""Text files: the lines of the first page, and below every head of a sheet."""

from thenchot.platform.office.reading.decode import decode
from thenchot.platform.office.reading.stamps import Line, stamp_among


def stamp_of_text(content: bytes) -> str:
    """Raises `Unreadable`."""
    text, _ = decode(content)
    return stamp_among([Line(line) for line in text.splitlines() if line.strip()], wrapped=True)

"""Pure readers: a file in, its text as lines, paragraphs and tables out. Heavy libraries load when
needed.
"""

from thenchot.platform.office.reading.model import (
    Source,
    SourceBlock,
    SourceWarning,
    Unreadable,
    text_source,
)
from thenchot.platform.office.reading.read import read_source

__all__ = ["Source", "SourceBlock", "SourceWarning", "Unreadable", "read_source", "text_source"]

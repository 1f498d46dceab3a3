"""What a reader hands on: the text of a file as lines, paragraphs and tables, nothing interpreted
yet.
"""

from dataclasses import dataclass

from thenchot.platform.office.refused import BadFile

MERGED = "\ue000"
"""Text of a cell that is merged with the cell above it (a private-use character no document holds).
"""


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """kind: line (a printed line, may continue on the next), paragraph (whole), table, page_break.

    level: heading level, 0 for none. rows: the cells of a table as text; below a cell merged
    downwards stands MERGED.
    """

    kind: str
    text: str = ""
    level: int = 0
    bold: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    page: int = 1


@dataclass(frozen=True, slots=True)
class SourceWarning:
    code: str
    message_vi: str


@dataclass(frozen=True, slots=True)
class Source:
    """origin: text | docx | pdf | ocr. `confidence`: 1 unless optical recognition was used (0..1).

    `converted_from`: the legacy encoding (TCVN3, VNI, cp1258) when the text was converted and needs
    a look.
    """

    text: str
    blocks: tuple[SourceBlock, ...]
    origin: str = "text"
    pages: int = 1
    fonts: tuple[str, ...] = ()
    warnings: tuple[SourceWarning, ...] = ()
    confidence: float = 1.0
    converted_from: str | None = None

    @property
    def tables(self) -> tuple[SourceBlock, ...]:
        return tuple(block for block in self.blocks if block.kind == "table")


class Unreadable(BadFile):
    """A file that cannot be read. `message_vi` is shown to the person as it is."""

    def __init__(self, code: str, message_vi: str) -> None:
        self.code = code
        super().__init__(message_vi)


def text_source(text: str) -> Source:
    """A source from text at hand, one block a line."""
    blocks = tuple(SourceBlock("line", line) for line in text.split("\n"))
    return Source(text, blocks)

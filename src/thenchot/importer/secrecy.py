"""A document stamped secret is not read: this system may not hold it."""

from thenchot.platform.office.reading.model import Source
from thenchot.platform.office.reading.stamps import Line, stamp_among
from thenchot.platform.office.refused import SecretDocument

__all__ = ["SecretDocument", "refuse_secret", "secret_stamp"]


def secret_stamp(first_page_text: str) -> str | None:
    """The stamp on the first page of a text, or below the head of a sheet in it."""
    lines = [Line(line) for line in first_page_text.splitlines() if line.strip()]
    return stamp_among(lines, wrapped=True) or None


def refuse_secret(source: Source) -> None:
    """Raise `SecretDocument` when the text carries a stamp; files are looked through in all their
    parts before they are kept (`platform/office/screening`).
    """
    lines: list[Line] = []
    for block in source.blocks:
        if block.kind == "table":
            lines += [
                Line("\t".join(row).replace("\n", "\t"), alone=False, is_data=len(row) > 3)
                for row in block.rows
            ]
        elif block.text.strip():
            lines.append(Line(block.text, alone=block.kind == "line" or not block.level))
    if stamp := stamp_among(lines, wrapped=source.origin != "docx"):
        raise SecretDocument(stamp)

"""The original text as pieces with marks: every field shows where it was read. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from thenchot.programmes.drafts.proposal import Item, Proposal


@dataclass(frozen=True, slots=True)
class Mark:
    """`css`: text | lead | coordinate | deadline | target | warn. `anchor`: id of the mark, linked
    from the form.
    """

    start: int
    end: int
    css: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    css: str = ""
    anchor: str = ""


def marks_of(proposal: Proposal) -> list[Mark]:
    marks = []
    for kind, rows in (
        ("", proposal.tasks),
        ("target", proposal.targets),
        ("", proposal.reports),
    ):
        for row in rows:
            marks += _of_item(row, kind)
    for name, field in proposal.metadata.items():
        if field.span:
            marks.append(Mark(*field.span, "deadline", f"m-metadata-{name}"))
    for number, warning in enumerate(proposal.warnings, 1):
        if warning.span:
            marks.append(Mark(*warning.span, "warn", f"m-warning-{number}"))
    return marks


def pieces(text: str, start: int, end: int, marks: Iterable[Mark], used: set[str]) -> list[Piece]:
    """The text from start to end cut at the marks; where marks overlap the shortest wins. `used`
    anchors come once.
    """
    inside = [m for m in marks if m.start < end and m.end > start]
    cuts = sorted({start, end} | {c for m in inside for c in (m.start, m.end) if start < c < end})
    return [_piece(text, a, b, inside, used) for a, b in pairwise(cuts)]


def blocks(proposal: Proposal) -> list[dict]:
    """Blocks of the document ready to render: kind, level and pieces, or cells of pieces for a
    table row.
    """
    marks, used, text = marks_of(proposal), set(), proposal.text
    return [
        {
            "kind": block.kind,
            "level": block.level,
            "cells": [pieces(text, a, b, marks, used) for a, b in block.cells],
            "pieces": [] if block.cells else pieces(text, block.start, block.end, marks, used),
        }
        for block in proposal.blocks
    ]


def _of_item(row: Item, kind: str):
    for field, spans in row.spans.items():
        css = kind or (field if field in ("lead", "coordinate", "deadline") else "text")
        for start, end in spans:
            yield Mark(start, end, css, f"m-{row.id}-{field}")


def _piece(text, start, end, marks, used):
    covering = [m for m in marks if m.start <= start and m.end >= end]
    if not covering:
        return Piece(text[start:end])
    mark = min(covering, key=lambda m: m.end - m.start)
    anchor = "" if mark.anchor in used else mark.anchor
    used.add(mark.anchor)
    return Piece(text[start:end], mark.css, anchor)

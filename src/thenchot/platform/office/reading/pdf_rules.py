"""The ruling lines of a PDF page, and the tables they make."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from thenchot.platform.office.reading.pdf_words import Place, place_on

MOST_SIDES = 20_000  # straight sides of drawings that are looked at on one page
_DEEPEST = 4  # drawings in drawings
_STRAIGHT = 1.0  # points by which a line may lean

Matrix = tuple[float, float, float, float, float, float]
Side = tuple[float, float, float, float]
_AS_IT_IS: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Ruled:
    """What the finder of tables asks of a page: its lines, upright or level."""

    edges: list[dict[str, Any]]
    bbox: tuple[float, float, float, float] = (0, 0, 0, 0)


def tables_on(page: Any) -> list[Any]:
    """Tables of a page of pdfium by its ruling lines: their `bbox` and `rows` of cells, as
    pdfplumber tells them. Frames and underlines make none: a table has two columns.
    """
    edges = [edge for side in _some(_sides(page)) if (edge := _edge(*side))]
    if len(edges) < 4:
        return []
    from pdfplumber.table import TableFinder

    ruled: Any = Ruled(edges)
    found = TableFinder(ruled).tables
    return [table for table in found if max(len(row.cells) for row in table.rows) >= 2]


def _some(sides: Iterator[Side]) -> Iterator[Side]:
    for _, side in zip(range(MOST_SIDES), sides, strict=False):
        yield side


def _sides(page: Any) -> Iterator[Side]:
    import pypdfium2.raw as raw

    place, _ = place_on(page)
    for at in range(raw.FPDFPage_CountObjects(page)):
        yield from _of_object(raw.FPDFPage_GetObject(page, at), _AS_IT_IS, place, _DEEPEST)


def _of_object(item: Any, outer: Matrix, place: Place, depth: int) -> Iterator[Side]:
    import pypdfium2.raw as raw

    kind = raw.FPDFPageObj_GetType(item)
    if kind == raw.FPDF_PAGEOBJ_PATH:
        yield from _of_path(item, _within(_matrix(item), outer), place)
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
        inner = _within(_matrix(item), outer)
        for at in range(raw.FPDFFormObj_CountObjects(item)):
            yield from _of_object(raw.FPDFFormObj_GetObject(item, at), inner, place, depth - 1)


def _of_path(path: Any, matrix: Matrix, place: Place) -> Iterator[Side]:
    import pypdfium2.raw as raw

    start = last = (0.0, 0.0)
    for at in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        here = place(*_moved(_point(segment), matrix))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield *last, *here
        last = here
        if raw.FPDFPathSegment_GetClose(segment):
            yield *last, *start


def _point(segment: Any) -> tuple[float, float]:
    import pypdfium2.raw as raw

    x, y = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value


def _matrix(item: Any) -> Matrix:
    import pypdfium2.raw as raw

    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _within(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _moved(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _edge(x0: float, y0: float, x1: float, y1: float) -> dict[str, Any] | None:
    width, height = abs(x1 - x0), abs(y1 - y0)
    level, upright = height <= _STRAIGHT < width, width <= _STRAIGHT < height
    if not (level or upright):
        return None
    return {
        "object_type": "line",
        "orientation": "h" if level else "v",
        "x0": min(x0, x1),
        "x1": max(x0, x1) if level else min(x0, x1),
        "top": min(y0, y1),
        "bottom": min(y0, y1) if level else max(y0, y1),
        "width": width if level else 0,
        "height": 0 if level else height,
    }

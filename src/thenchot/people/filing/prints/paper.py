"""The paper of a résumé: a head with a place for the photo, numbered items, tables with every
column of the form.
"""

import io
from collections.abc import Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from PIL import Image, ImageOps

from thenchot.platform.office.word.layouts import LAYOUTS
from thenchot.platform.office.word.letters import Table
from thenchot.platform.office.word.pages import Page

BLANK = "…………"
PHOTO = (Mm(40), Mm(60))
PIXELS = (480, 720)  # of it, at some 300 an inch
BODY_PT = 12
MOST_EMPTY = 3  # lines left for the pen in a table nobody filled


class Paper:
    def __init__(self):
        self.page = Page(LAYOUTS["state"])

    def head(self, left: Sequence[str], title: str, note: str, photo: bytes | None = None) -> None:
        """Whose file it is at the left, the photo of 4 by 6 centimetres, or the frame for it, at
        the right, the title below.
        """
        table = self.page.document.add_table(rows=1, cols=2)
        table.autofit = False
        where, frame = table.rows[0].cells
        for column, cell, width in zip(table.columns, table.rows[0].cells, (125, 40), strict=True):
            column.width = cell.width = Mm(width)
        for number, line in enumerate(left):
            paragraph = where.paragraphs[0] if number == 0 else where.add_paragraph()
            self.page._write(paragraph, line, size=BODY_PT)
        _framed(frame)
        table.rows[0].height = Mm(60)
        if not (photo and _pictured(frame, photo)):
            self.page._write(
                frame.paragraphs[0], "Ảnh màu\n4 x 6 cm", size=10, italic=True, align="center"
            )
        self.page.line(title, bold=True, align="center", size=15, before=8)
        self.page.line(note, italic=True, align="center", size=10, after=6)

    def item(self, number: str, *parts: tuple[str, str]) -> None:
        """ "12. Ngày tuyển dụng: 01/09/2010; Cơ quan: …": labels light, answers bold, dots where
        nothing is known.
        """
        paragraph = self.page.line("", size=BODY_PT, after=3)
        self._run(paragraph, f"{number}. " if number else "")
        for at, (label, answer) in enumerate(parts):
            self._run(paragraph, ("; " if at else "") + label + ": ")
            self._run(paragraph, answer or BLANK, bold=bool(answer))

    def part(self, text: str) -> None:
        self.page.line(text, bold=True, size=BODY_PT, before=8, after=3, keep=True)

    def table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
    ) -> None:
        """An empty table keeps lines for the pen."""
        rows = [list(row) for row in rows] or [[""] * len(heads)] * MOST_EMPTY
        self.page.table(Table(heads, rows, widths))

    def text(self, text: str) -> None:
        self.page.line(text or BLANK, size=BODY_PT, align="justify", after=4)

    def sign(self, left: Sequence[str], right: Sequence[str]) -> None:
        """The person signs at the left, the office at the right, on one page."""
        self.page.gap()
        lines = (
            [(line, {"size": BODY_PT, "bold": n == 0}) for n, line in enumerate(side)]
            for side in (left, right)
        )
        self.page.pair(*lines, (0.5, 0.5), together=True)

    def bytes(self) -> bytes:
        answer = io.BytesIO()
        self.page.document.save(answer)
        return answer.getvalue()

    def _run(self, paragraph, text: str, *, bold: bool = False) -> None:
        run = paragraph.add_run(text)
        run.bold, run.font.size = bold, Pt(BODY_PT)


def _pictured(cell, photo: bytes) -> bool:
    """Four by six centimetres; of a picture of another shape the middle. False when it is no
    picture any more.
    """
    try:
        ready = _four_by_six(photo)
    except (OSError, SyntaxError, ValueError):
        return False
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    shape = paragraph.add_run().add_picture(io.BytesIO(ready), *PHOTO)
    for side in ("distT", "distB", "distL", "distR"):  # LibreOffice keeps 3 mm where none is said
        shape._inline.set(side, "0")
    margins = OxmlElement("w:tcMar")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    cell._tc.get_or_add_tcPr().append(margins)
    return True


def _four_by_six(photo: bytes) -> bytes:
    """Upright as the camera was held, cut to two by three in the middle, no finer than print shows,
    and without what a telephone writes into it (place, time, owner).
    """
    with Image.open(io.BytesIO(photo)) as opened:
        upright = ImageOps.exif_transpose(opened).convert("RGBA")
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright.getchannel("A"))
    answer = io.BytesIO()
    size = min(_two_by_three(*paper.size), PIXELS)
    ImageOps.fit(paper, size).save(answer, "JPEG", quality=90)
    return answer.getvalue()


def _two_by_three(width: int, height: int) -> tuple[int, int]:
    """The largest of that shape inside."""
    across = min(width, height * 2 // 3)
    return across, across * 3 // 2


def _framed(cell) -> None:
    borders = OxmlElement("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("color", "000000")):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    cell._tc.get_or_add_tcPr().append(borders)

"""Word by python-docx: the few things an official page needs, so that `letters` reads like a
description.
"""

import re
from contextlib import contextmanager

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt

ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
FONT = "Times New Roman"
A4 = (210, 297)
FIGURE = re.compile(r"[\d.,]+ ?%?|–")  # stands in the middle of its column
UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Page:
    """A document of one layout; every method adds at the end."""

    def __init__(self, rules, *, landscape=False):
        self.rules, self.document = rules, Document()
        self._base()
        self._shape(self.document.sections[0], landscape)
        self._page_numbers(self.document.sections[0])

    @property
    def width_mm(self) -> float:
        section = self.document.sections[-1]
        return Length(section.page_width - section.left_margin - section.right_margin).mm

    def line(
        self,
        text,
        *,
        size=None,
        bold=False,
        italic=False,
        align="left",
        before=0,
        after=0,
        keep=False,
    ):
        paragraph = self.document.add_paragraph()
        self._write(paragraph, text, size=size, bold=bold, italic=italic, align=align)
        shape = paragraph.paragraph_format
        shape.space_before, shape.space_after, shape.keep_with_next = Pt(before), Pt(after), keep
        return paragraph

    def paragraph(self, text):
        paragraph = self.line(text, align="justify", after=self.rules.space_after_pt)
        paragraph.paragraph_format.first_line_indent = Mm(self.rules.indent_mm)
        if self.rules.line_pt:
            paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            paragraph.paragraph_format.line_spacing = Pt(self.rules.line_pt)

    def gap(self):
        self.line("", size=6)

    def rule(self, share):
        """A short line in the middle, `share` of the width of the text."""
        paragraph = self.line("", align="center", after=10)
        _thin(paragraph)
        _underline(paragraph, self.width_mm, share)

    @contextmanager
    def lying(self, wanted=True):
        """What is added inside stands on pages that lie."""
        if wanted:
            self._shape(self.document.add_section(WD_SECTION.NEW_PAGE), True)
        yield
        if wanted:
            self._shape(self.document.add_section(WD_SECTION.NEW_PAGE), False)

    def pair(self, left, right, shares, *, together=False):
        """Two columns without borders: heads and signatures. `rule` in a line draws a line of that
        share under it.
        """
        widths = [self.width_mm * share for share in shares]
        table = self.document.add_table(rows=1, cols=2)
        _no_padding(table)
        _widths(table, widths)
        _mark(table.rows[0], "w:cantSplit")
        for cell, lines, width in zip(table.rows[0].cells, (left, right), widths, strict=True):
            cell.width = Mm(width)
            for number, (text, shape) in enumerate(lines):
                paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                self._head_line(paragraph, text, width, shape)
                paragraph.paragraph_format.keep_with_next = together and number < len(lines) - 1

    def table(self, table):
        """Header row repeated on each page, no row broken across pages, groups over the full
        width.
        """
        widths = self._fitted(table.widths)
        if table.caption:
            self.line(table.caption, italic=True, align="center", after=4, keep=True)
        made = self.document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        _widths(made, widths)
        self._row(made.rows[0], table.columns, widths, bold=True, align="center")
        _mark(made.rows[0], "w:tblHeader")
        for texts in table.rows:
            row = made.add_row()
            if len(texts) == 1:
                self._group(row, texts[0])
            else:
                self._row(row, texts, widths)
        self.gap()

    def _fitted(self, widths):
        """No table is wider than the text of its page; on a page that lies it takes the whole
        width.
        """
        share = self.width_mm / sum(widths)
        lies = self.document.sections[-1].orientation == WD_ORIENT.LANDSCAPE
        return [width * (share if lies else min(1, share)) for width in widths]

    def _group(self, row, text):
        _mark(row, "w:cantSplit")
        merged = row.cells[0].merge(row.cells[-1])
        self._write(merged.paragraphs[0], text, size=self.rules.table_pt, bold=True)
        merged.paragraphs[0].paragraph_format.keep_with_next = True

    def _row(self, row, texts, widths, *, bold=False, align=None):
        _mark(row, "w:cantSplit")
        for number, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
            cell.width = Mm(width)
            where = align or ("center" if number == 0 or FIGURE.fullmatch(str(text)) else "left")
            self._write(cell.paragraphs[0], text, size=self.rules.table_pt, bold=bold, align=where)

    def _head_line(self, paragraph, text, width, shape):
        shape = {"align": "center", **shape}
        share, before = shape.pop("rule", None), shape.pop("before", 0)
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = (
            Pt(before),
            Pt(0),
        )
        self._write(paragraph, text, **shape)
        if share:
            ruled = paragraph._parent.add_paragraph()
            ruled.paragraph_format.space_after = Pt(0)
            _thin(ruled)
            _underline(ruled, width, share)

    def _write(
        self, paragraph, text, *, size=None, bold=False, italic=False, underline=False, align="left"
    ):
        paragraph.alignment = ALIGN[align]
        run = paragraph.add_run(UNPRINTABLE.sub(" ", str(text)))
        run.font.size, run.bold, run.italic, run.underline = (
            Pt(size or self.rules.body_pt),
            bold,
            italic,
            underline,
        )

    def _base(self):
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(self.rules.body_pt)
        for script in ("w:eastAsia", "w:cs", "w:hAnsi"):
            style.element.rPr.rFonts.set(qn(script), FONT)
        style.element.rPr.append(_element("w:lang", "vi-VN"))
        style.paragraph_format.space_after = Pt(0)
        self.document.core_properties.language = "vi-VN"
        self.document.core_properties.author = ""

    def _shape(self, section, landscape):
        width, height = reversed(A4) if landscape else A4
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.top_margin, section.bottom_margin = Mm(self.rules.top_mm), Mm(self.rules.bottom_mm)
        section.left_margin, section.right_margin = Mm(self.rules.left_mm), Mm(self.rules.right_mm)
        section.different_first_page_header_footer = (
            section is self.document.sections[0] or len(self.document.sections) == 1
        )

    def _page_numbers(self, section):
        """Centred in the top margin, hidden on page 1."""
        paragraph = section.header.paragraphs[0]
        paragraph.alignment = ALIGN["center"]
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            run = paragraph.add_run()
            run.font.name, run.font.size = FONT, Pt(self.rules.page_number_pt)
            run._r.append(_field(kind, text))


def _thin(paragraph):
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(3)


def _no_padding(table):
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.append(margins)


def _underline(paragraph, width_mm, share):
    """The lower border of an empty paragraph, drawn in by both indents."""
    inside = Mm(width_mm * (1 - share) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = inside
    border = OxmlElement("w:pBdr")
    bottom = _element("w:bottom", "single")
    for name, value in (("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    border.append(bottom)
    paragraph._p.get_or_add_pPr().append(border)


def _widths(table, widths):
    """Word reads the cells, LibreOffice the grid: both are told."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)


def _field(kind, text):
    if kind:
        element = OxmlElement("w:fldChar")
        element.set(qn("w:fldCharType"), kind)
        return element
    element = OxmlElement("w:instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = text
    return element


def _element(name, value):
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    return element


def _mark(row, name):
    row._tr.get_or_add_trPr().append(_element(name, "true"))

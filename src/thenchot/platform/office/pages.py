"""Word by python-docx: the few things an official page needs, so that `letters` reads like a description."""

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
FONT = "Times New Roman"


class Page:
    """A document of one layout; every method adds at the end."""

    def __init__(self, rules, *, landscape=False):
        self.rules, self.document = rules, Document()
        self._base()
        self._sheet(landscape)
        self._page_numbers()

    def line(self, text, *, size=None, bold=False, italic=False, align="left", before=0, after=0, keep=False):
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

    def rule(self):
        """The short line under a title."""
        self.line("_______________", size=8, align="center", after=8)

    def pair(self, left, right, widths):
        """Two columns without borders: heads and signatures. None draws the short line of a head."""
        table = self.document.add_table(rows=1, cols=2)
        _widths(table, widths)
        for cell, lines, width in zip(table.rows[0].cells, (left, right), widths, strict=True):
            cell.width = Mm(width)
            for number, line in enumerate(lines):
                paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                paragraph.paragraph_format.space_after = Pt(0)
                self._head_line(paragraph, line)

    def table(self, table):
        """Header row repeated on each page, no row broken across pages, groups over the full width."""
        if table.caption:
            self.line(table.caption, italic=True, align="center", after=4)
        made = self.document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        _widths(made, table.widths)
        self._row(made.rows[0], table.columns, table.widths, bold=True, align="center")
        _mark(made.rows[0], "w:tblHeader")
        for texts in table.rows:
            row = made.add_row()
            if len(texts) == 1:
                self._group(row, texts[0])
            else:
                self._row(row, texts, table.widths)
        self.gap()

    def _group(self, row, text):
        _mark(row, "w:cantSplit")
        self._write(row.cells[0].merge(row.cells[-1]).paragraphs[0], text, size=12, bold=True)

    def _row(self, row, texts, widths, *, bold=False, align=None):
        _mark(row, "w:cantSplit")
        for number, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
            cell.width = Mm(width)
            self._write(cell.paragraphs[0], text, size=12, bold=bold, align=align or ("center" if number == 0 else "left"))

    def _head_line(self, paragraph, line):
        text, shape = line or ("_______", {"size": 7})
        self._write(paragraph, text, **{"align": "center", **shape})

    def _write(self, paragraph, text, *, size=None, bold=False, italic=False, underline=False, align="left"):
        paragraph.alignment = ALIGN[align]
        run = paragraph.add_run(text)
        run.font.size, run.bold, run.italic, run.underline = Pt(size or self.rules.body_pt), bold, italic, underline

    def _base(self):
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(self.rules.body_pt)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
        style.paragraph_format.space_after = Pt(0)
        self.document.core_properties.language = "vi-VN"

    def _sheet(self, landscape):
        section = self.document.sections[0]
        width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = width, height
        section.top_margin, section.bottom_margin = Mm(self.rules.top_mm), Mm(self.rules.bottom_mm)
        section.left_margin, section.right_margin = Mm(self.rules.left_mm), Mm(self.rules.right_mm)

    def _page_numbers(self):
        """Centred in the top margin, hidden on page 1."""
        section = self.document.sections[0]
        section.different_first_page_header_footer = True
        paragraph = section.header.paragraphs[0]
        paragraph.alignment = ALIGN["center"]
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            paragraph.add_run()._r.append(_field(kind, text))


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


def _mark(row, name):
    element = OxmlElement(name)
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)

"""Word files, PDFs and scans made from the sample texts."""

import io
from dataclasses import replace
from pathlib import Path

from docx import Document
from docx.shared import Pt

from thenchot.importer.layout.lines import lines_of
from thenchot.importer.layout.paragraphs import paragraphs_of
from thenchot.importer.layout.table_text import with_tables
from thenchot.platform.office.reading import read_source
from thenchot.platform.runtime.sandbox import office_to_pdf


def docx_of(sample: Path, target: Path) -> Path:
    """The paragraphs and tables of a text sample as a Word file."""
    source = read_source(sample)
    document = Document()
    document.styles["Normal"].font.name = "Liberation Serif"
    document.styles["Normal"].font.size = Pt(13)
    for para in paragraphs_of(lines_of(replace(source, blocks=tuple(with_tables(source.blocks))))):
        if para.is_table:
            _table(document, para.rows)
        else:
            document.add_paragraph().add_run(para.text).bold = para.bold
    document.save(str(target))
    return target


def _table(document, rows):
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text.replace("\ue000", "")


def pdf_of(word: Path, target: Path) -> Path:
    target.write_bytes(office_to_pdf(word))
    return target


def scan_of(pdf: Path, target: Path, *, dpi: int = 200, skew: float = 0.3, turned: int = 0) -> Path:
    """The pages as slightly tilted pictures in a PDF without any text; `turned` to the left."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf.read_bytes())
    pictures = [
        page.render(scale=dpi / 72, grayscale=True)
        .to_pil()
        .rotate(skew, fillcolor=255)
        .rotate(turned, expand=True)
        for page in document
    ]
    document.close()
    data = io.BytesIO()
    pictures[0].save(data, format="PDF", save_all=True, append_images=pictures[1:], resolution=dpi)
    target.write_bytes(data.getvalue())
    return target

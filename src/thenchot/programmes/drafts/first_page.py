"""A look at the first page before anything is kept: is it stamped secret, and is the rest long
work?
"""

import tempfile
from pathlib import Path

from thenchot.importer.secrecy import refuse_secret
from thenchot.platform.office.reading import read_source

AT_ONCE = 6  # pages with text that are read within the request


def needs_a_job(path: Path) -> bool:
    """True for a scanned or long PDF, after its first page has passed. Raises what the reader and
    the stamp raise.
    """
    with path.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            return False
    pages = _pages(path)
    if pages is None:
        return False  # locked or broken: the reader says which
    with tempfile.NamedTemporaryFile(prefix="thenchot-", suffix=".pdf") as first:
        _cut_first(path, Path(first.name))
        source = read_source(first.name)
    refuse_secret(source)
    return source.origin == "ocr" or pages > AT_ONCE


def _pages(path):
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            return len(document)
    except pypdfium2.PdfiumError:
        return None


def _cut_first(path, target):
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document, pypdfium2.PdfDocument.new() as first:
        first.import_pages(document, [0])
        first.save(target)

"""A look at a document before anything is kept: is it stamped secret, and is reading it long
work?
"""

from pathlib import Path
from zipfile import ZipFile

from thenchot.platform.files.kinds import tell
from thenchot.platform.office.reading import read_source
from thenchot.platform.office.reading.apart import read_apart
from thenchot.platform.office.reading.compound import COMPOUND
from thenchot.platform.office.reading.limits import DEFAULT
from thenchot.platform.office.screening import screen
from thenchot.platform.office.screening.pdf import weigh

AT_ONCE = 6  # pages with text that are read within the request
LONG_WORD = 600_000  # bytes of the body of a Word file, unpacked
LONG_TEXT = 100_000  # bytes


def refuse(path: Path, name: str) -> None:
    """Raise `BadFile` for what cannot be opened or is stamped."""
    content = path.read_bytes()
    screen(content, tell(content), name)


def needs_a_job(path: Path) -> bool:
    """True for a scanned, long or old document. Raises `BadFile`."""
    content = path.read_bytes()
    if content.startswith(COMPOUND):
        return True
    if b"%PDF-" in content[:1024]:
        pages, is_scanned = read_apart(weigh, content, DEFAULT, limits=DEFAULT)
        return is_scanned or pages > AT_ONCE
    if content.startswith(b"PK"):
        with ZipFile(path) as archive:
            sizes = {member.filename: member.file_size for member in archive.infolist()}
        return sizes.get("word/document.xml", 0) > LONG_WORD
    read_source(path)  # nothing to unpack: its length is known at once
    return len(content) > LONG_TEXT

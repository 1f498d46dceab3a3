"""What is asked of every file before a byte of it is kept: can it be opened within the limits, and
is it stamped secret?
"""

from hashlib import sha256

from thenchot.platform.office.reading.apart import read_apart
from thenchot.platform.office.reading.limits import DEFAULT, Limits
from thenchot.platform.office.reading.old_word import as_docx
from thenchot.platform.office.reading.stamps import stamp_of_name
from thenchot.platform.office.refused import SecretDocument

__all__ = ["screen"]

_REMEMBERED = 64  # files found clean, by digest: the next step of the same upload asks again


def screen(content: bytes, extension: str, name: str = "", limits: Limits = DEFAULT) -> None:
    """Raise `BadFile` for what cannot be opened, `SecretDocument` for what is stamped.

    `extension`: what the content is. Every part of a document is looked at, and the first page of a
    scan by recognition where that is installed.
    """
    if stamp := stamp_of_name(name):
        raise SecretDocument(stamp)
    if stamp := _found(content, extension, limits):
        raise SecretDocument(stamp)


def _found(content: bytes, extension: str, limits: Limits) -> str:
    if extension == "txt":
        return stamp_of(content, extension, limits)  # nothing to unpack
    digest = sha256(content).digest()
    if digest in _clean:
        return ""
    whole, kind = (as_docx(content, limits), "docx") if extension == "doc" else (content, extension)
    stamp = read_apart(stamp_of, whole, kind, limits, limits=limits)
    if not stamp:
        _clean[digest] = None
        while len(_clean) > _REMEMBERED:
            _clean.pop(next(iter(_clean)), None)
    return stamp


_clean: dict[bytes, None] = {}


def stamp_of(content: bytes, extension: str, limits: Limits) -> str:
    """The stamp of a file, or "". In this process: call through `screen`."""
    if extension == "pdf":
        from thenchot.platform.office.screening.pdf import stamp_of_pdf

        return stamp_of_pdf(content, limits)
    if extension in ("png", "jpg"):
        from thenchot.platform.office.screening.pictures import stamp_of_picture

        return stamp_of_picture(content, limits)
    if extension == "txt":
        from thenchot.platform.office.screening.plain import stamp_of_text

        return stamp_of_text(content)
    from thenchot.platform.office.screening.parts import stamp_of_parts

    return stamp_of_parts(content, extension, limits)

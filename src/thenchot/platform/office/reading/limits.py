"""What reading a file may cost."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost. Sizes in bytes; `rows`: lines or table rows; `ocr`: may optical
    recognition be used.
    """

    size: int = 50 * MEGABYTE
    unpacked: int = 300 * MEGABYTE
    ratio: int = 200
    entries: int = 5000
    rows: int = 200_000
    pages: int = 400
    ocr_pages: int = 60
    ocr: bool = True


DEFAULT = Limits()

"""What reading a file may cost."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost. Sizes in bytes; `rows`: lines, paragraphs or table rows;
    `characters`: of text; `pixels`: of one picture; `ocr`: may optical recognition be used;
    `seconds` and `memory_mb` of the process that reads.
    """

    size: int = 50 * MEGABYTE
    unpacked: int = 300 * MEGABYTE
    ratio: int = 200
    entries: int = 5000
    rows: int = 20_000
    characters: int = 2_000_000
    pixels: int = 80_000_000
    pages: int = 400
    ocr_pages: int = 60
    ocr: bool = True
    seconds: int = 40
    memory_mb: int = 1536


DEFAULT = Limits()
OF_A_JOB = Limits(seconds=1800)  # sixty pages of a scan take long

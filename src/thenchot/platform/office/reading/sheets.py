"""A page that is a picture, drawn as a reader wants it: turned upright, without skew and specks."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 300
_DARK = 128  # of 255
_SURE = 0.75  # mean certainty of a strip that stands upright
_SPECKS = 0.004  # of the page is dark and vanishes under a small filter where specks are many
_STRIP = 0.12  # of the height

SureOf = Callable[["Image"], float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """How page `number` (from 1) is drawn: `turned` in degrees to the left, then by `skew`."""

    data: bytes
    number: int
    turned: int = 0
    skew: float = 0.0
    is_speckled: bool = False

    def draw(self, dpi: int = DPI) -> "Image":
        image = _rendered(self.data, self.number, dpi)
        image = image.rotate(self.turned, expand=True) if self.turned else image
        image = image.rotate(self.skew, fillcolor=255) if self.skew else image
        return _without_specks(image) if self.is_speckled else image


def sheet_of(data: bytes, number: int, sure_of: SureOf) -> tuple[Sheet, "Image"]:
    """The sheet and its picture. `sure_of`: how surely a strip of text is read as it stands."""
    image = _rendered(data, number, DPI)
    is_speckled = has_specks(image)
    clean = _without_specks(image) if is_speckled else image
    turned = quarters_of(clean, sure_of)
    upright = clean.rotate(turned, expand=True) if turned else clean
    skew = skew_of(upright)
    straight = upright.rotate(skew, fillcolor=255) if skew else upright
    return Sheet(data, number, turned, skew, is_speckled), straight


def _rendered(data: bytes, number: int, dpi: int) -> "Image":
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return document[number - 1].render(scale=dpi / 72, grayscale=True).to_pil()
    finally:
        document.close()


def quarters_of(image: "Image", sure_of: SureOf) -> int:
    """Degrees to the left by which the page is turned upright. Rows of text stand out from the
    white between them, columns of letters do not; which end is up only reading tells.
    """
    small = image.reduce(8)
    across, down = (_row_contrast(small.rotate(way, expand=True), 0) for way in (0, 90))
    first, other = (0, 180) if across / small.height >= down / small.width else (90, 270)
    strip = _busiest(image.rotate(first, expand=True) if first else image)
    sure = sure_of(strip)
    return other if sure < _SURE and sure_of(strip.rotate(180)) > sure else first


def _busiest(image: "Image") -> "Image":
    """The strip across the page that holds most ink."""
    from PIL.Image import Resampling

    high = max(1, round(image.height * _STRIP))
    rows = image.resize((1, image.height), Resampling.BOX).tobytes()
    starts = range(0, max(1, image.height - high), max(1, high // 4))
    start = min(starts, key=lambda at: sum(rows[at : at + high]))
    return image.crop((0, start, image.width, start + high))


def skew_of(image: "Image") -> float:
    """Degrees (up to two) by which the page is turned straight: where its rows of text stand out
    most.
    """
    small = image.reduce(8)
    coarse = max(
        (step * 0.5 for step in range(-4, 5)), key=lambda angle: _row_contrast(small, angle)
    )
    angle = max(
        (coarse + step * 0.1 for step in range(-3, 4)),
        key=lambda angle: _row_contrast(small, angle),
    )
    return angle if abs(angle) >= 0.1 else 0.0


def _row_contrast(image: "Image", angle: float) -> float:
    from PIL.Image import Resampling

    turned = image.rotate(angle, fillcolor=255, resample=Resampling.BILINEAR)
    rows = turned.resize((1, turned.height), Resampling.BOX).tobytes()
    return float(sum((above - below) ** 2 for above, below in pairwise(rows)))


def has_specks(image: "Image") -> bool:
    """Much of what is dark in the middle of the page is single points."""
    from PIL.ImageFilter import MedianFilter

    wide, high = image.size
    middle = image.crop((wide // 4, high // 4, wide * 3 // 4, high * 3 // 4))
    vanishing = _dark(middle) - _dark(middle.filter(MedianFilter(3)))
    return vanishing > _SPECKS * middle.width * middle.height


def _dark(image: "Image") -> int:
    return sum(image.histogram()[:_DARK])


def _without_specks(image: "Image") -> "Image":
    """Filtered at half its size, where specks and pen are told apart as well in a tenth of the
    time.
    """
    from PIL.Image import Resampling
    from PIL.ImageFilter import MedianFilter

    return image.reduce(2).filter(MedianFilter(3)).resize(image.size, Resampling.BICUBIC)

"""Photos and scans: their size looked at before they are unpacked, their words by recognition."""

import io
from typing import TYPE_CHECKING

from thenchot.platform.office.reading.limits import Limits
from thenchot.platform.office.reading.model import Unreadable
from thenchot.platform.office.reading.ocr import has_vietnamese, sure_of, words_anywhere
from thenchot.platform.office.reading.pdfium import refuse_pixels
from thenchot.platform.office.reading.sheets import quarters_of
from thenchot.platform.office.reading.stamps import Line, stamp_among

if TYPE_CHECKING:
    from PIL.Image import Image

LEAST = 500  # pixels on the longer side: a smaller picture holds no page
LARGEST = 3500  # pixels on the longer side of what is recognised: A4 at 300 dots per inch


def stamp_of_picture(content: bytes, limits: Limits) -> str:
    """Raises `Unreadable` for a broken or oversized picture."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # the limit is ours
    try:
        image = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
        refuse_pixels(image.width * image.height, limits)
        image.draft("L", (LARGEST, LARGEST))
        image.load()
        upright = _upright(image)
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable("damaged", "Ảnh bị hỏng, không mở được.") from error
    return stamp_on(upright.convert("L"))


def stamp_on(image: "Image") -> str:
    """The stamp on a page drawn in shades of grey; "" where recognition is not installed."""
    if max(image.size) < LEAST or not has_vietnamese():
        return ""
    image.thumbnail((LARGEST, LARGEST))
    upright = image.rotate(quarters_of(image, sure_of), expand=True, fillcolor=255)
    return stamp_among([Line(text) for text in words_anywhere(upright)], everywhere=True)


def _upright(image: "Image") -> "Image":
    from PIL import ImageOps

    return ImageOps.exif_transpose(image)

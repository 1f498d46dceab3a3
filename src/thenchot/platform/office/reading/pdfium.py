"""PDF files opened by the library that browsers use: how many pages, how large their pictures, what
forms and signatures show made part of the page.
"""

import ctypes
import io
from collections.abc import Iterator
from typing import Any

from thenchot.platform.office.reading.limits import Limits
from thenchot.platform.office.reading.model import Unreadable

DAMAGED = "Tệp PDF bị hỏng, không mở được."
_PASSWORD = "Tệp PDF được đặt mật khẩu. Hãy gỡ mật khẩu rồi tải lại."
_TOO_LARGE = (
    "Ảnh có {millions} triệu điểm, vượt giới hạn {limit} triệu. Hãy giảm độ phân giải rồi tải lại."
)


def open_pdf(content: bytes, limits: Limits) -> Any:
    """Raises `Unreadable`: password, damaged, too many pages."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise Unreadable("password", _PASSWORD) from error
        raise Unreadable("damaged", DAMAGED) from error
    pages = len(document)
    if not pages:
        raise Unreadable("damaged", DAMAGED)
    if pages > limits.pages:
        raise Unreadable("too_long", f"Tệp có {pages} trang, vượt giới hạn {limits.pages} trang.")
    document.init_forms()
    return document


def whole_page(document: Any, number: int) -> Any:
    """Page `number` (from 0) with notes, form fields and signatures as they are shown. Raises
    `Unreadable`.
    """
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        raw.FPDFPage_Flatten(document[number], raw.FLAT_NORMALDISPLAY)
        return document[number]
    except pypdfium2.PdfiumError as error:
        raise Unreadable("damaged", DAMAGED) from error


def pictures_on(page: Any, limits: Limits) -> Iterator[Any]:
    """The pictures of a page, none of them larger than may be unpacked. Raises `Unreadable`."""
    import pypdfium2.raw as raw

    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        width, height = ctypes.c_uint(), ctypes.c_uint()
        raw.FPDFImageObj_GetImagePixelSize(item, width, height)
        refuse_pixels(width.value * height.value, limits)
        yield item


def refuse_pixels(pixels: int, limits: Limits) -> None:
    if pixels > limits.pixels:
        million = 1_000_000
        said = _TOO_LARGE.format(millions=pixels // million, limit=limits.pixels // million)
        raise Unreadable("too_big", said)


def written_anew(content: bytes, limits: Limits) -> bytes:
    """The file with a sound table of its objects and nothing hung on its pages. Raises
    `Unreadable`.
    """
    document = open_pdf(content, limits)
    for number in range(len(document)):
        for _ in pictures_on(whole_page(document, number), limits):
            pass
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()

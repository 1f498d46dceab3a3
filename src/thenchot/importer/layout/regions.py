"""Which part of the page a paragraph belongs to: heading of the sheet, body, recipients, signature,
appendix.
"""

import re

from thenchot.importer.layout.canvas import Canvas, Element
from thenchot.kernel.text import plain

_RECIPIENTS = re.compile(r"^nơi\s+nhận\b")
_SIGNED = re.compile(
    r"^(?:t\s*/?\s*m\b|tm\s*\.|k\s*/?\s*t\b|kt\s*\.|t\s*/\s*l\b|tl\s*\.|tuq\s*\.|thay mặt\b"
    r"|người ký)"
)
_SIGNER_TITLE = re.compile(
    r"^(?:chủ tịch|phó chủ tịch|bí thư|phó bí thư(?: thường trực)?|giám đốc|phó giám đốc|trưởng "
    r"ban|chánh văn phòng|hiệu trưởng|chủ nhiệm|trưởng phòng)$"
)
_ATTACHED = re.compile(
    r"^(?:kế hoạch|chương trình|quy chế|quy định|đề án|phương án|hướng dẫn|nội quy|quy trình)\b"
)
_APPENDIX = re.compile(
    r"^(?:phụ\s+lục|biểu\s+(?:số|mẫu)|danh\s+mục\s+(?:các\s+)?nhiệm\s+vụ|bảng\s+phân\s+công)\b"
)


_SENTENCE = 40  # characters: shorter lines are addressees
_ADDRESSEE = re.compile(r"(?i)\s*(?:kính\s+gửi|[-–+])")


def mark_regions(canvas: Canvas) -> None:
    """Set `region` on every element: head, body, recipients, signature, appendix."""
    region = "head"
    for index, element in enumerate(canvas.elements):
        region = _next(region, element, canvas.elements[index + 1 : index + 4])
        element.region = region
    _open_letter(canvas.elements)
    _mark_lonely_signature(canvas.elements)


def _open_letter(elements: list[Element]) -> None:
    """The sentences below "Kính gửi" are the body of a letter, numbered or not."""
    begun = False
    for element in elements:
        if element.region != "head":
            return
        begun = begun or plain(element.text).startswith("kính gửi")
        sentence = len(element.text) > _SENTENCE and element.text.rstrip().endswith(
            (".", "./.", ";")
        )
        if begun and sentence and element.marker is None and not _ADDRESSEE.match(element.text):
            element.region = "body"


def _next(region: str, element: Element, following: list[Element]) -> str:
    text = plain(element.text.strip())
    if (
        region in ("recipients", "signature")
        and _ATTACHED.match(text)
        and element.text.strip()[:6].isupper()
    ):
        return "attached_head"
    if region in ("recipients", "signature", "body", "head") and _opens_appendix(
        region, element, text
    ):
        return "appendix"
    if region == "appendix":
        return _after_appendix(text)
    if _RECIPIENTS.match(text):
        return "recipients"
    if _SIGNED.match(text) and element.text.strip()[:2].isupper() and len(text) < 120:
        return "signature"
    if region == "recipients" and not element.is_row:
        return (
            "recipients"
            if _is_recipient(element, text)
            else "signature"
            if _SIGNER_TITLE.match(text)
            else region
        )
    if region in ("head", "attached_head") and _opens_body(element):
        return "body"
    return region


def _after_appendix(text: str) -> str:
    return (
        "recipients"
        if _RECIPIENTS.match(text)
        else "signature"
        if _SIGNED.match(text) and len(text) < 60
        else "appendix"
    )


def _opens_appendix(region: str, element: Element, text: str) -> bool:
    if element.is_row:
        return region in ("recipients", "signature")
    if not _APPENDIX.match(text) or len(text) > 160:
        return False
    return region in ("recipients", "signature") or element.text.strip()[:7].isupper()


def _is_recipient(element: Element, text: str) -> bool:
    return bool(element.marker) or len(text) < 90


def _opens_body(element: Element) -> bool:
    marker = element.marker
    return element.is_row or bool(
        marker
        and marker.kind in ("part", "chapter", "capital", "roman", "article", "arabic", "decimal")
    )


def _mark_lonely_signature(elements: list[Element]) -> None:
    """A title such as CHỦ TỊCH in capitals after the body signs when no T/M or KT. came before
    it.
    """
    if any(element.region in ("signature",) for element in elements):
        return
    for index, element in enumerate(elements):
        if (
            element.region in ("body", "recipients")
            and element.text.isupper()
            and _SIGNER_TITLE.match(plain(element.text.strip()))
        ):
            for later in elements[index:]:
                later.region = "signature" if later.region != "appendix" else later.region
            return

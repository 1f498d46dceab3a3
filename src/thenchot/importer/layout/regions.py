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


_TITLED_APPENDIX = re.compile(
    r"(?i:phụ lục)(?:\s+(?i:số\s+)?(?:\d{1,2}|[IVX]{1,4}))?\s*[:.–-]?\s*(?:$|[A-ZĐÀ-Ỹ\s]{12})"
    r"|BIỂU\s+(?:KÈM|CHỈ TIÊU|GIAO|TỔNG HỢP|CHI TIẾT)"
)
"""Titled in capitals behind the word: "Phụ lục: CÁC CHỈ TIÊU"."""
_NUMBERED = (
    "part",
    "chapter",
    "capital",
    "roman",
    "article",
    "named",
    "arabic",
    "decimal",
    "paren",
)
_OPENS = re.compile(
    r"\b(?:yêu cầu|đề nghị|kết luận|như sau|sau đây|nội dung sau|việc sau|chỉ thị|thống nhất|giao"
    r"|phân công|ý kiến|hướng dẫn|thông báo|quyết nghị|nhiệm vụ|thực hiện|lưu ý|triển khai|quyết"
    r" định|ban hành|chỉ đạo|phổ biến|cụ thể|gồm|mời)\b[^:]{0,80}:$"
)
"""How the paragraph before the first duty ends."""
_BEFORE = re.compile(r"(?:căn cứ|xét|theo đề nghị|kính gửi|số\b|thực hiện)")
_SHORTEST = 15  # characters of an opening
_SENTENCE = 40  # characters: shorter lines are addressees
_ADDRESSEE = re.compile(r"(?i)\s*(?:kính\s+gửi|[-–+])")


def mark_regions(canvas: Canvas) -> None:
    """Set `region` on every element: head, body, recipients, signature, appendix."""
    region = "head"
    for index, element in enumerate(canvas.elements):
        region = _next(region, element, canvas.elements[index + 1 : index + 4])
        element.region = region
    _open_letter(canvas.elements)
    _open_prose(canvas.elements)
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


def _open_prose(elements: list[Element]) -> None:
    """Behind "… yêu cầu:" the body begins, numbered or not; in a sheet without any number it begins
    with the first sentence.
    """
    head = [element for element in elements if element.region == "head"]
    opened = next((at for at, one in enumerate(head) if _opens_duties(one)), None)
    if opened is None and not any(element.region == "body" for element in elements):
        opened = next((at - 1 for at, one in enumerate(head) if _begins_body(one)), None)
    if opened is not None:
        for element in head[opened + 1 :]:
            element.region = "body"


def _opens_duties(element: Element) -> bool:
    text = element.text.strip()
    return (
        len(text) > _SHORTEST
        and not text.isupper()
        and not plain(text).startswith("kính gửi")
        and bool(_OPENS.search(plain(text)))
    )


def _begins_body(element: Element) -> bool:
    """A sentence or a dash."""
    dash = element.marker is not None and element.marker.is_bullet
    return (dash and len(element.text) > _SHORTEST) or _is_sentence(element)


def _is_sentence(element: Element) -> bool:
    text = element.text.strip()
    begins = text[:1].isupper() and not _BEFORE.match(plain(text))
    return begins and len(text) > _SENTENCE and text.endswith((".", ";", "./."))


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
    if region in ("head", "attached_head") and (
        _opens_body(element) or _is_section(element, following)
    ):
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
    if len(text) > 160:
        return False
    if _TITLED_APPENDIX.match(element.text):
        return True
    if not _APPENDIX.match(text):
        return False
    if region == "head" and text.startswith("bảng"):
        return False  # the kind of the document itself
    return region in ("recipients", "signature") or element.text.strip()[:7].isupper()


def _is_recipient(element: Element, text: str) -> bool:
    return bool(element.marker) or len(text) < 90


def _opens_body(element: Element) -> bool:
    marker = element.marker
    return element.is_row or bool(marker and marker.kind in _NUMBERED)


_SECTION = re.compile(r"(?:các\s+)?(?:mục đích|mục tiêu|chỉ tiêu|yêu cầu)\b[^.;:]{0,60}:?$")


def _is_section(element: Element, following: list[Element]) -> bool:
    """A section without a number that says its aims: a heading over sentences."""
    heads = element.level > 1 or element.bold or element.text.isupper()
    below = following[0] if following else None
    return (
        heads
        and bool(_SECTION.match(plain(element.text.strip())))
        and below is not None
        and (below.marker is not None or _is_sentence(below))
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

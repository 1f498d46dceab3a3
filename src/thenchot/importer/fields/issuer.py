"""Who issues the document: never the superior named above it."""

import re

from thenchot.importer.fields.capitals import from_capitals
from thenchot.importer.layout.canvas import Canvas, Element
from thenchot.importer.model import Field
from thenchot.kernel.text import fold, plain, tidy

_NATIONAL = re.compile(r"^(?:cộng\s+h[òo]a\s+xã|độc\s+lập|đảng\s+cộng\s+sản|số\b|[-–*\s]*$)")
_BARE = ("ủy ban nhân dân", "hội đồng nhân dân", "ubnd", "hđnd")
"""A name that lacks its place."""
_ISSUER_LINE = re.compile(
    r"^(?:ủy ban|ubnd|hội đồng nhân dân|ban thường vụ|ban chấp hành|đảng ủy|đảng bộ|thành ủy"
    r"|tỉnh ủy|thủ tướng|sở|bộ|phòng|ban|huyện ủy|văn phòng|mặt trận|hội|đoàn|công an|trường"
    r"|trung tâm|chủ tịch)\b"
)


def issuer_of(canvas: Canvas, above: list[Element], fields: dict[str, Field]) -> Field | None:
    """The body that issues: on top of the sheet (`above` the kind), in the opening sentence, or by
    the signature.
    """
    for reader in (_issuer_on_top, _issuer_in_opening, _issuer_by_signature):
        found = reader(canvas, above, fields)
        if found and plain(str(found.value)) not in _BARE:
            return found
    return _issuer_on_top(canvas, above, fields)


def _issuer_on_top(canvas: Canvas, top: list[Element], fields: dict[str, Field]) -> Field | None:
    """The lines above the kind: "ỦY BAN NHÂN DÂN / PHƯỜNG …"."""
    lines = [
        element
        for element in top
        if element.text.isupper() and not _NATIONAL.match(plain(element.text))
    ]
    named = [element for element in lines if _ISSUER_LINE.match(plain(element.text))]
    if not named:
        return None
    start = lines.index(named[-1])
    kept = (
        lines[start : start + 2]
        if start + 1 < len(lines)
        and re.match(
            r"(?:phường|xã|tỉnh|thành phố|huyện|đặc khu|khu vực)\b", plain(lines[start + 1].text)
        )
        else [named[-1]]
    )
    words = " ".join(element.text for element in kept)
    if len(named) > 1 and plain(words.strip()) in (
        "ban thường vụ",
        "ban chấp hành",
        "ban thường trực",
    ):
        words, kept = f"{words} {named[-2].text}", [named[-2], *kept]
    fuller = _fuller(canvas, plain(words.strip()))
    if fuller:
        words, kept = fuller.text, [fuller]
    name = _as_written(canvas.text, words) or from_capitals(words)
    return Field(name, (kept[0].span[0], kept[-1].span[1]), "heading_of_sheet", 0.9)


def _as_written(text: str, capitals: str) -> str | None:
    """The same name where the text writes it in small letters: that is how its capitals are
    meant.
    """
    lowered, name = plain(text), plain(" ".join(capitals.split()))
    if len(lowered) != len(text):
        return None
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", lowered):
        written = text[match.start() : match.end()]
        if written[:1].isupper() and not written.isupper():
            return written
    return None


def _fuller(canvas: Canvas, words: str) -> Element | None:
    """The line in capitals that names a bare "ỦY BAN NHÂN DÂN" with its place."""
    if words not in _BARE:
        return None
    named = (
        element
        for element in canvas.elements
        if element.region == "head" and element.text.isupper()
    )
    return next((element for element in named if plain(element.text).startswith(words + " ")), None)


def _issuer_in_opening(
    canvas: Canvas, top: list[Element], fields: dict[str, Field]
) -> Field | None:
    """ "…, Ban Thường vụ Đảng ủy phường xây dựng chương trình …": the subject of the opening
    paragraph.
    """
    pattern = re.compile(
        r"(?:^|[,;:)]\s*)(?P<issuer>(?:Ban Thường vụ|Ban Chấp hành|Ủy ban nhân dân|Uỷ ban nhân "
        r"dân|UBND|Đảng ủy|Hội đồng nhân dân|Thường trực|Sở|Thành ủy|Tỉnh "
        r"ủy)[^,;.“”\d]{0,60}?)\s+"
        r"(?:xây dựng|ban hành|yêu cầu|đề ra|quyết định|thống nhất|kết luận)\b"
    )
    for element in canvas.elements:
        if element.region == "head" and len(element.text) > 40:
            for match in pattern.finditer(element.text):
                return Field(
                    tidy(match["issuer"]),
                    (
                        element.span[0] + match.start("issuer"),
                        element.span[0] + match.end("issuer"),
                    ),
                    "opening_sentence",
                    0.85,
                )
    return None


def _issuer_by_signature(
    canvas: Canvas, top: list[Element], fields: dict[str, Field]
) -> Field | None:
    signed = fields["signed_on_behalf_of"]
    words = fold(signed.value or "")
    match = re.match(r"(?:t ?/? ?m|tm)\W*(.+)", words)
    if not match:
        return None
    name = re.sub(r"^\W*T\s*/?\s*M\W*", "", str(signed.value), flags=re.IGNORECASE)
    return Field(from_capitals(name), signed.span, "signature", 0.6)

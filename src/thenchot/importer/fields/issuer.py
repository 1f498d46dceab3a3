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
    r"^(?:ủy ban|ubnd|hội|thường trực|thường vụ|ban|đảng ủy|đảng bộ|đảng đoàn|chi bộ|thành ủy"
    r"|tỉnh ủy|huyện ủy|thủ tướng|sở|bộ|cục|chi cục|phòng|văn phòng|mặt trận|đoàn|công đoàn"
    r"|liên đoàn|công an|trường|trung tâm|chủ tịch|trạm|tổ|tiểu ban|đội|hạt|thuế|kho bạc|thanh tra"
    r"|bảo hiểm|bệnh viện|viện|quỹ|hợp tác xã|công ty|nhà văn hóa|đài|liên minh|cơ quan)\b"
)
_NUMBER_LINE = re.compile(r"\s*số\b")
_ORGANS = (
    "ban thường vụ",
    "ban chấp hành",
    "ban thường trực",
    "thường trực",
    "văn phòng",
    "chủ tịch",
    "ban giám hiệu",
)
"""Parts of a body that say nothing without its name."""
_NAMED_ITSELF = re.compile(
    r"(?:trường|sở|bộ|cục|công ty|hợp tác xã|quỹ|bệnh viện|viện|liên minh)\b"
)
"""Bodies that are known without the place of whoever stands above them."""
_PLACE = re.compile(r"\b(?:phường|xã|tỉnh|thành phố|huyện|đặc khu|tp|khu vực)\s+\S.*")


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
    names = _names_on_top(_above_number(top)) or _names_on_top(top)
    if not names:
        return None
    kept = names[-1]
    words = " ".join(element.text for element in kept)
    fuller = _fuller(canvas, _bare(words))
    if fuller:
        words, kept = fuller.text, [fuller]
    above = names[-2] if len(names) > 1 else []
    span = (min(one.span[0] for one in kept), kept[-1].span[1])
    if above and _bare(words) in _ORGANS:
        words = " ".join([words, *(element.text for element in above)])
        span = (above[0].span[0], span[1])
    name = _as_written(canvas.text, words) or from_capitals(words)
    return Field(_with_place(name, above), span, "heading_of_sheet", 0.9)


def _above_number(top: list[Element]) -> list[Element]:
    numbered = (at for at, one in enumerate(top) if _NUMBER_LINE.match(plain(one.text)))
    return top[: next(numbered, len(top))]


def _names_on_top(top: list[Element]) -> list[list[Element]]:
    """The bodies named in capitals, the highest first, each with the lines it takes."""
    names: list[list[Element]] = []
    for element in top:
        words = _bare(element.text)
        if not element.text.isupper() or _NATIONAL.match(words):
            continue
        if _ISSUER_LINE.match(words):
            names.append([element])
        elif names and _PLACE.search(words):
            names[-1].append(element)
    return names


def _bare(words: str) -> str:
    return plain(" ".join(words.split())).strip(" *")


def _with_place(name: str, above: list[Element]) -> str:
    """ "Trạm Y tế" below "UBND XÃ VĨNH HẬU" is that of the commune."""
    if not above or _PLACE.search(plain(name)) or _NAMED_ITSELF.match(plain(name)):
        return name
    superior = from_capitals(" ".join(element.text for element in above))
    place = _PLACE.search(superior)
    return f"{name} {place.group()}" if place else name


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

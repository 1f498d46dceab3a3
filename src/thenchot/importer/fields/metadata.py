"""Number, date, place, issuer, title, signer, recipients and legal bases of the document."""

import re
from datetime import date

from thenchot.importer.fields.issuer import issuer_of
from thenchot.importer.fields.signature import signature_fields
from thenchot.importer.layout.canvas import Canvas, Element
from thenchot.importer.model import Field
from thenchot.kernel.numbers import DocumentNumber, find_documents
from thenchot.kernel.text import plain, tidy

_KINDS = (
    "chương trình hành động",
    "chương trình công tác",
    "kế hoạch hành động",
    "chương trình",
    "kế hoạch",
    "phương án",
    "nghị quyết",
    "quyết định",
    "chỉ thị",
    "kết luận",
    "quy định",
    "quy chế",
    "hướng dẫn",
    "thông báo",
    "công văn",
    "bảng phân công nhiệm vụ",
    "bảng phân công",
    "lịch tổ chức",
    "lịch công tác",
    "lịch làm việc",
    "lộ trình",
    "đề án",
    "báo cáo",
    "tờ trình",
    "công điện",
    "điều lệ",
    "giấy mời",
    "thư mời",
    "nội quy",
    "quy ước",
    "hương ước",
    "quy tắc",
    "biên bản",
)
_LONGEST_TITLE = 250  # characters
_PLACE = (
    r"(?P<place>(?:TP\.?\s*)?[A-ZĐÀ-Ỹ][a-zđà-ỹ'’]*(?:\s?-\s?[A-ZĐÀ-Ỹ][a-zđà-ỹ'’]+"
    r"|\s[A-ZĐÀ-Ỹ]?['’]?[a-zđà-ỹ'’]+){0,5}(?:\s\d{1,2})?)"
    r"(?:\s*\([^()]{2,40}\))?,\s*"
    r"(?:(?:hồi\s+)?\d{1,2}\s*(?:giờ|h)(?:\s*\d{1,2}(?:\s*phút)?)?,?\s*)?"
)
_PLACE_DATE = re.compile(
    rf"(?:^|(?<=\s)){_PLACE}"
    r"(?P<raw>[Nn]gày\s*(?P<d>\d{1,2})?[\s.…_]*th[áảàãạ]ng\s*(?P<m>\d{1,2})?[\s.…_]*"
    r"năm\s*(?P<y>\d{4}))"
)
_BARE_DATE = re.compile(
    r"^(?:hồi\s+\d{1,2}\s*(?:giờ|h|:)\s*(?:\d{2}\s*(?:phút)?)?,?\s*)?"
    r"(?P<raw>ngày\s*(?P<d>\d{1,2})?[\s.…_]*tháng\s*(?P<m>\d{1,2})?[\s.…_]*năm\s*(?P<y>\d{4}))\s*$",
    re.IGNORECASE,
)
_STROKES = re.compile(
    rf"(?:^|(?<=\s)|(?<=[·|*])){_PLACE}"
    r"(?P<raw>(?:[Nn]gày\s*)?(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*"
    r"(?P<y>\d{4}))[\s*_.]*$"
)
"""The day of a sheet in figures: "Sìn Hồ, ngày 08/5/2026"."""
_PASSED_ON = re.compile(
    r"thông qua ngày (?P<d>\d{1,2})\s*(?:/|tháng)\s*(?P<m>\d{1,2})\s*(?:/|năm)\s*(?P<y>\d{4})"
)
_NUMBER_LINE = re.compile(
    r"\s*(?:(?:Công điện|Chỉ thị|Thông báo|Kế hoạch)\s+)?Số\s*:?\s*(?P<number>(?=.*/"
    r"|[\d…._\s]*[-–][A-ZĐa-z]+).*)$",
    re.IGNORECASE,
)
_ONE_CODE = re.compile(r":?\s(\d{1,5})\s*/\s*([A-ZĐ][A-Za-zĐđ]{1,9})$")
"""A letter numbered by its office alone: "Số: 64/VHXH"."""
_CAPTION = re.compile(
    r"(?:ban hành\s+)?kèm\s+theo\s+(?P<kind>[^\d(]{3,40}?)\s+số\s*:?\s*(?P<rest>[^)]{4,160})",
    re.IGNORECASE,
)


def metadata_of(canvas: Canvas) -> dict[str, Field]:
    """Every field is present; what the text lacks has the value null (or an empty list)."""
    head = [element for element in canvas.elements if element.region == "head"]
    fields = signature_fields(canvas)
    kind_at = _kind_index(head)
    fields |= _number(canvas, head) | _date(canvas, head)
    fields |= _title(head, kind_at) | _kind(canvas, head, kind_at)
    fields["bases"] = _bases(canvas)
    above = head[:kind_at] if kind_at is not None else _top(head)
    fields["issuer"] = issuer_of(canvas, above, fields) or _nothing()
    return fields


def _top(head: list[Element]) -> list[Element]:
    """The lines above the number, where no kind stands in capitals (an official letter)."""
    for index, element in enumerate(head):
        if re.match(r"\s*số\s*:?\s*\d", plain(element.text)):
            return head[:index]
    return head[:2]


def _nothing(rule: str = "absent") -> Field:
    return Field(None, None, rule, 1.0)


def _kind_index(head: list[Element]) -> int | None:
    """Where the kind of the document stands alone in capitals."""
    for index, element in enumerate(head):
        words = plain(element.text).strip(" :*")
        if element.text.strip(" *:")[:2].isupper() and any(
            words == kind or (words.startswith(kind) and _in_capitals(element.text, kind))
            for kind in _KINDS
        ):
            return index
    return _kind_in_small_letters(head)


def _in_capitals(text: str, kind: str) -> bool:
    """The whole line, or at least the words of the kind: "QUYẾT ĐỊNH giao chỉ tiêu"."""
    return text.isupper() or text.strip(" :*")[: len(kind)].isupper()


def _kind_in_small_letters(head: list[Element]) -> int | None:
    """A title such as "Kế hoạch tổ chức Ngày hội …" below the number, where nothing stands in
    capitals.
    """
    numbered = (at for at, one in enumerate(head) if re.match(r"\s*số\b", plain(one.text)))
    below = next(numbered, len(head))
    if any(re.match(r"v/v\b|kính gửi", plain(element.text)) for element in head):
        return None
    for index, element in enumerate(head[below + 1 :], below + 1):
        text = element.text.strip(" *:")
        titled = text[:1].isupper() and plain(text).startswith(_KINDS)
        if titled and len(text) < _LONGEST_TITLE and not text.endswith((".", ";", ":")):
            return index
    return None


def _kind(canvas: Canvas, head: list[Element], at: int | None) -> dict[str, Field]:
    if at is not None:
        words = plain(head[at].text).strip(" :*")
        kind = next(kind for kind in _KINDS if words.startswith(kind))
        return {"kind": Field(kind.capitalize(), head[at].span, "kind_in_capitals")}
    subject = next((element for element in head if re.match(r"v/v\b", plain(element.text))), None)
    if subject:
        return {"kind": Field("Công văn", subject.span, "about_line", 0.9)}
    addressed = next((one for one in head if plain(one.text).startswith("kính gửi")), None)
    if addressed:
        return {"kind": Field("Công văn", addressed.span, "addressed", 0.85)}
    for match in re.finditer(
        (
            r"(?P<kind>chương trình hành động|kế hoạch|nghị quyết|chỉ thị|kết luận|quyết định|đề án"
            r"|hướng dẫn)\s+này\b"
        ),
        plain(canvas.text),
    ):
        return {"kind": Field(match["kind"].capitalize(), match.span("kind"), "this_document", 0.7)}
    return {"kind": _nothing()}


def _number(canvas: Canvas, head: list[Element]) -> dict[str, Field]:
    for element in head:
        for line in re.finditer(r"(?:(?!\s[—–|·]\s)[^\t\n])+", element.text):
            match = _NUMBER_LINE.match(line.group().lstrip(" —–|·"))
            if match and len(line.group()) < 60:
                return _number_field(line.group().strip(), element.span[0] + line.start())
    return _number_from_caption(canvas)


def _number_field(raw: str, start: int) -> dict[str, Field]:
    number = DocumentNumber.parse(raw)
    span = (start, start + len(raw))
    if number is None and (short := _ONE_CODE.search(raw)):
        return {
            "number": Field(f"{short[1]}/{short[2]}", span, "number_line", 0.9),
            "number_raw": Field(tidy(raw), span, "number_line"),
        }
    if number is None or number.serial is None:
        return {
            "number": Field(None, span, "number_blank", 0.9),
            "number_raw": Field(tidy(raw), span, "number_line"),
        }
    return {
        "number": Field(number.canonical, span, "number_line"),
        "number_raw": Field(tidy(raw), span, "number_line"),
    }


def _number_from_caption(canvas: Canvas) -> dict[str, Field]:
    """ "(Ban hành kèm theo Kế hoạch số … ngày …)" of an appendix names the number of the sheet
    itself.
    """
    match = _CAPTION.search(canvas.text)
    number = DocumentNumber.parse(match["rest"]) if match else None
    if not match or not number or number.serial is None:
        return {"number": _nothing(), "number_raw": _nothing()}
    at = match.start("rest") + match["rest"].find(number.raw)
    return {
        "number": Field(number.canonical, (at, at + len(number.raw)), "appendix_caption", 0.9),
        "number_raw": Field(number.raw, (at, at + len(number.raw)), "appendix_caption"),
    }


_LAST, _SHORT_LINE = 12, 100  # elements above the signature, characters of place and day


def _date(canvas: Canvas, head: list[Element]) -> dict[str, Field]:
    for element in head:
        match = _dated_line(element.text)
        if match and len(element.text) < 160:
            return _date_fields(match, element.span[0])
    caption = _CAPTION.search(canvas.text)
    if caption and (
        day := re.search(
            r"ngày\s*(\d{1,2})\s*(?:/|tháng)\s*(\d{1,2})\s*(?:/|năm)\s*(\d{4})", caption["rest"]
        )
    ):
        span = (caption.start("rest") + day.start(), caption.start("rest") + day.end())
        value = _iso(day[1], day[2], day[3])
        return {
            "date": Field(value, span, "appendix_caption", 0.9),
            "date_raw": Field(day.group(), span, "appendix_caption"),
            "place": _nothing(),
        }
    for element in canvas.elements[-_LAST:]:
        match = _PLACE_DATE.search(element.text)
        if match and element.marker is None and len(element.text) < _SHORT_LINE:
            return _date_fields(match, element.span[0])
    passed = _PASSED_ON.search(plain(canvas.text))
    if passed:
        day_passed = Field(
            _iso(passed["d"], passed["m"], passed["y"]), passed.span(), "passed_on", 0.8
        )
        return {
            "date": day_passed,
            "date_raw": Field(passed.group(), passed.span(), "passed_on"),
            "place": _nothing(),
        }
    return {"date": _nothing(), "date_raw": _nothing(), "place": _nothing()}


def _dated_line(text: str) -> re.Match[str] | None:
    return _PLACE_DATE.search(text) or _BARE_DATE.match(text) or _STROKES.search(text)


def _date_fields(match: re.Match[str], offset: int) -> dict[str, Field]:
    groups = match.groupdict()
    span = (offset + match.start("raw"), offset + match.end("raw"))
    place = groups.get("place")
    return {
        "date": Field(
            _iso(groups["d"], groups["m"], groups["y"]),
            span,
            "place_and_date" if groups["d"] else "day_blank",
        ),
        "date_raw": Field(tidy(match["raw"]), span, "place_and_date"),
        "place": Field(
            tidy(place.split("  ")[-1]),
            (offset + match.start("place"), offset + match.end("place")),
            "place_and_date",
        )
        if place
        else _nothing(),
    }


def _iso(day: str | None, month: str | None, year: str | None) -> str | None:
    try:
        return date(int(year or 0), int(month or 0), int(day or 0)).isoformat()
    except ValueError:
        return None


def _title(head: list[Element], at: int | None) -> dict[str, Field]:
    """The lines under the kind, up to the first sentence of the text."""
    if at is None:
        about = next((element for element in head if re.match(r"v/v\b", plain(element.text))), None)
        return {
            "title": Field(
                re.sub(r"(?i)^v/v\s*", "Về việc ", about.text), about.span, "about_line", 0.9
            )
            if about
            else _nothing()
        }
    words = plain(head[at].text).strip(" :*")
    kind = next(kind for kind in _KINDS if words.startswith(kind))
    lines: list[Element] = []
    rest = head[at].text[len(kind) :].strip(" :*")
    for element in head[at + 1 :]:
        if _begins_text(element, lines):
            break
        lines.append(element)
    spans = [head[at].span] * bool(rest) + [element.span for element in lines]
    joined = tidy(" ".join([rest, *(element.text for element in lines)]))
    joined = re.sub(
        r"^(?:của\s+[^.]{3,80}?)\s+(?=Thực hiện|Về|Triển khai|V/v)", "", joined, flags=re.IGNORECASE
    )
    joined = re.sub(r"^v/v\s+", "Về việc ", joined, flags=re.IGNORECASE)
    if not joined:
        return {"title": _nothing()}
    return {"title": Field(joined, (spans[0][0], spans[-1][1]), "under_kind", 0.95)}


def _begins_text(element: Element, lines: list[Element]) -> bool:
    text = element.text.strip()
    lowered = plain(text)
    if (
        re.match(r"[-–_*\s]+$", text)
        or _dated_line(text)
        or re.match(r"số\s*:?\s*[\d…./]", lowered)
        or (lines and text.endswith(":"))
        or (lines and text.isupper() and not lines[-1].text.isupper())
        or re.match(r"(?:căn cứ|kính gửi|xét|theo đề nghị)\b", lowered)
        or re.match(
            r"[^.:]{3,80}\b(?:điện|chỉ thị|yêu cầu|thông báo|kết luận|quyết định)\s*:$", lowered
        )
    ):
        return True
    sentence = len(text) > 60 and text.endswith((".", ";", ":"))
    return (bool(lines) and (sentence or (len(text) > 140 and not element.bold))) or (
        sentence and not element.bold
    )


def _bases(canvas: Canvas) -> Field:
    seen: dict[str, dict[str, str | None]] = {}
    caption = _CAPTION.search(canvas.text)
    for reference in find_documents(canvas.text):
        if reference.number.serial is None or (
            caption and caption.start() <= reference.span[0] < caption.end()
        ):
            continue
        entry = seen.setdefault(
            reference.number.key,
            {"number": reference.number.canonical, "date": None, "issuer": None, "kind": None},
        )
        entry["date"] = entry["date"] or (reference.date.isoformat() if reference.date else None)
        entry["issuer"] = entry["issuer"] or reference.issuer
        entry["kind"] = entry["kind"] or (reference.kind.capitalize() if reference.kind else None)
    own = _own_key(canvas)
    return Field(
        [entry for key, entry in seen.items() if key != own], None, "numbered_documents", 0.9
    )


def _own_key(canvas: Canvas) -> str | None:
    for element in canvas.elements:
        if element.region == "head" and re.match(r"\s*số\s*:", element.text, re.IGNORECASE):
            number = DocumentNumber.parse(element.text)
            return number.key if number else None
    return None

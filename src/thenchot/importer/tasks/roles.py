"""Who leads and who coordinates, in a value that stands behind a label or in a cell: a list of
bodies, "X chủ trì, phối hợp với Y", "Chủ trì: X; phối hợp: Y", "X (chủ trì), Y".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from thenchot.kernel.bodies import TITLED, Body, bodies_of, is_body_phrase, read_bodies
from thenchot.kernel.lexicon import VERB
from thenchot.kernel.text import plain

_IN_BRACKETS = re.compile(
    r"\(\s*(?P<role>chủ trì|phối hợp)\s*\)|(?<=\s)(?P<after>chủ trì|phối hợp)(?:\s+thực hiện)?"
    r"(?=\s*(?:[;,.\n]|$))",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"(?:(?:cơ quan|đơn vị)\s+)?(?P<role>chủ trì|phối hợp|thực hiện)(?:\s+thực hiện)?\s*:\s*"
)
_ASIDE = re.compile(r"\(\s*(?P<body>[^()]{3,120}?)\s+phối hợp\s*\)", re.IGNORECASE)
_LEADS = re.compile(
    r"\s*,?\s*(?:là\s+(?:cơ quan|đơn vị)\s+)?(?:chịu trách nhiệm\s+)?(?:chủ trì|đầu mối|chủ quản)\b"
)
_LEADS_WITH = re.compile(r"\bchủ trì\s*,?\s*(?:và\s+)?phối hợp\b(?!\s*:)")
_WITH = re.compile(
    r"\bphối hợp(?:\s+(?:chặt chẽ|thực hiện|tham mưu|triển khai))*\s*(?:cùng\s+)?(?:với|cùng"
    r"|của)?\s*:?\s+"
)
_DOES = re.compile(
    r"\s*,?\s*(?:chủ động\s+)?(?:tiến hành|thực hiện|rà soát|tổ chức|tham mưu|chịu trách nhiệm"
    r"|có trách nhiệm|xây dựng|triển khai|hướng dẫn|theo dõi|tổng hợp|lập|gửi|báo cáo|thẩm định"
    r"|kiểm tra|là|cung cấp|cập nhật|phối hợp|bố trí|tuyên truyền|vận động|đôn đốc|giúp|thông báo"
    r"|phát|thu|kê khai|lắp đặt|mua|sửa|đo|vận hành|bảo đảm|đảm bảo|đăng|niêm yết|cử|mở|cấp|đề xuất"
    r"|trình|ban hành|kiểm kê|số hóa|trồng|chăm sóc|tiếp nhận|giải quyết|xử lý|công khai|công bố"
    r"|nghiệm thu|hoàn thành|chuẩn bị|hỗ trợ|thanh toán|quyết toán)\s+\w+\s+\w+"
)
"""What a sentence behind a label goes on with: "Phòng Tư pháp tiến hành rà soát …"."""
_PART = re.compile(r"[;\n]\s*|(?<=[^\W\d_]{3})\.\s+(?=[A-ZĐÀ-Ỹ])")
SURE, FROM_SENTENCE = 0.99, 0.95
"""Nothing read out of words is beyond doubt; 1.0 is kept for what a person has confirmed."""


@dataclass(slots=True)
class Parties:
    """Bodies in the order of the text, and how sure the part of each is."""

    lead: list[Body] = field(default_factory=list)
    coordinate: list[Body] = field(default_factory=list)
    sure: float = SURE

    def add(self, role: str, bodies: list[Body]) -> None:
        own = self.lead if role == "lead" else self.coordinate
        known = {body.name for body in own}
        own.extend(body for body in bodies if body.name not in known)


def parties(text: str, offset: int = 0, role: str = "lead") -> Parties:
    """The bodies of a value; `role`: lead | coordinate | both (the first leads, the others join
    in).
    """
    found = Parties()
    lowered = plain(text)
    marked = _LABELS.search(lowered) or _IN_BRACKETS.search(lowered)
    if (marked or role == "both") and not _LEADS_WITH.search(lowered):
        return _by_role(text, offset, found)
    for aside in _ASIDE.finditer(text):
        found.add("coordinate", bodies_of(aside["body"], offset + aside.start("body")))
    shown = _ASIDE.sub(lambda match: " " * len(match.group()), text)
    for start, end in _parts(shown):
        _take_part(shown[start:end], offset + start, role, found)
    return found


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _PART.finditer(text):
        if any(TITLED.match(text, at) for at in _word_before(text, stop.start())):
            continue
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)


def _word_before(text: str, end: int) -> Iterator[int]:
    """Where the word that ends at `end` begins: "BS. Trần Quốc Toàn" is not parted at its dot."""
    word = re.search(r"\w+$", text[max(0, end - 6) : end])
    if word and text[end : end + 1] == ".":
        yield end - len(word.group())


def _take_part(text: str, offset: int, role: str, found: Parties) -> None:
    bare = text.strip(" .-–+•")
    if not bare:
        return
    joined = _WITH.search(plain(text))
    if joined:
        _lead_and_others(text, offset, joined, role, found)
        return
    bodies, end = read_bodies(text, len(text) - len(text.lstrip(" -–+•")))
    if bodies and _joins_in(plain(text[end:]), bool(found.lead)):
        found.add("coordinate", [_moved(body, offset) for body in bodies])
        return
    if bodies and _LEADS_ONLY.fullmatch(plain(text[end:])):
        found.add(role, [_moved(body, offset) for body in bodies])
        return
    if bodies and _DOES.match(plain(text[end:])) and not is_body_phrase(bare):
        found.add(role, [_moved(body, offset) for body in bodies])
        found.sure = min(found.sure, FROM_SENTENCE)
        return
    found.add(role, bodies_of(_without_verbs(text.rstrip(" .")), offset))


_LEADS_ONLY = re.compile(r"\s*,?\s*(?:là|làm)\s+(?:cơ quan |đơn vị )?đầu mối\W*")
_JOINS_IN = re.compile(r"\s*,?\s*(?:cùng\s+)?(?:tham gia|phối hợp|hỗ trợ|giúp)\b(?!.*\bchủ trì\b)")


def _joins_in(does: str, beside: bool) -> bool:
    """ "thôn Hạ tham gia giải phóng mặt bằng"; behind the lead (`beside`), whatever it does."""
    return bool(_JOINS_IN.match(does)) or (beside and bool(VERB.match(does.lstrip(" ,"))))


_ONLY_DOES = re.compile(
    r"(?:\s*,?\s*(?:và\s+)?\b(?:chủ trì|tham mưu|bố trí|thực hiện|phụ trách|triển khai|tổ chức"
    r"|đảm nhiệm|chịu trách nhiệm|theo dõi|hướng dẫn|tổng hợp|chuẩn bị|xây dựng|soạn thảo|đôn đốc"
    r"|giúp việc)(?!\w))+$"
)


def _without_verbs(text: str) -> str:
    """ "Văn phòng HĐND và UBND xã tham mưu, bố trí": the verbs behind the last body are no name."""
    verbs = _ONLY_DOES.search(plain(text))
    if verbs and text[verbs.start() :].strip(" ,")[:1].isupper():
        return text
    if not verbs or not is_body_phrase(text[: verbs.start()].strip(" -–+•")):
        return text
    return text[: verbs.start()]


def _lead_and_others(
    text: str, offset: int, joined: re.Match[str], role: str, found: Parties
) -> None:
    """ "X chủ trì, phối hợp với Y thực hiện": before the word the one, behind it the others."""
    before = text[: joined.start()]
    bodies, end = read_bodies(before, len(before) - len(before.lstrip(" -–+•")))
    leads = _LEADS.match(plain(before[end:]))
    others = [_moved(body, offset) for body in _others(text, joined.end())]
    if not bodies and (named := _unknown(before, offset)):
        found.add("lead", named)
    elif bodies and (others or leads):
        found.add("lead", [_moved(body, offset) for body in bodies])
    elif bodies:
        found.add("coordinate", [_moved(body, offset) for body in bodies])
    found.add("coordinate", others)
    found.sure = min(found.sure, FROM_SENTENCE)


_LEADS_LAST = re.compile(r"\s*,?\s*(?:là (?:cơ quan|đơn vị)\s+)?chủ trì\s*,?\s*(?:và\s*)?$")


def _unknown(before: str, offset: int) -> list[Body]:
    """Whatever stands before "chủ trì" leads, also by a name that no list knows: "Y tế trường"."""
    leads = _LEADS_LAST.search(plain(before))
    return bodies_of(before[: leads.start()], offset) if leads else []


def _others(text: str, start: int) -> list[Body]:
    from thenchot.importer.tasks.subjects import bodies_after

    bodies, end = bodies_after(text, start)
    rest = text[start:].rstrip(" .")
    goes_on = re.match(r"\s*(?:[,;]|và\b)\s*", text[end:]) if end < start + len(rest) else None
    if bodies and goes_on and VERB.match(plain(text), end + goes_on.end()):
        return bodies
    if bodies and (not rest[end - start :].strip() or VERB.match(plain(text[end:]).lstrip())):
        return bodies
    return bodies_of(rest, start) if len(rest) < 300 else bodies


def _moved(body: Body, offset: int) -> Body:
    return Body(body.name, (body.span[0] + offset, body.span[1] + offset))


def _by_role(text: str, offset: int, found: Parties) -> Parties:
    for role, start, end in _roles(text):
        bodies = bodies_of(text[start:end], offset + start)
        found.add("coordinate" if role == "phối hợp" else "lead", bodies)
    return found


def _roles(text: str) -> Iterator[tuple[str, int, int]]:
    labelled = list(_LABELS.finditer(plain(text)))
    if labelled:
        if text[: labelled[0].start()].strip(" ,;-–("):
            yield "chủ trì", 0, labelled[0].start()
        for index, match in enumerate(labelled):
            end = labelled[index + 1].start() if index + 1 < len(labelled) else len(text)
            yield match["role"], match.end(), end
        return
    marked = list(_IN_BRACKETS.finditer(text))
    if not marked:
        first = bodies_of(text)
        cut = first[0].span[1] if first else len(text)
        yield "chủ trì", 0, cut
        yield "phối hợp", cut, len(text)
        return
    start = 0
    for match in marked:
        yield plain(match["role"] or match["after"]), start, match.start()
        start = match.end()
    yield "phối hợp", start, len(text)

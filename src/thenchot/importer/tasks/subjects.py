"""Who leads and who coordinates, read from the sentence of a clause."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from thenchot.importer.layout.labels import label_of
from thenchot.importer.tasks.tails import led_at_end
from thenchot.kernel.bodies import Body, begins_with_body, is_body_phrase, is_generic, read_bodies
from thenchot.kernel.lexicon import VERB
from thenchot.kernel.text import plain

_ASSIGN = re.compile(
    r"^(?:(?:vì vậy|do đó|trên cơ sở đó|đồng thời),?\s+)?(?:(?:ban thường vụ|thường trực|ủy ban "
    r"nhân dân|chủ tịch|ubnd|btv)[^,;.]{0,40}\s)?(?:giao(?:\s+(?:nhiệm vụ|trách nhiệm"
    r"|việc))?(?:\s+cho)?|yêu cầu"
    r"|đề nghị|phân công|chỉ định)\s+"
)
_DO = re.compile(r"^do\s+")
_LEADS_OTHERS = re.compile(
    r"^(?:lãnh đạo(?:\s*,\s*chỉ đạo)?|chỉ đạo(?:\s*,\s*hướng dẫn)?|lãnh đạo và chỉ đạo)\s+"
)
_WITH = re.compile(r"phối hợp\s+(?:chặt chẽ\s+)?(?:cùng\s+)?(?:với|cùng)\s+")
_WITHOUT_WITH = re.compile(
    r"^(?:tiếp tục\s+)?(?:chủ trì\s*,?\s*(?:và\s+)?)?phối hợp\s+(?:chặt chẽ\s+)?|(?<=chủ trì, "
    r")phối hợp\s+"
)
_INNER = re.compile(r"(?:tiến hành|chủ trì|có trách nhiệm|chịu trách nhiệm)\b")
_OPENING = re.compile(
    r"(?:(?:về|đối với|riêng|liên quan(?: đến)?|trên lĩnh vực|trong lĩnh vực)\s+[^:.;]{3,110}:\s*"
    r"|(?:về|đối với|riêng(?: đối với| về)?)\s+[^:.;,]{3,60},\s*|về\s+[^:.;,\d]{3,50}[.]\s+"
    r"|(?:(?:sáng|chiều|tối)\s+)?(?:ngày\s+|tháng\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?\s*:\s*"
    r"|kết thúc\s[^:.;,]{2,60},\s*|(?:ngày|tháng|quý|tuần"
    r"|năm)\s+[^:.;]{0,30}\d[^:.;]{0,12}[:,]\s*|(?:trong|từ|trước|đến"
    r"|định kỳ|hằng|hàng|chậm nhất|vào|sau|kể từ"
    r"|trên cơ sở|căn cứ|mỗi|khi)\s[^,;.:]{2,90}[,:]\s*(?!phối hợp))"
)
_LAST_BRACKET = re.compile(r"[(\[]([^()\[\]]{6,250})[)\]]\s*[.;]*\s*$")
_LEADS_IN_BRACKET = re.compile(
    r"\s*,?\s*(?:(?:chủ trì|thực hiện|phụ trách|tham mưu|là đầu mối|đảm nhiệm|chịu trách nhiệm|lo"
    r"|phối hợp)\b|;|$|[,–-]?\s*(?:từ|trước|xong|trong|đến|chậm nhất|hết|quý|tháng|ngày|hằng|\d))"
)
_DUTY = re.compile(
    r"^\s*,?\s*(?:\([^)]{1,60}\)\s*)?(?:chủ trì|có trách nhiệm|chịu trách nhiệm|tiến hành|là cơ "
    r"quan|là đầu mối|chủ động|căn cứ|phối hợp|tham mưu)\b"
)
_PASSED = re.compile(
    r"\(?\s*(?:trình|báo cáo|xin ý kiến|gửi)\s+(?P<body>[^()]{3,120}?)\s+(?:xem "
    r"xét,?\s+)?(?:để\s+)?(?:thông qua|phê duyệt|ban hành|quyết định|cho ý kiến|xem xét)"
)


@dataclass(slots=True)
class Subject:
    """Bodies found in a clause. `rest`: where the verb begins. `assigned`: the clause hands out
    work in words.
    """

    lead: list[Body] = field(default_factory=list)
    coordinate: list[Body] = field(default_factory=list)
    rest: int = 0
    rule: str = ""
    assigned: bool = False


def subject_of(text: str, *, has_context: bool = False) -> Subject:
    """As `_subject_of`, past an opening that names a topic or a time: "Về thu ngân sách: …", "Trong
    quý I/2027, …".
    """
    opening = _OPENING.match(plain(text))
    if opening:
        found = _subject_of(text[opening.end() :], has_context=has_context)
        if found.lead:
            return _moved(found, opening.end())
    if alone := _ALONE.match(text):
        found = _subject_of(_capital(text[alone.end() :]), has_context=True)
        if found.lead and found.rule in ("subject", "body_colon"):
            return _moved(found, alone.end())
    if topic := _topic_before(text):
        return topic
    return _subject_of(text, has_context=has_context)


_ALONE = re.compile(r"(?:Riêng|Còn|riêng|còn)\s+(?=[A-ZĐÀ-Ỹ]|(?:các|thôn|bản|xóm|ấp)\s)")
"""Who is taken out of the others: "Riêng Chi hội 1 cùng Chi hội 2 làm …"."""
_TOPIC = re.compile(r"(?=[^\W\d])[^:.;,()]{3,50}:\s+(?=\S)")


def _topic_before(text: str) -> Subject | None:
    """ "Giáo dục: các trường chốt danh sách …": a body that acts behind a few words that name the
    field.
    """
    topic = _TOPIC.match(text)
    if not topic or not text[:1].isupper():
        return None
    said = text[: topic.end()].rstrip(": ")
    acts = VERB.match(plain(text)) and len(said.split()) > _FEW_VERBS
    if (begins_with_body(text) and not _is_place(said)) or acts or label_of(text):
        return None
    found = _subject_of(_capital(text[topic.end() :]), has_context=True)
    rest = plain(text[topic.end() + found.rest :]).lstrip(" ,")
    if (
        found.rule not in ("subject", "assigned")
        or not VERB.match(rest)
        or len(said.split()) > _FEW
    ):
        return None
    moved = _moved(found, topic.end())
    moved.lead = [Body(text[b.span[0] : b.span[1]], b.span) for b in moved.lead]
    return moved


_PLACE = re.compile(r"(?:trường|trạm|nhà|chợ|cầu|đường|khu|thôn|ấp|bản|xóm)\s")


def _is_place(said: str) -> bool:
    """A school or a hamlet by name may be what the work is done on: "Trường Mầm non Hạ: Phòng
    Kinh tế thẩm định dự toán".
    """
    return bool(_PLACE.match(plain(said)))


_FEW = 8  # words of a topic
_FEW_VERBS = 2  # words of one that is a verb: "Báo cáo: Trạm Y tế tổng hợp …"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _moved(found: Subject, offset: int) -> Subject:
    def shift(bodies: list[Body]) -> list[Body]:
        return [Body(body.name, (body.span[0] + offset, body.span[1] + offset)) for body in bodies]

    rule = "subject" if found.rule == "body_colon" else found.rule
    return Subject(
        shift(found.lead), shift(found.coordinate), found.rest + offset, rule, assigned=True
    )


def moved_back(found: Subject, by: int) -> Subject:
    """The same in a text that lacks the `by` characters that were put before it."""
    moved = _moved(found, -by)
    moved.lead = [Body(one.name[:1].lower() + one.name[1:], one.span) for one in moved.lead]
    return moved


def _subject_of(text: str, *, has_context: bool) -> Subject:
    """The lead named at the start of `text` (or, failing that, before chịu trách nhiệm …) and the
    coordinating bodies.
    """
    found = at_start(text, has_context)
    if not found.lead and not has_context and not _LAST_BRACKET.search(text):
        found.lead, found.rule = _inside(text)
    if not found.lead:
        found = (
            in_brackets(text)
            or at_the_end(text)
            or (None if has_context else given_inside(text))
            or found
        )
    if found.rule in ("subject", "assigned"):
        found.coordinate += _led_by_name(text, found.rest)
    names = {body.name for body in [*found.lead, *found.coordinate]}
    found.coordinate += [body for body in coordinating(text) if body.name not in names]
    return found


_GIVES_INSIDE = re.compile(
    r"(?:[,;]\s+(?:đồng thời\s+|và\s+)?|^(?:\W*(?:cơ bản\s+)?(?:thống nhất|đồng ý|nhất trí)\s+))"
    r"(?:giao|phân công)\s+(?:cho\s+|nhiệm vụ cho\s+)?"
)


def given_inside(text: str) -> Subject | None:
    """ "Thống nhất chủ trương, giao Phòng Kinh tế hoàn thiện hồ sơ": the body given the work."""
    for match in _GIVES_INSIDE.finditer(plain(text)):
        bodies, end = bodies_after(text, match.end())
        if bodies and not all(is_generic(body.name) for body in bodies):
            return Subject(bodies, [], end, "assigned", assigned=True)
    return None


def in_brackets(text: str) -> Subject | None:
    """ "… (Phòng Kinh tế chủ trì, xong trong quý III/2026)", "… (Trạm Y tế phường; hằng tuần)": the
    lead last.
    """
    bracket = _LAST_BRACKET.search(text)
    if not bracket:
        return None
    bodies, end = read_bodies(text[: bracket.end(1)], bracket.start(1))
    if bodies and _LEADS_IN_BRACKET.match(plain(text[end : bracket.end(1)])):
        return Subject(bodies, _joined(text, end, bracket.end(1)), 0, "in_brackets", assigned=True)
    for part in re.finditer(r"[^;]+", bracket[1]):
        start = bracket.start(1) + part.start()
        start += len(part.group()) - len(part.group().lstrip())
        bodies, end = read_bodies(text[: bracket.start(1) + part.end()], start)
        if bodies and _LEADS_ALONE.match(plain(text[end : bracket.start(1) + part.end()])):
            others = _joined(text, end, bracket.start(1) + part.end())
            return Subject(bodies, others, 0, "in_brackets", assigned=True)
    return None


def at_the_end(text: str) -> Subject | None:
    """ "In phiếu điều tra - Văn phòng HĐND và UBND": the lead behind the last dash."""
    lead, others = led_at_end(text)
    return Subject(lead, others, 0, "in_brackets", assigned=True) if lead else None


_JOINED = re.compile(
    r"\s*,?\s*(?:(?:chủ trì|thực hiện|phụ trách|đảm nhiệm|làm|lo|chịu trách nhiệm)(?:\s+chính)?)"
    r"\s*[,;]\s*(?=\S)"
)
_LEADS_ALONE = re.compile(
    r"\s*,?\s*(?:chủ trì|phụ trách|tham mưu|là đầu mối|thực hiện|đảm nhiệm|chịu trách nhiệm|lo\b)\b"
)


def _joined(text: str, start: int, end: int) -> list[Body]:
    """ "X chủ trì, Y phối hợp": the second, where the word stands behind it."""
    opening = _JOINED.match(plain(text), start, end)
    if not opening:
        return []
    bodies, stop = bodies_after(text[:end], opening.end())
    joins = re.match(
        r"\s*(?:cùng\s+)?(?:phối hợp|tham gia|hỗ trợ|cùng làm)\b(?!\s+với)", plain(text[stop:end])
    )
    return bodies if joins else []


def _led_by_name(text: str, rest: int) -> list[Body]:
    """ "Đảng ủy UBND xã lãnh đạo Ủy ban nhân dân xã xây dựng …": the body led, when it has a name
    of its own.
    """
    verb = _LEADS_OTHERS.match(plain(text[rest:]).lstrip(" ,"))
    if not verb:
        return []
    at = rest + len(text[rest:]) - len(text[rest:].lstrip(" ,")) + verb.end()
    bodies, end = bodies_after(text, at)
    return (
        []
        if any(is_generic(body.name) for body in bodies)
        or not VERB.match(plain(text[end:]).lstrip())
        else bodies
    )


def at_start(text: str, has_context: bool) -> Subject:
    lowered = plain(text)
    others = _LEADS_OTHERS.match(lowered)
    if others and has_context:
        bodies, end = bodies_after(text, others.end())
        if bodies:
            return Subject([], bodies, end, "leads_others")
    for pattern, rule in ((_ASSIGN, "assigned"), (_DO, "by_body")):
        match = pattern.match(lowered)
        if match:
            bodies, end = bodies_after(text, match.end())
            if bodies:
                return Subject(bodies, [], end, rule, assigned=True)
    if asked := _asked(text, lowered):
        return asked
    return _plain_subject(text, lowered)


_ASKS = re.compile(
    r"\s*,?\s*(?:trân trọng |kính )?(?:đề nghị|yêu cầu|giao(?: nhiệm vụ)?(?: cho)?|phân công)\s+"
)


def _asked(text: str, lowered: str) -> Subject | None:
    """ "Sở Nội vụ đề nghị UBND xã …": the second body is asked, the first only speaks."""
    _, end = read_bodies(text, 0)
    asks = _ASKS.match(lowered, end) if end else None
    if not asks:
        return None
    bodies, end = bodies_after(text, asks.end())
    return Subject(bodies, [], end, "assigned", assigned=True) if bodies else None


def _plain_subject(text: str, lowered: str) -> Subject:
    colon = re.match(r"[^:]{3,200}:\s*", text)
    bodies, end = read_bodies(text, 0)
    if not bodies or (not text[:1].isupper() and not begins_with_body(text)):
        return Subject()
    if colon and (held := _held_before(text, colon.end())):
        return Subject([held], [], colon.end(), "body_colon", assigned=True)
    if colon and end >= len(_NO_BRACKET.sub("", text[: colon.end()].rstrip(": "))):
        return Subject(bodies, [], colon.end(), "body_colon", assigned=True)
    if end >= len(text.rstrip(" .;:")):
        return Subject(bodies, [], end, "body_only")
    if len(bodies) == 1 and (post := _POST.match(text, end)) and _NAMED.match(lowered):
        bodies, end = [Body(text[: post.end(1)], (0, post.end(1)))], post.end(1)
    lead, others = _joined_by(text, bodies)
    others += _joined(text, end, len(text))
    return Subject(lead, others, end, "subject", assigned=bool(_DUTY.match(lowered[end:])))


_NO_BRACKET = re.compile(r"\s*\([^()]*\)$")
_POST = re.compile(r"(\s*\([^()\d]{3,60}\))\s+(?=[a-zđà-ỹ])")
"""The post of a person who acts: "Cô Thủy (kế toán) mời …"."""
_NAMED = re.compile(r"(?:ông|bà|đồng chí|đ/c|thầy|cô|anh|chị)\s")


def _held_before(text: str, end: int) -> Body | None:
    """ "Thầy Phan Văn Đức (Phó Hiệu trưởng):": a person with the post in brackets."""
    name = text[:end].rstrip(": ")
    bracket = _NO_BRACKET.search(name)
    if not bracket or not _NAMED.match(plain(name)) or not is_body_phrase(name[: bracket.start()]):
        return None
    return Body(name, (0, len(name)))


_TOGETHER = re.compile(r"\s*,?\s*cùng(?:\s+với)?\s*")


def _joined_by(text: str, bodies: list[Body]) -> tuple[list[Body], list[Body]]:
    """ "X cùng Y làm …": the first leads, those behind "cùng" join in."""
    for at, (one, other) in enumerate(pairwise(bodies), 1):
        if _TOGETHER.fullmatch(plain(text[one.span[1] : other.span[0]])):
            return bodies[:at], bodies[at:]
    return bodies, []


def bodies_after(text: str, start: int) -> tuple[list[Body], int]:
    """As `read_bodies`, allowing a common noun in small letters right after "giao", "phối hợp
    với".
    """
    bodies, end = read_bodies(text, start)
    if bodies:
        return bodies, end
    return _lower_bodies(text, start)


def _lower_bodies(text: str, start: int) -> tuple[list[Body], int]:
    from thenchot.kernel.lexicon import GENERIC_START, LOWER_HEAD

    lowered = plain(text)
    if not (GENERIC_START.match(lowered, start) or LOWER_HEAD.match(lowered, start)):
        return [], start
    capital = text[:start] + text[start].upper() + text[start + 1 :]
    bodies, end = read_bodies(capital, start)
    return [Body(text[b.span[0] : b.span[1]], b.span) for b in bodies], end


def coordinating(text: str) -> list[Body]:
    """Bodies after "phối hợp với …"; without "với" only where the clause opens with it."""
    lowered = plain(text)
    found: list[Body] = []
    for pattern in (_WITH, _WITHOUT_WITH):
        for match in pattern.finditer(lowered):
            bodies, _ = bodies_after(text, match.end())
            found += [body for body in bodies if body.name not in {other.name for other in found}]
    return found


def _inside(text: str) -> tuple[list[Body], str]:
    """ "…; cấp ủy và người đứng đầu … chịu trách nhiệm": the body before the verb of duty."""
    lowered = plain(text)
    for match in _INNER.finditer(lowered):
        start = _clause_start(text, match.start())
        bodies, end = bodies_after(text, start)
        if bodies and end <= match.start() and not text[end : match.start()].strip(" ,"):
            return bodies, "body_before_duty"
    return [], ""


def _clause_start(text: str, before: int) -> int:
    """After the last stop before the verb, or after the last comma that lets the name be read as a
    whole.
    """
    stop = max(text.rfind(mark, 0, before) for mark in ".;:")
    chunk = text[stop + 1 : before]
    candidates = [stop + 1 + match.end() for match in re.finditer(r"^\s*|,\s+", chunk)]
    for start in candidates:
        bodies, end = bodies_after(text, start)
        if bodies and not text[end:before].strip(" ,"):
            return start
    return candidates[-1] if candidates else before


def approval_of(text: str) -> Body | None:
    """ "(trình Ban Thường vụ Đảng ủy thông qua)": the body that must pass it."""
    match = _PASSED.search(plain(text))
    if not match:
        return None
    bodies, _ = bodies_after(text[: match.end("body")], match.start("body"))
    return bodies[0] if bodies else None

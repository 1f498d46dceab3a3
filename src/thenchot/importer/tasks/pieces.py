"""A clause cut where a new deadline or a new lead begins, and the deadline that binds each
piece.
"""

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from thenchot.importer.tasks.subjects import subject_of
from thenchot.importer.tasks.tails import ROLE
from thenchot.kernel.bodies import is_body_phrase, is_generic, read_bodies
from thenchot.kernel.deadlines import Deadline, Found, find_deadlines
from thenchot.kernel.lexicon import VERB
from thenchot.kernel.text import plain

_SENTENCE = re.compile(
    r"(?<=[^\W\d_)”\"\]][.])\s+(?=[A-ZĐÀ-Ỹ])|(?<=\))\s*[.]\s+(?=[A-ZĐÀ-Ỹ])"
    r"|(?:(?<=tháng \d\d[.])|(?<=ngày \d\d[.]))\s+(?=[A-ZĐÀ-Ỹ])"
    r"|(?<=\d{4}[.])\s+(?=[A-ZĐÀ-Ỹ])|(?<=/\d[.])\s+(?=[A-ZĐÀ-Ỹ])|(?<=/\d\d[.])\s+(?=[A-ZĐÀ-Ỹ])"
)
_ITEM = re.compile(r"(?:^|(?<=[:;,.]))\s*\((?P<n>\d{1,2}|[a-e]|i{1,3}|iv|v)\)\s+(?=\w)")
_CONNECTIVE = re.compile(
    (
        r"^[\s;.,:]*(?:\((?:\d{1,2}|[a-e]|i{1,3}|iv|v)\)\s+)?(?:(?:đồng thời|bên cạnh đó|ngoài ra"
        r"|và)\s*,?\s+)?"
    ),
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"^\s*(?:chủ trì|có trách nhiệm|chịu trách nhiệm|phối hợp|tham mưu|tổ chức|triển khai|xây "
    r"dựng|thực hiện|hướng dẫn|kiểm tra|theo dõi|căn cứ|báo cáo|bố trí|cân đối|rà soát|tổng "
    r"hợp)\b"
)
_ONLY_BINDS = re.compile(
    r"(?:hoàn thành|xong|thực hiện|kết thúc|trình|báo cáo|chậm nhất|đưa vào sử dụng|công bố)\b"
)
_HARD_KINDS = ("date", "month", "quarter", "half", "year")


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a clause: `start`..`end` in the clause's text, and the deadline found for it."""

    start: int
    end: int
    found: Found | None

    @property
    def deadline(self) -> Deadline:
        return (
            self.found.deadline
            if self.found
            else Deadline("none", confidence=0.9, explanation_vi="Không thấy thời hạn trong câu")
        )


def pieces_of(text: str, reference: date | None) -> list[Piece]:
    """Cut `text`; an uncut clause is one piece."""
    found = find_deadlines(text, reference)
    cuts = sorted(
        _after_brackets(text, found)
        | _new_deadlines(text, found)
        | _new_leads(text)
        | _listed(text, found)
        | _beside(text, found)
    )
    bounds = [0, *cuts, len(text)]
    pieces = []
    for start, end in pairwise(bounds):
        start += _skipped(text, start, end)
        if end - start > 12:
            pieces.append(
                Piece(
                    start,
                    end,
                    best([f for f in found if start <= f.outer[0] and f.outer[1] <= end]),
                )
            )
    return pieces or [Piece(0, len(text), best(found))]


def _skipped(text: str, start: int, end: int) -> int:
    match = _CONNECTIVE.match(text[start:end]) if start else None
    return match.end() if match else 0


def best(found: list[Found]) -> Found | None:
    """In brackets before in the sentence, bound before passing, a day before an event before a
    recurrence.
    """
    return max(found, key=_weight, default=None)


def _weight(found: Found) -> tuple[bool, bool, int, int]:
    kinds = {"open": 1, "recurring": 1, "ongoing": 1, "none": -1}
    return found.bracketed, found.strong, kinds.get(found.deadline.kind, 2), -found.span[0]


_ADDS = re.compile(r"\s*,\s*(?:có|với|gồm|để|nhằm|theo|tại|cho|do|vì|bằng|trong đó)\b")
"""What only says how, behind the brackets."""


def _after_brackets(text: str, found: list[Found]) -> set[int]:
    """Behind a deadline in brackets when a further clause follows."""
    cuts = set()
    for item in found:
        rest = text[item.outer[1] :]
        if (
            item.bracketed
            and re.match(r"\s*[;.,]\s*\S|\s+(?:đồng thời|và)\b", rest)
            and len(re.findall(r"\w+", rest)) >= 4
            and not _ADDS.match(plain(rest))
        ):
            cuts.add(item.outer[1])
    return cuts


def _parts(item: Found) -> bool:
    """May end a clause of its own."""
    return _binds(item) or item.deadline.kind == "recurring"


def _binds(item: Found) -> bool:
    """By its words, as a span of days, or as the last words of the clause."""
    span = item.deadline.kind == "date" and item.deadline.start and item.deadline.end
    return bool(span) or item.strong or item.rule == "closing_time"


def _may_follow(item: Found) -> bool:
    kinds = (*_HARD_KINDS, "ongoing", "recurring")
    return item.deadline.kind in kinds or item.rule == "counted_days"


def _new_deadlines(text: str, found: list[Found]) -> set[int]:
    """Before the sentence of a second deadline that binds its own action."""
    strong = [item for item in found if _parts(item)]
    cuts = set()
    for earlier, later in pairwise(strong):
        stops = [
            match.end()
            for match in _SENTENCE.finditer(text)
            if earlier.outer[1] <= match.start() and match.end() <= later.outer[0]
        ]
        if not earlier.strong and later.deadline.kind not in _HARD_KINDS:
            continue
        if (
            not stops
            and _binds(later)
            and earlier.deadline.kind in (*_HARD_KINDS, "recurring")
            and _may_follow(later)
        ):
            stops = [
                match.end()
                for match in re.finditer(r";\s*", text)
                if earlier.outer[1] <= match.start() and match.end() <= later.outer[0]
            ] or _new_action(text, earlier, later)
        if stops:
            cuts.add(stops[0] if len(stops) == 1 else stops[-1])
    return cuts


def _new_action(text: str, earlier: Found, later: Found) -> list[int]:
    """ "Sơ kết vào năm 2028, tổng kết vào năm 2030": behind the comma a verb opens what the second
    day binds.
    """
    comma = _GOES_ON.match(text[earlier.outer[1] : later.outer[0]])
    if (
        not comma
        or earlier.deadline.kind not in _HARD_KINDS
        or later.deadline.kind not in _HARD_KINDS
    ):
        return []
    at = earlier.outer[1] + comma.end()
    between = plain(text[at : later.outer[0]])
    if re.match(r"(?:các|số|những|phần)\s+[^,;]{0,40}\bcòn lại\b", between):
        return [at]
    if text[at : at + 1].isupper():
        subject = subject_of(text[at : later.outer[0]])
        named = subject.rule == "subject" and not all(is_generic(b.name) for b in subject.lead)
        return [at] if named and VERB.match(plain(text[at + subject.rest :]).lstrip(" ,")) else []
    return [at] if VERB.match(between) and not _ONLY_BINDS.match(between) else []


_GOES_ON = re.compile(r"\s*,\s+(?:(?:và|đồng thời|sau đó|còn)\s+)?|\s+(?:và|đồng thời|sau đó)\s+")


_SEMICOLON = re.compile(r";\s+(?:đồng thời\s+)?")
_OTHERS = re.compile(
    r",\s+(?:(?P<word>riêng|còn)\s+)?(?=[A-ZĐÀ-Ỹ]"
    r"|(?:riêng\s+|còn\s+)?(?:các|những|bản|thôn|xóm|ấp)\s)"
)


def _beside(text: str, found: list[Found]) -> set[int]:
    """Before what recurs by itself behind a semicolon; before another body that acts, behind
    "riêng", "còn", or behind the day of the first.
    """
    cuts = set()
    recurring = [one for one in found if one.deadline.kind == "recurring" and one.strong]
    dated = [one for one in found if one.deadline.kind in (*_HARD_KINDS, "recurring")]
    ends = {one.outer[1] for one in dated if _says_more(text, one.outer[0])}
    for mark in _SEMICOLON.finditer(text):
        later = [one for one in recurring if one.span[0] > mark.end()]
        before = any(one.outer[1] <= mark.start() for one in dated)
        bound = any(_is_a_day(one) and one.outer[1] <= mark.start() for one in dated)
        near = later and ";" not in text[mark.end() : later[0].span[0]]
        acts = VERB.match(plain(text[mark.end() :]))
        if before and acts and (near or (bound and _goes_on_alone(text, mark.end(), found))):
            cuts.add(mark.end())
    for mark in _OTHERS.finditer(text):
        if (mark["word"] or mark.start() in ends) and _acts_alone(text, mark.end()):
            cuts.add(mark.end())
    return {cut for cut in cuts if not _inside_brackets(text, cut)}


def _is_a_day(item: Found) -> bool:
    return item.deadline.kind in _HARD_KINDS and item.deadline.kind != "year"


def _says_more(text: str, at: int) -> bool:
    """Something is done before the time; it does not open its sentence."""
    stop = max(text.rfind(mark, 0, at) for mark in (". ", "; ", ": "))
    return len(re.findall(r"\w+", text[stop + 1 : at])) >= _OPENS_WITH


_OPENS_WITH = 4  # words


def _acts_alone(text: str, at: int) -> bool:
    """A body and its verb begin here."""
    words = text[at : at + _AHEAD]
    subject = subject_of(words[:1].upper() + words[1:], has_context=True)
    named = subject.rule == "subject" and bool(subject.lead)
    return named and bool(VERB.match(plain(words[subject.rest :]).lstrip(" ,")))


def _goes_on_alone(text: str, at: int, found: list[Found]) -> bool:
    """The last part of a clause, a duty without a day behind one that has its own."""
    rest = text[at:]
    dated = any(one.outer[0] >= at for one in found)
    goes_on = _ONLY_BINDS.match(plain(rest)) or _SENDS.match(plain(rest))
    own = not goes_on and len(re.findall(r"\w+", rest)) >= _FEWEST
    return ";" not in rest.rstrip(" ;.") and not dated and own


_SENDS = re.compile(
    r"(?:gửi|báo|nộp|chuyển|trình|tổng hợp|cập nhật|thông báo|kết quả|tăng cường"
    r"|tổ chức thực hiện|triển khai thực hiện"
    r"|(?:kiểm tra|giám sát|theo dõi|đôn đốc|đánh giá),?\s+(?:việc|kết quả|tình hình|đôn đốc"
    r"|giám sát))\b"
)
_FEWEST = 5  # words
_AHEAD = 300  # characters that show who acts and how


def _listed(text: str, found: list[Found]) -> set[int]:
    """Before the items of a list inside one paragraph, "(1) …; (2) …", where an item has a deadline
    or a lead.
    """
    items = list(_ITEM.finditer(text))
    if len(items) < 2 or items[0]["n"] not in ("1", "a", "i"):
        return set()
    dated = any(
        item.strong and item.deadline.kind != "none" and item.span[0] > items[0].end()
        for item in found
    )
    led = any(subject_of(text[item.end() :], has_context=True).assigned for item in items)
    return {item.start() for item in items[1:]} if dated or led else set()


def _inside_brackets(text: str, at: int) -> bool:
    return text.rfind("(", 0, at) > text.rfind(")", 0, at)


def _new_leads(text: str) -> set[int]:
    """Before a sentence that has a body of its own as subject."""
    cuts = set()
    for match in _SENTENCE.finditer(text):
        bodies, end = read_bodies(text, match.end())
        subject = subject_of(text[match.end() :], has_context=True)
        if ROLE.match(plain(text[end:])) and bodies:
            continue
        if (bodies and re.match(r"\s+[a-zđà-ỹ]", text[end:])) or subject.assigned:
            cuts.add(match.end())
    for match in re.finditer(r";\s+(?=giao\s|[A-ZĐÀ-Ỹ])", text):
        subject = subject_of(text[match.end() :], has_context=True)
        rest = plain(text[match.end() + subject.rest :])
        named = subject.rule == "subject" and not all(is_generic(b.name) for b in subject.lead)
        if (
            ((subject.assigned and _DUTY.match(rest)) or (named and VERB.match(rest.lstrip(" ,"))))
            and not _inside_brackets(text, match.start())
            and not is_body_phrase(text[: match.start()])
            and not ROLE.match(rest)
        ):
            cuts.add(match.end())
    return cuts

"""The lead behind the last dash of a line: "Tập huấn điều tra viên - Phòng Văn hóa - Xã hội cùng
Trạm Y tế", "Hội thi - Ban Thường vụ Hội chủ trì".
"""

import re

from thenchot.importer.layout.open_labels import is_time
from thenchot.kernel.bodies import Body, begins_with_body, bodies_of, is_body_phrase, read_bodies
from thenchot.kernel.lexicon import VERB
from thenchot.kernel.text import plain

_DASH = re.compile(r"\s+[-–—]\s+(?=\w)")
_LEADS = re.compile(
    r"\s*,?\s*(?:chủ trì|phụ trách|thực hiện|đảm nhiệm|chịu trách nhiệm(?: chính)?|làm|lo)\s*$"
)
_WITH = re.compile(r"\s*[,;(]?\s*(?:\bcùng(?: với)?\b|\bphối hợp(?: với| cùng)?\b)\s*")
_JOINS = re.compile(r"\s*(?:cùng\s+)?(?:phối hợp|tham gia|hỗ trợ)\s*$")
_LONGEST = 200  # characters behind the dash


def led_at_end(text: str) -> tuple[list[Body], list[Body]]:
    """Who leads and who joins in behind a dash, when nothing else stands there."""
    bare = text.rstrip(" .;:")
    if begins_with_body(bare):
        return [], []
    for dash in _DASH.finditer(bare, max(0, len(bare) - _LONGEST)):
        lead, others = _split(bare, dash.end())
        if lead:
            return lead, others
    return _last_clause(bare) or _behind_colon(bare)


ROLE = re.compile(
    r"\s*,?\s*(?:chủ trì|phối hợp|thực hiện|tham mưu|phụ trách|tham gia|đảm nhiệm|chịu trách nhiệm"
    r"|giúp việc)(?:\s+(?:chính|thực hiện|chủ trì))?\W*$"
)
"""All that a clause says of its body: who leads, not what is done."""
_LAST = re.compile(r"[.;,]\s+(?=(?:[Gg]iao\s+(?:cho\s+)?)?[^.;,]{3,120}$)")
_IN_A_ROW = re.compile(r"\b(?:với|cùng|gặp|thăm|tại|của)\s+[A-ZĐÀ-Ỹ][^:]*$")
"""The first of those the work is done with: "làm việc với Chi bộ Hạ, Chi bộ Trung"."""
_GIVEN = re.compile(r"giao\s+(?:cho\s+)?", re.IGNORECASE)


def _last_clause(text: str) -> tuple[list[Body], list[Body]] | None:
    """ "Sơ kết Nghị quyết; Văn phòng Đảng ủy tham mưu", "Hội thi, giao Trung tâm Chính trị"."""
    found = list(_LAST.finditer(text, max(0, len(text) - _LONGEST)))
    if not found:
        return None
    last = found[-1]
    given = _GIVEN.match(text, last.end())
    role = ROLE.search(plain(text), last.end())
    said = re.split(r"[,;]", text[: last.start()])[-1]
    dated = is_time(said) and not _IN_A_ROW.search(said)
    if not given and not dated and (not role or "phối hợp" in role.group()):
        return None
    end = role.start() if role else len(text)
    start = given.end() if given else last.end()
    lead, others = _split(text[:end], start)
    return (lead, others) if lead else None


_COLON = re.compile(r"[^:]*[^\W\d_]:\s+(?=[^:]*$)")
_TIME_LAST = re.compile(r"\s*[,;–(-]\s*(?P<time>[^:;()–]*\d[^:;()–]*?)\)?$")


def _behind_colon(text: str) -> tuple[list[Body], list[Body]]:
    """ "Nhận vắc xin: DS. Phan Minh - 08/6": who does it, and by when, behind the colon."""
    colon = _COLON.match(text)
    if not colon or len(text) - colon.end() > _LONGEST:
        return [], []
    end = len(text)
    for time in _TIME_LAST.finditer(text, colon.end()):
        if is_time(time["time"]):
            end = time.start()
    if end == len(text) and not VERB.match(plain(text)):
        return [], []
    return _split(text[:end], colon.end())


def _split(text: str, start: int) -> tuple[list[Body], list[Body]]:
    words = text[start:]
    joined = _WITH.search(plain(words))
    first = words[: joined.start()] if joined else words
    leads = _LEADS.search(plain(first))
    first = first[: leads.start()] if leads else first
    if not is_body_phrase(first[:1].upper() + first[1:]):
        return [], []
    if not joined:
        return bodies_of(first, start), []
    rest = _JOINS.sub("", words[joined.end() :])
    named = is_body_phrase(rest[:1].upper() + rest[1:])
    return bodies_of(first, start), bodies_of(rest, start + joined.end()) if named else []


def only_roles(words: str) -> bool:
    """ "Phòng Văn hóa - Xã hội chủ trì; Trạm Y tế phối hợp": who, but not what."""
    for part in re.split(r"[;.]\s*", words.strip(" .;")):
        bodies, end = read_bodies(part, 0)
        if not bodies or not ROLE.fullmatch(plain(part[end:])):
            return False
    return True

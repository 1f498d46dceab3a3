"""Who leads and who joins in, read from a heading: "2. Sở Nội vụ", "3.2. Chỉ đạo Sở Nội vụ:",
"Trưởng đoàn (đồng chí …)".
"""

import re

from thenchot.importer.tasks.subjects import (
    at_start,
    at_the_end,
    bodies_after,
    coordinating,
    given_inside,
    in_brackets,
)
from thenchot.kernel.bodies import Body, is_body_phrase
from thenchot.kernel.text import plain

_HEADED = re.compile(
    r"(?:(?:trách nhiệm|nhiệm vụ|phần việc|công việc)(?:\s+cụ thể)?(?:\s+thực hiện)?\s+của\s+"
    r"|(?:ủy quyền|phân cấp|phân quyền)(?:\s+cho)?\s+|đối với\s+|về phía\s+|đề nghị\s+|yêu cầu\s+)"
)
_DIRECTS = re.compile(r"^(?:chỉ đạo|giao|phân công)\s+")
_OFFICE_BESIDE = re.compile(
    r"\s+[-–]\s+(?:[Cc]ơ quan|[Đđ]ơn vị|[Tt]hường trực|[Bb]ộ phận)\s+(?:thường trực|chủ trì|đầu"
    r" mối|giúp việc)?\b"
    r".*$"
)
"""What the body is beside its name: "Phòng Kinh tế - Cơ quan thường trực Ban Chỉ đạo"."""


_HELD_BY = re.compile(
    r"(?P<office>[^()]{3,80}?)\s*\((?P<who>(?:đồng chí|đ/c|ông|bà|chuyên viên|công chức|cán"
    r" bộ)\s[^()]+)\)"
    r"\s*[:.]?$"
)


_OFFICE_COLON = re.compile(
    r"(?:các\s+)?(?:phó\s+|quyền\s+)?(?:trưởng (?:ban|đoàn|tiểu ban|nhóm|tổ|ban \w+ \w+)"
    r"|tổ trưởng|tổ phó|đội trưởng|đội phó|phó (?:ban|đoàn|tổ)|phó trưởng (?:ban|đoàn)|thành viên"
    r"|ủy viên|thư ký|chủ nhiệm|chủ tịch hội đồng|thường trực)[^:.;()]{0,40}:\s*"
)
_SOMEBODY = re.compile(
    r"(?:ông|bà|đồng chí|đ/c|chị|anh|thầy|cô|(?:đại|thượng|trung|thiếu) (?:tá|úy)|bác sĩ|bs)[.]?\s+"
    r"[^:;]{4,110}$"
)


def named_behind(text: str) -> Body | None:
    """ "PHÓ TRƯỞNG BAN: Bà Lê Thị Hạ – Trưởng phòng Nội vụ": the person behind the position."""
    lowered = plain(text).rstrip(" .:")
    office = _OFFICE_COLON.match(lowered)
    if not office or not _SOMEBODY.match(lowered, office.end()) or len(text) > _LONGEST_HEADING:
        return None
    named = text[office.end() :].rstrip(" .:")
    return Body(named, (office.end(), office.end() + len(named)))


_BY_NAME = re.compile(r"(?:[A-ZĐÀ-Ỹ][\w’']*\s+){2,5}(?:[–—-]|,)\s*(?=[^:;.]{2,80}[:.]?$)")
_POST = re.compile(
    r"(?:phó |quyền )?(?:chủ tịch|bí thư|trưởng|giám đốc|hiệu trưởng|chánh|tổ trưởng|chuyên viên"
    r"|công chức|cán bộ|pct|ct|pbt|bt|ủy viên|chỉ huy)\b"
)
"""A person by bare name and post: "Hà Văn Sơn – Trưởng phòng Kinh tế"."""
_LONGEST_HEADING = 160  # characters


def _holder(text: str) -> Body | None:
    """ "Trưởng đoàn (đồng chí Lò Thị Bương, Phó Chủ tịch HĐND xã)": one by office and name."""
    held = _HELD_BY.match(plain(text))
    if not held or not is_body_phrase(text[: held.end("office")].capitalize()):
        return None
    end = held.end("who") + 1
    return Body(text[:end], (0, end))


def heading_bodies(text: str, has_context: bool) -> tuple[list[Body], list[Body]]:
    """Lead and coordinating bodies of a heading: "2. Sở Nội vụ", "3.2. Chỉ đạo Sở Nội vụ:", "Lãnh
    đạo X thực hiện …:".
    """
    if person := named_behind(text):
        return [person], []
    if _BY_NAME.match(text) and _POST.match(plain(_BY_NAME.sub("", text, 1))):
        whole = text.rstrip(" .:")
        return [Body(whole, (0, len(whole)))], []
    text = _OFFICE_BESIDE.sub("", text)
    if holder := _holder(text):
        return [holder], []
    named = _HEADED.match(plain(text))
    if named:
        bodies, end = bodies_after(text, named.end())
        if bodies and end >= len(text.rstrip(" :.")):
            return bodies, []
    lowered = plain(text).rstrip(" :.")
    directs = _DIRECTS.match(lowered)
    if directs:
        bodies, end = bodies_after(text, directs.end())
        if bodies and end >= len(text.rstrip(" :.")):
            return bodies, []
    if text.rstrip().endswith(":") and (given := given_inside(text)):
        return given.lead, coordinating(text)
    subject = at_start(text.rstrip(" :"), has_context)
    if subject.rule == "leads_others":
        return [], subject.coordinate
    lead = subject.lead if subject.rule else []
    if not lead and (told := in_brackets(text.rstrip(" :.")) or at_the_end(text.rstrip(" :."))):
        return told.lead, told.coordinate
    return lead, [body for body in coordinating(text) if body.name not in {b.name for b in lead}]

"""Where a clause stands: the bodies of the headings and openings above it, whether duties are
handed out there, and the time that an opening sets for all below it.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from thenchot.importer.layout.tree import Node
from thenchot.importer.tasks.headings import heading_bodies
from thenchot.importer.tasks.pieces import best
from thenchot.importer.tasks.subjects import subject_of
from thenchot.importer.tasks.words import TIME_WORDS
from thenchot.kernel.bodies import is_body_phrase
from thenchot.kernel.deadlines import Found, find_deadlines, parse_deadline
from thenchot.kernel.text import plain

_IMPLEMENTATION = re.compile(
    r"tổ chức thực hiện|phân công|trách nhiệm (?:của|thực hiện|thi hành|tổ chức)|tổ chức triển "
    r"khai|điều khoản thi hành|giao nhiệm vụ"
)
_AIMS = re.compile(
    r"^kết quả\W*$|^kết quả (?:cần|phải|dự kiến|mong đợi|phấn đấu)|kết quả (?:thực hiện"
    r"|công tác)|mục tiêu|chỉ tiêu|quan điểm|mục đích|yêu cầu"
    r"|tình hình|đặc điểm|khái quát|vài nét|thực trạng|kết quả đạt được|hạn chế"
    r"|nguyên nhân|đánh giá|phạm vi|đối tượng|bối cảnh|căn cứ|sự cần thiết|nguyên tắc|giải thích "
    r"từ ngữ|nhận xét|nhận định|ưu điểm|khuyết điểm|tồn tại|thành phần|địa điểm|dự báo|ý nghĩa"
)
_WORD = re.compile(r"[^\W\d_]+")
_MOST = 12  # words
_MEMBERS = re.compile(
    r"(?:thành phần|thành viên|danh sách)\b.*\b(?:nhiệm vụ|phân công|công việc|trách nhiệm)"
)
"""Who belongs to a committee, and what each does."""
_ONCE = ("date", "month", "quarter", "half", "year")


@dataclass(frozen=True, slots=True)
class Context:
    """What a clause inherits: bodies of the headings above, whether it stands where duties are
    handed out, and the time that an opening sets for all below it.
    """

    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    duty: bool = False
    aims: bool = False
    due: Found | None = None


def opened_by(
    node: Node, following: Node | None, context: Context, reference: date | None
) -> Context | None:
    """A plain line that hands the items behind it to a body: "Phòng Kinh tế thực hiện:"."""
    below = following is not None and following.marker is not None
    opens = node.text.rstrip().endswith(":") or _names_only(node, following)
    if not below or context.aims or not opens:
        return None
    lead, coordinate = heading_bodies(node.text, bool(context.lead))
    if not lead:
        return None
    names = tuple(body.name for body in lead), tuple(body.name for body in coordinate)
    return Context(*names, True, False, _due(node, reference))


def _names_only(node: Node, following: Node | None) -> bool:
    """A line of nothing but a body or a person over dashes: "TRƯỞNG ĐOÀN (đồng chí …)"."""
    dashes = following is not None and following.marker is not None and following.marker.is_bullet
    bare = node.text.rstrip()
    return dashes and not bare.endswith((".", ";", ",")) and is_body_phrase(_BRACKET.sub("", bare))


_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")


def _due(node: Node, reference: date | None) -> Found | None:
    """The time an opening sets for what stands below: "… hoàn thành trước ngày 30/6 các việc:"."""
    if not node.text.rstrip().endswith(":"):
        return None
    found = [one for one in find_deadlines(node.text, reference) if one.strong]
    found = [one for one in found if one.deadline.kind in _ONCE]
    return best(found)


_IN_BRACKETS = re.compile(r"\(([^()]{4,80})\)\s*[:.]?$")


def _due_in_brackets(node: Node, reference: date | None) -> Found | None:
    """The time that a heading ends with: "Khảo sát thực địa (tháng 3/2026)"."""
    bracket = _IN_BRACKETS.search(node.text)
    if not bracket or not node.is_heading:
        return None
    read = parse_deadline(bracket[1], reference)
    if read.kind not in _ONCE or read.end is None:
        return None
    return Found(bracket.span(1), bracket[1], read, "time_heading", min(read.confidence, 0.9))


def context_of(node: Node, context: Context, reference: date | None) -> Context:
    """The context of what stands under `node`."""
    lowered = plain(node.text)
    if node.is_plain:
        return context
    top = node.marker is not None and node.marker.kind in (
        "roman",
        "article",
        "part",
        "chapter",
        "capital",
    )
    commands = subject_of(node.text).rule == "assigned"
    if (
        node.is_heading
        and not commands
        and (top or _AIMS.search(lowered) or _IMPLEMENTATION.search(lowered))
    ):
        duty = (
            bool(_IMPLEMENTATION.search(lowered))
            or (top and lowered.startswith(("yêu cầu", "nhiệm vụ của", "kiến nghị")))
            or (context.duty and not _AIMS.search(lowered))
        )
        duty = duty or bool(_MEMBERS.match(lowered))
        aims = bool(_AIMS.match(lowered)) and not duty
        context = Context(() if top and not context.duty else context.lead, (), duty, aims)
    if context.aims or not _opens_duties(node):
        return context
    if time := _time_alone(node, reference):
        return replace(context, duty=True, due=time)
    lead, coordinate = heading_bodies(node.text, bool(context.lead))
    if not lead and not coordinate:
        bracketed = _due_in_brackets(node, reference)
        return replace(context, due=bracketed) if bracketed else context
    node.bodies, node.coordinates = tuple(b.name for b in lead), tuple(b.name for b in coordinate)
    due = _due(node, reference) or (None if lead else context.due)
    return Context(node.bodies or context.lead, node.coordinates, True, False, due)


def _time_alone(node: Node, reference: date | None) -> Found | None:
    """A heading of nothing but a time: "Trong tháng 6 năm 2026:", "Từ ngày 01/7 đến 20/7/2026"."""
    words = _WORD.findall(plain(node.text))
    if not words or len(words) > _MOST or not TIME_WORDS.issuperset(words):
        return None
    raw = node.text.strip(" :.;")
    read = parse_deadline(raw, reference)
    if read.kind not in _ONCE:
        return None
    span = (0, len(node.text))
    return Found(span, raw, read, "time_heading", min(read.confidence, 0.95))


def _opens_duties(node: Node) -> bool:
    """Dashes or numbers stand under it, or it is a heading over plain paragraphs."""
    return any(not child.is_plain for child in node.children) or bool(
        node.children and node.is_heading
    )

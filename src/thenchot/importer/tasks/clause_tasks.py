"""Tasks from clauses: bullets under a body, numbered clauses of the chapter on implementation,
directives, decisions.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest

from thenchot.importer.layout.labels import block_label
from thenchot.importer.layout.tree import Node
from thenchot.importer.model import ParsedReport, ParsedTask, Span, Spans
from thenchot.importer.tasks.context import Context, context_of, opened_by
from thenchot.importer.tasks.duties import is_task
from thenchot.importer.tasks.general import is_appeal
from thenchot.importer.tasks.pieces import Piece, pieces_of
from thenchot.importer.tasks.reports import (
    is_report,
    mentions_report,
    receiver_of,
    reports_in,
    via_of,
)
from thenchot.importer.tasks.subjects import Subject, approval_of, moved_back, subject_of
from thenchot.importer.tasks.tails import only_roles
from thenchot.importer.tasks.words import opening_end, without_ordinal
from thenchot.kernel.bodies import is_body_phrase
from thenchot.kernel.text import plain, tidy

_NO_DUTY = re.compile(
    r"^\s*(?:\([^)]{2,40}\))?\s*,?\s*(?:đã|cơ bản hoàn thành|(?:mới |chỉ |mới chỉ )?(?:đạt|có"
    r" (?=\d)|còn|gồm|bao gồm"
    r"|là (?!đầu mối|cơ quan(?! thường trực\W*$)"
    r"|đơn vị))|chưa|đang|mới (?=đạt|có)|(?:tự )?giải thể|hết hiệu lực|có hiệu lực"
    r"|chấm dứt hoạt động"
    r"|hoạt động (?:kiêm nhiệm|theo)|làm việc theo (?:chế độ|nguyên tắc)|được sử dụng (?:con dấu"
    r"|bộ máy)|được thành lập|ghi nhận|đánh giá|biểu dương|hoan nghênh"
    r"|(?:cơ bản )?(?:thống nhất|nhất trí"
    r"|đồng ý)"
    r"(?: cao)?(?: với| chủ trương| nội dung| phương án)|nhận được|nhận thấy|có ý kiến|trân"
    r" trọng|kính trình"
    r"|kính (?:đề nghị|mong)|cảm ơn|thông báo (?:ý kiến |nội dung )?(?:kết luận|để))\b"
)
"""What a body says of the past, or says to be polite."""
_POLITE = re.compile(
    r"trân trọng cảm ơn|rất mong (?:nhận được |được )?sự|xin trân trọng|^đầu mối liên hệ|^(?:mọi"
    r" )?(?:thông tin|vướng mắc|khó khăn|thắc mắc|trao đổi)[^.;]{0,30},? (?:xin |đề nghị "
    r"|vui lòng )?"
    r"liên hệ|^(?:đầu mối|người) (?:liên hệ|trao đổi|hỗ trợ|giải đáp)"
)
_CLOSING = re.compile(
    r"^(?:trên đây|trong quá trình|(?:kế hoạch|nghị quyết|chương trình|chỉ thị|quyết định|kết "
    r"luận|đề án|thông báo)[^,;.]{0,40} (?:này )?(?:được |có hiệu lực|phổ biến|thay thế))"
)
_EXECUTES = re.compile(
    r"chịu trách nhiệm thi hành\b|căn cứ (?:quyết định|nghị quyết) (?:thi hành|này)|có hiệu lực "
    r"(?:thi hành )?(?:kể )?từ"
)


_SMALL_UNIT = re.compile(r"(?:thôn|bản|xóm|ấp|buôn|khu phố|tổ)\s+[A-ZĐÀ-Ỹ\d]")
"""A hamlet by its name, in small letters behind a comma."""
_ONCE = ("date", "month", "quarter", "half", "year")
_FEW = 4  # words in capitals: the title of a sheet that is attached
_SHORTEST = 8  # characters: less is no clause


@dataclass(slots=True)
class Reading:
    """What the walk over the tree yields."""

    text: str
    reference: date | None
    tasks: list[ParsedTask] = field(default_factory=list)
    reports: list[ParsedReport] = field(default_factory=list)


def read_clauses(
    root: Node,
    text: str,
    reference: date | None,
    *,
    addressed: tuple[str, ...] = (),
    directive: bool = False,
) -> Reading:
    """Walk the tree. `addressed`: bodies that the opening paragraph commands; `directive`: every
    clause is a duty.
    """
    reading = Reading(text, reference)
    _walk(root, Context(lead=addressed, duty=directive or bool(addressed)), reading)
    return reading


def _walk(node: Node, context: Context, reading: Reading) -> None:
    given = context
    for child, following in zip_longest(node.children, node.children[1:]):
        if child.element is None:
            continue
        if child.is_plain:
            context = opened_by(child, following, given, reading.reference) or given
            if context is not given:
                continue
        inner = context_of(child, context, reading.reference)
        _, told = _with_brackets_below(child)
        if told and len(child.children) == 1:
            _read_leaf(child, context, reading)
            continue
        if not _only_heads(child, inner, context):
            _read_leaf(child, context, reading)
        _walk(child, inner, reading)


def _only_heads(node: Node, inner: Context, context: Context) -> bool:
    """A heading, or an opening such as "Sở Nội vụ chủ trì, phối hợp với …:" whose duties stand
    below.
    """
    if not node.children:
        return node.is_heading and not _has_colon_duty(node)
    numbered = any(not child.is_plain for child in node.children)
    if node.is_heading or (numbered and node.text.rstrip().endswith(":")):
        return not _has_colon_duty(node)
    return False


def _has_colon_duty(node: Node) -> bool:
    """ "1. Ban Thường vụ: lãnh đạo, chỉ đạo …": the duty follows the colon."""
    if node.children and is_body_phrase(node.text):
        return False  # "Các phòng: Kinh tế, Nội vụ"
    subject = subject_of(node.text)
    return subject.rule == "body_colon" and len(node.text) - subject.rest > 15


_ALL_IN_BRACKETS = re.compile(r"\([^()]{6,300}\)\s*[.;]?$")


def _with_brackets_below(node: Node) -> tuple[str, int]:
    """The words of a clause with the brackets that stand alone on the line below, and how many of
    its lines that takes.
    """
    below = node.children[0] if node.children else None
    if below is None or not below.is_plain or not _ALL_IN_BRACKETS.match(below.text):
        return node.text, 0
    gap = below.at - node.at - len(node.text)
    return f"{node.text}{' ' * gap}{below.text}", 1


def _read_leaf(node: Node, context: Context, reading: Reading) -> None:
    text, _ = _with_brackets_below(node)
    if (
        context.aims
        or _says_a_value(node)
        or _CLOSING.match(plain(text))
        or _POLITE.search(plain(text))
        or _EXECUTES.search(plain(text))
        or len(text) < _SHORTEST
        or (text.isupper() and len(text.split()) < _FEW)
    ):
        return
    base = subject_of(text, has_context=bool(context.lead))
    pieces = pieces_of(text, reading.reference)
    for index, piece in enumerate(pieces):
        _read_piece(node, text, piece, index if len(pieces) > 1 else None, context, base, reading)


def _says_a_value(node: Node) -> bool:
    """ "Thời hạn hoàn thành: …", "Kinh phí: …": told by its label, no duty."""
    label = block_label(node.text, heads=bool(node.children))
    return label is not None and label.field in ("deadline", "note", "product")


def _read_piece(
    node: Node,
    text: str,
    piece: Piece,
    index: int | None,
    context: Context,
    base: Subject,
    reading: Reading,
) -> None:
    words = text[piece.start : piece.end].strip()
    subject = (
        base if piece.start == 0 else subject_of(words, has_context=bool(context.lead or base.lead))
    )
    if not subject.lead and piece.start and _SMALL_UNIT.match(words):
        subject = subject_of(f"riêng {words}", has_context=True)
        subject = moved_back(subject, len("riêng "))
    if piece.start == 0 and base.lead and base.lead[0].span[0] >= piece.end:
        subject = subject_of(words, has_context=True)
    if subject.lead and _NO_DUTY.match(plain(words[subject.rest :])):
        return
    if subject.lead and not piece.found and only_roles(words):
        return
    if is_appeal(words, tuple(body.name for body in subject.lead)):
        return
    named = bool(subject.lead) and node.marker is not None and node.marker.kind == "article"
    if not (named and subject.rule == "subject") and not is_task(
        words, piece, subject, context, base
    ):
        return
    offset = node.at + (0 if subject is base else piece.start)
    lead = (
        tuple(body.name for body in subject.lead)
        or (tuple(b.name for b in base.lead) if piece.start else ())
        or context.lead
    )
    coordinate = tuple(
        body.name for body in subject.coordinate if body.span[1] <= piece.end or subject is not base
    )
    ref = node.ref + ("" if index is None else "abcdefghijklmnopqrstuvwxyz"[min(index, 25)])
    if subject.rule == "body_colon":
        piece = replace(piece, start=piece.start + subject.rest)
        words = words[subject.rest :]
    elif given := _given_behind_colon(words, subject):
        piece = replace(piece, start=piece.start + given)
        words = words[given:]
    if opens := opening_end(words):
        piece = replace(piece, start=piece.start + opens)
        words = words[opens:]
    reading.reports += reports_in(ref, node, text, piece, lead, reading.reference)
    reports = is_report(words) or is_report(
        words[subject.rest :].strip() if subject.rule != "body_colon" else words
    )
    if reports and not _is_task_too(words, subject, piece, lead):
        return
    spans = _spans(node, piece, subject, offset)
    task = _task(ref, node, words, lead, coordinate or context.coordinate, piece, spans, subject)
    reading.tasks.append(_with_due(task, context))


def _with_due(task: ParsedTask, context: Context) -> ParsedTask:
    if context.due is None or task.deadline.kind != "none":
        return task
    return replace(
        task,
        deadline_raw=context.due.raw,
        deadline=context.due.deadline,
        rules={**task.rules, "deadline": "opening_date"},
        confidence={**task.confidence, "deadline": min(0.9, context.due.confidence)},
    )


_IN_A_SENTENCE = 0.96  # a day named in a sentence is never surer than this


def _surely_a_task(piece: Piece, subject: Subject) -> float:
    """A body of its own and a day bind most; a clause that has both from its heading, least."""
    binds = piece.found is not None and piece.found.strong
    named = bool(subject.lead)
    return 0.95 if named and binds else 0.92 if named or binds else 0.88


def _surely_led(subject: Subject, lead: tuple[str, ...]) -> float:
    if not lead:
        return 0.3
    return 0.92 if subject.rule in ("assigned", "body_colon", "subject") else 0.88


def _is_task_too(words: str, subject: Subject, piece: Piece, lead: tuple[str, ...]) -> bool:
    """A report that a sentence lays on a body by name and by a day is a task as well."""
    rule = piece.deadline.rule or {}
    dated = piece.deadline.end is not None or bool(rule.get("end"))
    if subject.rule in ("subject", "assigned") and subject.lead:
        return dated
    own = bool(lead) and not _ON_THIS.search(plain(words))
    counted = piece.found is not None and piece.found.rule == "counted_days"
    return own and (dated or counted or piece.deadline.rule is not None)


_ON_THIS = re.compile(
    r"\b(?:báo cáo|kết quả|tình hình|tiến độ)\s+(?:kết quả|tình hình|tiến độ)?\s*(?:tổ chức "
    r"|triển khai )?(?:thực"
    r" hiện|triển khai)\b"
)
"""A report on how the document is carried out."""


_GIVEN = re.compile(
    r"\s*,?\s*(?:(?:chủ trì|tổ chức|triển khai|thực hiện|tham mưu)\s*,?\s*)*(?:(?:các\s+)?"
    r"(?:nhiệm vụ|công việc|nội dung"
    r"|việc)\s*(?:sau)?\s*)?:\s*(?=\S)"
)


def _given_behind_colon(words: str, subject: Subject) -> int:
    """Where the work begins in "Giao X chủ trì thực hiện: Y"."""
    if subject.rule != "assigned" or not plain(words).startswith(("giao", "phân công")):
        return 0
    match = _GIVEN.match(plain(words), subject.rest)
    return match.end() if match else 0


def _spans(node: Node, piece: Piece, subject: Subject, offset: int) -> Spans:
    spans: Spans = {"text": [(node.at + piece.start, node.at + piece.end)]}
    for name, bodies in (("lead", subject.lead), ("coordinate", subject.coordinate)):
        if bodies:
            spans[name] = [(offset + body.span[0], offset + body.span[1]) for body in bodies]
    if piece.found:
        spans["deadline"] = [_moved(piece.found.span, node.at)]
    return spans


def _moved(span: Span, offset: int) -> Span:
    return span[0] + offset, span[1] + offset


def _task(
    ref: str,
    node: Node,
    words: str,
    lead: tuple[str, ...],
    coordinate: tuple[str, ...],
    piece: Piece,
    spans: Spans,
    subject: Subject,
) -> ParsedTask:
    deadline = piece.deadline
    passed = approval_of(words)
    report = mentions_report(words)
    return ParsedTask(
        ref=ref,
        text=without_ordinal(tidy(words)),
        number_as_printed=node.marker.printed if node.marker else None,
        parent=node.parent.ref if node.parent else None,
        lead=lead,
        coordinate=coordinate,
        deadline_raw=piece.found.raw if piece.found else "",
        deadline=deadline,
        approval=passed.name if passed else None,
        receiver=receiver_of(words) if report else None,
        via=via_of(words) if report else None,
        after=deadline.after,
        spans=spans,
        rules={
            "text": "clause",
            "lead": subject.rule or ("heading" if lead else "none"),
            "coordinate": "with_body" if subject.coordinate else "none",
            "deadline": piece.found.rule if piece.found else "none",
        },
        confidence={
            "text": _surely_a_task(piece, subject),
            "lead": _surely_led(subject, lead),
            "coordinate": 0.9,
            "deadline": min(piece.found.confidence, _IN_A_SENTENCE) if piece.found else 0.9,
        },
    )

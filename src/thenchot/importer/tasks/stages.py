"""One work with several dated lines: "1. Cầu dân sinh (Ban QLDA xã)" over "Khởi công: tháng 6",
"Thông xe: 31/8". The last of them is its last day.
"""

import re
from datetime import date

from thenchot.importer.layout.labels import block_label
from thenchot.importer.layout.tree import Node
from thenchot.importer.model import Span
from thenchot.importer.tasks.headings import named_behind
from thenchot.importer.tasks.subjects import subject_of
from thenchot.importer.tasks.tails import led_at_end
from thenchot.importer.tasks.words import TIME_WORDS
from thenchot.kernel.bodies import is_body_phrase, read_bodies
from thenchot.kernel.deadlines import parse_deadline
from thenchot.kernel.text import plain

_STAGE = re.compile(r"(?P<name>[^:]{2,70}?)\s*:\s+(?P<time>\S.{2,120})", re.DOTALL)
_DASHED = re.compile(r"(?P<name>[^:–—]{2,70}?)\s+[–—-]\s+(?P<time>\S.{2,80})", re.DOTALL)
_KINDS = ("arabic", "decimal", "paren", "letter", "named", "bullet")
_WORD = re.compile(r"[^\W\d_]+")
_BESIDE = ("lead", "executor", "responsible", "coordinate", "lead_coordinate", "product", "note")
_MOST = 9  # words of the name of a stage
_TITLES = re.compile(
    r"(?:thời (?:gian|hạn|điểm)|tiến độ|các mốc|mốc|lịch|lộ trình|kế hoạch thời gian|phân kỳ)\b"
)
_TAIL = re.compile(r"\s+[–—-]\s+(?=[^–—]{4,200}$)|\s*\((?=[^()]{4,200}\)\W*$)")
_ROLE = re.compile(
    r"\s*,?\s*(?:(?:là|làm)\s+)?(?:(?:cơ quan|đơn vị)\s+)?(?:đầu mối|chủ trì|phụ trách|thực hiện"
    r"|đảm nhiệm|chịu trách nhiệm|cùng|phối hợp|tham gia|hỗ trợ|tham mưu|thường trực)"
    r"(?:\s+(?:tham gia|chính|thực hiện|làm|phối hợp))?\W*$"
)
_ON = date(2026, 1, 1)


def stages_of(node: Node) -> list[Span]:
    """The times of the lines under a work, in order, when each says no more than a stage and its
    time; else none.
    """
    if node.marker is None or node.marker.kind not in _KINDS or not _names_a_work(node):
        return []
    fields = [block_label(child.text, heads=bool(child.children)) for child in node.children]
    if any(role and role.field not in _BESIDE for role in fields):
        return []
    said = [child for child, role in zip(node.children, fields, strict=True) if not role]
    lines = [child for child in said if child.marker or child is not said[-1]]
    spans = [_stage(child) for child in lines]
    known = [span for span in spans if span]
    return known if known and len(known) == len(lines) and _is_enough(node, known) else []


def _is_enough(node: Node, stages: list[Span]) -> bool:
    """Two stages; or one beside a body in the heading or in a label."""
    return len(stages) > 1 or tail_of(node) < len(node.text) or len(node.children) > len(stages)


def _names_a_work(node: Node) -> bool:
    if node.text.rstrip().endswith(":") or named_behind(node.text):
        return False
    text = node.text.rstrip(" .")
    if _TITLES.match(plain(text)) or parse_deadline(text, _ON).kind in ("date", "month", "quarter"):
        return False
    return not is_body_phrase(text) and not is_body_phrase(re.sub(r"\s*\([^()]*\)$", "", text))


def _stage(node: Node) -> Span | None:
    """Where the time of a stage stands."""
    if node.marker is None or node.children:
        return None
    text = node.text.rstrip(" .;")
    if _is_time(text):
        return node.at, node.at + len(text)
    said = _STAGE.fullmatch(text) or _DASHED.fullmatch(text)
    if not said or not _is_time(said["time"]) or len(_WORD.findall(said["name"])) > _MOST:
        return None
    subject = subject_of(said["name"])
    if subject.lead or parse_deadline(said["name"], _ON).end:
        return None
    return node.at + said.start("time"), node.at + said.end("time")


_UNTIL = re.compile(r"\W*(?:sau khi|khi|ngay sau|đến khi|từ khi|theo (?:lịch|hướng dẫn))\b")
_LONGEST = 70  # characters of a time


def _is_time(words: str) -> bool:
    """Nothing but a time, or an event that is waited for."""
    read = parse_deadline(words, _ON)
    if read.kind not in ("date", "month", "quarter", "half", "year", "open") or read.rule:
        return False
    said = plain(words)
    alone = all(
        TIME_WORDS.issuperset(_WORD.findall(part)) or _UNTIL.match(part)
        for part in re.split(
            r",\s+(?=chậm nhất|xong|trước|hoàn thành)|\s(?=đến khi|sau khi)", said
        )[-1:]
    )
    return len(words) < _LONGEST and (alone or bool(_UNTIL.match(said)))


def tail_of(node: Node) -> int:
    """Where the words of the work end: before the bodies in brackets or behind a dash."""
    text = node.text
    for tail in _TAIL.finditer(text):
        rest = text[tail.end() :].strip(" ().")
        if all(_is_party(part) for part in re.split(r"\s*;\s*", rest)):
            return tail.start()
    return len(text)


def _is_party(words: str) -> bool:
    if is_body_phrase(words) or is_body_phrase(words[:1].upper() + words[1:]):
        return True
    bodies, end = read_bodies(words[:1].upper() + words[1:], 0)
    return (bool(bodies) and bool(_ROLE.fullmatch(plain(words[end:])))) or bool(
        led_at_end(words)[0]
    )

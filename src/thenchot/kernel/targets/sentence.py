"""The aims of a sentence or a paragraph, each with its place."""

import re
from dataclasses import replace

from thenchot.kernel.bodies import is_head
from thenchot.kernel.targets.beside import is_told, side_by_side
from thenchot.kernel.targets.model import Target
from thenchot.kernel.targets.phrase import BRACKET, parse_target
from thenchot.kernel.targets.units import is_unit
from thenchot.kernel.text import tidy

_CUT = re.compile(
    r"(?P<stop>;\s*|[.]\s+(?=[A-ZĐÀ-Ỹ\d])|,?\s+(?:và\s+)?(?=trong đó\b[^;.]{0,80}?\d)"
    r"|,\s+(?=(?:bao )?gồm\b[^;.]{0,60}?\d)"
    r"|[,;]?\s+và\s+(?=có\s+(?:\d|cán bộ|ít nhất))|,\s+(?=(?:trên "
    r"|dưới |ít nhất |tối thiểu )?\d[\d.,]*\s*%\s+\w)|\s+và\s+(?=(?:trên |ít nhất |tối thiểu "
    r")?\d[\d.,]*\s*%\s+\w))"
)
_ASIDE = re.compile(
    (
        r"^(?:coi|lấy|góp phần|tạo|qua đó|nhằm|đồng thời|từ đó|phù hợp|làm|theo|gắn|trong đó "
        r"(?:chú "
        r"trọng|ưu tiên|tập trung))\b"
    ),
    re.IGNORECASE,
)
_ROW = re.compile(
    r"\b(?:tỷ lệ|cơ cấu|số lượng)\s+(?P<head>\w+\s+\w+)(?P<rest>[^;.]*)", re.IGNORECASE
)
_ROW_END = re.compile(
    r"\s+(?:trong tổng số|trong|trên tổng số|giàu|đáp ứng|theo|đến|so với)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def find_targets(text: str) -> list[Target]:
    """The aims in one paragraph of a section on targets, with their spans. Asides ("coi đây là …")
    are left out.
    """
    found: list[Target] = []
    text = _IN_BRACKETS.sub(lambda match: f", {match[1]} ".ljust(len(match.group())), text)
    for start, end in _segments(text):
        words = text[start:end]
        if is_told(words):
            continue
        behind = _is_part(text, start)
        target = parse_target(f"trong đó {words}" if behind else words)
        target = _of_which(text, start, target, behind)
        if found and (behind or _OF_WHICH.match(text, start)):
            target = _of_people(found[0], target)
        if target.comparator == "qualitative" and (_ASIDE.match(words) or len(words) < 15):
            continue
        again = _second_action(words) if target.unit == "%" else 0
        if again:
            found += [
                replace(target, span=(start, start + len(words[:again].rstrip()))),
                replace(target, span=(start + again + len("và "), end)),
            ]
            continue
        found += [replace(one, span=(start, end)) for one in _per_part(words, target)]
    return found


_IN_BRACKETS = re.compile(r" \((trong đó\b[^()]*\d[^()]*)\)")


def _is_part(text: str, start: int) -> bool:
    """Behind "trong đó" or "gồm"; a semicolon ends that, unless a colon opened a list."""
    opening = _OF_WHICH.search(text, 0, start)
    if not opening:
        return False
    said = text[opening.end() : start].rstrip()
    return "." not in said[-1:] and (text[opening.end() :].startswith(":") or said[-1:] != ";")


def _of_people(whole: Target, part: Target) -> Target:
    """Parts of a number of people are people, whatever they are called: "30 quân sự, 05 công
    an".
    """
    people = whole.unit in ("person", "lao động")
    named = part.unit is None or part.unit == "%" or is_unit(part.unit)
    return replace(part, unit="person") if people and not named else part


def _of_which(text: str, start: int, target: Target, behind: bool) -> Target:
    """A part of a sum has no comparator of its own unless a word gives it one."""
    part = _OF_WHICH.search(text)
    if (
        not part
        or part.start() > start + 10
        or not (behind or part.start() >= start)
        or _THERE_ARE.match(text, start)
        or target.rule != "bare_quantity"
        or (target.value, target.unit) == (100, "%")
    ):
        return target
    return replace(target, comparator=None, rule="of_which", confidence=0.6)


def _second_action(words: str) -> int:
    """ "100% A được đào tạo, bồi dưỡng … và bồi dưỡng …": where the verb said again opens a second
    aim, else 0.
    """
    passive = re.search(r"\bđược\s+", words)
    for match in re.finditer(r"\bvà\s+(\w+\s+\w+)\b", words):
        if passive and re.search(
            rf"\b{re.escape(match[1])}\b", words[passive.end() : match.start()]
        ):
            return match.start()
    return 0


def _segments(text: str) -> list[tuple[int, int]]:
    bounds, start, depth_text = [], 0, BRACKET.sub(lambda match: "x" * len(match.group()), text)
    for match in _CUT.finditer(depth_text):
        if _may_cut(text[start : match.start()], match.group(), text[match.end() :]):
            bounds.append((start, match.start()))
            start = match.end()
    bounds.append((start, len(text)))
    parts = [part for bound in bounds for part in _members(text, *bound)]
    parts = [aim for part in parts for aim in side_by_side(text, *part)]
    return [_stripped(text, a, b) for a, b in parts if text[a:b].strip(" .;,")]


_OF_WHICH = re.compile(r"\btrong đó\b|(?<=, )(?:bao )?gồm\b(?=[^;.]{0,60}?\d)", re.IGNORECASE)
_THERE_ARE = re.compile(r"\btrong đó có\s+\d", re.IGNORECASE)
_COMMA = re.compile(r"(?<!\d),\s+(?:và\s+)?|\s+và\s+(?=[^,]*\d)")
_NUMBERED = re.compile(r"\d+(?:[.,]\d+)*")


def _members(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Behind "trong đó" each comma between two numbers parts two aims."""
    opening = _OF_WHICH.search(text, start, end)
    cuts = [start]
    for comma in _COMMA.finditer(text[start:end]) if opening else ():
        said = text[cuts[-1] : start + comma.start()]
        following = re.split(r",\s", text[start + comma.end() : end])[0]
        if _NUMBERED.search(said) and _NUMBERED.search(following):
            cuts.append(start + comma.end())
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _may_cut(said: str, mark: str, following: str) -> bool:
    """Inside a row after a colon a semicolon only parts members; a comma parts two aims, not an aim
    and its opening.
    """
    if mark.startswith(";"):
        if is_head(following) and not re.match(r"[^;.]*\d", following):
            return False
        return ":" not in said or bool(re.match(r"[^;:]{0,60}\d", following))
    if "%" in following[:12] or mark.strip(" ,") in ("và", ""):
        return bool(re.search(r"\d", said)) or mark.startswith(".")
    return True


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, start + len(text[start:end].rstrip(" ;,"))


def _per_part(words: str, target: Target) -> list[Target]:
    """ "tăng tỷ lệ cán bộ trẻ, cán bộ nữ, …": one aim for each item that repeats the noun."""
    row = _ROW.search(words)
    if not row or target.value is not None or target.comparator == "qualitative":
        return [target]
    items = row_items(row["head"], row["rest"])
    return [replace(target, part=item) for item in items] if len(items) > 1 else [target]


def row_items(head: str, rest: str) -> list[str]:
    """Items of a comma row that begin with `head`; commas inside an item stay."""
    listed = _ROW_END.sub("", head + rest)
    starts = [
        match.start()
        for match in re.finditer(rf"(?:^|,\s*|\bvà\s+)(?={re.escape(head)}\b)", listed)
    ]
    ends = [*starts[1:], len(listed)]
    return [
        tidy(listed[a:b].strip(" ,").removeprefix("và ")) for a, b in zip(starts, ends, strict=True)
    ]

"""One aim. A condition in brackets ("dưới 42 tuổi", "tính cho cả nhiệm kỳ") is kept apart and
never read as the value.
"""

import re
from dataclasses import replace

from thenchot.kernel.quantities import in_digits
from thenchot.kernel.targets.comparators import way_of
from thenchot.kernel.targets.model import Target
from thenchot.kernel.targets.special import measured, special
from thenchot.kernel.targets.units import UNIT
from thenchot.kernel.targets.values import number, quantity
from thenchot.kernel.text import fold_keep, nfc
from thenchot.kernel.typed import ENDLESS

BRACKET = re.compile(r"\([^()]*\)")
_PEOPLE_WITHOUT_NUMBER = re.compile(
    r"^\W*(?:phan dau\s+)?co\s+(?:can bo|cap uy vien|dang vien|cong chuc|lanh dao|dong chi|uy "
    r"vien|nguoi)\b(?![^.;]*\d)"
)
_EVERYONE = re.compile(r"\b(?:tat ca|toan bo)\s+(?:cac\s+)?\w+")
_TREND = re.compile(
    r"\b(?P<way>tang(?!\s+cuong)|nang|giam(?!\s+sat)|ha)\s+(?:thap\s+|dan\s+|cao\s+)?(?:ty le|so "
    r"luong|so|muc|chi so|ti le|thoi gian|chi phi|so vu)\b"
)
_NONE = re.compile(
    r"\bkhong\s+(?:(?:de|con|co|phat sinh|xay ra|tai dien|tai phat|hinh thanh)\s+)+"
    r"(?:(?:moi|them|bat ky|mot|cac)\s+)*(?P<what>[a-z]+(?:\s+[a-z]+){0,5})"
)
_NOT_NONE = re.compile(r"(?:phu hop|nghia|dieu kien|kha nang|gi|the|chi(?! bo)|ket qua|nhu cau)\b")
"""What is wanting without being an aim: "không còn phù hợp", "không có điều kiện"."""
_SHARE = re.compile(r"\b(?:ty le|ti le|co cau|%)")


def parse_target(phrase: str) -> Target:
    """One aim. A phrase without a quantity or a trend is qualitative. Never raises."""
    phrase = nfc(phrase).strip()
    conditions = [
        match.group()[1:-1].strip()
        for match in BRACKET.finditer(phrase)
        if _is_condition(match.group())
    ]
    visible = BRACKET.sub(lambda match: " " * len(match.group()), phrase)
    visible = ENDLESS.sub(lambda match: " " * len(match.group()), visible)
    visible = in_digits(visible, number)
    target = _read(_folded(visible), visible)
    return replace(target, raw=phrase, condition="; ".join(conditions) or None)


def _folded(phrase: str) -> str:
    """Folded, with words kept apart that only their marks part from those of the grammar."""
    for marked, apart in _ALIKE:
        phrase = marked.sub(apart, phrase)
    return fold_keep(phrase)


_ALIKE = (
    (re.compile(r"(?i)\bđất\b"), "đaq"),
    (re.compile(r"(?i)\btặng\b"), "tqng"),
    (re.compile(r"(?i)\bgiám\b"), "giqm"),
    (re.compile(r"(?i)\bthu\b"), "thq"),
    (re.compile(r"(?i)(?<=đầu |vật )tư\b"), "tq"),
)
"""đất and đạt, tặng and tăng, giám and giảm, thu and thứ, đầu tư and từ."""


def _is_condition(bracket: str) -> bool:
    return bool(
        re.search(
            r"tuổi|tính|so với|đối với|trừ|không kể|bao gồm|gồm|năm|nhiệm kỳ|theo", bracket.lower()
        )
    )


def _none(text: str, phrase: str) -> Target | None:
    """ "Không để xảy ra cháy rừng", "không còn nhà tạm": nothing of the kind is left."""
    match = _NONE.search(text)
    if not match or _NOT_NONE.match(match["what"]):
        return None
    counted = UNIT.match(match["what"])
    start = match.start("what")
    unit = phrase[start + counted.start(1) : start + counted.end(1)].lower() if counted else None
    return Target("=", 0.0, unit, rule="none_left", confidence=0.7)


def _read(text: str, phrase: str) -> Target:
    if found := special(text, phrase):
        return found
    trend = _TREND.search(text)
    match = quantity(text)
    if match:
        return measured(text, phrase, match)
    if none := _none(text, phrase):
        return none
    if trend:
        return Target(
            way_of(trend["way"]), None, "%" if _SHARE.search(text) else None, rule="trend"
        )
    if _EVERYONE.search(text) and re.search(
        r"\b(?:duoc|dat|co|hoan thanh|thanh thao|su dung|thuc hien)\b", text
    ):
        return Target(">=", 100.0, "%", rule="everyone", confidence=0.85)
    if _PEOPLE_WITHOUT_NUMBER.search(text):
        return Target(">=", 1.0, "person", rule="at_least_one", confidence=0.9)
    return Target("qualitative", rule="no_quantity", confidence=0.8)

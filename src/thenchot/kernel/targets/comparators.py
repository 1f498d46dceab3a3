"""At least, at most, more, less: the word that governs a value."""

import re

_NONE_UNDER = re.compile(
    r"\bkhong\s+(?:co|de|con|(?:[a-z]+\s+){1,3}nao)\b[^;.]*\b(?P<way>duoi|thap\s+hon|it\s+hon"
    r"|tren|qua|cao\s+hon|vuot(?:\s+qua)?|qua\s+han)\s+$"
)


_SIGN = re.compile(r"(≥|>=|≤|<=|>|<)\s*$")
_SIGNS = {"≥": ">=", ">=": ">=", "≤": "<=", "<=": "<=", ">": ">", "<": "<"}


def comparator_of(before: str, after: str, match: re.Match[str]) -> tuple[str | None, str, float]:
    if re.match(r"[^.;,]{0,90}?\btro len\b", after):
        return ">=", "and_above", 1.0
    if re.match(r"[^.;,]{0,90}?\btro xuong\b", after):
        return "<=", "and_below", 1.0
    if _OVER_A_PLAN.search(before) and _OF_A_PLAN.match(after):
        return ">=", "over_a_plan", 0.9
    if sign := _SIGN.search(before):
        return _SIGNS[sign[1]], "sign_before", 0.97
    if re.search(r"\bdat\s+va\s+vuot\s+$", before):
        return ">=", "word_before", 0.95
    if negated := _NONE_UNDER.search(before):
        under = negated["way"].startswith(("duoi", "thap", "it"))
        return (">=" if under else "<="), "none_beyond", 0.9
    trend = _TREND_BY.search(before)
    if trend and not (trend["way"] == "tang" and re.search(r"\b(?:truong|tu)\b", trend.group())):
        return way_of(trend["way"]), "trend_with_value", 0.9
    if trend_of := _TREND_OF.search(before):
        return way_of(trend_of["way"]), "trend_with_value", 0.85
    for comparator, pattern in _BEFORE:
        if re.search(pattern, before):
            return comparator, "word_before", 0.97
    if trend:
        return way_of(trend["way"]), "trend_with_value", 0.9
    if re.search(r"\btrong do\s*(?:,\s*)?$", before.rstrip() + " ") or re.search(
        r"\btrong do\b(?!\s+co\s*$)[^,;.]{0,40}$", before
    ):
        everyone = match["low"] == "100" and match.groupdict().get("unit") == "%"
        return (">=", "of_which_all", 0.9) if everyone else (None, "of_which", 0.6)
    percent = match.groupdict().get("unit") == "%"
    return ">=", "bare_quantity", 0.9 if match["low"] == "100" or not percent else 0.8


_OVER_A_PLAN = re.compile(r"(?<!khong )\bvuot\s+$")
_OF_A_PLAN = re.compile(r"\s*(?:%\s*)?(?:so voi\s+)?(?:du toan|ke hoach|chi tieu|muc)\b")
"""By how much more than planned: "vượt 3% dự toán"."""


_TREND_BY = re.compile(
    r"(?<!toc do )(?<!ty le )(?<!muc )\b(?P<way>tang|giam)(?:\s+thq|\s+chi)?(?:\s+(?:ty\s+le|so"
    r"|muc)"
    r"\s[\w\s]{1,40}?(?=\s+binh\s+quan))?(?:\s+(?:them|binh quan|it nhat|tu|toi thieu|toi da"
    r"|tren|hon|hang nam"
    r"|hang nam tu|khoang|truong|duoc|dat|so voi[\w\s]{1,25}?))*\s*$"
)
_TREND_OF = re.compile(
    r"^\W*(?:phan\s+dau\s+)?(?:keo\s+|cat\s+|tiet\s+)?(?P<way>tang|giam"
    r"|tinh\s+gian)(?!\s+(?:cuong|truong)\b)"
    r"(?:(?!\b(?:xuong|(?<!sinh )con|ve|len|dat|duoi|bang|khong|gap)\b)[^,;.\d])*$"
)
"""What rises or falls stands between the verb and how much: "giảm tỷ suất tử vong 0,5‰"."""
_BEFORE = (
    (
        "<=",
        (
            r"\b(?:khong\s+(?:qua|vuot(?:\s+qua)?|cao\s+hon|lon\s+hon|nhieu\s+hon)|toi\s+da|(?:duoi"
            r"|nho\s+hon|thap\s+hon|it\s+hon)\s+hoac\s+bang|xuong(?:\s+(?:con|muc))?|ve"
            r"|giam\s+con|chi\s+con"
            r"|con\s+khong\s+qua|nhieu\s+nhat|(?<!sinh\s)(?<!so\s)con)"
            r"\s*(?:la\s+|(?:o\s+)?muc\s+)?$"
        ),
    ),
    (
        ">=",
        (
            r"\b(?:toi\s+thieu|it\s+nhat|khong\s+(?:duoi|thap\s+hon|it\s+hon)|(?:tren|lon\s+hon"
            r"|cao\s+hon)\s+hoac\s+bang|dat\s+tu|tu|len|dat|bang|thap\s+nhat)\s*(?:la\s+|duoc\s+)?$"
        ),
    ),
    ("=", r"\b(?:(?:dat|duy\s+tri|giu|vua)\s+dung|giu\s+nguyen)\s*$"),
    (
        ">",
        r"\b(?:tren|(?<!thap )(?<!it )(?<!nho )(?<!kem )hon|vuot|vuot\s+qua)\s*$",
    ),
    ("<", r"\b(?:duoi|thap\s+hon|nho\s+hon|it\s+hon|chua\s+den|xuong\s+duoi)\s*$"),
)


def way_of(word: str) -> str:
    return "decrease" if word in ("giam", "ha") or word.startswith("tinh") else "increase"

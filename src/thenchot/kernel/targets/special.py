"""Numbers that are no quantity of a counted thing: ranks, ratios, multiples, changes."""

import re
from dataclasses import replace

from thenchot.kernel.targets.comparators import comparator_of
from thenchot.kernel.targets.model import Target
from thenchot.kernel.targets.units import unit_of
from thenchot.kernel.targets.values import QUANTITY, number, quantity

_ORDINALS = {"nhat": 1, "nhi": 2, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7}
_ORDINAL = "|".join(_ORDINALS)
_LEADING = r"(?:dan\s+dau|cao\s+nhat|tot\s+nhat|dung\s+dau|hang\s+dau)"
_RANK = re.compile(
    r"\b(?:(?:xep|dung|vi\s+tri|vi|thu\s+hang|giu|tut\s+(?:duoi|qua)|thap\s+hon|tu)\s+)+"
    rf"(?:(?:thu|hang|vi\s+tri)\s+)+(?P<n>\d{{1,3}}|{_ORDINAL})\b"
    r"|\b(?:thu|hang)\s+(?P<up>\d{1,3})\s+tro\s+len\b"
    rf"|\bgiai\s+(?P<prize>{_ORDINAL})\s+tro\s+len\b"
    r"|\btop\s+(?P<top>\d{1,3})\b"
    r"|\b(?:xep|thu) hang\s+(?:khong qua|toi thieu|it nhat|trong|tu|toi da)\s+(?P<within>\d{1,3})\b"
    rf"|\b(?:dat|doat|gianh)\s+giai\s+(?P<won>{_ORDINAL})\b"
    rf"|\b(?:nhom|trong|vao|thuoc)\s+(?:so\s+)?(?P<group>\d{{1,3}})\b(?!%|\s+nam\b)"
    rf"[^;.%]{{0,60}}?\b{_LEADING}\b"
    r"|(?P<first>(?<!nguoi )\b(?:dung\s+dau|dan\s+dau|ngoi\s+dau)\b)(?![^,;.]*%)"
)
_PLACES = re.compile(
    r"(?:cai\s+thien|tang|nang|thang|len|vuot)\s+"
    r"(?:(?:it\s+nhat|toi\s+thieu|tu|them)\s+)?(?P<n>\d+)"
    r"(?:\s*(?:den|[-–])\s*\d+)?\s+bac\b"
)
_AMONG_FIRST = re.compile(rf"(?P<n>\d+(?:[.,]\d+)?)%\s[^,;.]{{0,50}}\b{_LEADING}\b")
_OUT_OF = r"(?P<of>\d{1,3}(?:\.\d{3})+|\d{1,3}00|(?:1\s+)?(?:van|trieu)(?=\s+dan\b))(?![\d.])"
_RATIO = re.compile(
    rf"(?<![\w/.,\-])(?P<low>\d+(?:[.,]\d+)?)(?:\s*[a-z]+){{0,6}}?\s*(?:/\s*|\btren\s+){_OUT_OF}"
    r"(?=\s+[a-z]|\s*(?:$|[,;)]))"
)
_EACH_OF = re.compile(
    rf"\b(?:moi|cu|trung\s+binh|binh\s+quan)\s+{_OUT_OF}\s+[a-z]+[^,;.\d]{{0,40}}?"
    r"\b(?:co|dat|tren|duoi|hon|it\s+nhat|toi\s+thieu|khong\s+qua|thi)\s+"
    r"(?P<low>\d+(?:[.,]\d+)?)(?=\s+[a-z])"
)
_SCORE = re.compile(r"(?P<low>\d+(?:[.,]\d+)?)\s*/\s*(?:5|10|100)\s+(?P<unit>diem|sao)\b")
_OF_ALL = re.compile(
    r"(?<![\d/.,\-])(?P<low>\d{1,4})\s?/\s?(?P<all>\d{1,4})(?=\s+(?P<noun>[a-z]+))(?!\s+(?:gio|tong"
    r"|so\b|hang|nam\b|cua|va\b|den\b|am lich|phut|tu\b|ngay\b|cac\b|moi\b|toan\b|ubnd|phong\b"
    r"|la\b))"
)
_DAY_BEFORE = re.compile(r"\b(?:ngay|truoc|sau|sang|chieu|toi|hom|nhat|dip|le|luc|thang|so)\s+$")
_MULTIPLE = re.compile(
    r"\b(?:tang\s+)?(?:gap|tang|bang|(?:cao|lon)(?=\s+hon))\s+"
    r"(?P<more>(?:it\s+nhat|toi\s+thieu|tren|hon|khoang|tu)\s+)?"
    r"(?P<n>\d+(?:[.,]\d+)?)(?:\s*(?:den|[-–])\s*\d+(?:[.,]\d+)?)?\s*lan\b(?!/)(?P<half>\s+ruoi\b)?"
    r"|\bgap\s+(?P<word>doi|ba|bon|ruoi|nam|muoi)\b"
)
_FOLD = {"doi": 2, "ba": 3, "bon": 4, "ruoi": 1.5, "nam": 5, "muoi": 10}
_FROM_TO = re.compile(
    r"\btu\s+(?:muc\s+|tren\s+|hon\s+|khoang\s+)?\d[\d.,]*\s*(?:%|‰|[a-z]+(?:\s+[a-z]+){0,2}?)?"
    r"(?:\s*\([^()]*\))?(?:\s+(?:nam|vao)\s+(?:nam\s+)?\d{4})?\s+"
    r"(?P<way>(?:giam\s+)?xuong|ve|(?:tang\s+)?len|giam\s+con|con)(?P<rest>\b.*)"
)


def special(text: str, phrase: str) -> Target | None:
    """A rank, a ratio, a multiple: numbers that are no quantity of a counted thing."""
    for reader in (_rank, _ratio, _of_all, _multiple, _changed):
        if found := reader(text, phrase):
            return found
    return None


def _rank(text: str, phrase: str) -> Target | None:
    """A place in a row: the first five means five or better; "cải thiện 5 bậc" is a way up."""
    if places := _PLACES.search(text):
        return Target("increase", number(places["n"]), "bậc", rule="rank", confidence=0.85)
    if among := _AMONG_FIRST.search(text):
        return Target("<=", number(among["n"]), "%", rule="rank", confidence=0.8)
    match = _RANK.search(text)
    if not match:
        return None
    said = next(
        filter(
            None, (match[name] for name in ("n", "up", "prize", "won", "top", "group", "within"))
        ),
        "1",
    )
    value = float(_ORDINALS.get(said) or number(said))
    return Target("<=", value, "hạng", rule="rank", confidence=0.85)


def _ratio(text: str, phrase: str) -> Target | None:
    """ "15/10.000 dân", "mỗi 100 hộ có ít nhất 90 hộ": so many among so many; "4,6/5 điểm" is a
    score.
    """
    match = _EACH_OF.search(text) or _RATIO.search(text)
    score = None if match else _SCORE.search(text)
    found = match or score
    if not found:
        return None
    comparator, rule, sure = comparator_of(text[: found.start("low")], "", found)
    out_of = phrase[match.start("of") : match.end("of")] if match else ""
    out_of = "10.000" if out_of.endswith("vạn") else out_of
    unit = f"/{out_of}" if match else phrase[found.start("unit") : found.end("unit")]
    return Target(comparator, number(found["low"]), unit, rule=rule, confidence=min(sure, 0.85))


def _of_all(text: str, phrase: str) -> Target | None:
    """ "14/14 thôn có nhà văn hóa": so many of all there are."""
    for match in _OF_ALL.finditer(text):
        low, every = int(match["low"]), int(match["all"])
        dated = _DAY_BEFORE.search(text[: match.start()])
        if 1 <= low <= every and every > 1 and not dated:
            unit = unit_of("", text[match.end() :], phrase[match.end() :])
            return Target(">=", float(low), unit, rule="of_all", confidence=0.8)
    return None


def _multiple(text: str, phrase: str) -> Target | None:
    """ "gấp đôi", "gấp 1,5 lần"."""
    match = _MULTIPLE.search(text)
    if not match:
        return None
    value = _FOLD.get(match["word"] or "") or number(match["n"]) + 0.5 * bool(match["half"])
    comparator = ">" if re.search(r"\b(?:tren|hon)\s+$", match["more"] or "") else ">="
    return Target(comparator, float(value), "lần", rule="multiple", confidence=0.85)


def _changed(text: str, phrase: str) -> Target | None:
    """ "từ 3,2% xuống 1,5%", "từ 42% lên 45%": the second is the aim."""
    match = _FROM_TO.search(text)
    second = quantity(f"con {text[match.start('rest') :].lstrip()}") if match else None
    if not match or not second:
        return None
    at = text.index(second["low"], match.start("rest"))
    found = QUANTITY.match(text, at) or _NUMBER_ONLY.match(text, at)
    if not found or "," in text[match.end("way") : at]:
        return None
    target = measured(text, phrase, found)
    if target.rule != "bare_quantity":
        return target
    return replace(target, comparator=">=" if "len" in match["way"] else "<=")


_NUMBER_ONLY = re.compile(r"(?P<low>\d+(?:[.,]\d+)?)(?P<high>)(?P<unit>)")


def measured(text: str, phrase: str, match: re.Match[str]) -> Target:
    """The aim that a counted number or a share says."""
    before, after = text[: match.start("low")], text[match.end() :]
    comparator, rule, sure = comparator_of(before, after, match)
    share = match["unit"]
    if number(match["low"]) == 0 and comparator in (">=", "<=", None):
        comparator = "="
    bare = not share and re.match(r"\s*(?:$|[;,.)]|tro (?:len|xuong))", after)
    return Target(
        comparator,
        number(match["low"]),
        None if bare else unit_of(share, after, phrase[match.end() :]),
        rule=rule,
        confidence=min(sure, 0.9) if bare else sure,
        upper=number(match["high"]) if match["high"] else None,
    )

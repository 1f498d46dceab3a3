"""The grammar of targets: "từ 20% trở lên", "trên 90%", "có 01 cán bộ", "tăng tỷ lệ …".

A condition in brackets ("dưới 42 tuổi", "tính cho cả nhiệm kỳ") is kept apart and never read as the
value.
"""

import re
from dataclasses import dataclass, replace

from thenchot.kernel.bodies import is_head
from thenchot.kernel.quantities import in_digits
from thenchot.kernel.text import fold_keep, nfc, tidy
from thenchot.kernel.typed import ENDLESS

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_QUANTITY = re.compile(
    rf"(?<![\w/.,\-])(?P<low>{_NUMBER})\s*(?:%?\s*(?:-|–"
    rf"|den)\s*(?P<high>{_NUMBER})\s*)?(?P<unit>%|‰|phan tram|(?=\s*[a-z]))(?!\d|/(?!\s*nam\b"
    rf"|\s*thang\b|\s*quy\b))"
)
_SHARE_UNITS = ("%", "‰", "phan tram")
_BRACKET = re.compile(r"\([^()]*\)")
_NOT_A_VALUE = re.compile(
    r"(?:\b(?:nam|ngay|thang|quy|giai doan|so|dieu|khoan|lan thu|nhiem ky|cap|muc do|muc|loai"
    r"|khoa|van bang|buoc|to|khu vuc|khu|thu|quoc lo|hang|phien ban|nhom|tieu chi|cong|the he|he"
    r"|de an|he thong|den|truoc)\s*(?:so\s*)?)$"
)
_NOT_COUNTED = re.compile(
    r"\s*(?:tuoi|cap\b|khong\b|co\b|lan thu|nam\b(?! lien)|chinh quyen|quy\b|do tuoi|buoc|ro\b|/"
    r"|trong 1|hoc sinh tro|lan\b(?!/))"
)
_PERSON = re.compile(
    r"\s*(?:\w+\s+)?(?:can bo|nguoi|dong chi|dang vien|cong chuc|vien chuc|uy vien|cap uy vien"
    r"|hoc vien|lao dong|thanh vien|nu\b|bac si|giao vien|chuyen gia|lanh dao|cong dan)"
)
_UNIT = re.compile(
    r"\s*(cau lac bo|to hop tac|trieu usd|ty usd|usd|ngay cong|chi tieu|chung thu so|chuyen de"
    r"|sang kien|con|ta|giong|ty dong|trieu dong|nghin dong|dong|km2|km|ha|m2|tan|gio|phut"
    r"|ngay(?: lam viec)?|diem "
    r"phan tram|diem truong|diem|lan/nam|lop|mo hinh|ho so|thu tuc|cuoc|buoi|hoi nghi|dich vu"
    r"|san pham|to chuc dang|to chuc|"
    r"chi bo|truong|co so|cong trinh|du an|ho(?: gia dinh)?|thon|to dan pho|van ban|de an|giuong "
    r"benh|bac|mo|tieu chi|phong|doanh nghiep|hop tac xa|mw|kwh|luot|trieu|nghin|ty|may tinh"
    r"|diem cau|tram|cay|nha|bai|tin|ky|lop hoc|chuong trinh|ung dung|san pham ocop|vu|xa|phuong"
    r"|tram y te|khu|tuyen|chi so|bo|nhom|tuoi|to)\b"
)
_COUNTS = re.compile(
    r"\b(?:it nhat|toi thieu|khong qua|toi da|khong duoi|thanh lap(?: moi)?|xay dung|to chuc"
    r"|mo|dat|tren|duoi|tu|co|binh quan|tuyen|cap|tha|trong(?: moi)?|hoan thanh|xoa|van dong"
    r"|tang(?: them)?|giam(?: them)?|bang|hon|ho tro|phat trien|thu hut|den|xuong(?: con)?|con"
    r"|muc|len)\s+$"
)
_SAID_TWICE = re.compile(r"\b(?:tren|moi|binh quan|cu)\s+0?1\s+$")
"""What a value is counted on: "trên 01 ha đất đạt 165 triệu đồng"."""
_PEOPLE_WITHOUT_NUMBER = re.compile(
    r"^\W*(?:phan dau\s+)?co\s+(?:can bo|cap uy vien|dang vien|cong chuc|lanh dao|dong chi|uy "
    r"vien|nguoi)\b(?![^.;]*\d)"
)
_EVERYONE = re.compile(r"\b(?:tat ca|toan bo)\s+(?:cac\s+)?\w+")
_TREND = re.compile(
    r"\b(?P<way>tang(?!\s+cuong)|nang|giam(?!\s+sat)|ha)\s+(?:thap\s+|dan\s+|cao\s+)?(?:ty le|so "
    r"luong|so|muc|chi so|ti le|thoi gian|chi phi|so vu)\b"
)
_NONE_LEFT = re.compile(
    r"^\W*(?:(?:phan dau|co ban|den nam \d{4}|,)\s*)*(?:xoa\s+)?khong con\s+(?:ho|xa|thon|nha"
    r"|truong|nguoi|tinh trang|diem)\b"
)
_ORDINALS = {"nhat": 1, "nhi": 2, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7}
_ORDINAL = "|".join(_ORDINALS)
_LEADING = r"(?:dan\s+dau|cao\s+nhat|tot\s+nhat|dung\s+dau|hang\s+dau)"
_RANK = re.compile(
    r"\b(?:(?:xep|dung|vi\s+tri|thu\s+hang|giu|tut\s+duoi|thap\s+hon|tu)\s+)+"
    rf"(?:(?:thu|hang|vi\s+tri)\s+)+(?P<n>\d{{1,3}}|{_ORDINAL})\b"
    r"|\b(?:thu|hang)\s+(?P<up>\d{1,3})\s+tro\s+len\b"
    rf"|\bgiai\s+(?P<prize>{_ORDINAL})\s+tro\s+len\b"
    r"|\btop\s+(?P<top>\d{1,3})\b"
    rf"|\b(?:nhom|trong)\s+(?:so\s+)?(?P<group>\d{{1,3}})\b(?!%)[^,;.%]{{0,60}}\b{_LEADING}\b"
    r"|(?P<first>\b(?:dung\s+dau|dan\s+dau)\b)(?![^,;.]*%)"
)
_PLACES = re.compile(
    r"(?:cai\s+thien|tang|nang)\s+(?:it\s+nhat\s+|toi\s+thieu\s+)?(?P<n>\d+)\s+bac\b"
)
_AMONG_FIRST = re.compile(rf"(?P<n>\d+(?:[.,]\d+)?)%\s[^,;.]{{0,50}}\b{_LEADING}\b")
_OUT_OF = r"(?P<of>\d{1,3}(?:\.\d{3})+|\d{1,3}00|1\s+(?:van|trieu))(?![\d.])"
_RATIO = re.compile(
    rf"(?<![\w/.,\-])(?P<low>\d+(?:[.,]\d+)?)(?:\s*[a-z]+){{0,6}}?\s*(?:/\s*|\btren\s+){_OUT_OF}"
    r"(?=\s+[a-z])"
)
_EACH_OF = re.compile(
    rf"\bmoi\s+{_OUT_OF}\s+[a-z]+[^,;.\d]{{0,40}}?(?P<low>\d+(?:[.,]\d+)?)(?=\s+[a-z])"
)
_SCORE = re.compile(r"(?P<low>\d+(?:[.,]\d+)?)\s*/\s*(?:5|10|100)\s+(?P<unit>diem|sao)\b")
_MULTIPLE = re.compile(
    r"\b(?:tang\s+)?(?:gap|tang|bang)\s+(?P<more>(?:it\s+nhat|toi\s+thieu|tren|hon|khoang|tu)\s+)?"
    r"(?P<n>\d+(?:[.,]\d+)?)(?:\s*(?:den|[-–])\s*\d+(?:[.,]\d+)?)?\s*lan\b(?!/)"
    r"|\bgap\s+(?P<word>doi|ba|bon|ruoi|nam|muoi)\b"
)
_FOLD = {"doi": 2, "ba": 3, "bon": 4, "ruoi": 1.5, "nam": 5, "muoi": 10}
_FROM_TO = re.compile(
    r"\btu\s+(?:muc\s+|tren\s+|hon\s+|khoang\s+)?\d[\d.,]*\s*(?:%|‰|[a-z]+(?:\s+[a-z]+){0,2}?)?"
    r"(?:\s*\([^()]*\))?(?:\s+(?:nam|vao)\s+(?:nam\s+)?\d{4})?\s+"
    r"(?P<way>(?:giam\s+)?xuong|ve|(?:tang\s+)?len|giam\s+con|con)(?P<rest>\b.*)"
)
_NONE_UNDER = re.compile(
    r"\bkhong\s+(?:co|de|con|(?:[a-z]+\s+){1,3}nao)\b[^;.]*\b(?P<way>duoi|thap\s+hon|it\s+hon"
    r"|tren|qua|cao\s+hon|vuot(?:\s+qua)?)\s+$"
)
_SHARE = re.compile(r"\b(?:ty le|ti le|co cau|%)")


@dataclass(frozen=True, slots=True)
class Target:
    """comparator: >= > <= < increase decrease qualitative, or null where the text has none.
    `upper`: end of a range.

    unit: "%", "person", or the counted noun as printed. condition: words in brackets. part: one
    item of a row of aims that share a sentence. span: place in the text given to `find_targets`.
    """

    comparator: str | None
    value: float | None = None
    unit: str | None = None
    raw: str = ""
    condition: str | None = None
    upper: float | None = None
    part: str | None = None
    confidence: float = 1.0
    rule: str = ""
    span: tuple[int, int] = (0, 0)

    @property
    def is_measured(self) -> bool:
        return self.comparator != "qualitative"


def parse_target(phrase: str) -> Target:
    """One aim. A phrase without a quantity or a trend is qualitative. Never raises."""
    phrase = nfc(phrase).strip()
    conditions = [
        match.group()[1:-1].strip()
        for match in _BRACKET.finditer(phrase)
        if _is_condition(match.group())
    ]
    visible = _BRACKET.sub(lambda match: " " * len(match.group()), phrase)
    visible = ENDLESS.sub(lambda match: " " * len(match.group()), visible)
    visible = in_digits(visible, number)
    target = _read(_folded(visible), visible)
    return replace(target, raw=phrase, condition="; ".join(conditions) or None)


def _folded(phrase: str) -> str:
    """Folded, with "đất" kept apart from "đạt"."""
    return fold_keep(_SOIL.sub("đaq", phrase))


_SOIL = re.compile(r"(?i)\bđất\b")


def _is_condition(bracket: str) -> bool:
    return bool(
        re.search(
            r"tuổi|tính|so với|đối với|trừ|không kể|bao gồm|gồm|năm|nhiệm kỳ|theo", bracket.lower()
        )
    )


def _read(text: str, phrase: str) -> Target:
    special = _special(text, phrase)
    if special:
        return special
    trend = _TREND.search(text)
    match = _quantity(text)
    if match:
        return _measured(text, phrase, match)
    if _NONE_LEFT.search(text):
        return Target("<=", 0.0, rule="none_left", confidence=0.7)
    if trend:
        return Target(_way(trend["way"]), None, "%" if _SHARE.search(text) else None, rule="trend")
    if _EVERYONE.search(text) and re.search(
        r"\b(?:duoc|dat|co|hoan thanh|thanh thao|su dung|thuc hien)\b", text
    ):
        return Target(">=", 100.0, "%", rule="everyone", confidence=0.85)
    if _PEOPLE_WITHOUT_NUMBER.search(text):
        return Target(">=", 1.0, "person", rule="at_least_one", confidence=0.9)
    return Target("qualitative", rule="no_quantity", confidence=0.8)


def _special(text: str, phrase: str) -> Target | None:
    """A rank, a ratio, a multiple: numbers that are no quantity of a counted thing."""
    for reader in (_rank, _ratio, _multiple, _changed):
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
    said = next(filter(None, (match[name] for name in ("n", "up", "prize", "top", "group"))), "1")
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
    comparator, rule, sure = _comparator(text[: found.start("low")], "", found)
    out_of = phrase[match.start("of") : match.end("of")] if match else ""
    unit = f"/{out_of}" if match else phrase[found.start("unit") : found.end("unit")]
    return Target(comparator, number(found["low"]), unit, rule=rule, confidence=min(sure, 0.85))


def _multiple(text: str, phrase: str) -> Target | None:
    """ "gấp đôi", "gấp 1,5 lần"."""
    match = _MULTIPLE.search(text)
    if not match:
        return None
    value = _FOLD.get(match["word"] or "") or number(match["n"])
    comparator = ">" if re.search(r"\b(?:tren|hon)\s+$", match["more"] or "") else ">="
    return Target(comparator, float(value), "lần", rule="multiple", confidence=0.85)


def _changed(text: str, phrase: str) -> Target | None:
    """ "từ 3,2% xuống 1,5%", "từ 42% lên 45%": the second is the aim."""
    match = _FROM_TO.search(text)
    second = _quantity(text[match.start("rest") :]) if match else None
    if not match or not second:
        return None
    at = match.start("rest") + second.start()
    if "," in text[match.end("way") : at]:
        return None
    return _measured(text, phrase, _shifted(text, at))


def _shifted(text: str, at: int) -> re.Match[str]:
    found = _QUANTITY.search(text, at)
    assert found is not None
    return found


def _way(word: str) -> str:
    return "decrease" if word in ("giam", "ha") else "increase"


def _quantity(text: str) -> re.Match[str] | None:
    """The number that is the value: a percentage first, else a counted number that is no year, rank
    or age.
    """
    matches = [match for match in _QUANTITY.finditer(text) if _is_value(text, match)]
    others = [match for match in matches if not _SAID_TWICE.search(text[: match.end("low")] + " ")]
    matches = others or matches
    percent = [match for match in matches if match["unit"] in _SHARE_UNITS]
    return next(iter(percent or matches), None)


def _is_value(text: str, match: re.Match[str]) -> bool:
    if match["unit"] in _SHARE_UNITS:
        return True
    if re.match(r"\s*tuoi\b", text[match.end() :]) and "tuoi tho" in text[: match.start()]:
        return True
    if re.fullmatch(r"(?:19|20)\d\d", match["low"]):
        return False
    many = number(match["low"]) >= 1000
    if _NOT_A_VALUE.search(text[: match.start()].rstrip()) and not many:
        return False
    capped = re.search(r"\bkhong qua\s+$", text[: match.start()])
    if _NOT_COUNTED.match(text[match.end() :]) and not (
        capped and re.match(r"\s*lan\b", text[match.end() :])
    ):
        return False
    if _PERSON.match(text[match.end() :]) or _UNIT.match(text[match.end() :]):
        return True
    return bool(
        (_COUNTS.search(text[: match.start()]) or "trong do" in text[: match.start()])
        and re.match(r"\s*[a-z]+", text[match.end() :])
    )


def _measured(text: str, phrase: str, match: re.Match[str]) -> Target:
    before, after = text[: match.start()], text[match.end() :]
    comparator, rule, sure = _comparator(before, after, match)
    return Target(
        comparator,
        number(match["low"]),
        _unit(match, after, phrase),
        rule=rule,
        confidence=sure,
        upper=number(match["high"]) if match["high"] else None,
    )


def _comparator(before: str, after: str, match: re.Match[str]) -> tuple[str | None, str, float]:
    if re.match(r"[^.;,]{0,90}?\btro len\b", after):
        return ">=", "and_above", 1.0
    if re.match(r"[^.;,]{0,90}?\btro xuong\b", after):
        return "<=", "and_below", 1.0
    if negated := _NONE_UNDER.search(before):
        under = negated["way"].startswith(("duoi", "thap", "it"))
        return (">=" if under else "<="), "none_beyond", 0.9
    trend = _TREND_BY.search(before)
    if trend and not (trend["way"] == "tang" and re.search(r"\b(?:truong|tu)\b", trend.group())):
        return _way(trend["way"]), "trend_with_value", 0.9
    for comparator, pattern in _BEFORE:
        if re.search(pattern, before):
            return comparator, "word_before", 0.97
    if trend:
        return _way(trend["way"]), "trend_with_value", 0.9
    if re.search(r"\btrong do\s*(?:,\s*)?$", before.rstrip() + " ") or re.search(
        r"\btrong do\b(?!\s+co\s*$)[^,;.]{0,40}$", before
    ):
        everyone = match["low"] == "100" and match.groupdict().get("unit") == "%"
        return (">=", "of_which_all", 0.9) if everyone else (None, "of_which", 0.6)
    percent = match.groupdict().get("unit") == "%"
    return ">=", "bare_quantity", 0.9 if match["low"] == "100" or not percent else 0.8


_TREND_BY = re.compile(
    r"(?<!toc do )(?<!ty le )(?<!muc )\b(?P<way>tang|giam)(?:\s+thu|\s+chi)?(?:\s+(?:ty\s+le|so"
    r"|muc)"
    r"\s[\w\s]{1,40}?(?=\s+binh\s+quan))?(?:\s+(?:them|binh quan|it nhat|tu|toi thieu|toi da"
    r"|tren|hon|hang nam"
    r"|hang nam tu|khoang|truong|duoc|dat|so voi[\w\s]{1,25}?))*\s*$"
)
_BEFORE = (
    (
        "<=",
        (
            r"\b(?:khong\s+(?:qua|vuot\s+qua|cao\s+hon|lon\s+hon|nhieu\s+hon)|toi\s+da|(?:duoi"
            r"|nho\s+hon|thap\s+hon|it\s+hon)\s+hoac\s+bang|xuong(?:\s+(?:con|muc))?|ve"
            r"|giam\s+con|chi\s+con"
            r"|con\s+khong\s+qua|nhieu\s+nhat)\s*(?:la\s+|o\s+muc\s+)?$"
        ),
    ),
    (
        ">=",
        (
            r"\b(?:toi\s+thieu|it\s+nhat|khong\s+(?:duoi|thap\s+hon|it\s+hon)|(?:tren|lon\s+hon"
            r"|cao\s+hon)\s+hoac\s+bang|dat\s+tu|tu|len|dat|bang|thap\s+nhat)\s*(?:la\s+|duoc\s+)?$"
        ),
    ),
    (">", r"\b(?:tren|hon|vuot|lon\s+hon|cao\s+hon|vuot\s+qua)\s*$"),
    ("<", r"\b(?:duoi|thap\s+hon|nho\s+hon|it\s+hon|chua\s+den|xuong\s+duoi)\s*$"),
)


def _unit(match: re.Match[str], after: str, phrase: str) -> str | None:
    if match["unit"] in _SHARE_UNITS:
        return "‰" if match["unit"] == "‰" else "%"
    counted = _UNIT.match(after)
    if _PERSON.match(after) and not (
        counted and counted.group(1).startswith(("lop", "luot", "cuoc"))
    ):
        return "person"
    if not counted:
        noun = re.match(r"\s*(\w+)", phrase[match.end() :])
        end = match.end() + noun.end() if noun else 0
        return noun[1].lower() + _each(phrase[end:]) if noun else None
    start = match.end() + counted.start(1)
    end = start + len(counted.group(1))
    unit = phrase[start:end]
    unit = unit[:-3] + "USD" if unit.lower().endswith("usd") else unit.lower()
    return unit + _each(phrase[end:])


_EACH = re.compile(
    r"\s*/\s*((?:người|năm|tháng|ha|hộ|ngày|quý|lần|km2|km|m2|buổi|lượt|xã|thôn|lớp|trường|vụ)"
    r"(?!\w)"
    r"|\w+(?:\s\w+)?)"
)


def _each(following: str) -> str:
    """What a unit is counted by: "triệu đồng/năm", "sáng kiến/công chức"."""
    match = _EACH.match(following)
    return f"/{match[1].lower()}" if match else ""


def number(text: str) -> float:
    """ "1.200" is a thousand and two hundred, "99,5" ninety-nine and a half, "12.5" twelve and a
    half.
    """
    if "," in text:
        return float(text.replace(".", "").replace(",", "."))
    return float(text.replace(".", "") if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text) else text)


_CUT = re.compile(
    r"(?P<stop>;\s*|[.]\s+(?=[A-ZĐÀ-Ỹ\d])|,?\s+(?:và\s+)?(?=trong đó\b[^;.]{0,80}?\d)"
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
    for start, end in _segments(text):
        words = text[start:end]
        behind = _OF_WHICH.search(text, 0, start) and not re.search(r"[;.]\s*$", text[:start])
        target = parse_target(f"trong đó {words}" if behind else words)
        target = _of_which(text, start, target)
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


def _of_which(text: str, start: int, target: Target) -> Target:
    """A part of a sum has no comparator of its own unless a word gives it one."""
    part = _OF_WHICH.search(text, 0, start + 10)
    if (
        not part
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
    bounds, start, depth_text = [], 0, _BRACKET.sub(lambda match: "x" * len(match.group()), text)
    for match in _CUT.finditer(depth_text):
        if _may_cut(text[start : match.start()], match.group(), text[match.end() :]):
            bounds.append((start, match.start()))
            start = match.end()
    bounds.append((start, len(text)))
    parts = [part for bound in bounds for part in _members(text, *bound)]
    return [_stripped(text, a, b) for a, b in parts if text[a:b].strip(" .;,")]


_OF_WHICH = re.compile(r"\btrong đó\b", re.IGNORECASE)
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

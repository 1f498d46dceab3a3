"""The number that is the value of an aim: a share first, else a counted thing; no year, rank, age
or number of a name.
"""

import re

from thenchot.kernel.targets.units import PERSON, UNIT

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
QUANTITY = re.compile(
    rf"(?<![\w/.,\-])(?P<low>{_NUMBER})\s*(?:%?\s*(?:-|–"
    rf"|den)\s*(?P<high>{_NUMBER})\s*)?(?P<unit>%|‰|phan tram|(?=\s*[a-z]))(?!\d|/(?!\s*nam\b"
    rf"|\s*thang\b|\s*quy\b))"
)
_BARE = re.compile(
    r"\b(?:dat|muc|con|xuong|len|bang|tren|duoi|tu|it nhat|toi thieu|toi da|qua)\s+"
    rf"(?P<low>{_NUMBER})(?P<high>)(?P<unit>)(?=\s*(?:$|[;)]|[,.](?!\d)|tro (?:len|xuong)))"
)
"""A value without a unit, as indices have it: "chỉ số đạt 0,78"."""
SHARES = ("%", "‰", "phan tram")
_NOT_A_VALUE = re.compile(
    r"(?:\b(?:nam|ngay|thang|quy|giai doan|so|dieu|khoan|lan thu|nhiem ky|(?<!nang )cap|muc do|muc"
    r"|loai|khoa|van bang|buoc|to|khu vuc|khu|thu|quoc lo|hang|phien ban|nhom|tieu chi|cong|the he"
    r"|he|de an|he thong|den|truoc|nghi quyet|chi thi|quyet dinh|nghi dinh|thon|khu pho|ap|xom"
    r"|ban chi dao|chuong trinh|lop|tuan|du an|dot|lan|(?<!dang )ky|phan|bai|chuong|mau|bieu"
    r"|phu luc)"
    r"\s*(?:so\s*)?)$"
)
_GIVEN_OUT = re.compile(r"^\W*(?:phan dau\s+)?(?:(?:den|trong|nam)\s[\d/ a-z]{2,20}?,?\s+)?cap\s*$")
"""The verb "cấp" opens the sentence: "Cấp 600 giấy chứng nhận"."""
_NOT_COUNTED = re.compile(
    r"\s*(?:tuoi|cap\b|khong\b|co\b(?! so\b| quan\b)|lan thu|nam\b(?! lien)|chinh quyen"
    r"|quy\b(?! (?:hoach|trinh|uoc|che))|do tuoi|buoc|ro\b|/"
    r"|trong 1|hoc sinh tro|lan\b(?!/)|tro (?:len|xuong)\b|den\b|va\b|xuong\b|con (?=\d))"
)
_COUNTS = re.compile(
    r"\b(?:it nhat|toi thieu|khong qua|toi da|khong duoi|thanh lap(?: moi)?|xay dung|to chuc"
    r"|mo|dat|tren|duoi|tu|co|binh quan|tuyen|cap|tha|trong(?: moi)?|hoan thanh|xoa|van dong"
    r"|tang(?: them)?|giam(?: them)?|bang|hon|ho tro|phat trien|thu hut|den|xuong(?: con)?|con"
    r"|muc|len|ve|cho|them|moi|khoang|du)\s+$"
)
_OPENS = re.compile(r"^\W*(?:phan dau\s+)?(?:[a-z]+\s+){1,3}$")
"""A few words before the number: the verb of the aim and what it does."""
_SAID_TWICE = re.compile(r"\b(?:tren|moi|binh quan|cu)\s+(?:0?1|10{1,5}|10{0,2}\.000)\s+$")
"""What a value is counted on: "trên 01 ha đất đạt 165 triệu đồng"."""


_BOUNDED = re.compile(
    r"\b(?:it nhat|toi thieu|toi da|khong qua|khong duoi|khong vuot(?: qua)?|khong thap hon)\s+$"
)


def quantity(text: str) -> re.Match[str] | None:
    """The number that is the value: a percentage first, else a counted number that is no year, rank
    or age, else a bare one.
    """
    matches = [match for match in QUANTITY.finditer(text) if _is_value(text, match)]
    others = [match for match in matches if not _SAID_TWICE.search(text[: match.end("low")] + " ")]
    matches = others or matches
    percent = [match for match in matches if match["unit"] in SHARES]
    bound = [match for match in matches if _BOUNDED.search(text[: match.start()])]
    return next(iter(percent or bound or matches), None) or _bare(text)


def _bare(text: str) -> re.Match[str] | None:
    found = (match for match in _BARE.finditer(text) if not _is_year(match["low"]))
    return next(found, None)


_SUM = re.compile(r"\s*(?:ty|trieu|nghin|ngan) dong\b|\s*(?:ha|km|tan|m2)\b")
_EACH_TIME = re.compile(r"\b(?:moi|hang|binh quan) (?:nam|thang|quy|tuan|ky|dot|vu|khoa|lop)\s+$")
"""A sum behind a time: "bình quân mỗi năm 1,3 tỷ đồng"."""
_CLOCK = re.compile(r"\s*(?:gio|g|h)\b")
_AT = re.compile(r"\b(?:luc|vao|tu|truoc|sau|den|khoang)\s+$")
"""A time of day: "lúc 8 giờ"."""


def _is_year(number_text: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", number_text))


def _is_value(text: str, match: re.Match[str]) -> bool:
    if match["unit"] in SHARES:
        return True
    before, after = text[: match.start()], text[match.end() :]
    if _CLOCK.match(after) and _AT.search(before):
        return False
    if re.match(r"\s*tuoi\b", after) and "tuoi tho" in before:
        return True
    if _is_year(match["low"]):
        return False
    many = number(match["low"]) >= 1000
    named = _NOT_A_VALUE.search(before.rstrip()) and not _GIVEN_OUT.match(before)
    named = named and not (_SUM.match(after) and _EACH_TIME.search(before))
    if named and not many:
        return False
    capped = re.search(r"\b(?:khong qua|dat|muc|bang)\s+$", before)
    if _NOT_COUNTED.match(after) and not (capped and re.match(r"\s*lan\b", after)):
        return False
    if PERSON.match(after) or UNIT.match(after):
        return True
    counts = _COUNTS.search(before) or "trong do" in before or _OPENS.match(before)
    return bool(counts and re.match(r"\s*[a-z]+", after)) or _is_counted_openly(match, after)


_NO_NOUN = re.compile(
    r"\s*(?:cua|va|tai|trong|tren|ve|den|tu|giam|tang|khong|co|cung|voi|theo|ngay|nam|thang|la|duoc"
    r"|do|gio|phut|nay|cho|o|thuoc|hoac|doan|keo|di|qua|giao|hang|vao|nhu|de|tro|xuong|len|bi)\b"
)


def _is_counted_openly(match: re.Match[str], after: str) -> bool:
    """ "04 ngầm tràn", "9.300 thửa": written as quantities are, before a noun no list knows."""
    low = match["low"]
    written = low.startswith("0") or "." in low or "," in low or (low.isdigit() and int(low) > 9)
    return written and bool(re.match(r"\s*[a-z]{2}", after)) and not _NO_NOUN.match(after)


def number(text: str) -> float:
    """ "1.200" is a thousand and two hundred, "99,5" ninety-nine and a half, "12.5" twelve and a
    half.
    """
    if "," in text:
        return float(text.replace(".", "").replace(",", "."))
    return float(text.replace(".", "") if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text) else text)

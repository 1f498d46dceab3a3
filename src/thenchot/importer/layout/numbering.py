"""Numbers and dashes that open a paragraph: I., 1-, 2.1., a), (3), Điều 2., Chương I, dashes and
plus signs.
"""

import re
from dataclasses import dataclass

_ROMAN = {"I": 1, "V": 5, "X": 10}
_MISREAD = str.maketrans("1l|LT", "IIIII")
"""How a scan shows roman numbers: "IL" is II., "HI." is III."""
_BULLETS = "-–—−•●▪◦*·→➢➤►▸✓✔❖♦■□◆‣⇒>›»"
_NTH = "nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười"

_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "part",
        re.compile(
            r"(?P<printed>PHẦN\s+(?:THỨ\s+)?(?P<n>[IVX]+|\d+|NHẤT|HAI|BA|TƯ|NĂM|(?-i:[A-H])))\b"
            r"[.:\s–—-]*",
            re.IGNORECASE,
        ),
    ),
    (
        "chapter",
        re.compile(
            r"(?P<printed>(?:Chương|CHƯƠNG|Mục|MỤC)\s+(?P<n>[IVX]+|\d{1,2}|[A-H]))"
            r"(?=[.:\s–-]|$)[.:\s–-]*"
        ),
    ),
    (
        "named",
        re.compile(
            r"(?P<printed>(?:Nhiệm vụ|Nội dung|Hoạt động|Công việc|Đầu việc|Phần việc|Việc|Bước"
            r"|BƯỚC|Nhóm việc|Hạng mục)\s+(?:số\s+|thứ\s+)?"
            rf"(?P<n>\d{{1,2}}|[A-HIVX]{{1,4}}\b|{_NTH}))\s*[.:,)–-]\s*(?=[A-ZĐÀ-Ỹ“\"])"
        ),
    ),
    (
        "named",
        re.compile(
            r"(?P<printed>(?:Giai đoạn|Đợt|Vòng|Bước|BƯỚC|Chặng)\s+"
            r"(?P<n>\d{1,2}|[IVX]{1,3})\b)(?!\s*/)"
            r"(?:\s*[.:–-]\s*(?=[A-ZĐÀ-Ỹ“\"])|\s*(?=\())"
        ),
    ),
    (
        "named",
        re.compile(
            r"(?P<printed>(?:(?i:nhiệm vụ|nội dung|hoạt động|công việc|đầu việc|phần việc|việc"
            r"|nhóm việc|hạng mục|mục tiêu))\s+(?i:số\s+)?(?P<n>\d{1,2}))\s*[.:]?\s*$"
        ),
    ),
    ("named", re.compile(r"(?P<printed>Nhóm\s+(?P<n>\d{1,2}))\s*[.]\s*(?=[A-ZĐÀ-Ỹ])")),
    (
        "named",
        re.compile(rf"(?P<printed>Nhóm\s+(?P<n>[A-H]|thứ\s+(?:{_NTH})))\s*[.:–—-]\s*(?=[^\W\d_])"),
    ),
    (
        "named",
        re.compile(rf"(?P<printed>(?:Thứ\s+)(?P<n>{_NTH}))(?:\s+là)?\s*[,:.]\s*(?!ngày|\d)(?=\S)"),
    ),
    (
        "named",
        re.compile(
            r"(?P<printed>(?P<n>Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười)\s+là)\s*[,:.]\s*(?=\S)"
        ),
    ),
    ("capital", re.compile(r"(?P<printed>(?P<n>[A-HĐ])\s*[.\-–)/])\s+(?=[A-ZĐÀ-Ỹ])")),
    ("article", re.compile(r"(?P<printed>Điều\s+(?P<n>\d{1,3}))\s*[.:]\s*")),
    (
        "roman",
        re.compile(r"(?P<printed>(?P<n>[IVX]{1,5})\s*[.\-–/)])(?!\d)(?:\s+|(?=[A-ZĐÀ-Ỹ]{2}))"),
    ),
    (
        "roman",
        re.compile(
            r"(?P<printed>(?P<n>(?=[1l|HLT]*[IVX])[IVXHLTl1"
            r"|]{2,5})\s*[.,\-/]?)\s+(?=[A-ZĐÀ-Ỹ]{2}[A-ZĐÀ-Ỹ\d\s,;:–-]*$)"
        ),
    ),
    (
        "decimal",
        re.compile(
            r"(?P<printed>(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)/:]|\s?[-–](?=\s))?)(?:\s+"
            r"|(?<=\.)(?=[A-ZĐÀ-Ỹ]))(?:(?!\d)|(?<=[.)]\s)(?=\d[\d.,]*(?:\s?%|\s+[^\W\d])))"
        ),
    ),
    (
        "arabic",
        re.compile(
            r"(?P<printed>(?P<n>\d{1,2})\s*(?:[\-–/,](?=\s)"
            r"|[.)](?:[-–:.](?=\s))?))(?:\s+(?!\d{1,2}[/.]\d)"
            r"|(?<=[.)])(?=[A-ZĐÀ-Ỹ“\"*]))"
        ),
    ),
    ("coded", re.compile(r"(?P<printed>(?P<n>[A-HNV]{1,2}[.-]?\d{1,2})\s*[.:)/])\s+(?=[A-ZĐÀ-Ỹ])")),
    ("paren", re.compile(r"(?P<printed>\((?P<n>\d{1,2}|[ivx]{1,4})\)[.:]?)\s*")),
    (
        "letter",
        re.compile(r"(?P<printed>\(?(?P<n>[a-zđ])(?:\s*[.)/]|[-–](?=\s)))(?:\s+|(?=[A-ZĐÀ-Ỹ]))"),
    ),
    ("plus", re.compile(r"(?P<printed>\+)\s*(?=\S)")),
    (
        "bullet",
        re.compile(
            rf"(?P<printed>[{re.escape(_BULLETS)}])(?:\s+|(?=[A-ZĐÀ-Ỹa-zđà-ỹ\d“\"(]))(?=\S)"
        ),
    ),
)
_ALONE = ("part", "chapter", "article", "named")
"""Whose words may stand on the line below."""
RANK: dict[str, float] = {
    "part": 0,
    "chapter": 1,
    "capital": 1.5,
    "roman": 2,
    "article": 3,
    "named": 3.5,
    "arabic": 4,
    "coded": 4,
    "decimal": 5,
    "paren": 7,
    "letter": 8,
    "bullet": 10,
    "plus": 11,
}
_ORDINAL = {"NHẤT": 1, "MỘT": 1, "HAI": 2, "BA": 3, "TƯ": 4, "BỐN": 4, "NĂM": 5}
_ORDINAL |= {"SÁU": 6, "BẢY": 7, "TÁM": 8, "CHÍN": 9, "MƯỜI": 10}


@dataclass(frozen=True, slots=True)
class Marker:
    """kind, the characters as printed, the values ("2.1" -> (2, 1)), and where the words begin."""

    kind: str
    printed: str
    values: tuple[int, ...]
    end: int

    @property
    def rank(self) -> float:
        return RANK[self.kind] + (len(self.values) - 2 if self.kind == "decimal" else 0)

    @property
    def is_bullet(self) -> bool:
        return self.kind in ("bullet", "plus")

    @property
    def word(self) -> str:
        """What the number counts: "Nhóm", "Việc"; the last word of "Một là"."""
        first, *others = self.printed.split()
        return others[-1] if others and others[-1] == "là" else first

    @property
    def label(self) -> str:
        """The number without its punctuation: "2.1", "a", "II"; of "Nhiệm vụ 1" the 1."""
        if self.kind == "named":
            return str(self.values[0])
        return re.sub(r"^[\s(]+|[\s.)(:/–-]+$", "", self.printed)


def marker_of(text: str) -> Marker | None:
    """The marker that opens `text`, or null."""
    for kind, pattern in _MARKERS:
        match = pattern.match(text)
        if match and (match.end() < len(text) or kind in _ALONE):
            values = _values(kind, match.groupdict().get("n") or "")
            return (
                Marker(kind, match["printed"], values, match.end()) if values is not None else None
            )
    return None


def _values(kind: str, printed: str) -> tuple[int, ...] | None:
    if kind in ("bullet", "plus"):
        return ()
    if kind == "coded":
        return (int(re.sub(r"\D", "", printed)),)
    if kind == "capital":
        return ("ABCDEFGH".find(printed) + 1 or 4,)
    if kind == "letter":
        return (("abcdđeghiklmnopqrstuvxy".find(printed) + 1) or ord(printed) - 96,)
    if kind == "roman":
        printed = printed.translate(_MISREAD).replace("H", "II")
    if kind in ("part", "chapter", "named") and re.fullmatch(r"[A-H]", printed):
        return (ord(printed) - 64,)
    if re.fullmatch(r"[IVX]+", printed):
        number = roman_value(printed)
        return (number,) if number else None
    printed = re.sub(r"^thứ\s+", "", printed)
    if printed.upper() in _ORDINAL:
        return (_ORDINAL[printed.upper()],)
    if re.fullmatch(r"[ivx]+", printed):
        return (roman_value(printed.upper()),)
    return tuple(int(part) for part in printed.split("."))


def roman_value(text: str) -> int:
    total, last = 0, 0
    for char in reversed(text):
        value = _ROMAN[char]
        total += value if value >= last else -value
        last = max(last, value)
    return total

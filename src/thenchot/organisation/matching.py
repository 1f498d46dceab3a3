"""Which unit a phrase of a document means: "UBND phường" is the unit "Ủy ban nhân dân phường Lê
Chân".

Pure: no Django, no database. Tiers from certain to a guess; a person confirms whatever is not
certain. What names two units means neither, and a collective phrase ("các cơ quan, đơn vị") means
only what a person once said it means.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from thenchot.kernel.bodies import is_generic
from thenchot.kernel.text import nfc, words

SPELLED = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "ubkt": "uy ban kiem tra",
    "btv": "ban thuong vu",
    "bch": "ban chap hanh",
    "vp": "van phong",
    "xdd": "xay dung dang",
    "bxdd": "ban xay dung dang",
    "mttq": "mat tran to quoc",
    "mttqvn": "mat tran to quoc viet nam",
    "ubmttq": "uy ban mat tran to quoc",
    "ubmttqvn": "uy ban mat tran to quoc viet nam",
    "tnlc": "thanh nien",
    "tncs": "thanh nien cong san",
    "lhpn": "lien hiep phu nu",
    "pn": "phu nu",
    "ccb": "cuu chien binh",
    "nd": "nong dan",
    "ldld": "lien doan lao dong",
    "vhxh": "van hoa xa hoi",
    "vh": "van hoa",
    "xh": "xa hoi",
    "kt": "kinh te",
    "ht": "ha tang",
    "dt": "do thi",
    "ttpvhcc": "trung tam phuc vu hanh chinh cong",
    "pvhcc": "phuc vu hanh chinh cong",
    "hcc": "hanh chinh cong",
    "ttct": "trung tam chinh tri",
    "tyt": "tram y te",
    "bchqs": "ban chi huy quan su",
    "chqs": "chi huy quan su",
    "qs": "quan su",
    "ca": "cong an",
    "tdp": "to dan pho",
    "vpdu": "van phong dang uy",
    "du": "dang uy",
}
_LEVEL = {
    "commune": ("cap xa", "phuong", "xa", "dac khu"),
    "province": ("cap tinh", "thanh pho", "tinh"),
}
_FILLERS = {"va", "cua", "cac", "co quan"}
_FRONT = re.compile(r"^(?:co quan )?(?:uy ban )?mat tran(?: to quoc)?(?: viet nam)?(?= |$)")
_PEOPLE = re.compile(
    r"^(?:dong chi|bi thu|pho bi thu|chu tich|pho chu tich|truong (?:ban|phong|thon)|nguoi dung "
    r"dau)\b"
)
_CONNECTED = re.compile(r"\s+và\s+|\s*[,;]\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Candidate:
    unit: Any
    name: str
    short_name: str = ""
    is_former: bool = False


@dataclass(frozen=True)
class BodyMatch(Sequence):
    """The units a phrase means, how sure that is (1 = certain, 0 = nothing found) and how it was
    found.
    """

    text: str
    units: tuple = ()
    confidence: float = 0.0
    how: str = "none"  # alias | name | spelled | shortened | part | former | collective | none

    def __getitem__(self, index):
        return self.units[index]

    def __len__(self) -> int:
        return len(self.units)

    def __iter__(self) -> Iterator:
        return iter(self.units)

    @property
    def is_certain(self) -> bool:
        return self.confidence >= 0.9


def phrase_key(text: str) -> str:
    return " ".join(words(nfc(text)))


def match_all(
    home_name: str, home_kind: str, candidates: Iterable[Candidate], aliases: dict[str, list], texts
):
    finder = _Finder(home_name, home_kind, list(candidates), aliases)
    return {text: finder.find(text) for text in texts}


class _Finder:
    """Keys of every candidate, worked out once for all phrases."""

    def __init__(
        self, home_name: str, home_kind: str, candidates: list[Candidate], aliases: dict[str, list]
    ):
        self.home = _proper_name(home_name)
        self.level = _LEVEL.get(home_kind, _LEVEL["commune"])
        self.aliases = aliases
        current = [c for c in candidates if not c.is_former]
        self.named = _index(
            (phrase_key(n), c.unit) for c in current for n in (c.name, c.short_name) if n
        )
        self.spelled = _index(
            (self.spell(n), c.unit) for c in current for n in (c.name, c.short_name) if n
        )
        self.short = _index((self.shorten(self.spell(c.name)), c.unit) for c in current)
        self.former = _index((self.spell(c.name), c.unit) for c in candidates if c.is_former)

    def find(self, text: str) -> BodyMatch:
        key = phrase_key(text)
        if self.aliases.get(key):
            return BodyMatch(text, tuple(self.aliases[key]), 1.0, "alias")
        if is_generic(text) or _PEOPLE.match(key):
            return BodyMatch(text, how="collective")
        for index, wanted, confidence, how in self._tiers(key, text):
            units = index.get(wanted, ()) if wanted else ()
            if len(units) == 1:
                return BodyMatch(text, tuple(units), confidence, how)
        return self._first_part(text)

    def _tiers(self, key: str, text: str):
        spelled = self.spell(text)
        yield self.named, key, 1.0, "name"
        yield self.spelled, spelled, 0.95, "spelled"
        yield self.former, spelled, 0.9, "former"
        short = self.shorten(spelled)
        if not self._is_start_of_several(short):
            yield self.short, short, 0.85, "shortened"

    def _first_part(self, text: str) -> BodyMatch:
        """ "Ủy ban MTTQ và các tổ chức chính trị - xã hội": the body that is named, as a guess."""
        parts = _CONNECTED.split(text.strip(), maxsplit=1)
        if len(parts) == 2 and parts[0]:
            units = self.spelled.get(self.spell(parts[0]), ())
            if len(units) == 1:
                return BodyMatch(text, tuple(units), 0.6, "part")
        return BodyMatch(text)

    def spell(self, text: str) -> str:
        """Abbreviations in full, without the commune's own name and level and small words."""
        spelled = " ".join(SPELLED.get(word, word) for word in words(nfc(text)))
        for own in (self.home, *self.level):
            without = re.sub(rf"(?<!\S){re.escape(own)}(?!\S)", " ", spelled) if own else spelled
            spelled = without if without.strip() else spelled
        kept = [word for word in spelled.split() if word not in _FILLERS]
        return _FRONT.sub("mat tran to quoc", " ".join(kept))

    def shorten(self, spelled: str) -> str:
        """Without "Đảng ủy" at the end: "Ban Xây dựng Đảng" and "Ban Xây dựng Đảng Đảng ủy" are one
        body.
        """
        short = spelled.removesuffix(" dang uy")
        return short or spelled

    def _is_start_of_several(self, short: str) -> bool:
        """ "Văn phòng" begins the names of two offices, so alone it means neither."""
        starts = {
            u
            for key, units in self.short.items()
            if f"{key} ".startswith(f"{short} ")
            for u in units
        }
        return len(starts) > 1


def _index(pairs) -> dict[str, list]:
    found: dict[str, list] = defaultdict(list)
    for key, unit in pairs:
        if key and unit not in found[key]:
            found[key].append(unit)
    return found


def _proper_name(home_name: str) -> str:
    """ "Phường Lê Chân" -> "le chan"."""
    return re.sub(r"^(?:phuong|xa|dac khu|thi tran|thanh pho|tinh)\s+", "", phrase_key(home_name))

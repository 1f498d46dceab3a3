"""Which title a free text means: "PBT Đảng ủy" is Phó Bí thư Đảng ủy, "Trưởng phòng KT-HT&ĐT" is
Trưởng phòng.

Pure: no Django, no database. The longest title with which the text begins is meant; what follows it
is the name of a body. Where the text alone says little ("Trưởng ban"), the body in which the person
sits decides. Of several titles in one text the first that is more than membership counts.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from thenchot.kernel.text import nfc, words
from thenchot.organisation.matching import SPELLED

_HEADS = {
    "bt": "bi thu",
    "pbt": "pho bi thu",
    "ct": "chu tich",
    "pct": "pho chu tich",
    "tp": "truong phong",
    "ptp": "pho truong phong",
    "tb": "truong ban",
    "ptb": "pho truong ban",
    "cvp": "chanh van phong",
    "pcvp": "pho chanh van phong",
    "cn": "chu nhiem",
    "pcn": "pho chu nhiem",
    "gd": "giam doc",
    "pgd": "pho giam doc",
    "uv": "uy vien",
    "uvbtv": "uy vien ban thuong vu",
    "uvtv": "uy vien thuong vu",
    "uvbch": "uy vien ban chap hanh",
    "uvubkt": "uy vien uy ban kiem tra",
    "duv": "dang uy vien",
    "cv": "chuyen vien",
    "cvc": "chuyen vien chinh",
    "cht": "chi huy truong",
    "chp": "chi huy pho",
    "pcht": "pho chi huy truong",
    "ht": "hieu truong",
    "pht": "pho hieu truong",
    "ktv": "ke toan vien",
    "cc": "cong chuc",
    "vp": "van phong",
}
_JOINERS = {"pho", "truong", "thuong", "truc", "vien", "q", "quyen"}
_BODIES = SPELLED | {"tt": "trung tam", "ns": "ngan sach", "cb": "chi bo"}
_ACTING = re.compile(r"^(?:dong chi|quyen|q|phu trach)\s+(?=\w)")
_STANDING = re.compile(r"^(pho (?:bi thu|chu tich|truong ban|chu nhiem)) thuong truc\b")
_FORMER = re.compile(r"^nguyen (?:bi thu|pho|chu tich|truong|chanh|giam doc|uy vien|chu nhiem)")
_LEVELS = re.compile(r"\b(?:cap xa|phuong|xa|dac khu|thi tran|viet nam|va|cua|cac)\b")
_TWICE = re.compile(r"\b(\w+(?: \w+){0,3}) \1\b")  # "Trưởng ban" + "Ban Xây dựng Đảng"
_SPLIT = re.compile(r"[,;\n]|\s+kiêm\s+|\s+[-–]\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """A title as the matching knows it. `is_membership`: a seat in a collective, less than an
    office.
    """

    title: Any
    names: tuple[str, ...]
    is_membership: bool = False


class Titles:
    """The titles that hold in one commune, spelled once for all texts. Later ones give way to
    earlier ones.
    """

    def __init__(self, named: Iterable[Named], home_name: str = ""):
        self.home = " ".join(words(nfc(home_name)))
        self.proper = re.sub(_LEVELS, "", self.home).strip()
        self.by_key: dict[str, Named] = {}
        for one in named:
            for name in one.names:
                self.by_key.setdefault(self.spell(name), one)

    def find(self, text: str, body: str = "") -> Any | None:
        """The title meant, or none. `body`: name of the unit in which the holder sits."""
        whole = self._one(text, body)
        if whole and not whole.is_membership:
            return whole.title
        parts = [found for part in _SPLIT.split(text) if (found := self._one(part, body))]
        offices = [one for one in parts if not one.is_membership]
        best = next(iter((*offices, *parts)), whole)
        return best.title if best else None

    def spell(self, text: str) -> str:
        """Folded, abbreviations in full, without levels, small words and the commune's own name."""
        spelled, in_head = [], True
        for word in words(nfc(text)):
            in_head = in_head and (word in _HEADS or word in _JOINERS or not spelled)
            spelled.append(_HEADS[word] if in_head and word in _HEADS else _BODIES.get(word, word))
        full = _ACTING.sub("", " ".join(spelled))
        if self.proper:
            full = re.sub(rf"\b(?:{re.escape(self.home)}|{re.escape(self.proper)})\b", " ", full)
        full = _STANDING.sub(r"\1", " ".join(_LEVELS.sub(" ", full).split()))
        return _TWICE.sub(r"\1", full)

    def _one(self, text: str, body: str) -> Named | None:
        """The longer of what the text alone and the text with the body's name begin with."""
        key = self.spell(text)
        if not key or _FORMER.match(key):
            return None
        alone, length = self._longest(key)
        with_body, longer = self._longest(self.spell(f"{text} {body}")) if body else (None, 0)
        return with_body if longer > length else alone

    def _longest(self, key: str) -> tuple[Named | None, int]:
        parts = key.split()
        for length in range(len(parts), 0, -1):
            found = self.by_key.get(" ".join(parts[:length]))
            if found:
                return found, length
        return None, 0

"""Marks of Vietnamese letters that recognition misread ("tố chức", "kiếm tra"), put right by which
two syllables stand beside each other in the texts of offices. Pure.

A syllable of its own says nothing: "tố" is as good as "tổ". The pairs are those of our own samples
and texts (`scripts/syllable-pairs`).
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from thenchot.kernel.text import fold

_DAY = re.compile(r"ngay \d{1,2} thang \d{1,2} nam 20\d\d\W*")
_DOUBLED = re.compile(r"(?<=Q)ĐĐ(?=-)|(?<=/)ĐĐ(?=U\b)")  # "84/QĐĐ-UBND": no sign is written so
_SYLLABLE = re.compile(r"[^\W\d_]+")

Pair = tuple[str, str]


def mended(words: Sequence[str]) -> list[str]:
    """The words of a line, their marks put right where one pair alone is usual with these letters
    and the word is not known beside a neighbour as it was read.
    """
    found = [_SYLLABLE.search(word) for word in words]
    read = [match.group() if match else "" for match in found]
    pairs = [
        (first.lower(), second.lower()) if _are_neighbours(first, second, words[at]) else None
        for at, (first, second) in enumerate(pairwise(read))
    ]
    known = [pair in _known() for pair in pairs]
    answer = [_DOUBLED.sub("Đ", word) for word in _dated(words)]
    for at, match in enumerate(found):
        sides = [side for side in (at - 1, at) if 0 <= side < len(pairs)]
        if match is None or any(known[side] for side in sides):
            continue
        said = {better[at - side] for side in sides if (better := _better(pairs[side]))}
        if len(said) == 1:
            new = _in_case_of(match.group(), said.pop())
            answer[at] = words[at][: match.start()] + new + words[at][match.end() :]
    return answer


def _dated(words: Sequence[str]) -> list[str]:
    """A day in full: "ngảy 09 thắng 12 nắm 2026" has the only words that may stand there."""
    answer = list(words)
    for at in range(len(words) - 5):
        if _DAY.fullmatch(fold(" ".join(words[at : at + 6]))):
            for place, right in enumerate(("ngày", "tháng", "năm")):
                answer[at + 2 * place] = _in_case_of(words[at + 2 * place], right)
    return answer


def _are_neighbours(first: str, second: str, word: str) -> bool:
    """Nothing stands between them, and the second does not begin a name."""
    if not first or not second or not word.endswith(first):
        return False
    return second.islower() or (first.isupper() and second.isupper())


def _better(pair: Pair | None) -> Pair | None:
    return _by_letters().get((_bare(pair[0]), _bare(pair[1]))) if pair else None


def _in_case_of(word: str, new: str) -> str:
    if word.isupper():
        return new.upper()
    return new.capitalize() if word[0].isupper() else new


@lru_cache(maxsize=1)
def _listed() -> tuple[Pair, ...]:
    """A star behind the second: others are put right by this pair."""
    text = (files(__package__) / "syllable_pairs.txt").read_text("utf-8")
    rows = map(str.split, text.splitlines())
    return tuple((first, second) for first, *others in rows for second in others)


@lru_cache(maxsize=1)
def _known() -> frozenset[Pair]:
    return frozenset((first, second.removesuffix("*")) for first, second in _listed())


@lru_cache(maxsize=1)
def _by_letters() -> dict[Pair, Pair]:
    sure = ((first, second[:-1]) for first, second in _listed() if second.endswith("*"))
    return {(_bare(first), _bare(second)): (first, second) for first, second in sure}


def _bare(syllable: str) -> str:
    """Without its marks; đ stays."""
    apart = unicodedata.normalize("NFD", syllable)
    return "".join(char for char in apart if not unicodedata.combining(char))

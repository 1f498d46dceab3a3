"""Vietnamese text: one normal form, folding for matching, words, and the order of names.

Nothing here changes what a document says; folding is only for comparison. Every fold keeps one
character for one character (`fold_keep`), so that a match in the folded text is a span of the
original.
"""

import re
import unicodedata
from functools import lru_cache

_BASE_ORDER = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_TONE_MARKS = dict.fromkeys(map(ord, _TONES))
_PLAIN_D = str.maketrans("đð", "dd")


_ETH = str.maketrans("Ðð", "Đđ")
"""Letters of Icelandic (U+00D0, U+00F0) that some keyboards and fonts give for Đ, đ."""


def nfc(text: str) -> str:
    """The composed form, with Đ for the Ð that looks like it; every text is stored and compared in
    it.
    """
    return unicodedata.normalize("NFC", text or "").translate(_ETH)


@lru_cache(maxsize=8192)
def _fold_char(char: str) -> str:
    lowered = char.lower()
    lowered = "d" if lowered in "đð" else lowered
    base = unicodedata.normalize("NFD", lowered)[:1]
    return base if len(base) == 1 else char


def fold_keep(text: str) -> str:
    """Lower case without marks, one character for one character of `text`."""
    return "".join(map(_fold_char, text))


def fold(text: str) -> str:
    """Case, đ and every mark removed: "Đảng ủy" -> "dang uy". Applying it twice changes nothing."""
    decomposed = unicodedata.normalize("NFKD", (text or "").casefold().translate(_PLAIN_D))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare).casefold().translate(_PLAIN_D)


def words(text: str) -> list[str]:
    """Folded words (letters and digits, and the per cent sign) in order."""
    return re.findall(r"[^\W_]+|%", fold(text))


def _without_tone(text: str) -> tuple[str, tuple[int, ...]]:
    """The letters with their vowel quality (ă â ê ô ơ ư đ) and the tones of the syllables in
    order.
    """
    decomposed = unicodedata.normalize("NFD", text.translate(_ETH).casefold())
    tones = tuple(_TONES[char] for char in decomposed if char in _TONES)
    return unicodedata.normalize("NFC", decomposed.translate(_TONE_MARKS)), tones


def _old_places() -> dict[str, str]:
    """oà -> òa, uỷ -> ủy …: the tone mark moved to the first vowel, letter count unchanged."""
    pairs = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in _TONES:
            pairs[first + unicodedata.normalize("NFC", second + tone)] = (
                unicodedata.normalize("NFC", first + tone) + second
            )
    return pairs


_OLD_PLACE = _old_places()
_NEW_PLACE = re.compile("(?<!q)(?:" + "|".join(_OLD_PLACE) + r")(?!\w)")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Small letters with marks, tone marks in their older place (hóa, ủy), one character for one of
    `text`.
    """
    lowered = text.lower().translate(_ETH)
    if len(lowered) != len(text):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return _NEW_PLACE.sub(lambda match: _OLD_PLACE[match.group()], lowered)


def same_text(one: str, other: str) -> bool:
    """Equal apart from case, spaces and the place of the tone mark: hoà = hòa, thuỷ = thủy, uỷ =
    ủy.
    """
    return _syllables(one) == _syllables(other)


def _syllables(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [_without_tone(word) for word in text.split()]


_UNTIDY = re.compile(r"\s\s|[^\S ]|\s[,;.]|^\s|\s$")


def tidy(text: str) -> str:
    """One space between words, none before a comma, full stop or semicolon, none at the ends."""
    if not _UNTIDY.search(text):
        return text
    return re.sub(r"\s+([,;.])(?=\s|$)", r"\1", re.sub(r"\s+", " ", text)).strip()


@lru_cache(maxsize=4096)
def _word_key(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters, tones = _without_tone(nfc(word))
    ranks = tuple(_BASE_ORDER.index(c) if c in _BASE_ORDER else 100 + ord(c) for c in letters)
    return ranks, tones


def sort_key(name: str) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """Order of a list of people: given name first, then family and middle names.

    Letters follow the Vietnamese alphabet (a ă â … d đ e ê …); the tone decides between equal
    letters.
    """
    parts = name.split()
    ordered = parts[-1:] + parts[:-1]
    return tuple(_word_key(part) for part in ordered)

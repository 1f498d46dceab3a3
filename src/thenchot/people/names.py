"""How names are stored for search and order. Pure: no Django."""

import re
from functools import lru_cache

from thenchot.kernel.text import nfc, plain, sort_key, tidy, words

# One letter of the Vietnamese alphabet (33) for each sign, so that every database sorts it alike;
# "0" ends a part.
_SIGNS = "123456789abcdefghijklmnopqrstuvwx"


# Signs that look alike, as one; and a run of letters, between which capitals begin.
_ALIKE = str.maketrans("’‘ʼʻˈ`´‐‑–—", "'''''''----")
_RUN = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+")
_LETTERS = re.compile(r"[^\W_]+")
_COUNTED = ("II", "III")  # "Nguyễn Văn An II": told apart by number


def clean_name(name: str) -> str:
    """Composed letters, single spaces, one apostrophe and one hyphen, Đ for Ð; a name shouted in
    capitals gets its capitals back only at the first letters, also after an apostrophe, a hyphen,
    a dot or a bracket.
    """
    tidied = tidy(nfc(name).translate(_ALIKE))
    return _RUN.sub(_capitalised, tidied) if _is_shouted(tidied) else tidied


def same_letters(name: str) -> str:
    """What two spellings of one name share: marks count; case, Ð, signs and spaces do not."""
    return " ".join(_LETTERS.findall(plain(nfc(name))))


def _is_shouted(name: str) -> bool:
    long = [run for run in _RUN.findall(name) if len(run) > 1]
    return all(run.isupper() for run in long) if long else name.isupper()


def _capitalised(run: re.Match) -> str:
    letters = run[0]
    return letters if letters in _COUNTED else letters[:1].upper() + letters[1:].lower()


@lru_cache(maxsize=16_384)
def folded_words(name: str) -> str:
    """ "Nguyễn Thị Minh An" -> " nguyen thi minh an": every word after a space, so that a prefix is
    one LIKE.
    """
    return " " + " ".join(words(name))


def stored_order(name: str) -> str:
    """The order of `kernel.text.sort_key` as plain ASCII letters and digits: given name, family
    name, middle names.
    """
    return "".join(_part(letters, tones) for letters, tones in sort_key(name))[:300]


@lru_cache(maxsize=16_384)
def _part(letters: tuple[int, ...], tones: tuple[int, ...]) -> str:
    return _encoded(letters) + "0" + "".join(map(str, tones)) + "0"


def _encoded(letters: tuple[int, ...]) -> str:
    return "".join(_SIGNS[rank] if rank < len(_SIGNS) else f"z{rank:x}" for rank in letters)

"""How names are stored for search and order. Pure: no Django."""

from functools import lru_cache

from thenchot.kernel.text import nfc, sort_key, tidy, words

# One letter of the Vietnamese alphabet (33) for each sign, so that every database sorts it alike;
# "0" ends a part.
_SIGNS = "123456789abcdefghijklmnopqrstuvwx"


def clean_name(name: str) -> str:
    """Composed letters, single spaces; a name shouted in capitals gets its capitals back only at
    the first letters.
    """
    tidied = tidy(nfc(name))
    return " ".join(part.capitalize() for part in tidied.split()) if tidied.isupper() else tidied


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

"""Does a word look Vietnamese? Every syllable is one of some thirty onsets and one of some hundred
and seventy rhymes. Used to tell a text in an old font ("NguyÔn V¨n Hµ") from one in Unicode. Pure.
"""

import re
import unicodedata
from functools import lru_cache

_ONSETS = re.findall(r"\S+", "ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p q r s t v x")
_RHYMES = frozenset(
    re.findall(
        r"\S+",
        """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng
eo ep et ê êc êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o
oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on
ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uâ uân uâng uât uây uc uê uêch uên
uênh uêt ui um un ung uơ uơn up ut uy uya uych uyên uyêt uyêu uyn uynh uyt uyu uôc uôi uôm uôn uông
uôt ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ynh yt ych
""",
    )
)
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_WORD = re.compile(r"[^\s,;.:/()\[\]\-–—“”\"'&+*0-9]+")


def are_syllables(text: str) -> bool:
    """Every word of the text is one; false when there is none."""
    found = _WORD.findall(text)
    return bool(found) and all(map(is_syllable, found))


@lru_cache(maxsize=16_384)
def is_syllable(word: str) -> bool:
    lowered = unicodedata.normalize("NFC", word).lower()
    bare = unicodedata.normalize("NFC", unicodedata.normalize("NFD", lowered).translate(_TONES))
    if bare in _RHYMES:
        return True
    return (
        any(bare.startswith(onset) and bare[len(onset) :] in _RHYMES for onset in _ONSETS)
        or bare == "gi"
    )

"""What each kind of thing is called that an event or a look is about. A room hands over the words
of its models in its `events.py`; a test finds the model that has none.

A thing is told by its words and its number, not by its name: whoever reads the trail need not be
allowed to read the thing.
"""

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext

from thenchot.kernel.text import fold

CODE = re.compile(r"[a-z_]+\.[a-z]+(:\S*)?")  # "people.person:12", or only "people.person"

_words: dict[str, Promise] = {}


def register_subjects(words: Mapping[str, Promise]) -> None:
    """Words by the name of the model, "people.person"."""
    _words.update(words)


def subjects() -> dict[str, Promise]:
    return dict(_words)


def called(kind: str, pk: str) -> str:
    """ "people.person", "12" -> hồ sơ cán bộ số 12."""
    if kind not in _words:
        return f"{kind}:{pk}" if pk else kind
    what = str(_words[kind])
    return gettext("%(what)s số %(number)s") % {"what": what, "number": pk} if pk else what


def is_code(text: str) -> bool:
    return CODE.fullmatch(text) is not None


def meant(text: str) -> tuple[list[str], str]:
    """The kinds of things that somebody means by these words, and the number; the other way round
    of `called`, also for a part of the words.
    """
    *words, last = fold(text).split() or [""]
    if not any(sign.isdigit() for sign in last):
        return [kind for kind, what in _words.items() if fold(text) in fold(str(what))], ""
    told = " ".join(words)
    fitting = [kind for kind, what in _words.items() if told.startswith(fold(str(what)))]
    return sorted(fitting, key=lambda kind: len(str(_words[kind])))[-1:], text.split()[-1]

"""Vietnamese is the language of record: whatever language a page is read in, files that leave the
system and lists that come back are in Vietnamese. Rules and the law as data know no Django; what
they say is translated where a page shows it (`say`), and `makemessages` finds it there.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.utils import translation

from thenchot.kernel.decision import Reason

RECORD = "vi"
P = ParamSpec("P")
T = TypeVar("T")


def in_vietnamese(function: Callable[P, T]) -> Callable[P, T]:
    """For exports, imports and prints. The function must finish its work before it returns (no
    generator).
    """

    @wraps(function)
    def spoken(*args: P.args, **kwargs: P.kwargs) -> T:
        with translation.override(RECORD):
            return function(*args, **kwargs)

    return spoken


def say(text: str) -> str:
    """Words of a room below in the language of the page; a text the catalogue does not know stays
    as it is.
    """
    return translation.gettext(text) if text else ""


def say_reason(reason: Reason) -> str:
    """Why something was refused, with the article."""
    message = say(reason.message)
    return f"{message} ({reason.source})" if reason.source else message

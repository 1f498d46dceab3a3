"""Vietnamese is the language of record: whatever language a page is read in, files that leave the system and lists
that come back are in Vietnamese."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.utils import translation

RECORD = "vi"
P = ParamSpec("P")
T = TypeVar("T")


def in_vietnamese(function: Callable[P, T]) -> Callable[P, T]:
    """For exports, imports and prints. The function must finish its work before it returns (no generator)."""

    @wraps(function)
    def spoken(*args: P.args, **kwargs: P.kwargs) -> T:
        with translation.override(RECORD):
            return function(*args, **kwargs)

    return spoken

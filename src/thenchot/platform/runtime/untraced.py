"""Addresses whose requests leave nothing behind: the session is not written, no read is recorded,
no log line names the address. For anonymous answers; whoever wraps a view in `leaves_no_trace`
writes no event in it and no message.
"""

import logging
from functools import cache

from django.urls import Resolver404, get_resolver, resolve


def leaves_no_trace(view):
    view.leaves_no_trace = True
    return view


def is_untraced(request) -> bool:
    """Known before the view is called."""
    if not hasattr(request, "_is_untraced"):
        request._is_untraced = _marked(request.path_info)
    return request._is_untraced


def _marked(path: str) -> bool:
    if not path.startswith(_beginnings()):
        return False
    try:
        return getattr(resolve(path).func, "leaves_no_trace", False)
    except Resolver404:
        return False


@cache
def _beginnings() -> tuple[str, ...]:
    """What the addresses of such views begin with: every other address is known at once."""
    return tuple(_starts(get_resolver().url_patterns, "/"))


def _starts(patterns, before: str):
    for one in patterns:
        at = before + str(one.pattern)
        if hasattr(one, "url_patterns"):
            yield from _starts(one.url_patterns, at)
        elif getattr(one.callback, "leaves_no_trace", False):
            yield at.partition("<")[0]


class HideAddress(logging.Filter):
    """A failure at such an address is still told, without the address, the account or what was
    sent.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if request is not None and hasattr(request, "path_info") and is_untraced(request):
            record.msg, record.args = (
                "a request that leaves no trace: %s",
                (getattr(record, "status_code", ""),),
            )
            del record.request
        return True

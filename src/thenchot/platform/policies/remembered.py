"""Confirmed local values, read once for each request or transaction and never longer.

Values are few (tens for a ward, some thousands for a province), so all are read at once: any branch
and any day then costs nothing more. Outside of a request and a transaction nothing is remembered.
"""

import threading

from django.db import connection

_local = threading.local()


def rows(read):
    """What `read()` gives, remembered as long as the present request or transaction lasts."""
    owner = _owner()
    if owner and getattr(_local, "owner", None) == owner:
        return _local.rows
    found = read()
    _local.owner, _local.rows = owner, found
    return found


def forget(**_):
    _local.owner = _local.rows = None


def begin_request(**_):
    forget()
    _local.request = object()


def end_request(**_):
    forget()
    _local.request = None


def _owner():
    """The open blocks themselves, not their ids, so that a later block is never mistaken for this
    one.
    """
    blocks = tuple(connection.atomic_blocks)
    request = getattr(_local, "request", None)
    return (request, blocks) if request or blocks else None

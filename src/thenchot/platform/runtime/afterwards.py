"""What happens once something was recorded: rooms that listen, and work after the commit.

Whoever recorded it has done what was asked, so a failure here is logged and changes nothing of what
the person is told. Django's own robust sending asks a receiver for its `__qualname__`, which an
object need not have, and so fails itself; here nothing is asked of it.
"""

import logging
from collections.abc import Callable
from typing import Any

from django.db import connection, transaction
from django.dispatch import Signal

log = logging.getLogger(__name__)


class Announcement(Signal):
    """The only kind of signal that the house sends."""

    def send(self, sender, **named):
        """Each receiver with what it answered, or the failure it ended with."""
        receivers, _asynchronous = self._live_receivers(sender)
        return [(receiver, self._call(receiver, sender, named)) for receiver in receivers]

    send_robust = send

    def _call(self, receiver, sender, named):
        try:
            return receiver(signal=self, sender=sender, **named)
        except Exception as failure:
            log.exception("a receiver failed after something was recorded: %r", receiver)
            return failure


def after_commit(function: Callable[..., Any], *arguments: Any) -> None:
    """Call it when the transaction has ended well. The same call, asked for many times in one
    transaction, is made once.
    """

    def call() -> None:
        try:
            function(*arguments)
        except Exception:
            log.exception("failed after the commit: %s", getattr(function, "__name__", "call"))

    asked = (function, arguments)
    if not any(getattr(entry[1], "asked", None) == asked for entry in connection.run_on_commit):
        vars(call)["asked"] = asked
        transaction.on_commit(call, robust=True)

"""A function of our own called in a process apart, with limits: whatever a foreign file does to its
reader ends there.
"""

import importlib
import io
import os
import pickle
import sys
from collections.abc import Callable, Sequence
from typing import Any

from thenchot.platform.runtime.sandbox import run_limited

MOST_ANSWER = 512 * 1024 * 1024  # bytes
_VALUES = {("datetime", name) for name in ("date", "datetime", "time", "timedelta")}
_OURS = "thenchot.platform.office."


class TooCostly(Exception):
    """The call took more time or memory than it may."""


class Broken(Exception):
    """The call ended without an answer."""


def call_apart(
    function: Callable[..., Any], arguments: Sequence[Any], *, seconds: int, memory_mb: int
) -> Any:
    """What `function(*arguments)` returns, or the refusal it raises (an exception with
    `message_vi`). Raises `TooCostly` and `Broken`.

    `function` stands at the top of a module of the office; its answer is made of plain values, days
    and classes of the office.
    """
    request = pickle.dumps((function.__module__, function.__qualname__, tuple(arguments)))
    command = [sys.executable, "-I", "-m", __name__]
    ran = run_limited(command, seconds=seconds, memory_mb=memory_mb, stdin=request)
    if not ran.out:
        raise TooCostly if ran.timed_out or ran.code in (-9, -24, 137, 152) else Broken
    said, answer = _Answer(io.BytesIO(ran.out)).load()
    if said == "refused":
        raise answer
    if said == "returned":
        return answer
    raise TooCostly if said == "costly" else Broken


class _Answer(pickle.Unpickler):
    """Days and classes of the office, nothing that could be called to do something."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if self._is_known(module, name) else None
        if not isinstance(found, type):
            raise Broken(f"{module}.{name}")
        return found

    def _is_known(self, module: str, name: str) -> bool:
        return (module, name) in _VALUES or module.startswith(_OURS)


def answer(request: bytes) -> bytes:
    """What the process apart says to a request."""
    module, name, arguments = pickle.loads(request)
    try:
        value = getattr(importlib.import_module(module), name)(*arguments)
        said = pickle.dumps(("returned", value), protocol=pickle.HIGHEST_PROTOCOL)
        return said if len(said) <= MOST_ANSWER else pickle.dumps(("costly", None))
    except MemoryError:
        return pickle.dumps(("costly", None))
    except BaseException as error:  # a reader in another language may panic past Exception
        known = hasattr(error, "message_vi")
        return pickle.dumps(("refused", error) if known else ("broken", None))


def main() -> None:
    """Only the answer goes out, whatever readers print."""
    out = os.dup(1)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    said = answer(sys.stdin.buffer.read())
    with os.fdopen(out, "wb") as answering:
        answering.write(said)
    os._exit(0)


if __name__ == "__main__":
    main()

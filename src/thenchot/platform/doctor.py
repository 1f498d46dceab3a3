"""Checks of the running system. Rooms register in `checks.py`; `thenchot doctor` runs them all.

@check("Tệp đính kèm")
def files() -> Iterable[Finding]: ...
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    OK = "ok"
    WARN = "warn"  # works, but somebody should look
    FAIL = "fail"  # something is broken or lost: the command ends with an error


@dataclass(frozen=True)
class Finding:
    mark: Mark
    message: str


def ok(message: str) -> Finding:
    return Finding(Mark.OK, message)


def warn(message: str) -> Finding:
    return Finding(Mark.WARN, message)


def fail(message: str) -> Finding:
    return Finding(Mark.FAIL, message)


Check = Callable[[], Iterable[Finding]]
_checks: dict[str, tuple[str, Check]] = {}


def check(label: str):
    def register(function: Check) -> Check:
        _checks[f"{function.__module__}.{function.__name__}"] = (label, function)
        return function

    return register


def examine() -> list[tuple[str, Finding]]:
    """Run every check; one that breaks is a failure itself and stops no other."""
    return [(label, finding) for label, function in _checks.values() for finding in _run(function)]


def _run(function: Check) -> list[Finding]:
    try:
        return list(function())
    except Exception as error:
        return [fail(f"không kiểm tra được: {type(error).__name__}: {error}")]

"""What a room hands over: rules that find, on a day, what somebody must know or do."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SEE = "alerts.see"


class Severity(StrEnum):
    INFO = "info"
    ACT = "act"
    LATE = "late"


@dataclass(frozen=True)
class Audience:
    """Whoever holds `role` over `path`: those nearest to it. Is nobody there, those of the branch
    above, and so on; a province is not told what the commune's own leader is told.
    """

    role: str
    path: str


@dataclass(frozen=True)
class AccountAudience:
    account_ids: tuple[int, ...]


@dataclass(frozen=True)
class Finding:
    """One thing found. Identity: rule, subject_type, subject_id, detail. `step` counts the
    reminders and escalations of this thing, starting with 0; `audience` is whom this step tells,
    but never the account whose own doing it is (`never`). `url` is a page of this site. `since`
    None: from the day it was first found.
    """

    subject_type: str
    subject_id: str
    detail: str
    unit_path: str
    severity: Severity
    since: date | None
    message: str
    basis: str = ""
    next_step: str = ""
    url: str = "/"
    step: int = 0
    audience: tuple[Audience | AccountAudience, ...] = ()
    never: int | None = None

    @property
    def identity(self) -> tuple[str, str, str]:
        return (self.subject_type, str(self.subject_id), self.detail)


@dataclass(frozen=True)
class Rule:
    """`code` never changes; `label` is what a person reads (lazy gettext). Who holds `permission`
    over the unit of a finding sees it in the list; who was told sees it in any case.
    """

    code: str
    label: object
    find: Callable[[date], Iterable[Finding]]
    permission: str = SEE


_rules: dict[str, Rule] = {}


def register(rule: Rule) -> Rule:
    if rule.code in _rules and _rules[rule.code].find is not rule.find:
        raise ValueError(f"two alert rules are called {rule.code}")
    _rules[rule.code] = rule
    return rule


def alert(
    code: str, label: object, permission: str
) -> Callable[[Callable[[date], Iterable[Finding]]], Callable[[date], Iterable[Finding]]]:
    """Above the function that finds: registers it as a rule."""

    def keep(find: Callable[[date], Iterable[Finding]]) -> Callable[[date], Iterable[Finding]]:
        return register(Rule(code, label, find, permission)).find

    return keep


def forget(code: str) -> None:
    """Take a rule out again (tests; a room that is switched off). Its open alerts end at the next
    run.
    """
    _rules.pop(code, None)


def rules() -> dict[str, Rule]:
    return dict(_rules)

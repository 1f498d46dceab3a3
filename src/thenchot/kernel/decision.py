"""A refusal carries its reason: which rule, which article, which fact."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NoReturn, Self


@dataclass(frozen=True, slots=True)
class Reason:
    """`rule` is a stable code, `message` what a person reads, `source` the article, `facts` what
    was compared.
    """

    rule: str
    message: str
    source: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "facts", MappingProxyType(dict(self.facts)))


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes or no, with every reason. Only a refusal needs one; a permission may carry remarks."""

    allowed: bool
    reasons: tuple[Reason, ...] = ()

    @classmethod
    def yes(cls, *remarks: Reason) -> Self:
        return cls(True, remarks)

    @classmethod
    def no(cls, *reasons: Reason) -> Self:
        if not reasons:
            raise ValueError("a refusal needs a reason")
        return cls(False, reasons)

    def __bool__(self) -> bool:
        return self.allowed

    def __and__(self, other: "Decision") -> "Decision":
        """Both must allow; the reasons of every refusing side are kept, else the remarks of
        both.
        """
        if self.allowed == other.allowed:
            return Decision(self.allowed, self.reasons + other.reasons)
        return other if self.allowed else self

    def or_refuse(self) -> Self:
        """Return itself, or raise `Refused`."""
        if not self.allowed:
            raise Refused(self)
        return self


class Refused(Exception):
    """An action was refused; `decision` says why."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        super().__init__("; ".join(reason.message for reason in decision.reasons))


def refuse(rule: str, message: str, source: str = "", **facts: Any) -> NoReturn:
    """For one reason."""
    raise Refused(no(rule, message, source, **facts))


def no(rule: str, message: str, source: str = "", **facts: Any) -> Decision:
    """No, for one reason."""
    return Decision.no(Reason(rule, message, source, facts))

"""Nearest layer wins: a commune's own value before its province's, before the shipped packs."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from thenchot.kernel.decision import Decision, Reason
from thenchot.policy.packs import Value
from thenchot.policy.parameters import build, specs

P = TypeVar("P")


class Resolved(Mapping[str, Value]):
    """Key -> the value in force, each with its source; `hash` names exactly this set of values."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = dict(sorted(values.items()))

    def __getitem__(self, key: str) -> Value:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    @property
    def hash(self) -> str:
        return digest({key: found.value for key, found in self._values.items()})

    def only(self, policy: type) -> "Resolved":
        """The values this policy reads: what a judged result stores, with their hash."""
        wanted = specs(policy).values()
        plain, dated = {s.key for s in wanted}, [s for s in wanted if s.is_of_years]
        return Resolved(
            {
                key: found
                for key, found in self._values.items()
                if key in plain or any(s.fits(key) for s in dated)
            }
        )

    def lacking(self, policy: type) -> list[str]:
        """Labels of what this policy reads and no layer says: something, on a day before the rule
        came into force.
        """
        return [
            spec.label
            for spec in specs(policy).values()
            if "{" not in spec.key and spec.key not in self._values
        ]

    def as_parameters(self, policy: type[P]) -> P:
        """Refused where no layer says anything yet: a day before the rule came into force."""
        lacking = self.lacking(policy)
        if lacking:
            text = (
                f"Vào ngày này chưa có quy định về “{lacking[0]}”. Chọn ngày sau khi quy định "
                f"có hiệu lực, hoặc nhập giá trị ở trang Chính sách."
            )
            Decision.no(Reason("policy.not_in_force", text)).or_refuse()
        return build(policy, {key: found.value for key, found in self._values.items()})


def digest(values: Mapping[str, Any]) -> str:
    """The name of exactly this set of plain values, in whatever order they come."""
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def resolve(layers: Sequence[Iterable[Value]], on: date) -> Resolved:
    """`layers` from the farthest (national) to the nearest (the unit itself). Values that do not
    hold on `on` are passed over; within one layer the one that began last wins.
    """
    found: dict[str, Value] = {}
    for layer in layers:
        holding = (value for value in layer if value.holds(on))
        found.update({value.key: value for value in sorted(holding, key=lambda v: v.valid_from)})
    return Resolved(found)

"""Pay of a month from the personal file: grade, and the allowances that count. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from thenchot.benefits.rules.formulas import dong, rounded


@dataclass(frozen=True)
class Grade:
    """`coefficient` of the base salary, or `amount` in đồng by job position; `beyond`: percent."""

    coefficient: Decimal | None = None
    amount: Decimal | None = None
    beyond: Decimal | None = None


@dataclass(frozen=True)
class Extra:
    """An allowance by coefficient, by percent of grade, leadership and seniority beyond, or in
    đồng.
    """

    kind: str
    coefficient: Decimal | None = None
    percent: Decimal | None = None
    amount: Decimal | None = None


@dataclass(frozen=True)
class Pay:
    amount: int
    words: str


POSITION = "position"


def monthly_pay(
    grade: Grade | None, extras: Sequence[Extra], base_salary: int, counted: Collection[str]
) -> Pay | None:
    """None where the file keeps no grade. `counted`: the kinds of allowances that belong to it."""
    if grade is None or (grade.amount is None and grade.coefficient is None):
        return None
    base = Decimal(base_salary)
    own = grade.amount if grade.amount is not None else (grade.coefficient or 0) * base
    parts: list[tuple[str, Decimal]] = [("lương", own)]
    if grade.beyond:
        parts.append(("vượt khung", own * grade.beyond / 100))
    used = [one for one in extras if one.kind in counted]
    parts += [("chức vụ", _plain(one, base)) for one in used if one.kind == POSITION]
    whole = sum((amount for _, amount in parts), Decimal())
    others = [one for one in used if one.kind != POSITION]
    parts += [("phụ cấp", _plain(one, base) + whole * (one.percent or 0) / 100) for one in others]
    shown = [f"{name} {dong(rounded(amount, 1))}" for name, amount in parts if amount]
    total = sum((amount for _, amount in parts), Decimal())
    return Pay(rounded(total, 1), " + ".join(shown))


def _plain(one: Extra, base: Decimal) -> Decimal:
    return Decimal(one.amount or 0) + (one.coefficient or 0) * base

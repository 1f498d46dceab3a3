"""What somebody gets: a closed set of functions, each a line of arithmetic that a person can do
again. Whole đồng; factors and numbers of months in hundredths. Pure.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from thenchot.benefits.enums import Counted, Formula
from thenchot.benefits.rules.facts import Facts, Money

Params = Mapping[str, Any]
NO_PAY = "chưa có lương của tháng"
NO_AGE = "chưa có ngày nghỉ hoặc ngày đến tuổi nghỉ hưu"
NO_INSURANCE = "chưa có thời gian đóng bảo hiểm"
NO_DECISION = "chưa có ngày quyết định sắp xếp"
NO_STEP = "chưa có mức cho trường hợp này: ghi mức trong phiên bản của địa phương"
MONTHLY = (
    Formula.BASE_SALARIES,
    Formula.MINIMUM_WAGES,
    Formula.WAGES_BY_KIND,
    Formula.SHARE_BY_RATING,
    Formula.LEADERSHIP,
)


@dataclass(frozen=True)
class Clause:
    """One function of a policy with its parameters, resolved; `name`: what the line pays."""

    formula: str
    params: Params
    name: str


@dataclass(frozen=True)
class Line:
    """`words`: the arithmetic, or why there is no amount (None)."""

    name: str
    words: str
    amount: int | None
    is_monthly: bool = False


@dataclass(frozen=True)
class Total:
    """`once` and `monthly`: sums of the lines; None where a line has no amount."""

    lines: tuple[Line, ...]
    once: int | None
    monthly: int | None


def worked_out(clauses: Sequence[Clause], facts: Facts, money: Money) -> Total:
    lines = tuple(_line(one, facts, money) for one in clauses)
    return Total(lines, _sum(lines, is_monthly=False), _sum(lines, is_monthly=True))


def _sum(lines: Sequence[Line], *, is_monthly: bool) -> int | None:
    amounts = [line.amount for line in lines if line.is_monthly == is_monthly]
    return None if None in amounts else sum(amount or 0 for amount in amounts)


class _Lacking(Exception):
    """There is no amount, for a reason that a person can mend."""


def _line(clause: Clause, facts: Facts, money: Money) -> Line:
    formula = Formula(clause.formula)
    try:
        amount, words = FUNCTIONS[formula](clause.params, facts, money)
    except _Lacking as lacking:
        return Line(clause.name, str(lacking), None, formula in MONTHLY)
    return Line(clause.name, words, rounded(amount, money.round_to), formula in MONTHLY)


def rounded(amount: Decimal | int, to: int) -> int:
    """Half up, to a multiple of `to` đồng."""
    return int((Decimal(amount) / to).quantize(Decimal(1), ROUND_HALF_UP)) * to


def _fixed(params: Params, facts: Facts, money: Money) -> tuple[Decimal, str]:
    return Decimal(params["amount"]), dong(params["amount"])


def _base_salaries(params: Params, facts: Facts, money: Money) -> tuple[Decimal, str]:
    return _times(money.base_salary, params["times"])


def _minimum_wages(params: Params, facts: Facts, money: Money) -> tuple[Decimal, str]:
    return _times(money.minimum_wage, params["times"])


def _pay_months(params: Params, facts: Facts, money: Money) -> tuple[Decimal, str]:
    months = params["months"]
    return _hundredths(_pay(facts) * months), f"{dong(_pay(facts))} × {factor(months)} tháng"


def _pay_by_months(params: Params, facts: Facts, money: Money) -> tuple[Decimal, str]:
    rate, pay = _rate(params["rates"], facts, money), _pay(facts)
    months = _counted(params["counted"], facts)
    cap = params.get("cap") or months
    counted = min(months, cap)
    words = f"{dong(pay)} × {factor(rate)} × {counted} tháng"
    return _hundredths(pay * rate * counted), words + (f" (tối đa {cap})" if months > cap else "")


def _rate(rates: Sequence[int], facts: Facts, money: Money) -> int:
    """The first rate while the full one holds, the second later."""
    if len(rates) == 1:
        return rates[0]
    is_first = money.is_first(facts)
    if is_first is None:
        raise _Lacking(NO_DECISION)
    return rates[0] if is_first else rates[1]


def _counted(what: str, facts: Facts) -> int:
    months = facts.early_months if what == Counted.EARLY else facts.insured_months
    if months is None:
        raise _Lacking(NO_AGE if what == Counted.EARLY else NO_INSURANCE)
    return months


def _early_years(params: Params, facts: Facts, money: Money) -> tuple[Decimal, str]:
    return _by_years(params["months"], _counted(Counted.EARLY, facts), facts, money)


def _insured_years(params: Params, facts: Facts, money: Money) -> tuple[Decimal, str]:
    return _by_years(params["months"], _counted(Counted.INSURED, facts), facts, money)


def _by_years(each: int, months: int, facts: Facts, money: Money) -> tuple[Decimal, str]:
    halves, pay = money.half_years(months), _pay(facts)
    words = f"{dong(pay)} × {factor(each)} tháng × {factor(halves * 50)} năm"
    return _hundredths(pay * each * halves) / 2, words


def _insurance(params: Params, facts: Facts, money: Money) -> tuple[Decimal, str]:
    """`tiers`: from how many years on, how many months of pay for these first years; `further`:
    months of pay for each year more.
    """
    halves, pay = money.half_years(_counted(Counted.INSURED, facts)), _pay(facts)
    for years, months in params["tiers"]:
        if halves >= years * 2:
            more = halves - years * 2
            words = f"{dong(pay)} × ({factor(months)} tháng cho {years} năm đầu"
            words += f" + {factor(params['further'])} × {factor(more * 50)} năm)"
            return _hundredths(pay * (months * 2 + params["further"] * more)) / 2, words
    least = min(years for years, _ in params["tiers"])
    return Decimal(0), f"đóng bảo hiểm dưới {least} năm"


def _by_kind(params: Params, facts: Facts, money: Money) -> tuple[Decimal, str]:
    millions = _step(params["table"], facts.kind)
    return Decimal(millions) * 1_000_000, f"{millions} triệu đồng"


def _wages_by_kind(params: Params, facts: Facts, money: Money) -> tuple[Decimal, str]:
    return _times(money.minimum_wage, _step(params["table"], facts.kind))


def _by_rating(params: Params, facts: Facts, money: Money) -> tuple[Decimal, str]:
    return _times(_pay(facts), _step(params["table"], facts.level))


def _leadership(params: Params, facts: Facts, money: Money) -> tuple[Decimal, str]:
    return _times(money.base_salary, _step(params["table"], facts.title))


def _step(table: Mapping[str, int], key: str) -> int:
    if key not in table:
        raise _Lacking(NO_STEP)
    return table[key]


def _pay(facts: Facts) -> int:
    if facts.pay is None:
        raise _Lacking(NO_PAY)
    return facts.pay


def _times(amount: int, times: int) -> tuple[Decimal, str]:
    return _hundredths(amount * times), f"{dong(amount)} × {factor(times)}"


def _hundredths(product: int) -> Decimal:
    return Decimal(product) / 100


def dong(amount: int | Decimal) -> str:
    """12.636.000 đồng."""
    return f"{amount:,.0f}".replace(",", ".") + " đồng"


def factor(hundredths: int) -> str:
    """80 -> 0,8."""
    return f"{(Decimal(hundredths) / 100).normalize():f}".replace(".", ",")


FUNCTIONS: Mapping[Formula, Callable[[Params, Facts, Money], tuple[Decimal, str]]] = {
    Formula.FIXED: _fixed,
    Formula.BASE_SALARIES: _base_salaries,
    Formula.MINIMUM_WAGES: _minimum_wages,
    Formula.PAY_MONTHS: _pay_months,
    Formula.PAY_BY_MONTHS: _pay_by_months,
    Formula.PAY_BY_EARLY_YEARS: _early_years,
    Formula.PAY_BY_INSURED_YEARS: _insured_years,
    Formula.PAY_FOR_INSURANCE: _insurance,
    Formula.BY_KIND: _by_kind,
    Formula.WAGES_BY_KIND: _wages_by_kind,
    Formula.SHARE_BY_RATING: _by_rating,
    Formula.LEADERSHIP: _leadership,
}

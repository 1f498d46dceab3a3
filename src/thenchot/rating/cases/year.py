"""`thenchot year`: one person, one year (NĐ 335/2025, Đ11, Đ17-20; QĐ 366-QĐ/TW, Đ11)."""

from datetime import date
from fractions import Fraction
from typing import Any

from thenchot.kernel.exact import points
from thenchot.kernel.periods import Period
from thenchot.policy.parameters import PartyRatingPolicy, ScoringPolicy
from thenchot.rating.persons.rules.violations import NATURES
from thenchot.rating.persons.rules.year_facts import Absence, Scored, Violation, YearFacts
from thenchot.rating.persons.rules.yearly import YearResult, rate_year
from thenchot.rating.rules.conditions import Shares
from thenchot.scoring.cases.packs import ORIGIN, policies, version_of
from thenchot.scoring.cases.place import Place
from thenchot.worklog.enums import Band, Capacity, Regulation

ABSENCES = ("sick", "maternity", "unpaid", "good_cause")


def year_case(body: Any) -> dict[str, Any]:
    case = Place(body)
    resolved = policies(case.get("packs", None), date(case.get("year").year(), 12, 31))
    policy = resolved.as_parameters(ScoringPolicy)
    facts = _facts(case, policy)
    found = rate_year(facts, policy, resolved.as_parameters(PartyRatingPolicy))
    warnings = [ORIGIN[facts.rules].as_json()] if facts.rules == Regulation.ND233 else []
    return _json(found) | {"pack_version": version_of(resolved), "warnings": warnings}


def _facts(case: Place, policy: ScoringPolicy) -> YearFacts:
    year = case.get("year").year()
    return YearFacts(
        rules=case.get("rules").one_of(Regulation),
        year=year,
        kind=case.get("kind").one_of(Capacity),
        months=_months(case.get("months", None), year, policy),
        months_worked=case.get("months_worked", None).maybe(
            lambda place: Fraction(place.decimal(12))
        ),
        absences=tuple(map(_absence, case.get("absences", None).items())),
        acts=tuple(map(_act, case.get("acts", None).items())),
        unit=case.get("unit", None).called(),
        handled_for_corruption=bool(case.get("unit_handled_for_corruption", None).maybe(Place.yes)),
        organisation=case.get("organisation_level", None).maybe(lambda place: place.one_of(Band)),
        shares=case.get("work", None).maybe(_shares),
    )


def _months(given: Place, year: int, policy: ScoringPolicy) -> tuple[Scored, ...]:
    found: dict[tuple[Period, str], Scored] = {}
    for place in given.items():
        one = _scored(place, year, policy)
        if (one.period, one.unit) in found:
            raise place.bad("kỳ này đã ghi một lần cho đơn vị này")
        found[one.period, one.unit] = one
    return tuple(found.values())


def _scored(place: Place, year: int, policy: ScoringPolicy) -> Scored:
    period = place.get("period").period()
    if period.year != year:
        raise place.get("period").bad(f"kỳ này không thuộc năm {year}")
    total = place.get("total", None).maybe(lambda given: given.decimal(policy.total))
    return Scored(period, total, place.get("unit", None).called())


def _absence(place: Place) -> Absence:
    found = Absence(
        place.get("kind").among(ABSENCES), place.get("from").day(), place.get("to").day()
    )
    if found.end < found.start:
        raise place.bad("ngày kết thúc trước ngày bắt đầu")
    return found


def _act(place: Place) -> Violation:
    return Violation(
        place.get("act").called(),
        place.get("nature").among(tuple(NATURES)),
        place.get("by").among(("party", "state")),
        place.get("form", None).maybe(Place.text) or "",
        place.get("decided_on").day(),
        place.get("unit", None).called(),
        place.get("used_for_year", None).maybe(Place.year),
    )


def _shares(place: Place) -> Shares | None:
    """Null while one of the three is."""
    names = ("share_done", "share_exceeding", "share_late")
    told = [place.get(name, None).maybe(lambda one: Fraction(one.decimal(1))) for name in names]
    return None if None in told else Shares(*told)


def _json(found: YearResult) -> dict[str, Any]:
    return {
        "status": str(found.status),
        "mean": None if found.mean is None else points(found.mean),
        "band": found.band and str(found.band),
        "level": found.level and str(found.level),
        "reasons": [remark.as_json() for remark in found.reasons],
        "conditions": [one.as_json() for one in found.conditions],
    }

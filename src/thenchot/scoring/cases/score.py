"""`thenchot score`: one person, one month or quarter (NĐ 335/2025, Đ12, Đ14-18)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from thenchot.kernel.exact import points, share
from thenchot.kernel.periods import Period
from thenchot.policy.parameters import ScoringPolicy
from thenchot.scoring.cases.packs import ORIGIN, policies, version_of
from thenchot.scoring.cases.place import Place
from thenchot.scoring.enums import Status
from thenchot.scoring.rules.explaining import receipt
from thenchot.scoring.rules.receipt import Remark
from thenchot.scoring.rules.scoring import Leading, Managed, Score, score
from thenchot.scoring.rules.work import BadLine, Fault, WorkLine, check, sums_of
from thenchot.worklog.enums import Capacity, FaultCause, FaultKind, Regulation

AMOUNTS = ("assigned", "returned", "done", "added")
SHARES = ("quantity", "quality", "progress")


@dataclass(frozen=True, slots=True)
class Told:
    """Lines as far as they are known; `unknown`: codes of those where a quantity or the factor is
    null; `may_be_assigned`: whether something could be assigned in those.
    """

    lines: tuple[WorkLine, ...]
    unknown: tuple[str, ...]
    may_be_assigned: bool


def score_case(body: Any) -> dict[str, Any]:
    case = Place(body)
    period, rules, kind = (
        case.get("period").period(),
        case.get("rules").one_of(Regulation),
        case.get("kind").one_of(Capacity),
    )
    resolved = policies(case.get("packs", None), period.end)
    policy = resolved.as_parameters(ScoringPolicy)
    general, criteria = _general(case.get("general", None), policy, rules)
    work = _work(case.get("work", None))
    leading = None if kind == Capacity.STAFF else _leading(case.get("leader", None), policy)
    found = _unless_unknown(
        score(kind, general, sums_of(work.lines, policy), policy, leading), work
    )
    entries = [entry.as_json() for entry in receipt(found, kind, work.lines, policy, criteria)]
    remarks = [*found.remarks, *([ORIGIN[rules]] if rules in ORIGIN else []), *_early(case, period)]
    return _json(found) | {
        "receipt": entries,
        "pack_version": version_of(resolved),
        "warnings": [remark.as_json() for remark in remarks],
    }


def _early(case: Place, period: Period) -> list[Remark]:
    on = case.get("on", None).maybe(Place.day)
    if on is None or on >= period.end:
        return []
    return [
        Remark(
            "period_open",
            f"Ngày {on:%d/%m/%Y} kỳ chưa kết thúc: mức chỉ là tạm tính.",
            "NĐ 335/2025, Điều 3",
        )
    ]


def _general(
    given: Place, policy: ScoringPolicy, rules: Regulation
) -> tuple[Fraction | None, dict[str, Decimal | None]]:
    """The sum, null while a criterion is; the points of each criterion where they are told."""
    if not isinstance(given.value, dict):
        found = given.maybe(lambda place: place.decimal(policy.general_points))
        return (None if found is None else Fraction(found)), {}
    most = _criteria(given, policy, rules)
    told = {
        name: given.get(name, None).maybe(lambda place, name=name: place.decimal(most[name]))
        for name in most
    }
    total = None if not told or None in told.values() else Fraction(sum(told.values()))
    if total is not None and total > policy.general_points:
        raise given.bad(f"cộng lại {float(total):g} điểm, quá {policy.general_points}")
    return total, told


def _criteria(given: Place, policy: ScoringPolicy, rules: Regulation) -> dict[str, Decimal]:
    """Most points by criterion. The Party's form has groups of its own, of which only the sum is
    known.
    """
    most = dict(policy.general_criteria)
    if rules == Regulation.QD366:
        return {name: most.get(name, policy.general_points) for name in given.value}
    strange = [name for name in given.value if name not in most]
    if strange:
        raise given.get(strange[0]).bad(f"không có tiêu chí này; Mẫu số 01 có {', '.join(most)}")
    return most


def _work(given: Place) -> Told:
    places = given.items()
    unknown = [place for place in places if _is_unknown(place)]
    return Told(
        tuple(_line(place) for place in places if place not in unknown),
        tuple(_code(place) for place in unknown),
        any(
            place.get("assigned", "0").value is None or place.get("assigned", "0").decimal()
            for place in unknown
        ),
    )


def _is_unknown(place: Place) -> bool:
    return any(place.get(name, "0").value is None for name in ("factor", *AMOUNTS))


def _code(place: Place) -> str:
    return place.get("code", None).called() or place.path


def _line(place: Place) -> WorkLine:
    amounts = {name: Fraction(place.get(name, "0").decimal()) for name in AMOUNTS}
    exceeds = Fraction(place.get("exceeds", None).maybe(Place.decimal) or 0)
    faults = tuple(map(_fault, place.get("faults", None).items()))
    line = WorkLine(
        _code(place),
        Fraction(place.get("factor").decimal()),
        exceeds=exceeds,
        faults=faults,
        **amounts,
    )
    try:
        check(line)
    except BadLine as error:
        raise place.bad(f"dòng “{line.code}”: {error}") from error
    return line


def _fault(place: Place) -> Fault:
    """A cause nobody has confirmed yet is the person's own (Đ14.2)."""
    cause = place.get("cause", None).maybe(lambda given: given.one_of(FaultCause)) or FaultCause.OWN
    return Fault(
        place.get("piece").whole(1, 999_999_999),
        place.get("kind").one_of(FaultKind),
        place.get("times", 1).whole(),
        cause,
    )


def _leading(leader: Place, policy: ScoringPolicy) -> Leading:
    if leader.value is None:
        return Leading(managed=None)
    return Leading(
        leader.get("managed", []).maybe(
            lambda given: tuple(_managed(place, policy) for place in given.items())
        ),
        leader.get("organising", None).maybe(
            lambda place: place.among(("met", "between", "short"))
        ),
        leader.get("organising_percent", None).maybe(Place.decimal),
        leader.get("unity", None).maybe(
            lambda place: place.among(("united", "between", "conflict"))
        ),
        leader.get("unity_percent", None).maybe(Place.decimal),
    )


def _managed(place: Place, policy: ScoringPolicy) -> Managed:
    total = place.get("total", None).maybe(lambda given: given.decimal(policy.total))
    return Managed(
        place.get("id").called(), total, place.get("not_scored", None).maybe(Place.text) or ""
    )


def _unless_unknown(found: Score, work: Told) -> Score:
    """An unknown line counts nowhere, so nothing can be said of the shares; of d, đ and e it
    can.
    """
    nothing_assigned = found.status == Status.NOT_ENOUGH_DATA
    if not work.unknown or (nothing_assigned and not work.may_be_assigned):
        return found
    remark = Remark(
        "work_unknown",
        f"Chưa biết đủ số lượng hoặc hệ số của: {', '.join(work.unknown)}.",
        "NĐ 335/2025, Điều 13, Điều 14",
    )
    others = () if nothing_assigned else found.remarks
    return Score(
        Status.WAITING,
        unit_result=found.unit_result,
        organising=found.organising,
        unity=found.unity,
        general=found.general,
        remarks=(*others, remark),
    )


def _json(found: Score) -> dict[str, Any]:
    return {
        "status": str(found.status),
        **_shares(SHARES, (found.quantity, found.quality, found.progress)),
        "uncapped": _shares(SHARES, found.uncapped or (None, None, None)),
        **_shares(
            ("unit_result", "organising", "unity"),
            (found.unit_result, found.organising, found.unity),
        ),
        "result_percent": None if found.result is None else points(found.result * 100),
        "task_points": _points(found.task_points),
        "general_points": _points(found.general_points),
        "total": _points(found.total),
        "band": found.band and str(found.band),
    }


def _shares(names: Sequence[str], values: Sequence[Fraction | None]) -> Mapping[str, str | None]:
    return {
        name: None if value is None else share(value)
        for name, value in zip(names, values, strict=True)
    }


def _points(value: Decimal | None) -> str | None:
    return None if value is None else points(value)

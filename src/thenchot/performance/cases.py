"""Cases written as JSON: read with every mistake named by its place, judged by the rules, told as JSON again.

The shape is the contract of `thenchot score`, `year` and `rate`; quantities and points are decimals in strings.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any

from thenchot.kernel.periods import Period
from thenchot.performance.enums import Band, FaultCause, FaultKind, Kind, Rules, Status
from thenchot.performance.rules import yearly
from thenchot.performance.rules.capping import Rated, cap_unit, undecided
from thenchot.performance.rules.exact import points, share
from thenchot.performance.rules.explaining import receipt
from thenchot.performance.rules.receipt import Remark
from thenchot.performance.rules.scoring import Leading, Managed, Score, score
from thenchot.performance.rules.work import BadLine, Fault, Line, check, sums_of
from thenchot.policy.kinds import BadValue
from thenchot.policy.merge import Resolved, resolve
from thenchot.policy.packs import BrokenPack, Certainty, Value, load, shipped
from thenchot.policy.parameters import PartyRatingPolicy, RatingCapPolicy, ScoringPolicy, spec_of, specs

REQUIRED = object()


class BadCase(ValueError):
    """The case cannot be read; the message names the place and what is expected there."""


class Place:
    """A value of the case with its path, so that every complaint says where."""

    def __init__(self, value: Any, path: str = "") -> None:
        self.value, self.path = value, path

    def bad(self, expected: str) -> BadCase:
        return BadCase(f"{self.path or 'tệp'}: {expected}")

    def get(self, name: str, default: Any = REQUIRED) -> "Place":
        if not isinstance(self.value, dict):
            raise self.bad("cần một đối tượng JSON")
        path = f"{self.path}.{name}" if self.path else name
        if name not in self.value and default is REQUIRED:
            raise BadCase(f"{path}: thiếu mục này")
        return Place(self.value.get(name, default), path)

    def items(self) -> list["Place"]:
        if self.value is None:
            return []
        if not isinstance(self.value, list):
            raise self.bad("cần một danh sách")
        return [Place(value, f"{self.path}[{at}]") for at, value in enumerate(self.value)]

    def maybe(self, read: Callable[["Place"], Any]) -> Any:
        return None if self.value is None else read(self)

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self.bad("cần một chuỗi")
        return self.value

    def whole(self) -> int:
        if type(self.value) is not int:
            raise self.bad("cần một số nguyên")
        return self.value

    def yes(self) -> bool:
        if type(self.value) is not bool:
            raise self.bad("cần true hoặc false")
        return self.value

    def decimal(self, most: Decimal | int | None = None) -> Decimal:
        if isinstance(self.value, bool) or not isinstance(self.value, (str, int, Decimal)):
            raise self.bad("cần một số thập phân viết trong ngoặc kép, ví dụ \"4.5\"")
        try:
            found = Decimal(str(self.value))
        except InvalidOperation:
            raise self.bad(f"“{self.value}” không phải số thập phân") from None
        if not found.is_finite() or found < 0 or (most is not None and found > most):
            raise self.bad("cần số từ 0" + (f" đến {most}" if most is not None else " trở lên"))
        return found

    def one_of(self, kind: type) -> Any:
        try:
            return kind(self.value)
        except ValueError:
            raise self.bad(f"“{self.value}” không có; được chọn: {', '.join(map(str, kind))}") from None

    def among(self, names: Sequence[str]) -> str:
        if self.value not in names:
            raise self.bad(f"“{self.value}” không có; được chọn: {', '.join(names)}")
        return self.value

    def day(self) -> date:
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            raise self.bad("cần một ngày dạng 2026-12-31") from None

    def period(self) -> Period:
        try:
            return yearly.period_from(self.text())
        except (ValueError, KeyError):
            raise self.bad("cần một kỳ dạng 2026-10 hoặc 2026-Q3") from None


# Rules of law in force for a case.

ORIGIN = {
    Rules.QD366: Remark("formula_by_default", "Quy định của Đảng không nêu công thức của phần 70 điểm trong các trích đoạn đã đọc: tính như "
                        "Nghị định 335/2025 cho tới khi có văn bản.", "QĐ 366-QĐ/TW"),
    Rules.ND233: Remark("rules_little_known", "Chưa đọc được Nghị định 233/2026 (viên chức): tính như Nghị định 335/2025.", "NĐ 233/2026"),
}  # fmt: skip


def policies(packs: Place, on: date) -> Resolved:
    """The shipped packs ("vn"), then each pack of the case: a TOML file, or values by key (also without their group)."""
    layers = [_layer(pack) for pack in packs.items()] or [shipped()]
    resolved = resolve(layers, on)
    lacking = [spec.key for policy in (ScoringPolicy, PartyRatingPolicy, RatingCapPolicy) for spec in specs(policy).values() if spec.key not in resolved]
    if lacking:
        raise BadCase(f"packs: ngày {on:%d/%m/%Y} chưa có giá trị {', '.join(lacking[:3])}; kỳ này có trước ngày quy định có hiệu lực?")
    return resolved


def _layer(pack: Place) -> Sequence[Value]:
    if pack.value == "vn":
        return shipped()
    if isinstance(pack.value, dict):
        return [_inline(Place(value, f"{pack.path}.{name}"), name) for name, value in pack.value.items()]
    path = Path(pack.text())
    if not path.is_file():
        raise pack.bad(f"không có gói “{pack.value}”; dùng \"vn\" hoặc đường dẫn tới một tệp .toml")
    try:
        return load([path])
    except BrokenPack as error:
        raise pack.bad(str(error)) from error


def _inline(value: Place, name: str) -> Value:
    tail = name.replace("cap.", "cap_")
    for key in (tail, *(f"{group}.{tail}" for group in ("scoring", "rating", "party"))):
        try:
            checked = spec_of(key).kind.check(value.value)
        except KeyError:
            continue
        except BadValue as error:
            raise value.bad(str(error)) from error
        return Value(key, checked, "giá trị ghi trong tệp", Certainty.LOCAL, date.min)
    raise value.bad("hệ thống không có tham số này")


def version_of(resolved: Resolved) -> str:
    return f"vn-{resolved.hash[:12]}"


# thenchot score


def score_case(body: Any) -> dict[str, Any]:
    case = Place(body)
    period, rules, kind = case.get("period").period(), case.get("rules").one_of(Rules), case.get("kind").one_of(Kind)
    resolved = policies(case.get("packs", None), period.end)
    policy = resolved.as_parameters(ScoringPolicy)
    general, criteria = _general(case.get("general", None), policy, rules)
    lines, unknown = _lines(case.get("work", None))
    leading = None if kind == Kind.STAFF else _leading(case.get("leader"))
    found = score(kind, general, sums_of(lines, policy), policy, leading)
    found = _waiting(found, unknown) if unknown else found
    told = _score_json(found, [entry.as_json() for entry in receipt(found, kind, lines, policy, criteria)])
    remarks = [*found.remarks, *([ORIGIN[rules]] if rules in ORIGIN else []), *_early(case, period)]
    return told | {"pack_version": version_of(resolved), "warnings": [remark.as_json() for remark in remarks]}


def _early(case: Place, period: Period) -> list[Remark]:
    on = case.get("on", None).maybe(Place.day)
    if on is None or on >= period.end:
        return []
    return [Remark("period_open", f"Ngày {on:%d/%m/%Y} kỳ chưa kết thúc: mức chỉ là tạm tính.", "NĐ 335/2025, Điều 3")]


def _general(given: Place, policy: ScoringPolicy, rules: Rules) -> tuple[Fraction | None, dict[str, Decimal | None]]:
    """The sum, null while a criterion is; the points of each criterion where they are told."""
    if not isinstance(given.value, dict):
        found = given.maybe(lambda place: place.decimal(policy.general_points))
        return (None if found is None else Fraction(found)), {}
    most = dict(policy.general_criteria)
    if rules == Rules.QD366:  # the Party's form has groups of its own, of which only the sum is known
        most = {name: most.get(name, policy.general_points) for name in given.value}
    strange = [name for name in given.value if name not in most]
    if strange:
        raise given.get(strange[0]).bad(f"không có tiêu chí này; Mẫu số 01 có {', '.join(most)}")
    told = {name: given.get(name, None).maybe(lambda place, name=name: place.decimal(most[name])) for name in most}
    total = None if None in told.values() else Fraction(sum(told.values()))
    if total is not None and total > policy.general_points:
        raise given.bad(f"cộng lại {total} điểm, quá {policy.general_points}")
    return total, told


def _lines(work: Place) -> tuple[list[Line], list[str]]:
    """The lines, and the codes of those of which something is unknown (they count nowhere, so the case waits)."""
    known, unknown = [], []
    for place in work.items():
        code = place.get("code", "").text() or place.path
        if any(place.get(name, "0").value is None for name in ("factor", "assigned", "returned", "done", "added")):
            unknown.append(code)
        else:
            known.append(_line(place, code))
    return known, unknown


def _line(place: Place, code: str) -> Line:
    amounts = {name: Fraction(place.get(name, "0").decimal()) for name in ("assigned", "returned", "done", "added")}
    exceeds = Fraction(place.get("exceeds", None).maybe(Place.decimal) or 0)
    faults = tuple(map(_fault, place.get("faults", None).items()))
    line = Line(code, Fraction(place.get("factor").decimal()), exceeds=exceeds, faults=faults, **amounts)
    try:
        check(line)
    except BadLine as error:
        raise place.bad(f"dòng “{code}”: {error}") from error
    return line


def _fault(place: Place) -> Fault:
    return Fault(
        place.get("piece").whole(), place.get("kind").one_of(FaultKind), place.get("times", 1).whole(),
        place.get("cause", "own").one_of(FaultCause),
    )  # fmt: skip


def _leading(leader: Place) -> Leading:
    return Leading(
        tuple(map(_managed, leader.get("managed", None).items())),
        leader.get("organising", None).maybe(lambda place: place.among(("met", "between", "short"))),
        leader.get("organising_percent", None).maybe(Place.decimal),
        leader.get("unity", None).maybe(lambda place: place.among(("united", "between", "conflict"))),
        leader.get("unity_percent", None).maybe(Place.decimal),
    )


def _managed(place: Place) -> Managed:
    return Managed(
        place.get("id").text(), place.get("total", None).maybe(Place.decimal), place.get("not_scored", None).maybe(Place.text) or ""
    )


def _waiting(found: Score, unknown: Sequence[str]) -> Score:
    remark = Remark("work_unknown", f"Chưa biết đủ số lượng hoặc hệ số của: {', '.join(unknown)}.", "NĐ 335/2025, Điều 13, Điều 14")
    return Score(Status.WAITING, general=found.general, remarks=(*found.remarks, remark))


def _score_json(found: Score, entries: Sequence[Mapping]) -> dict[str, Any]:
    def told(value: Fraction | None) -> str | None:
        return None if value is None else share(value)

    names = ("quantity", "quality", "progress")
    uncapped = dict(zip(names, found.uncapped or (None,) * 3, strict=True))
    return {
        "status": str(found.status),
        **{name: told(getattr(found, name)) for name in names},
        "uncapped": {name: told(value) for name, value in uncapped.items()},
        **{name: told(getattr(found, name)) for name in ("unit_result", "organising", "unity")},
        "result_percent": None if found.result is None else points(found.result * 100),
        "task_points": None if found.total is None else points(found.task_points),
        "general_points": None if found.general is None else points(found.general_points),
        "total": None if found.total is None else points(found.total),
        "band": found.band and str(found.band),
        "receipt": list(entries),
    }


# thenchot year


def year_case(body: Any) -> dict[str, Any]:
    case = Place(body)
    facts = _year_facts(case)
    resolved = policies(case.get("packs", None), date(facts.year, 12, 31))
    found = yearly.rate_year(facts, resolved.as_parameters(ScoringPolicy), resolved.as_parameters(PartyRatingPolicy))
    return {
        "status": str(found.status),
        "mean": None if found.mean is None else points(found.mean),
        "band": found.band and str(found.band),
        "level": found.level and str(found.level),
        "reasons": [remark.as_json() for remark in found.reasons],
        "conditions": [{"code": one.code, "met": one.met, "source": one.source} for one in found.conditions],
        "pack_version": version_of(resolved),
        "warnings": [ORIGIN[facts.rules].as_json()] if facts.rules == Rules.ND233 else [],
    }


def _year_facts(case: Place) -> yearly.YearFacts:
    year = case.get("year").whole()
    return yearly.YearFacts(
        rules=case.get("rules").one_of(Rules), year=year, kind=case.get("kind").one_of(Kind),
        months=_months(case.get("months", None), year),
        months_worked=case.get("months_worked", None).maybe(lambda place: Fraction(place.decimal(12))),
        absences=tuple(map(_absence, case.get("absences", None).items())),
        acts=tuple(map(_act, case.get("acts", None).items())),
        unit=case.get("unit", None).maybe(Place.text) or "",
        handled_for_corruption=case.get("unit_handled_for_corruption", False).yes(),
        organisation=case.get("organisation_level", None).maybe(lambda place: place.one_of(Band)),
        shares=case.get("work", None).maybe(_shares),
    )  # fmt: skip


def _months(given: Place, year: int) -> tuple[yearly.Scored, ...]:
    found: dict[tuple, yearly.Scored] = {}
    for place in given.items():
        period, unit = place.get("period").period(), place.get("unit", None).maybe(Place.text) or ""
        if period.year != year:
            raise place.get("period").bad(f"kỳ này không thuộc năm {year}")
        if (period, period.kind, unit) in found:
            raise place.bad("kỳ này đã ghi một lần cho đơn vị này")
        found[period, period.kind, unit] = yearly.Scored(period, place.get("total", None).maybe(Place.decimal), unit)
    return tuple(found.values())


def _absence(place: Place) -> yearly.Absence:
    found = yearly.Absence(
        place.get("kind").among(("sick", "maternity", "unpaid", "good_cause")), place.get("from").day(), place.get("to").day()
    )
    if found.end < found.start:
        raise place.bad("ngày kết thúc trước ngày bắt đầu")
    return found


def _act(place: Place) -> yearly.Act:
    return yearly.Act(
        place.get("act").text(), place.get("nature").among(tuple(yearly.NATURES)), place.get("by").among(("party", "state")),
        place.get("form", None).maybe(Place.text) or "", place.get("decided_on").day(), place.get("unit", None).maybe(Place.text) or "",
        place.get("used_for_year", None).maybe(Place.whole),
    )  # fmt: skip


def _shares(place: Place) -> yearly.Shares | None:
    told = [place.get(name, None).maybe(lambda one: Fraction(one.decimal(1))) for name in ("share_done", "share_exceeding", "share_late")]
    return None if None in told else yearly.Shares(*told)


# thenchot rate


def rate_case(body: Any) -> dict[str, Any]:
    case = Place(body)
    resolved = policies(case.get("packs", None), date(case.get("year").whole(), 12, 31))
    case.get("rules").one_of(Rules)
    is_outstanding = case.get("cap", "normal").among(("normal", "outstanding")) == "outstanding"
    people = _people(case.get("people"))
    after, caps = cap_unit(people, resolved.as_parameters(RatingCapPolicy), is_outstanding)
    return {
        "people": [_rated_json(one) for one in after],
        "caps": [{"scope": cap.scope, "base": cap.base, "allowed": cap.allowed, "kept": cap.kept} for cap in caps],
        "undecided": undecided(after),
        "pack_version": version_of(resolved),
    }


def _people(given: Place) -> list[Rated]:
    found: dict[str, Rated] = {}
    for place in given.items():
        name = place.get("id").text()
        if name in found:
            raise place.get("id").bad(f"“{name}” đã có trong danh sách")
        level, total = place.get("level", None).maybe(lambda one: one.one_of(Band)), place.get("total", None).maybe(Place.decimal)
        if level == Band.EXCELLENT and total is None:
            raise place.get("total", None).bad("người đề nghị xuất sắc phải có tổng điểm để so mức trần")
        found[name] = Rated(name, place.get("group", None).maybe(Place.text) or "", total, level, level)
    return list(found.values())


def _rated_json(one: Rated) -> dict[str, Any]:
    return {
        "id": one.id,
        "before": one.before and str(one.before),
        "level": one.level and str(one.level),
        "reasons": [remark.as_json() for remark in one.reasons],
    }

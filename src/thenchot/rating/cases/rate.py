"""`thenchot rate`: the caps on excellent in one unit, one year (NĐ 335/2025, Đ20.5)."""

from datetime import date
from typing import Any

from thenchot.policy.parameters import RatingCapPolicy, ScoringPolicy
from thenchot.rating.rules.capping import Rated, article_of, cap_unit, undecided
from thenchot.scoring.cases.packs import policies, version_of
from thenchot.scoring.cases.place import Place
from thenchot.worklog.enums import Band, Regulation


def rate_case(body: Any) -> dict[str, Any]:
    case = Place(body)
    rules = case.get("rules").one_of(Regulation)
    resolved = policies(case.get("packs", None), date(case.get("year").year(), 12, 31))
    is_outstanding = case.get("cap", "normal").among(("normal", "outstanding")) == "outstanding"
    people = _people(case.get("people"), resolved.as_parameters(ScoringPolicy))
    after, caps = cap_unit(
        people, resolved.as_parameters(RatingCapPolicy), is_outstanding, article_of(rules)
    )
    return {
        "people": [_json(one) for one in after],
        "caps": [
            {"scope": cap.scope, "base": cap.base, "allowed": cap.allowed, "kept": cap.kept}
            for cap in caps
        ],
        "undecided": undecided(after),
        "pack_version": version_of(resolved),
    }


def _people(given: Place, policy: ScoringPolicy) -> list[Rated]:
    found: dict[str | int, Rated] = {}
    for place in given.items():
        one = _person(place, policy)
        if one.id in found:
            raise place.get("id").bad(f"“{one.id}” đã có trong danh sách")
        found[one.id] = one
    return list(found.values())


def _person(place: Place, policy: ScoringPolicy) -> Rated:
    level = place.get("level", None).maybe(lambda given: given.one_of(Band))
    total = place.get("total", None).maybe(lambda given: given.decimal(policy.total))
    if level == Band.EXCELLENT and total is None:
        raise place.get("total", None).bad(
            "người đề nghị xuất sắc phải có tổng điểm để so mức trần"
        )
    return Rated(place.get("id").name(), place.get("group", None).called(), total, level, level)


def _json(one: Rated) -> dict[str, Any]:
    return {
        "id": one.id,
        "before": one.before and str(one.before),
        "level": one.level and str(one.level),
        "reasons": [remark.as_json() for remark in one.reasons],
    }

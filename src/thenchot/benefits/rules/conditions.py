"""Who is entitled: a closed set of conditions, each answered with what the system knows. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from thenchot.benefits.enums import Ask, CheckState, Kind
from thenchot.benefits.rules.facts import Facts

Params = Mapping[str, Any]
Answer = tuple[bool | None, str]  # met, not met, or no data; what the data say


@dataclass(frozen=True)
class Condition:
    """`name`: in words, as the policy says it."""

    ask: str
    params: Params
    name: str = ""


@dataclass(frozen=True)
class Check:
    name: str
    state: CheckState
    detail: str


def checks(conditions: Sequence[Condition], facts: Facts) -> list[Check]:
    return [_check(one, facts) for one in conditions]


def is_entitled(found: Sequence[Check]) -> bool:
    """Everything asked is met; a policy that asks nothing entitles nobody by itself."""
    return bool(found) and all(one.state == CheckState.MET for one in found)


def is_barred(found: Sequence[Check]) -> bool:
    return any(one.state == CheckState.NOT_MET for one in found)


def _check(one: Condition, facts: Facts) -> Check:
    met, detail = ASKS[Ask(one.ask)](one.params, facts)
    state = CheckState.UNKNOWN if met is None else CheckState.MET if met else CheckState.NOT_MET
    return Check(one.name, state, detail)


def _months_left(params: Params, facts: Facts) -> Answer:
    if facts.kind and facts.kind in params.get("except", ()):
        return True, "không xét với diện này"
    return _between(facts.early_months, params, "còn {} tháng đến tuổi nghỉ hưu")


def _service(params: Params, facts: Facts) -> Answer:
    return _between(facts.service_months, params, "đã công tác {} tháng")


def _between(months: int | None, params: Params, words: str) -> Answer:
    """`least` and `most` belong to it."""
    if months is None:
        return None, "hồ sơ chưa có ngày sinh, giới tính hoặc ngày tuyển dụng"
    most = params.get("most")
    met = params.get("least", 0) <= months and (most is None or months <= most)
    return met, words.format(months)


def _rated(params: Params, facts: Facts) -> Answer:
    if not facts.level:
        return None, "chưa có quyết định xếp loại"
    return facts.level in params["levels"], ""


def _titles(params: Params, facts: Facts) -> Answer:
    return facts.title in params["titles"], facts.title_name


def _staff_kinds(params: Params, facts: Facts) -> Answer:
    if not facts.staff_kind:
        return None, "vị trí chưa ghi là cán bộ, công chức hay viên chức"
    return facts.staff_kind in params["staff_kinds"], ""


def _rearranged(params: Params, facts: Facts) -> Answer:
    if not facts.is_rearranged:
        return False, "không có tên trong danh sách chịu tác động nào"
    decided = f"quyết định ngày {facts.decided_on:%d/%m/%Y}" if facts.decided_on else ""
    return True, decided


def _surplus(params: Params, facts: Facts) -> Answer:
    if facts.is_rearranged:
        return _rearranged(params, facts)
    return _rated(params, facts) if facts.level else (False, "không thuộc danh sách sắp xếp nào")


def _talent(params: Params, facts: Facts) -> Answer:
    if not facts.kind:
        return False, "chưa ghi diện thu hút"
    kinds = params.get("kinds") or [str(kind) for kind in Kind]
    return facts.kind in kinds, ""


def _needed_field(params: Params, facts: Facts) -> Answer:
    return bool(facts.needed_field), facts.needed_field or "chưa ghi ngành trong danh mục nhu cầu"


def _committed(params: Params, facts: Facts) -> Answer:
    if not facts.committed_months:
        return False, "chưa ghi thời gian cam kết"
    return facts.committed_months >= params["least"], f"cam kết {facts.committed_months} tháng"


ASKS: Mapping[Ask, Callable[[Params, Facts], Answer]] = {
    Ask.MONTHS_LEFT: _months_left,
    Ask.SERVICE: _service,
    Ask.RATED: _rated,
    Ask.TITLES: _titles,
    Ask.STAFF_KINDS: _staff_kinds,
    Ask.REARRANGED: _rearranged,
    Ask.SURPLUS: _surplus,
    Ask.TALENT: _talent,
    Ask.NEEDED_FIELD: _needed_field,
    Ask.COMMITTED: _committed,
}

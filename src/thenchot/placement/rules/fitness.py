"""The conditions before somebody takes a post, each with its article and what the file says. Pure:
Nghị định 170/2025/NĐ-CP, Điều 29, as amended by Nghị định 300/2026/NĐ-CP.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from thenchot.placement.enums import CheckState

ARTICLE = "Nghị định 170/2025/NĐ-CP, Điều 29"
GOOD = ("excellent", "good")


@dataclass(frozen=True)
class Needs:
    """What the policy asks: months in the adjacent post, years rated good, months left."""

    months_in_post: int
    good_years: int
    months_left: int


@dataclass(frozen=True)
class Facts:
    """Of the person and the post on a day. `levels`: band by year, of the years before; a missing
    year is unknown. `higher`: the post lies above the one held; `leads`: it is an office with a
    title, not a job position alone. `has_position`: the post stands in
    an approved scheme; `quota`: the decision that gives the numbers of the year, empty for none
    (neither is asked of a seat that is elected).
    """

    on: date
    higher: bool
    leads: bool = True
    missing: tuple[str, ...] = ()
    planned: bool = False
    months_in_post: int | None = None
    levels: tuple[tuple[int, str], ...] = ()
    months_left: int | None = None
    disciplined_until: date | None = None
    gates: tuple[str, ...] = ()
    has_position: bool | None = None
    quota: str | None = None


@dataclass(frozen=True)
class Check:
    """`can_waive`: a special case may be accepted with a reason and a document; a closed gate or a
    discipline never.
    """

    code: str
    name: str
    state: CheckState
    detail: str = ""
    article: str = ARTICLE
    can_waive: bool = True

    @property
    def holds(self) -> bool:
        return self.state in (CheckState.MET, CheckState.WAIVED)


def checks(facts: Facts, needs: Needs) -> list[Check]:
    """Planning and the ratings of years are asked of whoever takes an office."""
    return [
        _gates(facts),
        _discipline(facts),
        _standards(facts),
        *([_planning(facts), _ratings(facts, needs)] if facts.leads else []),
        *([_months_in_post(facts, needs), _age(facts, needs)] if facts.higher else []),
        *_places(facts),
    ]


def _gates(facts: Facts) -> Check:
    state = CheckState.NOT_MET if facts.gates else CheckState.MET
    name = "Tiêu chuẩn chính trị và các điều kiện bắt buộc"
    return Check("gates", name, state, " ".join(facts.gates), "S0-074, S1-055", can_waive=False)


def _discipline(facts: Facts) -> Check:
    until = facts.disciplined_until
    detail = f"Không bổ nhiệm đến {until:%d/%m/%Y}." if until else ""
    state = CheckState.NOT_MET if until else CheckState.MET
    article = "Quy định 377-QĐ/TW: 24, 36, 60 tháng"
    return Check(
        "discipline", "Không trong thời hạn do kỷ luật", state, detail, article, can_waive=False
    )


def _standards(facts: Facts) -> Check:
    state = CheckState.NOT_MET if facts.missing else CheckState.MET
    return Check(
        "standards",
        "Đạt tiêu chuẩn chức danh, vị trí việc làm",
        state,
        " ".join(facts.missing),
        f"{ARTICLE}.1",
    )


def _planning(facts: Facts) -> Check:
    state = CheckState.MET if facts.planned else CheckState.NOT_MET
    lacks = "Không có trong quy hoạch chức danh này, tương đương hoặc cao hơn."
    detail = "" if facts.planned else lacks
    return Check("planning", "Trong quy hoạch", state, detail, f"{ARTICLE}.2")


def _ratings(facts: Facts, needs: Needs) -> Check:
    years = [facts.on.year - back for back in range(1, needs.good_years + 1)]
    known = dict(facts.levels)
    name = f"Hoàn thành tốt trở lên {needs.good_years} năm gần nhất"
    bad = [year for year in years if year in known and known[year] not in GOOD]
    unknown = [year for year in years if year not in known]
    if bad:
        detail = f"Chưa đạt: {', '.join(map(str, bad))}."
        return Check("ratings", name, CheckState.NOT_MET, detail, f"{ARTICLE}.5")
    if unknown:
        detail = f"Chưa có kết quả xếp loại: {', '.join(map(str, unknown))}."
        return Check("ratings", name, CheckState.UNKNOWN, detail, f"{ARTICLE}.5")
    return Check("ratings", name, CheckState.MET, "", f"{ARTICLE}.5")


def _places(facts: Facts) -> Iterator[Check]:
    """An approved position, and numbers given for the year, come before anybody takes a post."""
    if facts.has_position is not None:
        state = CheckState.MET if facts.has_position else CheckState.NOT_MET
        lacks = "Chức danh này ở đơn vị chưa có trong đề án vị trí việc làm được duyệt."
        detail = "" if facts.has_position else lacks
        yield Check("position", "Vị trí việc làm được duyệt", state, detail, "S1-016")
    if facts.quota is not None:
        state = CheckState.MET if facts.quota else CheckState.UNKNOWN
        detail = facts.quota or f"Chưa ghi quyết định giao biên chế năm {facts.on.year}."
        yield Check("quota", "Quyết định giao biên chế của năm", state, detail, "S2-027, S1-016")


def _months_in_post(facts: Facts, needs: Needs) -> Check:
    name = f"Giữ chức vụ liền kề hoặc tương đương từ {needs.months_in_post} tháng"
    return _least("months_in_post", name, facts.months_in_post, needs.months_in_post, "3")


def _age(facts: Facts, needs: Needs) -> Check:
    name = f"Còn công tác từ {needs.months_left} tháng (một nhiệm kỳ)"
    return _least("age", name, facts.months_left, needs.months_left, "7")


def _least(code: str, name: str, months: int | None, least: int, clause: str) -> Check:
    article = f"{ARTICLE}.{clause}"
    if months is None:
        return Check(code, name, CheckState.UNKNOWN, "Hồ sơ chưa có ngày.", article)
    state = CheckState.MET if months >= least else CheckState.NOT_MET
    return Check(code, name, state, f"{max(months, 0)} tháng.", article)


# After discipline


def barred_until(
    form: str, begun: date, months: dict[str, int], after: Callable[[date, int], date]
) -> date | None:
    """The last day on which nobody may be appointed higher after a discipline; `months` by form,
    `after(day, months)` counts them.
    """
    wait = months.get(form, 0)
    return after(begun, wait) if wait else None

"""What follows from the facts: met, missing, in training or exempt, why, by which article, and the
one next step.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from thenchot.standards.enums import Bound, GapState, Lack, RequirementKind
from thenchot.standards.rules.demands import OFFICIAL, RANKED, Demand, list_of

SERIOUSNESS = (GapState.MET, GapState.EXEMPT, GapState.IN_TRAINING, GapState.MISSING)
COUNTED = {RequirementKind.YEARS, RequirementKind.AGE}


@dataclass(frozen=True)
class Facts:
    """Of one person to one demand on one day: best rank held, best rank that ran out, best rank
    being studied for; years the file proves at least and at most (none: it does not say).
    """

    best: int = 0
    lapsed: int = 0
    studying: int = 0
    least: int | None = None
    most: int | None = None
    is_exempt: bool = False


@dataclass(frozen=True)
class Result:
    state: GapState
    lack: Lack
    reason: str
    article: str
    next_step: str


def judge(demand: Demand, facts: Facts) -> Result:
    """Met comes first: nobody is exempt from what he has. Exempt before in training, in training
    before missing.
    """
    lack = (
        _lack_of_years(demand, facts)
        if demand.standard.kind in COUNTED
        else _lack_of_rank(demand, facts)
    )
    state = _state(demand, facts, lack)
    next_step = next_step_for(state, lack, demand.standard.next_step)
    return Result(
        state,
        Lack.NONE if state == GapState.MET else lack,
        _reason(demand, facts, state, lack),
        demand.standard.article,
        next_step,
    )


def _state(demand: Demand, facts: Facts, lack: Lack) -> GapState:
    if lack == Lack.NONE:
        return GapState.MET
    if facts.is_exempt:
        return GapState.EXEMPT
    studies = demand.standard.kind not in COUNTED and facts.studying >= demand.least
    return GapState.IN_TRAINING if studies else GapState.MISSING


def _lack_of_rank(demand: Demand, facts: Facts) -> Lack:
    if facts.best >= demand.least:
        return Lack.NONE
    if facts.lapsed >= demand.least:
        return Lack.LAPSED
    return Lack.TOO_LOW if facts.best else Lack.NOTHING


def _lack_of_years(demand: Demand, facts: Facts) -> Lack:
    """What only the year of a date decides stays unknown until the file gives the day."""
    if facts.least is None or facts.most is None:
        return Lack.UNKNOWN
    if demand.standard.bound == Bound.BELOW:
        return (
            Lack.NONE
            if facts.most < demand.least
            else Lack.TOO_OLD
            if facts.least >= demand.least
            else Lack.UNKNOWN
        )
    if facts.least >= demand.least:
        return Lack.NONE
    if facts.most >= demand.least:
        return Lack.UNKNOWN
    return Lack.TOO_YOUNG if demand.standard.kind == RequirementKind.AGE else Lack.TOO_SHORT


# Words. Each says what is asked and what the file holds.


def _reason(demand: Demand, facts: Facts, state: GapState, lack: Lack) -> str:
    asked = asked_for(demand)
    if state == GapState.MET:
        return f"Đạt: {asked}."
    if state == GapState.EXEMPT:
        return f"Được miễn: {asked}."
    if state == GapState.IN_TRAINING:
        return f"Đang học để đạt: {asked}."
    return f"{_SAYS[lack](demand, facts)} Yêu cầu: {asked}."


_SAYS: dict[Lack, Callable[[Demand, Facts], str]] = {
    Lack.NOTHING: lambda demand, facts: "Hồ sơ chưa có.",
    Lack.TOO_LOW: lambda demand, facts: f"Mới có {_rank_name(demand, facts.best)}.",
    Lack.LAPSED: lambda demand, facts: "Chứng chỉ đã hết hạn.",
    Lack.TOO_SHORT: lambda demand, facts: f"Mới được {facts.most} năm.",
    Lack.TOO_YOUNG: lambda demand, facts: f"Mới {facts.most} tuổi.",
    Lack.TOO_OLD: lambda demand, facts: f"Đã {facts.least} tuổi.",
    Lack.UNKNOWN: lambda demand, facts: (
        "Hồ sơ chưa ghi ngày." if facts.most is None else "Hồ sơ chỉ ghi năm, chưa đủ để kết luận."
    ),
}
_OF = {"service": "công tác", "seat": "giữ chức vụ hiện tại", "party": "tuổi Đảng"}


def asked_for(demand: Demand) -> str:
    """ "trung cấp trở lên", "đại học ngành đất đai, xây dựng"."""
    standard = demand.standard
    if standard.kind == RequirementKind.YEARS:
        return f"đủ {demand.least} năm {_OF[standard.measure]}"
    if standard.kind == RequirementKind.AGE:
        return (
            f"dưới {demand.least} tuổi"
            if standard.bound == Bound.BELOW
            else f"từ {demand.least} tuổi"
        )
    if standard.kind == RequirementKind.PARTY:
        return "đảng viên chính thức" if demand.least >= OFFICIAL else "đảng viên"
    if standard.kind == RequirementKind.COMPETENCY:
        return f"{standard.name}, mức {demand.least}"
    if standard.kind == RequirementKind.FIELD:
        return f"{_rank_name(demand, demand.least)} ngành {', '.join(demand.fields)}"
    return (
        f"{standard.name}: {_rank_name(demand, demand.least)} trở lên"
        if standard.level
        else standard.name
    )


def _rank_name(demand: Demand, rank: int) -> str:
    """The lowest level of that rank; the bare rank for a level of competency."""
    if demand.standard.kind == RequirementKind.COMPETENCY:
        return f"mức {rank}"
    if demand.standard.kind == RequirementKind.PARTY:
        return "đảng viên dự bị"
    paper = "degree" if demand.standard.kind == RequirementKind.FIELD else demand.standard.paper
    names = [item.name for item in list_of(paper) if item.rank == rank] if paper in RANKED else []
    return names[0] if names else "chứng nhận"


def next_step_for(state: GapState, lack: Lack, own: str = "") -> str:
    """The one thing that closes the gap; `own` is what the requirement itself says. Nothing where
    nothing is open.
    """
    if state in (GapState.MET, GapState.EXEMPT):
        return ""
    if state == GapState.IN_TRAINING:
        return "Học xong thì nộp văn bằng, chứng chỉ vào hồ sơ."
    if lack == Lack.UNKNOWN:
        return "Bổ sung đầy đủ ngày, tháng, năm vào hồ sơ."
    return own or _USUAL[lack]


_USUAL = {
    Lack.NOTHING: "Bổ sung minh chứng vào hồ sơ, hoặc đăng ký đào tạo, bồi dưỡng.",
    Lack.TOO_LOW: "Đăng ký đào tạo, bồi dưỡng lên trình độ yêu cầu.",
    Lack.LAPSED: "Thi hoặc học lại, nộp chứng chỉ còn hạn.",
    Lack.TOO_SHORT: "Chờ đủ thời gian.",
    Lack.TOO_YOUNG: "Chờ đủ tuổi.",
    Lack.TOO_OLD: "Không khắc phục được; xem xét bố trí chức danh khác.",
}


# Several results together


def worst(results: Iterable[Result]) -> Result:
    """Of a person whose posts ask the same thing differently."""
    return max(results, key=lambda result: weight(result.state, result.lack))


def weight(state: GapState, lack: Lack) -> int:
    """How grave: the state first, then the kind of lack."""
    return SERIOUSNESS.index(state) * len(Lack) + list(Lack).index(lack)


def overall(states: Iterable[GapState]) -> GapState:
    """Of one person to a whole set: exempt only when from everything; else exemptions do not
    count.
    """
    counted = [state for state in states if state != GapState.EXEMPT]
    return max(counted, key=SERIOUSNESS.index) if counted else GapState.EXEMPT


def share(met: int, missing: int, in_training: int) -> tuple[int, int]:
    """Numerator and denominator of "meets the standard": who is exempt stands in neither."""
    return met, met + missing + in_training

"""The score of one person for a month or quarter (Đ12, Đ14-17): sums of work and general points in,
score out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from thenchot.kernel.exact import POINT_PLACES, half_up, percent
from thenchot.policy.parameters import ScoringPolicy
from thenchot.scoring.enums import Status
from thenchot.scoring.rules.bands import band_of
from thenchot.scoring.rules.receipt import Remark
from thenchot.scoring.rules.work import Sums
from thenchot.worklog.enums import Band, Capacity

ONE = Fraction(1)
WorkShares = tuple[Fraction, Fraction, Fraction]  # a, b, c
LeaderShares = tuple[Fraction | None, Fraction | None, Fraction | None]  # d, đ, e
NAMED = 8  # names of those a leader waits for; more are counted


@dataclass(frozen=True, slots=True)
class Managed:
    """Somebody under a leader: the total of the period, or why there is none."""

    id: str
    total: Decimal | None = None
    not_scored: str = ""


@dataclass(frozen=True, slots=True)
class Leading:
    """What only leaders are scored on. `managed`: null while unknown. `organising`: met | between |
    short; `unity`: united | between | conflict; the percent of "between" is given by the head of
    the managing body.
    """

    managed: tuple[Managed, ...] | None = ()
    organising: str | None = None
    organising_percent: Decimal | None = None
    unity: str | None = None
    unity_percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """Shares are fractions of what was assigned; `uncapped` before the cap. `general` is null until
    confirmed.
    """

    status: Status
    quantity: Fraction | None = None
    quality: Fraction | None = None
    progress: Fraction | None = None
    uncapped: tuple[Fraction, Fraction, Fraction] | None = None
    unit_result: Fraction | None = None
    organising: Fraction | None = None
    unity: Fraction | None = None
    result: Fraction | None = None
    general: Fraction | None = None
    total: Decimal | None = None
    band: Band | None = None
    remarks: tuple[Remark, ...] = field(default=())

    @property
    def general_points(self) -> Decimal | None:
        return None if self.general is None else half_up(self.general, POINT_PLACES)

    @property
    def task_points(self) -> Decimal | None:
        """What is printed: total less general, so that the receipt adds up."""
        if self.total is None or self.general_points is None:
            return None
        return self.total - self.general_points


def score(
    kind: Capacity,
    general: Fraction | None,
    sums: Sums,
    policy: ScoringPolicy,
    leading: Leading | None = None,
) -> Score:
    """Waiting while something is unknown; not enough data when nothing was assigned; never a
    guessed figure.
    """
    if not sums.assigned:
        remark = Remark(
            "nothing_assigned",
            "Kỳ này chưa được giao sản phẩm nào: chưa đủ dữ liệu để tính.",
            "NĐ 335/2025, Điều 14.2",
        )
        return Score(Status.NOT_ENOUGH_DATA, general=general, remarks=(remark,))
    uncapped = shares(sums)
    own = _capped(uncapped) if policy.over_assignment == "cap_each" else uncapped
    leader: LeaderShares = (None, None, None)
    remarks: tuple[Remark, ...] = ()
    if kind != Capacity.STAFF:
        leader, remarks = _leader(leading or Leading(), policy)
    if general is None:
        remarks += (
            Remark(
                "general_unknown",
                "Chưa có đủ điểm tiêu chí chung.",
                "NĐ 335/2025, Điều 18.2, Mẫu số 01",
            ),
        )
    known = Score(Status.WAITING, *own, uncapped, *leader, general=general, remarks=remarks)
    if general is None or any(remark.code in WAITS for remark in remarks):
        return known
    parts = [part for part in (*own, *leader) if part is not None]
    return _totalled(known, general, parts, policy)


def shares(sums: Sums) -> WorkShares:
    """a, b, c over what was assigned (Đ14.2), not capped."""
    return (
        Fraction(sums.produced) / sums.assigned,
        Fraction(sums.produced - sums.content_lost) / sums.assigned,
        Fraction(sums.produced - sums.delay_lost) / sums.assigned,
    )


def _capped(parts: WorkShares) -> WorkShares:
    a, b, c = parts
    return min(a, ONE), min(b, ONE), min(c, ONE)


def _totalled(
    known: Score, general: Fraction, parts: Sequence[Fraction], policy: ScoringPolicy
) -> Score:
    result = sum(parts, Fraction(0)) / len(parts)
    result = min(result, ONE) if policy.over_assignment == "cap_mean" else result
    exact = min(general + result * policy.task_points, Fraction(policy.total))
    total = half_up(exact, POINT_PLACES)
    band = band_of(exact, policy)
    return replace(known, status=Status.SCORED, result=result, total=total, band=band)


WAITS = ("managed_unknown", "organising_unknown", "unity_unknown")


def _leader(leading: Leading, policy: ScoringPolicy) -> tuple[LeaderShares, tuple[Remark, ...]]:
    """d, đ, e (Đ15.3) with what is still missing."""
    unit, about_unit = _unit_result(leading.managed, policy)
    organising, about_organising = _judged(
        leading.organising,
        leading.organising_percent,
        ("met", "short"),
        policy.organising_short_percent,
        Remark(
            "organising_unknown",
            f"Chưa có kết luận về khả năng tổ chức triển khai; trường hợp ở giữa cần tỷ lệ trên "
            f"{policy.organising_short_percent}% và dưới 100% do người đứng đầu cơ quan quản lý "
            f"cho.",
            "NĐ 335/2025, Điều 15.3.b",
        ),
    )
    unity, about_unity = _judged(
        leading.unity,
        leading.unity_percent,
        ("united", "conflict"),
        policy.conflict_percent,
        Remark(
            "unity_unknown",
            f"Chưa có kết luận về năng lực tập hợp, đoàn kết; trường hợp ở giữa cần tỷ lệ trên "
            f"{policy.conflict_percent}% và dưới 100% do người đứng đầu cơ quan quản lý cho.",
            "NĐ 335/2025, Điều 15.3.c",
        ),
    )
    return (unit, organising, unity), about_unit + about_organising + about_unity


def _unit_result(
    managed: Sequence[Managed] | None, policy: ScoringPolicy
) -> tuple[Fraction | None, tuple[Remark, ...]]:
    """d: everybody scored stands at "hoàn thành" or above, or not. Those not scored for a reason
    are passed over.
    """
    counted = [one for one in managed or () if not one.not_scored]
    waiting = (
        ["chưa có danh sách"]
        if managed is None
        else [one.id for one in counted if one.total is None]
    )
    if waiting:
        names = ", ".join(waiting[:NAMED]) + (
            f" và {len(waiting) - NAMED} người khác" if len(waiting) > NAMED else ""
        )
        return None, (
            Remark(
                "managed_unknown",
                f"Chưa có điểm của người dưới quyền: {names}.",
                "NĐ 335/2025, Điều 15.3.a",
            ),
        )
    totals = [one.total for one in counted if one.total is not None]
    if not totals:
        remark = Remark(
            "nobody_managed",
            "Không có người dưới quyền được chấm điểm trong kỳ.",
            "NĐ 335/2025, Điều 15.3.a; hệ thống đặt",
        )
        return (ONE if policy.no_managed == "full" else None), (remark,)
    met = all(total >= policy.completed_from for total in totals)
    return (ONE if met else percent(policy.managed_short_percent)), ()


def _judged(
    said: str | None, given: Decimal | None, names: tuple[str, str], least: int, unknown: Remark
) -> tuple[Fraction | None, tuple[Remark, ...]]:
    """100 % for the first name, `least` for the second, what the head of the managing body gave
    between the two.
    """
    if said == names[0]:
        return ONE, ()
    if said == names[1]:
        return percent(least), ()
    if said == "between" and given is not None and least < given < 100:
        return Fraction(given) / 100, ()
    return None, (unknown,)

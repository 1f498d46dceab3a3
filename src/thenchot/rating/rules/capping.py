"""How many may be excellent in one unit and in one group of similar duty (Đ20.5). Highest totals
keep; a tie across the border keeps nobody of the tie and is left to the competent level, never to a
name or an order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from thenchot.kernel.decision import Decision
from thenchot.kernel.exact import percent
from thenchot.policy.parameters import RatingCapPolicy
from thenchot.rating.rules.deciding import no
from thenchot.scoring.rules.receipt import Remark
from thenchot.worklog.enums import Band, Regulation

ARTICLE = "NĐ 335/2025, Điều 20.5"
PARTY = (
    "QĐ 366-QĐ/TW, Điều 12"  # 20 %; what it is taken of was not seen, so the decree's base is used
)


def article_of(rules: Regulation | str) -> str:
    """What the cap rests on."""
    return PARTY if rules == Regulation.QD366 else ARTICLE


@dataclass(frozen=True, slots=True)
class Rated:
    """One person before and after the caps; `group` is the group of similar duty, "" where there is
    none.
    """

    id: str | int
    group: str
    total: Decimal | None
    before: Band | None
    level: Band | None
    reasons: tuple[Remark, ...] = field(default=())
    is_undecided: bool = False


@dataclass(frozen=True, slots=True)
class Cap:
    """`base`: how many the share is taken of; `allowed`: how many may be excellent; `kept`: how
    many are.
    """

    scope: str
    base: int
    allowed: int
    kept: int


def cap_unit(
    people: Sequence[Rated],
    policy: RatingCapPolicy,
    is_outstanding: bool = False,
    article: str = ARTICLE,
) -> tuple[list[Rated], list[Cap]]:
    """The cap of every group first, then that of the whole unit, over what the groups kept."""
    share = percent(
        policy.excellent_percent_outstanding if is_outstanding else policy.excellent_percent
    )
    caps = []
    for group in sorted({one.group for one in people if one.group}):
        inside = {one.id for one in people if one.group == group}
        people, cap = _cap(people, inside, f"group:{group}", share, policy.cap_base, article)
        caps.append(cap)
    people, cap = _cap(people, {one.id for one in people}, "unit", share, policy.cap_base, article)
    return list(people), [*caps, cap]


def _cap(
    people: Sequence[Rated],
    inside: set[str | int],
    scope: str,
    share: Fraction,
    base: str,
    article: str,
) -> tuple[list[Rated], Cap]:
    members = [one for one in people if one.id in inside]
    excellent = sorted(
        (one for one in members if one.level == Band.EXCELLENT),
        key=_total,
        reverse=True,
    )
    good = sum((one.before if base == "good_before" else one.level) == Band.GOOD for one in members)
    allowed = allowed_of(good, len(excellent), share, base)
    kept, tied = _keep(excellent, allowed)
    moved = {one.id: one.id in tied for one in excellent if one.id not in kept}
    after = [
        _moved(one, scope, moved[one.id], article) if one.id in moved else one for one in people
    ]
    return after, Cap(scope, _base(good, len(excellent), len(kept), base), allowed, len(kept))


def allowed_of(good: int, excellent: int, share: Fraction, base: str) -> int:
    """The largest k with k ≤ share × base. With "good_after" whoever is not kept joins the base: k
    ≤ share × (good + excellent - k). "good_before" counts those rated good before any cap moved
    anybody.
    """
    if base == "good_after":
        return int(share * (good + excellent) / (1 + share))
    return int(share * _base(good, excellent, 0, base))


def _base(good: int, excellent: int, kept: int, base: str) -> int:
    return {
        "good_before": good,
        "good_and_excellent": good + excellent,
        "good_after": good + excellent - kept,
    }[base]


def _keep(excellent: Sequence[Rated], allowed: int) -> tuple[set[str | int], set[str | int]]:
    """Who keeps, and who is tied across the border."""
    if len(excellent) <= allowed:
        return {one.id for one in excellent}, set()
    border = _total(excellent[allowed])
    kept = {one.id for one in excellent if _total(one) > border}
    tied = {one.id for one in excellent if one.total == border} if len(kept) < allowed else set()
    return kept, tied


def _total(one: Rated) -> Decimal:
    """Nobody is excellent without a total."""
    if one.total is None:
        raise ValueError(f"{one.id} has a level and no total")
    return one.total


def _moved(one: Rated, scope: str, is_tied: bool, article: str) -> Rated:
    where = "đơn vị" if scope == "unit" else f"nhóm {scope.removeprefix('group:')}"
    if is_tied:
        remark = Remark(
            "tie",
            f"Bằng điểm tại mức trần của {where}: xếp tốt, chờ cấp có thẩm quyền quyết định.",
            article,
        )
    else:
        remark = Remark("cap", f"Vượt mức trần xuất sắc của {where}.", article)
    return replace(one, level=Band.GOOD, reasons=(*one.reasons, remark), is_undecided=is_tied)


def undecided(people: Iterable[Rated]) -> list[str | int]:
    return [one.id for one in people if one.is_undecided]


def within_caps(
    people: Sequence[Rated],
    id: int,
    level: str,
    policy: RatingCapPolicy,
    is_outstanding: bool,
    article: str = ARTICLE,
) -> Decision:
    """Would everybody keep the level they stand at, once this one stands at `level`? (Đ20.5)"""
    then = [replace(one, level=Band(level)) if one.id == id else one for one in people]
    after, caps = cap_unit(then, policy, is_outstanding, article)
    moved = {one.id for one, before in zip(after, then, strict=True) if one.level != before.level}
    if not moved:
        return Decision.yes()
    told = "; ".join(f"{scope_name(cap.scope)}: nhiều nhất {cap.allowed}" for cap in caps)
    return no("rating.cap", f"Số xuất sắc vượt mức trần ({told}).", article)


def scope_name(scope: str) -> str:
    return "cả đơn vị" if scope == "unit" else f"nhóm {scope.removeprefix('group:')}"

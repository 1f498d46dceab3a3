"""Limits of time, votes, forms and their effect. Pure: days are arguments."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from thenchot.discipline.enums import Side
from thenchot.kernel.decision import Decision, no
from thenchot.kernel.periods import months_after

REPRIMAND = "reprimand"
WHOLE = 100


@dataclass(frozen=True)
class Limits:
    """Values of the policy in force."""

    days: int
    complex_days: int
    after_party_days: int
    bar_light_months: int
    bar_months: int
    effect_months: int
    vote_share: int


@dataclass(frozen=True)
class Paused:
    """Time that is not counted: from its first day to the day before time runs again."""

    begins_on: date
    ends_on: date | None = None


def days_of(limits: Limits, *, is_complex: bool, follows_party: bool) -> int:
    """To decide, from the discovery; of the State after the Party, from the Party's decision."""
    if follows_party:
        return limits.after_party_days
    return limits.complex_days if is_complex else limits.days


def due_day(begins_on: date, days: int, pauses: Iterable[Paused] = ()) -> date:
    """The last day to decide; days of pauses come on top."""
    due = begins_on + timedelta(days=days)
    for pause in sorted(pauses, key=lambda one: one.begins_on):
        if pause.ends_on and pause.begins_on <= due:
            due += pause.ends_on - pause.begins_on
    return due


def bar_day(act_on: date, form: str, limits: Limits) -> date:
    """The last day on which an act can be considered for the form."""
    months = limits.bar_light_months if form == REPRIMAND else limits.bar_months
    return months_after(act_on, months)


def may_consider(act_on: date, form: str, opened_on: date, never: bool, limits: Limits) -> Decision:
    """The bar runs until consideration begins; some acts know none."""
    last = bar_day(act_on, form, limits)
    if never or opened_on <= last:
        return Decision.yes()
    return no(
        "discipline.barred",
        f"Hết thời hiệu đối với hình thức này từ sau ngày {last:%d/%m/%Y}; hành vi từ "
        f"{act_on:%d/%m/%Y}, bắt đầu xem xét {opened_on:%d/%m/%Y}.",
    )


def effect_ends(effective_on: date, limits: Limits) -> date:
    """By itself, without any paper."""
    return months_after(effective_on, limits.effect_months)


def least_form(ranks: Sequence[str], running: str, new: str) -> str:
    """During the effect of an earlier discipline: lighter or equal to the running form, one step
    above the running one; heavier, one step above the new one. `ranks`: from the lightest.
    """
    order = {form: place for place, form in enumerate(ranks)}
    base = max(order[running], order[new])
    return ranks[min(base + 1, len(ranks) - 1)]


# Votes


def outvoted(ranks: Sequence[str], votes: Mapping[str, int], base: int, share: int) -> str:
    """The form that more than the share of `base` stand for, votes of heavier forms added to the
    lighter one; empty where no form reaches it. `ranks`: from the lightest.
    """
    added = 0
    for form in reversed(ranks):
        added += votes.get(form, 0)
        if added * WHOLE > base * share:
            return form
    return ""


def may_vote(side: str, official: int, present: int, votes: Mapping[str, int]) -> Decision:
    if not 0 < present <= official:
        return no("discipline.present", "Số có mặt không quá số thành viên chính thức.")
    if sum(votes.values()) > present:
        return no("discipline.votes", f"Tổng số phiếu quá số có mặt ({present}).")
    if side != Side.PARTY and present < official:
        return no("discipline.quorum", f"Hội đồng họp khi đủ {official} thành viên.")
    return Decision.yes()


def base_of(side: str, official: int, present: int) -> int:
    """The Party counts all official members, a council those present."""
    return official if side == Side.PARTY else present


# Steps


def may_finish(
    number: int, done: Sequence[date | None], on: date, today: date, earliest: date | None
) -> Decision:
    """`number` from 1; `done`: days of all steps in order."""
    before = done[: number - 1]
    if done[number - 1] is not None or any(day is None for day in before):
        return no("discipline.step", "Bước này chưa đến lượt, hoặc đã ghi rồi.")
    if on > today:
        return no("discipline.day", "Ngày của bước không sau hôm nay.")
    last = max((day for day in before if day), default=None)
    if last and on < last:
        return no("discipline.order", f"Ngày của bước không trước bước trước ({last:%d/%m/%Y}).")
    if earliest and on < earliest:
        return no(
            "discipline.too_soon",
            f"Bước này từ ngày {earliest:%d/%m/%Y}: phải báo trước cho người được xem xét.",
        )
    return Decision.yes()

"""A procedure runs its steps in order, decides when nothing lacks, and never twice. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.kernel.decision import Decision, Reason, no
from thenchot.placement.enums import Effect, ProcedureState, StepKind
from thenchot.placement.rules.fitness import Check

AddDays = Callable[[date, int], date]


@dataclass(frozen=True)
class StepFact:
    """One step as it stands."""

    code: str
    name: str
    done_on: date | None = None


@dataclass(frozen=True)
class Vote:
    """Of one step; invalid ballots and abstentions stay in the base."""

    summoned: int
    present: int
    agreed: int

    def passes(self, percent: int, counts: str) -> bool:
        base = self.present if counts == "present" else self.summoned
        return self.agreed * 100 > percent * base


def due_days(opened_on: date, days: Sequence[int], add: AddDays) -> list[date | None]:
    """The last day of each step, counted on from the last step that has one."""
    found: list[date | None] = []
    last = opened_on
    for limit in days:
        if not limit:
            found.append(None)
            continue
        last = add(last, limit)
        found.append(last)
    return found


def may_finish(state: str, steps: Sequence[StepFact], code: str, done_on: date) -> Decision:
    """The steps come in their order, and not before the one before."""
    if state != ProcedureState.OPEN:
        return no("placement.closed", "Quy trình đã kết thúc.")
    before = [one for one in steps if one.code != code]
    at = next(number for number, one in enumerate(steps) if one.code == code)
    if steps[at].done_on:
        return no("placement.done", "Bước này đã ghi.")
    waiting = [one.name for one in steps[:at] if one.done_on is None]
    if waiting:
        return no("placement.order", f"Chưa xong bước trước: {waiting[0]}.")
    last = max((one.done_on for one in before if one.done_on), default=done_on)
    if done_on < last:
        return no("placement.day", f"Ngày của bước này không trước {last:%d/%m/%Y}.")
    return Decision.yes()


def vote_holds(vote: Vote | None, kind: str) -> Decision:
    if kind != StepKind.VOTE:
        return Decision.yes()
    if vote is None or not vote.summoned:
        return no("placement.vote", "Bước bỏ phiếu cần số triệu tập, có mặt, đồng ý.")
    if vote.present > vote.summoned or vote.agreed > vote.present:
        return no(
            "placement.vote_numbers",
            "Số có mặt không quá số triệu tập, số đồng ý không quá số có mặt.",
        )
    return Decision.yes()


def may_decide(
    state: str, steps: Sequence[StepFact], papers: Sequence[str], found: Sequence[Check]
) -> Decision:
    """Every step done, every paper there and young enough, every condition met or accepted with a
    reason. `papers`: names of those that lack.
    """
    if state != ProcedureState.OPEN:
        return no("placement.closed", "Quy trình đã kết thúc.")
    waiting = [one.name for one in steps if one.done_on is None]
    if waiting:
        return no("placement.steps", f"Chưa xong: {', '.join(waiting)}.", "S1-017")
    if papers:
        return no("placement.papers", f"Hồ sơ còn thiếu hoặc quá hạn: {', '.join(papers)}.")
    reasons = [
        Reason(f"placement.{one.code}", f"{one.name}: {one.detail}".strip(": "), one.article)
        for one in found
        if not one.holds
    ]
    return Decision.no(*reasons) if reasons else Decision.yes()


def may_act(person_account: int | None, actor: int | None) -> Decision:
    """Nobody handles the own case."""
    if actor is not None and person_account == actor:
        return no("placement.own", "Không tự xử lý hồ sơ của chính mình.", "S1-041")
    return Decision.yes()


def needs_conditions(effect: str) -> bool:
    return effect in (Effect.TAKES, Effect.STAYS, Effect.MOVES, Effect.NOMINATES)

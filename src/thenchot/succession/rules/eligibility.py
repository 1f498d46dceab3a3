"""Who may be planned for a higher post, as which kind of candidate, and what stands in the way.
Pure: Hướng dẫn 45-HD/BTCTW, Điều 19, 21, 25.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from thenchot.succession.enums import Line


@dataclass(frozen=True)
class Reach:
    """What each line asks: months left on the day of reckoning, and how many steps of the ladder
    the post may lie above the title held.
    """

    next_months: int
    later_months: int
    next_steps: int
    later_steps: int


@dataclass(frozen=True)
class Missing:
    """A standard of the post that is not met: its paper (degree, theory …), why, what closes it,
    and the day on which it closes by itself, if one is known.
    """

    paper: str
    name: str
    reason: str = ""
    step: str = ""
    closes_on: date | None = None


@dataclass(frozen=True)
class Facts:
    """Of one person and one post. `ladder`: of the highest title held, `post_ladder`: of the post;
    a smaller number is higher, whoever holds no leading title stands one step below the last.
    `sits`: already in the collective. `gates`: why a gate is closed.
    """

    months_left: int | None
    ladder: int
    post_ladder: int
    is_committee: bool = False
    sits: bool = False
    disciplined_until: date | None = None
    missing: tuple[Missing, ...] = ()
    gates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Eligibility:
    """`lines`: the kinds of candidate the person may be; the first is the one proposed."""

    lines: tuple[Line, ...] = ()
    bars: tuple[str, ...] = field(default_factory=tuple)

    @property
    def line(self) -> str:
        return self.lines[0] if self.lines else ""


def eligibility(facts: Facts, reach: Reach) -> Eligibility:
    bars = list(dict.fromkeys(_bars(facts, reach)))
    lines = tuple(_lines(facts, reach))
    if not bars and not lines:
        bars.append(
            "Đối tượng 1 phải đủ trình độ lý luận chính trị và đang giữ chức danh liền kề; đối "
            f"tượng 2 phải còn từ {reach.later_months} tháng công tác, người này còn "
            f"{facts.months_left}."
        )
    return Eligibility(() if bars else lines, tuple(bars))


def _bars(facts: Facts, reach: Reach) -> Iterable[str]:
    above = facts.ladder - facts.post_ladder
    if facts.sits or (not facts.is_committee and above <= 0):
        yield "Đang giữ chức danh này, ngang hoặc cao hơn; chỉ quy hoạch chức danh cao hơn."
    if above > reach.later_steps:
        yield (
            f"Chức danh quy hoạch cao hơn chức danh đang giữ {above} bậc, nhiều nhất "
            f"{reach.later_steps} bậc."
        )
    if facts.months_left is None:
        yield "Hồ sơ chưa có ngày sinh hoặc giới tính nên chưa tính được thời gian còn công tác."
    elif facts.months_left < reach.next_months:
        months = max(facts.months_left, 0)
        yield f"Còn {months} tháng công tác, cần từ {reach.next_months} tháng."
    for one in facts.missing:
        if one.paper == "degree":
            yield f"Chưa có bằng cấp mà chức danh yêu cầu. {one.reason}".strip()
    yield from lost(facts.disciplined_until, facts.gates)


def lost(disciplined_until: date | None, gates: Iterable[str]) -> Iterable[str]:
    """What takes somebody off the list who was on it already."""
    if disciplined_until:
        yield f"Kỷ luật còn hiệu lực đến {disciplined_until:%d/%m/%Y}."
    yield from gates


def _lines(facts: Facts, reach: Reach) -> Iterable[Line]:
    """Next in line: the title just below is held and theory is there already. Later: the months are
    there; what lacks is learnt.
    """
    months = facts.months_left or 0
    above = facts.ladder - facts.post_ladder
    lacks_theory = any(one.paper == "theory" for one in facts.missing)
    is_next = months >= reach.next_months and above <= reach.next_steps and not lacks_theory
    is_later = months >= reach.later_months and above <= reach.later_steps
    allowed = {Line.NEXT: is_next, Line.LATER: is_later}
    first = Line.NEXT if is_next and (not facts.missing or not is_later) else Line.LATER
    return sorted((line for line in Line if allowed[line]), key=lambda line: line != first)


def ready_on(missing: Iterable[Missing], on: date) -> date | None:
    """The day on which nothing lacks any more if everything under way goes through; today when
    nothing lacks. None while something waits for somebody to act.
    """
    days = [one.closes_on for one in missing]
    return None if None in days else max([on, *(day for day in days if day)])


def single_step(missing: Iterable[Missing]) -> str:
    """What one act would close the gap, where only one is open."""
    waiting = [one for one in missing if one.closes_on is None]
    return waiting[0].step or waiting[0].name if len(waiting) == 1 else ""

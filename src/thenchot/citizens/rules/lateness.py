"""When is a case late? The rule of the national portal, as its index counts (a second-hand reading:
see the pack). Pure.

End: finished, else returned, else stopped, refused or withdrawn. The time of a supplement is taken
off. Asked once and never given back: ends at that moment. Asked more often than the policy bears:
late. Without a due date the longest time of the procedure counts. Unfinished: measured at the end
of the period. On time: ended not after the deadline.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from thenchot.citizens.enums import Punctual
from thenchot.kernel.calendar import WorkingCalendar, add_working_days

LAST_MOMENT = time(23, 59, 59)
Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Story:
    """The days of one case."""

    received_at: datetime
    due_at: datetime | None = None
    asked_at: datetime | None = None
    back_at: datetime | None = None
    asked_times: int = 0
    finished_at: datetime | None = None
    returned_at: datetime | None = None
    stopped_at: datetime | None = None
    most_days: int | None = None
    in_working_days: bool = True


@dataclass(frozen=True)
class Judged:
    """`deadline_at` holds the time of the supplement already."""

    ended_at: datetime | None
    deadline_at: datetime | None
    is_doomed: bool


def judge(story: Story, most_supplements: int, calendar: WorkingCalendar) -> Judged:
    return Judged(ended(story), deadline(story, calendar), story.asked_times > most_supplements)


def ended(story: Story) -> datetime | None:
    if done := story.finished_at or story.returned_at:
        return done
    if story.asked_at and not story.back_at:
        return story.asked_at
    return story.stopped_at


def pause(story: Story) -> timedelta:
    """How long the office waited for what was missing."""
    if story.asked_at and story.back_at and story.back_at > story.asked_at:
        return story.back_at - story.asked_at
    return timedelta()


def deadline(story: Story, calendar: WorkingCalendar) -> datetime | None:
    if story.due_at:
        return story.due_at + pause(story)
    if story.most_days is None:
        return None
    first, days = story.received_at.date(), story.most_days
    last = (
        add_working_days(first, days, calendar)
        if story.in_working_days
        else first + timedelta(days=days)
    )
    return datetime.combine(last, LAST_MOMENT, story.received_at.tzinfo) + pause(story)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in their order, those that touch made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def fair_deadline(received: datetime, last: datetime, outages: Sequence[Span]) -> datetime:
    """The deadline moved by what the system was down between the receipt and the deadline so moved.
    `outages`: merged.
    """
    for start, end in outages:
        if end <= received:
            continue
        if start > last:
            break
        last += end - max(start, received)
    return last


def punctual(
    ended_at: datetime | None,
    deadline_at: datetime | None,
    fair_deadline_at: datetime | None,
    at: datetime,
    *,
    is_doomed: bool = False,
) -> Punctual:
    """As it stands at a moment; a case that ended later still ran then."""
    if is_doomed:
        return Punctual.LATE
    if deadline_at is None or fair_deadline_at is None:
        return Punctual.UNKNOWN
    has_ended = ended_at is not None and ended_at <= at
    end = ended_at if ended_at and has_ended else at
    if end <= deadline_at:
        return Punctual.ON_TIME if has_ended else Punctual.RUNNING
    return Punctual.EXCUSED if end <= fair_deadline_at else Punctual.LATE

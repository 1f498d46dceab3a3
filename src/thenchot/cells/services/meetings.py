"""A meeting is recorded by its cell, scored by it, then by the committee above."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any

from django.db import transaction

from thenchot.cells.access import CONFIRM, RECORD
from thenchot.cells.enums import MeetingKind, MeetingState
from thenchot.cells.models import AgendaItem, Meeting, MeetingScore, Sheet, SheetItem
from thenchot.cells.queries.meetings import items_of, list_meetings, sheet_for
from thenchot.cells.queries.members import visible_cells
from thenchot.cells.queries.reviewing import policy_of
from thenchot.cells.rules import meetings as rules
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import get_visible, require
from thenchot.programmes.models import Programme


@dataclass(frozen=True)
class Topic:
    """One item of the agenda, and the programme it carries out."""

    text: str
    programme: Programme | None = None


@dataclass(frozen=True)
class Minutes:
    """What the secretary writes down of a meeting. `members`: who had to attend; `present`,
    `excused`: of those; `tasks_due`: work the last meeting gave, `tasks_done`: of it.
    """

    kind: str
    held_on: date
    begins_at: time
    ends_at: time
    chair: str
    members: int
    present: int
    resolution: str
    excused: int = 0
    papers_on: date | None = None
    themes: Sequence[str] = ()
    subject: str = ""
    opinions: int = 0
    minutes: str = ""
    tasks_due: int = 0
    tasks_done: int = 0
    recommendation: str = ""


ON_ONE_LINE = ("chair", "subject")
OVER_LINES = ("minutes", "resolution", "recommendation")


@transaction.atomic
def record_meeting(actor, *, cell_id: int, minutes: Minutes, agenda: Sequence[Topic]) -> Meeting:
    """One regular meeting a month (S1-029), with what it talked about (S4-036, S4-080)."""
    cell = get_visible(visible_cells(actor), cell_id)
    require(actor, RECORD, cell.path)
    _may_record(cell, minutes, agenda)
    made = Meeting.objects.create(
        unit=cell,
        year=minutes.held_on.year,
        month=minutes.held_on.month,
        recorded_by_id=actor.account_id,
        **_written(minutes),
    )
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=made, number=number, text=tidy(nfc(one.text)), programme=one.programme)
        for number, one in enumerate(agenda, 1)
    )
    record(
        actor,
        "cell_meeting_recorded",
        **_about(made),
        happened_on=minutes.held_on,
        kind=minutes.kind,
    )
    return made


def _may_record(cell: Unit, minutes: Minutes, agenda: Sequence[Topic]) -> None:
    held_on = minutes.held_on
    if not cell.valid_from <= held_on <= today():
        refuse("meeting.day", f"Ngày họp từ {cell.valid_from:%d/%m/%Y} đến hôm nay.")
    rules.may_be(
        minutes.begins_at,
        minutes.ends_at,
        minutes.members,
        minutes.present,
        minutes.excused,
        minutes.tasks_due,
        minutes.tasks_done,
    ).or_refuse()
    if not agenda:
        refuse("meeting.agenda", "Ghi ít nhất một nội dung của cuộc họp.")
    if minutes.kind != MeetingKind.REGULAR:
        return
    months = Meeting.objects.filter(unit=cell, kind=MeetingKind.REGULAR)
    if months.filter(year=held_on.year, month=held_on.month).exists():
        refuse("meeting.twice", f"{cell.name} đã có cuộc họp thường kỳ tháng {held_on:%m/%Y}.")


def _written(minutes: Minutes) -> dict[str, Any]:
    """The columns of a meeting, texts in one form."""
    told = asdict(minutes) | {"themes": list(minutes.themes)}
    lines = {name: tidy(nfc(told[name])) for name in ON_ONE_LINE}
    return told | lines | {name: nfc(told[name]).strip() for name in OVER_LINES}


def held_as(meeting: Meeting) -> rules.Held:
    """What the rules are told of a meeting."""
    return rules.Held(
        kind=meeting.kind,
        held_on=meeting.held_on,
        minutes=meeting.minutes_long,
        members=meeting.members,
        present=meeting.present,
        papers_on=meeting.papers_on,
        tasks_due=meeting.tasks_due,
        tasks_done=meeting.tasks_done,
    )


def suggestions_for(meeting: Meeting, items: Sequence[SheetItem]) -> dict[int, rules.Suggestion]:
    """Item id -> points and why, for the criteria the record can answer."""
    policy = policy_of(meeting.unit.path, meeting.held_on)
    held = held_as(meeting)
    found = {one.pk: rules.suggest(one.measure, one.most, held, policy) for one in items}
    return {pk: suggestion for pk, suggestion in found.items() if suggestion}


@transaction.atomic
def score_meeting(actor, *, meeting_id: int, points: Mapping[int, int]) -> Meeting:
    """By the cell itself; `points`: criterion id -> points. Scored again until confirmed."""
    meeting = _meeting(actor, meeting_id)
    require(actor, RECORD, meeting.unit.path)
    if meeting.state == MeetingState.CONFIRMED:
        refuse("meeting.confirmed", "Cấp trên đã chấm cuộc họp này.")
    sheet = sheet_to_use(meeting)
    items = _checked(sheet, points)
    MeetingScore.objects.bulk_create(
        [MeetingScore(meeting=meeting, item=one, own_points=points[one.pk]) for one in items],
        update_conflicts=True,
        unique_fields=["meeting", "item"],
        update_fields=["own_points"],
    )
    meeting.sheet, meeting.state = sheet, MeetingState.SCORED
    meeting.own_points = sum(points[one.pk] for one in items)
    meeting.scored_by_id = actor.account_id
    meeting.save(update_fields=["sheet", "state", "own_points", "scored_by"])
    record(actor, "cell_meeting_scored", **_about(meeting), total=meeting.own_points)
    return meeting


def sheet_to_use(meeting: Meeting) -> Sheet:
    """The one it was scored by already; else the one in force on its day."""
    found = meeting.sheet or sheet_for(meeting.unit, meeting.held_on)
    if found is None:
        refuse(
            "meeting.sheet",
            f"Chưa có phiếu chấm nào áp dụng vào ngày {meeting.held_on:%d/%m/%Y}. "
            "Soạn và ban hành ở trang Phiếu chấm.",
        )
    return found


def _checked(sheet: Sheet, points: Mapping[int, int]) -> list[SheetItem]:
    items = list(items_of(sheet))
    if set(points) != {one.pk for one in items}:
        refuse("meeting.points_of_all", "Cho điểm đủ mọi tiêu chí của phiếu.")
    given = {one.text: points[one.pk] for one in items}
    rules.may_score(given, {one.text: one.most for one in items}).or_refuse()
    return items


@transaction.atomic
def confirm_meeting(
    actor, *, meeting_id: int, points: Mapping[int, int], note: str = ""
) -> Meeting:
    """By the committee above, who was not the one that scored it; a difference is explained."""
    meeting = _meeting(actor, meeting_id)
    require(actor, CONFIRM, meeting.unit.path)
    if meeting.state != MeetingState.SCORED:
        refuse("meeting.not_scored", "Chỉ chấm cuộc họp mà chi bộ đã tự chấm.")
    if meeting.scored_by_id == actor.account_id:
        refuse("meeting.second_person", "Người tự chấm không chấm thay cấp trên.")
    items = _checked(sheet_to_use(meeting), points)
    total = sum(points[one.pk] for one in items)
    if total != meeting.own_points and not note.strip():
        refuse("meeting.note", "Điểm khác điểm tự chấm thì ghi nhận xét vì sao.")
    MeetingScore.objects.bulk_create(
        [
            MeetingScore(meeting=meeting, item=one, own_points=0, points=points[one.pk])
            for one in items
        ],
        update_conflicts=True,
        unique_fields=["meeting", "item"],
        update_fields=["points"],
    )
    meeting.state, meeting.points = MeetingState.CONFIRMED, total
    meeting.confirm_note, meeting.confirmed_by_id = nfc(note).strip(), actor.account_id
    meeting.save(update_fields=["state", "points", "confirm_note", "confirmed_by"])
    record(actor, "cell_meeting_confirmed", **_about(meeting), total=total)
    return meeting


@transaction.atomic
def answer_recommendation(actor, *, meeting_id: int, answer: str) -> Meeting:
    """What the committee says to what the cell asked."""
    meeting = _meeting(actor, meeting_id)
    require(actor, CONFIRM, meeting.unit.path)
    if not meeting.recommendation or meeting.answer:
        refuse("meeting.answered", "Không có kiến nghị nào đang chờ trả lời.")
    meeting.answer, meeting.answered_on = nfc(answer).strip(), today()
    meeting.save(update_fields=["answer", "answered_on"])
    record(actor, "cell_recommendation_answered", **_about(meeting))
    return meeting


def _meeting(actor, pk: int) -> Meeting:
    seen = get_visible(list_meetings(actor), pk)
    rows = Meeting.objects.select_for_update(of=("self",))
    return rows.select_related("unit", "sheet").get(pk=seen.pk)


def _about(meeting: Meeting) -> dict:
    return {"subject": meeting, "unit_path": meeting.unit.path}

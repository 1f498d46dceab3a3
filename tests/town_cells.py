"""Cells in the town: members, who is in charge, meetings at each stage, sheets, a congress."""

from datetime import date, time

from thenchot.cells.models import CellMember, Meeting
from thenchot.cells.queries.meetings import items_of
from thenchot.cells.rules.sheets import as_lines, shipped
from thenchot.cells.services import congresses, meetings, members, sheets
from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.models import Unit
from thenchot.organisation.services import create_unit
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role

SINCE = date(2025, 7, 1)


def of_cells(world, home, people) -> dict:
    officer, leader = world.actor(Role.OFFICER, home), world.actor(Role.LEADER, home)
    found = cell(home)
    member = named(officer, found, "Đảng viên Một")
    draft = sheet(officer, home, today())
    issued = sheet(officer, home, SINCE)
    sheets.issue_sheet(leader, sheet_id=issued.pk)
    members.give_charge(
        officer, cell_id=found.pk, person=people["ubnd"], basis="21-QĐ/ĐU", since=SINCE
    )
    recorded = meet(officer, found, today().replace(day=1), recommendation="Sửa loa")
    scored = score(officer, meet(officer, found, today(), kind="theme"))
    congress = congresses.plan_congress(
        officer, cell_id=found.pk, term="2027 - 2030", planned_on=today(), seats=3
    )
    return {
        "cell": found,
        "cell_member": member,
        "cell_sheet": issued,
        "cell_sheet_draft": draft,
        "cell_meeting": recorded,
        "cell_meeting_scored": scored,
        "congress": congress,
    }


def cell(home: Unit, name: str = "Chi bộ tổ dân phố số 1") -> Unit:
    return create_unit(
        SYSTEM,
        parent_id=home.pk,
        name=name,
        kind=UnitKind.CELL,
        bloc=Bloc.PARTY,
        valid_from=SINCE,
    )


def named(actor, unit: Unit, name: str, kind: str = "official") -> CellMember:
    (made,) = members.add_members(actor, cell_id=unit.pk, kind=kind, since=SINCE, names=name)
    return made


def joined(actor, unit: Unit, person, since: date = SINCE) -> CellMember:
    (made,) = members.add_members(
        actor, cell_id=unit.pk, kind="official", since=since, person=person
    )
    return made


def sheet(actor, home: Unit, valid_from: date):
    return sheets.draft_sheet(
        actor,
        unit_id=home.pk,
        name=shipped().name,
        basis="05-HD/ĐU",
        valid_from=valid_from,
        lines=as_lines(shipped().criteria, sheets.WORDS),
    )


def meet(actor, unit: Unit, held_on: date, **more) -> Meeting:
    said = {
        "kind": "regular",
        "begins_at": time(19, 30),
        "ends_at": time(21, 5),
        "chair": "Bí thư",
        "members": 20,
        "present": 19,
        "excused": 1,
        "resolution": "Giao từng đảng viên phụ trách nhóm hộ",
        "tasks_due": 10,
        "tasks_done": 8,
        "papers_on": held_on,
    }
    return meetings.record_meeting(
        actor,
        cell_id=unit.pk,
        minutes=meetings.Minutes(held_on=held_on, **{**said, **more}),
        agenda=[meetings.Topic("Kiểm điểm nghị quyết kỳ trước")],
    )


def full_points(actor, meeting: Meeting, less: int = 0) -> dict[int, int]:
    """The most of every criterion, the first of them by so many less."""
    items = list(items_of(meetings.sheet_to_use(meeting)))
    return {one.pk: one.most - (less if one.number == 1 else 0) for one in items}


def score(actor, meeting: Meeting, less: int = 0) -> Meeting:
    points = full_points(actor, meeting, less)
    return meetings.score_meeting(actor, meeting_id=meeting.pk, points=points)

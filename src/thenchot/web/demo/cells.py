"""Cells of the ward: members, who follows them, months of meetings with their points, reviews, a
congress.
"""

import random
from datetime import date, time, timedelta

from thenchot.cells.enums import MemberKind
from thenchot.cells.models import CellCharge, CellMember
from thenchot.cells.queries.meetings import items_of, sheet_for
from thenchot.cells.rules.sheets import as_lines, shipped
from thenchot.cells.services import congresses, meetings, members, sheets
from thenchot.kernel.periods import months_after
from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.models import Unit
from thenchot.organisation.services import create_unit
from thenchot.people.models import Appointment, Person
from thenchot.platform.scope.actor import SYSTEM, actor_for
from thenchot.programmes.models import Programme
from thenchot.web.demo.calendar import day_of
from thenchot.web.demo.tree import FOUNDED

OFFICES = (
    ("Chi bộ cơ quan Đảng, Mặt trận", ("Ban Xây dựng Đảng", "Văn phòng Đảng ủy")),
    ("Chi bộ Ủy ban nhân dân", ("Phòng Văn hóa", "Văn phòng HĐND")),
)
GROUPS = ("Chi bộ tổ dân phố số 1", "Chi bộ tổ dân phố số 2", "Chi bộ tổ dân phố số 3")
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đỗ", "Bùi", "Hoàng")
MIDDLE = ("Văn", "Thị", "Đình", "Ngọc", "Minh", "Thanh")
GIVEN = ("An", "Bình", "Chiến", "Dung", "Hải", "Hòa", "Lan", "Minh", "Nga", "Sơn", "Thắng", "Vân")
MONTHS = 10
TOPICS = (
    "Kiểm điểm việc thực hiện nghị quyết kỳ trước",
    "Phân công đảng viên vận động nộp hồ sơ trực tuyến",
    "Góp ý đảng viên về giờ giấc, lời nói với người dân",
)


def live(officer, leader, home: Unit, rng: random.Random, on: date) -> None:
    above = Unit.objects.get(path__startswith=home.path, kind=UnitKind.CELL)
    cells = [_cell(above, name, place) for place, (name, _bodies) in enumerate(OFFICES)]
    groups = [_cell(above, name, place) for place, name in enumerate(GROUPS, len(OFFICES))]
    _sheet(officer, leader, home, on)
    for cell, (_name, bodies) in zip(cells, OFFICES, strict=True):
        _office_members(officer, home, cell, bodies, on)
    for cell in groups:
        _group_members(officer, cell, rng, on)
    every = [*cells, *groups]
    _charges(officer, home, every[:-1], on)
    _meetings(officer, leader, home, every, rng, on)
    _reviews(officer, cells, on)
    _reports(every, on)
    _congress(officer, groups[0], on)


def _cell(above: Unit, name: str, place: int) -> Unit:
    return create_unit(
        SYSTEM,
        parent_id=above.pk,
        name=name,
        kind=UnitKind.CELL,
        bloc=Bloc.PARTY,
        position=place,
        valid_from=FOUNDED,
    )


def _sheet(officer, leader, home: Unit, on: date) -> None:
    with day_of(_ago(on, 340)):
        drafted = sheets.draft_sheet(
            officer,
            unit_id=home.pk,
            name=shipped().name,
            basis="Hướng dẫn số 05-HD/ĐU của Đảng ủy phường",
            valid_from=_ago(on, 340),
            lines=as_lines(shipped().criteria, sheets.WORDS),
        )
        sheets.issue_sheet(leader, sheet_id=drafted.pk)


def _ago(on: date, days: int) -> date:
    return max(on - timedelta(days=days), FOUNDED)


def _people(home: Unit, bodies: tuple[str, ...], on: date) -> list[Person]:
    found: list[Person] = []
    for body in bodies:
        seats = Appointment.objects.in_force(on).filter(
            is_primary=True, unit__path__startswith=home.path, unit__name__startswith=body
        )
        rows = Person.objects.filter(pk__in=seats.values("person"))
        found += rows.filter(particulars__party_joined_on__isnull=False).order_by("pk")[:9]
    return found


def _office_members(officer, home: Unit, cell: Unit, bodies: tuple[str, ...], on: date) -> None:
    for number, person in enumerate(_people(home, bodies, on)):
        (made,) = members.add_members(
            officer,
            cell_id=cell.pk,
            kind=MemberKind.OFFICIAL,
            since=_ago(on, 420),
            person=person,
        )
        _post(officer, made, number)


def _post(officer, member: CellMember, number: int) -> None:
    posts = ("secretary", "deputy", "committee")
    if number < len(posts):
        members.change_member(officer, member_id=member.pk, kind=member.kind, post=posts[number])


def _group_members(officer, cell: Unit, rng: random.Random, on: date) -> None:
    count = rng.randint(14, 22)
    names: list[str] = []
    while len(names) < count:
        name = " ".join(rng.choice(part) for part in (FAMILY, MIDDLE, GIVEN))
        if name not in names:
            names.append(name)
    made = members.add_members(
        officer,
        cell_id=cell.pk,
        kind=MemberKind.OFFICIAL,
        since=_ago(on, 420),
        names="\n".join(names),
    )
    for number, member in enumerate(reversed(made)):
        _post(officer, member, number)
    _exempt(officer, made[0])


def _exempt(officer, member: CellMember) -> None:
    members.change_member(officer, member_id=member.pk, kind=MemberKind.EXEMPT)


def _charges(officer, home: Unit, cells: list[Unit], on: date) -> None:
    """The last cell stays without anybody, and stands in the list of those."""
    seats = Appointment.objects.in_force(on).filter(unit__path__startswith=home.path)
    rows = Person.objects.filter(pk__in=seats.values("person"), account__isnull=False)
    people = list(rows.exclude(account=officer.account_id).order_by("pk"))
    for number, cell in enumerate(cells):
        members.give_charge(
            officer,
            cell_id=cell.pk,
            person=people[number % len(people)],
            basis="Quyết định phân công số 21-QĐ/ĐU",
            since=_ago(on, 300),
        )


def _meetings(officer, leader, home: Unit, cells: list[Unit], rng, on: date) -> None:
    programme = Programme.objects.filter(home=home).order_by("pk").first()
    for back in range(MONTHS, 0, -1):
        first = months_after(on.replace(day=1), -back)
        for place, cell in enumerate(cells):
            if back == 1 and place == len(cells) - 1:
                continue
            _meet(officer, leader, cell, first + timedelta(days=2 + place), programme, rng, back)


def _meet(officer, leader, cell: Unit, day: date, programme, rng: random.Random, back: int) -> None:
    if day < FOUNDED:
        return
    with day_of(day + timedelta(days=1)):
        meeting = meetings.record_meeting(
            officer,
            cell_id=cell.pk,
            minutes=_minutes(cell, day, rng, back),
            agenda=[
                *(meetings.Topic(text) for text in TOPICS),
                meetings.Topic("Thực hiện chương trình của Đảng ủy phường", programme),
            ],
        )
        points = _points(meeting, rng)
        if back == 1 and meeting.pk % 2:
            return
        meetings.score_meeting(officer, meeting_id=meeting.pk, points=points)
    if back == 1:
        return
    with day_of(day + timedelta(days=5)):
        meetings.confirm_meeting(
            leader,
            meeting_id=meeting.pk,
            points=points,
            note="Thống nhất với chi bộ",
        )


def _minutes(cell: Unit, day: date, rng: random.Random, back: int) -> meetings.Minutes:
    rows = CellMember.objects.filter(unit=cell)
    total = rows.exclude(kind=MemberKind.EXEMPT).count()
    absent, given = rng.randint(0, 2), rng.randint(3, 6)
    return meetings.Minutes(
        kind="regular",
        held_on=day,
        begins_at=time(19, 30),
        ends_at=time(21, 5),
        chair=str(rows.filter(post="secretary").first() or "Bí thư"),
        members=total,
        present=total - absent,
        excused=absent,
        papers_on=day - timedelta(days=2),
        themes=("ethics", "conduct") if back % 2 else ("lifestyle",),
        subject="Nêu gương của đảng viên nơi cư trú" if back % 3 == 2 else "",
        opinions=rng.randint(4, 11),
        resolution="Giao từng đảng viên phụ trách nhóm hộ; báo cáo kết quả ở kỳ họp sau.",
        tasks_due=given,
        tasks_done=given - rng.randint(0, 1),
        recommendation="Đề nghị sửa loa truyền thanh của tổ." if back == 1 else "",
    )


def _points(meeting, rng: random.Random) -> dict[int, int]:
    sheet = sheet_for(meeting.unit, meeting.held_on)
    items = list(items_of(sheet)) if sheet else []
    suggested = meetings.suggestions_for(meeting, items)
    return {
        one.pk: suggested[one.pk].points
        if one.pk in suggested
        else max(one.most - rng.randint(0, 3), 0)
        for one in items
    }


def _reviews(officer, cells: list[Unit], on: date) -> None:
    for cell in cells:
        rows = CellMember.objects.filter(unit=cell).order_by("pk")
        for number, member in enumerate(rows[:6]):
            day = _ago(on, 40)
            members.review_member(
                officer,
                member_id=member.pk,
                reviewed_on=day,
                text="Gương mẫu, giữ nếp sinh hoạt; cần chủ động góp ý hơn trong cuộc họp.",
                result="advised" if number == 4 else "kept",
                mend_by=day + timedelta(days=90) if number == 4 else None,
            )


def _congress(officer, cell: Unit, on: date) -> None:
    planned = congresses.plan_congress(
        officer,
        cell_id=cell.pk,
        term=f"{on.year + 1} - {on.year + 3}",
        planned_on=on + timedelta(days=60),
        seats=3,
        basis="Thông báo của Đảng ủy về nhân sự đại hội chi bộ",
    )
    rows = CellMember.objects.filter(unit=cell, kind=MemberKind.OFFICIAL).order_by("pk")
    posts = ("secretary", "deputy", "committee", "committee")
    for member, post in zip(rows, posts, strict=False):
        congresses.nominate(
            officer, congress_id=planned.pk, member=member, post=post, proposer="committee"
        )


def _reports(cells: list[Unit], on: date) -> None:
    """Of two of those in charge, about the month before."""
    before = on.replace(day=1) - timedelta(days=1)
    rows = CellCharge.objects.filter(unit__in=cells, until__isnull=True).select_related("person")
    for charge in rows.order_by("pk")[:2]:
        with day_of(before):
            members.report(
                actor_for(charge.person.account),
                cell_id=charge.unit_id,
                year=before.year,
                month=before.month,
                done="Dự kỳ họp, đôn đốc việc giao từng đảng viên phụ trách nhóm hộ",
                difficulty="Đảng viên trẻ đi làm xa, khó bố trí giờ họp",
                proposal="Cho họp trực tuyến với đảng viên đi làm xa",
            )

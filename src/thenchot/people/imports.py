"""A list of people from Excel: read and checked row by row, then written all or nothing through the services.

A row is a person already known by the system's id, by the code, or by name and birth (name and unit where no birth is
known); such a row updates. Everything that was understood rather than read is told before anybody confirms.
"""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from thenchot.kernel.decision import Refused
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import get_unit, match_bodies
from thenchot.people import columns as c
from thenchot.people import rules, services
from thenchot.people.access import EDIT
from thenchot.people.known import Known
from thenchot.people.models import Appointment, Person, Sex
from thenchot.people.names import clean_name
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.cells import BadCell, Day, read_choice, read_day, read_flag
from thenchot.platform.office.reports import ImportReport, Line
from thenchot.platform.office.sheets import BadSheet, Row, Sheet, read_sheet
from thenchot.platform.scope.actor import require

MAX_ROWS = 5_000
SEXES = {"nữ": "f", "nu": "f", "bà": "f", "nam": "m", "ông": "m", "x": "f"}


@dataclass
class Plan:
    """One row: the person it means (if known), the unit, and what the cells say; an empty cell is absent."""

    row: Row
    name: str
    unit: Unit | None = None
    said: dict = field(default_factory=dict)
    person: Person | None = None
    seat: Appointment | None = None


@in_vietnamese
def import_people(actor, upload, *, home_id: int, dry_run: bool) -> ImportReport:
    """`upload`: path, bytes or binary file. A dry run writes nothing; a real one writes everything or nothing."""
    home = get_unit(actor, home_id)
    require(actor, EDIT, home.path)
    report = ImportReport()
    try:
        sheet = read_sheet(upload, c.READ)
    except BadSheet as bad:
        report.blame(0, "", bad.message_vi)
        return report
    report.unknown_columns = sheet.unknown
    plans = _Reader(home, report).read(sheet)
    if report.is_clean and not dry_run:
        _write(actor, home, plans, report)
    return report


class _Reader:
    """Rows to plans. Units, people and seats of the commune are loaded once, whatever the number of rows."""

    def __init__(self, home: Unit, report: ImportReport):
        self.home, self.report, self.on = home, report, today()
        self.known = Known(home, self.on)
        self.meant: dict[int, Row] = {}

    def read(self, sheet: Sheet) -> list[Plan]:
        if not 0 < len(sheet) <= MAX_ROWS:
            self.report.blame(0, "", f"Tệp có {len(sheet)} dòng; mỗi lần nhập từ 1 đến {MAX_ROWS} dòng.")
            return []
        self.units = match_bodies(self.home, {row.text("unit") for row in sheet} - {""})
        plans = [plan for plan in map(self._plan, sheet) if plan]
        for plan in plans:
            self._recognise(plan)
            self._tell(plan)
        self._one_head_a_unit(plans)
        return plans

    def _plan(self, row: Row) -> Plan | None:
        name = clean_name(row.text("name"))
        if not name:
            self.report.blame(row, c.NAME, "Thiếu họ và tên.")
            return None
        plan = Plan(row, name[:120], self._unit(row))
        self._born(plan)
        with self.report.cell(row, c.SEX):
            plan.said["sex"] = read_choice(row.get("sex"), dict(Sex.choices), SEXES)
        with self.report.cell(row, c.HEAD):
            plan.said["is_head"] = read_flag(row.get("is_head")) if row.get("is_head") is not None else None
        with self.report.cell(row, c.SINCE):
            day = read_day(row.get("valid_from"))
            plan.said["valid_from"] = day and day.on
        with self.report.cell(row, c.EMAIL):
            plan.said["email"] = _mail(row.text("email"))
        plan.said |= {"code": row.text("code")[:40], "title": row.text("title")[:160]}
        return plan

    def _born(self, plan: Plan) -> None:
        with self.report.cell(plan.row, c.BORN):
            born: Day | None = read_day(plan.row.get("born"))
            if born is None:
                return
            decision = rules.may_be_born(born.on, self.on)
            if not decision:
                raise BadCell(decision.reasons[0].message)
            plan.said |= {"born_on": born.on, "born_year_only": born.year_only}
            if born.guess:
                self.report.guess(plan.row, c.BORN, born.guess)

    def _unit(self, row: Row) -> Unit | None:
        """The commune when the cell is empty; a name that fits only nearly is told as a guess."""
        text = row.text("unit")
        if not text:
            return None
        match = self.units[text]
        if len(match) == 1:
            if not match.is_certain:
                self.report.guess(row, c.UNIT, f"hiểu là “{match[0].name}”")
            return match[0]
        why = "gọi nhiều đơn vị" if match else f"không có trong cây tổ chức của {self.home.name}"
        self.report.blame(row, c.UNIT, f"“{text}” {why}: sửa tên trong tệp, hoặc thêm đơn vị trước.")
        return None

    def _recognise(self, plan: Plan) -> None:
        people, how = self.known.find(plan.row.text("id"), plan.said.get("code", ""), plan.name, plan.said.get("born_on"), plan.unit)
        if how == "missing":
            self.report.blame(plan.row, c.ID, f"Không có người mang mã hệ thống này trong {self.home.name}.")
        elif len(people) > 1:
            self.report.blame(plan.row, c.NAME, f"Có {len(people)} người cùng tên: ghi mã hệ thống hoặc ngày sinh.")
        elif people:
            self._meant_once(plan, people[0])
            if how == "unit":
                self.report.guess(plan.row, c.NAME, "hiểu là người cùng tên đang ở đơn vị này")
        else:
            self._new(plan)

    def _meant_once(self, plan: Plan, person: Person) -> None:
        if person.pk in self.meant:
            self.report.blame(plan.row, c.NAME, f"Trùng người với dòng {self.meant[person.pk].number}.")
        self.meant[person.pk] = plan.row
        plan.person, plan.seat = person, self.known.seats.get(person.pk)

    def _new(self, plan: Plan) -> None:
        twin = self.known.remember_new(plan)
        if twin:
            self.report.blame(plan.row, c.NAME, f"Trùng với dòng {twin.row.number}: cùng tên, ngày sinh và đơn vị.")
        if plan.unit is None and not plan.row.text("unit"):
            plan.unit = self.home
            self.report.guess(plan.row, c.UNIT, f"đặt tại {self.home.name}")

    def _one_head_a_unit(self, plans: list[Plan]) -> None:
        """Two heads of one unit in the file, or one in the file and another who sits there and is not in it."""
        heads: dict[int, Plan] = {}
        leaving = {p.person.pk for p in plans if p.person and (p.said.get("is_head") is False or _moves(p))}
        for plan in (p for p in plans if p.said.get("is_head")):
            unit = plan.unit or (plan.seat and plan.seat.unit)
            if unit is None:
                continue
            other, sitting = heads.get(unit.pk), self.known.heads.get(unit.pk)
            heads[unit.pk] = plan
            if other:
                self.report.blame(plan.row, c.HEAD, f"{unit.name} đã có người đứng đầu ở dòng {other.row.number}.")
            elif sitting and sitting != plan.person and sitting.pk not in leaving:
                self.report.blame(plan.row, c.HEAD, rules.may_lead(unit.name, sitting.full_name).reasons[0].message)

    def _tell(self, plan: Plan) -> None:
        changed = plan.person and (_personal(plan) or _moves(plan) or _reseated(plan))
        action = "created" if plan.person is None else "updated" if changed else "unchanged"
        place = plan.unit or (plan.seat and plan.seat.unit)
        details = ", ".join(str(part) for part in (plan.said["title"] or (plan.seat and plan.seat.title), place) if part)
        self.report.lines.append(Line(plan.row.number, action, plan.name, details))


def _mail(text: str) -> str:
    try:
        if text:
            validate_email(text)
    except ValidationError as error:
        raise BadCell(f"“{text}” không phải địa chỉ thư điện tử.") from error
    return text


def _personal(plan: Plan) -> dict:
    """Fields of the person that the row changes."""
    wanted = {"full_name": plan.name, **{k: plan.said.get(k) for k in ("sex", "born_on", "born_year_only", "email", "code")}}
    return {k: v for k, v in wanted.items() if v not in ("", None) and getattr(plan.person, k) != v}


def _moves(plan: Plan) -> bool:
    return plan.unit is not None and (plan.seat is None or plan.seat.unit_id != plan.unit.pk)


def _reseated(plan: Plan) -> bool:
    """Same unit, another title, or no longer (or now) the head."""
    said = plan.said
    return bool(plan.seat) and (
        bool(said["title"] and said["title"] != plan.seat.title) or said.get("is_head") not in (None, plan.seat.is_head)
    )


@transaction.atomic
def _write(actor, home: Unit, plans: list[Plan], report: ImportReport) -> None:
    leaving_first = sorted(plans, key=lambda p: (bool(p.said.get("is_head")), p.row.number))
    for plan in leaving_first:
        try:
            _create(actor, plan) if plan.person is None else _update(actor, plan)
        except Refused as refused:
            for reason in refused.decision.reasons:
                report.blame(plan.row, c.NAME, reason.message)
    if report.problems:
        transaction.set_rollback(True)
        return
    record(actor, "people_imported", subject=home, unit_path=home.path, created=report.created, updated=report.updated)
    report.is_done = True


def _create(actor, plan: Plan) -> None:
    said = {k: v for k, v in plan.said.items() if v is not None}
    said.setdefault("valid_from", max(today(), plan.unit.valid_from))
    services.create_person(actor, full_name=plan.name, unit_id=plan.unit.pk, **said)


def _update(actor, plan: Plan) -> None:
    changed = _personal(plan)
    if changed:
        services.correct_person(actor, person_id=plan.person.pk, **changed)
    title = plan.said["title"] or (plan.seat.title if plan.seat else "")
    is_head = plan.said.get("is_head")
    if _moves(plan):
        services.transfer(
            actor, person_id=plan.person.pk, unit_id=plan.unit.pk, title=title, is_head=bool(is_head),
            valid_from=_first_day(plan),
        )  # fmt: skip
    elif _reseated(plan):
        is_head = plan.seat.is_head if is_head is None else is_head
        services.correct_appointment(actor, appointment_id=plan.seat.pk, title=title, is_head=is_head)


def _first_day(plan: Plan):
    """The day in the row when it is later than the present seat began, else today."""
    said = plan.said.get("valid_from")
    return said if said and (plan.seat is None or said > plan.seat.valid_from) else today()

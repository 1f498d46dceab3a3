"""Functions of a commune as Excel, the same columns in and out."""

import re
from dataclasses import dataclass, field
from datetime import timedelta

from thenchot.kernel.text import nfc, tidy
from thenchot.kernel.typed import id_of
from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.models import Duty, Unit
from thenchot.organisation.queries import get_unit, match_bodies
from thenchot.organisation.queries.duties import list_duties
from thenchot.organisation.services import duties as services
from thenchot.organisation.services.tree import clean, folded_name
from thenchot.platform.clock import today
from thenchot.platform.files.list_import import ListImport
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.cells import read_day, read_flag
from thenchot.platform.office.excel.reports import ImportLine, ImportReport
from thenchot.platform.office.excel.worksheets import Column, Row, Worksheet, write_sheet
from thenchot.platform.scope.actor import require

ID = Column("Mã hệ thống", 12, "id", ("ID",))
CODE = Column("Mã", 10, "code")
NAME = Column(
    "Chức năng, nhiệm vụ", 60, "name", ("Nhiệm vụ", "Chức năng", "Nội dung"), is_required=True
)
FIELD = Column("Lĩnh vực", 22, "field")
RESPONSIBLE = Column("Đơn vị chủ trì", 36, "responsible", ("Chủ trì", "Đơn vị thực hiện"))
HELPING = Column("Đơn vị phối hợp", 36, "helping", ("Phối hợp",))
DELEGATED = Column(
    "Được phân cấp", 10, "is_delegated", ("Phân cấp, phân quyền", "Được phân cấp, phân quyền")
)
BASIS = Column("Căn cứ", 36, "basis", ("Văn bản",))
SINCE = Column("Từ ngày", 12, "valid_from")
STANDING = Column("Tình trạng", 16, "standing")

READ = (ID, CODE, NAME, FIELD, RESPONSIBLE, HELPING, DELEGATED, BASIS, SINCE)
NOTES = (
    (
        "Chỉ bắt buộc cột “Chức năng, nhiệm vụ”. Nhiều đơn vị trong một ô: mỗi đơn vị một dòng, "
        "hoặc "
        "cách nhau bằng dấu chấm phẩy."
    ),
    (
        "Đơn vị ghi theo tên, tên gọn hoặc tên quen dùng trong văn bản. Hai đơn vị cùng chủ trì "
        "được "
        "ghi nhận và báo là chồng chéo."
    ),
    (
        "“Mã hệ thống” do hệ thống cấp khi xuất: giữ nguyên để lần nhập sau cập nhật chứ không "
        "thêm "
        "trùng."
    ),
)


def template() -> bytes:
    return write_sheet(READ, [], name="Chức năng, nhiệm vụ", notes=NOTES)


@dataclass
class Plan:
    """One row: the function it means (if it is known) and who is to hold it; `is_above`: of a level
    above.
    """

    row: Row
    fields: dict
    duty: Duty | None = None
    is_above: bool = False
    responsible: list[Unit] = field(default_factory=list)
    helping: list[Unit] = field(default_factory=list)
    held: dict[int, bool] = field(default_factory=dict)

    @property
    def missing(self) -> list[tuple[Unit, bool]]:
        """Who is to hold it and does not yet, or not in this way."""
        wanted = dict.fromkeys(self.helping, False) | dict.fromkeys(self.responsible, True)
        return [(unit, alone) for unit, alone in wanted.items() if self.held.get(unit.pk) != alone]


@in_vietnamese
def import_duties(actor, upload, *, home_id: int, dry_run: bool) -> ImportReport:
    home = get_unit(actor, home_id)
    require(actor, KEEP_POSTS, home.path)
    return _DutyImport(actor, home).run(upload, dry_run=dry_run)


class _DutyImport(ListImport[Worksheet, Plan, ImportReport]):
    columns, only_written, naming = READ, (STANDING,), NAME
    event = "duties_imported"

    def look_up(self, sheet: Worksheet) -> None:
        rows = list_duties(self.home, today())
        self.by_id = {row.duty.pk: row for row in rows}
        self.by_name = {folded_name(row.duty.name): row for row in rows}
        self.seen: dict[str, int] = {}
        texts = {
            part
            for row in sheet
            for column in ("responsible", "helping")
            for part in _parts(row.get(column))
        }
        self.units = match_bodies(self.home, texts)

    def plan(self, row: Row) -> Plan | None:
        name = clean(row.text("name"))
        if not name:
            self.report.blame(row, NAME, "Thiếu tên chức năng, nhiệm vụ.")
            return None
        fields = {
            "name": name[:300],
            "code": row.text("code")[:40],
            "field": row.text("field")[:120],
            "basis": row.text("basis")[:300],
        }
        with self.report.cell(row, SINCE):
            day = read_day(row.get("valid_from"))
            fields["valid_from"] = day.on if day else None
        with self.report.cell(row, DELEGATED):
            fields["is_delegated"] = (
                read_flag(row.get("is_delegated")) if row.get("is_delegated") is not None else None
            )
        plan = Plan(row, {key: value for key, value in fields.items() if value not in ("", None)})
        plan.responsible, plan.helping = self._units(row, RESPONSIBLE), self._units(row, HELPING)
        self._recognise(plan)
        return plan

    def _units(self, row: Row, column: Column) -> list[Unit]:
        found: dict[int, Unit] = {}
        for part in _parts(row.get(column.key)):
            match = self.units[part]
            if not match.units:
                self.report.blame(row, column, f"Không nhận ra đơn vị “{part}”.")
            elif not match.is_certain:
                self.report.guess(
                    row, column, f"“{part}” hiểu là {', '.join(u.name for u in match)}"
                )
            found |= {unit.pk: unit for unit in match}
        return list(found.values())

    def _recognise(self, plan: Plan) -> None:
        given, key = plan.row.text("id"), folded_name(plan.fields["name"])
        known = self.by_id.get(id_of(given) or 0) if id_of(given) else self.by_name.get(key)
        if given and known is None:
            self.report.blame(
                plan.row, ID, f"Không có chức năng mang mã hệ thống {given} tại {self.home.name}."
            )
        if key in self.seen:
            self.report.blame(plan.row, NAME, f"Trùng với dòng {self.seen[key]}.")
        self.seen.setdefault(key, plan.row.number)
        if known:
            plan.duty, plan.is_above = known.duty, not known.is_own
            plan.held = {h.unit_id: h.is_responsible for h in (*known.helping, *known.responsible)}
        elif "basis" not in plan.fields:
            self.report.blame(plan.row, BASIS, "Chức năng mới cần căn cứ: văn bản nào giao.")
        elif "valid_from" not in plan.fields:
            plan.fields["valid_from"] = self.home.valid_from
            self.report.guess(
                plan.row, SINCE, f"lấy ngày của {self.home.name}: {self.home.valid_from:%d/%m/%Y}"
            )

    def line(self, plan: Plan) -> ImportLine:
        changed = plan.duty is None or _changes(plan) or plan.missing
        action = "created" if plan.duty is None else "updated" if changed else "unchanged"
        named = ", ".join(unit.name for unit in plan.responsible)
        details = f"chủ trì: {named}" if named else ""
        return ImportLine(plan.row.number, action, plan.fields["name"], details)

    def write(self, plan: Plan) -> None:
        duty = plan.duty
        if duty is None or _changes(plan):
            duty = services.put_duty(
                self.actor, unit_id=self.home.pk, duty_id=duty and duty.pk, **plan.fields
            )
        for unit, alone in plan.missing:
            self._give(plan, duty, unit, alone)

    def _give(self, plan: Plan, duty: Duty, unit: Unit, alone: bool) -> None:
        begins = max(duty.valid_from, unit.valid_from)
        if unit.pk in plan.held:
            holder = duty.holders.get(unit=unit, valid_to__isnull=True)
            last = max(holder.valid_from, today() - timedelta(days=1))
            services.take_duty(self.actor, holder_id=holder.pk, on=last)
            begins = last + timedelta(days=1)
        services.give_duty(
            self.actor,
            duty_id=duty.pk,
            unit_id=unit.pk,
            valid_from=begins,
            is_responsible=alone,
        )


def _changes(plan: Plan) -> dict:
    """What a level above wrote is not changed from below."""
    if plan.is_above:
        return {}
    return {key: value for key, value in plan.fields.items() if getattr(plan.duty, key) != value}


def _parts(cell) -> list[str]:
    """The bodies of one cell, one a line or between semicolons."""
    return [tidy(nfc(part)) for part in re.split(r"[;\n]", str(cell or "")) if part.strip()]

"""A list of units from Excel: read and checked row by row, then written all or nothing through the
services.
"""

from dataclasses import dataclass, field
from datetime import date

from thenchot.kernel.typed import id_of
from thenchot.organisation import columns as c
from thenchot.organisation import rules, services
from thenchot.organisation.access import EDIT
from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.guessing import bloc_of, kind_of
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import get_unit, units_under
from thenchot.platform.clock import today
from thenchot.platform.files.list_import import ListImport
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.cells import read_choice, read_day, read_number
from thenchot.platform.office.excel.reports import ImportLine, ImportReport
from thenchot.platform.office.excel.worksheets import Row, Worksheet
from thenchot.platform.scope.actor import require


@dataclass
class Plan:
    """One row: the unit it names (if it is known), the parent as a unit or as another plan, and its
    fields.
    """

    row: Row
    name: str
    unit: Unit | None = None
    parent: "Unit | Plan | None" = None
    fields: dict = field(default_factory=dict)


@in_vietnamese
def import_units(actor, upload, *, home_id: int, dry_run: bool) -> ImportReport:
    """`upload`: path, bytes or binary file. A dry run writes nothing; a real one writes everything
    or nothing.
    """
    home = get_unit(actor, home_id)
    require(actor, EDIT, home.path)
    return _UnitImport(actor, home).run(upload, dry_run=dry_run)


class _UnitImport(ListImport[Worksheet, Plan, ImportReport]):
    """With everything that is known about the commune loaded once."""

    columns, naming = c.READ, c.NAME
    event = "units_imported"

    def look_up(self, sheet: Worksheet) -> None:
        units = list(units_under(self.home).select_related("parent"))
        self.by_id = {unit.pk: unit for unit in units}
        self.by_name: dict[str, list[Unit]] = {}
        self.siblings: dict[tuple, list[Plan]] = {}
        for unit in units:
            for name in {unit.name, unit.short_name} - {""}:
                self.by_name.setdefault(services.folded_name(name), []).append(unit)

    def relate(self, plans: list[Plan]) -> None:
        self._place(plans)
        for plan in plans:
            if plan.unit is None:
                self._complete(plan)
        for plan in plans:
            self._check(plan)

    def plan(self, row: Row) -> Plan | None:
        name = row.text("name")
        if not name:
            self.report.blame(row, c.NAME, "Thiếu tên đơn vị.")
            return None
        plan = Plan(row, name[:200], self._known(row, name))
        with self.report.cell(row, c.KIND):
            plan.fields["kind"] = read_choice(row.get("kind"), dict(UnitKind.choices))
        with self.report.cell(row, c.BLOC):
            plan.fields["bloc"] = read_choice(row.get("bloc"), dict(Bloc.choices))
        with self.report.cell(row, c.SINCE):
            day = read_day(row.get("valid_from"))
            plan.fields["valid_from"] = day and day.on
        with self.report.cell(row, c.POSITION):
            plan.fields["position"] = read_number(row.get("position"))
        plan.fields |= {"short_name": row.text("short_name")[:80], "code": row.text("code")[:40]}
        return plan

    def _known(self, row: Row, name: str) -> Unit | None:
        """By the system's id; else by a name that only one unit bears under this parent."""
        given = row.text("id")
        if given:
            unit = self.by_id.get(id_of(given) or 0)
            if unit is None:
                self.report.blame(
                    row, c.ID, f"Không có đơn vị mang mã hệ thống {given} trong {self.home.name}."
                )
            return unit
        same = [u for u in self.by_name.get(services.folded_name(name), ()) if u.pk != self.home.pk]
        parent = services.folded_name(row.text("parent"))
        if parent:
            same = [
                u
                for u in same
                if u.parent
                and parent
                in (services.folded_name(u.parent.name), services.folded_name(u.parent.short_name))
            ]
        return same[0] if len(same) == 1 else None

    def _place(self, plans: list[Plan]) -> None:
        """Parents: another row of the file, or a unit that is there already; empty means the
        commune itself.
        """
        in_file: dict[str, list[Plan]] = {}
        for plan in plans:
            in_file.setdefault(services.folded_name(plan.name), []).append(plan)
        for plan in plans:
            key = services.folded_name(plan.row.text("parent"))
            plan.parent = (
                self._parent(plan, key, in_file)
                if key and plan.unit != self.home
                else self._present(plan)
            )
        self._refuse_circles(plans)

    def _present(self, plan: Plan) -> Unit | None:
        """Where the unit is, the commune for a new one; the place of the commune itself is not for
        this list.
        """
        return plan.unit.parent if plan.unit else self.home

    def _parent(self, plan: Plan, key: str, in_file) -> "Unit | Plan | None":
        rows = [p for p in in_file.get(key, ()) if p is not plan]
        known = self.by_name.get(key, [])
        found = rows or known
        if len(found) == 1:
            return found[0].unit or found[0] if rows else found[0]
        why = (
            "Có nhiều đơn vị cùng tên này"
            if found
            else "Không có đơn vị này trong tệp hay trong hệ thống"
        )
        self.report.blame(plan.row, c.PARENT, f"{why}: ghi đúng tên đơn vị cấp trên.")
        return None

    def _refuse_circles(self, plans: list[Plan]) -> None:
        for plan in plans:
            above, steps = plan.parent, 0
            while isinstance(above, Plan) and above is not plan and steps <= len(plans):
                above, steps = above.parent, steps + 1
            if above is plan:
                self.report.blame(plan.row, c.PARENT, "Các đơn vị trực thuộc vòng quanh nhau.")
                plan.parent = None

    def _check(self, plan: Plan) -> None:
        if plan.parent is None:
            return
        parent = plan.parent
        kind = (
            (parent.fields.get("kind") or (parent.unit and parent.unit.kind))
            if isinstance(parent, Plan)
            else parent.kind
        )
        decision = rules.may_sit_under(
            plan.fields.get("kind") or (plan.unit and plan.unit.kind) or "", kind
        )
        if not decision:
            self.report.blame(plan.row, c.KIND, decision.reasons[0].message)
        self._refuse_twin(plan)

    def _refuse_twin(self, plan: Plan) -> None:
        siblings = self.siblings.setdefault(_place_key(plan.parent), [])
        name = services.folded_name(plan.name)
        twin = next((p for p in siblings if services.folded_name(p.name) == name), None)
        if twin:
            self.report.blame(plan.row, c.NAME, f"Trùng với dòng {twin.row.number}.")
        siblings.append(plan)

    def _complete(self, plan: Plan) -> None:
        """A new unit needs kind, bloc and first day; what the sheet leaves open is guessed and
        told.
        """
        fields = plan.fields
        if not fields.get("kind"):
            fields["kind"] = kind_of(plan.name) or UnitKind.DIVISION.value
            self.report.guess(plan.row, c.KIND, f"hiểu là “{UnitKind(fields['kind']).label}”")
        if not fields.get("bloc"):
            fields["bloc"] = bloc_of(plan.name, fields["kind"])
            self.report.guess(plan.row, c.BLOC, f"hiểu là “{Bloc(fields['bloc']).label}”")
        if not fields.get("valid_from"):
            fields["valid_from"] = self.home.valid_from
            self.report.guess(
                plan.row, c.SINCE, f"lấy ngày của {self.home.name}: {self.home.valid_from:%d/%m/%Y}"
            )

    def line(self, plan: Plan) -> ImportLine:
        action = "created" if plan.unit is None else "updated" if _changes(plan) else "unchanged"
        under = f"trực thuộc {plan.parent.name}" if plan.parent else ""
        return ImportLine(plan.row.number, action, plan.name, under)

    def write_all(self, plans: list[Plan]) -> None:
        """A unit after the one it hangs under."""
        waiting = list(plans)
        while waiting and self.report.is_clean:
            ready = [p for p in waiting if not isinstance(p.parent, Plan) or p.parent.unit]
            super().write_all(ready)
            waiting = [p for p in waiting if p not in ready]

    def write(self, plan: Plan) -> None:
        if plan.unit is None:
            plan.unit = services.create_unit(
                self.actor,
                parent_id=_pk(plan.parent),
                name=plan.name,
                **{k: v for k, v in plan.fields.items() if v not in ("", None)},
            )
        else:
            _update(self.actor, plan, _changes(plan))


def _changes(plan: Plan) -> dict:
    """What differs from the unit that is there; an empty cell changes nothing."""
    unit = plan.unit
    wanted = {
        "name": plan.name,
        **{k: plan.fields.get(k) for k in ("short_name", "code", "bloc", "position")},
    }
    changed = {k: v for k, v in wanted.items() if v not in ("", None) and getattr(unit, k) != v}
    if isinstance(plan.parent, Plan) or (plan.parent and plan.parent.pk != unit.parent_id):
        changed["parent"] = plan.parent
    return changed


def _update(actor, plan: Plan, changed: dict, on: date | None = None) -> None:
    pk, on = plan.unit.pk, on or today()
    if "parent" in changed:
        services.move_unit(actor, unit_id=pk, parent_id=_pk(changed.pop("parent")), on=on)
    if "name" in changed:
        short = changed.pop("short_name", plan.unit.short_name)
        services.rename_unit(actor, unit_id=pk, name=changed.pop("name"), short_name=short, on=on)
    if changed:
        services.correct_unit(actor, unit_id=pk, **changed)


def _place_key(parent: Unit | Plan) -> tuple:
    unit = parent.unit if isinstance(parent, Plan) else parent
    return ("unit", unit.pk) if unit else ("row", id(parent))


def _pk(parent: Unit | Plan) -> int:
    return parent.unit.pk if isinstance(parent, Plan) else parent.pk

"""A list from Excel taken in, whatever it lists: read, planned row by row, told, and then written
as a whole or not at all.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Generic, TypeVar, cast

from django.db import transaction

from thenchot.kernel.decision import Refused
from thenchot.platform.audit.trail import record
from thenchot.platform.office.excel.reports import ImportLine, ImportReport
from thenchot.platform.office.excel.worksheets import BadSheet, Column, Row, Worksheet, read_sheet

Found = TypeVar("Found")
Plan = TypeVar("Plan")
Report = TypeVar("Report", bound=ImportReport)


class ListImport(Generic[Found, Plan, Report]):
    """One list, one subclass; `run` is its door.

    `columns` are read, those of `only_written` passed over in silence. `naming` is the column a
    refusal of a whole row is told at. `event` is the word of the trail; none where the services
    that write tell it themselves. What a subclass says of its own: `plan`, `line` and `write`;
    where rows hang together `relate`, `write_all`; where the list is no single table `read` (what
    it found) and `plans`.
    """

    columns: Sequence[Column] = ()
    only_written: Sequence[Column] = ()
    naming: Column
    most = 5_000  # rows
    event = ""

    def __init__(self, actor, home: Any, report: Report | None = None):
        """`home`: the unit the list is of; the caller has asked whether the actor may."""
        self.actor, self.home = actor, home
        self.report = cast("Report", ImportReport()) if report is None else report

    def run(self, upload: Any, *, dry_run: bool) -> Report:
        """`upload`: path, bytes or binary file. A dry run writes nothing; a real one looks once
        more at what is there, under lock, and writes everything or nothing.
        """
        try:
            found = self.read(upload)
        except BadSheet as bad:
            self.report.blame(0, "", bad.message_vi)
            return self.report
        if dry_run or self.report.problems:
            self.tell(self.plans(found))
            return self.report
        with transaction.atomic():
            self.lock()
            plans = self.plans(found)
            self.tell(plans)
            if self.report.is_clean:
                self._take(plans)
        return self.report

    # Read

    def read(self, upload: Any) -> Found:
        """What `plans` works on. Raises `BadSheet`; single rows that do not read are blamed."""
        sheet = read_sheet(upload, self.columns)
        silent = {column.title for column in self.only_written}
        self.report.unknown_columns = tuple(t for t in sheet.unknown if t not in silent)
        self.report.notes += sheet.left_out
        for number, title, shown in sheet.errors:
            self.report.blame(number, title, f"Ô báo lỗi {shown}: sửa công thức, hoặc xóa ô.")
        if not len(sheet):
            raise BadSheet("Không có dòng nào dưới dòng tiêu đề.")
        if len(sheet) > self.most:
            raise BadSheet(
                f"Tệp có {len(sheet)} dòng; mỗi lần nhập nhiều nhất {self.most} dòng: chia thành "
                f"nhiều tệp."
            )
        return cast("Found", sheet)

    # Plan

    def plans(self, found: Found) -> list[Plan]:
        """What the rows mean, beside what is there."""
        sheet = cast("Worksheet", found)
        self.look_up(sheet)
        plans = [plan for plan in map(self.plan, sheet) if plan is not None]
        self.relate(plans)
        return plans

    def look_up(self, sheet: Worksheet) -> None:
        """What all rows need to know, asked once."""

    def plan(self, row: Row) -> Plan | None:
        """What this row is to become; none, with a blame or without, where it is nothing."""
        raise NotImplementedError

    def relate(self, plans: list[Plan]) -> None:
        """What only shows when the rows stand beside each other."""

    # Tell

    def tell(self, plans: list[Plan]) -> None:
        self.report.lines += map(self.line, plans)

    def line(self, plan: Plan) -> ImportLine:
        raise NotImplementedError

    # Write

    def lock(self) -> None:
        """What nobody else may change meanwhile."""

    def _take(self, plans: list[Plan]) -> None:
        self.write_all(plans)
        if self.report.problems:
            transaction.set_rollback(True)
            return
        if self.event:
            self.note()
        self.report.is_done = True

    def write_all(self, plans: list[Plan]) -> None:
        for plan in plans:
            with self.blaming(cast("Any", plan).row):
                self.write(plan)

    def write(self, plan: Plan) -> None:
        raise NotImplementedError

    @contextmanager
    def blaming(self, row: Row) -> Iterator[None]:
        """What a service refuses stands at the row that asked for it."""
        try:
            yield
        except Refused as refused:
            for reason in refused.decision.reasons:
                self.report.blame(row, self.naming, reason.message)

    def note(self) -> None:
        record(
            self.actor,
            self.event,
            subject=self.home,
            unit_path=self.home.path,
            created=self.report.created,
            updated=self.report.updated,
            **self.facts(),
        )

    def facts(self) -> dict[str, Any]:
        """What else the trail tells of the list."""
        return {}

"""What is reminded: cells without a score of last month, without anybody in charge, members whom
the cell did not review in time.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, Max, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.cells.access import SEE, SEE_REVIEWS
from thenchot.cells.models import CellCharge, Meeting
from thenchot.cells.queries.meetings import without_score
from thenchot.cells.queries.members import only_cells, open_on
from thenchot.cells.queries.reviewing import members_due, policy_of
from thenchot.kernel.periods import Month, months_after
from thenchot.organisation.models import Unit
from thenchot.platform.alerts.findings import about, roles
from thenchot.platform.alerts.registry import Finding, alert
from thenchot.platform.scope.roles import Role


@alert("cell_without_score", _("Chi bộ chưa chấm điểm sinh hoạt tháng trước"), SEE)
def no_score(on: date) -> Iterator[Finding]:
    """From the day of the policy on (S1-029)."""
    month = Month.of(on).previous()
    for cell in without_score(month.start.year, month.start.month):
        if on.day < policy_of(cell.path, on).remind_days:
            continue
        yield about(
            cell,
            f"{cell.name}: chưa có điểm sinh hoạt tháng {month.start:%m/%Y}",
            path=cell.path,
            basis="S1-029",
            next_step=noop("Ghi cuộc họp, tự chấm điểm"),
            url=reverse("cell", args=[cell.pk]),
            tells=roles(cell.path, Role.HEAD),
            detail=f"{month.start:%Y-%m}",
        )


@alert("cell_without_charge", _("Chi bộ chưa có cấp ủy viên phụ trách"), SEE)
def no_charge(on: date) -> Iterator[Finding]:
    """S0-134: every cell has one member of the committee in charge."""
    given = CellCharge.objects.filter(open_on(on), unit=OuterRef("pk"))
    for cell in only_cells(Unit.objects.in_force(on).filter(~Exists(given))).order_by("path"):
        yield about(
            cell,
            f"{cell.name}: chưa có cấp ủy viên phụ trách",
            path=cell.path,
            basis="S0-134",
            next_step=noop("Phân công người phụ trách"),
            url=reverse("cell", args=[cell.pk]),
            tells=roles(cell.path, Role.OFFICER),
        )


@alert("cell_without_theme", _("Chi bộ chưa sinh hoạt chuyên đề"), SEE)
def no_theme(on: date) -> Iterator[Finding]:
    """Cells that meet, but not on a subject within the months of the policy."""
    meetings = Meeting.objects.filter(held_on__lte=on)
    themed = meetings.filter(~Q(subject="") | Q(kind="theme"))
    last = dict(themed.order_by().values_list("unit").annotate(on=Max("held_on")))
    meets = meetings.filter(unit=OuterRef("pk"))
    for cell in only_cells(Unit.objects.in_force(on).filter(Exists(meets))).order_by("path"):
        months = policy_of(cell.path, on).theme_months
        if cell.pk in last and last[cell.pk] > months_after(on, -months):
            continue
        yield about(
            cell,
            f"{cell.name}: chưa sinh hoạt chuyên đề trong {months} tháng qua",
            path=cell.path,
            basis="S4-036",
            next_step=noop("Đưa một chuyên đề vào kỳ họp tới"),
            url=reverse("cell", args=[cell.pk]),
            tells=roles(cell.path, Role.HEAD),
        )


@alert("cell_review_due", _("Đảng viên đến kỳ chi bộ kiểm điểm"), SEE_REVIEWS)
def reviews_due(on: date) -> Iterator[Finding]:
    """One line a cell, with how many (S4-037)."""
    found = defaultdict(list)
    for member, _last in members_due(on):
        found[member.unit].append(member)
    for cell, members in found.items():
        yield about(
            cell,
            f"{cell.name}: {len(members)} đảng viên đến kỳ kiểm điểm",
            path=cell.path,
            basis="S4-037",
            next_step=noop("Chi bộ kiểm điểm từng người, ghi kết quả"),
            url=reverse("cell_member_list") + f"?unit={cell.pk}",
            tells=roles(cell.path, Role.HEAD),
            step=len(members),
        )

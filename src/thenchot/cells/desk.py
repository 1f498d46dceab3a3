"""What waits for somebody: meetings to score or confirm, recommendations, cells without charge,
reports of those in charge.
"""

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.cells.access import CONFIRM, EDIT, RECORD
from thenchot.cells.enums import MeetingState
from thenchot.cells.models import CellCharge, ChargeReport, Meeting
from thenchot.cells.queries.members import only_cells, open_on, own_charges
from thenchot.organisation.models import Unit
from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import LINES, Line, Waiting, register


def to_score(actor, on):
    over = answering(actor, RECORD).over("unit__path")
    rows = Meeting.objects.filter(over, state=MeetingState.RECORDED)
    return rows.order_by("held_on", "pk")


def to_confirm(actor, on):
    over = answering(actor, CONFIRM).over("unit__path")
    rows = Meeting.objects.filter(over, state=MeetingState.SCORED)
    return rows.exclude(scored_by=actor.account_id).order_by("held_on", "pk")


def to_answer(actor, on):
    over = answering(actor, CONFIRM).over("unit__path")
    rows = Meeting.objects.filter(over, answer="").exclude(recommendation="")
    return rows.order_by("held_on", "pk")


def say_meetings(name: str):
    """`name`: how the address of the step ends; empty for the page of the meeting."""

    def lines(actor, rows, on):
        for one in rows.select_related("unit")[:LINES]:
            url = reverse(f"cell_meeting{name}", args=[one.pk])
            yield Line(str(one), url, one.recommendation if name == "_answer" else "")

    return lines


def without_charge(actor, on):
    over = answering(actor, EDIT).over("path")
    given = CellCharge.objects.filter(open_on(on), unit=OuterRef("pk"))
    return only_cells(Unit.objects.in_force(on).filter(over, ~Exists(given))).order_by("path")


def say_cells(actor, rows, on):
    for cell in rows[:LINES]:
        yield Line(cell.name, reverse("cell_charge", args=[cell.pk]))


def to_report(actor, on):
    """Cells of the one in charge without a report of this month."""
    told = ChargeReport.objects.filter(charge=OuterRef("pk"), year=on.year, month=on.month)
    return own_charges(actor, on).filter(~Exists(told)).order_by("unit__path", "pk")


def say_charges(actor, rows, on):
    for charge in rows.select_related("unit")[:LINES]:
        url = reverse("cell_report", args=[charge.unit_id])
        yield Line(charge.unit.name, url, gettext("báo cáo tháng %s") % f"{on:%m/%Y}")


register(
    Waiting(
        120,
        "cell_score",
        _("Cuộc họp chi bộ chưa tự chấm"),
        to_score,
        say_meetings(""),
        all_of="cell_meeting_list",
    ),
    Waiting(
        121,
        "cell_confirm",
        _("Cuộc họp chi bộ chờ cấp trên chấm"),
        to_confirm,
        say_meetings("_confirm"),
        all_of="cell_meeting_list",
    ),
    Waiting(
        122,
        "cell_answer",
        _("Kiến nghị của chi bộ chờ trả lời"),
        to_answer,
        say_meetings("_answer"),
        all_of="cell_meeting_list",
    ),
    Waiting(
        123,
        "cell_charge",
        _("Chi bộ chưa có người phụ trách"),
        without_charge,
        say_cells,
        all_of="cell_list",
    ),
    Waiting(
        124,
        "cell_report",
        _("Báo cáo về chi bộ tôi phụ trách"),
        to_report,
        say_charges,
        all_of="own_cell_list",
    ),
)

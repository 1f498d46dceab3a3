"""Tables on pages that are about something else."""

from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.listings import STEP, STEP_TONE
from thenchot.platform.registers import columns
from thenchot.platform.registers.columns import day_of
from thenchot.platform.registers.listing import Listing
from thenchot.worklog.actions.plans import OWN_PLAN_LINE, PLAN_LINE
from thenchot.worklog.exports import local_day
from thenchot.worklog.labels import PLAN_STATE, TONE


def offers_of(actor, line) -> list:
    actions = OWN_PLAN_LINE if line.assessment.is_own else PLAN_LINE
    return actions.offers(actor, line)


def decided(line) -> str:
    """Who answered, and when."""
    return line.decided_by and f"{line.decided_by}, {day_of(local_day(line.decided_at))}"


class PlanListing(Listing):
    """The lines of one's own plan, with the answer to each."""

    label = _("Kế hoạch cá nhân")

    task = columns.PartColumn(_("Nhiệm vụ"), "worklog/_plan_task.html")
    output = columns.Column(_("Kết quả đầu ra"))
    quantity = columns.NumberColumn(_("Số lượng"))
    due_on = columns.DayColumn(_("Hạn"))
    state = columns.StateColumn(
        _("Tình trạng"), labels=PLAN_STATE, tones=TONE, notes=("reason", decided)
    )
    step = columns.OffersColumn(offers=offers_of, about="name")


class ItemListing(Listing):
    """What each line of a list becomes."""

    label = _("Các dòng")

    row = columns.Column(_("Dòng"))
    name = columns.Column(_("Người, việc"), lambda line: line.label)
    action = columns.StateColumn(_("Sẽ"), labels=STEP, tones=STEP_TONE)
    details = columns.Column(_("Tính vào"))

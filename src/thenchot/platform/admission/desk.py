"""What waits for somebody about accounts: roles a second person confirms."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.admission.access import CONFIRM
from thenchot.platform.admission.queries import proposals_waiting
from thenchot.platform.ui.desk import Line, Waiting, register


def proposals(actor, on):
    """Of others, for others."""
    mine = {"proposed_by": actor.account_id}, {"account": actor.account_id}
    rows = proposals_waiting(actor)
    for one in mine:
        rows = rows.exclude(**one)
    return rows


def say_proposals(actor, rows, on):
    for one in rows:
        name = one.account.name if one.account else one.slip.name
        yield Line(f"{name}: {one.get_role_display()}", reverse("grant_waiting"))


register(
    Waiting(52, "grant", _("Xác nhận vai trò"), proposals, say_proposals, CONFIRM, "grant_waiting")
)

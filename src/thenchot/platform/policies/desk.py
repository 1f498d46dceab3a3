"""What waits for somebody about policies: values a second person confirms."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.policies.access import CONFIRM
from thenchot.platform.policies.models import LocalValue
from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import Line, Waiting, register


def values(actor, on):
    over = answering(actor, CONFIRM).over("path")
    rows = LocalValue.objects.waiting().filter(over)
    return rows.exclude(entered_by=actor.account_id).order_by("entered_at", "pk")


def say_values(actor, rows, on):
    for one in rows:
        yield Line(str(one), reverse("policy_list"))


register(
    Waiting(54, "policy", _("Xác nhận chính sách"), values, say_values, CONFIRM, "policy_list")
)

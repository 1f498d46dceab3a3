"""Grants that wait for their second person."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.platform.admission import queries
from thenchot.platform.admission.access import CONFIRM
from thenchot.platform.admission.models import Proposal
from thenchot.platform.alerts.findings import about
from thenchot.platform.alerts.registry import AccountAudience, Finding, alert


@alert("grant_waiting", _("Vai trò chờ người thứ hai xác nhận"), CONFIRM)
def grants_waiting(on: date) -> Iterable[Finding]:
    """Told to whoever may confirm, nearest first; where nobody may, to who proposed it, with the
    way.
    """
    waiting = list(Proposal.objects.waiting(on).select_related("account", "slip").order_by("pk"))
    nearest = queries.confirmers(waiting, on)
    for proposal in waiting:
        second = nearest[proposal.pk]
        yield about(
            proposal,
            f"{proposal} được đề nghị {_what(proposal)}, chờ xác nhận",
            path=proposal.path,
            detail="" if second else "nobody",
            since=proposal.proposed_at.date(),
            next_step=CONFIRM_IT if second else NOBODY,
            url=reverse("grant_waiting"),
            tells=(AccountAudience(second or (proposal.proposed_by_id,)),),
        )


def _what(proposal: Proposal) -> str:
    return proposal.asked_for if proposal.is_reset else f"vai trò {proposal.asked_for}"


CONFIRM_IT = noop("Xác nhận, hoặc bỏ đề nghị nếu không đồng ý")
NOBODY = noop(
    "Chưa có người quản trị khác hoặc lãnh đạo nào xác nhận được: nhờ người giữ máy chủ chạy lệnh "
    "“thenchot grants”"
)

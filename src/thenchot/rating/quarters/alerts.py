"""Proposals of replacement that wait for the competent level."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.platform.alerts.findings import about, roles
from thenchot.platform.alerts.registry import Finding, alert
from thenchot.platform.scope.roles import Role
from thenchot.rating.enums import ReviewState
from thenchot.rating.models import ReplacementReview
from thenchot.worklog.access import SEE


@alert("replacement_waiting", _("Đề xuất thay thế chờ xem xét"), SEE)
def replacements(on: date) -> Iterable[Finding]:
    """Two failed quarters or more: the competent level looks at the proposal (S0-049)."""
    rows = ReplacementReview.objects.filter(state=ReviewState.PROPOSED).select_related(
        "unit", "person"
    )
    for review in rows.order_by("pk"):
        asks = "; quý ở giữa chưa xếp loại, cần quyết định" if review.gaps else ""
        message = (
            f"{review.person.full_name}: {len(review.quarters)} quý không hoàn thành nhiệm vụ{asks}"
        )
        yield about(
            review,
            message,
            path=review.unit.path,
            since=review.opened_on,
            basis="S0-049; HD 02-HD/BTCTW",
            next_step=noop("Xem xét, ghi ý kiến"),
            url=reverse("replacement_list"),
            tells=roles(review.unit.path, Role.LEADER, Role.OFFICER),
        )

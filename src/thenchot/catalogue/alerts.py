"""Proposals to the catalogue that wait for a decision."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.catalogue.access import SEE_WAITING
from thenchot.catalogue.enums import ProposalState
from thenchot.catalogue.models import ProductProposal
from thenchot.organisation.models import Unit
from thenchot.platform import policies
from thenchot.platform.alerts.findings import about, roles
from thenchot.platform.alerts.registry import Finding, alert
from thenchot.platform.clock import ZONE
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import ScoringPolicy


@alert("suggestion_waiting", _("Đề xuất bổ sung danh mục chờ lâu"), SEE_WAITING)
def proposals_waiting(on: date) -> Iterable[Finding]:
    """Proposals to the catalogue nobody has decided for longer than the policy allows, once for a
    unit: until then the work has no factor and keeps sheets open (Đ13).
    """
    rows = (
        ProductProposal.objects.filter(state=ProposalState.OPEN)
        .select_related("unit")
        .order_by("unit__path", "proposed_at")
    )
    for unit, some in groupby(rows, key=lambda one: one.unit):
        days = [one.proposed_at.astimezone(ZONE).date() for one in some]
        over = [day for day in days if (on - day).days > _policy(unit, on).suggestion_days]
        if over:
            yield about(
                unit,
                (
                    f"{unit.name}: {len(over)} đề xuất bổ sung danh mục sản phẩm chờ quyết định, "
                    f"lâu "
                    f"nhất từ {over[0]:%d/%m/%Y}"
                ),
                path=unit.path,
                since=over[0],
                basis="NĐ 335/2025, Điều 13",
                next_step=noop("Cho hệ số rồi ký, hoặc không bổ sung, có lý do"),
                url=reverse("product_proposal_list"),
                tells=roles(unit.path, Role.LEADER),
            )


def _policy(unit: Unit, on: date) -> ScoringPolicy:
    return policies.in_force(ScoringPolicy, path=unit.path, on=on)

"""Would the list bring more people than were approved? The rule of one appointment, asked of all of
them at once.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from thenchot.organisation.models import Quota, Unit
from thenchot.organisation.rules.quotas import within_quota
from thenchot.people.headcount import headcount_table
from thenchot.people.imports.plan import Plan
from thenchot.platform import policies
from thenchot.policy.parameters import OrganisationPolicy

COLUMN = "Biên chế được giao"


def beyond_numbers(
    home: Unit, plans: Iterable[Plan], on: date, override: str
) -> list[tuple[bool, str]]:
    """Each approved number that the list would exceed: whether it may, and what is said of it.
    `override`: reason and document that allow it. Nothing is asked where no number was entered.
    """
    more = _more(plans)
    if (
        not any(n > 0 for n in more.values())
        or not Quota.objects.filter(unit=home, year=on.year).exists()
    ):
        return []
    policy = policies.in_force(OrganisationPolicy, path=home.path, on=on)
    found = []
    for row in headcount_table(home, on).rows:
        for quota, used, _free in row.quotas:
            counted = (quota.staff_kind,) if quota.staff_kind else (*policy.quota_counts, "")
            extra = sum(more[row.bloc, kind] for kind in counted)
            if extra > 0 and used + extra > quota.number:
                decision = within_quota(
                    used + extra - 1,
                    quota.number,
                    of="",
                    year=on.year,
                    blocks=policy.quota_blocks,
                    override=override,
                )
                found.append((bool(decision), _said(home, row.label, quota, used + extra)))
    return found


def _said(home: Unit, bloc: str, quota: Quota, after: int) -> str:
    over = after - quota.number
    return (
        f"Khối {bloc} của {home.name} năm {quota.year} được giao {quota.number}; nhập xong có "
        f"{after} người, vượt {over}."
    )


def _more(plans: Iterable[Plan]) -> Counter[tuple[str, str]]:
    """How many more primary seats of each bloc and kind."""
    more: Counter[tuple[str, str]] = Counter()
    for plan in plans:
        if plan.unit is not None and (plan.is_new or plan.moves):
            seat = plan.state.seat if plan.state else None
            more[
                plan.unit.bloc, plan.said.get("staff_kind") or (seat.staff_kind if seat else "")
            ] += 1
            if seat:
                more[seat.unit.bloc, seat.staff_kind] -= 1
    return more

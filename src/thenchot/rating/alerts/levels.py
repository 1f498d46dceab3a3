"""What decided levels ask to be looked at: a head above the own organisation, shares away from the
targets of the place. Nothing is changed by it; whoever decided looks again.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.platform import policies
from thenchot.platform.alerts.findings import about, roles
from thenchot.platform.alerts.registry import Finding, Severity, alert
from thenchot.platform.language import in_vietnamese
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import RatingCapPolicy, ScoringPolicy
from thenchot.rating import access as rating_access
from thenchot.rating.enums import RoundSubject
from thenchot.rating.models import OrganisationDecision, Rating, RatingDecision, Round
from thenchot.rating.rules.rounds import BEFORE_DECIDED
from thenchot.rating.rules.shares import off_target
from thenchot.worklog import access as worklog_access
from thenchot.worklog.enums import Band, Capacity
from thenchot.worklog.labels import BAND


@in_vietnamese
@alert("level_above_unit", _("Người đứng đầu có mức cao hơn tổ chức"), rating_access.DECIDE_YEAR)
def above_the_unit(on: date) -> list[Finding]:
    """Heads decided higher than the organisation they lead, this year or the year before (Đ20.6).
    It may have been decided later than they; a new decision on either ends it.
    """
    bodies = OrganisationDecision.objects.filter(body__round__year__gte=on.year - 1).order_by(
        "decided_on", "pk"
    )
    of_unit = {
        (unit, year): level
        for unit, year, level in bodies.values_list("body__unit", "body__round__year", "level")
    }
    rows = RatingDecision.objects.filter(
        rating__kind=Capacity.HEAD, rating__round__year__gte=on.year - 1
    ).exclude(level="")
    found = []
    for one in rows.select_related(
        "rating__person", "rating__unit", "rating__round__unit"
    ).order_by("pk"):
        limit = of_unit.get((one.rating.unit_id, one.rating.round.year))
        if limit and Band(one.level).rank > Band(limit).rank and _is_limited(one.rating):
            found.append(_above(one, limit))
    return found


def _is_limited(rating: Rating) -> bool:
    return policies.in_force(
        ScoringPolicy, path=rating.round.unit.path, on=date(rating.round.year, 12, 31)
    ).head_not_above_organisation


def _above(one: RatingDecision, limit: str) -> Finding:
    rating = one.rating
    message = (
        f"{rating.person.full_name}: {BAND[one.level]}, cao hơn mức của {rating.unit.name} "
        f"({BAND[limit]}), năm {rating.round.year}"
    )
    return about(
        rating,
        message,
        path=rating.round.unit.path,
        since=one.decided_on,
        basis="NĐ 335/2025, Điều 20.6",
        next_step=noop("Xem lại: mở lại xếp loại, có ghi lý do"),
        url=reverse("rating_detail", args=[rating.pk]),
        tells=roles(rating.round.unit.path, Role.LEADER, Role.OFFICER),
    )


@in_vietnamese
@alert("level_off_target", _("Phân bố mức xếp loại chưa đạt mức đặt"), worklog_access.SEE)
def off_targets(on: date) -> list[Finding]:
    """Rounds not locked in which everybody is decided, with shares below the targets of the place
    (S4-023, S4-024). No reason to raise anybody: the cap of the decree stands above the target.
    """
    waiting = Rating.objects.filter(round=OuterRef("pk"), state__in=BEFORE_DECIDED)
    rounds = (
        Round.objects.filter(~Exists(waiting), subject=RoundSubject.PERSONS, locked_at__isnull=True)
        .select_related("unit")
        .order_by("pk")
    )
    levels: dict[int, Counter] = {}
    rows = (
        RatingDecision.objects.filter(rating__round__in=rounds.values("pk"))
        .exclude(level="")
        .order_by()
    )
    for pk, level, number in rows.values_list("rating__round", "level").annotate(n=Count("pk")):
        levels.setdefault(pk, Counter())[Band(level)] = number
    return [
        finding
        for found in rounds
        if found.pk in levels
        for finding in _off(found, levels[found.pk])
    ]


def _off(found: Round, levels: Counter) -> Iterable[Finding]:
    policy = policies.in_force(RatingCapPolicy, path=found.unit.path, on=date(found.year, 12, 31))
    for gap in off_target(levels, policy):
        text = (
            f"{found.unit.name}, năm {found.year}: {_percent(gap.share)} "
            f"{BAND[gap.least]}{gap.more} ({gap.part}/{gap.whole}), mức đặt từ {gap.target}%"
        )
        yield about(
            found,
            text,
            path=found.unit.path,
            since=None,
            severity=Severity.INFO,
            detail=gap.least,
            basis=gap.clause,
            next_step=noop(
                "Xem phân bố; mức đặt không phải lý do nâng mức của ai, trần của nghị định vẫn giữ"
            ),
            url=reverse("round_detail", args=[found.pk]),
            tells=roles(found.unit.path, Role.LEADER),
        )


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):.1f}%".replace(".", ",")

"""What the year of one person asks to be looked at: the own word, the result, complaints, a head
above the own organisation.
"""

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.platform.alerts.findings import about, due, roles, the_person
from thenchot.platform.alerts.registry import Finding, Severity, alert
from thenchot.platform.clock import ZONE
from thenchot.platform.language import in_vietnamese
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import ScoringPolicy
from thenchot.rating import access
from thenchot.rating.enums import RatingStep
from thenchot.rating.models import Complaint, OrganisationDecision, Rating, RatingDecision
from thenchot.worklog.enums import Band, Capacity
from thenchot.worklog.labels import BAND


@in_vietnamese
@alert("level_above_unit", _("Người đứng đầu có mức cao hơn tổ chức"), access.DECIDE_YEAR)
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
    return rating.round.in_force(ScoringPolicy).head_not_above_organisation


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


SOON = timedelta(days=2)
SELF_SOON = timedelta(days=5)
FRESH = timedelta(days=30)
CHUNK = 2000


@alert("year_complaint_due", _("Kiến nghị về xếp loại đến hạn giải quyết"), access.DECIDE_YEAR)
def complaints_due(on: date):
    """Complaints not settled, from two days before the last day on (Đ22)."""
    rows = Complaint.objects.filter(settled_on__isnull=True, due_on__lte=on + SOON).select_related(
        "rating__person", "rating__round__unit"
    )
    for one in rows.iterator(CHUNK):
        path = one.rating.round.unit.path
        message = (
            f"Kiến nghị của {one.rating.person.full_name} về xếp loại năm "
            f"{one.rating.round.year}: giải quyết trước hết ngày {one.due_on:%d/%m/%Y}"
        )
        yield due(
            one,
            message,
            last=one.due_on,
            on=on,
            path=path,
            basis="NĐ 335/2025, Điều 22",
            next_step=noop("Giải quyết kiến nghị"),
            url=reverse("rating_detail", args=[one.rating_id]),
            tells=roles(path, Role.LEADER, Role.OFFICER),
        )


@alert("year_self_due", _("Chưa tự đánh giá, xếp loại năm"), access.KEEP_YEAR)
def self_due(on: date):
    """Whoever has not rated oneself yet, a few days before the step ends; told to the person
    alone.
    """
    rows = Rating.objects.filter(
        state=RatingStep.SELF, round__locked_at__isnull=True, person__account__isnull=False
    ).select_related("person", "round__unit")
    for rating in rows.iterator(CHUNK):
        text = rating.round.steps.get(RatingStep.SELF)
        last = text and date.fromisoformat(text)
        if last and last <= on + SELF_SOON:
            message = (
                f"{rating.person.full_name}: tự đánh giá, xếp loại năm {rating.round.year} "
                f"trước hết ngày {last:%d/%m/%Y}"
            )
            yield due(
                rating,
                message,
                last=last,
                on=on,
                path=rating.round.unit.path,
                basis="NĐ 335/2025, Điều 21",
                next_step=noop("Ghi bản tự đánh giá"),
                url=reverse("rating_self", args=[rating.pk]),
                tells=the_person(rating.person),
            )


@alert("year_result_told", _("Thông báo kết quả xếp loại năm"), access.KEEP_YEAR)
def told(on: date):
    """The notice of the result, to the person alone, for as long as it is fresh (Đ21: electronic
    first).
    """
    rows = Rating.objects.filter(
        state=RatingStep.NOTIFIED,
        notified_at__date__gte=on - FRESH,
        notified_at__date__lte=on,
        person__account__isnull=False,
    )
    for rating in rows.select_related("person", "round__unit").iterator(CHUNK):
        since = rating.notified_at.astimezone(ZONE).date()
        yield about(
            rating,
            f"{rating.person.full_name}: đã có kết quả xếp loại năm {rating.round.year}",
            path=rating.round.unit.path,
            since=since,
            severity=Severity.INFO,
            detail=since.isoformat(),
            basis="NĐ 335/2025, Điều 21, Điều 22",
            next_step=noop("Xem kết quả; không nhất trí thì kiến nghị"),
            url=reverse("rating_detail", args=[rating.pk]),
            tells=the_person(rating.person),
        )

"""What figures of places ask to be looked at: beyond the approved number, empty for long, parts
that do not add up, a composition short of its target. They propose; people decide.
"""

from datetime import date, timedelta

from django.db.models import Exists, Max, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.insight import registry
from thenchot.insight.access import SEE
from thenchot.insight.counting import Count
from thenchot.insight.enums import Measure
from thenchot.insight.models import Figure
from thenchot.insight.queries import goals_of
from thenchot.organisation.models import (
    Headcount,
    JobPosition,
    Quota,
    SchemeState,
    Seat,
    SeatState,
    Unit,
)
from thenchot.people.headcount import headcount_table
from thenchot.people.models import Appointment, Seating
from thenchot.platform import policies
from thenchot.platform.alerts.registry import Audience, Finding, Severity, alert
from thenchot.platform.language import in_vietnamese
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import CompositionPolicy
from thenchot.programmes.enums import Reach
from thenchot.programmes.rules.reaching import reach

CHUNK = 2000


@alert("quota_exceeded", _("Vượt biên chế được giao"), SEE)
def over_quota(on):
    """More people than the approved number of the year (S3-065)."""
    homes = Unit.objects.filter(pk__in=Quota.objects.filter(year=on.year).values("unit"))
    for home in homes.order_by("path").iterator(CHUNK):
        for row in headcount_table(home, on).rows:
            for quota, used, free in row.quotas:
                if free < 0:
                    message = (
                        f"Khối {row.label}: {used} người, vượt {-free} so với "
                        f"{quota.number} được giao năm {on.year}"
                    )
                    yield _of(
                        home,
                        "organisation.quota",
                        quota.pk,
                        None,
                        message,
                        noop("Trình cấp có thẩm quyền, hoặc bố trí lại"),
                        "S3-065",
                        url=reverse("headcount") + f"?unit={home.pk}",
                    )


@alert("headcount_parts", _("Phần không khớp tổng"), SEE)
def parts_apart(on):
    """A document states a total that its own parts do not give, or the files count otherwise
    (S4-002 … S4-005).
    """
    homes = Unit.objects.filter(
        pk__in=Headcount.objects.filter(on__lte=on, total__isnull=False).values("unit")
    )
    for home in homes.order_by("path").iterator(CHUNK):
        table = headcount_table(home, on)
        for number, words in (
            (table.gap, "tổng số người"),
            (table.gap_managers, "số lãnh đạo, quản lý"),
        ):
            if number:
                message = f"{table.stated.source}: {words} lệch {number:+d} so với tổng các khối"
                yield _of(
                    home,
                    "organisation.headcount",
                    table.stated.pk,
                    table.stated.on,
                    message,
                    noop("Đối chiếu, ghi lại số đúng"),
                    "S4-002",
                    detail=words,
                    url=reverse("headcount") + f"?unit={home.pk}",
                    severity=Severity.INFO,
                )


@alert("seat_vacant", _("Chỗ trong tập thể khuyết lâu"), SEE)
def vacant_seats(on):
    """Seats of running terms empty for longer than the policy allows; seats held for structure only
    once their day of review has come (S0-038, S1-037).
    """
    filled = Seating.objects.in_force(on).filter(seat=OuterRef("pk"))
    running = {
        "committee__term__starts_on__lte": on,
        "committee__term__ends_on__gte": on,
        "opened_on__lte": on,
    }
    seats = (
        Seat.objects.filter(~Exists(filled), **running)
        .exclude(state=SeatState.CLOSED)
        .select_related("committee__unit")
    )
    left = dict(
        Seating.objects.filter(valid_to__lt=on)
        .order_by()
        .values_list("seat")
        .annotate(left=Max("valid_to"))
    )
    for seat in seats.order_by("pk").iterator(CHUNK):
        home = seat.committee.unit
        since = (
            max(seat.opened_on, left[seat.pk] + timedelta(1)) if seat.pk in left else seat.opened_on
        )
        if seat.state == SeatState.HELD:
            if seat.review_on <= on:
                message = (
                    f"{seat.name}, {seat.committee.name}: để khuyết vì cơ cấu "
                    f"({seat.held_for}), đến ngày xem lại {seat.review_on:%d/%m/%Y}"
                )
                yield _of_seat(seat, home, seat.review_on, message, "S1-037")
        elif (on - since).days > _days(home, on):
            message = f"{seat.name}, {seat.committee.name}: khuyết {(on - since).days} ngày"
            yield _of_seat(seat, home, since, message, "S0-038")


@alert("position_vacant", _("Vị trí được duyệt chưa có người"), SEE)
def vacant_positions(on):
    """Approved job positions without a holder for longer than the policy allows (S3-097)."""
    held = Appointment.objects.in_force(on).filter(position=OuterRef("pk"))
    rows = JobPosition.objects.filter(
        ~Exists(held), scheme__state=SchemeState.APPROVED, approved_number__gt=0
    )
    ended = Appointment.objects.filter(position__isnull=False, valid_to__lt=on).order_by()
    left = dict(ended.values_list("position").annotate(left=Max("valid_to")))
    for position in rows.select_related("unit", "scheme").order_by("pk").iterator(CHUNK):
        since = (
            max(position.scheme.valid_from, left[position.pk] + timedelta(1))
            if position.pk in left
            else position.scheme.valid_from
        )
        if since <= on and (on - since).days > _days(position.unit, on):
            message = (
                f"{position.name} ({position.code}): vị trí được duyệt chưa có người "
                f"{(on - since).days} ngày"
            )
            yield _of(
                position.unit,
                "organisation.jobposition",
                position.pk,
                since,
                message,
                noop("Bố trí người, hoặc trình điều chỉnh đề án"),
                "S3-097",
                url=reverse("position_detail", args=[position.pk]),
            )


@in_vietnamese
@alert("composition_short", _("Cơ cấu chưa đạt mức đặt"), SEE)
def composition_short(on):
    """A figure of the last count that is short of the usual target of the place (S0-021 … S0-029,
    S1-034).
    """
    last = Figure.objects.filter(on__lte=on).aggregate(last=Max("on"))["last"]
    coded = [code for code, one in registry.indicators().items() if one.goal]
    figures = Figure.objects.filter(on=last, indicator__in=coded, whole__gt=0).select_related(
        "home"
    )
    found = []
    for figure in figures.order_by("home__path", "indicator").iterator(CHUNK):
        indicator = registry.get(figure.indicator)
        count, goal = (
            Count(indicator, figure.part, figure.whole, figure.unknown),
            goals_of(figure.home, on)[figure.indicator],
        )
        if reach(count.value, ">=", goal) == Reach.SHORT:
            found.append(_composition(figure, count, goal))
    return found


def _composition(figure, count, goal):
    indicator, share = count.indicator, count.indicator.measure == Measure.SHARE
    shown = f"{count.value:.1f}%".replace(".", ",") if share else f"{count.part} người"
    message = (
        f"{indicator.name}: {shown} ({count.part}/{count.whole}), mức đặt từ "
        f"{goal:g}{'%' if share else ' người'}"
    )
    return _of(
        figure.home,
        "organisation.unit",
        figure.home_id,
        None,
        message,
        noop("Ưu tiên khi quy hoạch, bố trí"),
        ", ".join(indicator.clauses),
        detail=indicator.code,
        url=reverse("insight_board") + f"?unit={figure.home_id}",
        severity=Severity.INFO,
    )


def _days(unit: Unit, on: date) -> int:
    return policies.in_force(CompositionPolicy, path=unit.path, on=on).vacancy_days


def _of_seat(seat, home, since, message, basis):
    return _of(
        home,
        "organisation.seat",
        seat.pk,
        since,
        message,
        noop("Chuẩn bị nhân sự, hoặc ghi lý do để khuyết"),
        basis,
        url=reverse("committee_detail", args=[seat.committee_id]),
    )


def _of(unit, kind, pk, since, message, next_step, basis, *, url, detail="", severity=Severity.ACT):
    return Finding(
        subject_type=kind,
        subject_id=str(pk),
        detail=detail,
        unit_path=unit.path,
        severity=severity,
        since=since,
        message=message[:500],
        basis=basis,
        next_step=next_step,
        url=url,
        audience=(Audience(Role.OFFICER, unit.path),),
    )

"""What the year asks to be looked at: results not sent, complaints due, steps overdue, people
without a level.
"""

from collections import Counter
from datetime import date, timedelta

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.organisation.models import Unit
from thenchot.platform import policies
from thenchot.platform.alerts.findings import about, due, roles, the_person
from thenchot.platform.alerts.registry import Finding, Severity, alert
from thenchot.platform.clock import ZONE
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import RatingRoundPolicy
from thenchot.rating import access
from thenchot.rating.enums import RatingStep, RoundSubject
from thenchot.rating.labels import RATING_STEP
from thenchot.rating.models import Complaint, Rating, RatingDecision, Round
from thenchot.rating.queries.rounds import steps_of
from thenchot.rating.services.sending import send_by
from thenchot.worklog.enums import Regulation
from thenchot.worklog.models import Assessment

CHUNK = 2000
SOON = timedelta(days=2)
SELF_SOON = timedelta(days=5)
FRESH = timedelta(days=30)
RATED = (Regulation.ND335, Regulation.ND233)  # whose results go to the national database
EARLY_MONTHS = 3  # until March the year before may still be rated (Đ19.2)


@alert(
    "year_result_unsent", _("Kết quả xếp loại chưa gửi cơ sở dữ liệu quốc gia"), access.KEEP_YEAR
)
def unsent(on: date):
    """Results in force that nobody marked as sent, from the day before the last one on
    (Đ26.1.d).
    """
    rows = RatingDecision.objects.filter(
        sending__isnull=True, decided_on__lte=on, rating__round__rules__in=RATED
    ).order_by()
    first = dict(rows.values_list("rating__round").annotate(first=Min("decided_on")))
    numbers = dict(rows.values_list("rating__round").annotate(n=Count("pk")))
    for found in Round.objects.filter(pk__in=first).select_related("unit").iterator(CHUNK):
        last = send_by(found, first[found.pk])
        if last <= on + timedelta(days=1):
            message = (
                f"{found.unit.name}: {numbers[found.pk]} kết quả xếp loại năm {found.year} "
                f"chưa gửi cơ sở dữ liệu quốc gia, hạn {last:%d/%m/%Y}"
            )
            yield _of_round(
                found,
                "",
                last,
                on,
                message,
                noop("Gửi kết quả rồi ghi ngày gửi"),
                "NĐ 335/2025, Điều 26.1",
            )


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


@alert("year_step_overdue", _("Bước của đợt xếp loại quá hạn"), access.KEEP_YEAR)
def steps_overdue(on: date):
    """Steps of running rounds whose day has passed while people still wait at them or before."""
    rounds = {
        one.pk: one
        for one in Round.objects.filter(locked_at__isnull=True, subject="persons").select_related(
            "unit"
        )
    }
    counts: dict[int, Counter] = {pk: Counter() for pk in rounds}
    for pk, state, number in (
        Rating.objects.filter(round__in=rounds)
        .order_by()
        .values_list("round", "state")
        .annotate(n=Count("pk"))
    ):
        counts[pk][state] = number
    for pk, found in rounds.items():
        for step in steps_of(found, counts[pk], on):
            if step.is_overdue:
                name = RATING_STEP[RatingStep(step.code)]
                message = (
                    f"{found.unit.name}, xếp loại năm {found.year}: quá hạn bước {name}, "
                    f"còn {step.waiting} người"
                )
                yield _of_round(
                    found,
                    step.code,
                    step.due_on,
                    on,
                    message,
                    noop("Làm nốt bước này hoặc đặt lại ngày"),
                    "NĐ 335/2025, Điều 21",
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


@alert("year_without_level", _("Người chưa có mức xếp loại năm"), access.KEEP_YEAR)
def without_level(on: date):
    """People scored by the decree in the year whom nobody has decided upon, near the last step of
    the year.
    """
    yield from _undecided(on, RATED, "", "NĐ 335/2025, Điều 19.2")


@alert(
    "party_year_without_level",
    _("Người chưa có mức xếp loại năm theo quy định của Đảng"),
    access.KEEP_YEAR,
)
def without_party_level(on: date):
    """The same of those the Party's rules rate: their round is another, also of one and the same
    person.
    """
    yield from _undecided(
        on, (Regulation.QD366,), " theo quy định của Đảng", "QĐ 366-QĐ/TW; HD 02-HD/BTCTW"
    )


def _undecided(on: date, rules: tuple[Regulation, ...], by: str, basis: str):
    """Once for a commune, from the days of the policy before the last step on; by the days of its
    own round, where it has set some.
    """
    year = on.year - 1 if on.month <= EARLY_MONTHS else on.year
    decided = RatingDecision.objects.filter(
        rating__round__year=year, rating__round__rules__in=rules
    ).values("rating__person")
    assessments = (
        Assessment.objects.counting()
        .filter(year=year, rules__in=rules)
        .exclude(person__in=decided)
        .order_by()
    )
    numbers = dict(assessments.values_list("home").annotate(n=Count("person", distinct=True)))
    rounds = {
        one.unit_id: one
        for one in Round.objects.filter(
            unit__in=numbers, year=year, subject=RoundSubject.PERSONS, rules__in=rules
        )
    }
    for home in Unit.objects.filter(pk__in=numbers).order_by("path").iterator(CHUNK):
        policy, found = (
            policies.in_force(RatingRoundPolicy, path=home.path, on=on),
            rounds.get(home.pk),
        )
        last = _last_day(found) or max(policy.days(year).values())
        if on >= last - timedelta(days=policy.warn_days):
            message = (
                f"{home.name}: còn {numbers[home.pk]} người được chấm điểm chưa có mức xếp "
                f"loại năm {year}{by}, hạn {last:%d/%m/%Y}"
            )
            url = reverse("round_detail", args=[found.pk]) if found else reverse("year_list")
            yield due(
                home,
                message,
                last=last,
                on=on,
                since=last - timedelta(days=policy.warn_days),
                path=home.path,
                detail=str(year),
                basis=basis,
                next_step=noop("Mở đợt xếp loại, làm các bước"),
                url=url,
                tells=roles(home.path, Role.OFFICER, Role.LEADER),
            )


def _last_day(found: Round | None) -> date | None:
    return max(map(date.fromisoformat, found.steps.values()), default=None) if found else None


def _of_round(
    found: Round, detail: str, last: date, on: date, message: str, next_step: str, basis: str
) -> Finding:
    return due(
        found,
        message,
        last=last,
        on=on,
        path=found.unit.path,
        detail=detail,
        basis=basis,
        next_step=next_step,
        url=reverse("round_detail", args=[found.pk]),
        tells=roles(found.unit.path, Role.OFFICER),
    )

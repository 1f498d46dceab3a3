"""What this room asks to be looked at: files, terms of office, heads, requests. What concerns many
of one unit is told once for the unit, with the number; a suggestion about a person never blocks
anything.
"""

from datetime import date, timedelta

from django.db.models import Count, Exists, Max, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.organisation.models import HOMES, TitleRank, Unit, UnitKind
from thenchot.people import access, completeness
from thenchot.people.models import Appointment, Breach, Confirmation, DataRequest, Pledge
from thenchot.people.queries import is_from, place_of
from thenchot.people.retirement import months_between, retirement_day
from thenchot.platform import policies
from thenchot.platform.alerts.findings import about, due, roles, the_person
from thenchot.platform.alerts.registry import Severity, alert
from thenchot.platform.clock import now
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import PeoplePolicy

CHUNK = 2000
LED = (UnitKind.AGENCY, UnitKind.DIVISION, UnitKind.MASS, UnitKind.SERVICE)
EARLIEST_AGE = 50  # nobody younger can be near retirement: narrows what is read


@alert("file_incomplete", _("Hồ sơ thiếu mục bắt buộc"), access.SEE_PRIVATE)
def incomplete(on):
    """Files that lack a mandatory item, counted for each unit. One query for each list of items
    that some place has.
    """
    homes = _Homes()
    for items in sorted({_policy(home.path, on).mandatory_items for home in homes.values()}):
        for unit, number in _by_unit(_primary(on).filter(completeness.is_incomplete(items))):
            home = homes.of(unit)
            if home and _policy(home.path, on).mandatory_items == items:
                yield _of_unit(
                    unit,
                    None,
                    f"{number} hồ sơ thiếu mục bắt buộc",
                    noop("Bổ sung các mục còn thiếu"),
                    "file_state",
                )


@alert("file_unconfirmed", _("Hồ sơ chưa xác nhận trong năm"), access.SEE_PRIVATE)
def unconfirmed(on):
    """Files nobody confirmed this year, from the month of the policy on."""
    for unit, number in _lacking_this_year(Confirmation, on):
        message = f"{number} hồ sơ chưa xác nhận trong năm {on.year}"
        yield _of_unit(
            unit,
            _first_of(unit, on),
            message,
            noop("Nhắc từng người xác nhận hồ sơ của mình"),
            "file_state",
            str(on.year),
        )


@alert("pledge_missing", _("Chưa ký cam kết trong năm"), access.SEE_PRIVATE)
def unpledged(on):
    """People without a pledge this year (S4-034)."""
    for unit, number in _lacking_this_year(Pledge, on):
        message = f"{number} người chưa ký cam kết năm {on.year}"
        next_step = noop("Nhắc ký cam kết rèn luyện, nêu gương")
        yield _of_unit(
            unit, _first_of(unit, on), message, next_step, "pledge_list", str(on.year), "S4-034"
        )


def _lacking_this_year(model, on):
    done = Exists(model.objects.filter(person=OuterRef("person"), year=on.year))
    policy = _Policies(on)
    found = _by_unit(_primary(on).filter(~done))
    return [
        (unit, number) for unit, number in found if on.month >= policy[unit.path].confirm_from_month
    ]


def _primary(on):
    """Each person once."""
    return Appointment.objects.in_force(on).filter(is_primary=True)


@alert("retirement_near", _("Sắp nghỉ hưu"), access.SEE_CONDUCT)
def retiring(on):
    """Who reaches the age of retirement within the months of the policy, or has passed it and still
    sits.
    """
    seats = Appointment.objects.in_force(on).filter(
        is_primary=True, person__born_on__lte=_years_before(on, EARLIEST_AGE)
    )
    policy = _Policies(on)
    for seat in seats.select_related("person", "unit").order_by("pk").iterator(CHUNK):
        known = policy[seat.unit.path]
        last = retirement_day(seat.person.born_on, seat.person.sex, known.retirement_age)
        if last and months_between(on, last) < known.retirement_warn_months:
            yield _retirement(seat, last, on)


def _retirement(seat, last, on):
    gone = last < on
    words_ = f"quá tuổi nghỉ hưu từ {last:%d/%m/%Y}" if gone else f"nghỉ hưu ngày {last:%d/%m/%Y}"
    return _of_seat(
        seat,
        last,
        Severity.ACT if gone else Severity.INFO,
        words_,
        noop("Chuẩn bị quyết định nghỉ hưu và người kế cận"),
        "Nghị định 135/2020/NĐ-CP, Điều 4",
    )


@alert("reappointment_due", _("Đến hạn bổ nhiệm lại"), access.SEE_CONDUCT)
def reappointing(on):
    """Appointments whose term ends soon, or ended without a decision."""
    policy = _Policies(on)
    seats = Appointment.objects.in_force(on).filter(
        reappoint_on__isnull=False, reappoint_on__lte=on + timedelta(days=366)
    )
    for seat in seats.select_related("person", "unit").iterator(CHUNK):
        if (seat.reappoint_on - on).days <= policy[seat.unit.path].reappoint_warn_days:
            late = seat.reappoint_on < on
            message = (
                f"{seat.title}: {'quá hạn' if late else 'đến hạn'} bổ nhiệm lại "
                f"{seat.reappoint_on:%d/%m/%Y}"
            )
            yield _of_seat(
                seat,
                seat.reappoint_on,
                Severity.LATE if late else Severity.ACT,
                message,
                noop("Làm quy trình bổ nhiệm lại"),
            )


@alert("unit_headless", _("Đơn vị chưa có người đứng đầu"), access.SEE_PRIVATE)
def headless(on):
    """Units with people and nobody who leads them (S0-014)."""
    heads = Appointment.objects.in_force(on).filter(unit=OuterRef("pk"), is_head=True)
    staffed = Appointment.objects.in_force(on).filter(unit=OuterRef("pk"))
    units = Unit.objects.in_force(on).filter(Exists(staffed), ~Exists(heads), kind__in=LED)
    left = Max("valid_to")
    ended = (
        Appointment.objects.filter(is_head=True, valid_to__lt=on)
        .order_by()
        .values("unit")
        .annotate(left=left)
    )
    since = dict(ended.values_list("unit", "left"))
    for unit in units.iterator(CHUNK):
        first = since.get(unit.pk)
        first = first + timedelta(days=1) if first else unit.valid_from
        yield _of_unit(
            unit,
            first,
            "chưa có người đứng đầu",
            noop("Bổ nhiệm hoặc giao phụ trách"),
            "unit_detail",
            basis="S0-014",
        )


@alert(
    "personnel_head_long",
    _("Người đứng đầu Ban Xây dựng Đảng giữ chức đã lâu (gợi ý)"),
    access.SEE_CONDUCT,
)
def long_in_personnel(on):
    """The head of the Party Building Board for five years or more: a suggestion (S0-102,
    S0-151).
    """
    policy = _Policies(on)
    for seat in _heads_of(on, does_personnel_work=True):
        years = policy[seat.unit.path].personnel_head_years
        if seat.valid_from <= _years_before(on, years):
            since = _years_before(seat.valid_from, -years)
            message = f"giữ chức {seat.title} từ {seat.valid_from:%d/%m/%Y}, đã {years} năm trở lên"
            yield _of_seat(
                seat,
                since,
                Severity.INFO,
                message,
                noop("Trình Ban Thường vụ xem xét chuyển đổi vị trí"),
                "S0-102, S0-151",
            )


@alert(
    "inspection_chair_local",
    _("Chủ nhiệm Ủy ban Kiểm tra là người địa phương (gợi ý)"),
    access.SEE_CONDUCT,
)
def local_inspector(on):
    """The chair of the inspection committee comes from the place: a suggestion (S0-140, S3-076)."""
    homes = _Homes()
    for seat in _heads_of(on, does_inspection_work=True):
        home = homes.of(seat.unit)
        if home and is_from(seat.person, home):
            message = f"{seat.title} là người địa phương ({home.name})"
            yield _of_seat(
                seat,
                seat.valid_from,
                Severity.INFO,
                message,
                noop("Trình cấp trên xem xét bố trí"),
                "S0-140, S3-076",
            )


def _heads_of(on, **flag):
    seats = Appointment.objects.in_force(on).filter(
        **{f"title_ref__{name}": value for name, value in flag.items()}
    )
    led = Q(is_head=True) | Q(title_ref__rank=TitleRank.HEAD)
    return (
        seats.filter(led)
        .select_related("person__particulars", "unit")
        .order_by("pk")
        .iterator(CHUNK)
    )


@alert("data_request_due", _("Yêu cầu về dữ liệu cá nhân đến hạn"), access.KEEP_DATA_RIGHTS)
def requests_due(on):
    """Requests of persons about the own data, from the day before their last day on."""
    rows = DataRequest.objects.filter(
        answered_at__isnull=True, due_on__lte=on + timedelta(days=1)
    ).select_related("person__registered_in")
    for asked in rows.iterator(CHUNK):
        path = place_of(asked.person)
        message = (
            f"Yêu cầu về dữ liệu cá nhân của {asked.person.full_name}: trả lời trước hết "
            f"ngày {asked.due_on:%d/%m/%Y}"
        )
        yield due(
            asked,
            message,
            last=asked.due_on,
            on=on,
            path=path,
            basis="Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP",
            next_step=noop("Trả lời người yêu cầu"),
            url=reverse("data_request_answer", args=[asked.pk]),
            tells=roles(path, Role.OFFICER),
        )


@alert("breach_unreported", _("Sự cố dữ liệu chưa báo"), access.KEEP_DATA_RIGHTS)
def breaches_unreported(on):
    """A leak that the authority has not been told of."""
    for breach in Breach.objects.filter(
        notified_at__isnull=True, closed_on__isnull=True
    ).select_related("unit"):
        message = (
            f"Sự cố dữ liệu cá nhân: báo cơ quan chuyên trách trước "
            f"{breach.notify_by:%H:%M %d/%m/%Y}"
        )
        yield about(
            breach,
            message,
            path=breach.unit.path,
            severity=Severity.LATE,
            since=breach.found_at.date(),
            step=int(breach.notify_by < now()),
            basis="Luật 91/2025/QH15, Điều 23",
            next_step=noop("Báo cơ quan chuyên trách, ghi vào sổ"),
            url=reverse("breach_edit", args=[breach.pk]),
            tells=roles(breach.unit.path, Role.OFFICER, Role.LEADER),
        )


# What the rules share


class _Policies(dict):
    """Path of a unit -> the policy that holds there, looked up once."""

    def __init__(self, on: date):
        super().__init__()
        self.on = on

    def __missing__(self, path: str) -> PeoplePolicy:
        self[path] = _policy(path, self.on)
        return self[path]


def _policy(path, on) -> PeoplePolicy:
    return policies.in_force(PeoplePolicy, path=path, on=on)


class _Homes(dict):
    """Id -> commune or province; `of` a unit the nearest. One query."""

    def __init__(self):
        super().__init__(
            (home.pk, home) for home in Unit.objects.filter(kind__in=HOMES).iterator(CHUNK)
        )

    def of(self, unit: Unit) -> Unit | None:
        return next((self[pk] for pk in reversed(unit.ancestor_ids) if pk in self), None)


def _by_unit(seats):
    """(unit, number of people), in the order of the tree."""
    numbers = dict(seats.order_by().values_list("unit").annotate(n=Count("pk")))
    units = Unit.objects.filter(pk__in=Appointment.objects.values("unit")).order_by("path")
    return [(unit, numbers[unit.pk]) for unit in units.iterator(CHUNK) if unit.pk in numbers]


def _first_of(unit: Unit, on: date) -> date:
    """The first day of the month from which the year's confirmations are asked for."""
    return on.replace(month=_policy(unit.path, on).confirm_from_month, day=1)


def _years_before(on: date, years: int) -> date:
    try:
        return on.replace(year=on.year - years)
    except ValueError:  # 29 February
        return on.replace(year=on.year - years, day=28)


def _of_unit(unit, since, message, next_step, route, detail="", basis=""):
    url = (
        reverse(route, args=[unit.pk])
        if route == "unit_detail"
        else reverse(route) + f"?unit={unit.pk}"
    )
    return about(
        unit,
        f"{unit.name}: {message}",
        path=unit.path,
        since=since,
        detail=detail,
        basis=basis,
        next_step=next_step,
        url=url,
        tells=roles(unit.path, Role.OFFICER, Role.HEAD),
    )


def _of_seat(seat, since, severity, message, next_step, basis=""):
    own = the_person(seat.person) if severity != Severity.INFO else ()
    return about(
        seat,
        f"{seat.person.full_name}: {message}",
        path=seat.unit.path,
        since=since,
        severity=severity,
        basis=basis,
        next_step=next_step,
        url=reverse("person_detail", args=[seat.person_id]),
        tells=(*roles(seat.unit.path, Role.OFFICER), *own),
    )

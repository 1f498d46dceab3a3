"""Working out a forecast and keeping it; a named person says whether it is used."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Max

from thenchot.insight import registry
from thenchot.insight.access import COUNT, REVIEW
from thenchot.insight.counting import Count
from thenchot.insight.enums import EventKind, Measure, ReviewState
from thenchot.insight.forecast import rules
from thenchot.insight.forecast.composition import Ahead, Changes, Key, changes_of
from thenchot.insight.forecast.known import Happening, Known
from thenchot.insight.forecast.queries import get_forecast
from thenchot.insight.forecast.simulation import (
    Arrival,
    Assumed,
    Bands,
    Departure,
    Post,
    Town,
    simulate,
)
from thenchot.insight.models import (
    Forecast,
    ForecastEvent,
    ForecastGoal,
    ForecastMonth,
    ForecastValue,
)
from thenchot.insight.queries import goals_of
from thenchot.kernel.decision import refuse
from thenchot.kernel.periods import months_after
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.enums import HOMES
from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment
from thenchot.people.retirement import retirement_day
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.jobs.services import start
from thenchot.platform.policies import resolved
from thenchot.platform.scope.actor import SYSTEM, require
from thenchot.policy.parameters import ForecastPolicy, specs
from thenchot.programmes.models import Target

BATCH = 1000
PARTS: tuple[Any, ...] = (ForecastMonth, ForecastEvent, ForecastValue, ForecastGoal)
EVERY_DAYS = 30  # of the yearly forecast by itself: about once a month
BASIS = "S0-094"


def ask(actor, *, unit_id: int):
    """The job that works out a forecast of the place."""
    home = _home(unit_id)
    require(actor, COUNT, home.path)
    label = f"Dự báo: {home.name}"[:200]
    return start(
        actor, "thenchot.insight.jobs.forecast", label=label, unit_path=home.path, unit_id=home.pk
    )


def _home(unit_id: int) -> Unit:
    home = Unit.objects.filter(pk=unit_id, kind__in=HOMES).first()
    if home is None:
        refuse("forecast.place", "Chỉ dự báo cho xã, phường, đặc khu hoặc tỉnh; chọn địa phương.")
    return home


def work_out(actor, *, unit_id: int, on: date | None = None) -> Forecast:
    """Everybody of the place, the years ahead, written in one transaction. Run by a job."""
    home = _home(unit_id)
    require(actor, COUNT, home.path)
    begun = time.perf_counter()
    known = Known(home, on or today())
    changes = changes_of(known)
    days = rules.days_asked(known.on, known.until)
    alone, planned = Ahead(known, changes, days).count()
    rate = _Rate.of(known)
    bands = _bands(known, rate)
    goals = list(_goals(known, days, alone, planned))
    forecast = _new(actor, known, changes, rate, time.perf_counter() - begun)
    parts = [
        *_months(known, bands),
        *_events(known),
        *_values(alone, planned),
        *goals,
    ]
    return _keep(actor, forecast, parts)


@transaction.atomic
def _keep(actor, forecast: Forecast, parts: list) -> Forecast:
    forecast.save()
    for one in parts:
        one.forecast_id = forecast.pk
    for model in PARTS:
        rows: list[Any] = [one for one in parts if isinstance(one, model)]
        model.objects.bulk_create(rows, batch_size=BATCH)
    record(
        actor,
        "forecast_made",
        subject=forecast,
        unit_path=forecast.home.path,
        count=forecast.people,
    )
    return forecast


def work_out_all(on: date | None = None) -> int:
    """Of every commune and province whose last forecast is a month old, or that has none."""
    on = on or today()
    last = dict(Forecast.objects.order_by().values_list("home").annotate(last=Max("on")))
    homes = Unit.objects.filter(kind__in=HOMES).order_by("path")
    due = [one for one in homes if one.pk not in last or (on - last[one.pk]).days >= EVERY_DAYS]
    return sum(work_out(SYSTEM, unit_id=one.pk, on=on) is not None for one in due if _serves(one))


def _serves(home: Unit) -> bool:
    return Appointment.objects.filter(unit__path__startswith=home.path).exists()


@transaction.atomic
def review(actor, *, forecast_id: int, state: str, reason: str = "") -> Forecast:
    """A named person confirms or dismisses it; it never decides anything by itself (S0-094)."""
    forecast = get_forecast(actor, forecast_id)
    require(actor, REVIEW, forecast.home.path)
    forecast = Forecast.objects.select_for_update().select_related("home").get(pk=forecast.pk)
    reason = tidy(nfc(reason))
    if forecast.state != ReviewState.OPEN:
        refuse("forecast.state", "Bản dự báo này đã có ý kiến; tính bản mới để xem xét lại.", BASIS)
    if state == ReviewState.DISMISSED and not reason:
        refuse("forecast.reason", "Ghi lý do không dùng bản dự báo này.", BASIS)
    forecast.state, forecast.reason = state, reason
    forecast.reviewed_by_id, forecast.reviewed_at = actor.account_id, now()
    forecast.save(update_fields=["state", "reason", "reviewed_by", "reviewed_at"])
    if state == ReviewState.CONFIRMED:
        record(actor, "forecast_confirmed", subject=forecast, unit_path=forecast.home.path)
    else:
        record(actor, "forecast_dismissed", subject=forecast, unit_path=forecast.home.path)
    return forecast


# What goes into it


class _Rate:
    """The share of people who leave in a year, from the own files and the assumption."""

    def __init__(self, leavers: int, person_years: float, rate: float | None):
        self.leavers, self.person_years, self.rate = leavers, person_years, rate

    @classmethod
    def of(cls, known: Known) -> "_Rate":
        policy = known.policy
        since = months_after(known.on, -policy.history_months)
        leavers, days = _history(known, since)
        years = days / 365.25
        few = len(known.counted) < policy.least_people
        prior = policy.leave_permille / 1000
        rate = None if few else rules.leave_rate(leavers, years, prior, policy.leave_years)
        return cls(leavers, years, rate)


def _history(known: Known, since: date) -> tuple[int, int]:
    """(people who left before their age, days served) between `since` and the day."""
    rows = Appointment.objects.filter(
        is_primary=True, unit__path__startswith=known.home.path, valid_from__lt=known.on
    ).exclude(valid_to__lt=since)
    last: dict[int, tuple[date | None, date | None, str]] = {}
    days = 0
    for person, begun, ended, born, sex in rows.order_by("valid_from").values_list(
        "person_id", "valid_from", "valid_to", "person__born_on", "person__sex"
    ):
        to = min(ended or known.on, known.on)
        days += max(0, (to - max(begun, since)).days)
        last[person] = ended, born, sex
    left = [one for one in last.values() if one[0] is not None and one[0] < known.on]
    return sum(not _retired(known, *one) for one in left), days


def _retired(known: Known, ended: date | None, born: date | None, sex: str) -> bool:
    day = retirement_day(born, sex, known.ages)
    return day is not None and ended is not None and ended >= day


def _bands(known: Known, rate: _Rate) -> Bands | None:
    if rate.rate is None:
        return None
    policy = known.policy
    assumed = Assumed(
        rules.monthly(rate.rate),
        policy.successor_percent / 100,
        policy.procedure_months,
        policy.runs,
        policy.seed,
        policy.interval_percent,
    )
    return simulate(_town(known), assumed)


def _town(known: Known) -> Town:
    serving = [one for one in known.counted if one.arrives_on is None]
    index = {one.pk: at for at, one in enumerate(serving)}
    chance = known.policy.procedure_percent / 100
    return Town(
        months=len(known.ends) - 1,
        leaves=[known.without(one.last_day) for one in serving],
        arrivals=list(_arrivals(known)),
        departures=[
            Departure(index[case.person_id], known.from_day(day), chance)
            for case, day in known.leavings
            if case.person_id in index
        ],
        posts=list(_posts(known, index)),
    )


def _arrivals(known: Known) -> Iterator[Arrival]:
    for one in known.counted:
        if one.arrives_on:
            yield Arrival(known.from_day(one.arrives_on))
    for day, _unit, _post, _basis, percent in known.arrivals:
        yield Arrival(known.from_day(day), percent / 100)


def _posts(known: Known, index: dict[int, int]) -> Iterator[Post]:
    """Empty ones and held ones, the highest first."""
    for vacancy in known.empty_now:
        yield Post(None, _successors(known, index, vacancy.title_id, vacancy.unit_id, None))
    for seat in known.leading:
        if seat.person_id in index:
            ends = None if seat.is_primary else known.without(seat.valid_to)
            successors = _successors(known, index, seat.title_ref_id, seat.unit_id, seat.person_id)
            yield Post(index[seat.person_id], successors, ends)


def _successors(known: Known, index, title, unit, holder) -> tuple[tuple[int, int], ...]:
    post = known.planned_posts.get((title or 0, unit))
    listed = known.successors.get(post.pk, []) if post else []
    return tuple(
        (index[one.person], known.from_day(one.ready_on))
        for one in listed
        if one.is_next and one.ready_on and one.person != holder and one.person in index
    )


# What comes out


def _new(actor, known: Known, changes: Changes, rate: _Rate, seconds: float) -> Forecast:
    values = resolved(known.home.path, known.on).only(ForecastPolicy)
    return Forecast(
        home=known.home,
        on=known.on,
        until=known.until,
        people=sum(one.arrives_on is None for one in known.counted),
        assumptions={spec.key: values[spec.key].value for spec in specs(ForecastPolicy).values()},
        assumptions_hash=values.hash,
        data_hash=_digest(known, changes, rate),
        leavers=rate.leavers,
        person_years=round(rate.person_years, 1),
        leave_permille=None if rate.rate is None else round(rate.rate * 1000, 2),
        remarks=list(_remarks(known)),
        seconds=round(seconds, 2),
        made_by_id=actor.account_id,
        made_at=now(),
    )


def _digest(known: Known, changes: Changes, rate: _Rate) -> str:
    facts = (
        known.on,
        [(one.pk, one.kind, one.arrives_on, one.last_day) for one in known.people.values()],
        [tuple(asdict(one).values()) for one in known.happenings],
        known.arrivals,
        sorted(known.successors.items()),
        changes.hashed(),
        (rate.leavers, round(rate.person_years, 1)),
    )
    return sha256(repr(facts).encode()).hexdigest()


def _remarks(known: Known) -> Iterator[str]:
    people = known.people.values()
    policy = known.policy
    if len(known.counted) < policy.least_people:
        yield (
            f"Không đủ dữ liệu để nêu khoảng dự báo: {len(known.counted)} người, cần từ "
            f"{policy.least_people}. Chỉ nêu điều chắc chắn theo luật và quyết định."
        )
    late = sum(one.last_day is not None and one.last_day < known.on for one in people)
    if late:
        yield f"{late} người đã qua ngày nghỉ hưu mà còn giữ vị trí: tính như nghỉ ngay."
    unknown = sum(one.retires_on is None for one in people)
    if unknown:
        yield f"{unknown} người chưa ghi ngày sinh hoặc giới tính: không biết khi nào nghỉ hưu."
    apart = len(known.people) - len(known.counted)
    if apart:
        yield f"{apart} người thuộc loại không tính biên chế: ngoài đường quân số."
    for one in known.happenings:
        if one.kind == EventKind.TERM:
            ends = f"{one.on:%d/%m/%Y}"
            yield f"{one.post}; {one.basis} hết ngày {ends}: cơ cấu sau đó do bầu cử."
    if known.quota_on(known.until) is None:
        yield "Chưa nhập biên chế được giao: không so được quân số với biên chế."
    elif not any(quota.year == known.until.year for quota in known.quotas):
        last = max(quota.year for quota in known.quotas)
        yield f"Biên chế các năm sau {last} chưa được giao: lấy số của năm {last}."


def _months(known: Known, bands: Bands | None) -> Iterator[ForecastMonth]:
    ends, counted = known.ends, known.counted
    gone = [known.without(one.last_day) for one in counted]
    come = [known.from_day(one.arrives_on) if one.arrives_on else 0 for one in counted]
    leaders = [
        known.without(known.people[seat.person_id].last_day)
        if seat.is_primary
        else known.without(_first_day(seat.valid_to, known.people.get(seat.person_id)))
        for seat in known.leading
        if seat.person_id in known.people
    ]
    arriving = [known.from_day(day) for day, *_rest in known.arrivals]
    leaving = [known.from_day(day) for _case, day in known.leavings]
    for at, end in enumerate(ends):
        there = sum(first <= at < last for first, last in zip(come, gone, strict=True))
        month = ForecastMonth(
            on=end,
            quota=known.quota_on(end),
            certain=there,
            planned=max(0, there + _upto(arriving, at) - _upto(leaving, at)),
            retiring=_within(counted, gone, at, retires=True),
            leaving=_within(counted, gone, at, retires=False),
            arriving=sum(
                first == at for first, one in zip(come, counted, strict=True) if one.arrives_on
            ),
            empty_certain=len(known.empty_now) + _upto(leaders, at),
        )
        if bands:
            month.low, month.middle, month.high = _at(bands.people, at)
            month.empty_low, month.empty_middle, month.empty_high = _at(bands.empty, at)
        yield month


def _first_day(one: date | None, person) -> date | None:
    days = [day for day in (one, person.last_day if person else None) if day is not None]
    return min(days, default=None)


def _upto(months: Iterable[int], at: int) -> int:
    return sum(month <= at for month in months)


def _within(counted, gone: list[int], at: int, *, retires: bool) -> int:
    return sum(
        month == at and (one.last_day == one.retires_on) == retires
        for one, month in zip(counted, gone, strict=True)
    )


def _at(band, at: int) -> tuple[int, int, int]:
    return band.low[at], band.middle[at], band.high[at]


def _events(known: Known) -> Iterator[ForecastEvent]:
    for one in known.happenings:
        post, planned, ready = _planned(known, one)
        yield ForecastEvent(
            kind=one.kind,
            on=one.on,
            is_certain=one.is_certain,
            empties=one.empties,
            is_leader=one.is_leader,
            person_id=one.person,
            unit_id=one.unit,
            post=one.post[:300],
            basis=one.basis,
            planned_post=post,
            planned=len(planned),
            ready=len(ready),
        )


def _planned(known: Known, one: Happening):
    if not (one.empties or one.kind == EventKind.REAPPOINT):
        return None, [], []
    return known.planned_for(one.title, one.unit, one.person, one.on)


def _values(alone: dict[Key, Count], planned: dict[Key, Count]):
    for (code, on), count in alone.items():
        with_changes = planned[code, on]
        yield ForecastValue(
            indicator=code,
            on=on,
            part=count.part,
            whole=count.whole,
            unknown=count.unknown,
            planned_part=with_changes.part,
            planned_whole=with_changes.whole,
            planned_unknown=with_changes.unknown,
        )


def _goals(known: Known, days: list[date], alone, planned) -> Iterator[ForecastGoal]:
    """Targets of programmes; of an indicator that none names, the usual level of the place."""
    targets = Target.objects.filter(
        programme__home__path__startswith=known.home.path, value__isnull=False
    ).exclude(indicator="")
    named = {target.indicator for target in targets}
    for code, goal in goals_of(known.home, known.on).items():
        if _looks_ahead(code) and code not in named:
            yield _goal(code, None, ">=", goal, days[-1], days, alone, planned)
    for target in targets.order_by("pk"):
        due = target.due_on or days[-1]
        if _looks_ahead(target.indicator) and due >= known.on:
            comparator = target.comparator if target.comparator in COMPARED else ">="
            goal = float(target.value or 0)
            yield _goal(target.indicator, target, comparator, goal, due, days, alone, planned)


COMPARED = (">=", ">", "<=", "<")


def _looks_ahead(code: str) -> bool:
    found = registry.get(code)
    return found is not None and found.looks_ahead


def _goal(code, target, comparator, goal, due, days, alone, planned) -> ForecastGoal:
    """Measured on the last day asked about that is not after the day due, and has a figure."""
    upto = [day for day in days if day <= due] or days[:1]
    told = [day for day in upto if alone[code, day].value is not None] or upto[:1]
    day = told[-1]
    first, last, with_changes = alone[code, days[0]], alone[code, day], planned[code, day]
    return ForecastGoal(
        indicator=code,
        target=target,
        comparator=comparator,
        goal=goal,
        reached_on=day,
        now=first.value,
        alone=last.value,
        planned=with_changes.value,
        lacking=_lacking(last, comparator, goal),
        lacking_planned=_lacking(with_changes, comparator, goal),
        places=max(0, first.whole - last.whole),
    )


def _lacking(count: Count, comparator: str, goal: float) -> int:
    """People on the places that are there; 0 where the goal is met."""
    is_share, is_strict = count.indicator.measure == Measure.SHARE, comparator in (">", "<")
    if comparator in ("<=", "<"):
        return rules.too_many(count.part, count.whole, goal, is_share=is_share, is_strict=is_strict)
    found = rules.lacking(count.part, count.whole, goal, is_share=is_share, is_strict=is_strict)
    return found.swapped

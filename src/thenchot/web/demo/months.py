"""Three months of work of the full ward: given by template, done, counted, scored and closed by the
same services as everybody uses; the present month is still running.
"""

import random
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from thenchot.kernel.periods import Month, Quarter
from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import Actor, Held
from thenchot.platform.scope.roles import Role
from thenchot.scoring.counting import count_standing
from thenchot.scoring.evaluation import policy_of
from thenchot.scoring.services import causes, closing, marking, self_reporting
from thenchot.web.demo.accounts import open_account
from thenchot.web.demo.calendar import day_of
from thenchot.web.demo.products import issue_catalogue
from thenchot.worklog.models import Assessment, Work
from thenchot.worklog.queries.assigning import plan
from thenchot.worklog.services import templating
from thenchot.worklog.services.entering import converted, enter
from thenchot.worklog.services.opening import open_assessments

DECREE = date(2026, 1, 1)  # before it nobody was scored by products
BACK = 2  # closed months before the present one
# template: title (empty: everybody of the unit), beginning of the unit's name, product × quantity
# (day)
TEMPLATES = (
    (
        "Công việc chung của chuyên viên",
        "Chuyên viên",
        "",
        (("DC.01", 6, None), ("DC.03", 1, 24), ("DC.09", 1, 20), ("DC.06", 2, None)),
    ),
    (
        "Văn phòng HĐND và UBND",
        "",
        "Văn phòng HĐND",
        (("VP.01", 6, None), ("VP.02", 4, None), ("VP.04", 4, 20)),
    ),
    (
        "Phòng Văn hóa – Xã hội",
        "",
        "Phòng Văn hóa",
        (("CM.02", 8, None), ("CM.05", 1, 22), ("CM.08", 4, None)),
    ),
    (
        "Phòng Kinh tế, hạ tầng",
        "",
        "Phòng Kinh tế",
        (("CM.03", 3, None), ("CM.04", 4, None), ("CM.07", 1, 18), ("CM.10", 1, 25)),
    ),
    (
        "Trung tâm Phục vụ hành chính công",
        "",
        "Trung tâm Phục vụ",
        (("CM.01", 9, None), ("CM.08", 5, None)),
    ),
)
SUDDEN = (
    "Hỗ trợ đoàn công tác của thành phố",
    "Xử lý sự cố đường truyền tại bộ phận một cửa",
    "Vận động hộ dân bàn giao mặt bằng",
)


def work_months(officer, leader, home, rng: random.Random, on: date) -> None:
    open_own_accounts(home)
    months = [Month.of(on)]
    while len(months) <= BACK or months[0].start >= Quarter.of(on).start:
        months.insert(0, months[0].previous())
    months = [month for month in months if month.start >= DECREE]
    if not months:
        return
    with day_of(months[0].start):
        catalogue = issue_catalogue(officer, leader, home, months[0].start)
    templates = list(_templates(leader, home))
    for month in months:
        runs = month == months[-1]
        with day_of(min(month.start + timedelta(days=1), on)):
            open_assessments(leader, unit_id=home.pk, on=today())
            for template in templates:
                templating.assign(
                    leader,
                    template_id=template.pk,
                    month=month,
                    seal=plan(leader, template, month).seal,
                )
        with day_of(on if runs else month.end + timedelta(days=2)):
            _month(leader, home, catalogue, month, rng, until=on if runs else month.end)
            if not runs:
                _close(leader, home, month, rng)
    count_standing()


def _templates(leader, home) -> Iterable:
    for name, title, body, lines in TEMPLATES:
        unit = (
            Unit.objects.under([home.path]).filter(name__startswith=body).first() if body else home
        )
        if unit is not None:
            made = templating.begin_template(leader, unit_id=unit.pk, name=name, title=title)
            for code, quantity, day in lines:
                templating.put_line(
                    leader, template_id=made.pk, code=code, quantity=Decimal(quantity), due_day=day
                )
            yield made


def _month(leader, home, catalogue, month: Month, rng: random.Random, *, until: date) -> None:
    """Everybody's own entries; leaders get what leaders do."""
    assessments = Assessment.objects.counting().filter(
        home=home, rules="nd335", period="month", year=month.year, number=month.index
    )
    products = {one.code: one for one in catalogue.products.all()}
    for assessment in assessments.select_related("person", "unit").order_by("pk"):
        actor = self_of(assessment)
        if (
            assessment.kind != "staff"
            or not Work.objects.filter(assessment=assessment, dropped_at=None).exists()
        ):
            _lead(assessment, products, rng)
        _report(actor, assessment, rng, until)
        if rng.random() < 0.12:
            said = {
                "name": rng.choice(SUDDEN),
                "done_on": _day(assessment, rng, until),
                "product_id": products[rng.choice(("DC.07", "DC.08", "CM.09"))].pk,
            }
            self_reporting.add_work(
                actor, assessment_id=assessment.pk, evidence="Thông báo của lãnh đạo", **said
            )
        self_reporting.rate_oneself(
            actor, assessment_id=assessment.pk, points=points_for(assessment, rng)
        )
    gap = {
        "unit_id": home.pk,
        "kind": "system",
        "text": "Hệ thống một cửa của thành phố gián đoạn",
        "starts_on": month.start + timedelta(days=17),
    }
    cause = causes.propose_cause(leader, ends_on=month.start + timedelta(days=19), **gap)
    if until == month.end:
        causes.decide_cause(leader, cause_id=cause.pk, is_confirmed=True)


def open_own_accounts(home) -> None:
    """Everybody who is scored signs in; only those of the log-in page have a password."""
    seats = Appointment.objects.filter(
        unit__path__startswith=home.path, is_primary=True, valid_to=None, person__account=None
    ).select_related("person", "unit")
    for number, seat in enumerate(seats.order_by("pk"), 1):
        open_account(f"cb{number:03d}", seat.person, Role.STAFF, seat.unit.path, None)


def self_of(assessment: Assessment) -> Actor:
    return Actor(
        assessment.person.account_id,
        assessment.person.full_name,
        (Held(Role.STAFF, assessment.unit.path),),
    )


def _lead(assessment: Assessment, products, rng: random.Random) -> None:
    lines = (
        ("QL.01", 1, 5),
        ("QL.02", rng.randint(8, 20), None),
        ("QL.03", 4, None),
        ("QL.06", 1, 25),
    )
    for code, quantity, day in (
        lines
        if assessment.kind != "staff"
        else (("DC.01", 5, None), ("DC.02", 2, 20), ("DC.09", 1, 22))
    ):
        one = products[code]
        work = Work(
            assessment=assessment,
            source="plan",
            source_id=code,
            name=one.name,
            output=one.output,
            assigned=quantity,
            due_on=assessment.starts_on.replace(day=day) if day else assessment.ends_on,
            **converted(assessment, one),
        )
        enter([work])


def _report(actor, assessment: Assessment, rng: random.Random, until: date) -> None:
    diligence = rng.choice((0.3, 0.6, 0.8, 0.9, 1, 1))
    share = Decimal((until - assessment.starts_on).days + 1) / (
        (assessment.ends_on - assessment.starts_on).days + 1
    )
    for work in Work.objects.filter(
        assessment=assessment, dropped_at=None, source__in=("template", "plan")
    ).order_by("pk"):
        due = until >= assessment.ends_on or (work.due_on and work.due_on <= until)
        quantity = (
            work.assigned
            if due and rng.random() < diligence
            else (work.assigned * min(share, Decimal("0.7"))).to_integral_value()
        )
        if quantity:
            day = (
                work.due_on if work.due_on and work.due_on < until and rng.random() < 0.9 else until
            )
            self_reporting.report_done(
                actor,
                work_id=work.pk,
                done=quantity,
                done_on=min(day, until),
                evidence=f"Số {rng.randint(10, 400)}/BC-UBND",
                exceeds=Decimal(1) if rng.random() < 0.2 else Decimal(0),
            )


def _day(assessment: Assessment, rng: random.Random, until: date) -> date:
    return assessment.starts_on + timedelta(
        days=rng.randint(0, max(0, (until - assessment.starts_on).days))
    )


def points_for(assessment: Assessment, rng: random.Random) -> dict[str, Decimal]:
    """Of each criterion mostly all, sometimes half a point less."""
    return {
        code: max(most - rng.choice((0, 0, Decimal("0.5"), 1, Decimal("1.5"))), Decimal(0))
        for code, most in policy_of(assessment).general_criteria
    }


def _close(leader, home, month: Month, rng: random.Random) -> None:
    """The scoring authority finds a fault here and there, confirms, closes; one who failed had most
    of the work undone.
    """
    done = Work.objects.filter(
        assessment__home=home,
        assessment__rules="nd335",
        assessment__starts_on=month.start,
        done__gt=0,
        dropped_at=None,
    )
    for work in done.exclude(assessment__person__account=leader.account_id).order_by("pk"):
        if rng.random() < 0.05:
            marking.note_fault(
                leader,
                work_id=work.pk,
                kind="content",
                times=rng.choice((1, 1, 2)),
                note="Số liệu phải sửa lại",
            )
    marking.accept_self_points(leader, unit_id=home.pk, period=month)
    assessments = Assessment.objects.counting().filter(
        home=home, rules="nd335", period="month", year=month.year, number=month.index
    )
    for assessment in assessments.exclude(kind="staff").exclude(person__account=leader.account_id):
        leading = {"organising": rng.choice(("met", "met", "met", "short")), "unity": "united"}
        points = {code: Decimal(value) for code, value in assessment.general.items()}
        marking.confirm_points(leader, assessment_id=assessment.pk, points=points, leading=leading)
    closing.close_unit(leader, unit_id=home.pk, period=month)

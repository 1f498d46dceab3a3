"""Discipline: breaches explained and settled, cases at several steps, the screening list."""

from datetime import date, timedelta
from typing import Any

from thenchot.discipline.models import Screening
from thenchot.discipline.services import breaches, cases, screening
from thenchot.organisation.models import Unit
from thenchot.oversight.models import Finding
from thenchot.oversight.services import findings
from thenchot.people.models import Appointment, Person
from thenchot.web.demo.calendar import day_of

TEXTS = (
    ("administrative", "Đến muộn giờ tiếp nhận hồ sơ", "Đưa con đi viện, đã báo qua điện thoại"),
    ("labour", "Vắng mặt buổi chiều không báo cáo", ""),
    ("ethics", "Trả lời người dân chưa đúng mực", "Đã xin lỗi người dân, rút kinh nghiệm"),
    ("order", "Không đeo thẻ khi tiếp dân", "Quên, đã khắc phục"),
)


def keep_order(officer, inspector, leader, home: Unit, on: date) -> None:
    signing = [one.account_id for one in (officer, inspector, leader)]
    people = _people(officer, signing, home, on - timedelta(days=120))
    if len(people) < len(TEXTS) + 2:
        return
    for number, (kind, text, said) in enumerate(TEXTS):
        happened = on - timedelta(days=95 - 30 * number)
        _breach(officer, people[number], kind, text, said, happened)
    _decided(inspector, leader, home, people[-1], on)
    _under_way(officer, inspector, home, people[-2], on)
    _screen(officer, leader, home, signing)


def _people(officer, signing: list[int], home: Unit, begun: date) -> list[Person]:
    """Staff without a post of leadership, here since `begun`, none of whom signs the story."""
    seats = Appointment.objects.filter(
        valid_from__lte=begun,
        valid_to__isnull=True,
        is_primary=True,
        is_head=False,
        unit__path__startswith=home.path,
    )
    rows = Person.objects.visible_to(officer, "discipline.edit").filter(
        pk__in=seats.values("person")
    )
    return list(rows.exclude(account__in=signing).order_by("-pk")[:8])


def _breach(officer, person, kind, text, said, day: date) -> None:
    with day_of(day):
        found = breaches.note_breach(
            officer, person_id=person.pk, kind=kind, happened_on=day, text=text
        )
        if said:
            breaches.explain(officer, breach_id=found.pk, explanation=said)
    if kind != "order":
        with day_of(day + timedelta(days=2)):
            handling = "reminded" if said else "criticised"
            breaches.handle(officer, breach_id=found.pk, handling=handling, note="Rút kinh nghiệm")


def _seat(person: Person) -> Unit:
    seat = Appointment.objects.get(person=person, valid_to__isnull=True, is_primary=True)
    return seat.unit


def _decided(inspector, leader, home: Unit, person: Person, on: date) -> None:
    """By the Party, with the vote of the cell."""
    begun = on - timedelta(days=110)
    with day_of(begun):
        case = cases.open_case(
            inspector,
            unit_id=home.pk,
            unit=_seat(person),
            person=person,
            side="party",
            kind="irresponsible",
            act="Để quá hạn nhiều hồ sơ của người dân, không xin lỗi, không báo cáo",
            act_on=begun - timedelta(days=40),
            found_on=begun - timedelta(days=5),
            source="petition",
            source_note="Phản ánh tại buổi tiếp công dân",
        )
    vote: dict[str, Any] = {
        "official": 14,
        "present": 13,
        "votes": {"reprimand": 9, "warning": 2},
    }
    for number, step in enumerate(case.steps.order_by("number"), 1):
        day = begun + timedelta(days=10 * number)
        more = vote if step.kind == "vote" else {}
        with day_of(day):
            cases.finish_step(inspector, step_id=step.pk, done_on=day, **more)
    day = begun + timedelta(days=45)
    with day_of(day):
        cases.decide(
            leader,
            case_id=case.pk,
            form=cases.proposed_form(case),
            decision="17-QĐ/UBKT",
            decided_by_body="Ủy ban Kiểm tra Đảng ủy",
            decided_on=day,
            effective_on=day,
        )


def _under_way(officer, inspector, home: Unit, person: Person, on: date) -> None:
    """From a finding that the inspection handed over; paused for a while."""
    rows = Finding.objects.filter(inspection__unit=home, state="open", inspection__form="duty")
    finding = rows.order_by("-pk").first()
    begun = on - timedelta(days=8)
    if finding:
        with day_of(begun):
            findings.hand_over(inspector, finding_id=finding.pk, note="Lặp lại nhiều lần")
    with day_of(begun):
        case = cases.open_case(
            officer,
            unit_id=home.pk,
            unit=_seat(person),
            person=person,
            side="civil",
            kind="administrative",
            act="Nhiều lần vắng mặt tại nơi tiếp nhận hồ sơ trong giờ làm việc",
            act_on=begun - timedelta(days=20),
            found_on=begun,
            source="breach",
        )
        first = case.steps.get(number=1)
        cases.finish_step(officer, step_id=first.pk, done_on=begun, document="05/BB")


def _screen(officer, leader, home: Unit, signing: list[int]) -> None:
    screening.screen(officer, unit_id=home.pk)
    found = Screening.objects.filter(unit__path__startswith=home.path).select_related("person")
    rows = [row for row in found if row.person.account_id not in signing][:3]
    for row, way in zip(rows, ("train", "reassign", "keep"), strict=False):
        screening.propose(
            officer, screening_id=row.pk, proposal=way, note="Theo kết quả rà soát của quý"
        )
    for row in rows[:1]:
        screening.decide(leader, screening_id=row.pk, way="train", note="Thống nhất đề xuất")
        screening.note_outcome(officer, screening_id=row.pk, outcome="Đã phân công người kèm cặp")

"""Commendation: initiatives at each step, two movements, praise for solved work, awards."""

from datetime import date, timedelta

from thenchot.commendation import services
from thenchot.commendation.queries import list_praise
from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment, Person
from thenchot.web.demo.calendar import day_of

IDEAS = (
    ("Hẹn giờ nộp hồ sơ qua điện thoại", "Chờ trung bình 40 phút", "Chờ trung bình 12 phút"),
    ("Bản đồ tuyến phố không rác", "", ""),
    ("Đọc và gán số văn bản đến bằng mẫu có sẵn", "", ""),
)


def commend(officer, leader, home: Unit, on: date) -> None:
    people = _people(officer, leader, home, on)
    if len(people) < len(IDEAS):
        return
    _initiatives(officer, leader, people, on)
    _movements(officer, home, on)
    _awards(officer, leader, people, on)


def _people(officer, leader, home: Unit, on: date) -> list[Person]:
    seats = Appointment.objects.filter(
        valid_to__isnull=True,
        is_primary=True,
        valid_from__lte=on - timedelta(days=120),
        unit__path__startswith=home.path,
    )
    rows = Person.objects.visible_to(officer, "commendation.edit")
    rows = rows.filter(pk__in=seats.values("person"))
    signing = [officer.account_id, leader.account_id]
    return list(rows.exclude(account__in=signing).order_by("pk")[4:10])


def _initiatives(officer, leader, people: list[Person], on: date) -> None:
    for number, (name, before, after) in enumerate(IDEAS):
        begun = on - timedelta(days=100 - 30 * number)
        with day_of(begun):
            found = services.propose_initiative(
                officer,
                person_id=people[number].pk,
                name=name,
                scope="Thí điểm ba tháng tại đơn vị, không tăng chi phí",
            )
        if number == len(IDEAS) - 1:
            continue
        with day_of(begun + timedelta(days=5)):
            services.answer_initiative(
                leader,
                initiative_id=found.pk,
                is_allowed=True,
                answer=f"{40 + number}/TB-UBND",
                allowed_until=begun + timedelta(days=150),
            )
        if before:
            with day_of(begun + timedelta(days=80)):
                services.conclude_initiative(
                    officer,
                    initiative_id=found.pk,
                    verdict="effective",
                    conclusion="Người dân phản hồi tốt, nhân rộng ra các quầy khác",
                    before=before,
                    after=after,
                    is_new=18,
                    is_applied=24,
                    is_effective=23,
                    can_spread=20,
                )


def _movements(officer, home: Unit, on: date) -> None:
    begun = on - timedelta(days=90)
    units = list(Unit.objects.under([home.path]).in_force(on).filter(parent=home)[:4])
    with day_of(begun):
        movement = services.launch(
            officer,
            unit_id=home.pk,
            name="Cán bộ liêm chính, gần dân, trọng dân, vì dân",
            content="Không hồ sơ trễ hẹn vì chủ quan; không phản ánh về thái độ phục vụ",
            basis="21-KH/ĐU",
            begins_on=begun,
            ends_on=on + timedelta(days=120),
        )
        for unit in units:
            entry = services.register(
                officer, movement_id=movement.pk, unit=unit, content="Đăng ký cả tập thể"
            )
    services.note_result(officer, entry_id=entry.pk, result="achieved", note="Số liệu quý")
    with day_of(begun):
        services.launch(
            officer,
            unit_id=home.pk,
            name="Tổ dân phố hạnh phúc, an toàn, sạch đẹp",
            content="Tuyến phố văn minh; hòa giải thành; không rác thải ngoài giờ",
            basis="33/KH-UBND",
            begins_on=begun,
            ends_on=on + timedelta(days=270),
            of_groups=True,
        )


def _awards(officer, leader, people: list[Person], on: date) -> None:
    begun = on - timedelta(days=20)
    forms = ("advanced", "fighter_base", "certificate")
    for number, (person, form) in enumerate(zip(people, forms, strict=False)):
        seat = Appointment.objects.get(person=person, is_primary=True, valid_to__isnull=True)
        with day_of(begun):
            award = services.propose_award(
                officer,
                unit=seat.unit,
                person=person,
                form=form,
                source="year",
                reason="Hoàn thành xuất sắc nhiệm vụ, không có hồ sơ trễ hẹn",
            )
            if number < 2:
                services.vote(officer, award_id=award.pk, members=9, agreed=8, voted_on=begun)
        if not number:
            with day_of(begun + timedelta(days=6)):
                services.decide(
                    leader,
                    award_id=award.pk,
                    decision="145/QĐ-UBND",
                    decided_on=begun + timedelta(days=6),
                )
    for task in list_praise(officer, "commendation.propose", on)[:1]:
        services.propose_praise(
            officer, hard_task_id=task.pk, form="certificate", reason=f"Đã giải quyết: {task.name}"
        )

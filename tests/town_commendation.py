"""Commendation in the town: initiatives, a movement, praise to propose, awards at each step."""

from datetime import timedelta

from thenchot.commendation import services
from thenchot.commendation.models import Award, Initiative
from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role
from thenchot.worklog.models import HardTask


def of_commendation(world, home, units, people) -> dict:
    officer, leader = world.actor(Role.OFFICER, home), world.actor(Role.LEADER, home)
    front, person = units["mặt trận"], people["mặt trận"]
    proposed = idea(officer, person, f"Tuyến phố không rác {home.name}")
    allowed = allow(leader, idea(officer, person, f"Hẹn giờ nộp hồ sơ {home.name}"))
    movement = launch(officer, home)
    entry = services.register(
        officer, movement_id=movement.pk, unit=front, content="Đăng ký hai tuyến phố"
    )
    award = propose(officer, front)
    voted = vote(officer, propose(officer, front))
    return {
        "initiative": proposed,
        "initiative_allowed": allowed,
        "movement": movement,
        "movement_entry": entry,
        "praise": solved(front, person),
        "award": award,
        "award_voted": voted,
    }


def idea(actor, person, name="Hẹn giờ nộp hồ sơ") -> Initiative:
    return services.propose_initiative(
        actor, person_id=person.pk, name=name, scope="Thí điểm tại bộ phận một cửa"
    )


def allow(actor, found) -> Initiative:
    return services.answer_initiative(
        actor, initiative_id=found.pk, is_allowed=True, answer="12/TB-UBND"
    )


def launch(actor, home):
    return services.launch(
        actor,
        unit_id=home.pk,
        name=f"Cán bộ liêm chính, gần dân {home.name}",
        content="Không trễ hẹn hồ sơ, không để dân phản ánh",
        basis="15/KH-UBND",
        begins_on=today(),
        ends_on=today() + timedelta(days=200),
    )


def propose(actor, unit, **more) -> Award:
    said = {"form": "advanced", "source": "year", "reason": "Hoàn thành xuất sắc"}
    return services.propose_award(actor, unit=unit, **{**said, **more})


def vote(actor, award, members=9, agreed=9) -> Award:
    return services.vote(actor, award_id=award.pk, members=members, agreed=agreed, voted_on=today())


def solved(unit, person, name="Hồ sơ đất tồn từ 2019") -> HardTask:
    return HardTask.objects.create(
        unit=unit,
        name=name,
        difficulty="Thiếu bản đồ",
        responsible=person,
        due_on=today(),
        state="solved",
        outcome="Đo lại, họp dân",
        solved_by=person,
        opened_on=today() - timedelta(days=300),
        ended_on=today(),
    )

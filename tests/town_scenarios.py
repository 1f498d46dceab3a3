"""Proposals in the town: an impact report drafted, one approved, a proposal with its options, one
that still waits.
"""

from datetime import date

from thenchot.organisation.models import JobPosition, PositionScheme, Title, Unit
from thenchot.people.models import Appointment
from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role
from thenchot.scenarios import services
from thenchot.scenarios.models import ImpactReport, Scenario, ScenarioLine

SAID = {
    "purpose": "Xem trước việc bố trí",
    "data": "Hồ sơ, tiêu chuẩn, vị trí việc làm",
    "risks": "Hiểu nhầm gợi ý là kết luận",
    "control": "Người đứng đầu quyết định từng trường hợp",
}


def of_scenarios(world, home, people) -> dict:
    officer, leader = world.actor(Role.OFFICER, home), world.actor(Role.LEADER, home)
    positions_of(people["ủy ban kiểm tra"], people["mặt trận"])
    allowed = {name: allow(officer, leader, home, name) for name in ("placement", "courses")}
    ready = worked_out(officer, home)
    waiting = services.ask(officer, unit_id=home.pk, method="placement", name="Đang tính")
    moves = ScenarioLine.objects.filter(option__scenario=ready, person__isnull=False)
    line = moves.last()
    title = Title.objects.filter(unit=None, is_key=True).first()
    JobPosition.objects.filter(pk=line.position_id, title=None).update(title=title)
    return {
        "impact_draft": draft(officer, home, "succession"),
        "impact_report": allowed["courses"],
        "scenario": ready,
        "scenario_waiting": waiting,
        "scenario_option": ready.options.order_by("-number").first(),
        "scenario_line": line,
    }


def draft(officer, home, method: str) -> ImpactReport:
    return services.draft_report(officer, unit_id=home.pk, method=method, **SAID)


def allow(officer, leader, home, method: str) -> ImpactReport:
    made = draft(officer, home, method)
    return services.approve_report(
        leader, report_id=made.pk, document="11-QĐ/ĐU", approved_on=today()
    )


def worked_out(officer, home, method="placement", **more) -> Scenario:
    made = services.ask(officer, unit_id=home.pk, method=method, name="Phương án 1", **more)
    return services.work_out(officer, scenario_id=made.pk)


def positions_of(*people) -> list[JobPosition]:
    """In the unit of the first person: a position each, and a key one that nobody
    holds.
    """
    held = Appointment.objects.filter(is_primary=True, valid_to__isnull=True)
    seats = [held.get(person=one) for one in people]
    unit = Unit.objects.get(pk=seats[0].unit_id)
    scheme = PositionScheme.objects.filter(unit=unit, state="approved").first()
    scheme = scheme or PositionScheme.objects.create(
        unit=unit,
        name="Đề án",
        version=9,
        state="approved",
        decision="12-QĐ",
        valid_from=date(2026, 1, 1),
    )
    title = Title.objects.get(unit=None, code="division_deputy")
    key = Title.objects.filter(unit=None, is_key=True).first()
    made = [
        JobPosition.objects.create(
            scheme=scheme,
            unit=unit,
            code=f"PA{number}",
            name=f"Vị trí {number}",
            group="professional",
            title=title if number < len(seats) else key,
        )
        for number in range(len(seats) + 1)
    ]
    for seat, position in zip(seats, made, strict=False):
        Appointment.objects.filter(pk=seat.pk).update(position=position)
    return made

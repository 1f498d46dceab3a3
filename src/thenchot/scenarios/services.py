"""A method is used once its impact report is approved; a proposal is worked out in a job and kept
as advice.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.optimiser import courses as course_sets
from thenchot.optimiser import lists as planning_lists
from thenchot.optimiser import seats
from thenchot.optimiser.solving import Cancelled, Status
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import lock_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import require
from thenchot.scenarios.access import APPROVE, MAKE
from thenchot.scenarios.boards import PlacementBoard
from thenchot.scenarios.courses import CourseBoard
from thenchot.scenarios.enums import ImpactState, Method, ScenarioState
from thenchot.scenarios.lists import SuccessionBoard
from thenchot.scenarios.models import ImpactReport, Scenario, ScenarioLine, ScenarioOption
from thenchot.scenarios.queries import approved_report, get_report, get_scenario
from thenchot.scenarios.rules import impact as rules

BASIS = "Nghị định 142/2026/NĐ-CP, Điều 20"
MANY_NEEDS = 3_000
Found = Iterator[tuple[ScenarioOption, list[ScenarioLine]]]


@transaction.atomic
def draft_report(
    actor, *, unit_id: int, method: str, purpose: str, data: str, risks: str, control: str
) -> ImpactReport:
    home = lock_unit(actor, unit_id)
    require(actor, MAKE, home.path)
    if ImpactReport.objects.filter(unit=home, method=method, state=ImpactState.DRAFT).exists():
        refuse("impact.there", "Đã có báo cáo chờ phê duyệt cho phương pháp này.", BASIS)
    made = ImpactReport.objects.create(
        unit=home,
        method=method,
        purpose=nfc(purpose).strip(),
        data=nfc(data).strip(),
        risks=nfc(risks).strip(),
        control=nfc(control).strip(),
        drafted_by_id=actor.account_id,
        drafted_at=now(),
    )
    record(actor, "impact_report_drafted", subject=made, unit_path=home.path)
    return made


@transaction.atomic
def approve_report(actor, *, report_id: int, document: str, approved_on: date) -> ImpactReport:
    """By another person than who drafted it; the one before ends."""
    report = get_report(actor, report_id)
    lock_unit(actor, report.unit_id)
    require(actor, APPROVE, report.unit.path)
    rules.may_approve(report.state, report.drafted_by_id, actor.account_id).or_refuse()
    if approved_on > today():
        refuse("impact.day", "Ngày phê duyệt không sau hôm nay.")
    before = ImpactReport.objects.filter(
        unit=report.unit, method=report.method, state=ImpactState.APPROVED
    )
    before.update(state=ImpactState.ENDED)
    report.state, report.document = ImpactState.APPROVED, tidy(nfc(document))
    report.approved_on, report.approved_by_id = approved_on, actor.account_id
    report.save()
    record(actor, "impact_report_approved", subject=report, unit_path=report.unit.path)
    return report


@transaction.atomic
def end_report(actor, *, report_id: int) -> ImpactReport:
    """The method is not used any more until another report is approved."""
    report = get_report(actor, report_id)
    require(actor, APPROVE, report.unit.path)
    if report.state != ImpactState.APPROVED:
        refuse("impact.state", "Chỉ dừng được báo cáo đang có hiệu lực.")
    report.state = ImpactState.ENDED
    report.save(update_fields=["state"])
    record(actor, "impact_report_ended", subject=report, unit_path=report.unit.path)
    return report


# Proposals


@transaction.atomic
def ask(actor, *, unit_id: int, method: str, name: str, plan=None, **settings) -> Scenario:
    """The question. Refused without an approved impact report."""
    home = lock_unit(actor, unit_id)
    require(actor, MAKE, home.path)
    report = approved_report(home, method)
    if report is None:
        refuse(
            "scenario.report",
            "Chưa phê duyệt báo cáo đánh giá tác động của phương pháp này; lập và trình phê duyệt "
            "ở trang “Đánh giá tác động”.",
            BASIS,
        )
    _ask_pool(actor, home, settings.get("communes") or ())
    made = Scenario.objects.create(
        unit=home,
        method=method,
        name=tidy(nfc(name)),
        report=report,
        succession_plan=plan if method == Method.SUCCESSION else None,
        training_plan=plan if method == Method.COURSES else None,
        settings={key: value for key, value in settings.items() if value is not None},
        reckoned_on=today(),
        made_by_id=actor.account_id,
        made_at=now(),
    )
    record(actor, "scenario_asked", subject=made, unit_path=home.path, called=made.name)
    return made


def _ask_pool(actor, home, communes) -> None:
    """Communes as one pool: each within the place that asks and the scope of whoever asks."""
    for one in Unit.objects.filter(pk__in=communes):
        if not one.path.startswith(home.path):
            refuse("scenario.pool", f"{one.name} không thuộc {home.name}; chọn tỉnh, thành phố.")
        require(actor, MAKE, one.path)


@transaction.atomic
def cancel(actor, *, scenario_id: int) -> Scenario:
    """Whoever asked does not want the answer any more; the solver stops at its next look."""
    scenario = get_scenario(actor, scenario_id)
    require(actor, MAKE, scenario.unit.path)
    if scenario.state != ScenarioState.WAITING:
        refuse("scenario.state", "Phương án này đã tính xong.")
    scenario.state = ScenarioState.CANCELLED
    scenario.save(update_fields=["state"])
    record(actor, "scenario_cancelled", subject=scenario, unit_path=scenario.unit.path)
    return scenario


def work_out(actor, *, scenario_id: int) -> Scenario:
    """The answers, written in one transaction. Run by a job: minutes, and much memory."""
    scenario = get_scenario(actor, scenario_id)
    if scenario.state != ScenarioState.WAITING:
        return scenario
    begun = time.perf_counter()
    try:
        hashed, remarks, found = ANSWERS[Method(scenario.method)](scenario)
    except Cancelled:
        return get_scenario(actor, scenario_id)
    return _keep(actor, scenario, hashed, remarks, found, time.perf_counter() - begun)


@transaction.atomic
def _keep(actor, scenario: Scenario, hashed: str, remarks, found, seconds: float) -> Scenario:
    current = Scenario.objects.select_for_update().get(pk=scenario.pk)
    if current.state != ScenarioState.WAITING:
        return current
    for option, lines in found:
        option.scenario = current
        option.save()
        for line in lines:
            line.option = option
        ScenarioLine.objects.bulk_create(lines)
    proven = any(option.status != Status.NONE for option, _ in found)
    current.state = ScenarioState.READY if proven else ScenarioState.NONE
    current.data_hash, current.remarks, current.seconds = hashed, remarks, round(seconds, 2)
    current.save()
    record(
        actor,
        "scenario_worked_out",
        subject=current,
        unit_path=scenario.unit.path,
        called=current.name,
        count=len(found),
    )
    return current


def _asker(scenario: Scenario) -> Callable[[], bool]:
    """Looks at most once a second whether the answer is still wanted."""
    looked = {"at": 0.0, "stop": False}

    def is_cancelled() -> bool:
        at = time.monotonic()
        if at - looked["at"] > 1:
            looked["at"] = at
            state = Scenario.objects.values_list("state", flat=True).get(pk=scenario.pk)
            looked["stop"] = state == ScenarioState.CANCELLED
        return bool(looked["stop"])

    return is_cancelled


def _placements(scenario: Scenario):
    asked = scenario.settings
    board = PlacementBoard(
        scenario.unit,
        scenario.reckoned_on,
        asked.get("communes", ()),
        bool(asked.get("with_own", False)),
    )
    limits = seats.Limits(is_cancelled=_asker(scenario))
    most = int(asked.get("most_moves", board.policy.most_moves))
    found = [
        (
            ScenarioOption(
                number=number,
                status=option.status,
                changes=len(option.moves),
                open=sum(option.empty.values()),
                missing=option.missing,
                points=option.fit,
                gap=option.gap,
                shares=board.leaders_after(option),
            ),
            list(board.lines(option)),
        )
        for number, option in enumerate(seats.frontier(board.board, most, limits))
    ]
    remarks = [*_stuck(board), *_impossible(board, found, limits)]
    return board.hash(), remarks, found


def _impossible(board: PlacementBoard, found, limits: seats.Limits) -> Iterator[str]:
    """Nothing holds every hard rule: the rule without which something would."""
    if any(option.status != Status.NONE for option, _ in found):
        return
    without = replace(board.board, apart=())
    if board.board.apart and seats.best(without, limits=limits).status != Status.NONE:
        yield (
            "Không có phương án: quy tắc người thân không cùng một đơn vị không giữ được; xem lại "
            "khai báo người thân hoặc giá trị chính sách của địa phương."
        )
    else:
        yield (
            "Không có phương án: có người phải giữ một vị trí mà mọi vị trí họ đạt điều kiện đã đủ "
            "số lượng được duyệt; xem lại số lượng trong đề án vị trí việc làm."
        )


def _stuck(board: PlacementBoard) -> Iterator[str]:
    for person in board.board.stuck:
        yield f"{board.names[person]}: phải rời vị trí mà không có vị trí nào đạt điều kiện."
    for post in board.board.bare:
        one = board.positions[post]
        yield f"{one.name}, {one.unit.name}: không ai trong phạm vi đạt điều kiện."
    for (first, second), unit in board.together.items():
        place = next(seat.unit.name for seat in board.positions.values() if seat.unit_id == unit)
        yield (
            f"{board.names[first]} và {board.names[second]} là người thân khai trong hồ sơ, cùng ở "
            f"{place}; phương án không tách hai người, xem xét riêng."
        )


def _lists(scenario: Scenario):
    board = SuccessionBoard(scenario.succession_plan)
    change = planning_lists.least_change(board.problem)
    option = ScenarioOption(
        number=0,
        status=change.status,
        changes=len(change.added) + len(change.removed),
        open=sum(change.short.values()) + len(change.without_next),
        missing=sum(change.shallow.values()),
        gap=change.gap,
        shares={code: list(share) for code, share in change.shares.items()},
    )
    return board.hash(), [], [(option, list(board.lines(change)))]


def _courses(scenario: Scenario):
    asked = scenario.settings
    board = CourseBoard(scenario.training_plan, asked.get("budget"), asked.get("days"))
    is_large = len(board.problem.weights) > MANY_NEEDS
    choose = course_sets.step_by_step if is_large else course_sets.exact
    choice = choose(board.problem)
    left = sum(board.problem.weights[need] for need in choice.unmet)
    option = ScenarioOption(
        number=0,
        status=choice.status,
        changes=sum(choice.classes.values()),
        open=len(choice.unmet),
        cost=choice.cost,
        gap=0 if choice.bound is None else max(left - choice.bound, 0),
    )
    return board.hash(), [], [(option, list(board.lines(choice)))]


ANSWERS = {
    Method.PLACEMENT: _placements,
    Method.SUCCESSION: _lists,
    Method.COURSES: _courses,
}

"""Placement in the town: a vacancy, and cases at the first step, ready to be decided, decided."""

from datetime import date, timedelta

from thenchot.organisation.models import Title
from thenchot.people.models import Appointment, Person
from thenchot.placement.models import PlacementReview, Procedure, Vacancy
from thenchot.placement.queries.procedures import checks_of
from thenchot.placement.services import assignments, procedures, vacancies
from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role


def of_placement(world, home, people) -> dict:
    officer, leader = world.actor(Role.OFFICER, home), world.actor(Role.LEADER, home)
    vacancies.find_vacancies(officer, home)
    begun = opened(officer, home, people["văn phòng đảng ủy"])
    ready = opened(officer, home, people["ban xây dựng đảng"], "resignation")
    run(officer, ready)
    done = opened(officer, home, people["ủy ban kiểm tra"], "transfer")
    run(officer, done)
    for code in ("standards", "planning", "ratings", "months_in_post", "age"):
        accept(leader, done, code)
    decide(leader, done)
    return {
        "vacancy": Vacancy.objects.filter(unit__path__startswith=home.path, state="open").first(),
        "procedure_open": begun,
        "procedure_ready": ready,
        "procedure": done,
        "procedure_step": begun.steps.get(number=1),
        "procedure_step_done": done.steps.get(number=1),
        "procedure_paper": begun.papers.first(),
        "hand_over": done.items.first(),
        **_guided(officer, home, people["ủy ban kiểm tra"], people["ban xây dựng đảng"]),
    }


def _guided(officer, home, mentee, mentor) -> dict:
    """Everybody reviewed, one who needs somebody to guide him, one pair, one line of delegation."""
    assignments.review_placements(officer, unit_id=home.pk)
    others = PlacementReview.objects.exclude(person=mentee)
    asks = others.filter(unit__path__startswith=home.path).first()
    PlacementReview.objects.filter(pk=asks.pk).update(mentee="young")
    pair = assignments.pair_up(
        officer,
        mentee_id=mentee.pk,
        mentor_id=mentor.pk,
        why="young",
        content="Kỹ năng kiểm tra",
        begins_on=today(),
        ends_on=today() + timedelta(days=180),
    )
    line = assignments.delegate(
        officer,
        unit_id=home.pk,
        kind="appointment",
        title_id=None,
        proposer="Ban Xây dựng Đảng",
        opinion="Ủy ban Kiểm tra",
        decider="Ban Thường vụ Đảng ủy",
        level="own",
        basis="90-QĐ/ĐU",
        valid_from=today(),
    )
    return {"placement_review": asks, "mentor_pair": pair, "delegation_line": line}


def opened(officer, home, person, kind="appointment", code="office_head", **more) -> Procedure:
    """Into a post of the place; from a post, its primary seat."""
    said = {
        "unit_id": home.pk,
        "kind": kind,
        "person_id": person.pk,
        "ground": "Nguyện vọng cá nhân" if kind == "resignation" else "",
    }
    if kind in ("appointment", "transfer", "to_commune", "trial", "nomination"):
        said["title_id"] = Title.objects.get(unit=None, code=code).pk
        said["target_id"] = home.pk
    return procedures.open_procedure(officer, **{**said, **more})


def run(officer, case, agreed: int = 9, *, until: int = 99) -> Procedure:
    """All steps and papers, today."""
    for step in case.steps.order_by("number")[:until]:
        votes = {"summoned": 9, "present": 9, "agreed": agreed} if step.kind == "vote" else {}
        procedures.finish_step(officer, step_id=step.pk, done_on=today(), **votes)
        if Procedure.objects.get(pk=case.pk).state == "stopped":
            return case
    for paper in case.papers.all():
        procedures.note_paper(officer, paper_id=paper.pk, issued_on=today() - timedelta(days=9))
    return case


def accept(leader, case, code: str) -> None:
    """As a special case, where the condition is not met."""
    case = Procedure.objects.select_related("unit", "person", "title", "target").get(pk=case.pk)
    found = {one.code: one for one in checks_of(case, today())}
    if code in found and not found[code].holds:
        procedures.accept_special(
            leader, procedure_id=case.pk, code=code, reason="Đã kiểm tra hồ sơ", document="9-CV"
        )


def decide(leader, case, **more) -> Procedure:
    said = {"decision": "45-QĐ/ĐU", "decided_on": today(), "effective_on": today()}
    return procedures.decide_procedure(leader, procedure_id=case.pk, **{**said, **more})


def grown(person, ladder="division_deputy", born=date(1985, 5, 2)) -> None:
    """Of age, and with a title of the ladder since a while."""
    Person.objects.filter(pk=person.pk).update(born_on=born, sex="f")
    title = Title.objects.get(unit=None, code=ladder)
    Appointment.objects.filter(person=person).update(title_ref=title)

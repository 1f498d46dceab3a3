"""Oversight in the town: plans, an inspection at every stage, findings, the Front."""

from datetime import date, timedelta

from thenchot.oversight.models import Inspection, PlanLine
from thenchot.oversight.services import findings, inspections, plans, social
from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role

VOTE = {"official": 5, "present": 5, "agreed": 5}
STAGES = ("announced", "reported", "verified", "concluded", "notified")


def of_oversight(world, home, units, people) -> dict:
    inspector, leader = world.actor(Role.INSPECTOR, home), world.actor(Role.LEADER, home)
    culture = units["phòng văn hóa"]
    year = plan(inspector, home, today().year)
    line(inspector, year, culture)
    line(inspector, year, units["mặt trận"])
    plans.approve(leader, plan_id=year.pk, decision="12-KH/UBKT", decided_on=today())
    draft = plan(inspector, home, today().year + 1)
    begun, waiting = year.lines.all()
    planned = inspections.begin_planned(inspector, line_id=begun.pk, **decision())
    found = {"inspection": planned}
    for stage in STAGES:
        found[f"inspection_{stage}"] = run(inspector, ad_hoc(inspector, home, culture), to=stage)
    member = named(inspector, found["inspection_announced"], people["mặt trận"], "member")
    told = found["inspection_notified"]
    open_one = finding(inspector, told, culture)
    reported = finding(inspector, told, culture)
    head = world.actor(Role.HEAD, culture)
    findings.report_remedy(head, finding_id=reported.pk, done_on=today(), done_note="Đã làm")
    return {
        **found,
        **_social(world, home, units),
        "oversight_plan": year,
        "oversight_draft": draft,
        "oversight_line": waiting,
        "oversight_line_draft": line(inspector, draft, culture),
        "inspection_member": member,
        "finding": open_one,
        "finding_reported": reported,
    }


def _social(world, home, units) -> dict:
    front = world.actor(Role.OFFICER, home)
    held = social.supervise(
        front,
        unit=units["mặt trận"],
        kind="supervision",
        subject=units["phòng văn hóa"],
        theme="service",
        content="Tiếp nhận và trả kết quả hồ sơ",
        held_on=today(),
    )
    asked = social.recommend(
        front, supervision_id=held.pk, unit=units["phòng văn hóa"], text="Niêm yết đủ thủ tục"
    )
    return {"social": held, "recommendation": asked}


def plan(actor, home, year: int):
    return plans.draw_up(
        actor,
        unit_id=home.pk,
        level="year",
        year_from=year,
        year_to=year,
        name=f"Kế hoạch kiểm tra, giám sát năm {year}",
    )


def line(actor, found, subject, **more) -> PlanLine:
    said = {
        "form": "organisation",
        "direction": "down",
        "theme": "cadre_work",
        "content": "Quy trình bổ nhiệm",
    }
    return plans.add_line(actor, plan_id=found.pk, subject=subject, **{**said, **more})


def decision(**more) -> dict:
    said = {
        "decision": "34-QĐ/UBKT",
        "decided_on": today(),
        "period_from": date(today().year, 1, 1),
        "period_to": today(),
    }
    return {**said, **more}


def ad_hoc(actor, home, subject, **more) -> Inspection:
    said = {
        "form": "duty",
        "direction": "down",
        "theme": "discipline",
        "content": "Giờ giấc, tác phong",
        "reason": "Phản ánh của người dân",
    }
    return inspections.begin_ad_hoc(
        actor, unit_id=home.pk, subject=subject, **decision(), **{**said, **more}
    )


def named(actor, found, person, part="head"):
    return inspections.name_member(actor, inspection_id=found.pk, person_id=person.pk, part=part)


def run(actor, found, *, to: str, head=None) -> Inspection:
    """Up to a stage; the head of the team is somebody of another unit."""
    of = {"inspection_id": found.pk}
    if not found.team.filter(part="head").exists():
        named(actor, found, head or _outsider(actor, found))
    steps = {
        "announced": lambda: inspections.announce(actor, **of, announced_on=today()),
        "reported": lambda: inspections.take_report(actor, **of, reported_on=today()),
        "verified": lambda: inspections.finish_verifying(
            actor, **of, verified_on=today(), has_signs=False
        ),
        "concluded": lambda: inspections.conclude(
            actor,
            **of,
            concluded_on=today(),
            outcome="shortcoming",
            conclusion="Còn chậm giờ",
            **VOTE,
        ),
        "notified": lambda: inspections.notify(
            actor, **of, notice="45-TB/UBKT", notified_on=today()
        ),
    }
    for stage in STAGES[: STAGES.index(to) + 1]:
        found = steps[stage]()
    return found


def _outsider(actor, found):
    from thenchot.people.models import Appointment, Person

    there = Appointment.objects.filter(unit__path__startswith=found.subject.path)
    people = Person.objects.visible_to(actor, "oversight.edit").order_by("pk")
    return people.exclude(pk__in=there.values("person")).first()


def finding(actor, found, unit, **more):
    said = {
        "kind": "delay",
        "level": "prevention",
        "text": "Trả kết quả chậm hai hồ sơ",
        "remedy": "Rà soát hồ sơ quá hạn",
        "due_on": today() + timedelta(days=20),
    }
    return findings.add_finding(actor, inspection_id=found.pk, unit=unit, **{**said, **more})

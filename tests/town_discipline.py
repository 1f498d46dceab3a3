"""Discipline in the town: cases at the first step, ready, decided; a pause; breaches; the list."""

from datetime import timedelta

from thenchot.discipline.models import Case, Screening
from thenchot.discipline.services import breaches, cases, screening
from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role


def of_discipline(world, home, units, people) -> dict:
    officer, leader = world.actor(Role.OFFICER, home), world.actor(Role.LEADER, home)
    culture, person = units["phòng văn hóa"], people["phòng văn hóa"]
    begun = opened(officer, home, culture, person=person)
    paused = opened(officer, home, culture, side="party")
    pause = cases.pause(
        officer, case_id=paused.pk, ground="complaint", document="12/TB", begins_on=today()
    )
    ready = road(officer, opened(officer, home, culture, side="party"))
    done = decide(leader, road(officer, opened(officer, home, culture, side="party")))
    breach = noted(officer, person)
    explained = noted(officer, person)
    breaches.explain(officer, breach_id=explained.pk, explanation="Con ốm")
    row = listed(home, culture, person, "2026-Q3")
    proposed = listed(home, culture, people["ubnd"], "2026-Q3")
    screening.propose(officer, screening_id=proposed.pk, proposal="train", note="Kèm cặp")
    decided = listed(home, culture, people["mặt trận"], "2026-Q3")
    screening.propose(officer, screening_id=decided.pk, proposal="keep", note="Theo dõi")
    screening.decide(leader, screening_id=decided.pk, way="keep", note="Đồng ý")
    return {
        "discipline_case": begun,
        "discipline_ready": ready,
        "discipline_decided": done,
        "discipline_step": begun.steps.get(number=1),
        "discipline_pause": pause,
        "discipline_breach": breach,
        "discipline_explained": explained,
        "screening": row,
        "screening_proposed": proposed,
        "screening_decided": decided,
    }


def opened(actor, home, unit, **more) -> Case:
    said = {
        "side": "civil",
        "kind": "harassment",
        "act": "Gây phiền hà khi nhận hồ sơ",
        "act_on": today() - timedelta(days=30),
        "found_on": today() - timedelta(days=10),
        "source": "petition",
    }
    return cases.open_case(actor, unit_id=home.pk, unit=unit, **{**said, **more})


def road(actor, case, votes=None, on=None) -> Case:
    """All its steps on one day; the council of a State's case is seated before."""
    for step in case.steps.order_by("number"):
        more = {}
        if step.kind == "vote":
            counted = {"reprimand": 3} if votes is None else votes
            more = {"official": 3, "present": 3, "votes": counted}
        cases.finish_step(actor, step_id=step.pk, done_on=on or today(), **more)
    case.refresh_from_db()
    return case


def decide(actor, case, **more) -> Case:
    said = {
        "form": "reprimand",
        "decision": f"{case.pk}-QĐ/UBKT",
        "decided_by_body": "Ủy ban Kiểm tra Đảng ủy",
        "decided_on": today(),
        "effective_on": today(),
    }
    return cases.decide(actor, case_id=case.pk, **{**said, **more})


def noted(actor, person, **more):
    said = {"kind": "administrative", "happened_on": today(), "text": "Đi muộn giờ tiếp dân"}
    return breaches.note_breach(actor, person_id=person.pk, **{**said, **more})


def listed(home, unit, person, quarter: str) -> Screening:
    return Screening.objects.create(
        unit=unit,
        person=person,
        quarter=quarter,
        reasons=[["product", "quý III/2026"]],
        found_on=today(),
    )

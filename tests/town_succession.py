"""Planning in the town: lists in every state, a conference that is not counted, a road, a prospect;
and a clearance file.
"""

from datetime import date, timedelta

from thenchot.clearance import services as clearance
from thenchot.clearance.models import Conclusion
from thenchot.organisation.models import Title
from thenchot.organisation.services import committees
from thenchot.people.filing import changing
from thenchot.people.models import Appointment, Person
from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role
from thenchot.succession.models import Candidate
from thenchot.succession.services import candidates, conferences, plans, roads, sources

NUMBERS = {
    "summoned": 9,
    "excused": 0,
    "present": 9,
    "handed_out": 9,
    "returned": 9,
    "valid": 9,
}


def of_succession(world, home, people) -> dict:
    officer, leader = world.actor(Role.OFFICER, home), world.actor(Role.LEADER, home)
    ready(officer, people.values())
    clearance.request_verification(officer, person_id=people["ubnd"].pk)
    draft = _plan(officer, home, 1)
    proposed, found = _candidates(officer, draft)
    held = hold(officer, draft, "leadership")
    _agree(officer, held)
    waiting = _voted(officer, _plan(officer, home, 2))
    plans.submit_plan(officer, plan_id=waiting.pk)
    approved = _voted(officer, _plan(officer, home, 3))
    plans.submit_plan(officer, plan_id=approved.pk)
    plans.approve_plan(leader, plan_id=approved.pk, decision="215-QĐ/TU", decided_on=today())
    planned = Candidate.objects.filter(post__plan=approved, state="planned").first()
    voted = _voted(officer, _plan(officer, home, 4))
    return {
        "succession_draft": draft,
        "succession_submitted": waiting,
        "succession_voted": voted,
        "conference_counted": voted.conferences.order_by("pk").first(),
        "succession_plan": approved,
        "succession_post": draft.posts.order_by("pk").first(),
        "succession_empty_post": draft.posts.order_by("pk").last(),
        "candidate_found": found,
        "candidate_proposed": proposed,
        "candidate_planned": planned,
        "conference": held,
        "prospect": _prospect(officer, people["mặt trận"], home),
        "milestone": roads.add_milestone(
            officer,
            candidate_id=planned.pk,
            kind="task",
            text=f"Chủ trì việc khó của {home.name}",
            due_on=today() + timedelta(days=90),
        ),
        "clearance_person": people["phòng văn hóa"],
        "conclusion": Conclusion.objects.filter(person=people["ubnd"], outcome="").first(),
    }


def ready(officer, people) -> None:
    """Grown up, with a title of the ladder, and cleared."""
    deputy = Title.objects.get(unit=None, code="division_deputy")
    for person in people:
        Person.objects.filter(pk=person.pk).update(born_on=date(1990, 5, 2), sex="f")
        Appointment.objects.filter(person=person).update(title_ref=deputy)
        changing.add_row(
            officer, person_id=person.pk, section="degree", level="bachelor", field="Luật"
        )
        clear(officer, person)


def clear(officer, person, **more) -> None:
    clearance.request_verification(officer, person_id=person.pk)
    for row in Conclusion.objects.filter(person=person, outcome=""):
        said = {
            "outcome": "clear",
            "number": f"{row.pk}-KL/BXDĐ",
            "body": "Ban Xây dựng Đảng",
            "concluded_on": today(),
        }
        clearance.conclude(officer, conclusion_id=row.pk, **{**said, **more})


def _plan(officer, home, number: int):
    """Of a term of its own, with one post of two seats and one that nobody is planned for."""
    term = committees.open_term(
        officer,
        unit_id=home.pk,
        name=f"Nhiệm kỳ {2030 + 5 * number} {home.name}",
        starts_on=date(2030 + 5 * number, 7, 1),
        ends_on=date(2035 + 5 * number, 6, 30),
    )
    plan = plans.open_plan(officer, term_id=term.pk)
    plan = plans.set_reckoning(officer, plan_id=plan.pk, reckons_on=today(), basis="")
    for code in ("division_head", "party_office_head"):
        title = Title.objects.get(unit=None, code=code)
        plans.add_post(officer, plan_id=plan.pk, title_id=title.pk, unit_id=home.pk, seats=2)
    sources.review_sources(officer, plan_id=plan.pk)
    return plan


def _candidates(officer, plan) -> tuple[Candidate, Candidate]:
    """One proposed, one that could be."""
    rows = Candidate.objects.filter(post=plan.posts.order_by("pk").first(), bars="")
    first, second = rows.exclude(line="").order_by("pk")[:2]
    return candidates.propose_candidate(officer, candidate_id=first.pk), second


def hold(officer, plan, step: str, **more):
    said = {"held_on": today(), "chair": "Bí thư Đảng ủy", **NUMBERS}
    return conferences.hold_conference(officer, plan_id=plan.pk, step=step, **{**said, **more})


def _voted(officer, plan):
    _candidates(officer, plan)
    for step in ("leadership", "enlarged", "key", "vote"):
        held = hold(officer, plan, step)
        _agree(officer, held)
        conferences.count_conference(officer, conference_id=held.pk)
    return plan


def _agree(officer, held) -> None:
    agreed = {ballot.candidate_id: 9 for ballot in held.ballots.all()}
    conferences.note_votes(officer, conference_id=held.pk, agreed=agreed)


def _prospect(officer, person, home):
    seat = person.appointments.get()
    return roads.refer_prospect(
        officer,
        unit_id=seat.unit_id,
        person_id=person.pk,
        origin="front",
        referred_by=f"Mặt trận {home.name}",
        evidence="Vận động hiến đất mở đường",
    )

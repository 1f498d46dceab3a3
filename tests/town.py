"""The small world at work: in both wards a programme is given out, an extension asked, a difficulty
raised, a policy value entered, a slip printed, an upload and a draft waiting. Everything through
services. For tests that walk every page of the project with something of one's own and something of
a stranger's.
"""

import io
from dataclasses import dataclass
from datetime import date, timedelta

from allauth.usersessions.models import UserSession
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import states
from tests.town_benefits import of_benefits
from tests.town_cells import of_cells
from tests.town_citizens import of_citizens
from tests.town_commendation import of_commendation
from tests.town_discipline import of_discipline
from tests.town_forecast import of_forecasts
from tests.town_oversight import of_oversight
from tests.town_placement import of_placement
from tests.town_reception import of_reception
from tests.town_recruitment import of_recruitment
from tests.town_scenarios import of_scenarios
from tests.town_succession import of_succession
from tests.town_training import of_training
from tests.worlds import World, account_with
from thenchot.catalogue.services import cataloguing
from thenchot.catalogue.services import proposing as catalogue_proposing
from thenchot.feedback.models import Answer, Invitation
from thenchot.feedback.services import drafting as criteria
from thenchot.feedback.services.closing import close_feedback
from thenchot.feedback.services.opening import open_feedback
from thenchot.kernel.periods import Quarter
from thenchot.organisation.models import Unit
from thenchot.organisation.services import committees, duties, schemes, titles
from thenchot.people.filing import breaches, changing, data_requests, pledges, proposing
from thenchot.people.models import Appointment, Person
from thenchot.people.services import link_account
from thenchot.people.staffing.seatings import seat_person
from thenchot.platform.admission.services import grants, slips
from thenchot.platform.alerts.models import Alert, Notice
from thenchot.platform.alerts.services import run as run_alerts
from thenchot.platform.clock import now, today
from thenchot.platform.files.services import store
from thenchot.platform.jobs.models import Job
from thenchot.platform.office.excel.worksheets import Column, write_sheet
from thenchot.platform.policies.services import enter_value
from thenchot.platform.scope.actor import SYSTEM, actor_for
from thenchot.platform.scope.roles import Role
from thenchot.policy.packs import shipped
from thenchot.programmes.services import drafting, extending, helping
from thenchot.rating.models import (
    Complaint,
    Meeting,
    OrganisationDecision,
    OrganisationRating,
    QuarterRating,
    Rating,
    RatingDecision,
    Round,
)
from thenchot.rating.persons.services import recording
from thenchot.rating.quarters.services import review_person
from thenchot.rating.rounds.services import opening as year
from thenchot.scoring.evaluation import policy_of
from thenchot.scoring.models import Objection
from thenchot.scoring.services import causes, marking, self_reporting
from thenchot.standards.services import drafting as drafting_of_sets
from thenchot.standards.services import issuing
from thenchot.standards.services.counting import count_all, foresee
from thenchot.web.demo.calendar import speak
from thenchot.web.demo.intake import SAMPLES, import_items
from thenchot.worklog.models import Assessment, PlanLine, Work
from thenchot.worklog.services import (
    field_visits,
    hard_tasks,
    opening,
    opinions,
    planning,
    templating,
)

SAMPLE = "1-chuong-trinh-phuong.txt"


@dataclass
class Things:
    """One of each, belonging to one ward. `path`: that of the ward."""

    home: Unit
    unit: Unit
    person: Person
    objects: dict

    def __getitem__(self, name: str) -> int:
        """The id of one of them."""
        if name in ("unit", "home", "person"):
            return getattr(self, name).pk
        return self.objects[name].pk


@dataclass
class Town:
    world: World
    own: Things
    foreign: Things

    @property
    def foreign_words(self) -> list[str]:
        """What nobody of the ward may ever read."""
        return ["Tân Lập", *(person.full_name for person in self.world.other_people.values())]


def build_town(world: World) -> Town:
    own = _things(world, world.ward, world.units, world.people, "Đông Kinh")
    foreign = _things(world, world.other_ward, world.other_units, world.other_people, "Tân Lập")
    count_all()
    run_alerts(today())
    for things in (own, foreign):
        things.objects |= _warnings(world, things.home)
    return Town(world, own, foreign)


def sample_text(name: str) -> str:
    """Our own programme, of the ward of this name."""
    text = speak((SAMPLES / SAMPLE).read_text(encoding="utf8"), on=today())
    return (
        text.replace("Đông Kinh", name)
        if name == "Đông Kinh"
        else text.replace("Đông Kinh", name).replace("cán bộ", f"cán bộ {name}")
    )


def given_programme(world: World, home: Unit, name: str):
    return import_items(world.actor(Role.OFFICER, home), home, SAMPLE, sample_text(name).encode())


def _things(world, home, units, people, name) -> Things:
    programme = given_programme(world, home, name)
    task = programme.tasks.filter(timing="dated", due_on__gt=today()).first()
    lead = task.assignments.filter(part="lead").first().unit
    head = world.actor(Role.HEAD, lead)
    extension = extending.ask_extension(
        head, task_id=task.pk, proposed_on=task.due_on + timedelta(days=30), reason="Chờ"
    )
    difficulty = helping.raise_difficulty(
        head, task_id=task.pk, text="Thiếu kinh phí", desk_id=units["ban thường vụ"].pk
    )
    person = people["phòng văn hóa"]
    objects = {
        "programme": programme,
        "task": task,
        "extension": extension,
        "difficulty": difficulty,
        "target": programme.targets.first(),
        "directive": programme.directive,
        "original": programme.directive.original,
        "appointment": person.appointments.get(),
        **_of_files(world, home, people),
        **_of_platform(world, home),
        **_of_officer(world, home, name),
        **_standards(world, home, person),
        **_months(world, home, people),
        **_catalogues(world, home),
        **_year(world, home, units, person),
        **_sides(world, home, people),
        **of_training(world, home, people),
        **of_succession(world, home, people),
        **_worklog(world, home, units, person),
        **_of_organisation(world.actor(Role.OFFICER, home), home, units["ubnd"], person),
        **states.tasks_by_state(world, home, programme, name),
        "position_in_force": states.position_in_force(
            world.actor(Role.OFFICER, home), units["mặt trận"]
        ),
        "closed_account": states.closed_account(world, home),
        **of_placement(world, home, people),
        **of_scenarios(world, home, people),
        **of_recruitment(world, home, units, people),
        **of_reception(world, home, units, people),
        **of_benefits(world, home, people),
        **of_oversight(world, home, units, people),
        **of_discipline(world, home, units, people),
        **of_commendation(world, home, units, people),
        **of_cells(world, home, people),
        **of_citizens(world, home, units),
        **of_forecasts(world, home),
    }
    return Things(home, units["phòng văn hóa"], person, objects)


def _of_files(world, home, people) -> dict:
    """A row of a file, a pledge, what a person asks for; the staff account is that of the head of
    the Front.
    """
    officer, person, asking = (
        world.actor(Role.OFFICER, home),
        people["phòng văn hóa"],
        people["mặt trận"],
    )
    link_account(officer, person_id=asking.pk, account_id=world.account(Role.STAFF, home).pk)
    staff = actor_for(world.account(Role.STAFF, home))
    pledge = {"year": today().year, "content": "Nêu gương", "signed_on": today()}
    found = {"what": "Mất một tệp in", "affected": "Một người", "found_at": now()}
    return {
        "degree": changing.add_row(
            officer, person_id=person.pk, section="degree", level="bachelor", field="Luật"
        ),
        "pledge": pledges.sign_pledge(officer, person_id=person.pk, **pledge),
        "proposal": proposing.propose(
            staff, section="degree", values={"level": "master", "field": "Kinh tế"}
        ),
        "data_request": data_requests.ask(staff, kind="see", content="Xin bản sao"),
        "breach": breaches.note_breach(officer, unit_id=home.pk, **found),
    }


def _of_organisation(officer, home, agency, person) -> dict:
    """A title, a scheme in work with a position, a function held, a committee with one seat taken,
    one free and one kept free.
    """
    scheme = schemes.begin_scheme(
        officer, unit_id=agency.pk, name=f"Đề án vị trí việc làm {home.name}"
    )
    described = {"unit_id": agency.pk, "code": "CM-01", "name": "Văn thư", "group": "professional"}
    position = schemes.put_position(officer, scheme_id=scheme.pk, **described)
    submitted = schemes.begin_scheme(officer, unit_id=home.pk, name=f"Đề án đã trình {home.name}")
    usual = described | {"unit_id": home.pk}
    schemes.put_position(officer, scheme_id=submitted.pk, **usual)
    schemes.submit_scheme(officer, scheme_id=submitted.pk)
    said = {
        "name": f"Quản lý hộ tịch {home.name}",
        "basis": "Quyết định số 1/QĐ-UBND",
        "valid_from": home.valid_from,
    }
    duty = duties.put_duty(officer, unit_id=home.pk, **said)
    title = titles.add_title(
        officer,
        unit_id=home.pk,
        code=f"local-{home.pk}",
        name=f"Thường trực {home.name}",
        rank="staff",
    )
    term = committees.open_term(
        officer,
        unit_id=home.pk,
        name="2025 - 2030",
        starts_on=home.valid_from,
        ends_on=date(2030, 6, 30),
    )
    fields = {"kind": "party", "name": f"Ban Chấp hành {home.name}", "approved_seats": 3}
    committee = committees.open_committee(officer, term_id=term.pk, **fields)
    taken, seat, held = committee.seats.order_by("number")
    return {
        "scheme": scheme,
        "submitted_scheme": submitted,
        "position": position,
        "duty": duty,
        "title": title,
        "term": term,
        "committee": committee,
        "seat": seat,
        "seat_held": states.seat_held(officer, held),
        "holder": duties.give_duty(
            officer, duty_id=duty.pk, unit_id=agency.pk, valid_from=home.valid_from
        ),
        "seating": seat_person(
            officer, seat_id=taken.pk, person_id=person.pk, valid_from=home.valid_from
        ),
    }


def _of_platform(world, home) -> dict:
    """Accounts, grants, slips, a policy value that waits."""
    officer, staff = world.actor(Role.OFFICER, home), world.account(Role.STAFF, home)
    invited = slips.Invited("Lê Văn Mới", Role.STAFF, home.path)
    policy = next(value for value in shipped() if type(value.value) is int)
    return {
        "account": staff,
        "grant": staff.grants.get(),
        "proposal": states.proposal(world, home),
        "slip": slips.print_slips(officer, people=[invited])[0].slip,
        "value": enter_value(
            officer,
            path=home.path,
            key=policy.key,
            value=policy.value,
            basis="Quy chế số 1",
            valid_from=today(),
        ),
        "session": _signed_in_elsewhere(world, home),
        "delegation": _lent(world, home),
    }


def _signed_in_elsewhere(world, home):
    """The browser of somebody whom no role of the ward is."""
    account = account_with(Role.STAFF, home)
    return UserSession.objects.create(user=account, ip="10.0.0.9", session_key=f"town{home.pk}")


def _lent(world, home):
    leader, deputy = world.actor(Role.LEADER, home), account_with(Role.STAFF, home)
    days = {"starts_on": today(), "ends_on": today() + timedelta(days=5)}
    return grants.delegate(
        leader, username=deputy.username, role=Role.LEADER, path=home.path, **days
    )


def _of_officer(world, home, name) -> dict:
    """What only the officer who began it sees: a draft, an uploaded list, a job."""
    officer = world.actor(Role.OFFICER, home)
    content = sample_text(name).replace("05-NQ/TU", "06-NQ/TU").encode()
    draft = drafting.start_import(
        officer, home_id=home.pk, upload=SimpleUploadedFile("b.txt", content)
    )
    assessment = io.BytesIO(
        write_sheet([Column("Họ và tên"), Column("Tên đơn vị")], [["Lê Thị Nhập", "Trạm Y tế"]])
    )
    assessment.name = "danh-sach.xlsx"
    upload = store(officer, assessment, unit_path=home.path, allowed={"xlsx"})
    return {"draft": draft, "upload": upload, "job": _job(officer, home, name)}


def _job(officer, home, name) -> Job:
    at = now()
    return Job.objects.create(
        account_id=officer.account_id,
        unit_path=home.path,
        label=f"Đọc {name}",
        created_at=at,
        alive_at=at,
    )


def _warnings(world, home) -> dict:
    officer = world.account(Role.OFFICER, home)
    notice = Notice.objects.filter(account=officer).first()
    alerts = Alert.objects.filter(
        unit_path__startswith=home.path, state="open", subject_type__startswith="programmes."
    )
    return {
        "alert": alerts.first(),
        "alert_seen": states.alert_seen(world, home, alerts.last()),
        "notice": notice,
    }


def _standards(world, home, person) -> dict:
    """One set in force, one being drafted, an exemption from the first."""
    officer = world.actor(Role.OFFICER, home)
    issued = drafting_of_sets.adopt(officer, unit_id=home.pk, code="ba-truc-lanh-dao")
    foresee(issued.pk)
    issuing.issue(officer, set_id=issued.pk, basis="Quy định số 1-QĐ/ĐU", valid_from=today())
    draft = drafting_of_sets.adopt(officer, unit_id=home.pk, code="ba-truc-moi-nguoi")
    free = issuing.exempt(
        officer,
        person_id=person.pk,
        requirement_id=issued.requirements.first().pk,
        basis="TB 2",
        valid_from=today(),
        valid_to=today() + timedelta(days=30),
    )
    return {
        "standard": issued,
        "draft_set": draft,
        "requirement": draft.requirements.first(),
        "exemption": free,
    }


def _quarters(home, person) -> dict:
    """Two failed quarters of the chair, decided, and the proposal they led to."""
    Appointment.objects.filter(person=person).update(staff_kind="cadre")
    seat = person.appointments.get()
    for quarter in (Quarter(2026, 1), Quarter(2026, 2)):
        assessment = Assessment.objects.create(
            person=person,
            unit=seat.unit,
            home=home,
            rules="qd366",
            kind="head",
            title=seat.title,
            period="quarter",
            year=quarter.year,
            number=quarter.index,
            starts_on=quarter.start,
            ends_on=quarter.end,
            state="closed",
            closed_at=now(),
            total=40,
            band="failed",
            result={"receipt": [], "remarks": []},
        )
        QuarterRating.objects.create(
            assessment=assessment, proposed="failed", level="failed", basis="TB 1", decided_at=now()
        )
    said = {
        "text": f"Đề nghị xem lại {home.name}",
        "received_on": today(),
        "due_on": today() + timedelta(days=9),
    }
    return {
        "party_sheet": assessment,
        "review": review_person(person.pk),
        "objection": Objection.objects.create(assessment=assessment, **said),
    }


def _months(world, home, people) -> dict:
    """Two sheets of this month: the own one of the staff account, and one that is ready to be
    closed.
    """
    leader, staff = world.actor(Role.LEADER, home), actor_for(world.account(Role.STAFF, home))
    person, asking = people["phòng văn hóa"], people["mặt trận"]
    Appointment.objects.filter(person__in=[person, asking]).update(staff_kind="civil_servant")
    opening.open_assessments(leader, unit_id=home.pk, on=today())
    assessment, own = (
        Assessment.objects.get(person=one, rules="nd335") for one in (person, asking)
    )
    said = {"name": f"Việc gấp {home.name}", "done_on": today()}
    work = Work.objects.create(
        assessment=assessment,
        source="template",
        source_id="1",
        name=said["name"],
        factor=1,
        assigned=1,
        done=1,
        done_on=today(),
    )
    points = dict(policy_of(assessment).general_criteria)
    leading = {"organising": "met", "unity": "united"}
    marking.confirm_points(leader, assessment_id=assessment.pk, points=points, leading=leading)
    cause = {
        "unit_id": own.unit_id,
        "kind": "system",
        "text": f"Mất mạng {home.name}",
        "starts_on": today(),
    }
    return {
        **_quarters(home, people["ubnd"]),
        "assessment": assessment,
        "own_sheet": own,
        "work": work,
        "given_work": _given(own, home),
        "own_work": self_reporting.add_work(staff, assessment_id=own.pk, **said),
        "fault": marking.note_fault(leader, work_id=work.pk, kind="content"),
        "cause": causes.propose_cause(staff, **cause),
    }


def _given(sheet, home) -> Work:
    """Something given to the staff account and not begun."""
    name = f"Việc được giao {home.name}"
    return Work.objects.create(
        assessment=sheet, source="template", source_id="2", name=name, factor=1, assigned=1
    )


def _year(world, home, units, person) -> dict:
    """A round of persons, told inside the unit, with minutes, an absence and a complaint; a round
    of organisations.
    """
    officer = world.actor(Role.OFFICER, home)
    found = year.open_round(officer, unit_id=home.pk, year=today().year)
    bodies = year.open_round(officer, unit_id=home.pk, year=today().year, subject="organisations")
    rating = found.ratings.get(person=person)
    absence = {
        "kind": "unpaid",
        "starts_on": today(),
        "ends_on": today(),
        "basis": f"QĐ 3 {home.name}",
    }
    noted = recording.note_absence(officer, rating_id=rating.pk, **absence)
    said = {
        "place": "P.1",
        "chair": f"Chủ trì {home.name}",
        "secretary": "Thư ký",
        "called": 3,
        "present": 3,
    }
    meeting = Meeting.objects.create(round=found, unit=home, held_on=today(), **said)
    Round.objects.filter(pk=found.pk).update(published_at=now())
    complaint = Complaint.objects.create(
        rating=rating, text=f"Xin xem lại {home.name}", received_on=today(), due_on=today()
    )
    decision = {"level": "good", "proposed": "good", "decided_on": today()}
    told = found.ratings.exclude(pk=rating.pk).first()
    RatingDecision.objects.create(rating=told, number=f"QĐ 7 {home.name}", **decision)
    return {
        "told_rating": told,
        **_ratings_on_their_way(found, home),
        **_earlier_rounds(home, units["phòng văn hóa"], decision),
        "round": found,
        "rating": rating,
        "absence": noted,
        "meeting": meeting,
        "rating_complaint": complaint,
        "body": bodies.bodies.first(),
        "scored_body": _scored(bodies),
        "bodies_round": bodies,
    }


def _ratings_on_their_way(found, home) -> dict:
    """A deputy of whom the committee's opinion is given and a level proposed, one to be decided on,
    one to be told, one who was told.
    """
    known = {"round": found, "unit": home, "kind": "deputy", "status": "rated", "mean": 80}
    levels = dict.fromkeys(("band", "level", "consolidated", "capped"), "good")
    levels["consolidated_at"] = now()
    steps = {
        "rating_to_propose": "consolidation",
        "rating_to_decide": "decision",
        "rating_to_notify": "notice",
        "notified_rating": "notified",
    }
    return {
        name: Rating.objects.create(person=_somebody(home, state), state=state, **known, **levels)
        for name, state in steps.items()
    }


def _somebody(home, step) -> Person:
    name = f"Người của bước {step} {home.name}"
    return Person.objects.create(full_name=name, folded=step, sort_key=step, registered_in=home)


def _earlier_rounds(home, unit, decision) -> dict:
    """Organisations of the years before: one round decided, one locked."""
    last = {"unit": home, "subject": "organisations"}
    decided = Round.objects.create(year=today().year - 1, **last)
    body = OrganisationRating.objects.create(round=decided, unit=unit)
    OrganisationDecision.objects.create(body=body, number=f"QĐ 8 {home.name}", **decision)
    locked = Round.objects.create(year=today().year - 2, locked_at=now(), **last)
    return {"decided_round": decided, "locked_round": locked}


def _scored(bodies) -> OrganisationRating:
    body = bodies.bodies.last()
    OrganisationRating.objects.filter(pk=body.pk).update(level="good", band="good", status="rated")
    return body


def _worklog(world, home, units, person) -> dict:
    """A line of the plan of a head and one of the staff account, a question it asked, a day it was
    among the people; a hard task.
    """
    leader, staff = world.actor(Role.LEADER, home), actor_for(world.account(Role.STAFF, home))
    own, other = (
        Assessment.objects.get(person__account=staff.account_id, rules="nd335"),
        Assessment.objects.get(person=person, rules="nd335"),
    )
    said = {"name": f"Đề án {home.name}", "output": "Đề án", "due_on": own.ends_on}
    line = PlanLine.objects.create(assessment=other, quantity=1, **said)
    hard = {
        "unit_id": home.pk,
        "name": f"Chợ cũ {home.name}",
        "difficulty": "Tồn đọng",
        "due_on": today(),
    }
    went = {
        "happened_on": today(),
        "kind": "cell",
        "place": f"Tổ 1 {home.name}",
        "result": "Nước sạch",
    }
    return {
        "plan_line": line,
        "own_plan_line": planning.propose_line(staff, assessment_id=own.pk, **said),
        "hard_task": hard_tasks.open_hard_task(leader, **hard),
        "opinion": _late_opinion(staff, home, units["ubnd"]),
        "field_visit": field_visits.enter_field_visit(staff, **went),
    }


def _late_opinion(asker, home, unit):
    """Still to be answered, and late enough to be decided without."""
    opinion = opinions.ask_opinion(asker, question=f"Hỏi {home.name}", unit_id=unit.pk)
    opinion.due_on -= timedelta(days=30)
    opinion.save()
    return opinion


def _sides(world, home, people) -> dict:
    """A set of criteria in force and a draft; a round about the head of a division and about the
    owner of the staff account, who is also asked about the head, without a name.
    """
    officer, leader, person, asking = (
        world.actor(Role.OFFICER, home),
        world.actor(Role.LEADER, home),
        people["phòng văn hóa"],
        people["mặt trận"],
    )
    held = criteria.adopt_criteria(officer, unit_id=home.pk, code="ba-khong-ba-co")
    criteria.issue_criteria(
        leader, set_id=held.pk, basis=f"QĐ 9 {home.name}", valid_from=home.valid_from
    )
    draft = criteria.adopt_criteria(officer, unit_id=home.pk, code="bon-nhom-chi-so")
    days = {
        "period": Quarter.of(today()).previous(),
        "cut_off": today(),
        "closes_on": today() + timedelta(days=5),
    }
    before = open_feedback(officer, unit_id=home.pk, set_id=held.pk, person_ids=[person.pk], **days)
    Invitation.objects.filter(reviewee__round=before).update(is_used=True)
    closed = close_feedback(officer, round_id=before.pk).reviewees.get()
    found = open_feedback(
        officer, unit_id=home.pk, set_id=held.pk, person_ids=[person.pk, asking.pk], **days
    )
    reviewee, own = (found.reviewees.get(person=one) for one in (person, asking))
    Invitation.objects.create(reviewee=reviewee, person=asking, side="subordinates")
    Answer.objects.bulk_create(Answer(reviewee=reviewee, side="subordinates") for _ in range(5))
    return {
        "criteria": held,
        "draft_criteria": draft,
        "criterion": draft.criteria.first(),
        "feedback_round": found,
        "feedback_reviewee": reviewee,
        "feedback_own": own,
        "sides_closed": closed,
    }


def _catalogues(world, home) -> dict:
    """One catalogue in force, one being drawn up, one waiting for approval; a proposal, a template
    with a line.
    """
    officer, leader = world.actor(Role.OFFICER, home), world.actor(Role.LEADER, home)
    draft, waiting, held = (
        _catalogue(officer, home, name) for name in ("đang soạn", "chờ duyệt", "đang áp dụng")
    )
    for one in (waiting, held):
        cataloguing.submit_catalogue(officer, catalogue_id=one.pk)
    cataloguing.approve_catalogue(
        leader, catalogue_id=held.pk, basis="QĐ 283", valid_from=date(2026, 1, 1)
    )
    template = templating.begin_template(officer, unit_id=home.pk, name=f"Mẫu {home.name}")
    line = templating.put_line(officer, template_id=template.pk, code="DC.01", quantity=2)
    proposal = catalogue_proposing.propose(
        SYSTEM, unit_id=home.pk, name=f"Vận động {home.name}", output="Biên bản"
    )
    return {
        "catalogue": held,
        "submitted_catalogue": waiting,
        "draft_catalogue": draft,
        "draft_product": draft.products.get(),
        "product_proposal": proposal,
        "template": template,
        "template_line": line,
    }


def _catalogue(officer, home, name):
    made = cataloguing.begin_catalogue(
        officer, unit_id=home.pk, name=f"Danh mục {name} {home.name}", unit_product="văn bản"
    )
    cataloguing.put_product(
        officer, catalogue_id=made.pk, code="DC.01", name=f"Soạn văn bản {home.name}", factor=1
    )
    return made


__all__ = ["Things", "Town", "actor_for", "build_town", "given_programme", "sample_text"]

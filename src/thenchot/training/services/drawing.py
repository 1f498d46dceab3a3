"""The plan builds itself: who lacks what, whose round is due; then classes are proposed for it. Run
by a job, over everybody of a place in a constant number of queries.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.people.models import Person
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.policy.parameters import TrainingPolicy
from thenchot.standards.enums import GapState
from thenchot.standards.models import Requirement, Shortfall
from thenchot.training.access import PROPOSE
from thenchot.training.closing import closing_topics
from thenchot.training.enums import POLITICAL, Audience, NeedKind, NeedState, PlanKind
from thenchot.training.models import Need, PlannedClass, Topic, TrainingPlan
from thenchot.training.queries.members import learnt, members_of
from thenchot.training.queries.topics import topics_for
from thenchot.training.rules.covering import population
from thenchot.training.rules.planning import classes_for
from thenchot.training.services.planning import lock_draft
from thenchot.training.sources import wanted_in


@dataclass(frozen=True)
class Found:
    """One person needs one subject, and why."""

    person: int
    unit: int
    topic: int
    kind: NeedKind
    requirement: int | None = None


@dataclass(frozen=True)
class Drawn:
    """What a count did to the needs of a plan."""

    added: int
    gone: int
    unmatched: int


@transaction.atomic
def count_needs(actor, *, plan_id: int) -> Drawn:
    """Needs that are new are added, those that no longer hold go; what somebody placed or left out
    with a reason stays as decided. `unmatched`: missing standards that no subject closes.
    """
    plan = lock_draft(actor, plan_id)
    topics = _topics_of(plan)
    gaps, unmatched = _gaps(plan, topics)
    found = [*_rounds(plan, topics), *_of_planned(plan, topics), *gaps]
    wanted = {(one.person, one.topic): one for one in found}
    kept = {(need.person_id, need.topic_id): need for need in plan.needs.all()}
    added = _add(actor, plan, [one for key, one in wanted.items() if key not in kept])
    gone = _bring_in_line(kept, wanted)
    plan.drawn_at = now()
    plan.save(update_fields=["drawn_at"])
    drawn = Drawn(added, gone, unmatched)
    record(
        actor,
        "training_needs_counted",
        subject=plan,
        unit_path=plan.unit.path,
        added=added,
        gone=gone,
        unmatched=unmatched,
    )
    return drawn


def _topics_of(plan: TrainingPlan) -> list[Topic]:
    """A plan of political education takes its subjects alone."""
    topics = topics_for(plan.unit)
    if plan.kind == PlanKind.POLITICAL:
        topics = topics.filter(group__in=POLITICAL)
    return list(topics)


def _gaps(plan: TrainingPlan, topics: list[Topic]) -> tuple[list[Found], int]:
    """From the missing standards of the last count; one being studied for is no need any more."""
    rows = Shortfall.objects.standing().filter(
        unit__path__startswith=plan.unit.path, state=GapState.MISSING
    )
    lacks = list(rows.order_by("pk").values_list("person_id", "unit_id", "requirement_id"))
    requirements = Requirement.objects.filter(pk__in={row[2] for row in lacks})
    closing = closing_topics(topics, requirements)
    found = [
        Found(person, unit, closing[requirement].pk, NeedKind.GAP, requirement)
        for person, unit, requirement in lacks
        if requirement in closing
    ]
    return found, len(lacks) - len(found)


def _of_planned(plan: TrainingPlan, topics: list[Topic]) -> list[Found]:
    """What people must still learn for the posts they are planned for (S1-022, S0-057)."""
    rows = wanted_in(plan.unit)
    requirements = Requirement.objects.filter(pk__in={row.requirement for row in rows})
    closing = closing_topics(topics, requirements)
    return [
        Found(row.person, row.unit, closing[row.requirement].pk, NeedKind.PLANNED, row.requirement)
        for row in rows
        if row.requirement in closing
    ]


def _rounds(plan: TrainingPlan, topics: list[Topic]) -> Iterable[Found]:
    """Whom a subject is for, and who has not learnt it: this year where it returns yearly."""
    members = members_of(plan.unit, today())
    done = learnt(plan.unit, plan.last_year, today())
    for topic in topics:
        if topic.audience == Audience.LACKING:
            continue
        for person, member in population(members, topic.aim).items():
            if person not in done.get(topic.pk, ()):
                yield Found(person, member.unit, topic.pk, NeedKind.ROUND)


def _add(actor, plan: TrainingPlan, found: list[Found]) -> int:
    made = [
        Need(
            plan=plan,
            person_id=one.person,
            unit_id=one.unit,
            topic_id=one.topic,
            kind=one.kind,
            requirement_id=one.requirement,
            recorded_by_id=actor.account_id,
        )
        for one in found
    ]
    return len(Need.objects.bulk_create(made))


def _bring_in_line(kept, wanted) -> int:
    """What was counted and no longer holds goes; what had gone and holds again is open."""
    gone, back = [], []
    _note_gaps(kept, wanted)
    for key, need in kept.items():
        if need.kind == NeedKind.ASKED:
            continue
        if key not in wanted and need.state == NeedState.OPEN:
            gone.append(need.pk)
        elif key in wanted and need.state == NeedState.GONE:
            back.append(need.pk)
    Need.objects.filter(pk__in=gone).update(state=NeedState.GONE)
    Need.objects.filter(pk__in=back).update(state=NeedState.OPEN)
    return len(gone)


def _note_gaps(kept, wanted) -> None:
    """A need that stands says which gap it closes by now; one that a unit asked for stays asked."""
    changed = []
    for key, need in kept.items():
        found = wanted.get(key)
        if found is None or found.requirement == need.requirement_id:
            continue
        need.requirement_id = found.requirement
        need.kind = need.kind if need.kind == NeedKind.ASKED else found.kind
        changed.append(need)
    Need.objects.bulk_update(changed, ["requirement", "kind"])


@transaction.atomic
def propose_classes(actor, *, plan_id: int) -> int:
    """For every subject with open needs: room in the classes the plan has, else a new line with as
    many classes as the people fill. How many needs were placed.
    """
    plan = lock_draft(actor, plan_id)
    policy = policies.in_force(TrainingPolicy, path=plan.unit.path, on=today())
    waiting: dict[int, list[Need]] = {}
    for need in plan.needs.filter(state=NeedState.OPEN).order_by("pk"):
        waiting.setdefault(need.topic_id, []).append(need)
    topics = Topic.objects.in_bulk(list(waiting))
    lines = {line.topic_id: line for line in plan.lines.standing().order_by("-pk")}
    for topic_id, needs in waiting.items():
        line = lines.get(topic_id) or _new_line(plan, topics[topic_id], len(needs), policy.seats)
        _make_room(line, len(needs))
        Need.objects.filter(pk__in=[need.pk for need in needs]).update(
            state=NeedState.PLACED, line=line
        )
    placed = sum(map(len, waiting.values()))
    record(
        actor,
        "training_classes_proposed",
        subject=plan,
        unit_path=plan.unit.path,
        placed=placed,
        subjects=len(waiting),
    )
    return placed


def _new_line(plan: TrainingPlan, topic: Topic, people: int, seats: int) -> PlannedClass:
    return PlannedClass.objects.create(
        plan=plan,
        topic=topic,
        name=topic.name,
        target=str(topic.get_audience_display()),
        classes=classes_for(people, seats),
        seats=min(seats, people) if people < seats else seats,
        hours=topic.hours,
        basis=topic.basis,
    )


def _make_room(line: PlannedClass, people: int) -> None:
    """As many classes as all who are placed fill; never fewer than somebody planned."""
    wanted = classes_for(line.needs.count() + people, line.seats)
    if wanted > line.classes:
        line.classes = wanted
        line.save(update_fields=["classes"])


@transaction.atomic
def ask_for_need(actor, *, plan_id: int, person_id: int, topic_id: int, reason: str) -> Need:
    """A unit proposes one of its people for a subject."""
    plan = (
        TrainingPlan.objects.select_for_update(of=("self",)).select_related("unit").get(pk=plan_id)
    )
    person = Person.objects.visible_to(actor, PROPOSE).filter(pk=person_id).first()
    if person is None:
        raise NotVisible
    seat = person.appointments.in_force(today()).filter(is_primary=True).first()
    if seat is None or not seat.unit.path.startswith(plan.unit.path):
        refuse("training.elsewhere", "Người này không đang công tác trong phạm vi của kế hoạch.")
    require(actor, PROPOSE, seat.unit.path)
    if plan.state != "draft":
        refuse("training.plan_state", "Kế hoạch đã trình; đề nghị khi soạn lần mới.")
    known = plan.needs.filter(person=person, topic_id=topic_id).first()
    if known and known.state != NeedState.GONE:
        refuse("training.need_there", "Người này đã có trong nhu cầu của kế hoạch.")
    need = known or Need(plan=plan, person=person, topic_id=topic_id)
    need.unit, need.kind, need.state = seat.unit, NeedKind.ASKED, NeedState.OPEN
    need.requirement, need.reason, need.recorded_by_id = None, reason.strip(), actor.account_id
    need.save()
    record(
        actor,
        "training_need_asked",
        subject=need,
        unit_path=seat.unit.path,
        plan=plan.pk,
        person=person.pk,
        topic=topic_id,
    )
    return need

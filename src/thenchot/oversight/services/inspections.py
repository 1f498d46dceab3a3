"""An inspection is decided, its team named, its steps written down one after the other."""

from datetime import date
from typing import Any

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import home_of, lock_unit
from thenchot.oversight.access import EDIT
from thenchot.oversight.enums import OPEN_STAGES, PlanState, Stage, TeamPart, Timing
from thenchot.oversight.models import Inspection, TeamMember
from thenchot.oversight.queries.inspections import (
    OPEN_FINDINGS,
    get_inspection,
    get_member,
    is_kin,
)
from thenchot.oversight.queries.plans import get_line
from thenchot.oversight.rules import planning as rules
from thenchot.oversight.services import limits_of, policy_of, working_day_after
from thenchot.oversight.services.findings import give_remedies
from thenchot.people.models import Appointment, Person
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require


@transaction.atomic
def begin_planned(actor, *, line_id: int, **facts: Any) -> Inspection:
    """From a line of a plan in force; the line says who, how and about what."""
    line = get_line(actor, line_id)
    require(actor, EDIT, line.plan.unit.path)
    if line.plan.state != PlanState.APPROVED:
        refuse("oversight.not_in_force", "Kế hoạch chưa được phê duyệt, hoặc đã có bản khác thay.")
    if Inspection.objects.filter(line=line).exclude(stage=Stage.STOPPED).exists():
        refuse("oversight.begun", "Nội dung này của kế hoạch đã có quyết định.")
    told: dict[str, Any] = {
        "line": line,
        "form": line.form,
        "timing": Timing.PERIODIC,
        "direction": line.direction,
        "theme": line.theme,
        "content": line.content,
        "subject": line.subject,
        "programme": line.programme,
        "bodies": line.bodies,
    }
    return _begin(actor, line.plan.unit, **told, **facts)


@transaction.atomic
def begin_ad_hoc(actor, *, unit_id: int, reason: str, **facts: Any) -> Inspection:
    """Outside of the plan: the reason is told (S1-050, S2-044)."""
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    facts["content"] = tidy(nfc(facts["content"]))
    facts["bodies"] = tidy(nfc(facts.get("bodies", "")))
    return _begin(actor, home, reason=tidy(nfc(reason)), timing=Timing.AD_HOC, **facts)


def _begin(
    actor,
    home: Unit,
    *,
    subject: Unit,
    decision: str,
    decided_on: date,
    period_from: date,
    period_to: date,
    person: Person | None = None,
    **facts: Any,
) -> Inspection:
    if not subject.path.startswith(home.path):
        raise NotVisible
    limits = limits_of(home.path, decided_on)
    rules.may_look_at(period_from, period_to, limits).or_refuse()
    if decided_on > today():
        refuse("oversight.day", "Ngày quyết định không sau hôm nay.")
    if person and not _works_in(person, subject):
        refuse("oversight.elsewhere", f"{person.full_name} hiện không công tác ở {subject.name}.")
    due_on = rules.due_day(decided_on, facts["form"], limits)
    made = Inspection.objects.create(
        unit=home,
        subject=subject,
        person=person,
        decision=tidy(nfc(decision)),
        decided_on=decided_on,
        announce_by=working_day_after(
            decided_on, policy_of(home.path, decided_on).announce_days, home.path
        ),
        due_on=due_on,
        first_due_on=due_on,
        period_from=period_from,
        period_to=period_to,
        recorded_by_id=actor.account_id,
        **facts,
    )
    record(
        actor,
        "inspection_decided",
        subject=made,
        unit_path=home.path,
        person=made.person_id,
        form=made.form,
    )
    return made


def _works_in(person: Person, unit: Unit) -> bool:
    seats = Appointment.objects.in_force(today()).filter(person=person)
    return seats.filter(unit__path__startswith=unit.path).exists()


# The team


@transaction.atomic
def name_member(actor, *, inspection_id: int, person_id: int, part: str) -> TeamMember:
    """Without a conflict of interest that the files tell (S4-067)."""
    inspection = _open(actor, inspection_id)
    person = Person.objects.visible_to(actor, EDIT).filter(pk=person_id).first()
    if person is None:
        raise NotVisible
    team = list(inspection.team.filter(left_on__isnull=True))
    if any(one.person_id == person.pk for one in team):
        refuse("oversight.in_team", f"{person.full_name} đã ở trong đoàn.")
    if part == TeamPart.HEAD and any(one.part == TeamPart.HEAD for one in team):
        refuse("oversight.head_there", "Đoàn đã có trưởng đoàn.")
    _ask_member(inspection, person, len(team))
    made = TeamMember.objects.create(inspection=inspection, person=person, part=part)
    record(
        actor,
        "inspection_member_named",
        subject=inspection,
        unit_path=inspection.unit.path,
        person=person.pk,
    )
    return made


def _ask_member(inspection: Inspection, person: Person, others: int) -> None:
    subject = inspection.person
    is_whole = inspection.subject_id == home_of(inspection.unit).pk
    rules.may_join(
        person.full_name,
        is_subject=subject is not None and subject.pk == person.pk,
        kin_of_subject=subject is not None and is_kin(person, subject),
        works_there=not is_whole and _works_in(person, inspection.subject),
        others=others,
        limits=limits_of(inspection.unit.path, inspection.decided_on),
    ).or_refuse()


@transaction.atomic
def release_member(actor, *, member_id: int) -> Inspection:
    member = get_member(actor, member_id)
    inspection = _open(actor, member.inspection_id)
    record(
        actor,
        "inspection_member_released",
        subject=inspection,
        unit_path=inspection.unit.path,
        person=member.person_id,
    )
    member.left_on = today()
    member.save(update_fields=["left_on"])
    return inspection


# Steps


@transaction.atomic
def announce(actor, *, inspection_id: int, announced_on: date) -> Inspection:
    """To whoever is inspected; the team must have its head by then."""
    inspection = _open(actor, inspection_id)
    if not inspection.team.filter(part=TeamPart.HEAD, left_on__isnull=True).exists():
        refuse("oversight.no_head", "Đoàn chưa có trưởng đoàn; ghi người vào đoàn trước.")
    return _step(actor, inspection, Stage.ANNOUNCED, "announced_on", announced_on)


@transaction.atomic
def take_report(actor, *, inspection_id: int, reported_on: date) -> Inspection:
    inspection = _open(actor, inspection_id)
    return _step(actor, inspection, Stage.REPORTED, "reported_on", reported_on)


@transaction.atomic
def finish_verifying(
    actor, *, inspection_id: int, verified_on: date, has_signs: bool
) -> Inspection:
    inspection = _open(actor, inspection_id)
    inspection.has_signs = has_signs
    return _step(actor, inspection, Stage.VERIFIED, "verified_on", verified_on, "has_signs")


@transaction.atomic
def extend(actor, *, inspection_id: int, until: date, reason: str) -> Inspection:
    """Once, by at most the part of the policy."""
    inspection = _open(actor, inspection_id)
    if inspection.due_on != inspection.first_due_on:
        refuse("oversight.extended", "Chỉ gia hạn một lần.")
    if inspection.verified_on:
        refuse("oversight.verified", "Đã xác minh xong; không cần gia hạn.")
    limits = limits_of(inspection.unit.path, inspection.decided_on)
    rules.may_extend(inspection.decided_on, inspection.due_on, until, limits).or_refuse()
    inspection.due_on, inspection.extended_for = until, tidy(nfc(reason))
    inspection.save(update_fields=["due_on", "extended_for"])
    record(
        actor,
        "inspection_extended",
        subject=inspection,
        unit_path=inspection.unit.path,
        due_on=f"{until:%Y-%m-%d}",
    )
    return inspection


@transaction.atomic
def conclude(
    actor,
    *,
    inspection_id: int,
    concluded_on: date,
    official: int,
    present: int,
    agreed: int,
    outcome: str,
    conclusion: str,
) -> Inspection:
    """By the vote of whoever concludes, on all official members."""
    inspection = _open(actor, inspection_id)
    limits = limits_of(inspection.unit.path, concluded_on)
    rules.carried(rules.Vote(official, present, agreed), limits.vote_share).or_refuse()
    inspection.official, inspection.present, inspection.agreed = official, present, agreed
    inspection.outcome, inspection.conclusion = outcome, nfc(conclusion).strip()
    said = ("official", "present", "agreed", "outcome", "conclusion")
    return _step(actor, inspection, Stage.CONCLUDED, "concluded_on", concluded_on, *said)


@transaction.atomic
def notify(actor, *, inspection_id: int, notice: str, notified_on: date) -> Inspection:
    inspection = _held(actor, inspection_id)
    inspection.notice = tidy(nfc(notice))
    told = _step(actor, inspection, Stage.NOTIFIED, "notified_on", notified_on, "notice")
    give_remedies(actor, told)
    return told


@transaction.atomic
def close(actor, *, inspection_id: int, closed_on: date) -> Inspection:
    """When nothing that was found waits any more."""
    inspection = _held(actor, inspection_id)
    left = inspection.findings.filter(state__in=OPEN_FINDINGS).count()
    rules.may_close(left).or_refuse()
    return _step(actor, inspection, Stage.CLOSED, "closed_on", closed_on)


@transaction.atomic
def stop(actor, *, inspection_id: int, stopped_for: str) -> Inspection:
    inspection = _open(actor, inspection_id)
    inspection.stopped_for = tidy(nfc(stopped_for))
    return _step(actor, inspection, Stage.STOPPED, "stopped_on", today(), "stopped_for")


def _step(actor, inspection: Inspection, stage: str, field: str, on: date, *more: str):
    rules.may_step(inspection.stage, stage, inspection.step_days, on, today()).or_refuse()
    setattr(inspection, field, on)
    inspection.stage = stage
    inspection.save(update_fields=["stage", field, *more])
    record(
        actor,
        "inspection_stepped",
        subject=inspection,
        unit_path=inspection.unit.path,
        person=inspection.person_id,
        stage=stage,
        on=f"{on:%Y-%m-%d}",
    )
    return inspection


def _held(actor, inspection_id: int) -> Inspection:
    found = get_inspection(actor, inspection_id)
    require(actor, EDIT, found.unit.path)
    rows = Inspection.objects.select_for_update(of=("self",))
    return rows.select_related("unit", "subject", "person", "programme__home").get(pk=found.pk)


def _open(actor, inspection_id: int) -> Inspection:
    inspection = _held(actor, inspection_id)
    if inspection.stage not in OPEN_STAGES:
        refuse("oversight.concluded", "Cuộc kiểm tra, giám sát này đã kết luận hoặc đã dừng.")
    return inspection

"""A case is opened, goes its road, pauses, is decided; the decision alone writes the file."""

from datetime import date
from typing import Any

from django.db import transaction

from thenchot.discipline import penalties
from thenchot.discipline.access import DECIDE, EDIT
from thenchot.discipline.enums import (
    CONSIDERED,
    STATE_SIDES,
    CaseState,
    CouncilPart,
    Side,
    Source,
    StepKind,
)
from thenchot.discipline.models import Case, CasePause, CaseStep, CouncilMember
from thenchot.discipline.queries.cases import get_case, get_pause, get_step
from thenchot.discipline.rules import judging as rules
from thenchot.discipline.rules.steps import shipped
from thenchot.kernel.calendar import add_working_days
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import lock_unit
from thenchot.oversight.enums import FindingState
from thenchot.oversight.models import Finding
from thenchot.oversight.queries.inspections import is_kin
from thenchot.people.filing import changing
from thenchot.people.models import Person
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import SYSTEM, NotVisible, require
from thenchot.policy.parameters import DisciplinePolicy, WorkingCalendarPolicy


def policy_of(case_or_unit) -> DisciplinePolicy:
    home = case_or_unit.home if isinstance(case_or_unit, Case) else case_or_unit
    return policies.in_force(DisciplinePolicy, path=home.path, on=today())


def limits_of(home: Unit) -> rules.Limits:
    policy = policy_of(home)
    return rules.Limits(
        policy.days,
        policy.complex_days,
        policy.after_party_days,
        policy.bar_light_months,
        policy.bar_months,
        policy.effect_months,
        policy.vote_share,
    )


@transaction.atomic
def open_case(
    actor,
    *,
    unit_id: int,
    unit: Unit,
    side: str,
    act_on: date,
    found_on: date,
    person: Person | None = None,
    former: Case | None = None,
    **said: Any,
) -> Case:
    """With its road laid out; a case of the State after the Party's has no meeting and no council.
    `said`: kind, act, source, and what else the case tells.
    """
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    if not unit.path.startswith(home.path):
        raise NotVisible
    _not_oneself(actor, person)
    if not act_on <= found_on <= today():
        refuse("discipline.days", "Ngày phát hiện từ ngày có hành vi đến hôm nay.")
    due_on = _first_due(home, found_on, _announced(former, person, side) if former else None)
    if former:
        said["source"] = Source.PARTY
    made = Case.objects.create(
        home=home,
        unit=unit,
        person=person,
        former=former,
        side=side,
        act_on=act_on,
        found_on=found_on,
        opened_on=today(),
        first_due_on=due_on,
        due_on=due_on,
        opened_by_id=actor.account_id,
        **_tidied(said),
    )
    if not former:
        _lay_out(made)
    record(actor, "case_opened", **_of(made), kind=made.kind)
    return made


def _first_due(home: Unit, found_on: date, announced_on: date | None) -> date:
    """From the discovery; from the Party's decision where there is one."""
    follows = announced_on is not None
    days = rules.days_of(limits_of(home), is_complex=False, follows_party=follows)
    return rules.due_day(announced_on or found_on, days)


def _tidied(said: dict[str, Any]) -> dict[str, Any]:
    texts = {name: tidy(nfc(said[name])) for name in ("act", "source_note") if name in said}
    return said | texts


def _announced(former: Case, person: Person | None, side: str) -> date:
    fits = former.side == Side.PARTY and former.state == CaseState.DECIDED
    if not fits or side not in STATE_SIDES or person is None or former.person_id != person.pk:
        refuse(
            "discipline.former",
            "Kỷ luật hành chính theo sau kỷ luật Đảng đã quyết định của chính người đó.",
        )
    return former.decided_on or today()


@transaction.atomic
def open_from_finding(actor, *, finding_id: int, side: str, act_on: date) -> Case:
    """What an inspection handed over (S0-089, S0-143)."""
    rows = Finding.objects.visible_to(actor, EDIT).filter(state=FindingState.HANDED_OVER)
    rows = rows.select_related("unit", "person", "inspection__unit")
    finding = rows.filter(pk=finding_id).first()
    if finding is None:
        raise NotVisible
    if Case.objects.filter(finding=finding, side=side).exists():
        refuse("discipline.opened", "Phát hiện này đã mở vụ việc.")
    return open_case(
        actor,
        unit_id=finding.inspection.unit_id,
        unit=finding.unit,
        person=finding.person,
        side=side,
        kind=finding.kind,
        act=finding.text,
        act_on=act_on,
        found_on=finding.found_on,
        source=Source.FINDING,
        source_note=finding.inspection.decision,
        finding=finding,
    )


def _not_oneself(actor, person: Person | None) -> None:
    if person is not None and person.account_id and person.account_id == actor.account_id:
        refuse("discipline.own", "Không ai xử lý vụ việc của chính mình.")


def _lay_out(case: Case) -> None:
    CaseStep.objects.bulk_create(
        CaseStep(
            case=case,
            number=number,
            code=step.code,
            name=step.name,
            who=step.who,
            kind=step.kind,
            days=step.days,
            earliest=step.earliest,
        )
        for number, step in enumerate(shipped()[Side(case.side)].steps, 1)
    )


# On its way


@transaction.atomic
def finish_step(
    actor,
    *,
    step_id: int,
    done_on: date,
    document: str = "",
    outcome: str = "",
    official: int | None = None,
    present: int | None = None,
    votes: dict[str, int] | None = None,
) -> CaseStep:
    """In order; the day of the next one is worked out from this one."""
    step = get_step(actor, step_id)
    case = _open(actor, step.case_id)
    steps = list(case.steps.select_for_update().order_by("number"))
    step = steps[step.number - 1]
    days = [one.done_on for one in steps]
    rules.may_finish(step.number, days, done_on, today(), step.earliest_on).or_refuse()
    seats = council_of(case)
    if step.code == "council" and case.council.count() != seats:
        refuse("discipline.council", f"Hội đồng gồm {seats} thành viên; ghi đủ người trước.")
    if step.kind == StepKind.VOTE:
        _count(case, step, official or 0, present or 0, votes or {})
    step.done_on, step.document, step.outcome = done_on, tidy(nfc(document)), nfc(outcome).strip()
    step.save()
    if step.number < len(steps):
        _date_next(case, steps[step.number], done_on)
    record(
        actor,
        "case_step_finished",
        subject=case,
        unit_path=case.home.path,
        person=case.person_id,
        step=step.name,
    )
    return step


def _count(case: Case, step: CaseStep, official: int, present: int, votes: dict[str, int]) -> None:
    official = council_of(case) or official
    rules.may_vote(case.side, official, present, votes).or_refuse()
    step.official, step.present, step.votes = official, present, votes


def _date_next(case: Case, step: CaseStep, done_on: date) -> None:
    step.due_on = working_days(case, done_on, step.days) if step.days else None
    step.earliest_on = working_days(case, done_on, step.earliest) if step.earliest else None
    step.save(update_fields=["due_on", "earliest_on"])


def working_days(case: Case, day: date, count: int) -> date:
    policy = policies.in_force(WorkingCalendarPolicy, path=case.home.path, on=today())
    return add_working_days(day, count, policy.calendar())


def council_of(case: Case) -> int:
    """How many members; none for the Party."""
    return shipped()[Side(case.side)].council


def proposed_form(case: Case) -> str:
    """What the vote says, empty where there was none or nothing was reached."""
    step = case.steps.filter(kind=StepKind.VOTE, done_on__isnull=False).first()
    if step is None or not step.official:
        return ""
    base = rules.base_of(case.side, step.official, step.present or 0)
    forms = penalties.in_force(case.side, case.opened_on)
    return rules.outvoted(forms, step.votes, base, limits_of(case.home).vote_share)


@transaction.atomic
def seat_member(actor, *, case_id: int, person_id: int, part: str) -> CouncilMember:
    """Three of them, none of whom has an interest that the files tell."""
    case = _open(actor, case_id)
    person = Person.objects.visible_to(actor, EDIT).filter(pk=person_id).first()
    if person is None:
        raise NotVisible
    council = list(case.council.all())
    if any(one.person_id == person.pk for one in council):
        refuse("discipline.in_council", f"{person.full_name} đã ở trong Hội đồng.")
    if len(council) >= council_of(case):
        refuse("discipline.council_full", f"Hội đồng đã đủ {council_of(case)} thành viên.")
    if part != CouncilPart.MEMBER and any(one.part == part for one in council):
        refuse("discipline.part", "Vai trò này trong Hội đồng đã có người.")
    if case.person and (case.person_id == person.pk or is_kin(person, case.person)):
        refuse(
            "discipline.kin",
            f"{person.full_name} là người được xem xét hoặc người thân (theo hồ sơ): không vào "
            "Hội đồng.",
            "Nghị định 234/2026/NĐ-CP, Điều 2.11",
        )
    made = CouncilMember.objects.create(case=case, person=person, part=part)
    record(
        actor,
        "case_council_seated",
        subject=case,
        unit_path=case.home.path,
        person=person.pk,
    )
    return made


@transaction.atomic
def mark_complex(actor, *, case_id: int, reason: str) -> Case:
    """The longer limit, counted from the discovery."""
    case = _open(actor, case_id)
    if case.complex_for or case.former_id:
        refuse("discipline.complex", "Thời hạn vụ việc này không kéo dài thêm được.")
    case.complex_for = tidy(nfc(reason))
    case.due_on = _due(case)
    case.save(update_fields=["complex_for", "due_on"])
    record(actor, "case_marked_complex", **_of(case))
    return case


@transaction.atomic
def pause(actor, *, case_id: int, ground: str, document: str, begins_on: date) -> CasePause:
    case = _open(actor, case_id)
    if not case.opened_on <= begins_on <= today():
        refuse("discipline.pause", "Ngày tạm dừng từ ngày bắt đầu xem xét đến hôm nay.")
    if case.pauses.filter(ends_on__isnull=True).exists():
        refuse("discipline.paused", "Vụ việc đang tạm dừng.")
    made = CasePause.objects.create(
        case=case, ground=ground, document=tidy(nfc(document)), begins_on=begins_on
    )
    record(actor, "case_paused", **_of(case), ground=ground)
    return made


@transaction.atomic
def resume(actor, *, pause_id: int, ends_on: date) -> CasePause:
    """What was left of the limit runs on: the last day moves by the days of the pause."""
    found = get_pause(actor, pause_id)
    case = _open(actor, found.case_id)
    if found.ends_on or not found.begins_on < ends_on <= today():
        refuse("discipline.resume", "Tiếp tục sau ngày tạm dừng và không sau hôm nay.")
    found.ends_on = ends_on
    found.save(update_fields=["ends_on"])
    case.due_on = _due(case)
    case.save(update_fields=["due_on"])
    record(actor, "case_resumed", **_of(case))
    return found


def _due(case: Case) -> date:
    pauses = [rules.Paused(one.begins_on, one.ends_on) for one in case.pauses.all()]
    former = case.former
    begins_on = (former.decided_on or case.opened_on) if former else case.found_on
    days = rules.days_of(
        limits_of(case.home), is_complex=bool(case.complex_for), follows_party=former is not None
    )
    return rules.due_day(begins_on, days, pauses)


# The end


@transaction.atomic
def decide(
    actor,
    *,
    case_id: int,
    form: str,
    decision: str,
    decided_by_body: str,
    decided_on: date,
    effective_on: date,
) -> Case:
    """After every step, within the bar, never lighter than the effect of an earlier one lets. Of a
    case that was forwarded, what the level above decided.
    """
    case = _to_end(actor, case_id)
    is_here = case.state == CaseState.OPEN
    if is_here and case.steps.filter(done_on__isnull=True).exists():
        refuse("discipline.steps", "Chưa đủ các bước; ghi các bước còn lại trước khi quyết định.")
    if case.pauses.filter(ends_on__isnull=True).exists():
        refuse("discipline.paused", "Vụ việc đang tạm dừng.")
    if decided_on > today():
        refuse("discipline.day", "Ngày quyết định không sau hôm nay.")
    limits = limits_of(case.home)
    rules.may_consider(case.act_on, form, case.opened_on, case.has_no_bar, limits).or_refuse()
    _ask_form(case, form, decided_on)
    begins = case.former.effective_on if case.former and case.former.effective_on else effective_on
    case.form, case.decision = form, tidy(nfc(decision))
    case.decided_by_body, case.decided_on = tidy(nfc(decided_by_body)), decided_on
    case.effective_on, case.ends_on = begins, rules.effect_ends(begins, limits)
    case.state, case.decided_by_id = CaseState.DECIDED, actor.account_id
    case.record = _written(case)
    case.save()
    record(actor, "case_decided", **_of(case), form=penalties.name_of(case.side, form))
    return case


def _ask_form(case: Case, form: str, on: date) -> None:
    ranks = penalties.in_force(case.side, on)
    if form not in ranks:
        refuse("discipline.form", "Hình thức này không áp dụng cho loại kỷ luật đang xem xét.")
    if case.person_id is None or case.former_id:
        return
    running = (
        Case.objects.filter(
            person=case.person_id,
            side=case.side,
            state=CaseState.DECIDED,
            effective_on__lte=case.act_on,
            ends_on__gte=case.act_on,
        )
        .order_by("-effective_on")
        .first()
    )
    if running is None or running.form not in ranks:
        return
    if ranks.index(form) <= ranks.index(running.form):
        least = rules.least_form(ranks, running.form, form)
        refuse(
            "discipline.repeat",
            f"Hành vi xảy ra khi quyết định {running.decision} đang có hiệu lực: hình thức phải "
            f"nặng hơn, từ “{penalties.name_of(case.side, least)}”.",
            "Nghị định 172/2025/NĐ-CP",
        )


def _written(case: Case):
    """The row of the personal file, by the program: the decision says it."""
    if case.person is None:
        return None
    return changing.add_row(
        SYSTEM,
        person_id=case.person.pk,
        section=penalties.section_of(case.side),
        source=f"Quyết định {case.decision}"[:200],
        form=case.form,
        act=case.act[:300],
        decided_by=case.decided_by_body,
        decision=case.decision,
        valid_from=case.effective_on,
        valid_from_known="d",
        valid_to=case.ends_on,
        valid_to_known="d",
    )


@transaction.atomic
def end_without(actor, *, case_id: int, state: str, reason: str) -> Case:
    """No violation, exempted (S0-084), barred by time, or forwarded to the level that may
    (S1-043).
    """
    case = _to_end(actor, case_id)
    if case.state == state or state not in (
        CaseState.CLEARED,
        CaseState.EXEMPTED,
        CaseState.BARRED,
        CaseState.FORWARDED,
    ):
        raise NotVisible
    case.state, case.ended_for = state, nfc(reason).strip()
    case.decided_by_id = actor.account_id
    case.save(update_fields=["state", "ended_for", "decided_by"])
    record(actor, "case_ended", **_of(case), state=state)
    return case


@transaction.atomic
def revoke(actor, *, case_id: int, reason: str, revoked_on: date) -> Case:
    """Wrongly disciplined: the row leaves the file, and it is told in public within the days of the
    policy.
    """
    case = _held(actor, case_id)
    require(actor, DECIDE, case.home.path)
    if case.state != CaseState.DECIDED:
        refuse("discipline.not_decided", "Chỉ hủy quyết định kỷ luật đang có.")
    if not (case.decided_on or revoked_on) <= revoked_on <= today():
        refuse("discipline.day", "Ngày hủy từ ngày quyết định đến hôm nay.")
    case.state, case.revoked_on, case.ended_for = CaseState.REVOKED, revoked_on, tidy(nfc(reason))
    case.publish_by = working_days(case, revoked_on, policy_of(case).publish_days)
    case.save(update_fields=["state", "revoked_on", "ended_for", "publish_by"])
    if case.record and case.record.replaced_at is None:
        section = penalties.section_of(case.side)
        changing.withdraw_row(SYSTEM, section=section, row_id=case.record.pk, reason=case.ended_for)
    record(actor, "case_revoked", **_of(case))
    return case


def _of(case: Case) -> dict[str, Any]:
    """What the trail says of it."""
    return {"subject": case, "unit_path": case.home.path, "person": case.person_id}


def _held(actor, case_id: int) -> Case:
    seen = get_case(actor, case_id)
    rows = Case.objects.select_for_update(of=("self",))
    return rows.select_related("home", "unit", "person", "former", "record").get(pk=seen.pk)


def _open(actor, case_id: int) -> Case:
    case = _held(actor, case_id)
    require(actor, EDIT, case.home.path)
    _ask_state(case, CaseState.OPEN)
    return case


def _to_end(actor, case_id: int) -> Case:
    """Also what was forwarded: the level above answers through it."""
    case = _held(actor, case_id)
    require(actor, DECIDE, case.home.path)
    _ask_state(case, *CONSIDERED)
    return case


def _ask_state(case: Case, *states: str) -> None:
    if case.state not in states:
        refuse("discipline.ended", "Vụ việc này đã kết thúc, hoặc đã chuyển cấp trên.")

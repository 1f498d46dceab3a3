"""A round is drawn up from needs, approved by a second person, announced."""

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy, words
from thenchot.organisation.models import JobPosition
from thenchot.organisation.queries import get_unit, home_of
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.policy.codelists import code_list
from thenchot.recruitment.access import DECIDE, EDIT
from thenchot.recruitment.enums import Manner, RoundState
from thenchot.recruitment.models import Opening, Round
from thenchot.recruitment.queries import needs
from thenchot.recruitment.queries.rounds import (
    get_opening,
    policy_of,
    window_of,
)
from thenchot.recruitment.rules import days, running
from thenchot.recruitment.rules.needs import may_open
from thenchot.recruitment.services.stepping import begin, lock_round, not_ahead, of_round, step


@transaction.atomic
def open_round(
    actor,
    *,
    unit_id: int,
    name: str,
    manner: str = Manner.EXAM,
    second: str = "written",
    criteria: str = "",
    contact: str = "",
    basis: str = "",
) -> Round:
    """A draft without positions yet."""
    home = get_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    made = Round.objects.create(
        unit=home,
        name=tidy(nfc(name)),
        manner=manner,
        second=second,
        criteria=nfc(criteria).strip(),
        contact=tidy(nfc(contact)),
        basis=tidy(nfc(basis)),
        begun_on=today(),
        made_by_id=actor.account_id,
    )
    record(actor, "recruitment_round_opened", **of_round(made), called=made.name)
    return made


@transaction.atomic
def open_for_need(actor, *, position_id: int) -> Opening:
    """The whole need of a position goes into the round that is being drawn up, on top of what it
    opens of it already; without one, a round begins.
    """
    position = needs.get_position(actor, position_id)
    home = home_of(position.unit)
    require(actor, EDIT, home.path)
    draft = Round.objects.filter(unit=home, state=RoundState.DRAFT).order_by("-pk").first()
    if draft is None:
        name = f"Đợt tuyển dụng năm {today().year} của {home.name}"
        draft = open_round(actor, unit_id=home.pk, name=name)
    need = needs.needs_of([position], today())[position.pk]
    there = draft.openings.filter(position=position).first()
    if there:
        more = there.number + max(1, need.number)
        return change_opening(
            actor, opening_id=there.pk, number=more, level=there.level, majors=there.majors
        )
    return add_opening(
        actor, round_id=draft.pk, position_id=position.pk, number=max(1, need.number)
    )


@transaction.atomic
def add_opening(
    actor,
    *,
    round_id: int,
    position_id: int,
    number: int,
    level: str = "",
    majors: list[str] | None = None,
) -> Opening:
    """Refused for a position that is not approved, without a quota, above the need."""
    round_ = lock_round(actor, round_id, EDIT)
    _is_draft(round_)
    position = _position(round_, position_id)
    if round_.openings.filter(position=position).exists():
        refuse("recruitment.twice", f"{position.name} đã có trong đợt này.")
    need = _ask_need(position, number)
    made = Opening.objects.create(
        round=round_,
        position=position,
        name=position.name,
        number=number,
        level=level or _level_of(position),
        majors=_majors(position) if majors is None else majors,
        approved=need.approved,
        present=need.present,
        arriving=need.arriving,
    )
    if not round_.basis:
        quota = needs.counts_for([position], today()).quota_of(position)
        round_.basis = quota.basis if quota else ""
        round_.save(update_fields=["basis"])
    record(actor, "recruitment_opening_added", **of_round(round_), called=made.name, number=number)
    return made


def _position(round_: Round, position_id: int) -> JobPosition:
    rows = JobPosition.objects.kept().select_related("scheme__unit", "unit", "title")
    found = rows.filter(pk=position_id, unit__path__startswith=round_.unit.path).first()
    if found is None:
        raise NotVisible
    return found


def _ask_need(position: JobPosition, number: int, *, besides: int = 0):
    """`besides`: what the round already opens of it, which the need counts as arriving."""
    on = today()
    need = needs.needs_of([position], on)[position.pk]
    if besides:
        need = needs.Need(
            need.approved,
            need.present,
            need.arriving - besides,
            None if need.room is None else need.room + besides,
        )
    is_approved = needs.is_approved(position, on)
    quota = f"khối {position.unit.get_bloc_display()} năm {on.year}"
    may_open(position.name, number, need, is_approved=is_approved, quota=quota).or_refuse()
    return need


def _level_of(position: JobPosition) -> str:
    """The least degree its description names; of none where it names none."""
    text = str((position.description or {}).get("qualification", {}).get("degree", ""))
    said = " ".join(words(text))
    levels = [one for one in code_list("degree") if one.rank]
    named = [
        one
        for one in levels
        if any(" ".join(words(name)) in said for name in (one.name, *one.names) if len(name) > 3)
    ]
    return min(named, key=lambda one: one.rank).code if named else ""


def _majors(position: JobPosition) -> list[str]:
    return [str(one) for one in position.fields or []]


@transaction.atomic
def change_opening(
    actor, *, opening_id: int, number: int, level: str, majors: list[str]
) -> Opening:
    opening = get_opening(actor, opening_id)
    round_ = lock_round(actor, opening.round_id, EDIT)
    _is_draft(round_)
    _ask_need(_position(round_, opening.position_id), number, besides=opening.number)
    opening.number, opening.level, opening.majors = number, level, majors
    opening.save(update_fields=["number", "level", "majors"])
    record(
        actor, "recruitment_opening_changed", **of_round(round_), called=opening.name, number=number
    )
    return opening


@transaction.atomic
def drop_opening(actor, *, opening_id: int) -> Round:
    """Out of a draft."""
    opening = get_opening(actor, opening_id)
    round_ = lock_round(actor, opening.round_id, EDIT)
    _is_draft(round_)
    record(actor, "recruitment_opening_dropped", **of_round(round_), called=opening.name)
    opening.is_dropped = True
    opening.save(update_fields=["is_dropped"])
    return round_


@transaction.atomic
def change_plan(
    actor, *, round_id: int, name: str, manner: str, second: str, criteria: str, contact: str
) -> Round:
    round_ = lock_round(actor, round_id, EDIT)
    _is_draft(round_)
    round_.name, round_.manner, round_.second = tidy(nfc(name)), manner, second
    round_.criteria, round_.contact = nfc(criteria).strip(), tidy(nfc(contact))
    round_.save()
    record(actor, "recruitment_plan_changed", **of_round(round_))
    return round_


def _is_draft(round_: Round) -> None:
    if round_.state != RoundState.DRAFT:
        refuse(
            "recruitment.draft",
            f"Kế hoạch {running.WORDS[RoundState(round_.state)]}: chỉ sửa khi đang soạn.",
        )


# The plan and the notice


@transaction.atomic
def submit_plan(actor, *, round_id: int) -> Round:
    round_ = begin(actor, round_id, "submit", EDIT)
    if not round_.openings.exists():
        refuse("recruitment.empty", "Kế hoạch chưa có vị trí nào: thêm vị trí từ trang Nhu cầu.")
    _within_need(round_)
    round_.submitted_by_id, round_.returned_for = actor.account_id, ""
    return step(actor, round_, "submit")


def _within_need(round_: Round) -> None:
    """Everything the round opens is asked anew."""
    for opening in round_.openings.select_related("position"):
        _ask_need(_position(round_, opening.position_id), opening.number, besides=opening.number)


@transaction.atomic
def give_back_plan(actor, *, round_id: int, reason: str) -> Round:
    round_ = begin(actor, round_id, "give_back", DECIDE)
    if not reason.strip():
        refuse("recruitment.reason", "Ghi lý do trả lại kế hoạch.")
    round_.returned_for = tidy(nfc(reason))
    return step(actor, round_, "give_back", reason=round_.returned_for)


@transaction.atomic
def approve_plan(actor, *, round_id: int, plan_no: str, approved_on: date) -> Round:
    """By somebody else than who drew it up; nothing above the need of that day."""
    round_ = begin(actor, round_id, "approve", DECIDE)
    running.may_approve(actor.account_id, round_.made_by_id, round_.submitted_by_id).or_refuse()
    not_ahead(approved_on)
    _within_need(round_)
    round_.plan_no, round_.approved_on = tidy(nfc(plan_no)), approved_on
    round_.approved_by_id = actor.account_id
    return step(actor, round_, "approve", decision=round_.plan_no)


@transaction.atomic
def publish_notice(
    actor, *, round_id: int, notice_no: str, notice_on: date, opens_on: date, closes_on: date
) -> Round:
    round_ = begin(actor, round_id, "publish", EDIT)
    not_ahead(notice_on)
    if notice_on < round_.approved_on:
        refuse(
            "recruitment.notice_on",
            f"Thông báo không trước ngày phê duyệt kế hoạch {round_.approved_on:%d/%m/%Y}.",
        )
    if opens_on < notice_on:
        refuse("recruitment.opens_on", f"Nhận phiếu không trước thông báo {notice_on:%d/%m/%Y}.")
    days.may_window(opens_on, closes_on, policy_of(round_).form_days).or_refuse()
    round_.notice_no, round_.notice_on = tidy(nfc(notice_no)), notice_on
    round_.opens_on, round_.closes_on = opens_on, closes_on
    return step(actor, round_, "publish", on=notice_on)


@transaction.atomic
def change_notice(
    actor, *, round_id: int, opens_on: date, closes_on: date, criteria: str, contact: str
) -> Round:
    """Once, in time before forms are received."""
    round_ = lock_round(actor, round_id, EDIT)
    if round_.state != RoundState.PUBLISHED:
        refuse("recruitment.notice", "Chỉ thay đổi thông báo đã công bố, trước khi nhận phiếu.")
    policy, (opens, _closes) = policy_of(round_), window_of(round_)
    days.may_change(today(), opens, policy.change_days, bool(round_.changed_on)).or_refuse()
    if opens_on < opens:
        refuse(
            "recruitment.opens_on",
            f"Ngày nhận phiếu không sớm hơn ngày đã thông báo {opens:%d/%m/%Y}.",
        )
    days.may_window(opens_on, closes_on, policy.form_days).or_refuse()
    round_.opens_on, round_.closes_on, round_.changed_on = opens_on, closes_on, today()
    round_.criteria, round_.contact = nfc(criteria).strip(), tidy(nfc(contact))
    round_.save()
    record(actor, "recruitment_notice_changed", **of_round(round_), on=opens_on)
    return round_

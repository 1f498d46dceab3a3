"""A round is drawn up from needs, approved by a second person, announced, taken step by step."""

from datetime import date
from typing import Any

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.periods import months_after
from thenchot.kernel.text import nfc, tidy, words
from thenchot.organisation.models import JobPosition
from thenchot.organisation.queries import get_unit, home_of
from thenchot.people.models import Discipline, Person, Relative
from thenchot.platform.audit.trail import digest, record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.policy.codelists import code_list
from thenchot.recruitment.access import DECIDE, EDIT, SEE
from thenchot.recruitment.enums import ApplicantState, Manner, RoundState
from thenchot.recruitment.models import Applicant, CouncilMember, Opening, Round
from thenchot.recruitment.queries import needs
from thenchot.recruitment.queries.applicants import outcome_of, passed_first
from thenchot.recruitment.queries.rounds import (
    appeals_until,
    form_of,
    get_member,
    get_opening,
    limit_of,
    papers_of,
    policy_of,
    window_of,
)
from thenchot.recruitment.rules import days, running
from thenchot.recruitment.rules.needs import may_open

# Drawing up


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
    round_ = _begin(actor, round_id, "submit", EDIT)
    if not round_.openings.exists():
        refuse("recruitment.empty", "Kế hoạch chưa có vị trí nào: thêm vị trí từ trang Nhu cầu.")
    _within_need(round_)
    round_.submitted_by_id, round_.returned_for = actor.account_id, ""
    return _step(actor, round_, "submit")


def _within_need(round_: Round) -> None:
    """Everything the round opens is asked anew."""
    for opening in round_.openings.select_related("position"):
        _ask_need(_position(round_, opening.position_id), opening.number, besides=opening.number)


@transaction.atomic
def give_back_plan(actor, *, round_id: int, reason: str) -> Round:
    round_ = _begin(actor, round_id, "give_back", DECIDE)
    if not reason.strip():
        refuse("recruitment.reason", "Ghi lý do trả lại kế hoạch.")
    round_.returned_for = tidy(nfc(reason))
    return _step(actor, round_, "give_back", reason=round_.returned_for)


@transaction.atomic
def approve_plan(actor, *, round_id: int, plan_no: str, approved_on: date) -> Round:
    """By somebody else than who drew it up; nothing above the need of that day."""
    round_ = _begin(actor, round_id, "approve", DECIDE)
    running.may_approve(actor.account_id, round_.made_by_id, round_.submitted_by_id).or_refuse()
    _not_ahead(approved_on)
    _within_need(round_)
    round_.plan_no, round_.approved_on = tidy(nfc(plan_no)), approved_on
    round_.approved_by_id = actor.account_id
    return _step(actor, round_, "approve", decision=round_.plan_no)


@transaction.atomic
def publish_notice(
    actor, *, round_id: int, notice_no: str, notice_on: date, opens_on: date, closes_on: date
) -> Round:
    round_ = _begin(actor, round_id, "publish", EDIT)
    _not_ahead(notice_on)
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
    return _step(actor, round_, "publish", on=notice_on)


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


# The council


@transaction.atomic
def add_member(actor, *, round_id: int, person_id: int, part: str) -> CouncilMember:
    """Nobody who is disciplined, nobody whose relative applies, no applicant."""
    round_ = lock_round(actor, round_id, EDIT)
    if round_.state in (RoundState.RANKED, RoundState.RESULTS, RoundState.DONE):
        refuse("recruitment.council", "Kết quả đã phê duyệt: hội đồng không thay đổi nữa.")
    person = Person.objects.visible_to(actor, EDIT).filter(pk=person_id).first()
    if person is None:
        raise NotVisible
    if round_.council.filter(person=person).exists():
        refuse("recruitment.member", f"{person.full_name} đã ở trong hội đồng.")
    if part == "chair" and round_.council.filter(part="chair").exists():
        refuse("recruitment.chair", "Hội đồng đã có chủ tịch.")
    _ask_member(round_, person)
    made = CouncilMember.objects.create(round=round_, person=person, part=part)
    record(actor, "recruitment_member_added", **of_round(round_), person=person.pk, part=part)
    return made


def _ask_member(round_: Round, person: Person) -> None:
    """Neither disciplined, nor an applicant, nor kin of one."""
    on = today()
    months = policy_of(round_).discipline_months
    begun = Discipline.objects.filter(person=person, valid_from__lte=on)
    days_begun = begun.values_list("valid_from", flat=True)
    if any(day and months_after(day, months) > on for day in days_begun):
        refuse(
            "recruitment.disciplined",
            f"{person.full_name} đang trong {months} tháng từ ngày bị kỷ luật: không vào hội đồng.",
        )
    applying = list(round_.applicants.exclude(state=ApplicantState.WITHDRAWN))
    if person.identity_no and any(one.identity_no == person.identity_no for one in applying):
        refuse("recruitment.applies", f"{person.full_name} dự tuyển ở đợt này.")
    kin = _kin(person)
    named = [one for one in applying if (_name(one.full_name), _year(one)) in kin]
    if named:
        refuse(
            "recruitment.kin",
            f"{named[0].full_name} dự tuyển và là người thân khai trong hồ sơ của "
            f"{person.full_name}: người này không vào hội đồng.",
        )


def _kin(person: Person) -> set[tuple[str, int]]:
    """Name and year of birth of the relatives in the file."""
    rows = Relative.objects.filter(person=person)
    return {(_name(row.name), int(row.born_year)) for row in rows if row.born_year.isdigit()}


def _year(one: Applicant) -> int | None:
    return one.born_on.year if one.born_on else None


def _name(text: str) -> str:
    return " ".join(words(text))


@transaction.atomic
def drop_member(actor, *, member_id: int) -> Round:
    member = get_member(actor, member_id)
    round_ = lock_round(actor, member.round_id, EDIT)
    if round_.marked_on:
        refuse("recruitment.council", "Điểm đã chốt: hội đồng không thay đổi nữa.")
    record(actor, "recruitment_member_dropped", **of_round(round_), person=member.person_id)
    member.is_dropped = True
    member.save(update_fields=["is_dropped"])
    return round_


def _council_holds(round_: Round) -> None:
    members = list(round_.council.select_related("person"))
    sizes = policy_of(round_).council
    running.council_holds([one.part for one in members], sizes).or_refuse()
    for member in members:
        _ask_member(round_, member.person)


# From forms to results


@transaction.atomic
def issue_list(actor, *, round_id: int, on: date, late_reason: str = "") -> Round:
    """Who may take part, each refusal with its reason; nothing is left unlooked at."""
    round_ = _begin(actor, round_id, "list", EDIT)
    _not_ahead(on)
    _opens, closes = window_of(round_)
    if on <= closes:
        refuse(
            "recruitment.receiving",
            f"Đợt này còn nhận phiếu đến hết ngày {closes:%d/%m/%Y}.",
        )
    left = round_.applicants.filter(state=ApplicantState.RECEIVED).count()
    if left:
        refuse("recruitment.unjudged", f"Còn {left} phiếu chưa xét điều kiện.")
    if not round_.applicants.filter(state=ApplicantState.ELIGIBLE).exists():
        refuse("recruitment.nobody", "Không có ai đủ điều kiện: hủy đợt với lý do.")
    _in_time(round_, "list", "Danh sách đủ điều kiện", on, late_reason)
    round_.listed_on = on
    return _step(actor, round_, "list", on=on)


@transaction.atomic
def seal_first(
    actor, *, round_id: int, first_on: date, absent: int, late_reason: str = ""
) -> Round:
    """The council has marked the first stage: marks stand, who passed goes on."""
    round_ = _begin(actor, round_id, "seal_first", EDIT)
    _not_ahead(first_on)
    if first_on < round_.listed_on:
        refuse(
            "recruitment.first_on",
            f"Vòng 1 không trước ngày có danh sách {round_.listed_on:%d/%m/%Y}.",
        )
    _in_time(round_, "seal_first", "Vòng 1", first_on, late_reason)
    people = _ready_to_seal(round_, ApplicantState.ELIGIBLE, absent)
    policy = policy_of(round_)
    for one in people:
        on_goes = passed_first(one, policy)
        one.state = ApplicantState.SECOND if on_goes else ApplicantState.OUT
    Applicant.objects.bulk_update(people, ["state"])
    round_.first_on = first_on
    return _step(actor, round_, "seal_first", on=first_on, seal=_seal(people))


@transaction.atomic
def seal_second(
    actor,
    *,
    round_id: int,
    second_on: date,
    marked_on: date,
    absent: int,
    late_reason: str = "",
) -> Round:
    """All marks stand; from the day they are told on, papers may be appealed against."""
    round_ = _begin(actor, round_id, "seal_second", EDIT)
    _not_ahead(marked_on)
    if marked_on < second_on:
        refuse("recruitment.marked_on", "Ngày công bố điểm không trước ngày vòng 2.")
    begun = round_.first_on or round_.listed_on
    if second_on < begun:
        refuse("recruitment.second_on", f"Vòng 2 không trước {begun:%d/%m/%Y}.")
    _in_time(round_, "seal_second", "Vòng 2", second_on, late_reason)
    round_.second_on = second_on
    _in_time(round_, "mark", "Chấm bài", marked_on, late_reason)
    is_exam = round_.manner == Manner.EXAM
    state = ApplicantState.SECOND if is_exam else ApplicantState.ELIGIBLE
    people = _ready_to_seal(round_, state, absent)
    for one in people:
        one.state = ApplicantState.SECOND
    Applicant.objects.bulk_update(people, ["state"])
    round_.marked_on = marked_on
    return _step(actor, round_, "seal_second", on=marked_on, seal=_seal(people))


def _ready_to_seal(round_: Round, state: str, absent: int) -> list[Applicant]:
    """A whole council, and as many without marks as were absent."""
    _council_holds(round_)
    papers = papers_of(round_)
    people = list(
        round_.applicants.filter(state=state)
        .select_related("round__unit")
        .prefetch_related("scores")
        .order_by("number")
    )
    lacking = [one for one in people if not set(papers) <= marked(one)]
    if len(lacking) != absent:
        named = ", ".join(f"{one.number:03d}" for one in lacking[:8])
        refuse(
            "recruitment.absent",
            f"{len(lacking)} người chưa đủ điểm{f' (số báo danh {named})' if named else ''}, số "
            f"vắng ghi là {absent}: ghi đủ điểm, hoặc ghi đúng số người vắng.",
        )
    return people


def marked(one: Applicant) -> set[str]:
    """Papers that have a mark."""
    return {score.paper for score in one.scores.all() if score.points is not None}


def _seal(people: list[Applicant]) -> str:
    """What the trail keeps of all marks: shows later that none was changed."""
    rows = [
        f"{one.number}:{score.paper}={score.points}{score.breach}"
        for one in people
        for score in sorted(one.scores.all(), key=lambda score: score.paper)
    ]
    return digest(";".join(rows))


@transaction.atomic
def approve_results(
    actor, *, round_id: int, result_no: str, ranked_on: date, late_reason: str = ""
) -> Round:
    """From the top down for every position; equals at the border were chosen by the head."""
    round_ = _begin(actor, round_id, "rank", DECIDE)
    _not_ahead(ranked_on)
    _appeals_are_over(round_, ranked_on)
    _in_time(round_, "rank", "Phê duyệt kết quả", ranked_on, late_reason)
    for opening in round_.openings.order_by("pk"):
        _choose(round_, opening)
    round_.result_no, round_.ranked_on = tidy(nfc(result_no)), ranked_on
    round_.ranked_by_id = actor.account_id
    return _step(actor, round_, "rank", decision=round_.result_no)


def _appeals_are_over(round_: Round, on: date) -> None:
    last = appeals_until(round_)
    if form_of(round_).reviewed and on <= last:
        refuse("recruitment.appeals", f"Còn hạn đề nghị phúc khảo đến hết ngày {last:%d/%m/%Y}.")
    if on < last:
        refuse("recruitment.early", f"Phê duyệt kết quả không trước {last:%d/%m/%Y}.")
    unanswered = round_.applicants.filter(
        scores__appealed_on__isnull=False, scores__reviewed_on__isnull=True
    ).count()
    if unanswered:
        refuse("recruitment.unanswered", f"Còn {unanswered} bài chưa chấm phúc khảo.")


def _choose(round_: Round, opening: Opening) -> None:
    outcome = outcome_of(opening, round_)
    if outcome.open:
        rows = Applicant.objects.filter(pk__in=outcome.open).order_by("number")
        named = ", ".join(str(one) for one in rows)
        refuse(
            "recruitment.equal",
            f"{opening.name}: {named} bằng điểm ở chỗ cuối cùng. Người đứng đầu chọn thứ tự ở "
            f"trang của từng người, có lý do.",
        )
    totals = {one.key: one.total for one in outcome.order}
    people = list(opening.applicants.filter(state=ApplicantState.SECOND))
    for one in people:
        is_chosen = one.pk in outcome.won
        one.state = ApplicantState.WON if is_chosen else ApplicantState.NOT_WON
        one.total = totals.get(one.pk)
    Applicant.objects.bulk_update(people, ["state", "total"])


@transaction.atomic
def show_results(actor, *, round_id: int, public_on: date, late_reason: str = "") -> Round:
    """On the public page, and to everybody by code."""
    round_ = _begin(actor, round_id, "show", EDIT)
    _not_ahead(public_on)
    _in_time(round_, "show", "Công khai kết quả", public_on, late_reason)
    round_.public_on = public_on
    round_.applicants.filter(state=ApplicantState.WON).update(called_on=public_on)
    return _step(actor, round_, "show", on=public_on)


def waiting(round_: Round):
    """Those who won and neither work yet nor were struck."""
    states = [ApplicantState.WON, ApplicantState.HIRED]
    return round_.applicants.filter(state__in=states)


@transaction.atomic
def finish_round(actor, *, round_id: int) -> Round:
    """Nobody waits any more; what was not filled is need again, results are not kept for later."""
    round_ = _begin(actor, round_id, "finish", EDIT)
    if count := waiting(round_).count():
        refuse(
            "recruitment.waiting",
            f"Còn {count} người trúng tuyển chưa nhận việc, chưa hủy kết quả.",
        )
    round_.done_on = today()
    return _step(actor, round_, "finish")


@transaction.atomic
def cancel_round(actor, *, round_id: int, reason: str) -> Round:
    round_ = _begin(actor, round_id, "cancel", EDIT)
    if not reason.strip():
        refuse("recruitment.reason", "Ghi lý do hủy đợt.")
    round_.cancelled_for, round_.done_on = tidy(nfc(reason))[:300], today()
    return _step(actor, round_, "cancel", reason=round_.cancelled_for)


# Common


def lock_round(actor, round_id: int, permission: str) -> Round:
    """Visible, and kept from changing until the transaction ends."""
    visible = Round.objects.visible_to(actor, SEE).values("pk")
    rows = Round.objects.select_for_update(of=("self",)).select_related("unit")
    found = rows.filter(pk=round_id, pk__in=visible).first()
    if found is None:
        raise NotVisible
    require(actor, permission, found.unit.path)
    return found


def _begin(actor, round_id: int, step: str, permission: str) -> Round:
    round_ = lock_round(actor, round_id, permission)
    running.may_step(round_.state, step, round_.manner).or_refuse()
    return round_


def _step(actor, round_: Round, step: str, **facts: Any) -> Round:
    round_.state = running.after(step)
    round_.save()
    told = {"step": running.STEPS[step][0], **facts}
    record(actor, "recruitment_round_stepped", **of_round(round_), **told)
    return round_


def _in_time(round_: Round, step: str, what: str, on: date, reason: str) -> None:
    limit = limit_of(round_, step)
    if limit is None:
        return
    days.may_be_on(what, on, limit, reason=reason).or_refuse()
    if on > limit.last:
        line = f"{what}: {limit.arithmetic}, thực hiện {on:%d/%m/%Y}. {tidy(nfc(reason))}"
        round_.late = f"{round_.late}\n{line}".strip()


def _not_ahead(on: date) -> None:
    if on > today():
        refuse("recruitment.ahead", f"Ngày ghi không sau hôm nay ({today():%d/%m/%Y}).")


def of_round(round_: Round) -> dict[str, Any]:
    return {"subject": round_, "unit_path": round_.unit.path}

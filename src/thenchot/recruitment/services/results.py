"""From the forms to the results: the list, sealed marks, appeals, who wins."""

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.platform.audit.trail import digest
from thenchot.platform.clock import today
from thenchot.recruitment.access import DECIDE, EDIT
from thenchot.recruitment.enums import ApplicantState, Manner
from thenchot.recruitment.models import Applicant, Opening, Round
from thenchot.recruitment.queries.applicants import outcome_of, passed_first
from thenchot.recruitment.queries.rounds import (
    appeals_until,
    form_of,
    papers_of,
    policy_of,
    window_of,
)
from thenchot.recruitment.services.council import council_holds
from thenchot.recruitment.services.stepping import begin, in_time, not_ahead, step


@transaction.atomic
def issue_list(actor, *, round_id: int, on: date, late_reason: str = "") -> Round:
    """Who may take part, each refusal with its reason; nothing is left unlooked at."""
    round_ = begin(actor, round_id, "list", EDIT)
    not_ahead(on)
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
    in_time(round_, "list", "Danh sách đủ điều kiện", on, late_reason)
    round_.listed_on = on
    return step(actor, round_, "list", on=on)


@transaction.atomic
def seal_first(
    actor, *, round_id: int, first_on: date, absent: int, late_reason: str = ""
) -> Round:
    """The council has marked the first stage: marks stand, who passed goes on."""
    round_ = begin(actor, round_id, "seal_first", EDIT)
    not_ahead(first_on)
    if first_on < round_.listed_on:
        refuse(
            "recruitment.first_on",
            f"Vòng 1 không trước ngày có danh sách {round_.listed_on:%d/%m/%Y}.",
        )
    in_time(round_, "seal_first", "Vòng 1", first_on, late_reason)
    people = _ready_to_seal(round_, ApplicantState.ELIGIBLE, absent)
    policy = policy_of(round_)
    for one in people:
        on_goes = passed_first(one, policy)
        one.state = ApplicantState.SECOND if on_goes else ApplicantState.OUT
    Applicant.objects.bulk_update(people, ["state"])
    round_.first_on = first_on
    return step(actor, round_, "seal_first", on=first_on, seal=_seal(people))


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
    round_ = begin(actor, round_id, "seal_second", EDIT)
    not_ahead(marked_on)
    if marked_on < second_on:
        refuse("recruitment.marked_on", "Ngày công bố điểm không trước ngày vòng 2.")
    begun = round_.first_on or round_.listed_on
    if second_on < begun:
        refuse("recruitment.second_on", f"Vòng 2 không trước {begun:%d/%m/%Y}.")
    in_time(round_, "seal_second", "Vòng 2", second_on, late_reason)
    round_.second_on = second_on
    in_time(round_, "mark", "Chấm bài", marked_on, late_reason)
    is_exam = round_.manner == Manner.EXAM
    state = ApplicantState.SECOND if is_exam else ApplicantState.ELIGIBLE
    people = _ready_to_seal(round_, state, absent)
    for one in people:
        one.state = ApplicantState.SECOND
    Applicant.objects.bulk_update(people, ["state"])
    round_.marked_on = marked_on
    return step(actor, round_, "seal_second", on=marked_on, seal=_seal(people))


def _ready_to_seal(round_: Round, state: str, absent: int) -> list[Applicant]:
    """A whole council, and as many without marks as were absent."""
    council_holds(round_)
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
    round_ = begin(actor, round_id, "rank", DECIDE)
    not_ahead(ranked_on)
    _appeals_are_over(round_, ranked_on)
    in_time(round_, "rank", "Phê duyệt kết quả", ranked_on, late_reason)
    for opening in round_.openings.order_by("pk"):
        _choose(round_, opening)
    round_.result_no, round_.ranked_on = tidy(nfc(result_no)), ranked_on
    round_.ranked_by_id = actor.account_id
    return step(actor, round_, "rank", decision=round_.result_no)


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
    round_ = begin(actor, round_id, "show", EDIT)
    not_ahead(public_on)
    in_time(round_, "show", "Công khai kết quả", public_on, late_reason)
    round_.public_on = public_on
    round_.applicants.filter(state=ApplicantState.WON).update(called_on=public_on)
    return step(actor, round_, "show", on=public_on)


def waiting(round_: Round):
    """Those who won and neither work yet nor were struck."""
    states = [ApplicantState.WON, ApplicantState.HIRED]
    return round_.applicants.filter(state__in=states)


@transaction.atomic
def finish_round(actor, *, round_id: int) -> Round:
    """Nobody waits any more; what was not filled is need again, results are not kept for later."""
    round_ = begin(actor, round_id, "finish", EDIT)
    if count := waiting(round_).count():
        refuse(
            "recruitment.waiting",
            f"Còn {count} người trúng tuyển chưa nhận việc, chưa hủy kết quả.",
        )
    round_.done_on = today()
    return step(actor, round_, "finish")


@transaction.atomic
def cancel_round(actor, *, round_id: int, reason: str) -> Round:
    round_ = begin(actor, round_id, "cancel", EDIT)
    if not reason.strip():
        refuse("recruitment.reason", "Ghi lý do hủy đợt.")
    round_.cancelled_for, round_.done_on = tidy(nfc(reason))[:300], today()
    return step(actor, round_, "cancel", reason=round_.cancelled_for)

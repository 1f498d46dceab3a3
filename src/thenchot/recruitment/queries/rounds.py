"""Rounds: lists, one, its rules and its days."""

from datetime import date, timedelta

from django.db.models import Count, Q, Sum

from thenchot.kernel.calendar import WorkingCalendar, add_working_days
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import RecruitmentPolicy, WorkingCalendarPolicy
from thenchot.recruitment.access import SEE
from thenchot.recruitment.enums import ApplicantState, Manner, RoundState
from thenchot.recruitment.models import CouncilMember, Opening, Round
from thenchot.recruitment.models.rounds import PUBLIC_STATES
from thenchot.recruitment.rules.days import Limit
from thenchot.recruitment.rules.exams import ExamForm, exam_forms

GONE = (ApplicantState.WITHDRAWN,)
CHOSEN = (ApplicantState.WON, ApplicantState.HIRED, ApplicantState.STARTED)


def list_rounds(actor, permission=SEE):
    """The latest first, with places and forms counted."""
    rows = Round.objects.visible_to(actor, permission).select_related("unit")
    return rows.order_by("-begun_on", "-pk")


def with_counts(rounds: list[Round]) -> list[Round]:
    """Each with its places and its forms."""
    ids = [one.pk for one in rounds]
    places = dict(
        Opening.objects.filter(round__in=ids)
        .order_by()
        .values_list("round")
        .annotate(Sum("number"))
    )
    forms = Count("applicants", ~Q(applicants__state__in=GONE))
    counted = dict(Round.objects.filter(pk__in=ids).order_by().values_list("pk").annotate(n=forms))
    for one in rounds:
        vars(one).update(places=places.get(one.pk, 0), forms=counted.get(one.pk, 0))
    return rounds


def get_round(actor, pk: int) -> Round:
    found = list_rounds(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def get_opening(actor, pk: int) -> Opening:
    rows = Opening.objects.filter(round__in=Round.objects.visible_to(actor, SEE).values("pk"))
    found = rows.select_related("round__unit", "position__scheme__unit").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def get_member(actor, pk: int) -> CouncilMember:
    rows = CouncilMember.objects.filter(round__in=Round.objects.visible_to(actor, SEE).values("pk"))
    found = rows.select_related("round__unit", "person").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def public_rounds():
    """What anybody may read: announced rounds."""
    rows = Round.objects.filter(state__in=PUBLIC_STATES).select_related("unit")
    return rows.order_by("-notice_on", "-pk")


def policy_of(round_: Round) -> RecruitmentPolicy:
    """The rules of the day the round began; later rules do not change it."""
    return policies.in_force(RecruitmentPolicy, path=round_.unit.path, on=round_.begun_on)


def window_of(round_: Round) -> tuple[date, date]:
    """First and last day of receiving forms, of an announced round."""
    if round_.opens_on is None or round_.closes_on is None:
        raise NotVisible(f"{round_.pk} is not announced")
    return round_.opens_on, round_.closes_on


def calendar_of(round_: Round) -> WorkingCalendar:
    policy = policies.in_force(WorkingCalendarPolicy, path=round_.unit.path, on=today())
    return policy.calendar()


def form_of(round_: Round) -> ExamForm:
    return exam_forms()[round_.second]


def papers_of(round_: Round) -> tuple[str, ...]:
    """Papers whose marks are written now."""
    is_exam = round_.manner == Manner.EXAM
    if round_.state == RoundState.LISTED and is_exam:
        return ("first",)
    second = RoundState.FIRST if is_exam else RoundState.LISTED
    return tuple(form_of(round_).weights) if round_.state == second else ()


def limit_of(round_: Round, step: str) -> Limit | None:
    """By when a step is due, once what it follows is there."""
    policy, count = policy_of(round_), _size(round_)
    many = count >= policy.many
    calendar = calendar_of(round_)
    if step == "list" and round_.closes_on:
        days = policy.list_days_many if many else policy.list_days
        return Limit(round_.closes_on, days, "ngày hết nhận phiếu")
    if step == "seal_first" and round_.closes_on:
        days = policy.first_days_many if many else policy.first_days
        return Limit(round_.closes_on, days, "ngày hết nhận phiếu")
    if step == "seal_second" and round_.first_on:
        return Limit(round_.first_on, policy.second_days, "ngày vòng 1")
    if step == "seal_second" and round_.manner == Manner.CONSIDERATION and round_.listed_on:
        return Limit(round_.listed_on, policy.oral_days, "ngày có danh sách")
    if step == "mark" and round_.second_on:
        days = policy.mark_days_many if count >= policy.very_many else policy.mark_days
        return Limit(round_.second_on, days, "ngày vòng 2")
    if step == "rank" and round_.marked_on:
        days = policy.summary_days + policy.approve_days
        return Limit(appeals_until(round_), days, "ngày hết hạn phúc khảo", calendar)
    if step == "show" and round_.ranked_on:
        return Limit(round_.ranked_on, policy.publish_days, "ngày phê duyệt kết quả", calendar)
    return None


NEXT_STEP = {
    RoundState.PUBLISHED: "list",
    RoundState.LISTED: "seal_first",
    RoundState.FIRST: "seal_second",
    RoundState.MARKED: "rank",
    RoundState.RANKED: "show",
}


def next_limit(round_: Round) -> Limit | None:
    """Of the step that comes next."""
    step = NEXT_STEP.get(RoundState(round_.state), "")
    if step == "seal_first" and round_.manner == Manner.CONSIDERATION:
        step = "seal_second"
    return limit_of(round_, step) if step else None


def _size(round_: Round) -> int:
    known = vars(round_)
    if "size" not in known:
        known["size"] = round_.applicants.exclude(state__in=GONE).count()
    return known["size"]


def appeals_until(round_: Round) -> date:
    """The last day to ask for a paper to be marked again; the day of the marks where none may."""
    if not form_of(round_).reviewed:
        return round_.marked_on
    days = policy_of(round_).appeal_days
    return add_working_days(round_.marked_on, days, calendar_of(round_))


def answered_until(round_: Round) -> date:
    """The last day to answer them."""
    return appeals_until(round_) + timedelta(days=policy_of(round_).remark_days)


def openings_of(round_: Round):
    """Positions of a round, with forms and chosen people counted."""
    forms = Count("applicants", ~Q(applicants__state__in=GONE))
    chosen = Count("applicants", Q(applicants__state__in=CHOSEN))
    rows = round_.openings.select_related("round__unit", "position")
    return rows.annotate(applied=forms, chosen=chosen).order_by("pk")

"""Applicants: lists, one, checks, marks and order."""

from datetime import date
from decimal import Decimal

from django.db.models import F

from thenchot.kernel.calendar import add_working_days
from thenchot.people.models import Person
from thenchot.platform.admission.codes import digest
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.codelists import code_list
from thenchot.policy.parameters import RecruitmentPolicy
from thenchot.recruitment.access import SEE
from thenchot.recruitment.enums import ApplicantState, Breach, RoundState
from thenchot.recruitment.models import Applicant, Opening, Round, Score
from thenchot.recruitment.queries.rounds import calendar_of, form_of, policy_of
from thenchot.recruitment.rules import ranking
from thenchot.recruitment.rules.days import Limit
from thenchot.recruitment.rules.eligibility import Candidate, Check, Demand, checks
from thenchot.recruitment.rules.exams import priority_objects
from thenchot.recruitment.rules.ranking import Entry, Outcome

RELATED = ("round__unit", "opening__position__scheme__unit", "opening__position__unit", "person")
CAME_TO_SECOND = (
    ApplicantState.SECOND,
    ApplicantState.WON,
    ApplicantState.NOT_WON,
    ApplicantState.STRUCK,
    ApplicantState.HIRED,
    ApplicantState.STARTED,
    ApplicantState.LAPSED,
)


def applicants_of(round_: Round):
    """Best first once there are totals, else in the order the forms came."""
    rows = round_.applicants.select_related("round__unit", "opening").prefetch_related("scores")
    return rows.order_by("opening", F("total").desc(nulls_last=True), "number")


def get_applicant(actor, pk: int) -> Applicant:
    rows = Applicant.objects.visible_to(actor, SEE).select_related(*RELATED)
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def get_score(actor, pk: int) -> Score:
    rows = Score.objects.filter(applicant__in=Applicant.objects.visible_to(actor, SEE).values("pk"))
    found = rows.select_related("applicant__round__unit").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def by_slip(code: str) -> Applicant | None:
    """Whose code this is; for anybody who holds it."""
    rows = Applicant.objects.select_related(*RELATED).filter(slip=digest(code))
    return rows.filter(forgotten_on__isnull=True).first() if code.strip() else None


def is_own(actor, applicant: Applicant) -> bool:
    """Whether whoever acts is the applicant."""
    if not actor.account_id or not applicant.identity_no:
        return False
    if "own_identity" not in actor.memory:
        own = Person.objects.filter(account=actor.account_id).first()
        actor.memory["own_identity"] = own.identity_no if own else ""
    return actor.memory["own_identity"] == applicant.identity_no


# Eligibility


def checks_of(applicant: Applicant) -> list[Check]:
    """What the form says against the position, on the last day of receiving forms."""
    round_, levels = applicant.round, code_list("degree")
    opening = applicant.opening
    demand = Demand(
        policy_of(round_).least_age,
        levels.rank(opening.level) if opening.level else 0,
        str(levels.get(opening.level) or ""),
        tuple(opening.majors),
    )
    one = Candidate(
        applicant.born_on,
        applicant.is_vietnamese,
        levels.rank(applicant.level) if applicant.level else 0,
        str(levels.get(applicant.level) or ""),
        applicant.major,
        barred=_barred(applicant),
    )
    return checks(one, demand, round_.closes_on)


def _barred(applicant: Applicant) -> str:
    """Struck for fraud in the round before this one."""
    before, barred = _fraud_before(applicant.round)
    if applicant.identity_index and applicant.identity_index in barred:
        return f"bị hủy kết quả vì gian lận ở {before}"
    return ""


def _fraud_before(round_: Round) -> tuple[str, set[str]]:
    """The round before, and whom it struck for fraud; looked up once for a page."""
    known = vars(round_)
    if "fraud_before" not in known:
        rows = Round.objects.filter(unit=round_.unit_id, pk__lt=round_.pk)
        before = rows.exclude(state=RoundState.CANCELLED).order_by("-pk").first()
        struck = before.applicants.filter(is_fraud=True) if before else Applicant.objects.none()
        numbers = set(struck.values_list("identity_index", flat=True))
        known["fraud_before"] = (before.name if before else "", numbers)
    return known["fraud_before"]


# Marks


def counted_points(applicant: Applicant, policy: RecruitmentPolicy) -> dict[str, Decimal]:
    """Paper -> points after what a breach costs."""
    percents = {
        Breach.REPRIMAND.value: policy.breach_reprimand,
        Breach.WARNING.value: policy.breach_warning,
    }
    return {
        score.paper: ranking.counted(score.points, score.breach, percents)
        for score in applicant.scores.all()
        if score.points is not None
    }


def second_score(applicant: Applicant) -> Decimal | None:
    """Of the second stage; none without marks."""
    weights = form_of(applicant.round).weights
    points = counted_points(applicant, policy_of(applicant.round))
    if not any(paper in points for paper in weights):
        return None
    return ranking.together(points, weights)


def priority_of(applicant: Applicant, policy: RecruitmentPolicy) -> Decimal:
    one = priority_objects().get(applicant.priority)
    if one is None or (one.valid_from and applicant.round.begun_on < one.valid_from):
        return Decimal(0)
    return dict(policy.priority).get(one.group, Decimal(0))


def passed_first(applicant: Applicant, policy: RecruitmentPolicy) -> bool:
    points = counted_points(applicant, policy)
    return ranking.passes(points, {"first": 100}, policy.pass_points)


def outcome_of(opening: Opening, round_: Round) -> Outcome:
    """The order of one position, best first, and who is chosen."""
    policy = policy_of(round_)
    rows = Applicant.objects.filter(opening=opening, state__in=CAME_TO_SECOND)
    rows = rows.select_related("round__unit").prefetch_related("scores")
    entries = [entry_of(one, policy) for one in rows.order_by("sort_key", "pk")]
    return ranking.rank([one for one in entries if one is not None], opening.number)


def entry_of(applicant: Applicant, policy: RecruitmentPolicy) -> Entry | None:
    """None for whoever did not pass the second stage."""
    weights = form_of(applicant.round).weights
    points = counted_points(applicant, policy)
    if not ranking.passes(points, weights, policy.pass_points):
        return None
    marks = {"talent": applicant.has_talent, "experience": applicant.has_experience}
    return Entry(
        applicant.pk,
        ranking.together(points, weights),
        priority_of(applicant, policy),
        points.get("written", Decimal(0)),
        tuple(marks[name] for name in policy.order_marks),
        applicant.place,
        applicant.sort_key,
    )


# After the results


def file_limit(applicant: Applicant) -> Limit | None:
    if applicant.called_on is None:
        return None
    days = policy_of(applicant.round).file_days
    return Limit(applicant.called_on, days, "ngày công khai trúng tuyển")


def decide_limit(applicant: Applicant) -> Limit | None:
    if applicant.file_on is None:
        return None
    days = policy_of(applicant.round).decide_days
    return Limit(applicant.file_on, days, "ngày đủ hồ sơ", calendar_of(applicant.round))


def start_limit(round_: Round, decided_on: date) -> Limit:
    return Limit(decided_on, policy_of(round_).start_days, "ngày quyết định")


def next_until(round_: Round, struck_on: date) -> date:
    """By when the next in line is called."""
    return add_working_days(struck_on, policy_of(round_).next_days, calendar_of(round_))

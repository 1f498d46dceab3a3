"""What the machine proposes for each person of a round: facts gathered for everybody at once,
judged by the pure rule, stored with the reasons and the values of policy it read. It never decides.
The Party's years read their quarters only: whoever falls under two sets of rules has two ratings
that know nothing of each other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db import transaction

from thenchot.kernel.exact import half_up
from thenchot.kernel.periods import Month
from thenchot.people.models import Appointment, Discipline
from thenchot.platform.clock import now
from thenchot.policy.parameters import PartyRatingPolicy, ScoringPolicy
from thenchot.rating.enums import Nature
from thenchot.rating.locking import lock_round
from thenchot.rating.models import (
    Absence,
    ExternalMonthScore,
    OrganisationDecision,
    Rating,
    Round,
    ViolationTreatment,
)
from thenchot.rating.persons.queries import by, form_of, unjudged_of
from thenchot.rating.persons.rules import year_facts as facts_of
from thenchot.rating.persons.rules.procedure import BEFORE_DECIDED, recomputed
from thenchot.rating.persons.rules.yearly import YearResult, rate_year
from thenchot.rating.persons.services import party_year as of_party
from thenchot.rating.rules.conditions import ARTICLE as PARTY
from thenchot.rating.rules.periods import code_of
from thenchot.rating.trail import log
from thenchot.scoring.enums import Status
from thenchot.scoring.rules.receipt import Remark
from thenchot.worklog.enums import Band, Capacity, Regulation
from thenchot.worklog.models import Assessment

NOT_WORKED = ("sick", "maternity", "unpaid")
CHANGED = (
    "facts",
    "status",
    "mean",
    "band",
    "level",
    "reasons",
    "conditions",
    "policy",
    "policy_hash",
    "computed_at",
    "state",
    "consolidated",
    "consolidated_by",
    "consolidated_at",
    "consolidation_note",
    "capped",
    "cap_reasons",
    "is_undecided",
)


@dataclass
class RoundFacts:
    """What is read once for all people of a round, by person or rating."""

    assessments: dict[int, list[Assessment]] = field(default_factory=lambda: defaultdict(list))
    seats: dict[int, list[Appointment]] = field(default_factory=lambda: defaultdict(list))
    outer: dict[int, list[ExternalMonthScore]] = field(default_factory=lambda: defaultdict(list))
    absences: dict[int, list[Absence]] = field(default_factory=lambda: defaultdict(list))
    disciplines: dict[int, list[Discipline]] = field(default_factory=lambda: defaultdict(list))
    views: dict[tuple[int, int], ViolationTreatment] = field(default_factory=dict)
    bodies: dict[int, str] = field(default_factory=dict)


@transaction.atomic
def compute(actor, *, round_id: int) -> int:
    """Anew for everybody not decided yet; how many."""
    found = lock_round(actor, round_id)
    rows = Rating.objects.select_for_update(of=("self",)).filter(
        round=found, state__in=BEFORE_DECIDED
    )
    ratings = list(rows.select_related("unit").order_by("pk"))
    store(found, ratings)
    log(actor, "round_computed", found, people=len(ratings))
    return len(ratings)


def store(found: Round, ratings: list[Rating]) -> bool:
    """Judge and write; whoever computes has locked the rows. Did anything come out differently than
    it stood? Seven queries (the Party's tasks: two more) and one for the writing, however many
    people.
    """
    resolved = found.resolved()
    scoring, party = (
        resolved.as_parameters(ScoringPolicy),
        resolved.as_parameters(PartyRatingPolicy),
    )
    read = [*resolved.only(ScoringPolicy).items(), *resolved.only(PartyRatingPolicy).items()]
    values, at = {key: value.value for key, value in read}, now()
    known, stood = (
        known_of(found, ratings),
        {rating.pk: (rating.status, rating.mean, rating.level) for rating in ratings},
    )
    for rating in ratings:
        rating.policy, rating.policy_hash, rating.computed_at = values, resolved.hash, at
        _write(rating, *judge(found, rating, known, scoring, party))
    Rating.objects.bulk_update(ratings, CHANGED, batch_size=200)
    is_changed = any(
        stood[rating.pk] != (rating.status, rating.mean, rating.level) for rating in ratings
    )
    if is_changed:
        Round.objects.filter(pk=found.pk).update(caps_at=None)  # they were applied to other levels
    return is_changed


def judge(
    found: Round,
    rating: Rating,
    known: RoundFacts,
    scoring: ScoringPolicy,
    party: PartyRatingPolicy,
):
    facts = _facts(found, rating, known)
    result = rate_year(facts, scoring, party)
    opened = (
        of_party.open_quarter(known.assessments[rating.person_id], party)
        if found.rules == Regulation.QD366
        else None
    )
    if opened and result.status == Status.WAITING:
        result = replace(result, reasons=(*result.reasons, opened))
    unjudged = _unjudged(found, rating, known)
    if unjudged and result.status == Status.RATED:
        result = YearResult(
            Status.WAITING,
            result.mean,
            result.band,
            None,
            (unjudged, *result.reasons),
            result.conditions,
        )
    return facts, result


def _write(rating: Rating, facts: facts_of.YearFacts, result: YearResult) -> None:
    was_status, was, level = rating.status, rating.level, str(result.level or "")
    rating.facts, rating.status, rating.mean = as_case(facts), str(result.status), result.mean
    rating.band, rating.level = str(result.band or ""), level
    rating.reasons = [reason.as_json() for reason in result.reasons]
    rating.conditions = [one.as_json() for one in result.conditions]
    step = recomputed(rating.state, rating.status, level, was_status, was)
    if step != rating.state or result.status == Status.NOT_RATED:
        (
            rating.consolidated,
            rating.consolidated_by_id,
            rating.consolidated_at,
            rating.consolidation_note,
        ) = "", None, None, ""
        rating.capped, rating.cap_reasons, rating.is_undecided = "", [], False
    rating.state = step


def known_of(found: Round, ratings: list[Rating]) -> RoundFacts:
    people, known = [rating.person_id for rating in ratings], RoundFacts()
    first, last = date(found.year, 1, 1), found.last_day
    for assessment in of_party.assessments_of(found).filter(person__in=people):
        known.assessments[assessment.person_id].append(assessment)
    seats = Appointment.objects.filter(
        person__in=people, is_primary=True, valid_from__lte=last
    ).exclude(valid_to__lt=first)
    for seat in seats.order_by("valid_from"):
        known.seats[seat.person_id].append(seat)
    for one in ExternalMonthScore.objects.filter(rating__in=ratings):
        known.outer[one.rating_id].append(one)
    for absence in Absence.objects.filter(rating__in=ratings):
        known.absences[absence.rating_id].append(absence)
    for row in Discipline.objects.filter(
        person__in=people, valid_from__year__in=(found.year - 1, found.year)
    ).order_by("valid_from", "pk"):
        known.disciplines[row.person_id].append(row)
    for view in ViolationTreatment.objects.filter(rating__in=ratings).select_related("unit"):
        known.views[view.rating_id, view.discipline_id] = view
    decided = OrganisationDecision.objects.filter(
        body__round__year=found.year, body__unit__in={rating.unit_id for rating in ratings}
    )
    known.bodies = dict(decided.values_list("body__unit", "level"))
    return known


def _facts(found: Round, rating: Rating, known: RoundFacts) -> facts_of.YearFacts:
    absences = _absences(rating, known)
    organisation = known.bodies.get(rating.unit_id) if rating.kind != Capacity.STAFF else None
    return facts_of.YearFacts(
        rules=Regulation(found.rules),
        year=found.year,
        kind=Capacity(rating.kind),
        months=_months(found.year, rating, known),
        months_worked=months_worked(
            found.year,
            known.seats[rating.person_id],
            absences,
            {one.number for one in known.outer[rating.pk]},
        ),
        absences=absences,
        acts=tuple(_acts(rating, known)),
        unit=rating.unit.name,
        handled_for_corruption=rating.is_handled,
        organisation=Band(organisation) if organisation else None,
        shares=of_party.shares_of_year(known.assessments[rating.person_id])
        if found.rules == Regulation.QD366
        else None,
    )


def _months(year: int, rating: Rating, known: RoundFacts) -> tuple[facts_of.Scored, ...]:
    """Those of this system, and those a former unit sent or that were scored before the system was
    used (Đ11).
    """
    own = [
        facts_of.Scored(s.span, s.total, s.unit.name)
        for s in known.assessments[rating.person_id]
        if not (s.is_closed and s.not_scored)
    ]
    outer = [
        facts_of.Scored(Month(year, one.number), one.total, one.unit)
        for one in known.outer[rating.pk]
    ]
    return tuple(sorted([*own, *outer], key=lambda one: (one.period.start, one.unit)))


def _absences(rating: Rating, known: RoundFacts) -> tuple[facts_of.Absence, ...]:
    """Those recorded, and closed periods that were left unscored for a reason."""
    recorded = [
        facts_of.Absence(str(a.kind), a.starts_on, a.ends_on) for a in known.absences[rating.pk]
    ]
    unscored = [s for s in known.assessments[rating.person_id] if s.is_closed and s.not_scored]
    return (
        *recorded,
        *(
            facts_of.Absence("good_cause", assessment.starts_on, assessment.ends_on)
            for assessment in unscored
        ),
    )


def months_worked(
    year: int,
    seats: Iterable[Appointment],
    absences: Iterable[facts_of.Absence],
    elsewhere: Collection[int] = (),
) -> Fraction:
    """Months in a seat less those not worked, each month as the share of its days; two places, half
    up. A month scored `elsewhere` was worked.
    """
    away = [(a.start, a.end) for a in absences if a.kind in NOT_WORKED]
    held = [(seat.valid_from, seat.valid_to or date(year, 12, 31)) for seat in seats]
    total = Fraction(0)
    for number in range(1, 13):
        month = Month(year, number)
        days = [date(year, number, day) for day in range(1, month.end.day + 1)]
        worked = sum(
            (number in elsewhere or _covers(held, day)) and not _covers(away, day) for day in days
        )
        total += Fraction(worked, len(days))
    return Fraction(half_up(total, 2))


def _covers(spans: list[tuple[date, date]], day: date) -> bool:
    return any(start <= day <= end for start, end in spans)


def _acts(rating: Rating, known: RoundFacts) -> Iterable[facts_of.Violation]:
    """Only what somebody has judged, and what has to do with public duty."""
    for row in known.disciplines[rating.person_id]:
        view = known.views.get((rating.pk, row.pk))
        if view and view.nature != Nature.OTHER:
            where = view.unit.name if view.unit else ""
            yield facts_of.Violation(
                view.act,
                str(view.nature),
                by(row),
                form_of(row),
                row.valid_from,
                where,
                view.used_for_year,
            )


def _unjudged(found: Round, rating: Rating, known: RoundFacts) -> Remark | None:
    rows = unjudged_of(found, rating, known.disciplines[rating.person_id], known.views)
    if not rows:
        return None
    return Remark(
        "act_unjudged",
        (
            f"{len(rows)} lần bị kỷ luật trong năm chưa được xem xét có liên quan hoạt động công "
            f"vụ "
            f"hay không."
        ),
        PARTY if found.rules == Regulation.QD366 else "NĐ 335/2025, Điều 20.4",
    )


def as_case(facts: facts_of.YearFacts) -> dict[str, Any]:
    """In the form that `thenchot year` reads, so that anybody can check the result."""
    return {
        "rules": str(facts.rules),
        "year": facts.year,
        "kind": str(facts.kind),
        "unit": facts.unit,
        "months": [
            {"period": code_of(one.period), "total": _text(one.total), "unit": one.unit}
            for one in facts.months
        ],
        "months_worked": None if facts.months_worked is None else f"{float(facts.months_worked):g}",
        "absences": [
            {"kind": a.kind, "from": a.start.isoformat(), "to": a.end.isoformat()}
            for a in facts.absences
        ],
        "acts": [
            {
                "act": a.act,
                "nature": a.nature,
                "by": a.by,
                "form": a.form,
                "decided_on": a.decided_on.isoformat(),
                "unit": a.unit,
                "used_for_year": a.used_for_year,
            }
            for a in facts.acts
        ],
        "unit_handled_for_corruption": facts.handled_for_corruption,
        "organisation_level": facts.organisation and str(facts.organisation),
        "work": of_party.as_case(facts.shares),
    }


def _text(total: Decimal | None) -> str | None:
    return None if total is None else str(total)

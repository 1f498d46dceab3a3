"""Organisations of a round: scored, judged, capped among those one authority recognises, decided
(Đ5-9).
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.people.models import Appointment
from thenchot.platform.clock import now, today
from thenchot.policy.parameters import RatingRoundPolicy, ScoringPolicy
from thenchot.rating import capping
from thenchot.rating.access import DECIDE_YEAR, unless
from thenchot.rating.locking import lock_organisation, lock_round
from thenchot.rating.lowering import refuse_unseen_fall
from thenchot.rating.models import OrganisationDecision, OrganisationRating, Rating, Round
from thenchot.rating.organisations.access import DECIDED
from thenchot.rating.organisations.rules import (
    OrganisationFacts,
    OrganisationResult,
    rate_organisation,
)
from thenchot.rating.persons.rules.procedure import BEFORE_DECIDED
from thenchot.rating.persons.services.computing import store
from thenchot.rating.rules.capping import Rated
from thenchot.rating.rules.deciding import may_decide, may_stand_on, second_person
from thenchot.rating.trail import log
from thenchot.scoring.enums import Status
from thenchot.worklog.enums import Band

SHARES = ("done", "exceeding", "late")


@transaction.atomic
def score_organisation(
    actor,
    *,
    body_id: int,
    general: Mapping[str, Decimal | None],
    results: Mapping[str, Decimal | None],
    done: Decimal | None,
    exceeding: Decimal | None,
    late: Decimal | None,
    is_remedied: bool | None = None,
    wrongdoing: str = "",
    force_majeure: str = "",
    checked: str = "",
) -> OrganisationRating:
    """Points by criterion, shares of the year's tasks in percent, what was concluded; judged at
    once, also those above.
    """
    body = lock_organisation(actor, body_id)
    unless(OrganisationDecision.objects.filter(body=body).exists(), DECIDED).or_refuse()
    policy = _policies(body.round)[1]
    body.general, body.results = (
        _points(general, policy.body_general),
        _points(results, policy.body_results),
    )
    body.done, body.exceeding, body.late = (_share(one) for one in (done, exceeding, late))
    body.is_remedied, body.wrongdoing, body.force_majeure, body.checked = (
        is_remedied,
        tidy(nfc(wrongdoing)),
        tidy(nfc(force_majeure)),
        tidy(nfc(checked)),
    )
    body.scored_by_id, body.scored_at, body.capped = actor.account_id, now(), ""
    body.save()
    judge_organisations(body.round)
    Round.objects.filter(pk=body.round_id).update(caps_at=None)
    log(actor, "body_scored", body, unit=body.unit_id, total=body.total)
    return OrganisationRating.objects.get(pk=body.pk)


def _points(given: Mapping[str, Decimal | None], asked) -> dict[str, str]:
    """As text, within what the policy allows for each criterion."""
    most = dict(asked)
    for code, points in given.items():
        if code not in most or (points is not None and not 0 <= points <= most[code]):
            refuse(
                "body.points",
                f"Tiêu chí {code}: điểm từ 0 đến {most.get(code, 0)}.",
                "NĐ 335/2025, Điều 5-9",
            )
    return {code: str(points) for code, points in given.items() if points is not None}


def _share(value: Decimal | None) -> Decimal | None:
    if value is not None and not 0 <= value <= 100:
        refuse("body.share", "Tỷ lệ nhiệm vụ từ 0 đến 100%.", "NĐ 335/2025, Điều 5-9")
    return value


def judge_organisations(found: Round) -> None:
    """All not decided yet, lower ones before higher: what a lower one is rated weighs on the one
    above.
    """
    scoring, asked = _policies(found)
    resolved = found.resolved().only(RatingRoundPolicy)
    values, known = {key: value.value for key, value in resolved.items()}, _levels(found.year)
    bodies = list(OrganisationRating.objects.filter(round=found).select_related("unit"))
    decided = set(
        OrganisationDecision.objects.filter(body__round=found).values_list("body", flat=True)
    )
    for body in sorted(bodies, key=lambda one: -one.unit.depth):
        if body.pk not in decided:
            result = rate_organisation(_facts(body, bodies, known, asked), scoring, asked)
            _write(body, result, values, resolved.hash)
    OrganisationRating.objects.bulk_update(
        bodies,
        [
            "status",
            "total",
            "band",
            "level",
            "reasons",
            "conditions",
            "policy",
            "policy_hash",
            "capped",
            "is_undecided",
            "cap_reasons",
        ],
    )


def _levels(year: int) -> dict[int, str]:
    return dict(
        OrganisationDecision.objects.filter(body__round__year=year).values_list(
            "body__unit", "level"
        )
    )


def _facts(
    body: OrganisationRating,
    bodies: list[OrganisationRating],
    known: dict[int, str],
    asked: RatingRoundPolicy,
) -> OrganisationFacts:
    below = [one for one in bodies if one.unit.parent_id == body.unit_id]
    levels = tuple(
        (one.unit.name, Band(known[one.unit_id]) if one.unit_id in known else None) for one in below
    )
    given = [body.general.get(code) for code, _ in asked.body_general] + [
        body.results.get(code) for code, _ in asked.body_results
    ]
    body.total = None if None in given else sum(map(Decimal, given), Decimal(0))
    shares = [
        None if value is None else Fraction(value) / 100
        for value in (body.done, body.exceeding, body.late)
    ]
    return OrganisationFacts(
        body.total, *shares, body.is_remedied, body.wrongdoing, body.force_majeure, levels
    )


def _write(body: OrganisationRating, result: OrganisationResult, values: dict, digest: str) -> None:
    if body.level != str(result.level or ""):
        body.capped, body.is_undecided, body.cap_reasons = "", False, []
    body.status, body.band, body.level = (
        str(result.status),
        str(result.band or ""),
        str(result.level or ""),
    )
    body.reasons = [reason.as_json() for reason in result.reasons]
    body.conditions = [one.as_json() for one in result.conditions]
    body.policy, body.policy_hash = values, digest


@transaction.atomic
def cap_organisations(actor, *, round_id: int) -> Round:
    """The share of excellent ones among those of this authority (Đ9); those not scored yet are not
    counted.
    """
    found = lock_round(actor, round_id)
    judge_organisations(found)
    bodies = _counted(found)
    return capping.apply(actor, found, _rated(bodies, _decided(found), with_caps=False), bodies)


def _counted(found: Round) -> list[OrganisationRating]:
    """Those this authority recognises and that are judged, locked."""
    rows = (
        OrganisationRating.objects.select_for_update(of=("self",))
        .filter(round=found, status=Status.RATED)
        .select_related("unit", "round__unit")
    )
    return [body for body in rows.order_by("pk") if not body.is_recognised_above]


def _decided(found: Round) -> dict[int, str]:
    return dict(OrganisationDecision.objects.filter(body__round=found).values_list("body", "level"))


def _rated(
    bodies: list[OrganisationRating], decided: dict[int, str], *, with_caps: bool
) -> list[Rated]:
    rows = [
        (one, decided.get(one.pk) or (one.capped if with_caps else one.level)) for one in bodies
    ]
    return [
        Rated(one.pk, "", one.total, Band(one.level), Band(level)) for one, level in rows if level
    ]


@transaction.atomic
def decide_organisation(
    actor,
    *,
    body_id: int,
    level: str,
    number: str,
    decided_on: date,
    reason: str = "",
    seen: str = "",
) -> OrganisationDecision:
    """By the recognising authority: lower units first, a second person, nobody about the
    organisation one leads, within the caps. What a higher authority recognised is only written
    down. Below what stands only when that was seen. Those above and the people it limits are
    judged anew.
    """
    body = lock_organisation(actor, body_id, DECIDE_YEAR)
    may_stand_on(number, decided_on, today()).or_refuse()
    if level not in list(Band):
        refuse("rating.level", "Chọn một mức.")
    if body.is_recognised_above:
        _refuse_unseen_fall(body, level, seen)
        return _decide(actor, body, level, level, tidy(nfc(number)), decided_on, tidy(nfc(reason)))
    second_person(actor.account_id, body.scored_by_id).or_refuse()
    if (
        Appointment.objects.in_force(today())
        .filter(unit=body.unit, is_head=True, person__account=actor.account_id)
        .exists()
    ):
        refuse(
            "body.own",
            "Người đứng đầu không quyết định xếp loại của chính cơ quan mình.",
            "NĐ 335/2025, Điều 10",
        )
    may_decide(level, body.capped or body.level, body.level, body.status, reason).or_refuse()
    if body.round.caps_at is None:
        refuse("round.caps_first", "Áp mức trần trước khi quyết định.", "NĐ 335/2025, Điều 9")
    _check_caps(body, level)
    _refuse_unseen_fall(body, level, seen)
    return _decide(
        actor,
        body,
        level,
        body.capped or body.level,
        tidy(nfc(number)),
        decided_on,
        tidy(nfc(reason)),
    )


def _refuse_unseen_fall(body: OrganisationRating, level: str, seen: str) -> None:
    old = OrganisationDecision.objects.filter(body=body).first()
    above = old.level if old else None
    refuse_unseen_fall(level, body.capped or body.level, above, seen=seen)


def _check_caps(body: OrganisationRating, level: str) -> None:
    found = body.round
    standing = _rated(_counted(found), _decided(found), with_caps=True)
    capping.within(found, standing, body.pk, level).or_refuse()


def _decide(
    actor,
    body: OrganisationRating,
    level: str,
    proposed: str,
    number: str,
    decided_on: date,
    reason: str,
) -> OrganisationDecision:
    old = OrganisationDecision.objects.filter(body=body).first()
    if old:
        OrganisationDecision.objects.filter(pk=old.pk).update(replaced_at=now())
    made = OrganisationDecision.objects.create(
        body=body,
        level=level,
        proposed=proposed,
        reason=reason,
        number=number,
        decided_on=decided_on,
        replaces=old,
        recorded_by_id=actor.account_id,
    )
    judge_organisations(body.round)
    _tell_people(body)
    log(
        actor, "body_decided", body, decision=made.pk, unit=body.unit_id, level=level, number=number
    )
    return made


def _tell_people(body: OrganisationRating) -> None:
    """Leaders of this organisation whose year is not decided yet are judged anew: its level limits
    the head (Đ20.6).
    """
    rows = Rating.objects.select_for_update(of=("self",)).filter(
        unit=body.unit, round__year=body.round.year, state__in=BEFORE_DECIDED
    )
    for rating in rows.select_related("unit", "round__unit").order_by("pk"):
        store(rating.round, [rating])


def _policies(found: Round) -> tuple[ScoringPolicy, RatingRoundPolicy]:
    held = found.resolved()
    return held.as_parameters(ScoringPolicy), held.as_parameters(RatingRoundPolicy)

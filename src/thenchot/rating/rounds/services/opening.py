"""A round begins: who is in it, in which group, until when each step lasts."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import Q

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Bloc, Unit, UnitKind
from thenchot.organisation.queries import get_unit
from thenchot.people.models import Appointment
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require
from thenchot.policy.parameters import PartyRatingPolicy, RatingRoundPolicy, ScoringPolicy
from thenchot.rating.access import DECIDE_YEAR, KEEP_YEAR
from thenchot.rating.enums import RatingStep, RoundSubject
from thenchot.rating.locking import lock_round
from thenchot.rating.models import OrganisationRating, Rating, Round
from thenchot.rating.persons.services.computing import compute
from thenchot.rating.persons.services.party_year import assessments_of
from thenchot.rating.rounds.rules import may_have_days
from thenchot.rating.trail import log
from thenchot.worklog.enums import Capacity, Regulation
from thenchot.worklog.rules.periods import capacity, rules_of

LEADERS, OTHERS = "Lãnh đạo, quản lý", "Chuyên môn, nghiệp vụ"
RATED_ORGANISATIONS = (UnitKind.AGENCY, UnitKind.DIVISION, UnitKind.MASS, UnitKind.SERVICE)


@transaction.atomic
def open_round(
    actor,
    *,
    unit_id: int,
    year: int,
    subject: str = RoundSubject.PERSONS,
    rules: str = Regulation.ND335,
) -> Round:
    """One round a unit, year and set of rules; whom it rates is enrolled at once, and computed."""
    unit = get_unit(actor, unit_id)
    require(actor, KEEP_YEAR, unit.path)
    if not 2026 <= year <= today().year:
        refuse(
            "round.year",
            f"Xếp loại theo điểm các kỳ từ năm 2026; chưa mở được đợt năm {year}.",
            "NĐ 335/2025",
        )
    if (subject, rules) == (RoundSubject.ORGANISATIONS, Regulation.QD366):
        refuse(
            "round.party_bodies",
            (
                "Khung điểm của Quy định 366 cho tập thể chưa đọc được: xếp loại cơ quan, đơn vị "
                "theo Nghị định 335/2025."
            ),
            "QĐ 366-QĐ/TW",
        )
    if Round.objects.filter(unit=unit, year=year, subject=subject, rules=rules).exists():
        refuse("round.once", f"{unit.name} đã có đợt xếp loại năm {year}.")
    days = policies.in_force(RatingRoundPolicy, path=unit.path, on=today()).days(year)
    made = Round.objects.create(
        unit=unit,
        year=year,
        subject=subject,
        rules=rules,
        opened_by_id=actor.account_id,
        steps={code: day.isoformat() for code, day in days.items()},
    )
    log(actor, "round_opened", made, year=year, subject_kind=str(subject), rules=str(rules))
    enrol(actor, round_id=made.pk)
    return made


@transaction.atomic
def enrol(actor, *, round_id: int) -> int:
    """Whoever came since; nobody leaves by himself. How many are new."""
    found = lock_round(actor, round_id)
    made = _people(found) if found.subject == RoundSubject.PERSONS else _bodies(found)
    log(actor, "round_enrolled", found, new=made)
    if found.subject == RoundSubject.PERSONS:
        compute(actor, round_id=found.pk)
    return made


def _people(found: Round) -> int:
    """Who works in the branch at the time of rating and falls under the rules, by seat or by a
    sheet of the year (Đ11).
    """
    on = min(today(), found.last_day)
    seats = Appointment.objects.in_force(on).filter(
        is_primary=True, unit__path__startswith=found.unit.path
    )
    known = {
        rating.person_id: rating
        for rating in Rating.objects.select_for_update(of=("self",)).filter(round=found)
    }
    scored = set(
        assessments_of(found)
        .filter(unit__path__startswith=found.unit.path)
        .values_list("person_id", flat=True)
    )
    policy = policies.resolved(found.unit.path, on)
    scoring, party = policy.as_parameters(ScoringPolicy), policy.as_parameters(PartyRatingPolicy)
    new, moved = {}, []
    for seat in seats.select_related("unit", "title_ref").order_by("person_id", "-valid_from"):
        managed = bool(seat.title_ref and seat.title_ref.is_party_managed)
        if seat.person_id in known:
            moved += [known[seat.person_id]] if _moved(known[seat.person_id], seat) else []
        elif seat.person_id in scored or found.rules in rules_of(
            seat.staff_kind, managed, scoring, party
        ):
            new.setdefault(seat.person_id, _rating(found, seat))
    Rating.objects.bulk_create(new.values())
    Rating.objects.bulk_update(moved, ["unit", "kind", "title", "group"])
    return len(new)


def _moved(rating: Rating, seat: Appointment) -> bool:
    """Whoever has not said anything yet is rated where the person works now, in the present
    capacity.
    """
    fresh = _rating(rating.round, seat)
    same = (rating.unit_id, rating.kind, rating.title) == (fresh.unit_id, fresh.kind, fresh.title)
    if same or rating.state != RatingStep.SELF:
        return False
    rating.unit, rating.kind, rating.title, rating.group = (
        fresh.unit,
        fresh.kind,
        fresh.title,
        fresh.group,
    )
    return True


def _rating(found: Round, seat: Appointment) -> Rating:
    kind = capacity(seat.is_head, seat.title_ref.rank if seat.title_ref else "")
    group = OTHERS if kind == Capacity.STAFF else LEADERS
    return Rating(
        round=found,
        person_id=seat.person_id,
        unit=seat.unit,
        kind=kind,
        title=seat.title,
        group=group,
    )


def _bodies(found: Round) -> int:
    """The organisations whose level this authority recognises (Đ9): of a commune all its bodies,
    above it its direct ones and the People's Committees of its communes. A commune also keeps its
    own People's Committee, which the province recognises, unless the province has it here already.
    """
    units = Unit.objects.in_force(min(today(), found.last_day))
    if found.unit.kind == UnitKind.COMMUNE:
        above = (
            OrganisationRating.objects.filter(round__year=found.year)
            .exclude(round=found)
            .values("unit")
        )
        wanted = units.filter(
            path__startswith=found.unit.path, kind__in=RATED_ORGANISATIONS
        ).exclude(pk__in=above)
    else:
        committees = Q(
            parent__parent=found.unit,
            parent__kind=UnitKind.COMMUNE,
            kind=UnitKind.AGENCY,
            bloc=Bloc.GOVERNMENT,
        )
        wanted = units.filter(Q(parent=found.unit, kind__in=RATED_ORGANISATIONS) | committees)
    known = OrganisationRating.objects.filter(round=found).values("unit")
    rows = [
        OrganisationRating(round=found, unit=unit)
        for unit in wanted.exclude(pk__in=known).order_by("path")
    ]
    OrganisationRating.objects.bulk_create(rows)
    return len(rows)


@transaction.atomic
def set_days(actor, *, round_id: int, days: Mapping[str, date]) -> Round:
    """The place's own calendar (Đ19.2)."""
    found = lock_round(actor, round_id)
    may_have_days(dict(days), found.year).or_refuse()
    found.steps = {code: day.isoformat() for code, day in days.items()}
    found.save(update_fields=["steps"])
    log(actor, "round_days_set", found, **found.steps)
    return found


@transaction.atomic
def allow_more(actor, *, round_id: int, is_outstanding: bool, basis: str) -> Round:
    """The competent level lets an outstanding organisation have the higher share of excellent ones
    (Đ20.5.b).
    """
    found = lock_round(actor, round_id, DECIDE_YEAR)
    basis = tidy(nfc(basis))
    if is_outstanding and not basis:
        refuse(
            "round.outstanding",
            "Ghi văn bản của cấp có thẩm quyền cho áp dụng mức trần cao hơn.",
            "NĐ 335/2025, Điều 20.5.b",
        )
    found.is_outstanding, found.outstanding_basis, found.caps_at = (
        is_outstanding,
        basis if is_outstanding else "",
        None,
    )
    found.save(update_fields=["is_outstanding", "outstanding_basis", "caps_at"])
    log(
        actor,
        "round_share_set",
        found,
        is_outstanding=is_outstanding,
        basis=found.outstanding_basis,
    )
    return found

"""What goes into a rating before it is decided: the own word, absences, acts, the Party committee's
opinion.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.people.models import Discipline
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible
from thenchot.rating.access import KEEP_YEAR, PROPOSE_YEAR, is_own
from thenchot.rating.enums import Nature, RatingStep
from thenchot.rating.locking import lock_rating, lock_round
from thenchot.rating.models import (
    Absence,
    ExternalMonthScore,
    Opinion,
    Rating,
    RatingDecision,
    ViolationTreatment,
)
from thenchot.rating.persons.access import may_give_opinion
from thenchot.rating.persons.rules.procedure import (
    BEFORE_DECIDED,
    may_act,
    may_rate_oneself,
)
from thenchot.rating.persons.services.computing import store
from thenchot.rating.trail import log
from thenchot.worklog.enums import Band


@transaction.atomic
def rate_oneself(actor, *, rating_id: int, level: str, strengths: str, limits: str) -> Rating:
    """The form of the year with the own proposal, by the person or from the signed paper."""
    rating = lock_rating(actor, rating_id, None)
    own = is_own(actor, rating)
    on_paper = not own and bool(actor.may(KEEP_YEAR, rating.round.unit.path))
    may_rate_oneself(own, on_paper, rating.state).or_refuse()
    if not strengths.strip() or level not in list(Band):
        refuse(
            "rating.self_empty",
            "Ghi kết quả nổi bật và chọn một mức tự xếp loại.",
            "NĐ 335/2025, Mẫu số 02",
        )
    rating.self_level, rating.self_strengths, rating.self_limits = (
        level,
        nfc(strengths).strip(),
        nfc(limits).strip(),
    )
    rating.self_at, rating.self_by_id, rating.state = now(), actor.account_id, RatingStep.MEETING
    rating.save(
        update_fields=["self_level", "self_strengths", "self_limits", "self_at", "self_by", "state"]
    )
    log(actor, "rating_self_rated", rating, level=level, on_paper=on_paper)
    return rating


@transaction.atomic
def note_absence(
    actor, *, rating_id: int, kind: str, starts_on: date, ends_on: date, basis: str
) -> Absence:
    rating = open_rating(actor, rating_id, "ghi vắng mặt", by_head=True)
    if ends_on < starts_on or rating.round.year not in (starts_on.year, ends_on.year):
        refuse(
            "absence.days",
            f"Ngày kết thúc không trước ngày bắt đầu, và phải chạm năm {rating.round.year}.",
        )
    if not basis.strip():
        refuse("absence.basis", "Ghi quyết định hoặc giấy tờ chứng minh.", "NĐ 335/2025, Điều 11")
    made = Absence.objects.create(
        rating=rating,
        kind=kind,
        starts_on=starts_on,
        ends_on=ends_on,
        basis=tidy(nfc(basis)),
        recorded_by_id=actor.account_id,
    )
    store(rating.round, [rating])
    log(
        actor, "rating_absence_noted", rating, absence=made.pk, starts_on=starts_on, ends_on=ends_on
    )
    return made


@transaction.atomic
def withdraw_absence(actor, *, absence_id: int) -> Absence:
    found = Absence.objects.filter(pk=absence_id).first()
    if found is None:
        raise NotVisible(f"absence {absence_id}")
    rating = open_rating(actor, found.rating_id, "bỏ vắng mặt", by_head=True)
    found.replaced_at = now()
    found.save(update_fields=["replaced_at"])
    store(rating.round, [rating])
    log(actor, "rating_absence_withdrawn", rating, absence=found.pk)
    return found


@transaction.atomic
def note_months(
    actor, *, rating_id: int, unit: str, basis: str, totals: Mapping[int, Decimal | None]
) -> int:
    """Totals by month as another unit scored them (Đ11), or as they were before the system was
    used. What this unit said before is replaced whole; how many months it now says.
    """
    rating = open_rating(actor, rating_id, "ghi điểm do nơi khác chấm", by_head=True)
    count = _note(actor, rating, unit, basis, totals)
    store(rating.round, [rating])
    return count


@transaction.atomic
def note_many(
    actor, *, round_id: int, said: Iterable[tuple[int, str, str, Mapping[int, Decimal | None]]]
) -> int:
    """The same for many people of a round at once: (rating, unit, basis, totals) each. How many
    people.
    """
    found = lock_round(actor, round_id)
    given = {pk: rest for pk, *rest in said}
    rows = (
        Rating.objects.select_for_update(of=("self",))
        .filter(round=found, pk__in=given)
        .select_related("person", "unit", "round__unit")
    )
    ratings = list(rows.order_by("pk"))
    for rating in ratings:
        may_act(
            is_own(actor, rating), rating.state, BEFORE_DECIDED, "ghi điểm do nơi khác chấm"
        ).or_refuse()
        _note(actor, rating, *given[rating.pk])
    store(found, ratings)
    return len(ratings)


def _note(
    actor, rating: Rating, unit: str, basis: str, totals: Mapping[int, Decimal | None]
) -> int:
    unit, basis = tidy(nfc(unit)), tidy(nfc(basis))
    given = {number: total for number, total in totals.items() if total is not None}
    if (
        not unit
        or not basis
        or any(not 1 <= number <= 12 or not 0 <= total <= 100 for number, total in given.items())
    ):
        refuse(
            "months.given", "Ghi đơn vị chấm, căn cứ; điểm từ 0 đến 100.", "NĐ 335/2025, Điều 11"
        )
    ExternalMonthScore.objects.filter(rating=rating, unit=unit).update(replaced_at=now())
    said = {"rating": rating, "unit": unit, "basis": basis, "recorded_by_id": actor.account_id}
    ExternalMonthScore.objects.bulk_create(
        ExternalMonthScore(number=number, total=total, **said)
        for number, total in sorted(given.items())
    )
    log(actor, "rating_months_noted", rating, unit=unit, months=sorted(given))
    return len(given)


@transaction.atomic
def treat_violation(
    actor,
    *,
    rating_id: int,
    discipline_id: int,
    act: str,
    nature: str,
    note: str,
    unit_id: int | None = None,
    used_for_year: int | None = None,
) -> ViolationTreatment:
    """How a discipline of the file counts in this year; the year it already failed is found where
    it is known.
    """
    rating = open_rating(actor, rating_id, "xem xét kỷ luật")
    row = Discipline.objects.filter(pk=discipline_id, person=rating.person).first()
    if row is None:
        raise NotVisible(f"discipline {discipline_id}")
    if not act.strip() or not note.strip() or nature not in list(Nature):
        refuse("act.empty", "Ghi hành vi, tính chất và căn cứ xem xét.", "NĐ 335/2025, Điều 20.4")
    fields = {
        "act": tidy(nfc(act)),
        "nature": nature,
        "note": tidy(nfc(note)),
        "unit_id": unit_id,
        "used_for_year": used_for_year or _used(rating, row, act),
    }
    old = ViolationTreatment.objects.filter(rating=rating, discipline=row).first()
    _replace(old)
    made = ViolationTreatment.objects.create(
        rating=rating, discipline=row, replaces=old, recorded_by_id=actor.account_id, **fields
    )
    store(rating.round, [rating])
    log(
        actor,
        "rating_act_viewed",
        rating,
        discipline=row.pk,
        nature=nature,
        used=made.used_for_year,
    )
    return made


def _used(rating: Rating, row: Discipline, act: str) -> int | None:
    """The earlier year that was decided "không hoàn thành" with this act in view."""
    views = ViolationTreatment.objects.filter(
        rating__person=rating.person, act=tidy(nfc(act))
    ) | ViolationTreatment.objects.filter(discipline=row)
    earlier = (
        views.filter(rating__round__year__lt=rating.round.year)
        .exclude(nature=Nature.OTHER)
        .values("rating")
    )
    failed = RatingDecision.objects.filter(rating__in=earlier, level=Band.FAILED)
    return (
        failed.order_by("rating__round__year").values_list("rating__round__year", flat=True).first()
    )


@transaction.atomic
def give_opinion(
    actor, *, rating_id: int, body: str, level: str, text: str, document: str, given_on: date
) -> Opinion:
    """The written opinion of the Party committee; a new one replaces the one before."""
    rating = lock_rating(actor, rating_id)
    may_give_opinion(actor, rating).or_refuse()
    if not all(part.strip() for part in (body, text, document)) or given_on > today():
        refuse(
            "opinion.empty",
            "Ghi cấp ủy, nhận xét, số văn bản; ngày không ở tương lai.",
            "NĐ 335/2025, Điều 21",
        )
    old = Opinion.objects.filter(rating=rating).first()
    _replace(old)
    said = {
        "body": tidy(nfc(body)),
        "level": level,
        "text": nfc(text).strip(),
        "document": tidy(nfc(document)),
        "given_on": given_on,
    }
    made = Opinion.objects.create(
        rating=rating, replaces=old, recorded_by_id=actor.account_id, **said
    )
    if rating.state == RatingStep.PARTY:
        rating.state = RatingStep.CONSOLIDATION
        rating.save(update_fields=["state"])
    log(actor, "rating_opinion_given", rating, opinion=made.pk, level=level)
    return made


def open_rating(actor, rating_id: int, what: str, *, by_head: bool = False) -> Rating:
    """Not decided yet; by who keeps the round, or (`by_head`) by the head of the person's unit
    too.
    """
    rating = (
        lock_rating(actor, rating_id, PROPOSE_YEAR, of_unit=True)
        if by_head
        else lock_rating(actor, rating_id)
    )
    may_act(is_own(actor, rating), rating.state, BEFORE_DECIDED, what).or_refuse()
    return rating


def _replace(old) -> None:
    if old:
        old.replaced_at = now()
        old.save(update_fields=["replaced_at"])

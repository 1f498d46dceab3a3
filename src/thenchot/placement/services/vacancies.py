"""Vacancies are found by themselves, given a way, held with a reason, and closed when somebody sits
there.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.placement.access import EDIT
from thenchot.placement.enums import VacancyState
from thenchot.placement.models import Vacancy
from thenchot.placement.queries.vacancies import Empty, empty_places, get_vacancy
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require


@dataclass(frozen=True)
class Found:
    """What a count changed: vacancies that are new, and those that were filled."""

    opened: int
    filled: int


@transaction.atomic
def find_vacancies(actor, home: Unit) -> Found:
    """What is empty today, beside what was known: the day it began, its way and its reasons
    stay.
    """
    require(actor, EDIT, home.path)
    known = {
        (row.unit_id, row.kind, row.name, row.number): row
        for row in Vacancy.objects.filter(unit__path__startswith=home.path).exclude(
            state=VacancyState.FILLED
        )
    }
    empty = {one.key: one for one in empty_places(home, today())}
    fresh = Vacancy.objects.bulk_create(_row(one) for key, one in empty.items() if key not in known)
    gone = [row.pk for key, row in known.items() if key not in empty]
    Vacancy.objects.filter(pk__in=gone).update(state=VacancyState.FILLED, closed_on=today())
    found = Found(len(fresh), len(gone))
    if found != Found(0, 0):
        record(
            actor,
            "vacancies_found",
            subject=home,
            unit_path=home.path,
            added=found.opened,
            gone=found.filled,
        )
    return found


def _row(one: Empty) -> Vacancy:
    return Vacancy(
        unit_id=one.unit,
        kind=one.kind,
        name=one.name,
        number=one.number,
        title_id=one.title,
        position_id=one.position,
        seat_id=one.seat,
        opened_on=one.since,
        state=VacancyState.HELD if one.held_for else VacancyState.OPEN,
        held_for=one.held_for,
        look_again_on=one.look_again_on,
    )


@transaction.atomic
def choose_way(actor, *, vacancy_id: int, way: str, is_complex: bool = False) -> Vacancy:
    found = _open(actor, vacancy_id)
    found.way, found.is_complex = way, is_complex
    if found.state == VacancyState.HELD:
        found.state, found.held_for, found.look_again_on = VacancyState.OPEN, "", None
    found.save()
    record(actor, "vacancy_way_chosen", subject=found, unit_path=found.unit.path, way=way)
    return found


@transaction.atomic
def hold_vacancy(actor, *, vacancy_id: int, reason: str, look_again_on: date) -> Vacancy:
    """It stays empty on purpose, until looked at again."""
    found = _open(actor, vacancy_id)
    if not reason.strip():
        refuse("placement.held", "Ghi lý do để khuyết.")
    if look_again_on <= today():
        refuse("placement.look_again", "Ngày xem lại phải sau hôm nay.")
    found.state, found.held_for = VacancyState.HELD, tidy(nfc(reason))
    found.look_again_on, found.way = look_again_on, ""
    found.save()
    record(
        actor,
        "vacancy_held",
        subject=found,
        unit_path=found.unit.path,
        reason=found.held_for,
        on=look_again_on,
    )
    return found


def _open(actor, vacancy_id: int) -> Vacancy:
    found = get_vacancy(actor, vacancy_id)
    require(actor, EDIT, found.unit.path)
    if found.state in (VacancyState.UNDER_WAY, VacancyState.FILLED):
        refuse("placement.vacancy", "Chỗ này đang làm quy trình hoặc đã có người.")
    return found

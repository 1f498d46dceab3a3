"""Slips are given out for finished cases; whoever holds one answers once."""

import secrets
from datetime import timedelta

from django.db import transaction

from thenchot.citizens.access import EDIT
from thenchot.citizens.enums import FINISHED, Face
from thenchot.citizens.models import Case, RatingSlip, Satisfaction
from thenchot.citizens.queries.cases import ended_with
from thenchot.citizens.queries.policy import policy_of
from thenchot.citizens.queries.satisfaction import get_slip
from thenchot.kernel.decision import refuse
from thenchot.kernel.masking import masked
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries.tree import lock_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is read as another
LENGTH = 10
AT_ONCE = 400


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _n in range(LENGTH))


@transaction.atomic
def give_out(actor, *, unit_id: int) -> int:
    """A slip for every case that was finished lately and has none; how many."""
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    back = policy_of(home).slip_days
    rows = ended_with(
        Case.objects.filter(home=home), FINISHED, since=today() - timedelta(days=back)
    )
    asked = RatingSlip.objects.filter(home=home).values("case")
    found = list(rows.exclude(pk__in=asked).order_by("ended_at", "pk")[:AT_ONCE])
    if not found:
        refuse("citizens.no_slips", "Không có hồ sơ nào vừa xong mà chưa phát phiếu đánh giá.")
    RatingSlip.objects.bulk_create(
        RatingSlip(
            home=home,
            unit_id=case.unit_id,
            case=case,
            code=new_code(),
            person_key=case.person_key,
            made_on=today(),
            made_by_id=actor.account_id,
        )
        for case in found
    )
    record(actor, "rating_slips_given", subject=home, unit_path=home.path, count=len(found))
    return len(found)


@transaction.atomic
def mark_given(actor, *, slip_id: int) -> RatingSlip:
    """Handed to the person: from then on that one was asked."""
    seen = get_slip(actor, slip_id)
    slip = RatingSlip.objects.select_for_update(of=("self",)).select_related("home").get(pk=seen.pk)
    require(actor, EDIT, slip.home.path)
    if slip.given_on:
        refuse("citizens.slip_given", f"Phiếu {slip.code} đã đưa ngày {slip.given_on:%d/%m/%Y}.")
    slip.given_on = today()
    slip.save(update_fields=["given_on"])
    record(actor, "rating_slip_handed", subject=slip, unit_path=slip.home.path)
    return slip


def slip_of(code: str) -> RatingSlip | None:
    plain = "".join(code.split()).replace("-", "").upper()
    rows = RatingSlip.objects.select_related("case__unit", "home")
    return rows.filter(code=plain).first()


@transaction.atomic
def answer(*, slip: RatingSlip, face: int, word: str = "") -> bool:
    """The first answer counts, a second press is told the same; no event, since nobody's name may
    stand beside it. Whether it was kept.
    """
    if face not in list(Face):
        refuse("citizens.face", "Chọn một trong bốn mức.")
    free = RatingSlip.objects.filter(pk=slip.pk, used_in__isnull=True)
    if not free.update(used_in=today().replace(day=1)):
        return False
    case = slip.case
    Satisfaction.objects.create(
        home=slip.home,
        unit_id=case.unit_id,
        handler_id=case.handler_id,
        procedure=case.procedure,
        group=case.group,
        face=face,
        word=masked(tidy(nfc(word)))[:500],
        month=today().replace(day=1),
    )
    return True

"""A draft is put in force on a day; the version before it ends the day before. Exemptions are
recorded and ended.
"""

from datetime import date, timedelta

from django.db import transaction

from thenchot.kernel.decision import Decision, Reason
from thenchot.kernel.text import nfc, tidy
from thenchot.people.queries import get_person, place_of
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.standards.access import EXEMPT, ISSUE
from thenchot.standards.enums import SetState
from thenchot.standards.models import Exemption, StandardSet
from thenchot.standards.queries.sets import get_requirement
from thenchot.standards.rules.issuing import may_exempt, may_issue
from thenchot.standards.services.drafting import lock_draft


@transaction.atomic
def issue(actor, *, set_id: int, basis: str, valid_from: date) -> StandardSet:
    """After the commit everybody is counted anew by the next sweep, nightly or on demand."""
    draft = lock_draft(actor, set_id)
    require(actor, ISSUE, draft.place)
    previous = _in_force(draft)
    basis = tidy(nfc(basis))
    may_issue(
        state=draft.state,
        requirements=draft.requirements.standing().count(),
        basis=basis,
        valid_from=valid_from,
        foresight=draft.foresight,
        previous_from=previous and previous.valid_from,
    ).or_refuse()
    if previous:
        previous.state, previous.valid_to = SetState.REPLACED, valid_from - timedelta(days=1)
        previous.save(update_fields=["state", "valid_to"])
    draft.state, draft.basis, draft.valid_from = SetState.ISSUED, basis, valid_from
    draft.issued_by_id, draft.issued_at = actor.account_id, now()
    draft.save()
    record(
        actor,
        "standards_issued",
        subject=draft,
        unit_path=draft.place,
        valid_from=valid_from,
        basis=basis,
        replaces=previous and previous.pk,
    )
    return draft


def _in_force(draft: StandardSet) -> StandardSet | None:
    """The version of the same set that the draft takes the place of."""
    same = StandardSet.objects.select_for_update(of=("self",)).filter(
        code=draft.code, state=SetState.ISSUED
    )
    return (same.filter(unit=draft.unit) if draft.unit else same.filter(unit__isnull=True)).first()


@transaction.atomic
def exempt(
    actor,
    *,
    person_id: int,
    requirement_id: int,
    basis: str,
    valid_from: date,
    valid_to: date | None = None,
    review_on: date | None = None,
) -> Exemption:
    """A decision of the competent body, recorded with its document. The trail keeps who and until
    when, not why.
    """
    person = get_person(actor, person_id)
    require(actor, EXEMPT, place_of(person))
    requirement = get_requirement(actor, requirement_id)
    may_exempt(
        basis=basis, valid_from=valid_from, valid_to=valid_to, review_on=review_on
    ).or_refuse()
    if (
        Exemption.objects.in_force(valid_from)
        .filter(person=person, requirement=requirement)
        .exists()
    ):
        Decision.no(
            Reason(
                "standards.exempted",
                "Người này đang được miễn yêu cầu này; kết thúc lần miễn đó trước.",
            )
        ).or_refuse()
    made = Exemption.objects.create(
        person=person,
        requirement=requirement,
        basis=tidy(nfc(basis)),
        valid_from=valid_from,
        valid_to=valid_to,
        review_on=review_on,
        decided_by_id=actor.account_id,
        decided_at=now(),
    )
    record(
        actor,
        "exemption_recorded",
        subject=made,
        unit_path=place_of(person),
        person=person.pk,
        requirement=requirement.pk,
        valid_from=valid_from,
        valid_to=valid_to,
        review_on=review_on,
    )
    return made


@transaction.atomic
def end_exemption(actor, *, exemption_id: int, on: date) -> Exemption:
    """`on` is the last day."""
    found = (
        Exemption.objects.visible_to(actor)
        .select_related("person__registered_in")
        .filter(pk=exemption_id)
        .first()
    )
    if found is None:
        raise NotVisible
    require(actor, EXEMPT, place_of(found.person))
    row = Exemption.objects.select_for_update().get(pk=found.pk)
    if (row.valid_to is not None and row.valid_to < on) or on < row.valid_from:
        Decision.no(
            Reason("standards.exempt_days", "Ngày kết thúc phải nằm trong thời gian được miễn.")
        ).or_refuse()
    row.valid_to = on
    row.save(update_fields=["valid_to"])
    record(
        actor,
        "exemption_ended",
        subject=row,
        unit_path=place_of(found.person),
        person=found.person_id,
        on=on,
    )
    return row

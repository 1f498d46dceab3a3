"""A verification is asked for, then concluded. Nothing here says what a conclusion leads to: gates
ask for it.
"""

from datetime import date

from django.db import transaction

from thenchot.clearance import rules
from thenchot.clearance.access import KEEP
from thenchot.clearance.models import Conclusion
from thenchot.clearance.queries import get_conclusion, get_person
from thenchot.kernel.decision import refuse
from thenchot.kernel.periods import months_after
from thenchot.kernel.text import nfc, tidy
from thenchot.people.queries import place_of
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import require
from thenchot.policy.parameters import ClearancePolicy


@transaction.atomic
def request_verification(actor, *, person_id: int, purpose: str = "") -> int:
    """Of every part that is not being verified already; how many were asked for."""
    person = get_person(actor, person_id)
    path = place_of(person)
    require(actor, KEEP, path)
    policy = policies.in_force(ClearancePolicy, path=path, on=today())
    asked = Conclusion.objects.filter(person=person, outcome="").values_list("part", flat=True)
    parts = [part for part in policy.parts if part not in set(asked)]
    if not parts:
        refuse("clearance.asked", "Đã đề nghị thẩm tra; chờ kết luận.")
    for part in parts:
        made = Conclusion.objects.create(
            person=person,
            part=part,
            purpose=tidy(nfc(purpose)),
            requested_on=today(),
            recorded_by_id=actor.account_id,
            recorded_at=now(),
        )
        record(actor, "clearance_requested", subject=made, unit_path=path, person=person.pk)
    return len(parts)


@transaction.atomic
def conclude(
    actor,
    *,
    conclusion_id: int,
    outcome: str,
    number: str,
    body: str,
    concluded_on: date,
    valid_to: date | None = None,
    note: str = "",
) -> Conclusion:
    """What the competent body concluded; without a last day, the months of the policy."""
    found = get_conclusion(actor, conclusion_id)
    path = place_of(found.person)
    require(actor, KEEP, path)
    if found.outcome:
        refuse("clearance.concluded", "Lần thẩm tra này đã có kết luận; đề nghị thẩm tra lần mới.")
    rules.may_conclude(found.requested_on, concluded_on, valid_to).or_refuse()
    months = policies.in_force(ClearancePolicy, path=path, on=concluded_on).valid_months
    found.outcome, found.number, found.body = outcome, tidy(nfc(number)), tidy(nfc(body))
    found.concluded_on, found.valid_to = (
        concluded_on,
        valid_to or months_after(concluded_on, months),
    )
    found.note = nfc(note).strip()
    found.recorded_by_id, found.recorded_at = actor.account_id, now()
    found.save()
    record(actor, "clearance_concluded", subject=found, unit_path=path, person=found.person_id)
    return found

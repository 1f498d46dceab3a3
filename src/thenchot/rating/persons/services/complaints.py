"""Complaints about a year's result: received, settled within the working days of the policy
(Đ22).
"""

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.rating.access import DECIDE_YEAR, KEEP_YEAR, is_own
from thenchot.rating.locking import lock_rating
from thenchot.rating.models import Complaint
from thenchot.rating.persons.access import may_settle
from thenchot.rating.persons.rules.procedure import may_complain
from thenchot.rating.persons.services.deciding import decide
from thenchot.rating.trail import log
from thenchot.scoring.queries.objections import due_on


@transaction.atomic
def complain(actor, *, rating_id: int, text: str, received_on: date | None = None) -> Complaint:
    """By the person, today; or by who keeps the round, from a paper received on a day."""
    rating = lock_rating(actor, rating_id, None, is_locked=True)
    own = is_own(actor, rating)
    on_paper = not own and bool(actor.may(KEEP_YEAR, rating.round.unit.path))
    has_open = Complaint.objects.filter(rating=rating, settled_on__isnull=True).exists()
    may_complain(own, on_paper, rating.state, has_open).or_refuse()
    received = received_on if on_paper and received_on else today()
    if not text.strip() or received > today():
        refuse(
            "complaint.text",
            "Ghi nội dung kiến nghị; ngày nhận không ở tương lai.",
            "NĐ 335/2025, Điều 22",
        )
    made = Complaint.objects.create(
        rating=rating,
        text=nfc(text).strip(),
        received_on=received,
        due_on=due_on(rating.round.unit.path, received),
        made_by_id=actor.account_id,
    )
    log(
        actor, "rating_complained", rating, complaint=made.pk, due_on=made.due_on, on_paper=on_paper
    )
    return made


@transaction.atomic
def settle(
    actor,
    *,
    complaint_id: int,
    answer: str,
    level: str | None = None,
    number: str = "",
    seen: str = "",
) -> Complaint:
    """Kept as it was (`level` none), or upheld with another level: then a new decision replaces the
    old one (Đ21.3), a lower one only when that was seen. Where the points themselves are wrong, the
    rating is reopened instead.
    """
    found = Complaint.objects.select_for_update(of=("self",)).filter(pk=complaint_id).first()
    if found is None:
        raise NotVisible(f"complaint {complaint_id}")
    rating = found.rating = lock_rating(actor, found.rating_id, DECIDE_YEAR, is_locked=True)
    may_settle(actor, found).or_refuse()
    if not answer.strip():
        refuse(
            "complaint.answer",
            "Ghi kết quả giải quyết để trả lời người kiến nghị.",
            "NĐ 335/2025, Điều 22",
        )
    if level is not None:
        decide(
            actor,
            rating_id=rating.pk,
            level=level,
            number=number,
            decided_on=today(),
            reason=answer[:400],
            complaint=found,
            seen=seen,
        )
    found.answer, found.is_upheld, found.settled_on, found.settled_by_id = (
        nfc(answer).strip(),
        level is not None,
        today(),
        actor.account_id,
    )
    found.save(update_fields=["answer", "is_upheld", "settled_on", "settled_by"])
    log(actor, "complaint_settled", rating, complaint=found.pk, is_upheld=found.is_upheld)
    return found

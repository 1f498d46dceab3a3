"""Results handed to the national database, within the days of the policy (Đ26.1.d)."""

from datetime import date, timedelta

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.policy.parameters import ScoringPolicy
from thenchot.rating.locking import lock_round
from thenchot.rating.models import RatingDecision, Round, Sending
from thenchot.rating.rounds.rules import may_be_sent
from thenchot.rating.trail import log
from thenchot.worklog.access import EXPORT


@transaction.atomic
def mark_sent(actor, *, round_id: int, sent_on: date, reference: str) -> Sending:
    """Every result in force not sent before was handed over on this day."""
    found = lock_round(actor, round_id, is_locked=True)
    may_be_sent(found.rules).or_refuse()
    waiting = unsent(found).filter(decided_on__lte=sent_on)
    count = waiting.count()
    if not count or sent_on > today() or not reference.strip():
        refuse(
            "sending.empty",
            (
                "Chưa có kết quả nào để gửi đến ngày này; ngày gửi không ở tương lai; ghi số "
                "hoặc mã "
                "xác nhận."
            ),
            "NĐ 335/2025, Điều 26",
        )
    made = Sending.objects.create(
        round=found,
        sent_on=sent_on,
        reference=tidy(nfc(reference)),
        count=count,
        marked_by_id=actor.account_id,
    )
    waiting.update(sending=made)
    log(actor, "results_sent", found, sent_on=sent_on, people=count, reference=made.reference)
    return made


def unsent(found: Round):
    """Results in force that nobody has marked as sent."""
    return RatingDecision.objects.filter(rating__round=found, sending__isnull=True)


def send_by(found: Round, decided_on: date) -> date:
    """The last day on which a result of that day is in time."""
    return decided_on + timedelta(
        days=policies.in_force(ScoringPolicy, path=found.unit.path, on=decided_on).send_days
    )


@transaction.atomic
def note_export(actor, *, round_id: int, what: str) -> None:
    found = lock_round(actor, round_id, EXPORT, is_locked=True)
    log(actor, "year_exported", found, what=what)

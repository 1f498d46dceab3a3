"""What happened, told at once to whom it concerns: the trail says that it happened, a room's
`news.py` (found at start) puts it into words and says whom it tells.
"""

from collections.abc import Callable, Iterable, Sequence

from django.conf import settings

from thenchot.platform.alerts.audiences import accounts_of
from thenchot.platform.alerts.models import Notice
from thenchot.platform.alerts.registry import Finding
from thenchot.platform.audit.trail import follow
from thenchot.platform.clock import now, today

Words = Callable[[dict[str, dict]], Iterable[Finding]]
_news: dict[str, Words] = {}


def news(event: str, *, ends: Sequence[str] = ()) -> Callable[[Words], Words]:
    """Above the function that tells an event of the trail: it gets {id of the subject: facts} and
    gives what is told, one finding for each audience (`findings.about`). `ends`: earlier news about
    the same subjects that no longer ask to be read.
    """

    def keep(words: Words) -> Words:
        if event in _news:
            raise ValueError(f"two ways to tell {event}")
        _news[event] = words
        follow(event, lambda actor, facts: _happened(actor, event, words, facts, ends))
        return words

    return keep


def _happened(actor, event: str, words: Words, facts: dict[str, dict], ends) -> int:
    findings = list(words(facts))
    if ends:
        _end(findings, ends, facts)
    return tell(actor, event, findings)


def tell(actor, event: str, findings: Sequence[Finding]) -> int:
    """Everybody concerned but who did it; how many notices. Two queries and one insert."""
    at, waiting = now(), []
    told = accounts_of(findings, today())
    for finding in findings:
        for account_id in told[finding.identity]:
            if account_id != actor.account_id:
                waiting.append(_notice(event, finding, account_id, at))
    Notice.objects.bulk_create(waiting, batch_size=500)
    if waiting and settings.EMAIL_HOST:
        from thenchot.platform.alerts.jobs import mail_notices  # jobs import what sends

        mail_notices.enqueue()
    return len(waiting)


def _notice(event: str, finding: Finding, account_id: int, at) -> Notice:
    return Notice(
        news=event,
        subject_type=finding.subject_type,
        subject_id=finding.subject_id,
        account_id=account_id,
        unit_path=finding.unit_path,
        message=finding.message[:500],
        next_step=finding.next_step,
        url=finding.url,
        created_at=at,
    )


def _end(findings: Sequence[Finding], events: Sequence[str], facts: dict[str, dict]) -> None:
    """What was told before about the same things has been dealt with."""
    kinds = {finding.subject_type for finding in findings}
    Notice.objects.filter(
        news__in=events, subject_type__in=kinds, subject_id__in=list(facts), over_at=None
    ).update(over_at=now())

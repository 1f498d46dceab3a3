"""What happened, told at once to whom it concerns: the trail says that it happened, a room's
`news.py` (found at start) puts it into words and says whom it tells.

What is to be told is written down with the event (`Telling`) and told after the commit. A program
that ends in between leaves it waiting; the next news takes it along, and a sweep every hour.
"""

from collections.abc import Callable, Iterable, Sequence
from logging import getLogger

from django.db import transaction
from django.db.models import F, Max, Q

from thenchot.platform.alerts.audiences import accounts_of
from thenchot.platform.alerts.models import Notice, Telling
from thenchot.platform.alerts.registry import Finding
from thenchot.platform.audit.models import Event
from thenchot.platform.audit.trail import follow
from thenchot.platform.clock import now, real_now, today
from thenchot.platform.runtime.afterwards import after_commit

Words = Callable[[dict[str, dict]], Iterable[Finding]]
_news: dict[str, tuple[Words, tuple[str, ...]]] = {}
log = getLogger(__name__)
AT_ONCE = 200


def news(event: str, *, ends: Sequence[str] = ()) -> Callable[[Words], Words]:
    """Above the function that tells an event of the trail: it gets {id of the subject: facts} and
    gives what is told, one finding for each audience (`findings.about`). `ends`: earlier news about
    the same subjects that no longer ask to be read. What one person did in one act is told
    together.
    """

    def keep(words: Words) -> Words:
        if event in _news:
            raise ValueError(f"two ways to tell {event}")
        _news[event] = words, tuple(ends)
        follow(event, _write_down)
        return words

    return keep


def _write_down(events: list[Event]) -> None:
    first, last = events[0], events[-1]
    written = Telling.objects.create(
        news=first.name,
        first_seq=first.seq,
        last_seq=last.seq,
        account_id=first.account_id,
        made_at=first.at,
    )
    after_commit(_finish, written.pk)


def _finish(telling_id: int) -> None:
    """With whatever else was never tried; what failed before waits for the sweep."""
    if Telling.objects.waiting().filter(pk=telling_id).exists():
        tell_waiting(Q(failures=0))


def tell_waiting(which: Q | None = None) -> int:
    """Everything written down and not told yet; how many notices. Each row is told once, whoever
    calls; one that fails holds up no other.
    """
    told, last = 0, 0
    while ids := _ids_after(last, which or Q()):
        told += _tell_some(ids)
        last = ids[-1]
    return told


def _ids_after(last: int, which: Q) -> list[int]:
    waiting = Telling.objects.waiting().filter(which, pk__gt=last).order_by("pk")
    return list(waiting.values_list("pk", flat=True)[:AT_ONCE])


@transaction.atomic
def _tell_some(ids: list[int]) -> int:
    rows = Telling.objects.waiting().filter(pk__in=ids).order_by("pk")
    groups: dict[tuple[str, int | None], list[Telling]] = {}
    for row in rows.select_for_update(skip_locked=True):
        groups.setdefault((row.news, row.account_id), []).append(row)
    return sum(_try(event, by, group) for (event, by), group in groups.items())


def _try(event: str, by: int | None, rows: list[Telling]) -> int:
    mine = Telling.objects.filter(pk__in=[row.pk for row in rows])
    try:
        with transaction.atomic():
            told = _tell_event(event, by, rows)
            mine.update(told_at=real_now())
    except Exception as error:
        log.exception("could not tell %s", event)
        said = f"{type(error).__name__}: {error}"[:300]
        mine.update(failures=F("failures") + 1, failed_at=real_now(), failure=said)
        return 0
    return told


def _tell_event(event: str, by: int | None, rows: list[Telling]) -> int:
    if event not in _news:  # its room is gone
        return 0
    words, ends = _news[event]
    facts = _still_asked(event, _events_of(rows))
    findings = list(words(facts)) if facts else []
    if ends:
        _end(findings, ends, facts)
    return tell(event, findings, by=by)


def _events_of(rows: list[Telling]) -> list[Event]:
    spans = Q()
    for row in rows:
        spans |= Q(seq__range=(row.first_seq, row.last_seq))
    return list(Event.objects.filter(spans, name=rows[0].news).order_by("seq"))


def _still_asked(event: str, events: list[Event]) -> dict[str, dict]:
    """Facts by subject, without what another event ended before it could be told."""
    facts = {one.subject_id: one.facts for one in events}
    enders = [name for name, (_words, ends) in _news.items() if event in ends]
    if not enders or not events:
        return facts
    ended = Event.objects.filter(
        name__in=enders, subject_type=events[0].subject_type, subject_id__in=list(facts)
    )
    after = dict(ended.order_by().values_list("subject_id").annotate(Max("seq")))
    seqs = {one.subject_id: one.seq for one in events}
    return {pk: said for pk, said in facts.items() if after.get(pk, 0) < seqs[pk]}


def tell(event: str, findings: Sequence[Finding], *, by: int | None) -> int:
    """Everybody concerned but the account that did it; how many notices. Two queries and one
    insert.
    """
    at, waiting = now(), []
    told = accounts_of(findings, today())
    for finding in findings:
        for account_id in told[finding.identity]:
            if account_id != by:
                waiting.append(_notice(event, finding, account_id, at))
    Notice.objects.bulk_create(waiting, batch_size=500)
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

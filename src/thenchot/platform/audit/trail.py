"""`record` and `record_many` are the only ways to write an event, inside the transaction of the
change it describes.
"""

import hashlib
import hmac
import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any

from django.db import connection, transaction

from thenchot.platform import keys
from thenchot.platform.audit.models import Event
from thenchot.platform.audit.watching import marks_left
from thenchot.platform.clock import real_now
from thenchot.platform.runtime.bulk import insert_objects

GENESIS = "0" * 64
CHUNK = 1_000
PG_LOCK = 7_316_001  # serialises appends on PostgreSQL; SQLite transactions are IMMEDIATE already

Follower = Callable[[list[Event]], Any]
_followers: dict[str, list[Follower]] = defaultdict(list)


def follow(name: str, then: Follower) -> None:
    """`then(events)` is called in the transaction of the change: what it writes stands or falls
    with the change. What may fail it leaves for after the commit.
    """
    _followers[name].append(then)


def record(actor, name: str, /, *, subject, unit_path: str = "", **facts) -> Event:
    """Append one event. `facts` name fields and plain values; classified values never come here,
    only digests.
    """
    last = _locked_last()
    event = _event(actor, name, subject._meta.label_lower, subject.pk, unit_path, facts, real_now())
    event.marks = marks_left(name, [subject.pk]).get(str(subject.pk), {})
    _chain(event, last.seq if last else 0, last.mac if last else GENESIS)
    event.save(force_insert=True)
    _call_followers(name, [event])
    return event


def record_many(actor, name: str, model, entries: Iterable[tuple[Any, str, dict]]) -> int:
    """Append one event for each entry (id of the subject, path of its unit, facts), in their order:
    one pass, one lock, the same chain. `model`: what the subjects are. How many.
    """
    last, at = _locked_last(), real_now()
    seq, mac, label = (
        (last.seq, last.mac, model._meta.label_lower)
        if last
        else (0, GENESIS, model._meta.label_lower)
    )
    entries, count = iter(entries), 0
    while chunk := list(islice(entries, CHUNK)):
        events, marks = [], marks_left(name, [pk for pk, _path, _facts in chunk])
        for pk, unit_path, facts in chunk:
            event = _event(actor, name, label, pk, unit_path, facts, at)
            event.marks = marks.get(str(pk), {})
            seq, mac = _chain(event, seq, mac)
            events.append(event)
        insert_objects(events)
        _call_followers(name, events)
        count += len(events)
    return count


def _call_followers(name: str, events: list[Event]) -> None:
    for then in _followers.get(name, ()):
        then(events)


def _event(actor, name: str, label: str, pk, unit_path: str, facts: dict, at: datetime) -> Event:
    return Event(
        at=at,
        account_id=actor.account_id,
        actor_name=actor.name,
        name=name,
        subject_type=label,
        subject_id=str(pk),
        unit_path=unit_path,
        facts=json.loads(json.dumps(facts, default=plain, ensure_ascii=False)),
        key_id=keys.current_id(),
    )


def _chain(event: Event, seq: int, mac: str) -> tuple[int, str]:
    """The event becomes the next link; its own number and mac."""
    event.seq = seq + 1
    event.mac = mac_of(event, mac)
    return event.seq, event.mac


def mac_of(event: Event, previous: str) -> str:
    body = [
        event.seq,
        event.at.astimezone(UTC).isoformat(),
        event.account_id,
        event.actor_name,
        event.name,
        event.subject_type,
        event.subject_id,
        event.unit_path,
        event.facts,
        previous,
        *([event.marks] if event.marks else []),
    ]
    text = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    key = keys.ring().derive("audit", event.key_id)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def digest(value) -> str:
    """Keyed digest of a classified value: shows that it changed, never what it is."""
    return hmac.new(
        keys.ring().derive("audit-digest"), str(value).encode(), hashlib.sha256
    ).hexdigest()[:16]


def plain(value):
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return str(value)


def _locked_last() -> Event | None:
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "the trail is written in the transaction of its change"
        )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PG_LOCK])
    return Event.objects.order_by("-seq").first()

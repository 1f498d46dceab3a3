"""`record` is the only way to write an event; it must run inside the transaction of the change it describes."""

import hashlib
import hmac
import json
from datetime import UTC, date, datetime
from decimal import Decimal

from django.db import connection, transaction

from thenchot.platform import keys
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import now

GENESIS = "0" * 64
PG_LOCK = 7_316_001  # serialises appends on PostgreSQL; SQLite transactions are IMMEDIATE already


def record(actor, name: str, /, *, subject, unit_path: str = "", **facts) -> Event:
    """Append one event. `facts` name fields and plain values; classified values never come here, only digests."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("audit.record needs the transaction of its change")
    last = _locked_last()
    event = Event(
        seq=(last.seq if last else 0) + 1,
        at=now(),
        account_id=actor.account_id,
        actor_name=actor.name,
        name=name,
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        unit_path=unit_path,
        facts=json.loads(json.dumps(facts, default=plain, ensure_ascii=False)),
        key_id=keys.current_id(),
    )
    event.mac = mac_of(event, last.mac if last else GENESIS)
    event.save(force_insert=True)
    return event


def mac_of(event: Event, previous: str) -> str:
    body = [
        event.seq, event.at.astimezone(UTC).isoformat(), event.account_id, event.actor_name, event.name,
        event.subject_type, event.subject_id, event.unit_path, event.facts, previous,
    ]  # fmt: skip
    text = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    key = keys.ring().derive("audit", event.key_id)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def digest(value) -> str:
    """Keyed digest of a classified value: shows that it changed, never what it is."""
    return hmac.new(keys.ring().derive("audit-digest"), str(value).encode(), hashlib.sha256).hexdigest()[:16]


def plain(value):
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return str(value)


def _locked_last() -> Event | None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PG_LOCK])
    return Event.objects.order_by("-seq").first()

"""One rule, one day: what was found against what the table holds. One transaction; a constant
number of queries for each `CHUNK` findings; a second run at the same time waits and then finds
nothing left to do.
"""

import re
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from django.db import connection, transaction
from django.urls import Resolver404, resolve

from thenchot.platform.alerts import audiences
from thenchot.platform.alerts.models import Alert, Notice
from thenchot.platform.alerts.rules import AlertState, Seen, next_state, tells

CHUNK = 500
LOCK = 7_316_002
_NUMBER = re.compile(r"\d+")
TOLD = ("unit_path", "message", "next_step", "url")
KEPT = ("unit_path", "severity", "since", "message", "basis", "next_step", "url")


@dataclass
class Counts:
    opened: int = 0
    raised: int = 0
    resolved: int = 0
    noticed: int = 0

    def __iadd__(self, other):
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self


@dataclass
class _Work:
    rule: object
    on: object
    at: object
    known: dict = field(default_factory=dict)
    counts: Counts = field(default_factory=Counts)


def reconcile(rule, on, at) -> Counts:
    with transaction.atomic():
        _lock(rule.code)
        work = _Work(rule, on, at, _holding(rule.code))
        vanished, findings = set(work.known), iter(rule.find(on))
        while chunk := _unique(islice(findings, CHUNK)):
            vanished -= set(chunk)
            _keep(work, chunk)
        _resolve(work, [work.known[identity] for identity in vanished])
    return work.counts


def _lock(code):
    """PostgreSQL: one run of this rule at a time. SQLite transactions are IMMEDIATE and wait for
    each other.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(%s, %s)",
                [LOCK, zlib.crc32(code.encode()) & 0x7FFFFFFF],
            )


def _holding(code):
    held = Alert.objects.filter(rule=code).exclude(state=AlertState.RESOLVED).order_by()
    return {(a.subject_type, a.subject_id, a.detail): a for a in held.iterator(chunk_size=2000)}


def _unique(findings):
    """By identity; of two findings with one identity the higher step stands."""
    found = {}
    for finding in findings:
        other = found.get(finding.identity)
        found[finding.identity] = max(other, finding, key=lambda f: f.step) if other else finding
    return found


def _keep(work, chunk):
    new = [finding for identity, finding in chunk.items() if identity not in work.known]
    old = [
        (work.known[identity], finding)
        for identity, finding in chunk.items()
        if identity in work.known
    ]
    told = [(a, f) for a, f in old if tells(Seen(a.state, a.step, a.review_on), f.step, work.on)]
    _update(work, old)
    opened = _open(work, new)
    work.counts.raised += len(told)
    _notify(work, opened + told)


def _open(work, findings):
    alerts = [
        Alert(rule=work.rule.code, opened_at=work.at, **_fields(f, work.on)) for f in findings
    ]
    Alert.objects.bulk_create(alerts)
    work.known.update({f.identity: a for a, f in zip(alerts, findings, strict=True)})
    work.counts.opened += len(alerts)
    return list(zip(alerts, findings, strict=True))


def _fields(finding, found_on):
    _refuse_dead_link(finding)
    subject = {
        "subject_type": finding.subject_type,
        "subject_id": str(finding.subject_id),
        "detail": finding.detail,
    }
    said = {name: getattr(finding, name) for name in KEPT}
    return {**subject, **said, "since": finding.since or found_on, "step": finding.step}


def _refuse_dead_link(finding):
    path = finding.url.split("?")[0].split("#")[0]
    if not _is_page(_NUMBER.sub("1", path)):
        raise ValueError(f"alert of {finding.identity}: no page at {finding.url!r}")


@lru_cache(maxsize=1_000)
def _is_page(shape):
    """Asked once for each kind of page: the ids in an address do not decide whether it leads to
    one.
    """
    try:
        resolve(shape)
    except Resolver404:
        return False
    return True


def _update(work, pairs):
    changed = [alert for alert, finding in pairs if _refresh(alert, finding, work.on)]
    Alert.objects.bulk_update(changed, [*KEPT, "step", "state", "review_on"], batch_size=100)


def _refresh(alert, finding, on):
    """Copy what the finding says now; tell whether anything changed."""
    before = {name: getattr(alert, name) for name in (*KEPT, "step", "state")}
    state = next_state(Seen(alert.state, alert.step, alert.review_on), finding.step, on)
    after = {**_fields(finding, alert.since), "step": max(alert.step, finding.step), "state": state}
    for name in before:
        setattr(alert, name, after[name])
    if state != AlertState.EXEMPTED:
        alert.review_on = None
    return any(before[name] != after[name] for name in before)


def _resolve(work, alerts):
    for start in range(0, len(alerts), CHUNK):
        ids = [alert.pk for alert in alerts[start : start + CHUNK]]
        Alert.objects.filter(pk__in=ids).update(
            state=AlertState.RESOLVED, resolved_at=work.at, review_on=None
        )
    work.counts.resolved += len(alerts)


def _notify(work, pairs):
    told = audiences.accounts_of([finding for _, finding in pairs], work.on)
    notices = [
        Notice(
            alert=alert,
            account_id=account_id,
            step=finding.step,
            created_at=work.at,
            **{name: getattr(finding, name) for name in TOLD},
        )
        for alert, finding in pairs
        for account_id in told[finding.identity]
    ]
    known = set(
        Notice.objects.filter(alert__in=[alert.pk for alert, _ in pairs]).values_list(
            "alert", "account", "step"
        )
        if notices
        else ()
    )
    fresh = [n for n in notices if (n.alert_id, n.account_id, n.step) not in known]
    Notice.objects.bulk_create(fresh, ignore_conflicts=True)
    work.counts.noticed += len(fresh)

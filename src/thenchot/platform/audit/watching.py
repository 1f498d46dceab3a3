"""Rows that count leave a mark in the event that changes them: a keyed digest of what they say
afterwards. `doctor` and `audit verify` hold the rows against the last mark, so that a row changed,
added or taken away by hand, past the services, is named.

A room says in its `events.py` which rows, which of their fields, and which events change them.
Other events leave no mark: looking at a forged row must not make it right.

    watch(Grant, ("role", "path", "starts_on"), {"grant_added": "pk"})

"pk": the row is what the event is about; another field: rows that point at it ("person_id"); a
function: number of what the event is about -> condition on the rows.
"""

import hashlib
import hmac
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Model, Q, QuerySet

from thenchot.platform import keys
from thenchot.platform.audit import subjects

SIZE = 16  # letters of a digest
CHUNK = 1_000

Way = str | Callable[[str], Q]


@dataclass(frozen=True)
class Watch:
    """`counts`: which rows must have a mark; the others only have to fit the one they have."""

    model: type[Model]
    fields: tuple[Any, ...]  # names, or expressions
    changed_by: Mapping[str, Way]
    counts: Q

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    @property
    def rows(self) -> QuerySet:
        """All of them, also those that were replaced."""
        return self.model._base_manager.order_by("pk")


_watches: list[Watch] = []
_derived: list[Callable[[], Iterable[str]]] = []


def watch(
    model: type[Model],
    fields: Sequence[Any],
    changed_by: Mapping[str, Way],
    counts: Q | None = None,
) -> None:
    _watches.append(Watch(model, tuple(fields), changed_by, Q() if counts is None else counts))


def derive(complaints: Callable[[], Iterable[str]]) -> Callable[[], Iterable[str]]:
    """For what follows from other rows and changes with them: a sentence for each that does not."""
    _derived.append(complaints)
    return complaints


def marks_left(name: str, pks: Iterable[Any]) -> dict[str, dict[str, str]]:
    """What an event of this name leaves about each of its subjects: {subject: {row: digest}}."""
    left: dict[str, dict[str, str]] = defaultdict(dict)
    for one in _watches:
        if way := one.changed_by.get(name):
            for subject, code, mark in _marks(one, way, [str(pk) for pk in pks]):
                left[subject][code] = mark
    return left


def _marks(one: Watch, way: Way, pks: list[str]) -> Iterator[tuple[str, str, str]]:
    key_id = keys.current_id()
    if callable(way):
        for pk in pks:
            for row in one.rows.filter(way(pk)).values_list("pk", *one.fields):
                yield pk, *_mark(one, row, key_id)
        return
    rows = one.rows.filter(**{f"{way}__in": pks}).values_list(way, "pk", *one.fields)
    for subject, *row in rows:
        yield str(subject), *_mark(one, row, key_id)


def _mark(one: Watch, row: Sequence, key_id: str) -> tuple[str, str]:
    code = f"{one.label}:{row[0]}"
    return code, digest_of(code, row[1:], key_id)


def digest_of(code: str, values: Iterable, key_id: str) -> str:
    """The name of the row counts: what two rows say cannot be exchanged."""
    text = json.dumps([code, *map(_plain, values)], sort_keys=True, ensure_ascii=False)
    key = keys.ring().derive("audit-row", key_id)
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()[:SIZE]


def _plain(value: Any) -> Any:
    """The same on both databases."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.isoformat() if isinstance(value, date) else value


class Remembered:
    """The last mark of every row, gathered while the chain is walked."""

    def __init__(self) -> None:
        self._marks: dict[str, dict[int, tuple[str, str, int]]] = defaultdict(dict)

    def take(self, event) -> None:
        for code, mark in event.marks.items():
            label, _, pk = code.partition(":")
            self._marks[label][int(pk)] = (mark, event.key_id, event.seq)

    def complaints(self) -> Iterator[str]:
        """A sentence for each row that is not as its last event left it."""
        for one in _watches:
            yield from self._of(one)
        for complaints in _derived:
            yield from complaints()

    def _of(self, one: Watch) -> Iterator[str]:
        left = dict(self._marks[one.label])
        must = one.rows.filter(one.counts).values_list("pk", flat=True)
        for pk in must.iterator(chunk_size=CHUNK):
            if pk not in left:
                yield f"{_called(one, pk)} không do sự kiện nào của hệ thống tạo ra"
        for row in one.rows.values_list("pk", *one.fields).iterator(chunk_size=CHUNK):
            found = left.pop(row[0], None)
            if found and not _fits(one, row, found):
                yield f"{_called(one, row[0])} đã bị sửa ngoài hệ thống (sau sự kiện số {found[2]})"
        for pk, (_digest, _key, seq) in left.items():
            yield f"{_called(one, pk)} đã bị xóa ngoài hệ thống (sau sự kiện số {seq})"


def _fits(one: Watch, row: Sequence, found: tuple[str, str, int]) -> bool:
    mark, key_id, _seq = found
    try:
        return digest_of(f"{one.label}:{row[0]}", row[1:], key_id) == mark
    except KeyError:  # a key that is gone; the chain tells it first
        return False


def _called(one: Watch, pk: int) -> str:
    return subjects.called(one.label, str(pk))

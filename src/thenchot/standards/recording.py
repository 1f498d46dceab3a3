"""Stored findings brought in line with a count, by difference: what is the same is not written.

In pieces, each its own transaction, so that nobody who writes has to wait for the whole; a count
that breaks off is put right by the next one.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from django.db import transaction

from thenchot.platform.datasets import hand_over
from thenchot.standards.models import Foreseen, Shortfall, StandardSet, Tally, Verdict

PIECE = 5_000
SHORTFALL = (
    ("pk", "int64"),
    ("person_id", "int64"),
    ("requirement_id", "int64"),
    ("unit_id", "int64"),
    ("state", "string"),
    ("lack", "string"),
)
VERDICT = (
    ("pk", "int64"),
    ("person_id", "int64"),
    ("set_id", "int64"),
    ("unit_id", "int64"),
    ("title_id", "int64"),
    ("state", "string"),
    ("asked", "int64"),
)
TALLY = (
    ("pk", "int64"),
    ("set_id", "int64"),
    ("requirement_id", "int64"),
    ("unit_id", "int64"),
    ("title_id", "int64"),
    ("asked", "int64"),
    ("met", "int64"),
    ("missing", "int64"),
    ("in_training", "int64"),
    ("exempt", "int64"),
)


def record_findings(db, on: date) -> int:
    """How many rows were written."""
    return record_shortfalls(db, on) + record_verdicts(db, on) + record_tallies(db, on)


def record_shortfalls(db, on: date) -> int:
    """Another state or kind of lack ends the row and opens one: `since` is true of what the row
    says.
    """
    take_up(db, "known", SHORTFALL, Shortfall.objects.standing())
    gone = db.execute(
        "SELECT pk FROM known k ANTI JOIN shortfalls s ON k.person_id = s.person_id AND "
        "k.requirement_id = s.requirement"
        " AND k.state = s.state AND k.lack = s.lack"
    )
    written = end(Shortfall, gone, on)
    new = db.execute(
        "SELECT person_id, requirement, unit_id, state, lack FROM shortfalls s ANTI JOIN known k "
        "ON k.person_id = s.person_id"
        " AND k.requirement_id = s.requirement AND k.state = s.state AND k.lack = s.lack"
    )
    fields = ("person_id", "requirement_id", "unit_id", "state", "lack")
    written += open_rows(Shortfall, fields, new, since=on)
    moved = db.execute(
        "SELECT pk, s.unit_id FROM known k JOIN shortfalls s ON k.person_id = s.person_id AND "
        "k.requirement_id = s.requirement"
        " AND k.state = s.state AND k.lack = s.lack WHERE k.unit_id <> s.unit_id"
    )
    return written + change(Shortfall, ("unit_id",), moved)


def record_verdicts(db, on: date) -> int:
    take_up(db, "known", VERDICT, Verdict.objects.standing())
    gone = db.execute("SELECT pk FROM known ANTI JOIN verdicts USING (person_id, set_id)")
    written = end(Verdict, gone, on)
    new = db.execute(
        "SELECT person_id, set_id, unit_id, nullif(title_id, 0), state, asked FROM verdicts ANTI "
        "JOIN known"
        " USING (person_id, set_id)"
    )
    written += open_rows(
        Verdict, ("person_id", "set_id", "unit_id", "title_id", "state", "asked"), new, since=on
    )
    changed = db.execute(
        "SELECT pk, v.unit_id, nullif(v.title_id, 0), v.asked, v.state, CASE WHEN v.state = "
        "k.state THEN NULL ELSE $on END"
        " FROM known k JOIN verdicts v USING (person_id, set_id) WHERE (k.unit_id, k.state, "
        "k.asked)"
        " <> (v.unit_id, v.state, v.asked) OR coalesce(k.title_id, 0) <> v.title_id",
        {"on": on},
    )
    return written + change(Verdict, ("unit_id", "title_id", "asked", "state", "since"), changed)


def record_tallies(db, on: date) -> int:
    """A row nobody counts in any more keeps its place with zeros."""
    take_up(db, "known", TALLY, Tally.objects.all())
    same = (
        "k.set_id = t.set_id AND coalesce(k.requirement_id, 0) = t.requirement AND k.unit_id = "
        "t.unit_id"
        " AND coalesce(k.title_id, 0) = t.title_id AND k.asked = t.asked"
    )
    counts = ("met", "missing", "in_training", "exempt")
    now = ", ".join(f"coalesce(t.{name}, 0)" for name in counts)
    new = db.execute(
        f"SELECT set_id, nullif(requirement, 0), unit_id, nullif(title_id, 0), asked, {now} FROM "
        f"tallies t ANTI JOIN known k ON {same}"
    )
    written = open_rows(
        Tally, ("set_id", "requirement_id", "unit_id", "title_id", "asked", *counts), new, on=on
    )
    was = ", ".join(f"k.{name}" for name in counts)
    changed = db.execute(
        (
            f"SELECT pk, {now}, $on FROM known k LEFT JOIN tallies t ON {same} WHERE ({was}) <> "
            f"({now})"
        ),
        {"on": on},
    )
    return written + change(Tally, (*counts, "on"), changed)


def record_foreseen(db, draft: StandardSet) -> int:
    """Rows of table `foreseen` as the next run of the preview of a draft."""
    fields = ("person_id", "requirement_id", "unit_id", "state", "before")
    found = db.execute(f"SELECT {', '.join(fields)} FROM foreseen")
    written = 0
    for piece in pieces(found):
        rows = [
            Foreseen(set=draft, run=draft.foreseen_run, **dict(zip(fields, row, strict=True)))
            for row in piece
        ]
        with transaction.atomic():
            Foreseen.objects.bulk_create(
                rows,
                update_conflicts=True,
                unique_fields=["set", "person", "requirement"],
                update_fields=["unit", "state", "before", "run"],
            )
        written += len(rows)
    return written


def take_up(db, name: str, columns, rows) -> None:
    """Stored rows as a table of the engine."""
    fields = [column for column, _ in columns]
    hand_over(db, name, columns, rows.order_by().values_list(*fields).iterator(chunk_size=20_000))


def pieces(result) -> Iterator[list[tuple]]:
    """Everything is taken from the engine first: the next statement would end the result."""
    rows = iter(result.fetchall())
    while piece := list(islice(rows, PIECE)):
        yield piece


def end(model, result, on: date) -> int:
    count = 0
    for piece in pieces(result):
        count += model.objects.filter(pk__in=[pk for (pk,) in piece]).update(ended_on=on)
    return count


def open_rows(model, fields: Iterable[str], result, **common) -> int:
    count = 0
    for piece in pieces(result):
        with transaction.atomic():
            made = model.objects.bulk_create(
                [model(**dict(zip(fields, row, strict=True)), **common) for row in piece]
            )
        count += len(made)
    return count


def change(model, fields: tuple[str, ...], result) -> int:
    """`since` none: stays as it is. Rows that change alike are changed together."""
    groups: dict[tuple, list[int]] = {}
    for piece in pieces(result):
        for pk, *values in piece:
            groups.setdefault(tuple(values), []).append(pk)
    for values, keys in groups.items():
        told = {
            name: value
            for name, value in zip(fields, values, strict=True)
            if name != "since" or value is not None
        }
        for start in range(0, len(keys), PIECE):
            model.objects.filter(pk__in=keys[start : start + PIECE]).update(**told)
    return sum(map(len, groups.values()))

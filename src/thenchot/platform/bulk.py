"""Many new rows of one table at once, some ten times cheaper than `bulk_create`: each field prepares each distinct
value once, and the rows go to the database in one prepared statement.

Everything a field does on the way to the database is done (defaults, encryption, blind indexes, JSON); signals are not
sent and ids are not handed back. Who needs ids takes them beforehand with `reserve_ids`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, models


def insert_rows(model: type[models.Model], rows: Sequence[Mapping[str, Any]], **common: Any) -> int:
    """`rows`: values by attribute name (`person_id`); `common`: values that every row has. A field that is named
    nowhere takes its default. How many rows."""
    if not rows:
        return 0
    named = set(common).union(*rows)
    fields = [f for f in model._meta.concrete_fields if not f.primary_key or f.attname in named]
    unknown = named - {f.attname for f in fields}
    if unknown:
        raise TypeError(f"{model.__name__} has no {sorted(unknown)}")
    _execute(model, fields, [_column(field, rows, common) for field in fields])
    return len(rows)


def insert_objects(objects: Sequence[models.Model]) -> int:
    """As `insert_rows`, for instances that are at hand; one that has no id yet gets none."""
    if not objects:
        return 0
    model = type(objects[0])
    fields = [f for f in model._meta.concrete_fields if not f.primary_key or objects[0].pk is not None]
    _execute(model, fields, [_prepared(field, [field.pre_save(one, True) for one in objects]) for field in fields])
    return len(objects)


def reserve_ids(model: type[models.Model], count: int) -> Sequence[int]:
    """Ids that nobody else will take. Inside a transaction: on SQLite its write lock is what keeps them."""
    column, table = model._meta.pk.column, model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
            cursor.execute(sequence, [table, column, count])
            return [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        row = cursor.fetchone()
        return range((row[0] if row else 0) + 1, (row[0] if row else 0) + count + 1)


def _column(field: models.Field, rows: Sequence[Mapping[str, Any]], common: Mapping[str, Any]) -> Iterable[Any]:
    if hasattr(field, "of"):  # a blind index follows the field it is of
        return _followed(field, rows, common)
    given = common[field.attname] if field.attname in common else field.get_default()
    if field.attname in common or not any(field.attname in row for row in rows):
        return [field.get_db_prep_save(given, connection)] * len(rows)
    return _prepared(field, [row.get(field.attname, given) for row in rows])


def _followed(field, rows, common) -> Iterable[Any]:
    made = []
    for row in rows:
        one = field.model(**{field.of: row.get(field.of, common.get(field.of, ""))})
        made.append(field.pre_save(one, True))
    return _prepared(field, made)


def _prepared(field: models.Field, values: list[Any]) -> list[Any]:
    """Equal values are prepared once; a sealed value never: two sealings of one text must differ."""
    if getattr(field, "place", None):
        return [field.get_db_prep_save(value, connection) for value in values]
    known: dict[Any, Any] = {}
    prepared = []
    for value in values:
        try:
            key = (type(value), value)
            if key not in known:
                known[key] = field.get_db_prep_save(value, connection)
            prepared.append(known[key])
        except TypeError:  # a list or a mapping
            prepared.append(field.get_db_prep_save(value, connection))
    return prepared


def _execute(model: type[models.Model], fields: Sequence[models.Field], columns: Sequence[Iterable[Any]]) -> None:
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    sql = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})"
    with connection.cursor() as cursor:
        cursor.executemany(sql, list(zip(*columns, strict=True)))

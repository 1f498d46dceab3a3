"""Many new rows of one table at once, some ten times cheaper than `bulk_create`: each field
prepares each distinct value once, and the rows go to the database in one prepared statement.

Everything a field does on the way to the database is done (defaults, encryption, blind indexes,
JSON); signals are not sent and ids are not handed back. Who needs ids takes them beforehand with
`reserve_ids`.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from django.db import connection, models

_TEXTS = (models.CharField, models.TextField)
_NUMBERS = (models.IntegerField, models.AutoField, models.ForeignKey)


def insert_rows(model: type[models.Model], rows: Sequence[Mapping[str, Any]], **common: Any) -> int:
    """`rows`: values by attribute name (`person_id`); `common`: values that every row has. A field
    that is named nowhere takes its default. How many rows.
    """
    if not rows:
        return 0
    named = set(common).union(*rows)
    fields = [f for f in model._meta.concrete_fields if not f.primary_key or f.attname in named]
    unknown = named - {f.attname for f in fields}
    if unknown:
        raise TypeError(f"{model.__name__} has no {sorted(unknown)}")
    _execute(model, fields, [_column(field, rows, common, named) for field in fields])
    return len(rows)


def insert_objects(objects: Sequence[models.Model]) -> int:
    """As `insert_rows`, for instances that are at hand; one that has no id yet gets none."""
    if not objects:
        return 0
    model = type(objects[0])
    fields = [
        f for f in model._meta.concrete_fields if not f.primary_key or objects[0].pk is not None
    ]
    _execute(
        model,
        fields,
        [_prepared(field, [field.pre_save(one, True) for one in objects]) for field in fields],
    )
    return len(objects)


def update_rows(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> int:
    """Each row names its id ("id") and the attributes that get a new value; rows that name the same
    attributes go together. A blind index follows the field it is of.
    """
    by_names: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
    for row in rows:
        by_names.setdefault(tuple(sorted(row.keys() - {"id"})), []).append(row)
    quote = connection.ops.quote_name
    for names, some in by_names.items():
        fields = [
            f
            for f in model._meta.concrete_fields
            if f.attname in names or getattr(f, "of", None) in names
        ]
        if len(fields) < len(names):
            raise TypeError(f"{model.__name__} has not all of {names}")
        columns = [_column(field, some, {}, set(names)) for field in fields]
        sets = ", ".join(f"{quote(field.column)} = %s" for field in fields)
        sql = (
            f"UPDATE {quote(model._meta.db_table)} SET {sets} WHERE "
            f"{quote(model._meta.pk.column)} = %s"
        )
        with connection.cursor() as cursor:
            cursor.executemany(sql, list(zip(*columns, [row["id"] for row in some], strict=True)))
    return len(rows)


def reserve_ids(model: type[models.Model], count: int) -> Sequence[int]:
    """Ids that nobody else will take. Inside a transaction: on SQLite its write lock is what keeps
    them.
    """
    column, table = model._meta.pk.column, model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
            cursor.execute(sequence, [table, column, count])
            return [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        row = cursor.fetchone()
        return range((row[0] if row else 0) + 1, (row[0] if row else 0) + count + 1)


def _column(
    field: models.Field,
    rows: Sequence[Mapping[str, Any]],
    common: Mapping[str, Any],
    named: set[str],
) -> Iterable[Any]:
    if hasattr(field, "of"):  # a blind index follows the field it is of
        return _prepared(
            field, [_index_of(field, row.get(field.of) or common.get(field.of, "")) for row in rows]
        )
    name = field.attname
    given = common[name] if name in common else field.get_default()
    if name in common or name not in named:
        return [field.get_db_prep_save(given, connection)] * len(rows)
    return _prepared(field, [row.get(name, given) for row in rows])


def _index_of(field: models.Field, value: Any) -> Any:
    return field.pre_save(SimpleNamespace(_meta=field.model._meta, **{field.of: value}), True)


def _prepared(field: models.Field, values: list[Any]) -> list[Any]:
    """Equal values are prepared once; a sealed value never: two sealings of one text must differ. A
    text and a number are to a database what they are here.
    """
    if getattr(field, "place", None):
        return [field.get_db_prep_save(value, connection) for value in values]
    plain = (
        {str, type(None)}
        if isinstance(field, _TEXTS)
        else {int, type(None)}
        if isinstance(field, _NUMBERS)
        else set()
    )
    if {value.__class__ for value in values} <= plain:
        return values
    known: dict[Any, Any] = {}
    prepared = []
    for value in values:
        try:
            key = (value.__class__, value)
            if key not in known:
                known[key] = field.get_db_prep_save(value, connection)
            prepared.append(known[key])
        except TypeError:  # a list or a mapping
            prepared.append(field.get_db_prep_save(value, connection))
    return prepared


def _execute(
    model: type[models.Model], fields: Sequence[models.Field], columns: Sequence[Iterable[Any]]
) -> None:
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    sql = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})"
    with connection.cursor() as cursor:
        cursor.executemany(sql, list(zip(*columns, strict=True)))

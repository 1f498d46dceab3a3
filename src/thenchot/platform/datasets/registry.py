"""What the rooms offer as columns. A sealed field is refused: a snapshot is a plain file."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet

from thenchot.platform.classified import Class, class_of

INT, TEXT, DAY, FLAG = "int64", "string", "date32", "bool"  # names of Arrow types


@dataclass(frozen=True)
class Column:
    """`path`: the field, also through foreign keys ("title_ref__code"); the name itself when not
    given.
    """

    name: str
    type: str
    path: str = ""

    @property
    def source(self) -> str:
        return self.path or self.name


@dataclass(frozen=True)
class Dataset:
    """`rows(actor)`: the scoped queryset; its order is the order of the file."""

    name: str
    rows: Callable[..., QuerySet]
    columns: tuple[Column, ...]

    def values(self, actor):
        """Tuples in the order of the columns, not yet read."""
        rows = self.rows(actor)
        for column in self.columns:
            _refuse_sealed(rows.model, column)
        return rows.values_list(*(column.source for column in self.columns))


_datasets: dict[str, Dataset] = {}


def declare(dataset: Dataset) -> Dataset:
    """Once, when the room is loaded. The name is that of the view in SQL: small letters and
    underscores.
    """
    if (
        _datasets.setdefault(dataset.name, dataset) != dataset
        or not dataset.name.replace("_", "").isalnum()
    ):
        raise ValueError(f"dataset {dataset.name!r}: declared twice or not a name")
    return dataset


def declared() -> dict[str, Dataset]:
    return dict(_datasets)


def get(name: str) -> Dataset:
    """KeyError when no room offers it."""
    return _datasets[name]


def _refuse_sealed(model, column):
    *through, last = column.source.split("__")
    for name in through:
        model = model._meta.get_field(name).related_model
    field = model._meta.get_field("id" if last == "pk" else last)
    if class_of(model, field.name) >= Class.SENSITIVE:
        raise ValueError(
            f"{model._meta.label}.{field.name} is sealed and may not leave the database as a column"
        )

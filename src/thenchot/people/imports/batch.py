"""Rows that go to the database together, table by table."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models

from thenchot.people.models import FormerValue, Person
from thenchot.people.models.recorded import Recorded
from thenchot.platform.runtime.bulk import insert_rows, update_rows

CHUNK = 400


@dataclass
class Batch:
    """`replaced`: ids of rows that give way; their successors are among the new ones."""

    account_id: int | None
    source: str
    at: datetime
    new: dict[type[models.Model], list[dict]] = field(default_factory=dict)
    changed: dict[type[models.Model], list[dict]] = field(default_factory=dict)
    replaced: dict[type[models.Model], list[int]] = field(default_factory=dict)

    def add(self, model: type[models.Model], **values: Any) -> None:
        self.new.setdefault(model, []).append(values)

    def change(self, model: type[models.Model], pk: int, **values: Any) -> None:
        self.changed.setdefault(model, []).append({"id": pk, **values})

    def replace(self, row: Recorded, **values: Any) -> None:
        """The same row but for these values; the former one stays in the history."""
        self.replaced.setdefault(type(row), []).append(row.pk)
        own = [
            f.attname
            for f in row._meta.concrete_fields
            if not f.primary_key and f.attname not in _RECORDED
        ]
        self.add(
            type(row),
            **{**{name: getattr(row, name) for name in own}, **values, "replaces_id": row.pk},
        )

    def keep(self, person_id: int, item: str, value: str) -> None:
        """What an item said until now."""
        self.add(FormerValue, person_id=person_id, item=item, value=value)

    def give_way(self) -> None:
        """Before anything new: a head leaves before another one comes."""
        for model, ids in self.replaced.items():
            for at in range(0, len(ids), CHUNK):
                model.history.filter(pk__in=ids[at : at + CHUNK]).update(replaced_at=self.at)
        for model, rows in self.changed.items():
            update_rows(model, rows)
        self.replaced, self.changed = {}, {}

    def insert(self) -> None:
        """People first: everything else points at them."""
        for model in sorted(self.new, key=lambda model: model is not Person):
            insert_rows(model, self.new[model], **self._common(model))
        self.new = {}

    def _common(self, model: type[models.Model]) -> dict[str, Any]:
        if issubclass(model, Recorded):
            return {
                "recorded_at": self.at,
                "recorded_by_id": self.account_id,
                "source": self.source,
            }
        if model is FormerValue:
            return {
                "replaced_at": self.at,
                "replaced_by_id": self.account_id,
                "source": self.source,
            }
        return {"recorded_at": self.at} if model is Person else {}


_RECORDED = {"recorded_at", "recorded_by_id", "replaced_at", "replaces_id", "source"}

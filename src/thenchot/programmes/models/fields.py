"""How a draft's proposal is kept: JSON in the database, typed in the program."""

from typing import Any

from django.db import models

from thenchot.programmes.drafts.proposal import Proposal


class ProposalField(models.JSONField):
    """Reads and writes `Proposal`; the database and its migrations know plain JSON."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": Proposal, **kwargs})

    def deconstruct(self) -> tuple:
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, {**kwargs, "default": dict}

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Proposal:
        return Proposal.from_json(super().from_db_value(value, expression, connection))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        told = value.as_json() if isinstance(value, Proposal) else value
        return super().get_db_prep_value(told, connection, prepared)

"""What the file said before: one row for each changed item, sealed."""

from datetime import date
from typing import Any

from thenchot.people.models import FormerValue, Person
from thenchot.platform.clock import now


def keep_former(
    actor, person: Person, kept, changed: dict, *, prefix: str = "", source: str = ""
) -> None:
    """The values that `kept` (the person, or the particulars with their prefix) holds until now;
    one insert.
    """
    at = now()
    FormerValue.objects.bulk_create(
        FormerValue(
            person=person,
            item=f"{prefix}{name}",
            value=as_text(getattr(kept, name)),
            replaced_at=at,
            replaced_by_id=actor.account_id,
            source=source,
        )
        for name in changed
    )


def as_text(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)

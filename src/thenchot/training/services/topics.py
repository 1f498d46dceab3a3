"""Subjects are kept by the personnel body of the place."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import lock_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.scope.actor import require
from thenchot.training.access import EDIT
from thenchot.training.models import Topic
from thenchot.training.queries.topics import get_topic
from thenchot.training.shipped import shipped_topics

TEXTS = ("name", "paper_name", "field", "work_field", "post_words", "basis")
FIELDS = (
    "name",
    "group",
    "audience",
    "cycle",
    "ability",
    "hours",
    "is_practical",
    "paper",
    "level",
    "paper_name",
    "field",
    "work_field",
    "position_group",
    "post_words",
    "counts_as_science",
    "link",
    "basis",
)


@transaction.atomic
def add_topic(actor, *, unit_id: int, code: str, **values: Any) -> Topic:
    """Refused when the place has a subject of this code."""
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    code = tidy(nfc(code))
    if Topic.objects.filter(unit=home, code__iexact=code).exists():
        refuse("training.topic_code", f"Mã “{code}” đã có; chọn mã khác.")
    made = Topic.objects.create(unit=home, code=code, **_clean(values))
    record(actor, "training_topic_added", subject=made, unit_path=home.path, code=code)
    return made


@transaction.atomic
def change_topic(actor, *, topic_id: int, **values: Any) -> Topic:
    found = get_topic(actor, topic_id)
    require(actor, EDIT, found.unit.path)
    changed = {
        name: value for name, value in _clean(values).items() if getattr(found, name) != value
    }
    if changed:
        for name, value in changed.items():
            setattr(found, name, value)
        found.save(update_fields=list(changed))
        record(
            actor,
            "training_topic_changed",
            subject=found,
            unit_path=found.unit.path,
            fields=_called(changed),
        )
    return found


@transaction.atomic
def end_topic(actor, *, topic_id: int, valid_to: date) -> Topic:
    """No new plan takes it up; classes and figures keep it."""
    found = get_topic(actor, topic_id)
    require(actor, EDIT, found.unit.path)
    found.valid_to = valid_to
    found.save(update_fields=["valid_to"])
    record(
        actor, "training_topic_ended", subject=found, unit_path=found.unit.path, valid_to=valid_to
    )
    return found


@transaction.atomic
def adopt_topics(actor, *, unit_id: int) -> int:
    """Take over the list that ships with the system; what is there by its code stays as it is.
    How many were added.
    """
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    known = set(Topic.objects.filter(unit=home).values_list("code", flat=True))
    fresh = [one for one in shipped_topics() if one["code"] not in known]
    made = Topic.objects.bulk_create([Topic(unit=home, **one) for one in fresh])
    if made:
        record(actor, "training_topics_adopted", subject=home, unit_path=home.path, count=len(made))
    return len(made)


def _called(names: Iterable[str]) -> list[str]:
    """What a person calls these fields."""
    words = {one.name: str(one.verbose_name) for one in Topic._meta.fields}
    return sorted(words[name] for name in names)


def _clean(values: dict[str, Any]) -> dict[str, Any]:
    unknown = set(values) - set(FIELDS)
    if unknown:
        raise TypeError(f"no such fields: {sorted(unknown)}")
    return {name: tidy(nfc(value)) if name in TEXTS else value for name, value in values.items()}

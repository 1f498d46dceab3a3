"""Changing the file: items keep their former value, rows are replaced, nothing is lost. One
transaction, one event.
"""

from django.core.exceptions import ValidationError
from django.db import transaction

from thenchot.kernel.decision import Decision, Reason
from thenchot.kernel.text import nfc
from thenchot.people.access import EDIT
from thenchot.people.filing.sections import GROUPS, Section, section_of
from thenchot.people.former import keep_former
from thenchot.people.models import Particulars, Person
from thenchot.people.queries import place_of
from thenchot.people.services import lock_person, require_over
from thenchot.platform.audit.trail import digest, record
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import NotVisible

DATED = ("valid_from", "valid_from_known", "valid_to", "valid_to_known")
ITEMS = frozenset(name for group in GROUPS for name in group.fields)


@transaction.atomic
def change_items(actor, *, person_id: int, source: str = "", **values) -> list[str]:
    """Put items of the résumé; each former value is kept, sealed. Names of the items that
    changed.
    """
    person = _editable(actor, person_id)
    unknown = set(values) - ITEMS
    if unknown:
        raise TypeError(f"no such items: {sorted(unknown)}")
    kept = Particulars.objects.select_for_update().filter(person=person).first() or Particulars(
        person=person
    )
    changed = {
        name: value for name, value in _clean(values).items() if getattr(kept, name) != value
    }
    if not changed:
        return []
    keep_former(actor, person, kept, changed, prefix="particulars.", source=source)
    for name, value in changed.items():
        setattr(kept, name, value)
    _checked(kept, list(changed))
    kept.save()
    facts = {name: digest(value) for name, value in sorted(changed.items())}
    record(actor, "items_changed", subject=person, unit_path=place_of(person), **facts)
    return sorted(changed)


@transaction.atomic
def add_row(actor, *, person_id: int, section: str, source: str = "", **values):
    """A new row of a table of the file."""
    part, person = _section(section), _editable(actor, person_id)
    row = _written(actor, part, person, values, source)
    record(
        actor, "row_added", subject=person, unit_path=place_of(person), section=section, row=row.pk
    )
    return row


@transaction.atomic
def replace_row(actor, *, section: str, row_id: int, source: str = "", **values):
    """The row says something else from now on; the former one stays in the history. Unchanged:
    nothing happens.
    """
    part = _section(section)
    former, person = _row(actor, part, row_id)
    names = {
        **{name: getattr(former, name) for name in (*part.fields, *_dates(part))},
        **_clean(values),
    }
    if all(getattr(former, name) == value for name, value in names.items()):
        return former
    _end(former)
    row = _written(actor, part, person, names, source, replaces=former)
    record(
        actor,
        "row_replaced",
        subject=person,
        unit_path=place_of(person),
        section=section,
        row=row.pk,
        former=former.pk,
    )
    return row


@transaction.atomic
def withdraw_row(actor, *, section: str, row_id: int, reason: str):
    """The row leaves the file as it stands; the history keeps it."""
    former, person = _row(actor, _section(section), row_id)
    if not reason.strip():
        Decision.no(Reason("row.reason", "Ghi lý do bỏ dòng này khỏi hồ sơ.")).or_refuse()
    _end(former)
    record(
        actor,
        "row_withdrawn",
        subject=person,
        unit_path=place_of(person),
        section=section,
        row=row_id,
        reason=reason,
    )
    return former


def get_row(section: Section, row_id: int, person: Person | None = None):
    """A row of the file as it stands; 404 when it is none of this section (or of this person)."""
    rows = section.model.objects.select_related("person").filter(pk=row_id, **section.fixed)
    row = (rows.filter(person=person) if person else rows).first()
    if row is None:
        raise NotVisible
    return row


def _section(code: str) -> Section:
    found = section_of(code)
    if found is None:
        raise NotVisible
    return found


def _editable(actor, person_id: int) -> Person:
    person = lock_person(actor, person_id)
    require_over(actor, EDIT, person)
    return person


def _row(actor, section: Section, row_id: int):
    person = _editable(actor, get_row(section, row_id).person_id)
    return get_row(section, row_id, person), person  # read again: now nobody else can replace it


def _end(row) -> None:
    row.replaced_at = now()
    row.save(update_fields=["replaced_at"])


def _written(actor, section: Section, person: Person, values: dict, source: str, replaces=None):
    unknown = set(values) - {*section.fields, *DATED}
    if unknown:
        raise TypeError(f"no such fields: {sorted(unknown)}")
    row = section.model(
        person=person,
        recorded_by_id=actor.account_id,
        recorded_at=now(),
        source=source,
        replaces=replaces,
        **section.fixed,
        **_clean(values),
    )
    if hasattr(row, "scan_id") and replaces is not None:
        row.scan_id = replaces.scan_id
    _checked(row, [*section.fields, *_dates(section)])
    row.save(force_insert=True)
    return row


def _dates(section: Section) -> tuple[str, ...]:
    return DATED if section.dated else ()


def _clean(values: dict) -> dict:
    return {
        name: nfc(value).strip() if isinstance(value, str) else value
        for name, value in values.items()
    }


def _checked(row, names) -> None:
    """Lengths, choices, and the first day before the last: told with the name of the field."""
    try:
        row.clean_fields(exclude=[f.name for f in row._meta.fields if f.name not in names])
    except ValidationError as error:
        reasons = [
            Reason(
                f"item.{name}",
                (
                    f"{row._meta.get_field(name).verbose_name}: "
                    f"{' '.join(m for one in e for m in one.messages)}"
                ),
            )
            for name, e in error.error_dict.items()
        ]
        Decision.no(*reasons).or_refuse()
    first, last = getattr(row, "valid_from", None), getattr(row, "valid_to", None)
    if first and last and last < first:
        Decision.no(Reason("item.days", "“Đến” phải sau “Từ”.")).or_refuse()

"""Titles that a locality adds to the list shipped with the system."""

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import Decision, Reason
from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.models import Title
from thenchot.organisation.queries import get_unit
from thenchot.organisation.rules.titles import may_change
from thenchot.organisation.services.tree import clean, folded_name
from thenchot.platform.audit.trail import record
from thenchot.platform.scope.actor import NotVisible, require

FIELDS = (
    "bloc",
    "rank",
    "is_key",
    "is_manager",
    "is_party_managed",
    "does_personnel_work",
    "does_inspection_work",
    "ladder",
    "staff_kind",
    "names",
    "basis",
    "position",
)


@transaction.atomic
def add_title(actor, *, unit_id: int, code: str, name: str, **fields) -> Title:
    """A title of this unit and of everything below it."""
    unit = get_unit(actor, unit_id)
    require(actor, KEEP_POSTS, unit.path)
    title = Title(unit=unit, code=clean(code))
    _put(title, name, fields)
    title.save()
    record(
        actor, "title_added", subject=title, unit_path=unit.path, code=title.code, called=title.name
    )
    return title


@transaction.atomic
def correct_title(actor, *, title_id: int, name: str, **fields) -> Title:
    """Put right a local title; the shipped ones follow the program."""
    title = _own(actor, title_id)
    _put(title, name, fields)
    title.save()
    record(actor, "title_corrected", subject=title, unit_path=title.unit.path, called=title.name)
    return title


@transaction.atomic
def end_title(actor, *, title_id: int, on: date) -> Title:
    """`on` is the last day on which somebody may be given the title."""
    title = _own(actor, title_id)
    title.valid_to = on
    title.save(update_fields=["valid_to"])
    record(actor, "title_ended", subject=title, unit_path=title.unit.path, on=on)
    return title


def _own(actor, title_id: int) -> Title:
    titles = Title.objects.visible_to(actor).select_related("unit").select_for_update(of=("self",))
    title = titles.filter(pk=title_id).first()
    if title is None:
        raise NotVisible
    may_change(is_shipped=title.unit is None).or_refuse()
    require(actor, KEEP_POSTS, title.unit.path)
    return title


def _put(title: Title, name: str, fields: dict) -> None:
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"no such fields: {sorted(unknown)}")
    title.name, title.folded = clean(name), folded_name(name)
    for field, value in fields.items():
        setattr(title, field, value)
    _check(title)


def _check(title: Title) -> None:
    if not title.name or not title.code:
        Decision.no(Reason("title.name", "Chức danh cần có mã và tên.")).or_refuse()
    same = Title.objects.serving(title.unit).exclude(pk=title.pk)
    for taken in same.filter(code=title.code)[:1]:
        Decision.no(Reason("title.code", f"Mã {title.code} đã là của “{taken}”.")).or_refuse()
    for taken in same.filter(folded=title.folded, valid_to__isnull=True)[:1]:
        Decision.no(Reason("title.taken", f"Đã có chức danh “{taken}”.")).or_refuse()

"""A catalogue begins, is changed while a draft, goes the way to approval, and is followed by the
next version.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from thenchot.catalogue.access import APPROVE_CATALOGUE, EDIT_CATALOGUE
from thenchot.catalogue.enums import CatalogueState
from thenchot.catalogue.list_import import lines as c
from thenchot.catalogue.models import Catalogue, Product
from thenchot.catalogue.queries.catalogue import get_catalogue, standing
from thenchot.catalogue.rules.catalogue import may_approve, may_edit, may_return, may_submit
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy, words
from thenchot.organisation.queries import get_unit
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.policy.parameters import ScoringPolicy

HEAD = ("name", "basis", "unit_product", "unit_points")


@transaction.atomic
def begin_catalogue(actor, *, unit_id: int, **head) -> Catalogue:
    """An empty draft of a unit; the next version of a list that exists is drawn from it
    (`revise_catalogue`).
    """
    unit = get_unit(actor, unit_id)
    require(actor, EDIT_CATALOGUE, unit.path)
    head = _tidied(head)
    if Catalogue.objects.filter(unit=unit, name=head["name"]).exists():
        refuse(
            "catalogue.taken",
            f"{unit.name} đã có danh mục tên này; mở danh mục đó và soạn lần mới.",
        )
    made = Catalogue.objects.create(unit=unit, made_by_id=actor.account_id, **head)
    record(actor, "catalogue_begun", subject=made, unit_path=unit.path, name=made.name)
    return made


@transaction.atomic
def revise_catalogue(actor, *, catalogue_id: int) -> Catalogue:
    """A draft of the next version with the lines of the one in force, which holds until the draft
    is approved.
    """
    old = _locked(actor, catalogue_id, EDIT_CATALOGUE)
    if old.state != CatalogueState.APPROVED:
        refuse("catalogue.revise", "Chỉ soạn lần mới từ danh mục đang áp dụng.")
    if Catalogue.objects.filter(previous=old).exists():
        refuse("catalogue.drafted", "Đã có lần mới đang soạn của danh mục này; sửa tiếp bản đó.")
    head = {name: getattr(old, name) for name in ("name", "unit_product", "unit_points")}
    made = Catalogue.objects.create(
        unit=old.unit, version=old.version + 1, previous=old, made_by_id=actor.account_id, **head
    )
    Product.objects.bulk_create([_copy(row, made) for row in standing(old)])
    record(
        actor,
        "catalogue_revised",
        subject=made,
        unit_path=old.unit.path,
        previous=old.pk,
        version=made.version,
    )
    return made


def _copy(row: Product, catalogue: Catalogue) -> Product:
    fields = {name: getattr(row, name) for name in (*c.SAID, "position", "folded")}
    return Product(catalogue=catalogue, **fields)


@transaction.atomic
def change_catalogue(actor, *, catalogue_id: int, **head) -> Catalogue:
    draft = lock_draft(actor, catalogue_id)
    changed = _tidied({name: value for name, value in head.items() if name in HEAD})
    if (
        Catalogue.objects.filter(unit=draft.unit, name=changed["name"], version=draft.version)
        .exclude(pk=draft.pk)
        .exists()
    ):
        refuse("catalogue.taken", f"{draft.unit.name} đã có danh mục tên này.")
    for name, value in changed.items():
        setattr(draft, name, value)
    draft.save()
    record(
        actor, "catalogue_changed", subject=draft, unit_path=draft.unit.path, fields=sorted(changed)
    )
    return draft


@transaction.atomic
def put_product(actor, *, catalogue_id: int, product_id: int | None = None, **fields) -> Product:
    """A line of a draft, new or changed."""
    draft = lock_draft(actor, catalogue_id)
    row = (
        standing(draft).filter(pk=product_id).first()
        if product_id
        else Product(catalogue=draft, position=next_position(draft))
    )
    if row is None:
        raise NotVisible
    fill(row, fields)
    record(
        actor,
        "product_changed" if product_id else "product_added",
        subject=row,
        unit_path=draft.unit.path,
        catalogue=draft.pk,
        code=row.code,
    )
    return row


@transaction.atomic
def drop_product(actor, *, catalogue_id: int, product_id: int) -> Product:
    """The draft no longer has it; the row stays."""
    draft = lock_draft(actor, catalogue_id)
    row = standing(draft).filter(pk=product_id).first()
    if row is None:
        raise NotVisible
    row.is_dropped = True
    row.save(update_fields=["is_dropped"])
    record(
        actor,
        "product_dropped",
        subject=row,
        unit_path=draft.unit.path,
        catalogue=draft.pk,
        code=row.code,
    )
    return row


@transaction.atomic
def submit_catalogue(actor, *, catalogue_id: int) -> Catalogue:
    draft = _locked(actor, catalogue_id, EDIT_CATALOGUE)
    may_submit(state=draft.state, products=standing(draft).count()).or_refuse()
    draft.state, draft.submitted_by_id, draft.note = CatalogueState.SUBMITTED, actor.account_id, ""
    draft.save()
    record(actor, "catalogue_submitted", subject=draft, unit_path=draft.unit.path)
    return draft


@transaction.atomic
def return_catalogue(actor, *, catalogue_id: int, note: str) -> Catalogue:
    found = _locked(actor, catalogue_id, APPROVE_CATALOGUE)
    may_return(state=found.state, reason=note).or_refuse()
    found.state, found.note = CatalogueState.DRAFT, tidy(nfc(note))
    found.save()
    record(actor, "catalogue_returned", subject=found, unit_path=found.unit.path, reason=found.note)
    return found


@transaction.atomic
def approve_catalogue(actor, *, catalogue_id: int, basis: str, valid_from: date) -> Catalogue:
    """From `valid_from` it holds for the unit and all below; whatever held in the unit until then
    ends the day before.
    """
    found = _locked(actor, catalogue_id, APPROVE_CATALOGUE)
    current = current_of(found)
    may_approve(
        state=found.state,
        basis=basis,
        valid_from=valid_from,
        current_from=current and current.valid_from,
        is_own=actor.account_id in (found.made_by_id, found.submitted_by_id),
        groups=groups_of(found),
        most_groups=policies.in_force(
            ScoringPolicy, path=found.unit.path, on=valid_from
        ).product_groups,
    ).or_refuse()
    if current:
        current.state, current.valid_to = CatalogueState.REPLACED, valid_from - timedelta(days=1)
        current.save(update_fields=["state", "valid_to"])
    found.state, found.basis, found.valid_from = (
        CatalogueState.APPROVED,
        tidy(nfc(basis)),
        valid_from,
    )
    found.approved_by_id, found.approved_at = actor.account_id, now()
    found.save()
    record(
        actor,
        "catalogue_approved",
        subject=found,
        unit_path=found.unit.path,
        valid_from=valid_from,
        basis=found.basis,
        replaces=current and current.pk,
    )
    return found


def current_of(catalogue: Catalogue) -> Catalogue | None:
    """What holds in the unit itself until this one does."""
    same = Catalogue.objects.select_for_update(of=("self",)).filter(
        unit=catalogue.unit, state=CatalogueState.APPROVED
    )
    return same.exclude(pk=catalogue.pk).first()


def groups_of(catalogue: Catalogue) -> set[str]:
    return {
        c.code_key(group)
        for group in standing(catalogue)
        .exclude(group="")
        .values_list("group", flat=True)
        .distinct()
    }


def lock_draft(actor, catalogue_id: int) -> Catalogue:
    """A draft the actor may change, kept from changing until the transaction ends."""
    draft = _locked(actor, catalogue_id, EDIT_CATALOGUE)
    may_edit(draft.state).or_refuse()
    return draft


def next_position(catalogue: Catalogue) -> int:
    last = standing(catalogue).order_by("-position").values_list("position", flat=True).first()
    return (last or 0) + 1


def fill(row: Product, fields: Mapping[str, Any]) -> Product:
    """Write what is said into a line; refused when the code is another line's."""
    for name, value in fields.items():
        setattr(row, name, tidy(nfc(value)) if isinstance(value, str) else value)
    others = {
        c.code_key(code)
        for code in standing(row.catalogue).exclude(pk=row.pk).values_list("code", flat=True)
    }
    if c.code_key(row.code) in others:
        refuse("product.code", f"Danh mục đã có mã {row.code}.")
    row.folded = folded_of(row)
    row.save()
    return row


def folded_of(row: Any) -> str:
    """The words a search finds it by; each begins with a space."""
    return " " + " ".join(words(f"{row.code} {row.name} {row.task} {row.output} {row.section}"))


def _tidied(head: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: tidy(nfc(value)) if isinstance(value, str) else value for name, value in head.items()
    }


def _locked(actor, catalogue_id: int, permission: str) -> Catalogue:
    found = get_catalogue(actor, catalogue_id)
    require(actor, permission, found.unit.path)
    return Catalogue.objects.select_for_update(of=("self",)).select_related("unit").get(pk=found.pk)

"""After a rotation: every sealed value and blind index moves to the newest key, in chunks, and
again if stopped.
"""

from django.apps import apps
from django.db import models, transaction
from django.db.models.functions import Cast

from thenchot.platform.keys.fields import BlindIndexField, EncryptedTextField
from thenchot.platform.keys.ring import ring
from thenchot.platform.keys.sealing import sealed_with

CHUNK = 500


def sealed_models():
    for model in apps.get_models():
        sealed = [f for f in model._meta.concrete_fields if isinstance(f, EncryptedTextField)]
        if sealed:
            yield model, sealed


def reencrypt_all() -> int:
    """Number of rows moved. Rows already under the newest key are left alone."""
    return sum(_reencrypt(model, sealed) for model, sealed in sealed_models())


def _reencrypt(model, sealed):
    moved, last = 0, None
    while ids := _next_ids(model, last):
        moved += _move(model, sealed, ids)
        last = ids[-1]
    return moved


def _next_ids(model, last):
    rows = model._base_manager.order_by("pk")
    rows = rows.filter(pk__gt=last) if last is not None else rows
    return list(rows.values_list("pk", flat=True)[:CHUNK])


@transaction.atomic
def _move(model, sealed, ids):
    raw = {f"{f.name}_raw": Cast(f.name, models.TextField()) for f in sealed}
    rows = [
        row
        for row in model._base_manager.filter(pk__in=ids).annotate(**raw).select_for_update()
        if _is_old(row, raw)
    ]
    indexes = [f for f in model._meta.concrete_fields if isinstance(f, BlindIndexField)]
    for row in rows:
        for index in indexes:
            index.pre_save(row, add=False)
    model._base_manager.bulk_update(rows, [f.name for f in (*sealed, *indexes)], batch_size=100)
    return len(rows)


def _is_old(row, raw):
    values = [getattr(row, name) for name in raw]
    return any(value and sealed_with(value) != ring().current for value in values)

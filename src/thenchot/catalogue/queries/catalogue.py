"""Catalogues and their products: what holds for a unit on a day, the search the forms use, one by
its id.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q, QuerySet

from thenchot.catalogue.access import APPROVE_CATALOGUE, EDIT_CATALOGUE
from thenchot.catalogue.enums import CatalogueState
from thenchot.catalogue.list_import.lines import code_key
from thenchot.catalogue.models import Catalogue, Product
from thenchot.kernel.text import words
from thenchot.organisation.models import Unit
from thenchot.platform.scope.actor import NotVisible

IN_FORCE = (CatalogueState.APPROVED, CatalogueState.REPLACED)
FOUND = 20  # products a search gives


def get_catalogue(actor, pk: int) -> Catalogue:
    found = (
        _readable(actor)
        .select_related("unit", "previous", "made_by", "submitted_by", "approved_by")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def list_catalogues(actor) -> QuerySet[Catalogue]:
    standing = Count("products", filter=Q(products__is_dropped=False))
    return (
        _readable(actor)
        .select_related("unit")
        .annotate(lines=standing)
        .order_by("unit__path", "name", "-version")
    )


def _readable(actor) -> QuerySet[Catalogue]:
    """One in work is seen by those who draw it up or decide on it."""
    at_work = Unit.objects.visible_to(actor, EDIT_CATALOGUE) | Unit.objects.visible_to(
        actor, APPROVE_CATALOGUE
    )
    return Catalogue.objects.visible_to(actor).filter(
        Q(state__in=IN_FORCE) | Q(unit__in=at_work.values("pk"))
    )


def catalogue_in_force(unit: Unit, on: date) -> Catalogue | None:
    """The nearest that holds on the day: the unit's own, else the one of the unit above it
    (Đ13).
    """
    held = Catalogue.objects.filter(
        unit__in=unit.ancestor_ids, state__in=IN_FORCE, valid_from__lte=on
    )
    held = held.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on)).select_related("unit")
    nearest = {pk: depth for depth, pk in enumerate(unit.ancestor_ids)}
    return max(held, key=lambda one: (nearest[one.unit_id], one.valid_from, one.pk), default=None)


def standing(catalogue: Catalogue) -> QuerySet[Product]:
    return catalogue.products.filter(is_dropped=False)


def saying(q: str) -> Q:
    """Every word of `q` begins a word of the code, the work, the task or the output; marks do not
    count.
    """
    condition = Q()
    for word in sorted(words(q), key=len, reverse=True):
        condition &= Q(folded__contains=f" {word}")
    return condition


def products_like(catalogue: Catalogue, q: str) -> QuerySet[Product]:
    return standing(catalogue).filter(saying(q))


def search_products(catalogue: Catalogue | None, q: str, limit: int = FOUND) -> list[Product]:
    """For the forms of work; nothing without a catalogue or a word."""
    return list(products_like(catalogue, q)[:limit]) if catalogue and words(q) else []


def products_by_code(
    catalogue: Catalogue | None, codes: Iterable[str] | None = None
) -> dict[str, Product]:
    """Folded code -> product; all of them, or those asked for."""
    if catalogue is None:
        return {}
    known = {code_key(one.code): one for one in standing(catalogue)}
    return (
        known
        if codes is None
        else {key: known[key] for key in map(code_key, codes) if key in known}
    )


def get_product(actor, pk: int) -> Product:
    found = (
        Product.objects.filter(pk=pk, is_dropped=False, catalogue__in=_readable(actor).values("pk"))
        .select_related("catalogue__unit")
        .first()
    )
    if found is None:
        raise NotVisible
    return found

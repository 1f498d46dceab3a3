"""Products somebody may name: those of the catalogue that holds for a unit on a day."""

from datetime import date

from django.db.models import QuerySet

from thenchot.catalogue.models import Product
from thenchot.catalogue.queries.catalogue import catalogue_in_force, products_by_code, standing
from thenchot.organisation.models import Unit


def products_for(unit: Unit, on: date) -> QuerySet[Product]:
    found = catalogue_in_force(unit, on)
    return standing(found) if found else Product.objects.none()


def product_named(unit: Unit, on: date, text: str) -> Product | None:
    """By its code, alone or in front of the name as the list of the browser offers it: "VP.12 Soạn
    báo cáo".
    """
    code = text.strip().split(" ")[0]
    return (
        next(iter(products_by_code(catalogue_in_force(unit, on), [code]).values()), None)
        if code
        else None
    )

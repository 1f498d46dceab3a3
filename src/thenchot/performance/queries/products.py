"""Products somebody may name: those of the approved catalogues that hold for a unit on a day."""

from datetime import date

from django.db.models import Q, QuerySet

from thenchot.performance.models import Product


def products_for(path: str, on: date) -> QuerySet[Product]:
    """Of the unit and of everything above it, in the order of their catalogues."""
    chain = [int(part) for part in path.split("/") if part]
    held = Q(catalogue__valid_to__isnull=True) | Q(catalogue__valid_to__gte=on)
    return Product.objects.filter(
        held, catalogue__unit__in=chain, catalogue__state__in=("approved", "replaced"), catalogue__valid_from__lte=on, is_dropped=False
    ).order_by("catalogue", "position")  # fmt: skip


def product_named(path: str, on: date, text: str) -> Product | None:
    """By its code, alone or in front of the name as the list of the browser offers it: "VP.12 Soạn báo cáo"."""
    code = text.strip().split(" ")[0]
    return products_for(path, on).filter(code__iexact=code).order_by("-catalogue__unit__path").first() if code else None

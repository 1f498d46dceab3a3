"""What a list of work meets: open sheets, seats, products, in a constant number of queries for each
few hundred items.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from thenchot.catalogue.list_import.lines import code_key
from thenchot.catalogue.models import Product
from thenchot.catalogue.queries.catalogue import IN_FORCE
from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment
from thenchot.worklog.models import Assessment
from thenchot.worklog.queries.assessments import BY_DECREE

CHUNK = 400


class Products:
    """The product a code means for a unit on a day: of the nearest catalogue in force."""

    def __init__(self, home: Unit, codes: Iterable[str]):
        wanted = {code_key(code) for code in codes}
        around = Q(catalogue__unit__in=home.ancestor_ids) | Q(
            catalogue__unit__path__startswith=home.path
        )
        rows = Product.objects.filter(
            around, catalogue__state__in=IN_FORCE, is_dropped=False
        ).select_related("catalogue__unit")
        self.by_code: dict[str, list[Product]] = defaultdict(list)
        for product in (
            rows.order_by("-catalogue__unit__path", "-catalogue__valid_from") if wanted else ()
        ):
            if code_key(product.code) in wanted:
                self.by_code[code_key(product.code)].append(product)

    def find(self, unit: Unit, code: str, day: date) -> Product | None:
        return next(
            (one for one in self.by_code.get(code_key(code), ()) if _holds(one, unit, day)), None
        )


def _holds(product: Product, unit: Unit, day: date) -> bool:
    catalogue = product.catalogue
    in_time = catalogue.valid_from <= day and (
        catalogue.valid_to is None or day <= catalogue.valid_to
    )
    return in_time and unit.path.startswith(catalogue.unit.path)


def open_assessments_of(people: set[int], first: date, last: date) -> dict[int, list[Assessment]]:
    """Counting sheets of the decree that hold a day between the two, kept from changing until the
    transaction ends.
    """
    found = defaultdict(list)
    rows = (
        Assessment.objects.counting()
        .filter(rules__in=BY_DECREE, starts_on__lte=last, ends_on__gte=first)
        .exclude(state="closed")
    )
    for assessment in chunked(
        rows.select_related("unit").select_for_update(of=("self",)), "person", people
    ):
        found[assessment.person_id].append(assessment)
    return found


def seats_of(people: set[int]) -> dict[int, list[Appointment]]:
    """Primary seats, the latest first."""
    found = defaultdict(list)
    for seat in chunked(
        Appointment.objects.filter(is_primary=True).order_by("-valid_from"), "person", people
    ):
        found[seat.person_id].append(seat)
    return found


def chunked(rows, field: str, values: Iterable) -> Iterator:
    ordered = sorted(values)
    for at in range(0, len(ordered), CHUNK):
        yield from rows.filter(**{f"{field}__in": ordered[at : at + CHUNK]})

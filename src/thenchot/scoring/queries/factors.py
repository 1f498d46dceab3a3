"""Products whose factor changed within a period, against the lines that were given before (Đ13):
those keep theirs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from thenchot.catalogue.list_import.lines import code_key
from thenchot.catalogue.models import Catalogue, Product
from thenchot.catalogue.queries.catalogue import IN_FORCE
from thenchot.worklog.models import Assessment, Work


@dataclass(frozen=True)
class FactorChange:
    """A line of an open sheet and what the catalogue says of its product now. `may_follow`: nothing
    of it is done yet.
    """

    work: Work
    assessment: Assessment
    product: Product

    @property
    def since(self) -> date:
        return self.product.catalogue.valid_from

    @property
    def may_follow(self) -> bool:
        return not (self.work.finished or self.work.returned or self.work.confirmed_at)


def factor_changes(assessments: Sequence[Assessment], on: date) -> list[FactorChange]:
    """Of open sheets `with_work` of one period, first what can still follow. One query where no
    catalogue began within it, else two.
    """
    open_ones = [assessment for assessment in assessments if not assessment.is_closed]
    begun = _begun(open_ones, on)
    codes = (
        {
            code_key(work.code)
            for assessment in open_ones
            for work in assessment.counted
            if work.code
        }
        if begun
        else set()
    )
    products = _products(begun, codes)
    pairs = (
        (assessment, work, _new(work, begun, products))
        for assessment in open_ones
        for work in assessment.counted
        if work.factor is not None
    )
    found = [
        FactorChange(work, assessment, product)
        for assessment, work, product in pairs
        if product and product.factor != work.factor
    ]
    return sorted(found, key=lambda change: not change.may_follow)


def _begun(assessments: Sequence[Assessment], on: date) -> dict[int, Catalogue]:
    """Versions that took the place of another after the first day of the period, by id."""
    if not assessments:
        return {}
    first, last = (
        min(assessment.starts_on for assessment in assessments),
        min(on, max(assessment.ends_on for assessment in assessments)),
    )
    around = {pk for assessment in assessments for pk in assessment.unit.ancestor_ids}
    rows = Catalogue.objects.filter(
        unit__in=around,
        state__in=IN_FORCE,
        previous__isnull=False,
        valid_from__range=(first + timedelta(days=1), last),
    )
    return {one.pk: one for one in rows}


def _products(begun: dict[int, Catalogue], codes: set[str]) -> dict[tuple[int, str], Product]:
    rows: Iterable[Product] = (
        Product.objects.filter(catalogue__in=begun, is_dropped=False).select_related("catalogue")
        if codes
        else ()
    )
    return {
        (one.catalogue_id, code_key(one.code)): one for one in rows if code_key(one.code) in codes
    }


def _new(
    work: Work, begun: dict[int, Catalogue], products: dict[tuple[int, str], Product]
) -> Product | None:
    """The same code in the version that follows the line's own, however many followed each
    other.
    """
    found, following = None, {one.previous_id: one for one in begun.values()}
    catalogue = following.get(work.product.catalogue_id) if work.product else None
    while catalogue is not None:
        found = products.get((catalogue.pk, code_key(work.code)), found)
        catalogue = following.get(catalogue.pk)
    return found

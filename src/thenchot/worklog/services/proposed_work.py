"""Work that waits for a proposal of the catalogue: the own item is named with it, and converted
when it is signed.
"""

from thenchot.catalogue.models import Product, ProductProposal
from thenchot.platform.scope.actor import NotVisible
from thenchot.worklog.enums import AssessmentState
from thenchot.worklog.models import Work


class ProposedWork:
    """What `catalogue.waiting` asks for."""

    def check_own(self, actor, work_id: int) -> int:
        is_own = Work.objects.filter(
            pk=work_id, assessment__person__account=actor.account_id, dropped_at__isnull=True
        ).exists()
        if not is_own:
            raise NotVisible
        return work_id

    def convert(self, proposal: ProductProposal, product: Product) -> bool:
        """Unless its sheet was closed meanwhile."""
        if proposal.work_id is None:
            return False
        waiting = Work.objects.filter(pk=proposal.work_id, factor__isnull=True).exclude(
            assessment__state=AssessmentState.CLOSED
        )
        return waiting.update(product=product, code=product.code, factor=product.factor) > 0

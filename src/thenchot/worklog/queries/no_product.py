"""People who finished nothing in a period (S0-051): for the head to look into, no judgement."""

from django.db.models import QuerySet

from thenchot.kernel.periods import Period
from thenchot.worklog.access import SEE
from thenchot.worklog.models import Assessment
from thenchot.worklog.queries.workload import assessments_of


def without_product(actor, period: Period, permission=SEE) -> QuerySet[Assessment]:
    """Sheets inside the period with nothing finished: of closed ones what was closed, of open ones
    what last night's count found. Who is not scored in the period is left out; by unit and name.
    """
    rows = assessments_of(actor, period, permission).filter(produced=0, not_scored="")
    return rows.select_related("person", "unit").order_by(
        "unit__path", "person__sort_key", "person", "starts_on", "pk"
    )

"""What this room offers as columns: the decided levels of years. No points, no receipts, nothing of
who gave them.
"""

from thenchot.organisation.models import Unit
from thenchot.platform.datasets import DAY, INT, TEXT, Column, Dataset, declare
from thenchot.rating.models import RatingDecision
from thenchot.worklog.access import SEE


def year_levels(actor):
    rows = RatingDecision.objects.order_by("pk")
    return (
        rows
        if actor.is_system
        else rows.filter(rating__unit__in=Unit.objects.visible_to(actor, SEE).values("pk"))
    )


declare(
    Dataset(
        "rating_year_levels",
        year_levels,
        (
            Column("person_id", INT, "rating__person_id"),
            Column("unit_id", INT, "rating__unit_id"),
            Column("rules", TEXT, "rating__round__rules"),
            Column("year", INT, "rating__round__year"),
            Column("level", TEXT),
            Column("decided_on", DAY),
        ),
    )
)

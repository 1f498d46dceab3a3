"""What this room adds as columns: how each person stands to the standards, as last counted."""

from thenchot.platform.datasets import FLAG, INT, TEXT, Column, Dataset, declare
from thenchot.standards.models import Verdict


def verdicts(actor):
    rows = Verdict.objects.standing().order_by("pk")
    return rows if actor.is_system else rows.visible_to(actor)


declare(
    Dataset(
        "standards_verdicts",
        verdicts,
        (
            Column("person_id", INT),
            Column("unit_id", INT),
            Column("set_id", INT),
            Column("state", TEXT),
            Column("for_leaders", FLAG, "set__is_for_leaders"),
        ),
    )
)

"""Targets of programmes that figures from the files measure."""

from thenchot.insight.queries import targets_of
from thenchot.programmes.services.measuring import tie_indicator


def tie_targets(officer, home, on) -> None:
    """Every target whose words point to an indicator, as an officer would say yes to each."""
    for line in targets_of(officer, home, on):
        if line.proposed:
            tie_indicator(officer, target_id=line.target.pk, indicator=line.proposed)

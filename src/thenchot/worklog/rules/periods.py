"""Which rules a seat falls under, in what capacity, and in which periods somebody is scored."""

from collections.abc import Iterable
from datetime import date

from thenchot.kernel.periods import KINDS, Period, Quarter
from thenchot.policy.parameters import PartyRatingPolicy, ScoringPolicy
from thenchot.worklog.enums import Capacity, Regulation


def rules_of(
    staff_kind: str, is_party_managed: bool, policy: ScoringPolicy, party: PartyRatingPolicy
) -> list[Regulation]:
    """A member who is also a civil servant falls under two, whose results are never merged."""
    found = []
    if staff_kind in policy.decree_kinds:
        found.append(Regulation.ND335)
    if staff_kind in policy.public_kinds:
        found.append(Regulation.ND233)
    if staff_kind in party.rated_kinds or (party.rates_managed_titles and is_party_managed):
        found.append(Regulation.QD366)
    return found


def capacity(is_head: bool, rank: str) -> Capacity:
    """As what the seat is scored: `rank` is that of the title."""
    if is_head or rank == "head":
        return Capacity.HEAD
    return Capacity.DEPUTY if rank == "deputy" else Capacity.STAFF


def periods_on(
    on: date, rules: Iterable[Regulation], policy: ScoringPolicy
) -> dict[Regulation, Period]:
    """The period that holds the day: the Party rates by quarter, the decree by what the place
    chose.
    """
    own = KINDS[policy.period].of(on)
    return {rule: Quarter.of(on) if rule == Regulation.QD366 else own for rule in rules}

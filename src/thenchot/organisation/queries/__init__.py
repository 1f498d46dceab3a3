"""Reads of the tree and of what hangs on it. All scoped."""

from thenchot.organisation.queries.titles import below_the_ladder, match_titles
from thenchot.organisation.queries.tree import (
    forebears_of,
    get_unit,
    grants_left,
    heirs_of,
    home_of,
    homes_of,
    homes_over,
    is_home,
    list_above,
    list_aliases,
    list_units,
    list_versions,
    lock_unit,
    match_bodies,
    organisation_chart,
    units_under,
)

__all__ = [
    "below_the_ladder",
    "forebears_of",
    "get_unit",
    "grants_left",
    "heirs_of",
    "home_of",
    "homes_of",
    "homes_over",
    "is_home",
    "list_above",
    "list_aliases",
    "list_units",
    "list_versions",
    "lock_unit",
    "match_bodies",
    "match_titles",
    "organisation_chart",
    "units_under",
]

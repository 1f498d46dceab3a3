"""Everything that happens to the tree, its posts, committees and functions goes through here."""

from thenchot.organisation.services.committees import open_term
from thenchot.organisation.services.reshaping import merge_units, split_unit
from thenchot.organisation.services.tree import (
    change_unit,
    correct_unit,
    create_unit,
    dissolve_unit,
    folded_name,
    move_unit,
    remember_alias,
    rename_unit,
)

__all__ = [
    "change_unit",
    "correct_unit",
    "create_unit",
    "dissolve_unit",
    "folded_name",
    "merge_units",
    "move_unit",
    "open_term",
    "remember_alias",
    "rename_unit",
    "split_unit",
]

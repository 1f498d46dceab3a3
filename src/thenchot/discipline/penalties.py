"""The forms of discipline of each side, by the code lists, and where the file keeps them."""

from datetime import date

from thenchot.discipline.enums import Side
from thenchot.policy.codelists import code_list


def section_of(side: str) -> str:
    """The table of the personal file; the code list has the same name."""
    return "discipline_party" if side == Side.PARTY else "discipline_state"


def name_of(side: str, form: str) -> str:
    return code_list(section_of(side)).name_of(form) if form else ""


def in_force(side: str, on: date) -> list[str]:
    """Codes from the lightest."""
    listed = code_list(section_of(side))
    return [one.code for one in listed if one.valid_to is None or one.valid_to >= on]

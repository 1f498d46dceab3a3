"""What upper rooms show on the page of a person. They register a template and a read; this room
imports none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from thenchot.people.queries import place_of


@dataclass(frozen=True)
class PersonPanel:
    template: str
    load: Callable
    permission: str


_panels: list[PersonPanel] = []


def register_person_panel(template: str, load: Callable, permission: str) -> None:
    """`load(actor, person)` -> rows for the template (`rows`, `person`); once, in `apps.ready`."""
    panel = PersonPanel(template, load, permission)
    if panel not in _panels:
        _panels.append(panel)


def panels_for(actor, person) -> list[tuple[str, object]]:
    """Template and rows of each panel: all on the own page, else those whose permission the actor
    holds over the person.
    """
    own = actor.account_id is not None and person.account_id == actor.account_id
    path = place_of(person)
    shown = [panel for panel in _panels if own or actor.may(panel.permission, path)]
    return [(panel.template, panel.load(actor, person)) for panel in shown]

"""What each event is called on the page. A room writes events by code and hands over their words in
its `events.py`; a test finds the code that has none.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_labels: dict[str, str | Promise] = {}


def register(labels: Mapping[str, str | Promise]) -> None:
    """Words by code. A code belongs to one room."""
    if again := labels.keys() & _labels.keys():
        raise ValueError(f"events named twice: {', '.join(sorted(again))}")
    _labels.update(labels)


def events() -> dict[str, str | Promise]:
    return dict(_labels)


def label_of(name: str) -> str:
    """Words of an event; the bare code where there are none, so that nothing in the trail is
    hidden.
    """
    return str(_labels.get(name, name))


def choices() -> list[tuple[str, str]]:
    """For a filter: every event, in the order of its words."""
    return [
        ("", str(_("Mọi việc"))),
        *sorted(((name, str(label)) for name, label in _labels.items()), key=lambda c: c[1]),
    ]

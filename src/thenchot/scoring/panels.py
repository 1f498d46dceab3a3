"""What rooms above show on pages of this room: panels on the page of a sheet, and the level they
decided of a period. They register at start.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Value
from django.db.models.functions import Coalesce

from thenchot.worklog.models import Assessment


@dataclass(frozen=True)
class AssessmentPanel:
    template: str
    context: Mapping[str, Any]


_panels: list[tuple[str, Callable[[Any, Assessment], Mapping[str, Any] | None]]] = []
_levels: list[Callable[[], Any]] = []


def register_assessment_panel(
    template: str, context: Callable[[Any, Assessment], Mapping | None]
) -> None:
    """`context(actor, sheet)`; None where there is nothing to show. Once, in `apps.ready`."""
    _panels.append((template, context))


def register_level(expression: Callable[[], Any]) -> None:
    """`expression()` over sheets: the level that was decided, empty without one."""
    _levels.append(expression)


def panels_of(actor, assessment: Assessment) -> list[AssessmentPanel]:
    found = ((template, context(actor, assessment)) for template, context in _panels)
    return [
        AssessmentPanel(template, context) for template, context in found if context is not None
    ]


def decided_level() -> Any:
    """What some room above decided of a sheet."""
    levels = [expression() for expression in _levels]
    return Coalesce(*levels, Value("")) if levels else Value("")

"""What upper rooms show on the page of a unit. They register a template and a read; this room imports none of them."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Panel:
    template: str
    load: Callable
    permission: str


_panels: list[Panel] = []


def register_panel(template: str, load: Callable, permission: str) -> None:
    """`load(actor, unit, on)` -> rows for the template (`rows`, `unit`, `on`); once, in `apps.ready`."""
    panel = Panel(template, load, permission)
    if panel not in _panels:
        _panels.append(panel)


def panels_for(actor, unit, on) -> list[tuple[str, list]]:
    """Template and rows of each panel that the actor may read here."""
    shown = [panel for panel in _panels if actor.may(panel.permission, unit.path)]
    return [(panel.template, panel.load(actor, unit, on)) for panel in shown]


_columns: list[tuple] = []


def register_column(title, load: Callable, permission: str) -> None:
    """A column of the tree: `load(actor, unit_ids, on)` -> {unit id: text}."""
    if (title, load, permission) not in _columns:
        _columns.append((title, load, permission))


def columns_for(actor, units, on) -> list[dict]:
    """Title and cells by unit id; only for units where the actor holds the permission of the column."""
    return [_column(actor, units, on, *column) for column in _columns if actor.has(column[2])]


def _column(actor, units, on, title, load, permission) -> dict:
    allowed = [unit.pk for unit in units if actor.may(permission, unit.path)]
    return {"title": title, "cells": load(actor, allowed, on)}

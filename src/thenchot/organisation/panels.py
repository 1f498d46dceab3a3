"""What upper rooms show on the pages of this one. They register a template and a read; this room
imports none of them.

`of` names the page: "unit", "ended" (what still hangs on a unit that is no more), "position".
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Panel:
    template: str
    load: Callable
    permission: str
    of: str = "unit"


@dataclass(frozen=True)
class Column:
    title: Any
    load: Callable
    permission: str
    of: str = "unit"


@dataclass(frozen=True)
class Tab:
    """A page of the subject "Tổ chức"; `order`: from left to right."""

    label: Any
    route: str
    permission: str
    order: int


_panels: list[Panel] = []
_columns: list[Column] = []
_tabs: list[Tab] = []


def register_panel(template: str, load: Callable, permission: str, of: str = "unit") -> None:
    """`load(actor, thing, on)` -> rows for the template (`rows`, and the thing under its own name);
    once, in `apps.ready`.
    """
    _once(_panels, Panel(template, load, permission, of))


def panels_for(actor, thing, on, of: str = "unit") -> list[tuple[str, Any]]:
    """Template and rows of each panel that the actor may read here."""
    shown = [
        panel for panel in _panels if panel.of == of and actor.may(panel.permission, thing.path)
    ]
    return [(panel.template, panel.load(actor, thing, on)) for panel in shown]


def register_column(title, load: Callable, permission: str, of: str = "unit") -> None:
    """A column of a list: `load(actor, ids, on)` -> {id: text}."""
    _once(_columns, Column(title, load, permission, of))


def columns_for(actor, things, on, of: str = "unit") -> list[dict]:
    """Title and cells by id; only for things where the actor holds the permission of the column."""
    return [
        _column(actor, things, on, one)
        for one in _columns
        if one.of == of and actor.has(one.permission)
    ]


def _column(actor, things, on, column: Column) -> dict:
    allowed = [thing.pk for thing in things if actor.may(column.permission, thing.path)]
    return {"title": column.title, "cells": column.load(actor, allowed, on)}


def register_tab(label, route: str, permission: str, order: int) -> None:
    _once(_tabs, Tab(label, route, permission, order))


def tabs_for(actor) -> list[Tab]:
    return [tab for tab in sorted(_tabs, key=lambda tab: tab.order) if actor.has(tab.permission)]


def _once(registered: list, one) -> None:
    if one not in registered:
        registered.append(one)

"""A table of records: its columns, drawn in one way on every page."""

from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from inspect import signature
from typing import Any

import django_tables2 as tables
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django_tables2.utils import OrderByTuple

from thenchot.platform.registers.columns import Column

ON_A_PHONE = 7  # rows of a card each; more make the page too long for a thumb


class Listing(tables.Table):
    """Columns for the records of a page that is not a register, or for those of a register.

    `actor` and `request` are for cells that ask who looks. `label`: what the table shows.
    `row_id`: prefix of the id of a row, "h" gives h12; empty for none. `row_tone`: a function of
    the record that gives the class of its row. `row_group`: a function of the record that gives the
    heading over it, nothing where none begins. `ticks`: numbers of the rows that may be ticked.
    """

    label: Any = ""
    row_id = ""
    row_tone = None
    row_group = None
    wide = False
    ticks: Collection[Any] = ()

    class Meta:
        template_name = "registers/table.html"

    def __init__(self, data=(), *, actor=None, request=None, label="", only=None, **more):
        self.actor = actor or getattr(request, "actor", None)
        self.label = label or self.label
        hidden = self._closed()
        if only is not None:
            hidden |= {name for name in self.base_columns if name not in only}
        super().__init__(data, exclude=tuple(hidden), **more)
        self.request = request

    def _closed(self) -> set[str]:
        """Columns whose content the actor has no permission to read."""
        columns = self.base_columns.items()
        return {
            name
            for name, column in columns
            if column.reads and self.actor and not self.actor.has(column.reads)
        }

    def let_sort(self, model: type[Model] | None) -> None:
        """Say of each column whether the rows can be ordered by it; `model` of the rows, if any."""
        for bound in self.columns.iterall():
            bound.column.orderable = can_sort(bound.column, str(bound.accessor), model)

    def note_order(self, names: list[str]) -> None:
        """The rows are ordered already: only what the headings show."""
        known = [name for name in names if self._sorts(name.removeprefix("-"))]
        self._order_by = OrderByTuple(known)

    def _sorts(self, name: str) -> bool:
        return name in self.columns and self.columns[name].orderable

    def drawn(self) -> Iterable[tuple[dict, SafeString]]:
        """Rows for the template: what is told of the row, and its cells."""
        cells = [_Cell(self, bound, at == 0) for at, bound in enumerate(self._shown())]
        for row in self.rows:
            told = (cell.drawn(row) for cell in cells)
            yield self._row(row.record), format_html_join("", "<td{}>{}</td>", told)

    @property
    def is_long(self) -> bool:
        """On a phone the rest opens with a tick."""
        return len(self.rows) > ON_A_PHONE

    @property
    def span(self) -> int:
        """How many cells a row has."""
        return len(self._shown()) + bool(self.ticks)

    def _shown(self) -> list:
        return [bound for bound in self.columns if isinstance(bound.column, Column)]

    def _row(self, record: Any) -> dict:
        number = getattr(record, "pk", None)
        tone, group = type(self).row_tone, type(self).row_group
        return {
            "id": f"{self.row_id}{number}" if self.row_id and number is not None else "",
            "pk": number,
            "may_tick": number in self.ticks,
            "tone": tone(record) if tone else "",
            "group": group(record) if group else "",
            "record": record,
        }


class _Cell:
    """Draws the cells of one column, with their class, and the title of the column for a screen on
    which a row is a card. What is the same in every row is worked out once.
    """

    def __init__(self, table: Listing, bound: Any, is_first: bool):
        self.table, self.bound, self.css = table, bound, bound.column.css
        self.asks = _asked_for(getattr(bound.render, "__func__", bound.render))
        label = "" if is_first or not bound.column.label else bound.header
        self.label = format_html(' data-label="{}"', label) if label else ""
        self.opening = self._opening("" if callable(self.css) else self.css)

    def drawn(self, row: Any) -> tuple[SafeString, Any]:
        """Attributes and content."""
        css = self.css
        opening = self._opening(css(row.record)) if callable(css) else self.opening
        return opening, self._content(row)

    def _opening(self, css: str) -> SafeString:
        return format_html("{}{}", format_html(' class="{}"', css) if css else "", self.label)

    def _content(self, row: Any) -> Any:
        if self.bound.column.function:
            return self._render(row, None)
        # As `row.get_cell`, without looking at the signature of `render` again for every cell.
        return row._get_and_render_with(
            self.bound,
            render_func=lambda bound, value=None: self._render(row, value),
            default=self.bound.default,
        )

    def _render(self, row: Any, value: Any) -> Any:
        offered = {
            "value": value,
            "record": row.record,
            "column": self.bound.column,
            "bound_column": self.bound,
            "bound_row": row,
            "table": self.table,
        }
        return self.bound.render(**{name: offered[name] for name in self.asks})


@lru_cache(maxsize=2000)
def _asked_for(function: Callable) -> tuple[str, ...]:
    """Names of what a `render` wants to know."""
    return tuple(name for name in signature(function).parameters if name != "self")


def can_sort(column: Column, path: str, model: type[Model] | None) -> bool:
    if column.sorts_by is False:
        return False
    if column.sorts_by not in (None, True):
        return True
    if column.function:
        return False
    return model is None or is_path_of(model, path)


@lru_cache(maxsize=2000)
def is_path_of(model: type[Model], path: str) -> bool:
    """Whether the database can order rows of the model by this path."""
    names, at = path.lstrip("-").replace(".", "__").split("__"), model
    for number, name in enumerate(names):
        try:
            field = at._meta.get_field(name)
        except FieldDoesNotExist:
            return name == "pk" and number == len(names) - 1
        if number < len(names) - 1:
            if field.related_model is None:
                return False
            at = field.related_model
    return True

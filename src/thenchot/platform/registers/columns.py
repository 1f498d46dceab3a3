"""Columns of registers: what a cell shows on the page, and what goes to Excel, Word and JSON.

Built on the columns of django-tables2: `render` gives the cell of the page, `value` the typed value
that leaves the house (text, whole number, decimal, date, yes or no).
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import django_tables2 as tables
from django.template.defaultfilters import linebreaks
from django.template.loader import get_template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.platform.clock import today

EMPTY = "–"
NOTHING_TO_FOLLOW = "pk"  # for a column that asks a function: what the library reads costs nothing
YES, NEXT_STEP = gettext_lazy("có"), gettext_lazy("Bước tiếp")
Read = str | Callable[[Any], Any]


def read(record: Any, source: Read) -> Any:
    """`source`: a path ("unit__name") or a function of the record; nothing where the path ends."""
    if callable(source):
        return source(record)
    return tables.A(source).resolve(record, quiet=True)


def day_of(value: date | datetime | None) -> str:
    return value.strftime("%d/%m/%Y") if value else EMPTY


def number_of(value: Any, places: int | None = None) -> str:
    """16.80 -> 16,8; with `places`, as many as asked; a fraction kept as text stays as it is."""
    if value in (None, ""):
        return EMPTY
    if isinstance(value, str) and "/" in value:
        return value
    number = Decimal(str(value))
    text = f"{number:.{places}f}" if places is not None else f"{number.normalize():f}"
    return text.replace(".", ",")


class Column(tables.Column):
    """Text. `title` heads it; `source` is a path or a function of the record (default: its name).

    `width` in characters of Excel, `paper` in millimetres on the official form (none: not on it),
    `shown` on the page before anybody chooses, `excel` whether it leaves the house. `sort`: a path
    or several, False for never; by default the path of the source where the model has it. `reads`:
    the permission its content asks for. `notes`: small lines under the text on the page, each a
    path, a function, or a pair of a label and one of them. `css`: classes of the cell, or a
    function of the record that gives them.
    """

    css: str | Callable[[Any], str] = ""

    def __init__(
        self,
        title: Any,
        source: Read | None = None,
        *,
        width: float = 18,
        paper: float | None = None,
        shown: bool = True,
        excel: bool = True,
        sort: str | Iterable[str] | bool | None = None,
        reads: str = "",
        notes: Iterable[Any] = (),
        css: str | Callable[[Any], str] = "",
        label: bool = True,
    ):
        self.function = source if callable(source) else None
        self.path = source if isinstance(source, str) else None
        named = () if isinstance(sort, bool) else sort
        super().__init__(
            verbose_name=title,
            accessor=NOTHING_TO_FOLLOW if self.function else self.path,
            default=EMPTY,
            order_by=named or None,
            orderable=sort if isinstance(sort, bool) else None,
            empty_values=() if self.function else (None, ""),
        )
        self.width, self.paper, self.shown, self.excel = width, paper, shown, excel
        self.sorts_by, self.reads, self.notes = sort, reads, tuple(notes)
        self.css, self.label = css or self.css, label

    def of(self, record: Any, value: Any) -> Any:
        """The content: of the function where there is one, else what the path found."""
        return self.function(record) if self.function else value

    def show(self, content: Any, record: Any) -> Any:
        """The content as the page shows it; safe only where it says so."""
        return linebreaks_of(content)

    def render(self, value, record):
        content = self.of(record, value)
        shown = EMPTY if content in (None, "") else self.show(content, record)
        return format_html("{}{}", shown, self._notes_of(record)) if self.notes else shown

    def value(self, value, record):
        return self.of(record, value)

    def words(self, content: Any) -> str:
        """A typed value as an official form writes it."""
        return words_of(content)

    def _notes_of(self, record):
        rows = []
        for note in self.notes:
            label, source = note if isinstance(note, tuple) else ("", note)
            text = read(record, source)
            if text not in (None, ""):
                text = day_of(text) if isinstance(text, date) else text
                rows.append((f"{label}: " if label else "", text))
        return format_html_join("", '<br><small class="dim">{}{}</small>', rows)


def words_of(content: Any) -> str:
    if content is None or content is False:
        return ""
    if content is True:
        return "x"
    if isinstance(content, date):
        return day_of(content)
    if isinstance(content, int | float | Decimal):
        return number_of(content)
    return str(content)


def linebreaks_of(content: Any) -> Any:
    text = str(content)
    if hasattr(content, "__html__") or "\n" not in text:
        return content
    return linebreaks(text, autoescape=True)


class LinkColumn(Column):
    """Text that leads to the page of the record. `route` takes `key` (a path, a function, or a
    tuple of them); with no value of the key there is no link. `bold`: the name of the row.
    """

    def __init__(self, title, source=None, *, route, key: Any = "pk", query="", **more):
        super().__init__(title, source, **more)
        self.route, self.query = route, query
        self.keys = key if isinstance(key, tuple) else (key,)

    def show(self, content, record):
        keys = [read(record, key) for key in self.keys]
        if None in keys:
            return content
        query = self.query(record) if callable(self.query) else self.query
        address = reverse(self.route, args=keys) + query
        return format_html('<a href="{}">{}</a>', address, content)


class DayColumn(Column):
    """A date, dd/mm/yyyy."""

    css = "nowrap"

    def show(self, content, record):
        return day_of(content)


class MomentColumn(Column):
    """A date with its time; `seconds`: to the second."""

    css = "nowrap"

    def __init__(self, title, source=None, *, seconds: bool = False, **more):
        super().__init__(title, source, **more)
        self.form = "H:i:s d/m/Y" if seconds else "H:i d/m/Y"

    def show(self, content, record):
        return date_format(localtime(content), self.form)


class DueColumn(DayColumn):
    """A date by which something is due. `is_open`: whether the record still waits for it."""

    def __init__(self, title, source=None, *, is_open: Callable[[Any], bool], **more):
        super().__init__(title, source, **more)
        self.is_open = is_open

    def show(self, content, record):
        if not (self.is_open(record) and content < today()):
            return day_of(content)
        late = _("quá hạn")
        return format_html('{}<br><span class="tag act">{}</span>', day_of(content), late)


class ChoiceColumn(Column):
    """A code shown as its word. `labels`: code -> word; without them the word of the model."""

    def __init__(self, title, source=None, *, labels=None, **more):
        super().__init__(title, source, **more)
        self.labels = labels

    def code(self, record, value):
        if self.function:
            return self.function(record)
        return read(record, self.accessor) if self.accessor else value

    def of(self, record, value):
        if self.labels is None:
            return super().of(record, value)
        code = self.code(record, value)
        return self.labels.get(code, code) if code not in (None, "") else None

    def value(self, value, record):
        content = self.of(record, value)
        return None if content is None else str(content)


class StateColumn(ChoiceColumn):
    """A state as a tag. `tones`: code -> act, fine, done, wait."""

    def __init__(self, title, source=None, *, tones=None, **more):
        super().__init__(title, source, **more)
        self.tones = tones or {}

    def show(self, content, record):
        tone = self.tones.get(self.code(record, content), "")
        return format_html('<span class="tag {}">{}</span>', tone, content)


class NumberColumn(Column):
    """A number; `places`: digits after the comma, as many as it has by default."""

    css = "num"

    def __init__(self, title, source=None, *, places: int | None = None, **more):
        super().__init__(title, source, **more)
        self.places = places

    def show(self, content, record):
        return number_of(content, self.places)


class MoneyColumn(NumberColumn):
    """Whole đồng, in groups of three: 450.000.000."""

    def show(self, content, record):
        return self.words(content)

    def words(self, content):
        if content in (None, ""):
            return ""
        return f"{Decimal(str(content)):,.0f}".replace(",", ".")


class ShareColumn(NumberColumn):
    """A share of 1 as percent: 0.851 -> 85,1 %. Excel takes the percent as a number."""

    def show(self, content, record):
        return f"{number_of(Decimal(str(content)) * 100, self.places)} %"

    def value(self, value, record):
        content = self.of(record, value)
        return None if content in (None, "") else Decimal(str(content)) * 100


class FlagColumn(Column):
    """Yes or nothing. `word`: what stands for yes on the page."""

    def __init__(self, title, source=None, *, word="", tone="", **more):
        super().__init__(title, source, **more)
        self.word, self.tone = word or YES, tone

    def show(self, content, record):
        if not content:
            return EMPTY
        return format_html('<span class="tag {}">{}</span>', self.tone, self.word)

    def value(self, value, record):
        return bool(self.of(record, value))


def drawn(template: str, context: dict, request) -> Any:
    """What a template says, safe as it came."""
    return get_template(template).render(context, request)


class PartColumn(Column):
    """A cell drawn by a template of the room, which gets the record as `row`. `source` is what
    leaves the house in its place; without one, the text of the cell.
    """

    def __init__(self, title, template: str, source=None, **more):
        super().__init__(title, source, **more)
        self.template, self.has_source = template, source is not None
        self.empty_values = ()

    def render(self, record, table):
        context = {"row": record, "table": table, "actor": table.actor, "request": table.request}
        return drawn(self.template, context, table.request) or EMPTY

    def value(self, value, record, table):
        if self.has_source:
            return self.of(record, value)
        return " ".join(strip_tags(self.render(record, table)).split())


class OffersColumn(Column):
    """Buttons of what can be done to the record. `offers`: (actor, record) -> offers."""

    def __init__(self, title=NEXT_STEP, *, offers, about: Read = str, **more):
        super().__init__(title, lambda record: record, excel=False, sort=False, **more)
        self.offers, self.about = offers, about

    def render(self, record, table):
        offers = list(self.offers(table.actor, record))
        if not offers:
            return EMPTY
        context = {"offers": offers, "about": read(record, self.about)}
        return drawn("registers/offers.html", context, table.request)

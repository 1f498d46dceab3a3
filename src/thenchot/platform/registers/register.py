"""What a list is, told once."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, ClassVar

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers.columns import Column, StateColumn, read
from thenchot.platform.registers.filters import RegisterFilter
from thenchot.platform.registers.listing import Listing
from thenchot.platform.registers.models import ColumnChoice
from thenchot.platform.registers.official import Official
from thenchot.platform.ui.actions import Actions
from thenchot.platform.ui.paging import Slice, slice_of

WORDS_OF_FORM = {"xlsx": _("Xuất Excel"), "docx": _("Bản Word")}
CHUNK = 400  # rows that are prepared and written together
REGISTERS: dict[str, type["Register"]] = {}

SORT = re.compile(r"-?[a-z][a-z0-9_]{0,60}")  # what a column may be called


@dataclass(frozen=True)
class PageLink:
    """A button at the head of the page: for whoever holds the permission anywhere. `hint`: what to
    know before; `narrowed`: it leads to the rows as they are narrowed now.
    """

    title: Any
    route: str
    permission: str = ""
    tone: str = ""
    args: tuple = ()
    hint: Any = ""
    narrowed: bool = False

    @property
    def url(self) -> str:
        return reverse(self.route, args=self.args)


@dataclass(frozen=True)
class Link:
    """A button at the head of the page whose address was worked out already."""

    title: Any
    url: str
    tone: str = ""


@dataclass(frozen=True)
class StateCount:
    code: str
    label: Any
    tone: str
    count: int
    url: str
    is_on: bool


class Register:
    """One list. Subclasses say what it is; an instance answers one request.

    `code`: the name of its page in the addresses; `see`: the permission to look, `take` to take it
    along as a file (default: the same), `take_word` where the official form asks for another one.
    `logs`: the path to the person of a row, or a function of it, where a list that leaves is a
    reading of their files.
    `rows(actor, permission)`: the scoped rows in their order;
    a register that needs more overrides `get_rows`. `states`: the column counted above the table.
    `links`: buttons of the page. `actions`, `together`: those of them that also act on ticked rows.
    `tabs`: a template with the pages beside it. `empty`: what to say,
    and do, when there is nothing, `no_match` when nothing fits what was asked. `keys`: the parts of
    the address, as they came.
    """

    code: ClassVar[str] = ""
    title: ClassVar[Any] = ""
    lead: ClassVar[Any] = ""
    see: ClassVar[str] = ""
    take: ClassVar[str] = ""
    take_word: ClassVar[str] = ""
    logs: ClassVar[Any] = ""
    rows: ClassVar[Callable | None] = None
    filters: ClassVar[type[RegisterFilter] | None] = None
    states: ClassVar[str] = ""
    official: ClassVar[Official | None] = None
    links: ClassVar[tuple[PageLink, ...]] = ()
    above: ClassVar[tuple[tuple[Any, str], ...]] = ()
    tabs: ClassVar[str] = ""
    actions: ClassVar[Actions | None] = None
    together: ClassVar[tuple[str, ...]] = ()
    empty: ClassVar[Any] = _("Không có dòng nào.")
    no_match: ClassVar[Any] = _("Không có dòng nào khớp với bộ lọc.")
    per_page: ClassVar[int] = 50
    is_counted: ClassVar[bool] = True  # false where counting costs more than showing a page
    is_found: ClassVar[bool] = True  # false where only another page leads to it
    file_name: ClassVar[str] = ""
    notes: ClassVar[tuple[str, ...]] = ()
    template: ClassVar[str] = "registers/page.html"
    row_id: ClassVar[str] = ""
    row_tone: ClassVar[Callable | None] = None
    row_group: ClassVar[Callable | None] = None
    wide: ClassVar[bool] = False
    told: ClassVar[dict[str, Any]] = {}
    table_class: ClassVar[type[Listing]] = Listing

    def __init_subclass__(cls, **more):
        super().__init_subclass__(**more)
        cls.told = {**cls.told, **_take_columns(cls)}
        cls.table_class = type(f"{cls.__name__}Table", (Listing,), cls.told | _of_rows(cls))
        if "code" in cls.__dict__ and cls.code:
            REGISTERS[cls.code] = cls

    def __init__(self, request, *, to_take: str = "", **keys):
        """`to_take`: the form in which the list leaves; empty on the page."""
        self.request, self.actor, self.keys = request, request.actor, keys
        self.given = request.GET
        self.permission = self.permission_to_take(to_take) if to_take else self.see

    # What a room may say differently

    def get_rows(self, permission: str) -> Any:
        """Scoped and in order: a queryset, or a list of what is worked out."""
        return type(self).rows(self.actor, permission)

    def prepare(self, rows: list) -> list:
        """The records of one page, or of one part of a file, with what their cells need."""
        return rows

    def context(self) -> dict:
        """What the page shows besides the list."""
        return {}

    def heading(self) -> Any:
        return self.title

    def page_links(self) -> Iterable[PageLink | Link]:
        held = self.actor.has
        return [link for link in self.links if not link.permission or held(link.permission)]

    def crumbs(self) -> Iterable[tuple[Any, str]]:
        return [(label, reverse(route)) for label, route in self.above]

    def name_of_file(self) -> str:
        return self.file_name or self.code.replace("_", "-")

    def sheet_name(self) -> Any:
        return self.heading()

    def notes_of_file(self) -> Iterable[str]:
        return self.notes

    def note_taken(self, form: str) -> None:
        """Called before the list leaves as a file: what the audit trail should know."""

    # The list

    @cached_property
    def base(self) -> Any:
        return self.get_rows(self.permission)

    def filtered(self, data) -> RegisterFilter | None:
        if self.filters is None:
            return None
        return self.filters(data, queryset=self.base, request=self.request)

    @cached_property
    def filterset(self) -> RegisterFilter | None:
        return self.filtered(self.given)

    @property
    def is_narrowed(self) -> bool:
        return self.filterset is not None and self.filterset.is_narrowed

    def chosen_rows(self) -> Any:
        """Narrowed and ordered as the address says."""
        rows = self.base if self.filterset is None else self.filterset.qs
        if not self.sort:
            return rows
        table = self.new_table(rows)
        table.order_by = self.sort
        ordered = table.data.data
        if not _is_query(ordered):
            return ordered
        return ordered.order_by(*ordered.query.order_by, "pk")

    @property
    def sort(self) -> list[str]:
        """Names of columns, each perhaps with a minus; others than the list has are left out."""
        return [part for part in self.given.get("sort", "").split(",") if SORT.fullmatch(part)]

    def page(self) -> Page | Slice:
        """One page; `table` then holds its rows, `records`."""
        page, rows = self._cut(self.chosen_rows(), self.given.get("page"))
        self.records = self.prepare(rows)
        self.table = self.new_table(self.records, only=self.shown)
        self.table.page = page
        self.table.ticks = set().union(*(rows for *_told, rows in self.open_for_many))
        self.table.note_order(self.sort)
        return page

    def _cut(self, rows, number) -> tuple[Page | Slice, list]:
        if not self.is_counted:
            part = slice_of(rows, number, self.per_page)
            return part, part.rows
        page = Paginator(rows, self.per_page).get_page(number)
        return page, list(page.object_list)

    def new_table(self, rows=(), *, only=None) -> Listing:
        table = self.table_class(
            rows, actor=self.actor, request=self.request, label=self.heading(), only=only
        )
        table.let_sort(getattr(self.base, "model", None))
        return table

    # Columns

    @cached_property
    def shown(self) -> list[str]:
        """Names of the columns on the page: as the person chose, else as the register says."""
        choice = ColumnChoice.objects.filter(
            account_id=self.actor.account_id, register=self.code
        ).first()
        chosen = [name for name in choice.columns if name in self.columns] if choice else []
        return chosen or [name for name, column in self.columns.items() if column.shown]

    @property
    def columns(self) -> dict[str, Column]:
        return self.table_class.base_columns

    def column_choices(self) -> list[tuple[str, Any, bool]]:
        """(name, title, shown) of the columns one may choose from."""
        return [
            (name, one.verbose_name, name in self.shown)
            for name, one in self.columns.items()
            if not one.reads or self.actor.has(one.reads)
        ]

    # Counts

    def counts(self) -> list[StateCount]:
        """How many rows stand in each state, whatever state was asked for."""
        if not self.states:
            return []
        data = self.given.copy()
        chosen = data.pop(self.states, [""])[-1]
        data.pop("page", None)
        filterset = self.filtered(data)
        rows = self.base if filterset is None else filterset.qs
        column = self.columns[self.states]
        path = column.path or self.states
        is_joined = rows.query.group_by is not None  # rows that carry counts of their own
        once = Count("pk", distinct=is_joined)
        found = dict(rows.order_by().values_list(path).annotate(once))
        return [self._count(code, column, found, data, chosen) for code in column.labels]

    def _count(self, code, column, found, data, chosen) -> StateCount:
        is_on = str(code) == chosen
        query = data.copy()
        if not is_on:
            query[self.states] = code
        tone = column.tones.get(code, "") if isinstance(column, StateColumn) else ""
        url = f"?{query.urlencode()}"
        return StateCount(code, column.labels[code], tone, found.get(code, 0), url, is_on)

    # Files

    def leaving(self) -> list[tuple[str, Column]]:
        """Columns that leave the house: as typed values to Excel and other programs."""
        columns = self.new_table().columns.iterall()
        return [(bound.name, bound.column) for bound in columns if bound.column.excel]

    def values(self, names: list[str]) -> Iterator[list[Any]]:
        """Typed values of every chosen row, all pages, a constant number of queries a chunk."""
        for rows in self.parts(self.chosen_rows()):
            if self.logs:
                about = (read(record, self.logs) for record in rows)
                self.actor.reads.extend(person for person in about if person is not None)
            yield from values_of(self.new_table(rows), names)

    def parts(self, rows) -> Iterator[list]:
        """Rows in parts, each prepared: a constant number of queries a part."""
        return (self.prepare(part) for part in _chunks(rows))

    def files(self) -> list[tuple[str, str]]:
        """(word, address) of the list as a file, as it is narrowed now; for whoever may take it."""
        query = self.given.copy()
        query.pop("page", None)
        asked = f"?{query.urlencode()}" if query else ""
        forms = ["xlsx", *(["docx"] if self.official else [])]
        return [
            (WORDS_OF_FORM[form], self.address_of(form) + asked)
            for form in forms
            if self.may_take(form)
        ]

    def address_of(self, form: str) -> str:
        return reverse(f"{self.code}_file", kwargs={**self.keys, "form": form})

    def permission_to_take(self, form: str) -> str:
        return (self.take_word if form == "docx" else "") or self.take or self.see

    def may_take(self, form: str) -> bool:
        permission = self.permission_to_take(form)
        return not permission or self.actor.has(permission)

    # Many rows at once

    @cached_property
    def open_for_many(self) -> list[tuple[Any, str, set]]:
        """What can be done to ticked rows: its title, its address, the rows of the page for which
        it is open.
        """
        if self.actions is None:
            return []
        return [self._for_many(self.actions, name) for name in self.together]

    def _for_many(self, actions: Actions, name: str) -> tuple[Any, str, set]:
        action = actions.named[name]
        rows = {record.pk for record in self.records if action.decide(self.actor, record)}
        return action.title, reverse(f"{actions.code}_{name}_together"), rows

    def for_many(self) -> list[tuple[Any, str]]:
        """(title, address) of what is open for some row here."""
        return [(title, address) for title, address, rows in self.open_for_many if rows]


def values_of(table: Listing, names: list[str]) -> Iterator[list[Any]]:
    """Typed values of the rows of a table."""
    return ([row.get_cell_value(name) for name in names] for row in table.rows)


def _take_columns(cls) -> dict[str, Any]:
    """Columns, and how single cells differ: they belong to the table, and leave the register's own
    names (`page`, `counts`) free.
    """
    told = {
        name: value
        for name, value in vars(cls).items()
        if isinstance(value, Column) or name.startswith(("render_", "value_"))
    }
    for name in told:
        delattr(cls, name)
    return told


def _of_rows(cls) -> dict[str, Any]:
    names = ("row_id", "row_tone", "row_group", "wide")
    return {name: inspect.getattr_static(cls, name) for name in names}


def _is_query(rows) -> bool:
    return isinstance(rows, QuerySet)


def _chunks(rows) -> Iterator[list]:
    source = iter(rows.iterator(chunk_size=CHUNK) if _is_query(rows) else rows)
    while part := list(islice(source, CHUNK)):
        yield part

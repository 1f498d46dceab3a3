"""What words find: pages one may open, what one may begin, and things, each with the list it comes
from. The same scoped lists as their own pages; where nothing is asked, pages and beginnings.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from thenchot.documents.queries import list_directives
from thenchot.documents.queries import saying as directive_saying
from thenchot.kernel.text import fold
from thenchot.organisation.queries.tree import list_units
from thenchot.organisation.queries.tree import saying as unit_saying
from thenchot.people.queries import list_people
from thenchot.platform.files.importing import IMPORTERS
from thenchot.platform.registers.register import REGISTERS
from thenchot.platform.ui import menu
from thenchot.platform.ui.actions import beginnings
from thenchot.programmes.queries.tasks import list_tasks
from thenchot.programmes.queries.tasks import saying as task_saying
from thenchot.scoring.actions import OWN
from thenchot.worklog.enums import AssessmentState
from thenchot.worklog.queries.assessments import my_assessments

FOUND = 8


@dataclass(frozen=True)
class Found:
    name: Any
    url: str
    more: str = ""


@dataclass(frozen=True)
class Kind:
    """Some of one kind; `all`: the page that lists the rest."""

    title: str
    rows: list[Found]
    all: str = ""


def found(actor, words: str) -> list[Kind]:
    kinds = [Kind(_("Các trang"), _named(pages(actor), words)), _begun(actor, words)]
    if words:
        kinds += [
            _kind(_("Nhiệm vụ"), "task_list", words, _tasks(actor, words)),
            _kind(_("Văn bản"), "directive_list", words, _directives(actor, words)),
            _kind(_("Con người"), "person_list", words, _people(actor, words)),
            Kind(_("Đơn vị"), _units(actor, words)),
        ]
    return [kind for kind in kinds if kind.rows]


def pages(actor) -> list[Found]:
    """The entries of the menu, then every list that has an address of its own."""
    entries = menu.entries()
    shown = [Found(one.label, reverse(one.url_name)) for one in entries if one.is_open_to(actor)]
    in_menu = {reverse(entry.url_name) for entry in entries}
    return [*shown, *(page for page in _lists(actor) if page.url not in in_menu)]


def _lists(actor) -> Iterable[Found]:
    for code, register in REGISTERS.items():
        is_open = register.is_found and (not register.see or actor.has(register.see))
        if is_open and (address := _address(code)):
            yield Found(register.title, address)


def _address(route: str) -> str:
    """None of its own where the list is of one thing."""
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""


def to_begin(actor) -> list[Found]:
    """What the actor may enter anew, and the lists one may bring from Excel."""
    offers = [Found(offer.title, offer.url) for offer in beginnings(actor)]
    imports = [
        Found(one.title, reverse(route))
        for route, one in IMPORTERS.items()
        if actor.has(one.permission)
    ]
    named = {one.url: one for one in [*_buttons(actor), *imports, *offers, *_own_work(actor)]}
    return list(named.values())


def _own_work(actor) -> Iterable[Found]:
    """Into the sheet of the person that is still open."""
    sheets = my_assessments(actor).exclude(state=AssessmentState.CLOSED)
    for sheet in sheets.select_related("unit", "person").order_by("-starts_on")[:1]:
        for offer in OWN.offers(actor, sheet, "work"):
            yield Found(_("Việc phát sinh"), offer.url, sheet.span.label_vi())


def _buttons(actor) -> Iterable[Found]:
    """Buttons above the lists: what they are about is said by the name of the list."""
    for register in REGISTERS.values():
        for link in register.links:
            is_own = link.permission and not link.narrowed and link.route not in REGISTERS
            if is_own and actor.has(link.permission):
                yield Found(f"{register.title}: {link.title}", link.url)


def _begun(actor, words: str) -> Kind:
    return Kind(_("Việc có thể làm"), _named(to_begin(actor), words))


def _named(rows: list[Found], words: str) -> list[Found]:
    """Those in whose name every word begins a word, with or without accents."""
    wanted = [f" {word}" for word in fold(words).split()]
    if not wanted:
        return rows
    return [row for row in rows if all(word in f" {fold(str(row.name))}" for word in wanted)][
        :FOUND
    ]


def _kind(title: str, route: str, words: str, rows: list[Found]) -> Kind:
    return Kind(title, rows, f"{reverse(route)}?{urlencode({'q': words})}")


def _tasks(actor, words: str) -> list[Found]:
    tasks = list_tasks(actor).filter(task_saying(words))[:FOUND]
    return [Found(f"{one.ref} {one.text}", reverse("task_detail", args=[one.pk])) for one in tasks]


def _directives(actor, words: str) -> list[Found]:
    rows = list_directives(actor).filter(directive_saying(words))[:FOUND]
    return [Found(str(one), reverse("directive_detail", args=[one.pk]), one.title) for one in rows]


def _units(actor, words: str) -> list[Found]:
    """With the unit above: bodies of two communes are told apart."""
    rows = list_units(actor).filter(unit_saying(words)).select_related("parent")[:FOUND]
    return [_unit(actor, unit) for unit in rows]


def _unit(actor, unit) -> Found:
    above = unit.parent.name if unit.parent and actor.sees(unit.parent.path) else ""
    return Found(unit.name, reverse("unit_detail", args=[unit.pk]), above)


def _people(actor, words: str) -> list[Found]:
    return [_person(one) for one in list_people(actor, q=words)[:FOUND]]


def _person(person) -> Found:
    """With title and unit: two people of one name are told apart."""
    seat = next(iter(person.seats), None)
    where = ", ".join(filter(None, (seat.title, seat.unit.name))) if seat else ""
    return Found(person.full_name, reverse("person_detail", args=[person.pk]), where)

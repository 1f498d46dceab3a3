"""A register on paper: the official head, the table, who drew it up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from thenchot.platform.clock import today
from thenchot.platform.office.word.layouts import STATE
from thenchot.platform.office.word.letters import Issuer
from thenchot.platform.office.word.paper import SIGN, Paper

_ISSUERS: list[Callable[[Any, str], Issuer]] = []
WIDTH_OF_NUMBER = 12  # millimetres of the column "TT"


def register_issuer(find: Callable[[Any, str], Issuer]) -> None:
    """`find(actor, permission)` -> who stands in the head. The room of units registers it."""
    _ISSUERS.append(find)


def issuer_for(actor, permission: str) -> Issuer:
    return _ISSUERS[-1](actor, permission)


@dataclass(frozen=True)
class Official:
    """`title` on the paper (default: of the register); `subtitle` below it, may be a function of
    the register; `drawn_up`: how whoever signs is called; `note`: a sentence below the table.
    """

    title: Any = ""
    subtitle: Any = ""
    layout: str = STATE.name
    landscape: bool = True
    drawn_up: str = "Người lập danh sách"
    note: str = ""
    none: str = "Không có trường hợp nào."


def print_register(register, columns: list, rows: Iterable[list[str]]) -> bytes:
    """`columns`: those with a width on paper; `rows`: their words."""
    form: Official = register.official
    paper = Paper(
        issuer_for(register.actor, register.permission),
        str(form.title or register.title),
        subtitle_of(register, today()),
        issued_on=today(),
        landscape=form.landscape,
        layout=form.layout,
    )
    numbered = [[str(number), *row] for number, row in enumerate(rows, 1)]
    heads = ["TT", *(str(column.verbose_name) for column in columns)]
    widths = [WIDTH_OF_NUMBER, *(column.paper for column in columns)]
    if numbered:
        paper.table(heads, numbered, widths)
    else:
        paper.text(form.none)
    if form.note:
        paper.text(form.note)
    paper.sign(None, (form.drawn_up, SIGN, register.actor.name))
    return paper.bytes()


def subtitle_of(register, on: date) -> str:
    told = register.official.subtitle
    if callable(told):
        return told(register)
    return told or f"Tính đến ngày {on:%d/%m/%Y}"

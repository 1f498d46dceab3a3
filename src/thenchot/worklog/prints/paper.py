"""The paper of the room's forms: the State's head or the Party's, labelled lines, tables, two
signatures.
"""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from thenchot.organisation.models import Bloc, Kind, Unit
from thenchot.organisation.naming import place_of
from thenchot.organisation.queries import home_of
from thenchot.platform.office.layouts import PARTY, STATE
from thenchot.platform.office.letters import Letter, Table, head_of_party, head_of_state
from thenchot.platform.office.pages import Page

SIZES = {
    "body_pt": 13,
    "table_pt": 11,
    "head_pt": 12,
    "motto_pt": 13,
    "number_pt": 12,
    "sign_pt": 13,
}
RULES = {rules.name: replace(rules, **SIZES) for rules in (STATE, PARTY)}
HEADS = {"state": head_of_state, "party": head_of_party}
BLANK = "…………"


class Paper:
    def __init__(
        self,
        unit: Unit,
        title: str,
        subtitle: str,
        form: str = "",
        issued_on: date | None = None,
        landscape: bool = False,
        layout: str = "state",
    ):
        self.page = Page(RULES[layout], landscape=landscape)
        home = home_of(unit)
        if form:
            self.page.line(form, italic=True, align="right", size=11)
        superior = "" if home.pk == unit.pk else home.name
        head = Letter(layout, unit.name, superior, place_of(home.name), issued_on, "", "", ())
        HEADS[layout](self.page, head, RULES[layout])
        self.page.line(title.upper(), bold=True, align="center", before=12, size=14)
        self.page.line(subtitle, bold=True, align="center", after=8)

    def item(self, label: str, answer: str) -> None:
        """ "Họ và tên: …": the answer bold, dots where nothing is known."""
        paragraph = self.page.line("", after=3)
        paragraph.add_run(f"{label}: ")
        run = paragraph.add_run(answer or BLANK)
        run.bold = bool(answer)

    def part(self, text: str) -> None:
        self.page.line(text, bold=True, before=8, after=4, keep=True)

    def text(self, text: str) -> None:
        for line in (text or BLANK).splitlines():
            self.page.line(line, align="justify", after=4)

    def table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
    ) -> None:
        self.page.table(Table(heads, rows, widths))

    def sign(self, left: Sequence[str], right: Sequence[str]) -> None:
        """Both sides on one page; the first line of each bold, room for the pen before the last,
        the name.
        """
        self.page.gap()
        self.page.pair(_signature(left), _signature(right), (0.5, 0.5), together=True)

    def bytes(self) -> bytes:
        answer = io.BytesIO()
        self.page.document.save(answer)
        return answer.getvalue()


def _signature(lines: Sequence[str]):
    *above, name = lines
    shown = [(line, {"size": 13, "bold": n == 0, "italic": n > 0}) for n, line in enumerate(above)]
    return [*shown, *[("", {"size": 13})] * 3, (name, {"size": 13, "bold": True})]


def party_body_of(home: Unit) -> Unit:
    """The Party committee's own body right below; where none or several are recorded, the place
    itself.
    """
    bodies = list(
        Unit.objects.filter(parent=home, kind=Kind.AGENCY, bloc=Bloc.PARTY, valid_to=None)[:2]
    )
    return bodies[0] if len(bodies) == 1 else home


def points(value) -> str:
    """81.04 -> 81,04; nothing for none."""
    return "" if value in (None, "") else f"{Decimal(value):.2f}".replace(".", ",")


def amount(value) -> str:
    """4.00 -> 4; 16.80 -> 16,8; what is no decimal (1/3) as it is."""
    if value in (None, ""):
        return ""
    text = str(value)
    return text if "/" in text else f"{Decimal(text).normalize():f}".replace(".", ",")


def share(value) -> str:
    """0.8510 -> 85,10%."""
    return "" if value in (None, "") else f"{Decimal(value) * 100:.2f}".replace(".", ",") + "%"


def capital(text: str) -> str:
    """ "quý IV/2026" -> "Quý IV/2026": the rest as it is."""
    return text[:1].upper() + text[1:]


def day(value: date | None) -> str:
    return f"{value:%d/%m/%Y}" if value else ""

"""Paper of an office: the State's head or the Party's, a title, labelled lines, tables, signatures.

Letters have their own builder (`letters`); this is for forms, lists and sheets.
"""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from thenchot.platform.office.word.layouts import PARTY, STATE
from thenchot.platform.office.word.letters import (
    Issuer,
    Letter,
    Table,
    head_of_party,
    head_of_state,
)
from thenchot.platform.office.word.pages import Page

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
SIGN = "(Ký, ghi rõ họ tên)"
Signature = tuple[str, str, str]


class Paper:
    """One form, built from top to bottom; `bytes` gives the .docx."""

    def __init__(
        self,
        issuer: Issuer,
        title: str,
        subtitle: str = "",
        *,
        form: str = "",
        issued_on: date | None = None,
        landscape: bool = False,
        layout: str = "state",
    ):
        rules = RULES[layout]
        self.page = Page(rules, landscape=landscape)
        if form:
            self.page.line(form, italic=True, align="right", size=11)
        head = Letter(layout, issuer.name, issuer.superior, issuer.place, issued_on, "", "", ())
        HEADS[layout](self.page, head, rules)
        self.page.line(title.upper(), bold=True, align="center", before=12, size=14)
        if subtitle:
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
        """`widths` in millimetres; a row of one text spans the table."""
        self.page.table(Table(heads, rows, widths))

    def sign(self, left: Signature | None, right: Signature | None) -> None:
        """Two signatures side by side, never torn apart; who signs alone signs on the right, and
        nobody signs twice.
        """
        if left and right and left[-1] == right[-1]:
            left = None
        alone = right or left
        if alone is None:
            return
        beside = left if left and left is not alone else ("", "", "")
        self.page.gap()
        self.page.pair(_signature(beside), _signature(alone), (0.5, 0.5), together=True)

    def bytes(self) -> bytes:
        answer = io.BytesIO()
        self.page.document.save(answer)
        return answer.getvalue()


def _signature(lines: Sequence[str]):
    *above, name = lines
    shown = [(line, {"size": 13, "bold": n == 0, "italic": n > 0}) for n, line in enumerate(above)]
    room = [("", {"size": 13})] * 3
    return [*shown, *room, (name, {"size": 13, "bold": True})]

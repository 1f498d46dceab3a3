"""Official Word documents in the State's and the Party's layout, from one description."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from thenchot.platform.office.word.layouts import LAYOUTS, LayoutRules

NUMBER_BLANK = "      "


@dataclass(frozen=True)
class Table:
    """`rows` are texts per column; a row of one text is a group and spans the table. Widths in
    millimetres.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    caption: str = ""


@dataclass(frozen=True)
class Issuer:
    """Who stands in the head: the body, the one above it (may be empty), the place of writing."""

    name: str
    superior: str = ""
    place: str = ""


@dataclass(frozen=True)
class Letter:
    """What a document says. `body` mixes texts, ("h", text) headings and `Table`s, in order.

    `superior` stands above `issuer` in the head and may be empty. `number` may be empty: space is
    left for the pen. `landscape`: the whole document lies; `landscape_tables`: only its tables, the
    page before and after stands. `notes` follow the body in small letters.
    """

    layout: str
    issuer: str
    superior: str
    place: str
    issued_on: date | None
    kind: str
    title: str
    body: Sequence[Any]
    number: str = ""
    recipients: Sequence[str] = ()
    behalf_of: str = ""
    signer_title: str = ""
    signer: str = ""
    landscape: bool = False
    landscape_tables: bool = False
    notes: Sequence[str] = field(default_factory=tuple)


def letter_from(
    issuer: Issuer, *, layout: str = "state", issued_on: date | None = None, **said: Any
) -> Letter:
    """A document with this head; without a day it is left to the pen."""
    return Letter(
        layout=layout,
        issuer=issuer.name,
        superior=issuer.superior,
        place=issuer.place,
        issued_on=issued_on,
        **said,
    )


def build(letter: Letter, rules: LayoutRules | None = None) -> bytes:
    """The document as .docx bytes. `rules` other than the shipped ones come from a policy pack."""
    from thenchot.platform.office.word.pages import Page

    rules = rules or LAYOUTS[letter.layout]
    page = Page(rules, landscape=letter.landscape)
    head_of_party(page, letter, rules) if rules.name == "party" else head_of_state(
        page, letter, rules
    )
    if letter.kind:
        page.line(letter.kind.upper(), bold=True, align="center", before=12)
    page.line(letter.title, bold=True, align="center")
    page.rule(0.3)
    for piece in closed(letter.body, rules):
        add(page, piece, letter)
    for note in letter.notes:
        page.line(note, size=rules.table_pt, italic=True, align="justify", after=3)
    sign(page, letter, rules)
    answer = io.BytesIO()
    page.document.save(answer)
    return answer.getvalue()


def closed(body: Sequence[Any], rules: LayoutRules) -> list[Any]:
    """The last sentence ends as the layout says: "./." for the State, "." for the Party."""
    pieces = list(body)
    if pieces and isinstance(pieces[-1], str) and pieces[-1].strip():
        pieces[-1] = re.sub(r"[./;,\s]+$", "", pieces[-1]) + rules.closing
    return pieces


def add(page, piece, letter):
    if isinstance(piece, Table):
        with page.lying(letter.landscape_tables and not letter.landscape):
            page.table(piece)
    elif isinstance(piece, tuple):
        page.line(piece[1], bold=True, before=6, after=3, keep=True)
    else:
        page.paragraph(piece)


def head_of_state(page, letter, rules):
    """Quốc hiệu on the right, issuing body on the left with a short rule, number and day under
    each.
    """
    left = [
        *above(letter, rules),
        (letter.issuer.upper(), {"size": rules.head_pt, "bold": True, "rule": 0.4}),
        (numbered(letter, rules), {"size": rules.number_pt, "before": 6}),
    ]
    right = [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {"size": rules.head_pt - 1, "bold": True}),
        ("Độc lập - Tự do - Hạnh phúc", {"size": rules.motto_pt, "bold": True, "rule": 0.64}),
        (placed(letter), {"size": rules.motto_pt, "italic": True, "before": 6}),
    ]
    page.pair(left, right, (0.43, 0.57))


def head_of_party(page, letter, rules):
    """The Party's name on the right over a rule, issuing body over a star on the left."""
    left = [
        *above(letter, rules),
        (letter.issuer.upper(), {"size": rules.head_pt, "bold": True}),
        ("*", {"size": rules.head_pt}),
        (numbered(letter, rules), {"size": rules.number_pt}),
    ]
    right = [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", {"size": rules.motto_pt, "bold": True, "rule": 0.9}),
        (placed(letter), {"size": rules.number_pt, "italic": True, "before": 18}),
    ]
    page.pair(left, right, (0.48, 0.52))


def above(letter, rules):
    return [(letter.superior.upper(), {"size": rules.head_pt})] if letter.superior else []


def numbered(letter, rules):
    return rules.number_form.format(number=letter.number or NUMBER_BLANK)


def placed(letter):
    """ "Đông Kinh, ngày 05 tháng 12 năm 2026"; day below 10 and months 1 and 2 with a zero."""
    on = letter.issued_on
    place = f"{letter.place}, " if letter.place else ""
    if on is None:
        return f"{place}ngày      tháng      năm          "
    return (
        f"{place}ngày {on.day:02d} tháng {f'{on.month:02d}' if on.month < 3 else on.month} "
        f"năm {on.year}"
    )


def sign(page, letter, rules):
    """Recipients on the left, signature on the right, never torn from each other."""
    label = {"underline": True} if rules.name == "party" else {"bold": True, "italic": True}
    left = (
        [("Nơi nhận:", {**label, "size": rules.label_pt, "align": "left"})]
        if letter.recipients
        else [("", {})]
    )
    left += [
        (line, {"size": rules.list_pt, "align": "left"}) for line in addressed(letter.recipients)
    ]
    big = {"size": rules.sign_pt}
    behalf = (
        [(f"{rules.behalf} {letter.behalf_of.upper()}", {**big, "bold": True})]
        if letter.behalf_of
        else []
    )
    right = [
        *behalf,
        (letter.signer_title.upper(), {**big, "bold": rules.bold_signer_title}),
        *[("", big)] * 4,
        (letter.signer, {**big, "bold": True}),
    ]
    page.gap()
    page.pair(left, right, (0.48, 0.52), together=True)


def addressed(recipients: Sequence[str]) -> list[str]:
    """One a line, each with its dash; semicolons between them and a full stop at the end."""
    lines = [re.sub(r"^[-–\s]+|[;,.\s]+$", "", one) for one in recipients]
    lines = [line for line in lines if line]
    return [f"- {line}{';' if n < len(lines) else '.'}" for n, line in enumerate(lines, 1)]

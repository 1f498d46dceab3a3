"""Official Word documents in the State's and the Party's layout, from one description."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from thenchot.platform.office.layouts import LAYOUTS

NUMBER_BLANK = "      "


@dataclass(frozen=True)
class Table:
    """`rows` are texts per column; a row of one text is a group and spans the table. Widths in millimetres."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    caption: str = ""


@dataclass(frozen=True)
class Letter:
    """What a document says. `body` mixes texts, ("h", text) headings and `Table`s, in order.

    `superior` stands above `issuer` in the head. `number` may be empty: space is left for the pen.
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
    notes: Sequence[str] = field(default_factory=tuple)


def build(letter: Letter) -> bytes:
    """The document as .docx bytes."""
    from thenchot.platform.office.pages import Page

    rules = LAYOUTS[letter.layout]
    page = Page(rules, landscape=letter.landscape)
    head_of_party(page, letter, rules) if rules.name == "party" else head_of_state(page, letter, rules)
    page.line(letter.kind.upper(), size=rules.body_pt, bold=True, align="center", before=12)
    page.line(letter.title, size=rules.body_pt, bold=True, align="center", after=6)
    page.rule()
    for piece in letter.body:
        add(page, piece)
    sign(page, letter, rules)
    answer = io.BytesIO()
    page.document.save(answer)
    return answer.getvalue()


def add(page, piece):
    if isinstance(piece, Table):
        page.table(piece)
    elif isinstance(piece, tuple):
        page.line(piece[1], bold=True, before=6, after=3, keep=True)
    else:
        page.paragraph(piece)


def head_of_state(page, letter, rules):
    """Quốc hiệu on the right, issuing body on the left, number and day under each."""
    left = [(letter.superior.upper(), {"size": 13}), (letter.issuer.upper(), {"size": 13, "bold": True}), None,
            (numbered(letter, rules), {"size": 13})]  # fmt: skip
    right = [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {"size": 13, "bold": True}),
             ("Độc lập - Tự do - Hạnh phúc", {"size": 14, "bold": True}), None, (placed(letter), {"size": 14, "italic": True})]  # fmt: skip
    page.pair(left, right, (70, 95))


def head_of_party(page, letter, rules):
    """The Party's name on the right, issuing body over a star on the left."""
    left = [(letter.superior.upper(), {"size": 14}), (letter.issuer.upper(), {"size": 14, "bold": True}), ("*", {"size": 14}),
            (numbered(letter, rules), {"size": 14})]  # fmt: skip
    right = [("ĐẢNG CỘNG SẢN VIỆT NAM", {"size": 15, "bold": True}), None, ("", {"size": 14}), (placed(letter), {"size": 14, "italic": True})]
    page.pair(left, right, (80, 85))


def numbered(letter, rules):
    return rules.number_form.format(number=letter.number or NUMBER_BLANK)


def placed(letter):
    """"Đông Kinh, ngày 05 tháng 12 năm 2026"; day below 10 and months 1 and 2 with a zero."""
    if letter.issued_on is None:
        return f"{letter.place}, ngày      tháng      năm"
    day, month = letter.issued_on.day, letter.issued_on.month
    return f"{letter.place}, ngày {day:02d} tháng {month:02d} năm {letter.issued_on.year}" if month < 3 else (
        f"{letter.place}, ngày {day:02d} tháng {month} năm {letter.issued_on.year}"
    )  # fmt: skip


def sign(page, letter, rules):
    """Recipients on the left, signature on the right."""
    party = rules.name == "party"
    label = {"size": 14, "underline": True} if party else {"size": 12, "bold": True, "italic": True}
    left = [("Nơi nhận:", {**label, "align": "left"})]
    left += [(f"- {one}", {"size": 12 if party else 11, "align": "left"}) for one in letter.recipients]
    behalf = [(f"{rules.behalf} {letter.behalf_of.upper()}", {"size": 14, "bold": True})] if letter.behalf_of else []
    right = [*behalf, (letter.signer_title.upper(), {"size": 14, "bold": not party}), ("", {"size": 14}), ("", {"size": 14}),
             ("", {"size": 14}), (letter.signer, {"size": 14, "bold": True})]  # fmt: skip
    page.gap()
    page.pair(left, right, (80, 85))



"""Registers asked without a browser, and their files opened again."""

import io
from types import SimpleNamespace
from urllib.parse import urlencode

import docx
import openpyxl
from django.http import QueryDict
from django.urls import reverse

from tests.worlds import signed_in
from thenchot.platform.registers.files import written


def asked_by(register, actor, *, keys=None, **asked):
    """The register as this actor would see it with these filters in the address."""
    request = SimpleNamespace(actor=actor, GET=QueryDict(urlencode(asked)), htmx=False)
    return register(request, **(keys or {}))


def chosen(register, actor, **asked) -> list:
    """The rows that are left, all pages."""
    return list(asked_by(register, actor, **asked).chosen_rows())


def answer_of(account, route, form="xlsx", query="", **keys):
    """The answer with the list of a page as a file."""
    address = reverse(f"{route}_file", kwargs={**keys, "form": form})
    return signed_in(account).get(address + query)


def rows_of_excel(answer) -> list[dict]:
    """Title of the column -> value, of every row."""
    assert answer.status_code == 200, answer.content[:300]
    heads, *rows = openpyxl.load_workbook(io.BytesIO(answer.content)).active.iter_rows(
        values_only=True
    )
    return [dict(zip(heads, row, strict=True)) for row in rows]


def word_of(answer):
    assert answer.status_code == 200, answer.content[:300]
    return docx.Document(io.BytesIO(answer.content))


def words_of_word(answer) -> str:
    return "\n".join(paragraph.text for paragraph in word_of(answer).paragraphs)


def table_of_word(answer) -> list[list[str]]:
    """The table of the list, between the head and the signatures; its headings first."""
    table = word_of(answer).tables[1]
    return [[cell.text for cell in row.cells] for row in table.rows]


def file_of(register, actor, form="xlsx", **asked) -> bytes:
    """What this actor takes along."""
    return written(asked_by(register, actor, **asked), form)

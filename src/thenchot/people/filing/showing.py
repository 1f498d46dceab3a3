"""A kept value as a person reads it, and a date as exactly as it is known."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from thenchot.people.enums import DatePrecision
from thenchot.people.filing.sections import Group, Section, code_list_of
from thenchot.policy.codelists import code_list

FORMS = {DatePrecision.DAY: "%d/%m/%Y", DatePrecision.MONTH: "%m/%Y", DatePrecision.YEAR: "%Y"}


def shown_day(on: date | None, known: str = DatePrecision.DAY) -> str:
    """05/2019 where the month is known, 2019 where only the year is."""
    return on.strftime(FORMS[DatePrecision(known)]) if on else ""


def shown(part: Section | Group, row: Any, name: str) -> str:
    return shown_value(part, name, getattr(row, name))


def shown_value(part: Section | Group, name: str, value: Any) -> str:
    key = code_list_of(part, name)
    if value in (None, ""):
        return ""
    if key:
        return code_list(key).name_of(value)
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, date):
        return shown_day(value)
    if isinstance(value, Decimal):
        return number(value)
    return _labelled(part, name, value)


def number(value: Decimal) -> str:
    """2.340.000 · 3,33"""
    text = f"{value:,f}" if value != value.to_integral() else f"{value:,.0f}"
    return text.translate(str.maketrans(",.", ".,"))


def _labelled(part, name, value) -> str:
    choices = dict(part.model._meta.get_field(name).flatchoices)
    return str(choices.get(value, value))


def label_of(part: Section | Group, name: str) -> str:
    return str(part.model._meta.get_field(name).verbose_name)

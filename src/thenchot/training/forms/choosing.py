"""What a field of a form lets one choose from, when only the request knows it."""

from typing import Any

from django import forms


def offer(form, name: str, rows) -> None:
    """The rows that may be chosen in the field of that name."""
    field: Any = form.fields[name]
    field.queryset = rows


def one_of(label, *, required: bool = True) -> forms.ModelChoiceField:
    """A choice of one row, to be offered when the form is built."""
    return forms.ModelChoiceField(None, label=label, empty_label=None, required=required)

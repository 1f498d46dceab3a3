"""What a register can be narrowed by. Built on django-filter."""

import django_filters
from django import forms
from django.db.models import F, Q
from django.db.models.lookups import Contains
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.text import words
from thenchot.platform.registers.folding import Folded
from thenchot.platform.ui.forms import DayField

EVERY, SEARCH = _("(tất cả)"), _("Tìm")


class RegisterFilter(django_filters.FilterSet):
    """Filters of a register; `self.actor` is who looks."""

    @property
    def actor(self):
        return self.request.actor

    @property
    def values(self) -> dict:
        """What was asked for, cleaned; empty where the form does not hold."""
        return self.form.cleaned_data if self.form.is_valid() else {}

    @property
    def is_narrowed(self) -> bool:
        return any(value not in (None, "", False) for value in self.values.values())


class WordsFilter(django_filters.CharFilter):
    """Every word typed must be there, whatever its case and accents. `fields`: paths, any of which
    may hold a word; `folded`: one path that keeps the text folded already.
    """

    def __init__(self, *fields: str, folded: str = "", label=SEARCH, **more):
        super().__init__(label=label, **more)
        self.texts = [F(folded)] if folded else [Folded(path) for path in fields]

    def filter(self, rows, value):
        for word in words(value or ""):
            rows = rows.filter(self._somewhere(word))
        return rows

    def _somewhere(self, word: str) -> Q:
        fits = Q()
        for text in self.texts:
            fits |= Q(Contains(text, word))
        return fits


class CodeFilter(django_filters.ChoiceFilter):
    """One of a closed list of codes. `labels`: code -> word."""

    def __init__(self, label, labels, **more):
        choices = list(labels.items())
        super().__init__(label=label, choices=choices, empty_label=EVERY, **more)


class DayFilter(django_filters.DateFilter):
    """A day as it is typed, dd/mm/yyyy."""

    field_class = DayField


class DaysFilter(DayFilter):
    """From a day on ("gte") or until a day ("lte")."""

    def __init__(self, label, field_name, lookup_expr, **more):
        super().__init__(
            label=label,
            field_name=field_name,
            lookup_expr=lookup_expr,
            **more,
        )


class FlagFilter(django_filters.BooleanFilter):
    """Ticked: only the rows that `narrow(rows)` leaves; not ticked: all."""

    def __init__(self, label, narrow, **more):
        super().__init__(label=label, widget=forms.CheckboxInput(), **more)
        self.narrow = narrow

    def filter(self, rows, value):
        return self.narrow(rows) if value else rows

"""What a register can be narrowed by. Built on django-filter."""

import django_filters
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.text import words
from thenchot.platform.ui.forms import DayInput

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
    """Every word typed must be there. `fields`: paths searched as they are; `folded`: one path that
    keeps the text without accents.
    """

    def __init__(self, *fields: str, folded: str = "", label=SEARCH, **more):
        super().__init__(label=label, **more)
        self.paths, self.folded = fields, folded

    def filter(self, rows, value):
        if self.folded:
            for word in words(value or ""):
                rows = rows.filter(**{f"{self.folded}__contains": word})
            return rows
        for word in (value or "").split():
            rows = rows.filter(self._somewhere(word))
        return rows

    def _somewhere(self, word: str) -> Q:
        fits = Q()
        for path in self.paths:
            fits |= Q(**{f"{path}__icontains": word})
        return fits


class CodeFilter(django_filters.ChoiceFilter):
    """One of a closed list of codes. `labels`: code -> word."""

    def __init__(self, label, labels, **more):
        choices = list(labels.items())
        super().__init__(label=label, choices=choices, empty_label=EVERY, **more)


class DaysFilter(django_filters.DateFilter):
    """From a day on ("gte") or until a day ("lte")."""

    def __init__(self, label, field_name, lookup_expr, **more):
        super().__init__(
            label=label,
            field_name=field_name,
            lookup_expr=lookup_expr,
            widget=DayInput(),
            **more,
        )


class FlagFilter(django_filters.BooleanFilter):
    """Ticked: only the rows that `narrow(rows)` leaves; not ticked: all."""

    def __init__(self, label, narrow, **more):
        super().__init__(label=label, widget=forms.CheckboxInput(), **more)
        self.narrow = narrow

    def filter(self, rows, value):
        return self.narrow(rows) if value else rows

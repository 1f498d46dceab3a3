"""Registers of one month or quarter; which one stands in the address: `?period=month-2026-10`."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.periods import Quarter
from thenchot.platform.clock import today
from thenchot.platform.registers.filters import RegisterFilter
from thenchot.worklog.access import SEE, SEE_LOG
from thenchot.worklog.labels import name_of_period
from thenchot.worklog.queries.periods import key_of, period_from


@dataclass(frozen=True)
class PeriodLink:
    """A button to the same list of another period."""

    title: Any
    period: Any
    tone: str = ""

    @property
    def url(self) -> str:
        return f"?period={key_of(self.period)}"


class PeriodFilter(RegisterFilter):
    """Keeps the period while the list is narrowed."""

    period = django_filters.CharFilter(widget=forms.HiddenInput, method="kept")

    def kept(self, rows, name, value):
        return rows

    @property
    def is_narrowed(self) -> bool:
        return any(value for name, value in self.values.items() if name != "period")


class OfPeriod:
    """For registers: a month, or a quarter; the present month unless another is asked for."""

    @cached_property
    def period(self):
        return period_from(self.given.get("period", ""), today())

    def heading(self) -> str:
        return f"{self.title}: {name_of_period(self.period)}"

    def page_links(self):
        return [
            *super().page_links(),
            PeriodLink(_("Kỳ trước"), self.period.previous()),
            PeriodLink(_("Kỳ sau"), self.period.next()),
            PeriodLink(_("Cả quý"), Quarter.of(self.period.start), "quiet"),
        ]

    def name_of_file(self) -> str:
        return f"{self.file_name}-{key_of(self.period)}"

    def sheet_name(self):
        return self.title

    def notes_of_file(self):
        return [f"{self.heading()}.", *super().notes_of_file()]


class OfQuarter(OfPeriod):
    """A quarter: the one in which the month lies that is asked for."""

    @cached_property
    def period(self):
        return Quarter.of(period_from(self.given.get("period", ""), today()).start)

    def page_links(self):
        return [
            *super(OfPeriod, self).page_links(),
            PeriodLink(_("Quý trước"), self.period.previous()),
            PeriodLink(_("Quý sau"), self.period.next()),
        ]


def scope_of(permission: str) -> str:
    """Everybody opens these pages for the own rows; those of others ask for more."""
    return SEE if permission == SEE_LOG else permission

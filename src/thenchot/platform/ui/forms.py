"""Fields and answers that forms of every room share."""

from copy import copy
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.decision import Refused
from thenchot.platform.language import say_reason
from thenchot.platform.lowering import Lowers
from thenchot.platform.office.refused import BadFile

DAY = r"\d{1,2}[\/.\-]\d{1,2}[\/.\-]\d{4}|\d{8}|\d{4}-\d{1,2}-\d{1,2}"  # as a page checks it
WRONG_DAY = _("Ngày viết dd/mm/yyyy, ví dụ 05/09/2026.")


class DayInput(forms.DateInput):
    """A day is typed as it is written, dd/mm/yyyy, whatever the language of the browser; beside it
    the script puts a button that opens the browser's own calendar.
    """

    def __init__(self, attrs=None):
        known = {
            "placeholder": "dd/mm/yyyy",
            "inputmode": "numeric",
            "autocomplete": "off",
            "maxlength": "10",
            "pattern": DAY,
            "title": WRONG_DAY,
            "data-day": _("Mở lịch"),
        }
        super().__init__({**known, **(attrs or {})}, format="%d/%m/%Y")

    def format_value(self, value):
        """A day that came from a link, 2026-09-05, is shown like any other."""
        if isinstance(value, str) and (day := day_of(value)):
            value = day
        return super().format_value(value)


YEARS = range(1900, 2201)


class DayField(forms.DateField):
    """dd/mm/yyyy; also d/m/yyyy, with hyphens or dots, ddmmyyyy, and yyyy-mm-dd. A year beyond
    `YEARS` is a slip of the hand.
    """

    widget = DayInput

    def __init__(self, **more):
        super().__init__(**more)
        self.error_messages["invalid"] = WRONG_DAY

    def to_python(self, value):
        day = super().to_python(value)
        if day and day.year not in YEARS:
            raise forms.ValidationError(WRONG_DAY, code="invalid")
        return day


def day_field(label, *, required=True, help_text="", initial=None):
    return DayField(label=label, required=required, help_text=help_text, initial=initial)


def day_of(text: str | None) -> date | None:
    """The day that a text in an address or a field names; none where it names none."""
    try:
        return DayField(required=False).clean((text or "")[:20])
    except forms.ValidationError:
        return None


class AskOnceMore(forms.Form):
    """A form by which somebody may be lowered: the service asks (`platform.lowering`), the form
    shows what would fall and takes it along when it is sent again.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def show(self, fall: str) -> None:
        data: Any = copy(self.data)
        data[self.add_prefix("seen")] = fall
        self.data = data


def sent(request):
    """What the form was sent with, also when that is nothing; none when the page is only looked
    at.
    """
    return request.POST if request.method == "POST" else None


def attempt(form, do):
    """The result of `do()`, or none: every reason of a refusal then stands on the form."""
    try:
        return do()
    except Refused as refused:
        if isinstance(refused, Lowers) and isinstance(form, AskOnceMore):
            form.show(refused.fall)
        for reason in refused.decision.reasons:
            form.add_error(None, say_reason(reason))
    except BadFile as bad:
        form.add_error(
            next((name for name, f in form.fields.items() if isinstance(f, forms.FileField)), None),
            bad.message_vi,
        )
    return None


def offer(form, name: str, rows) -> None:
    """The rows that may be chosen in the field of that name."""
    field: Any = form.fields[name]
    field.queryset = rows


def one_of(label, *, required: bool = True, empty: Any = None) -> forms.ModelChoiceField:
    """A choice of one row, to be offered when the form is built; `empty`: what none is called."""
    return forms.ModelChoiceField(None, label=label, empty_label=empty, required=required)

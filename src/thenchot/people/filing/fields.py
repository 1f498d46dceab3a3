"""Fields of forms for the file: a date as exactly as it is known, a code of a list."""

import calendar
import re
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.places.fields import PlaceCodeField
from thenchot.people.enums import DatePrecision
from thenchot.people.filing.sections import Group, Section, code_list_of
from thenchot.people.filing.showing import shown_day
from thenchot.platform.office.excel.cells import BadCell, read_day
from thenchot.platform.ui.forms import day_field
from thenchot.policy.codelists import code_list

_MONTH = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{4})")


class PartialDay(forms.CharField):
    """dd/mm/yyyy, mm/yyyy or yyyy; cleaned to (day, how exactly it is known). `is_last`: the last
    day of what is known.
    """

    def __init__(self, *, is_last=False, **kwargs):
        self.is_last = is_last
        super().__init__(
            required=False, help_text=_("mm/yyyy, hoặc chỉ năm, hoặc ngày đầy đủ"), **kwargs
        )

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None, DatePrecision.MONTH
        try:
            return partial_day(text, is_last=self.is_last)
        except BadCell as bad:
            raise forms.ValidationError(bad.message_vi) from bad


def partial_day(text: str, *, is_last: bool = False) -> tuple[date, str]:
    month = _MONTH.fullmatch(text.strip())
    if month:
        return _of_month(int(month[1]), int(month[2]), is_last), DatePrecision.MONTH
    day = read_day(text)
    if not day.year_only:
        return day.on, DatePrecision.DAY
    return (day.on.replace(month=12, day=31) if is_last else day.on), DatePrecision.YEAR


def _of_month(month: int, year: int, is_last: bool) -> date:
    if not 1 <= month <= 12 or not 1900 <= year <= 2100:
        raise BadCell(f"Không có tháng {month:02d}/{year}.")
    return date(year, month, calendar.monthrange(year, month)[1] if is_last else 1)


def field_for(part: Section | Group, name: str) -> forms.Field:
    """The form field of a model field: codes become choices, dates the browser's calendar."""
    model_field = part.model._meta.get_field(name)
    key = code_list_of(part, name)
    if key:
        return forms.ChoiceField(
            label=model_field.verbose_name, required=False, choices=_choices(key)
        )
    if name == "home_commune_code":
        return PlaceCodeField(label=model_field.verbose_name)
    made = model_field.formfield()
    if isinstance(made, forms.DateField):
        return day_field(model_field.verbose_name, required=False)
    if isinstance(made, forms.NullBooleanField | forms.BooleanField) and model_field.null:
        return _answer(model_field.verbose_name)
    if isinstance(made.widget, forms.Textarea) and name != "remark":
        made.widget = forms.Textarea({"rows": 2})
    return made


def _choices(key: str):
    return [("", "–"), *code_list(key).choices()]


def _answer(label):
    choices = [("", _("chưa ghi")), ("yes", _("có")), ("no", _("không"))]
    coerce = {"yes": True, "no": False}.get
    return forms.TypedChoiceField(
        label=label, required=False, choices=choices, coerce=coerce, empty_value=None
    )


class PartForm(forms.Form):
    """The fields of one group of items, or of one row of a table."""

    def __init__(self, *args, part: Section | Group, row=None, **kwargs):
        kept = _initial(part, row) if row else {}
        kwargs["initial"] = {**kept, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.part = part
        if getattr(part, "dated", False):
            self.fields["first"] = PartialDay(label=_("Từ"))
            self.fields["last"] = PartialDay(label=_("Đến"), is_last=True)
        for name in part.fields:
            self.fields[name] = _keeping(field_for(part, name), self.initial.get(name))

    def facts(self) -> dict:
        """Arguments of the services."""
        values = {name: self.cleaned_data[name] for name in self.part.fields}
        if getattr(self.part, "dated", False):
            values["valid_from"], values["valid_from_known"] = self.cleaned_data["first"]
            values["valid_to"], values["valid_to_known"] = self.cleaned_data["last"]
        return values

    def clean(self):
        answers = super().clean()
        first, last = (answers.get(name, (None, ""))[0] for name in ("first", "last"))
        if first and last and last < first:
            self.add_error("last", _("“Đến” phải sau “Từ”."))
        said = [
            value
            for value in answers.values()
            if value not in (None, "", (None, DatePrecision.MONTH), False, [])
        ]
        if (
            isinstance(self.part, Section)
            and self.fields.keys() >= set(self.part.fields)
            and not said
            and not self.errors
        ):
            raise forms.ValidationError(_("Chưa ghi gì."))
        return answers


def _initial(part, row) -> dict:
    values = {name: getattr(row, name) for name in part.fields}
    for name, value in values.items():
        if part.model._meta.get_field(name).null and isinstance(value, bool):
            values[name] = "yes" if value else "no"
    if getattr(part, "dated", False):
        values["first"] = shown_day(row.valid_from, row.valid_from_known)
        values["last"] = shown_day(row.valid_to, row.valid_to_known)
    return values


def _keeping(field: forms.Field, kept) -> forms.Field:
    """A code that is in no list any more stays a choice, so that saving a form never loses it."""
    if isinstance(field, forms.ChoiceField) and kept and kept not in dict(field.choices):
        field.choices = [*field.choices, (kept, kept)]
    return field

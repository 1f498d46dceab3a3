"""Days as they are typed: dd/mm/yyyy, whatever the language of the browser."""

from datetime import date

import pytest
from django import forms
from django.utils import translation

from thenchot.platform.ui.forms import DayField, DayInput, day_field, day_of


class DayForm(forms.Form):
    on = day_field("Ngày")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "typed",
    ["05/09/2026", "5/9/2026", "05-09-2026", "5.9.2026", "05092026", "2026-09-05", "2026-9-5"],
)
def test_every_way_of_writing_it(typed, language):
    with translation.override(language):
        form = DayForm({"on": typed})
        assert form.is_valid() and form.cleaned_data["on"] == date(2026, 9, 5)


@pytest.mark.parametrize(
    "typed", ["09/31/2026", "31/02/2026", "5/9", "hôm nay", "5/9/26", "31/12/9999", "1/1/0201"]
)
def test_what_is_no_day_says_how_to_write_one(typed):
    with translation.override("vi"):
        assert "dd/mm/yyyy" in DayForm({"on": typed}).errors["on"][0]
    with translation.override("en"):
        assert DayForm({"on": typed}).errors["on"][0] == (
            "A day is written dd/mm/yyyy, for example 05/09/2026."
        )


@pytest.mark.parametrize("value", [date(2026, 9, 5), "2026-09-05", "5/9/2026"])
def test_it_is_shown_as_it_is_written(value):
    made = DayInput().render("on", value)
    assert 'value="05/09/2026"' in made and 'type="text"' in made
    assert 'placeholder="dd/mm/yyyy"' in made and 'inputmode="numeric"' in made


def test_what_was_typed_wrong_stays_to_be_mended():
    assert 'value="31/02/2026"' in DayInput().render("on", "31/02/2026")


@pytest.mark.parametrize(
    ("text", "day"), [("5/9/2026", date(2026, 9, 5)), ("", None), (None, None), ("²", None)]
)
def test_a_day_of_an_address(text, day):
    assert day_of(text) == day


def test_the_page_checks_what_the_field_accepts():
    import re

    pattern = DayField().widget.attrs["pattern"]
    for typed in ("5/9/2026", "05-09-2026", "05092026", "2026-09-05"):
        assert re.fullmatch(pattern, typed)
    assert not re.fullmatch(pattern, "5/9/26")

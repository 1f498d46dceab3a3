"""The picker of a commune for forms of any room: type a name without marks, choose, the code is
kept.
"""

import re

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Place
from thenchot.organisation.places.queries import list_places, place_label, place_of_code

_CODE = re.compile(r"\(?(\d{1,5})\)?\s*$")


class PlaceInput(forms.TextInput):
    """A text box with the communes that fit what was typed so far."""

    template_name = "organisation/place_input.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        return context | {
            "search": reverse("place_search"),
            "options": f"{context['widget']['attrs'].get('id', name)}-places",
        }


class PlaceField(forms.CharField):
    """Cleaned to a `Place`, or none. Without scripts the code or a name that only one commune bears
    is enough.
    """

    widget = PlaceInput
    default_error_messages = {
        "unknown": _(
            "Không có xã, phường này trong danh mục: gõ tên rồi chọn trong danh sách, hoặc gõ mã."
        ),
        "several": _("Có nhiều xã, phường tên như vậy: chọn trong danh sách hoặc gõ mã."),
    }

    def __init__(self, **kwargs):
        super().__init__(
            **{
                "required": False,
                "help_text": _("Gõ tên không dấu cũng được, hoặc gõ mã"),
                **kwargs,
            }
        )

    def prepare_value(self, value):
        return place_label(value) if isinstance(value, Place) else value

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        code = _CODE.search(text)
        place = place_of_code(code[1]) if code else None
        found = [place] if place else list(list_places(text)[:2])
        if len(found) != 1:
            raise forms.ValidationError(self.error_messages["several" if found else "unknown"])
        return found[0]


class PlaceCodeField(PlaceField):
    """The same picker where the five digits are kept. While no list was imported any code is taken
    as it is.
    """

    def prepare_value(self, value):
        place = (
            place_of_code(value)
            if isinstance(value, str) and re.fullmatch(r"\d{5}", value)
            else value
        )
        return super().prepare_value(place or value)

    def clean(self, value):
        text = forms.CharField.clean(self, value)
        if re.fullmatch(r"\d{1,5}", text) and not Place.objects.exists():
            return text.zfill(5)
        place = super().clean(text)
        return place.code if place else ""

"""Fields that several pages of work ask."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _


def amount_field(label, **more):
    return forms.DecimalField(
        label=label, max_digits=9, decimal_places=2, min_value=Decimal(0), localize=True, **more
    )


def long_field(label, **more):
    return forms.CharField(label=label, max_length=4000, widget=forms.Textarea({"rows": 3}), **more)


class ProductField(forms.CharField):
    """Code, or code and name, of a product; the browser offers the catalogue (`<datalist
    id="products">`).
    """

    def __init__(self, **more):
        super().__init__(
            max_length=700,
            widget=forms.TextInput(attrs={"list": "products", "autocomplete": "off"}),
            **more,
        )


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=400)

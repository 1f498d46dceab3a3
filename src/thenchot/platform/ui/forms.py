"""Fields and answers that forms of every room share."""

from django import forms

from thenchot.kernel.decision import Refused
from thenchot.platform.language import say_reason
from thenchot.platform.office.refused import BadFile


class DayInput(forms.DateInput):
    """The browser's own calendar; the value travels as yyyy-mm-dd and is shown in the language of
    the browser.
    """

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


def day_field(label, *, required=True, help_text="", initial=None):
    return forms.DateField(
        label=label, required=required, widget=DayInput(), help_text=help_text, initial=initial
    )


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
        for reason in refused.decision.reasons:
            form.add_error(None, say_reason(reason))
    except BadFile as bad:
        form.add_error(
            next((name for name, f in form.fields.items() if isinstance(f, forms.FileField)), None),
            bad.message_vi,
        )
    return None

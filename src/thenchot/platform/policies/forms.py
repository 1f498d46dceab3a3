from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import today
from thenchot.platform.language import say
from thenchot.platform.policies.access import ENTER
from thenchot.platform.policies.words import label
from thenchot.platform.scope import places
from thenchot.platform.ui.forms import day_field
from thenchot.policy.kinds import BadValue
from thenchot.policy.parameters import GROUPS, spec_of, specs


def keys():
    """Grouped choices; a calendar key stands once for this year and once for the next."""
    years = (today().year, today().year + 1)
    return [
        (say(name), [(k, label(spec_of(k), k)) for k in _keys_of(policy, years)])
        for name, policy in GROUPS.values()
    ]


def _keys_of(policy, years):
    for spec in specs(policy).values():
        yield from (
            [spec.key.format(year=y) for y in years] if "{year}" in spec.key else [spec.key]
        )


class ValueForm(forms.Form):
    key = forms.ChoiceField(label=_("Chính sách"), choices=keys)
    path = forms.ChoiceField(label=_("Áp dụng cho"))
    value = forms.CharField(
        label=_("Giá trị"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Nhiều giá trị thì cách nhau bằng dấu phẩy; ngày ghi dd/mm/yyyy; có/không ghi “có” "
            "hoặc “không”."
        ),
    )
    basis = forms.CharField(label=_("Văn bản làm căn cứ"), max_length=300)
    valid_from = day_field(_("Từ ngày"))
    valid_to = day_field(_("Đến ngày"), required=False, help_text=_("Bỏ trống: chưa định."))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["path"].choices = places.under(actor.paths_for(ENTER))

    def clean(self):
        cleaned = super().clean()
        if "key" in cleaned and "value" in cleaned:
            try:
                cleaned["value"] = spec_of(cleaned["key"]).kind.parse(cleaned["value"])
            except BadValue as error:
                self.add_error("value", str(error))
        return cleaned

"""What the pages of an organisation's year ask."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.platform.ui.forms import AskOnceMore, day_field
from thenchot.rating.forms import text_field
from thenchot.worklog.labels import BAND


class OrganisationForm(forms.Form):
    """Points by criterion, shares of tasks, what was concluded."""

    def __init__(self, *args, policy, body, **kwargs):
        super().__init__(*args, **kwargs)
        self.policy = policy
        for prefix, asked, given, label in self._groups(body):
            for code, most in asked:
                self.fields[f"{prefix}{code}"] = forms.DecimalField(
                    label=label % code,
                    min_value=Decimal(0),
                    max_value=most,
                    max_digits=7,
                    decimal_places=2,
                    required=False,
                    localize=True,
                    initial=given.get(code) and Decimal(given[code]),
                    help_text=_("tối đa %s") % f"{most.normalize():f}".replace(".", ","),
                )
        for name, label in SHARES:
            self.fields[name] = forms.DecimalField(
                label=label,
                min_value=Decimal(0),
                max_value=Decimal(100),
                max_digits=5,
                decimal_places=2,
                required=False,
                localize=True,
                initial=getattr(body, name),
            )
        self.fields["is_remedied"] = forms.BooleanField(
            label=_("Đã khắc phục hạn chế của kỳ trước (hoặc không có)"),
            required=False,
            initial=body.is_remedied is not False,
        )
        for name, label in TEXTS:
            self.fields[name] = text_field(label, length=300, required=False)
            self.initial.setdefault(name, getattr(body, name))

    def _groups(self, body):
        return (
            ("g", self.policy.body_general, body.general, _("Tiêu chí chung %s")),
            ("r", self.policy.body_results, body.results, _("Tiêu chí kết quả %s")),
        )

    def facts(self) -> dict:
        data = self.cleaned_data
        general = {code: data[f"g{code}"] for code, _most in self.policy.body_general}
        results = {code: data[f"r{code}"] for code, _most in self.policy.body_results}
        rest = {name: data[name] for name, _label in (*SHARES, ("is_remedied", ""), *TEXTS)}
        return {"general": general, "results": results} | rest


SHARES = (
    ("done", _("Hoàn thành (% số nhiệm vụ của năm)")),
    ("exceeding", _("Vượt yêu cầu (%)")),
    ("late", _("Chậm tiến độ (%)")),
)
TEXTS = (
    ("checked", _("Đã kiểm tra đơn thư, dấu hiệu mất đoàn kết")),
    ("wrongdoing", _("Kết luận vi phạm về công tác cán bộ hoặc mất đoàn kết (nếu có)")),
    ("force_majeure", _("Lý do bất khả kháng (nếu làm xong quá ít)")),
)


class OrganisationDecideForm(AskOnceMore):
    level = forms.ChoiceField(label=_("Mức xếp loại"), choices=choices(BAND))
    reason = text_field(_("Lý do (bắt buộc khi khác đề xuất)"), required=False)
    number = text_field(_("Số quyết định"), length=120)
    decided_on = day_field(_("Ngày quyết định"))

    def __init__(self, *args, body, **kwargs):
        super().__init__(*args, **kwargs)
        self.body = body

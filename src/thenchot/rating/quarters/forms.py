"""What the pages of the Party's quarter ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.platform.ui.forms import AskOnceMore
from thenchot.rating.quarters.rules.proposing import QuarterProposal
from thenchot.worklog.labels import BAND


class QuarterForm(AskOnceMore):
    """Beside what the rules propose, which it begins with."""

    level = forms.ChoiceField(label=_("Mức được quyết định"), choices=choices(BAND))
    basis = forms.CharField(label=_("Thông báo, kết luận (số, ngày)"), max_length=300)
    note = forms.CharField(label=_("Lý do, nếu khác mức đề xuất"), max_length=400, required=False)

    def __init__(self, *args, proposal: QuarterProposal, **kwargs):
        super().__init__(*args, **kwargs)
        self.proposal = proposal
        self.initial.setdefault("level", proposal.level)


class ReplacementForm(forms.Form):
    is_accepted = forms.TypedChoiceField(
        label=_("Ý kiến"),
        choices=[("yes", _("đồng ý xem xét thay thế")), ("no", _("không thay thế"))],
        coerce=lambda code: code == "yes",
    )
    reason = forms.CharField(label=_("Căn cứ, lý do"), max_length=400)

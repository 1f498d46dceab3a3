"""What is asked about supervision of the Front and the answers to it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import home_of
from thenchot.oversight.access import SUPERVISE
from thenchot.oversight.forms.plans import NONE
from thenchot.oversight.labels import ANSWER, SOCIAL_KIND, THEME
from thenchot.oversight.queries.social import bodies_of
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.programmes.models import Programme


def _units_beside(body: Unit | None):
    path = home_of(body).path if body else "-"
    return Unit.objects.under([path]).in_force(today()).order_by("path")


class SuperviseForm(forms.Form):
    unit = one_of(_("Chủ trì"))
    kind = forms.ChoiceField(label=_("Loại"), choices=choices(SOCIAL_KIND))
    subject = one_of(_("Đối tượng"))
    theme = forms.ChoiceField(label=_("Nội dung"), choices=choices(THEME))
    content = forms.CharField(
        label=_("Nội dung giám sát, dự thảo được phản biện"),
        max_length=600,
        widget=forms.Textarea({"rows": 3}),
    )
    programme = one_of(_("Chương trình, nghị quyết"), required=False, empty=NONE)
    held_on = day_field(_("Ngày thực hiện"), initial=today)
    document = forms.CharField(label=_("Số văn bản"), max_length=120, required=False)
    result = forms.CharField(
        label=_("Nhận xét chung"),
        max_length=800,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        bodies = bodies_of(actor, SUPERVISE)
        body = bodies.first()
        offer(self, "unit", bodies)
        offer(self, "subject", _units_beside(body))
        path = home_of(body).path if body else "-"
        programmes = Programme.objects.filter(home__path__startswith=path)
        offer(self, "programme", programmes.order_by("-given_on", "pk"))


class RecommendForm(forms.Form):
    unit = one_of(_("Đơn vị trả lời"))
    text = forms.CharField(label=_("Kiến nghị"), max_length=800, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args, supervision, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", _units_beside(supervision.unit))
        self.fields["unit"].initial = supervision.subject_id


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(label=_("Trả lời"), choices=choices(ANSWER))
    answer_text = forms.CharField(
        label=_("Nội dung trả lời"), max_length=800, widget=forms.Textarea({"rows": 4})
    )

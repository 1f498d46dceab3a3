"""What is asked about procedures: who, which post, each step, the decision."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import JobPosition, Unit
from thenchot.organisation.queries import homes_of
from thenchot.organisation.queries.titles import titles_for
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.placement.access import EDIT
from thenchot.placement.enums import StepKind, VacancyState
from thenchot.placement.models import Vacancy
from thenchot.placement.queries.procedures import approved_positions, checks_of
from thenchot.placement.rules.forms import shipped
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.rating.models import ReplacementReview

MOST = 1000
NONE = _("(không)")


def scan_field(*, required: bool = False) -> forms.FileField:
    return forms.FileField(
        label=_("Bản quét"),
        required=required,
        help_text=_("PDF hoặc ảnh, không quá 10 MB."),
        widget=forms.ClearableFileInput({"accept": ".pdf,.jpg,.jpeg,.png"}),
    )


def _maybe(label, help_text="") -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        None, label=label, empty_label=NONE, required=False, help_text=help_text
    )


class ProcedureForm(forms.Form):
    """The post is asked for where one is taken, as a job position or as a title and its unit; the
    ground where the procedure needs one.
    """

    unit = one_of(_("Địa phương"))
    kind = forms.ChoiceField(label=_("Quy trình"))
    person = NamedPerson(None, label=_("Người được xem xét"), empty_label=None)
    vacancy = _maybe(_("Vào chỗ khuyết"))
    position = _maybe(
        _("Vị trí việc làm sẽ giữ"), _("Vị trí không gắn chức danh chỉ cần chọn ở đây.")
    )
    title = _maybe(_("Chức danh sẽ giữ"))
    target = _maybe(_("Đơn vị"))
    is_head = forms.BooleanField(label=_("Đứng đầu đơn vị"), required=False)
    ground = forms.ChoiceField(label=_("Căn cứ"), required=False)
    review = _maybe(_("Từ đề xuất thay thế"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        homes = homes_of(actor, EDIT)
        home = homes.first()
        path = home.path if home else "-"
        positions = approved_positions(home) if home else JobPosition.objects.none()
        offer(self, "position", positions)
        units = Unit.objects.under([path]).in_force(today()).order_by("path")
        offer(self, "unit", homes)
        self.fields["kind"].choices = [(one.code, one.name) for one in shipped().values()]
        offer(self, "person", Person.objects.visible_to(actor, EDIT).order_by("sort_key", "pk"))
        free = Vacancy.objects.visible_to(actor, EDIT).filter(
            state__in=[VacancyState.OPEN, VacancyState.HELD]
        )
        offer(self, "vacancy", free.select_related("unit"))
        titles = titles_for(home, today()) if home else units.none()
        offer(self, "title", titles)
        offer(self, "target", units)
        grounds = {text: text for one in shipped().values() for text in one.grounds.values()}
        self.fields["ground"].choices = [("", NONE), *grounds.items()]
        reviews = ReplacementReview.objects.filter(unit__path__startswith=path, state="accepted")
        offer(self, "review", reviews)

    def clean(self):
        data = super().clean()
        vacancy, form = data.get("vacancy"), shipped().get(data.get("kind", ""))
        if vacancy and not data.get("title"):
            data["title"], data["target"] = vacancy.title, data.get("target") or vacancy.unit
            data["position"] = data.get("position") or vacancy.position
        if form and form.names_post and not data.get("position"):
            for name in ("title", "target"):
                if not data.get(name):
                    self.add_error(
                        name, _("Quy trình này cần vị trí việc làm, hoặc chức danh và đơn vị.")
                    )
        if form and form.grounds and data.get("ground") not in form.grounds.values():
            words = ", ".join(form.grounds.values())
            self.add_error("ground", _("Căn cứ của quy trình này: %s.") % words)
        return data

    def facts(self) -> dict:
        data = self.cleaned_data
        ids = {
            f"{name}_id": data[name] and data[name].pk
            for name in ("unit", "person", "vacancy", "position", "title", "target", "review")
        }
        return ids | {name: data[name] for name in ("kind", "is_head", "ground")}


class StepForm(forms.Form):
    """Of a vote also the numbers."""

    done_on = day_field(_("Ngày"), initial=today)
    document = forms.CharField(label=_("Số văn bản, biên bản"), max_length=200, required=False)
    outcome = forms.CharField(
        label=_("Kết quả, ý kiến"),
        max_length=600,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, **kwargs)
        if step.kind == StepKind.VOTE:
            for name, label in (
                ("summoned", _("Số người được triệu tập")),
                ("present", _("Số người có mặt")),
                ("agreed", _("Số phiếu đồng ý")),
            ):
                self.fields[name] = forms.IntegerField(label=label, min_value=0, max_value=MOST)


class PaperForm(forms.Form):
    issued_on = day_field(_("Ngày của giấy tờ"), initial=today)
    scan = scan_field()


class ScanForm(forms.Form):
    """The signed paper as it was scanned."""

    scan = scan_field(required=True)


class SpecialForm(forms.Form):
    code = forms.ChoiceField(label=_("Điều kiện"))
    reason = forms.CharField(label=_("Lý do"), max_length=400, widget=forms.Textarea({"rows": 3}))
    document = forms.CharField(label=_("Văn bản cho phép"), max_length=200)

    def __init__(self, *args, procedure, **kwargs):
        super().__init__(*args, **kwargs)
        open_ones = [
            (one.code, one.name)
            for one in checks_of(procedure, today())
            if not one.holds and one.can_waive
        ]
        self.fields["code"].choices = open_ones


class StopForm(forms.Form):
    reason = forms.CharField(label=_("Lý do dừng"), max_length=300)


class DecideForm(forms.Form):
    decision = forms.CharField(
        label=_("Số quyết định"), max_length=200, help_text=_("Ví dụ: 45-QĐ/ĐU, 128/QĐ-UBND")
    )
    decided_on = day_field(_("Ngày quyết định"), initial=today)
    effective_on = day_field(_("Có hiệu lực từ"), initial=today)
    until = day_field(
        _("Đến ngày"),
        required=False,
        help_text=_("Để trống thì tính theo thời hạn của quy trình, nếu có."),
    )


class ItemForm(forms.Form):
    done_on = day_field(_("Ngày xong"), initial=today)
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)

"""The edges of the room: what a person may type, checked before a service sees it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.platform.ui.forms import day_field
from thenchot.programmes.labels import COMPARATOR, PART, choices


class Files(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; `cleaned_data` holds a list."""

    widget = Files

    def clean(self, data, initial=None):
        return [super(FilesField, self).clean(one, initial) for one in data or []]


def words(label, required=True, rows=3, help_text=""):
    return forms.CharField(
        label=label, required=required, widget=forms.Textarea({"rows": rows}), help_text=help_text
    )


class ActionForm(forms.Form):
    """Base of every form of a task: knows the task and the actor, for the choices it offers."""

    def __init__(self, *args, task, actor, **kwargs):
        self.task, self.actor = task, actor
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self):
        """Fill choices and first values."""

    def units(self):
        return Unit.objects.under([self.task.home.path]).filter(valid_to=None)


class AcceptForm(ActionForm):
    pass


class ClarifyForm(ActionForm):
    responsible = forms.ModelChoiceField(
        Person.objects.none(), label=_("Người chịu trách nhiệm"), required=False
    )
    responsibility = forms.CharField(
        label=_("Trách nhiệm"),
        max_length=300,
        required=False,
        help_text=_("Chịu trách nhiệm về việc gì, trước ai"),
    )
    product = forms.CharField(
        label=_("Sản phẩm"),
        max_length=300,
        required=False,
        help_text=_("Văn bản, đề án, danh sách… khi xong phải có"),
    )
    authority = forms.CharField(
        label=_("Thẩm quyền"),
        max_length=300,
        required=False,
        help_text=_("Được tự quyết định đến đâu, việc gì phải xin ý kiến"),
    )

    def prepare(self):
        leads = self.task.assignments.filter(part="lead").values("unit")
        people = Person.objects.filter(
            appointments__unit__in=leads, appointments__valid_to=None
        ).distinct()
        self.fields["responsible"].queryset = people
        for name in ("responsible", "responsibility", "product", "authority"):
            self.fields[name].initial = getattr(self.task, name)


class ProgressForm(ActionForm):
    note = words(_("Việc đã làm"))
    percent = forms.IntegerField(
        label=_("Mức độ hoàn thành (%)"), min_value=0, max_value=100, required=False
    )
    said_on = day_field(_("Tính đến ngày"), required=False, help_text=_("Để trống là hôm nay"))
    product_number = forms.CharField(
        label=_("Số văn bản là sản phẩm"), max_length=80, required=False
    )
    files = FilesField(label=_("Tệp minh chứng"), required=False)


class FinishForm(ActionForm):
    done_on = day_field(
        _("Ngày hoàn thành"), help_text=_("Ngày việc xong thật, không phải ngày nhập")
    )
    note = words(_("Kết quả"))
    product_number = forms.CharField(
        label=_("Số văn bản là sản phẩm"), max_length=80, required=False
    )
    files = FilesField(label=_("Tệp sản phẩm, minh chứng"), required=False)


class FinishPeriodForm(FinishForm):
    instance = forms.ModelChoiceField(None, label=_("Kỳ"))
    field_order = ["instance"]

    def prepare(self):
        self.fields["instance"].queryset = self.task.instances.filter(done_on=None)


class ExtendForm(ActionForm):
    proposed_on = day_field(_("Hạn đề nghị"))
    reason = words(_("Lý do"))

    def prepare(self):
        if self.task.timing == "recurring":
            periods = self.task.instances.filter(done_on=None)
            self.fields["instance"] = forms.ModelChoiceField(periods, label=_("Kỳ"))


class DecideExtensionForm(forms.Form):
    decision = forms.ChoiceField(
        label=_("Quyết định"), choices=[("grant", _("Đồng ý")), ("refuse", _("Không đồng ý"))]
    )
    granted_on = day_field(_("Hạn mới"), required=False)
    note = words(_("Ý kiến"), required=False)


class DifficultyForm(ActionForm):
    text = words(_("Vướng mắc"))
    proposal = words(_("Đề xuất"), required=False, rows=2)
    desk = forms.ModelChoiceField(Unit.objects.none(), label=_("Nơi phải trả lời"))

    def prepare(self):
        from thenchot.programmes.services.helping import answering_units

        self.fields["desk"].queryset = answering_units(self.task)


class AnswerForm(forms.Form):
    answer = words(_("Trả lời"))


class CommentForm(ActionForm):
    note = words(_("Ý kiến"))


class ApproveForm(ActionForm):
    decision = forms.ChoiceField(
        label=_("Quyết định"), choices=[("approve", _("Thông qua")), ("return", _("Trả lại"))]
    )
    note = words(_("Ý kiến"), required=False)


class DocumentForm(ActionForm):
    directive = forms.ModelChoiceField(
        None, label=_("Văn bản đã có"), help_text=_("Vào sổ văn bản trước, rồi chọn ở đây")
    )
    due_on = day_field(_("Hạn theo văn bản"), required=False)

    def prepare(self):
        from thenchot.documents.models import Directive

        self.fields["directive"].queryset = Directive.objects.visible_to(self.actor)
        self.fields["due_on"].required = self.task.due_on is None


class DateForm(ActionForm):
    due_on = day_field(_("Hạn"))
    reason = words(_("Căn cứ"))


class AmendForm(ActionForm):
    text = words(_("Nội dung nhiệm vụ"), rows=5)
    reason = words(_("Lý do điều chỉnh"), rows=2)

    def prepare(self):
        self.fields["text"].initial = self.task.text


class AssignForm(ActionForm):
    part = forms.ChoiceField(
        label=_("Phần việc"), choices=[c for c in choices(PART) if c[0] != "answer"]
    )
    units_chosen = forms.ModelMultipleChoiceField(Unit.objects.none(), label=_("Đơn vị"))
    reason = words(_("Lý do điều chỉnh"), rows=2)

    def prepare(self):
        self.fields["units_chosen"].queryset = self.units()


class CancelForm(ActionForm):
    reason = words(_("Lý do hủy"))


class NeedForm(ActionForm):
    needs = forms.ModelChoiceField(None, label=_("Phải chờ nhiệm vụ"))
    note = forms.CharField(label=_("Ghi chú"), required=False, max_length=300)

    def prepare(self):
        from thenchot.programmes.models import Task

        same = Task.objects.visible_to(self.actor).filter(programme=self.task.programme_id)
        self.fields["needs"].queryset = same.exclude(pk=self.task.pk)


class ServeForm(ActionForm):
    programme = forms.ModelChoiceField(None, label=_("Cũng thuộc chương trình"))
    ref = forms.CharField(label=_("Số thứ tự trong chương trình đó"), max_length=60)

    def prepare(self):
        from thenchot.programmes.models import Programme

        self.fields["programme"].queryset = Programme.objects.visible_to(self.actor).select_related(
            "directive"
        )


class TraceForm(ActionForm):
    clause = forms.ModelChoiceField(None, label=_("Thực hiện nội dung của cấp trên"))

    def prepare(self):
        from thenchot.programmes.models import Clause

        self.fields["clause"].queryset = Clause.objects.filter(
            programme=self.task.programme.superior_id
        )


class UploadForm(forms.Form):
    home = forms.ModelChoiceField(Unit.objects.none(), label=_("Của địa phương"))
    file = forms.FileField(
        label=_("Văn bản"),
        help_text=_(
            "Tệp .docx, .doc, .pdf, .txt hoặc bản quét. Không đưa lên văn bản có dấu độ mật."
        ),
    )
    again = forms.BooleanField(label=_("Tệp đã nhập rồi thì vẫn nhập lại"), required=False)

    def __init__(self, *args, homes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["home"].queryset = homes
        self.fields["home"].initial = homes.first()


class ReadingForm(forms.Form):
    on = day_field(_("Ngày số liệu"))
    numerator = forms.DecimalField(label=_("Tử số"), required=False, min_value=0)
    denominator = forms.DecimalField(label=_("Mẫu số"), required=False, min_value=0)
    value = forms.DecimalField(label=_("Giá trị (khi không phải tỷ lệ)"), required=False)
    note = forms.CharField(label=_("Nguồn số liệu"), max_length=300)


class ReviewTaskForm(forms.Form):
    """One card of the review. Bodies are one a line, because their names contain commas."""

    keep = forms.BooleanField(label=_("Giao nhiệm vụ này"), required=False)
    text = words(_("Nhiệm vụ"), rows=3)
    lead = words(_("Chủ trì (mỗi dòng một cơ quan)"), required=False, rows=2)
    coordinate = words(_("Phối hợp (mỗi dòng một cơ quan)"), required=False, rows=2)
    deadline_raw = forms.CharField(label=_("Hạn ghi trong văn bản"), required=False, max_length=400)
    approval = forms.CharField(label=_("Phải được thông qua bởi"), required=False, max_length=200)
    product = forms.CharField(label=_("Sản phẩm"), required=False, max_length=300)

    def values(self):
        data = dict(self.cleaned_data)
        for name in ("lead", "coordinate"):
            data[name] = [line.strip() for line in data[name].splitlines() if line.strip()]
        return data


class ReviewTargetForm(forms.Form):
    keep = forms.BooleanField(label=_("Theo dõi chỉ tiêu này"), required=False)
    text = words(_("Chỉ tiêu"), rows=2)
    comparator = forms.ChoiceField(
        label=_("So sánh"), required=False, choices=[("", "–"), *COMPARATOR.items()]
    )
    value = forms.FloatField(label=_("Giá trị"), required=False)
    unit = forms.CharField(label=_("Đơn vị tính"), required=False, max_length=40)


class MetadataForm(forms.Form):
    kind = forms.CharField(label=_("Loại văn bản"), max_length=60, required=False)
    number = forms.CharField(label=_("Số, ký hiệu"), max_length=60, required=False)
    date = day_field(_("Ngày ban hành"), required=False)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=200, required=False)
    title = words(_("Trích yếu"), rows=2, required=False)
    signer = forms.CharField(label=_("Người ký"), max_length=120, required=False)
    absent = forms.MultipleChoiceField(
        label=_("Văn bản không có"),
        choices=[("number", _("Số, ký hiệu")), ("date", _("Ngày")), ("title", _("Trích yếu"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Chỉ đánh dấu khi bản gốc thật sự không ghi"),
    )

    def values(self):
        data = dict(self.cleaned_data)
        data["date"] = data["date"].isoformat() if data["date"] else ""
        return data


class ConfirmForm(forms.Form):
    issuing = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Cơ quan ban hành (cho gia hạn)"), required=False
    )
    delegate = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Được ủy quyền gia hạn"), required=False
    )
    monitor = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Theo dõi, đôn đốc"), required=False
    )
    superior = forms.ModelChoiceField(
        None, label=_("Cụ thể hóa chương trình cấp trên"), required=False
    )

    def __init__(self, *args, units, superiors, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("issuing", "delegate", "monitor"):
            self.fields[name].queryset = units
        self.fields["superior"].queryset = superiors

"""What the pages of a month ask."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.catalogue.queries.products import product_named
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import AskOnceMore, day_field
from thenchot.policy.codelists import code_list
from thenchot.scoring.queries.lines import colleagues_of
from thenchot.worklog.enums import FaultKind, Mode, Origin
from thenchot.worklog.forms.fields import ProductField, amount_field
from thenchot.worklog.labels import CAUSE_KIND, FAULT_KIND, MODE, ORIGIN

NO_PRODUCT = _(
    "Danh mục đang áp dụng không có mã này. Chọn trong danh sách, hoặc bỏ trống và ghi đã làm gì."
)


class WorkForm(forms.Form):
    """Work that came suddenly or was taken over."""

    product = ProductField(
        label=_("Sản phẩm trong danh mục"),
        required=False,
        help_text=_("Bỏ trống nếu danh mục chưa có: việc chờ quy đổi."),
    )
    name = forms.CharField(label=_("Đã làm gì"), max_length=600, required=False)
    quantity = amount_field(_("Số lượng"), initial=1)
    origin = forms.ChoiceField(
        label=_("Việc này"),
        choices=[c for c in choices(ORIGIN) if c[0] != Origin.ASSIGNED],
        initial=Origin.SUDDEN,
    )
    mode = forms.ChoiceField(label=_("Cách làm"), choices=choices(MODE), initial=Mode.DIRECT)
    done_on = day_field(_("Ngày xong"))
    evidence = forms.CharField(
        label=_("Minh chứng (số văn bản, đường dẫn, người xác nhận)"),
        max_length=400,
        required=False,
    )
    scan = forms.FileField(label=_("Tệp, ảnh chụp"), required=False)

    def __init__(self, *args, assessment, initial=None, **kwargs):
        """For one sheet: its days, and the catalogue that is in force for it."""
        day = min(max(today(), assessment.starts_on), assessment.ends_on)
        super().__init__(*args, initial={"done_on": day, **(initial or {})}, **kwargs)
        self.assessment = assessment

    def clean_product(self):
        text = self.cleaned_data["product"]
        sheet = self.assessment
        product = product_named(sheet.unit, sheet.ends_on, text) if text else None
        if text and product is None:
            raise forms.ValidationError(NO_PRODUCT)
        self.found = product
        return text

    def facts(self) -> dict:
        return {**self.cleaned_data, "product_found": self.found}

    def clean(self):
        data = super().clean()
        if not data.get("product") and not (data.get("name") or "").strip():
            self.add_error("name", _("Chọn sản phẩm trong danh mục hoặc ghi đã làm gì."))
        if data.get("quantity") == 0:
            self.add_error("quantity", _("Số lượng phải lớn hơn 0."))
        return data


class DoneForm(forms.Form):
    done = amount_field(_("Đã hoàn thành"))
    done_on = day_field(_("Ngày xong"))
    exceeds = amount_field(_("Trong đó vượt yêu cầu"), initial=0)
    mode = forms.ChoiceField(label=_("Cách làm"), choices=choices(MODE))
    evidence = forms.CharField(label=_("Minh chứng"), max_length=400, required=False)
    scan = forms.FileField(label=_("Tệp, ảnh chụp"), required=False)


def done_so_far(work) -> dict:
    """First values of the form: everything that is left, on the day already told."""
    return {
        "done": work.assigned - work.returned,
        "done_on": work.done_on or min(today(), work.sheet.ends_on),
        "exceeds": work.exceeds,
        "mode": work.mode,
        "evidence": work.evidence,
    }


class GiveBackForm(forms.Form):
    quantity = amount_field(_("Trả lại"))
    reason = forms.CharField(label=_("Lý do"), max_length=400)


class PointsForm(forms.Form):
    """The ten general criteria in the order of the form, each with the most it can get."""

    def __init__(self, *args, policy, optional=False, **kwargs):
        super().__init__(*args, **kwargs)
        names = code_list("general_criterion")
        for code, most in policy.general_criteria:
            known = names.get(code)
            self.fields[field_of(code)] = forms.DecimalField(
                label=f"{code}. {known.name if known else ''}",
                min_value=0,
                max_value=most,
                max_digits=6,
                decimal_places=2,
                required=not optional,
                localize=True,
                help_text=_("từ 0 đến %(most)s")
                % {"most": f"{most.normalize():f}".replace(".", ",")},
            )

    def points(self) -> dict[str, Decimal | None]:
        return {
            code_of(name): self.cleaned_data.get(name)
            for name in self.fields
            if name.startswith("p_")
        }


class ConfirmForm(AskOnceMore, PointsForm):
    """The same points by whoever scores the sheet; `stands`: those confirmed before, or the own."""

    def __init__(self, *args, stands, **kwargs):
        super().__init__(*args, initial=initial_points(stands), **kwargs)


def field_of(code: str) -> str:
    return "p_" + code.replace(".", "_")


def code_of(name: str) -> str:
    return name.removeprefix("p_").replace("_", ".")


def initial_points(told: dict[str, str | None]) -> dict[str, Decimal]:
    return {
        field_of(code): Decimal(value) for code, value in told.items() if value not in (None, "")
    }


class LeadingForm(forms.Form):
    """đ and e of leaders (Đ15.3); "between" takes a percent from the head of the managing body."""

    organising = forms.ChoiceField(
        label=_("đ. Tổ chức triển khai"),
        choices=[
            ("", "–"),
            ("met", _("hoàn thành tất cả đúng hạn, có sáng kiến")),
            ("between", _("ở giữa (ghi tỷ lệ)")),
            ("short", _("có hạn chế, chậm kéo dài")),
        ],
        required=False,
    )
    organising_percent = forms.DecimalField(
        label=_("Tỷ lệ đ (%), khi ở giữa"), min_value=0, max_value=100, required=False
    )
    unity = forms.ChoiceField(
        label=_("e. Tập hợp, đoàn kết"),
        choices=[
            ("", "–"),
            ("united", _("đoàn kết, phối hợp tốt")),
            ("between", _("ở giữa (ghi tỷ lệ)")),
            ("conflict", _("mâu thuẫn nội bộ kéo dài")),
        ],
        required=False,
    )
    unity_percent = forms.DecimalField(
        label=_("Tỷ lệ e (%), khi ở giữa"), min_value=0, max_value=100, required=False
    )

    def __init__(self, *args, field=(), **kwargs):
        """`field`: (id, name) of people a deputy may be in charge of (Đ15.4)."""
        super().__init__(*args, **kwargs)
        if field:
            self.fields["managed"] = forms.TypedMultipleChoiceField(
                label=_("Người thuộc lĩnh vực được giao phụ trách"),
                choices=field,
                coerce=int,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=_("Bỏ trống: mọi người không giữ chức vụ của đơn vị (Điều 15.4)."),
            )

    def leading(self) -> dict:
        return {
            name: str(value) if isinstance(value, Decimal) else value or None
            for name, value in self.cleaned_data.items()
        }


class FaultForm(forms.Form):
    kind = forms.ChoiceField(label=_("Lỗi"), choices=choices(FAULT_KIND), initial=FaultKind.CONTENT)
    piece = forms.IntegerField(label=_("Sản phẩm thứ"), min_value=1, max_value=9_999, initial=1)
    times = forms.IntegerField(label=_("Số lần"), min_value=1, max_value=50, initial=1)
    note = forms.CharField(label=_("Ghi chú"), max_length=400, required=False)


class ObjectionForm(forms.Form):
    text = forms.CharField(label=_("Nội dung kiến nghị"), max_length=4000, widget=forms.Textarea)


class SettleForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Kết quả"),
        choices=[
            ("kept", _("giữ nguyên điểm")),
            ("upheld", _("chấp nhận: mở lại phiếu để chấm lại")),
        ],
    )
    answer = forms.CharField(
        label=_("Trả lời người kiến nghị"), max_length=4000, widget=forms.Textarea
    )

    def facts(self) -> dict:
        return {
            "answer": self.cleaned_data["answer"],
            "is_upheld": self.cleaned_data["outcome"] == "upheld",
        }


class UnscoredForm(forms.Form):
    reason = forms.CharField(
        label=_("Lý do không chấm kỳ này"),
        max_length=200,
        required=False,
        help_text=_("Bỏ trống: chấm điểm như thường."),
    )
    months = forms.IntegerField(
        label=_("Số tháng vắng trong quý (phiếu của Đảng)"),
        min_value=1,
        max_value=3,
        required=False,
    )


class CauseForm(forms.Form):
    kind = forms.ChoiceField(label=_("Loại"), choices=choices(CAUSE_KIND))
    text = forms.CharField(label=_("Nguyên nhân"), max_length=400)
    starts_on = day_field(_("Từ ngày"))
    ends_on = day_field(_("Đến ngày"), required=False)


class SplitForm(forms.Form):
    """How many pieces of a team's product go to each colleague of the same period."""

    def __init__(self, *args, actor, work, **kwargs):
        super().__init__(*args, **kwargs)
        for assessment in colleagues_of(actor, work.sheet):
            self.fields[f"s_{assessment.pk}"] = amount_field(
                assessment.person.full_name, required=False
            )

    def facts(self) -> dict[int, Decimal]:
        return {int(name[2:]): value for name, value in self.cleaned_data.items() if value}

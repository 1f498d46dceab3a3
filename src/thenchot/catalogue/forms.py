"""What a person types about catalogues, their products and proposals for them."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.access import EDIT_CATALOGUE, SEE_CATALOGUE
from thenchot.catalogue.models import Product
from thenchot.kernel.typed import id_of
from thenchot.organisation.enums import UnitKind
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import homes_of
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field

OWNERS = (UnitKind.PROVINCE, UnitKind.COMMUNE, UnitKind.AGENCY, UnitKind.MASS, UnitKind.SERVICE)
LEAST = Decimal("0.01")


def number_field(label, *, required=True, help_text=""):
    """1,5 and 1.5 alike."""
    return forms.DecimalField(
        label=label,
        max_digits=9,
        decimal_places=2,
        min_value=LEAST,
        localize=True,
        required=required,
        help_text=help_text,
    )


class CatalogueForm(forms.Form):
    name = forms.CharField(
        label=_("Tên danh mục"), max_length=200, initial=_("Danh mục sản phẩm, công việc")
    )
    basis = forms.CharField(
        label=_("Văn bản ban hành"),
        max_length=300,
        required=False,
        help_text=_("Có thể ghi khi duyệt."),
    )
    unit_product = forms.CharField(
        label=_("Sản phẩm chuẩn (hệ số 1)"),
        max_length=200,
        help_text=_("Sản phẩm thường gặp, đếm được, lặp lại (Điều 3)."),
    )
    unit_points = number_field(
        _("Điểm của sản phẩm chuẩn"),
        required=False,
        help_text=_("Chỉ ghi khi danh mục chấm theo điểm; bỏ trống thì đọc từ tệp Excel."),
    )


class NewCatalogueForm(CatalogueForm):
    unit = forms.ModelChoiceField(
        None,
        label=_("Của đơn vị"),
        empty_label=None,
        help_text=_("Áp dụng cho cả các đơn vị bên dưới."),
    )
    field_order = ("unit", "name", "unit_product", "unit_points", "basis")

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = (
            Unit.objects.under(actor.paths_for(EDIT_CATALOGUE))
            .in_force(today())
            .filter(kind__in=OWNERS)
            .order_by("path")
        )

    def facts(self) -> dict:
        values = dict(self.cleaned_data)
        return values | {"unit_id": values.pop("unit").pk}


class ReturnForm(forms.Form):
    note = forms.CharField(
        label=_("Lý do trả lại"), widget=forms.Textarea({"rows": 3}), max_length=400
    )


class ApproveForm(forms.Form):
    basis = forms.CharField(
        label=_("Văn bản ban hành"), max_length=300, help_text=_("Số, ngày, cơ quan ban hành")
    )
    valid_from = day_field(
        _("Áp dụng từ"),
        initial=today,
        help_text=_("Danh mục đang áp dụng của đơn vị kết thúc vào hôm trước ngày này."),
    )


class WorkbookForm(forms.Form):
    file = forms.FileField(
        label=_("Tệp Excel của danh mục (.xlsx, .xls)"),
        widget=forms.ClearableFileInput({"accept": ".xlsx,.xls"}),
        help_text=_(
            "Nhiều trang, cột đứng theo thứ tự nào cũng được. Chưa ghi gì vào hệ thống ở bước này."
        ),
    )


class ProductForm(forms.Form):
    """One line of a draft; the names are those of the fields."""

    code = forms.CharField(label=_("Mã CV"), max_length=40)
    sheet = forms.RegexField(
        r"^[^\[\]:*?/\\']*$",
        label=_("Trang"),
        max_length=31,
        required=False,
        help_text=_("Trang tính khi xuất ra Excel."),
    )
    section = forms.CharField(label=_("Phần"), max_length=200, required=False)
    body = forms.CharField(label=_("Phòng, ban chuyên môn"), max_length=200, required=False)
    task = forms.CharField(label=_("Nhiệm vụ"), max_length=600, required=False)
    name = forms.CharField(
        label=_("Công việc chi tiết"), max_length=600, widget=forms.Textarea({"rows": 2})
    )
    output = forms.CharField(label=_("Sản phẩm đầu ra"), max_length=400, required=False)
    group = forms.CharField(label=_("Nhóm"), max_length=20, required=False)
    frame = forms.CharField(label=_("Khung điểm"), max_length=40, required=False)
    points = number_field(_("Điểm chấm"), required=False)
    factor = number_field(_("Hệ số quy đổi"))
    hours = number_field(_("Thời gian dự kiến (giờ)"), required=False)
    note = forms.CharField(label=_("Ghi chú"), max_length=400, required=False)

    @staticmethod
    def values_of(product: Product) -> dict:
        return {name: getattr(product, name) for name in ProductForm.base_fields}


class ProposalForm(forms.Form):
    unit = forms.ModelChoiceField(None, label=_("Của địa phương"), empty_label=None)
    name = forms.CharField(
        label=_("Công việc chưa có trong danh mục"),
        max_length=600,
        widget=forms.Textarea({"rows": 2}),
    )
    output = forms.CharField(
        label=_("Sản phẩm đầu ra"), max_length=400, help_text=_("Cái gì đếm được khi làm xong.")
    )
    reason = forms.CharField(label=_("Vì sao cần thêm"), max_length=400, required=False)

    work = forms.CharField(required=False, widget=forms.HiddenInput())

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = homes_of(actor, SEE_CATALOGUE)

    def facts(self) -> dict:
        """`work`: the own piece of work that waits for a factor, from the address or the form."""
        values = dict(self.cleaned_data)
        work = values.pop("work") or self.initial.get("work", "")
        found = {"unit_id": values.pop("unit").pk, "work_id": id_of(work)}
        return values | found


class RatioForm(forms.Form):
    ratio = number_field(_("Một sản phẩm này bằng bao nhiêu sản phẩm chuẩn"))
    note = forms.CharField(
        label=_("So với việc nào trong danh mục"), max_length=300, required=False
    )


class SignForm(forms.Form):
    code = forms.CharField(label=_("Mã CV"), max_length=40)
    factor = number_field(_("Hệ số quy đổi"))
    group = forms.CharField(label=_("Nhóm"), max_length=20, required=False)
    basis = forms.CharField(label=_("Văn bản quyết định bổ sung"), max_length=300)
    note = forms.CharField(label=_("Lý do, nếu hệ số khác số giữa"), max_length=400, required=False)


class RefuseForm(forms.Form):
    note = forms.CharField(
        label=_("Lý do không đưa vào danh mục"), widget=forms.Textarea({"rows": 3}), max_length=400
    )

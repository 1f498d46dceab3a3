"""What the pages of one rating ask."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import home_of
from thenchot.platform.ui.forms import AskOnceMore, day_field
from thenchot.rating.forms import NO_LEVEL, text_field
from thenchot.rating.labels import ABSENCE_KIND, NATURE
from thenchot.rating.persons.queries import violations_of
from thenchot.scoring.enums import Status
from thenchot.worklog.enums import Band
from thenchot.worklog.labels import BAND


class SelfForm(forms.Form):
    strengths = text_field(_("Kết quả nổi bật, ưu điểm trong năm"), length=4000, rows=6)
    limits = text_field(
        _("Hạn chế, nguyên nhân, cách khắc phục"), length=4000, rows=4, required=False
    )
    level = forms.ChoiceField(label=_("Tự xếp loại mức"), choices=NO_LEVEL + choices(BAND))


class AbsenceForm(forms.Form):
    kind = forms.ChoiceField(label=_("Loại"), choices=choices(ABSENCE_KIND))
    starts_on = day_field(_("Từ ngày"))
    ends_on = day_field(_("Đến hết ngày"))
    basis = text_field(_("Căn cứ (quyết định, giấy tờ)"), length=300)


class MonthsForm(forms.Form):
    """Twelve totals of another unit; empty ones were not scored there."""

    unit = text_field(_("Đơn vị đã chấm"), length=200)
    basis = text_field(_("Căn cứ (văn bản gửi kết quả)"), length=300)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number in range(1, 13):
            self.fields[f"m{number}"] = forms.DecimalField(
                label=_("Tháng %s") % number,
                min_value=Decimal(0),
                max_value=Decimal(100),
                max_digits=5,
                decimal_places=2,
                required=False,
                localize=True,
            )

    def facts(self) -> dict:
        totals = {number: self.cleaned_data[f"m{number}"] for number in range(1, 13)}
        return {
            "unit": self.cleaned_data["unit"],
            "basis": self.cleaned_data["basis"],
            "totals": totals,
        }


class ViolationForm(forms.Form):
    """How a discipline of the file counts; which one stands in the address or is chosen."""

    discipline = forms.TypedChoiceField(label=_("Lần kỷ luật"), coerce=int)
    act = text_field(
        _("Hành vi"),
        length=300,
        help_text=_(
            "Cùng một hành vi bị kỷ luật cả về Đảng và chính quyền thì ghi như nhau: chỉ tính "
            "một năm."
        ),
    )
    nature = forms.ChoiceField(label=_("Tính chất"), choices=NO_LEVEL + choices(NATURE))
    unit = forms.ModelChoiceField(
        None, label=_("Vi phạm tại đơn vị"), required=False, empty_label=_("Đơn vị hiện nay")
    )
    used_for_year = forms.IntegerField(
        label=_("Đã dùng để xếp không hoàn thành năm (nếu có)"),
        required=False,
        min_value=2000,
        max_value=2100,
    )
    note = text_field(_("Căn cứ xem xét"), length=300)

    def __init__(self, *args, rating, **kwargs):
        super().__init__(*args, **kwargs)
        rows = [row["row"] for row in violations_of(rating)]
        self.fields["discipline"].choices = [
            (row.pk, f"{row.valid_from:%d/%m/%Y}: {row.act or row.form}") for row in rows
        ]
        asked = str(self.initial.get("discipline", ""))
        self.initial["act"] = next((row.act for row in rows if str(row.pk) == asked), "")
        inside = Unit.objects.filter(path__startswith=home_of(rating.round.unit).path)
        self.fields["unit"].queryset = inside.order_by("path")

    def facts(self) -> dict:
        values = dict(self.cleaned_data)
        unit, discipline = values.pop("unit"), values.pop("discipline")
        return values | {"unit_id": unit and unit.pk, "discipline_id": discipline}


class OpinionForm(forms.Form):
    body = text_field(_("Cấp ủy"), length=200)
    level = forms.ChoiceField(label=_("Đề nghị mức"), choices=NO_LEVEL + choices(BAND))
    text = text_field(_("Nhận xét"), length=4000, rows=4)
    document = text_field(_("Số, ngày văn bản"), length=200)
    given_on = day_field(_("Ngày"))


class ProposeForm(forms.Form):
    level = forms.ChoiceField(label=_("Đề xuất mức"), choices=choices(BAND))
    note = text_field(_("Căn cứ (bắt buộc khi khác mức máy tính)"), required=False)


class DecideForm(AskOnceMore):
    level = forms.ChoiceField(label=_("Mức xếp loại"), required=False)
    reason = text_field(_("Lý do (bắt buộc khi khác đề xuất)"), required=False)
    handling = text_field(_("Đề xuất sử dụng, xử lý"), required=False)
    number = text_field(_("Số quyết định"), length=120)
    decided_on = day_field(_("Ngày quyết định"))

    def __init__(self, *args, rating, **kwargs):
        super().__init__(*args, **kwargs)
        self.rating = rating
        not_rated = [("", _("Không xếp loại (làm việc dưới 6 tháng)"))]
        is_rated = rating.status != Status.NOT_RATED
        self.fields["level"].choices = choices(BAND) if is_rated else not_rated


class ComplainForm(forms.Form):
    text = text_field(_("Nội dung kiến nghị"), length=4000, rows=6)
    received_on = day_field(_("Nhận ngày (khi ghi theo đơn giấy)"), required=False)


class SettleForm(AskOnceMore):
    answer = text_field(_("Kết quả giải quyết, trả lời người kiến nghị"), length=4000, rows=5)
    level = forms.ChoiceField(label=_("Kết luận"), required=False)
    number = text_field(
        _("Số quyết định thay thế"),
        length=120,
        required=False,
        help_text=_("Chỉ khi quyết định lại. Điểm sai thì mở lại xếp loại."),
    )

    def __init__(self, *args, complaint, **kwargs):
        super().__init__(*args, **kwargs)
        self.rating = complaint.rating
        self.fields["level"].choices = [
            ("", _("Giữ nguyên kết quả")),
            *((code, _("Quyết định lại: %s") % BAND[Band(code)]) for code in Band),
        ]

    def facts(self) -> dict:
        return self.cleaned_data | {"level": self.cleaned_data["level"] or None}


class LeaveForm(forms.Form):
    reason = text_field(
        _("Không thuộc đợt này vì"),
        length=300,
        required=False,
        help_text=_("Bỏ trống để đưa trở lại đợt."),
    )
    group = text_field(_("Nhóm nhiệm vụ tương đồng (để tính mức trần)"), length=80, required=False)
    is_handled = forms.BooleanField(
        label=_("Đơn vị người này trực tiếp phụ trách bị xử lý về tham nhũng, lãng phí"),
        required=False,
    )

"""What the pages of the year ask."""

from datetime import date
from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import HOMES, Kind, Unit
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field
from thenchot.rating.access import KEEP_YEAR
from thenchot.rating.enums import RatingStep
from thenchot.rating.labels import ABSENCE_KIND, NATURE, RATING_STEP, ROUND_SUBJECT
from thenchot.worklog.enums import Band, Regulation
from thenchot.worklog.labels import BAND, REGULATION

NO_LEVEL = [("", _("(chọn)"))]
ROUND_RULES = [
    (str(code), REGULATION[code]) for code in (Regulation.ND335, Regulation.QD366, Regulation.ND233)
]


def text_field(label, *, length=400, required=True, rows=0, help_text=""):
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(
        label=label, max_length=length, required=required, widget=widget, help_text=help_text
    )


class RoundForm(forms.Form):
    unit = forms.ModelChoiceField(None, label=_("Của"), empty_label=None)
    subject = forms.ChoiceField(label=_("Xếp loại"), choices=choices(ROUND_SUBJECT))
    year = forms.IntegerField(label=_("Năm"), min_value=2026, max_value=2100)
    rules = forms.ChoiceField(label=_("Theo quy định"), choices=ROUND_RULES)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        units = Unit.objects.visible_to(actor, KEEP_YEAR).in_force(today())
        self.fields["unit"].queryset = units.filter(
            kind__in=(*HOMES, Kind.AGENCY, Kind.DIVISION)
        ).order_by("path")

    def facts(self) -> dict:
        values = dict(self.cleaned_data)
        return values | {"unit_id": values.pop("unit").pk}


class DaysForm(forms.Form):
    """One day a step."""

    def __init__(self, *args, steps, **kwargs):
        super().__init__(*args, **kwargs)
        for code, day in steps.items():
            self.fields[code] = day_field(
                RATING_STEP[RatingStep(code)], initial=date.fromisoformat(day)
            )


class ShareForm(forms.Form):
    is_outstanding = forms.BooleanField(
        label=_("Tổ chức xuất sắc, cấp có thẩm quyền cho mức trần cao hơn"), required=False
    )
    basis = text_field(_("Văn bản cho phép"), length=300, required=False)


class FilterForm(forms.Form):
    state = forms.ChoiceField(label=_("Đang chờ"), required=False)
    unit = forms.ModelChoiceField(None, label=_("Đơn vị"), required=False, empty_label=_("Tất cả"))

    def __init__(self, *args, found, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [("", _("Tất cả")), *choices(RATING_STEP)[1:]]
        self.fields["unit"].queryset = Unit.objects.filter(
            path__startswith=found.unit.path
        ).order_by("path")

    def filters(self) -> dict:
        """A wrong choice filters by nothing."""
        said = self.cleaned_data if self.is_valid() else {}
        unit = said.get("unit")
        return {"state": said.get("state", ""), "unit": unit and unit.pk}


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

    def __init__(self, *args, home, acts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["discipline"].choices = [
            (row.pk, f"{row.valid_from:%d/%m/%Y}: {row.act or row.form}") for row in acts
        ]
        self.fields["unit"].queryset = Unit.objects.filter(path__startswith=home.path).order_by(
            "path"
        )

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


class DecideForm(forms.Form):
    level = forms.ChoiceField(label=_("Mức xếp loại"), required=False)
    reason = text_field(_("Lý do (bắt buộc khi khác đề xuất)"), required=False)
    handling = text_field(_("Đề xuất sử dụng, xử lý"), required=False)
    number = text_field(_("Số quyết định"), length=120)
    decided_on = day_field(_("Ngày quyết định"))

    def __init__(self, *args, is_rated=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = (
            choices(BAND) if is_rated else [("", _("Không xếp loại (làm việc dưới 6 tháng)"))]
        )


class DecideAllForm(forms.Form):
    number = text_field(_("Số quyết định"), length=120)
    decided_on = day_field(_("Ngày quyết định"))


class ComplainForm(forms.Form):
    text = text_field(_("Nội dung kiến nghị"), length=4000, rows=6)
    received_on = day_field(_("Nhận ngày (khi ghi theo đơn giấy)"), required=False)


class SettleForm(forms.Form):
    answer = text_field(_("Kết quả giải quyết, trả lời người kiến nghị"), length=4000, rows=5)
    level = forms.ChoiceField(label=_("Kết luận"), required=False)
    number = text_field(
        _("Số quyết định thay thế"),
        length=120,
        required=False,
        help_text=_("Chỉ khi quyết định lại. Điểm sai thì mở lại xếp loại."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [
            ("", _("Giữ nguyên kết quả")),
            *((code, _("Quyết định lại: %s") % BAND[Band(code)]) for code in Band),
        ]

    def facts(self) -> dict:
        return self.cleaned_data | {"level": self.cleaned_data["level"] or None}


class ReasonForm(forms.Form):
    reason = text_field(_("Lý do"))


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


class SentForm(forms.Form):
    sent_on = day_field(_("Gửi ngày"))
    reference = text_field(_("Số, mã xác nhận"), length=200)


class MinutesForm(forms.Form):
    """The minutes; below them one row of voices for each person, read by `votes`."""

    held_on = day_field(_("Ngày họp"))
    place = text_field(_("Địa điểm"), length=200)
    chair = text_field(_("Chủ trì"), length=160)
    secretary = text_field(_("Thư ký"), length=160)
    called = forms.IntegerField(label=_("Số người được triệu tập"), min_value=1, max_value=2000)
    present = forms.IntegerField(label=_("Số người dự"), min_value=1, max_value=2000)
    absent = text_field(_("Vắng mặt, lý do"), required=False)
    discussion = text_field(_("Nội dung, ý kiến"), length=8000, rows=5, required=False)

    def __init__(self, *args, ratings=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.ratings = list(ratings)

    def rows(self) -> list[dict]:
        """For the page: name and what was typed."""
        return [
            {
                "rating": rating,
                "voices": [
                    (f"{band}_{rating.pk}", BAND[band], self.data.get(f"{band}_{rating.pk}", ""))
                    for band in reversed(Band)
                ],
                "remark": (f"remark_{rating.pk}", self.data.get(f"remark_{rating.pk}", "")),
            }
            for rating in self.ratings
        ]

    def clean(self):
        self.votes, self.remarks = {}, {}
        for rating in self.ratings:
            typed = [self.data.get(f"{band}_{rating.pk}", "").strip() for band in reversed(Band)]
            if any(part and not part.isdecimal() for part in typed) or any(
                len(part) > 4 for part in typed
            ):
                self.add_error(
                    None, _("%s: số ý kiến phải là số nguyên.") % rating.person.full_name
                )
            elif any(typed):
                self.votes[rating.pk] = tuple(int(part or 0) for part in typed)
                self.remarks[rating.pk] = self.data.get(f"remark_{rating.pk}", "")[:400]
        return self.cleaned_data

"""What is asked about policies: the document, who is entitled, what the amount is made of. Nothing
typed here is run: functions are chosen, numbers are given.
"""

from decimal import Decimal
from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.benefits.access import EDIT
from thenchot.benefits.enums import Ask, Counted, Formula
from thenchot.benefits.labels import AREA, ASK, COUNTED, FORMULA, GROUP, KIND, LEVEL
from thenchot.benefits.models import Policy
from thenchot.benefits.services.policies import FIELDS
from thenchot.catalogue.labels import choices
from thenchot.kernel.text import fold
from thenchot.organisation.models import StaffKind
from thenchot.organisation.queries import homes_of
from thenchot.organisation.queries.titles import titles_for
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.worklog.labels import BAND

MOST_MONTHS = 1200
MOST_MONEY = 100_000_000_000
NONE = ("", _("(không)"))
TICKS = forms.CheckboxSelectMultiple
NEEDS = {
    Ask.MONTHS_LEFT: ("least", "most"),
    Ask.SERVICE: ("least", "most"),
    Ask.RATED: ("levels",),
    Ask.SURPLUS: ("levels",),
    Ask.TITLES: ("titles",),
    Ask.STAFF_KINDS: ("staff_kinds",),
    Ask.TALENT: ("kinds",),
    Ask.COMMITTED: ("least",),
    Ask.REARRANGED: (),
    Ask.NEEDED_FIELD: (),
}  # what a condition is given


class HomeForm(forms.Form):
    unit = one_of(_("Địa phương"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))

    def facts(self) -> dict:
        return {"unit_id": self.cleaned_data["unit"].pk}


class PolicyForm(forms.Form):
    name = forms.CharField(label=_("Chính sách"), max_length=200)
    group = forms.ChoiceField(label=_("Nhóm"), choices=choices(GROUP))
    area = forms.ChoiceField(label=_("Mảng công việc"), choices=choices(AREA))
    level = forms.ChoiceField(label=_("Cấp ban hành"), choices=choices(LEVEL))
    basis_number = forms.CharField(label=_("Số văn bản"), max_length=200)
    basis_on = day_field(_("Ngày văn bản"))
    article = forms.CharField(label=_("Điều, khoản"), max_length=200, required=False)
    opens_on = day_field(_("Nhận hồ sơ từ"), required=False)
    closes_on = day_field(_("Nhận hồ sơ đến"), required=False, help_text=_("Bỏ trống: chưa định."))
    note = forms.CharField(label=_("Ghi chú"), max_length=400, required=False)

    @staticmethod
    def values_of(policy: Policy) -> dict:
        return {name: getattr(policy, name) for name in FIELDS}


class NewPolicyForm(PolicyForm, HomeForm):
    code = forms.CharField(
        label=_("Mã"), max_length=40, help_text=_("Ngắn, không trùng, ví dụ: hy-tai-nang")
    )

    field_order = ("unit", "code")

    def facts(self) -> dict:
        data = {name: self.cleaned_data[name] for name in (*FIELDS, "code")}
        return data | {"unit_id": self.cleaned_data["unit"].pk}


class ConditionForm(forms.Form):
    """Only what the chosen condition is given counts."""

    ask = forms.ChoiceField(label=_("Điều kiện"), choices=choices(ASK))
    least = forms.IntegerField(
        label=_("Từ (tháng)"), min_value=0, max_value=MOST_MONTHS, required=False
    )
    most = forms.IntegerField(
        label=_("Đến (tháng)"), min_value=0, max_value=MOST_MONTHS, required=False
    )
    levels = forms.MultipleChoiceField(
        label=_("Mức xếp loại"), choices=choices(BAND), widget=TICKS, required=False
    )
    staff_kinds = forms.MultipleChoiceField(
        label=_("Nhóm người"), choices=StaffKind.choices, widget=TICKS, required=False
    )
    kinds = forms.MultipleChoiceField(
        label=_("Diện thu hút"), choices=choices(KIND), widget=TICKS, required=False
    )
    titles = forms.MultipleChoiceField(label=_("Chức danh"), widget=TICKS, required=False)

    def __init__(self, *args, policy, **kwargs):
        super().__init__(*args, **kwargs)
        rows = titles_for(policy.unit, today())
        self.fields["titles"].choices = [(title.code, title.name) for title in rows]

    def clean(self):
        data = super().clean() or {}
        names = NEEDS[Ask(data["ask"])] if data.get("ask") else ()
        given = [name for name in names if data.get(name) not in (None, "", [])]
        if names and not given:
            self.add_error(names[0], _("Điều kiện này cần giá trị ở đây."))
        least, most = data.get("least"), data.get("most")
        if least is not None and most is not None and most < least:
            self.add_error("most", _("Số sau không nhỏ hơn số trước."))
        self.given = {name: data.get(name) for name in given}
        return data

    def facts(self) -> dict:
        return {"ask": self.cleaned_data["ask"], "params": self.given}


class FactorField(forms.DecimalField):
    """Typed with a comma, as it is written; a point is taken too."""

    widget = forms.TextInput({"inputmode": "decimal"})

    def to_python(self, value):
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


def factor_field(label, help_text=""):
    return FactorField(
        label=label,
        min_value=0,
        max_value=10_000,
        decimal_places=2,
        required=False,
        help_text=help_text,
    )


class LineForm(forms.Form):
    """Only what the chosen function is given counts."""

    formula = forms.ChoiceField(label=_("Cách tính"), choices=choices(FORMULA))
    name = forms.CharField(label=_("Khoản"), max_length=160)
    amount = forms.IntegerField(
        label=_("Số tiền (đồng)"), min_value=1, max_value=MOST_MONEY, required=False
    )
    rate = factor_field(_("Hệ số, số tháng, số lần"), _("Ví dụ: 0,8; 1,5; 3"))
    later = factor_field(_("Hệ số sau kỳ đầu"), _("Khi nghỉ sau 12 tháng kể từ quyết định sắp xếp"))
    counted = forms.ChoiceField(
        label=_("Nhân với"), choices=[NONE, *choices(COUNTED)], required=False
    )
    cap = forms.IntegerField(
        label=_("Tối đa (tháng)"), min_value=1, max_value=MOST_MONTHS, required=False
    )
    table = forms.CharField(
        label=_("Bảng mức"),
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_(
            "Mỗi dòng “tên: số”: theo diện thu hút (triệu đồng, hoặc số lần), theo xếp loại hoặc "
            "chức danh (hệ số)."
        ),
    )
    first_years = forms.IntegerField(
        label=_("Từ số năm đóng bảo hiểm"), min_value=1, max_value=60, required=False
    )
    further = factor_field(_("Mỗi năm tiếp theo (tháng lương)"))

    def __init__(self, *args, policy, **kwargs):
        super().__init__(*args, **kwargs)
        rows = titles_for(policy.unit, today())
        self.titles = {fold(title.name): title.code for title in rows}

    def clean(self):
        data = super().clean() or {}
        formula = Formula(data["formula"]) if data.get("formula") else None
        if formula:
            self.params = self.BUILT[formula](self, data, formula)
        return data

    def _need(self, data: dict, *names: str) -> bool:
        lacking = [name for name in names if data.get(name) in (None, "")]
        for name in lacking:
            self.add_error(name, _("Cách tính này cần giá trị ở đây."))
        return not lacking

    def _fixed(self, data, formula):
        return {"amount": data["amount"]} if self._need(data, "amount") else {}

    def _times(self, data, formula):
        return {"times": hundredths(data["rate"])} if self._need(data, "rate") else {}

    def _months(self, data, formula):
        return {"months": hundredths(data["rate"])} if self._need(data, "rate") else {}

    def _by_months(self, data, formula):
        if not self._need(data, "rate", "counted"):
            return {}
        rates = [hundredths(rate) for rate in (data["rate"], data.get("later")) if rate is not None]
        cap = {"cap": data["cap"]} if data.get("cap") else {}
        return {"rates": rates, "counted": Counted(data["counted"])} | cap

    def _insurance(self, data, formula):
        if not self._need(data, "rate", "first_years", "further"):
            return {}
        tier = [data["first_years"], hundredths(data["rate"])]
        return {"tiers": [tier], "further": hundredths(data["further"])}

    def _table(self, data, formula):
        if not self._need(data, "table"):
            return {}
        names = {
            Formula.SHARE_BY_RATING: {fold(str(word)): str(code) for code, word in BAND.items()},
            Formula.LEADERSHIP: self.titles,
        }.get(formula, {fold(str(word)): str(code) for code, word in KIND.items()})
        found = {}
        for row in filter(str.strip, data["table"].splitlines()):
            called, _colon, number = row.rpartition(":")
            code, value = names.get(fold(called.strip())), _number(number)
            if code is None or value is None:
                known = ", ".join(sorted(names))
                words = _("Không đọc được dòng “%(row)s”. Tên được dùng: %(known)s.")
                self.add_error("table", words % {"row": row.strip(), "known": known})
                return {}
            found[code] = int(value) if formula == Formula.BY_KIND else hundredths(value)
        return {"table": found}

    BUILT: ClassVar = {
        Formula.FIXED: _fixed,
        Formula.BASE_SALARIES: _times,
        Formula.MINIMUM_WAGES: _times,
        Formula.PAY_MONTHS: _months,
        Formula.PAY_BY_MONTHS: _by_months,
        Formula.PAY_BY_EARLY_YEARS: _months,
        Formula.PAY_BY_INSURED_YEARS: _months,
        Formula.PAY_FOR_INSURANCE: _insurance,
        Formula.BY_KIND: _table,
        Formula.WAGES_BY_KIND: _table,
        Formula.SHARE_BY_RATING: _table,
        Formula.LEADERSHIP: _table,
    }  # what reads the parameters of a function

    def facts(self) -> dict:
        data = self.cleaned_data
        return {"formula": data["formula"], "name": data["name"], "params": self.params}


def hundredths(value: Decimal) -> int:
    return int(value * 100)


def _number(text: str) -> Decimal | None:
    """ "0,8", "150"; none where it is no number from 0 on."""
    cleaned = text.strip().replace(",", ".")
    is_number = cleaned.replace(".", "", 1).isascii() and cleaned.replace(".", "", 1).isdigit()
    return Decimal(cleaned) if is_number else None


class WindowForm(forms.Form):
    opens_on = day_field(_("Nhận hồ sơ từ"), required=False)
    closes_on = day_field(_("Nhận hồ sơ đến"), required=False, help_text=_("Bỏ trống: chưa định."))
    basis = forms.CharField(label=_("Văn bản kéo dài, thay đổi thời gian"), max_length=200)


class ReviewForm(forms.Form):
    review = forms.CharField(
        label=_("Kết quả rà soát"), max_length=300, widget=forms.Textarea({"rows": 3})
    )
    replaced_basis = forms.CharField(
        label=_("Văn bản thay thế căn cứ"),
        max_length=200,
        required=False,
        help_text=_("Để trống khi căn cứ còn hiệu lực."),
    )

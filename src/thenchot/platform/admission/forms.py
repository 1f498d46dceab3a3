from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from thenchot.platform.accounts.models import Account
from thenchot.platform.admission import queries, rules
from thenchot.platform.admission.access import ADMINISTER
from thenchot.platform.admission.services import Invited
from thenchot.platform.clock import today
from thenchot.platform.scope import places
from thenchot.platform.scope.roles import Role
from thenchot.platform.ui.forms import day_field


class SlipUseForm(forms.Form):
    """On the public page: the two things on the slip, and the password twice."""

    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    code = forms.CharField(
        label=_("Mã trên phiếu"),
        max_length=40,
        help_text=_("Dạng XXXX-XXXX-XXXX; gõ hoa hay thường đều được."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Mật khẩu tự chọn"),
        help_text=_("Ít nhất 10 ký tự, không chỉ có số, không giống tên."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Nhập lại mật khẩu"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_again(self):
        if self.cleaned_data.get("password") != self.cleaned_data["again"]:
            raise forms.ValidationError(_("Hai lần nhập không giống nhau."))
        return self.cleaned_data["again"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("password"):
            who = Account(username=cleaned.get("username", ""), name="")
            try:
                validate_password(cleaned["password"], who)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return cleaned


class _WithPlace(forms.Form):
    """A role and a branch that the actor may give."""

    role = forms.ChoiceField(label=_("Vai trò"))
    path = forms.ChoiceField(label=_("Đơn vị"))

    def __init__(self, actor, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].initial = Role.STAFF.value  # never the highest by oversight
        own = [held for held in queries.own(actor) if not held.is_delegated]
        given = {role for held in own for role in rules.GIVES.get(held.role, ())}
        self.fields["role"].choices = [(r.value, r.label) for r in Role if r.value in given]
        self.fields["path"].choices = places.under(actor.paths_for(ADMINISTER))


class SlipsForm(_WithPlace):
    people = forms.CharField(
        label=_("Những người nhận phiếu"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "Mỗi người một dòng. Muốn đặt tên đăng nhập thì ghi sau dấu chấm phẩy: Nguyễn Văn "
            "An; annv"
        ),
    )

    def clean_people(self):
        lines = [line.strip() for line in self.cleaned_data["people"].splitlines() if line.strip()]
        if len(lines) > 100:
            raise forms.ValidationError(_("Mỗi lần in nhiều nhất 100 phiếu."))
        return [tuple(part.strip() for part in (line + ";").split(";")[:2]) for line in lines]

    def invited(self):
        role, path = self.cleaned_data["role"], self.cleaned_data["path"]
        return [
            Invited(name, role, path, username=username)
            for name, username in self.cleaned_data["people"]
        ]


class GrantForm(_WithPlace):
    starts_on = day_field(_("Từ ngày"), initial=today)
    ends_on = day_field(_("Đến ngày"), required=False, help_text=_("Bỏ trống: chưa định."))


class DelegateForm(forms.Form):
    what = forms.ChoiceField(label=_("Vai trò của tôi"))
    username = forms.CharField(label=_("Tên đăng nhập của người nhận"), max_length=60)
    starts_on = day_field(_("Từ ngày"), initial=today)
    ends_on = day_field(_("Đến hết ngày"))

    def __init__(self, held, names, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = [
            (f"{h.role}:{h.path}", f"{Role(h.role).label} – {names[h.path]}")
            for h in held
            if not h.is_delegated
        ]

    def chosen(self):
        role, _sep, path = self.cleaned_data["what"].partition(":")
        fields = {name: self.cleaned_data[name] for name in ("username", "starts_on", "ends_on")}
        return {"role": role, "path": path, **fields}

"""What an applicant writes, what the office judges and marks, and what follows the results."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.people.models import Sex
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.recruitment.enums import Breach
from thenchot.recruitment.forms.rounds import levels
from thenchot.recruitment.labels import BREACH, PAPER
from thenchot.recruitment.models import Opening
from thenchot.recruitment.queries.rounds import form_of, papers_of
from thenchot.recruitment.rules.exams import priority_objects

NONE = _("(không)")
LONG = {"rows": 4}


def chosen_priority(on) -> list[tuple[str, str]]:
    return [
        (one.code, one.name)
        for one in priority_objects().values()
        if one.valid_from is None or one.valid_from <= on
    ]


class FormFields(forms.Form):
    """The form of application (Mẫu 01), no more than the judging needs."""

    opening = one_of(_("Vị trí dự tuyển"))
    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    born_on = day_field(_("Ngày sinh"))
    sex = forms.ChoiceField(label=_("Giới tính"), choices=Sex.choices)
    identity_no = forms.CharField(
        label=_("Số định danh cá nhân (căn cước)"), max_length=14, help_text=_("12 chữ số")
    )
    ethnicity = forms.CharField(label=_("Dân tộc"), max_length=40, required=False)
    is_vietnamese = forms.BooleanField(
        label=_("Tôi chỉ có quốc tịch Việt Nam, cư trú tại Việt Nam"), required=False
    )
    residence = forms.CharField(label=_("Nơi ở hiện nay"), max_length=300)
    phone = forms.CharField(label=_("Số điện thoại"), max_length=40)
    email = forms.EmailField(label=_("Thư điện tử"), required=False)
    level = forms.ChoiceField(label=_("Trình độ cao nhất phù hợp vị trí"))
    major = forms.CharField(label=_("Ngành, chuyên ngành"), max_length=200)
    school = forms.CharField(label=_("Cơ sở đào tạo"), max_length=200, required=False)
    history = forms.CharField(
        label=_("Quá trình làm việc"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(LONG),
    )
    priority = forms.ChoiceField(label=_("Đối tượng ưu tiên"), required=False)
    talent = forms.CharField(
        label=_("Tài năng: kết quả, giải thưởng"), max_length=300, required=False
    )
    experience = forms.CharField(
        label=_("Kinh nghiệm đáp ứng ngay công việc"), max_length=300, required=False
    )

    def __init__(self, *args, round_, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "opening", Opening.objects.filter(round=round_).order_by("pk"))
        self.fields["level"].choices = levels()
        self.fields["level"].initial = "bachelor"
        self.fields["priority"].choices = [("", NONE), *chosen_priority(round_.begun_on)]

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return {"opening_id": data.pop("opening").pk, **data}


class PublicForm(FormFields):
    """Without an account: the applicant agrees and answers for what is written."""

    agrees = forms.BooleanField(
        label=_(
            "Tôi đồng ý cho cơ quan tuyển dụng dùng các thông tin trên để xét tuyển, và chịu trách "
            "nhiệm về lời khai."
        )
    )

    def facts(self) -> dict:
        data = super().facts()
        data.pop("agrees")
        return data


class OfficeForm(FormFields):
    received_on = day_field(_("Ngày nhận phiếu"), initial=today)
    field_order = ("received_on",)


class SlipForm(forms.Form):
    code = forms.CharField(
        label=_("Mã trên giấy hẹn"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}),
        help_text=_("12 ký tự, không phân biệt chữ hoa, chữ thường"),
    )


class AcceptForm(forms.Form):
    has_talent = forms.BooleanField(label=_("Công nhận người có tài năng"), required=False)
    has_experience = forms.BooleanField(
        label=_("Công nhận kinh nghiệm đáp ứng ngay công việc"), required=False
    )
    note = forms.CharField(label=_("Ghi chú sau khi xem giấy tờ"), max_length=400, required=False)


class GroundForm(forms.Form):
    ground = forms.CharField(label=_("Lý do"), max_length=400, widget=forms.Textarea({"rows": 3}))


class StrikeForm(GroundForm):
    is_fraud = forms.BooleanField(label=_("Gian lận: không dự tuyển ở đợt kế tiếp"), required=False)


def points_field(label):
    return forms.DecimalField(
        label=label,
        min_value=0,
        max_value=100,
        decimal_places=2,
        max_digits=5,
        required=False,
        localize=True,
        help_text=_("Thang 100; để trống là vắng"),
    )


class ScoreForm(forms.Form):
    """One field for each paper of the stage, and the discipline of the exam room."""

    def __init__(self, *args, applicant, **kwargs):
        super().__init__(*args, **kwargs)
        self.papers = papers_of(applicant.round)
        known = {score.paper: score for score in applicant.scores.all()}
        for paper in self.papers:
            score = known.get(paper)
            field = points_field(PAPER[paper])
            breach = forms.ChoiceField(
                label=_("Kỷ luật phòng thi, %s") % PAPER[paper],
                choices=[(Breach.NONE.value, NONE), *choices(BREACH)],
                required=False,
            )
            field.initial = score.points if score else None
            breach.initial = score.breach if score else ""
            self.fields[f"points_{paper}"] = field
            self.fields[f"breach_{paper}"] = breach

    def facts(self) -> dict:
        data = self.cleaned_data
        return {
            "points": {paper: data[f"points_{paper}"] for paper in self.papers},
            "breaches": {paper: data[f"breach_{paper}"] for paper in self.papers},
        }


class AppealForm(forms.Form):
    paper = forms.ChoiceField(label=_("Bài thi"))

    def __init__(self, *args, applicant, **kwargs):
        super().__init__(*args, **kwargs)
        reviewed = form_of(applicant.round).reviewed
        self.fields["paper"].choices = [(paper, PAPER[paper]) for paper in reviewed]


class ReviewForm(forms.Form):
    points = points_field(_("Điểm sau phúc khảo"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["points"].required = True
        self.fields["points"].help_text = _("Thang 100")


class PlaceForm(forms.Form):
    place = forms.IntegerField(
        label=_("Thứ tự trong những người bằng điểm"), min_value=0, max_value=99, initial=1
    )
    reason = forms.CharField(label=_("Lý do"), max_length=300)


class FileForm(forms.Form):
    file_on = day_field(_("Ngày đủ hồ sơ"), initial=today)


class HireForm(forms.Form):
    decision = forms.CharField(
        label=_("Số quyết định"), max_length=120, help_text=_("Ví dụ: 128/QĐ-UBND")
    )
    decided_on = day_field(_("Ngày quyết định"), initial=today)
    starts_on = day_field(_("Nhận việc từ ngày"), initial=today)
    agreed = forms.CharField(
        label=_("Thỏa thuận nhận việc muộn hơn, lý do"), max_length=200, required=False
    )
    late_reason = forms.CharField(label=_("Lý do quyết định chậm"), max_length=200, required=False)


class StartForm(forms.Form):
    started_on = day_field(_("Ngày nhận việc"), initial=today)

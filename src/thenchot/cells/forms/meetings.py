"""What is asked about a meeting, its points, a scoring sheet."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.cells.access import EDIT
from thenchot.cells.enums import CellPost, MemberKind
from thenchot.cells.labels import MEETING_KIND, THEME
from thenchot.cells.models import MeetingScore, SheetItem
from thenchot.cells.queries.meetings import items_of
from thenchot.cells.queries.members import members_of
from thenchot.cells.services.meetings import Minutes, Topic, sheet_to_use, suggestions_for
from thenchot.cells.services.sheets import lines_to_begin_with
from thenchot.organisation.queries.tree import homes_of
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.programmes.models import Programme

NONE = _("(không)")
MOST_TOPICS = 30
LONGEST = 400


def _text(label, most: int, rows: int = 3, *, required: bool = True, help_text=""):
    area = forms.Textarea({"rows": rows})
    return forms.CharField(
        label=label, max_length=most, required=required, widget=area, help_text=help_text
    )


def _count(label, *, initial=None):
    return forms.IntegerField(label=label, min_value=0, max_value=2000, initial=initial)


class MeetingForm(forms.Form):
    kind = forms.ChoiceField(label=_("Hình thức"), choices=choices(MEETING_KIND))
    held_on = day_field(_("Ngày họp"), initial=today)
    begins_at = forms.TimeField(label=_("Bắt đầu"), help_text=_("giờ:phút, như 19:30"))
    ends_at = forms.TimeField(label=_("Kết thúc"), help_text=_("giờ:phút, như 21:10"))
    chair = forms.CharField(label=_("Chủ trì"), max_length=120)
    members = _count(_("Số đảng viên phải dự"))
    present = _count(_("Có mặt"))
    excused = _count(_("Vắng có lý do"), initial=0)
    papers_on = day_field(_("Gửi tài liệu ngày"), required=False)
    agenda = _text(_("Nội dung, mỗi dòng một việc"), 12000, 4)
    programme = one_of(
        _("Đưa vào sinh hoạt nội dung của chương trình, nghị quyết"), required=False, empty=NONE
    )
    themes = forms.MultipleChoiceField(
        label=_("Có thảo luận về"),
        choices=choices(THEME),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    subject = forms.CharField(label=_("Chuyên đề"), max_length=300, required=False)
    opinions = _count(_("Số ý kiến phát biểu"), initial=0)
    minutes = _text(_("Diễn biến, ý kiến"), 4000, 5, required=False)
    resolution = _text(_("Nghị quyết, kết luận, giao việc"), 4000, 5)
    tasks_due = _count(_("Việc giao kỳ trước"), initial=0)
    tasks_done = _count(_("Trong đó đã xong"), initial=0)
    recommendation = _text(_("Kiến nghị với cấp ủy"), 600, required=False)

    def __init__(self, *args, actor, cell, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "programme", Programme.objects.visible_to(actor).order_by("-pk"))
        rows = list(members_of(cell, today()))
        counted = [one for one in rows if one.kind != MemberKind.EXEMPT]
        lead = next((one for one in rows if one.post == CellPost.SECRETARY), None)
        self.fields["members"].initial = len(counted) or None
        self.fields["chair"].initial = str(lead) if lead else ""

    def clean_agenda(self):
        lines = [line.strip() for line in self.cleaned_data["agenda"].splitlines() if line.strip()]
        if len(lines) > MOST_TOPICS:
            raise forms.ValidationError(gettext("Không quá %s nội dung.") % MOST_TOPICS)
        long = [str(number) for number, line in enumerate(lines, 1) if len(line) > LONGEST]
        if long:
            raise forms.ValidationError(
                gettext("Dòng %(lines)s dài quá %(most)s ký tự.")
                % {"lines": ", ".join(long), "most": LONGEST}
            )
        return lines

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        programme = data.pop("programme")
        topics = [Topic(line) for line in data.pop("agenda")]
        if programme:
            topics.append(Topic(f"Thực hiện {programme.title}"[:LONGEST], programme))
        return {"minutes": Minutes(**data), "agenda": topics}


class _PointsForm(forms.Form):
    """A field for each criterion of the sheet a meeting is scored by."""

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.items: Sequence[SheetItem] = ()
        if meeting.state != "confirmed":
            self.items = list(items_of(sheet_to_use(meeting)))
        given = {
            one.item_id: one.own_points for one in MeetingScore.objects.filter(meeting=meeting)
        }
        suggested = suggestions_for(meeting, self.items)
        for item in self.items:
            self.fields[self.name_of(item)] = self._field(item, given, suggested)

    @staticmethod
    def name_of(item: SheetItem) -> str:
        return f"item_{item.pk}"

    def _field(self, item, given, suggested):
        hint = suggested.get(item.pk)
        first = given.get(item.pk, hint.points if hint else None)
        words = gettext("tối đa %s") % item.most
        if hint:
            told = {"points": hint.points, "why": hint.why}
            words += " · " + gettext("theo biên bản: %(points)s điểm (%(why)s)") % told
        return forms.IntegerField(
            label=f"{item.number}. {item.text}",
            min_value=0,
            max_value=item.most,
            initial=first,
            help_text=words,
        )

    def points(self) -> dict[int, int]:
        return {item.pk: self.cleaned_data[self.name_of(item)] for item in self.items}


class ScoreForm(_PointsForm):
    def facts(self) -> dict:
        return {"points": self.points()}


class ConfirmForm(_PointsForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"] = _text(
            _("Nhận xét"), 600, required=False, help_text=_("Bắt buộc khi điểm khác điểm tự chấm.")
        )

    def facts(self) -> dict:
        return {"points": self.points(), "note": self.cleaned_data["note"]}


class AnswerForm(forms.Form):
    answer = _text(_("Trả lời của cấp ủy"), 600)


class SheetForm(forms.Form):
    unit = one_of(_("Địa phương"))
    name = forms.CharField(label=_("Tên phiếu"), max_length=200)
    basis = forms.CharField(label=_("Văn bản ban hành"), max_length=200)
    valid_from = day_field(_("Áp dụng từ ngày"), initial=today)
    lines = _text(
        _("Tiêu chí"),
        20000,
        14,
        help_text=_(
            "Mỗi dòng: tiêu chí | điểm tối đa | gợi ý theo (để trống, hoặc: thời gian họp; tỷ lệ "
            "dự họp; tài liệu gửi trước; kết quả việc giao kỳ trước). Tổng điểm bằng 100."
        ),
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        homes = homes_of(actor, EDIT)
        offer(self, "unit", homes)
        self.fields["lines"].initial = lines_to_begin_with(homes.first())

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {"unit_id": data.pop("unit").pk}

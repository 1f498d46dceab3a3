"""Learning alone, and the hours of a year, told once."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.organisation.models import Unit
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register
from thenchot.training.access import EXPORT, LEARN, SEE, SEE_NAMES
from thenchot.training.actions.self_study import SELF_STUDY
from thenchot.training.labels import SELF_STUDY_STATE, SELF_STUDY_TONES
from thenchot.training.queries.self_study import (
    hours_in,
    hours_of,
    list_self_study,
    own_person,
)
from thenchot.training.registers.coverage import OfYear, YearForm
from thenchot.training.registers.groups import GroupFilter
from thenchot.training.registers.topics import TABS


class SelfStudyFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "person__full_name")
    unit = UnitFilter(SEE_NAMES)
    group = GroupFilter()
    state = filters.CodeFilter(_("Tình trạng"), SELF_STUDY_STATE)


class SelfStudyRegister(Register):
    """What people learnt by themselves; above it the own hours of the year (S3-084)."""

    code, title = "self_study_list", _("Tự học")
    lead = _("Ghi khóa trực tuyến, nội dung tự học; người thứ hai xác nhận thì được tính vào năm.")
    see, take = SEE, EXPORT
    rows = staticmethod(list_self_study)
    filters, states = SelfStudyFilter, "state"
    logs = "person"
    links = (
        PageLink(_("+ Nội dung tự học"), "self_study_new", LEARN, "go"),
        PageLink(_("Số tiết trong năm"), "training_hours", SEE_NAMES),
    )
    actions, together = SELF_STUDY, ("confirm",)
    template = "training/self_study.html"
    tabs, row_id, file_name = TABS, "h", "tu-hoc"
    empty = _("Chưa ghi nội dung tự học nào.")
    official = Official("Danh sách tự học", landscape=True)

    person = columns.Column(
        _("Họ và tên"),
        "person__full_name",
        notes=("unit__name",),
        sort="person__sort_key",
        width=28,
        paper=50,
    )
    name = columns.Column(_("Nội dung"), notes=("topic__name",), width=44, paper=76)
    link = columns.PartColumn(_("Khóa học trực tuyến"), "training/_online.html", "link", width=30)
    hours = columns.NumberColumn(_("Số tiết"), width=8, paper=16)
    finished_on = columns.DayColumn(_("Học xong"), width=12, paper=24)
    proof = columns.LinkColumn(
        _("Minh chứng"),
        lambda row: _("xem") if row.proof_id else "",
        route="file_download",
        key="proof_id",
        width=12,
        excel=False,
    )
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=SELF_STUDY_STATE,
        tones=SELF_STUDY_TONES,
        notes=("reason",),
        width=18,
        paper=34,
    )
    step = columns.OffersColumn(offers=SELF_STUDY.offers, about="name")

    def context(self):
        person = own_person(self.actor)
        if person is None:
            return {}
        path = self.actor.paths[0] if self.actor.paths else ""
        return {"own": hours_of([person.pk], path, today().year)[person.pk], "year": today().year}


class HoursForm(YearForm):
    """Also: only whoever is short."""

    short = forms.BooleanField(label=_("Chỉ người còn thiếu tiết"), required=False)


class HoursRegister(OfYear):
    """Who has learnt how many hours in the year, and who is short of what the decree asks."""

    code, title = "training_hours", _("Số tiết học trong năm")
    lead = _(
        "Cán bộ, công chức; tính lớp đã được xác nhận và nội dung tự học đã được xác nhận. Người "
        "còn thiếu nhiều nhất đứng trước."
    )
    see, take = SEE_NAMES, EXPORT
    form_class = HoursForm
    logs = "person"
    file_name = "so-tiet-trong-nam"
    empty = _("Không có ai trong phạm vi của ông (bà).")
    official = Official("Số tiết đào tạo, bồi dưỡng trong năm", landscape=False)

    name = columns.Column(
        _("Họ và tên"), "person__full_name", notes=("unit__name",), width=30, paper=60
    )
    unit = columns.Column(_("Đơn vị"), "unit__name", width=34, paper=50, shown=False)
    in_class = columns.NumberColumn(_("Học lớp"), "hours__in_class", width=10, paper=20)
    alone = columns.NumberColumn(_("Tự học"), "hours__alone", width=10, paper=20)
    counted = columns.NumberColumn(_("Được tính"), "hours__counted", width=10, paper=20)
    least = columns.NumberColumn(_("Phải học"), "hours__least", width=10, paper=20)
    lacking = columns.NumberColumn(_("Còn thiếu"), "hours__lacking", width=10, paper=20)

    def get_rows(self, permission):
        home, year = self.asked
        units = Unit.objects.visible_to(self.actor, permission).values_list("pk", flat=True)
        rows = hours_in(home, year, frozenset(units))
        if self.form.is_valid() and self.form.cleaned_data["short"]:
            rows = [row for row in rows if row.lacking]
        return rows

    def crumbs(self):
        return [(SelfStudyRegister.title, reverse("self_study_list"))]

"""Classes, and those who were sent to them, told once."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register
from thenchot.policy.parameters import TrainingPolicy
from thenchot.training.access import EDIT, EXPORT, RECORD, SEE, SEE_NAMES
from thenchot.training.actions.classes import CLASS, ENROLMENT
from thenchot.training.labels import (
    CLASS_STATE,
    CLASS_TONES,
    ENROLMENT_STATE,
    ENROLMENT_TONES,
    STUDY_FORM,
)
from thenchot.training.listings import RatedListing, SessionListing
from thenchot.training.queries import classes as queries
from thenchot.training.queries.opinions import opinions_of, usefulness
from thenchot.training.registers.groups import GroupFilter, LearnerGroupFilter
from thenchot.training.registers.plans import TopicChoice, subject_of
from thenchot.training.registers.topics import TABS
from thenchot.training.rules.attending import is_out_of_reach

NOT_ENOUGH = _("không thể đủ số buổi")


class ClassFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "provider", "lecturer")
    unit = UnitFilter(SEE)
    topic = TopicChoice()
    practical = filters.FlagFilter(
        _("Thực hành, tình huống"), lambda rows: rows.filter(topic__is_practical=True)
    )
    group = LearnerGroupFilter()
    state = filters.CodeFilter(_("Tình trạng"), CLASS_STATE)
    since = filters.DaysFilter(_("Khai giảng từ ngày"), "starts_on", "gte")
    until = filters.DaysFilter(_("Khai giảng đến ngày"), "starts_on", "lte")


class ClassRegister(Register):
    """Classes, the latest first."""

    code, title = "training_class_list", _("Lớp đào tạo, bồi dưỡng")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_classes)
    filters, states = ClassFilter, "state"
    links = (PageLink(_("+ Lớp ngoài kế hoạch"), "training_class_new", EDIT, "go"),)
    tabs, file_name = TABS, "lop-dao-tao"
    empty = _("Chưa có lớp nào. Lớp mở từ kế hoạch đã duyệt, hoặc mở ngoài kế hoạch.")
    official = Official("Danh sách lớp đào tạo, bồi dưỡng", landscape=True)

    name = columns.LinkColumn(
        _("Lớp"), route="training_class", notes=(subject_of,), width=44, paper=66
    )
    unit = columns.Column(_("Của"), "unit__name", width=28, shown=False)
    form = columns.ChoiceColumn(_("Hình thức"), labels=STUDY_FORM, width=18, paper=30)
    provider = columns.Column(_("Cơ sở đào tạo"), width=26, paper=40)
    starts_on = columns.DayColumn(_("Khai giảng"), width=12, paper=22)
    ends_on = columns.DayColumn(_("Bế giảng"), width=12, paper=22)
    hours = columns.NumberColumn(_("Số tiết"), width=8, paper=14)
    taken = columns.NumberColumn(_("Học viên"), width=9, paper=16)
    seats = columns.NumberColumn(_("Số chỗ"), width=8, paper=14)
    verified = columns.NumberColumn(_("Hoàn thành"), width=10, paper=18)
    useful = columns.NumberColumn(
        _("Thiết thực (1–5)"), lambda row: row.useful, places=1, width=10, paper=18, sort=False
    )
    cost = columns.MoneyColumn(_("Kinh phí (đồng)"), width=16, shown=False)
    state = columns.StateColumn(
        _("Tình trạng"), labels=CLASS_STATE, tones=CLASS_TONES, notes=("note",), width=14, paper=24
    )

    def prepare(self, rows):
        least = policies.in_force(TrainingPolicy, path=self._place, on=today())
        told = usefulness([row.pk for row in rows], least.least_opinions)
        for row in rows:
            row.useful = told.get(row.pk)
        return rows

    @property
    def _place(self) -> str:
        return self.actor.paths[0] if self.actor.paths else ""


class EnrolmentFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="person__folded")
    unit = UnitFilter(SEE_NAMES)
    group = GroupFilter()
    state = filters.CodeFilter(_("Tình trạng"), ENROLMENT_STATE)


class EnrolmentRegister(Register):
    """A class: those who were sent to it, with what is known of the class above them."""

    code, title = "training_class", _("Lớp đào tạo, bồi dưỡng")
    see, take = SEE, EXPORT
    is_found = False
    logs = "person"
    filters, states = EnrolmentFilter, "state"
    actions, together = ENROLMENT, ("send", "result", "verify")
    template, file_name = "training/class.html", "hoc-vien"
    empty = _("Chưa có ai được đề nghị cử đi học.")
    official = Official("Danh sách học viên", landscape=True)

    person = columns.Column(
        _("Họ và tên"), "person__full_name", sort="person__sort_key", width=28, paper=46
    )
    unit = columns.Column(_("Đơn vị"), "unit__name", width=30, paper=50)
    decision = columns.Column(
        _("Quyết định cử"), notes=("decided_on",), width=20, paper=34, css="nowrap"
    )
    turnout = columns.Column(
        _("Có mặt"),
        lambda row: row.turnout,
        notes=(lambda row: row.remark,),
        width=10,
        paper=18,
        sort=False,
    )
    commitment = columns.LinkColumn(
        _("Cam kết (tháng)"),
        "commitment_months",
        route="enrolment_repayment",
        width=10,
        reads=EDIT,
        shown=False,
    )
    result = columns.Column(_("Kết quả"), notes=("completed_on",), width=16, paper=28)
    certificate = columns.LinkColumn(
        _("Chứng chỉ"),
        lambda row: row.certificate or (_("bản chụp") if row.scan_id else ""),
        route="file_download",
        key="scan_id",
        width=18,
        paper=30,
        sort="certificate",
    )
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=ENROLMENT_STATE,
        tones=ENROLMENT_TONES,
        notes=("reason",),
        width=20,
        paper=34,
    )
    step = columns.OffersColumn(offers=ENROLMENT.offers, about="person")

    @cached_property
    def held_in(self):
        return queries.get_class(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.enrolments_of(self.actor, self.held_in)

    def prepare(self, rows):
        turnouts = self.turnouts
        least = self.policy.least_attendance
        for row in rows:
            found = turnouts.get(row.pk)
            row.turnout = f"{found.present}/{found.planned}" if found else ""
            row.remark = NOT_ENOUGH if found and is_out_of_reach(found, least) else ""
        return rows

    @cached_property
    def policy(self) -> TrainingPolicy:
        return policies.in_force(TrainingPolicy, path=self.held_in.unit.path, on=today())

    @cached_property
    def turnouts(self):
        return queries.turnouts(self.held_in)

    def heading(self):
        return self.held_in.name

    def crumbs(self):
        return [(_("Lớp đào tạo, bồi dưỡng"), reverse("training_class_list"))]

    def context(self):
        held_in = self.held_in
        sessions = queries.sessions_for(self.actor, held_in)
        opinions = opinions_of(held_in, self.policy.least_opinions)
        return {
            "held_in": held_in,
            "state": (CLASS_STATE[held_in.state], CLASS_TONES.get(held_in.state, "")),
            "offers": CLASS.offers(self.actor, held_in),
            "sessions": SessionListing(sessions, actor=self.actor) if sessions else None,
            "opinions": opinions,
            "rated": RatedListing(opinions.objects, actor=self.actor),
            "prints": bool(self.actor.may(RECORD, held_in.kept_at)),
        }

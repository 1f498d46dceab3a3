"""How many have learnt what, and who has not, told once."""

from dataclasses import replace
from functools import cached_property
from typing import ClassVar

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import homes_of
from thenchot.platform.clock import today
from thenchot.platform.registers import columns
from thenchot.platform.registers.filters import EVERY
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Register
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.ui.forms import offer, one_of
from thenchot.training.access import EXPORT, SEE, SEE_NAMES
from thenchot.training.labels import AUDIENCE, CYCLE, ENROLMENT_STATE, PEOPLE_GROUP, TOPIC_GROUP
from thenchot.training.queries.coverage import coverage_of, learners_of
from thenchot.training.queries.topics import get_topic

LEAST_YEAR, MOST_YEAR = 2020, 2100


class YearForm(forms.Form):
    """Of which place and year."""

    unit = one_of(_("Địa phương"), required=False)
    year = forms.IntegerField(
        label=_("Năm"), min_value=LEAST_YEAR, max_value=MOST_YEAR, required=False
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, SEE))


class GroupForm(YearForm):
    """Also: of one of the four groups, or of everybody (S1-035)."""

    group = forms.ChoiceField(
        label=_("Nhóm cán bộ"), choices=[("", EVERY), *choices(PEOPLE_GROUP)], required=False
    )


class OfYear(Register):
    """A list of one commune or province and one year; both from the address."""

    see, take = SEE, EXPORT
    form_class: ClassVar[type[YearForm]] = GroupForm
    template = "training/coverage.html"

    @cached_property
    def form(self) -> YearForm:
        first = {"unit": self._first_home, "year": today().year}
        return self.form_class({**first, **self.given.dict()}, actor=self.actor)

    @cached_property
    def _first_home(self):
        return homes_of(self.actor, SEE).values_list("pk", flat=True).first()

    @cached_property
    def asked(self) -> tuple[Unit, int]:
        data = self.form.cleaned_data if self.form.is_valid() else {}
        home = data.get("unit") or Unit.objects.filter(pk=self._first_home).first()
        if home is None:
            raise NotVisible
        return home, data.get("year") or today().year

    @property
    def group(self) -> str:
        return self.form.cleaned_data["group"] if self.form.is_valid() else ""

    def context(self):
        home, year = self.asked
        return {"form": self.form, "home": home, "year": year}


class CoverageRegister(OfYear):
    """Distinct people with a completed course ÷ those the subject is for, on the reference day."""

    code, title = "training_coverage", _("Tỷ lệ được đào tạo, bồi dưỡng")
    lead = _(
        "Mỗi người tính một lần khi đã hoàn thành và được xác nhận; mẫu số là người thuộc đối "
        "tượng đang giữ vị trí chính vào ngày tính."
    )
    file_name = "ty-le-dao-tao"
    empty = _("Chưa có chuyên đề nào dành cho một nhóm người.")
    official = Official("Tỷ lệ được đào tạo, bồi dưỡng", landscape=True)

    name = columns.LinkColumn(
        _("Chuyên đề"),
        "topic__name",
        route="training_learners",
        key=lambda row: row.leads_to,
        width=50,
        paper=80,
    )
    group = columns.ChoiceColumn(
        _("Nhóm"), "topic__group", labels=TOPIC_GROUP, width=28, paper=44, sort=False
    )
    audience = columns.ChoiceColumn(
        _("Dành cho"),
        "topic__audience",
        labels=AUDIENCE,
        notes=("topic__work_field",),
        width=26,
        paper=40,
        sort=False,
    )
    cycle = columns.ChoiceColumn(
        _("Kỳ"), "topic__cycle", labels=CYCLE, width=12, paper=22, sort=False
    )
    trained = columns.NumberColumn(_("Đã học"), "figure__trained", width=10, paper=18)
    population = columns.NumberColumn(_("Tổng số"), "figure__population", width=10, paper=18)
    share = columns.ShareColumn(_("Tỷ lệ"), "figure__share", places=1, width=10, paper=20)

    def get_rows(self, permission):
        return coverage_of(*self.asked, self.group)

    def prepare(self, rows):
        """Names open only to whoever may see them."""
        opens = self.actor.has(SEE_NAMES)
        return [replace(row, leads_to=row.pk if opens else None) for row in rows]


class LearnerRegister(OfYear):
    """Names behind the figure of one subject."""

    code, title = "training_learners", _("Người đã học, chưa học")
    see, take = SEE_NAMES, EXPORT
    is_found = False
    logs = "person"
    file_name = "nguoi-hoc"
    empty = _("Không có ai thuộc đối tượng của chuyên đề trong phạm vi của ông (bà).")
    official = Official("Danh sách người đã học, chưa học", landscape=False)

    name = columns.Column(_("Họ và tên"), "person__full_name", width=30, paper=60)
    unit = columns.Column(_("Đơn vị"), "unit__name", width=36, paper=66)
    learnt = columns.FlagColumn(
        _("Đã học"), lambda row: row.has_learnt, word=_("đã học"), tone="fine", width=12, paper=24
    )
    state = columns.ChoiceColumn(
        _("Đang trong lớp"), labels=ENROLMENT_STATE, width=24, paper=34, sort=False
    )

    @cached_property
    def topic(self):
        return get_topic(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        home, year = self.asked
        units = Unit.objects.visible_to(self.actor, permission).values_list("pk", flat=True)
        return learners_of(home, self.topic, year, frozenset(units), self.group)

    def heading(self):
        return f"{self.topic.name}: {self.title}"

    def crumbs(self):
        return [(CoverageRegister.title, reverse("training_coverage"))]

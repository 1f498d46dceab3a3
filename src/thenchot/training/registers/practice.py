"""Practical programmes, and the planned and young people they are for, told once."""

from urllib.parse import quote

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.organisation.models import Unit
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register
from thenchot.platform.ui.actions import Offer
from thenchot.training.access import EXPORT, PROPOSE, SEE, SEE_GROWTH
from thenchot.training.actions.practice import PRACTICE
from thenchot.training.labels import PRACTICE_STATE, PRACTICE_TONES
from thenchot.training.queries.coverage import reference_day
from thenchot.training.queries.practice import growing_in, list_practices
from thenchot.training.registers.coverage import OfYear, YearForm
from thenchot.training.registers.groups import GroupFilter
from thenchot.training.registers.topics import TABS


class PracticeFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="person__folded")
    unit = UnitFilter(SEE)
    group = GroupFilter()
    state = filters.CodeFilter(_("Tình trạng"), PRACTICE_STATE)


class PracticeRegister(Register):
    """Who learns which post by which task, guided by whom (S1-026)."""

    code, title = "training_practice_list", _("Chương trình thực nghiệm")
    lead = _(
        "Bồi dưỡng qua thực tiễn: vị trí, nhiệm vụ, người hướng dẫn, thời gian; kết quả do cấp "
        "trên của người hướng dẫn xác nhận."
    )
    see, take = SEE, EXPORT
    rows = staticmethod(list_practices)
    filters, states = PracticeFilter, "state"
    logs = "person"
    links = (
        PageLink(_("+ Chương trình"), "training_practice_new", PROPOSE, "go"),
        PageLink(_("Cán bộ quy hoạch, cán bộ trẻ"), "training_growth", SEE_GROWTH),
    )
    actions = PRACTICE
    tabs, row_id, file_name = TABS, "p", "chuong-trinh-thuc-nghiem"
    empty = _("Chưa có chương trình thực nghiệm nào.")
    official = Official("Danh sách chương trình thực nghiệm", landscape=True)

    person = columns.Column(
        _("Họ và tên"),
        "person__full_name",
        notes=("unit__name", "aim"),
        sort="person__sort_key",
        width=28,
        paper=44,
    )
    post = columns.Column(_("Vị trí, nhiệm vụ"), notes=("host__name", "task"), width=40, paper=50)
    task = columns.Column(_("Nhiệm vụ"), width=50, paper=60, shown=False)
    host = columns.Column(_("Nơi thực nghiệm"), "host__name", width=34, shown=False)
    mentor = columns.Column(
        _("Người hướng dẫn"),
        "mentor__full_name",
        notes=("mentor_unit__name",),
        width=26,
        paper=38,
    )
    starts_on = columns.DayColumn(_("Từ ngày"), width=12, paper=22)
    ends_on = columns.DueColumn(
        _("Đến ngày"), is_open=lambda row: row.state == "running", width=12, paper=22
    )
    result = columns.Column(_("Kết quả"), width=34, paper=44)
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=PRACTICE_STATE,
        tones=PRACTICE_TONES,
        notes=("reason",),
        width=18,
        paper=30,
    )
    step = columns.OffersColumn(offers=PRACTICE.offers, about="person")


class GrowthForm(YearForm):
    """Also: only those without a practical programme."""

    without = forms.BooleanField(label=_("Chưa có chương trình thực nghiệm"), required=False)


def young_word(row):
    return _("cán bộ trẻ") if row.is_young else ""


class GrowthRegister(OfYear):
    """Planned people and young cadres: their political study of the year and their practice
    (S1-013, S1-026).
    """

    code, title = "training_growth", _("Cán bộ quy hoạch, cán bộ trẻ")
    lead = _(
        "Học lý luận chính trị trong năm và rèn luyện trong thực tiễn; người chưa có chương trình "
        "thực nghiệm đứng trước."
    )
    see, take = SEE_GROWTH, EXPORT
    form_class = GrowthForm
    logs = "person"
    file_name = "can-bo-quy-hoach-can-bo-tre"
    empty = _("Không có cán bộ quy hoạch, cán bộ trẻ nào trong phạm vi của ông (bà).")
    official = Official("Cán bộ quy hoạch, cán bộ trẻ: học tập và thực nghiệm", landscape=True)

    name = columns.Column(_("Họ và tên"), "person__full_name", width=30, paper=46, css="nowrap")
    unit = columns.Column(_("Đơn vị"), "unit__name", width=34, paper=50)
    planned_for = columns.Column(_("Được quy hoạch"), notes=(young_word,), width=40, paper=60)
    is_young = columns.FlagColumn(
        _("Cán bộ trẻ"), lambda row: row.is_young, word=_("trẻ"), width=10, paper=18, shown=False
    )
    studied = columns.NumberColumn(_("Tiết lý luận trong năm"), width=12, paper=24)
    mentor = columns.Column(_("Người hướng dẫn"), notes=("period",), width=28, paper=44)
    state = columns.StateColumn(
        _("Thực nghiệm"),
        labels=PRACTICE_STATE,
        tones=PRACTICE_TONES,
        width=18,
        paper=30,
        sort=False,
    )
    step = columns.OffersColumn(offers=lambda actor, row: row.offers, about="person")

    def get_rows(self, permission):
        home, year = self.asked
        units = Unit.objects.visible_to(self.actor, permission).values_list("pk", flat=True)
        rows = growing_in(home, reference_day(year), units)
        if self.form.is_valid() and self.form.cleaned_data["without"]:
            rows = [row for row in rows if row.practice is None]
        return rows

    def crumbs(self):
        return [(PracticeRegister.title, reverse("training_practice_list"))]

    def prepare(self, rows):
        """Whoever has no programme is offered one, with what is known filled in."""
        for row in rows:
            row.offers = self._offers(row) if row.practice is None else []
        return rows

    def _offers(self, row) -> list[Offer]:
        if not self.actor.may(PROPOSE, row.unit.path):
            return []
        address = PRACTICE.address("new")
        url = f"{address}?person={row.pk}&aim={quote(row.planned_for[:200])}"
        return [Offer("new", _("Lập chương trình"), url, "", False, "")]

"""The lists of the room, told once: sets of standards, who stands how to a set."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import django_filters
from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.enums import Bloc
from thenchot.organisation.filters import UnitFilter
from thenchot.organisation.wording import days_of
from thenchot.platform.clock import today
from thenchot.platform.language import say
from thenchot.platform.registers.columns import (
    Column,
    DayColumn,
    LinkColumn,
    PartColumn,
    StateColumn,
)
from thenchot.platform.registers.filters import CodeFilter, RegisterFilter, WordsFilter
from thenchot.platform.registers.listing import Listing
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Register, values_of
from thenchot.platform.scope.actor import NotVisible
from thenchot.standards.access import SEE, SEE_BOARD, SEE_GAPS
from thenchot.standards.enums import GapState, Lack
from thenchot.standards.labels import (
    LACK,
    SET_TONES,
    SET_WORDS,
    STATE_TONES,
    STATE_WORDS,
)
from thenchot.standards.models import Requirement, StandardSet
from thenchot.standards.queries import figures, names, sets
from thenchot.standards.rules import next_step_for
from thenchot.standards.services.exporting import note_export
from thenchot.standards.wording import place_of_set


class SetFilter(RegisterFilter):
    q = WordsFilter("name", "basis", "clause", "unit__name")
    state = CodeFilter(_("Trạng thái"), SET_WORDS)


class SetRegister(Register):
    """Sets of standards that hold where the actor works, with the shipped ones to begin from."""

    code, title, see = "set_list", _("Các bộ tiêu chuẩn"), SEE
    rows = staticmethod(lambda actor, permission: sets.list_sets(actor))
    filters = SetFilter
    states = "state"
    above = ((_("Tiêu chuẩn"), "standard_board"),)
    official = Official("Danh mục bộ tiêu chuẩn")
    file_name = "bo-tieu-chuan"
    template = "standards/set_list.html"
    empty = _("Chưa có bộ tiêu chuẩn nào.")

    name = LinkColumn(
        _("Bộ tiêu chuẩn"),
        str,
        route="set_detail",
        notes=("clause",),
        sort=("name", "version"),
        width=46,
        paper=70,
    )
    clause = Column(_("Trả lời"), width=30, shown=False)
    place = Column(_("Nơi áp dụng"), place_of_set, sort="unit__path", width=30, paper=50)
    basis = Column(_("Căn cứ"), width=40, paper=70)
    days = Column(_("Thời gian"), days_of, sort="valid_from", css="nowrap", excel=False)
    valid_from = DayColumn(_("Áp dụng từ"), width=13, paper=24, shown=False)
    valid_to = DayColumn(_("Áp dụng đến"), width=13, paper=24, shown=False)
    state = StateColumn(_("Trạng thái"), labels=SET_WORDS, tones=SET_TONES, width=16)

    def context(self):
        return {"adoptable": sets.list_adoptable(self.actor)}

    def crumbs(self):
        """Not to a board that is closed to the reader."""
        return super().crumbs() if self.actor.has(SEE_BOARD) else []


class GapFilter(RegisterFilter):
    """A wrong filter is no filter."""

    set = django_filters.ModelChoiceFilter(
        label=_("Bộ tiêu chuẩn"), queryset=StandardSet.objects.none(), empty_label=None
    )
    unit = UnitFilter(SEE_GAPS)
    bloc = CodeFilter(_("Khối"), dict(Bloc.choices), field_name="unit__bloc")
    requirement = django_filters.ModelChoiceFilter(
        label=_("Yêu cầu"),
        queryset=Requirement.objects.none(),
        empty_label=_("mọi yêu cầu"),
        method="of_requirement",
    )
    state = CodeFilter(_("Tình trạng"), STATE_WORDS, method="in_state")
    q = WordsFilter(folded="person__folded")
    title = django_filters.NumberFilter(widget=forms.HiddenInput(), method="of_title")

    def of_set(self, chosen, known) -> "GapFilter":
        """Before the form is asked: its choices are those of one set."""
        self.chosen = chosen
        self.filters["set"].queryset = StandardSet.objects.filter(pk__in=[one.pk for one in known])
        self.filters["requirement"].queryset = chosen.requirements.standing()
        return self

    def of_requirement(self, rows, name, requirement):
        state = self.form.cleaned_data.get("state", "")
        return names.of_requirement(rows, self.chosen, requirement, state)

    def in_state(self, rows, name, state):
        """With a requirement, the state is that of the requirement."""
        return rows if self.form.cleaned_data.get("requirement") else rows.filter(state=state)

    def of_title(self, rows, name, title):
        return names.of_title(rows, int(title))

    @property
    def is_narrowed(self) -> bool:
        return any(value not in (None, "") for name, value in self.values.items() if name != "set")

    def told(self) -> dict:
        """What the trail keeps of it."""
        return {
            name: getattr(value, "pk", str(value))
            for name, value in self.values.items()
            if name not in ("set", "q") and value not in (None, "")
        }


class ShortfallListing(Listing):
    """One line for each missing thing: what leaves the house."""

    unit_name = Column(_("Đơn vị"), lambda row: row.of.unit.name, width=34, paper=45)
    person_name = Column(_("Họ và tên"), lambda row: row.of.person.full_name, width=26, paper=38)
    number = Column(_("Mã hệ thống"), lambda row: row.of.person_id, width=10)
    title = Column(_("Chức danh"), lambda row: row.of.title.name if row.of.title else "", width=28)
    axis = Column(
        _("Trục"), lambda row: row.axes.get(row.requirement.axis, row.requirement.axis), width=20
    )
    requirement = Column(_("Yêu cầu"), "requirement__name", width=40, paper=55)
    state = Column(_("Tình trạng"), lambda row: str(STATE_WORDS[row.state]), width=14, paper=22)
    lack = Column(_("Vì sao"), lambda row: str(LACK.get(row.lack, "")), width=18)
    since = DayColumn(_("Từ ngày"), width=12)
    next_step = Column(
        _("Việc cần làm"),
        lambda row: say(
            next_step_for(GapState(row.state), Lack(row.lack), row.requirement.next_step)
        ),
        width=44,
        paper=50,
    )
    clause = Column(_("Điều, khoản"), "requirement__clause", width=24, paper=25)
    basis = Column(_("Căn cứ"), lambda row: row.basis, width=40)


class GapRegister(Register):
    """Who meets a set and who lacks what. As a file it has one line for each missing thing, by unit
    and given name; who lacks nothing does not appear there.
    """

    code, title, see = "standard_names", _("Ai đạt, ai còn thiếu gì"), SEE_GAPS
    is_found = False
    filters = GapFilter
    official = Official("Danh sách người chưa đạt tiêu chuẩn")
    file_name = "thieu-chuan"
    empty = _("Không có ai như thế trong phạm vi của bạn.")

    name = LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        route="person_gaps",
        key="person_id",
        sort=("person__sort_key", "person_id"),
    )
    unit = Column(_("Đơn vị, chức danh"), "unit__name", notes=("title__name",), sort="unit__path")
    state = StateColumn(_("Kết luận"), labels=STATE_WORDS, tones=STATE_TONES)
    lacks = PartColumn(_("Chưa đạt"), "standards/_lacks.html", sort=False)

    @cached_property
    def sets(self) -> list[StandardSet]:
        return sets.list_in_force(self.actor, today(), SEE_GAPS)

    @cached_property
    def chosen(self) -> StandardSet:
        wanted = self.given.get("set", "")
        found = next((one for one in self.sets if str(one.pk) == wanted), None)
        found = found or next(iter(self.sets), None)
        if found is None:
            raise NotVisible
        return found

    @property
    def lead(self) -> str:
        sweep = figures.last_sweep()
        if sweep is None:
            return str(self.chosen)
        day = gettext("số liệu của ngày %(day)s") % {"day": f"{sweep.on:%d/%m/%Y}"}
        return f"{self.chosen} · {day}"

    def crumbs(self):
        return [(_("Tiêu chuẩn"), f"{reverse('standard_board')}?set={self.chosen.pk}")]

    def get_rows(self, permission):
        return names.list_verdicts(self.actor, self.chosen)

    def filtered(self, data):
        data = data.copy()
        data["set"] = self.chosen.pk
        return super().filtered(data).of_set(self.chosen, self.sets)

    def prepare(self, rows):
        verdicts = names.with_shortfalls(rows, self.chosen)
        for lack in (lack for verdict in verdicts for lack in verdict.lacks):
            lack.tone = STATE_TONES[lack.state]
            lack.why = LACK.get(lack.lack, "") if lack.state == GapState.MISSING else ""
        return verdicts

    # One line for each missing thing

    def leaving(self):
        return list(ShortfallListing.base_columns.items())

    def values(self, names) -> Iterator[list[Any]]:
        by_unit = self.chosen_rows().order_by("unit__path", "person__sort_key", "person_id")
        axes = dict(self.chosen.axes)
        for verdicts in self.parts(by_unit):
            lacks = [lack for verdict in verdicts for lack in self._lines(verdict, axes)]
            yield from values_of(ShortfallListing(lacks), names)

    def _lines(self, verdict, axes) -> Iterator:
        for lack in verdict.lacks:
            lack.of, lack.axes, lack.basis = verdict, axes, self.chosen.basis
            yield lack

    def sheet_name(self):
        return _("Tiêu chuẩn còn thiếu")

    def notes_of_file(self):
        return (
            f"{self.chosen}. Căn cứ: {self.chosen.basis}.",
            self.chosen.clause,
            "Số liệu theo lần tính gần nhất của hệ thống.",
        )

    def note_taken(self, form):
        note_export(self.actor, set_id=self.chosen.pk, filters=self.filterset.told())

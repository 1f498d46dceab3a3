"""The catalogue of hard tasks: exactly one person answers for each (S0-085)."""

from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register
from thenchot.worklog.access import EXPORT, KEEP_HARD, SEE_LOG
from thenchot.worklog.actions.hard_tasks import HARD
from thenchot.worklog.labels import HARD_STATE, NOBODY, TONE
from thenchot.worklog.queries.hard_tasks import list_hard_tasks


class HardTaskFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "difficulty", "outcome")
    unit = UnitFilter(SEE_LOG)
    state = filters.CodeFilter(_("Tình trạng"), HARD_STATE)
    until = filters.DaysFilter(_("Hạn đến ngày"), "due_on", "lte")
    nobody = filters.FlagFilter(NOBODY, lambda rows: rows.filter(responsible=None, state="open"))


class HardTaskRegister(Register):
    """Those that are open first, by their day; then what was solved last."""

    code, title = "hard_list", _("Danh mục việc khó")
    lead = _(
        "Mỗi việc đúng một người chịu trách nhiệm; ai giải quyết xong được ghi lại để biểu dương."
    )
    see, take, take_word = SEE_LOG, EXPORT, SEE_LOG
    rows = staticmethod(list_hard_tasks)
    filters, states = HardTaskFilter, "state"
    actions, together = HARD, ("edit",)
    links = (PageLink(_("+ Việc khó"), "hard_new", KEEP_HARD, "go"),)
    tabs, row_id, file_name = "worklog/_tabs.html", "h", "viec-kho"
    empty = _("Chưa có việc khó nào được ghi.")
    official = Official("Danh mục việc khó, việc tồn đọng", drawn_up="Người lập danh mục")

    name = columns.Column(_("Việc khó"), width=40, paper=44)
    difficulty = columns.Column(_("Khó ở chỗ nào"), width=44, paper=52)
    unit = columns.Column(
        _("Đơn vị"), "unit__name", notes=((_("từ"), "opened_on"),), width=30, paper=36
    )
    responsible = columns.PartColumn(
        _("Người chịu trách nhiệm"),
        "worklog/_responsible.html",
        lambda hard: hard.responsible or (NOBODY if hard.is_open else None),
        sort="responsible__sort_key",
        width=26,
        paper=32,
    )
    opened_on = columns.DayColumn(_("Ghi từ ngày"), width=13, shown=False)
    due_on = columns.DueColumn(
        _("Hạn giải quyết"), is_open=lambda hard: hard.is_open, width=13, paper=23
    )
    late = columns.FlagColumn(
        _("Quá hạn"), lambda hard: hard.is_late, width=9, paper=14, shown=False
    )
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=HARD_STATE,
        tones=TONE,
        notes=("outcome", "ended_on", "solved_by__full_name"),
        width=16,
        paper=24,
    )
    ended_on = columns.DayColumn(_("Ngày kết thúc"), width=13, paper=23, shown=False)
    solved_by = columns.Column(_("Người giải quyết"), "solved_by__full_name", width=26, shown=False)
    outcome = columns.Column(_("Giải quyết bằng cách nào"), width=44, paper=40, shown=False)
    task = columns.LinkColumn(
        _("Nhiệm vụ gắn với"), "task__ref", route="task_detail", key="task_id", width=14
    )
    step = columns.OffersColumn(offers=HARD.offers)

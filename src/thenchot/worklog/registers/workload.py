"""How much each carries and does with the own hands; what was finished week by week."""

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.exact import half_up
from thenchot.organisation.filters import UnitFilter
from thenchot.people.models import Person
from thenchot.platform.clock import today
from thenchot.platform.registers import columns
from thenchot.platform.registers.filters import WordsFilter
from thenchot.platform.registers.register import Register
from thenchot.worklog.access import EXPORT, SEE, SEE_LOG
from thenchot.worklog.queries import workload
from thenchot.worklog.registers.periods import OfPeriod, PeriodFilter, scope_of

OWN = _("Khối lượng của riêng bạn, tính theo sản phẩm. Đồng nghiệp không thấy trang này.")
OF_OTHERS = _(
    "Ai đang gánh bao nhiêu, trực tiếp làm bao nhiêu. Tính theo sản phẩm, xếp theo đơn vị và tên, "
    "không xếp hạng. Cán bộ chỉ thấy dòng của mình."
)
PIECES = (
    "Tính theo sản phẩm, xếp theo đơn vị và tên, không xếp hạng. Xong chậm: kể cả khi nguyên nhân "
    "khách quan."
)


def share_of(load: workload.Workload):
    """What was done with the own hands, to a hundredth of a percent."""
    return None if load.share_direct is None else half_up(load.share_direct, 4)


class OverdueColumn(columns.NumberColumn):
    """A number of pieces that should be none."""

    def show(self, content, record):
        number = super().show(content, record)
        return format_html('<span class="tag act">{}</span>', number) if content else number


class WorkloadFilter(PeriodFilter):
    q = WordsFilter(folded="person__folded")
    unit = UnitFilter(SEE)


class WorkloadRegister(OfPeriod, Register):
    """The own load; for heads that of each of their people, by name, never by rank."""

    code, title = "work_log", _("Việc hằng ngày")
    see, take = SEE_LOG, EXPORT
    filters = WorkloadFilter
    tabs, template, file_name = "worklog/_tabs.html", "worklog/workload.html", "khoi-luong"
    notes = (PIECES,)
    empty = _("Chưa có phiếu nào của kỳ này.")

    person = columns.Column(
        _("Họ và tên"), lambda row: row["person__full_name"], width=26, sort=False
    )
    unit = columns.Column(_("Đơn vị"), lambda row: row["unit__name"], width=34, shown=False)
    assigned = columns.NumberColumn(_("Được giao"), lambda row: row["load"].assigned, width=11)
    finished = columns.NumberColumn(_("Xong"), lambda row: row["load"].finished, width=11)
    late = columns.NumberColumn(_("Xong chậm"), lambda row: row["load"].late, width=11)
    overdue = OverdueColumn(_("Quá hạn chưa xong"), lambda row: row["load"].overdue, width=11)
    direct = columns.ShareColumn(
        _("Trực tiếp làm (%)"), lambda row: share_of(row["load"]), width=11
    )

    @staticmethod
    def logs(row):
        return Person(pk=row["person"])

    @staticmethod
    def row_group(row):
        return row["group"]

    @property
    def lead(self):
        return OF_OTHERS if self.actor.has(SEE) else OWN

    @property
    def assessments(self):
        return workload.assessments_of(self.actor, self.period, scope_of(self.permission))

    def get_rows(self, permission):
        return workload.people_of(self.assessments)

    def prepare(self, rows):
        people = [row["person"] for row in rows]
        workload.fill(rows, self.assessments.filter(person__in=people), today())
        before = None
        for row in rows:
            row["group"] = row["unit__name"] if row["unit"] != before else ""
            before = row["unit"]
        return rows

    def context(self):
        weeks = WorkWeekRegister(self.request)
        return {"weeks": weeks, "weeks_table": weeks.new_table(weeks.base)}


class WorkWeekRegister(OfPeriod, Register):
    """Of everybody one sees, by the day the work was finished."""

    code, title = "work_weeks", _("Từng tuần, theo ngày hoàn thành")
    see, take = SEE_LOG, EXPORT
    above = ((_("Việc hằng ngày"), "work_log"),)
    file_name, notes = "khoi-luong-tung-tuan", (PIECES,)
    empty = _("Kỳ chưa bắt đầu.")

    monday = columns.DayColumn(_("Tuần từ"), lambda week: week[0], width=13)
    finished = columns.NumberColumn(_("Xong"), lambda week: week[1].finished, width=11)
    late = columns.NumberColumn(_("Xong chậm"), lambda week: week[1].late, width=11)
    direct = columns.ShareColumn(_("Trực tiếp làm (%)"), lambda week: share_of(week[1]), width=11)

    def get_rows(self, permission):
        return workload.weeks(self.actor, self.period, today(), scope_of(permission))

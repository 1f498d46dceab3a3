"""People without product in a period (S0-051): for the head to look into, no judgement."""

from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.platform.registers import columns
from thenchot.platform.registers.filters import CodeFilter, WordsFilter
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Register
from thenchot.worklog.access import EXPORT, SEE
from thenchot.worklog.labels import ASSESSMENT_STATE, CAPACITY, TONE, name_of_period
from thenchot.worklog.queries.no_product import without_product
from thenchot.worklog.registers.periods import OfPeriod, PeriodFilter


class NoProductFilter(PeriodFilter):
    q = WordsFilter(folded="person__folded")
    unit = UnitFilter(SEE)
    kind = CodeFilter(_("Tư cách"), CAPACITY)


def period_on_paper(register) -> str:
    text = register.period.label_vi()
    return text[:1].upper() + text[1:]


class NoProductRegister(OfPeriod, Register):
    """Who finished nothing, by unit and name."""

    code, title = "no_product_list", _("Người không có sản phẩm")
    lead = _(
        "Để trưởng đơn vị xem lại việc giao việc và nguyên nhân, không phải kết luận. Phiếu chưa "
        "chốt: theo lần tính đêm gần nhất; người không chấm điểm kỳ này không nằm trong danh sách."
    )
    see, take, take_word = SEE, EXPORT, SEE
    filters = NoProductFilter
    tabs, file_name, logs = "worklog/_tabs.html", "khong-co-san-pham", "person"
    notes = ("Phiếu chưa chốt: theo lần tính đêm gần nhất.",)
    empty = _("Không có ai.")
    official = Official(
        "Danh sách người không có sản phẩm",
        subtitle=period_on_paper,
        note="Ghi chú: phiếu chưa chốt tính theo số liệu đêm gần nhất; người không chấm điểm trong "
        "kỳ không nằm trong danh sách. Danh sách để xem lại việc giao việc và nguyên nhân, không "
        "phải kết luận.",
    )

    person = columns.LinkColumn(
        _("Họ và tên"), "person__full_name", route="assessment_detail", width=26, paper=48
    )
    title_held = columns.Column(_("Chức danh"), "title", width=26, paper=36)
    kind = columns.ChoiceColumn(_("Tư cách"), labels=CAPACITY, width=18, paper=28)
    unit = columns.Column(_("Đơn vị"), "unit__name", width=34, paper=56)
    span = columns.Column(
        _("Kỳ"), lambda assessment: name_of_period(assessment.span), width=16, paper=30
    )
    given = columns.NumberColumn(_("Được giao (quy đổi)"), width=12, paper=26)
    produced = columns.NumberColumn(_("Hoàn thành (quy đổi)"), width=12, shown=False)
    state = columns.StateColumn(
        _("Trạng thái"), labels=ASSESSMENT_STATE, tones=TONE, width=14, paper=26
    )

    def get_rows(self, permission):
        return without_product(self.actor, self.period, permission)

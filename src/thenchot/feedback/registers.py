"""Lists of the room: rounds, sets of criteria."""

from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.feedback.access import KEEP_FEEDBACK, SEE_FEEDBACK
from thenchot.feedback.actions import SHIPPED
from thenchot.feedback.enums import CriteriaState
from thenchot.feedback.labels import CRITERIA_STATE, CRITERIA_USE, ROUND_STATE, TONE
from thenchot.feedback.listings import asked_by, name_of
from thenchot.feedback.queries.criteria import list_sets
from thenchot.feedback.queries.rounds import list_rounds, readable_results
from thenchot.feedback.shipped import shipped_criteria
from thenchot.organisation.filters import UnitFilter
from thenchot.platform.registers import columns
from thenchot.platform.registers.columns import day_of
from thenchot.platform.registers.filters import CodeFilter, RegisterFilter, WordsFilter
from thenchot.platform.registers.register import PageLink, Register

TABS = "feedback/_tabs.html"
SET_STATE = {
    state: word for state, word in CRITERIA_STATE.items() if state != CriteriaState.REPLACED
}


def since(found) -> str:
    return found.valid_from and f"{gettext('từ')} {day_of(found.valid_from)}"


class RoundFilter(RegisterFilter):
    q = WordsFilter("unit__name", "set__name")
    unit = UnitFilter(SEE_FEEDBACK)
    state = CodeFilter(_("Tình trạng"), ROUND_STATE)


class RoundRegister(Register):
    """Rounds of many-sided rating, the latest first."""

    code, title = "feedback_list", _("Đánh giá nhiều chiều")
    lead = _(
        "Dùng cho đánh giá theo quy định của Đảng và tiêu chí của địa phương; không đổi công thức "
        "điểm của Nghị định 335/2025."
    )
    see = SEE_FEEDBACK
    rows = staticmethod(list_rounds)
    filters, states = RoundFilter, "state"
    links = (PageLink(_("Mở đợt"), "feedback_new", KEEP_FEEDBACK, "go"),)
    tabs, file_name = TABS, "dot-danh-gia-nhieu-chieu"
    empty = _("Chưa có đợt nào. Ban hành một bộ tiêu chí trước, rồi mở đợt.")

    name = columns.LinkColumn(
        _("Đợt"), name_of, route="feedback_round", sort=("unit__path", "year", "number"), width=40
    )
    criteria = columns.Column(_("Bộ tiêu chí"), lambda found: str(found.set), sort="set__name")
    people = columns.NumberColumn(_("Số người"), sort="people", width=10)
    opens_on = columns.DayColumn(_("Nhận ý kiến từ ngày"), width=14)
    closes_on = columns.DayColumn(_("Nhận ý kiến đến hết ngày"), width=14)
    cut_off = columns.DayColumn(_("Ngày chốt danh sách"), width=14, shown=False)
    state = columns.StateColumn(_("Tình trạng"), labels=ROUND_STATE, tones=TONE, sort="state")


class ResultFilter(RegisterFilter):
    q = WordsFilter("person__full_name", "round__set__name")
    unit = UnitFilter(SEE_FEEDBACK)


class ResultRegister(Register):
    """Closed results, each to be opened by itself: no figure stands beside a name."""

    code, title = "feedback_people", _("Kết quả của từng người")
    lead = _("Mở từng người để đọc; không xếp thứ hạng.")
    see = SEE_FEEDBACK
    rows = staticmethod(readable_results)
    filters = ResultFilter
    tabs, file_name = TABS, "ket-qua-nhieu-chieu"
    empty = _("Chưa đợt nào kết thúc.")

    person = columns.LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        route="feedback_person",
        sort="person__sort_key",
        width=30,
    )
    unit = columns.Column(_("Đơn vị"), "unit__name", width=34)
    asked = columns.Column(_("Đợt"), lambda reviewee: asked_by(reviewee.round), width=44)
    closed_on = columns.DayColumn(
        _("Kết thúc"),
        lambda reviewee: localtime(reviewee.round.closed_at).date(),
        sort="round__closed_at",
        width=14,
    )


class SetFilter(RegisterFilter):
    q = WordsFilter("name", "unit__name")
    unit = UnitFilter(SEE_FEEDBACK)
    use = CodeFilter(_("Dùng cho"), CRITERIA_USE)
    state = CodeFilter(_("Trạng thái"), SET_STATE)


class CriteriaRegister(Register):
    """Sets of criteria in force and in draft, by unit; below them those that ship."""

    code, title = "criteria_list", _("Bộ tiêu chí")
    lead = _(
        "Theo chức danh, cho đánh giá của Đảng và tiêu chí của địa phương. Chỉ bộ đã ban hành mới "
        "dùng được."
    )
    see = SEE_FEEDBACK
    filters, states = SetFilter, "state"
    tabs, template, file_name = TABS, "feedback/criteria_list.html", "bo-tieu-chi"
    empty = _("Chưa có bộ nào. Lấy một bộ có sẵn dưới đây về soạn.")

    name = columns.LinkColumn(
        _("Bộ tiêu chí"), str, route="criteria_detail", sort=("name", "version"), width=44
    )
    unit = columns.Column(_("Đơn vị"), "unit__name", width=34)
    use = columns.ChoiceColumn(_("Dùng cho"), labels=CRITERIA_USE, width=34)
    state = columns.StateColumn(_("Trạng thái"), labels=SET_STATE, tones=TONE, notes=(since,))
    basis = columns.Column(_("Văn bản ban hành"), width=34, shown=False)
    valid_from = columns.DayColumn(_("Áp dụng từ"), width=14, shown=False)

    def get_rows(self, permission):
        return list_sets(self.actor)

    def context(self):
        shipped = shipped_criteria().values()
        return {"shipped": [(one, SHIPPED.offers(self.actor, one)) for one in shipped]}

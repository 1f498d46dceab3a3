"""The book 03/TCD, and what was promised."""

from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register
from thenchot.reception.access import EDIT, EXPORT, SEE, SEE_PROMISES
from thenchot.reception.actions.visits import DIRECTION, VISIT
from thenchot.reception.labels import (
    DIRECTION_STATE,
    DIRECTION_TONES,
    MATTER,
    VERDICT,
    VISIT_STATE,
    VISIT_TONES,
)
from thenchot.reception.queries import visits as queries
from thenchot.reception.registers.sessions import TABS

LAST_DIGITS = 3


class VisitFilter(filters.RegisterFilter):
    q = filters.WordsFilter("summary")
    unit = UnitFilter(SEE)
    matter = filters.CodeFilter(_("Phân loại"), MATTER)
    state = filters.CodeFilter(_("Tình trạng"), VISIT_STATE)
    again = filters.FlagFilter(
        _("Chỉ lượt đến lại cùng một việc"), lambda rows: rows.filter(before__isnull=False)
    )
    since = filters.DaysFilter(_("Từ ngày"), "received_on", "gte")
    until = filters.DaysFilter(_("Đến ngày"), "received_on", "lte")


def who(visit) -> str:
    return ", ".join(part for part in (visit.full_name, visit.address) if part)


def ended(identity: str) -> str:
    """As pages show an identity number."""
    return f"…{identity[-LAST_DIGITS:]}" if identity else ""


def followed(visit) -> str:
    """Column 12: what was promised and where it stands."""
    told = [
        f"{one.text[:80]} ({DIRECTION_STATE[one.state]}, hạn {one.due_on:%d/%m/%Y})"
        for one in visit.directions.all()
    ]
    return "; ".join(told) or visit.answer


class VisitRegister(Register):
    """The book of reception, form 03/TCD, with its thirteen columns on paper."""

    code, title = "citizen_visit_list", _("Sổ tiếp công dân")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_visits)
    filters, states = VisitFilter, "state"
    links = (PageLink(_("Ghi lượt tiếp"), "citizen_visit_walk_in", EDIT, "go"),)
    logs = staticmethod(lambda visit: visit)
    tabs, file_name = TABS, "so-tiep-cong-dan"
    empty = _("Chưa có lượt tiếp nào.")
    official = Official("Sổ tiếp công dân", "Mẫu 03/TCD", landscape=True)

    number = columns.LinkColumn(
        _("Số"), lambda visit: str(visit), route="citizen_visit", width=10, css="nowrap"
    )
    received_on = columns.DayColumn(_("Ngày tiếp"), width=12, paper=18)
    who = columns.Column(_("Họ tên, địa chỉ"), who, width=36, paper=34)
    identity = columns.Column(
        _("CCCD/hộ chiếu"), lambda visit: visit.identity_no, width=16, paper=22, shown=False
    )
    summary = columns.Column(
        _("Tóm tắt nội dung"), lambda visit: visit.summary[:240], width=50, paper=40
    )
    matter = columns.ChoiceColumn(_("Phân loại"), labels=MATTER, width=14, paper=16)
    people = columns.NumberColumn(_("Số người cùng nội dung"), width=10, paper=13, shown=False)
    settled_by = columns.Column(_("Cơ quan đã giải quyết"), width=26, paper=20, shown=False)
    is_ours = columns.FlagColumn(
        _("Thuộc thẩm quyền"), lambda visit: visit.is_ours, width=10, paper=13, shown=False
    )
    guided_to = columns.Column(
        _("Hướng dẫn đến cơ quan, số văn bản"), width=26, paper=20, shown=False
    )
    handled_by = columns.Column(
        _("Cơ quan thụ lý, số văn bản chuyển"), width=26, paper=20, shown=False
    )
    followed = columns.Column(_("Theo dõi kết quả"), followed, width=40, paper=30, shown=False)
    note = columns.Column(_("Ghi chú"), width=20, paper=14, shown=False)
    state = columns.StateColumn(_("Tình trạng"), labels=VISIT_STATE, tones=VISIT_TONES, width=18)
    step = columns.OffersColumn(
        offers=lambda actor, visit: VISIT.offers(actor, visit, "receive", "answer", "sign"),
        about=str,
    )

    def prepare(self, rows):
        self.actor.reads.extend(rows)
        return rows


class DirectionFilter(filters.RegisterFilter):
    q = filters.WordsFilter("text", "lead__name")
    unit = UnitFilter(SEE_PROMISES)
    state = filters.CodeFilter(_("Tình trạng"), DIRECTION_STATE)
    late = filters.FlagFilter(
        _("Chỉ việc quá hạn"),
        lambda rows: rows.filter(queries.UNKEPT, due_on__lt=today()).exclude(queries.TASK_DONE),
    )


def origin(one) -> str:
    """Where it was promised."""
    if one.dialogue_id:
        return str(one.dialogue)
    return str(one.slot or one.visit)


class DirectionRegister(Register):
    """What was promised to the people, what is due first."""

    code, title = "citizen_direction_list", _("Việc đã hứa với dân")
    see, take = SEE_PROMISES, EXPORT
    rows = staticmethod(queries.list_directions)
    filters, states = DirectionFilter, "state"
    tabs, file_name = TABS, "viec-da-hua"
    empty = _("Chưa có việc nào được giao tại buổi tiếp, đối thoại.")
    official = Official("Danh mục việc đã hứa, cam kết với Nhân dân", landscape=True)

    text = columns.Column(_("Việc"), notes=("result",), width=54, paper=80)
    origin = columns.Column(_("Hứa tại"), origin, width=30, paper=44)
    lead = columns.Column(_("Chủ trì"), "lead__name", width=30, paper=44)
    due_on = columns.DueColumn(
        _("Hạn"), is_open=lambda one: not queries.is_kept(one), width=12, paper=22
    )
    verdict = columns.ChoiceColumn(
        _("Công dân đánh giá"), labels=VERDICT, notes=("said",), width=20, paper=30
    )
    reopened = columns.NumberColumn(_("Mở lại"), width=8, paper=14, shown=False)
    state = columns.StateColumn(
        _("Tình trạng"), labels=DIRECTION_STATE, tones=DIRECTION_TONES, width=20, paper=28
    )
    step = columns.OffersColumn(offers=DIRECTION.offers)

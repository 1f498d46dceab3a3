"""Who has which conclusion, and the clearance file of one person, told once."""

from functools import cached_property

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from thenchot.clearance import queries
from thenchot.clearance.access import KEEP
from thenchot.clearance.actions import CLEARANCE, CONCLUSION
from thenchot.clearance.enums import Outcome, Part
from thenchot.clearance.labels import OUTCOME, PART, STANDING, TONES
from thenchot.clearance.models import Conclusion
from thenchot.organisation.filters import UnitFilter
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Link, Register


def lacking(rows):
    """Seats of people of whom a part has no conclusion that holds."""
    for part in Part:
        mine = Conclusion.objects.filter(person=OuterRef("person"), part=part).exclude(outcome="")
        newest = Subquery(mine.order_by("-requested_on", "-pk").values("pk")[:1])
        rows = rows.annotate(**{f"newest_{part}": newest})
    holds = Conclusion.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=today()))
    holds = holds.filter(outcome=Outcome.CLEAR)
    both = [Exists(holds.filter(pk=OuterRef(f"newest_{part}"))) for part in Part]
    return rows.exclude(both[0] & both[1])


class ClearanceFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="person__folded")
    unit = UnitFilter(KEEP)
    lacking = filters.FlagFilter(_("Chưa đủ hai phần kết luận"), lacking)


class ClearanceRegister(Register):
    """Everybody in office: which part is concluded, which is being verified."""

    code, title = "clearance_list", _("Tiêu chuẩn chính trị")
    lead = _(
        "Không có kết luận còn giá trị thì không quy hoạch, bổ nhiệm, giới thiệu ứng cử. "
        "Người khác chỉ thấy có hay không."
    )
    see = take = KEEP
    logs = "person"
    rows = staticmethod(queries.list_people)
    filters = ClearanceFilter
    file_name = "tieu-chuan-chinh-tri"
    official = Official("Danh sách thẩm tra tiêu chuẩn chính trị")

    person = columns.LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        route="clearance_file_list",
        key="person_id",
        sort="person__sort_key",
        width=28,
        paper=50,
    )
    unit = columns.Column(_("Đơn vị"), "unit__name", width=30, paper=50)
    history = columns.StateColumn(
        PART[Part.HISTORY],
        "history",
        labels=STANDING,
        tones=TONES,
        width=24,
        paper=36,
        sort=False,
    )
    present = columns.StateColumn(
        PART[Part.PRESENT],
        "present",
        labels=STANDING,
        tones=TONES,
        width=24,
        paper=36,
        sort=False,
    )

    def prepare(self, rows):
        stands = queries.standings([row.person_id for row in rows], today())
        for row in rows:
            found = stands[row.person_id]
            row.history, row.present = found[Part.HISTORY], found[Part.PRESENT]
        return rows


class FileRegister(Register):
    """The clearance file of one person."""

    code, title = "clearance_file_list", _("Hồ sơ tiêu chuẩn chính trị")
    see = take = KEEP
    logs = "person"
    is_found = False
    above = ((_("Tiêu chuẩn chính trị"), "clearance_list"),)
    file_name = "ho-so-tieu-chuan-chinh-tri"
    empty = _("Chưa có lần thẩm tra nào; đề nghị thẩm tra trước khi quy hoạch, bổ nhiệm.")

    part = columns.ChoiceColumn(_("Phần"), labels=PART, width=20)
    requested_on = columns.DayColumn(_("Đề nghị"), width=12, notes=("purpose",))
    outcome = columns.ChoiceColumn(_("Kết luận"), labels=OUTCOME, width=26)
    number = columns.Column(_("Số văn bản"), notes=("body",), width=24)
    concluded_on = columns.DayColumn(_("Ngày kết luận"), width=12)
    valid_to = columns.DayColumn(_("Có giá trị đến"), width=12)
    note = columns.Column(_("Nội dung cần lưu ý"), width=40, excel=False)
    step = columns.OffersColumn(offers=CONCLUSION.offers)

    @cached_property
    def person(self):
        return queries.get_person(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        self.actor.reads.append(self.person)
        return queries.conclusions_of(self.person)

    def heading(self):
        return _("Hồ sơ tiêu chuẩn chính trị: %s") % self.person.full_name

    def page_links(self):
        offers = CLEARANCE.offers(self.actor, self.person)
        return [Link(offer.title, offer.url, offer.tone) for offer in offers]

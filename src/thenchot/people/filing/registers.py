"""Lists about files: proposals, what is missing, pledges, requests, breaches, readers."""

from functools import cached_property

import django_filters
from django import forms
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.typed import whole_of
from thenchot.people import completeness
from thenchot.people.access import EDIT, EXPORT, KEEP_DATA_RIGHTS, SEE_PRIVATE
from thenchot.people.enums import RequestKind
from thenchot.people.filing import (
    breaches,
    data_requests,
    pledges,
    proposing,
)
from thenchot.people.filing.listings import FileStandingListing
from thenchot.people.filing.places import chosen_home, read_as_a_whole
from thenchot.people.filing.sections import title_of
from thenchot.people.queries import person_of
from thenchot.platform.audit.pages import page_called
from thenchot.platform.audit.queries import reads_of
from thenchot.platform.clock import today
from thenchot.platform.registers.columns import (
    ChoiceColumn,
    Column,
    DayColumn,
    DueColumn,
    LinkColumn,
    MomentColumn,
)
from thenchot.platform.registers.filters import CodeFilter, FlagFilter, RegisterFilter
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register

PEOPLE = ((_("Con người"), "person_list"),)
FIRST_YEAR, LAST_YEAR = 2000, 2100
WORDS_ON_PAGE = 30  # of what happened; the file has all of them


class FileProposalRegister(Register):
    """Changes that persons ask for and nobody has answered yet, the oldest first."""

    code, title = "file_proposal_list", _("Đề nghị sửa hồ sơ")
    see = EDIT
    above = PEOPLE
    file_name = "de-nghi-sua-ho-so"
    empty = _("Không có đề nghị nào đang chờ.")

    person = LinkColumn(
        _("Người đề nghị"),
        "person__full_name",
        route="file_proposal_detail",
        width=28,
        sort="person__sort_key",
    )
    part = Column(_("Phần hồ sơ"), lambda proposal: title_of(proposal.section), width=34)
    kind = ChoiceColumn(_("Việc"), "get_kind_display", sort="kind")
    proposed_at = MomentColumn(_("Gửi lúc"))

    def get_rows(self, permission):
        return proposing.list_proposals(self.actor)


class HomeFilter(RegisterFilter):
    """A locality or a unit whose files the actor reads; by default the widest."""

    unit = django_filters.ModelChoiceFilter(
        label=_("Địa phương"),
        queryset=lambda request: read_as_a_whole(request.actor),
        empty_label=None,
        method="of_unit",
    )

    def of_unit(self, rows, name, unit):
        return rows  # the rows are those of the unit already

    @property
    def is_narrowed(self) -> bool:
        return False


class IncompleteRegister(Register):
    """Files that lack an item which must be there: names of items, never their content."""

    code, title = "file_state", _("Tình trạng hồ sơ")
    see = SEE_PRIVATE
    above = PEOPLE
    filters = HomeFilter
    file_name = "ho-so-thieu-muc"
    template = "people/file_state.html"
    official = Official("Danh sách hồ sơ còn thiếu mục bắt buộc")
    empty = _("Mọi hồ sơ đều đủ mục bắt buộc.")
    links = (
        PageLink(_("Số lượng, chất lượng (BM02)"), "staff_statistics", EXPORT, narrowed=True),
        PageLink(_("Cam kết"), "pledge_list"),
    )

    person = LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        route="person_file",
        key="person_id",
        width=28,
        paper=50,
        sort="person__sort_key",
    )
    unit = Column(_("Đơn vị"), "unit__name", width=40, paper=60, sort="unit__path")
    title_held = Column(_("Chức danh"), "title", width=28, paper=45, shown=False)
    missing = Column(_("Mục còn thiếu"), lambda seat: ", ".join(seat.missing), width=60, paper=90)

    @cached_property
    def home(self):
        return chosen_home(self.actor, self.given.get("unit", ""))

    def get_rows(self, permission):
        return completeness.list_incomplete(self.home)

    def prepare(self, rows):
        return completeness.name_missing(rows, self.home)

    def heading(self):
        return f"{self.title} {self.home.name}"

    def sheet_name(self):
        return "Hồ sơ thiếu mục"

    def context(self):
        items = completeness.mandatory_items(self.home)
        return {
            "home": self.home,
            "states": FileStandingListing(completeness.state_of(self.home)),
            "items": [completeness.LABELS[item] for item in items],
        }


class PledgeFilter(RegisterFilter):
    year = django_filters.NumberFilter(
        label=_("Năm"), method="of_year", min_value=FIRST_YEAR, max_value=LAST_YEAR
    )
    missing = django_filters.BooleanFilter(
        label=_("Chỉ người chưa ký"), method="lacking", widget=forms.CheckboxInput()
    )

    @property
    def asked_year(self) -> int:
        return self.values.get("year") or today().year

    def of_year(self, rows, name, value):
        return rows  # every person carries the pledge of the year already

    def lacking(self, rows, name, value):
        return pledges.lacking(rows, int(self.asked_year)) if value else rows


def _unit_of(person):
    return person.seats[0].unit.name if person.seats else None


def _signed(person):
    return person.of_year[0].signed_on if person.of_year else None


def _reviewed(person):
    return person.of_year[0].reviewed_on if person.of_year else None


class PledgeRegister(Register):
    """Who has pledged in a year and who has not, in the units the actor reads (S4-034)."""

    code = "pledge_list"
    title = _("Cam kết rèn luyện, nêu gương")
    see = SEE_PRIVATE
    above = PEOPLE
    filters = PledgeFilter
    file_name = "cam-ket"
    official = Official("Danh sách cam kết rèn luyện, nêu gương")
    empty = no_match = _("Không có ai.")

    name = LinkColumn(
        _("Họ và tên"),
        "full_name",
        route="person_pledges",
        width=28,
        paper=60,
        sort="sort_key",
    )
    unit = Column(_("Đơn vị"), _unit_of, width=40, paper=80)
    signed_on = DayColumn(_("Ngày ký"), _signed, width=14, paper=30)
    reviewed_on = DayColumn(_("Nhìn lại"), _reviewed, width=14, paper=30)

    @property
    def year(self) -> int:
        asked = self.given.get("year", "")
        return whole_of(asked, FIRST_YEAR, LAST_YEAR) or today().year

    def get_rows(self, permission):
        return pledges.list_pledges(self.actor, year=self.year)

    def heading(self):
        return f"{self.title} {self.year}"

    @property
    def lead(self):
        count = pledges.count_pledges(self.actor, year=self.year)
        return gettext("%(signed)s trong %(all)s người đã ký.") % count

    def value_signed_on(self, record):
        return _signed(record)

    def render_signed_on(self, column, value, record):
        if _signed(record):
            return column.render(value, record)
        return format_html('<span class="tag act">{}</span>', gettext("chưa ký"))


class DataRequestFilter(RegisterFilter):
    kind = CodeFilter(_("Yêu cầu"), dict(RequestKind.choices))
    waiting = FlagFilter(
        _("Chỉ yêu cầu chờ trả lời"), narrow=lambda rows: rows.filter(answered_at__isnull=True)
    )


class DataRequestRegister(Register):
    """Requests of persons about their data: the waiting ones first, the most urgent on top."""

    code, title = "data_request_list", _("Yêu cầu về dữ liệu cá nhân")
    see = KEEP_DATA_RIGHTS
    above = PEOPLE
    filters = DataRequestFilter
    file_name = "yeu-cau-ve-du-lieu"
    official = Official("Sổ theo dõi yêu cầu về dữ liệu cá nhân")
    empty = _("Chưa có yêu cầu nào.")
    links = (PageLink(_("Sổ sự cố dữ liệu"), "breach_list"),)

    person = LinkColumn(
        _("Người yêu cầu"),
        "person__full_name",
        route="data_request_answer",
        width=28,
        paper=60,
        sort="person__sort_key",
    )
    kind = ChoiceColumn(_("Yêu cầu"), "get_kind_display", sort="kind", width=28, paper=60)
    asked_at = MomentColumn(_("Gửi lúc"), shown=False)
    due_on = DueColumn(_("Hạn trả lời"), is_open=lambda asked: not asked.answer, width=14, paper=30)
    answered_at = MomentColumn(
        _("Trả lời"), lambda asked: asked.answered_at, paper=40, sort="answered_at"
    )

    def get_rows(self, permission):
        return data_requests.list_requests(self.actor)

    def value_answered_at(self, record):
        return record.answered_at

    def render_answered_at(self, column, value, record):
        if record.answered_at:
            return column.render(value, record)
        return format_html('<span class="tag wait">{}</span>', gettext("chờ trả lời"))


class BreachFilter(RegisterFilter):
    open = FlagFilter(
        _("Chỉ sự cố chưa kết thúc"), narrow=lambda rows: rows.filter(closed_on__isnull=True)
    )


class BreachRegister(Register):
    """The register of leaks and losses of personal data, the latest first."""

    code, title = "breach_list", _("Sổ sự cố dữ liệu cá nhân")
    see = KEEP_DATA_RIGHTS
    above = ((_("Yêu cầu về dữ liệu cá nhân"), "data_request_list"),)
    filters = BreachFilter
    file_name = "so-su-co"
    official = Official("Sổ sự cố dữ liệu cá nhân")
    empty = _("Chưa có sự cố nào.")
    links = (PageLink(_("Ghi sự cố"), "breach_new", KEEP_DATA_RIGHTS, "go"),)

    found_at = MomentColumn(_("Phát hiện lúc"), paper=30)
    what = LinkColumn(
        _("Việc gì"),
        lambda breach: Truncator(breach.what).words(WORDS_ON_PAGE),
        route="breach_edit",
        width=60,
        paper=80,
        notes=("unit__name",),
    )
    unit = Column(_("Đơn vị"), "unit__name", width=30, paper=40, shown=False)
    affected = Column(_("Dữ liệu và người bị ảnh hưởng"), width=40, shown=False, sort=False)
    notified_at = MomentColumn(
        _("Báo cơ quan chuyên trách"),
        lambda breach: breach.notified_at,
        paper=35,
        sort="notified_at",
    )
    notify_by = MomentColumn(_("Báo cơ quan chuyên trách trước"), shown=False)
    closed_on = DayColumn(_("Kết thúc"), width=14, paper=25)

    def get_rows(self, permission):
        return breaches.list_breaches(self.actor)

    def value_what(self, record):
        return record.what

    def value_notified_at(self, record):
        return record.notified_at

    def render_notified_at(self, column, value, record):
        if record.notified_at:
            return column.render(value, record)
        before = date_format(localtime(record.notify_by), "H:i d/m/Y")
        return format_html('<span class="tag act">{}</span> {}', gettext("trước"), before)


class ReaderRegister(Register):
    """Who has looked at the own file, when, and on which page."""

    code, title = "my_readers", _("Ai đã xem hồ sơ của tôi")
    above = ((_("Hồ sơ của tôi"), "my_file"),)
    file_name = "ai-da-xem-ho-so"
    empty = _("Chưa có ai khác xem phần riêng tư của hồ sơ này.")

    at = MomentColumn(_("Lúc"))
    reader = Column(_("Người xem"), "account__name", width=30)
    on_page = Column(_("Trang"), lambda read: page_called(read.page), width=30)

    def get_rows(self, permission):
        person = person_of(self.actor.account_id)
        if person is None:
            return []
        return reads_of("people.person", person.pk, except_account=self.actor.account_id)

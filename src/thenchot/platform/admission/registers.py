"""Accounts, their roles and the slips that wait, as registers and tables."""

import django_filters
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.text import fold
from thenchot.platform.accounts.sessions import browser_in_words
from thenchot.platform.admission import queries
from thenchot.platform.admission.access import ADMINISTER, SEE_PROPOSALS
from thenchot.platform.admission.actions import GRANT, PROPOSAL, SLIP
from thenchot.platform.clock import today
from thenchot.platform.registers.columns import (
    Column,
    DayColumn,
    LinkColumn,
    MomentColumn,
    OffersColumn,
    PartColumn,
)
from thenchot.platform.registers.filters import RegisterFilter
from thenchot.platform.registers.listing import Listing
from thenchot.platform.registers.register import PageLink, Register
from thenchot.platform.scope import places

SLIPS = 50  # that wait, on the page of accounts


class AccountFilter(RegisterFilter):
    q = django_filters.CharFilter(label=_("Tìm theo tên"), method="named")
    closed = django_filters.BooleanFilter(
        label=_("Tài khoản đã ngừng"), method="ended", widget=forms.CheckboxInput()
    )

    def filter_queryset(self, rows):
        closed = bool(self.form.cleaned_data.get("closed"))
        return super().filter_queryset(rows.filter(is_active=not closed))

    def named(self, rows, name, words):
        for word in fold(words).split():
            rows = rows.filter(queries.named(word))
        return rows

    def ended(self, rows, name, value):
        return rows


class AccountRegister(Register):
    """Accounts of the branches one administers, with the roles they hold now."""

    code, title = "account_admin", _("Tài khoản")
    see = ADMINISTER
    filters = AccountFilter
    template = "admission/accounts.html"
    links = (
        PageLink(_("Vai trò chờ xác nhận"), "grant_waiting", SEE_PROPOSALS),
        PageLink(_("In phiếu mở tài khoản"), "slip_new", ADMINISTER, "go"),
    )
    empty = _("Không có tài khoản nào.")
    file_name = "tai-khoan"

    name = LinkColumn(_("Họ và tên"), route="account_detail", width=28, sort="folded")
    username = Column(_("Tên đăng nhập"), width=20)
    held = PartColumn(_("Vai trò hiện nay"), "admission/_held.html", width=50, sort=False)
    last_login = DayColumn(_("Đăng nhập gần nhất"), width=16)

    def get_rows(self, permission):
        return queries.list_accounts(self.actor)

    def prepare(self, rows):
        names = places.names(grant.path for account in rows for grant in account.held_now)
        for account in rows:
            for grant in account.held_now:
                grant.place = names[grant.path]
        return rows

    def context(self):
        slips = list(queries.slips_waiting(self.actor)[:SLIPS])
        with_place(slips)
        return {"slips": SlipListing(slips, request=self.request) if slips else None}


class ProposalRegister(Register):
    """Grants that one person proposed and that wait for a second one."""

    code, title = "grant_waiting", _("Vai trò chờ xác nhận")
    see = SEE_PROPOSALS
    empty = _("Không có vai trò nào chờ xác nhận.")
    file_name = "vai-tro-cho-xac-nhan"

    name = Column(_("Người"), str, width=28, sort=False)
    role = Column(_("Vai trò"), lambda one: one.asked_for, width=26, sort=False)
    place = Column(_("Đơn vị"), width=30, sort=False)
    starts_on = DayColumn(_("Từ ngày"), width=14)
    ends_on = DayColumn(_("Đến ngày"), width=14)
    proposed_by = Column(_("Người đề nghị"), width=24, sort=False)
    proposed_at = DayColumn(_("Đề nghị ngày"), width=14)
    step = OffersColumn(_("Việc có thể làm"), offers=PROPOSAL.offers, about="name")

    def get_rows(self, permission):
        return queries.proposals_waiting(self.actor)

    def prepare(self, rows):
        return with_place(rows)


class ProposalListing(Listing):
    """The same on the page of an account."""

    label = _("Vai trò chờ xác nhận")

    role = Column(_("Vai trò"), lambda one: one.get_role_display())
    place = Column(_("Đơn vị"))
    proposed_by = Column(_("Người đề nghị"))
    step = OffersColumn(_("Việc có thể làm"), offers=PROPOSAL.offers, about="role")


def with_place(rows):
    """Each with `place`, the name of its unit."""
    names = places.names(row.path for row in rows)
    for row in rows:
        row.place = names[row.path]
    return rows


class SlipListing(Listing):
    """Slips of paper that nobody has used yet."""

    label = _("Phiếu đang chờ dùng")

    name = Column(
        _("Người"), notes=(lambda slip: gettext("mật khẩu mới") if slip.is_reset else None,)
    )
    username = Column(_("Tên đăng nhập"))
    place = Column(_("Đơn vị"))
    expires_on = DayColumn(_("Dùng đến hết"))
    step = OffersColumn(_("Việc có thể làm"), offers=SLIP.offers, about="name")


def note_of(grant) -> str:
    """How a grant stands: over, ended, or lent by somebody."""
    if grant.revoked_at:
        return gettext("đã thôi")
    if grant.ends_on and grant.ends_on < today():
        return gettext("đã hết hạn")
    if grant.delegated_by:
        return gettext("%(who)s ủy quyền") % {"who": grant.delegated_by}
    return ""


class OwnGrantListing(Listing):
    """Roles of oneself."""

    label = _("Vai trò và phạm vi")

    role = Column(_("Vai trò"), lambda grant: grant.get_role_display())
    place = Column(_("Đơn vị"))
    starts_on = DayColumn(_("Từ ngày"))
    ends_on = DayColumn(_("Đến ngày"))
    note = Column(_("Ghi chú"), note_of)


class SessionListing(Listing):
    """Browsers in which one is signed in."""

    label = _("Phiên làm việc")

    created_at = MomentColumn(_("Đăng nhập lúc"))
    address = Column(_("Từ máy"), "ip", notes=(lambda one: browser_in_words(one.user_agent),))
    step = PartColumn(_("Việc có thể làm"), "admission/_session_step.html")


def lent_by(grant) -> str | None:
    if not grant.delegated_by:
        return None
    return gettext("%(who)s ủy quyền") % {"who": grant.delegated_by}


class GrantListing(Listing):
    """Roles of an account, for whoever administers it."""

    label = _("Vai trò và phạm vi")

    role = Column(_("Vai trò"), lambda grant: grant.get_role_display(), notes=(lent_by,))
    place = Column(_("Đơn vị"))
    starts_on = DayColumn(_("Từ ngày"))
    ends_on = DayColumn(_("Đến ngày"))
    step = PartColumn(_("Việc có thể làm"), "admission/_grant_step.html")

    def render_step(self, record):
        offers = GRANT.offers(self.actor, record)
        record.offers = offers
        return self.base_columns["step"].render(record, self)

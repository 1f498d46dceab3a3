"""What can be done to accounts, their roles, and slips."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.accounts.factors import has_factor
from thenchot.platform.admission import queries, rules, services
from thenchot.platform.admission.access import ADMINISTER, SEE_PROPOSALS
from thenchot.platform.admission.services import giving
from thenchot.platform.admission.services.closing import guarded_of
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions

ADMINISTRATOR = somewhere(ADMINISTER)


def page_of_account(account) -> str:
    return reverse("account_detail", args=[account.pk])


def get_account(actor, pk: int):
    """Who administers nothing gets the reason, before any account is looked for."""
    ADMINISTRATOR(actor, None).or_refuse()
    return queries.get_account(actor, pk)


def get_grant(actor, pk: int):
    ADMINISTRATOR(actor, None).or_refuse()
    return queries.get_grant(actor, pk)


def get_slip(actor, pk: int):
    ADMINISTRATOR(actor, None).or_refuse()
    return queries.get_slip(actor, pk)


def may_close(actor, account) -> bool:
    return account.is_active and account.pk != actor.account_id


def may_take_off(actor, account) -> bool:
    return may_close(actor, account) and has_factor(account) and not guarded_of(account)


def may_end_grant(actor, grant):
    return rules.may_rule(queries.own(actor), grant.role, grant.path)


def get_proposal(actor, pk: int):
    somewhere(SEE_PROPOSALS)(actor, None).or_refuse()
    return queries.get_proposal(actor, pk)


ACCOUNT = Actions(
    code="account",
    get=get_account,
    back=page_of_account,
    above=str,
    actions=(
        Action(
            name="close",
            title=_("Ngừng tài khoản"),
            ask=_("Ngừng tài khoản này?"),
            may=may_close,
            run=lambda actor, account, data: services.close_account(actor, account_id=account.pk),
            done=_("Đã ghi."),
        ),
        Action(
            name="factors",
            title=_("Gỡ xác thực hai lớp"),
            ask=_("Gỡ xác thực hai lớp của tài khoản này? Chỉ làm khi người đó mất điện thoại."),
            may=may_take_off,
            run=lambda actor, account, data: services.take_off_factors(
                actor, account_id=account.pk
            ),
            done=_("Đã gỡ xác thực hai lớp."),
        ),
        Action(
            name="reopen",
            title=_("Mở lại tài khoản"),
            may=lambda actor, account: not account.is_active,
            run=lambda actor, account, data: services.reopen_account(actor, account_id=account.pk),
            done=_("Đã ghi."),
        ),
    ),
)
GRANT = Actions(
    code="grant",
    get=get_grant,
    back=lambda grant: page_of_account(grant.account),
    above=str,
    actions=(
        Action(
            name="end",
            title=_("Thôi vai trò"),
            ask=_("Thôi vai trò này ngay bây giờ?"),
            may=may_end_grant,
            run=lambda actor, grant, data: services.end_grant(actor, grant_id=grant.pk),
            done=_("Đã thôi vai trò."),
        ),
    ),
)
SLIP = Actions(
    code="slip",
    get=get_slip,
    back=lambda slip: reverse("account_admin"),
    above=str,
    actions=(
        Action(
            name="cancel",
            title=_("Hủy phiếu"),
            run=lambda actor, slip, data: services.cancel_slip(actor, slip_id=slip.pk),
            done=_("Đã hủy phiếu."),
        ),
    ),
)
PROPOSAL = Actions(
    code="proposal",
    get=get_proposal,
    back=lambda proposal: reverse("grant_waiting"),
    above=lambda proposal: _("Vai trò chờ xác nhận"),
    actions=(
        Action(
            name="confirm",
            title=_("Xác nhận"),
            may=giving.may_confirm,
            run=lambda actor, one, data: services.confirm_grant(actor, proposal_id=one.pk),
            done=_("Đã xác nhận vai trò."),
            tone="go",
        ),
        Action(
            name="drop",
            title=_("Bỏ đề nghị"),
            ask=_("Bỏ đề nghị giao vai trò này?"),
            may=giving.may_drop,
            run=lambda actor, one, data: services.drop_proposal(actor, proposal_id=one.pk),
            done=_("Đã bỏ đề nghị."),
        ),
    ),
)

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import Decision, Reason
from thenchot.platform.accounts.models import Account
from thenchot.platform.accounts.usernames import normal_username
from thenchot.platform.admission import queries, rules
from thenchot.platform.admission.access import ADMINISTER
from thenchot.platform.admission.models import Proposal
from thenchot.platform.admission.services.cancelling import void_slips
from thenchot.platform.admission.services.giving import give, is_guarded, propose
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import real_now, today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.platform.scope.models import Grant


@transaction.atomic
def add_grant(
    actor, *, account_id, role: str, path: str, starts_on: date, ends_on: date | None = None
) -> Grant | Proposal:
    """Give a role over a branch, never to oneself: inside the giver's own branch, only roles that
    `rules.GIVES` lists, not beyond the giver's own term. A guarded role waits as a proposal.
    """
    account = queries.get_account(actor, account_id)
    require(actor, ADMINISTER, path)
    _refuse_oneself(actor, account).or_refuse()
    rules.may_give(queries.own(actor), role, path, ends_on).or_refuse()
    _refuse_days(starts_on, ends_on).or_refuse()
    _refuse_twice(account, role, path, starts_on).or_refuse()
    asked = {"account": account, "role": role, "path": path}
    asked |= {"starts_on": starts_on, "ends_on": ends_on}
    needs_two = not actor.is_system and is_guarded(role, path)
    return propose(actor, **asked) if needs_two else give(actor, **asked)


def _refuse_oneself(actor, account):
    if account.pk != actor.account_id:
        return Decision.yes()
    return Decision.no(
        Reason("grant.self", "Không tự giao vai trò cho chính mình; nhờ người quản trị khác.")
    )


def _refuse_days(starts_on, ends_on):
    if ends_on is not None and ends_on < starts_on:
        return Decision.no(Reason("grant.days", "Ngày kết thúc trước ngày bắt đầu."))
    return Decision.yes()


def _refuse_twice(account, role, path, starts_on):
    if Grant.objects.in_force(starts_on).filter(account=account, role=role, path=path).exists():
        return Decision.no(Reason("grant.twice", "Người này đang giữ vai trò đó ở đơn vị đó."))
    waiting = Proposal.objects.waiting(today()).filter(account=account, role=role, path=path)
    if waiting.exists():
        return Decision.no(
            Reason("grant.waiting", "Vai trò này đã được đề nghị, đang chờ người thứ hai xác nhận.")
        )
    return Decision.yes()


@transaction.atomic
def end_grant(actor, *, grant_id, on: date | None = None) -> Grant:
    """End a grant at once, or with its last day `on`; what was lent on the strength of it ends with
    it.
    """
    grant = _get_grant(actor, grant_id)
    require(actor, ADMINISTER, grant.path)
    rules.may_rule(queries.own(actor), grant.role, grant.path).or_refuse()
    _refuse_ended(grant).or_refuse()
    _refuse_last_administrator(grant).or_refuse()
    _refuse_days(grant.starts_on, on).or_refuse()
    end(actor, grant, on)
    return grant


def end(actor, grant, on=None):
    """Without asking whether the actor may: for services that have asked."""
    if on is None:
        grant.revoked_at = real_now()
    else:
        grant.ends_on = min(on, grant.ends_on or on)
    grant.save(update_fields=["ends_on", "revoked_at"])
    record(
        actor,
        "grant_ended",
        subject=grant,
        unit_path=grant.path,
        account=grant.account_id,
        role=grant.role,
        ends_on=on,
    )
    void_slips(actor, grant.account_id)
    if grant.delegated_by_id is None:
        _end_lent(actor, grant, on)


def _end_lent(actor, grant, on):
    lent = Grant.objects.filter(
        delegated_by_id=grant.account_id, role=grant.role, path__startswith=grant.path
    )
    for other in lent.filter(ends_on__gte=on or today(), revoked_at=None):
        end(actor, other, on)


def _refuse_ended(grant):
    if grant.revoked_at is None and (grant.ends_on is None or grant.ends_on >= today()):
        return Decision.yes()
    return Decision.no(Reason("grant.ended", "Vai trò này đã kết thúc."))


def _get_grant(actor, grant_id):
    grant = queries.get_grant(actor, grant_id)
    return Grant.objects.select_for_update().get(pk=grant.pk)


def _refuse_last_administrator(grant):
    if grant.role != "admin" or other_administrators(grant.account_id).exists():
        return Decision.yes()
    return Decision.no(
        Reason("grant.last_admin", "Phải còn ít nhất một người quản trị khác đang hoạt động.")
    )


def other_administrators(account_id):
    others = Grant.objects.in_force(today()).filter(
        role="admin", account__is_active=True, delegated_by=None
    )
    return others.exclude(account_id=account_id)


@transaction.atomic
def delegate(
    actor, *, username: str, role: str, path: str, starts_on: date, ends_on: date
) -> Grant:
    """Lend the own role on the own branch to somebody for a while; it ends by itself."""
    held = queries.held_by(actor.account_id, today())
    rules.may_delegate(held, role, path, starts_on, ends_on, today()).or_refuse()
    account = Account.objects.filter(username=normal_username(username), is_active=True).first()
    _refuse_stranger(actor, account).or_refuse()
    return give(
        actor,
        account=account,
        role=role,
        path=path,
        starts_on=starts_on,
        ends_on=ends_on,
        delegated_by_id=actor.account_id,
    )


def _refuse_stranger(actor, account):
    """Somebody who works inside one of the branches the actor sees; the same answer for a name that
    does not exist.
    """
    if account is None or account.pk == actor.account_id:
        return Decision.no(Reason("delegate.who", "Không có người này trong phạm vi của ông (bà)."))
    if (
        not Grant.objects.in_force(today())
        .filter(queries.under(actor.paths), account=account)
        .exists()
    ):
        return Decision.no(Reason("delegate.who", "Không có người này trong phạm vi của ông (bà)."))
    return Decision.yes()


@transaction.atomic
def end_delegation(actor, *, grant_id) -> Grant:
    """Take back at once what one lent."""
    grant = Grant.objects.filter(pk=grant_id, delegated_by_id=actor.account_id).first()
    if grant is None:
        raise NotVisible
    _refuse_ended(grant).or_refuse()
    end(actor, grant)
    return grant

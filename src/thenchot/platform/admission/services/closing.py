from django.db import transaction

from thenchot.kernel.decision import Decision, Reason, Refused
from thenchot.platform.accounts.factors import remove_factors
from thenchot.platform.accounts.models import Account
from thenchot.platform.accounts.sessions import end_sessions, sessions_of
from thenchot.platform.admission import queries, rules
from thenchot.platform.admission.services.cancelling import void_slips
from thenchot.platform.admission.services.giving import is_guarded
from thenchot.platform.admission.services.grants import end, other_administrators
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.models import Grant


@transaction.atomic
def close_account(actor, *, account_id) -> Account:
    """Nobody signs in with it any more, its slips are void and what its holder lent ends. Its
    grants stay as they are, so that opening it again gives back what was held. Nothing is deleted.
    """
    account = _get(actor, account_id)
    _refuse_closing(actor, account).or_refuse()
    account.is_active = False
    account.save(update_fields=["is_active"])
    void_slips(actor, account.pk)
    for lent in Grant.objects.filter(delegated_by=account, ends_on__gte=today(), revoked_at=None):
        end(actor, lent)
    record(actor, "account_closed", subject=account, unit_path=queries.path_of(account.pk))
    return account


@transaction.atomic
def take_off_factors(actor, *, account_id) -> Account:
    """For somebody whose telephone and recovery codes are gone; signs in with the password, and
    where the role asks for it switches on a new one first.
    """
    account = _get(actor, account_id)
    if account.pk == actor.account_id:
        raise Refused(
            Decision.no(
                Reason("account.own_factor", "Không tự gỡ của mình; nhờ người quản trị khác.")
            )
        )
    if not actor.is_system and guarded_of(account):
        raise Refused(
            Decision.no(
                Reason(
                    "account.factor_second",
                    "Vai trò của người này cần người thứ hai: in phiếu mật khẩu mới; người thứ hai "
                    "xác nhận thì khi dùng phiếu, xác thực hai lớp cũ được gỡ.",
                )
            )
        )
    remove_factors(account)
    end_sessions(sessions_of(account.pk))
    record(actor, "factors_taken_off", subject=account, unit_path=queries.path_of(account.pk))
    return account


@transaction.atomic
def end_own_sessions(actor, sessions) -> None:
    """Browsers in which the actor is signed in, and which are to be strangers from now on."""
    count = end_sessions(sessions.filter(user_id=actor.account_id))
    account = Account.objects.get(pk=actor.account_id)
    path = queries.path_of(account.pk)
    record(actor, "sessions_ended", subject=account, unit_path=path, count=count)


@transaction.atomic
def reopen_account(actor, *, account_id) -> Account:
    account = _get(actor, account_id)
    if account.is_active:
        raise Refused(Decision.no(Reason("account.open", "Tài khoản đang hoạt động.")))
    account.is_active = True
    account.save(update_fields=["is_active"])
    record(actor, "account_reopened", subject=account, unit_path=queries.path_of(account.pk))
    return account


def may_administer(actor, account) -> Decision:
    """Over everything the account holds, will hold or waits for."""
    standing = queries.standing_of(account.pk, today())
    return rules.may_administer(queries.own(actor), standing, guarded)


def guarded(held: rules.Held) -> bool:
    return is_guarded(held.role, held.path)


def guarded_of(account) -> list[rules.Held]:
    """What the account holds, will hold or waits for that needs a second person."""
    return [held for held in queries.standing_of(account.pk, today()) if guarded(held)]


def _get(actor, account_id):
    account = queries.get_account(actor, account_id)
    may_administer(actor, account).or_refuse()
    return Account.objects.select_for_update().get(pk=account.pk)


def _refuse_closing(actor, account):
    if account.pk == actor.account_id:
        return Decision.no(Reason("account.self", "Không tự ngừng tài khoản của chính mình."))
    if not account.is_active:
        return Decision.no(Reason("account.closed", "Tài khoản đã ngừng từ trước."))
    is_admin = Grant.objects.in_force(today()).filter(account=account, role="admin").exists()
    if is_admin and not other_administrators(account.pk).exists():
        return Decision.no(
            Reason("account.last_admin", "Phải còn ít nhất một người quản trị khác đang hoạt động.")
        )
    return Decision.yes()

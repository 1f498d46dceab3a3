from dataclasses import dataclass
from functools import partial

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from thenchot.kernel.decision import Decision, Reason, Refused
from thenchot.platform.accounts.factors import has_factor, remove_factors
from thenchot.platform.accounts.models import Account
from thenchot.platform.accounts.sessions import end_sessions, sessions_of
from thenchot.platform.accounts.signals import account_opened
from thenchot.platform.accounts.usernames import normal_username
from thenchot.platform.admission import codes, queries, rules, usernames
from thenchot.platform.admission.access import ADMINISTER
from thenchot.platform.admission.models import Proposal, Slip
from thenchot.platform.admission.services.cancelling import cancel
from thenchot.platform.admission.services.closing import guarded, guarded_of, may_administer
from thenchot.platform.admission.services.giving import (
    fulfil,
    give,
    is_guarded,
    propose,
    still_may_give,
)
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import real_now, today
from thenchot.platform.runtime.afterwards import after_commit
from thenchot.platform.scope.actor import SYSTEM, require


@dataclass(frozen=True)
class Invited:
    """Somebody who gets an account: `subject` comes back with the event `account_opened`."""

    name: str
    role: str
    path: str
    username: str = ""
    email: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Printed:
    """A slip and its code. The code exists only here and on the paper."""

    slip: Slip
    code: str


@transaction.atomic
def print_slips(actor, *, people: list[Invited]) -> list[Printed]:
    """One slip for each person; all of them or none. A free username is made where none is
    given. A role lasts no longer than the power of whoever gives it, and a guarded one waits for a
    second person.
    """
    for person in people:
        require(actor, ADMINISTER, person.path)
        last = rules.term_of(queries.own(actor), person.role, person.path)
        rules.may_give(queries.own(actor), person.role, person.path, last).or_refuse()
    names = _usernames(people)
    _refuse_bad_usernames(names).or_refuse()
    return [_print(actor, person, name) for person, name in zip(people, names, strict=True)]


def _usernames(people):
    wanting = [person for person in people if not person.username]
    made = iter(usernames.suggest([person.name for person in wanting]))
    return [normal_username(person.username) or next(made) for person in people]


def _refuse_bad_usernames(names):
    wrong = [name for name in names if not usernames.is_well_formed(name)]
    if wrong:
        return Decision.no(
            Reason(
                "slip.username",
                f"Tên đăng nhập chỉ gồm chữ thường không dấu, số, dấu . _ -: {', '.join(wrong)}",
            )
        )
    taken = sorted(usernames.taken(names) | {name for name in names if names.count(name) > 1})
    if taken:
        return Decision.no(
            Reason("slip.taken", f"Tên đăng nhập đã có người dùng: {', '.join(taken)}")
        )
    return Decision.yes()


def _print(actor, person, username):
    printed = _make(
        actor,
        "slip_printed",
        username=username,
        name=person.name.strip(),
        email=person.email,
        subject=person.subject,
        role=person.role,
        path=person.path,
        ends_on=rules.term_of(queries.own(actor), person.role, person.path),
    )
    if not actor.is_system and is_guarded(person.role, person.path):
        _wait_for_second(actor, printed.slip)
    return printed


def _wait_for_second(actor, slip):
    propose(
        actor,
        slip=slip,
        role=slip.role,
        path=slip.path,
        starts_on=today(),
        ends_on=slip.ends_on,
    )


def _make(actor, event, **fields):
    code = codes.new_code()
    slip = Slip.objects.create(
        digest=codes.digest(code),
        made_by_id=actor.account_id,
        expires_on=rules.slip_expires(today()),
        **fields,
    )
    facts = {name: fields[name] for name in ("username", "role") if fields.get(name)}
    record(actor, event, subject=slip, unit_path=slip.path, **facts)
    return Printed(slip, code)


@transaction.atomic
def print_reset_slip(actor, *, account_id) -> Printed:
    """A new slip for somebody who forgot the password. The old password works until the slip is
    used.
    """
    account = queries.get_account(actor, account_id)
    may_administer(actor, account).or_refuse()
    _cancel_waiting(actor, account.username)
    held = queries.held_by(account.pk, today())
    path = held[0].path if held else queries.path_of(account.pk) or "/"
    printed = _make(
        actor,
        "slip_reset",
        username=account.username,
        name=account.name,
        account=account,
        is_reset=True,
        path=path,
    )
    if not actor.is_system and (needing := guarded_of(account)):
        widest = min(needing, key=lambda one: len(one.path))
        propose(actor, slip=printed.slip, role=widest.role, path=widest.path, starts_on=today())
    return printed


def _cancel_waiting(actor, username):
    for slip in Slip.objects.filter(
        username=username, used_at__isnull=True, cancelled_at__isnull=True
    ):
        cancel(actor, slip)


@transaction.atomic
def cancel_slip(actor, *, slip_id) -> Slip:
    slip = queries.get_slip(actor, slip_id)
    require(actor, ADMINISTER, slip.path)
    if slip.used_at or slip.cancelled_at:
        raise Refused(Decision.no(Reason("slip.over", "Phiếu đã dùng hoặc đã hủy.")))
    cancel(actor, slip)
    return slip


def find_slip(*, username: str, code: str) -> Slip | None:
    """The usable slip of this username and code; the same amount of work whether it exists or
    not.
    """
    slips = Slip.objects.usable(today())
    return slips.filter(digest=codes.digest(code), username=normal_username(username)).first()


@transaction.atomic
def use_slip(*, username: str, code: str, password: str) -> Account:
    """Open the account, or set its new password. Refused when the slip is wrong, used, cancelled or
    too old; raises ValidationError when the password is too weak.
    """
    found = find_slip(username=username, code=code)
    slip = found and Slip.objects.select_for_update().usable(today()).filter(pk=found.pk).first()
    if slip is None:
        raise Refused(
            Decision.no(
                Reason("slip.wrong", "Tên đăng nhập hoặc mã không đúng, hoặc phiếu đã hết hạn.")
            )
        )
    _still_stands(slip).or_refuse()
    account = slip.account or Account(username=slip.username, name=slip.name, email=slip.email)
    validate_password(password, account)
    _set_password(account, slip, password)
    if slip.is_reset and Proposal.objects.filter(slip=slip).exists():
        _begin_factors_anew(account)
    slip.account, slip.used_at = account, real_now()
    slip.save(update_fields=["account", "used_at"])
    return account


def _still_stands(slip: Slip) -> Decision:
    """May whoever printed it still do what it does, to whom it does it?"""
    if not slip.is_reset or slip.made_by_id is None:
        return still_may_give(slip.made_by_id, slip)
    held = queries.held_by_active(slip.made_by_id, today())
    standing = queries.standing_of(slip.account_id, today())
    if rules.may_administer(held, standing, guarded):
        return _confirmed(slip)
    return Decision.no(
        Reason(
            "slip.issuer",
            "Người in phiếu không còn quyền đối với tài khoản này; xin phiếu mới của người quản "
            "trị.",
        )
    )


def _confirmed(slip: Slip) -> Decision:
    if not _waits_for_second(slip):
        return Decision.yes()
    return Decision.no(
        Reason(
            "slip.second",
            "Phiếu này còn chờ người thứ hai xác nhận; hỏi người quản trị hoặc lãnh đạo của đơn "
            "vị.",
        )
    )


def _waits_for_second(slip: Slip) -> bool:
    """Also where the account came to a role that needs one after the slip was printed."""
    proposal = Proposal.objects.filter(slip=slip).first()
    if proposal is None:
        return bool(guarded_of(slip.account))
    return proposal.confirmed_at is None


def _begin_factors_anew(account) -> None:
    """Two persons agreed that this is the holder: a lost telephone locks nobody out."""
    if has_factor(account):
        remove_factors(account)
        path = queries.path_of(account.pk)
        record(SYSTEM, "factors_taken_off", subject=account, unit_path=path)


def _set_password(account, slip, password):
    is_new = account.pk is None
    account.set_password(password)
    account.save()
    end_sessions(sessions_of(account.pk))
    record(
        SYSTEM,
        "account_opened" if is_new else "password_reset",
        subject=account,
        unit_path=slip.path,
    )
    if is_new:
        _open(account, slip)


def _open(account, slip):
    proposal = Proposal.objects.select_for_update().filter(slip=slip, dropped_at=None).first()
    if proposal is None:
        give(
            SYSTEM,
            account=account,
            role=slip.role,
            path=slip.path,
            starts_on=today(),
            ends_on=slip.ends_on,
        )
    else:
        _take_up(account, proposal)
    after_commit(
        partial(account_opened.send, sender=Account, account=account, subject=slip.subject)
    )


def _take_up(account, proposal):
    """The account is there: what two persons agreed on counts, what is still asked goes on
    waiting.
    """
    proposal.account = account
    proposal.save(update_fields=["account"])
    if proposal.confirmed_at:
        fulfil(SYSTEM, proposal)


@transaction.atomic
def open_first_administrator(*, username: str, name: str, password: str, path: str) -> Account:
    """`thenchot init`: only while there is no account at all, and never with a password of its own
    making.
    """
    if Account.objects.exists():
        raise Refused(
            Decision.no(
                Reason("init.again", "Hệ thống đã có tài khoản; hãy in phiếu trong trang quản trị.")
            )
        )
    _refuse_bad_usernames([username]).or_refuse()
    account = Account(username=username, name=name)
    validate_password(password, account)
    account.set_password(password)
    account.save()
    record(SYSTEM, "account_opened", subject=account, unit_path=path)
    give(SYSTEM, account=account, role="admin", path=path, starts_on=today())
    return account

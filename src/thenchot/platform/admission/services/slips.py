from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from thenchot.kernel.decision import Decision, Reason, Refused
from thenchot.platform.accounts.models import Account
from thenchot.platform.accounts.signals import account_opened
from thenchot.platform.admission import codes, queries, rules, usernames
from thenchot.platform.admission.access import ADMINISTER
from thenchot.platform.admission.models import Slip
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import real_now, today
from thenchot.platform.scope.actor import SYSTEM, require
from thenchot.platform.scope.models import Grant


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
    given.
    """
    for person in people:
        require(actor, ADMINISTER, person.path)
        rules.may_give(queries.own(actor), person.role, person.path).or_refuse()
    names = _usernames(people)
    _refuse_bad_usernames(names).or_refuse()
    return [_print(actor, person, name) for person, name in zip(people, names, strict=True)]


def _usernames(people):
    wanting = [person for person in people if not person.username]
    made = iter(usernames.suggest([person.name for person in wanting]))
    return [person.username.strip().lower() or next(made) for person in people]


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
    return _make(
        actor,
        "slip_printed",
        username=username,
        name=person.name.strip(),
        email=person.email,
        subject=person.subject,
        role=person.role,
        path=person.path,
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
    held = queries.held_by(account.pk, today())
    rules.may_administer(queries.own(actor), held).or_refuse()
    _cancel_waiting(actor, account.username)
    path = held[0].path if held else _last_path(account)
    return _make(
        actor,
        "slip_reset",
        username=account.username,
        name=account.name,
        account=account,
        is_reset=True,
        path=path,
    )


def _last_path(account):
    return queries.grants_of(account.pk).values_list("path", flat=True).first() or "/"


def _cancel_waiting(actor, username):
    for slip in Slip.objects.filter(
        username=username, used_at__isnull=True, cancelled_at__isnull=True
    ):
        cancel(actor, slip)


def cancel(actor, slip):
    slip.cancelled_at = real_now()
    slip.save(update_fields=["cancelled_at"])
    record(actor, "slip_cancelled", subject=slip, unit_path=slip.path, username=slip.username)


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
    return slips.filter(digest=codes.digest(code), username=username.strip().lower()).first()


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
    account = slip.account or Account(username=slip.username, name=slip.name, email=slip.email)
    validate_password(password, account)
    _set_password(account, slip, password)
    slip.account, slip.used_at = account, real_now()
    slip.save(update_fields=["account", "used_at"])
    return account


def _set_password(account, slip, password):
    is_new = account.pk is None
    account.set_password(password)
    account.save()
    record(
        SYSTEM,
        "account_opened" if is_new else "password_reset",
        subject=account,
        unit_path=slip.path,
    )
    if is_new:
        _open(account, slip)


def _open(account, slip):
    grant = Grant.objects.create(account=account, role=slip.role, path=slip.path, starts_on=today())
    record(
        SYSTEM,
        "grant_added",
        subject=grant,
        unit_path=slip.path,
        account=account.pk,
        role=slip.role,
    )
    transaction.on_commit(
        lambda: account_opened.send_robust(sender=Account, account=account, subject=slip.subject)
    )


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
    grant = Grant.objects.create(account=account, role="admin", path=path, starts_on=today())
    record(SYSTEM, "account_opened", subject=account, unit_path=path)
    record(SYSTEM, "grant_added", subject=grant, unit_path=path, account=account.pk, role="admin")
    return account

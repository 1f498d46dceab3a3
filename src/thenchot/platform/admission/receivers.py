"""Signing in and its means, in the trail."""

from allauth.account.signals import password_changed
from allauth.account.signals import user_logged_in as signed_in
from allauth.mfa import signals as factor
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_login_failed
from django.db import transaction
from django.dispatch import receiver

from thenchot.platform.accounts.addresses import client_address
from thenchot.platform.accounts.factors import KINDS
from thenchot.platform.accounts.limits import count_failure, counted_name
from thenchot.platform.accounts.models import Account
from thenchot.platform.accounts.sessions import end_sessions, sessions_of
from thenchot.platform.accounts.signals import password_rehashed
from thenchot.platform.admission import queries
from thenchot.platform.admission.second_factor import HAS
from thenchot.platform.audit.trail import record, record_many
from thenchot.platform.scope.actor import SYSTEM, Actor

SLIP = "slip:"


@transaction.atomic
def log(actor, name: str, account, **facts) -> None:
    record(actor, name, subject=account, unit_path=queries.path_of(account.pk), **facts)


@receiver(signed_in)
def on_signed_in(request, user, **_):
    ways = request.session.get("account_authentication_methods", ())
    second = any(way.get("method") == "mfa" for way in ways)
    log(_self(user), "signed_in", user, address=client_address(request), second_factor=second)


@receiver(user_login_failed)
def on_refused(credentials, request=None, **_):
    """Of names that exist; what was tried while the name is locked is no attempt."""
    if request is None or _meets_a_lock(request):
        return
    name = counted_name(request, credentials)
    account = Account.objects.filter(username=name.removeprefix(SLIP)).first()
    if account is not None:
        way = "slip" if name.startswith(SLIP) else "sign_in"
        log(SYSTEM, "sign_in_refused", account, address=client_address(request), way=way)


@receiver(user_locked_out)
def on_locked(request, username, ip_address, **_):
    """Once for each lock: what is tried while it lasts only meets it."""
    if _meets_a_lock(request):
        return
    account = Account.objects.filter(username=(username or "").removeprefix(SLIP)).first()
    if account is not None:
        log(SYSTEM, "sign_in_locked", account, address=ip_address)
        return
    with transaction.atomic():
        record_many(SYSTEM, "address_locked", Account, [("", "/", {"address": ip_address})])


@receiver(factor.authentication_failed)
def on_wrong_code(request, user, **_):
    count_failure(request, user.username)


@receiver(factor.authenticator_added)
def on_factor_added(user, authenticator, **_):
    log(_self(user), "factor_added", user, kind=authenticator.type)


@receiver(factor.authenticator_removed)
def on_factor_removed(request, user, authenticator, **_):
    if authenticator.type in KINDS:
        request.session.pop(HAS, None)
    log(_self(user), "factor_removed", user, kind=authenticator.type)


@receiver(factor.authenticator_reset)
def on_factor_renewed(user, authenticator, **_):
    log(_self(user), "factor_renewed", user, kind=authenticator.type)


@receiver(password_rehashed)
def on_password_rehashed(account, **_):
    log(SYSTEM, "password_rehashed", account)


@receiver(password_changed)
def on_password_changed(request, user, **_):
    """Every other browser is signed out with the password it came in by."""
    with transaction.atomic():
        log(_self(user), "password_changed", user)
        end_sessions(sessions_of(user.pk).exclude(session_key=request.session.session_key))


def _meets_a_lock(request) -> bool:
    """Refused unread; the failure that begins a lock was counted."""
    is_locked = getattr(request, "axes_locked_out", False)
    return is_locked and request.axes_failures_since_start is None


def _self(account) -> Actor:
    return Actor(account.pk, str(account))

"""Accounts, grants and actors for the tests of the platform."""

from datetime import date
from itertools import count

import pytest
from django.core.cache import cache

from thenchot.platform.accounts.models import Account
from thenchot.platform.scope.actor import actor_for
from thenchot.platform.scope.models import Grant

_numbers = count(1)


@pytest.fixture
def account(db):
    """account("head", "/1/4/") -> an account holding that role over that branch; pairs may
    follow.
    """

    def make(*role_and_path, username=None, name="", email="", password=None):
        n = next(_numbers)
        made = Account.objects.create_user(
            username or f"user{n}", password, name=name or f"Nguyễn Văn {n}", email=email
        )
        for role, path in zip(role_and_path[::2], role_and_path[1::2], strict=True):
            Grant.objects.create(account=made, role=role, path=path, starts_on=date(2020, 1, 1))
        return made

    return make


@pytest.fixture
def actor(account):
    """actor("head", "/1/4/") -> who acts, with a fresh account."""
    return lambda *role_and_path, **fields: actor_for(account(*role_and_path, **fields))


@pytest.fixture
def signed_in(client, account):
    """signed_in("head", "/1/4/") -> a browser in which such a person has signed in; `.account` is
    who.
    """

    def sign_in(*role_and_path, who=None, **fields):
        client.account = who or account(*role_and_path, **fields)
        client.force_login(
            client.account, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        return client

    return sign_in


@pytest.fixture(autouse=True)
def _no_rate_remembered():
    """Rates are counted in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture(autouse=True)
def _static_folder(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    """Files, exports and backups of a test lie in its own folder; the keys stay."""
    from thenchot.platform import keys

    monkeypatch.setenv("THENCHOT_KEYS", str(keys.key_file()))
    monkeypatch.setenv("THENCHOT_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _only_the_platform(settings, monkeypatch):
    """The pages of the platform stand without the rooms above: routes and menu hold nothing
    else.
    """
    from thenchot.platform.ui import menu

    settings.ROOT_URLCONF = "tests.platform.routes"
    names = {"account_admin", "audit_list", "policy_list"}
    shown = [entry for entry in menu.entries() if entry.url_name in names]
    monkeypatch.setattr(menu, "entries", lambda: shown)


@pytest.fixture
def committed(transactional_db):
    """A test that really commits. Emptying the tables after it is what the triggers of the trail
    refuse, so they are taken out for the rest of the run; tests of the triggers install them.
    """
    from thenchot.platform.audit import triggers

    yield
    triggers.remove()

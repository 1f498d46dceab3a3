"""Accounts, grants and actors for the tests of the platform."""

from datetime import date
from itertools import count

import pytest

from thenchot.platform.accounts.models import Account
from thenchot.platform.scope.actor import actor_for
from thenchot.platform.scope.models import Grant

_numbers = count(1)


@pytest.fixture
def account(db):
    """account("head", "/1/4/") -> an account holding that role over that branch; pairs may follow."""

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
    """signed_in("head", "/1/4/") -> a browser in which such a person has signed in; `.account` is who."""

    def sign_in(*role_and_path, who=None, **fields):
        client.account = who or account(*role_and_path, **fields)
        client.force_login(client.account, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in

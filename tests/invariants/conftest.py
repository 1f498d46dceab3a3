"""One town for all walks: built once, every request undone."""

import time
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from tests.replaying import once
from tests.town import build_town
from tests.worlds import build_world, signed_in

from thenchot.platform.accounts.middleware import SEEN, SINCE
from thenchot.platform.scope.roles import Role


def _town():
    return build_town(build_world())


@pytest.fixture(scope="module")
def town(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield once(_town)
        transaction.set_rollback(True)


@contextmanager
def undone():
    """Whatever happens inside has not happened."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _whole(response):
    """A download is read to its end, and its file closed."""
    if response.streaming:
        body = b"".join(response.streaming_content)
        response = HttpResponse(body, status=response.status_code, headers=dict(response.items()))
    return response


def _seen_already(client):
    """For a while no request writes that somebody was there: it would be undone, and written again
    by the next.
    """
    session, now = client.session, int(time.time())
    session.update({SINCE: now, SEEN: now + 30 * 60})
    session.save()


@pytest.fixture(scope="module")
def ask(town):
    """ask(role, method, address, data) -> the answer for that role over the own ward, with every
    change undone.
    """
    clients = {role: signed_in(town.world.account(role)) for role in Role.values} | {None: Client()}
    for role, client in clients.items():
        client.raise_request_exception = False
        if role:
            _seen_already(client)
    sessions = {role: client.cookies.copy() for role, client in clients.items()}

    def request(role, method, address, data=None, **headers):
        client = clients[role]
        client.cookies = sessions[role].copy()
        with undone():
            send = client.get if method == "GET" else client.post
            return _whole(send(address, data or {}, **headers))

    return request

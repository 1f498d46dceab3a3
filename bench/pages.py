"""The task list of a scoped ordinary user (50 rows) against a plain admin changelist (100 rows,
superuser).
"""

import statistics
import time

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench import world
from thenchot.programmes.models import Task

WARM, TIMES = 5, 30


def run():
    world.prepare()
    ours, admin = client(world.ordinary_account()), client(world.ordinary_account())
    for size in (10_000, 100_000):
        world.fill(size)
        connection.cursor().execute("ANALYZE")
        mine, theirs = median(ours, "/tasks/"), median(admin, "/bench-admin/programmes/task/")
        board, page = median(ours, "/board/"), median(ours, f"/tasks/{a_task()}/")
        print(
            f"{size:>7} tasks: list {mine:.1f} ms, admin {theirs:.1f} ms, ratio "
            f"{mine / theirs:.2f} (goal <= 1); "
            f"board {board:.1f} ms, task page {page:.1f} ms"
        )
        for name, url in (
            ("list", "/tasks/"),
            ("board", "/board/"),
            ("task", f"/tasks/{a_task()}/"),
        ):
            print(f"        {name}: {queries(ours, url)} SQL queries (goal <= 12)")


def client(account):
    browser = Client()
    browser.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser


def a_task():
    officer = world.ordinary_account()
    path = officer.grants.get().path
    return Task.objects.filter(home__path=path).values_list("pk", flat=True)[0]


def median(browser, url):
    spent = []
    for _ in range(WARM + TIMES):
        start = time.perf_counter()
        assert browser.get(url).status_code == 200, url
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent[WARM:])


def queries(browser, url):
    with CaptureQueriesContext(connection) as captured:
        browser.get(url)
    return len(captured)

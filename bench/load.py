"""50 signed-in users for 60 s on SQLite with 2 workers: reading, now and then reporting
progress.
"""

import http.client
import os
import random
import re
import statistics
import threading
import time
import urllib.parse

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore

from bench import server, world
from thenchot.platform.scope.models import Grant
from thenchot.programmes.models import Task

USERS, SECONDS, PORT = 50, int(os.environ.get("THENCHOT_LOAD_SECONDS", "60")), 8792


class User(threading.Thread):
    """One signed-in user with a pause of a second or so between two pages."""

    def __init__(self, cookie, tasks, until):
        super().__init__(daemon=True)
        self.cookie, self.tasks, self.until = cookie, tasks, until
        self.times, self.errors, self.writes = [], [], 0

    def run(self):
        while time.perf_counter() < self.until:
            try:
                self.turn(random.random())
            except Exception as error:
                self.errors.append(repr(error))
            time.sleep(random.uniform(0.3, 1.2))

    def turn(self, luck):
        task = random.choice(self.tasks)
        if luck < 0.15:
            return self.report(task)
        return self.fetch(
            "GET", random.choice(["/", "/tasks/", "/board/", f"/tasks/{task}/", "/programmes/"])
        )

    def report(self, task):
        page = self.fetch("GET", f"/tasks/{task}/report/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        if token:
            form = {"csrfmiddlewaretoken": token[1], "note": "Đang làm", "percent": "40"}
            self.fetch("POST", f"/tasks/{task}/report/", urllib.parse.urlencode(form))
            self.writes += 1

    def fetch(self, method, path, body=None):
        begun = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        page = answer.read().decode()
        connection.close()
        self.times.append(time.perf_counter() - begun)
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie" and value.startswith("csrftoken="):
                self.cookie = (
                    re.sub(r"; csrftoken=[^;]*", "", self.cookie) + "; " + value.split(";")[0]
                )
        if answer.status >= 400:
            self.errors.append(f"{answer.status} {method} {path}")
        return page


def run():
    world.prepare()
    world.fill(5_000)
    cookies, tasks = sign_in(USERS)
    process, _ = server.start(workers=2, port=PORT)
    try:
        users = [User(cookie, tasks, time.perf_counter() + SECONDS) for cookie in cookies]
        for user in users:
            user.start()
        for user in users:
            user.join(SECONDS + 60)
    finally:
        server.stop(process)
    report(users)


def report(users):
    times = sorted(t for user in users for t in user.times)
    errors = [e for user in users for e in user.errors]
    writes = sum(user.writes for user in users)
    p95 = times[int(len(times) * 0.95)]
    print(
        f"{USERS} users, {SECONDS} s, 2 workers, SQLite: {len(times)} requests, {writes} written "
        f"reports, "
        f"{len(errors)} errors (goal 0), median {statistics.median(times) * 1000:.0f} ms, p95 "
        f"{p95 * 1000:.0f} ms"
    )
    for line in sorted(set(errors))[:5]:
        print("   ", line)


def sign_in(count):
    """Sessions of `count` accounts that are heads of one unit, and tasks that unit works on."""
    officer = world.ordinary_account()
    home = officer.grants.get().path
    tasks = list(
        Task.objects.filter(home__path=home, state="in_progress").values_list("pk", flat=True)[:400]
    )
    cookies = []
    for number in range(count):
        account, _ = get_user_model().objects.get_or_create(
            username=f"nguoi{number}", defaults={"name": f"Người {number}"}
        )
        Grant.objects.get_or_create(account=account, role="head", path=home, starts_on=world.START)
        cookies.append(_session(account))
    return cookies, tasks


def _session(account):
    store = SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    store.create()
    return f"{settings.SESSION_COOKIE_NAME}={store.session_key}"

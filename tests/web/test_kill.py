"""Kill -9 of the server in the middle of an upload, a confirmation, a progress report and the
closing of a month: all or nothing of each.
"""

import http.client
import http.cookiejar
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from tests.demonstration import demo_home
from tests.forking import Commands

from thenchot.web.demo.intake import SAMPLES

pytestmark = [pytest.mark.slow]
BIN = Path(sys.executable).parent / "thenchot"
DELAYS = (0.0, 0.03, 0.08, 0.15, 0.3)


class Site:
    """A real server over its own copy of the demonstration."""

    def __init__(self, home: Path, commands=None):
        self.home, self.commands = home, commands
        environment = {k: v for k, v in os.environ.items() if not k.startswith("THENCHOT_")}
        self.environment = environment | {
            "THENCHOT_HOME": str(home / "data"),
            "THENCHOT_KEYS": str(home / "keys.json"),
            "THENCHOT_SECOND_FACTOR": "0",
        }
        self.password = (home / "data/demo-accounts.txt").read_text().splitlines()[0]
        self.process = None

    def start(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        command = [str(BIN), "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(
            command, env=self.environment, start_new_session=True, stderr=subprocess.DEVNULL
        )
        for _ in range(200):
            try:
                return self.open("/healthz")
            except OSError:
                time.sleep(0.1)
        raise TimeoutError("the server did not start")

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)

    def open(self, path, body=None, browser=None, headers=()):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", body, dict(headers))
        with (browser or urllib.request.build_opener()).open(request, timeout=20) as answer:
            return answer.read().decode()

    def sign_in(self, name):
        browser = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        )
        self.post(browser, "/accounts/login/", {"login": name, "password": self.password})
        return browser

    def post(self, browser, path, fields, page=None):
        token = re.search(
            r'name="csrfmiddlewaretoken" value="([^"]+)"', self.open(page or path, browser=browser)
        )[1]
        return self.open(
            path, urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": token}).encode(), browser
        )

    def sql(self, text):
        with sqlite3.connect(self.home / "data/thenchot.sqlite3") as base:
            return base.execute(text).fetchall()


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """One demonstration, copied for every test."""
    return demo_home(tmp_path_factory)


@pytest.fixture(scope="module")
def copied(template, tmp_path_factory):
    """copied() -> a site over a new copy, always at the same place, so that the doctor is read
    once.
    """
    home = tmp_path_factory.mktemp("killed") / "home"

    def copy(commands=None):
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(template, home)
        return Site(home, commands)

    commands = Commands(copy().environment)
    yield lambda: copy(commands)
    commands.end()


@pytest.fixture
def site(copied):
    site = copied()
    site.start()
    yield site
    if site.process.poll() is None:
        site.kill()


def cut_short(site, delay, do):
    """Send the request and kill the server so many seconds later."""
    sender = threading.Thread(target=lambda: _quietly(do), daemon=True)
    sender.start()
    time.sleep(delay)
    site.kill()
    sender.join(20)


def _quietly(do):
    """The server may go before, during or after its answer."""
    try:
        do()
    except (OSError, http.client.HTTPException, TypeError):
        return


def sound(site):
    """The doctor finds nothing broken; it also walks the chain."""
    checked = site.commands.run("doctor")
    assert checked.returncode == 0 and "sự kiện còn nguyên" in checked.stdout, checked.stdout


def multipart(fields, name, content):
    edge = "edge-of-the-test"
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'
        for k, v in fields.items()
    ]
    head = (
        f'--{edge}\r\nContent-Disposition: form-data; name="file"; '
        f'filename="{name}"\r\nContent-Type: text/plain\r\n\r\n'
    )
    return "".join(parts).encode() + head.encode() + content + f"\r\n--{edge}--\r\n".encode(), {
        "Content-Type": f"multipart/form-data; boundary={edge}"
    }


@pytest.mark.parametrize("delay", DELAYS)
def test_an_upload_is_all_or_nothing(site, delay):
    browser = site.sign_in("canbo")
    page = site.open("/import/", browser=browser)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    home = re.search(r'<option value="(\d+)" selected', page)[1]
    text = (SAMPLES / "5-nghi-quyet-phuong.txt").read_bytes()
    body, headers = multipart({"csrfmiddlewaretoken": token, "home": home}, "nghi-quyet.txt", text)
    drafts, files = (
        site.sql("SELECT COUNT(*) FROM programmes_draft"),
        site.sql("SELECT COUNT(*) FROM files_storedfile"),
    )
    cut_short(site, delay, lambda: site.open("/import/", body, browser, headers.items()))
    more_drafts = site.sql("SELECT COUNT(*) FROM programmes_draft")[0][0] - drafts[0][0]
    more_files = site.sql("SELECT COUNT(*) FROM files_storedfile")[0][0] - files[0][0]
    assert (more_drafts, more_files) in ((0, 0), (1, 1))
    sound(site)


@pytest.mark.parametrize("delay", DELAYS)
def test_giving_out_a_programme_is_all_or_nothing(site, delay):
    browser = site.sign_in("canbo")
    draft = _a_draft(site, browser)
    tasks = site.sql("SELECT COUNT(*) FROM programmes_task")[0][0]
    cut_short(site, delay, lambda: site.post(browser, f"/import/{draft}/confirm/", {}))
    ((state, programme),) = site.sql(
        f"SELECT state, programme_id FROM programmes_draft WHERE id = {draft}"
    )
    made = site.sql("SELECT COUNT(*) FROM programmes_task")[0][0] - tasks
    assert (state, programme is None, made > 0) in (
        ("review", True, False),
        ("confirmed", False, True),
    )
    sound(site)


@pytest.mark.parametrize("delay", DELAYS)
def test_a_progress_report_is_all_or_nothing(site, delay):
    ((task, before),) = site.sql(
        "SELECT t.id, t.percent FROM programmes_task t JOIN programmes_assignment a ON a.task_id "
        "= t.id JOIN organisation_unit u "
        "ON u.id = a.unit_id WHERE t.state = 'in_progress' AND a.part = 'lead' AND u.name LIKE "
        "'Ban Xây dựng%' LIMIT 1"
    )
    browser = site.sign_in("truongban")
    count = site.sql("SELECT COUNT(*) FROM programmes_progress")[0][0]
    fields = {"note": "Báo khi máy tắt", "percent": "97"}
    cut_short(site, delay, lambda: site.post(browser, f"/tasks/{task}/report/", fields))
    reports = site.sql("SELECT COUNT(*) FROM programmes_progress")[0][0] - count
    events = site.sql(
        "SELECT COUNT(*) FROM audit_event WHERE name = 'progress_reported' AND "
        "json_extract(facts, '$.percent') = 97"
    )[0][0]
    percent = site.sql(f"SELECT percent FROM programmes_task WHERE id = {task}")[0][0]
    assert (reports, events, percent) in ((0, 0, before), (1, 1, 97))
    sound(site)


@pytest.mark.parametrize("delay", DELAYS)
def test_closing_a_month_is_all_or_nothing(site, delay):
    """Every sheet that could be closed, each once, with its event and its receipt; or none."""
    ((unit, year, month),) = site.sql(
        "SELECT s.unit_id, s.year, s.number FROM worklog_assessment s JOIN organisation_unit u ON "
        "u.id = s.unit_id "
        "WHERE s.state = 'open' AND s.rules = 'nd335' AND s.kind = 'staff' AND u.name LIKE "
        "'Phòng Văn hóa%' "
        "GROUP BY s.unit_id, s.year, s.number ORDER BY s.year DESC, s.number DESC LIMIT 1"
    )
    period, browser = f"month-{year}-{month}", site.sign_in("vhxh")
    page = f"/months/units/{unit}/?period={period}"
    site.post(browser, f"/months/units/{unit}/accept/", {"period": period}, page=page)
    ready = int(re.search(r"chốt (\d+) phiếu", site.open(page, browser=browser))[1])
    events = "SELECT COUNT(*) FROM audit_event WHERE name = 'sheet_closed'"
    before = site.sql(events)[0][0]
    cut_short(
        site,
        delay,
        lambda: site.post(browser, f"/months/units/{unit}/close/", {"period": period}, page=page),
    )
    here = f"unit_id = {unit} AND year = {year} AND number = {month} AND state = 'closed'"
    closed = site.sql(
        f"SELECT COUNT(*) FROM worklog_assessment WHERE {here} AND result IS NOT NULL"
    )[0][0]
    assert ready > 10 and closed in (0, ready)
    assert (
        site.sql(events)[0][0] - before
        == closed
        == site.sql(f"SELECT COUNT(*) FROM worklog_assessment WHERE {here}")[0][0]
    )
    sound(site)


def _a_draft(site, browser):
    page = site.open("/import/", browser=browser)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    home = re.search(r'<option value="(\d+)" selected', page)[1]
    rows = "\n".join(
        f"| 1.{n} | Rà soát việc số {n} | UBND phường | | Hằng quý |" for n in range(1, 60)
    )
    text = (
        f"KẾ HOẠCH\n\nPHỤ LỤC\n\n| Số TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian "
        f"|\n|---|---|---|---|---|\n{rows}\n"
    )
    body, headers = multipart(
        {"csrfmiddlewaretoken": token, "home": home}, "ke-hoach.txt", text.encode()
    )
    site.open("/import/", body, browser, headers.items())
    return site.sql("SELECT MAX(id) FROM programmes_draft")[0][0]


def test_the_demonstration_it_starts_from_has_content_for_every_page(template):
    """No page of daily work or of the Party's quarters is shown empty to whoever looks at the
    demonstration.
    """
    with sqlite3.connect(template / "data/thenchot.sqlite3") as base:

        def counts(text):
            return dict(base.execute(text).fetchall())

        works = (
            "SELECT w.source, COUNT(*) FROM worklog_work w JOIN worklog_assessment s ON "
            "s.id = w.assessment_id WHERE s.rules = 'qd366' GROUP BY 1"
        )
        assert counts(works).keys() >= {"plan", "programmes.task"}
        empty = (
            "SELECT 1, COUNT(*) FROM worklog_assessment s WHERE rules = 'qd366' AND state = "
            "'closed' AND total IS NULL"
        )
        assert counts(empty) == {1: 0}
        assert len(counts("SELECT level, COUNT(*) FROM rating_quarterrating GROUP BY 1")) >= 2
        assert counts("SELECT state, COUNT(*) FROM worklog_planline GROUP BY 1").keys() == {
            "accepted",
            "proposed",
            "refused",
        }
        assert counts("SELECT state, COUNT(*) FROM worklog_hardtask GROUP BY 1").keys() == {
            "open",
            "solved",
        }
        assert counts("SELECT state, COUNT(*) FROM worklog_opinionrequest GROUP BY 1").keys() == {
            "sent",
            "answered",
            "decided",
        }
        assert counts("SELECT kind, COUNT(*) FROM worklog_fieldvisit GROUP BY 1").keys() == {
            "cell",
            "community",
            "field",
        }
        assert (
            counts("SELECT 1, COUNT(*) FROM programmes_task WHERE responsible_id IS NOT NULL")[1]
            > 10
        )

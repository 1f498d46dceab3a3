"""One mail a day: to whom, when, what stands in it, never twice, and what becomes of what fails."""

import smtplib
import socketserver
import threading
from datetime import datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from django.core import mail
from django.db import connection
from tests.together import together

from thenchot.platform.alerts import checks, services
from thenchot.platform.alerts import mail as digests
from thenchot.platform.alerts.models import Alert, Digest, DigestState, Notice
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import ZONE
from thenchot.platform.doctor import Mark
from thenchot.platform.policies.models import LocalValue

pytestmark = pytest.mark.postgres
UNIT = "/1/4/"
MORNING = datetime(2026, 11, 30, 7, 5, tzinfo=ZONE)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _own_clock(monkeypatch):
    monkeypatch.setattr(checks, "real_now", lambda: MORNING + timedelta(minutes=1))


@pytest.fixture
def smtp(settings):
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.BASE_URL = "https://thenchot.example"


@pytest.fixture
def reader(account):
    return account("head", UNIT, email="an@example.org", name="Lê Văn An")


def told(account, message="Lê Thị Bình: 61,50 điểm", at=MORNING - timedelta(hours=2), **more):
    fields = {"news": "alert_reopened", "unit_path": UNIT, "url": "/account/", "created_at": at}
    return Notice.objects.create(account=account, message=message, **fields | more)


def states():
    return list(Digest.objects.order_by("pk").values_list("state", flat=True))


def marks():
    return [(found.mark, found.message) for found in checks.digests()]


class TestWhoAndWhen:
    def test_without_a_server_nothing_is_sent_and_nothing_fails(self, reader, settings):
        settings.EMAIL_HOST = ""
        told(reader)
        assert digests.send_digests(MORNING) == 0
        assert not Digest.objects.exists() and mail.outbox == []
        assert marks() == [(Mark.OK, "chưa cấu hình máy chủ thư: không gửi thư")]

    def test_one_mail_a_person_however_many_notices(self, smtp, reader, account):
        told(reader), told(reader), told(account("head", UNIT))
        assert digests.send_digests(MORNING) == 1
        assert [sent.to for sent in mail.outbox] == [["an@example.org"]]
        assert marks() == [(Mark.OK, "1 thư đã gửi trong 7 ngày qua")]

    def test_only_from_its_hour_on(self, smtp, reader):
        told(reader)
        assert digests.send_digests(MORNING.replace(hour=6)) == 0
        assert digests.send_digests(MORNING.replace(hour=15)) == 1

    def test_once_a_day_and_the_rest_the_next_day(self, smtp, reader):
        told(reader)
        digests.send_digests(MORNING)
        told(reader)
        assert digests.send_digests(MORNING + timedelta(hours=3)) == 0
        assert digests.send_digests(MORNING + DAY) == 1
        assert digests.send_digests(MORNING + 2 * DAY) == 0
        assert [one.subject for one in mail.outbox] == [
            "Then Chốt: 1 việc báo ông (bà) chưa đọc"
        ] * 2

    def test_what_was_read_settled_or_is_old_is_left_out(self, smtp, reader):
        told(reader, read_at=MORNING), told(reader, over_at=MORNING)
        told(reader, at=MORNING - timedelta(days=40))
        assert digests.send_digests(MORNING) == 0 and not Digest.objects.exists()

    @pytest.mark.parametrize("change", [{"wants_digest": False}, {"is_active": False}])
    def test_who_opted_out_or_left_gets_none(self, smtp, reader, change):
        told(reader)
        type(reader).objects.filter(pk=reader.pk).update(**change)
        assert digests.send_digests(MORNING) == 0 and mail.outbox == []

    def test_a_unit_sets_its_hour_or_sends_none(self, smtp, reader, account):
        def decide(key, value):
            LocalValue.objects.create(
                path="/1/",
                key=key,
                value=value,
                basis="QĐ 1",
                valid_from=MORNING.date(),
                entered_by=account("officer", "/1/"),
                confirmed_by=account("officer", "/1/"),
                entered_at=MORNING,
                confirmed_at=MORNING,
            )

        told(reader)
        decide("notices.digest_hour", 16)
        assert digests.hour_for(["/1/4/"], MORNING.date()) == 16
        assert digests.hour_for(["/1/4/", "/2/"], MORNING.date()) == 7
        assert digests.send_digests(MORNING) == 0
        decide("notices.digest_is_sent", False)
        assert digests.hour_for(["/1/4/"], MORNING.date()) is None
        assert digests.send_digests(MORNING.replace(hour=20)) == 0


class TestWhatStandsInIt:
    def test_kind_and_address_and_nothing_of_what_it_says(self, smtp, reader):
        notice = told(reader, next_step="Trả lời bà Bình")
        digests.send_digests(MORNING)
        (sent,) = mail.outbox
        ((html, kind),) = sent.alternatives
        for text in (sent.body, html):
            assert "Mở lại cảnh báo" in text
            assert f"https://thenchot.example/notices/{notice.pk}/" in text
            assert "https://thenchot.example/notices/mail/" in text
            assert "Bình" not in text and "61,50" not in text
        assert kind == "text/html" and sent.extra_headers["Auto-Submitted"] == "auto-generated"

    def test_of_an_alert_its_kind(self, smtp, reader, monkeypatch):
        from thenchot.platform.alerts import registry

        monkeypatch.setattr(registry, "_rules", {})
        registry.register(registry.Rule("tests.rule", "Việc <quá hạn>", lambda on: []))
        alert = Alert.objects.create(
            rule="tests.rule", unit_path=UNIT, severity="late", since=MORNING, message="Bình",
            url="/", opened_at=MORNING,
        )  # fmt: skip
        told(reader, news="", alert=alert)
        digests.send_digests(MORNING)
        (sent,) = mail.outbox
        assert "- Việc <quá hạn>\n" in sent.body and "Bình" not in sent.body
        assert "Việc &lt;quá hạn&gt;" in sent.alternatives[0][0]

    def test_many_of_one_kind_are_one_line_that_leads_to_the_list(self, smtp, reader):
        for _ in range(188):
            told(reader)
        alone = told(reader, news="alert_exempted")
        digests.send_digests(MORNING)
        (sent,) = mail.outbox
        assert sent.subject == "Then Chốt: 189 việc báo ông (bà) chưa đọc"
        assert sent.body.count("Mở lại cảnh báo") == 1
        assert "Mở lại cảnh báo: 188 việc\n  https://thenchot.example/notices/\n" in sent.body
        assert f"https://thenchot.example/notices/{alone.pk}/" in sent.body
        assert "Mở lại cảnh báo</a>: 188 việc" in sent.alternatives[0][0]


class TestNeverTwice:
    @pytest.fixture(autouse=True)
    def _one(self, smtp, reader):
        self.notice = told(reader)

    def test_killed_after_the_server_took_it(self, monkeypatch):
        send = digests.EmailMultiAlternatives.send

        def killed(message):
            send(message)
            raise SystemExit

        with monkeypatch.context() as patched:
            patched.setattr(digests.EmailMultiAlternatives, "send", killed)
            with pytest.raises(SystemExit):
                digests.send_digests(MORNING)
        for later in (timedelta(hours=1), DAY, 2 * DAY):
            assert digests.send_digests(MORNING + later) == 0
        assert len(mail.outbox) == 1 and states() == [DigestState.HANDED]

    def test_what_is_not_known_is_told_by_the_doctor(self, monkeypatch):
        Digest.objects.create(
            account=self.notice.account,
            day=MORNING,
            state=DigestState.HANDED,
            made_at=MORNING,
            tried_at=MORNING - DAY,
        )
        assert marks()[0][0] == Mark.WARN and "không gửi lại" in marks()[0][1]

    def test_killed_before_the_server_got_it(self, monkeypatch):
        def killed(*_):
            raise SystemExit

        with monkeypatch.context() as patched:
            patched.setattr(digests, "_hand_over", killed)
            with pytest.raises(SystemExit):
                digests.send_digests(MORNING)
        assert digests.send_digests(MORNING + timedelta(hours=1)) == 1
        assert len(mail.outbox) == 1 and states() == [DigestState.SENT]

    def test_read_before_it_could_be_sent(self, monkeypatch):
        with monkeypatch.context() as patched:
            patched.setattr(digests, "_send", lambda digest, at: 0)
            digests.send_digests(MORNING)
        Notice.objects.update(read_at=MORNING)
        assert digests.send_digests(MORNING + timedelta(hours=1)) == 0
        assert mail.outbox == [] and states() == [DigestState.OVER]


class MailServer(socketserver.ThreadingTCPServer):
    """Enough of SMTP for one client; `refuse` addresses, or `drop` the line at the end of a
    mail.
    """

    allow_reuse_address = daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Talk)
        self.got, self.refuse, self.drop = [], set(), False
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Talk(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("220 here")
        for line in self.rfile:
            word = line[:4].upper().strip()
            if word == b"QUIT":
                return self.say("221 bye")
            if word == b"RCPT" and any(bad in line.decode() for bad in self.server.refuse):
                self.say("550 5.1.1 nobody of that name")
            elif word == b"DATA":
                self.say("354 go on")
                self.server.got.append(self.mail())
                if self.server.drop:
                    return None
                self.say("250 kept")
            else:
                self.say("250 ok")
        return None

    def mail(self):
        lines = iter(self.rfile.readline, b".\r\n")
        return message_from_bytes(b"".join(lines), policy=default)


class TestAServer:
    @pytest.fixture(autouse=True)
    def _served(self, settings, reader):
        self.server = MailServer()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = self.server.server_address
        settings.BASE_URL = "https://thenchot.example"
        self.reader = reader
        told(reader)
        yield
        self.server.shutdown(), self.server.server_close()

    def test_a_mail_that_arrives(self):
        assert digests.send_digests(MORNING) == 1
        (got,) = self.server.got
        assert got["To"] == "an@example.org"
        assert got["Message-ID"].endswith("-20261130@thenchot.example>")
        plain, html = got.iter_parts()
        assert "Kính gửi ông (bà) Lê Văn An" in plain.get_content()
        assert '<html lang="vi">' in html.get_content()

    def test_one_address_that_is_refused_holds_up_nobody(self, account):
        told(account("head", UNIT, email="bad@example.org"))
        told(account("head", UNIT, email="cuc@example.org"))
        self.server.refuse = {"bad@example.org"}
        with pytest.raises(digests.NotSent, match="1 thư chưa gửi được") as failed:
            digests.send_digests(MORNING)
        assert failed.value.sent == 2
        assert sorted(got["To"] for got in self.server.got) == ["an@example.org", "cuc@example.org"]
        ((mark, said),) = marks()
        assert mark == Mark.FAIL and "SMTPRecipientsRefused 550" in said
        assert "bad@" not in said
        self.server.refuse = set()
        assert digests.send_digests(MORNING + timedelta(hours=1)) == 1

    def test_an_address_with_a_line_in_it_says_nothing_to_the_server(self, account):
        told(account("head", UNIT, email="x@example.org\nBcc: all@example.org"))
        with pytest.raises(digests.NotSent):
            digests.send_digests(MORNING)
        assert [got["To"] for got in self.server.got] == ["an@example.org"]

    def test_a_server_that_is_down_is_tried_again_and_still_one_mail(self, settings):
        settings.EMAIL_PORT = 9  # nobody listens
        with pytest.raises(digests.NotSent):
            digests.send_digests(MORNING)
        assert marks()[0][0] == Mark.FAIL and "1 thư chưa gửi được" in marks()[0][1]
        settings.EMAIL_PORT = self.server.server_address[1]
        told(self.reader, at=MORNING)
        assert digests.send_digests(MORNING + DAY) == 1
        (got,) = self.server.got
        assert "2 việc" in got["Subject"] and states() == [DigestState.SENT]

    def test_one_that_breaks_off_after_the_mail_is_not_asked_again(self):
        self.server.drop = True
        assert digests.send_digests(MORNING) == 0
        self.server.drop = False
        assert digests.send_digests(MORNING + timedelta(hours=1)) == 0
        assert digests.send_digests(MORNING + DAY) == 0
        assert len(self.server.got) == 1 and states() == [DigestState.HANDED]

    def test_after_a_day_of_refusals_it_is_given_up(self):
        self.server.refuse = {"an@"}
        for hour in range(digests.TRIES):
            with pytest.raises(digests.NotSent):
                digests.send_digests(MORNING + timedelta(hours=hour))
        assert states() == [DigestState.FAILED]
        assert digests.send_digests(MORNING + 2 * DAY) == 0

    def test_the_schedule_tells_the_failure_and_goes_on_in_an_hour(self, settings, monkeypatch):
        from thenchot.platform.alerts import schedules
        from thenchot.platform.jobs import due
        from thenchot.platform.jobs.models import Turn

        monkeypatch.setattr(schedules, "real_now", lambda: MORNING)
        settings.EMAIL_PORT = 9
        (outcome,) = due.run_due(only="alerts.send_digests")
        assert not outcome.is_ok and "thư chưa gửi được" in outcome.message
        assert Turn.objects.get(name="alerts.send_digests").failed_at is not None


class TestOwnPage:
    def test_opting_out_and_in_again(self, smtp, signed_in):
        browser = signed_in("head", UNIT, email="an@example.org")
        page = browser.get("/notices/mail/").content.decode()
        assert "an@example.org" in page and "checked" in page
        assert browser.post("/notices/mail/", {}).status_code == 302
        browser.account.refresh_from_db()
        assert not browser.account.wants_digest
        browser.post("/notices/mail/", {"wants": "on"})
        browser.account.refresh_from_db()
        assert browser.account.wants_digest
        facts = [event.facts for event in Event.objects.filter(name="digest_chosen")]
        assert facts == [{"wants_digest": False}, {"wants_digest": True}]

    def test_the_same_again_is_no_event(self, smtp, actor):
        services.choose_digest(actor("head", UNIT), wants=True)
        assert not Event.objects.exists()

    @pytest.mark.parametrize(
        ("host", "email", "said"),
        [("", "an@example.org", "không gửi thư báo việc"), ("x", "", "chưa có địa chỉ")],
    )
    def test_the_page_says_why_none_comes(self, settings, signed_in, host, email, said):
        settings.EMAIL_HOST = host
        assert said in signed_in("head", UNIT, email=email).get("/notices/mail/").content.decode()


def test_two_turns_at_once_send_one_mail(committed, smtp, account, monkeypatch):
    if connection.vendor != "postgresql":
        pytest.skip("needs THENCHOT_TEST_DATABASE=postgres")
    told(account("head", UNIT, email="an@example.org"))
    together(*[lambda: digests.send_digests(MORNING)] * 3)
    assert len(mail.outbox) <= 1
    digests.send_digests(MORNING)
    assert len(mail.outbox) == 1


def test_what_counts_as_refused_is_what_the_server_said():
    assert issubclass(smtplib.SMTPAuthenticationError, digests.REFUSED)
    assert not issubclass(smtplib.SMTPServerDisconnected, digests.REFUSED)

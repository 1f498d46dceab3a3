"""What happened is told once, whatever happens between its commit and the telling."""

import pytest
from django.db import connection, transaction
from tests.together import together

from thenchot.platform.alerts import checks, news
from thenchot.platform.alerts.findings import about, roles
from thenchot.platform.alerts.models import TRIES, Notice, Telling
from thenchot.platform.audit import trail
from thenchot.platform.audit.models import Event
from thenchot.platform.audit.trail import record, record_many
from thenchot.platform.doctor import Mark
from thenchot.platform.scope.actor import SYSTEM

pytestmark = pytest.mark.postgres
ROOT = "/1/"


@pytest.fixture
def words(monkeypatch):
    """Two kinds of news; the second ends the first. `.broken` ids cannot be told."""
    monkeypatch.setattr(news, "_news", {})
    for name in ("thing_asked", "thing_answered"):
        monkeypatch.setitem(trail._followers, name, [])
    said = Words()
    news.news("thing_asked")(said.asked)
    news.news("thing_answered", ends=("thing_asked",))(said.answered)
    return said


class Words:
    def __init__(self):
        self.calls, self.broken = [], set()

    def asked(self, facts):
        return self._say("xin", facts)

    def answered(self, facts):
        return self._say("trả lời", facts)

    def _say(self, word, facts):
        self.calls.append((word, sorted(facts)))
        if self.broken & facts.keys():
            raise RuntimeError("no words")
        for pk, fact in facts.items():
            subject = Telling(pk=pk)
            message = f"{word} {fact['number']}"
            yield about(subject, message, path=ROOT, url="/", tells=roles(ROOT, "head"))


def happen(number, name="thing_asked", actor=SYSTEM):
    record(actor, name, subject=Telling(pk=number), unit_path=ROOT, number=number)


def messages():
    return sorted(Notice.objects.values_list("message", flat=True))


class TestAfterTheCommit:
    @pytest.fixture(autouse=True)
    def _commits(self, words, account, committed):
        self.words = words
        self.head = account("head", ROOT)

    def test_it_is_told_at_once(self):
        with transaction.atomic():
            happen(1)
            assert messages() == []
        assert messages() == ["xin 1"]
        assert Telling.objects.get().told_at is not None

    def test_a_program_that_ends_in_between_leaves_it_for_the_sweep(self, monkeypatch):
        def killed(*_):
            raise SystemExit

        with monkeypatch.context() as patched:
            patched.setattr(news, "tell_waiting", killed)
            with pytest.raises(SystemExit), transaction.atomic():
                happen(1)
        assert Event.objects.filter(name="thing_asked").exists() and messages() == []
        assert news.tell_waiting() == 1 and messages() == ["xin 1"]
        assert news.tell_waiting() == 0 and messages() == ["xin 1"]

    def test_one_that_ends_while_telling_tells_everybody_or_nobody(self, monkeypatch):
        insert = Notice.objects.bulk_create

        def killed(*rows, **more):
            insert(*rows, **more)
            raise SystemExit

        with monkeypatch.context() as patched:
            patched.setattr(Notice.objects, "bulk_create", killed)
            with pytest.raises(SystemExit), transaction.atomic():
                happen(1)
        assert messages() == []
        assert news.tell_waiting() == 1 and messages() == ["xin 1"]

    def test_the_next_news_takes_along_what_was_left(self, monkeypatch):
        with monkeypatch.context() as patched:
            patched.setattr(news, "_finish", lambda pk: None)
            with transaction.atomic():
                happen(1)
        with transaction.atomic():
            happen(2)
        assert messages() == ["xin 1", "xin 2"]

    def test_nothing_is_told_of_what_was_rolled_back(self):
        with pytest.raises(RuntimeError), transaction.atomic():
            happen(1)
            raise RuntimeError
        assert news.tell_waiting() == 0 and not Telling.objects.exists()

    def test_one_act_is_told_in_one_go(self):
        with transaction.atomic():
            for number in (1, 2, 3):
                happen(number)
        assert self.words.calls == [("xin", ["1", "2", "3"])]

    def test_many_events_at_once_are_one_row(self):
        entries = [(number, ROOT, {"number": number}) for number in range(1, 6)]
        with transaction.atomic():
            record_many(SYSTEM, "thing_asked", Telling, entries)
        told = Telling.objects.get()
        assert told.last_seq - told.first_seq == 4 and len(messages()) == 5

    def test_what_was_answered_before_it_could_be_told_is_not_told(self, monkeypatch):
        with monkeypatch.context() as patched:
            patched.setattr(news, "_finish", lambda pk: None)
            with transaction.atomic():
                happen(1)
                happen(2)
            with transaction.atomic():
                happen(1, "thing_answered")
        news.tell_waiting()
        assert messages() == ["trả lời 1", "xin 2"]


class TestWhatFails:
    @pytest.fixture(autouse=True)
    def _broken(self, words, account, committed):
        self.words = words
        account("head", ROOT)
        words.broken = {"1"}
        with transaction.atomic():
            happen(1)

    def marks(self):
        return [found.mark for found in checks.news()]

    def test_it_is_tried_again_by_the_sweep_only_and_holds_up_no_other(self):
        with transaction.atomic():
            happen(2)
        row = Telling.objects.get(first_seq=Telling.objects.order_by("pk").first().first_seq)
        assert (row.failures, row.failure) == (1, "RuntimeError: no words")
        assert messages() == ["xin 2"]
        self.words.broken = set()
        assert news.tell_waiting() == 1 and messages() == ["xin 1", "xin 2"]

    def test_after_a_day_it_is_given_up_and_the_doctor_tells(self):
        assert self.marks() == [Mark.OK]
        for _ in range(TRIES):
            news.tell_waiting()
        assert Telling.objects.get().failures == TRIES
        assert self.marks() == [Mark.FAIL]
        assert "RuntimeError" in next(iter(checks.news())).message

    def test_what_waits_for_hours_is_told_by_the_doctor(self, monkeypatch):
        later = Telling.objects.get().made_at + checks.PATIENCE * 2
        monkeypatch.setattr(checks, "real_now", lambda: later)
        assert self.marks() == [Mark.WARN]


def test_two_sweeps_at_once_tell_it_once(committed, words, account, monkeypatch):
    if connection.vendor != "postgresql":
        pytest.skip("needs THENCHOT_TEST_DATABASE=postgres")
    account("head", ROOT)
    with monkeypatch.context() as patched:
        patched.setattr(news, "_finish", lambda pk: None)
        for number in range(20):
            with transaction.atomic():
                happen(number)
    assert sum(together(news.tell_waiting, news.tell_waiting, news.tell_waiting)) == 20
    assert len(messages()) == 20

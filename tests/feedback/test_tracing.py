"""Somebody tries to find out who gave which anonymous answer: from the database with its hidden row
numbers, the log, the trail, exports, a backup of before closing, also with the key ring in hand.
None succeeds (ADR 14).
"""

import logging
import sqlite3
from base64 import b64decode
from datetime import timedelta
from decimal import Decimal

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.apps import apps
from django.db import connection
from django.urls import reverse
from tests.worlds import signed_in

from thenchot.feedback.models import Answer, FeedbackResult, FeedbackRound, Invitation
from thenchot.feedback.services import envelopes
from thenchot.feedback.services.envelopes import EMPTY, FILLED
from thenchot.platform import keys
from thenchot.platform.audit import triggers
from thenchot.platform.backup import services as backups
from thenchot.platform.datasets.registry import declared
from thenchot.platform.keys import fleeting
from thenchot.platform.keys.reencrypting import sealed_models
from thenchot.platform.keys.sealing import CannotOpen, unseal
from thenchot.platform.runtime.untraced import is_untraced

pytestmark = pytest.mark.django_db
CHANGED = {"feedback.Answer", "feedback.Invitation"}
MARKED = Decimal("3.00")  # what the one who is looked for gave


def send(crowd, rater, value="7", browser=None):
    """Through the door everybody uses: the page."""
    client = browser or signed_in(crowd.accounts[rater])
    address = reverse("feedback_answer", args=[crowd.reviewee().pk])
    response = client.post(
        address, {f"c{at}": value for at, _ in enumerate(crowd.points(rater, "staff 0", 0))}
    )
    assert (response.status_code, response.url) == (302, reverse("feedback_mine"))


def everything() -> dict[str, list]:
    """All rows of all tables of the project and of Django."""
    return {
        model._meta.label: sorted(map(repr, model._base_manager.values_list()))
        for model in apps.get_models()
    }


def hidden_order(model) -> list:
    """Rows as they physically lie."""
    hidden = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {model._meta.pk.column} FROM {model._meta.db_table} ORDER BY {hidden}"
        )
        return [str(row[0]).replace("-", "") for row in cursor.fetchall()]


class TestTheDatabase:
    def test_a_submission_changes_two_tables_and_nothing_else(self, crowd):
        """Sessions, accounts, reads, events, jobs, notices: as before."""
        crowd.open()
        client = signed_in(crowd.accounts["staff 1"])
        address = reverse("feedback_answer", args=[crowd.reviewee().pk])
        assert client.get(address).status_code == 200
        before = everything()
        assert client.post(address, {f"c{n}": "7" for n in range(6)}).status_code == 302
        after = everything()
        assert {label for label in before if before[label] != after[label]} == CHANGED
        assert len(before) > 100

    def test_looking_at_the_form_changes_nothing_at_all(self, crowd):
        crowd.open()
        client = signed_in(crowd.accounts["staff 1"])
        before = everything()
        assert client.get(reverse("feedback_answer", args=[crowd.reviewee().pk])).status_code == 200
        assert everything() == before

    def test_neither_row_knows_time_account_or_place(self):
        assert {field.attname for field in Answer._meta.concrete_fields} == {
            "key",
            "reviewee_id",
            "side",
            "sealed",
        }
        assert {field.attname for field in Invitation._meta.concrete_fields} == {
            "id",
            "reviewee_id",
            "person_id",
            "side",
            "is_used",
        }

    def test_no_row_moves_when_somebody_answers(self, crowd):
        """Row numbers stand from the opening: the order of answering is nowhere in them."""
        if connection.vendor != "sqlite":
            pytest.skip("row numbers are SQLite's")
        crowd.open()
        before = hidden_order(Answer), hidden_order(Invitation)
        for n in range(1, 9):
            send(crowd, f"staff {n}")
            assert (hidden_order(Answer), hidden_order(Invitation)) == before

    def test_one_transaction_wrote_every_row_of_the_group(self, crowd):
        """PostgreSQL tells which transaction wrote a row: the same for all answers, and for all
        invitations, of the group.
        """
        if connection.vendor != "postgresql":
            pytest.skip("transaction numbers are PostgreSQL's")
        crowd.open()
        for n in range(1, 4):
            send(crowd, f"staff {n}")
            with connection.cursor() as cursor:
                for table in ("feedback_answer", "feedback_invitation"):
                    cursor.execute(
                        f"SELECT count(DISTINCT xmin::text) FROM {table} WHERE side = 'peers'"
                    )
                    assert cursor.fetchone() == (1,)

    def test_the_envelope_is_taken_by_chance(self, crowd):
        """The place of the first answer among eight envelopes, over thirty rounds: nobody could
        tell it beforehand.
        """
        places, invitations = set(), set()
        for _ in range(30):
            found = crowd.open()
            crowd.answer("staff 1")
            group = {
                str(key).replace("-", ""): sealed
                for key, sealed in Answer.objects.filter(reviewee=crowd.reviewee()).values_list(
                    "key", "sealed"
                )
            }
            places.add(
                [
                    group[key].startswith(FILLED) for key in hidden_order(Answer) if key in group
                ].index(True)
            )
            peers = Invitation.objects.filter(reviewee=crowd.reviewee(), side="peers").order_by(
                "pk"
            )
            invitations.add(list(peers.values_list("is_used", flat=True)).index(True))
            FeedbackRound.objects.filter(pk=found.pk).update(closed_at=found.opened_at)
        assert len(places) >= 5 and len(invitations) >= 5

    def test_keys_of_answers_have_no_order(self, crowd):
        crowd.open()
        assert {key.version for key in Answer.objects.values_list("key", flat=True)} == {4}

    def test_envelopes_all_look_alike(self, crowd):
        """As long for 0 as for 10, as long when empty, different for the same points: no row ever
        grows.
        """
        crowd.open()
        assert (
            set(Answer.objects.values_list("sealed", flat=True).distinct())
            and not Answer.objects.exclude(sealed__startswith=EMPTY).exists()
        )
        empty = {len(one) for one in Answer.objects.values_list("sealed", flat=True)}
        for n, value in enumerate((0, 10, 7, 7), 1):
            send(crowd, f"staff {n}", str(value))
        sealed = list(
            Answer.objects.filter(sealed__startswith=FILLED).values_list("sealed", flat=True)
        )
        assert {len(one) for one in sealed} == empty and len(empty) == 1 and len(set(sealed)) == 4


class TestBeforeClosing:
    """With all keys of the ring, all rows of the database, and the code."""

    def test_the_ring_opens_no_envelope(self, crowd):
        crowd.open()
        send(crowd, "staff 1")
        raw = b64decode(Answer.objects.filter(sealed__startswith=FILLED).get().sealed[1:])
        point, nonce, body = raw[:32], raw[32:44], raw[44:]
        found = crowd.rounds[-1]
        group = f"{crowd.reviewee().pk}/peers".encode()
        for guess in (
            bytes(32),
            keys.ring().keys[keys.current_id()],
            keys.ring().derive("sides"),
            keys.ring().derive("field"),
        ):
            for private in (
                envelopes._private(guess, found.key_name, found.key_id),
                X25519PrivateKey.from_private_bytes(guess),
            ):
                shared = private.exchange(X25519PublicKey.from_public_bytes(point))
                with pytest.raises(InvalidTag):
                    AESGCM(envelopes._stretched(shared, found.public_key)).decrypt(
                        nonce, body, group
                    )
        with pytest.raises(CannotOpen):
            unseal(
                "feedback_answer.sealed",
                f"{keys.current_id()}:{Answer.objects.filter(sealed__startswith=FILLED).get().sealed[1:]}",
            )

    def test_an_envelope_opens_in_its_own_group_only(self, crowd):
        crowd.open()
        send(crowd, "staff 1")
        found, sealed = (
            crowd.rounds[-1],
            Answer.objects.filter(sealed__startswith=FILLED).get().sealed,
        )
        opener = envelopes.Opener(
            key_name=found.key_name, key_id=found.key_id, public_key=found.public_key
        )
        codes = list(crowd.points("staff 1", "staff 0", 0))
        assert set(opener.open(f"{crowd.reviewee().pk}/peers", codes, sealed).values()) == {
            Decimal(7)
        }
        for other in (f"{crowd.reviewee().pk}/collective", f"{crowd.reviewee().pk + 1}/peers"):
            with pytest.raises(envelopes.CannotOpen):
                opener.open(other, codes, sealed)

    def test_turning_the_keys_leaves_envelopes_alone(self):
        assert Answer not in {model for model, _ in sealed_models()}

    def test_pages_show_numbers_of_turns_never_an_answer(self, crowd):
        crowd.open()
        send(crowd, "staff 1", "3")
        for name in ("officer", "leader"):
            for route, pk in (
                ("feedback_round", crowd.rounds[-1].pk),
                ("feedback_person", crowd.reviewee().pk),
            ):
                text = (
                    signed_in(crowd.accounts[name]).get(reverse(route, args=[pk])).content.decode()
                )
                assert "3,00" not in text and crowd.people["staff 1"].full_name not in text


class TestAfterClosing:
    def test_nothing_is_left_but_sums_of_five_or_more(self, crowd, monkeypatch):
        crowd.open()
        for n in range(1, 9):
            send(crowd, f"staff {n}", str(n))
        crowd.close(monkeypatch)
        assert Answer.objects.count() == 0
        assert not FeedbackResult.objects.filter(
            state="released", side="peers", people__lt=5
        ).exists()
        assert set(crowd.figure("peers").sums.values()) == {"36.00"} or {
            Decimal(v) for v in crowd.figure("peers").sums.values()
        } == {Decimal(36)}

    def test_who_answered_in_which_order_changes_nothing_that_stays(self, crowd, monkeypatch):
        """Two rounds with the same answers in opposite order leave the same rows, but for their
        ids.
        """

        def rows():
            return list(
                FeedbackResult.objects.filter(reviewee=crowd.reviewee()).values_list(
                    "side", "state", "people", "sums", "invited"
                )
            )

        one, other = crowd.in_both_orders(monkeypatch, rows)
        assert one == other

    def test_the_secret_of_the_round_ends_with_the_commit(
        self, crowd, monkeypatch, django_capture_on_commit_callbacks
    ):
        found = crowd.open()
        with django_capture_on_commit_callbacks(execute=True):
            crowd.close(monkeypatch)
            assert (
                len(fleeting.read(found.key_name)) == 32
            )  # whoever is killed here can close again
        with pytest.raises(fleeting.SecretGone):
            fleeting.read(found.key_name)

    def test_the_secret_stays_when_closing_fails(
        self, crowd, monkeypatch, django_capture_on_commit_callbacks
    ):
        found = crowd.open()
        crowd.answer("staff 1")
        monkeypatch.setattr("thenchot.feedback.services.closing.record", lambda *_, **__: 1 / 0)
        with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError):
            crowd.close(monkeypatch)
        assert (
            fleeting.read(found.key_name)
            and Answer.objects.filter(sealed__startswith=FILLED).count() == 1
        )


class TestABackupOfBeforeClosing:
    """Only what is committed is in a backup. Emptying the tables afterwards is what the triggers of
    the trail refuse.
    """

    @pytest.fixture
    def committed(self, transactional_db):
        if connection.vendor != "sqlite":
            triggers.remove()
            pytest.skip("the copy is read as a file")
        yield
        triggers.remove()

    @pytest.fixture
    def copy(self, committed, crowd, monkeypatch, tmp_path):
        """Made while the round is open, restored by somebody who has the key ring, after the round
        closed.
        """
        crowd.open()
        for n in range(1, 7):
            crowd.answer(f"staff {n}", value=MARKED if n == 3 else 7)
        made = backups.make(to=tmp_path / "out")
        crowd.close(monkeypatch)
        backups.restore(tmp_path / "out" / made.file.rsplit("/", 1)[1], into=tmp_path / "in")
        return tmp_path / "in"

    def test_holds_envelopes_but_nothing_that_opens_them(self, copy, crowd):
        database = sqlite3.connect(copy / "thenchot.sqlite3")
        envelopes_ = [
            row[0]
            for row in database.execute("SELECT sealed FROM feedback_answer WHERE sealed LIKE '+%'")
        ]
        name, key_id, public = database.execute(
            "SELECT key_name, key_id, public_key FROM feedback_feedbackround"
        ).fetchone()
        database.close()
        assert len(envelopes_) == 6
        with pytest.raises(fleeting.SecretGone):
            envelopes.Opener(key_name=name, key_id=key_id, public_key=public)
        everywhere = b"".join(path.read_bytes() for path in copy.rglob("*") if path.is_file())
        assert name.encode() in everywhere  # the search itself works
        assert list(copy.rglob("fleeting")) == [] and list(copy.rglob(name)) == []

    def test_the_secret_was_in_no_file_of_the_backup(self, committed, crowd, tmp_path):
        found = crowd.open()
        secret = fleeting.read(found.key_name)
        made = backups.make(to=tmp_path / "out")
        backups.restore(tmp_path / "out" / made.file.rsplit("/", 1)[1], into=tmp_path / "in")
        everywhere = b"".join(
            path.read_bytes() for path in (tmp_path / "in").rglob("*") if path.is_file()
        )
        assert found.public_key.encode() in everywhere
        assert secret not in everywhere and secret.hex().encode() not in everywhere


class TestLogAndTrail:
    def test_a_submission_writes_no_line(self, crowd, caplog):
        crowd.open()
        browser = signed_in(crowd.accounts["staff 1"])
        caplog.set_level(logging.DEBUG)
        caplog.clear()
        send(crowd, "staff 1", browser=browser)
        told = [record for record in caplog.records if record.name != "django.db.backends"]
        assert [record.getMessage() for record in told] == []

    @pytest.mark.parametrize("who", ["staff 1", "ubnd"])
    def test_a_refused_one_is_told_without_address_and_name(self, crowd, who, capfd, monkeypatch):
        """A invitation used already, and somebody who was not asked: what the console's handler
        prints.
        """
        for name in (
            "django",
            "django.request",
        ):  # another test's configuration may have switched them off
            monkeypatch.setattr(logging.getLogger(name), "disabled", False)
        crowd.open()
        send(crowd, "staff 1")
        handler = next(
            one for one in logging.getLogger().handlers if type(one) is logging.StreamHandler
        )
        lines = []
        handler.emit = lambda record: lines.append(handler.format(record))
        try:
            response = signed_in(crowd.accounts[who]).post(
                reverse("feedback_answer", args=[crowd.reviewee().pk]),
                {f"c{n}": "7" for n in range(6)},
            )
        finally:
            del handler.emit
        assert response.status_code == (200 if who == "staff 1" else 404)
        assert all(
            "/feedback/" not in line and crowd.accounts[who].username not in line for line in lines
        )
        assert lines or who == "staff 1"

    def test_the_trail_holds_no_event_and_no_read(self, crowd):
        from thenchot.platform.audit.models import Event, Read

        crowd.open()
        before = Event.objects.count(), Read.objects.count()
        for n in range(1, 9):
            send(crowd, f"staff {n}")
        assert (Event.objects.count(), Read.objects.count()) == before

    def test_the_server_keeps_no_log_of_requests(self, monkeypatch):
        from thenchot.web import serve

        given = {}
        monkeypatch.setattr(
            "granian.Granian",
            lambda *_, **options: (
                given.update(options) or type("Server", (), {"serve": lambda self: None})()
            ),
        )
        serve._run(serve._parser().parse_args([]))
        assert given and not {name for name in given if name.startswith("log_access")}

    def test_only_this_address_leaves_no_trace(self, rf):
        marked = [
            name
            for name in ("feedback_answer", "feedback_sign", "feedback_person")
            if is_untraced(rf.get(reverse(name, args=[1])))
        ]
        assert marked == ["feedback_answer"] and not is_untraced(rf.get("/nowhere/"))


class TestExports:
    def test_no_dataset_offers_answers_or_turns(self):
        from thenchot.platform.scope.actor import SYSTEM

        assert {dataset.rows(SYSTEM).model for dataset in declared().values()} & {
            Answer,
            Invitation,
        } == set()

    def test_no_page_gives_the_turns_of_others(self, crowd):
        """The own invitations name whom one judges; nobody ever reads who judges oneself."""
        crowd.open()
        send(crowd, "staff 1")
        for name in ("staff 0", "officer", "leader", "head"):
            for route, args in (("feedback_mine", []), ("feedback_person", [crowd.reviewee().pk])):
                text = (
                    signed_in(crowd.accounts[name]).get(reverse(route, args=args)).content.decode()
                )
                assert crowd.people["staff 1"].full_name not in text


def test_late_by_a_day_is_too_late(crowd, monkeypatch):
    crowd.open()
    monkeypatch.setenv("THENCHOT_TODAY", (crowd.rounds[-1].closes_on + timedelta(1)).isoformat())
    response = signed_in(crowd.accounts["staff 1"]).post(
        reverse("feedback_answer", args=[crowd.reviewee().pk]), {f"c{n}": "7" for n in range(6)}
    )
    assert response.status_code == 200 and "không nhận ý kiến" in response.content.decode()
    assert not Invitation.objects.filter(is_used=True).exists()

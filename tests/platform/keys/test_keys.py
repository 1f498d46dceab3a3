"""The key ring, the recovery sheet and sealed values."""

import json
import stat
import subprocess
import sys

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from thenchot.platform import keys
from thenchot.platform.keys import recovery
from thenchot.platform.keys.recovery import BadSheet
from thenchot.platform.keys.ring import KeyRing, KeysMissing, ring
from thenchot.platform.keys.sealing import (
    CannotOpen,
    blind_index,
    blind_indexes,
    seal,
    sealed_with,
    unseal,
)


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A key file and a data folder of their own."""
    monkeypatch.setenv("THENCHOT_KEYS", str(tmp_path / "keys" / "keyring.json"))
    monkeypatch.setenv("THENCHOT_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    (tmp_path / "data").mkdir()
    ring.cache_clear()
    yield tmp_path
    ring.cache_clear()


class TestRing:
    def test_a_first_start_makes_a_private_key_file(self, place):
        ring()
        assert stat.S_IMODE(keys.key_file().stat().st_mode) == 0o600
        assert keys.is_private()
        keys.key_file().chmod(0o640)
        assert not keys.is_private()

    def test_data_without_keys_refuses_to_start(self, place):
        (place / "data" / "thenchot.sqlite3").write_bytes(b"SQLite format 3")
        with pytest.raises(KeysMissing, match="không thấy tệp khóa"):
            ring()
        assert not keys.key_file().exists()

    def test_a_rotation_keeps_every_older_key(self, place):
        rotated = ring().rotated().rotated()
        rotated.write(keys.key_file())
        ring.cache_clear()
        assert (list(ring().keys), keys.current_id(), keys.first_id()) == (
            ["k1", "k2", "k3"],
            "k3",
            "k1",
        )

    def test_of_two_first_starts_the_earlier_keeps_its_ring(self, place):
        path = keys.key_file()
        earlier, later = KeyRing.new(), KeyRing.new()
        earlier.write_first(path)
        later.write_first(path)
        assert KeyRing.read(path) == earlier
        assert [one.name for one in path.parent.iterdir()] == [path.name]

    def test_purposes_and_keys_give_different_secrets(self, place):
        rotated = ring().rotated()
        secrets = {rotated.derive(p, k) for p in ("django", "audit") for k in ("k1", "k2")}
        assert len(secrets) == 4

    def test_a_secret_is_worked_out_once_and_never_that_of_another_ring(self, place, monkeypatch):
        one, other = KeyRing.new(), KeyRing.new()
        assert one.derive("audit") is one.derive("audit", "k1")
        assert one.derive("audit") != other.derive("audit")
        assert (
            one.rotated().derive("audit")
            != one.derive("audit")
            == one.rotated().derive("audit", "k1")
        )

    def test_a_printed_ring_shows_no_key(self):
        one = KeyRing.new()
        one.derive("audit")
        assert str(one.keys["k1"]) not in repr(one) and str(one.derive("audit")) not in repr(one)


class TestSheet:
    def test_a_ring_comes_back_from_its_sheet(self):
        one = KeyRing.new().rotated()
        assert recovery.restore(recovery.sheet(one)) == one

    def test_the_command_prints_it(self, place, capsys):
        call_command("keys", "sheet")
        assert recovery.restore(capsys.readouterr().out) == keys.ring()

    @given(st.data())
    def test_case_and_spaces_do_not_count(self, data):
        one = KeyRing.new()
        text = recovery.sheet(one)
        body = (
            text[text.index("[") :]
            .lower()
            .replace(" ", data.draw(st.sampled_from(["", " ", "  "])))
        )
        body = body.replace("hiệnhành", " hiện hành")
        assert recovery.restore(body) == one

    def test_a_wrong_letter_names_its_line(self):
        lines = recovery.sheet(KeyRing.new()).splitlines()
        wrong = "B" if lines[3][0] != "B" else "C"
        lines[3] = wrong + lines[3][1:]
        with pytest.raises(BadSheet, match="Dòng 4"):
            recovery.restore("\n".join(lines))

    @pytest.mark.parametrize("cut", [4, 3, 2, 0])
    def test_a_missing_line_is_noticed(self, cut):
        lines = recovery.sheet(KeyRing.new()).splitlines()
        with pytest.raises(BadSheet):
            recovery.restore("\n".join(lines[:cut] + lines[cut + 1 :] if cut else []))

    def test_the_command_needs_no_database_and_overwrites_nothing(self, place):
        (place / "sheet.txt").write_text(recovery.sheet(KeyRing.new()))
        (place / "data" / "thenchot.sqlite3").write_bytes(b"SQLite format 3")
        command = [
            sys.executable,
            "-m",
            "thenchot.cli",
            "keys",
            "restore",
            str(place / "sheet.txt"),
        ]
        first, second = (subprocess.run(command, capture_output=True, text=True) for _ in range(2))
        assert (first.returncode, second.returncode) == (0, 1)
        assert "không ghi đè" in second.stderr
        assert json.loads(keys.key_file().read_text())["current"] == "k1"


class TestSealing:
    @given(st.text())
    def test_what_is_sealed_opens(self, text):
        assert unseal("people.note", seal("people.note", text)) == text

    def test_two_sealings_of_one_text_differ(self):
        assert seal("a.b", "001234567890") != seal("a.b", "001234567890")

    def test_a_value_does_not_open_in_another_column(self):
        with pytest.raises(CannotOpen, match=r"c\.d"):
            unseal("c.d", seal("a.b", "001234567890"))

    @pytest.mark.parametrize("position", [3, 10, -9])
    def test_a_changed_value_does_not_open(self, position):
        sealed = list(seal("a.b", "001234567890"))
        sealed[position] = "A" if sealed[position] != "A" else "B"
        with pytest.raises(CannotOpen):
            unseal("a.b", "".join(sealed))

    @pytest.mark.parametrize("sealed", ["", "k1:", "k9:AAAA", "plain text", "k1:not base64"])
    def test_something_else_does_not_open(self, sealed):
        with pytest.raises(CannotOpen):
            unseal("a.b", sealed)

    def test_older_values_open_after_a_rotation(self, place):
        old = seal("a.b", "Đường")
        ring().rotated().write(keys.key_file())
        ring.cache_clear()
        assert unseal("a.b", old) == "Đường"
        assert (sealed_with(old), sealed_with(seal("a.b", "x"))) == ("k1", "k2")


class TestBlindIndex:
    def test_spaces_and_case_do_not_count(self):
        assert blind_index("a.b", "AB 123") == blind_index("a.b", "ab123")

    def test_another_column_gives_another_index(self):
        assert blind_index("a.b", "123") != blind_index("a.c", "123")

    def test_during_a_rotation_one_searches_under_every_key(self, place):
        old = blind_index("a.b", "123")
        ring().rotated().write(keys.key_file())
        ring.cache_clear()
        assert blind_index("a.b", "123") != old
        assert old in blind_indexes("a.b", "123")

"""Secrets that end: a file each, private, outside of data and ring, gone for good."""

import os
import stat

import pytest

from thenchot.platform import keys
from thenchot.platform.keys import fleeting


@pytest.fixture
def secret():
    name, value = fleeting.begin()
    yield name, value
    fleeting.end(name)


def test_is_read_until_it_ends(secret):
    name, value = secret
    assert fleeting.read(name) == value and len(value) == 32
    fleeting.end(name)
    with pytest.raises(fleeting.SecretGone):
        fleeting.read(name)


def test_ending_twice_is_no_accident(secret):
    fleeting.end(secret[0])
    fleeting.end(secret[0])
    assert not fleeting.is_there(secret[0])


def test_lies_beside_the_ring_for_its_owner_only(secret):
    path = fleeting.folder() / secret[0]
    assert path.parent.parent == keys.key_file().parent and not path.is_relative_to(keys.home())
    assert (
        stat.S_IMODE(path.stat().st_mode) == 0o600
        and stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    )


def test_no_two_are_alike():
    names = [fleeting.begin() for _ in range(5)]
    assert len({name for name, _ in names}) == len({value for _, value in names}) == 5
    for name, _ in names:
        fleeting.end(name)


def test_is_overwritten_before_it_goes(secret):
    """Another name of the same file still shows what is left of it."""
    path = fleeting.folder() / secret[0]
    other = path.with_name("other")
    os.link(path, other)
    fleeting.end(secret[0])
    assert other.read_bytes() == bytes(32)
    other.unlink()


def test_half_a_secret_is_none(secret):
    (fleeting.folder() / secret[0]).write_bytes(b"half")
    with pytest.raises(fleeting.SecretGone):
        fleeting.read(secret[0])


@pytest.mark.parametrize("name", ["", "../keyring.json", "A" * 32, "0" * 31, "/etc/passwd"])
def test_a_name_is_never_a_path(name):
    for use in (fleeting.read, fleeting.end, fleeting.is_there):
        with pytest.raises(ValueError, match="not the name"):
            use(name)


def test_only_old_ones_are_listed(secret):
    written = (fleeting.folder() / secret[0]).stat().st_mtime
    assert secret[0] in fleeting.names(written + 1) and secret[0] not in fleeting.names(written - 1)


def test_no_folder_no_names(monkeypatch, tmp_path):
    monkeypatch.setenv("THENCHOT_KEYS", str(tmp_path / "keys" / "k.json"))
    assert fleeting.names(9e12) == []

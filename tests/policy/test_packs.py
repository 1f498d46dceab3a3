"""The packs that come with the system, and what makes one refuse to start."""

from datetime import date

import pytest

from thenchot.policy import packs
from thenchot.policy.packs import BrokenPack, Certainty

HEAD = '[pack]\nname = "Thử"\n'
GOOD = """
[[value]]
key = "programme.young_age"
value = 42
unit = "tuổi"
valid_from = 2025-01-01
source = "Nghị quyết thử, Điều 1"
certainty = "SEEN"
"""


@pytest.fixture
def pack(tmp_path):
    def write(body, name="thu.toml"):
        path = tmp_path / name
        path.write_text(HEAD + body, encoding="utf-8")
        return path

    return write


def test_every_shipped_value_has_a_source_and_a_certainty():
    values = packs.shipped()
    assert len(values) >= 16
    assert all(value.source and value.certainty in Certainty for value in values)


def test_a_good_pack_is_read(pack):
    (value,) = packs.load([pack(GOOD)])
    assert (value.key, value.value, value.certainty, value.layer) == (
        "programme.young_age",
        42,
        "SEEN",
        "Thử",
    )
    assert (value.valid_from, value.valid_to) == (date(2025, 1, 1), None)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('"programme.young_age"', '"programme.yung_age"', "programme.yung_age"),
        ("value = 42", "value = 4200", "4200"),
        ("value = 42", 'value = "42"', "'42'"),
        ('unit = "tuổi"', 'unit = "năm"', "unit"),
        ('unit = "tuổi"\n', "", "missing unit"),
        ('source = "Nghị quyết thử, Điều 1"', 'source = " "', "source"),
        ('certainty = "SEEN"', 'certainty = "SURE"', "SURE"),
        ('certainty = "SEEN"', 'certainty = "SEEN"\ncolour = "red"', "unknown colour"),
        ("2025-01-01", '"2025-01-01"', "valid_from"),
        ("2025-01-01", "2025-01-01\nvalid_to = 2024-01-01", "valid_from"),
    ],
)
def test_a_broken_value_names_file_and_key(pack, old, new, named):
    assert old in GOOD
    with pytest.raises(BrokenPack, match=r"thu\.toml: value 1") as caught:
        packs.load([pack(GOOD.replace(old, new))])
    assert named in str(caught.value)


def test_broken_toml_names_file_and_line(pack):
    with pytest.raises(BrokenPack, match=r"thu\.toml: .*line 5"):
        packs.load([pack("\n[[value]]\nkey = \n")])


def test_another_table_is_refused(pack):
    with pytest.raises(BrokenPack, match="vlaue"):
        packs.load([pack(GOOD.replace("[[value]]", "[[vlaue]]"))])


def test_two_values_on_one_day_are_refused(pack):
    second = pack(GOOD.replace("42", "40").replace("2025-01-01", "2026-01-01"), "hai.toml")
    with pytest.raises(BrokenPack, match="two values on one day"):
        packs.load([pack(GOOD), second])


def test_a_value_may_follow_another_when_it_ended(pack):
    first = GOOD.replace("2025-01-01", "2025-01-01\nvalid_to = 2025-12-31")
    second = GOOD.replace("42", "40").replace("2025-01-01", "2026-01-01")
    assert [value.value for value in packs.load([pack(first + second)])] == [42, 40]

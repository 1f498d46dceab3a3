"""Encrypted fields of a model, on a table made for the test."""

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.utils import IntegrityError

from thenchot.platform import keys
from thenchot.platform.keys import reencrypting
from thenchot.platform.keys.fields import BlindIndexField, EncryptedTextField
from thenchot.platform.keys.reencrypting import reencrypt_all
from thenchot.platform.keys.ring import ring
from thenchot.platform.keys.sealing import blind_indexes


class Secretive(models.Model):
    identity = EncryptedTextField(blank=True)
    note = EncryptedTextField(null=True)
    identity_index = BlindIndexField(of="identity", null=True, unique=True)

    class Meta:
        app_label = "tests_keys"

    def __str__(self):
        return str(self.pk)


del apps.all_models[
    "tests_keys"
]  # known to these tests only, not to the checks of the whole project


@pytest.fixture
def table(db, tmp_path, monkeypatch):
    path = tmp_path / "keyring.json"
    ring().write(path)
    monkeypatch.setenv("THENCHOT_KEYS", str(path))
    ring.cache_clear()
    monkeypatch.setattr(
        reencrypting,
        "sealed_models",
        lambda: iter([(Secretive, list(Secretive._meta.fields[1:3]))]),
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE tests_keys_secretive (id integer primary key, identity text, note text, "
            "identity_index varchar(64) unique)"
        )
    yield
    ring.cache_clear()


def stored(column="identity"):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM tests_keys_secretive ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.usefixtures("table")
class TestEncryptedField:
    def test_it_is_read_open_and_lies_sealed(self):
        Secretive.objects.create(id=1, identity="001234567890", note="ghi chú")
        assert Secretive.objects.get().identity == "001234567890"
        assert "001234567890" not in stored()[0] and stored()[0].startswith("k1:")

    def test_nothing_stays_nothing(self):
        Secretive.objects.create(id=1, identity="", note=None)
        assert (stored(), stored("note"), stored("identity_index")) == ([""], [None], [None])

    def test_it_is_found_by_its_index(self):
        Secretive.objects.create(id=1, identity="001234567890")
        found = Secretive.objects.filter(
            identity_index__in=blind_indexes("tests_keys_secretive.identity", "0012 3456 7890")
        )
        assert found.get().pk == 1

    def test_the_same_text_twice_is_refused_by_the_index(self):
        Secretive.objects.create(id=1, identity="001234567890")
        with pytest.raises(IntegrityError):
            Secretive.objects.create(id=2, identity="001234567890")

    def test_comparing_it_is_refused_instead_of_finding_nothing(self):
        with pytest.raises(TypeError, match="blind index"):
            Secretive.objects.filter(identity="001234567890").exists()
        assert not Secretive.objects.filter(note__isnull=False).exists()

    def test_after_a_rotation_everything_moves_to_the_newest_key(
        self, django_assert_max_num_queries
    ):
        for n in range(1, 8):
            Secretive.objects.create(id=n, identity=f"00{n}", note="x")
        before = stored("identity_index")
        ring().rotated().write(keys.key_file())
        ring.cache_clear()
        assert reencrypt_all() == 7
        assert all(value.startswith("k2:") for value in stored() + stored("note"))
        assert not set(before) & set(stored("identity_index"))
        assert [row.identity for row in Secretive.objects.order_by("id")] == [
            f"00{n}" for n in range(1, 8)
        ]
        assert reencrypt_all() == 0


def test_emptiness_of_a_sealed_column_can_be_asked_for(db):
    from tests.worlds import build_world

    from thenchot.people.models import Particulars

    world = build_world()
    Particulars.objects.create(person=world.people["ubnd"], health="Tốt")
    Particulars.objects.create(person=world.people["mặt trận"])
    assert Particulars.objects.get(health__isblank=True).person == world.people["mặt trận"]
    assert Particulars.objects.get(health__isblank=False).person == world.people["ubnd"]

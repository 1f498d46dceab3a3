"""Every field of every model has a class. Rooms that have not said theirs yet are named in
NOT_YET.
"""

from django.apps import apps

from thenchot.platform import classified
from thenchot.platform.accounts.models import Account
from thenchot.platform.keys.fields import EncryptedTextField

# Rooms without `classification.py`. The list only gets shorter.
NOT_YET: set[str] = set()


def test_no_gap():
    waiting = {
        label.split(".")[0]
        for label in map(str, classified.gaps())
        if label.split(".")[0] in NOT_YET
    }
    assert [gap for gap in classified.gaps() if gap.split(".")[0] not in waiting] == []


def test_a_room_that_has_classified_is_not_excused_any_more():
    said = {label.split(".")[0] for label in classified.declared()}
    half = [gap for gap in classified.gaps() if gap.split(".")[0] in said]
    assert half == []


def test_every_encrypted_field_is_sensitive():
    for config in classified.own_apps():
        for model in config.get_models():
            for field in model._meta.concrete_fields:
                if isinstance(field, EncryptedTextField):
                    assert classified.class_of(model, field.name) is classified.SENSITIVE


def test_a_field_follows_its_model_unless_it_is_named():
    assert classified.class_of(Account, "password") is classified.SENSITIVE
    assert classified.class_of(Account, "name") is classified.WORK


def test_a_wrong_name_is_a_gap(monkeypatch):
    monkeypatch.setattr(
        classified,
        "declared",
        lambda: {"accounts.Account": classified.of(classified.WORK, pasword=1)},
    )
    assert "accounts.Account.pasword: no such field" in classified.gaps()
    assert apps.get_model("audit", "Event")._meta.label in str(classified.gaps())

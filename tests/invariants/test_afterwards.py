"""What was recorded stays recorded and is told so, whatever those do who hear of it afterwards."""

import importlib
import logging
import pkgutil
from pathlib import Path

import pytest
from django.db import transaction
from django.dispatch import Signal

import thenchot
from thenchot.platform.files.models import StoredFile
from thenchot.platform.runtime.afterwards import Announcement, after_commit

SOURCES = Path(thenchot.__file__).parent
SKIPPED = ("management", "migrations", "__main__", "wsgi", "serve", "cli")


@pytest.fixture(autouse=True)
def _log_is_on(monkeypatch):
    """Commands run in this process by other tests may have switched it off."""
    monkeypatch.setattr(logging.getLogger(after_commit.__module__), "disabled", False)


class Breaking:
    """A receiver that is an object: Django asks it for a name that it does not have."""

    def __init__(self):
        self.calls = 0

    def __call__(self, **_):
        self.calls += 1
        raise RuntimeError("the listener is broken")


def modules():
    for found in pkgutil.walk_packages([str(SOURCES)], "thenchot."):
        if not any(part in SKIPPED for part in found.name.split(".")):
            yield importlib.import_module(found.name)


def signals() -> dict[str, Signal]:
    return {
        f"{module.__name__}.{name}": value
        for module in modules()
        if module.__name__.endswith(".signals")
        for name, value in vars(module).items()
        if isinstance(value, Signal)
    }


def own_signals_anywhere() -> set[int]:
    return {
        id(value)
        for module in modules()
        for value in vars(module).values()
        if type(value) is Announcement
    }


def test_every_signal_of_the_house_is_an_announcement():
    found = signals()
    assert len(found) >= 2
    assert all(isinstance(signal, Announcement) for signal in found.values()), found
    assert own_signals_anywhere() == {id(signal) for signal in found.values()}
    assert not [
        path for path in SOURCES.rglob("*.py") if "Signal()" in path.read_text(encoding="utf-8")
    ]


@pytest.mark.parametrize("way", ["send", "send_robust"])
@pytest.mark.parametrize("name", sorted(signals()))
def test_a_broken_listener_changes_nothing_for_whoever_sends(name, way, caplog):
    signal, breaking = signals()[name], Breaking()
    assert not hasattr(breaking, "__qualname__")
    others, signal.receivers = signal.receivers, []
    signal.sender_receivers_cache.clear()
    signal.connect(breaking)
    try:
        with caplog.at_level(logging.ERROR):
            [(receiver, answer)] = getattr(signal, way)(sender=Breaking, anything=1)
    finally:
        signal.receivers = others
        signal.sender_receivers_cache.clear()
    assert receiver is breaking and breaking.calls == 1
    assert isinstance(answer, RuntimeError)
    assert "the listener is broken" in caplog.text


def test_one_that_breaks_does_not_keep_it_from_the_others():
    signal, heard = Announcement(), []
    breaking = Breaking()
    signal.connect(breaking)

    def hears(sender, **_):
        heard.append(sender)
        return "heard"

    signal.connect(hears)
    answers = signal.send(sender=Breaking)
    assert heard == [Breaking] and answers[1] == (hears, "heard")


def test_work_after_the_commit_that_breaks_is_told_to_the_log_only(transactional_db, caplog):
    with transaction.atomic():
        after_commit(Breaking())
        kept = StoredFile.objects.create(
            name="a", content_type="t", size=1, sha256="0", blob="0", unit_path="/1/"
        )
    assert StoredFile.objects.filter(pk=kept.pk).exists()
    assert "the listener is broken" in caplog.text


def test_the_same_work_is_done_once_and_none_after_a_rollback(transactional_db):
    done = []
    with transaction.atomic():
        for number in (1, 2, 1, 1):
            after_commit(done.append, number)
    assert done == [1, 2]
    with pytest.raises(RuntimeError), transaction.atomic():
        after_commit(done.append, 3)
        raise RuntimeError
    assert done == [1, 2]


def test_nothing_waits_for_a_commit_by_another_way():
    used = {
        str(path.relative_to(SOURCES))
        for path in SOURCES.rglob("*.py")
        if "on_commit(" in path.read_text(encoding="utf-8")
    }
    assert used == {"platform/runtime/afterwards.py"}

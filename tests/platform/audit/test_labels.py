"""Every event that the sources write has words, and every label belongs to an event that is
written.
"""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

import thenchot
from thenchot.platform.alerts.services import EVENTS as ALERTS
from thenchot.platform.audit.labels import choices, events, label_of, register
from thenchot.platform.audit.subjects import called, meant, subjects

SOURCES = sorted(Path(thenchot.__file__).parent.rglob("*.py"))
WRITERS = ("record", "record_many", "log")  # of each the code is the second argument
# Where the code is handed on: `_make` of the slips names it to `record`, as `log` does where many
# events of one kind of thing are written; the moves of an alert stand in a table; a list taken in
# says its own as a class.
HANDED_ON = (
    ("rating/trail.py", "name"),
    ("admission/receivers.py", "name"),
    ("slips.py", "event"),
    ("alerts/services.py", "EVENTS[move]"),
    ("import.py", "self.event"),
    ("importing.py", "self.event"),
    ("position_list.py", "self.event"),
)


def calls(nodes, name):
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def class_events(nodes):
    """What a `ListImport` says it is called in the trail."""
    for node in nodes:
        if not isinstance(node, ast.ClassDef):
            continue
        for line in node.body:
            if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "event":
                yield line.value.value


def literals(node):
    """The codes an argument may be; None when it is worked out somewhere else."""
    if isinstance(node, ast.Constant):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return literals(node.body) | literals(node.orelse)
    return None


def written():
    """{code} and the arguments that are no plain words."""
    codes, odd = set(ALERTS.values()), []
    for path in SOURCES:
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf8"))))
        for call in (call for writer in WRITERS for call in calls(nodes, writer)):
            found = literals(call.args[1])
            if found is None:
                odd.append((path.as_posix(), ast.unparse(call.args[1])))
            codes |= found or set()
        codes |= set(class_events(nodes)) - {""}
        if path.name == "slips.py":
            for call in calls(nodes, "_make"):
                codes |= literals(call.args[1])
    return codes, odd


CODES, ODD = written()


def test_every_event_of_the_sources_has_a_label():
    assert len(CODES) > 50
    assert sorted(CODES - set(events())) == []


def test_no_label_is_left_over():
    assert sorted(set(events()) - CODES) == []


def test_codes_are_handed_on_only_where_this_test_looks():
    left = [
        one
        for one in ODD
        if not any(one[0].endswith(end) and one[1] == text for end, text in HANDED_ON)
    ]
    assert left == []


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_code_is_words_joined_by_underscores(code):
    assert re.fullmatch(r"[a-z]+(_[a-z]+)+", code)


def test_an_unknown_code_shows_itself():
    assert label_of("thing_done") == "thing_done"
    assert label_of("task_accepted") == "Đơn vị nhận việc"


def test_choices_begin_with_all_events():
    assert choices()[0] == ("", "Mọi việc")
    assert len(choices()) == len(events()) + 1


def test_a_code_belongs_to_one_room():
    with pytest.raises(ValueError, match="task_accepted"):
        register({"task_accepted": "Đơn vị nhận việc"})


class TestSubjects:
    def test_every_model_of_a_room_that_writes_events_has_its_words(self):
        writing = {path.parent.as_posix() for path in SOURCES if path.name == "events.py"}
        ours = {
            model._meta.label_lower
            for app in apps.get_app_configs()
            if app.path in writing
            for model in app.get_models()
        }
        assert len(ours) > 50
        assert sorted(ours - set(subjects())) == []

    def test_no_words_are_left_over(self):
        known = {model._meta.label_lower for model in apps.get_models()}
        assert sorted(set(subjects()) - known) == ["keys.ring"]  # it has no table

    def test_no_two_kinds_are_called_alike(self):
        assert len({str(what) for what in subjects().values()}) == len(subjects())

    def test_the_words_lead_back_to_the_thing(self):
        for kind in subjects():
            assert meant(called(kind, "12")) == ([kind], "12")
            assert kind in meant(called(kind, ""))[0]

    def test_part_of_the_words_means_every_kind_that_has_them(self):
        kinds, pk = meant("ĐỢT xếp")
        assert "rating.round" in kinds and len(kinds) > 1 and not pk

    def test_an_unknown_kind_stays_a_code(self):
        assert called("tests.thing", "0") == "tests.thing:0"
        assert meant("chưa từng có") == ([], "")

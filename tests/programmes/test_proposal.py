"""A draft's content: typed in the program, JSON in the database, nothing lost on the way."""

import json
from datetime import date

import pytest
from tests.importer.conftest import sample_files

from thenchot.importer import parse_file
from thenchot.programmes.drafts.highlight import marks_of
from thenchot.programmes.drafts.proposal import Proposal, ReadField, TaskItem, from_parsed, kept


def stored(proposal):
    """As the database gives it back."""
    return Proposal.from_json(json.loads(json.dumps(proposal.as_json(), ensure_ascii=False)))


@pytest.mark.parametrize("path", sample_files()[:12], ids=lambda path: path.name)
def test_what_is_kept_is_what_was_read(path):
    read = from_parsed(parse_file(path))
    again = stored(read)
    assert stored(again) == again
    assert [task.text for task in again.tasks] == [task.text for task in read.tasks]
    assert marks_of(again) == marks_of(read)
    assert len({item.id for item in again.items}) == len(again.items)


def test_an_unknown_field_is_refused_and_nothing_is_an_empty_draft():
    assert Proposal.from_json({}) == Proposal()
    with pytest.raises(TypeError):
        Proposal.from_json({"tasks": [{"id": "t1", "colour": "red"}]})


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-06-18", date(2026, 6, 18)), ("2026-06", None), ("", None)],
)
def test_the_day_the_document_speaks_from(text, day):
    assert Proposal(metadata={"date": ReadField(text)}).reference_day == day
    assert Proposal().reference_day is None


def test_bodies_of_tasks_left_out_are_not_asked_for():
    first = TaskItem("t1", lead=["UBND phường"], coordinate=["Công an phường"])
    same = TaskItem("t2", lead=["ubnd phường"], approval="Ban Thường vụ")
    left = TaskItem("t3", keep=False, lead=["Phòng Kinh tế"])
    proposal = Proposal(tasks=[first, same, left])
    assert proposal.bodies == ["UBND phường", "Công an phường", "Ban Thường vụ"]
    assert [task.id for task in kept(proposal.tasks)] == ["t1", "t2"]


def test_doubt_is_little_certainty_or_nobody_to_lead():
    task = TaskItem("t1", lead=["UBND"], confidence={"text": 0.5, "deadline": 0.9})
    assert task.doubtful == ["text"]
    task.settle()
    assert task.doubtful == []
    task.lead = []
    assert task.doubtful == ["lead"]


def test_new_words_of_a_deadline_are_read_by_the_same_grammar():
    task = TaskItem("t1", spans={"deadline": [[0, 4]], "text": [[0, 9]]})
    task.reread_deadline("trước ngày 05/12", date(2026, 6, 18))
    assert task.deadline["end"] == "2026-12-04"
    assert set(task.spans) == {"text"} and task.confidence["deadline"] == 1.0

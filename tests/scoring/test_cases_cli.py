"""`thenchot score`, `year`, `rate` as somebody outside runs them."""

import copy
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.cli import main
from thenchot.rating.cases.rate import rate_case
from thenchot.rating.cases.year import year_case
from thenchot.rating.cli import rate_main, year_main
from thenchot.scoring.cases.place import BadCase
from thenchot.scoring.cases.score import score_case
from thenchot.scoring.cli import score_main

SCORE = {
    "rules": "nd335",
    "packs": ["vn"],
    "period": "2026-10",
    "on": "2026-11-02",
    "kind": "head",
    "general": {
        "I.1": "5",
        "I.2": "4.5",
        "II.1": "2.5",
        "II.2": "2.5",
        "II.3": "2.5",
        "II.4": "2.5",
        "III.1": "2.5",
        "III.2": "2.5",
        "III.3": "2",
        "III.4": "2",
    },
    "work": [
        {
            "code": "VP.01",
            "factor": "1.5",
            "assigned": "4",
            "returned": "1",
            "done": "3",
            "added": "0",
            "exceeds": "1",
            "faults": [{"piece": 2, "kind": "content", "times": 1, "cause": "own"}],
        }
    ],
    "leader": {
        "managed": [
            {"id": "A", "total": "72.00", "not_scored": None},
            {"id": "B", "total": None, "not_scored": "maternity"},
        ],
        "organising": "met",
        "organising_percent": None,
        "unity": "between",
        "unity_percent": "80",
    },
}
YEAR = {
    "rules": "qd366",
    "packs": ["vn"],
    "year": 2026,
    "kind": "head",
    "months_worked": "12",
    "unit": "A",
    "months": [{"period": f"2026-Q{n}", "total": "92.00", "unit": "A"} for n in range(1, 5)],
    "absences": [{"kind": "sick", "from": "2026-03-01", "to": "2026-03-05"}],
    "acts": [
        {
            "act": "V1",
            "nature": "duty",
            "by": "party",
            "form": "khiển trách",
            "decided_on": "2026-03-01",
            "unit": "B",
            "used_for_year": 2025,
        }
    ],
    "unit_handled_for_corruption": False,
    "organisation_level": "good",
    "work": {"share_done": "1", "share_exceeding": "0.35", "share_late": "0"},
}
RATE = {
    "rules": "nd335",
    "packs": ["vn"],
    "year": 2026,
    "unit": "U",
    "cap": "normal",
    "people": [
        {"id": "A", "group": "g", "total": "95", "level": "excellent"},
        {"id": "B", "group": "g", "total": "80", "level": "good"},
    ],
}
COMMANDS = {
    "score": (score_main, score_case, SCORE),
    "year": (year_main, year_case, YEAR),
    "rate": (rate_main, rate_case, RATE),
}
each_command = pytest.mark.parametrize("name", COMMANDS)


@pytest.fixture
def written(tmp_path):
    def write(content):
        path = tmp_path / "ca.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return str(path)

    return write


def told_by(name, path):
    out = io.StringIO()
    assert COMMANDS[name][0]([path, "--json"], out) == 0
    return json.loads(out.getvalue())


def test_the_score_has_every_field_of_its_form(written):
    """By hand: A = 6; a = c = 4.5 / 6; b = (4.5 - 0.375) / 6; (0.75 + 0.6875 + 0.75 + 1 + 1 + 0.8)
    / 6 = 0.83125.
    """
    told = told_by("score", written(SCORE))
    receipt = told.pop("receipt")
    assert told.pop("pack_version").startswith("vn-")
    assert told == {
        "status": "scored",
        "quantity": "0.7500",
        "quality": "0.6875",
        "progress": "0.7500",
        "uncapped": {"quantity": "0.7500", "quality": "0.6875", "progress": "0.7500"},
        "unit_result": "1.0000",
        "organising": "1.0000",
        "unity": "0.8000",
        "result_percent": "83.13",
        "task_points": "58.19",
        "general_points": "28.50",
        "total": "86.69",
        "band": "good",
        "warnings": [],
    }
    assert [(entry["code"], entry["value"]) for entry in receipt] == [
        ("general", "28.50"),
        ("tasks", "58.19"),
        ("total", "86.69"),
    ]


def test_every_point_of_the_receipt_leads_to_its_fault_and_article(written):
    _, tasks, _ = told_by("score", written(SCORE))["receipt"]
    quality = next(part for part in tasks["parts"] if part["code"] == "quality")
    assert (quality["value"], quality["source"]) == ("0.6875", "NĐ 335/2025, Điều 14.2.b")
    [line] = quality["parts"]
    assert (line["code"], line["value"], line["facts"]["out_of"]) == ("VP.01", "4.125", "6")
    [fault] = line["parts"]
    assert (fault["value"], fault["facts"]) == ("-25%", {"piece": 2, "times": 1, "cause": "own"})
    assert "Điều 14.2" in fault["source"]


def test_a_year_has_every_field_of_its_form(written):
    told = told_by("year", written(YEAR))
    assert list(told) == [
        "status",
        "mean",
        "band",
        "level",
        "reasons",
        "conditions",
        "pack_version",
        "warnings",
    ]
    assert (told["status"], told["mean"], told["band"], told["level"]) == (
        "rated",
        "92.00",
        "excellent",
        "good",
    )
    assert all(reason["source"] for reason in told["reasons"])
    assert all(condition["met"] is True for condition in told["conditions"])


def test_caps_have_every_field_of_their_form(written):
    told = told_by("rate", written(RATE))
    assert told["people"][1] == {"id": "B", "before": "good", "level": "good", "reasons": []}
    assert told["caps"] == [
        {"scope": scope, "base": 2, "allowed": 0, "kept": 0} for scope in ("group:g", "unit")
    ]
    assert told["undecided"] == []


@each_command
def test_the_commands_are_those_of_thenchot(name, written, capsys):
    assert main([name, written(COMMANDS[name][2]), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == COMMANDS[name][1](COMMANDS[name][2])


def test_the_example_of_the_page_is_the_one_judged_here():
    page = (Path(__file__).parents[2] / "docs/scoring.md").read_text(encoding="utf-8")
    example = json.loads(page.split("```json")[1].split("```")[0])
    assert score_case(example)["total"] == score_case(SCORE)["total"] == "86.69"


def test_numbers_may_be_written_as_numbers(written):
    plain = json.dumps(RATE).replace('"95"', "95.0").replace('"80"', "80")
    assert told_by("rate", written(plain.encode())) == told_by("rate", written(RATE))


def test_a_case_may_come_from_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(RATE)))
    assert told_by("rate", "-")["undecided"] == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "dòng 1, cột 1"),
        (b'{"rules": "nd335",\n oops}', "dòng 2, cột 2"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"[" * 100_000, "lồng"),
        (b'{"year": ' + b"9" * 5000 + b"}", "số quá dài"),
        (b"[]", "đối tượng"),
        (b"null", "đối tượng"),
    ],
)
@each_command
def test_a_file_that_is_no_case_is_a_message_and_two(name, content, said, written, capsys):
    assert COMMANDS[name][0]([written(content)]) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


@each_command
def test_a_missing_file_is_a_message_and_two(name, tmp_path, capsys):
    for path in (tmp_path / "khong-co.json", tmp_path):
        assert COMMANDS[name][0]([str(path)]) == 2
        assert "Không mở được tệp" in capsys.readouterr().err


def test_a_line_that_contradicts_itself_is_named_on_standard_error(written, capsys):
    case = copy.deepcopy(SCORE)
    case["work"][0]["done"] = "4"
    assert score_main([written(case)]) == 2
    assert "work[0]: dòng “VP.01”" in capsys.readouterr().err


def test_text_that_cannot_be_printed_does_not_break_the_answer(written):
    told = told_by(
        "rate",
        written(
            b'{"rules": "nd335", "year": 2026, "people": [{"id": "\\ud800", "level": "good"}]}'
        ),
    )
    assert told["people"][0]["id"] == "?"


def test_a_pack_may_be_a_file(written, tmp_path):
    pack = tmp_path / "local.toml"
    pack.write_text(
        '[pack]\nname = "Phường"\n[[value]]\nkey = "scoring.content_percent"\nvalue = 50\nunit = '
        '"%"\nvalid_from = 2026-01-01\n'
        'source = "Quy chế của phường"\ncertainty = "LOCAL"\n',
        encoding="utf-8",
    )
    assert told_by("score", written(SCORE | {"packs": ["vn", str(pack)]}))["quality"] == "0.6250"
    pack.write_text("[pack", encoding="utf-8")
    with pytest.raises(BadCase, match=r"packs\[1\]"):
        score_case(SCORE | {"packs": ["vn", str(pack)]})


@each_command
def test_nothing_of_django_is_imported(name, written):
    code = (
        f"import io, sys; from thenchot.cli import main; assert main([{name!r}, "
        f"{written(COMMANDS[name][2])!r}]) == 0;"
        "assert not any(name == 'django' or name.startswith('django.') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def places(value, path=()):
    """Every place of a case, the inner ones first."""
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, child in inner:
        yield from places(child, (*path, key))
    if path:
        yield path


def put(case, path, value):
    changed = copy.deepcopy(case)
    at = changed
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return changed


junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(
        ["1e999999", "-1", "NaN", "9" * 40, "2026-02-30", "2026-Q9", "0001-01", 10**30]
    ),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2)
    ),
    max_leaves=4,
)


@given(st.sampled_from(sorted(COMMANDS)), st.data())
def test_whatever_stands_in_a_case_it_is_judged_or_refused_in_words(name, data):
    _, judge, case = COMMANDS[name]
    path = data.draw(st.sampled_from(list(places(case))))
    try:
        told = judge(put(case, path, data.draw(junk)))
    except BadCase as refusal:
        assert str(path[0]) in str(refusal) or "packs" in str(refusal)
    else:
        json.dumps(told, allow_nan=False)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"packs": ["vn", "x" * 5000]}, "không có gói"),
        ({"packs": ["vn", "a\x00b"]}, "không có gói"),
        ({"packs": ["vn", "/" * 9000]}, "không có gói"),
        ({"on": "9999-12-31"}, "năm 1900 đến 9998"),
        ({"on": "0001-01-01"}, "năm 1900 đến 9998"),
        ({"general": SCORE["general"] | {"I.1": "9" * 400}}, "không phải số thập phân"),
        ({"general": SCORE["general"] | {"I.1": int("9" * 400)}}, "không phải số thập phân"),
    ],
    ids=["long", "zero", "slashes", "last day", "first day", "400 digits", "400 digits bare"],
)
def test_what_nobody_means_is_one_sentence(change, said, tmp_path, capsys):
    (tmp_path / "case.json").write_text(json.dumps(SCORE | change))
    assert score_main([str(tmp_path / "case.json")]) == 2
    told = capsys.readouterr().err
    assert said in told and len(told.splitlines()) == 1 and len(told) < 400

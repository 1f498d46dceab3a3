"""The three commands: no Django, plain errors."""

import io
import json
import subprocess
import sys

import pytest
from tests.importer.conftest import SAMPLES

from thenchot.importer.cli import deadline_main, parse_main, target_main

SAMPLE = SAMPLES / "01_chuyen_doi_so_bang.md"


def _lines(main, text):
    out = io.StringIO()
    assert main([], io.StringIO(text), out) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_deadlines_line_by_line():
    first, second, third = _lines(deadline_main, "Quý III/2026\ntrước ngày 05/12\t2026-06-18\n\n")
    assert (first["kind"], first["start"], first["end"]) == ("quarter", "2026-07-01", "2026-09-30")
    assert second["end"] == "2026-12-04"
    assert third["kind"] == "none"


def test_a_bad_reference_day_is_ignored():
    [answer] = _lines(deadline_main, "trước ngày 05/12\thôm nay\n")
    assert answer["end"] is None


def test_targets_line_by_line():
    first, second = _lines(target_main, "từ 20% trở lên\nXây dựng đội ngũ\n")
    assert (first["comparator"], first["value"], first["unit"]) == (">=", 20, "%")
    assert second["comparator"] == "qualitative"


def test_parse_prints_the_form_of_the_gold():
    out = io.StringIO()
    assert parse_main([str(SAMPLE), "--json"], out) == 0
    answer = json.loads(out.getvalue())
    assert {
        "metadata",
        "tasks",
        "targets",
        "assignments",
        "reports",
        "sections",
        "groups",
        "warnings",
        "layout",
    } <= set(answer)
    assert set(answer["tasks"][0]) >= {
        "ref",
        "text",
        "lead",
        "coordinate",
        "deadline_raw",
        "deadline",
    }


def test_parse_with_spans_carries_the_text():
    out = io.StringIO()
    parse_main([str(SAMPLE), "--json", "--spans"], out)
    answer = json.loads(out.getvalue())
    start, end = answer["tasks"][0]["spans"]["text"][0]
    assert answer["text"][start:end] == answer["tasks"][0]["text"]


def test_explain_is_for_people():
    out = io.StringIO()
    assert parse_main([str(SAMPLE), "--explain"], out) == 0
    assert "Chủ trì: Văn phòng HĐND và UBND — ô của bảng" in out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "rỗng"),
        (b"\x89PNG\r\n\x1a\n0000", "ảnh"),
        (b"MZ\x00\x01\x02\x03\x04\x05" * 50, "không phải văn bản"),
    ],
)
def test_a_bad_file_is_a_message_and_two(tmp_path, capsys, content, said):
    path = tmp_path / "tep.txt"
    path.write_bytes(content)
    assert parse_main([str(path)]) == 2
    assert said in capsys.readouterr().err


def test_a_missing_file_is_a_message_and_two(tmp_path, capsys):
    assert parse_main([str(tmp_path / "khong-co.docx")]) == 2
    assert "Không mở được tệp" in capsys.readouterr().err


def test_nothing_of_django_is_imported():
    code = (
        "import sys; from thenchot.importer.cli import parse_main, deadline_main; "
        "import io;"
        f"parse_main([{str(SAMPLE)!r}], io.StringIO()); deadline_main([], io.StringIO('Quý "
        f"I/2027'), io.StringIO());"
        "assert not any(name == 'django' or name.startswith('django.') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


@pytest.mark.parametrize(
    ("command", "line", "said"),
    [
        ("deadline", "trước 30/6\t9999-12-31", "nằm ngoài các năm 1900 đến 2200"),
        ("deadline", "trước 30/6\t0001-01-01", "nằm ngoài các năm 1900 đến 2200"),
        ("deadline", f"trong {'9' * 400} ngày\t2026-01-01", "một số dài quá 30 chữ số"),
        ("target", f"đạt {'9' * 400}%", "một số dài quá 30 chữ số"),
        ("target", f"tăng 1{'0' * 6000} lần", "một số dài quá 30 chữ số"),
    ],
)
def test_a_line_that_nobody_means_is_one_sentence(command, line, said):
    done = subprocess.run(
        [sys.executable, "-m", "thenchot.cli", command],
        input=f"trước 30/6/2026\n{line}\n",
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("Dòng 2: ") and said in done.stderr

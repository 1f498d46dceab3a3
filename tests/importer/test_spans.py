"""Every value can be shown where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.importer.conftest import sample_files

from thenchot.importer import explain, parse_file, parse_source, to_json
from thenchot.kernel.text import tidy
from thenchot.platform.office.reading import text_source

FILES = sample_files()


def _slices(parsed, spans):
    return tidy(" ".join(parsed.text[start:end] for start, end in spans))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_spans_slice_the_values_of_tasks(path):
    parsed = parse_file(path)
    for task in (*parsed.tasks, *parsed.assignments):
        assert _slices(parsed, task.spans["text"]) == task.text
        if task.deadline_raw and "deadline" in task.spans and len(task.spans["deadline"]) == 1:
            assert _slices(parsed, task.spans["deadline"]) == tidy(task.deadline_raw)
        for name, bodies in (("lead", task.lead), ("coordinate", task.coordinate)):
            if name in task.spans:
                assert [_slices(parsed, [span]) for span in task.spans[name]] == list(bodies)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_blocks_follow_one_another_and_hold_their_cells(path):
    parsed = parse_file(path)
    last = 0
    for block in parsed.blocks:
        assert last <= block.start <= block.end <= len(parsed.text)
        assert all(block.start <= start <= end <= block.end for start, end in block.cells)
        last = block.end


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_metadata_spans_lie_in_the_text(path):
    parsed = parse_file(path)
    for field in parsed.metadata.values():
        if field.span:
            assert parsed.text[field.span[0] : field.span[1]].strip()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_refs_are_unique_and_the_explanation_names_each(path):
    parsed = parse_file(path)
    refs = [task.ref for task in parsed.tasks]
    assert len(refs) == len(set(refs))
    said = explain(parsed)
    assert all(f"[{ref}]" in said for ref in refs)


LINES = st.sampled_from(
    [
        "I. MỤC TIÊU",
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Sở Nội vụ",
        "- Chủ trì rà soát (hoàn thành trong tháng 6/2026).",
        "a) Giao Công an xã tuần tra.",
        "",
        "+ Việc nhỏ",
        "| TT | Nhiệm vụ | Chủ trì | Thời gian |",
        "|---|---|---|---|",
        "| 1 | Việc | UBND xã | nt |",
        "| nt | | | |",
        "Cơ quan chủ trì: UBND xã",
        "Điều 2. Thi hành",
        "<table><tr><td>1</td></tr>",
        "Nơi nhận:",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "PHỤ LỤC",
        "STT",
        "Nhiệm vụ",
        "Đơn vị chủ trì",
        "Thời gian",
        "100% hồ sơ",
        "Số: /KH-UBND",
    ]
)


@given(
    st.one_of(
        st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=25).map("\n".join),
        st.text(max_size=300),
    )
)
def test_any_text_is_parsed_and_printed(text):
    parsed = parse_source(text_source(text))
    assert explain(parsed)
    to_json(parsed, spans=True)
    for task in (*parsed.tasks, *parsed.assignments):
        for spans in task.spans.values():
            assert all(0 <= start <= end <= len(parsed.text) for start, end in spans)

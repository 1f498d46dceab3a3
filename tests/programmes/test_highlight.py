"""The original beside the form: every character shown once, marks where they were read."""

from hypothesis import given
from hypothesis import strategies as st

from thenchot.programmes.drafts.highlight import Mark, pieces

TEXT = "Xây dựng phương án, hoàn thành trong tháng 6/2026."


def test_the_shortest_mark_wins_where_marks_overlap():
    marks = [Mark(0, len(TEXT), "text", "m-t1-text"), Mark(20, 49, "deadline", "m-t1-deadline")]
    cut = pieces(TEXT, 0, len(TEXT), marks, set())
    assert [(p.text, p.css) for p in cut] == [
        ("Xây dựng phương án, ", "text"),
        ("hoàn thành trong tháng 6/2026", "deadline"),
        (".", "text"),
    ]


def test_an_anchor_is_given_once_so_that_ids_stay_unique():
    used: set[str] = set()
    marks = [Mark(0, 8, "text", "m"), Mark(10, 18, "text", "m")]
    assert [p.anchor for p in pieces(TEXT, 0, 20, marks, used) if p.css] == ["m", ""]


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


@given(st.lists(SPANS, max_size=8), SPANS)
def test_no_character_is_lost_or_doubled(spans, block):
    marks = [Mark(a, b, "text", f"m{n}") for n, (a, b) in enumerate(spans) if a < b]
    start, end = min(block[0], len(TEXT)), min(block[1], len(TEXT))
    assert "".join(p.text for p in pieces(TEXT, start, end, marks, set())) == TEXT[start:end]

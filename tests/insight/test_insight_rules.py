"""How a figure stands to a target, what a target speaks of, where it meets the cap of the
decree.
"""

import os
from pathlib import Path

import pytest

from thenchot.insight import registry
from thenchot.insight.rules import CAP_SOURCE, conflict_with_cap, spoken_of
from thenchot.policy.parameters import CompositionPolicy
from thenchot.programmes.rules.reaching import reach

SEEDS = Path(
    os.environ.get("THENCHOT_SEEDS", Path(__file__).resolve().parents[3] / "shared" / "seeds")
)


@pytest.mark.parametrize(
    ("value", "comparator", "wanted", "baseline", "stands"),
    [
        (20.0, ">=", 20, None, "met"),
        (19.999, ">=", 20, None, "short"),
        (None, ">=", 20, None, "open"),
        (90.0, ">", 90, None, "short"),
        (90.1, ">", 90, None, "met"),
        (10.0, "<=", 10, None, "met"),
        (10.1, "<", 10.1, None, "short"),
        (5.0, "=", 5, None, "met"),
        (5.0, "", 5, None, "met"),
        (4.0, "", 5, None, "short"),
        (30.0, "increase", None, 29.9, "met"),
        (29.9, "increase", None, 29.9, "short"),
        (30.0, "increase", None, None, "open"),
        (1.0, "decrease", None, 2.0, "met"),
        (2.0, "decrease", None, 1.0, "short"),
        (50.0, "qualitative", 10, None, "open"),
        (50.0, ">=", None, None, "open"),
    ],
)
def test_reach(value, comparator, wanted, baseline, stands):
    assert reach(value, comparator, wanted, baseline) == stands


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Phấn đấu tỷ lệ cấp uỷ viên nữ từ 20% trở lên", "committee_women"),
        ("có cán bộ nữ trong Ban Thường vụ Đảng uỷ phường", "standing_women"),
        (
            "tỷ lệ cán bộ trẻ (dưới 42 tuổi) từ 15% trở lên (tính cho cả nhiệm kỳ)",
            "committee_young_term",
        ),
        (
            "Cán bộ có trình độ khoa học công nghệ tham gia cấp uỷ đạt tỷ lệ từ 5% trở lên",
            "committee_science",
        ),
        (
            "có 01 cán bộ có trình độ khoa học công nghệ trong các chức danh: Bí thư, Phó Bí thư",
            "key_science",
        ),
        ("có 01 cán bộ trẻ giữ chức vụ Bí thư, Phó Bí thư Đảng uỷ", "key_young"),
        ("Có 01 cán bộ trẻ giữ một trong các chức danh chủ chốt của phường", "key_young"),
        (
            "Phấn đấu 100% cán bộ lãnh đạo, quản lý cấp phường đạt chuẩn trình độ",
            "standards_leaders",
        ),
        (
            "Bảo đảm 100% cán bộ, công chức, viên chức phường đạt chuẩn về trình độ chuyên môn",
            "standards_everybody",
        ),
        ("tăng tỷ lệ cán bộ trẻ, cán bộ nữ trong tổng số cán bộ quản lý", "managers_young"),
        ("100% hồ sơ cán bộ được số hóa", "files_digitised"),
        ("Mỗi cán bộ ký cam kết nêu gương hằng năm", "pledges_signed"),
        ("Hằng năm, trên 90% Nhân dân được lấy ý kiến", ""),
    ],
)
def test_what_a_target_speaks_of(text, code):
    assert spoken_of(text) == code
    assert not code or registry.get(code)


RAISE = (
    "Tăng tỷ lệ cán bộ trẻ, cán bộ nữ, cán bộ có trình độ sau đại học trong tổng số cán bộ quản lý"
)


@pytest.mark.parametrize(
    ("text", "part", "code"),
    [
        (RAISE, "cán bộ trẻ", "managers_young"),
        (RAISE, "cán bộ nữ", "managers_women"),
        (RAISE, "cán bộ có trình độ sau đại học", "managers_postgraduate"),
        ("tỷ lệ cán bộ trẻ từ 15% trở lên", "dưới 42 tuổi", "committee_young_term"),
    ],
)
def test_of_several_in_one_sentence_the_one_that_is_meant(text, part, code):
    assert spoken_of(text, part) == code


@pytest.mark.parametrize(
    ("text", "comparator", "value", "conflict"),
    [
        ("trong đó 20% hoàn thành xuất sắc nhiệm vụ", "", 20, True),  # S4-024: of everybody
        ("từ 25% hoàn thành xuất sắc", ">=", 25, True),
        ("trên 20% xuất sắc trong số hoàn thành tốt", ">", 20, True),
        (
            "20% xuất sắc trong số hoàn thành tốt nhiệm vụ",
            "",
            20,
            False,
        ),  # exactly what the cap allows
        ("15% hoàn thành xuất sắc", ">=", 15, False),
        ("không quá 20% hoàn thành xuất sắc", "<=", 20, False),  # a cap itself
        ("95% hoàn thành tốt nhiệm vụ trở lên", ">=", 95, False),
        ("hoàn thành xuất sắc nhiệm vụ", "qualitative", None, False),
    ],
)
def test_a_target_that_the_cap_does_not_let_anybody_reach(text, comparator, value, conflict):
    found = conflict_with_cap(text, comparator, value, 20, 25)
    assert bool(found) is conflict
    assert not found or (
        found.source == CAP_SOURCE and "20%" in found.message and "25%" in found.message
    )


def test_every_indicator_is_whole():
    for indicator in registry.indicators().values():
        assert indicator.clauses and str(indicator.name) and indicator.group
        assert not indicator.goal or (
            hasattr(CompositionPolicy, "__dataclass_fields__")
            and indicator.goal in CompositionPolicy.__dataclass_fields__
        )


@pytest.mark.seeds
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real documents are not here (THENCHOT_SEEDS)")
def test_the_real_target_meets_the_cap():
    from thenchot.importer import parse_file

    texts = [t for file in sorted(SEEDS.glob("*.txt")) for t in parse_file(file).targets]
    conflicts = [t for t in texts if conflict_with_cap(t.text, t.comparator or "", t.value, 20, 25)]
    assert len(conflicts) == 1 and "20% hoàn thành xuất sắc" in conflicts[0].text

"""What a page cites beside a sentence."""

import pytest

from thenchot.platform.ui.templatetags.ui import cited


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("NĐ 335/2025, Điều 13", "NĐ 335/2025, Điều 13"),
        ("S0-086", ""),
        ("S0-054; S2-018; S3-007", ""),
        ("QĐ 366-QĐ/TW; S0-052", "QĐ 366-QĐ/TW"),
        ("S0-052: đánh giá đa chiều, bốn nhóm chỉ số", "đánh giá đa chiều, bốn nhóm chỉ số"),
        ("từ 05 năm trở lên (S0-102, S0-151)", "từ 05 năm trở lên"),
        ("là tiêu chí bắt buộc (S4-022), chưa có bằng", "là tiêu chí bắt buộc, chưa có bằng"),
        ("HD 02-HD/BTCTW", "HD 02-HD/BTCTW"),
        ("", ""),
        (None, ""),
    ],
)
def test_articles_are_shown_and_ids_of_our_own_list_are_not(source, shown):
    assert cited(source) == shown

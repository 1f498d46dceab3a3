"""Stamped documents are refused before anything of them is read out; the word in a sentence is no
stamp.
"""

import pytest

from thenchot.importer import SecretDocument, parse_file, secret_stamp


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("MẬT", "MẬT"),
        ("TỐI MẬT", "TỐI MẬT"),
        ("TUYỆT MẬT", "TUYỆT MẬT"),
        ("M Ậ T", "MẬT"),
        ("T Ố I  M Ậ T", "TỐI MẬT"),
        ("[MẬT]", "MẬT"),
        ("**MẬT**", "MẬT"),
        ("ĐỘ MẬT: TỐI MẬT", "TỐI MẬT"),
        ("MẬT.", "MẬT"),
        ("MÂT", "MẬT"),
        ("UBND TỈNH\tMẬT", "MẬT"),
        ("mật", "MẬT"),
    ],
)
def test_a_stamp_is_known(line, stamp):
    assert secret_stamp(f"TỈNH ỦY ĐÔNG HẢI\n{line}\nSố 5-KH/TU") == stamp


@pytest.mark.parametrize(
    "line",
    [
        "Bảo đảm bí mật nhà nước",
        "CÔNG TÁC BẢO MẬT",
        "bảo mật thông tin",
        "Mật độ dân số",
        "MẬT ONG HOA RỪNG",
        "(trừ hồ sơ mật)",
        "VỀ BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "Tối mật thư",
    ],
)
def test_the_word_in_other_use_is_no_stamp(line):
    assert secret_stamp(f"TỈNH ỦY ĐÔNG HẢI\n{line}\nSố 5-KH/TU") is None


def test_a_stamped_file_is_refused_without_its_content_or_name(tmp_path):
    path = tmp_path / "ke-hoach-rieng.txt"
    path.write_text("TỈNH ỦY\nTỐI MẬT\nKẾ HOẠCH\nNội dung kín đáo", "utf-8")
    with pytest.raises(SecretDocument) as refusal:
        parse_file(path)
    message = refusal.value.message_vi
    assert "TỐI MẬT" in message
    assert "kín đáo" not in message
    assert "ke-hoach" not in message

"""The forms in which a stamp is printed, and the words that are none."""

import pytest

from thenchot.platform.office.reading.stamps import Line, stamp_among, stamp_of_name

STAMPS = [
    "MẬT",
    "TỐI MẬT",
    "TUYỆT MẬT",
    "M Ậ T",
    "M.Ậ.T",
    "M-Ậ-T",
    "T Ố I  M Ậ T",
    "T.Ố.I M.Ậ.T",
    "[MẬT]",
    "**MẬT**",
    "ĐỘ MẬT: TỐI MẬT",
    "Độ mật: Mật",
    "Độ mật: mật",
    "Mức độ mật: Tối mật",
    "Dấu mật: MẬT",
    "Độ mật: Mật; độ khẩn: Hỏa tốc",
    "MẬT.",
    "MÂT",
    "MAT",
    "UBND TỈNH\tMẬT",
    "Số: 12/KH-UBND (MẬT)",
    "Số: 12/KH-UBND (Mật)",
    "Số: 12/KH-UBND MẬT",
    "Số 05-KH/ĐU   TỐI MẬT",
    "KẾ HOẠCH (MẬT)",
    "mật",
    "Mật",
    "tối mật",
    "Tuyệt mật",
    "M\u200b\u1eac\u200bT",
    "\u041c\u1eac\u0422",
    "MẬT",
    "MẬT",
    "M\u00adẬT",
    "MẬT - HỎA TỐC",
    "HỎA TỐC - MẬT",
    "MẬT (Bản số: 01)",
    "TỐI MẬT - Bản số 3",
    "TÀI LIỆU MẬT",
    "mËt",
    "Độ mật:\tMật",
    "Độ Mật: MẬT",
    "<MẬT>",
    "TuyệT MậT",
    "ĐÓNG DẤU: MẬT",
    "_MẬT_",
    "\u201cT\u1ed0I M\u1eacT\u201d",
]
NO_STAMPS = [
    "Bảo đảm bí mật nhà nước",
    "CÔNG TÁC BẢO MẬT",
    "bảo mật thông tin",
    "Mật độ dân số",
    "MẬT ONG HOA RỪNG",
    "(trừ hồ sơ mật)",
    "VỀ BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "Tối mật thư",
    "Kế hoạch bảo vệ bí mật nhà nước",
    "KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC NĂM 2026",
    "Mật khẩu",
    "MẬT KHẨU",
    "chữ ký mật mã",
    "CHỮ KÝ MẬT MÃ",
    "MẮT",
    "MẶT",
    "CÓ MẶT",
    "VẮNG MẶT",
    "Độ mật: Không",
    "Độ mật: Thường",
    "Độ mật: mật, tối mật, tuyệt mật",
    "Xác định độ mật của tài liệu",
    "THÂN MẬT",
    "Gan mật",
    "SIÊU ÂM GAN MẬT",
    "NGUYỄN VĂN MẬT",
    "Số: 12/KH-UBND",
    "Số lượng tài liệu mật",
    "Số 12/QĐ-BCY về bảo mật",
    "Số: 05/KH-BVBMNN",
    "MẤT",
    "Độ mật",
    "Mức độ mật",
    "cơ mật",
    "Cơ yếu, mật mã",
    "tài liệu mật",
    "Trích yếu: Bảo vệ bí mật (MẬT VỤ)",
    "Ba mức: tuyệt mật, tối mật, mật",
    "- Mật",
    "c) Mật.",
    "MẬT ĐỘ",
    "Dấu mật: mẫu số 01",
    "Hồ sơ mật",
    "mật thiết",
    "MÁT",
    "TÔI MẤT",
]


@pytest.mark.parametrize("line", STAMPS)
def test_a_stamp_is_known_in_whatever_form(line):
    assert stamp_among([Line("UBND PHƯỜNG"), Line(line), Line("KẾ HOẠCH")]).endswith("MẬT")


@pytest.mark.parametrize("line", NO_STAMPS)
def test_the_word_in_other_use_is_no_stamp(line):
    assert not stamp_among([Line("UBND PHƯỜNG"), Line(line), Line("KẾ HOẠCH")])


def test_the_three_levels_listed_are_a_text_about_stamps():
    lines = ["Độ mật gồm:", "Tuyệt mật", "Tối mật", "Mật"]
    assert not stamp_among([Line(text) for text in lines])


def test_the_end_of_a_sentence_is_no_stamp():
    lines = [Line("Các cơ quan, đơn vị tăng cường công tác bảo vệ bí"), Line("mật")]
    assert not stamp_among(lines, wrapped=True)
    assert stamp_among([Line("UBND PHƯỜNG ĐÔNG KINH"), Line("mật")], wrapped=True) == "MẬT"


def test_one_letter_on_each_line():
    assert stamp_among([Line("M"), Line("Ậ"), Line("T")]) == "MẬT"


def test_a_label_and_its_value_on_two_lines():
    assert stamp_among([Line("Độ mật:"), Line("Tối mật")]) == "TỐI MẬT"


def test_a_second_sheet_in_the_same_file_is_looked_at_below_its_head():
    body = [Line(f"{n}. Rà soát thủ tục hành chính") for n in range(300)]
    sheet = [Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), Line("MẬT")]
    assert stamp_among([*body, *sheet]) == "MẬT"
    assert not stamp_among([*body, Line("MẬT")])


def test_a_name_in_a_row_of_a_list_is_no_stamp():
    assert not stamp_among([Line("MẬT", alone=False, is_data=True)])


@pytest.mark.parametrize(
    "name", ["KH 05 (MẬT).docx", "[Tối mật] Báo cáo.pdf", "KH-05 - MẬT.docx", "MẬT_kh.docx"]
)
def test_the_name_of_a_file_may_say_it(name):
    assert stamp_of_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "mật khẩu.docx",
        "KẾ HOẠCH BẢO MẬT.docx",
        "BÍ-MẬT.docx",
        "bao_mat.docx",
        "Nguyễn Văn Mật.pdf",
        "Kế hoạch bảo vệ bí mật.docx",
        "bí_mật_nhà_nước.docx",
    ],
)
def test_other_names_do_not(name):
    assert stamp_of_name(name) is None

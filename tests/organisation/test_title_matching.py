"""The golden table: what people write, in which body, and the title that is meant."""

import pytest

from thenchot.organisation import catalogue
from thenchot.organisation.titles import Named, Titles

GOLDEN = [  # text, body, code of the title (none: no title is sure enough)
    ("Bí thư Đảng ủy", "", "party_secretary"),
    ("Bí thư", "Ban Thường vụ Đảng ủy phường", "party_secretary"),
    ("BT Đảng ủy phường", "", "party_secretary"),
    ("PBT Đảng ủy", "", "party_deputy_secretary"),
    ("Phó Bí thư Thường trực Đảng ủy", "", "party_deputy_secretary"),
    ("Phó Bí thư Thường trực Đảng ủy, Chủ tịch HĐND phường", "", "party_deputy_secretary"),
    ("UVBTV", "", "party_standing_member"),
    ("UV BTV Đảng ủy", "", "party_standing_member"),
    ("Ủy viên Ban Thường vụ", "", "party_standing_member"),
    ("ĐUV", "", "party_member"),
    ("Đảng uỷ viên", "", "party_member"),
    ("Ủy viên BCH Đảng bộ", "", "party_member"),
    ("Trưởng ban", "Ban Xây dựng Đảng Đảng ủy phường", "party_building_head"),
    ("Trưởng ban XDĐ", "", "party_building_head"),
    ("UVBTV, Trưởng ban XDĐ", "", "party_building_head"),
    ("Phó trưởng ban XDĐ", "", "party_building_deputy"),
    ("Phó ban", "Ban Xây dựng Đảng Đảng ủy phường", "party_building_deputy"),
    ("Chủ nhiệm UBKT", "", "inspection_chair"),
    ("Phó Chủ nhiệm", "Ủy ban Kiểm tra Đảng ủy phường", "inspection_vice_chair"),
    ("UV UBKT", "", "inspection_member"),
    ("Chánh VP Đảng ủy", "", "party_office_head"),
    ("Chánh Văn phòng", "Văn phòng Đảng ủy phường", "party_office_head"),
    ("Phó Chánh VP", "Văn phòng Đảng ủy phường", "party_office_deputy"),
    ("Đảng ủy viên, CVP HĐND-UBND", "", "office_head"),
    ("Phó Chánh VP", "Văn phòng HĐND và UBND phường", "office_deputy"),
    ("CT HĐND", "", "council_chair"),
    ("PCT HĐND phường Đông Kinh", "", "council_vice_chair"),
    ("Trưởng ban KT-NS HĐND", "", "council_board_head"),
    ("Đại biểu HĐND", "", "council_member"),
    ("CT UBND", "", "people_chair"),
    ("Chủ tịch UBND phường Đông Kinh", "", "people_chair"),
    ("Q. Chủ tịch UBND", "", "people_chair"),
    ("Chủ tịch", "Ủy ban nhân dân phường", "people_chair"),
    ("Chủ tịch UBND kiêm Giám đốc TTPVHCC", "", "people_chair"),
    ("PCT UBND", "", "people_vice_chair"),
    ("Phó Chủ tịch Thường trực UBND", "", "people_vice_chair"),
    ("Trưởng phòng KT-HT&ĐT", "", "division_head"),
    ("TP Nội vụ", "", "division_head"),
    ("Trưởng phòng", "Phòng Văn hóa – Xã hội", "division_head"),
    ("Phó Trưởng phòng", "Phòng Văn hóa – Xã hội", "division_deputy"),
    ("Phó phòng VHXH", "", "division_deputy"),
    ("GĐ TT PVHCC", "", "public_centre_director"),
    ("Phó Giám đốc", "Trung tâm Phục vụ hành chính công", "public_centre_deputy"),
    ("Giám đốc", "Trung tâm Văn hóa", "centre_director"),
    ("Giám đốc TTCT", "", "political_centre_director"),
    ("CHT Ban CHQS", "", "military_commander"),
    ("Chỉ huy phó", "Ban Chỉ huy quân sự phường", "military_deputy"),
    ("Chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam phường", "front_chair"),
    ("Phó CT UBMTTQ", "", "front_vice_chair"),
    ("Phó CT UBMTTQ, Chủ tịch Hội LHPN", "", "front_vice_chair"),
    ("Chủ tịch Hội LHPN", "", "women_head"),
    ("Chủ tịch Hội Nông dân xã", "", "farmers_head"),
    ("PCT Hội CCB", "", "veterans_deputy"),
    ("Bí thư Đoàn TNCS HCM", "", "youth_head"),
    ("Phó Bí thư Đoàn phường", "", "youth_deputy"),
    ("Chủ tịch Hội Chữ thập đỏ", "", "association_head"),
    ("Hiệu trưởng trường Tiểu học", "", "principal"),
    ("Trạm trưởng TYT", "", "health_station_head"),
    ("CV phòng VH-XH", "", "specialist"),
    ("Chuyên viên chính", "", "senior_specialist"),
    ("Công chức Tư pháp - Hộ tịch", "", "specialist"),
    ("Cán sự", "", "junior_specialist"),
    ("Văn thư - Lưu trữ", "", "records_clerk"),
    ("Kế toán", "", "accountant"),
    ("BT chi bộ TDP 3", "", "residential_cell_secretary"),
    ("Bí thư chi bộ thôn 3", "", "residential_cell_secretary"),
    ("Bí thư chi bộ Văn phòng", "", "cell_secretary"),
    ("Bí thư", "Các chi bộ, đảng bộ trực thuộc", "cell_secretary"),
    ("Trưởng thôn Đông", "", "village_head"),
    ("Tổ trưởng TDP số 5", "", "group_head"),
    ("Chủ tịch Hội đồng trường", "", None),
    ("Nguyên Chủ tịch UBND", "", None),
    ("Cán bộ địa chính", "", None),
    ("Thủ trưởng", "Ủy ban nhân dân phường", None),
    ("Trưởng đơn vị", "", None),
    ("", "Ủy ban nhân dân phường", None),
]


def titles(*extra):
    shipped = [
        Named(t.code, (t.fields["name"], *t.fields["names"]), t.fields["rank"] == "member")
        for t in catalogue.titles()
    ]
    return Titles([*extra, *shipped], "Phường Đông Kinh")


@pytest.mark.parametrize(("text", "body", "code"), GOLDEN)
def test_golden(text, body, code):
    assert titles().find(text, body) == code


def test_every_shipped_title_finds_itself_by_every_name():
    found = titles()
    wrong = [
        (name, t.code, found.find(name))
        for t in catalogue.titles()
        for name in (t.fields["name"], *t.fields["names"])
        if found.find(name) != t.code
    ]
    assert wrong == []


def test_case_marks_and_the_place_of_tones_do_not_count():
    found = titles()
    assert {
        found.find(text) for text in ("CHỦ TỊCH UBND", "chu tich ubnd", "Chủ tịch Uỷ ban Nhân dân")
    } == {"people_chair"}


def test_an_earlier_title_of_the_same_name_goes_first():
    assert titles(Named("own", ("Trưởng phòng",))).find("Trưởng phòng Nội vụ") == "own"

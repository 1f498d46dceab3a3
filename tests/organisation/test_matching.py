"""Which unit a phrase of a document means. Phrases are those of real programmes of wards."""

from datetime import date

import pytest
from tests.worlds import SINCE

from thenchot.organisation import services
from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.queries import match_bodies
from thenchot.platform.scope.actor import SYSTEM


def found(world, text, home=None):
    return match_bodies(home or world.ward, [text])[text]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ủy ban nhân dân phường", "ubnd"),
        ("Uỷ ban nhân dân phường", "ubnd"),
        ("UBND phường", "ubnd"),
        ("UBND phường Đông Kinh", "ubnd"),
        ("UBND", "ubnd"),
        ("Ban Xây dựng Đảng Đảng ủy", "ban xây dựng đảng"),
        ("Ban Xây dựng Đảng", "ban xây dựng đảng"),
        ("Ban Xây dựng Đảng Đảng ủy phường", "ban xây dựng đảng"),
        ("UBKT Đảng ủy", "ủy ban kiểm tra"),
        ("Ủy ban Kiểm tra Đảng ủy phường", "ủy ban kiểm tra"),
        ("Ủy ban kiểm tra Đảng uỷ", "ủy ban kiểm tra"),
        ("Ban Thường vụ Đảng ủy phường", "ban thường vụ"),
        ("BTV Đảng ủy", "ban thường vụ"),
        ("Phòng Văn hóa - xã hội", "phòng văn hóa"),
        ("Phòng Văn hoá và Xã hội", "phòng văn hóa"),
        ("Phòng VH-XH", "phòng văn hóa"),
        ("Văn phòng Đảng ủy", "văn phòng đảng ủy"),
        ("VP Đảng ủy", "văn phòng đảng ủy"),
        ("Ủy ban MTTQ Việt Nam phường", "mặt trận"),
        ("UBMTTQVN phường", "mặt trận"),
        ("MTTQ phường", "mặt trận"),
        ("Mặt trận Tổ quốc", "mặt trận"),
        ("cơ quan Mặt trận Tổ quốc Việt Nam phường", "mặt trận"),
    ],
)
def test_a_body_however_it_is_called(world, text, key):
    match = found(world, text)
    assert list(match) == [world.units[key]]
    assert match.confidence >= 0.85


@pytest.mark.parametrize(
    "text",
    [
        "Các cấp ủy, cơ quan, đơn vị liên quan",
        "các cơ quan, đơn vị",
        "Các chi bộ trực thuộc",
        "đồng chí Bí thư Đảng ủy",
        "Ban Thường vụ Thành ủy",
        "Ủy ban MTTQ Việt Nam thành phố",
        "UBND thành phố",
        "UBND phường Tân Lập",
        "Phòng Kinh tế",
        "Công an phường",
        "Ủy ban",
        "",
    ],
)
def test_what_names_no_body_of_the_ward_means_none(world, text):
    assert not found(world, text)


def test_a_body_with_others_behind_it_is_only_a_guess(world):
    match = found(world, "Ủy ban MTTQVN và các tổ chức chính trị - xã hội phường")
    assert list(match) == [world.units["mặt trận"]]
    assert not match.is_certain


def test_a_name_of_two_offices_means_neither(world):
    services.create_unit(
        SYSTEM,
        parent_id=world.ward.pk,
        name="Văn phòng HĐND và UBND phường",
        kind=UnitKind.DIVISION,
        bloc=Bloc.GOVERNMENT,
        valid_from=SINCE,
    )
    assert not found(world, "Văn phòng")
    assert found(world, "Văn phòng HĐND - UBND phường")[0].name == "Văn phòng HĐND và UBND phường"


def test_a_collective_phrase_means_what_a_person_said(world):
    units = [world.units["ubnd"], world.units["mặt trận"]]
    text = "Các cấp ủy, cơ quan, đơn vị liên quan"
    services.remember_alias(
        SYSTEM, home_id=world.ward.pk, text=text, unit_ids=[u.pk for u in units]
    )
    match = found(world, "các cấp uỷ,  cơ quan đơn vị liên quan")
    assert set(match) == set(units)
    assert (match.how, match.confidence) == ("alias", 1.0)


def test_what_one_ward_remembers_another_does_not_know(world):
    services.remember_alias(
        SYSTEM, home_id=world.ward.pk, text="Khối dân vận", unit_ids=[world.units["mặt trận"].pk]
    )
    assert not found(world, "Khối dân vận", world.other_ward)


def test_a_remembered_phrase_wins_over_the_name(world):
    services.remember_alias(
        SYSTEM,
        home_id=world.ward.pk,
        text="UBND phường",
        unit_ids=[world.units["phòng văn hóa"].pk],
    )
    assert list(found(world, "UBND phường")) == [world.units["phòng văn hóa"]]


def test_the_former_name_is_still_known(world):
    services.rename_unit(
        SYSTEM, unit_id=world.units["phòng văn hóa"].pk, name="Phòng Nội vụ", on=date(2026, 1, 1)
    )
    match = found(world, "Phòng Văn hóa - Xã hội")
    assert (list(match), match.how) == ([world.units["phòng văn hóa"]], "former")


def test_a_dissolved_body_is_not_proposed(world):
    services.dissolve_unit(SYSTEM, unit_id=world.units["mặt trận"].pk, on=date(2025, 12, 31))
    assert not match_bodies(world.ward, ["MTTQ phường"], on=date(2026, 1, 1))["MTTQ phường"]


def test_queries_do_not_grow_with_the_phrases(world, django_assert_num_queries):
    services.remember_alias(
        SYSTEM, home_id=world.ward.pk, text="Khối dân vận", unit_ids=[world.units["mặt trận"].pk]
    )
    for texts in (["UBND"], [f"Cơ quan số {n}" for n in range(200)] + ["UBND"]):
        with django_assert_num_queries(4):
            match_bodies(world.ward, texts)

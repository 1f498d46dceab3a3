"""The small world of the demonstration: a city with three wards, a province with a commune. All
invented.
"""

from datetime import date

from thenchot.organisation.enums import Bloc, Kind
from thenchot.organisation.services import create_unit, remember_alias
from thenchot.platform.scope.actor import SYSTEM

FOUNDED = date(2025, 7, 1)  # two-tier local government begins

PARTY, FRONT, STATE = Bloc.PARTY, Bloc.FRONT, Bloc.GOVERNMENT
# (name, kind, bloc, number of staff in the full ward); {level} is phường or xã
COMMUNE = (
    ("Đảng ủy {level}", Kind.AGENCY, PARTY, 0),
    ("Ban Chấp hành Đảng bộ {level}", Kind.COMMITTEE, PARTY, 0),
    ("Ban Thường vụ Đảng ủy {level}", Kind.COMMITTEE, PARTY, 3),
    ("Ban Xây dựng Đảng Đảng ủy {level}", Kind.DIVISION, PARTY, 7),
    ("Ủy ban Kiểm tra Đảng ủy {level}", Kind.DIVISION, PARTY, 4),
    ("Văn phòng Đảng ủy {level}", Kind.DIVISION, PARTY, 6),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam {level}", Kind.MASS, FRONT, 16),
    ("Ủy ban nhân dân {level}", Kind.AGENCY, STATE, 12),
    ("Văn phòng HĐND và UBND {level}", Kind.DIVISION, STATE, 21),
    ("Phòng Văn hóa – Xã hội", Kind.DIVISION, STATE, 24),
    ("Phòng Kinh tế, Hạ tầng và Đô thị", Kind.DIVISION, STATE, 26),
    ("Trung tâm Phục vụ hành chính công", Kind.SERVICE, STATE, 12),
    ("Trung tâm Chính trị {level}", Kind.SERVICE, PARTY, 0),
    ("Các chi bộ, đảng bộ trực thuộc", Kind.CELL, PARTY, 0),
)
PROVINCE = (
    ("Ban Thường vụ Tỉnh ủy", Kind.COMMITTEE, PARTY),
    ("Ban Tổ chức Tỉnh ủy", Kind.AGENCY, PARTY),
    ("Ban Tuyên giáo và Dân vận Tỉnh ủy", Kind.AGENCY, PARTY),
    ("Ủy ban Kiểm tra Tỉnh ủy", Kind.AGENCY, PARTY),
    ("Văn phòng Tỉnh ủy", Kind.AGENCY, PARTY),
    ("Đảng ủy Ủy ban nhân dân tỉnh", Kind.AGENCY, PARTY),
    ("Đảng ủy các cơ quan Đảng tỉnh", Kind.AGENCY, PARTY),
    ("Trường Chính trị tỉnh", Kind.SERVICE, PARTY),
    ("Mặt trận Tổ quốc Việt Nam tỉnh", Kind.MASS, FRONT),
    ("Sở Nội vụ", Kind.AGENCY, STATE),
    ("Báo và Phát thanh, truyền hình tỉnh", Kind.SERVICE, PARTY),
    ("Các sở, ban, ngành tỉnh", Kind.AGENCY, STATE),
)
WARDS = ("Đông Kinh", "Tân Lập", "Nam Hà")


def build():
    """{name: home unit} with their bodies below them."""
    city = _unit(None, "Thành phố Bạch Hải", Kind.PROVINCE, STATE, 0)
    homes = {name: _commune(city, f"Phường {name}", "phường", n) for n, name in enumerate(WARDS)}
    province = _unit(None, "Tỉnh Sơn Giang", Kind.PROVINCE, STATE, 1)
    for position, (name, kind, bloc) in enumerate(PROVINCE):
        _unit(province, name, kind, bloc, position)
    homes["Phú Lộc"] = _commune(province, "Xã Phú Lộc", "xã", 20)
    return homes | {"Bạch Hải": city, "Sơn Giang": province}


def say(home, words: str, units) -> None:
    """How documents of this commune call several units at once, as an officer would teach it."""
    remember_alias(SYSTEM, home_id=home.pk, text=words, unit_ids=[unit.pk for unit in units])


def _commune(parent, name, level, position):
    home = _unit(parent, name, Kind.COMMUNE, STATE, position)
    for n, (body, kind, bloc, _staff) in enumerate(COMMUNE):
        _unit(home, body.format(level=level), kind, bloc, n)
    return home


def _unit(parent, name, kind, bloc, position):
    return create_unit(
        SYSTEM,
        parent_id=parent and parent.pk,
        name=name,
        kind=kind,
        bloc=bloc,
        position=position,
        valid_from=FOUNDED,
    )

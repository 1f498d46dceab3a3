"""The small world of the demonstration: a city with three wards, a province with a commune. All
invented.
"""

from datetime import date

from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.models import Unit
from thenchot.organisation.services import create_unit, remember_alias
from thenchot.platform.scope.actor import SYSTEM

FOUNDED = date(2025, 7, 1)  # two-tier local government begins

PARTY, FRONT, STATE = Bloc.PARTY, Bloc.FRONT, Bloc.GOVERNMENT
# (name, kind, bloc, number of staff in the full ward, what it stands under: None: the commune);
# {level} is phường or xã
PARTY_SEAT, PEOPLES_SEAT = "Đảng ủy {level}", "Ủy ban nhân dân {level}"
COMMUNE = (
    (PARTY_SEAT, UnitKind.AGENCY, PARTY, 0, None),
    ("Ban Chấp hành Đảng bộ {level}", UnitKind.COMMITTEE, PARTY, 0, None),
    ("Ban Thường vụ Đảng ủy {level}", UnitKind.COMMITTEE, PARTY, 3, None),
    ("Ban Xây dựng Đảng Đảng ủy {level}", UnitKind.DIVISION, PARTY, 7, PARTY_SEAT),
    ("Ủy ban Kiểm tra Đảng ủy {level}", UnitKind.DIVISION, PARTY, 4, PARTY_SEAT),
    ("Văn phòng Đảng ủy {level}", UnitKind.DIVISION, PARTY, 6, PARTY_SEAT),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam {level}", UnitKind.MASS, FRONT, 16, None),
    (PEOPLES_SEAT, UnitKind.AGENCY, STATE, 12, None),
    ("Văn phòng HĐND và UBND {level}", UnitKind.DIVISION, STATE, 21, PEOPLES_SEAT),
    ("Phòng Văn hóa – Xã hội", UnitKind.DIVISION, STATE, 24, PEOPLES_SEAT),
    ("Phòng Kinh tế, Hạ tầng và Đô thị", UnitKind.DIVISION, STATE, 26, PEOPLES_SEAT),
    ("Trung tâm Phục vụ hành chính công", UnitKind.SERVICE, STATE, 12, PEOPLES_SEAT),
    ("Trung tâm Chính trị {level}", UnitKind.SERVICE, PARTY, 0, PARTY_SEAT),
    ("Các chi bộ, đảng bộ trực thuộc", UnitKind.CELL, PARTY, 0, None),
)
PROVINCE = (
    ("Ban Thường vụ Tỉnh ủy", UnitKind.COMMITTEE, PARTY),
    ("Ban Tổ chức Tỉnh ủy", UnitKind.AGENCY, PARTY),
    ("Ban Tuyên giáo và Dân vận Tỉnh ủy", UnitKind.AGENCY, PARTY),
    ("Ủy ban Kiểm tra Tỉnh ủy", UnitKind.AGENCY, PARTY),
    ("Văn phòng Tỉnh ủy", UnitKind.AGENCY, PARTY),
    ("Đảng ủy Ủy ban nhân dân tỉnh", UnitKind.AGENCY, PARTY),
    ("Đảng ủy các cơ quan Đảng tỉnh", UnitKind.AGENCY, PARTY),
    ("Trường Chính trị tỉnh", UnitKind.SERVICE, PARTY),
    ("Mặt trận Tổ quốc Việt Nam tỉnh", UnitKind.MASS, FRONT),
    ("Sở Nội vụ", UnitKind.AGENCY, STATE),
    ("Báo và Phát thanh, truyền hình tỉnh", UnitKind.SERVICE, PARTY),
    ("Các sở, ban, ngành tỉnh", UnitKind.AGENCY, STATE),
)
WARDS = ("Đông Kinh", "Tân Lập", "Nam Hà")


def build():
    """{name: home unit} with their bodies below them."""
    city = _unit(None, "Thành phố Bạch Hải", UnitKind.PROVINCE, STATE, 0)
    homes = {name: _commune(city, f"Phường {name}", "phường", n) for n, name in enumerate(WARDS)}
    province = _unit(None, "Tỉnh Sơn Giang", UnitKind.PROVINCE, STATE, 1)
    for position, (name, kind, bloc) in enumerate(PROVINCE):
        _unit(province, name, kind, bloc, position)
    homes["Phú Lộc"] = _commune(province, "Xã Phú Lộc", "xã", 20)
    return homes | {"Bạch Hải": city, "Sơn Giang": province}


def say(home, words: str, units) -> None:
    """How documents of this commune call several units at once, as an officer would teach it."""
    remember_alias(SYSTEM, home_id=home.pk, text=words, unit_ids=[unit.pk for unit in units])


def _commune(parent, name, level, position):
    home = _unit(parent, name, UnitKind.COMMUNE, STATE, position)
    above: dict[str | None, Unit] = {None: home}
    for n, (body, kind, bloc, _staff, under) in enumerate(COMMUNE):
        above[body] = _unit(above[under], body.format(level=level), kind, bloc, n)
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

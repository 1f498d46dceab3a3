"""Blocs, units, communes side by side: short of the approved number, made up how, lacking what."""

from datetime import date

import openpyxl
import pytest
from django.urls import reverse
from tests.insight.conftest import person
from tests.insight.test_forecast_pages import taken
from tests.insight.test_insight_pages import told

from thenchot.insight.comparison import compare
from thenchot.insight.queries import levels_of
from thenchot.insight.services import record_figures
from thenchot.organisation.services import quotas
from thenchot.people.filing import changing
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def ward(world):
    """Four bodies of the Party, one of the Front, two of the government; a woman more."""
    person(world, "Thêm", sex="f", born=date(1995, 1, 1), in_science=True)
    quotas.set_quota(
        world.actor(Role.OFFICER),
        unit_id=world.ward.pk,
        year=today().year,
        bloc="government",
        staff_kind="",
        number=10,
        basis="Quyết định giao biên chế",
    )
    return world


def rows(world, home=None, **more):
    found = compare(home or world.ward, today(), **{"by_unit": False, **more})
    return {row.name: row for row in found}


def test_blocs_with_who_is_short(ward):
    found = rows(ward)
    government = found["Chính quyền"]
    assert (government.people, government.approved, government.short) == (3, 10, 7)
    assert (government.share("staff_women"), government.share("staff_science")) == (33.3, 33.3)
    assert (found["Đảng"].people, found["Đảng"].short) == (4, None)
    assert "Dân cư" not in found


def test_units_of_a_commune(ward):
    found = rows(ward, by_unit=True)
    assert found["Ủy ban nhân dân phường"].people == 2
    assert found["Phòng Văn hóa - Xã hội"].people == 1


def test_communes_of_a_province_by_the_last_count(ward):
    record_figures()
    found = rows(ward, ward.city)
    assert found[ward.ward.name].people == 8
    assert (found[ward.ward.name].approved, found[ward.ward.name].short) == (10, 2)
    assert found[ward.other_ward.name].people == 7


def test_what_standards_lack_by_bloc(ward):
    from tests.standards.conftest import HEADS, make_set

    from thenchot.standards.services.counting import count_all

    asked = {"kind": "level", "addressees": HEADS}
    make_set(
        ward.ward,
        [
            {"code": "d", "paper": "degree", "level": "bachelor", **asked},
            {"code": "t", "paper": "theory", "level": "middle", **asked},
        ],
    )
    count_all()
    found = rows(ward)
    assert (found["Đảng"].degree, found["Đảng"].other) == (4, 4)
    assert (found["Chính quyền"].degree, found["Chính quyền"].other) == (2, 2)


def test_the_highest_degree_by_sex(ward):
    who = person(ward, "Thạc sĩ", sex="m")
    for level in ("bachelor", "master"):
        changing.add_row(SYSTEM, person_id=who.pk, section="degree", level=level, field="Luật")
    found = {one.label: (one.women, one.men) for one in levels_of(ward.ward, today())}
    assert found["Thạc sĩ"] == (0, 1)
    assert found["hồ sơ chưa ghi bằng cấp"] == (1, 0)


def test_the_page_and_its_files(ward):
    client = ward.client(Role.LEADER)
    page = told(client.get(reverse("insight_groups")))
    assert "Chính quyền" in page and "Được giao" in page
    assert "Phòng Văn hóa - Xã hội" in told(client.get(reverse("insight_groups"), {"by": "unit"}))
    assert "Trình độ theo giới tính" in told(client.get(reverse("insight_ages")))
    sheet = openpyxl.load_workbook(taken(client, "insight_groups", "xlsx")).active
    assert ["Chính quyền", 10, 3, 7] in [list(row)[:4] for row in sheet.values]

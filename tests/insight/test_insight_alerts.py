"""Beyond the approved number, empty for long, parts that do not add up, a composition short of its
target.
"""

from datetime import date, timedelta

import pytest
from tests.insight.conftest import collective, person, seated

from thenchot.insight import alerts
from thenchot.insight.services import record_figures
from thenchot.organisation.models import Headcount, JobPosition, PositionScheme, Quota
from thenchot.organisation.services import committees
from thenchot.people.models import Appointment
from thenchot.people.staffing import seatings
from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.services import run
from thenchot.platform.scope.actor import SYSTEM

ON = date(2026, 11, 25)


def said(rule, on=ON):
    return [f.message for f in rule(on)]


@pytest.mark.parametrize(
    ("number", "beyond"),
    [(2, ["Khối Chính quyền: 3 người, vượt 1 so với 2 được giao năm 2026"]), (3, []), (4, [])],
)
def test_beyond_the_approved_number(world, number, beyond):
    person(world, "Thứ ba")  # the ward's government bloc has two heads
    Quota.objects.create(unit=world.ward, year=2026, bloc="government", number=number, basis="QĐ 1")
    assert said(alerts.over_quota) == beyond


def test_a_quota_of_another_year_says_nothing(world):
    Quota.objects.create(unit=world.ward, year=2025, bloc="government", number=0, basis="QĐ 1")
    assert said(alerts.over_quota) == []


@pytest.mark.parametrize(("total", "managers", "found"), [(131, 30, 1), (130, 30, 0), (130, 29, 1)])
def test_parts_of_a_document_that_do_not_add_up(world, total, managers, found):
    """S4-002 … S4-005."""
    rows = {"": (total, managers), "party": (20, 11), "front": (16, 5), "government": (94, 14)}
    for bloc, (people, leaders) in rows.items():
        Headcount.objects.create(
            unit=world.ward,
            on=date(2026, 1, 1),
            bloc=bloc,
            total=people,
            managers=leaders,
            source="Nghị quyết",
        )
    messages = said(alerts.parts_apart)
    assert len(messages) == found and all("lệch" in m for m in messages)


class TestVacancies:
    @pytest.mark.parametrize(("days", "found"), [(60, 0), (61, 1)])
    def test_a_seat_empty_for_longer_than_the_policy(self, world, days, found):
        body = collective(world, "party", "Ban Chấp hành", 1)
        seating = seated(body, person(world, "Người"), 1)
        seatings.end_seating(SYSTEM, seating_id=seating.pk, on=ON - timedelta(days + 1))
        assert [f"khuyết {days} ngày" in m for m in said(alerts.vacant_seats)] == [True] * found

    def test_never_filled_counts_from_its_first_day(self, world):
        collective(world, "party", "Ban Chấp hành", 1)
        assert f"khuyết {(ON - date(2025, 7, 1)).days} ngày" in said(alerts.vacant_seats)[0]

    def test_held_for_structure_is_silent_until_its_review(self, world):
        """S1-037 against S0-038: two rules, one seat, never both."""
        seat = collective(world, "party", "Ban Chấp hành", 1).seats.get()
        seatings.hold_seat(
            SYSTEM, seat_id=seat.pk, held_for="cán bộ nữ", review_on=date(2027, 3, 1)
        )
        assert said(alerts.vacant_seats) == []
        assert "để khuyết vì cơ cấu (cán bộ nữ)" in said(alerts.vacant_seats, date(2027, 3, 1))[0]
        committees.release_seat(SYSTEM, seat_id=seat.pk)
        assert "khuyết" in said(alerts.vacant_seats)[0]

    def test_a_filled_seat_and_a_term_that_is_over(self, world):
        body = collective(world, "party", "Ban Chấp hành", 1)
        seated(body, person(world, "Người"), 1)
        assert said(alerts.vacant_seats) == []
        assert said(alerts.vacant_seats, date(2030, 7, 1)) == []

    def test_an_approved_position_without_a_holder(self, world):
        unit = world.units["phòng văn hóa"]
        scheme = PositionScheme.objects.create(
            unit=unit, name="Đề án", state="approved", decision="QĐ 1", valid_from=date(2026, 7, 1)
        )
        position = JobPosition.objects.create(
            scheme=scheme, unit=unit, code="CM-01", name="Văn hóa", group="professional"
        )
        assert said(alerts.vacant_positions) == [
            f"Văn hóa (CM-01): vị trí được duyệt chưa có người {(ON - date(2026, 7, 1)).days} ngày"
        ]
        Appointment.objects.filter(person=world.people["phòng văn hóa"]).update(position=position)
        assert said(alerts.vacant_positions) == []


class TestComposition:
    def test_short_of_the_target_and_silent_when_reached(self, world, committee):
        for number, sex in enumerate("mmmmf", 1):
            seated(
                committee,
                person(world, f"Người {number}", sex=sex, born=date(1990, 1, 1), in_science=True),
                number,
            )
        record_figures(ON)
        assert said(alerts.composition_short) == []  # 1 of 5 is exactly 20 %
        seated(committee, person(world, "Thêm", sex="m", born=date(1990, 1, 1), in_science=True), 6)
        record_figures(ON)
        assert said(alerts.composition_short) == ["Nữ cấp ủy viên: 16,7% (1/6), mức đặt từ 20%"]

    def test_no_figure_no_alarm(self, world):
        record_figures(ON)
        assert said(alerts.composition_short) == []


def test_a_second_run_changes_nothing(world, committee):
    seated(committee, person(world, "Người"), 1)
    record_figures(ON)
    run(ON)
    before = list(Alert.objects.order_by("pk").values())
    assert {a["rule"] for a in before} >= {"seat_vacant", "composition_short"}
    run(ON)
    assert list(Alert.objects.order_by("pk").values()) == before

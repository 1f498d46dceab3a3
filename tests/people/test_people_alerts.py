"""What the room asks to be looked at, and when it falls silent again."""

from datetime import date, timedelta

import pytest
from tests.worlds import SINCE

from thenchot.organisation.models import Title
from thenchot.people import alerts, completeness, services
from thenchot.people.filing import (
    breaches,
    changing,
    confirming,
    data_requests,
    pledges,
)
from thenchot.people.models import Appointment, Person
from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.services import run
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import SYSTEM
from thenchot.policy.packs import shipped

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def by_unit(rule, on):
    return {f.subject_id: f.message for f in rule(on)}


def of(rule, on, person):
    return [f for f in rule(on) if f.message.startswith(f"{person.full_name}:")]


def complete(person):
    """Every mandatory item of the shipped policy."""
    wanted = next(v for v in shipped() if v.key == "people.mandatory_items").value
    values = {
        i.removeprefix("particulars."): "01" if i.endswith("ethnicity") else "x"
        for i in wanted
        if i.startswith("particulars.")
    }
    values |= {"recruited_on": date(2010, 1, 1), "religion": "none", "general_education": "upper"}
    changing.change_items(SYSTEM, person_id=person.pk, **values)
    number = f"{31_080_000_0000 + person.pk:012d}"
    services.correct_person(
        SYSTEM, person_id=person.pk, sex="f", born_on=date(1980, 5, 12), identity_no=number
    )
    for section, more in (("degree", {"level": "bachelor"}), ("career", {"title": "Chuyên viên"})):
        changing.add_row(SYSTEM, person_id=person.pk, section=section, **more)


class TestIncomplete:
    def test_counted_once_for_the_unit_and_gone_when_complete(self, world):
        unit, person = world.units["phòng văn hóa"], world.people["phòng văn hóa"]
        assert (
            by_unit(alerts.incomplete, today())[str(unit.pk)]
            == f"{unit.name}: 1 hồ sơ thiếu mục bắt buộc"
        )
        complete(person)
        assert str(unit.pk) not in by_unit(alerts.incomplete, today())

    @pytest.mark.parametrize(
        "item",
        [
            "sex",
            "born_on",
            "identity_no",
            "particulars.home_place",
            "particulars.recruited_on",
            "degree",
            "career",
        ],
    )
    def test_each_item_counts(self, world, item):
        person = world.people["phòng văn hóa"]
        complete(person)
        if item in ("degree", "career"):
            section = item
            row = changing._section(section).model.objects.get(person=person)
            changing.withdraw_row(SYSTEM, section=section, row_id=row.pk, reason="thử")
        elif item.startswith("particulars."):
            name = item.removeprefix("particulars.")
            changing.change_items(
                SYSTEM, person_id=person.pk, **{name: None if name.endswith("_on") else ""}
            )
        else:
            Person.objects.filter(pk=person.pk).update(**{item: None if item == "born_on" else ""})
        seats = completeness.name_missing(completeness.list_incomplete(world.ward), world.ward)
        seat = next(s for s in seats if s.person_id == person.pk)
        assert seat.missing == [completeness.LABELS[item]]

    def test_the_state_adds_up(self, world):
        complete(world.people["phòng văn hóa"])
        confirming.confirm_file(SYSTEM, person_id=world.people["ubnd"].pk)
        *blocs, total = completeness.state_of(world.ward)
        assert (total.total, total.complete, total.confirmed) == (7, 1, 1)
        assert (
            sum(b.total for b in blocs) == total.total
            and sum(b.incomplete for b in blocs) == total.incomplete
        )

    def test_of_nobody(self, world):
        from thenchot.organisation.models import Bloc, UnitKind
        from thenchot.organisation.services import create_unit

        empty = create_unit(
            SYSTEM,
            parent_id=world.city.pk,
            name="Phường Mới",
            kind=UnitKind.COMMUNE,
            bloc=Bloc.GOVERNMENT,
            valid_from=SINCE,
        )
        assert [s.total for s in completeness.state_of(empty)] == [0]


class TestYearly:
    @pytest.mark.parametrize(
        ("rule", "month", "asked"),
        [
            (alerts.unconfirmed, 9, False),
            (alerts.unconfirmed, 10, True),
            (alerts.unpledged, 9, False),
            (alerts.unpledged, 12, True),
        ],
    )
    def test_from_the_month_of_the_policy_on(self, world, rule, month, asked):
        assert bool(by_unit(rule, date(2026, month, 15))) is asked

    def test_who_confirmed_or_pledged_is_no_longer_counted(self, world):
        person, unit, on = (
            world.people["phòng văn hóa"],
            world.units["phòng văn hóa"],
            today().replace(month=12, day=1),
        )
        confirming.confirm_file(SYSTEM, person_id=person.pk)
        pledges.sign_pledge(
            SYSTEM, person_id=person.pk, year=today().year, content="x", signed_on=today()
        )
        assert str(unit.pk) not in by_unit(alerts.unconfirmed, on)
        assert str(unit.pk) not in by_unit(alerts.unpledged, on)


class TestTerms:
    @pytest.mark.parametrize(
        ("on", "said"),
        [
            (date(2025, 7, 1), ""),  # a man of January 1965 leaves on 31/07/2026: thirteen months
            (date(2025, 8, 1), "nghỉ hưu ngày 31/07/2026"),
            (date(2026, 7, 31), "nghỉ hưu ngày 31/07/2026"),
            (date(2026, 8, 1), "quá tuổi nghỉ hưu từ 31/07/2026"),
        ],
    )
    def test_retirement_within_the_months_of_the_policy(self, world, on, said):
        person = world.people["phòng văn hóa"]
        services.correct_person(SYSTEM, person_id=person.pk, sex="m", born_on=date(1965, 1, 1))
        assert [f.message.split(": ")[1] for f in of(alerts.retiring, on, person)] == (
            [said] if said else []
        )

    @pytest.mark.parametrize(("days", "found"), [(91, 0), (90, 1), (0, 1), (-1, 1)])
    def test_reappointment_due(self, world, days, found):
        person = world.people["ubnd"]
        Appointment.objects.filter(person=person).update(reappoint_on=today() + timedelta(days))
        assert len(of(alerts.reappointing, today(), person)) == found

    def test_a_unit_without_a_head_since_the_last_one_left(self, world):
        unit = world.units["phòng văn hóa"]
        assert str(unit.pk) not in by_unit(alerts.headless, today())
        services.create_person(
            SYSTEM, full_name="Lê Văn Còn", unit_id=unit.pk, title="Chuyên viên", valid_from=SINCE
        )
        seat = Appointment.objects.get(unit=unit, is_head=True)
        services.end_appointment(SYSTEM, appointment_id=seat.pk, on=today() - timedelta(10))
        found = next(f for f in alerts.headless(today()) if f.subject_id == str(unit.pk))
        assert found.since == today() - timedelta(9)

    def test_a_unit_of_nobody_is_not_headless(self, world):
        unit = world.units["phòng văn hóa"]
        seat = Appointment.objects.get(unit=unit, is_head=True)
        services.end_appointment(SYSTEM, appointment_id=seat.pk, on=today() - timedelta(10))
        assert str(unit.pk) not in by_unit(alerts.headless, today())


class TestSuggestions:
    @pytest.mark.parametrize(
        ("began", "found"),
        [(date(2021, 11, 26), 0), (date(2021, 11, 25), 1), (date(2010, 1, 1), 1)],
    )
    def test_five_years_at_the_head_of_personnel_work(self, world, began, found):
        title, _ = Title.objects.get_or_create(
            code="test_personnel_head",
            defaults={
                "name": "Trưởng Ban Xây dựng Đảng",
                "rank": "head",
                "does_personnel_work": True,
            },
        )
        seats = Appointment.objects.filter(person=world.people["ban xây dựng đảng"])
        seats.update(valid_from=began, title_ref=title)
        assert (
            len(of(alerts.long_in_personnel, date(2026, 11, 25), world.people["ban xây dựng đảng"]))
            == found
        )

    @pytest.mark.parametrize(
        ("items", "found"),
        [
            ({}, 0),
            ({"home_place": "Phường Đông Kinh, Thành phố Bạch Hải"}, 1),
            ({"home_place": "phường Đông Kinh"}, 1),
            ({"home_place": "Xã Đông Kinh Bắc, tỉnh khác"}, 0),
            ({"home_place": "Phường Tân Lập"}, 0),
            (
                {"home_place": "Phường Đông Kinh", "home_commune_code": "00001"},
                0,
            ),  # the code decides where both are known
        ],
    )
    def test_the_inspection_chair_is_a_local(self, world, items, found):
        from thenchot.organisation.models import Unit

        Unit.objects.filter(pk=world.ward.pk).update(code="11359")
        person = world.people["ủy ban kiểm tra"]
        title, _ = Title.objects.get_or_create(
            code="test_inspection_chair",
            defaults={"name": "Chủ nhiệm", "rank": "head", "does_inspection_work": True},
        )
        Appointment.objects.filter(person=person).update(title_ref=title)
        changing.change_items(SYSTEM, person_id=person.pk, **items)
        assert len(of(alerts.local_inspector, today(), person)) == found


class TestRights:
    def test_a_request_the_day_before_and_after_its_day(self, world):
        from tests.worlds import person_who_signs_in

        asked = data_requests.ask(person_who_signs_in(world, "ubnd"), kind="see", content="x")
        assert [
            len(list(alerts.requests_due(asked.due_on + timedelta(d)))) for d in (-2, -1, 1)
        ] == [0, 1, 1]
        late = next(iter(alerts.requests_due(asked.due_on + timedelta(1))))
        assert late.severity == "late" and "x" not in late.message.split(":")[-1]

    def test_a_breach_until_it_is_reported(self, world):
        breach = breaches.note_breach(
            SYSTEM, unit_id=world.ward.pk, found_at=now(), what="x", affected="y"
        )
        assert len(list(alerts.breaches_unreported(today()))) == 1
        breaches.follow_breach(
            SYSTEM, breach_id=breach.pk, measures="", notified_at=now(), closed_on=None
        )
        assert list(alerts.breaches_unreported(today())) == []


def test_a_second_run_changes_nothing(world):
    run(date(2026, 12, 1))
    before = list(Alert.objects.order_by("pk").values())
    assert any(a["rule"] == "file_unconfirmed" for a in before)
    run(date(2026, 12, 1))
    assert list(Alert.objects.order_by("pk").values()) == before

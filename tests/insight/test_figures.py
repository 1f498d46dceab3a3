"""Figures of a ward by golden rows: who counts, who fulfils, of whom the file does not tell; live
and from snapshots alike.
"""

from datetime import date

import pytest
from tests.insight.conftest import collective, holds, person, seated

from thenchot.insight import registry
from thenchot.insight.counting import count_place
from thenchot.insight.models import Figure
from thenchot.insight.queries import (
    board_of,
    compared,
    names_behind,
    pyramid_of,
    retiring_of,
    summed,
    trends_of,
)
from thenchot.insight.services import record_figures
from thenchot.people import services
from thenchot.people.filing import changing, confirming, pledges
from thenchot.people.models import Appointment
from thenchot.people.staffing import seatings
from thenchot.platform.clock import now, today
from thenchot.platform.policies.models import LocalValue
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role
from thenchot.standards.models import Verdict

ON = date(2026, 11, 25)


def figure(world, code, on=ON, home=None):
    home = home or world.ward
    count = count_place(home, [registry.get(code)], on)[0]
    return (count.part, count.whole, count.unknown)


class TestComposition:
    def test_women_of_the_committee_and_one_of_unknown_sex(self, world, committee):
        for number, sex in enumerate(("f", "m", "m", ""), 1):
            seated(committee, person(world, f"Người {number}", sex=sex), number)
        assert figure(world, "committee_women") == (1, 4, 1)

    def test_who_left_the_seat_is_no_member_but_counts_over_the_term(self, world, committee):
        young, old = (
            person(world, "Trẻ", born=date(1990, 1, 1), sex="f"),
            person(world, "Già", born=date(1970, 1, 1)),
        )
        seating = seated(committee, young, 1)
        seated(committee, old, 2)
        seatings.end_seating(SYSTEM, seating_id=seating.pk, on=date(2026, 1, 31))
        assert figure(world, "committee_women") == (0, 1, 0)
        assert figure(world, "committee_young_term") == (1, 2, 0)

    @pytest.mark.parametrize(
        ("born", "young"),
        [
            (date(1983, 7, 1), 0),  # 42 on the day of seating
            (date(1983, 7, 2), 1),  # 41 that day, 43 today: still young over the whole term
            (date(1990, 1, 1), 1),
        ],
    )
    def test_young_is_taken_on_the_day_of_seating(self, world, committee, born, young):
        seated(committee, person(world, "Người", born=born), 1)
        assert figure(world, "committee_young_term") == (young, 1, 0)

    @pytest.mark.parametrize(("young_on", "young"), [("seating", 0), ("term", 1), ("today", 0)])
    def test_or_on_the_day_that_the_policy_of_the_place_says(
        self, world, committee, young_on, young
    ):
        """Seated in May 2026 at 42; 41 when the term began in July 2025."""
        officer, leader = world.account(Role.OFFICER), world.account(Role.LEADER)
        LocalValue.objects.create(
            path=world.ward.path,
            key="composition.young_on",
            value=young_on,
            basis="Quy chế",
            valid_from=date(2025, 1, 1),
            entered_by=officer,
            confirmed_by=leader,
            confirmed_at=now(),
        )
        seated(committee, person(world, "Người", born=date(1983, 8, 1)), 1, since=date(2026, 5, 1))
        assert figure(world, "committee_young_term") == (young, 1, 0)

    def test_a_person_in_two_seats_counts_once(self, world, committee):
        who = person(world, "Kiêm", sex="f")
        seating = seated(committee, who, 1)
        seatings.end_seating(SYSTEM, seating_id=seating.pk, on=date(2025, 12, 31))
        seated(committee, who, 2, since=date(2026, 1, 1))
        assert figure(world, "committee_young_term") == (0, 1, 1)
        assert figure(world, "committee_women") == (1, 1, 0)

    def test_a_term_that_is_over_counts_no_more(self, world, committee):
        seated(committee, person(world, "Người"), 1)
        assert figure(world, "committee_women", on=date(2030, 6, 30))[1] == 1
        assert figure(world, "committee_women", on=date(2030, 7, 1))[1] == 0

    def test_collectives_are_not_mixed(self, world, committee):
        standing = collective(world, "standing", "Ban Thường vụ", 3)
        woman = person(world, "Nữ", sex="f")
        seated(committee, woman, 1)
        seated(standing, woman, 1)
        seated(standing, person(world, "Nam"), 2)
        assert figure(world, "standing_women") == (1, 2, 0)
        assert figure(world, "committee_women") == (1, 1, 0)

    def test_science_as_the_file_says_and_where_it_says_nothing(self, world, committee):
        for number, known in enumerate((True, False, None), 1):
            seated(
                committee,
                person(
                    world, f"Người {number}", **({} if known is None else {"in_science": known})
                ),
                number,
            )
        assert figure(world, "committee_science") == (1, 3, 1)

    def test_key_titles_also_as_a_concurrent_post(self, world):
        who = person(world, "Chủ tịch", born=date(1990, 1, 1), in_science=True)
        services.appoint(
            SYSTEM,
            person_id=who.pk,
            unit_id=world.units["ban thường vụ"].pk,
            title="Phó Bí thư",
            valid_from=date(2026, 1, 1),
            is_primary=False,
        )
        from thenchot.organisation.models import Title

        key = Title.objects.filter(is_key=True).first()
        Appointment.objects.filter(person=who, is_primary=False).update(title_ref=key)
        assert figure(world, "key_young") == (1, 1, 0)
        assert figure(world, "key_science") == (1, 1, 0)


class TestStaff:
    def test_a_person_counts_once_where_the_primary_post_is(self, world):
        who = person(world, "Người", sex="f")
        services.appoint(
            SYSTEM,
            person_id=who.pk,
            unit_id=world.units["mặt trận"].pk,
            title="Ủy viên",
            valid_from=date(2026, 1, 1),
            is_primary=False,
        )
        assert figure(world, "staff_total") == (8, 8, 0)
        assert figure(world, "staff_women") == (1, 8, 7)

    def test_managers_by_title_and_by_seat_where_no_title_is_linked(self, world):
        who = person(world, "Phó")
        assert figure(world, "managers_total")[0] == 7  # the heads of the small world
        from thenchot.organisation.models import Title

        holds(who, Title.objects.filter(is_manager=True).first().code)
        assert figure(world, "managers_total")[0] == 8

    @pytest.mark.parametrize(
        ("level", "studying", "counts"),
        [("master", False, 1), ("doctor", False, 1), ("bachelor", False, 0), ("master", True, 0)],
    )
    def test_postgraduates_among_managers(self, world, level, studying, counts):
        changing.add_row(
            SYSTEM,
            person_id=world.people["ubnd"].pk,
            section="degree",
            level=level,
            is_studying=studying,
        )
        assert figure(world, "managers_postgraduate") == (counts, 7, 0)

    def test_files(self, world):
        who = world.people["ubnd"]
        changing.change_items(SYSTEM, person_id=who.pk, paper_state="done")
        confirming.confirm_file(SYSTEM, person_id=who.pk)
        pledges.sign_pledge(
            SYSTEM, person_id=who.pk, year=today().year, content="x", signed_on=today()
        )
        for code in ("files_digitised", "files_confirmed", "pledges_signed"):
            assert figure(world, code, on=today()) == (1, 7, 0)

    def test_nobody_of_another_ward(self, world):
        person(world, "Người", sex="f")
        assert figure(world, "staff_women", home=world.other_ward) == (0, 7, 7)

    def test_standards_as_last_counted(self, world):
        verdicts(world, {"ubnd": ("met", "exempt"), "mặt trận": ("met", "missing")})
        assert figure(world, "standards_everybody") == (1, 2, 0)


def verdicts(world, of):
    from thenchot.standards.models import StandardSet

    sets = [
        StandardSet.objects.create(code=f"bo-{n}", name=f"Bộ {n}", edited_at=now()) for n in (1, 2)
    ]
    for key, states in of.items():
        who = world.people[key]
        unit = who.appointments.get().unit
        for one, state in zip(sets, states, strict=True):
            Verdict.objects.create(person=who, set=one, unit=unit, state=state, asked=1, since=ON)


class TestStored:
    def test_snapshots_and_files_give_the_same_figures(self, world, committee):
        for number, sex in enumerate(("f", "m", "m"), 1):
            seated(
                committee,
                person(
                    world,
                    f"Người {number}",
                    sex=sex,
                    born=date(1980 + number, 1, 1),
                    in_science=number == 1,
                ),
                number,
            )
        verdicts(world, {"ubnd": ("met", "met")})
        record_figures(ON)
        wanted = list(registry.indicators().values())
        live = count_place(world.ward, wanted, ON)
        for count in live:
            stored = Figure.objects.filter(
                home=world.ward, indicator=count.indicator.code, on=ON
            ).first()
            assert (count.part, count.whole, count.unknown) == (
                (stored.part, stored.whole, stored.unknown) if stored else (0, 0, 0)
            ), count.indicator.code

    def test_a_second_count_of_the_day_replaces_the_first(self, world):
        record_figures(ON)
        before = Figure.objects.count()
        person(world, "Mới")
        record_figures(ON)
        assert Figure.objects.count() == before
        assert Figure.objects.get(home=world.ward, indicator="staff_total").part == 8

    def test_a_province_is_the_sum_of_its_places(self, world):
        record_figures(ON)
        [total] = summed(world.city, [registry.get("staff_total")])
        assert (total.part, total.whole) == (14, 14)
        rows = dict(compared(world.city))
        assert {unit.name: cells["staff_total"].part for unit, cells in rows.items()} == {
            "Phường Đông Kinh": 7,
            "Phường Tân Lập": 7,
        }

    def test_trends_run_from_the_oldest(self, world):
        record_figures(date(2026, 10, 1))
        person(world, "Mới")
        record_figures(ON)
        assert trends_of(world.ward)["staff_total"] == [(date(2026, 10, 1), 7.0), (ON, 8.0)]

    def test_the_policy_behind_a_figure_is_named(self, world):
        record_figures(ON)
        assert {len(f.policy) for f in Figure.objects.all()} == {64}


class TestBehind:
    def test_names_are_those_of_the_figure(self, world, committee):
        for number, sex in enumerate(("f", "m", ""), 1):
            seated(committee, person(world, f"Người {number}", sex=sex), number)
        people = names_behind(
            world.actor(Role.OFFICER), world.ward, registry.get("committee_women"), ON
        )
        assert [(p.person.full_name, p.fulfils, p.unknown) for p in people] == [
            ("Người 1", True, False),
            ("Người 2", False, False),
            ("Người 3", False, True),
        ]

    def test_goals_of_the_place(self, world, committee):
        seated(committee, person(world, "Nam"), 1)
        lines = {line.indicator.code: line for line in board_of(world.ward, ON)}
        assert (lines["committee_women"].goal, lines["committee_women"].reach) == (20.0, "short")
        assert lines["standing_women"].reach == "open"  # no such collective
        assert lines["staff_women"].goal is None


class TestAges:
    def test_bands_and_those_unknown(self, world):
        for name, born, sex in (
            ("A", date(1996, 11, 26), "f"),
            ("B", date(1996, 11, 25), "m"),
            ("C", date(1960, 1, 1), "m"),
            ("D", date(1980, 1, 1), ""),
        ):
            person(world, name, born=born, sex=sex)
        bands, unknown = pyramid_of(world.ward, ON)
        assert {b.label: (b.women, b.men) for b in bands if b.women + b.men} == {
            "dưới 30": (1, 0),
            "30–34": (0, 1),
            "từ 60": (0, 1),
        }
        assert unknown == 8  # seven heads without a birth, and D without a sex

    def test_who_retires_when(self, world):
        person(world, "Sau", born=date(1972, 6, 1), sex="f")
        person(world, "Trước", born=date(1965, 1, 1), sex="m")
        person(world, "Xa", born=date(1995, 1, 1), sex="m")
        found = [(day, seat.person.full_name) for day, seat in retiring_of(world.ward, ON, years=5)]
        assert found == [(date(2026, 7, 31), "Trước"), (date(2030, 10, 31), "Sau")]

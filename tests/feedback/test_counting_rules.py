"""Many sides: what leaves the denominator, that the receipt adds up, who stands on which side, what
may be shown.
"""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.feedback.enums import ResultState, Side
from thenchot.feedback.rules.counting import ANONYMOUS, Measure, Voice, explain, share_of, total_of
from thenchot.feedback.rules.criteria import judge, may_issue, may_use
from thenchot.feedback.rules.disclosure import LEAST, is_asked, states_of, tells_nobody
from thenchot.feedback.rules.raters import Place, sides_of
from thenchot.kernel.exact import points
from thenchot.scoring.rules.weighing import mean_share
from thenchot.worklog.enums import Capacity

WORK = Measure("work", "Kết quả", Decimal(60), Decimal(10))
SERVICE = Measure("service", "Phục vụ", Decimal(40), Decimal(5))
BOTH = (WORK, SERVICE)


def voice(side, weight, work=None, service=None, people=1, state=ResultState.RELEASED):
    sums = {
        code: Decimal(value)
        for code, value in (("work", work), ("service", service))
        if value is not None
    }
    return Voice(side, Decimal(weight), state, people, sums)


class TestTheArithmetic:
    def test_by_hand(self):
        """Self (10 and 5: 100) weighs 20, the superior (8 of 10, 3 of 5: 0.6 × 80 + 0.4 × 60 = 72)
        80: 77.6.
        """
        said = (voice(Side.SELF, 20, 10, 5), voice(Side.SUPERIOR, 80, 8, 3))
        assert total_of(said, BOTH) == Fraction(776, 10)

    def test_a_side_of_many_counts_its_mean(self):
        """Six colleagues gave 48 of 60 and 18 of 30."""
        assert share_of(voice(Side.PEERS, 100, 48, 18, people=6), BOTH) == Fraction(72, 100)

    @pytest.mark.parametrize(
        "state", [state for state in ResultState if state != ResultState.RELEASED]
    )
    def test_whoever_said_nothing_leaves_the_denominator(self, state):
        said = (
            voice(Side.SELF, 20, 10, 5),
            voice(Side.SUPERIOR, 50, 8, 3),
            voice(Side.CITIZENS, 30, state=state),
        )
        assert (
            total_of(said, BOTH)
            == total_of(said[:2], BOTH)
            == (20 * Fraction(100) + 50 * Fraction(72)) / 70
        )

    def test_a_criterion_that_a_side_is_not_asked_leaves_its_denominator(self):
        of_citizens = Measure("service", "Phục vụ", Decimal(40), Decimal(5), (Side.CITIZENS,))
        assert share_of(voice(Side.SUPERIOR, 100, 8), (WORK, of_citizens)) == Fraction(8, 10)

    def test_the_result_of_the_unit_is_a_number_of_a_hundred(self):
        told = Voice(Side.UNIT_RESULT, Decimal(30), ResultState.RELEASED, 1, {}, Fraction("85.5"))
        assert share_of(told, BOTH) == Fraction(855, 1000)

    def test_nobody_said_anything(self):
        said = (voice(Side.SELF, 100, state=ResultState.ABSENT),)
        assert total_of(said, BOTH) is None
        assert explain(said, BOTH, "Bộ")[-1].value is None

    def test_what_is_not_released_is_never_told(self):
        entries = explain(
            (voice(Side.PEERS, 50, state=ResultState.FEW), voice(Side.SELF, 50, 10, 5)), BOTH, "Bộ"
        )
        few = entries[0].as_json()
        assert few["value"] is None and few["facts"]["gives"] is None and "parts" not in few

    def test_the_receipt_leads_to_criterion_and_clause(self):
        one = Measure("work", "Kết quả", Decimal(100), Decimal(10), (), "S0-053")
        line = explain((voice(Side.PEERS, 100, 48, people=6),), (one,), "Bộ lần 1")[0]
        assert [
            (part.name if hasattr(part, "name") else part.label, part.value, part.source)
            for part in line.parts
        ] == [("Kết quả", "8.00", "S0-053")]


weights = st.decimals(Decimal("0.01"), 100, places=2)
shares = st.one_of(st.none(), st.fractions(0, 1))


class TestProperties:
    @given(st.lists(st.tuples(weights, shares), max_size=7), st.randoms())
    def test_order_never_matters(self, said, chance):
        mixed = list(said)
        chance.shuffle(mixed)
        assert mean_share(said) == mean_share(mixed)

    @given(st.lists(st.tuples(weights, shares), max_size=7), weights)
    def test_what_is_missing_changes_nothing(self, said, weight):
        assert mean_share([*said, (weight, None)]) == mean_share(said)

    @given(
        st.lists(st.tuples(weights, st.fractions(0, 1)), min_size=1, max_size=7), st.integers(1, 50)
    )
    def test_weights_mean_only_their_proportion(self, said, times):
        assert mean_share([(weight * times, value) for weight, value in said]) == mean_share(said)

    @given(st.lists(st.tuples(weights, st.fractions(0, 1)), min_size=1, max_size=7))
    def test_between_the_lowest_and_the_highest(self, said):
        assert min(v for _, v in said) <= mean_share(said) <= max(v for _, v in said)

    @given(
        st.lists(st.tuples(weights, st.integers(0, 10), st.integers(0, 5)), min_size=1, max_size=5)
    )
    def test_the_receipt_adds_up(self, said):
        """What the sides give adds up to the total, up to half a cent a line."""
        voices = [voice(side, *told) for side, told in zip(Side, said, strict=False)]
        *lines, total = explain(voices, BOTH, "Bộ")
        assert abs(
            sum(Decimal(line.facts["gives"]) for line in lines) - Decimal(total.value)
        ) <= Decimal("0.005") * (len(lines) + 1)
        assert total.value == points(total_of(voices, BOTH))

    @given(st.integers(0, 9), st.integers(0, 5))
    def test_more_points_never_give_less(self, work, service):
        less, more = (
            total_of([voice(Side.SELF, 30, 5, 5), voice(Side.PEERS, 70, w, service)], BOTH)
            for w in (work, work + 1)
        )
        assert less < more


COMMUNE, DIVISION = "/1/4/", "/1/4/9/"
HEAD, DEPUTY, STAFF = Capacity.HEAD, Capacity.DEPUTY, Capacity.STAFF
#: a commune with a chair, a division of one head, two deputies and three staff, a group below it,
#: two bodies beside
SEATS = [
    Place(1, COMMUNE, HEAD),
    Place(10, DIVISION, HEAD),
    Place(11, DIVISION, DEPUTY),
    Place(12, DIVISION, DEPUTY),
    Place(20, DIVISION, STAFF),
    Place(21, DIVISION, STAFF),
    Place(22, DIVISION, STAFF),
    Place(30, "/1/4/9/7/", HEAD),
    Place(31, "/1/4/9/7/", STAFF),
    Place(40, "/1/4/5/", HEAD),
    Place(41, "/1/4/5/", STAFF),
    Place(50, "/1/4/6/", HEAD),
    Place(90, "/1/8/", HEAD),
]


def around(person):
    return sides_of(next(seat for seat in SEATS if seat.person == person), SEATS, COMMUNE)


class TestWhoStandsWhere:
    @pytest.mark.parametrize(
        ("person", "superior", "peers", "subordinates", "collective"),
        [
            (20, {10}, {21, 22}, None, {1, 11, 12, 30, 31, 40, 41, 50}),
            (10, {1}, {40, 50}, {11, 12, 20, 21, 22, 30, 31}, {41}),
            (11, {10}, {12}, {20, 21, 22, 30, 31}, {1, 40, 41, 50}),
            (31, {30}, None, None, {10, 11, 12, 20, 21, 22}),
            (30, {10}, None, {31}, {11, 12, 20, 21, 22}),
            (1, set(), {90}, {10, 11, 12, 20, 21, 22, 30, 31, 40, 41, 50}, None),
        ],
    )
    def test_by_the_tree(self, person, superior, peers, subordinates, collective):
        found = around(person)
        assert found[Side.SUPERIOR] == superior
        assert [found.get(side) for side in ANONYMOUS] == [peers, subordinates, collective]

    def test_where_divisions_hang_beside_the_body_that_leads_them(self):
        """The chair of the people's committee stands over the divisions of the government, not over
        those of the Party.
        """
        chair, division = (
            Place(1, "/1/4/2/", HEAD, "government", leads=True),
            Place(2, "/1/4/3/", HEAD, "government"),
        )
        party = Place(3, "/1/4/5/", HEAD, "party")
        seats = [chair, division, party, Place(4, "/1/4/6/", HEAD, "government")]
        found = sides_of(division, seats, COMMUNE)
        assert (found[Side.SUPERIOR], found[Side.PEERS]) == ({1}, {3, 4})
        assert (
            sides_of(party, seats, COMMUNE)[Side.SUPERIOR]
            == sides_of(chair, seats, COMMUNE)[Side.SUPERIOR]
            == set()
        )

    @pytest.mark.parametrize("person", [seat.person for seat in SEATS])
    def test_nobody_stands_on_two_sides(self, person):
        people = [one for people in around(person).values() for one in people]
        assert len(people) == len(set(people))

    def test_the_collective_ends_at_the_commune(self):
        assert 90 not in set().union(
            *(
                around(person).get(Side.COLLECTIVE, set())
                for person in range(60)
                if any(s.person == person for s in SEATS)
            )
        )


PEOPLE = range(8)
GROUPS = [frozenset(some) for size in range(len(PEOPLE) + 1) for some in combinations(PEOPLE, size)]


class TestWhatMayBeShown:
    @pytest.mark.parametrize(("invited", "asked"), [(0, False), (4, False), (5, True), (6, True)])
    def test_fewer_than_five_are_not_asked(self, invited, asked):
        assert is_asked(invited) is asked

    @pytest.mark.parametrize(
        ("answers", "state"),
        [(0, ResultState.FEW), (4, ResultState.FEW), (5, ResultState.RELEASED)],
    )
    def test_fewer_than_five_answers_are_not_read(self, answers, state):
        assert states_of({Side.PEERS: set(range(answers))}, []) == {Side.PEERS: state}

    def test_no_two_figures_differ_by_fewer_than_five_people_whoever_answers(self):
        """Every pair of groups out of eight people, in two rounds after each other: 65,536
        histories.
        """
        released = 0
        for first in GROUPS:
            is_first = states_of({Side.PEERS: first}, [])[Side.PEERS] == ResultState.RELEASED
            for second in GROUPS:
                if (
                    states_of({Side.PEERS: second}, [[first]] if is_first else [])[Side.PEERS]
                    != ResultState.RELEASED
                ):
                    continue
                released += 1
                assert len(second) >= LEAST
                assert not is_first or first == second or len(first ^ second) >= LEAST
        assert (
            released > 93 * 163
        )  # not vacuous: 93 groups are large enough, after 163 small first ones each may be shown

    def test_nor_do_sums_of_figures(self):
        """Two sides of an earlier round together against one side now, over every group of seven to
        eleven of twelve.
        """
        earlier = [[frozenset(range(5)), frozenset(range(5, 10))]]
        shown = 0
        for size in range(5, 12):
            for some in map(frozenset, combinations(range(12), size)):
                if (
                    states_of({Side.COLLECTIVE: some}, earlier)[Side.COLLECTIVE]
                    == ResultState.RELEASED
                ):
                    shown += 1
                    for one in (*earlier[0], earlier[0][0] | earlier[0][1]):
                        assert len(one ^ some) == 0 or len(one ^ some) >= LEAST
        assert shown > 100

    def test_sides_of_one_round_are_judged_together(self):
        """Each alone would do; added up they differ from before by one person."""
        earlier = [[frozenset(range(10))]]
        found = states_of(
            {Side.PEERS: frozenset(range(5)), Side.SUBORDINATES: frozenset(range(5, 11))}, earlier
        )
        assert found == {Side.PEERS: ResultState.RELEASED, Side.SUBORDINATES: ResultState.WITHHELD}

    def test_the_same_people_again_may_be_shown_again(self):
        assert states_of({Side.PEERS: {1, 2, 3, 4, 5}}, [[{1, 2, 3, 4, 5}]]) == {
            Side.PEERS: ResultState.RELEASED
        }

    @given(
        st.sets(st.integers(0, 30), min_size=5), st.sets(st.integers(0, 30), min_size=1, max_size=4)
    )
    def test_a_few_more_or_less_are_withheld(self, people, change):
        assert not tells_nobody([people], [people ^ change])


def measures(*weights, most=10):
    return [
        Measure(f"c{n}", f"Tiêu chí {n}", Decimal(weight), Decimal(most))
        for n, weight in enumerate(weights)
    ]


def rules_of(decision):
    return {reason.rule for reason in decision.reasons}


class TestAWholeSet:
    SIDES = {"staff": {"self": 20, "superior": 80}}

    def test_whole(self):
        assert judge(measures(60, 40), ["c0"], self.SIDES, ["staff"])

    @pytest.mark.parametrize(
        ("weights", "main", "sides", "kinds", "rule"),
        [
            ((60, 39), [], SIDES, ["staff"], "criteria.weights"),
            ((60, "40.01"), [], SIDES, ["staff"], "criteria.weights"),
            ((50, 50), ["c0"], SIDES, ["staff"], "criteria.main"),
            ((110, -10), [], SIDES, ["staff"], "criteria.number"),
            ((), [], SIDES, ["staff"], "criteria.count"),
            ((100,), [], SIDES, [], "criteria.kinds"),
            ((100,), [], SIDES, ["boss"], "criteria.kinds"),
            ((100,), [], SIDES, ["staff", "head"], "criteria.sides"),
            ((100,), [], {"staff": {"self": 20, "superior": 81}}, ["staff"], "criteria.sides"),
            ((100,), [], {"staff": {"self": 120, "superior": -20}}, ["staff"], "criteria.sides"),
            ((100,), [], {"staff": {"friends": 100}}, ["staff"], "criteria.sides"),
        ],
    )
    def test_lacks_something(self, weights, main, sides, kinds, rule):
        assert rule in rules_of(judge(measures(*weights), main, sides, kinds))

    def test_just_above_half_is_enough(self):
        assert judge(measures("50.01", "49.99"), ["c0"], self.SIDES, ["staff"])

    def test_is_issued_with_its_basis_once(self):
        whole = judge(measures(100), [], self.SIDES, ["staff"])
        assert may_issue(state="draft", basis="QĐ 1", is_whole=whole)
        assert rules_of(may_issue(state="draft", basis=" ", is_whole=whole)) == {"criteria.basis"}
        assert rules_of(may_issue(state="issued", basis="QĐ 1", is_whole=whole)) == {
            "criteria.issued"
        }

    @pytest.mark.parametrize(
        ("state", "holds"), [("draft", True), ("replaced", True), ("issued", False)]
    )
    def test_only_what_is_in_force_is_used(self, state, holds):
        assert not may_use(state=state, holds_on=holds)
        assert may_use(state="issued", holds_on=True)

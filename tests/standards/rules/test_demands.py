"""Whom a requirement meets, and which set holds where: golden tables."""

import pytest

from thenchot.standards.enums import RequirementKind
from thenchot.standards.rules import Post, Standard, demand_of, nearest
from thenchot.standards.rules.demands import ADDRESSEES

HEAD = Post(
    title="truong",
    rank="head",
    bloc="party",
    staff_kind="cadre",
    is_manager=True,
    is_head=True,
    is_personnel=True,
    position="LD-01",
    group="leadership",
)
STAFF = Post(
    title="cv",
    rank="staff",
    bloc="government",
    staff_kind="civil_servant",
    position="CM-03",
    group="professional",
    fields=("Luật",),
    competencies=(("ethics", 3), ("it", 2)),
)
NOBODY = Post()


def standard(kind=RequirementKind.LEVEL, **more):
    return Standard(1, kind, **{"paper": "theory", "level": "middle", **more})


@pytest.mark.parametrize(
    ("addressees", "meets"),
    [
        ({}, (True, True, True)),
        ({"titles": ["truong", "pho"]}, (True, False, False)),
        ({"ranks": ["staff"]}, (False, True, False)),
        ({"blocs": ["party", "government"]}, (True, True, False)),
        ({"staff_kinds": ["cadre"]}, (True, False, False)),
        ({"staff_kinds": ["cell_secretary"]}, (False, False, False)),
        ({"groups": ["professional"]}, (False, True, False)),
        ({"positions": ["CM-03"]}, (False, True, False)),
        ({"managers": True}, (True, False, False)),
        ({"heads": True}, (True, False, False)),
        ({"personnel": True, "heads": True}, (True, False, False)),
        ({"managers": True, "blocs": ["government"]}, (False, False, False)),
        ({"titles": [], "managers": False}, (True, True, True)),
    ],
)
def test_to_whom_it_is_addressed(addressees, meets):
    found = tuple(
        demand_of(standard(addressees=addressees), post) is not None
        for post in (HEAD, STAFF, NOBODY)
    )
    assert found == meets


def test_every_addressee_is_covered_above():
    named = {
        "titles",
        "ranks",
        "blocs",
        "staff_kinds",
        "groups",
        "positions",
        "managers",
        "heads",
        "personnel",
    }
    assert set(ADDRESSEES) == named


@pytest.mark.parametrize(
    ("post", "is_head"),
    [
        (Post(rank="head"), True),
        (Post(rank="deputy"), False),
        (Post(is_head=True), True),
        (Post(rank="staff", is_head=True), True),
    ],
)
def test_a_head_leads_a_unit_or_bears_the_title_of_one(post, is_head):
    assert (demand_of(standard(addressees={"heads": True}), post) is not None) == is_head


@pytest.mark.parametrize(
    ("one", "post", "least"),
    [
        (standard(), STAFF, 2),
        (standard(level="high"), STAFF, 3),
        (standard(paper="degree", level="bachelor"), STAFF, 4),
        (standard(paper="language", level="level2"), STAFF, 3),
        (
            standard(RequirementKind.YEARS, paper="", level="", number=5, measure="service"),
            STAFF,
            5,
        ),
        (standard(RequirementKind.AGE, paper="", level="", number=42, bound="below"), STAFF, 42),
        (standard(RequirementKind.PARTY, paper="", level=""), STAFF, 2),
        (standard(RequirementKind.PARTY, paper="", level="", number=1), STAFF, 1),
        (standard(RequirementKind.CERTIFICATE, paper="language", level=""), STAFF, 1),
        (standard(RequirementKind.COMPETENCY, paper="", level="", names=("ethics",)), STAFF, 3),
        (standard(RequirementKind.FIELD, paper="degree", level="bachelor"), STAFF, 4),
    ],
)
def test_how_much_it_asks(one, post, least):
    assert demand_of(one, post).least == least


def test_a_competency_the_position_does_not_name_is_not_asked():
    one = standard(RequirementKind.COMPETENCY, paper="", level="", names=("strategy",))
    assert demand_of(one, STAFF) is None
    assert demand_of(one, HEAD) is None


def test_fields_are_those_of_the_requirement_else_of_the_position():
    own = standard(
        RequirementKind.FIELD, paper="degree", level="college", fields=("y tế", "đất đai")
    )
    open_ = standard(RequirementKind.FIELD, paper="degree", level="college")
    assert demand_of(own, STAFF).fields == ("y tế", "đất đai")
    assert demand_of(open_, STAFF).fields == ("Luật",)
    assert demand_of(open_, HEAD) is None


class TestWhichSetHolds:
    SETS = (("qg", None, 1), ("qg", 10, 2), ("qg", 17, 3), ("dp", 17, 4), ("khac", 18, 5))

    @pytest.mark.parametrize(
        ("chain", "held"),
        [
            ([99], (1,)),
            ([10], (2,)),
            ([10, 17], (3, 4)),
            ([10, 17, 52], (3, 4)),
            ([10, 18], (2, 5)),
            ([], (1,)),
        ],
    )
    def test_of_one_code_the_nearest(self, chain, held):
        assert nearest(self.SETS, chain) == held

    def test_the_order_of_the_sets_does_not_matter(self):
        assert nearest(reversed(self.SETS), [10, 17]) == nearest(self.SETS, [10, 17])

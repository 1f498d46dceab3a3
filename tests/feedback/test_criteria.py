"""Sets of criteria: what ships, and the life of one from its adoption to its next version."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from tests.worlds import signed_in

from thenchot.feedback.enums import Side
from thenchot.feedback.models import CriteriaSet
from thenchot.feedback.queries.criteria import list_sets
from thenchot.feedback.rules.counting import ANONYMOUS, SIGNED
from thenchot.feedback.services import drafting
from thenchot.feedback.shipped import read, shipped_criteria
from thenchot.kernel.decision import Refused
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.roles import Role
from thenchot.policy.packs import BrokenPack

SHIPPED = sorted(shipped_criteria())


def rules(refused):
    return {reason.rule for reason in refused.value.decision.reasons}


class TestWhatShips:
    def test_the_sets_of_the_documents(self):
        assert SHIPPED == ["ba-khong-ba-co", "bon-nhom-chi-so", "sau-tieu-chi"]

    def test_exactly_four_groups(self):
        """S0-052: 04 nhóm chỉ số; each is measured."""
        one = shipped_criteria()["bon-nhom-chi-so"]
        assert len(one.head["groups"]) == 4 == len({row["group"] for row in one.criteria})
        clauses = {row["clause"][:6] for row in one.criteria}
        assert clauses == {"S0-053", "S0-054", "S0-055", "S0-056"}

    def test_six_criteria(self):
        assert len(shipped_criteria()["sau-tieu-chi"].criteria) == 6

    def test_three_nots_and_three_haves_each_yes_or_no(self):
        rows = shipped_criteria()["ba-khong-ba-co"].criteria
        assert [row["group"] for row in rows] == ["not"] * 3 + ["has"] * 3 and {
            row["most"] for row in rows
        } == {1}

    def test_main_measures_weigh_more_than_half(self):
        """S2-018, S3-007: "chủ yếu"."""
        for code in ("bon-nhom-chi-so", "sau-tieu-chi"):
            assert (
                sum(
                    row["weight"] for row in shipped_criteria()[code].criteria if row.get("is_main")
                )
                > 50
            )

    @pytest.mark.parametrize("code", SHIPPED)
    def test_every_criterion_names_its_clause_and_every_weight_is_marked_as_ours(self, code):
        assert all(
            row["clause"] and row["certainty"] == "DEFAULT"
            for row in shipped_criteria()[code].criteria
        )

    @pytest.mark.parametrize("code", SHIPPED)
    def test_every_rater_with_a_weight_is_asked_something(self, code):
        one = shipped_criteria()[code]
        for weights in one.head["sides"].values():
            for side in set(weights) & {str(side) for side in (*SIGNED, *ANONYMOUS)}:
                assert any(not row.get("sides") or side in row["sides"] for row in one.criteria)

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ("weight = 25", "weight = 24", "99"),
            ('group = "service"', 'group = "nowhere"', "nowhere"),
            ("[set]", "[set", "bon-nhom"),
            ('certainty = "SEEN"', 'certainty = "SURE"', "SURE"),
            ('use = "party"', 'use = "decree"', "decree"),
            ("most = 10\nis_main", "highest = 10\nis_main", "highest"),
            ('code = "quality"', 'code = "done"', "twice"),
        ],
    )
    def test_a_wrong_file_refuses_and_says_where(self, tmp_path, old, new, told):
        from thenchot.feedback import shipped

        text = (shipped.FOLDER / "bon-nhom-chi-so.toml").read_text(encoding="utf8")
        assert old in text
        path = tmp_path / "bon-nhom-chi-so.toml"
        path.write_text(text.replace(old, new, 1), encoding="utf8")
        with pytest.raises(BrokenPack, match=r"bon-nhom-chi-so\.toml") as broken:
            read(path)
        assert told in str(broken.value)


@pytest.fixture
def officer(world):
    return world.actor(Role.OFFICER, world.ward)


@pytest.fixture
def leader(world):
    return world.actor(Role.LEADER, world.ward)


@pytest.fixture
def draft(world, officer) -> CriteriaSet:
    return drafting.adopt_criteria(officer, unit_id=world.ward.pk, code="sau-tieu-chi")


@pytest.fixture
def held(draft, leader) -> CriteriaSet:
    return drafting.issue_criteria(
        leader, set_id=draft.pk, basis="QĐ 5", valid_from=date(2026, 9, 1)
    )


@pytest.mark.django_db
class TestTheLifeOfASet:
    def test_adopted_whole(self, draft):
        assert draft.state == "draft" and draft.criteria.count() == 6
        assert Event.objects.get(name="criteria_adopted").facts == {
            "code": "sau-tieu-chi",
            "criteria": 6,
        }

    def test_a_unit_adopts_one_once(self, draft, world, officer):
        with pytest.raises(Refused) as refused:
            drafting.adopt_criteria(officer, unit_id=world.ward.pk, code="sau-tieu-chi")
        assert rules(refused) == {"criteria.taken"}

    def test_no_set_of_that_name_ships(self, world, officer):
        with pytest.raises(NotVisible):
            drafting.adopt_criteria(officer, unit_id=world.ward.pk, code="../secret")

    @pytest.mark.parametrize("role", [role for role in Role if role != Role.OFFICER])
    def test_only_officers_draft(self, world, role):
        with pytest.raises(Refused):
            drafting.adopt_criteria(
                world.actor(role, world.ward), unit_id=world.ward.pk, code="sau-tieu-chi"
            )

    def test_not_issued_while_weights_do_not_add_up(self, draft, officer, leader):
        drafting.put_criterion(
            officer,
            set_id=draft.pk,
            name="Đổi mới",
            group="manner",
            weight=Decimal(5),
            most=Decimal(10),
            is_main=False,
            sides=[],
            clause="",
        )
        with pytest.raises(Refused) as refused:
            drafting.issue_criteria(
                leader, set_id=draft.pk, basis="QĐ 5", valid_from=date(2026, 9, 1)
            )
        assert rules(refused) == {"criteria.weights"}

    def test_not_issued_while_main_measures_weigh_half(self, draft, officer, leader):
        row = draft.criteria.get(code="pace")
        fields = {
            "name": row.name,
            "group": "work",
            "weight": row.weight,
            "most": row.most,
            "sides": row.sides,
            "clause": row.clause,
        }
        drafting.put_criterion(
            officer, set_id=draft.pk, criterion_id=row.pk, is_main=False, **fields
        )
        with pytest.raises(Refused) as refused:
            drafting.issue_criteria(
                leader, set_id=draft.pk, basis="QĐ 5", valid_from=date(2026, 9, 1)
            )
        assert rules(refused) == {"criteria.main"}

    def test_issued_by_the_leader_on_a_basis(self, draft, officer, leader):
        with pytest.raises(Refused):
            drafting.issue_criteria(
                officer, set_id=draft.pk, basis="QĐ 5", valid_from=date(2026, 9, 1)
            )
        with pytest.raises(Refused):
            drafting.issue_criteria(leader, set_id=draft.pk, basis=" ", valid_from=date(2026, 9, 1))
        assert (
            drafting.issue_criteria(
                leader, set_id=draft.pk, basis="QĐ 5", valid_from=date(2026, 9, 1)
            ).state
            == "issued"
        )

    def test_what_is_issued_stays_as_it_is(self, held, officer):
        for change in (
            lambda: drafting.change_criteria(officer, set_id=held.pk, name="Khác"),
            lambda: drafting.drop_criterion(officer, criterion_id=held.criteria.first().pk),
            lambda: drafting.put_criterion(
                officer,
                set_id=held.pk,
                name="Thêm",
                group="work",
                weight=Decimal(1),
                most=Decimal(1),
            ),
        ):
            with pytest.raises(Refused) as refused:
                change()
            assert rules(refused) == {"criteria.issued"}

    def test_the_next_version_takes_its_place_on_its_day(self, held, officer, leader):
        new = drafting.revise_criteria(officer, set_id=held.pk)
        assert (new.version, new.criteria.count()) == (2, 6)
        drafting.issue_criteria(leader, set_id=new.pk, basis="QĐ 6", valid_from=date(2026, 12, 1))
        held.refresh_from_db()
        assert (held.state, held.valid_to) == ("replaced", date(2026, 11, 30))

    def test_not_before_the_version_in_force(self, held, officer, leader):
        new = drafting.revise_criteria(officer, set_id=held.pk)
        with pytest.raises(Refused) as refused:
            drafting.issue_criteria(leader, set_id=new.pk, basis="QĐ 6", valid_from=held.valid_from)
        assert rules(refused) == {"criteria.days"}

    def test_one_draft_at_a_time(self, held, officer):
        drafting.revise_criteria(officer, set_id=held.pk)
        with pytest.raises(Refused) as refused:
            drafting.revise_criteria(officer, set_id=held.pk)
        assert rules(refused) == {"criteria.drafted"}

    def test_a_dropped_criterion_leaves_the_set_and_stays_on_record(self, draft, officer):
        drafting.drop_criterion(officer, criterion_id=draft.criteria.get(code="duty").pk)
        assert draft.criteria.filter(is_dropped=True).get().code == "duty"
        assert not drafting.wholeness(draft)

    @pytest.mark.parametrize(
        ("change", "rule"),
        [
            ({"group": "nowhere"}, "criteria.group"),
            ({"sides": ["friends"]}, "criteria.side"),
            ({"name": ""}, "criterion.field"),
        ],
    )
    def test_a_criterion_that_fits_nowhere(self, draft, officer, change, rule):
        fields = {
            "name": "Thêm",
            "group": "work",
            "weight": Decimal(5),
            "most": Decimal(10),
            "sides": [str(Side.SELF)],
        } | change
        with pytest.raises(Refused) as refused:
            drafting.put_criterion(officer, set_id=draft.pk, **fields)
        assert rules(refused) == {rule}

    def test_a_strangers_set_does_not_exist(self, draft, world):
        other = world.actor(Role.OFFICER, world.other_ward)
        assert draft not in list_sets(other)
        with pytest.raises(NotVisible):
            drafting.change_criteria(other, set_id=draft.pk, name="Khác")

    def test_what_the_city_issued_serves_its_wards(self, world):
        city = drafting.adopt_criteria(
            world.actor(Role.OFFICER, world.city), unit_id=world.city.pk, code="ba-khong-ba-co"
        )
        assert city in list_sets(world.actor(Role.OFFICER, world.ward))


@pytest.mark.django_db
class TestPages:
    @pytest.fixture
    def browser(self, world):
        return signed_in(world.account(Role.OFFICER, world.ward))

    def test_the_weights_of_the_sides_are_changed_in_one_table(self, draft, browser):
        fields = {
            "name": draft.name,
            "use": "local",
            "kinds": ["staff"],
            "titles": "",
            "note": "",
            "w_staff_self": "30",
            "w_staff_superior": "70",
        }
        assert browser.post(reverse("criteria_edit", args=[draft.pk]), fields).status_code == 302
        draft.refresh_from_db()
        assert (draft.kinds, draft.sides) == (["staff"], {"staff": {"self": 30, "superior": 70}})

    def test_what_is_still_missing_stands_on_the_draft(self, draft, browser):
        fields = {
            "name": draft.name,
            "use": "local",
            "kinds": ["staff"],
            "titles": "",
            "note": "",
            "w_staff_self": "30",
        }
        browser.post(reverse("criteria_edit", args=[draft.pk]), fields)
        assert (
            "phải cộng thành 100; đang là 30"
            in browser.get(reverse("criteria_detail", args=[draft.pk])).content.decode()
        )

    def test_an_unknown_title_is_named(self, draft, browser):
        fields = {
            "name": draft.name,
            "use": "local",
            "kinds": ["staff"],
            "titles": "xyz-1",
            "note": "",
        }
        response = browser.post(reverse("criteria_edit", args=[draft.pk]), fields)
        assert response.status_code == 200 and "xyz-1" in response.content.decode()

    def test_adopting_criteria_from_the_list(self, browser, world):
        response = browser.post(
            reverse("criteria_adopt", args=["ba-khong-ba-co"]), {"unit": world.ward.pk}
        )
        made = CriteriaSet.objects.get(code="ba-khong-ba-co")
        assert response.url == reverse("criteria_detail", args=[made.pk])

    def test_an_issued_set_offers_its_next_version_only(self, held, browser):
        text = browser.get(reverse("criteria_detail", args=[held.pk])).content.decode()
        assert "Soạn lần mới" in text and reverse("criteria_edit", args=[held.pk]) not in text

    def test_issuing_from_the_page(self, draft, world):
        leader = signed_in(world.account(Role.LEADER, world.ward))
        day = date(2026, 11, 2) + timedelta(1)
        response = leader.post(
            reverse("criteria_issue", args=[draft.pk]),
            {"basis": "QĐ 8", "valid_from": day.isoformat()},
        )
        draft.refresh_from_db()
        assert response.status_code == 302 and (draft.state, draft.valid_from) == ("issued", day)

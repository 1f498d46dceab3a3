"""One person at a date: both questions of time, versions of a set, exemptions, posts; and the
gate.
"""

from datetime import date, datetime, timedelta

import pytest
from tests.standards.conftest import ROWS, make_set

from thenchot.organisation.models import JobPosition, PositionScheme
from thenchot.people.filing.changing import add_row, change_items, replace_row
from thenchot.people.models import Appointment, Qualification
from thenchot.people.services import correct_person
from thenchot.platform.clock import ZONE, now, today
from thenchot.platform.policies.services import confirm_value, enter_value
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role
from thenchot.standards.evaluation import judge_person
from thenchot.standards.models import Exemption, Requirement
from thenchot.standards.queries import gate
from thenchot.standards.services.drafting import change_requirement, revise
from thenchot.standards.services.issuing import exempt, issue

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def at(person, *, recorded, replaced=None):
    """As if the rows of the file had been written on a day."""
    moment = datetime.combine(recorded, datetime.min.time(), ZONE)
    Qualification.history.filter(person=person).update(
        recorded_at=moment,
        replaced_at=replaced and datetime.combine(replaced, datetime.min.time(), ZONE),
    )
    Appointment.history.filter(person=person).update(recorded_at=moment)


class TestOnADay:
    def test_met_missing_and_why(self, law, head):
        law.give(head, "degree", "master")
        law.give(head, "theory", "elementary")
        gaps = law.judged(head)
        assert {code: str(gap.state) for code, gap in gaps.items()} == {
            "degree": "met",
            "theory": "missing",
            "english": "missing",
        }
        assert (
            gaps["theory"].result.reason
            == "Mới có Sơ cấp. Yêu cầu: Yêu cầu theory: Trung cấp trở lên."
        )
        assert gaps["theory"].result.article == "Điều 2, Quy định số 1"
        assert [paper.level for paper, _ in gaps["degree"].papers] == ["master"]

    @pytest.mark.parametrize(("shift", "state"), [(-1, "missing"), (0, "met"), (1, "met")])
    def test_counts_from_the_day_it_was_earned(self, law, head, shift, state):
        law.give(head, "theory", "middle", issued_on=date(2026, 3, 10))
        assert law.states(head, date(2026, 3, 10) + shift * DAY)["theory"] == state

    @pytest.mark.parametrize(("shift", "state"), [(-1, "met"), (0, "met"), (1, "missing")])
    def test_a_certificate_is_good_on_its_last_day(self, law, head, shift, state):
        law.give(head, "language", "level2", expires_on=date(2026, 3, 10))
        assert law.states(head, date(2026, 3, 10) + shift * DAY)["english"] == state

    def test_the_year_of_a_certificate_alone_counts_from_its_end(self, law, head):
        """A known year is kept as its last day: nothing is credited before it is certain."""
        law.give(head, "theory", "middle", valid_to=date(2025, 12, 31), valid_to_known="y")
        assert law.states(head, date(2025, 8, 1))["theory"] == "missing"
        assert law.states(head, date(2026, 1, 1))["theory"] == "met"

    def test_who_studied_then_was_in_training_then(self, law, head):
        law.give(head, "theory", "middle", valid_from=date(2025, 9, 1), issued_on=date(2026, 6, 1))
        found = [
            law.states(head, on)["theory"]
            for on in (date(2025, 8, 31), date(2025, 9, 1), date(2026, 5, 31), date(2026, 6, 1))
        ]
        assert found == ["missing", "in_training", "in_training", "met"]

    def test_before_the_first_post_nothing_is_asked(self, law, head):
        assert judge_person(head.pk, date(2025, 6, 30)).seat is None
        assert law.states(head, date(2025, 6, 30)) == {}

    def test_after_a_post_ends_its_demands_end(self, law, head):
        law.post(head, valid_to=date(2026, 1, 31))
        assert law.states(head, date(2026, 1, 31))
        assert law.states(head, date(2026, 2, 1)) == {}

    def test_of_two_posts_the_more_demanding_one_counts(self, law, head, title):
        rows = [
            {
                "code": "t",
                "kind": "level",
                "paper": "theory",
                "level": "high",
                "addressees": {"titles": ["x"]},
            }
        ]
        make_set(law.world.ward, rows, code="hai")
        law.give(head, "theory", "middle")
        assert "t" not in law.states(head)
        Appointment.objects.create(
            person=head,
            unit=law.world.units["mặt trận"],
            title="Kiêm",
            title_ref=title("x"),
            is_primary=False,
            valid_from=date(2025, 7, 1),
        )
        assert law.states(head)["t"] == "missing"

    def test_a_title_says_the_kind_of_staff_where_nobody_said(self, law, head, title):
        rows = [{"code": "kind", "kind": "party", "addressees": {"staff_kinds": ["cadre"]}}]
        make_set(law.world.ward, rows, code="hai")
        law.post(head, title_ref=title("y", staff_kind="cadre"))
        assert "kind" in law.states(head)
        law.post(head, staff_kind="contract")
        assert "kind" not in law.states(head)

    def test_the_position_says_fields_and_levels(self, law, head):
        rows = [
            {"code": "field", "kind": "field", "paper": "degree", "level": "college"},
            {"code": "it", "kind": "competency", "names": ["it"]},
        ]
        make_set(law.world.ward, rows, code="hai")
        scheme = PositionScheme.objects.create(unit=law.world.units["ubnd"], name="Đề án")
        position = JobPosition.objects.create(
            scheme=scheme,
            unit=law.world.units["ubnd"],
            code="CM-1",
            name="Địa chính",
            group="professional",
            fields=["đất đai"],
            competencies={"it": [3, 4]},
        )
        assert not {"field", "it"} & law.states(head).keys()
        law.post(head, position=position)
        law.give(head, "degree", "bachelor", field="Quản lý đất đai")
        law.give(head, "skill", "2", name="Sử dụng công nghệ thông tin")
        found = law.judged(head)
        assert (found["field"].state, found["it"].state) == ("met", "missing")
        assert found["it"].result.reason.startswith("Mới có mức 2.")


class TestWhatTheFileSaid:
    def test_a_certificate_entered_later_was_not_known_then(self, law, head):
        at(head, recorded=date(2026, 1, 1))
        law.give(head, "theory", "middle", issued_on=date(2020, 1, 1))
        on = date(2026, 2, 1)
        assert law.states(head, on)["theory"] == "met"
        assert law.states(head, on, said=date(2026, 2, 1))["theory"] == "missing"

    def test_a_corrected_row_answers_as_it_stood(self, law, head):
        row = add_row(SYSTEM, person_id=head.pk, section="theory", level="middle")
        at(head, recorded=date(2026, 1, 1))
        replace_row(SYSTEM, section="theory", row_id=row.pk, level="elementary")
        assert law.states(head)["theory"] == "missing"
        assert law.states(head, said=today() - DAY)["theory"] == "met"

    def test_days_of_the_person_answer_as_they_stood(self, law, head):
        make_set(
            law.world.ward,
            [
                {"code": "party", "kind": "party"},
                {"code": "young", "kind": "age", "number": 42, "bound": "below"},
            ],
            code="hai",
        )
        at(head, recorded=date(2026, 1, 1))
        change_items(SYSTEM, person_id=head.pk, party_official_on=date(2015, 1, 1))
        correct_person(SYSTEM, person_id=head.pk, born_on=date(2000, 1, 1))
        now_, then = law.states(head), law.states(head, said=today() - DAY)
        assert (now_["party"], now_["young"]) == ("met", "met")
        assert (then["party"], then["young"]) == ("missing", "missing")


class TestVersions:
    def test_each_version_answers_for_its_own_days(self, law, head):
        officer = law.world.actor(Role.OFFICER)
        law.give(head, "theory", "middle")
        draft = revise(officer, set_id=law.set.pk)
        theory = draft.requirements.get(code="theory")
        change_requirement(officer, requirement_id=theory.pk, level="high")
        draft.foreseen_at = now()
        draft.save()
        issue(officer, set_id=draft.pk, basis="Quy định số 2", valid_from=date(2026, 10, 1))
        law.set.refresh_from_db()
        assert (law.set.state, law.set.valid_to) == ("replaced", date(2026, 9, 30))
        assert law.states(head, date(2026, 9, 30))["theory"] == "met"
        assert law.states(head, date(2026, 10, 1))["theory"] == "missing"
        assert (
            law.judged(head, date(2026, 10, 1))["theory"].result.article == "Điều 2, Quy định số 2"
        )

    def test_an_exemption_follows_its_requirement_into_the_next_version(self, law, head):
        officer = law.world.actor(Role.OFFICER)
        requirement = Requirement.objects.get(set=law.set, code="theory")
        exempt(
            officer,
            person_id=head.pk,
            requirement_id=requirement.pk,
            basis="TB 1",
            valid_from=date(2026, 1, 1),
            review_on=date(2027, 1, 1),
        )
        draft = revise(officer, set_id=law.set.pk)
        draft.foreseen_at = now()
        draft.save()
        issue(officer, set_id=draft.pk, basis="Quy định số 2", valid_from=date(2026, 10, 1))
        assert law.states(head, date(2026, 10, 1))["theory"] == "exempt"

    def test_a_set_not_yet_in_force_asks_nothing(self, law, head):
        make_set(
            law.world.ward,
            [{"code": "later", "kind": "party"}],
            code="hai",
            valid_from=date(2030, 1, 1),
        )
        assert "later" not in law.states(head, date(2029, 12, 31))
        assert "later" in law.states(head, date(2030, 1, 1))

    def test_a_set_of_another_ward_asks_nothing_here(self, law, head):
        make_set(law.world.other_ward, [{"code": "other", "kind": "party"}], code="hai")
        assert "other" not in law.states(head)


@pytest.mark.parametrize(("shift", "state"), [(-1, "exempt"), (0, "exempt"), (1, "missing")])
def test_an_exemption_holds_on_its_last_day(law, head, shift, state):
    last = date(2026, 3, 10)
    Exemption.objects.create(
        person=head,
        requirement=Requirement.objects.get(code="theory"),
        basis="TB",
        valid_from=date(2026, 1, 1),
        valid_to=last,
        decided_at=now(),
    )
    assert law.states(head, last + shift * DAY)["theory"] == state


def test_costs_the_same_whatever_the_file_holds(law, head, django_assert_num_queries):
    law.judged(head)  # the law is remembered
    with django_assert_num_queries(5):
        judge_person(head.pk, today())
    for n in range(30):
        law.give(head, "degree", "bachelor", name=f"Bằng {n}")
    with django_assert_num_queries(5):
        judge_person(head.pk, today())


class TestTheGate:
    """S4-022: who does not meet the standard of a post is not put in it."""

    def rows(self, title):
        return [
            {
                "code": "t",
                "kind": "level",
                "paper": "theory",
                "level": "high",
                "addressees": {"titles": [title.code]},
                "next_step": "Học cao cấp.",
            }
        ]

    def test_says_no_with_article_and_next_step(self, law, head, title):
        post = title("bt", rank="head")
        make_set(law.world.ward, self.rows(post), code="hai")
        refusal = gate(head, post, today(), unit=law.world.units["ban thường vụ"])
        reason = next(r for r in refusal.reasons if "t" in r.rule and "Học cao cấp." in r.message)
        assert not refusal
        assert reason.source == "Điều 1, Quy định số 1 (S4-022)"
        assert reason.facts["next_step"] == "Học cao cấp."

    def test_names_everything_that_is_missing(self, law, head, title):
        refusal = gate(head, title("bt", rank="head"), today(), unit=law.world.units["ubnd"])
        assert len(refusal.reasons) == 3

    def test_judges_the_wanted_post_not_the_held_one(self, law, world, title):
        """The head meets what a member of staff must, not what a head must."""
        head = world.people["ubnd"]
        law.give(head, "language", "level2")
        assert gate(head, title("cv", rank="staff"), today(), unit=world.units["ubnd"])
        assert not gate(head, title("bt", rank="head"), today(), unit=world.units["ubnd"])

    def test_says_yes_with_a_remark_for_who_is_exempt(self, law, head, title):
        law.give(head, "language", "level2")
        law.give(head, "degree", "bachelor")
        Exemption.objects.create(
            person=head,
            requirement=Requirement.objects.get(code="theory"),
            basis="TB",
            valid_from=date(2026, 1, 1),
            valid_to=today(),
            decided_at=now(),
        )
        passed = gate(head, title("bt", rank="head"), today(), unit=law.world.units["ubnd"])
        assert passed
        assert [reason.rule for reason in passed.reasons] == ["standards.exempt"]

    def test_who_is_in_training_waits_unless_the_policy_lets_pass(self, law, head, title, world):
        law.give(head, "language", "level2")
        law.give(head, "degree", "bachelor")
        law.give(head, "theory", "middle", is_studying=True)
        post, unit = title("bt", rank="head"), world.units["ubnd"]
        assert not gate(head, post, today(), unit=unit)
        value = enter_value(
            world.actor(Role.OFFICER),
            path=world.ward.path,
            key="standards.training_passes",
            value=True,
            basis="QĐ 3",
            valid_from=today(),
        )
        confirm_value(world.actor(Role.LEADER), value_id=value.pk)
        assert gate(head, post, today(), unit=unit)

    def test_of_a_job_position(self, law, head, world):
        make_set(world.ward, [{"code": "c", "kind": "competency", "names": ["it"]}], code="hai")
        scheme = PositionScheme.objects.create(unit=world.units["ubnd"], name="Đề án")
        position = JobPosition.objects.create(
            scheme=scheme,
            unit=world.units["ubnd"],
            code="CM-1",
            name="Văn thư",
            group="professional",
            competencies={"it": [2, 3]},
        )
        law.give(head, "language", "level2")
        assert [r.facts["state"] for r in gate(head, position, today()).reasons] == ["missing"]
        law.give(head, "skill", "2", name="Sử dụng công nghệ thông tin")
        assert gate(head, position, today())

    def test_without_a_standard_there_is_no_gate(self, world, title):
        assert gate(world.people["ubnd"], title("bt"), today(), unit=world.units["ubnd"])


def test_the_rows_of_the_small_world_are_what_the_tests_say():
    assert [row["code"] for row in ROWS] == ["degree", "theory", "english"]

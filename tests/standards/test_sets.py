"""Sets: shipped, adopted, changed while they are drafts, issued once somebody looked at who falls
short.
"""

import re
from datetime import date

import pytest
from tests.standards.conftest import ROWS, make_set

from thenchot.kernel.decision import Refused
from thenchot.organisation.catalogue import titles
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.roles import Role
from thenchot.policy.packs import BrokenPack
from thenchot.standards import shipped
from thenchot.standards.enums import Foresight, RequirementKind
from thenchot.standards.models import Exemption, Requirement, StandardSet
from thenchot.standards.rules.issuing import MOST, may_add, may_exempt, may_issue
from thenchot.standards.services.counting import foresee
from thenchot.standards.services.drafting import (
    add_requirement,
    adopt,
    change_requirement,
    change_set,
    drop_requirement,
    revise,
)
from thenchot.standards.services.issuing import end_exemption, exempt, issue
from thenchot.standards.shipped import shipped_sets

CODES = sorted(shipped_sets())


class TestShipped:
    def test_axes_are_those_of_the_documents(self):
        axes = {
            code: [name for _, name in one.head["axes"]] for code, one in shipped_sets().items()
        }
        assert axes["ba-truc-lanh-dao"] == [
            "Chuyên môn",
            "Lý luận chính trị",
            "Quản lý nhà nước",
        ]  # S0-024
        assert axes["hai-truc-can-bo-xa"] == [
            "Trình độ chuyên môn",
            "Trình độ lý luận chính trị",
        ]  # S1-025
        assert axes["bon-truc-cong-chuc"] == [
            "Phẩm chất chính trị",
            "Đạo đức công vụ",
            "Năng lực chuyên môn",
            "Kỹ năng thực thi nhiệm vụ",
        ]  # S2-005
        assert axes["ba-truc-moi-nguoi"] == [
            "Chuyên môn",
            "Lý luận chính trị",
            "Kỹ năng công vụ",
        ]  # S4-021

    @pytest.mark.parametrize("code", CODES)
    def test_every_requirement_names_its_clause_and_how_sure_it_is(self, code):
        one = shipped_sets()[code]
        assert all(row["clause"] and row["certainty"] for row in one.requirements)
        assert one.head["clause"] and not re.match(r"S\d-", one.head["clause"])

    @pytest.mark.parametrize("code", CODES)
    def test_a_level_the_documents_leave_open_is_marked_as_a_default(self, code):
        levels = [row for row in shipped_sets()[code].requirements if row["kind"] == "level"]
        assert levels
        assert {row["certainty"] for row in levels} == {"DEFAULT"}

    @pytest.mark.parametrize("code", CODES)
    def test_titles_named_exist(self, code):
        known = {one.code for one in titles()}
        named = {
            t
            for row in shipped_sets()[code].requirements
            for t in row.get("addressees", {}).get("titles", ())
        }
        assert named <= known

    def test_grassroots_titles_outside_of_the_staff_are_there(self):
        kinds = {
            k
            for row in shipped_sets()["hai-truc-can-bo-xa"].requirements
            for k in row["addressees"]["staff_kinds"]
        }
        assert {"cell_secretary", "group_head"} <= kinds  # S3-042

    @pytest.mark.parametrize(
        "change",
        [
            ('kind = "level"', 'kind = "levle"'),
            ('level = "middle"', 'level = "midle"'),
            ('axis = "theory"', 'axis = "teory"'),
            ('certainty = "SEEN"', 'certainty = "SURE"'),
            ("managers = true", "managres = true"),
            ('code = "degree"', 'code = "theory"'),
        ],
    )
    def test_a_wrong_file_refuses_to_load(self, change, tmp_path, monkeypatch):
        text = (shipped.FOLDER / "ba-truc-lanh-dao.toml").read_text(encoding="utf8")
        assert change[0] in text
        (tmp_path / "sai.toml").write_text(text.replace(*change), encoding="utf8")
        with pytest.raises(BrokenPack, match="sai"):
            shipped._read(tmp_path / "sai.toml")


FRESH = {
    "state": "draft",
    "requirements": 3,
    "basis": "QĐ 1",
    "valid_from": date(2026, 1, 1),
    "foresight": Foresight.FRESH,
    "previous_from": None,
}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({}, None),
        ({"state": "issued"}, "standards.issued"),
        ({"requirements": 0}, "standards.empty"),
        ({"basis": " "}, "standards.basis"),
        ({"previous_from": date(2026, 1, 1)}, "standards.before"),
        ({"previous_from": date(2025, 12, 31)}, None),
        ({"foresight": Foresight.NONE}, "standards.unforeseen"),
        ({"foresight": Foresight.STALE}, "standards.unforeseen"),
    ],
)
def test_when_a_draft_may_be_issued(change, rule):
    decision = may_issue(**{**FRESH, **change})
    assert [reason.rule for reason in decision.reasons] == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({}, None),
        ({"basis": ""}, "standards.exempt_basis"),
        ({"valid_to": None}, "standards.exempt_open"),
        ({"valid_to": None, "review_on": date(2027, 1, 1)}, None),
        ({"valid_to": date(2025, 12, 31)}, "standards.exempt_days"),
    ],
)
def test_when_somebody_may_be_exempt(change, rule):
    usual = {
        "basis": "TB 1",
        "valid_from": date(2026, 1, 1),
        "valid_to": date(2026, 12, 31),
        "review_on": None,
    }
    decision = may_exempt(**{**usual, **change})
    assert [reason.rule for reason in decision.reasons] == ([rule] if rule else [])


def test_a_set_has_a_bit_for_each_requirement():
    assert may_add(MOST - 1)
    assert not may_add(MOST)


@pytest.mark.django_db
class TestDrafts:
    @pytest.fixture
    def officer(self, world):
        return world.actor(Role.OFFICER)

    @pytest.fixture
    def draft(self, world, officer):
        return adopt(officer, unit_id=world.ward.pk, code="ba-truc-lanh-dao")

    def test_adopting_copies_everything(self, draft):
        one = shipped_sets()["ba-truc-lanh-dao"]
        assert (draft.state, draft.version, draft.name) == ("draft", 1, one.name)
        assert list(draft.requirements.values_list("code", flat=True)) == [
            row["code"] for row in one.requirements
        ]
        assert Event.objects.filter(name="standards_adopted", subject_id=str(draft.pk)).exists()

    def test_is_adopted_once(self, draft, officer, world):
        with pytest.raises(Refused, match="đã có bộ tiêu chuẩn này"):
            adopt(officer, unit_id=world.ward.pk, code="ba-truc-lanh-dao")
        with pytest.raises(NotVisible):
            adopt(officer, unit_id=world.ward.pk, code="khong-co")

    def test_only_the_personnel_body_drafts(self, world):
        for role in (Role.LEADER, Role.HEAD, Role.CLERK):
            with pytest.raises(Refused):
                adopt(world.actor(role), unit_id=world.ward.pk, code="ba-truc-lanh-dao")

    def test_of_another_ward_is_not_visible(self, draft, world):
        with pytest.raises(NotVisible):
            change_set(world.actor(Role.OFFICER, world.other_ward), set_id=draft.pk, name="x")

    def test_head_of_the_set_changes_and_the_preview_grows_stale(self, draft, officer):
        StandardSet.objects.filter(pk=draft.pk).update(foreseen_at=now())
        change_set(officer, set_id=draft.pk, name="  Tên   mới ", basis="QĐ 7")
        draft.refresh_from_db()
        assert (draft.name, draft.basis, draft.foresight) == ("Tên mới", "QĐ 7", "stale")

    @pytest.mark.parametrize(
        ("fields", "complaint"),
        [
            ({"kind": RequirementKind.LEVEL, "paper": "theory", "level": ""}, "trình độ thấp nhất"),
            ({"kind": RequirementKind.LEVEL, "paper": "skill", "level": "1"}, "trình độ thấp nhất"),
            (
                {"kind": RequirementKind.LEVEL, "paper": "theory", "level": "basic"},
                "trình độ thấp nhất",
            ),
            ({"kind": RequirementKind.CERTIFICATE}, "loại chứng chỉ"),
            ({"kind": RequirementKind.SOFTWARE}, "Ghi tên"),
            ({"kind": RequirementKind.COMPETENCY, "names": []}, "Ghi tên"),
            ({"kind": RequirementKind.YEARS, "number": 5}, "tính năm"),
            ({"kind": RequirementKind.YEARS, "measure": "seat"}, "số năm"),
            ({"kind": RequirementKind.AGE}, "số tuổi"),
            ({"kind": RequirementKind.PARTY, "axis": "lạ"}, "trục"),
            ({"kind": "khac"}, "khac"),
            ({"kind": RequirementKind.PARTY, "name": ""}, "để trắng"),
        ],
    )
    def test_an_incomplete_requirement_is_refused_with_what_is_lacking(
        self, draft, officer, fields, complaint
    ):
        with pytest.raises(Refused, match=complaint):
            add_requirement(
                officer, set_id=draft.pk, **{"axis": "theory", "name": "Yêu cầu", **fields}
            )
        assert draft.requirements.count() == len(shipped_sets()["ba-truc-lanh-dao"].requirements)

    @pytest.mark.parametrize(
        ("fields", "codes"),
        [
            ({"kind": RequirementKind.COMPETENCY, "names": ["Đạo đức và bản lĩnh"]}, ["ethics"]),
            (
                {
                    "kind": RequirementKind.LEVEL,
                    "paper": "language",
                    "level": "level2",
                    "names": ["Tiếng Anh", "zh"],
                },
                ["en", "zh"],
            ),
            ({"kind": RequirementKind.SOFTWARE, "names": ["Một cửa điện tử"]}, ["Một cửa điện tử"]),
        ],
    )
    def test_languages_and_competencies_are_written_by_name(self, draft, officer, fields, codes):
        row = add_requirement(officer, set_id=draft.pk, axis="theory", name="Yêu cầu", **fields)
        assert row.names == codes

    def test_a_competency_nobody_knows_is_refused(self, draft, officer):
        with pytest.raises(Refused, match="Danh mục không có “Bay lượn”"):
            add_requirement(
                officer,
                set_id=draft.pk,
                axis="theory",
                name="x",
                kind=RequirementKind.COMPETENCY,
                names=["Bay lượn"],
            )

    def test_added_and_changed_requirements_are_local(self, draft, officer):
        row = add_requirement(
            officer, set_id=draft.pk, axis="theory", name="Đảng viên", kind="party"
        )
        assert (row.certainty, row.position) == ("LOCAL", draft.requirements.count())
        default = draft.requirements.get(code="theory")
        assert (
            change_requirement(officer, requirement_id=default.pk, level="high").certainty
            == "LOCAL"
        )

    def test_a_dropped_requirement_stays_in_the_history(self, draft, officer):
        row = draft.requirements.first()
        drop_requirement(officer, requirement_id=row.pk)
        assert not draft.requirements.standing().filter(pk=row.pk).exists()
        assert Requirement.objects.get(pk=row.pk).is_dropped

    def test_is_issued_after_somebody_looked(self, draft, officer):
        with pytest.raises(Refused, match="Xem trước ai sẽ thiếu"):
            issue(officer, set_id=draft.pk, basis="QĐ 9", valid_from=today())
        foresee(draft.pk)
        done = issue(officer, set_id=draft.pk, basis="QĐ 9", valid_from=today())
        assert (done.state, done.valid_from, done.issued_by_id) == (
            "issued",
            today(),
            officer.account_id,
        )
        assert Event.objects.filter(name="standards_issued").count() == 1

    def test_an_issued_set_no_longer_changes(self, draft, officer):
        foresee(draft.pk)
        issue(officer, set_id=draft.pk, basis="QĐ 9", valid_from=today())
        row = draft.requirements.first()
        for do in (
            lambda: change_set(officer, set_id=draft.pk, name="x"),
            lambda: change_requirement(officer, requirement_id=row.pk, level="high"),
            lambda: drop_requirement(officer, requirement_id=row.pk),
            lambda: add_requirement(
                officer, set_id=draft.pk, axis="theory", name="x", kind="party"
            ),
            lambda: issue(officer, set_id=draft.pk, basis="QĐ 9", valid_from=today()),
        ):
            with pytest.raises(Refused, match="đã ban hành"):
                do()

    def test_the_next_version_is_drawn_from_the_one_in_force(self, world, officer):
        old = make_set(world.ward, ROWS)
        new = revise(officer, set_id=old.pk)
        assert (new.version, new.previous, new.state) == (2, old, "draft")
        assert list(new.requirements.values_list("code", "level")) == list(
            old.requirements.values_list("code", "level")
        )
        with pytest.raises(Refused, match="Đã có dự thảo"):
            revise(officer, set_id=old.pk)
        with pytest.raises(Refused, match="đang áp dụng"):
            revise(officer, set_id=new.pk)

    def test_the_next_version_begins_after_the_one_before(self, world, officer):
        old = make_set(world.ward, ROWS, valid_from=date(2026, 1, 1))
        new = revise(officer, set_id=old.pk)
        StandardSet.objects.filter(pk=new.pk).update(foreseen_at=now())
        with pytest.raises(Refused, match="phải sau ngày đó"):
            issue(officer, set_id=new.pk, basis="QĐ 2", valid_from=date(2026, 1, 1))
        issue(officer, set_id=new.pk, basis="QĐ 2", valid_from=date(2026, 1, 2))
        old.refresh_from_db()
        assert old.valid_to == date(2026, 1, 1)


@pytest.mark.django_db
class TestExemptions:
    def give(self, actor, head, **more):
        requirement = Requirement.objects.get(code="theory")
        usual = {"basis": "TB 1", "valid_from": today(), "valid_to": date(2027, 1, 1)}
        return exempt(actor, person_id=head.pk, requirement_id=requirement.pk, **{**usual, **more})

    def test_is_recorded_with_its_basis_which_the_trail_does_not_keep(self, law, head):
        made = self.give(law.world.actor(Role.LEADER), head)
        assert law.states(head)["theory"] == "exempt"
        event = Event.objects.get(name="exemption_recorded")
        assert "TB 1" not in str(event.facts)
        assert event.facts["requirement"] == made.requirement_id

    def test_is_given_once_at_a_time(self, law, head):
        self.give(law.world.actor(Role.OFFICER), head)
        with pytest.raises(Refused, match="đang được miễn"):
            self.give(law.world.actor(Role.OFFICER), head)

    def test_only_who_may(self, law, head):
        for role in (Role.HEAD, Role.STAFF, Role.CLERK, Role.INSPECTOR):
            with pytest.raises(Refused):
                self.give(law.world.actor(role), head)
        with pytest.raises(NotVisible):
            self.give(law.world.actor(Role.OFFICER, law.world.other_ward), head)

    def test_ends_on_a_day(self, law, head):
        officer = law.world.actor(Role.OFFICER)
        made = self.give(officer, head, valid_from=date(2026, 1, 1))
        with pytest.raises(Refused, match="trong thời gian được miễn"):
            end_exemption(officer, exemption_id=made.pk, on=date(2025, 12, 31))
        end_exemption(officer, exemption_id=made.pk, on=date(2026, 3, 1))
        assert Exemption.objects.get().valid_to == date(2026, 3, 1)
        assert law.states(head, date(2026, 3, 2))["theory"] == "missing"

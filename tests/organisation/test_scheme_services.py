"""A scheme from draft to replaced, its positions, the shipped catalogue, the Word import as a
service.
"""

from datetime import date

import pytest

from thenchot.kernel.decision import Refused
from thenchot.organisation import catalogue
from thenchot.organisation.models import JobPosition, PositionScheme
from thenchot.organisation.position_docs.importing import import_positions
from thenchot.organisation.position_docs.printing import positions_docx
from thenchot.organisation.queries.schemes import (
    get_scheme,
    list_positions,
    list_schemes,
    positions_in_force,
)
from thenchot.organisation.services import schemes
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.postgres
ON = date(2026, 7, 1)


@pytest.fixture
def officer(world):
    return world.actor(Role.OFFICER)


@pytest.fixture
def scheme(world, officer):
    return schemes.begin_scheme(
        officer, unit_id=world.units["ubnd"].pk, name=" Đề án  vị trí việc làm "
    )


def put(actor, scheme, **fields):
    usual = {"unit_id": scheme.unit_id, "code": "CM-01", "name": "Văn thư", "group": "professional"}
    return schemes.put_position(actor, scheme_id=scheme.pk, **usual | fields)


def approve(actor, scheme, on=ON):
    schemes.submit_scheme(actor, scheme_id=scheme.pk, on=on)
    return schemes.approve_scheme(
        actor, scheme_id=scheme.pk, decision="Quyết định 1637/QĐ-UBND", valid_from=on
    )


def rule_of(error):
    return error.value.decision.reasons[0].rule


class TestWay:
    def test_from_draft_to_approved(self, officer, scheme):
        put(officer, scheme)
        approved = approve(officer, scheme)
        assert (approved.state, approved.valid_from, approved.name) == (
            "approved",
            ON,
            "Đề án vị trí việc làm",
        )
        assert (
            Event.objects.filter(
                subject_id=str(scheme.pk), subject_type="organisation.positionscheme"
            ).count()
            == 3
        )

    def test_returned_it_is_a_draft_again_with_the_reason(self, officer, scheme):
        put(officer, scheme)
        schemes.submit_scheme(officer, scheme_id=scheme.pk)
        back = schemes.return_scheme(officer, scheme_id=scheme.pk, note="Thiếu khung năng lực")
        assert (back.state, back.submitted_on, back.note) == ("draft", None, "Thiếu khung năng lực")
        assert schemes.submit_scheme(officer, scheme_id=scheme.pk).note == ""

    def test_without_positions_it_is_not_submitted(self, officer, scheme):
        with pytest.raises(Refused) as error:
            schemes.submit_scheme(officer, scheme_id=scheme.pk)
        assert rule_of(error) == "scheme.empty"

    def test_the_next_version_starts_with_the_positions_and_replaces_the_one_before(
        self, officer, scheme
    ):
        put(officer, scheme, description={"goal": "Quản lý văn bản"}, competencies={"it": [2, 3]})
        approve(officer, scheme)
        second = schemes.begin_scheme(officer, unit_id=scheme.unit_id, name="Đề án bổ sung")
        copied = second.positions.get()
        assert (second.version, copied.description, copied.competencies) == (
            2,
            {"goal": "Quản lý văn bản"},
            {"it": [2, 3]},
        )
        approve(officer, second, date(2027, 1, 1))
        scheme.refresh_from_db()
        assert (scheme.state, scheme.valid_to) == ("replaced", date(2026, 12, 31))

    def test_two_are_not_worked_on_at_once(self, officer, scheme):
        with pytest.raises(Refused) as error:
            schemes.begin_scheme(officer, unit_id=scheme.unit_id, name="Khác")
        assert rule_of(error) == "scheme.in_work"

    def test_an_approved_one_is_not_changed(self, officer, scheme):
        put(officer, scheme)
        approve(officer, scheme)
        for change in (
            lambda: put(officer, scheme, code="CM-02"),
            lambda: import_positions(officer, b"", scheme_id=scheme.pk, dry_run=True),
        ):
            with pytest.raises(Refused) as error:
                change()
            assert rule_of(error) == "scheme.not_draft"


class TestPositions:
    def test_a_description_is_stored_tidied(self, officer, scheme):
        position = put(
            officer,
            scheme,
            description={"goal": " Quản  lý ", "tasks": [["a"], ["", "", ""]]},
            competencies={"swim": [1, 2]},
        )
        assert (
            position.description == {"goal": "Quản lý", "tasks": [["a", "", ""]]}
            and position.competencies == {}
        )

    def test_changed_it_stays_the_same_position(self, officer, scheme):
        position = put(officer, scheme)
        changed = schemes.put_position(
            officer, scheme_id=scheme.pk, position_id=position.pk, name="Văn thư, lưu trữ"
        )
        assert (changed.pk, changed.name, changed.code) == (
            position.pk,
            "Văn thư, lưu trữ",
            "CM-01",
        )

    def test_a_code_stands_once(self, officer, scheme):
        put(officer, scheme)
        with pytest.raises(Refused) as error:
            put(officer, scheme, name="Kế toán")
        assert "Văn thư" in str(error.value)

    def test_one_of_another_scheme_is_not_there(self, world, officer, scheme):
        other = schemes.begin_scheme(SYSTEM, unit_id=world.units["mặt trận"].pk, name="Đề án")
        position = put(SYSTEM, other)
        with pytest.raises(NotVisible):
            schemes.put_position(officer, scheme_id=scheme.pk, position_id=position.pk, name="x")

    def test_unknown_fields_are_a_programming_mistake(self, officer, scheme):
        with pytest.raises(TypeError):
            put(officer, scheme, colour="red")

    def test_dropped_it_is_no_part_of_the_draft_and_comes_back_when_described(
        self, officer, scheme
    ):
        position = put(officer, scheme)
        schemes.drop_position(officer, scheme_id=scheme.pk, position_id=position.pk)
        assert list_positions(scheme) == [] and JobPosition.objects.count() == 1
        with pytest.raises(Refused):
            schemes.submit_scheme(officer, scheme_id=scheme.pk)
        schemes.put_position(officer, scheme_id=scheme.pk, position_id=position.pk, name="Văn thư")
        assert list_positions(scheme) == [position]

    def test_a_dropped_one_is_not_copied_into_the_next_version(self, officer, scheme):
        put(officer, scheme)
        gone = put(officer, scheme, code="CM-02", name="Lưu trữ")
        schemes.drop_position(officer, scheme_id=scheme.pk, position_id=gone.pk)
        approve(officer, scheme)
        second = schemes.begin_scheme(officer, unit_id=scheme.unit_id, name="Đề án")
        assert [position.code for position in second.positions.all()] == ["CM-01"]

    def test_leaders_come_first(self, officer, scheme):
        for code, group in (
            ("HT-01", "support"),
            ("CM-01", "professional"),
            ("LD-01", "leadership"),
        ):
            put(officer, scheme, code=code, name=code, group=group)
        assert [position.code for position in list_positions(scheme)] == ["LD-01", "CM-01", "HT-01"]


class TestCatalogue:
    def take(self, actor, scheme, *codes):
        return schemes.take_from_catalogue(
            actor, scheme_id=scheme.pk, codes=codes, unit_id=scheme.unit_id
        )

    def test_chosen_positions_enter_with_title_and_framework(self, officer, scheme):
        assert self.take(officer, scheme, "LD-03", "CM-16") == 2
        chair, justice = scheme.positions.get(code="LD-03"), scheme.positions.get(code="CM-16")
        assert chair.title.code == "people_chair" and len(chair.competencies) == 17
        assert (
            justice.fields == ["Luật"]
            and len(justice.competencies) == 12
            and justice.description["tasks"]
        )

    def test_taken_twice_it_is_there_once(self, officer, scheme):
        self.take(officer, scheme, "CM-01")
        assert self.take(officer, scheme, "CM-01", "CM-02") == 1

    def test_a_dropped_one_comes_back(self, officer, scheme):
        self.take(officer, scheme, "CM-01")
        schemes.drop_position(officer, scheme_id=scheme.pk, position_id=scheme.positions.get().pk)
        assert self.take(officer, scheme, "CM-01") == 1 and len(list_positions(scheme)) == 1

    def test_every_shipped_position_can_be_taken(self, officer, scheme):
        assert self.take(officer, scheme, *(one.code for one in catalogue.positions())) == 43


class TestWho:
    @pytest.mark.parametrize("role", [role for role in Role if role != Role.OFFICER])
    def test_only_the_officer_keeps_schemes(self, world, scheme, role):
        with pytest.raises(Refused):
            schemes.begin_scheme(
                world.actor(role), unit_id=world.units["mặt trận"].pk, name="Đề án"
            )
        with pytest.raises(Refused):
            put(world.actor(role), scheme)

    def test_a_stranger_sees_none(self, world, scheme):
        stranger = world.actor(Role.OFFICER, world.other_ward)
        assert list(list_schemes(stranger)) == []
        with pytest.raises(NotVisible):
            get_scheme(stranger, scheme.pk)

    def test_a_division_reads_the_scheme_of_its_agency(self, world, officer, scheme):
        head = world.actor(Role.HEAD, world.units["phòng văn hóa"])
        assert get_scheme(head, scheme.pk) == scheme and list(list_schemes(head)) == [scheme]

    def test_a_guest_is_told_why_not(self, world, scheme):
        with pytest.raises(Refused):
            get_scheme(world.actor(Role.GUEST), scheme.pk)

    def test_positions_in_force_are_those_of_the_approved_scheme_above(
        self, world, officer, scheme
    ):
        position = put(officer, scheme)
        division = world.units["phòng văn hóa"]
        assert list(positions_in_force(division)) == []
        approve(officer, scheme)
        assert list(positions_in_force(division)) == [position]
        assert list(positions_in_force(world.units["mặt trận"])) == []


class TestImport:
    def test_a_dry_run_writes_nothing(self, world, officer, scheme):
        content = self.document(world, "CM-09", "Văn thư")
        report = import_positions(officer, content, scheme_id=scheme.pk, dry_run=True)
        assert report.is_clean and not report.is_done and not scheme.positions.exists()

    def test_confirmed_it_is_written_with_its_unit(self, world, officer, scheme):
        import_positions(
            officer, self.document(world, "CM-09", "Văn thư"), scheme_id=scheme.pk, dry_run=False
        )
        position = scheme.positions.get()
        assert (position.code, position.name, position.unit) == (
            "CM-09",
            "Văn thư",
            world.units["phòng văn hóa"],
        )

    def test_a_leader_gets_the_title_that_its_name_means(self, world, officer, scheme):
        import_positions(
            officer,
            self.document(world, "LD-08", "Trưởng phòng", "leadership"),
            scheme_id=scheme.pk,
            dry_run=False,
        )
        assert scheme.positions.get().title.code == "division_head"

    def test_a_missing_code_is_given_and_told(self, officer, scheme):
        put(officer, scheme)
        report = import_positions(
            officer, self.word("Tên VTVL: Kế toán"), scheme_id=scheme.pk, dry_run=False
        )
        assert "không ghi mã, đặt CM-02" in report.planned[0].read.guesses
        assert scheme.positions.get(code="CM-02").name == "Kế toán"

    def test_a_code_twice_stops_everything(self, officer, scheme):
        content = self.word(
            "Tên VTVL: Kế toán", "Mã vị trí: A1", "Tên VTVL: Văn thư", "Mã vị trí: A1"
        )
        report = import_positions(officer, content, scheme_id=scheme.pk, dry_run=False)
        assert report.planned[1].problems and not report.is_clean and not scheme.positions.exists()

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            (b"", "trống|rỗng|hỏng|mở"),
            (b"PK not a zip", "hỏng|Word"),
            (b"Chi la chu", "Không thấy bản mô tả"),
        ],
    )
    def test_what_is_no_description_is_told(self, officer, scheme, content, told):
        import re

        report = import_positions(officer, content, scheme_id=scheme.pk, dry_run=False)
        assert re.search(told, report.problem) and not report.is_clean

    def test_what_the_document_does_not_say_stays(self, officer, scheme):
        position = put(officer, scheme, approved_number=5, rank_code="01.003", fields=["Luật"])
        import_positions(
            officer,
            self.word("Tên VTVL: Văn thư mới", "Mã vị trí: CM-01"),
            scheme_id=scheme.pk,
            dry_run=False,
        )
        position.refresh_from_db()
        assert (position.name, position.approved_number, position.rank_code, position.fields) == (
            "Văn thư mới",
            5,
            "01.003",
            ["Luật"],
        )

    def document(self, world, code, name, group="professional"):
        unit = world.units["phòng văn hóa"]
        scheme = PositionScheme(unit=unit, name="Đề án")
        return positions_docx(
            scheme, [JobPosition(scheme=scheme, unit=unit, code=code, name=name, group=group)], ON
        )

    def word(self, *lines):
        import io

        import docx

        document, content = docx.Document(), io.BytesIO()
        for line in lines:
            document.add_paragraph(line)
        document.save(content)
        return content.getvalue()

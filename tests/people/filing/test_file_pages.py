"""Pages of the file: what an officer changes, what a person proposes, what a reader leaves
behind.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.worlds import signed_in

from thenchot.people.filing import changing
from thenchot.people.filing.sections import SECTIONS
from thenchot.people.models import NoticeRead, Particulars, Proposal, Qualification
from thenchot.platform.accounts.models import Account
from thenchot.platform.audit.models import Read
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role


def text(answer):
    return answer.content.decode()


@pytest.fixture
def mine(owner):
    """A browser of the person of the file."""
    return signed_in(Account.objects.get(pk=owner.account_id))


@pytest.fixture
def keeper(world):
    return world.client(Role.OFFICER)


class TestReading:
    def test_a_read_of_somebody_else_is_noted_and_shown_to_the_person(
        self, world, person, keeper, mine
    ):
        keeper.get(reverse("person_file", args=[person.pk]))
        assert (
            Read.objects.filter(
                subject_type="people.person", subject_id=str(person.pk), page="person_file"
            ).count()
            == 1
        )
        assert "Cán bộ Ban Xây dựng Đảng" in text(mine.get(reverse("my_readers")))

    def test_the_own_reading_is_no_event(self, person, mine):
        assert mine.get(reverse("person_file", args=[person.pk])).status_code == 200
        assert not Read.objects.exists()

    def test_a_day_that_cannot_be_read_stays_on_the_page(self, person, keeper):
        answer = keeper.get(reverse("person_file", args=[person.pk]) + "?on=31/02/2025")
        assert answer.status_code == 200 and "errorlist" in text(answer)

    def test_before_the_file_began_the_page_says_so(self, person, keeper):
        answer = keeper.get(reverse("person_file", args=[person.pk]) + "?said=2001-01-01")
        assert "Ngày đó hệ thống chưa có hồ sơ này" in text(answer)

    def test_one_row_costs_what_many_cost(self, person, keeper):
        address = reverse("person_file", args=[person.pk])

        def cost():
            with CaptureQueriesContext(connection) as queries:
                keeper.get(address)
            return len(queries)

        for section in SECTIONS:
            values = {"year": 2020} if "year" in section.fields else {}
            changing.add_row(SYSTEM, person_id=person.pk, section=section.code, **values)
        keeper.get(address)
        few = cost()
        for n in range(20):
            for section in SECTIONS:
                values = {"year": 2000 + n} if "year" in section.fields else {}
                changing.add_row(SYSTEM, person_id=person.pk, section=section.code, **values)
        assert cost() == few
        assert few <= 34

    def test_the_menu_of_a_stranger_s_office_never_shows_sensitive_words(self, world, person):
        changing.change_items(
            SYSTEM, person_id=person.pk, health="Hen suyễn", insurance_no="0123456789"
        )
        page = text(world.client(Role.HEAD).get(reverse("person_file", args=[person.pk])))
        assert (
            "Hen suyễn" not in page
            and "0123456789" not in page
            and "Sức khỏe" in page.split("Không hiện với vai trò này")[1]
        )


class TestKeeping:
    @pytest.mark.parametrize(
        ("first", "shown"),
        [("05/2001", "05/2001"), ("2001", "2001"), ("07/05/2001", "07/05/2001"), ("", "")],
    )
    def test_dates_as_exactly_as_they_are_known(self, person, keeper, first, shown):
        data = {"first": first, "last": "", "level": "bachelor", "school": "Trường A"}
        keeper.post(reverse("row_new", args=[person.pk, "degree"]), data)
        page = text(keeper.get(reverse("person_file", args=[person.pk])))
        assert "Trường A" in page and (f">{shown}<" in page or not shown)

    @pytest.mark.parametrize(
        ("first", "why"),
        [
            ("13/2001", "Không có tháng 13/2001"),
            ("hè 2001", "không đọc được"),
            ("31/02/2001", "Không có ngày"),
        ],
    )
    def test_a_date_that_is_none_says_how_to_write_it(self, person, keeper, first, why):
        answer = keeper.post(
            reverse("row_new", args=[person.pk, "degree"]), {"first": first, "level": "bachelor"}
        )
        assert why in text(answer) and not Qualification.objects.exists()

    def test_an_empty_row_is_none(self, person, keeper):
        answer = keeper.post(reverse("row_new", args=[person.pk, "degree"]), {})
        assert "Chưa ghi gì" in text(answer) and not Qualification.objects.exists()

    def test_editing_shows_what_is_kept_and_replaces(self, keeper, degree):
        address = reverse("row_edit", args=["degree", degree.pk])
        assert "09/2001" in text(keeper.get(address))
        keeper.post(
            address,
            {
                "first": "2001",
                "last": "06/2005",
                "level": "bachelor",
                "field": "Luật hành chính",
                "school": degree.school,
                "name": degree.name,
            },
        )
        row = Qualification.objects.get()
        assert (row.field, row.valid_from_known, row.replaces_id) == (
            "Luật hành chính",
            "y",
            degree.pk,
        )

    def test_a_code_no_list_knows_stays_when_something_else_changes(self, person, keeper):
        row = changing.add_row(
            SYSTEM, person_id=person.pk, section="degree", level="bachelor-old", school="A"
        )
        address = reverse("row_edit", args=["degree", row.pk])
        assert "bachelor-old" in text(keeper.get(address))
        keeper.post(address, {"level": "bachelor-old", "school": "B"})
        assert Qualification.objects.get().level == "bachelor-old"

    def test_items_of_a_group(self, person, keeper):
        keeper.post(
            reverse("group_edit", args=[person.pk, "education"]),
            {"general_education": "upper", "in_science": "yes"},
        )
        kept = Particulars.objects.get(person=person)
        assert (kept.general_education, kept.in_science, kept.in_religious_area) == (
            "upper",
            True,
            None,
        )


class TestProposing:
    def test_from_the_page_to_the_file(self, person, mine, keeper):
        mine.post(
            reverse("file_proposal_new", args=["degree"]),
            {"level": "master", "field": "Kinh tế", "first": "2020"},
        )
        proposal = Proposal.objects.get()
        page = text(keeper.get(reverse("file_proposal_detail", args=[proposal.pk])))
        assert "Thạc sĩ" in page and "Kinh tế" in page and "2020" in page
        assert reverse("file_proposal_accept", args=[proposal.pk]) in page
        keeper.post(reverse("file_proposal_accept", args=[proposal.pk]))
        assert Qualification.objects.get().valid_from_known == "y"

    def test_returning_without_a_reason_stays_on_the_page(self, mine, keeper):
        mine.post(reverse("file_proposal_new", args=["identity"]), {"phone": "0904"})
        proposal = Proposal.objects.get()
        address = reverse("file_proposal_return", args=[proposal.pk])
        answer = keeper.post(address, {"reason": ""})
        assert answer.status_code == 200 and Proposal.objects.get().state == "open"
        keeper.post(address, {"reason": "Thiếu ảnh"})
        assert "Thiếu ảnh" in text(mine.get(reverse("my_proposals")))

    def test_a_row_asked_to_leave(self, mine, degree):
        mine.post(
            reverse("file_proposal_new", args=["degree"]) + f"?row={degree.pk}",
            {"leave": "1", "note": "trùng"},
        )
        assert Proposal.objects.get().kind == "end"

    def test_an_account_without_a_file_is_told(self, world):
        answer = world.client(Role.CLERK).get(reverse("file_proposal_new", args=["degree"]))
        assert "chưa gắn với hồ sơ nào" in text(answer)


class TestWelcome:
    def test_the_notice_once_then_the_desk(self, mine):
        assert mine.get(reverse("welcome")).url == reverse("privacy_notice")
        assert mine.post(reverse("privacy_notice")).url == reverse("desk")
        assert mine.get(reverse("welcome")).url == reverse("desk")
        assert NoticeRead.objects.count() == 1


class TestState:
    def test_a_head_told_of_the_own_unit_opens_it_and_no_more(self, world):
        unit = world.units["phòng văn hóa"]
        head = world.client(Role.HEAD, unit)
        page = text(head.get(reverse("file_state") + f"?unit={unit.pk}"))
        assert (
            world.people["phòng văn hóa"].full_name in page
            and world.people["mặt trận"].full_name not in page
        )
        assert (
            head.get(reverse("file_state") + f"?unit={world.units['mặt trận'].pk}").status_code
            == 404
        )

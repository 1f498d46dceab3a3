"""A person proposes, the officer sees exactly what would change, accepts or returns; nobody decides
on the own file.
"""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from tests.web.broken import picture

from thenchot.kernel.decision import Refused
from thenchot.people.enums import ProposalKind, ProposalState
from thenchot.people.filing import changing, proposing
from thenchot.people.models import Particulars, Proposal, Qualification
from thenchot.people.services import link_account
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import SYSTEM, actor_for
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.postgres
PNG = picture("PNG")


def told(proposal):
    return {d.label: (d.before, d.after) for d in proposing.differences(proposal)}


class TestPropose:
    def test_only_what_differs_is_kept_and_shown(self, owner, person):
        changing.change_items(SYSTEM, person_id=person.pk, residence="Số 1", phone="0903")
        values = {"residence": "Số 2", "phone": "0903", "ethnicity": "02"}
        proposal = proposing.propose(owner, section="identity", values=values)
        assert told(proposal) == {"Nơi ở hiện nay": ("Số 1", "Số 2"), "Dân tộc": ("", "Tày")}
        assert Particulars.objects.get(person=person).residence == "Số 1"

    def test_a_row_that_changes(self, owner, degree):
        values = {"field": "Luật kinh tế", "valid_to": date(2006, 6, 30), "valid_to_known": "m"}
        proposal = proposing.propose(owner, section="degree", row_id=degree.pk, values=values)
        assert proposal.kind == ProposalKind.CHANGE
        assert told(proposal) == {
            "Ngành, chuyên ngành": ("Luật", "Luật kinh tế"),
            "Đến": ("06/2005", "06/2006"),
        }

    def test_nothing_different_is_refused(self, owner, person):
        with pytest.raises(Refused, match="Chưa thay đổi gì"):
            proposing.propose(owner, section="identity", values={"residence": ""})

    def test_one_open_proposal_a_row(self, owner, degree):
        proposing.propose(owner, section="degree", row_id=degree.pk, values={"field": "A"})
        with pytest.raises(Refused, match="đang chờ"):
            proposing.propose(owner, section="degree", row_id=degree.pk, values={"field": "B"})

    @pytest.mark.parametrize("section", ["remark", "paper", "no-such"])
    def test_what_the_office_says_is_not_proposed(self, owner, section):
        with pytest.raises(Http404):
            proposing.propose(owner, section=section, values={"remark": "Rất tốt"})

    def test_somebody_else_s_row_does_not_exist(self, world, owner):
        other = changing.add_row(
            SYSTEM, person_id=world.people["ubnd"].pk, section="degree", level="master"
        )
        with pytest.raises(Http404):
            proposing.propose(owner, section="degree", row_id=other.pk, values={"level": "doctor"})

    def test_an_account_of_nobody(self, officer):
        with pytest.raises(Refused, match="chưa gắn"):
            proposing.propose(officer, section="identity", values={"phone": "1"})

    def test_scans_come_along_and_only_the_parties_read_them(self, world, owner, officer):
        from thenchot.platform.files.owners import may_read

        file = SimpleUploadedFile("bang.png", PNG)
        proposal = proposing.propose(
            owner, section="degree", values={"level": "master"}, files=[file]
        )
        stored = proposal.files.get()
        assert may_read(owner, stored) and may_read(officer, stored)
        assert not may_read(world.actor(Role.LEADER), stored)
        assert not may_read(world.actor(Role.OFFICER, world.other_ward), stored)

    def test_values_are_sealed(self, owner, person):
        from django.db import connection

        proposing.propose(owner, section="health", values={"health": "Hen suyễn"})
        with connection.cursor() as cursor:
            cursor.execute('SELECT "values" FROM people_proposal')
            assert "Hen" not in cursor.fetchone()[0]
        assert "Hen" not in str(Event.objects.get(name="proposal_made").facts)


class TestDecide:
    def test_accepted_it_enters_with_its_source(self, owner, officer, person):
        values = {
            "level": "master",
            "field": "Quản lý công",
            "valid_from": date(2024, 9, 1),
            "valid_from_known": "m",
            "is_studying": True,
        }
        proposing.accept(
            officer, proposal_id=proposing.propose(owner, section="degree", values=values).pk
        )
        row = Qualification.objects.get(person=person)
        assert (row.level, row.field, row.valid_from, row.is_studying, row.source) == (
            "master",
            "Quản lý công",
            date(2024, 9, 1),
            True,
            "tự khai",
        )
        assert Proposal.objects.get().state == ProposalState.ACCEPTED

    def test_items_of_every_type_survive_the_way(self, owner, officer, person):
        values = {"in_science": True, "general_education": "upper"}
        proposing.accept(
            officer, proposal_id=proposing.propose(owner, section="education", values=values).pk
        )
        days = {"recruited_on": date(2010, 9, 1), "former_job": "Giáo viên"}
        proposing.accept(
            officer, proposal_id=proposing.propose(owner, section="origin", values=days).pk
        )
        kept = Particulars.objects.get(person=person)
        assert (kept.in_science, kept.recruited_on, kept.former_job) == (
            True,
            date(2010, 9, 1),
            "Giáo viên",
        )
        proposing.accept(
            officer,
            proposal_id=proposing.propose(
                owner, section="origin", values={"recruited_on": None}
            ).pk,
        )
        assert Particulars.objects.get(person=person).recruited_on is None

    def test_a_row_leaves(self, owner, officer, degree):
        proposal = proposing.propose(owner, section="degree", row_id=degree.pk, note="khai trùng")
        assert proposal.kind == ProposalKind.END
        proposing.accept(officer, proposal_id=proposal.pk)
        assert not Qualification.objects.exists()

    def test_a_file_that_moved_on_is_not_overwritten(self, owner, officer, person, degree):
        proposal = proposing.propose(
            owner, section="degree", row_id=degree.pk, values={"field": "A"}
        )
        changing.change_items(officer, person_id=person.pk, phone="1")
        new = changing.replace_row(officer, section="degree", row_id=degree.pk, field="B")
        with pytest.raises(Http404):
            proposing.accept(officer, proposal_id=proposal.pk)
        assert Qualification.objects.get() == new
        item = proposing.propose(owner, section="identity", values={"phone": "2"})
        changing.change_items(officer, person_id=person.pk, phone="3")
        with pytest.raises(Refused, match="Hồ sơ đã đổi"):
            proposing.accept(officer, proposal_id=item.pk)
        assert Particulars.objects.get(person=person).phone == "3"

    def test_returned_with_a_reason(self, owner, officer):
        proposal = proposing.propose(owner, section="identity", values={"phone": "2"})
        with pytest.raises(Refused, match="lý do"):
            proposing.give_back(officer, proposal_id=proposal.pk, reason=" ")
        proposing.give_back(officer, proposal_id=proposal.pk, reason="Thiếu ảnh bằng")
        proposal.refresh_from_db()
        assert (proposal.state, proposal.reason) == ("returned", "Thiếu ảnh bằng")
        with pytest.raises(Refused, match="không còn chờ"):
            proposing.accept(officer, proposal_id=proposal.pk)

    def test_nobody_accepts_the_own_proposal(self, world, person):
        account = world.account(Role.OFFICER)
        link_account(SYSTEM, person_id=person.pk, account_id=account.pk)
        actor = actor_for(account)
        proposal = proposing.propose(actor, section="identity", values={"phone": "2"})
        with pytest.raises(Refused, match="Không tự duyệt"):
            proposing.accept(actor, proposal_id=proposal.pk)

    @pytest.mark.parametrize(
        "role", [Role.LEADER, Role.HEAD, Role.INSPECTOR, Role.ADMIN, Role.STAFF]
    )
    def test_to_others_it_does_not_exist(self, world, owner, role):
        proposal = proposing.propose(owner, section="identity", values={"phone": "2"})
        with pytest.raises(Http404):
            proposing.accept(world.actor(role), proposal_id=proposal.pk)

    def test_withdrawn_by_the_person_only(self, world, owner, officer):
        proposal = proposing.propose(owner, section="identity", values={"phone": "2"})
        with pytest.raises(Refused):
            proposing.withdraw(officer, proposal_id=proposal.pk)
        proposing.withdraw(owner, proposal_id=proposal.pk)
        assert Proposal.objects.get().state == ProposalState.WITHDRAWN

    def test_lists_are_scoped(self, world, owner, officer):
        proposing.propose(owner, section="identity", values={"phone": "2"})
        assert proposing.list_proposals(officer).count() == 1
        assert proposing.list_proposals(world.actor(Role.OFFICER, world.other_ward)).count() == 0
        assert proposing.own_proposals(officer).count() == 0
        assert proposing.own_proposals(owner).count() == 1

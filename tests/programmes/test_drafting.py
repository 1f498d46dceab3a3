"""A document comes in: read, corrected, mapped, confirmed; or refused before anything is kept."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.programmes.conftest import HEAD, draft_of, give, text_of

from thenchot.documents.models import Directive
from thenchot.kernel.decision import Refused
from thenchot.organisation.models import Alias
from thenchot.platform.audit.models import Event
from thenchot.platform.files.models import StoredFile
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.roles import Role
from thenchot.programmes.drafts.proposal import kept
from thenchot.programmes.enums import TaskState, Timing
from thenchot.programmes.models import Clause, Draft, Programme, Task
from thenchot.programmes.queries.drafts import get_draft
from thenchot.programmes.services import confirming, drafting

pytestmark = pytest.mark.django_db


def rules_of(refused):
    return [reason.rule for reason in refused.value.decision.reasons]


def test_what_was_read_stands_in_the_draft_with_its_places(world, days):
    draft = draft_of(world, text_of(**days))
    content = draft.proposal
    assert [task.ref for task in kept(content.tasks)][:2] == ["PL.1.1", "PL.1.2"]
    first = content.tasks[0]
    start, end = first.spans["lead"][0]
    assert content.text[start:end] == "Ban Xây dựng Đảng Đảng ủy" == first.lead[0]
    assert first.deadline["end"] == days["soon"].isoformat()


def test_names_of_bodies_find_their_units(world, days):
    mapping = draft_of(world, text_of(**days)).proposal.mapping
    assert mapping["Ban Xây dựng Đảng Đảng ủy"] == [world.units["ban xây dựng đảng"].pk]
    assert mapping["UBND phường"] == [world.units["ubnd"].pk]


def test_confirming_makes_programme_directive_tasks_and_groups(world, days):
    given = give(world, text_of(**days))
    assert given.programme.directive.number == "08-CTr/ĐU"
    assert given.programme.given_on == days["given"]
    assert [t.timing for t in Task.objects.order_by("position")] == [
        Timing.DATED,
        Timing.DATED,
        Timing.OPEN,
        Timing.ONGOING,
        Timing.RECURRING,
        Timing.UNDATED,
    ]
    assert given.dated.clause.title == "Sắp xếp bộ máy"
    assert given.dated.original_due_on == given.dated.due_on == days["soon"]
    assert given.open.due_on is None and given.undated.due_on is None
    assert {t.state for t in Task.objects.all()} == {TaskState.ASSIGNED}


def test_the_original_file_is_kept_with_the_directive(world, days):
    given = give(world, text_of(**days))
    assert given.programme.directive.original == StoredFile.objects.get()


def test_the_chosen_mapping_is_remembered_for_the_next_document(world, days):
    give(world, text_of(**days))
    assert Alias.objects.filter(home=world.ward, text="UBND phường").exists()


@pytest.mark.parametrize("stamp", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "M Ậ T"])
def test_a_secret_stamp_is_refused_and_nothing_is_kept(world, days, stamp, caplog):
    before = Event.objects.count()
    with pytest.raises(Refused) as refused:
        draft_of(world, f"{stamp}\n\n{text_of(**days)}", name="ke-hoach-rieng.txt")
    assert rules_of(refused) == ["secret"]
    assert "ke-hoach-rieng" not in str(refused.value) and "phương án" not in str(refused.value)
    assert not Draft.objects.exists() and not StoredFile.objects.exists()
    assert Event.objects.count() == before
    assert "ke-hoach-rieng" not in caplog.text


def test_a_file_that_cannot_be_read_says_why_and_leaves_nothing(world):
    upload = SimpleUploadedFile("trong.txt", b"   ", content_type="text/plain")
    with pytest.raises(Refused) as refused:
        drafting.start_import(world.actor(Role.OFFICER), home_id=world.ward.pk, upload=upload)
    assert rules_of(refused) == ["unreadable"]
    assert not Draft.objects.exists() and not StoredFile.objects.exists()


@pytest.mark.parametrize(
    "role", [Role.HEAD, Role.STAFF, Role.LEADER, Role.INSPECTOR, Role.ADMIN, Role.GUEST]
)
def test_only_officer_and_clerk_import(world, days, role):
    upload = SimpleUploadedFile("a.txt", text_of(**days).encode())
    with pytest.raises(Refused):
        drafting.start_import(world.actor(role), home_id=world.ward.pk, upload=upload)


def test_an_officer_of_another_ward_does_not_see_the_draft(world, days):
    draft = draft_of(world, text_of(**days))
    with pytest.raises(NotVisible):
        get_draft(world.actor(Role.OFFICER, world.other_ward), draft.pk)


def test_correcting_the_words_of_a_deadline_reads_it_again(world, days):
    draft = draft_of(world, text_of(**days))
    draft = drafting.correct_task(
        world.actor(Role.OFFICER),
        draft_id=draft.pk,
        version=1,
        item_id="t1",
        values={"deadline_raw": "Quý IV/2026"},
    )
    task = draft.proposal.find("t1")
    assert (task.deadline["kind"], task.deadline["end"]) == ("quarter", "2026-12-31")


def test_a_card_somebody_else_changed_meanwhile_is_not_overwritten(world, days):
    draft, officer = draft_of(world, text_of(**days)), world.actor(Role.OFFICER)
    drafting.correct_task(
        officer, draft_id=draft.pk, version=1, item_id="t1", values={"product": "Báo cáo"}
    )
    drafting.correct_task(
        officer, draft_id=draft.pk, version=1, item_id="t2", values={"product": "Đề án"}
    )
    with pytest.raises(Refused) as refused:
        drafting.correct_task(
            officer, draft_id=draft.pk, version=1, item_id="t1", values={"product": "Tờ trình"}
        )
    assert rules_of(refused) == ["version"]


def test_a_task_left_out_is_not_given(world, days):
    draft, officer = draft_of(world, text_of(**days)), world.actor(Role.OFFICER)
    drafting.correct_task(
        officer, draft_id=draft.pk, version=1, item_id="t6", values={"keep": False}
    )
    confirming.confirm_import(officer, draft_id=draft.pk)
    assert Task.objects.count() == 5


def test_a_task_added_by_hand_is_given(world, days):
    draft, officer = draft_of(world, text_of(**days)), world.actor(Role.OFFICER)
    values = {
        "text": "Mua thiết bị",
        "lead": ["UBND phường"],
        "deadline_raw": "trước ngày 31/12/2026",
        "keep": True,
    }
    drafting.correct_task(officer, draft_id=draft.pk, version=1, item_id="new", values=values)
    confirming.confirm_import(officer, draft_id=draft.pk)
    assert Task.objects.get(text="Mua thiết bị").due_on.isoformat() == "2026-12-30"


def test_no_task_is_given_without_a_lead(world, days):
    rows = (("1.1", "Việc không ai nhận", "Hội đồng chưa có", "", ""),)
    draft = draft_of(world, text_of(**days, rows=rows))
    with pytest.raises(Refused) as refused:
        confirming.confirm_import(world.actor(Role.OFFICER), draft_id=draft.pk)
    assert rules_of(refused) == ["no_lead"]
    assert (
        not Programme.objects.exists()
        and not Directive.objects.exists()
        and not Clause.objects.exists()
    )


def test_the_same_document_is_not_given_twice(world, days):
    give(world, text_of(**days))
    with pytest.raises(Refused):
        give(world, text_of(**days))
    assert Programme.objects.count() == 1 and Draft.objects.filter(state="review").count() == 1


def test_units_of_another_ward_cannot_be_mapped(world, days):
    draft = draft_of(world, text_of(**days))
    stranger = world.other_units["ubnd"].pk
    draft = drafting.map_bodies(
        world.actor(Role.OFFICER), draft_id=draft.pk, version=1, mapping={"UBND phường": [stranger]}
    )
    assert draft.proposal.mapping["UBND phường"] == []


def test_the_report_before_december_becomes_a_duty(world, days):
    text = (
        HEAD.format(given=f"{days['given']:%d/%m/%Y}").replace(
            "PHỤ LỤC",
            "III. TỔ CHỨC THỰC HIỆN\n\nYêu cầu các cơ quan, đơn vị triển khai thực hiện. Hằng "
            "năm, báo cáo kết quả về "
            "Ban Thường vụ Đảng ủy (qua Ban Xây dựng Đảng Đảng ủy phường) trước ngày "
            "05/12.\n\nPHỤ LỤC",
        )
        + "| 1.1 | Rà soát cán bộ | UBND phường | | Hằng quý |\n"
    )
    duty = give(world, text).programme.report_duties.get()
    assert duty.receiver == "Ban Thường vụ Đảng ủy"
    assert duty.recurrence == {"every": "year", "end": "12-04"}


def test_a_dropped_draft_cannot_be_confirmed(world, days):
    draft, officer = draft_of(world, text_of(**days)), world.actor(Role.OFFICER)
    drafting.drop_draft(officer, draft_id=draft.pk)
    with pytest.raises(Refused):
        confirming.confirm_import(officer, draft_id=draft.pk)


def test_a_later_day_in_the_document_than_its_own_is_shown_not_changed(world, days):
    days["late"] = days["given"] - timedelta(days=3)
    content = draft_of(world, text_of(**days)).proposal
    assert content.tasks[1].deadline["end"] == days["late"].isoformat()
    assert any("1.2" in (warning.ref or "") for warning in content.warnings)


def _without_head(days):
    text = text_of(**days)
    return text[text.index("PHỤ LỤC") :].replace("08-CTr/ĐU, ngày", "   /CTr-ĐU, ngày   /")


def test_a_document_without_number_and_title_is_not_given_out_before_they_are_told(world, days):
    draft, officer = draft_of(world, _without_head(days)), world.actor(Role.OFFICER)
    lacking = draft.proposal.lacking
    assert {"number", "title"} <= set(lacking)
    with pytest.raises(Refused) as refused:
        confirming.confirm_import(officer, draft_id=draft.pk)
    assert rules_of(refused) == ["no_identity"]
    drafting.correct_metadata(
        officer,
        draft_id=draft.pk,
        version=1,
        values={"kind": "Chương trình", "number": "08-CTr/ĐU", "absent": ["title", "date"]},
    )
    confirming.confirm_import(officer, draft_id=draft.pk)
    assert Programme.objects.count() == 1


def test_a_file_that_is_here_already_is_told_before_it_is_read_again(world, days):
    draft, officer = draft_of(world, text_of(**days)), world.actor(Role.OFFICER)
    upload = SimpleUploadedFile("ten-khac.txt", text_of(**days).encode())
    with pytest.raises(Refused) as refused:
        drafting.start_import(officer, home_id=world.ward.pk, upload=upload)
    assert rules_of(refused) == ["known_file"]
    assert "chuong-trinh.txt" in str(refused.value) and Draft.objects.count() == 1
    drafting.drop_draft(officer, draft_id=draft.pk)
    upload.seek(0)
    drafting.start_import(officer, home_id=world.ward.pk, upload=upload)
    assert Draft.objects.filter(state="review").count() == 1


def test_a_regulation_proposes_nothing_and_standing_duties_are_not_kept(world):
    head = (
        "ỦY BAN NHÂN DÂN PHƯỜNG\nSố: 5/{code}-UBND\nMẫu, ngày 05 tháng 01 năm 2026\n"
        "{kind}\n{about}\n"
    )
    regulation = head.format(code="QC", kind="QUY CHẾ", about="Làm việc của UBND phường")
    content = draft_of(
        world, regulation + "Điều 1. Phòng Kinh tế có trách nhiệm quản lý chợ.\n"
    ).proposal
    assert (content.gives, content.tasks) == ("nothing", [])
    notice = head.format(
        code="TB", kind="THÔNG BÁO", about="Phân công công tác của các Phó Chủ tịch UBND phường"
    )
    content = draft_of(
        world, notice + "1. Bà Lê Thị Mẫu, Phó Chủ tịch\n- Phụ trách y tế.\n"
    ).proposal
    assert content.gives == "standing"
    assert [(task.text, task.keep) for task in content.tasks] == [("Phụ trách y tế.", False)]


def test_bodies_outside_keep_their_words_on_page_print_and_list(world, days):
    from thenchot.programmes.prints import joining
    from thenchot.programmes.registers import coordinating

    rows = (("1.1", "Rà soát", "UBND phường", "Sở Nội vụ tỉnh; Phòng Văn hóa - Xã hội", ""),)
    draft, officer = draft_of(world, text_of(**days, rows=rows)), world.actor(Role.OFFICER)
    mapping = draft.proposal.mapping
    draft = drafting.map_bodies(
        officer, draft_id=draft.pk, version=1, mapping=mapping, not_given=("Sở Nội vụ tỉnh",)
    )
    assert drafting.suggest_mapping(draft)["Sở Nội vụ tỉnh"] == []
    confirming.confirm_import(officer, draft_id=draft.pk)
    task = Task.objects.get()
    assert task.other_bodies == "Sở Nội vụ tỉnh"
    page = world.client(Role.OFFICER).get(f"/tasks/{task.pk}/").content.decode()
    assert "Sở Nội vụ tỉnh" in page
    task.coordinates = list(task.assignments.filter(part="coordinate").select_related("unit"))
    assert coordinating(task).endswith("; Sở Nội vụ tỉnh")
    assert joining(task).split("\n")[-1] == "Sở Nội vụ tỉnh"


def test_a_lead_outside_keeps_its_words_beside_the_unit_that_leads(world, days):
    from thenchot.programmes.prints import leading as printed
    from thenchot.programmes.registers import leading

    rows = (("1.1", "Rà soát", "UBND phường; Sở Nội vụ tỉnh", "", ""),)
    draft, officer = draft_of(world, text_of(**days, rows=rows)), world.actor(Role.OFFICER)
    draft = drafting.map_bodies(
        officer,
        draft_id=draft.pk,
        version=1,
        mapping=draft.proposal.mapping,
        not_given=("Sở Nội vụ tỉnh",),
    )
    confirming.confirm_import(officer, draft_id=draft.pk)
    task = Task.objects.get()
    assert task.other_leads == "Sở Nội vụ tỉnh"
    page = world.client(Role.OFFICER).get(f"/tasks/{task.pk}/").content.decode()
    assert "Sở Nội vụ tỉnh" in page
    task.leads = list(task.assignments.filter(part="lead").select_related("unit"))
    assert leading(task).endswith("; Sở Nội vụ tỉnh")
    assert printed(task).split("\n")[-1] == "Sở Nội vụ tỉnh"

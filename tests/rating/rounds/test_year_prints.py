"""What leaves on paper and as tables, opened again."""

import io
import json

import pytest
from django.urls import reverse
from docx import Document
from python_calamine import CalamineWorkbook
from tests.lowering import seen_and_sent_again
from tests.rating.ending import TODAY

from thenchot.platform.audit.models import Event, Read
from thenchot.platform.scope.roles import Role
from thenchot.rating.persons import prints as form02
from thenchot.rating.persons.services import deciding, reopening
from thenchot.rating.rounds.prints import minutes, tables
from thenchot.rating.rounds.queries import votes_of
from thenchot.scoring.prints import form01
from thenchot.scoring.services import closing
from thenchot.worklog.models import Assessment, Fault, Work

pytestmark = pytest.mark.django_db
FIVE = {"An": "92", "Bình": "75", "Chi": "74", "Dũng": "72", "Em": "71"}


def words(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    rows = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + rows)


def rows_of(content: bytes) -> list[list]:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def form02_words(rating, **more):
    return words(form02.write(rating, **more))


@pytest.fixture
def closed(town) -> Assessment:
    """A sheet of October closed by the service: 4 products given, 3 done with one fault, 1 beyond
    the assignment.
    """
    town.rate({"An": "80"}, months=())
    assessment = town.month(town.people["An"], 10, None, state="open", closed_at=None, band="")
    own = {
        "I.1": "5",
        "I.2": "4.5",
        **{f"II.{n}": "2.5" for n in range(1, 5)},
        **{f"III.{n}": "2.5" for n in range(1, 5)},
    }
    Assessment.objects.filter(pk=assessment.pk).update(general_self=own, general=own | {"I.2": "4"})
    work = Work.objects.create(
        assessment=assessment,
        source="template",
        source_id="1",
        code="VB",
        name="Soạn văn bản",
        factor="1.5",
        assigned=4,
        done=3,
        added=1,
        done_on=TODAY,
    )
    Fault.objects.create(work=work, kind="content", piece=2, times=1)
    closing.close_assessment(town.leader, assessment_id=assessment.pk)
    return Assessment.objects.get(pk=assessment.pk)


def test_form01_says_what_the_receipt_says(closed):
    told = words(form01.write(closed))
    # A = 6; a = 4·1.5/6 = 1; b = (6 - 0.375)/6 = 0.9375; c = 1; mean 0.9792; 29 + 68.54 = 97.54
    assert (str(closed.total), closed.result["task_points"]) == ("97.54", "68.54")
    for text in (
        "Mẫu số 01",
        "VB. Soạn văn bản (lỗi: chất lượng -25%)",
        "93,75%",
        "97,92%",
        "68,54",
        "97,54",
        "29,50",
        "29,00",
        "Hoàn thành xuất sắc",
    ):
        assert text in told, text
    assert "Độc lập - Tự do - Hạnh phúc" in told and "Người có thẩm quyền đánh giá" in told


def test_form01_of_an_open_sheet_says_so(town):
    town.rate({"An": "80"}, months=())
    assessment = town.month(town.people["An"], 10, None, state="open", closed_at=None, band="")
    assert "phiếu chưa chốt" in words(form01.write(assessment))


def test_form02_has_twelve_months_and_the_decision(town):
    town.rate(FIVE)
    town.finish()
    told = form02_words(town.rating("Bình"))
    for text in (
        "Mẫu số 02",
        "Xong việc được giao",
        "Chưa chủ động",
        "75,00",
        "số 12/QĐ-UBND, ngày 10/12/2026",
        "Điểm bình quân",
    ):
        assert text in told, text
    assert told.count("Phòng Văn hóa - Xã hội") >= 12


def test_form02_before_the_notice_has_no_decision(town):
    town.rate(FIVE)
    town.walk()
    town.decide_all()
    assert "12/QĐ-UBND" not in form02_words(town.rating("Bình"), with_decision=False)


def test_form02_of_a_head_has_the_committees_opinion(town):
    town.rate(FIVE, head="80")
    town.body("phòng văn hóa")
    town.finish()
    assert "Ý kiến của Chi ủy (12-NX/CB), đề nghị mức: Hoàn thành tốt" in form02_words(
        town.rating("head")
    )


def test_minutes_with_votes(town):
    town.rate(FIVE)
    town.rate_self(*FIVE)
    meeting = town.meet(*FIVE)
    told = words(minutes.write(meeting, votes_of(meeting)))
    assert (
        "triệu tập 6 người, có mặt 5 người" in told
        and "Nguyễn Dũng" in told
        and "Vũ Thị Ước" in told
    )


def test_whoever_takes_the_minutes_has_read_of_everybody_in_them(town):
    town.rate(FIVE)
    town.rate_self(*FIVE)
    meeting = town.meet(*FIVE)
    before = Read.objects.count()
    assert (
        town.world.client(Role.LEADER).get(reverse("meeting_print", args=[meeting.pk])).status_code
        == 200
    )
    assert Read.objects.count() - before == len(votes_of(meeting)) >= 5


def test_summary_and_statistics(town):
    town.rate(FIVE | {"Gấm": "60"})
    town.finish()
    lines = rows_of(tables.summary(town.round))
    an = next(line for line in lines if "Nguyễn An" in line)
    assert an[5:17] == [92.0] * 12 and an[17] == 92.0 and "Hoàn thành tốt" in an
    whole = next(line for line in rows_of(tables.statistics(town.round)) if "Cộng" in line)
    assert whole[2:] == [6.0, 0.0, 0.0, 5.0, 83.33, 1.0, 16.67, 0.0, 0.0, 0.0, 0.0]


def test_national_file_only_with_permission_for_numbers(town):
    town.rate(FIVE)
    town.finish()
    person = town.people["An"]
    person.identity_no = "031080000001"
    person.save()
    officer, leader = town.world.client(Role.OFFICER), town.world.client(Role.LEADER)
    address = reverse("round_national", args=[town.round.pk, "json"])
    told = json.loads(officer.get(address).content)
    assert (told["year"], len(told["results"]), told["results"][0]["identity_no"]) == (
        2026,
        5,
        "031080000001",
    )
    assert {one["level"] for one in told["results"]} == {"good"}
    assert "031080000001" not in leader.get(address).content.decode()
    table = rows_of(officer.get(reverse("round_national", args=[town.round.pk, "xlsx"])).content)
    assert any("031080000001" in [str(cell) for cell in line] for line in table)
    assert Event.objects.filter(name="year_exported").count() == 3
    assert officer.get(reverse("round_national", args=[town.round.pk, "pdf"])).status_code == 404


def test_national_file_has_the_result_in_force_and_says_it_replaces(town):
    town.rate(FIVE)
    town.finish()
    rating = town.rating("Bình")
    reopening.reopen(town.leader, rating_id=rating.pk, reason="Sai")
    deciding.consolidate(town.officer, rating_id=rating.pk, level="completed", note="Kết luận 4")
    deciding.apply_caps(town.officer, round_id=town.round.pk)
    said = {"level": "completed", "number": "20", "decided_on": TODAY}
    seen_and_sent_again(deciding.decide, town.leader, rating_id=rating.pk, **said)
    one = next(
        found
        for found in tables.results(town.round, with_identity=False)
        if found["full_name"] == "Nguyễn Bình"
    )
    assert (one["level"], one["decision"], one["replaces_earlier"]) == ("completed", "20", True)

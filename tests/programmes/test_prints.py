"""Official prints: opened again with python-docx; LibreOffice renders them (marker office)."""

import io
import shutil
import subprocess
from datetime import timedelta

import docx
import pytest

from thenchot.platform.clock import today
from thenchot.programmes.models import ReportDuty, Target
from thenchot.programmes.prints import PRINTS
from thenchot.programmes.services import progressing

pytestmark = pytest.mark.django_db


def printed(given, name):
    from thenchot.platform.office.word.letters import build

    return build(PRINTS[name].write(given.officer, given.programme, today()))


def opened(content):
    return docx.Document(io.BytesIO(content))


def cells(document):
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


def words(document):
    return "\n".join(p.text for p in document.paragraphs)


def test_the_appendix_has_the_five_columns_the_groups_and_the_words_of_the_document(given):
    rows = cells(opened(printed(given, "appendix")))
    assert [
        "Số TT",
        "Nhiệm vụ",
        "Phân công chủ trì",
        "Phân công phối hợp",
        "Thời gian hoàn thành",
    ] in rows
    assert any("Sắp xếp bộ máy" in row[0] for row in rows)
    assert [
        "1.3",
        "Bố trí thêm một Phó Chủ tịch",
        "Ban Thường vụ Đảng ủy phường",
        "UBND phường",
        "Theo chỉ đạo của thành phố",
    ] in rows


def test_the_head_is_the_partys_for_a_programme_of_the_party(given):
    text = "\n".join(c for row in cells(opened(printed(given, "appendix"))) for c in row)
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text and "CỘNG HÒA XÃ HỘI CHỦ NGHĨA" not in text


def test_the_head_is_the_states_for_a_plan_of_the_state(given):
    given.programme.layout = "state"
    text = "\n".join(c for row in cells(opened(printed(given, "by-body"))) for c in row)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text


def test_by_body_every_lead_has_its_heading_and_count(given):
    rows = cells(opened(printed(given, "by-body")))
    assert any(row[0] == f"{given.world.units['ubnd'].name}: 2 nhiệm vụ" for row in rows)


def test_by_body_no_task_is_left_out_for_want_of_a_unit(given):
    outside, nobody = given.programme.tasks.order_by("pk")[:2]
    outside.assignments.filter(part="lead").delete()
    nobody.assignments.filter(part="lead").delete()
    outside.other_leads = "Công ty Điện lực; Hợp tác xã Mẫu"
    outside.save()
    rows = cells(opened(printed(given, "by-body")))
    heads = [row[0] for row in rows if row[0].endswith("nhiệm vụ")]
    assert {"Công ty Điện lực: 1 nhiệm vụ", "Hợp tác xã Mẫu: 1 nhiệm vụ"} <= set(heads)
    assert "Chưa rõ cơ quan chủ trì: 1 nhiệm vụ" in heads
    assert [row[1] for row in rows].count(outside.text) == 2


def test_overdue_shows_both_lateness_figures_and_the_desk(given):
    rows = cells(opened(printed(given, "overdue")))
    late = next(row for row in rows if row[0] == "1.2")
    assert late[4] == "30 (30)"
    assert late[5].startswith(given.world.units["ubnd"].name)


def test_the_yearly_draft_counts_what_the_board_counts(given):
    given.accepted("1.1", "ban xây dựng đảng")
    progressing.finish_task(
        given.head("ban xây dựng đảng"),
        task_id=given.dated.pk,
        done_on=today(),
        note="x",
        product_number="1",
    )
    ReportDuty.objects.create(
        programme=given.programme,
        ref="IV",
        text="x",
        receiver="Ban Thường vụ Đảng ủy",
        recurrence={"every": "year", "end": "12-04"},
    )
    text = words(opened(printed(given, "yearly")))
    assert "Nhiệm vụ có hạn: 2. Đã xong 1 (50,0 %)" in text
    assert "gửi Ban Thường vụ Đảng ủy" in text and "hạn báo cáo 04/12/" in text


def test_an_extended_date_prints_with_its_first_one(given):
    given.programme.tasks.filter(ref="1.1").update(due_on=given.dated.due_on + timedelta(days=30))
    row = next(r for r in cells(opened(printed(given, "appendix"))) if r[0] == "1.1")
    assert "(gốc: " in row[4]


def test_the_yearly_draft_leaves_no_target_out(given):
    Target.objects.bulk_create(
        Target(
            programme=given.programme,
            ref=f"II.({n})",
            text=f"Chỉ tiêu số {n}",
            comparator=">=",
            value=n,
            position=n,
        )
        for n in range(75)
    )
    rows = [row[1] for row in cells(opened(printed(given, "yearly"))) if len(row) == 3]
    assert "Chỉ tiêu số 74" in rows


@pytest.mark.office
@pytest.mark.parametrize("name", sorted(PRINTS))
def test_libreoffice_opens_every_print(given, name, tmp_path):
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "a.docx").write_bytes(printed(given, name))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")

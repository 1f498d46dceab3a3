"""Proposals: impact reports approved, one proposal of each method."""

from datetime import date

from thenchot.scenarios import services
from thenchot.scenarios.enums import Method
from thenchot.succession.models import SuccessionPlan
from thenchot.training.models import TrainingPlan
from thenchot.web.demo.calendar import TAKEN_IN_BEFORE
from thenchot.web.demo.tree import FOUNDED

CONTROL = "Bí thư Đảng ủy giám sát; cán bộ Ban Xây dựng Đảng giải thích; mỗi dòng có lý do."
RISKS = "Người xem coi gợi ý là kết luận; hồ sơ thiếu làm điểm thấp hơn thực tế."
SAID = {
    Method.PLACEMENT: (
        "Xem trước: thêm một lượt thay đổi thì bớt được bao nhiêu chỗ khuyết.",
        "Vị trí việc làm, văn bằng, sở trường, quá trình công tác, xếp loại năm.",
    ),
    Method.SUCCESSION: (
        "Xem danh sách quy hoạch cần thêm, bớt ít nhất ai để đủ cơ cấu.",
        "Danh sách quy hoạch, kết quả rà soát nguồn, cơ cấu được giao.",
    ),
    Method.COURSES: (
        "Chọn lớp học đáp ứng nhiều nhu cầu nhất trong kinh phí.",
        "Nhu cầu đào tạo, lớp dự kiến, kinh phí, số ngày.",
    ),
}


def propose(officer, leader, home, on: date) -> None:
    if on - TAKEN_IN_BEFORE < FOUNDED:
        return
    for method, (purpose, data) in SAID.items():
        report = services.draft_report(
            officer,
            unit_id=home.pk,
            method=method,
            purpose=purpose,
            data=data,
            risks=RISKS,
            control=CONTROL,
        )
        services.approve_report(
            leader, report_id=report.pk, document="Thông báo của Ban Thường vụ", approved_on=on
        )
    _work_out(officer, home, Method.PLACEMENT, "Bố trí trong phường", most_moves=8)
    succession = SuccessionPlan.objects.filter(unit=home, reviewed_at__isnull=False).last()
    if succession:
        _work_out(officer, home, Method.SUCCESSION, "Cơ cấu quy hoạch", plan=succession)
    training = TrainingPlan.objects.filter(unit=home, drawn_at__isnull=False).last()
    if training:
        _work_out(
            officer, home, Method.COURSES, "Trong 150 triệu đồng", plan=training, budget=150_000_000
        )


def _work_out(officer, home, method: Method, name: str, **more) -> None:
    made = services.ask(officer, unit_id=home.pk, method=method, name=name, **more)
    services.work_out(officer, scenario_id=made.pk)

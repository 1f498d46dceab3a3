"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "training_topic_added": _("Thêm chuyên đề đào tạo"),
        "training_topic_changed": _("Sửa chuyên đề đào tạo"),
        "training_topic_ended": _("Thôi dùng chuyên đề đào tạo"),
        "training_topics_adopted": _("Lấy danh mục chuyên đề có sẵn"),
        "training_plan_drawn_up": _("Lập kế hoạch đào tạo"),
        "training_plan_submitted": _("Trình kế hoạch đào tạo"),
        "training_plan_returned": _("Trả lại kế hoạch đào tạo"),
        "training_plan_approved": _("Phê duyệt kế hoạch đào tạo"),
        "training_plan_revised": _("Soạn lần mới của kế hoạch đào tạo"),
        "training_line_added": _("Thêm lớp vào kế hoạch đào tạo"),
        "training_line_changed": _("Sửa lớp trong kế hoạch đào tạo"),
        "training_line_dropped": _("Bỏ lớp khỏi kế hoạch đào tạo"),
        "training_needs_counted": _("Tính nhu cầu đào tạo"),
        "training_classes_proposed": _("Xếp nhu cầu vào lớp"),
        "training_need_asked": _("Đề nghị người đi học"),
        "training_need_placed": _("Xếp lớp cho một người"),
        "training_need_left_out": _("Để lại một nhu cầu đào tạo"),
        "training_class_opened": _("Mở lớp đào tạo"),
        "training_class_changed": _("Sửa lớp đào tạo"),
        "training_class_closed": _("Kết thúc lớp đào tạo"),
        "training_class_cancelled": _("Hủy lớp đào tạo"),
        "training_session_added": _("Thêm buổi học"),
        "training_attendance_noted": _("Điểm danh"),
        "training_presence_said": _("Tự điểm danh"),
        "training_person_proposed": _("Đề nghị cử người đi học"),
        "training_place_given": _("Có chỗ trong lớp cho người đang chờ"),
        "training_person_sent": _("Cử đi học"),
        "training_person_withdrawn": _("Rút người khỏi lớp"),
        "training_result_recorded": _("Ghi kết quả học tập"),
        "training_failure_recorded": _("Ghi không hoàn thành lớp"),
        "training_result_returned": _("Trả lại kết quả học tập"),
        "training_curriculum_drafted": _("Soạn chương trình học"),
        "training_curriculum_changed": _("Sửa chương trình học"),
        "training_curriculum_issued": _("Ban hành chương trình học"),
        "training_material_added": _("Thêm tài liệu, tình huống"),
        "training_material_dropped": _("Bỏ tài liệu khỏi bản dự thảo"),
        "training_practice_begun": _("Lập chương trình thực nghiệm"),
        "training_practice_changed": _("Sửa chương trình thực nghiệm"),
        "training_practice_reported": _("Báo kết quả thực nghiệm"),
        "training_practice_confirmed": _("Xác nhận kết quả thực nghiệm"),
        "training_practice_returned": _("Trả lại kết quả thực nghiệm"),
        "training_practice_stopped": _("Dừng chương trình thực nghiệm"),
        "training_effects_counted": _("Tính hiệu quả sau lớp"),
        "training_self_study_recorded": _("Ghi nội dung tự học"),
        "training_self_study_changed": _("Sửa nội dung tự học"),
        "training_self_study_confirmed": _("Xác nhận nội dung tự học"),
        "training_self_study_returned": _("Trả lại nội dung tự học"),
        "training_speaker_named": _("Ghi báo cáo viên, tuyên truyền viên"),
        "training_speaker_ended": _("Báo cáo viên, tuyên truyền viên thôi làm nhiệm vụ"),
        "training_result_verified": _("Xác nhận kết quả học tập"),
    }
)
register_subjects(
    {
        "training.topic": _("chuyên đề đào tạo"),
        "training.trainingplan": _("kế hoạch đào tạo"),
        "training.plannedclass": _("lớp trong kế hoạch đào tạo"),
        "training.need": _("nhu cầu đào tạo"),
        "training.trainingclass": _("lớp đào tạo"),
        "training.curriculum": _("chương trình học"),
        "training.material": _("tài liệu của chương trình học"),
        "training.opinion": _("góp ý về lớp"),
        "training.practice": _("chương trình thực nghiệm"),
        "training.speaker": _("báo cáo viên, tuyên truyền viên"),
        "training.selfstudy": _("nội dung tự học"),
        "training.session": _("buổi học"),
        "training.effect": _("hiệu quả sau lớp"),
        "training.enrolment": _("việc cử một người đi học"),
        "training.attendance": _("điểm danh"),
    }
)
register_pages(
    {
        "training_decision": _("Dự thảo quyết định cử đi học"),
        "training_attendance_sheet": _("Danh sách điểm danh"),
        "training_evaluation_sheet": _("Phiếu đánh giá lớp"),
    }
)

"""Words and colours of what the pages show."""

from django.utils.translation import gettext_lazy as _

from thenchot.training.enums import (
    Ability,
    Audience,
    ClassState,
    CurriculumState,
    Cycle,
    DayPart,
    EnrolmentState,
    MaterialKind,
    Method,
    NeedKind,
    NeedState,
    PeopleGroup,
    PlanKind,
    PlanState,
    PracticeState,
    Presence,
    Rated,
    SelfStudyState,
    SpeakerKind,
    StudyForm,
    TopicGroup,
    Verdict,
)

TOPIC_GROUP = {
    TopicGroup.THEORY: _("Lý luận chính trị"),
    TopicGroup.STATE: _("Quản lý nhà nước"),
    TopicGroup.LEADERSHIP: _("Kỹ năng lãnh đạo, quản lý"),
    TopicGroup.FIELD: _("Chuyên môn, nghiệp vụ theo lĩnh vực"),
    TopicGroup.DIGITAL: _("Kỹ năng số"),
    TopicGroup.SERVICE: _("Tiếp dân, giao tiếp, xử lý tình huống"),
    TopicGroup.PARTY: _("Nghiệp vụ công tác Đảng, dân vận"),
    TopicGroup.POLITICAL: _("Giáo dục chính trị, tư tưởng"),
    TopicGroup.DEGREE: _("Đào tạo văn bằng"),
    TopicGroup.OTHER: _("Khác"),
}
AUDIENCE = {
    Audience.EVERYBODY: _("Cán bộ, công chức, viên chức"),
    Audience.OFFICIALS: _("Cán bộ, công chức"),
    Audience.LEADERS: _("Lãnh đạo, quản lý"),
    Audience.PERSONNEL: _("Người làm công tác tổ chức, cán bộ"),
    Audience.FIELD: _("Người làm việc trong lĩnh vực"),
    Audience.SPEAKERS: _("Báo cáo viên, tuyên truyền viên"),
    Audience.LACKING: _("Người còn thiếu tiêu chuẩn"),
}
CYCLE = {
    Cycle.ONCE: _("một lần"),
    Cycle.YEARLY: _("hằng năm"),
}
ABILITY = {
    Ability.DUTY: _("Năng lực thực thi công vụ"),
    Ability.GROWTH: _("Năng lực phát triển"),
    Ability.SITUATIONS: _("Năng lực xử lý tình huống"),
}
STUDY_FORM = {
    StudyForm.FULL_TIME: _("Tập trung"),
    StudyForm.ONLINE: _("Trực tuyến"),
    StudyForm.BLENDED: _("Kết hợp trực tiếp và trực tuyến"),
    StudyForm.PART_TIME: _("Vừa làm vừa học"),
    StudyForm.ON_THE_JOB: _("Cầm tay chỉ việc, tại chỗ"),
}
PLAN_KIND = {
    PlanKind.TRAINING: _("kế hoạch đào tạo, bồi dưỡng"),
    PlanKind.PROJECT: _("đề án đào tạo, bồi dưỡng"),
    PlanKind.POLITICAL: _("kế hoạch giáo dục chính trị, tư tưởng"),
}
PLAN_STATE = {
    PlanState.DRAFT: _("đang soạn"),
    PlanState.SUBMITTED: _("đã trình"),
    PlanState.APPROVED: _("đã duyệt"),
    PlanState.REPLACED: _("đã thay"),
}
NEED_KIND = {
    NeedKind.GAP: _("thiếu tiêu chuẩn"),
    NeedKind.ROUND: _("đến kỳ bồi dưỡng"),
    NeedKind.PLANNED: _("được quy hoạch"),
    NeedKind.ASKED: _("đơn vị đề nghị"),
}
NEED_STATE = {
    NeedState.OPEN: _("chưa xếp lớp"),
    NeedState.PLACED: _("đã xếp lớp"),
    NeedState.LEFT_OUT: _("để lại"),
    NeedState.GONE: _("không còn"),
}
CLASS_STATE = {
    ClassState.OPEN: _("đang mở"),
    ClassState.CLOSED: _("đã kết thúc"),
    ClassState.CANCELLED: _("đã hủy"),
}
ENROLMENT_STATE = {
    EnrolmentState.PROPOSED: _("đề nghị cử"),
    EnrolmentState.WAITING: _("chờ chỗ"),
    EnrolmentState.NOMINATED: _("đã cử đi học"),
    EnrolmentState.COMPLETED: _("hoàn thành, chờ xác nhận"),
    EnrolmentState.VERIFIED: _("đã xác nhận"),
    EnrolmentState.FAILED: _("không hoàn thành"),
    EnrolmentState.WITHDRAWN: _("đã rút"),
}
PRESENCE = {
    Presence.PRESENT: _("có mặt"),
    Presence.EXCUSED: _("vắng có phép"),
    Presence.ABSENT: _("vắng không phép"),
}
DAY_PART = {
    DayPart.MORNING: _("sáng"),
    DayPart.AFTERNOON: _("chiều"),
    DayPart.EVENING: _("tối"),
}
PEOPLE_GROUP = {
    PeopleGroup.SCIENCE: _("có trình độ khoa học, công nghệ"),
    PeopleGroup.YOUNG: _("cán bộ trẻ"),
    PeopleGroup.WOMEN: _("cán bộ nữ"),
    PeopleGroup.RELIGIOUS: _("cán bộ vùng giáo"),
}
SPEAKER_KIND = {
    SpeakerKind.REPORTER: _("báo cáo viên"),
    SpeakerKind.PROPAGANDIST: _("tuyên truyền viên"),
    SpeakerKind.TRAINER: _("giảng viên kiêm chức"),
}
PRACTICE_STATE = {
    PracticeState.RUNNING: _("đang thực hiện"),
    PracticeState.REPORTED: _("đã báo kết quả"),
    PracticeState.CONFIRMED: _("đã xác nhận"),
    PracticeState.STOPPED: _("đã dừng"),
}
PRACTICE_TONES = {
    PracticeState.RUNNING: "fine",
    PracticeState.REPORTED: "act",
    PracticeState.CONFIRMED: "done",
}
CURRICULUM_STATE = {
    CurriculumState.DRAFT: _("dự thảo"),
    CurriculumState.ISSUED: _("đang dùng"),
    CurriculumState.REPLACED: _("đã thay"),
}
CURRICULUM_TONES = {CurriculumState.DRAFT: "act", CurriculumState.ISSUED: "done"}
METHOD = {
    Method.LECTURE: _("thuyết trình, trao đổi"),
    Method.CASES: _("nghiên cứu tình huống"),
    Method.PRACTICE: _("thực hành, đi thực tế"),
    Method.ONLINE: _("trực tuyến"),
}
MATERIAL_KIND = {
    MaterialKind.CASE: _("tình huống"),
    MaterialKind.LESSON: _("bài giảng"),
    MaterialKind.READING: _("tài liệu đọc"),
}
RATED = {
    Rated.PROGRAMME: _("Chương trình, tài liệu"),
    Rated.LEARNERS: _("Học viên"),
    Rated.LECTURERS: _("Giảng viên, báo cáo viên"),
    Rated.FACILITIES: _("Cơ sở vật chất"),
    Rated.COURSE: _("Tổ chức khóa học"),
    Rated.EFFECT: _("Thiết thực với công việc"),
}
RATED_HELP = {
    Rated.PROGRAMME: _("Nội dung sát yêu cầu nhiệm vụ, có tình huống thực tế"),
    Rated.LEARNERS: _("Lớp học nghiêm túc, chủ động trao đổi"),
    Rated.LECTURERS: _("Nắm chắc nội dung, gắn lý luận với thực tiễn"),
    Rated.FACILITIES: _("Phòng học, thiết bị, đường truyền"),
    Rated.COURSE: _("Thời gian, lịch học, phục vụ lớp"),
    Rated.EFFECT: _("Dùng được vào việc hằng ngày, xử lý được việc phát sinh"),
}
SELF_STUDY_STATE = {
    SelfStudyState.RECORDED: _("chờ xác nhận"),
    SelfStudyState.CONFIRMED: _("đã xác nhận"),
    SelfStudyState.RETURNED: _("đã trả lại"),
}
SELF_STUDY_TONES = {
    SelfStudyState.RECORDED: "wait",
    SelfStudyState.CONFIRMED: "done",
    SelfStudyState.RETURNED: "act",
}
VERDICT = {
    Verdict.THIN: _("chưa đủ bằng chứng"),
    Verdict.NONE: _("chưa thấy khác biệt"),
    Verdict.BETTER: _("tăng hơn người tương tự"),
    Verdict.WORSE: _("giảm hơn người tương tự"),
}
VERDICT_TONES = {Verdict.BETTER: "done", Verdict.WORSE: "act"}
TONES = {PlanState.DRAFT: "act", PlanState.SUBMITTED: "wait", PlanState.APPROVED: "done"}
NEED_TONES = {NeedState.OPEN: "act", NeedState.PLACED: "done", NeedState.LEFT_OUT: "wait"}
CLASS_TONES = {ClassState.OPEN: "fine", ClassState.CLOSED: "done"}
ENROLMENT_TONES = {
    EnrolmentState.PROPOSED: "act",
    EnrolmentState.WAITING: "wait",
    EnrolmentState.NOMINATED: "fine",
    EnrolmentState.COMPLETED: "act",
    EnrolmentState.VERIFIED: "done",
}

"""Words and colours of what the pages show."""

from django.utils.translation import gettext_lazy as _

from thenchot.succession.enums import (
    CandidateState,
    Level,
    Line,
    MilestoneKind,
    MilestoneState,
    Origin,
    PlanState,
    PostState,
    ProspectState,
    Step,
)

PLAN_STATE = {
    PlanState.DRAFT: _("đang lập, rà soát"),
    PlanState.SUBMITTED: _("đã trình"),
    PlanState.APPROVED: _("đã phê duyệt"),
    PlanState.REPLACED: _("đã thay"),
}
LEVEL = {
    Level.OWN: _("địa phương phê duyệt"),
    Level.ABOVE: _("cấp trên phê duyệt"),
}
POST_STATE = {
    PostState.OPEN: _("cần quy hoạch"),
    PostState.HELD: _("để khuyết cho cơ cấu"),
    PostState.UNNEEDED: _("chưa cần quy hoạch"),
}
LINE = {
    Line.NEXT: _("Đối tượng 1"),
    Line.LATER: _("Đối tượng 2"),
}
CANDIDATE_STATE = {
    CandidateState.FOUND: _("nguồn"),
    CandidateState.PROPOSED: _("được giới thiệu"),
    CandidateState.UNVOTED: _("không đủ phiếu"),
    CandidateState.PLANNED: _("trong quy hoạch"),
    CandidateState.REMOVED: _("đưa ra khỏi quy hoạch"),
    CandidateState.APPOINTED: _("đã giữ chức danh"),
}
STEP = {
    Step.LEADERSHIP: _("Hội nghị tập thể lãnh đạo"),
    Step.ENLARGED: _("Hội nghị tập thể lãnh đạo mở rộng"),
    Step.KEY: _("Hội nghị cán bộ chủ chốt"),
    Step.VOTE: _("Hội nghị tập thể lãnh đạo biểu quyết"),
}
ORIGIN = {
    Origin.FRONT: _("Mặt trận, đoàn thể"),
    Origin.CELL: _("Chi bộ"),
    Origin.UNIT: _("Cơ quan, đơn vị"),
    Origin.LEADER: _("Lãnh đạo"),
    Origin.PEOPLE: _("Nhân dân"),
}
PROSPECT_STATE = {
    ProspectState.NOTED: _("mới giới thiệu"),
    ProspectState.FOLLOWED: _("đang theo dõi, bồi dưỡng"),
    ProspectState.CLOSED: _("thôi theo dõi"),
}
MILESTONE_KIND = {
    MilestoneKind.TRAINING: _("Đào tạo, bồi dưỡng"),
    MilestoneKind.TASK: _("Giao nhiệm vụ thử thách"),
    MilestoneKind.ROTATION: _("Luân chuyển, điều động"),
    MilestoneKind.TRIAL: _("Giao quyền, giao phụ trách"),
    MilestoneKind.POLICY: _("Chế độ, chính sách"),
}
MILESTONE_STATE = {
    MilestoneState.OPEN: _("chưa xong"),
    MilestoneState.DONE: _("đã xong"),
    MilestoneState.DROPPED: _("đã bỏ"),
}
PLAN_TONES = {PlanState.DRAFT: "act", PlanState.SUBMITTED: "wait", PlanState.APPROVED: "done"}
POST_TONES = {PostState.OPEN: "fine", PostState.HELD: "wait", PostState.UNNEEDED: "wait"}
CANDIDATE_TONES = {
    CandidateState.PROPOSED: "fine",
    CandidateState.PLANNED: "done",
    CandidateState.UNVOTED: "wait",
    CandidateState.REMOVED: "wait",
    CandidateState.APPOINTED: "done",
}
PROSPECT_TONES = {ProspectState.NOTED: "act", ProspectState.FOLLOWED: "fine"}
MILESTONE_TONES = {MilestoneState.OPEN: "act", MilestoneState.DONE: "done"}

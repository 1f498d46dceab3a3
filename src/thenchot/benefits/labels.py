"""Words and colours of what the pages show."""

from django.utils.translation import gettext_lazy as _

from thenchot.benefits.enums import (
    Area,
    Ask,
    CaseState,
    CheckState,
    Counted,
    Formula,
    Group,
    Kind,
    Level,
    Part,
    PaymentState,
    PolicyState,
    RearrangementKind,
)

GROUP = {
    Group.LEAVING: _("nghỉ việc do sắp xếp, tinh giản"),
    Group.TALENT: _("thu hút, trọng dụng người có tài năng"),
    Group.SUPPLEMENT: _("thu nhập tăng thêm"),
    Group.LEADERSHIP: _("phụ cấp chức vụ"),
    Group.ENCOURAGEMENT: _("động viên, khuyến khích"),
    Group.OTHER: _("chế độ khác"),
}
AREA = {
    Area.POLICY: _("công tác chính sách"),
    Area.TRAINING: _("đào tạo, bồi dưỡng"),
    Area.PROTECTION: _("bảo vệ chính trị nội bộ"),
    Area.PARTY: _("xây dựng tổ chức đảng, đảng viên"),
}
LEVEL = {
    Level.CENTRAL: _("Trung ương"),
    Level.PROVINCE: _("tỉnh, thành phố"),
    Level.COMMUNE: _("xã, phường, đặc khu"),
}
POLICY_STATE = {
    PolicyState.DRAFT: _("đang soạn"),
    PolicyState.IN_FORCE: _("đang áp dụng"),
    PolicyState.REPLACED: _("đã có phiên bản mới"),
    PolicyState.ENDED: _("đã thôi áp dụng"),
}
POLICY_TONES = {PolicyState.DRAFT: "wait", PolicyState.IN_FORCE: "done"}
ASK = {
    Ask.MONTHS_LEFT: _("số tháng còn lại đến tuổi nghỉ hưu"),
    Ask.SERVICE: _("số tháng đã công tác"),
    Ask.RATED: _("mức xếp loại năm gần nhất"),
    Ask.TITLES: _("chức danh đang giữ"),
    Ask.STAFF_KINDS: _("nhóm cán bộ, công chức, viên chức"),
    Ask.REARRANGED: _("chịu tác động của sắp xếp"),
    Ask.SURPLUS: _("dôi dư do sắp xếp, hoặc mức xếp loại năm gần nhất"),
    Ask.TALENT: _("diện thu hút người có tài năng"),
    Ask.NEEDED_FIELD: _("ngành thuộc danh mục nhu cầu năm"),
    Ask.COMMITTED: _("số tháng cam kết phục vụ"),
}
FORMULA = {
    Formula.FIXED: _("số tiền cố định"),
    Formula.BASE_SALARIES: _("số lần mức lương cơ sở, hằng tháng"),
    Formula.MINIMUM_WAGES: _("số lần lương tối thiểu vùng, hằng tháng"),
    Formula.PAY_MONTHS: _("số tháng lương"),
    Formula.PAY_BY_MONTHS: _("lương × hệ số × số tháng"),
    Formula.PAY_BY_EARLY_YEARS: _("số tháng lương cho mỗi năm nghỉ sớm"),
    Formula.PAY_BY_INSURED_YEARS: _("số tháng lương cho mỗi năm đóng bảo hiểm"),
    Formula.PAY_FOR_INSURANCE: _("trợ cấp theo thời gian đóng bảo hiểm"),
    Formula.BY_KIND: _("bảng mức theo diện thu hút"),
    Formula.WAGES_BY_KIND: _("số lần lương tối thiểu vùng theo diện thu hút, hằng tháng"),
    Formula.SHARE_BY_RATING: _("tỷ lệ của tháng lương theo xếp loại, hằng tháng"),
    Formula.LEADERSHIP: _("hệ số phụ cấp của chức danh × lương cơ sở, hằng tháng"),
}
COUNTED = {
    Counted.EARLY: _("số tháng nghỉ sớm"),
    Counted.INSURED: _("số tháng đóng bảo hiểm"),
}
KIND = {
    Kind.GRADUATE: _("sinh viên tốt nghiệp xuất sắc"),
    Kind.MASTER: _("thạc sĩ"),
    Kind.RESIDENT: _("bác sĩ nội trú"),
    Kind.DOCTOR: _("tiến sĩ"),
    Kind.ASSOCIATE: _("phó giáo sư"),
    Kind.PROFESSOR: _("giáo sư"),
}
CHECK_STATE = {
    CheckState.MET: _("đạt"),
    CheckState.NOT_MET: _("chưa đạt"),
    CheckState.UNKNOWN: _("chưa có dữ liệu"),
}
CHECK_TONES = {CheckState.MET: "done", CheckState.NOT_MET: "act", CheckState.UNKNOWN: "act"}
CASE_STATE = {
    CaseState.FOUND: _("hệ thống tìm thấy"),
    CaseState.PREPARED: _("đang lập hồ sơ"),
    CaseState.SUBMITTED: _("đã trình"),
    CaseState.APPROVED: _("đã duyệt"),
    CaseState.PAID: _("đã chi"),
    CaseState.REFUSED: _("không được hưởng"),
    CaseState.WITHDRAWN: _("đã rút"),
}
CASE_TONES = {
    CaseState.FOUND: "act",
    CaseState.PREPARED: "fine",
    CaseState.SUBMITTED: "wait",
    CaseState.APPROVED: "done",
    CaseState.PAID: "done",
}
REARRANGEMENT_KIND = {
    RearrangementKind.VILLAGE: _("sắp xếp thôn, tổ dân phố"),
    RearrangementKind.COMMUNE: _("sắp xếp đơn vị hành chính"),
    RearrangementKind.BODY: _("sắp xếp cơ quan, đơn vị"),
}
PAYMENT_STATE = {
    PaymentState.DRAFT: _("đang lập"),
    PaymentState.APPROVED: _("đã duyệt chi"),
}
PAYMENT_TONES = {PaymentState.DRAFT: "wait", PaymentState.APPROVED: "done"}
PART = {Part.ONCE: _("một lần"), Part.MONTH: _("hằng tháng")}
ANSWERED, WAITING, NONE = "policy", "waiting", "none"
ANSWER = {
    ANSWERED: _("đã có chế độ"),
    NONE: _("không có chế độ, có lý do"),
    WAITING: _("chưa có câu trả lời"),
}
ANSWER_TONES = {ANSWERED: "done", NONE: "wait", WAITING: "act"}
SURE = {
    "READ": _("theo văn bản, thay được bằng phiên bản của địa phương"),
    "SEEN": _("theo trích dẫn văn bản, thay được"),
    "LOCAL": _("địa phương nhập"),
}
DEFAULT = _("mặc định, thay được")

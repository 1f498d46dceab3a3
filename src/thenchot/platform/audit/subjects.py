"""What each kind of thing is called that an event or a look is about. Rooms above tell it by the
name of their model; here every model gets its words, and a test finds the one that has none.

A thing is told by its words and its number, not by its name: whoever reads the trail need not be
allowed to read the thing.
"""

import re

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.text import fold

SUBJECTS = {
    "insight.figure": _("số liệu của một chỉ số tại một ngày"),
    "rating.round": _("đợt xếp loại năm"),
    "rating.rating": _("xếp loại năm của một người"),
    "rating.organisationrating": _("xếp loại năm của một cơ quan, đơn vị"),
    "rating.organisationdecision": _("quyết định xếp loại của một cơ quan, đơn vị"),
    "rating.sending": _("lần gửi kết quả xếp loại"),
    "rating.complaint": _("kiến nghị về kết quả xếp loại"),
    "rating.ratingdecision": _("quyết định xếp loại của một người"),
    "rating.ratingreopening": _("lần mở lại kết quả xếp loại"),
    "rating.roundreopening": _("lần mở lại đợt xếp loại"),
    "rating.absence": _("thời gian không làm việc trong năm"),
    "rating.externalmonthscore": _("tháng được chấm ở nơi khác"),
    "rating.violationtreatment": _("cách tính một hành vi bị kỷ luật"),
    "rating.meeting": _("biên bản họp xếp loại"),
    "rating.vote": _("ý kiến biểu quyết"),
    "rating.opinion": _("ý kiến của cấp ủy"),
    "rating.quarterrating": _("xếp loại quý theo quy định của Đảng"),
    "rating.replacementreview": _("xem xét thay thế cán bộ"),
    "feedback.criteriaset": _("bộ tiêu chí đánh giá theo chức danh"),
    "feedback.criterion": _("tiêu chí của bộ"),
    "feedback.feedbackround": _("đợt lấy ý kiến nhiều chiều"),
    "feedback.reviewee": _("người được lấy ý kiến trong đợt"),
    "feedback.feedbackresult": _("kết quả của một chiều về một người"),
    "feedback.invitation": _("lượt góp ý"),
    "feedback.answer": _("câu trả lời không ghi tên"),
    "feedback.signedview": _("ý kiến có ghi tên"),
    "scoring.objection": _("kiến nghị về điểm của tháng, quý"),
    "scoring.reopening": _("mở lại kỳ đã chốt"),
    "worklog.assessment": _("phiếu theo dõi, đánh giá"),
    "worklog.fieldvisit": _("buổi đi cơ sở"),
    "worklog.hardtask": _("việc khó"),
    "worklog.opinionrequest": _("xin ý kiến nhanh"),
    "worklog.work": _("việc trong kỳ"),
    "worklog.cause": _("nguyên nhân khách quan"),
    "worklog.fault": _("lỗi của sản phẩm"),
    "worklog.planline": _("việc trong kế hoạch cá nhân"),
    "worklog.planreview": _("lần kiểm tra định kỳ kế hoạch cá nhân"),
    "worklog.sourcemapping": _("cách đọc danh sách của một nguồn"),
    "worklog.template": _("mẫu giao việc"),
    "worklog.templateline": _("dòng của mẫu giao việc"),
    "worklog.weekcount": _("kiểm đếm công việc tuần"),
    "catalogue.catalogue": _("danh mục sản phẩm, công việc"),
    "catalogue.product": _("sản phẩm của danh mục"),
    "catalogue.productproposal": _("đề xuất bổ sung danh mục"),
    "catalogue.ratioestimate": _("ý kiến quy đổi của đồng nghiệp"),
    "programmes.draft": _("văn bản đang đối chiếu"),
    "programmes.programme": _("chương trình, kế hoạch"),
    "programmes.clause": _("mục của chương trình"),
    "programmes.target": _("chỉ tiêu"),
    "programmes.targetreading": _("số liệu của chỉ tiêu tại một ngày"),
    "programmes.reportduty": _("chế độ báo cáo"),
    "programmes.task": _("nhiệm vụ"),
    "programmes.taskinprogramme": _("nhiệm vụ phục vụ thêm một chương trình"),
    "programmes.assignment": _("phân công chủ trì, phối hợp"),
    "programmes.instance": _("kỳ của nhiệm vụ định kỳ"),
    "programmes.progress": _("báo tiến độ"),
    "programmes.extension": _("gia hạn"),
    "programmes.amendment": _("điều chỉnh nhiệm vụ"),
    "programmes.difficulty": _("vướng mắc, kiến nghị"),
    "programmes.dependency": _("phải chờ nhiệm vụ khác"),
    "programmes.approval": _("thông qua, phê duyệt kết quả"),
    "programmes.deskstay": _("thời gian nằm tại một bàn"),
    "standards.standardset": _("bộ tiêu chuẩn"),
    "standards.requirement": _("yêu cầu của bộ tiêu chuẩn"),
    "standards.exemption": _("miễn một yêu cầu của bộ tiêu chuẩn"),
    "standards.sweep": _("một lần tính cho toàn bộ"),
    "standards.verdict": _("kết quả của một người đối với một bộ tiêu chuẩn"),
    "standards.shortfall": _("tiêu chuẩn còn thiếu của một người"),
    "standards.tally": _("số người đạt, thiếu chuẩn"),
    "standards.foreseen": _("người sẽ thiếu chuẩn"),
    "documents.directive": _("văn bản"),
    "documents.directivelink": _("căn cứ, liên quan giữa các văn bản"),
    "people.person": _("hồ sơ cán bộ"),
    "people.particulars": _("các mục của sơ yếu lý lịch"),
    "people.formervalue": _("giá trị trước đây của một mục"),
    "people.confirmation": _("xác nhận hồ sơ hằng năm"),
    "people.pledge": _("cam kết rèn luyện, nêu gương"),
    "people.scan": _("bản chụp tài liệu hồ sơ"),
    "people.proposal": _("đề nghị thay đổi hồ sơ"),
    "people.datarequest": _("yêu cầu về dữ liệu"),
    "people.breach": _("sự cố dữ liệu cá nhân"),
    "people.noticeread": _("đã đọc thông báo xử lý dữ liệu"),
    "people.columnmapping": _("cách hiểu các cột của tệp"),
    "people.importcheck": _("lần đọc thử một danh sách"),
    "people.presence": _("người công tác tại địa phương"),
    "people.qualification": _("văn bằng, chứng chỉ, khóa bồi dưỡng"),
    "people.careerentry": _("quá trình công tác"),
    "people.salarystep": _("diễn biến lương"),
    "people.allowance": _("phụ cấp"),
    "people.reward": _("khen thưởng"),
    "people.discipline": _("kỷ luật"),
    "people.relative": _("quan hệ gia đình"),
    "people.background": _("đặc điểm lịch sử bản thân"),
    "people.appointment": _("vị trí công tác"),
    "people.seating": _("người giữ chỗ trong tập thể"),
    "organisation.unit": _("đơn vị"),
    "organisation.unitversion": _("tên và vị trí trước đây của đơn vị"),
    "organisation.alias": _("tên gọi của đơn vị trong văn bản"),
    "organisation.unitlink": _("đơn vị kế tiếp"),
    "organisation.title": _("chức danh"),
    "organisation.positionscheme": _("đề án vị trí việc làm"),
    "organisation.jobposition": _("vị trí việc làm"),
    "organisation.term": _("nhiệm kỳ"),
    "organisation.committee": _("tập thể lãnh đạo"),
    "organisation.seat": _("chỗ trong tập thể"),
    "organisation.duty": _("chức năng, nhiệm vụ của đơn vị"),
    "organisation.dutyholder": _("đơn vị giữ chức năng"),
    "organisation.place": _("xã, phường theo danh mục"),
    "organisation.quota": _("biên chế được giao"),
    "organisation.titlelimit": _("số lượng theo chức danh"),
    "organisation.headcount": _("số liệu đội ngũ"),
    "registers.columnchoice": _("cột được chọn của một danh sách"),
    "policies.localvalue": _("chính sách của địa phương"),
    "alerts.alert": _("cảnh báo"),
    "alerts.notice": _("nhắc việc"),
    "backup.backup": _("bản sao lưu"),
    "jobs.job": _("việc chạy nền"),
    "jobs.turn": _("lần chạy của một lịch"),
    "files.storedfile": _("tệp lưu giữ"),
    "admission.slip": _("phiếu mở tài khoản"),
    "audit.event": _("sự kiện trong nhật ký"),
    "audit.read": _("lượt xem dữ liệu cá nhân"),
    "scope.grant": _("vai trò được giao"),
    "accounts.account": _("tài khoản"),
    "keys.ring": _("vòng khóa"),
}
CODE = re.compile(r"[a-z_]+\.[a-z]+(:\S*)?")  # "people.person:12", or only "people.person"


def called(kind: str, pk: str) -> str:
    """ "people.person", "12" -> hồ sơ cán bộ số 12."""
    if kind not in SUBJECTS:
        return f"{kind}:{pk}" if pk else kind
    what = str(SUBJECTS[kind])
    return gettext("%(what)s số %(number)s") % {"what": what, "number": pk} if pk else what


def is_code(text: str) -> bool:
    return CODE.fullmatch(text) is not None


def meant(text: str) -> tuple[list[str], str]:
    """The kinds of things that somebody means by these words, and the number; the other way round
    of `called`, also for a part of the words.
    """
    *words, last = fold(text).split() or [""]
    if not any(sign.isdigit() for sign in last):
        return [kind for kind, what in SUBJECTS.items() if fold(text) in fold(str(what))], ""
    told = " ".join(words)
    fitting = [kind for kind, what in SUBJECTS.items() if told.startswith(fold(str(what)))]
    return sorted(fitting, key=lambda kind: len(SUBJECTS[kind]))[-1:], text.split()[-1]

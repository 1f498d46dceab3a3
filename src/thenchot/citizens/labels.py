"""What the pages call the states and kinds of the room."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from thenchot.citizens.enums import (
    BatchState,
    Cause,
    Channel,
    Face,
    OutageState,
    Punctual,
    Respondents,
    Status,
)

STATUS: dict[int, Any] = {
    Status.NEW: _("mới đăng ký"),
    Status.RECEIVED: _("được tiếp nhận"),
    Status.NOT_RECEIVED: _("không được tiếp nhận"),
    Status.WORKED_ON: _("đang xử lý"),
    Status.SUPPLEMENT: _("yêu cầu bổ sung"),
    Status.PAYMENT: _("chờ nghĩa vụ tài chính"),
    Status.WITHDRAWN: _("công dân rút"),
    Status.STOPPED: _("dừng xử lý"),
    Status.FINISHED: _("đã xử lý xong"),
    Status.RETURNED: _("đã trả kết quả"),
}
CHANNEL: dict[int, Any] = {
    Channel.DIRECT: _("trực tiếp"),
    Channel.ONLINE: _("trực tuyến"),
    Channel.POST: _("bưu chính"),
}
RESPONDENTS: dict[str, Any] = {
    Respondents.CITIZEN: _("người dân"),
    Respondents.BUSINESS: _("doanh nghiệp"),
    Respondents.AGENCY: _("cơ quan"),
    Respondents.OTHER: _("khác"),
}
PUNCTUAL: dict[str, Any] = {
    Punctual.ON_TIME: _("đúng hạn"),
    Punctual.LATE: _("trễ hạn"),
    Punctual.EXCUSED: _("trễ do sự cố đã xác nhận"),
    Punctual.RUNNING: _("còn hạn"),
    Punctual.UNKNOWN: _("không đủ ngày để tính"),
}
PUNCTUAL_TONES: dict[str, Any] = {
    Punctual.ON_TIME: "done",
    Punctual.LATE: "act",
    Punctual.EXCUSED: "wait",
    Punctual.RUNNING: "fine",
}
BATCH_STATE: dict[str, Any] = {
    BatchState.WAITING: _("đang nhập"),
    BatchState.DONE: _("đã nhập"),
    BatchState.FAILED: _("không nhập được"),
}
BATCH_TONES: dict[str, Any] = {
    BatchState.WAITING: "wait",
    BatchState.DONE: "done",
    BatchState.FAILED: "act",
}
OUTAGE_STATE: dict[str, Any] = {
    OutageState.REPORTED: _("chờ xác nhận"),
    OutageState.CONFIRMED: _("đã xác nhận"),
    OutageState.REFUSED: _("không xác nhận"),
}
OUTAGE_TONES: dict[str, Any] = {
    OutageState.REPORTED: "wait",
    OutageState.CONFIRMED: "done",
    OutageState.REFUSED: "",
}
CAUSE: dict[str, Any] = {
    Cause.OUTAGE: _("sự cố hệ thống, đường truyền"),
    Cause.OTHER_BODY: _("chờ cơ quan phối hợp"),
    Cause.VOLUME: _("hồ sơ tăng đột biến"),
    Cause.COMPLEX: _("hồ sơ phức tạp, phải xác minh thêm"),
    Cause.STAFF: _("khâu xử lý chậm"),
}
FACE: dict[int, Any] = {
    Face.VERY_PLEASED: _("rất hài lòng"),
    Face.PLEASED: _("hài lòng"),
    Face.DISPLEASED: _("chưa hài lòng"),
    Face.VERY_DISPLEASED: _("rất không hài lòng"),
}

"""What a recorded fact is called, and what it says: for whoever reads the trail in a language and
not in code. A test finds the fact that has no word.
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

FACTS = {
    "absence": _("lần nghỉ"),
    "account": _("tài khoản"),
    "action": _("việc làm với dòng"),
    "added": _("thêm"),
    "address": _("địa chỉ máy"),
    "after": _("sau"),
    "answer": _("trả lời"),
    "answers": _("số trả lời"),
    "appointments": _("vị trí công tác"),
    "approver": _("nơi phê duyệt"),
    "area_km2": _("diện tích (km²)"),
    "as_self": _("theo điểm tự chấm"),
    "band": _("mức"),
    "basis": _("căn cứ"),
    "before": _("trước"),
    "bloc": _("khối"),
    "called": _("tên"),
    "caps": _("giới hạn tỷ lệ"),
    "catalogue": _("danh mục"),
    "cause": _("nguyên nhân"),
    "changed": _("đã sửa"),
    "classes": _("số lớp"),
    "clause": _("điều, khoản"),
    "closed_on": _("ngày đóng"),
    "closes_on": _("ngày kết thúc"),
    "code": _("mã"),
    "codes": _("các mã"),
    "columns": _("các cột"),
    "complaint": _("kiến nghị"),
    "converted": _("đã quy đổi"),
    "count": _("số lượng"),
    "created": _("mới"),
    "criteria": _("số tiêu chí"),
    "cut_off": _("ngày chốt danh sách"),
    "decision": _("quyết định"),
    "desk": _("nơi phải trả lời"),
    "destroyed": _("đã hủy"),
    "directive": _("văn bản"),
    "discipline": _("kỷ luật"),
    "done": _("hoàn thành"),
    "done_on": _("ngày xong"),
    "dropped": _("đã bỏ"),
    "due_day": _("ngày trong tháng"),
    "due_on": _("hạn"),
    "duty": _("chức năng, nhiệm vụ"),
    "ended": _("đã kết thúc"),
    "ends_on": _("ngày cuối"),
    "excess_basis": _("căn cứ vượt"),
    "excused": _("được loại trừ"),
    "factor": _("hệ số"),
    "field": _("mục"),
    "fields": _("các mục"),
    "file": _("tệp"),
    "filters": _("bộ lọc"),
    "finished": _("số việc xong"),
    "first_year": _("từ năm"),
    "form": _("hình thức"),
    "former": _("dòng cũ"),
    "found_at": _("nơi thấy"),
    "gone": _("bỏ"),
    "grant": _("vai trò được giao"),
    "grants": _("các vai trò"),
    "ground": _("căn cứ"),
    "group": _("nhóm"),
    "handling": _("xử lý"),
    "happened_on": _("ngày xảy ra"),
    "held_for": _("để khuyết cho"),
    "hours": _("số giờ"),
    "is_accepted": _("được chấp nhận"),
    "is_answered": _("đã trả lời"),
    "is_confirmed": _("đã xác nhận"),
    "is_handled": _("đã xử lý"),
    "is_head": _("đứng đầu"),
    "is_key": _("trọng tâm"),
    "is_outstanding": _("tổ chức xuất sắc"),
    "is_practice": _("tập dượt"),
    "is_primary": _("vị trí chính"),
    "is_responsible": _("chịu trách nhiệm"),
    "is_scored": _("được chấm điểm"),
    "is_upheld": _("chấp nhận kiến nghị"),
    "issued_on": _("ngày ban hành"),
    "kept": _("giữ lại"),
    "key": _("khóa"),
    "kind": _("loại"),
    "kinds": _("số loại"),
    "last_year": _("đến năm"),
    "level": _("mức"),
    "line": _("đối tượng"),
    "lines": _("số dòng"),
    "lost": _("đã mất"),
    "managers": _("người quản lý"),
    "month": _("tháng"),
    "months": _("các tháng"),
    "name": _("tên"),
    "nature": _("tính chất"),
    "needs": _("việc phải xong trước"),
    "new": _("mới"),
    "next_on": _("kỳ sau"),
    "note": _("ghi chú"),
    "notified_at": _("thông báo lúc"),
    "number": _("số"),
    "old": _("cũ"),
    "on": _("ngày"),
    "on_paper": _("theo bản giấy"),
    "opens_on": _("ngày bắt đầu"),
    "opinion": _("ý kiến"),
    "origin": _("nguồn giao"),
    "part": _("phần việc"),
    "parts": _("số phần"),
    "people": _("số người"),
    "percent": _("phần trăm"),
    "period": _("kỳ"),
    "periods": _("các kỳ"),
    "person": _("người"),
    "piece": _("phần"),
    "placed": _("đã xếp"),
    "plan": _("kế hoạch"),
    "policy": _("dấu của bộ giá trị"),
    "population": _("dân số"),
    "position": _("vị trí việc làm"),
    "post": _("chức danh"),
    "present": _("có mặt"),
    "previous": _("trước đó"),
    "product": _("sản phẩm"),
    "programme": _("chương trình"),
    "proposal": _("đề xuất"),
    "proposed": _("đề nghị"),
    "quantity": _("số lượng"),
    "ratio": _("tỷ lệ quy đổi"),
    "reason": _("lý do"),
    "reference": _("số ký hiệu"),
    "released": _("đã mở"),
    "replaces": _("thay cho"),
    "requirement": _("yêu cầu"),
    "requirements": _("số yêu cầu"),
    "responsible": _("người chịu trách nhiệm"),
    "result": _("kết quả"),
    "review_on": _("ngày xem lại"),
    "role": _("vai trò"),
    "round": _("đợt"),
    "row": _("dòng"),
    "rule": _("loại cảnh báo"),
    "rules": _("theo quy định"),
    "said": _("đã nói"),
    "said_on": _("ngày của việc"),
    "seat": _("chỗ"),
    "seats": _("số chỗ"),
    "second_factor": _("xác thực hai lớp"),
    "section": _("phần hồ sơ"),
    "sent_on": _("ngày gửi"),
    "set": _("bộ"),
    "sha256": _("dấu của tệp"),
    "sheet": _("phiếu"),
    "side": _("phía"),
    "size": _("dung lượng"),
    "solved_by": _("người giải quyết"),
    "source": _("nguồn"),
    "staff_kind": _("loại cán bộ"),
    "stage": _("bước"),
    "starts_on": _("ngày đầu"),
    "state": _("trạng thái"),
    "step": _("bước"),
    "subject_kind": _("đối tượng"),
    "subjects": _("số chuyên đề"),
    "taken": _("đã lấy đi"),
    "tasks": _("số nhiệm vụ"),
    "template": _("mẫu giao việc"),
    "term": _("nhiệm kỳ"),
    "text": _("nội dung"),
    "times": _("số lần"),
    "title": _("chức danh"),
    "to": _("tới"),
    "topic": _("chuyên đề"),
    "total": _("tổng"),
    "training_class": _("lớp"),
    "unchanged": _("không đổi"),
    "undecided": _("chưa quyết định"),
    "unit": _("đơn vị"),
    "units": _("các đơn vị"),
    "unmatched": _("chưa có chuyên đề"),
    "updated": _("đã sửa"),
    "used": _("đã dùng"),
    "username": _("tên đăng nhập"),
    "valid_from": _("từ ngày"),
    "valid_to": _("đến ngày"),
    "value": _("giá trị"),
    "verdict": _("kết luận"),
    "version": _("bản"),
    "wants_digest": _("nhận thư báo việc"),
    "way": _("cách thức"),
    "what": _("bản xuất"),
    "withheld": _("được giữ kín"),
    "work": _("công việc"),
    "year": _("năm"),
}
_codes: dict[str, Any] = {}
NOTHING = (None, "", "None", [], {})


def register_codes(words: Mapping[str, Any]) -> None:
    """Words of codes that are no choice of a field, as those of indicators."""
    _codes.update(words)


def said(subject_type: str, facts: dict[str, Any]) -> list[tuple[str, str]]:
    """(word, value) of every fact that says something, in the order they were written."""
    return [
        (str(FACTS.get(name, name)), value_of(subject_type, name, value))
        for name, value in facts.items()
        if value not in NOTHING
    ]


def value_of(subject_type: str, name: str, value: Any) -> str:
    """Words of codes, days as they are written here; of rows and digests only how many."""
    if isinstance(value, bool) or value in ("True", "False"):
        return gettext("có") if value in (True, "True") else gettext("không")
    if isinstance(value, dict) or (isinstance(value, list) and any(map(_is_row, value))):
        return gettext("%(n)s mục") % {"n": len(value)}
    if isinstance(value, list):
        return ", ".join(value_of(subject_type, name, one) for one in value)
    return _word_of(subject_type, name, str(value)) or _day_of(str(value)) or str(value)


def _is_row(value: Any) -> bool:
    return isinstance(value, dict | list)


def _day_of(text: str) -> str:
    try:
        if len(text) == len("2026-01-31"):
            return f"{date.fromisoformat(text):%d/%m/%Y}"
        return f"{datetime.fromisoformat(text):%H:%M %d/%m/%Y}" if "T" in text else ""
    except ValueError:
        return ""


def _word_of(subject_type: str, name: str, code: str) -> str:
    """As the field of this name says it: of the thing itself, else of any other."""
    words = _choices().get((subject_type, name), {}).get(code)
    return str(words or _choices().get(("", name), {}).get(code) or _codes.get(code, ""))


@cache
def _choices() -> dict[tuple[str, str], dict[str, Any]]:
    """(model, field) -> words by code; ("", field): of every model that has such a field."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for model in apps.get_models():
        for field in model._meta.fields:
            words = {str(code): word for code, word in field.flatchoices}
            if words:
                found[model._meta.label_lower, field.name] = words
                found["", field.name] = words | found.get(("", field.name), {})
    return found

"""What may stand in an export of the one-stop system, under which headers, and how its cells read.
No official file is published: the headers are those that two programs use; a place maps its own
once. Pure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from thenchot.citizens.enums import Channel, Respondents, Status
from thenchot.kernel.text import fold

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
HEADER_ROWS = 20
END_OF_DAY = time(23, 59, 59)


@dataclass(frozen=True)
class Field:
    title: str
    names: tuple[str, ...] = ()
    is_required: bool = False


FIELDS: dict[str, Field] = {
    "code": Field("Mã hồ sơ", ("MaHoSo", "Số hồ sơ", "Mã số hồ sơ", "Số biên nhận"), True),
    "procedure_code": Field("Mã thủ tục", ("MaTTHC", "Mã TTHC")),
    "procedure": Field("Thủ tục", ("TenTTHC", "Tên thủ tục", "Tên nội dung", "Tên TTHC"), True),
    "field": Field("Lĩnh vực", ("TenLinhVuc", "Tên lĩnh vực")),
    "channel": Field("Kênh tiếp nhận", ("KenhThucHien", "Hình thức nộp", "Kênh")),
    "applicant": Field("Chủ hồ sơ", ("ChuHoSo", "Người nộp", "Tên chủ hồ sơ")),
    "identity": Field("Số định danh chủ hồ sơ", ("SoCCCD", "CCCD", "Số CCCD", "Mã số thuế")),
    "group": Field("Loại đối tượng", ("LoaiDoiTuong", "Đối tượng")),
    "received_at": Field("Ngày tiếp nhận", ("NgayTiepNhan", "Ngày nhận"), True),
    "due_at": Field("Ngày hẹn trả", ("NgayHenTra", "Hạn trả", "Hạn xử lý")),
    "asked_at": Field("Ngày yêu cầu bổ sung", ("NgayYeuCauBoSung",)),
    "back_at": Field("Ngày đã bổ sung", ("NgayBoSung", "Ngày nộp bổ sung")),
    "asked_times": Field("Số lần yêu cầu bổ sung", ("SoLanBoSung", "Số lần bổ sung")),
    "finished_at": Field("Ngày xử lý xong", ("NgayKetThucXuLy", "Ngày kết thúc xử lý")),
    "returned_at": Field("Ngày trả", ("NgayTra", "Ngày trả kết quả")),
    "stopped_at": Field("Ngày từ chối, dừng, rút", ("NgayTuChoi", "Ngày từ chối", "Ngày dừng")),
    "unit": Field("Đơn vị xử lý", ("DonViXuLy", "Phòng xử lý")),
    "handler": Field("Người xử lý", ("NguoiXuLy", "Cán bộ xử lý")),
    "status": Field("Trạng thái", ("TrangThaiHoSo", "Trạng thái hồ sơ"), True),
    "most_days": Field("Thời hạn giải quyết", ("ThoiHanGiaiQuyet", "Thời gian giải quyết")),
    "days_kind": Field("Đơn vị thời gian", ("DonViThoiGian",)),
    "late_reason": Field("Lý do trễ hẹn", ("LyDoTreHen",)),
}
MOMENTS = (
    "received_at",
    "due_at",
    "asked_at",
    "back_at",
    "finished_at",
    "returned_at",
    "stopped_at",
)
REQUIRED = tuple(key for key, field in FIELDS.items() if field.is_required)
_STATUS_WORDS = {
    "moi dang ky": Status.NEW,
    "duoc tiep nhan": Status.RECEIVED,
    "khong duoc tiep nhan": Status.NOT_RECEIVED,
    "dang xu ly": Status.WORKED_ON,
    "yeu cau bo sung": Status.SUPPLEMENT,
    "nghia vu tai chinh": Status.PAYMENT,
    "cong dan rut": Status.WITHDRAWN,
    "dung xu ly": Status.STOPPED,
    "da xu ly xong": Status.FINISHED,
    "da tra": Status.RETURNED,
    "da tra ket qua": Status.RETURNED,
}
_CHANNEL_WORDS = {
    "truc tiep": Channel.DIRECT,
    "truc tuyen": Channel.ONLINE,
    "buu chinh": Channel.POST,
}
_GROUP_WORDS = {
    "cong dan": Respondents.CITIZEN,
    "ca nhan": Respondents.CITIZEN,
    "nguoi dan": Respondents.CITIZEN,
    "doanh nghiep": Respondents.BUSINESS,
    "to chuc": Respondents.AGENCY,
    "co quan": Respondents.AGENCY,
    "khac": Respondents.OTHER,
}
_GROUPS = tuple(Respondents)


class Unread(ValueError):
    """Why a cell does not read, in words."""


def header_key(text: Any) -> str:
    return "".join(one for one in fold(str(text or "")) if one.isalnum())


def find_header(rows: Sequence[Sequence[Any]], wanted: Mapping[str, str]) -> int:
    """The row, from 0, in which most headers stand that are known or were mapped before."""
    known = {header_key(name) for name in wanted.values()} | _known()
    scores = [sum(header_key(cell) in known for cell in row) for row in rows[:HEADER_ROWS]]
    return scores.index(max(scores)) if scores else 0


@lru_cache
def _known() -> frozenset[str]:
    names = ((field.title, *field.names) for field in FIELDS.values())
    return frozenset(header_key(name) for group in names for name in group)


def guess(headers: Iterable[Any], remembered: Mapping[str, str]) -> dict[str, str]:
    """Field -> header: as mapped before where that header stands, else by its known names."""
    there = {header_key(header): str(header) for header in headers if header_key(header)}
    found: dict[str, str] = {}
    for key, field in FIELDS.items():
        names = (remembered.get(key, ""), field.title, *field.names)
        fits = [header_key(name) for name in names if header_key(name) in there]
        if fits and there[fits[0]] not in found.values():
            found[key] = there[fits[0]]
    return found


def places_of(headers: Sequence[Any], mapping: Mapping[str, str]) -> dict[str, int]:
    """Field -> column, from 0."""
    at = {header_key(header): place for place, header in enumerate(headers)}
    found = ((key, at.get(header_key(name))) for key, name in mapping.items() if key in FIELDS)
    return {key: place for key, place in found if place is not None}


@lru_cache(maxsize=200_000)
def read_moment(value: Any, at_end: bool = False) -> datetime | None:
    """yyyyMMddHHmmss, dd/mm/yyyy with or without a time, yyyy-mm-dd …, or a date of Excel. A day
    without a time is its beginning, or with `at_end` its end.
    """
    if value in (None, ""):
        return None
    if isinstance(value, datetime):
        plain = value.replace(tzinfo=None)
    elif isinstance(value, date):
        plain = datetime.combine(value, time())
    else:
        plain = _written(str(value).strip())
    if at_end and plain.time() == time():
        plain = datetime.combine(plain.date(), END_OF_DAY)
    return plain.replace(tzinfo=LOCAL)


def _written(text: str) -> datetime:
    bare = text.removesuffix(".0")
    try:
        if bare.isdigit() and len(bare) in (8, 12, 14):
            padded = bare.ljust(14, "0")
            return datetime.strptime(padded, "%Y%m%d%H%M%S")
        if text[:4].isdigit() and text[4:5] in ("-", "/"):
            return datetime.fromisoformat(text.replace("/", "-")).replace(tzinfo=None)
        day, _gap, clock = text.replace("-", "/").replace(".", "/").partition(" ")
        number, month, year = map(int, day.split("/"))
        hours = [int(part) for part in clock.split(":")] if clock.strip() else []
        hour, minute, second = (*hours, 0, 0, 0)[:3]
        return datetime(year, month, number, hour, minute, second)
    except ValueError:
        raise Unread(f"“{text[:40]}” không phải ngày: viết dd/mm/yyyy, có thể thêm giờ.") from None


@lru_cache(maxsize=1000)
def read_status(value: Any) -> Status:
    return Status(_coded(value, _STATUS_WORDS, range(1, 11), "Trạng thái từ 1 đến 10"))


@lru_cache(maxsize=1000)
def read_channel(value: Any) -> int | None:
    if value in (None, ""):
        return None
    return int(
        _coded(value, _CHANNEL_WORDS, range(1, 4), "Kênh 1 trực tiếp, 2 trực tuyến, 3 bưu chính")
    )


@lru_cache(maxsize=1000)
def read_group(value: Any, from_zero: bool) -> Respondents:
    """`from_zero`: whether the export counts 0, 1, 2 instead of 1, 2, 3, 4."""
    if value in (None, ""):
        return Respondents.CITIZEN
    number = _number(value)
    if number is not None:
        at = number if from_zero else number - 1
        if 0 <= at < len(_GROUPS):
            return _GROUPS[at]
        raise Unread(f"“{value}” không phải loại đối tượng.")
    return Respondents(
        _coded(value, _GROUP_WORDS, (), "Đối tượng: công dân, doanh nghiệp, cơ quan")
    )


def read_count(value: Any) -> int | None:
    if value in (None, ""):
        return None
    number = _number(str(value).split()[0])
    if number is None or not 0 <= number <= 3650:
        raise Unread(f"“{str(value)[:40]}” không phải số ngày, số lần.")
    return number


def is_working(value: Any) -> bool:
    """Whether the longest time is in working days; so unless the cell says otherwise."""
    return not value or "lam viec" in fold(str(value))


def _number(value: Any) -> int | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return int(number) if number.is_integer() else None


def _coded(value: Any, words: Mapping[str, Any], numbers: Iterable[int], told: str) -> Any:
    number = _number(value)
    if number is not None and number in numbers:
        return number
    found = words.get(" ".join(fold(str(value)).split()))
    if found is None:
        raise Unread(f"“{str(value)[:40]}”: {told}.")
    return found

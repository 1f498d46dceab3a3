"""Phrases without a day: ongoing work, and work that waits for an outside event."""

import re

from thenchot.kernel.deadlines.model import Deadline

_ONGOING = re.compile(
    r"\b(?:thuong\s+xuyen|lien\s+tuc|(?:trong\s+)?(?:suot|ca)\s+(?:nhiem\s+ky|giai\s+doan|qua\s+trinh|thoi\s+gian|nam)|"
    r"toan\s+khoa|ca\s+khoa|lau\s+dai|duy\s+tri|h[ao]ng\s+gio|nhiem\s+ky|cac\s+nam\s+tiep\s+theo)\b"
)
_EVENT = (
    r"(?:ngay\s+)?sau\s+(?:khi|ngay|thoi\s+diem)\b|ngay\s+sau\b|ngay\s+khi\b|tu\s+khi\b|(?:ke\s+)?tu\s+ngay\s+(?:[a-z]+)|"
    r"^\W*(?:ngay\s+)?khi\s+[a-z]|"
    r"khi\s+(?:co|can|phat\s+sinh|duoc|hoan\s+thanh|trung\s+uong|cap|thanh\s+pho|tinh|xay\s+ra)\b|(?:neu|truong\s+hop)\s+co\b|"
    r"theo\s+(?:su\s+)?(?:chi\s+dao|ke\s+hoach|huong\s+dan|yeu\s+cau|tien\s+do|lo\s+trinh|quy\s+dinh|lich|thoi\s+(?:gian|han|diem)|chuong\s+trinh|dinh\s+huong|"
    r"quyet\s+dinh|thong\s+bao|van\s+ban|phan\s+cong|de\s+an|nhiem\s+vu|tinh\s+hinh|ket\s+qua"
    r"|de\s+xuat|de\s+nghi|thuc\s+te|nhu\s+cau|luat|dot|phan\s+ky|mua\s+vu|ket\s+luan"
    r"|nghi\s+quyet|chi\s+thi|cong\s+van|khung)\b|"
    r"truoc\s+(?:ky|mua|khi|khai\s+giang|dai\s+hoi|tet|dip|le|nam\s+hoc)\b|(?:trong\s+)?nam\s+hoc\b|dot\s+xuat\b|(?:tai\s+|trong\s+)?(?:cac\s+)?ky\s+hop\b|tuy\s+(?:theo|thuoc|tinh\s+hinh)\b|bao\s+dam\s+tien\s+do\b|can\s+cu\s+(?:vao\s+)?(?:tinh\s+hinh|huong\s+dan|chi\s+dao|ke\s+hoach)\b"
)
EVENT = re.compile(rf"\b(?:{_EVENT})")
_PRECONDITION = re.compile(
    r"(?<!\bthu )\b(?:(?:ngay\s+)?sau\s+(?:khi|ngay)|ngay\s+khi|khi\s+(?:co|duoc|hoan\s+thanh"
    r"|trung\s+uong|cap)"
    r"|theo\s+(?:chi\s+dao|huong\s+dan|ke\s+hoach|yeu\s+cau|tien\s+do|lo\s+trinh))\b"
)
_STOP = re.compile(
    r"[;.,]?\s*(?:\b(?:va\s+)?(?:xong\s+truoc|hoan\s+thanh|cham\s+nhat|muon\s+nhat|truoc\s+ngay|thuc\s+hien\s+thuong)|[;()]|$)"
)


def read_ongoing(text: str) -> Deadline | None:
    match = _ONGOING.search(text)
    if not match:
        return None
    sure = match.group().startswith(("thuong", "lien", "trong", "suot"))
    return Deadline(
        "ongoing",
        confidence=0.97 if sure else 0.75,
        explanation_vi="Việc làm thường xuyên, không có ngày kết thúc",
    )


def read_open(text: str, phrase: str) -> Deadline | None:
    """Work that waits for an event; `trigger` holds the words that name it."""
    match = EVENT.search(text)
    if not match:
        return None
    trigger = phrase[match.start() :].strip(" .;,()")
    return Deadline(
        "open",
        trigger=trigger,
        confidence=0.9,
        explanation_vi=f"Chờ sự kiện bên ngoài: {trigger}; chưa có ngày",
    )


def precondition(text: str, phrase: str) -> str | None:
    """The condition said beside a window: "Quý III/2026, sau khi có quyết định giao biên chế"."""
    match = _PRECONDITION.search(text)
    if not match:
        return None
    stop = _STOP.search(text, match.end())
    words = phrase[match.start() : stop.start() if stop else len(phrase)].strip(" .;,()")
    return words if len(words.split()) > 2 else None

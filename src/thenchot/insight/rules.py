"""Which indicator a target speaks of, and where a local target meets a cap of the decree. Pure."""

import re
from dataclasses import dataclass

from thenchot.kernel.text import fold

# Words of a target and the indicator they mean; the first that fits. A person confirms.
_SPOKEN = (
    (r"nu\b.*ban thuong vu|ban thuong vu.*\bnu\b", "standing_women"),
    (r"cap uy vien nu|nu cap uy|\bnu\b.*cap uy", "committee_women"),
    (r"khoa hoc.*(?:chuc danh|bi thu|chu tich)", "key_science"),
    (r"can bo tre.*(?:giu|chuc danh|bi thu|chu tich)", "key_young"),
    (r"can bo tre.*(?:quan ly|sau dai hoc)|tang ty le can bo tre", "managers_young"),
    (r"can bo nu.*quan ly", "managers_women"),
    (r"sau dai hoc.*quan ly", "managers_postgraduate"),
    (r"can bo tre", "committee_young_term"),
    (r"khoa hoc.*cap uy|cap uy.*khoa hoc", "committee_science"),
    (r"vung giao|khoa hoc, cong nghe", "staff_science"),
    (r"(?:lanh dao|quan ly).*dat chuan|dat chuan.*(?:lanh dao|quan ly)", "standards_leaders"),
    (r"dat chuan", "standards_everybody"),
    (r"hoan thanh xuat sac|xep loai xuat sac", "rated_excellent"),
    (r"hoan thanh tot nhiem vu", "rated_good"),
    (r"so hoa.*ho so|ho so.*so hoa", "files_digitised"),
    (r"cam ket", "pledges_signed"),
    (r"(?:dao tao|boi duong|tap huan).*(?:ky nang so|chuyen doi so)", "trained_digital"),
    (r"(?:dao tao|boi duong|tap huan).*(?:tiep (?:cong )?dan|giao tiep)", "trained_service"),
    (r"(?:dao tao|boi duong|tap huan).*ky nang (?:lanh dao|quan ly)", "trained_leadership"),
    (r"(?:dao tao|boi duong|tap huan).*theo nganh, linh vuc", "trained_field"),
    (r"(?:dao tao|boi duong|tap huan).*ly luan chinh tri", "trained_theory"),
    (r"duoc (?:dao tao|boi duong|tap huan)", "trained"),
)


_AMONG = re.compile(r"trong (?:tong )?so .*")


def spoken_of(text: str, part: str = "") -> str:
    """Code of the indicator that the words of a target point to; empty when they point to none.
    `part`: the one of several in the sentence that is meant ("cán bộ nữ").
    """
    folded = fold(text)
    if part:
        among = _AMONG.search(folded)
        found = _pointed_to(f"{fold(part)} {among.group() if among else ''}")
        return found or _pointed_to(folded)
    return _pointed_to(folded)


def _pointed_to(folded: str) -> str:
    return next((code for pattern, code in _SPOKEN if re.search(pattern, folded)), "")


@dataclass(frozen=True)
class Conflict:
    """A local target that the decree does not let anybody reach. `source`: its article."""

    message: str
    source: str


CAP_SOURCE = "Nghị định 335/2025/NĐ-CP, Điều 20.5"


def conflict_with_cap(
    text: str, comparator: str, value: float | None, cap_percent: int, cap_outstanding: int
) -> Conflict | None:
    """A share of "excellent" that goes past the cap (S4-024). The cap counts among those rated
    good, a target usually among all: whatever the base, the target is read at its most lenient, as
    a share of those rated good.
    """
    if value is None or comparator in ("<=", "<") or not re.search(r"xuat sac", fold(text)):
        return None
    strict = comparator == ">"
    if value < cap_percent or (value == cap_percent and not strict and not _counts_everybody(text)):
        return None
    message = (
        f"Chỉ tiêu {value:g}% hoàn thành xuất sắc vướng mức trần: tối đa {cap_percent}% số người "
        f"xếp loại hoàn thành tốt "
        f"({cap_outstanding}% nơi tổ chức xuất sắc được quyết định). Tính trên tổng số người thì "
        f"mức trần còn thấp hơn."
    )
    return Conflict(message, CAP_SOURCE)


def _counts_everybody(text: str) -> bool:
    """ "trong đó 20%" of all, of those good or better: the words never say "of those rated good
    only".
    """
    return "trong so hoan thanh tot" not in fold(text)

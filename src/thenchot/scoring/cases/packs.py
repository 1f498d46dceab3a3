"""The rules of law in force for a case: the shipped packs, and what the case puts over them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from thenchot.policy.kinds import BadValue
from thenchot.policy.merge import Resolved, resolve
from thenchot.policy.packs import BrokenPack, Certainty, Value, load, shipped
from thenchot.policy.parameters import (
    PartyRatingPolicy,
    RatingCapPolicy,
    ScoringPolicy,
    Spec,
    spec_of,
    specs,
)
from thenchot.scoring.cases.place import BadCase, Place
from thenchot.scoring.rules.receipt import Remark
from thenchot.worklog.enums import Regulation

SHIPPED = "vn"
POLICIES = (ScoringPolicy, PartyRatingPolicy, RatingCapPolicy)
ORIGIN = {
    Regulation.QD366: Remark(
        "formula_by_default",
        "Quy định của Đảng không nêu công thức của phần 70 điểm trong các trích đoạn đã đọc: "
        "tính như "
        "Nghị định 335/2025 cho tới khi có văn bản.",
        "QĐ 366-QĐ/TW",
    ),
    Regulation.ND233: Remark(
        "rules_little_known",
        "Chưa đọc được Nghị định 233/2026 (viên chức): tính như Nghị định 335/2025.",
        "NĐ 233/2026",
    ),
}


def policies(packs: Place, on: date) -> Resolved:
    """The shipped packs, always; then each pack of the case in its order: a TOML file, or values by
    key.
    """
    own = [_layer(pack) for pack in packs.items() if pack.value != SHIPPED]
    resolved = resolve([shipped(), *own], on)
    lacking = [
        spec.key
        for policy in POLICIES
        for spec in specs(policy).values()
        if spec.key not in resolved
    ]
    if lacking:
        raise BadCase(
            f"packs: ngày {on:%d/%m/%Y} chưa có giá trị {', '.join(lacking[:3])}; kỳ này có "
            f"trước ngày quy định có hiệu lực?"
        )
    return resolved


def _layer(pack: Place) -> Sequence[Value]:
    if isinstance(pack.value, dict):
        return [
            _inline(Place(value, f"{pack.path}.{name}"), name) for name, value in pack.value.items()
        ]
    path = Path(pack.text())
    if not _is_file(path):
        raise pack.bad(
            f'không có gói “{str(pack.value)[:80]}”; dùng "{SHIPPED}" hoặc đường dẫn tới một '
            f"tệp .toml"
        )
    try:
        return load([path])
    except (BrokenPack, OSError) as error:
        raise pack.bad(f"gói không đọc được: {error}") from error


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that is too long, or no name at all
        return False


def _inline(value: Place, name: str) -> Value:
    spec = _spec(name)
    if spec is None:
        raise value.bad("hệ thống không có tham số này")
    try:
        checked = spec.kind.check(value.value)
    except BadValue as error:
        raise value.bad(str(error)) from error
    return Value(spec.key, checked, "giá trị ghi trong tệp", Certainty.LOCAL, date.min)


def _spec(name: str) -> Spec | None:
    """By its whole key, or without its group: "scoring.band_from", "band_from"; "cap.base" of the
    contract too.
    """
    tail = name.replace("cap.", "cap_")
    for key in (tail, *(f"{group}.{tail}" for group in ("scoring", "rating", "party"))):
        try:
            return spec_of(key)
        except KeyError:
            continue
    return None


def version_of(resolved: Resolved) -> str:
    return f"{SHIPPED}-{resolved.hash[:12]}"

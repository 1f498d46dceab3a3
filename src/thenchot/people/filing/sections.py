"""What the file consists of: scalar items in groups, and tables. Pages, forms, proposals, prints
and exports follow it.

`item` is the number in the résumé of Thông tư 06/2023/TT-BNV; `reads` the permission its content
asks for.
"""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from thenchot.people import access
from thenchot.people.enums import BackgroundKind, QualificationKind
from thenchot.people.models import (
    Allowance,
    Background,
    CareerEntry,
    Discipline,
    Particulars,
    Qualification,
    Relative,
    Reward,
    SalaryStep,
)

CODES = {
    "ethnicity": "ethnicity",
    "religion": "religion",
    "family_origin": "family_origin",
    "general_education": "general_education",
    "home_province_code": "province",
    "mode": "study_mode",
    "language": "language",
    "rank": "rank",
    "relation": "relation",
}


@dataclass(frozen=True)
class Group:
    """Scalar items that are shown and changed together."""

    code: str
    title: Any
    item: str
    reads: str
    fields: tuple[str, ...]
    model: type = Particulars


@dataclass(frozen=True)
class Section:
    """One table. `fixed`: values every row of it has; `codes`: field -> code list; `dated`: its
    rows say from and to.
    """

    code: str
    title: Any
    item: str
    reads: str
    model: type
    fields: tuple[str, ...]
    fixed: dict[str, Any] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    dated: bool = True


GROUPS = (
    Group(
        "identity",
        _("Nhân thân"),
        "2–10",
        access.SEE_PRIVATE,
        (
            "other_names",
            "birth_place",
            "home_place",
            "home_province_code",
            "home_commune_code",
            "ethnicity",
            "religion",
            "phone",
            "residence",
        ),
    ),
    Group(
        "numbers",
        _("Căn cước, bảo hiểm"),
        "8–9",
        access.SEE_SENSITIVE,
        ("identity_issued_on", "insurance_no", "health_card_no"),
    ),
    Group(
        "origin",
        _("Xuất thân, tuyển dụng"),
        "11–18",
        access.SEE_PRIVATE,
        (
            "family_origin",
            "former_job",
            "recruited_on",
            "recruited_by",
            "joined_office_on",
            "enlisted_on",
            "discharged_on",
            "military_rank",
            "policy_group",
            "war_invalid",
            "martyr_family",
        ),
    ),
    Group(
        "party",
        _("Đảng, đoàn thể"),
        "15–16",
        access.SEE_CONDUCT,
        ("party_joined_on", "party_official_on", "party_card_no", "unions", "joined_revolution_on"),
    ),
    Group(
        "education",
        _("Học vấn, danh hiệu"),
        "19–22",
        access.SEE_PRIVATE,
        ("general_education", "academic_title", "state_title", "in_science", "in_religious_area"),
    ),
    Group(
        "work",
        _("Công việc"),
        "24–30",
        access.SEE_PRIVATE,
        ("planned_titles", "main_work", "strengths", "longest_work", "position_allowance", "note"),
    ),
    Group(
        "health",
        _("Sức khỏe"),
        "31",
        access.SEE_SENSITIVE,
        ("health", "height_cm", "weight_kg", "blood_group"),
    ),
    Group("history", _("Lịch sử bản thân"), "34.1", access.SEE_FAMILY, ("detention_note",)),
    Group(
        "economy",
        _("Hoàn cảnh kinh tế gia đình"),
        "37.3",
        access.SEE_FAMILY,
        (
            "income_salary",
            "income_other",
            "house_granted",
            "house_owned",
            "land_granted",
            "land_bought",
            "land_business",
        ),
    ),
    Group("remark", _("Nhận xét, đánh giá của cơ quan"), "38", access.SEE_CONDUCT, ("remark",)),
    Group("paper", _("Số hóa hồ sơ giấy"), "", access.SEE_PRIVATE, ("paper_state",)),
)
NOT_FOR_THE_PERSON = {"remark", "paper"}  # what the office says of the person, or of its own work


def _learnt(code, title, item, kind, fields, **codes) -> Section:
    return Section(
        code, title, item, access.SEE_PRIVATE, Qualification, fields, {"kind": kind}, codes
    )


PROOF = ("number", "issued_on", "expires_on", "is_studying")
SECTIONS = (
    Section(
        "career",
        _("Quá trình công tác"),
        "33",
        access.SEE_PRIVATE,
        CareerEntry,
        ("organisation", "title"),
    ),
    _learnt(
        "degree",
        _("Đào tạo chuyên môn"),
        "32.1",
        QualificationKind.DEGREE,
        ("school", "field", "mode", "level", "name", *PROOF),
        level="degree",
    ),
    _learnt(
        "theory",
        _("Lý luận chính trị"),
        "32.2",
        QualificationKind.THEORY,
        ("school", "mode", "level", "name", *PROOF),
        level="theory",
    ),
    _learnt(
        "state",
        _("Quản lý nhà nước, chức danh nghề nghiệp, nghiệp vụ"),
        "32.3",
        QualificationKind.STATE,
        ("school", "level", "name", *PROOF),
        level="state_management",
    ),
    _learnt(
        "defence",
        _("Kiến thức an ninh, quốc phòng"),
        "32.4",
        QualificationKind.DEFENCE,
        ("school", "level", "name", *PROOF),
        level="defence",
    ),
    _learnt(
        "it",
        _("Tin học"),
        "32.5",
        QualificationKind.IT,
        ("school", "level", "name", *PROOF),
        level="it",
    ),
    _learnt(
        "language",
        _("Ngoại ngữ, tiếng dân tộc"),
        "32.6",
        QualificationKind.LANGUAGE,
        ("school", "language", "level", "name", "score", *PROOF),
        level="language_level",
    ),
    _learnt(
        "software",
        _("Sử dụng phần mềm"),
        "",
        QualificationKind.SOFTWARE,
        ("name", "issued_on", "expires_on"),
    ),
    _learnt(
        "skill",
        _("Kỹ năng, nghiệp vụ khác"),
        "",
        QualificationKind.SKILL,
        ("school", "name", "level", *PROOF),
    ),
    Section(
        "salary",
        _("Diễn biến lương"),
        "30, 37.1",
        access.SEE_PRIVATE,
        SalaryStep,
        (
            "rank",
            "rank_on",
            "step",
            "coefficient",
            "percent",
            "beyond_percent",
            "beyond_on",
            "position",
            "position_code",
            "amount",
            "next_on",
        ),
    ),
    Section(
        "allowance",
        _("Phụ cấp"),
        "37.2",
        access.SEE_PRIVATE,
        Allowance,
        ("kind", "percent", "coefficient", "form", "amount"),
        codes={"kind": "allowance"},
    ),
    Section(
        "reward",
        _("Khen thưởng, xếp loại"),
        "35.1",
        access.SEE_CONDUCT,
        Reward,
        ("year", "rating", "emulation", "form", "note"),
        codes={"form": "reward"},
        dated=False,
    ),
    Section(
        "discipline_party",
        _("Kỷ luật Đảng"),
        "35.2",
        access.SEE_CONDUCT,
        Discipline,
        ("form", "act", "decided_by", "decision"),
        {"is_party": True},
        {"form": "discipline_party"},
    ),
    Section(
        "discipline_state",
        _("Kỷ luật hành chính"),
        "35.2",
        access.SEE_CONDUCT,
        Discipline,
        ("form", "act", "decided_by", "decision"),
        {"is_party": False},
        {"form": "discipline_state"},
    ),
    Section(
        "family",
        _("Quan hệ gia đình"),
        "36",
        access.SEE_FAMILY,
        Relative,
        ("relation", "name", "born_year", "details"),
        dated=False,
    ),
    Section(
        "former_regime",
        _("Làm việc cho chế độ cũ"),
        "34.2",
        access.SEE_FAMILY,
        Background,
        ("details",),
        {"kind": BackgroundKind.FORMER_REGIME},
    ),
    Section(
        "foreign",
        _("Quan hệ với tổ chức nước ngoài"),
        "34.3",
        access.SEE_FAMILY,
        Background,
        ("details",),
        {"kind": BackgroundKind.FOREIGN},
    ),
    Section(
        "abroad",
        _("Thân nhân ở nước ngoài"),
        "2C: 29",
        access.SEE_FAMILY,
        Background,
        ("details",),
        {"kind": BackgroundKind.ABROAD},
    ),
)

_BY_CODE = {section.code: section for section in SECTIONS}
_GROUPS = {group.code: group for group in GROUPS}


def section_of(code: str) -> Section | None:
    return _BY_CODE.get(code)


def group_of(code: str) -> Group | None:
    return _GROUPS.get(code)


def part_of(code: str) -> Section | Group | None:
    return _BY_CODE.get(code) or _GROUPS.get(code)


def title_of(code: str):
    """Of a group of items or of a table; its code where it is none any more."""
    part = part_of(code)
    return part.title if part else code


def code_list_of(part: Section | Group, name: str) -> str | None:
    """The code list whose codes the field holds; none for free text."""
    return getattr(part, "codes", {}).get(name) or CODES.get(name)

"""Typed parameters handed to rules. Each field names its key; the keys together are the schema of
every layer.

A rule never reads a pack: it is given one of these. `build` fills one from resolved values.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from thenchot.kernel.calendar import WorkingCalendar
from thenchot.policy.kinds import (
    AgesByYear,
    Choice,
    Choices,
    Days,
    DaysOfYear,
    PointsByCriterion,
    ValueKind,
    Whole,
    Wholes,
    YesNo,
)

CLARITIES = (
    ("person", "rõ người"),
    ("work", "rõ việc"),
    ("time", "rõ thời gian"),
    ("responsibility", "rõ trách nhiệm"),
    ("product", "rõ sản phẩm"),
    ("authority", "rõ thẩm quyền"),
)


@dataclass(frozen=True)
class Spec:
    """One key: its kind, its unit of measure and what a person calls it. `key` may hold {year}."""

    key: str
    kind: ValueKind
    unit: str
    label: str

    def fits(self, key: str) -> bool:
        return _dated(self.key).fullmatch(key) is not None if self.is_of_years else key == self.key

    @property
    def is_of_years(self) -> bool:
        return "{year}" in self.key

    def year_of(self, key: str) -> str:
        """ "2026" of "calendar.2026.holidays"; empty where a key has no year."""
        year = re.search(r"\.(\d{4})\.", key)
        return year[1] if year else ""

    def label_of(self, key: str) -> str:
        year = self.year_of(key)
        return f"{self.label} năm {year}" if year else self.label


@cache
def _dated(key: str) -> re.Pattern[str]:
    return re.compile(re.escape(key).replace(r"\{year\}", r"\d{4}"))


def param(key: str, kind: ValueKind, unit: str, label: str) -> Any:
    return field(metadata={"spec": Spec(key, kind, unit, label)})


@dataclass(frozen=True)
class ProgrammePolicy:
    """How promises are followed: what makes a task clear, when to remind, when and to whom to
    escalate.
    """

    clarities: tuple[str, ...] = param(
        "programme.clarities", Choices(CLARITIES), "", "Các yêu cầu “rõ” của một nhiệm vụ"
    )
    sign_of_life_days: int = param(
        "programme.sign_of_life_days",
        Whole(1, 366),
        "ngày",
        "Nhiệm vụ thường xuyên phải có cập nhật trong",
    )
    remind_before_days: tuple[int, ...] = param(
        "programme.remind_before_days", Wholes(0, 366, "falling"), "ngày", "Nhắc trước hạn"
    )
    escalate_after_days: tuple[int, ...] = param(
        "programme.escalate_after_days",
        Wholes(1, 366),
        "ngày",
        "Quá hạn thì báo lần lượt đơn vị chủ trì, người đứng đầu, lãnh đạo và người theo dõi sau",
    )
    accept_within_working_days: int = param(
        "programme.accept_within_working_days",
        Whole(1, 60),
        "ngày làm việc",
        "Đơn vị nhận việc trong",
    )
    difficulty_answer_working_days: int = param(
        "programme.difficulty_answer_working_days",
        Whole(1, 60),
        "ngày làm việc",
        "Trả lời khó khăn, vướng mắc trong",
    )
    document_chase_days: int = param(
        "programme.document_chase_days",
        Whole(1, 366),
        "ngày",
        "Hạn chờ văn bản: hỏi lại văn bản sau mỗi",
    )
    product_required: bool = param(
        "programme.product_required", YesNo(), "", "Báo xong nhiệm vụ phải kèm sản phẩm"
    )
    report_remind_before_days: tuple[int, ...] = param(
        "programme.report_remind_before_days",
        Wholes(0, 366, "falling"),
        "ngày",
        "Nhắc trước kỳ báo cáo",
    )
    deadline_moves_from_day_off: bool = param(
        "programme.deadline_moves_from_day_off",
        YesNo(),
        "",
        "Hạn rơi vào ngày nghỉ thì lùi sang ngày làm việc sau",
    )
    young_age: int = param("programme.young_age", Whole(18, 60), "tuổi", "Cán bộ trẻ là người dưới")
    upload_max_mb: int = param(
        "programme.upload_max_mb", Whole(1, 200), "MB", "Dung lượng lớn nhất của một tệp"
    )


STAFF_KINDS = (
    ("cadre", "cán bộ"),
    ("civil_servant", "công chức"),
    ("public_employee", "viên chức"),
    ("contract", "lao động hợp đồng"),
    ("cell_secretary", "bí thư chi bộ thôn, tổ dân phố"),
    ("group_head", "trưởng thôn, tổ trưởng tổ dân phố"),
    ("part_time", "người hoạt động không chuyên trách"),
)


@dataclass(frozen=True)
class OrganisationPolicy:
    """Whom an approved number counts, and whether it stops an appointment."""

    quota_counts: tuple[str, ...] = param(
        "organisation.quota_counts",
        Choices(STAFF_KINDS),
        "",
        "Biên chế được giao (khi không ghi loại) tính cho",
    )
    quota_blocks: bool = param(
        "organisation.quota_blocks",
        YesNo(),
        "",
        "Vượt biên chế thì không ghi được vị trí mới, trừ khi có văn bản cho phép",
    )


ROLES = (
    ("admin", "quản trị hệ thống"),
    ("officer", "cán bộ Ban Xây dựng Đảng"),
    ("leader", "lãnh đạo"),
    ("clerk", "văn phòng"),
    ("head", "trưởng đơn vị"),
    ("staff", "cán bộ, công chức"),
    ("inspector", "kiểm tra, giám sát"),
    ("guest", "chỉ xem"),
)


@dataclass(frozen=True)
class AccessPolicy:
    """Which roles are given by two persons, and which sign in with a second factor."""

    second_person_roles: tuple[str, ...] = param(
        "access.second_person_roles",
        Choices(ROLES),
        "",
        "Vai trò phải có người thứ hai xác nhận khi giao",
    )
    second_factor_roles: tuple[str, ...] = param(
        "access.second_factor_roles",
        Choices(ROLES),
        "",
        "Vai trò phải bật xác thực hai lớp",
    )


FILE_ITEMS = (
    ("sex", "giới tính"),
    ("born_on", "ngày sinh"),
    ("identity_no", "số định danh cá nhân"),
    ("particulars.birth_place", "nơi sinh"),
    ("particulars.home_place", "quê quán"),
    ("particulars.ethnicity", "dân tộc"),
    ("particulars.religion", "tôn giáo"),
    ("particulars.residence", "nơi ở hiện nay"),
    ("particulars.phone", "số điện thoại"),
    ("particulars.recruited_on", "ngày được tuyển dụng"),
    ("particulars.general_education", "trình độ giáo dục phổ thông"),
    ("particulars.main_work", "công việc chính được giao"),
    ("particulars.party_joined_on", "ngày vào Đảng"),
    ("particulars.health", "tình trạng sức khỏe"),
    ("degree", "trình độ chuyên môn"),
    ("theory", "lý luận chính trị"),
    ("career", "quá trình công tác"),
    ("salary", "diễn biến lương"),
    ("family", "quan hệ gia đình"),
)


@dataclass(frozen=True)
class PeoplePolicy:
    """The personnel file: what it must hold, and the clocks of the law on personal data."""

    mandatory_items: tuple[str, ...] = param(
        "people.mandatory_items", Choices(FILE_ITEMS), "", "Mục bắt buộc có trong hồ sơ"
    )
    data_request_working_days: int = param(
        "people.data_request_working_days",
        Whole(1, 30),
        "ngày làm việc",
        "Trả lời yêu cầu về dữ liệu cá nhân trong",
    )
    breach_notice_hours: int = param(
        "people.breach_notice_hours",
        Whole(1, 720),
        "giờ",
        "Báo sự cố lộ, mất dữ liệu cá nhân trong",
    )
    retirement_age: dict[int, tuple[int, int]] = param(
        "people.retirement_age", AgesByYear(), "", "Tuổi nghỉ hưu theo năm (nam; nữ)"
    )
    retirement_warn_months: int = param(
        "people.retirement_warn_months", Whole(1, 60), "tháng", "Báo trước người đến tuổi nghỉ hưu"
    )
    reappoint_warn_days: int = param(
        "people.reappoint_warn_days", Whole(1, 366), "ngày", "Báo trước thời điểm bổ nhiệm lại"
    )
    personnel_head_years: int = param(
        "people.personnel_head_years",
        Whole(1, 30),
        "năm",
        "Gợi ý chuyển đổi vị trí người đứng đầu Ban Xây dựng Đảng đã giữ chức từ",
    )
    confirm_from_month: int = param(
        "people.confirm_from_month",
        Whole(1, 12),
        "tháng",
        "Nhắc xác nhận hồ sơ và cam kết trong năm từ tháng",
    )


@dataclass(frozen=True)
class StandardsPolicy:
    """How standards of titles and positions are applied: reminders, the gate before an appointment,
    small groups.
    """

    certificate_remind_days: int = param(
        "standards.certificate_remind_days",
        Whole(1, 366),
        "ngày",
        "Nhắc chứng chỉ sắp hết hạn trước",
    )
    training_passes: bool = param(
        "standards.training_passes",
        YesNo(),
        "",
        "Đang học thì vẫn được xem xét bổ nhiệm, đánh giá như đạt chuẩn",
    )
    small_group: int = param(
        "standards.small_group",
        Whole(1, 100),
        "người",
        "Đơn vị có dưới số người này thì không xếp thứ tự theo tỷ lệ",
    )


@dataclass(frozen=True)
class TrainingPolicy:
    """How training is planned, counted and repaid."""

    plan_from_month: int = param(
        "training.plan_from_month",
        Whole(1, 12),
        "tháng",
        "Kế hoạch năm sau xây dựng, báo cáo từ tháng",
    )
    seats: int = param(
        "training.seats", Whole(1, 500), "người", "Số chỗ của một lớp khi lập kế hoạch"
    )
    least_attendance: int = param(
        "training.least_attendance", Whole(0, 100), "%", "Hoàn thành lớp khi có mặt từ"
    )
    untrained_from_month: int = param(
        "training.untrained_from_month",
        Whole(1, 12),
        "tháng",
        "Nhắc người chưa được bồi dưỡng trong năm từ tháng",
    )
    result_within_days: int = param(
        "training.result_within_days",
        Whole(1, 366),
        "ngày",
        "Sau bế giảng, kết quả và chứng chỉ được ghi trong",
    )
    hours_a_year: int = param(
        "training.hours_a_year",
        Whole(0, 400),
        "tiết",
        "Mỗi người được đào tạo, bồi dưỡng trong năm từ",
    )
    self_study_counted: int = param(
        "training.self_study_counted",
        Whole(0, 400),
        "tiết",
        "Tự học được tính vào năm nhiều nhất",
    )
    effect_after_months: int = param(
        "training.effect_after_months",
        Whole(1, 24),
        "tháng",
        "So điểm công việc trước và sau lớp trong",
    )
    effect_caliper: int = param(
        "training.effect_caliper",
        Whole(1, 50),
        "điểm",
        "Người tương tự có điểm trước lớp chênh không quá",
    )
    effect_least: int = param(
        "training.effect_least",
        Whole(5, 500),
        "người",
        "Hiệu quả sau lớp chỉ hiện khi so sánh được từ",
    )
    least_opinions: int = param(
        "training.least_opinions",
        Whole(5, 100),
        "người",
        "Kết quả góp ý về lớp chỉ hiện khi có từ",
    )
    opinion_days: int = param(
        "training.opinion_days",
        Whole(1, 366),
        "ngày",
        "Học viên góp ý về lớp trong, kể từ ngày bế giảng",
    )
    practice_months: int = param(
        "training.practice_months",
        Whole(1, 120),
        "tháng",
        "Chương trình thực nghiệm còn được tính sau khi kết thúc",
    )
    speaker_months: int = param(
        "training.speaker_months",
        Whole(1, 60),
        "tháng",
        "Báo cáo viên, tuyên truyền viên được bồi dưỡng, cập nhật kiến thức sau mỗi",
    )
    science_course_counts: bool = param(
        "training.science_course_counts",
        YesNo(),
        "",
        "Học xong lớp khoa học, công nghệ thì hồ sơ ghi “có trình độ khoa học, công nghệ”",
    )
    reduction_per_mille: int = param(
        "training.reduction_per_mille",
        Whole(0, 100),
        "phần nghìn mỗi năm",
        "Giảm tiền đền bù cho mỗi năm công tác trước khi đi học",
    )
    reduction_per_mille_priority: int = param(
        "training.reduction_per_mille_priority",
        Whole(0, 100),
        "phần nghìn mỗi năm",
        "Giảm tiền đền bù mỗi năm công tác đối với phụ nữ, người dân tộc thiểu số",
    )


YOUNG_ON = (
    ("seating", "ngày vào tập thể"),
    ("term", "ngày bắt đầu nhiệm kỳ"),
    ("today", "ngày tính"),
)


@dataclass(frozen=True)
class CompositionPolicy:
    """Targets for the composition of collectives where no programme of the place sets its own, and
    how age is taken.
    """

    women_committee: int = param(
        "composition.women_committee", Whole(0, 100), "%", "Nữ cấp ủy viên từ"
    )
    women_standing: int = param(
        "composition.women_standing", Whole(0, 20), "người", "Nữ trong Ban Thường vụ từ"
    )
    young_term: int = param(
        "composition.young_term",
        Whole(0, 100),
        "%",
        "Cán bộ trẻ trong cấp ủy, tính cả nhiệm kỳ, từ",
    )
    science_committee: int = param(
        "composition.science_committee",
        Whole(0, 100),
        "%",
        "Cấp ủy viên có trình độ khoa học, công nghệ từ",
    )
    science_key: int = param(
        "composition.science_key",
        Whole(0, 20),
        "người",
        "Chức danh chủ chốt có trình độ khoa học, công nghệ từ",
    )
    young_key: int = param(
        "composition.young_key", Whole(0, 20), "người", "Cán bộ trẻ giữ chức danh chủ chốt từ"
    )
    young_on: str = param(
        "composition.young_on", Choice(YOUNG_ON), "", "Tuổi của cán bộ trẻ trong cấp ủy tính vào"
    )
    vacancy_days: int = param(
        "composition.vacancy_days", Whole(1, 1000), "ngày", "Báo chỗ khuyết kéo dài quá"
    )


PARTS = (("history", "lịch sử chính trị"), ("present", "chính trị hiện nay"))


@dataclass(frozen=True)
class ClearancePolicy:
    """What a conclusion on the political standard must cover, and how long it holds."""

    parts: tuple[str, ...] = param(
        "clearance.parts", Choices(PARTS), "", "Trước khi quy hoạch, bổ nhiệm phải có kết luận về"
    )
    valid_months: int = param(
        "clearance.valid_months",
        Whole(1, 600),
        "tháng",
        "Kết luận không ghi thời hạn có giá trị trong",
    )
    remind_days: int = param(
        "clearance.remind_days", Whole(0, 366), "ngày", "Nhắc trước khi kết luận hết giá trị"
    )


CONFERENCES = (
    ("leadership", "tập thể lãnh đạo"),
    ("enlarged", "tập thể lãnh đạo mở rộng"),
    ("key", "cán bộ chủ chốt"),
    ("vote", "tập thể lãnh đạo biểu quyết"),
)


@dataclass(frozen=True)
class SuccessionPolicy:
    """Who may be planned for a higher post, how many, by which votes, and when the list is
    reviewed.
    """

    next_months: int = param(
        "succession.next_months",
        Whole(0, 600),
        "tháng",
        "Đối tượng 1 còn đủ tuổi công tác từ",
    )
    later_months: int = param(
        "succession.later_months",
        Whole(0, 600),
        "tháng",
        "Đối tượng 2 còn đủ tuổi công tác từ",
    )
    next_steps: int = param(
        "succession.next_steps",
        Whole(0, 20),
        "bậc",
        "Đối tượng 1 giữ chức danh thấp hơn nhiều nhất",
    )
    later_steps: int = param(
        "succession.later_steps",
        Whole(0, 20),
        "bậc",
        "Đối tượng 2 giữ chức danh thấp hơn nhiều nhất",
    )
    people_per_seat: int = param(
        "succession.people_per_seat", Whole(1, 20), "người", "Quy hoạch một chức danh nhiều nhất"
    )
    committee_percent: int = param(
        "succession.committee_percent",
        Whole(100, 500),
        "%",
        "Quy hoạch cấp ủy nhiều nhất so với số lượng được bầu",
    )
    posts_per_person: int = param(
        "succession.posts_per_person",
        Whole(1, 20),
        "chức danh",
        "Một người quy hoạch nhiều nhất ở cùng cấp phê duyệt",
    )
    wanted_depth: int = param(
        "succession.wanted_depth",
        Whole(1, 20),
        "người",
        "Mỗi vị trí nên có nguồn quy hoạch từ",
    )
    party_month: int = param(
        "succession.party_month",
        Whole(1, 12),
        "tháng",
        "Nhiệm kỳ sau của Đảng: tuổi tính đến tháng",
    )
    state_month: int = param(
        "succession.state_month",
        Whole(1, 12),
        "tháng",
        "Nhiệm kỳ sau của cơ quan nhà nước: tuổi tính đến tháng",
    )
    front_month: int = param(
        "succession.front_month",
        Whole(1, 12),
        "tháng",
        "Nhiệm kỳ sau của Mặt trận, đoàn thể: tuổi tính đến tháng",
    )
    conferences: tuple[str, ...] = param(
        "succession.conferences", Choices(CONFERENCES), "", "Các hội nghị của một đợt quy hoạch"
    )
    counts_present: tuple[str, ...] = param(
        "succession.counts_present",
        Choices(CONFERENCES),
        "",
        "Tỷ lệ phiếu tính trên số có mặt ở hội nghị",
    )
    pass_percent: int = param(
        "succession.pass_percent", Whole(0, 100), "%", "Được giới thiệu khi số phiếu đồng ý trên"
    )
    carry_percent: int = param(
        "succession.carry_percent",
        Whole(0, 100),
        "%",
        "Không ai đủ phiếu thì người đạt từ mức này được đưa sang hội nghị sau",
    )
    disciplined_months: int = param(
        "succession.disciplined_months",
        Whole(0, 120),
        "tháng",
        "Kỷ luật hết hiệu lực sau",
    )
    age_bands: tuple[int, ...] = param(
        "succession.age_bands", Wholes(18, 70), "tuổi", "Ba độ tuổi: đến, trên … đến"
    )
    review_month: int = param(
        "succession.review_month",
        Whole(1, 12),
        "tháng",
        "Rà soát quy hoạch hằng năm xong trong tháng",
    )
    report_month: int = param(
        "succession.report_month",
        Whole(1, 12),
        "tháng",
        "Báo cáo cấp trên kết quả rà soát trong tháng",
    )
    approve_working_days: int = param(
        "succession.approve_working_days",
        Whole(1, 120),
        "ngày làm việc",
        "Cấp có thẩm quyền phê duyệt trong",
    )
    report_remind_days: int = param(
        "succession.report_remind_days",
        Whole(0, 366),
        "ngày",
        "Nhắc trình kết quả rà soát trước",
    )
    first_step_months: int = param(
        "succession.first_step_months",
        Whole(1, 60),
        "tháng",
        "Bước bồi dưỡng trong lộ trình đề xuất xong trong",
    )


@dataclass(frozen=True)
class OversightPolicy:
    """Limits of an inspection, its vote, when minor findings become a warning, when the Front is
    answered.
    """

    announce_days: int = param(
        "oversight.announce_days",
        Whole(1, 60),
        "ngày làm việc",
        "Kiểm tra: công bố quyết định trong",
    )
    verify_days: int = param(
        "oversight.verify_days", Whole(1, 365), "ngày", "Kiểm tra: thẩm tra, xác minh trong"
    )
    signs_days: int = param(
        "oversight.signs_days",
        Whole(1, 365),
        "ngày",
        "Kiểm tra khi có dấu hiệu vi phạm: thẩm tra, xác minh trong",
    )
    extension_part: int = param(
        "oversight.extension_part",
        Whole(1, 10),
        "phần",
        "Kiểm tra: gia hạn không quá một phần mấy thời hạn",
    )
    team_most: int = param("oversight.team_most", Whole(1, 30), "người", "Đoàn kiểm tra không quá")
    period_months: int = param(
        "oversight.period_months", Whole(1, 240), "tháng", "Thời kỳ được kiểm tra không quá"
    )
    vote_share: int = param(
        "oversight.vote_share",
        Whole(0, 99),
        "%",
        "Kết luận được thông qua khi quá, trên tổng số thành viên chính thức",
    )
    warn_count: int = param(
        "oversight.warn_count",
        Whole(2, 20),
        "",
        "Cảnh báo khi một người, một đơn vị có phát hiện nhỏ từ",
    )
    warn_months: int = param(
        "oversight.warn_months", Whole(1, 60), "tháng", "Cảnh báo: đếm phát hiện trong"
    )
    plan_month: int = param(
        "oversight.plan_month", Whole(1, 12), "tháng", "Nhắc khi chưa có kế hoạch của năm từ"
    )
    answer_days: int = param(
        "oversight.answer_days",
        Whole(1, 120),
        "ngày làm việc",
        "Trả lời kiến nghị của Mặt trận, đoàn thể trong",
    )
    remind_days: int = param(
        "oversight.remind_days", Whole(0, 120), "ngày", "Nhắc hạn kiểm tra, khắc phục trước"
    )


TRIGGERS = (
    ("quarters", "nhiều quý không hoàn thành"),
    ("year", "năm không hoàn thành nhiệm vụ"),
    ("product", "quý không có sản phẩm"),
    ("standards", "chưa đạt tiêu chuẩn"),
    ("finding", "phát hiện phải xử lý"),
    ("case", "đang bị xem xét kỷ luật"),
)


@dataclass(frozen=True)
class DisciplinePolicy:
    """Limits of time of a case, how long a discipline has effect, what is screened for."""

    triggers: tuple[str, ...] = param(
        "discipline.triggers", Choices(TRIGGERS), "", "Rà soát, sàng lọc những người"
    )

    days: int = param(
        "discipline.days", Whole(1, 730), "ngày", "Kỷ luật: quyết định, từ ngày phát hiện, trong"
    )
    complex_days: int = param(
        "discipline.complex_days",
        Whole(1, 730),
        "ngày",
        "Kỷ luật, vụ việc phức tạp: quyết định, từ ngày phát hiện, trong",
    )
    after_party_days: int = param(
        "discipline.after_party_days",
        Whole(1, 365),
        "ngày",
        "Kỷ luật hành chính sau kỷ luật Đảng trong",
    )
    bar_light_months: int = param(
        "discipline.bar_light_months",
        Whole(1, 600),
        "tháng",
        "Thời hiệu đối với khiển trách",
    )
    bar_months: int = param(
        "discipline.bar_months", Whole(1, 600), "tháng", "Thời hiệu đối với hình thức khác"
    )
    effect_months: int = param(
        "discipline.effect_months", Whole(1, 120), "tháng", "Quyết định kỷ luật có hiệu lực trong"
    )
    vote_share: int = param(
        "discipline.vote_share",
        Whole(0, 99),
        "%",
        "Hình thức kỷ luật được thông qua khi quá",
    )
    publish_days: int = param(
        "discipline.publish_days",
        Whole(1, 120),
        "ngày làm việc",
        "Kỷ luật oan, sai: công bố công khai trong",
    )
    remind_days: int = param(
        "discipline.remind_days", Whole(0, 120), "ngày", "Nhắc hạn quyết định kỷ luật trước"
    )


@dataclass(frozen=True)
class CellsPolicy:
    """Meetings of cells and their points, reviews of members, elections of a congress."""

    regular_minutes: int = param(
        "cells.regular_minutes", Whole(1, 600), "phút", "Chi bộ: họp thường kỳ ít nhất"
    )
    theme_minutes: int = param(
        "cells.theme_minutes", Whole(1, 600), "phút", "Chi bộ: họp kết hợp chuyên đề ít nhất"
    )
    attend_share: int = param(
        "cells.attend_share", Whole(0, 100), "%", "Chi bộ: dự họp đủ điểm khi trên"
    )
    papers_days: int = param(
        "cells.papers_days", Whole(0, 30), "ngày", "Chi bộ: gửi tài liệu trước cuộc họp ít nhất"
    )
    theme_months: int = param(
        "cells.theme_months", Whole(1, 24), "tháng", "Chi bộ: có sinh hoạt chuyên đề trong mỗi"
    )
    grades: tuple[int, ...] = param(
        "cells.grades",
        Wholes(0, 100, "falling"),
        "điểm",
        "Chi bộ: điểm của Tốt, Khá, Trung bình từ",
    )
    resolution_shares: tuple[int, ...] = param(
        "cells.resolution_shares",
        Wholes(0, 100, "falling"),
        "%",
        "Chi bộ: bậc tỷ lệ việc đã xong của nghị quyết kỳ trước",
    )
    resolution_parts: tuple[int, ...] = param(
        "cells.resolution_parts",
        Wholes(0, 30, "falling"),
        "phần",
        "Chi bộ: số phần 30 của điểm tối đa theo từng bậc",
    )
    missing_is_zero: bool = param(
        "cells.missing_is_zero", YesNo(), "", "Chi bộ: tháng không có điểm tính là 0"
    )
    review_months: int = param(
        "cells.review_months", Whole(1, 60), "tháng", "Chi bộ kiểm điểm từng đảng viên trong mỗi"
    )
    review_for_award: bool = param(
        "cells.review_for_award", YesNo(), "", "Khen thưởng cần có kiểm điểm ở chi bộ"
    )
    review_for_post: bool = param(
        "cells.review_for_post",
        YesNo(),
        "",
        "Quy hoạch, bổ nhiệm, giới thiệu cần có kiểm điểm ở chi bộ",
    )
    elect_share: int = param(
        "cells.elect_share", Whole(0, 99), "%", "Đại hội: trúng cử khi quá, trên số được triệu tập"
    )
    remind_days: int = param(
        "cells.remind_days", Whole(1, 28), "ngày", "Chi bộ: nhắc chấm điểm tháng trước, từ ngày thứ"
    )


@dataclass(frozen=True)
class CommendationPolicy:
    """The vote of the council, and what an award brings in tenths of the base salary."""

    vote_share: int = param(
        "commendation.vote_share",
        Whole(1, 100),
        "%",
        "Khen thưởng: tổng số thành viên Hội đồng đồng ý từ",
    )
    part_points: int = param(
        "commendation.part_points",
        Whole(1, 100),
        "điểm",
        "Sáng kiến: điểm cao nhất của mỗi phần trong bốn phần",
    )
    fighter_base: int = param(
        "commendation.fighter_base",
        Whole(0, 1000),
        "",
        "Tiền thưởng (phần mười lương cơ sở): chiến sĩ thi đua cơ sở",
    )
    fighter_province: int = param(
        "commendation.fighter_province",
        Whole(0, 1000),
        "",
        "Tiền thưởng (phần mười lương cơ sở): chiến sĩ thi đua cấp tỉnh",
    )
    advanced: int = param(
        "commendation.advanced",
        Whole(0, 1000),
        "",
        "Tiền thưởng (phần mười lương cơ sở): lao động tiên tiến",
    )
    advanced_collective: int = param(
        "commendation.advanced_collective",
        Whole(0, 1000),
        "",
        "Tiền thưởng (phần mười lương cơ sở): tập thể lao động tiên tiến",
    )
    flag: int = param(
        "commendation.flag",
        Whole(0, 1000),
        "",
        "Tiền thưởng (phần mười lương cơ sở): cờ thi đua cấp tỉnh",
    )

    def tenths_of(self, form: str, *, is_collective: bool) -> int:
        """0 where no multiple is given for the form."""
        if is_collective:
            return {"advanced": self.advanced_collective, "flag": self.flag}.get(form, 0)
        return {
            "fighter_base": self.fighter_base,
            "fighter_province": self.fighter_province,
            "advanced": self.advanced,
        }.get(form, 0)


@dataclass(frozen=True)
class PlacementPolicy:
    """What is asked before somebody takes a post, and what follows a decision."""

    months_in_post: int = param(
        "placement.months_in_post",
        Whole(0, 120),
        "tháng",
        "Bổ nhiệm chức vụ cao hơn: giữ chức vụ liền kề từ",
    )
    good_years: int = param(
        "placement.good_years",
        Whole(0, 10),
        "năm",
        "Bổ nhiệm: hoàn thành tốt trở lên trong số năm gần nhất",
    )
    months_left: int = param(
        "placement.months_left",
        Whole(0, 120),
        "tháng",
        "Bổ nhiệm lần đầu, chức vụ cao hơn: còn công tác từ",
    )
    wait_reprimand: int = param(
        "placement.wait_reprimand",
        Whole(0, 120),
        "tháng",
        "Bị khiển trách: không bổ nhiệm chức vụ cao hơn trong",
    )
    wait_warning: int = param(
        "placement.wait_warning",
        Whole(0, 120),
        "tháng",
        "Bị cảnh cáo: không bổ nhiệm chức vụ cao hơn trong",
    )
    wait_removal: int = param(
        "placement.wait_removal",
        Whole(0, 120),
        "tháng",
        "Bị cách chức: không bổ nhiệm chức vụ cao hơn trong",
    )
    hand_over_days: int = param(
        "placement.hand_over_days",
        Whole(1, 120),
        "ngày làm việc",
        "Bàn giao công việc sau quyết định trong",
    )
    remind_days: int = param(
        "placement.remind_days",
        Whole(0, 366),
        "ngày",
        "Nhắc thời hạn giao quyền, luân chuyển, tạm đình chỉ trước",
    )
    backdate_days: int = param(
        "placement.backdate_days",
        Whole(0, 366),
        "ngày",
        "Bước của quy trình ghi vào hệ thống muộn quá thì cảnh báo",
    )
    mentee_age: int = param(
        "placement.mentee_age", Whole(18, 60), "tuổi", "Cần người hướng dẫn: cán bộ dưới"
    )
    mentee_months: int = param(
        "placement.mentee_months",
        Whole(0, 240),
        "tháng",
        "Cần người hướng dẫn: mới vào ngành chưa quá",
    )


@dataclass(frozen=True)
class SuitingPolicy:
    """Points by which a file is compared with a post; together 100. Advice only."""

    field: int = param("suiting.field", Whole(0, 100), "điểm", "Ngành đào tạo hợp với vị trí")
    strengths: int = param("suiting.strengths", Whole(0, 100), "điểm", "Sở trường hợp với vị trí")
    year: int = param(
        "suiting.year", Whole(0, 100), "điểm", "Mỗi năm đã giữ chức danh, vị trí cùng loại"
    )
    years: int = param(
        "suiting.years", Whole(0, 40), "năm", "Số năm kinh nghiệm được tính nhiều nhất"
    )
    same_unit: int = param(
        "suiting.same_unit", Whole(0, 100), "điểm", "Đang hoặc đã làm ở đơn vị của vị trí"
    )
    excellent: int = param(
        "suiting.excellent", Whole(0, 100), "điểm", "Xếp loại gần nhất: hoàn thành xuất sắc"
    )
    good: int = param("suiting.good", Whole(0, 100), "điểm", "Xếp loại gần nhất: hoàn thành tốt")
    completed: int = param(
        "suiting.completed", Whole(0, 100), "điểm", "Xếp loại gần nhất: hoàn thành"
    )


@dataclass(frozen=True)
class ScenarioPolicy:
    """Bounds of the proposals that the program works out. Advice only."""

    most_missing: int = param(
        "scenario.most_missing",
        Whole(0, 20),
        "tiêu chuẩn",
        "Phương án bố trí: còn thiếu nhiều nhất, bù bằng đào tạo",
    )
    most_moves: int = param(
        "scenario.most_moves", Whole(1, 50), "lượt", "Phương án bố trí: nhiều nhất số lượt thay đổi"
    )
    relatives_apart: bool = param(
        "scenario.relatives_apart",
        YesNo(),
        "",
        "Phương án bố trí: người thân khai trong hồ sơ không cùng một đơn vị",
    )
    women_leaders: int = param(
        "scenario.women_leaders",
        Whole(0, 100),
        "%",
        "Phương án bố trí: nữ trong số lãnh đạo, quản lý từ",
    )
    young_leaders: int = param(
        "scenario.young_leaders",
        Whole(0, 100),
        "%",
        "Phương án bố trí: cán bộ trẻ trong số lãnh đạo, quản lý từ",
    )
    gap_weight: int = param(
        "scenario.gap_weight",
        Whole(1, 1000),
        "lần",
        "Phương án lớp học: nhu cầu do thiếu tiêu chuẩn nặng gấp",
    )
    hours_a_day: int = param(
        "scenario.hours_a_day", Whole(1, 24), "tiết", "Phương án lớp học: một ngày học"
    )


@dataclass(frozen=True)
class ForecastPolicy:
    """What the forecast assumes. Retirement is law and no assumption."""

    until_year: int = param("forecast.until_year", Whole(2026, 2050), "năm", "Dự báo đến hết năm")
    runs: int = param("forecast.runs", Whole(100, 20_000), "lần", "Số lần chạy thử")
    seed: int = param("forecast.seed", Whole(0, 10_000), "", "Số gieo của các lần chạy thử")
    interval_percent: int = param(
        "forecast.interval_percent", Whole(50, 99), "%", "Khoảng dự báo chứa"
    )
    leave_permille: int = param(
        "forecast.leave_permille",
        Whole(0, 500),
        "phần nghìn mỗi năm",
        "Người rời đội ngũ trước tuổi nghỉ hưu",
    )
    leave_years: int = param(
        "forecast.leave_years",
        Whole(1, 10_000),
        "người-năm",
        "Giả định về người rời đi nặng bằng số liệu của",
    )
    history_months: int = param(
        "forecast.history_months", Whole(6, 120), "tháng", "Số liệu người rời đi lấy trong"
    )
    least_people: int = param(
        "forecast.least_people", Whole(2, 1000), "người", "Nêu khoảng dự báo khi có từ"
    )
    recruit_percent: int = param(
        "forecast.recruit_percent", Whole(0, 100), "%", "Chỗ đang tuyển có người nhận việc"
    )
    recruit_months: int = param(
        "forecast.recruit_months", Whole(1, 36), "tháng", "Từ khi lập đợt tuyển đến khi nhận việc"
    )
    procedure_months: int = param(
        "forecast.procedure_months", Whole(1, 36), "tháng", "Một quy trình cán bộ kéo dài"
    )
    procedure_percent: int = param(
        "forecast.procedure_percent", Whole(0, 100), "%", "Quy trình đang mở đi đến quyết định"
    )
    successor_percent: int = param(
        "forecast.successor_percent",
        Whole(0, 100),
        "%",
        "Người trong quy hoạch nhận vị trí khi chỗ trống",
    )
    warn_months: int = param(
        "forecast.warn_months",
        Whole(1, 60),
        "tháng",
        "Báo vị trí sắp trống chưa có người sẵn sàng trước",
    )


ORDER_MARKS = (
    ("talent", "người có tài năng"),
    ("experience", "kinh nghiệm đáp ứng ngay công việc"),
)


@dataclass(frozen=True)
class RecruitmentPolicy:
    """Days of a round, marks, priority, and who may be received without an exam."""

    form_days: int = param(
        "recruitment.form_days",
        Whole(1, 120),
        "ngày",
        "Nhận phiếu đăng ký dự tuyển trong",
    )
    change_days: int = param(
        "recruitment.change_days",
        Whole(0, 60),
        "ngày",
        "Thay đổi thông báo chỉ một lần, trước ngày nhận phiếu ít nhất",
    )
    many: int = param(
        "recruitment.many",
        Whole(1, 100_000),
        "phiếu",
        "Đợt đông người dự tuyển: từ",
    )
    list_days: int = param(
        "recruitment.list_days",
        Whole(1, 120),
        "ngày",
        "Danh sách đủ điều kiện sau ngày hết nhận phiếu, trong",
    )
    list_days_many: int = param(
        "recruitment.list_days_many",
        Whole(1, 120),
        "ngày",
        "Danh sách đủ điều kiện khi đông người, trong",
    )
    first_days: int = param(
        "recruitment.first_days",
        Whole(1, 180),
        "ngày",
        "Vòng 1 sau ngày hết nhận phiếu, trong",
    )
    first_days_many: int = param(
        "recruitment.first_days_many",
        Whole(1, 180),
        "ngày",
        "Vòng 1 khi đông người, trong",
    )
    second_days: int = param(
        "recruitment.second_days",
        Whole(1, 120),
        "ngày",
        "Vòng 2 sau vòng 1, trong",
    )
    oral_days: int = param(
        "recruitment.oral_days",
        Whole(1, 120),
        "ngày",
        "Xét tuyển: phỏng vấn sau ngày có danh sách, trong",
    )
    mark_days: int = param(
        "recruitment.mark_days",
        Whole(1, 120),
        "ngày",
        "Chấm xong sau vòng 2, trong",
    )
    mark_days_many: int = param(
        "recruitment.mark_days_many",
        Whole(1, 120),
        "ngày",
        "Chấm xong khi rất đông người, trong",
    )
    very_many: int = param(
        "recruitment.very_many",
        Whole(1, 100_000),
        "người",
        "Đợt rất đông người dự thi: từ",
    )
    appeal_days: int = param(
        "recruitment.appeal_days",
        Whole(1, 60),
        "ngày làm việc",
        "Đề nghị phúc khảo sau ngày công bố điểm, trong",
    )
    remark_days: int = param(
        "recruitment.remark_days",
        Whole(1, 60),
        "ngày",
        "Chấm phúc khảo sau ngày hết hạn đề nghị, trong",
    )
    summary_days: int = param(
        "recruitment.summary_days",
        Whole(1, 60),
        "ngày làm việc",
        "Tổng hợp kết quả sau khi hết phúc khảo, trong",
    )
    approve_days: int = param(
        "recruitment.approve_days",
        Whole(1, 60),
        "ngày làm việc",
        "Phê duyệt kết quả sau khi tổng hợp, trong",
    )
    publish_days: int = param(
        "recruitment.publish_days",
        Whole(0, 60),
        "ngày làm việc",
        "Công khai kết quả sau khi phê duyệt, trong",
    )
    file_days: int = param(
        "recruitment.file_days",
        Whole(1, 120),
        "ngày",
        "Hoàn thiện hồ sơ sau ngày công khai kết quả, trong",
    )
    next_days: int = param(
        "recruitment.next_days",
        Whole(1, 60),
        "ngày làm việc",
        "Gọi người kế tiếp sau khi hủy kết quả, trong",
    )
    decide_days: int = param(
        "recruitment.decide_days",
        Whole(1, 60),
        "ngày làm việc",
        "Quyết định tuyển dụng sau khi đủ hồ sơ, trong",
    )
    start_days: int = param(
        "recruitment.start_days",
        Whole(1, 120),
        "ngày",
        "Nhận việc sau quyết định, trong",
    )
    council: tuple[int, ...] = param(
        "recruitment.council",
        Wholes(1, 15),
        "người",
        "Hội đồng tuyển dụng có",
    )
    pass_points: int = param(
        "recruitment.pass_points",
        Whole(0, 100),
        "điểm",
        "Đạt mỗi vòng, mỗi bài thi từ",
    )
    priority: tuple[tuple[str, Decimal], ...] = param(
        "recruitment.priority",
        PointsByCriterion(),
        "điểm",
        "Điểm ưu tiên cộng vào vòng 2, chỉ lấy mức cao nhất",
    )
    order_marks: tuple[str, ...] = param(
        "recruitment.order_marks",
        Choices(ORDER_MARKS),
        "",
        "Đánh dấu xếp trước khi bằng điểm, để người đứng đầu quyết định",
    )
    breach_reprimand: int = param(
        "recruitment.breach_reprimand",
        Whole(0, 100),
        "%",
        "Khiển trách trong phòng thi: trừ điểm bài",
    )
    breach_warning: int = param(
        "recruitment.breach_warning",
        Whole(0, 100),
        "%",
        "Cảnh cáo trong phòng thi: trừ điểm bài",
    )
    discipline_months: int = param(
        "recruitment.discipline_months",
        Whole(0, 120),
        "tháng",
        "Người bị kỷ luật không vào hội đồng trong",
    )
    least_age: int = param(
        "recruitment.least_age",
        Whole(14, 60),
        "tuổi",
        "Tuổi dự tuyển từ",
    )
    receive_years: int = param(
        "recruitment.receive_years",
        Whole(0, 40),
        "năm",
        "Tiếp nhận: công tác liên tục từ",
    )
    receive_until: frozenset[date] = param(
        "recruitment.receive_until",
        Days(),
        "ngày",
        "Tiếp nhận người của hội cấp huyện cũ, người không chuyên trách cấp xã cũ đến hết",
    )
    keep_months: int = param(
        "recruitment.keep_months",
        Whole(1, 120),
        "tháng",
        "Giữ dữ liệu người không trúng tuyển sau khi đợt kết thúc",
    )
    forms_an_hour: int = param(
        "recruitment.forms_an_hour",
        Whole(1, 10_000),
        "phiếu",
        "Phiếu nhận trong một giờ từ một địa chỉ mạng, nhiều nhất",
    )
    remind_days: int = param(
        "recruitment.remind_days",
        Whole(0, 366),
        "ngày",
        "Nhắc hạn tiếp nhận trước",
    )


ALLOWANCES = (
    ("position", "chức vụ"),
    ("profession", "ưu đãi nghề"),
    ("responsibility", "trách nhiệm"),
    ("beyond", "thâm niên vượt khung"),
    ("seniority", "thâm niên ngành"),
    ("service", "công vụ"),
    ("party", "Đảng, đoàn thể"),
    ("kept", "bảo lưu"),
    ("defence", "quốc phòng, an ninh"),
)
REPAYMENTS = (("share", "phần theo số tháng còn lại"), ("whole", "toàn bộ số đã nhận"))
LEADERSHIP_PLACES = (("big", "Hà Nội, Thành phố Hồ Chí Minh"), ("other", "nơi khác"))


@dataclass(frozen=True)
class BenefitsPolicy:
    """Amounts, factors and limits of policies and pay (NĐ 178/2024, 67/2025, 154/2025, 07/2026).
    Factors in percent: 80 is 0.8 of a month's pay.
    """

    base_salary: int = param(
        "benefits.base_salary", Whole(1, 100_000_000), "đồng một tháng", "Mức lương cơ sở"
    )
    minimum_wage: int = param(
        "benefits.minimum_wage", Whole(1, 100_000_000), "đồng một tháng", "Mức lương tối thiểu vùng"
    )
    pay_allowances: tuple[str, ...] = param(
        "benefits.pay_allowances",
        Choices(ALLOWANCES),
        "",
        "Phụ cấp tính vào tháng lương hiện hưởng",
    )
    full_months: int = param(
        "benefits.full_months",
        Whole(1, 120),
        "tháng",
        "Mức đầy đủ khi nghỉ trong số tháng từ quyết định sắp xếp",
    )
    odd_half: int = param("benefits.odd_half", Whole(0, 11), "tháng", "Tháng lẻ tính nửa năm đến")
    round_to: int = param(
        "benefits.round_to", Whole(1, 100_000), "đồng", "Làm tròn từng dòng tiền đến"
    )
    months_cap: int = param(
        "benefits.months_cap", Whole(1, 600), "tháng", "Số tháng tính trợ cấp nhiều nhất"
    )
    retire_near_rates: tuple[int, ...] = param(
        "benefits.retire_near_rates",
        Wholes(0, 1000, "falling"),
        "% lương tháng",
        "Nghỉ sớm, còn 2-5 năm: mỗi tháng nghỉ sớm, đầu kỳ và sau đó",
    )
    retire_far_rates: tuple[int, ...] = param(
        "benefits.retire_far_rates",
        Wholes(0, 1000, "falling"),
        "% lương tháng",
        "Nghỉ sớm, còn trên 5-10 năm: mỗi tháng, đầu kỳ và sau đó",
    )
    retire_short_rates: tuple[int, ...] = param(
        "benefits.retire_short_rates",
        Wholes(0, 1000, "falling"),
        "% lương tháng",
        "Nghỉ sớm, còn dưới 2 năm: mỗi tháng nghỉ sớm",
    )
    severance_rates: tuple[int, ...] = param(
        "benefits.severance_rates",
        Wholes(0, 1000, "falling"),
        "% lương tháng",
        "Thôi việc: mỗi tháng, đầu kỳ và sau đó",
    )
    early_year_near: int = param(
        "benefits.early_year_near",
        Whole(0, 10_000),
        "% lương tháng",
        "Nghỉ sớm, còn 2-5 năm: mỗi năm nghỉ sớm",
    )
    early_year_far: int = param(
        "benefits.early_year_far",
        Whole(0, 10_000),
        "% lương tháng",
        "Nghỉ sớm, còn trên 5-10 năm: mỗi năm nghỉ sớm",
    )
    insurance_years: tuple[int, ...] = param(
        "benefits.insurance_years",
        Wholes(1, 60, "falling"),
        "năm",
        "Trợ cấp theo bảo hiểm: từ số năm",
    )
    insurance_months: tuple[int, ...] = param(
        "benefits.insurance_months",
        Wholes(0, 10_000, "falling"),
        "% lương tháng",
        "Trợ cấp theo bảo hiểm: cho những năm đầu",
    )
    insurance_further: int = param(
        "benefits.insurance_further",
        Whole(0, 1000),
        "% lương tháng",
        "Trợ cấp theo bảo hiểm: mỗi năm tiếp theo",
    )
    severance_year: int = param(
        "benefits.severance_year",
        Whole(0, 10_000),
        "% lương tháng",
        "Thôi việc: mỗi năm đóng bảo hiểm",
    )
    job_search: int = param(
        "benefits.job_search",
        Whole(0, 10_000),
        "% lương tháng",
        "Thôi việc: trợ cấp tìm việc làm",
    )
    downsizing_early_year: int = param(
        "benefits.downsizing_early_year",
        Whole(0, 10_000),
        "% lương tháng",
        "Tinh giản biên chế: mỗi năm nghỉ sớm",
    )
    part_time_rates: tuple[int, ...] = param(
        "benefits.part_time_rates",
        Wholes(0, 1000, "falling"),
        "% phụ cấp tháng",
        "Không chuyên trách: mỗi tháng",
    )
    part_time_year: int = param(
        "benefits.part_time_year",
        Whole(0, 10_000),
        "% phụ cấp tháng",
        "Không chuyên trách: mỗi năm",
    )
    part_time_search: int = param(
        "benefits.part_time_search",
        Whole(0, 10_000),
        "% phụ cấp tháng",
        "Không chuyên trách: tìm việc làm",
    )
    talent_amounts: tuple[int, ...] = param(
        "benefits.talent_amounts",
        Wholes(0, 100_000),
        "triệu đồng",
        "Thu hút: sinh viên xuất sắc, thạc sĩ, bác sĩ nội trú, tiến sĩ, phó giáo sư, giáo sư",
    )
    talent_wages: tuple[int, ...] = param(
        "benefits.talent_wages",
        Wholes(0, 10_000),
        "% lương tối thiểu vùng",
        "Thu hút, hằng tháng: sinh viên xuất sắc, giáo sư",
    )
    talent_commitment: int = param(
        "benefits.talent_commitment", Whole(1, 600), "tháng", "Thu hút: cam kết phục vụ từ"
    )
    talent_months_left: int = param(
        "benefits.talent_months_left", Whole(0, 600), "tháng", "Thu hút: còn công tác từ"
    )
    talent_repayment: str = param(
        "benefits.talent_repayment",
        Choice(REPAYMENTS),
        "",
        "Thu hút, nghỉ trước hạn cam kết: hoàn trả",
    )
    supplement_officials: tuple[int, ...] = param(
        "benefits.supplement_officials",
        Wholes(0, 1000, "falling"),
        "% lương tháng",
        "Thu nhập tăng thêm của cán bộ, công chức: hoàn thành tốt trở lên, hoàn thành",
    )
    supplement_employees: tuple[int, ...] = param(
        "benefits.supplement_employees",
        Wholes(0, 1000, "falling"),
        "% lương tháng",
        "Thu nhập tăng thêm của viên chức: hoàn thành tốt trở lên, hoàn thành",
    )
    leadership_place: str = param(
        "benefits.leadership_place", Choice(LEADERSHIP_PLACES), "", "Phụ cấp chức vụ: bảng áp dụng"
    )
    leadership_big: tuple[int, ...] = param(
        "benefits.leadership_big",
        Wholes(0, 1000, "falling"),
        "% lương cơ sở",
        "Phụ cấp ở Hà Nội, TP. Hồ Chí Minh: chủ tịch, phó chủ tịch, trưởng phòng, phó phòng",
    )
    leadership_other: tuple[int, ...] = param(
        "benefits.leadership_other",
        Wholes(0, 1000, "falling"),
        "% lương cơ sở",
        "Phụ cấp ở nơi khác: chủ tịch, phó chủ tịch, trưởng phòng, phó phòng",
    )
    kept_months: int = param(
        "benefits.kept_months",
        Whole(0, 60),
        "tháng",
        "Điều động: giữ phụ cấp chức vụ cao hơn trong",
    )
    remind_days: int = param(
        "benefits.remind_days", Whole(0, 366), "ngày", "Nhắc chính sách, cam kết sắp hết hạn trước"
    )
    answer_days: int = param(
        "benefits.answer_days",
        Whole(0, 366),
        "ngày",
        "Người chịu tác động của sắp xếp được trả lời trong",
    )


OVER_ASSIGNMENT = (
    ("cap_each", "từng tỷ lệ không quá 100%"),
    ("cap_mean", "bình quân không quá 100%"),
    ("none", "chỉ tổng điểm không quá mức tối đa"),
)
NO_MANAGED = (("leaves_mean", "không tính vào bình quân"), ("full", "tính 100%"))
BAND_FROM = (("rounded", "tổng điểm đã làm tròn"), ("exact", "tổng điểm chưa làm tròn"))
PERIODS = (("month", "tháng"), ("quarter", "quý"))
CYCLES = (("week", "tuần"), ("month", "tháng"))


@dataclass(frozen=True)
class ScoringPolicy:
    """How a month or quarter of one person is scored, and how months make a year."""

    general_criteria: tuple[tuple[str, Decimal], ...] = param(
        "scoring.general_criteria",
        PointsByCriterion(),
        "điểm",
        "Điểm tối đa của từng tiêu chí chung",
    )
    task_points: int = param(
        "scoring.task_points", Whole(1, 1000), "điểm", "Điểm tối đa của kết quả thực hiện nhiệm vụ"
    )
    content_percent: int = param(
        "scoring.content_percent", Whole(0, 100), "%", "Mỗi lần sản phẩm không đạt nội dung trừ"
    )
    delay_percent: int = param(
        "scoring.delay_percent", Whole(0, 100), "%", "Mỗi lần chậm tiến độ trừ"
    )
    over_assignment: str = param(
        "scoring.over_assignment", Choice(OVER_ASSIGNMENT), "", "Làm vượt số được giao thì"
    )
    no_managed: str = param(
        "scoring.no_managed",
        Choice(NO_MANAGED),
        "",
        "Lãnh đạo không có người dưới quyền: kết quả của đơn vị",
    )
    band_from: str = param("scoring.band_from", Choice(BAND_FROM), "", "Mức của kỳ đọc từ")
    managed_short_percent: int = param(
        "scoring.managed_short_percent",
        Whole(0, 100),
        "%",
        "Kết quả của đơn vị khi có người chưa hoàn thành",
    )
    organising_short_percent: int = param(
        "scoring.organising_short_percent",
        Whole(0, 100),
        "%",
        "Khả năng tổ chức khi có hạn chế, chậm kéo dài",
    )
    conflict_percent: int = param(
        "scoring.conflict_percent", Whole(0, 100), "%", "Năng lực đoàn kết khi mâu thuẫn kéo dài"
    )
    excellent_from: int = param(
        "scoring.excellent_from", Whole(1, 1000), "điểm", "Hoàn thành xuất sắc từ"
    )
    good_from: int = param("scoring.good_from", Whole(1, 1000), "điểm", "Hoàn thành tốt từ")
    completed_from: int = param("scoring.completed_from", Whole(1, 1000), "điểm", "Hoàn thành từ")
    decree_kinds: tuple[str, ...] = param(
        "scoring.decree_kinds", Choices(STAFF_KINDS), "", "Chấm điểm theo Nghị định 335/2025"
    )
    public_kinds: tuple[str, ...] = param(
        "scoring.public_kinds", Choices(STAFF_KINDS), "", "Chấm điểm theo Nghị định 233/2026"
    )
    period: str = param("scoring.period", Choice(PERIODS), "", "Theo dõi, chấm điểm theo")
    count_cycle: str = param("scoring.count_cycle", Choice(CYCLES), "", "Kiểm đếm công việc theo")
    close_days: int = param(
        "scoring.close_days", Whole(1, 60), "ngày", "Chốt phiếu sau khi hết kỳ trong"
    )
    assign_days: int = param(
        "scoring.assign_days",
        Whole(1, 60),
        "ngày",
        "Giao việc cho mọi người trong những ngày đầu kỳ",
    )
    mirror_people: int = param(
        "scoring.mirror_people", Whole(2, 100), "người", "So cách chấm điểm khi chấm từ"
    )
    mirror_days: int = param(
        "scoring.mirror_days",
        Whole(0, 90),
        "ngày",
        "Người chấm xem cách chấm của mình trước lãnh đạo",
    )
    flat_points: int = param(
        "scoring.flat_points",
        Whole(0, 100),
        "điểm",
        "Coi là cào bằng khi điểm cao nhất và thấp nhất cách nhau dưới",
    )
    lenient_points: int = param(
        "scoring.lenient_points",
        Whole(1, 100),
        "điểm",
        "Coi là rộng tay, chặt tay khi bình quân lệch đồng nghiệp từ",
    )
    least_months: int = param(
        "scoring.least_months", Whole(0, 12), "tháng", "Xếp loại năm khi làm việc từ"
    )
    complaint_working_days: int = param(
        "scoring.complaint_working_days",
        Whole(1, 60),
        "ngày làm việc",
        "Giải quyết kiến nghị về kết quả trong",
    )
    opinion_working_days: int = param(
        "scoring.opinion_working_days",
        Whole(1, 60),
        "ngày làm việc",
        "Trả lời xin ý kiến nhanh trong",
    )
    suggestion_days: int = param(
        "scoring.suggestion_days",
        Whole(1, 366),
        "ngày",
        "Quyết định đề xuất bổ sung danh mục sản phẩm trong",
    )
    send_days: int = param(
        "scoring.send_days", Whole(1, 60), "ngày", "Gửi kết quả lên cơ sở dữ liệu quốc gia trong"
    )
    product_groups: int = param(
        "scoring.product_groups", Whole(1, 20), "nhóm", "Danh mục sản phẩm có nhiều nhất"
    )
    least_ratios: int = param(
        "scoring.least_ratios",
        Whole(1, 20),
        "người",
        "Số đồng nghiệp cho ý kiến quy đổi việc chưa có trong danh mục",
    )
    head_not_above_organisation: bool = param(
        "scoring.head_not_above_organisation",
        YesNo(),
        "",
        "Mức của người đứng đầu không cao hơn mức của tổ chức",
    )

    @property
    def general_points(self) -> Decimal:
        return sum((points for _, points in self.general_criteria), Decimal())

    @property
    def total(self) -> Decimal:
        return self.general_points + self.task_points

    @property
    def thresholds(self) -> tuple[int, int, int]:
        return self.excellent_from, self.good_from, self.completed_from


MOST_LEVELS = (
    ("excellent", "không hạn chế"),
    ("good", "hoàn thành tốt"),
    ("completed", "hoàn thành"),
    ("failed", "không hoàn thành"),
)


@dataclass(frozen=True)
class NoticePolicy:
    """The daily mail about what one was told of and did not read."""

    digest_is_sent: bool = param(
        "notices.digest_is_sent", YesNo(), "", "Mỗi ngày gửi thư báo việc chưa đọc"
    )
    digest_hour: int = param("notices.digest_hour", Whole(0, 23), "giờ", "Gửi thư báo việc từ")


@dataclass(frozen=True)
class PlanPolicy:
    """Personal plans: whether everybody has one, from when on, how often the head looks at it
    (S4-049, S4-050).
    """

    is_asked: bool = param(
        "plan.is_asked", YesNo(), "", "Yêu cầu mỗi người lập kế hoạch cá nhân trong kỳ"
    )
    days: int = param(
        "plan.days", Whole(1, 60), "ngày", "Lập kế hoạch cá nhân trong những ngày đầu kỳ"
    )
    review_days: int = param(
        "plan.review_days", Whole(1, 92), "ngày", "Trưởng đơn vị kiểm tra kế hoạch cá nhân mỗi"
    )


@dataclass(frozen=True)
class PartyRatingPolicy:
    """What the Party's rules add for elected cadres and titles the Party manages: conditions,
    deferrals, runs of quarters.
    """

    rated_kinds: tuple[str, ...] = param(
        "party.rated_kinds", Choices(STAFF_KINDS), "", "Đánh giá theo quy định của Đảng"
    )
    rates_managed_titles: bool = param(
        "party.rates_managed_titles",
        YesNo(),
        "",
        "Đánh giá theo quy định của Đảng cả chức danh cấp ủy quản lý",
    )
    ranked_quarters: tuple[int, ...] = param(
        "party.ranked_quarters", Wholes(1, 4), "", "Các quý đề xuất xếp loại riêng"
    )
    exceeding_percent: int = param(
        "party.exceeding_percent", Whole(0, 100), "%", "Xuất sắc khi số nhiệm vụ vượt yêu cầu từ"
    )
    late_percent: int = param(
        "party.late_percent", Whole(0, 100), "%", "Hoàn thành khi số nhiệm vụ chậm không quá"
    )
    collective_percent: int = param(
        "party.collective_percent",
        Whole(0, 100),
        "%",
        "Người đứng đầu không hoàn thành khi tập thể hoàn thành dưới",
    )
    failed_quarters: int = param(
        "party.failed_quarters",
        Whole(1, 8),
        "quý liên tiếp",
        "Đề xuất thay thế khi không hoàn thành từ",
    )
    failed_quarter_blocks: bool = param(
        "party.failed_quarter_blocks",
        YesNo(),
        "",
        "Một quý không hoàn thành thì năm không xếp xuất sắc",
    )
    below_standard_most: str = param(
        "party.below_standard_most",
        Choice(MOST_LEVELS),
        "",
        "Chưa đạt chuẩn chức danh thì xếp cao nhất",
    )
    disciplined_most: str = param(
        "party.disciplined_most", Choice(MOST_LEVELS), "", "Bị kỷ luật trong kỳ thì xếp cao nhất"
    )
    newly_appointed_days: int = param(
        "party.newly_appointed_days",
        Whole(0, 90),
        "ngày",
        "Chưa đánh giá quý khi giữ chức chưa được",
    )
    absent_months: int = param(
        "party.absent_months",
        Whole(1, 3),
        "tháng",
        "Chưa đánh giá quý khi học tập trung, ốm, thai sản từ",
    )


CAP_BASE = (
    ("good_after", "số xếp loại tốt sau khi điều chỉnh"),
    ("good_before", "số xếp loại tốt trước khi điều chỉnh"),
    ("good_and_excellent", "số xếp loại tốt và xuất sắc"),
)


@dataclass(frozen=True)
class RatingCapPolicy:
    """Caps of the decree on the year's rating, and the local targets that may not pass them."""

    cap_base: str = param("rating.cap_base", Choice(CAP_BASE), "", "Mức trần xuất sắc tính trên")

    excellent_percent: int = param(
        "rating.excellent_percent",
        Whole(0, 100),
        "%",
        "Xếp loại xuất sắc tối đa trên số hoàn thành tốt",
    )
    excellent_percent_outstanding: int = param(
        "rating.excellent_percent_outstanding",
        Whole(0, 100),
        "%",
        "Xếp loại xuất sắc tối đa nơi tổ chức xuất sắc",
    )
    target_good_percent: int = param(
        "rating.target_good_percent",
        Whole(0, 100),
        "%",
        "Mức đặt: hoàn thành tốt nhiệm vụ trở lên từ (0: không đặt)",
    )
    target_excellent_percent: int = param(
        "rating.target_excellent_percent",
        Whole(0, 100),
        "%",
        "Mức đặt: hoàn thành xuất sắc nhiệm vụ từ (0: không đặt)",
    )


BETWEEN = (("completed", "nhiều nhất là hoàn thành"), ("failed", "không hoàn thành"))


@dataclass(frozen=True)
class RatingRoundPolicy:
    """The year's procedure for persons and organisations: steps with their last days, and what
    organisations are asked.
    """

    steps: tuple[tuple[str, tuple[int, int]], ...] = param(
        "round.steps", DaysOfYear(), "", "Ngày cuối của từng bước xếp loại năm"
    )
    done_before: tuple[tuple[str, tuple[int, int]], ...] = param(
        "round.done_before",
        DaysOfYear(),
        "",
        "Xếp loại năm xong trước ngày (usual; own: nơi có lịch riêng)",
    )
    warn_days: int = param(
        "round.warn_days", Whole(0, 90), "ngày", "Nhắc người chưa có mức trước ngày cuối"
    )
    body_general: tuple[tuple[str, Decimal], ...] = param(
        "round.body_general",
        PointsByCriterion(),
        "điểm",
        "Điểm tối đa của từng tiêu chí chung của tổ chức",
    )
    body_results: tuple[tuple[str, Decimal], ...] = param(
        "round.body_results",
        PointsByCriterion(),
        "điểm",
        "Điểm tối đa của từng tiêu chí kết quả của tổ chức",
    )
    body_exceeding_percent: int = param(
        "round.body_exceeding_percent",
        Whole(0, 100),
        "%",
        "Tổ chức xuất sắc khi số nhiệm vụ vượt yêu cầu từ",
    )
    body_late_percent: int = param(
        "round.body_late_percent",
        Whole(0, 100),
        "%",
        "Tổ chức hoàn thành khi số nhiệm vụ chậm không quá",
    )
    body_least_percent: int = param(
        "round.body_least_percent", Whole(0, 100), "%", "Tổ chức không hoàn thành khi làm xong dưới"
    )
    body_between: str = param(
        "round.body_between",
        Choice(BETWEEN),
        "",
        "Tổ chức làm xong từ tỷ lệ đó đến dưới 100%, hoặc chậm quá mức",
    )

    def ends(self, year: int) -> dict[str, date]:
        """The day before which the rating of that year is done: usual, own."""
        return _days_of(self.done_before, year)

    def days(self, year: int) -> dict[str, date]:
        """The last day of each step of the rating of that year."""
        return _days_of(self.steps, year)


def _days_of(days: tuple[tuple[str, tuple[int, int]], ...], year: int) -> dict[str, date]:
    return {code: date(year + (month <= EARLY_MONTHS), month, day) for code, (month, day) in days}


EARLY_MONTHS = 3  # special calendars end in January of the year after (Đ19.2)


@dataclass(frozen=True)
class ReceptionPolicy:
    """Reception of citizens and dialogue: who, how often, by when, what is paid."""

    calendar_before: int = param(
        "reception.calendar_before",
        Whole(0, 60),
        "ngày làm việc",
        "Công bố lịch tiếp công dân trước ngày tiếp ít nhất",
    )
    chair_days: int = param(
        "reception.chair_days",
        Whole(0, 31),
        "ngày",
        "Chủ tịch UBND tiếp công dân mỗi tháng ít nhất",
    )
    chair_in_person: bool = param(
        "reception.chair_in_person",
        YesNo(),
        "",
        "Chủ tịch UBND trực tiếp tiếp: người tiếp thay không được tính",
    )
    secretary_days: int = param(
        "reception.secretary_days",
        Whole(0, 31),
        "ngày",
        "Bí thư Đảng ủy tiếp dân mỗi tháng ít nhất",
    )
    unit_head_days: int = param(
        "reception.unit_head_days",
        Whole(0, 31),
        "ngày",
        "Người đứng đầu đơn vị sự nghiệp công tiếp công dân mỗi tháng ít nhất",
    )
    answer_days: int = param(
        "reception.answer_days",
        Whole(1, 120),
        "ngày làm việc",
        "Thông báo kết quả xử lý cho công dân trong",
    )
    refusal_days: int = param(
        "reception.refusal_days",
        Whole(1, 60),
        "ngày làm việc",
        "Thông báo từ chối tiếp (Mẫu 01/TCD) trong",
    )
    online_before: int = param(
        "reception.online_before",
        Whole(0, 60),
        "ngày làm việc",
        "Tiếp trực tuyến: thông báo trước ít nhất",
    )
    test_before: int = param(
        "reception.test_before",
        Whole(0, 30),
        "ngày làm việc",
        "Tiếp trực tuyến: chạy thử đường truyền trước ít nhất",
    )
    connect_before: int = param(
        "reception.connect_before",
        Whole(0, 24),
        "giờ",
        "Tiếp trực tuyến: kết nối các điểm cầu trước ít nhất",
    )
    crowd: int = param(
        "reception.crowd", Whole(2, 100), "người", "Nhiều người cùng một nội dung: từ"
    )
    crowd_large: int = param(
        "reception.crowd_large",
        Whole(2, 1000),
        "người",
        "Đoàn đông người, được cử nhiều người đại diện hơn: trên",
    )
    representatives: int = param(
        "reception.representatives", Whole(1, 20), "người", "Người đại diện nhiều nhất"
    )
    representatives_large: int = param(
        "reception.representatives_large",
        Whole(1, 20),
        "người",
        "Người đại diện nhiều nhất của đoàn đông người",
    )
    pay_receiver: int = param(
        "reception.pay_receiver",
        Whole(0, 10_000_000),
        "đồng",
        "Bồi dưỡng một ngày người tiếp chưa hưởng phụ cấp trách nhiệm theo nghề",
    )
    pay_receiver_allowed: int = param(
        "reception.pay_receiver_allowed",
        Whole(0, 10_000_000),
        "đồng",
        "Bồi dưỡng một ngày người tiếp đang hưởng phụ cấp trách nhiệm theo nghề",
    )
    pay_support: int = param(
        "reception.pay_support",
        Whole(0, 10_000_000),
        "đồng",
        "Bồi dưỡng một ngày người phục vụ, người xử lý đơn",
    )
    turns_a_session: int = param(
        "reception.turns_a_session", Whole(1, 500), "lượt", "Một buổi tiếp nhận đăng ký nhiều nhất"
    )
    forms_an_hour: int = param(
        "reception.forms_an_hour",
        Whole(1, 1000),
        "phiếu",
        "Một giờ nhận đăng ký tiếp từ một địa chỉ mạng nhiều nhất",
    )
    remind_days: int = param(
        "reception.remind_days", Whole(0, 60), "ngày", "Nhắc trước hạn trả lời, hạn việc đã hứa"
    )
    dialogues_a_year: int = param(
        "reception.dialogues_a_year",
        Whole(0, 12),
        "lần",
        "Hội nghị đối thoại với Nhân dân mỗi năm ít nhất",
    )
    dialogue_before: int = param(
        "reception.dialogue_before",
        Whole(0, 60),
        "ngày",
        "Thông báo hội nghị đối thoại trước ít nhất",
    )


@dataclass(frozen=True)
class CitizensPolicy:
    """How people were served: when a case is late, letters of apology."""

    max_supplements: int = param(
        "citizens.max_supplements",
        Whole(0, 10),
        "lần",
        "Yêu cầu bổ sung hồ sơ nhiều hơn số lần này thì tính trễ hạn",
    )
    group_from_zero: bool = param(
        "citizens.group_from_zero",
        YesNo(),
        "",
        "Loại đối tượng trong tệp một cửa đếm từ 0 (0, 1, 2)",
    )
    apology_before: int = param(
        "citizens.apology_before",
        Whole(0, 30),
        "ngày",
        "Thư xin lỗi, hẹn lại trước hạn trả ít nhất",
    )
    new_dates: int = param("citizens.new_dates", Whole(0, 10), "lần", "Được hẹn lại nhiều nhất")
    coverage: int = param(
        "citizens.coverage", Whole(0, 99), "%", "Người làm thủ tục được hỏi ý kiến trong năm trên"
    )
    least_answers: int = param(
        "citizens.least_answers",
        Whole(1, 1000),
        "phiếu",
        "Ít hơn số phiếu, hồ sơ này thì không nêu tỷ lệ, không so sánh",
    )
    slip_days: int = param(
        "citizens.slip_days", Whole(1, 366), "ngày", "Phát phiếu đánh giá cho hồ sơ xong trong"
    )
    words_from: int = param(
        "citizens.words_from",
        Whole(1, 100),
        "phiếu",
        "Lời góp ý chỉ hiện khi tháng ấy đơn vị có từ",
    )
    remind_days: int = param(
        "citizens.remind_days", Whole(0, 60), "ngày", "Nhắc trước hạn hồ sơ, hạn trả lời"
    )


@dataclass(frozen=True)
class WorkingCalendarPolicy:
    """Days off and worked days off of the years that somebody entered. Other years count Monday to
    Friday.
    """

    holidays: frozenset[date] = param(
        "calendar.{year}.holidays", Days(), "ngày", "Ngày nghỉ lễ, tết"
    )
    make_up_days: frozenset[date] = param(
        "calendar.{year}.make_up_days", Days(), "ngày", "Ngày làm bù"
    )
    confirmed_until: frozenset[date] = param(
        "calendar.{year}.confirmed_until", Days(), "ngày", "Lịch nghỉ đã xác nhận đến hết ngày"
    )
    known_years: frozenset[int] = frozenset()

    def calendar(self) -> WorkingCalendar:
        return WorkingCalendar(self.holidays, self.make_up_days, self.confirmed_until)

    def knows(self, year: int) -> bool:
        """Whether the page may omit the remark that only Monday to Friday was counted."""
        return year in self.known_years


GROUPS: dict[str, tuple[str, type]] = {
    "programme": ("Chương trình, nhiệm vụ", ProgrammePolicy),
    "organisation": ("Tổ chức, biên chế", OrganisationPolicy),
    "access": ("Tài khoản, phân quyền", AccessPolicy),
    "notices": ("Thư báo việc", NoticePolicy),
    "people": ("Hồ sơ, dữ liệu cá nhân", PeoplePolicy),
    "standards": ("Tiêu chuẩn chức danh, vị trí việc làm", StandardsPolicy),
    "training": ("Đào tạo, bồi dưỡng", TrainingPolicy),
    "clearance": ("Tiêu chuẩn chính trị", ClearancePolicy),
    "succession": ("Quy hoạch cán bộ", SuccessionPolicy),
    "oversight": ("Kiểm tra, giám sát", OversightPolicy),
    "discipline": ("Kỷ luật, sàng lọc", DisciplinePolicy),
    "cells": ("Sinh hoạt chi bộ", CellsPolicy),
    "commendation": ("Thi đua, khen thưởng", CommendationPolicy),
    "placement": ("Bố trí, bổ nhiệm cán bộ", PlacementPolicy),
    "suiting": ("So hồ sơ với vị trí (gợi ý)", SuitingPolicy),
    "scenario": ("Phương án tham khảo", ScenarioPolicy),
    "recruitment": ("Tuyển dụng, tiếp nhận", RecruitmentPolicy),
    "benefits": ("Chế độ, chính sách", BenefitsPolicy),
    "reception": ("Tiếp công dân, đối thoại", ReceptionPolicy),
    "citizens": ("Phục vụ người dân", CitizensPolicy),
    "composition": ("Cơ cấu cán bộ", CompositionPolicy),
    "forecast": ("Dự báo đội ngũ", ForecastPolicy),
    "scoring": ("Theo dõi, chấm điểm", ScoringPolicy),
    "plan": ("Kế hoạch cá nhân", PlanPolicy),
    "party": ("Đánh giá theo quy định của Đảng", PartyRatingPolicy),
    "rating": ("Xếp loại năm", RatingCapPolicy),
    "round": ("Đợt xếp loại năm, xếp loại tổ chức", RatingRoundPolicy),
    "calendar": ("Lịch làm việc", WorkingCalendarPolicy),
}
P = TypeVar("P")


def specs(policy: type) -> dict[str, Spec]:
    """Field name -> spec of one policy."""
    return {f.name: f.metadata["spec"] for f in fields(policy) if "spec" in f.metadata}


def all_specs() -> tuple[Spec, ...]:
    return tuple(spec for _, policy in GROUPS.values() for spec in specs(policy).values())


def spec_of(key: str) -> Spec:
    """The spec that `key` fits; KeyError when the system knows no such parameter."""
    for spec in all_specs():
        if spec.fits(key):
            return spec
    raise KeyError(key)


def build(policy: type[P], values: Mapping[str, Any]) -> P:
    """Fill `policy` from plain values by key. KeyError names a key that no layer defines."""
    if policy is WorkingCalendarPolicy:
        return _calendar(values)  # type: ignore[return-value]  # P is the calendar here
    return policy(
        **{name: spec.kind.typed(values[spec.key]) for name, spec in specs(policy).items()}
    )


def _calendar(values: Mapping[str, Any]) -> WorkingCalendarPolicy:
    kinds = specs(WorkingCalendarPolicy)
    gathered = {
        name: frozenset(d for k, v in values.items() if spec.fits(k) for d in Days().typed(v))
        for name, spec in kinds.items()
    }
    years = frozenset(int(k.split(".")[1]) for k in values if kinds["holidays"].fits(k))
    return WorkingCalendarPolicy(**gathered, known_years=years)

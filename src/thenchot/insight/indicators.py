"""The indicators of this room. Young: under the age of the policy of the place
(`programme.young_age`).
"""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from thenchot.insight.enums import Direction, Measure
from thenchot.insight.registry import Indicator, register
from thenchot.training.enums import TopicGroup
from thenchot.training.labels import TOPIC_GROUP

NUMBER, NONE = Measure.NUMBER, Direction.NONE
PARTY, MANAGERS, EVERYBODY = "kind = 'party'", "is_manager", "true"
WOMAN, NO_SEX = "sex = 'f'", "sex = ''"
YOUNG, NO_BIRTH = "is_young", "born_on IS NULL"
SCIENCE, NO_SCIENCE = "in_science", "in_science IS NULL"
RELIGIOUS, NO_RELIGIOUS = "in_religious_area", "in_religious_area IS NULL"

COMPOSITION = _("Cơ cấu cấp ủy, chức danh chủ chốt")
STAFF = _("Cơ cấu đội ngũ")
LEADERS = _("Cán bộ lãnh đạo, quản lý")
QUALITY = _("Chuẩn và hồ sơ")

RATINGS = _("Xếp loại năm")

register(
    (
        Indicator(
            "committee_women",
            _("Nữ cấp ủy viên"),
            "members",
            PARTY,
            WOMAN,
            NO_SEX,
            clauses=("S0-021",),
            goal="women_committee",
            group=COMPOSITION,
        ),
        Indicator(
            "standing_women",
            _("Nữ trong Ban Thường vụ"),
            "members",
            "kind = 'standing'",
            WOMAN,
            NO_SEX,
            NUMBER,
            clauses=("S0-022",),
            goal="women_standing",
            group=COMPOSITION,
        ),
        Indicator(
            "committee_young_term",
            _("Cán bộ trẻ trong cấp ủy, tính cả nhiệm kỳ"),
            "term_members",
            PARTY,
            YOUNG,
            NO_BIRTH,
            clauses=("S0-023",),
            goal="young_term",
            group=COMPOSITION,
        ),
        Indicator(
            "committee_science",
            _("Cấp ủy viên có trình độ khoa học, công nghệ"),
            "members",
            PARTY,
            SCIENCE,
            NO_SCIENCE,
            clauses=("S0-027",),
            goal="science_committee",
            group=COMPOSITION,
        ),
        Indicator(
            "committee_religious",
            _("Cấp ủy viên là cán bộ vùng giáo"),
            "members",
            PARTY,
            RELIGIOUS,
            NO_RELIGIOUS,
            clauses=("S1-034",),
            group=COMPOSITION,
        ),
        Indicator(
            "key_science",
            _("Chức danh chủ chốt có trình độ khoa học, công nghệ"),
            "key_holders",
            EVERYBODY,
            SCIENCE,
            NO_SCIENCE,
            NUMBER,
            clauses=("S0-028",),
            goal="science_key",
            group=COMPOSITION,
        ),
        Indicator(
            "key_young",
            _("Cán bộ trẻ giữ chức danh chủ chốt"),
            "key_holders",
            EVERYBODY,
            YOUNG,
            NO_BIRTH,
            NUMBER,
            clauses=("S0-029",),
            goal="young_key",
            group=COMPOSITION,
        ),
        Indicator(
            "staff_total",
            _("Cán bộ, công chức, viên chức có mặt"),
            "staff",
            EVERYBODY,
            EVERYBODY,
            measure=NUMBER,
            direction=NONE,
            clauses=("S4-002",),
            group=STAFF,
        ),
        Indicator(
            "managers_total",
            _("Trong đó lãnh đạo, quản lý"),
            "staff",
            EVERYBODY,
            MANAGERS,
            measure=NUMBER,
            direction=NONE,
            clauses=("S4-002",),
            group=STAFF,
        ),
        Indicator(
            "staff_women",
            _("Nữ trong đội ngũ"),
            "staff",
            EVERYBODY,
            WOMAN,
            NO_SEX,
            clauses=("S1-034",),
            group=STAFF,
        ),
        Indicator(
            "staff_young",
            _("Cán bộ trẻ trong đội ngũ"),
            "staff",
            EVERYBODY,
            YOUNG,
            NO_BIRTH,
            clauses=("S1-034",),
            group=STAFF,
        ),
        Indicator(
            "staff_science",
            _("Có trình độ khoa học, công nghệ trong đội ngũ"),
            "staff",
            EVERYBODY,
            SCIENCE,
            NO_SCIENCE,
            clauses=("S1-034",),
            group=STAFF,
        ),
        Indicator(
            "staff_graduates",
            _("Trình độ đại học trở lên trong đội ngũ"),
            "staff",
            EVERYBODY,
            "is_graduate",
            clauses=("S4-026",),
            group=STAFF,
        ),
        Indicator(
            "staff_religious",
            _("Cán bộ vùng giáo trong đội ngũ"),
            "staff",
            EVERYBODY,
            RELIGIOUS,
            NO_RELIGIOUS,
            clauses=("S1-034",),
            group=STAFF,
        ),
        Indicator(
            "managers_women",
            _("Nữ trong lãnh đạo, quản lý"),
            "staff",
            MANAGERS,
            WOMAN,
            NO_SEX,
            clauses=("S4-025",),
            group=LEADERS,
        ),
        Indicator(
            "managers_young",
            _("Cán bộ trẻ trong lãnh đạo, quản lý"),
            "staff",
            MANAGERS,
            YOUNG,
            NO_BIRTH,
            clauses=("S4-025",),
            group=LEADERS,
        ),
        Indicator(
            "managers_postgraduate",
            _("Trình độ sau đại học trong lãnh đạo, quản lý"),
            "staff",
            MANAGERS,
            "is_postgraduate",
            clauses=("S4-025",),
            group=LEADERS,
        ),
        Indicator(
            "standards_leaders",
            _("Lãnh đạo, quản lý đạt chuẩn của lãnh đạo, quản lý"),
            "judged",
            "for_leaders",
            "meets_all",
            clauses=("S0-024",),
            group=QUALITY,
        ),
        Indicator(
            "standards_everybody",
            _("Người đạt mọi tiêu chuẩn của vị trí"),
            "judged",
            "NOT for_leaders",
            "meets_all",
            clauses=("S4-021", "S0-020"),
            group=QUALITY,
        ),
        Indicator(
            "rated_good",
            _("Cán bộ, công chức hoàn thành tốt nhiệm vụ trở lên"),
            "rated",
            EVERYBODY,
            "level IN ('good', 'excellent')",
            clauses=("S4-023",),
            group=RATINGS,
            looks_ahead=False,
        ),
        Indicator(
            "rated_excellent",
            _("Cán bộ, công chức hoàn thành xuất sắc nhiệm vụ"),
            "rated",
            EVERYBODY,
            "level = 'excellent'",
            direction=NONE,
            clauses=("S4-024",),
            group=RATINGS,
            looks_ahead=False,
        ),
        Indicator(
            "files_digitised",
            _("Hồ sơ giấy đã số hóa"),
            "staff",
            EVERYBODY,
            "paper_state = 'done'",
            clauses=("S0-146", "S3-036"),
            group=QUALITY,
            looks_ahead=False,
        ),
        Indicator(
            "files_confirmed",
            _("Hồ sơ đã xác nhận trong năm"),
            "staff",
            EVERYBODY,
            "has_confirmed",
            clauses=("S0-095",),
            group=QUALITY,
            looks_ahead=False,
        ),
        Indicator(
            "pledges_signed",
            _("Đã ký cam kết trong năm"),
            "staff",
            EVERYBODY,
            "has_pledged",
            clauses=("S4-034",),
            group=QUALITY,
            looks_ahead=False,
        ),
    )
)

TRAINING = _("Đào tạo, bồi dưỡng")
COVERAGE = {
    TopicGroup.THEORY: ("S0-030",),
    TopicGroup.STATE: ("S0-118",),
    TopicGroup.LEADERSHIP: ("S4-028",),
    TopicGroup.FIELD: ("S0-025",),
    TopicGroup.DIGITAL: ("S0-026",),
    TopicGroup.SERVICE: ("S0-026", "S4-029", "S4-046"),
    TopicGroup.PARTY: ("S0-101", "S0-118"),
    TopicGroup.POLITICAL: ("S0-030",),
}
register(
    (
        Indicator(
            "trained",
            _("Người đã học ít nhất một chuyên đề dành cho mình"),
            "trained",
            EVERYBODY,
            "has_learnt",
            clauses=("S0-025", "S0-026"),
            group=TRAINING,
            looks_ahead=False,
        ),
        *(
            Indicator(
                f"trained_{group}",
                format_lazy("{}: {}", _("Đã đào tạo, bồi dưỡng"), TOPIC_GROUP[group]),
                "trained",
                f"topic_group = '{group}'",
                "has_learnt",
                clauses=clauses,
                group=TRAINING,
                looks_ahead=False,
            )
            for group, clauses in COVERAGE.items()
        ),
    )
)

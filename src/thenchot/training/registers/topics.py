"""Subjects of training, told once."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register
from thenchot.training.access import EDIT, EXPORT, SEE
from thenchot.training.actions.topics import TOPIC
from thenchot.training.labels import ABILITY, AUDIENCE, CYCLE, TOPIC_GROUP
from thenchot.training.queries.topics import list_topics

TABS = "training/_tabs.html"


class TopicFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "code", "basis", "work_field")
    group = filters.CodeFilter(_("Nhóm"), TOPIC_GROUP)
    audience = filters.CodeFilter(_("Dành cho"), AUDIENCE)
    online = filters.FlagFilter(_("Có khóa trực tuyến"), lambda rows: rows.exclude(link=""))
    practical = filters.FlagFilter(
        _("Thực hành, tình huống"), lambda rows: rows.filter(is_practical=True)
    )


class TopicRegister(Register):
    """Whom each subject is for, how often, and what a finished course leaves in the file."""

    code, title = "training_topic_list", _("Chuyên đề đào tạo, bồi dưỡng")
    lead = _("Chuyên đề có văn bằng, chứng chỉ thì bù được tiêu chuẩn còn thiếu cùng loại.")
    see, take = SEE, EXPORT
    rows = staticmethod(list_topics)
    filters = TopicFilter
    actions = TOPIC
    links = (
        PageLink(_("+ Chuyên đề"), "training_topic_new", EDIT, "go"),
        PageLink(_("Lấy danh mục có sẵn"), "training_topic_adopt", EDIT),
    )
    tabs, row_id, file_name = TABS, "t", "chuyen-de-dao-tao"
    empty = _("Chưa có chuyên đề nào; lấy danh mục có sẵn rồi sửa theo địa phương.")
    official = Official("Danh mục chuyên đề đào tạo, bồi dưỡng", landscape=True)

    name = columns.Column(_("Chuyên đề"), notes=("basis",), width=44, paper=60)
    topic_code = columns.Column(_("Mã"), "code", width=16, shown=False)
    group = columns.ChoiceColumn(_("Nhóm"), labels=TOPIC_GROUP, width=26, paper=36)
    audience = columns.ChoiceColumn(
        _("Dành cho"), labels=AUDIENCE, notes=("work_field",), width=24, paper=34
    )
    cycle = columns.ChoiceColumn(_("Kỳ"), labels=CYCLE, width=10, paper=20)
    ability = columns.ChoiceColumn(_("Rèn năng lực"), labels=ABILITY, width=24, shown=False)
    hours = columns.NumberColumn(_("Số tiết"), width=8, paper=16)
    is_practical = columns.FlagColumn(
        _("Thực hành"), lambda topic: topic.is_practical, width=10, paper=18
    )
    paper_name = columns.Column(
        _("Học xong, hồ sơ có thêm"),
        lambda topic: topic.paper_name or topic.get_paper_display(),
        width=30,
        paper=44,
    )
    online = columns.PartColumn(
        _("Khóa trực tuyến"), "training/_online.html", "link", width=30, paper=40
    )
    valid_to = columns.DayColumn(_("Dùng đến"), width=12, shown=False)
    step = columns.OffersColumn(offers=TOPIC.offers)

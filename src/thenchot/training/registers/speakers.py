"""Reporters, propagandists and part-time lecturers, told once."""

from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register
from thenchot.training.access import EDIT, EXPORT, SEE_NAMES
from thenchot.training.actions.speakers import SPEAKER
from thenchot.training.labels import SPEAKER_KIND
from thenchot.training.queries.speakers import list_speakers, narrowed_to_due, told_when_due
from thenchot.training.registers.topics import TABS


class SpeakerFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="person__folded")
    unit = UnitFilter(SEE_NAMES)
    kind = filters.CodeFilter(_("Là"), SPEAKER_KIND)
    due = filters.FlagFilter(_("Đến kỳ bồi dưỡng"), narrowed_to_due)


class SpeakerRegister(Register):
    """Who speaks for the Party at the grassroots, and whose knowledge is to be brought up to
    date (S3-047).
    """

    code, title = "training_speaker_list", _("Báo cáo viên, tuyên truyền viên")
    lead = _(
        "Kỳ bồi dưỡng tính từ lớp gần nhất đã được xác nhận của chuyên đề dành cho báo cáo viên, "
        "tuyên truyền viên; chưa học lớp nào thì tính từ ngày được công nhận."
    )
    see, take = SEE_NAMES, EXPORT
    rows = staticmethod(list_speakers)
    filters = SpeakerFilter
    logs = "person"
    links = (PageLink(_("+ Báo cáo viên"), "training_speaker_new", EDIT, "go"),)
    tabs, row_id, file_name = TABS, "s", "bao-cao-vien"
    empty = _("Chưa ghi báo cáo viên, tuyên truyền viên nào.")
    official = Official("Danh sách báo cáo viên, tuyên truyền viên", landscape=True)

    person = columns.Column(
        _("Họ và tên"),
        "person__full_name",
        notes=("subjects",),
        sort="person__sort_key",
        width=30,
        paper=56,
    )
    unit = columns.Column(_("Đơn vị"), "unit__name", width=34, paper=60)
    kind = columns.ChoiceColumn(_("Là"), labels=SPEAKER_KIND, width=18, paper=30)
    decision = columns.Column(_("Quyết định"), width=20, paper=34, css="nowrap")
    valid_from = columns.DayColumn(_("Từ ngày"), width=12, paper=24)
    learnt_on = columns.DayColumn(_("Bồi dưỡng gần nhất"), width=14, paper=26)
    due_on = columns.DueColumn(
        _("Kỳ tới"), is_open=lambda row: True, width=14, paper=26, sort=False
    )
    step = columns.OffersColumn(offers=SPEAKER.offers, about="person")

    def prepare(self, rows):
        return told_when_due(rows, today())

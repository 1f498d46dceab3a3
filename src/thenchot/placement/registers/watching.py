"""What to look into about personnel procedures, told once."""

from django.utils.translation import gettext_lazy as _

from thenchot.placement.access import EXPORT, SEE
from thenchot.placement.labels import IRREGULARITY
from thenchot.placement.queries.watching import list_irregular
from thenchot.placement.registers.vacancies import TABS
from thenchot.platform.clock import today
from thenchot.platform.registers import columns
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Register


class WatchRegister(Register):
    """Backdated steps, one hand for everything, posts without a procedure (S2-011)."""

    code, title = "procedure_watch", _("Cảnh báo sớm về quy trình")
    lead = _("Dấu hiệu cần xem lại trong một năm qua; hệ thống không kết luận.")
    see, take = SEE, EXPORT
    logs = "person"
    tabs, file_name = TABS, "canh-bao-quy-trinh"
    empty = _("Không thấy dấu hiệu nào.")
    official = Official("Cảnh báo sớm về quy trình công tác cán bộ", landscape=True)

    kind = columns.ChoiceColumn(_("Dấu hiệu"), labels=IRREGULARITY, sort=False, width=34, paper=56)
    person = columns.LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        route="person_detail",
        key="person_id",
        notes=("unit__name",),
        sort=False,
        width=30,
        paper=50,
    )
    text = columns.Column(_("Nội dung"), sort=False, width=56, paper=100)
    day = columns.DayColumn(_("Ngày"), sort=False, width=12, paper=24)

    def get_rows(self, permission):
        return list_irregular(self.actor, permission, on=today())

"""The own background jobs as a register."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.jobs import queries
from thenchot.platform.registers.columns import Column, LinkColumn, MomentColumn
from thenchot.platform.registers.register import Register


class JobRegister(Register):
    """What one started oneself, the latest first."""

    code, title = "job_list", _("Việc nền của tôi")
    empty = _("Chưa có việc nào.")
    file_name = "viec-nen"

    label = LinkColumn(_("Việc"), route="job_detail", width=40)
    state = Column(_("Trạng thái"), lambda job: job.state_words, width=16)
    created_at = MomentColumn(_("Bắt đầu"), width=18)
    message = Column(_("Kết quả"), width=50)

    def get_rows(self, permission):
        return queries.list_jobs(self.actor)

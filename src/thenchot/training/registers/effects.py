"""What came of subjects at work, told once."""

from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Register
from thenchot.policy.parameters import TrainingPolicy
from thenchot.training.access import EXPORT, SEE
from thenchot.training.actions.effects import EFFECTS
from thenchot.training.labels import VERDICT, VERDICT_TONES
from thenchot.training.queries.effects import list_effects
from thenchot.training.registers.topics import TABS


class EffectFilter(filters.RegisterFilter):
    q = filters.WordsFilter("topic__name")
    unit = UnitFilter(SEE)
    verdict = filters.CodeFilter(_("Kết luận"), VERDICT)


def between(row) -> str:
    if row.low is None or row.high is None:
        return ""
    return _("từ %(low)s đến %(high)s") % {
        "low": columns.number_of(row.low, 1),
        "high": columns.number_of(row.high, 1),
    }


class EffectRegister(Register):
    """Did the work figures of those who learnt move against similar people? Never of a person."""

    code, title = "training_effect_list", _("Hiệu quả sau lớp")
    see, take = SEE, EXPORT
    rows = staticmethod(list_effects)
    filters = EffectFilter
    template = "training/effects.html"
    tabs, file_name = TABS, "hieu-qua-sau-lop"
    empty = _("Chưa tính. Số liệu có khi có người học xong đủ số tháng của chính sách.")
    official = Official("Hiệu quả sau lớp đào tạo, bồi dưỡng", landscape=True)

    topic = columns.Column(_("Chuyên đề"), "topic__name", notes=("unit__name",), width=48, paper=80)
    learners = columns.NumberColumn(_("Đã học"), width=8, paper=16)
    compared = columns.NumberColumn(_("So sánh được"), width=10, paper=20)
    others = columns.NumberColumn(_("Người tương tự"), width=10, paper=20)
    change = columns.NumberColumn(_("Điểm người học thay đổi"), places=1, width=12, paper=26)
    similar = columns.NumberColumn(_("Điểm người tương tự thay đổi"), places=1, width=12, paper=26)
    difference = columns.NumberColumn(
        _("Chênh lệch"), notes=(between,), places=1, width=14, paper=26
    )
    verdict = columns.StateColumn(
        _("Kết luận"), labels=VERDICT, tones=VERDICT_TONES, width=22, paper=36
    )
    counted_at = columns.MomentColumn(_("Tính lúc"), width=16, paper=30, shown=False)

    def context(self):
        path = self.actor.paths[0] if self.actor.paths else ""
        return {
            "policy": policies.in_force(TrainingPolicy, path=path, on=today()),
            "offers": EFFECTS.offers(self.actor, None, "count"),
        }

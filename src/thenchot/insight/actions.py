"""What can be done: a new count of everybody, and saying what measures a target."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.insight import services
from thenchot.insight.access import COUNT, TIE
from thenchot.insight.forms import TieForm
from thenchot.insight.queries import proposed_for
from thenchot.platform.scope.actor import over, somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.programmes.queries.targets import get_target


def targets_of(target) -> str:
    return f"{reverse('insight_targets')}?unit={target.programme.home_id}"


def _count(actor, _none, data):
    """In the background."""
    return services.count_soon(actor, actor.paths_for(COUNT)[0])


FIGURES = Actions(
    code="insight",
    get=lambda actor, pk: None,
    back=lambda _none: reverse("insight_board"),
    above=lambda _none: _("Số liệu"),
    actions=(
        Action(
            name="count",
            title=_("Ghi số liệu hôm nay"),
            may=somewhere(COUNT),
            run=_count,
            done="",
            to=lambda _none, job: reverse("job_detail", args=[job.pk]),
            on_thing=False,
        ),
    ),
)
TARGET = Actions(
    code="target",
    get=get_target,
    back=targets_of,
    above=lambda target: _("Chỉ tiêu chương trình"),
    actions=(
        Action(
            name="tie",
            title=_("Gắn chỉ số"),
            heading=lambda target: target.text[:160],
            submit=_("Gắn"),
            form=TieForm,
            initial=lambda actor, target: {"indicator": target.indicator or proposed_for(target)},
            may=over(TIE, "programme__home__path"),
            run=lambda actor, target, data: services.tie(actor, target_id=target.pk, **data),
            done=_("Đã gắn chỉ tiêu với chỉ số."),
        ),
    ),
)

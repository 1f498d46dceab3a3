"""A new comparison of everybody, in the background."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.queries import homes_of
from thenchot.platform import jobs
from thenchot.platform.scope.actor import NotVisible, somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.training.access import EDIT


@transaction.atomic
def _count(actor, _none, data):
    home = homes_of(actor, EDIT).first()
    if home is None:
        raise NotVisible
    return jobs.start(
        actor,
        "thenchot.training.jobs.reckon_effects",
        label=str(_("Tính hiệu quả sau lớp: %s") % home)[:200],
        unit_path=home.path,
        home_id=home.pk,
    )


EFFECTS = Actions(
    code="training_effects",
    get=lambda actor, pk: None,
    back=lambda _none: reverse("training_effect_list"),
    above=lambda _none: _("Hiệu quả sau lớp"),
    actions=(
        Action(
            name="count",
            title=_("Tính lại"),
            may=somewhere(EDIT),
            run=_count,
            done="",
            to=lambda _none, job: reverse("job_detail", args=[job.pk]),
            on_thing=False,
        ),
    ),
)

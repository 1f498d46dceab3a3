"""What can be done about assignments, mentors and the delegation table."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.placement.access import EDIT
from thenchot.placement.forms import assignments as forms
from thenchot.placement.forms.vacancies import HomeForm
from thenchot.placement.queries import assignments as queries
from thenchot.placement.services import assignments as services
from thenchot.platform import jobs
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions


def _edits(actor, thing):
    return actor.may(EDIT, thing.unit.path)


@transaction.atomic
def _review(actor, _none, data):
    """Over everybody of the place: in a job."""
    home = data["home"]
    return jobs.start(
        actor,
        "thenchot.placement.jobs.review",
        label=str(_("Rà soát bố trí: %s") % home.name)[:200],
        unit_path=home.path,
        unit_id=home.pk,
    )


def _may_guide(actor, review):
    return _edits(actor, review) if review.mentee and not review.guided else False


REVIEW = Actions(
    code="placement_review",
    get=queries.get_review,
    back=lambda _one: reverse("placement_review_list"),
    above=lambda _one: _("Rà soát bố trí"),
    actions=(
        Action(
            name="new",
            title=_("Rà soát lại"),
            heading=lambda _none: _("Rà soát lại bố trí"),
            submit=_("Rà soát"),
            form=HomeForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=_review,
            done="",
            to=lambda _none, job: reverse("job_detail", args=[job.pk]),
            on_thing=False,
        ),
        Action(
            name="guide",
            title=_("Ghi người hướng dẫn"),
            heading=lambda one: one.person.full_name,
            submit=_("Ghi"),
            form=forms.MentorOfForm,
            takes=("actor", "review"),
            initial=lambda actor, one: {"why": one.mentee},
            may=_may_guide,
            run=lambda actor, one, data: services.pair_up(actor, mentee_id=one.person_id, **data),
            done=_("Đã ghi người hướng dẫn."),
        ),
    ),
)
MENTOR = Actions(
    code="mentor",
    get=queries.get_pair,
    back=lambda _one: reverse("mentor_list"),
    above=lambda _one: _("Người hướng dẫn"),
    actions=(
        Action(
            name="new",
            title=_("+ Cặp hướng dẫn"),
            heading=lambda _none: _("Ghi cặp hướng dẫn"),
            submit=_("Ghi"),
            form=forms.MentorForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.pair_up(actor, **data),
            done=_("Đã ghi người hướng dẫn."),
            on_thing=False,
        ),
        Action(
            name="end",
            title=_("Kết thúc"),
            heading=lambda pair: pair,
            submit=_("Ghi"),
            form=forms.EndPairForm,
            may=lambda actor, pair: _edits(actor, pair) if pair.ended_on is None else False,
            run=lambda actor, pair, data: services.end_pair(actor, pair_id=pair.pk, **data),
            done=_("Đã ghi kết quả hướng dẫn."),
        ),
    ),
)
DELEGATION = Actions(
    code="delegation_line",
    get=queries.get_delegation,
    back=lambda _one: reverse("delegation_line_list"),
    above=lambda _one: _("Phân cấp quản lý cán bộ"),
    actions=(
        Action(
            name="new",
            title=_("+ Dòng phân cấp"),
            heading=lambda _none: _("Ghi dòng phân cấp"),
            submit=_("Ghi"),
            form=forms.DelegationForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.delegate(actor, **data),
            done=_("Đã ghi; quy trình mở từ nay theo dòng này."),
            on_thing=False,
        ),
        Action(
            name="end",
            title=_("Hết hiệu lực"),
            heading=lambda row: row.decider,
            submit=_("Ghi"),
            form=forms.EndDelegationForm,
            may=lambda actor, row: _edits(actor, row) if row.valid_to is None else False,
            run=lambda actor, row, data: services.end_delegation(
                actor, delegation_id=row.pk, **data
            ),
            done=_("Đã ghi ngày hết hiệu lực."),
            tone="quiet",
        ),
    ),
)

"""What can be done about supervision of the Front and its recommendations."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.oversight.access import ANSWER, SUPERVISE
from thenchot.oversight.forms import social as forms
from thenchot.oversight.queries.social import bodies_of, get_recommendation, get_supervision
from thenchot.oversight.services import social as services
from thenchot.platform.ui.actions import Action, Actions

SOCIAL_LIST = _("Giám sát, phản biện xã hội")


def page_of(supervision) -> str:
    if supervision is None:
        return reverse("social_list")
    return reverse("social", args=[supervision.pk])


def may_supervise(actor, _none) -> bool:
    """For a body of the Front that the actor speaks for."""
    return bodies_of(actor, SUPERVISE).exists()


SOCIAL = Actions(
    code="social",
    get=get_supervision,
    back=page_of,
    above=lambda supervision: supervision or SOCIAL_LIST,
    actions=(
        Action(
            name="new",
            title=_("+ Giám sát, phản biện"),
            heading=lambda _none: _("Ghi cuộc giám sát, phản biện xã hội"),
            submit=_("Ghi"),
            form=forms.SuperviseForm,
            takes=("actor",),
            may=may_supervise,
            run=lambda actor, _none, data: services.supervise(actor, **data),
            done=_("Đã ghi; thêm từng kiến nghị."),
            to=lambda _none, made: page_of(made),
            on_thing=False,
        ),
        Action(
            name="recommend",
            title=_("+ Kiến nghị"),
            submit=_("Ghi"),
            form=forms.RecommendForm,
            takes=("supervision",),
            may=lambda actor, found: actor.may(SUPERVISE, found.unit.path),
            run=lambda actor, found, data: services.recommend(
                actor, supervision_id=found.pk, **data
            ),
            done=_("Đã ghi kiến nghị, tính hạn trả lời."),
            tone="go",
        ),
    ),
)


def _answers(actor, recommendation):
    if recommendation.answer:
        return False
    return actor.may(ANSWER, recommendation.unit.path)


RECOMMENDATION = Actions(
    code="recommendation",
    get=get_recommendation,
    back=lambda one: page_of(one.supervision),
    above=lambda one: one.supervision,
    actions=(
        Action(
            name="answer",
            title=_("Trả lời"),
            heading=lambda one: one.text,
            submit=_("Trả lời"),
            form=forms.AnswerForm,
            may=_answers,
            run=lambda actor, one, data: services.answer(actor, recommendation_id=one.pk, **data),
            done=_("Đã trả lời kiến nghị."),
            tone="go",
        ),
    ),
)

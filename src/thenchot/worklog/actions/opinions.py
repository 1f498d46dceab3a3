"""What can be done to a quick opinion: ask it, answer it, decide."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.worklog.access import ASK_OPINION, may_answer_opinion, may_decide_opinion
from thenchot.worklog.forms import daily as forms
from thenchot.worklog.queries.opinions import get_opinion
from thenchot.worklog.services import opinions as services

OPINION = Actions(
    code="opinion",
    get=get_opinion,
    back=lambda opinion: reverse("opinion_list"),
    above=lambda opinion: _("Xin ý kiến nhanh"),
    actions=(
        Action(
            name="new",
            title=_("Hỏi ý kiến về tình huống mới"),
            submit=_("Gửi"),
            note=_(
                "Dùng cho tình huống mới, chưa có quy định rõ. Hạn trả lời tính theo ngày làm việc."
            ),
            form=forms.OpinionForm,
            takes=("actor",),
            may=somewhere(ASK_OPINION),
            run=lambda actor, _none, data: services.ask_opinion(actor, **data),
            done=_("Đã gửi; người được hỏi thấy ở trang Xin ý kiến nhanh."),
            on_thing=False,
        ),
        Action(
            name="answer",
            title=_("Trả lời"),
            heading=lambda opinion: _("Trả lời xin ý kiến"),
            note=lambda opinion: opinion.question,
            form=forms.AnswerForm,
            may=may_answer_opinion,
            run=lambda actor, opinion, data: services.answer_opinion(
                actor, request_id=opinion.pk, **data
            ),
            done=_("Đã trả lời."),
        ),
        Action(
            name="decide",
            title=_("Quyết định"),
            heading=lambda opinion: _("Quyết định sau khi xin ý kiến"),
            submit=_("Ghi"),
            note=lambda opinion: opinion.answer or opinion.question,
            form=forms.DecisionForm,
            may=may_decide_opinion,
            run=lambda actor, opinion, data: services.decide_opinion(
                actor, request_id=opinion.pk, **data
            ),
            done=_("Đã ghi quyết định."),
        ),
    ),
)

"""What can be done to a dialogue, and to a question."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.reception.access import DECIDE, EDIT
from thenchot.reception.enums import DialogueState
from thenchot.reception.forms import dialogues as forms
from thenchot.reception.forms.sessions import ReasonForm
from thenchot.reception.forms.visits import PromiseForm
from thenchot.reception.queries.dialogues import get_dialogue, get_question
from thenchot.reception.services import dialogues as services
from thenchot.reception.services import promises

D = DialogueState


def page_of(dialogue) -> str:
    if dialogue is None:
        return reverse("citizen_dialogue_list")
    return reverse("citizen_dialogue", args=[dialogue.pk])


def _in(permission: str, *states: str, came: bool = False):
    def may(actor, one):
        if one.state not in states or (came and one.on > today()):
            return False
        return actor.may(permission, one.unit.path)

    return may


def _do(service):
    return lambda actor, one, data: service(actor, dialogue_id=one.pk, **data)


DIALOGUE = Actions(
    code="citizen_dialogue",
    get=get_dialogue,
    back=page_of,
    above=lambda one: one or _("Đối thoại với Nhân dân"),
    actions=(
        Action(
            name="new",
            title=_("Lập kế hoạch đối thoại"),
            submit=_("Lập"),
            form=forms.DialogueForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.plan_dialogue(actor, **data),
            done=_("Đã lập kế hoạch đối thoại."),
            to=lambda _none, one: page_of(one),
            on_thing=False,
        ),
        Action(
            name="announce",
            title=_("Thông báo"),
            heading=lambda one: one,
            form=forms.AnnounceForm,
            may=_in(EDIT, D.PLANNED),
            run=_do(services.announce_dialogue),
            done=_("Đã thông báo; người dân gửi được câu hỏi trước."),
            tone="go",
        ),
        Action(
            name="ask",
            title=_("Thêm câu hỏi"),
            heading=lambda one: one,
            submit=_("Thêm"),
            form=forms.QuestionForm,
            may=_in(EDIT, D.PLANNED, D.ANNOUNCED, D.HELD),
            run=_do(services.ask),
            done=_("Đã thêm câu hỏi."),
        ),
        Action(
            name="hold",
            title=_("Ghi biên bản"),
            heading=lambda one: one,
            submit=_("Ghi"),
            form=forms.MinutesForm,
            initial=lambda actor, one: {"attended": one.attended, "minutes": one.minutes},
            may=_in(EDIT, D.ANNOUNCED, D.HELD, came=True),
            run=_do(services.hold_dialogue),
            done=_("Đã ghi biên bản."),
            tone="go",
        ),
        Action(
            name="promise",
            title=_("Ghi cam kết"),
            heading=lambda one: one,
            submit=_("Ghi"),
            form=PromiseForm,
            takes=("actor",),
            may=_in(EDIT, D.HELD, D.PUBLISHED),
            run=_do(promises.promise_in_dialogue),
            done=_("Đã ghi cam kết."),
        ),
        Action(
            name="publish",
            title=_("Công khai kết quả"),
            may=_in(DECIDE, D.HELD),
            run=_do(services.publish_dialogue),
            done=_("Đã công khai câu hỏi, trả lời, cam kết."),
            ask=_("Số điện thoại, số định danh trong câu hỏi được che. Công khai?"),
            tone="go",
        ),
        Action(
            name="cancel",
            title=_("Hủy hội nghị"),
            heading=lambda one: one,
            form=ReasonForm,
            may=_in(DECIDE, D.PLANNED, D.ANNOUNCED),
            run=_do(services.cancel_dialogue),
            done=_("Đã hủy hội nghị."),
            tone="quiet",
        ),
    ),
)
QUESTION = Actions(
    code="citizen_question",
    get=get_question,
    back=lambda question: page_of(question and question.dialogue),
    above=lambda question: question.dialogue,
    actions=(
        Action(
            name="answer",
            title=_("Trả lời"),
            heading=lambda question: question,
            submit=_("Ghi trả lời"),
            form=forms.AnswerQuestionForm,
            initial=lambda actor, question: {"answer": question.answer},
            may=lambda actor, question: (
                question.dialogue.state in (D.PLANNED, D.ANNOUNCED, D.HELD)
                and actor.may(EDIT, question.dialogue.unit.path)
            ),
            run=lambda actor, question, data: services.answer_question(
                actor, question_id=question.pk, **data
            ),
            done=_("Đã ghi trả lời."),
        ),
    ),
)

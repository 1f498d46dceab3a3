"""What can be done to a subject."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from thenchot.platform.scope.actor import over, somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.training.access import EDIT
from thenchot.training.forms import topics as forms
from thenchot.training.queries.topics import get_topic
from thenchot.training.services import topics as services


def _adopted(_none, count: int) -> str:
    words = ngettext("Đã thêm %(n)s chuyên đề.", "Đã thêm %(n)s chuyên đề.", count)
    return words % {"n": count}


TOPIC = Actions(
    code="training_topic",
    get=get_topic,
    back=lambda topic: reverse("training_topic_list"),
    above=lambda topic: _("Chuyên đề"),
    actions=(
        Action(
            name="new",
            title=_("Thêm chuyên đề đào tạo"),
            submit=_("Thêm"),
            form=forms.NewTopicForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.add_topic(actor, **data),
            done=_("Đã thêm chuyên đề."),
            on_thing=False,
        ),
        Action(
            name="adopt",
            title=_("Lấy danh mục chuyên đề có sẵn"),
            submit=_("Lấy về"),
            form=forms.AdoptForm,
            takes=("actor",),
            may=somewhere(EDIT),
            note=_(
                "Danh mục gợi ý theo các chương trình; sửa, thêm, kết thúc được từng chuyên đề."
            ),
            run=lambda actor, _none, data: services.adopt_topics(actor, **data),
            done=_adopted,
            on_thing=False,
        ),
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda topic: _("Sửa chuyên đề"),
            submit=_("Ghi"),
            form=forms.TopicForm,
            initial=lambda actor, topic: forms.TopicForm.values_of(topic),
            may=over(EDIT),
            run=lambda actor, topic, data: services.change_topic(actor, topic_id=topic.pk, **data),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="end",
            title=_("Kết thúc"),
            heading=lambda topic: _("Thôi dùng chuyên đề") + f": {topic.name}",
            submit=_("Ghi"),
            form=forms.EndForm,
            may=over(EDIT),
            run=lambda actor, topic, data: services.end_topic(actor, topic_id=topic.pk, **data),
            done=_("Đã ghi ngày thôi dùng."),
            tone="quiet",
        ),
    ),
)

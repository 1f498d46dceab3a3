"""What can be done to a title."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.forms import titles as forms
from thenchot.organisation.queries.titles import get_title
from thenchot.organisation.rules.titles import may_change
from thenchot.organisation.services import titles as services
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions


def may_edit(actor, title):
    """A shipped title belongs to nobody here: who keeps titles somewhere is told so."""
    if title.unit:
        return actor.may(KEEP_POSTS, title.unit.path)
    role = somewhere(KEEP_POSTS)(actor, title)
    return may_change(is_shipped=True) if role else role


def may_end(actor, title):
    decision = may_edit(actor, title)
    return title.valid_to is None if decision else decision


TITLE = Actions(
    code="title",
    get=get_title,
    back=lambda title: reverse("title_list"),
    above=lambda title: _("Chức danh"),
    actions=(
        Action(
            name="new",
            title=_("Thêm chức danh"),
            submit=_("Thêm"),
            form=forms.NewTitleForm,
            takes=("actor",),
            may=somewhere(KEEP_POSTS),
            run=lambda actor, _none, data: services.add_title(actor, **data),
            done=_("Đã thêm chức danh."),
            on_thing=False,
        ),
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda title: _("Sửa chức danh"),
            submit=_("Ghi"),
            form=forms.TitleForm,
            initial=lambda actor, title: forms.said_of(title),
            may=may_edit,
            run=lambda actor, title, data: services.correct_title(actor, title_id=title.pk, **data),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="end",
            title=_("Thôi dùng"),
            heading=lambda title: f"{_('Thôi dùng chức danh')}: {title}",
            submit=_("Ghi"),
            form=forms.LastDayForm,
            may=may_end,
            run=lambda actor, title, data: services.end_title(actor, title_id=title.pk, **data),
            done=_("Chức danh thôi dùng."),
            tone="quiet",
        ),
    ),
)

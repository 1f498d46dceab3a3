"""What can be done to a document of the library."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.documents import forms, queries, services
from thenchot.documents.access import REGISTER
from thenchot.platform.scope.actor import over, somewhere
from thenchot.platform.ui.actions import Action, Actions


def page_of(directive) -> str:
    if directive is None:
        return reverse("directive_list")
    return reverse("directive_detail", args=[directive.pk])


DIRECTIVE = Actions(
    code="directive",
    get=queries.get_directive,
    back=page_of,
    above=lambda directive: directive or _("Văn bản"),
    actions=(
        Action(
            name="new",
            title=_("Vào sổ văn bản"),
            submit=_("Vào sổ"),
            form=forms.DirectiveForm,
            takes=("actor",),
            may=somewhere(REGISTER),
            run=lambda actor, _none, data: services.register_directive(actor, **data),
            done=_("Đã vào sổ."),
            to=lambda _none, directive: page_of(directive),
            on_thing=False,
        ),
        Action(
            name="original",
            title=_("Đính kèm bản gốc"),
            submit=_("Lưu bản gốc"),
            form=forms.OriginalForm,
            may=over(REGISTER, "home__path"),
            run=lambda actor, directive, data: services.attach_original(
                actor, directive_id=directive.pk, upload=data["file"]
            ),
            done=_("Đã lưu bản gốc."),
        ),
        Action(
            name="link",
            title=_("Liên kết văn bản"),
            heading=lambda directive: _("Liên kết với văn bản khác"),
            submit=_("Ghi"),
            form=forms.LinkForm,
            takes=("actor", "source"),
            may=over(REGISTER, "home__path"),
            run=lambda actor, directive, data: services.link_directives(
                actor, source_id=directive.pk, **data
            ),
            done=_("Đã ghi liên kết."),
        ),
    ),
)

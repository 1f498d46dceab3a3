"""What can be done to a template of a month's work and to its lines."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.queries.products import products_for
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.worklog.access import ASSIGN, may_change_template, may_change_template_line
from thenchot.worklog.forms import templates as forms
from thenchot.worklog.queries.assigning import get_line, get_template
from thenchot.worklog.services import templating

PUT = _("Đã ghi dòng của mẫu. Tháng đã giao thì giao lại để xem khác biệt.")


def page_of(template) -> str:
    if template is None or template.ended_at:
        return reverse("template_list")
    return reverse("template_detail", args=[template.pk])


def _products(actor, template) -> dict:
    return {"products": products_for(template.unit, today())}


TEMPLATE = Actions(
    code="template",
    get=get_template,
    back=page_of,
    above=lambda template: template.name if template else _("Mẫu giao việc"),
    actions=(
        Action(
            name="new",
            title=_("Lập mẫu giao việc"),
            submit=_("Lập"),
            form=forms.TemplateForm,
            takes=("actor",),
            may=somewhere(ASSIGN),
            run=lambda actor, _none, data: templating.begin_template(actor, **data),
            done=_("Đã lập mẫu; thêm các sản phẩm của một tháng."),
            to=lambda _none, template: page_of(template),
            on_thing=False,
        ),
        Action(
            name="end",
            title=_("Thôi dùng"),
            tone="quiet",
            may=may_change_template,
            run=lambda actor, template, data: templating.end_template(
                actor, template_id=template.pk
            ),
            done=_("Mẫu này thôi dùng; việc đã giao giữ nguyên."),
            to=lambda template, ended: reverse("template_list"),
        ),
        Action(
            name="edit",
            title=_("Sửa mẫu"),
            heading=lambda template: _("Sửa mẫu giao việc"),
            submit=_("Ghi"),
            form=forms.TemplateEditForm,
            takes=("actor",),
            initial=lambda actor, template: forms.TemplateEditForm.values_of(template),
            may=may_change_template,
            run=lambda actor, template, data: templating.change_template(
                actor, template_id=template.pk, **data
            ),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="line",
            title=_("Thêm sản phẩm"),
            heading=lambda template: _("Sản phẩm của mẫu"),
            submit=_("Ghi"),
            form=forms.LineForm,
            template="catalogue/product_form.html",
            more=_products,
            may=may_change_template,
            run=lambda actor, template, data: templating.put_line(
                actor, template_id=template.pk, **data
            ),
            done=PUT,
        ),
    ),
)

TEMPLATE_LINE = Actions(
    code="template_line",
    get=get_line,
    back=lambda line: page_of(line.template),
    above=lambda line: line.template.name,
    actions=(
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda line: _("Sản phẩm của mẫu"),
            submit=_("Ghi"),
            form=forms.LineForm,
            initial=lambda actor, line: forms.LineForm.values_of(line),
            template="catalogue/product_form.html",
            more=lambda actor, line: _products(actor, line.template),
            may=may_change_template_line,
            run=lambda actor, line, data: templating.put_line(
                actor, template_id=line.template_id, **data
            ),
            done=PUT,
        ),
        Action(
            name="drop",
            title=_("Bỏ"),
            tone="quiet",
            may=may_change_template_line,
            run=lambda actor, line, data: templating.drop_line(
                actor, template_id=line.template_id, line_id=line.pk
            ),
            done=_("Mẫu không còn dòng này."),
        ),
    ),
)

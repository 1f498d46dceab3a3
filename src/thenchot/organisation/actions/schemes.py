"""What can be done to a scheme of job positions, and to one position."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.decision import Decision
from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.forms import schemes as forms
from thenchot.organisation.queries.schemes import get_position, get_scheme
from thenchot.organisation.rules import schemes as rules
from thenchot.organisation.services import schemes as services
from thenchot.platform.files.services import store
from thenchot.platform.scope.actor import over, somewhere
from thenchot.platform.ui.actions import Action, Actions

MOST_MB = 20
READING = _(
    "Tệp in từ hệ thống nhập lại được nguyên như vậy. Bản mô tả của địa phương cũng đọc "
    "được: đề mục đánh số tùy ý, bảng ba cột, cấp độ như “2-3”. Danh mục Excel: các cột theo thứ "
    "tự tùy ý, dòng đề mục như “I. Nhóm lãnh đạo, quản lý” hoặc tên đơn vị."
)


def may_edit(actor, scheme) -> Decision:
    role = over(KEEP_POSTS)(actor, scheme)
    return rules.may_edit(scheme.state) if role else role


def may_move(move: str):
    """Whoever keeps posts here, in a state from which the move leads on."""

    def may(actor, scheme) -> Decision:
        role = over(KEEP_POSTS)(actor, scheme)
        return rules.leads_on(scheme.state, move) if role else role

    return may


def page_of(scheme) -> str:
    return reverse("scheme_detail", args=[scheme.pk]) if scheme else reverse("scheme_list")


def page_of_position(position) -> str:
    return reverse("position_detail", args=[position.pk])


@transaction.atomic
def _keep(actor, scheme, data):
    """Step 1 of 2: the file."""
    kinds = {"docx", "xlsx"}
    return store(actor, data["file"], unit_path=scheme.unit.path, allowed=kinds, max_mb=MOST_MB)


def _taken(scheme, count) -> str:
    return str(_("Đã thêm %(count)s vị trí từ danh mục mẫu.")) % {"count": count}


SCHEME = Actions(
    code="scheme",
    get=get_scheme,
    back=page_of,
    above=lambda scheme: scheme or _("Vị trí việc làm"),
    actions=(
        Action(
            name="new",
            title=_("Lập đề án"),
            heading=lambda _none: _("Lập đề án vị trí việc làm"),
            submit=_("Lập"),
            form=forms.NewSchemeForm,
            takes=("actor",),
            may=somewhere(KEEP_POSTS),
            run=lambda actor, _none, data: services.begin_scheme(actor, **data),
            done=_("Đã lập đề án; vị trí của lần đang hiệu lực được chép sang."),
            to=lambda _none, scheme: page_of(scheme),
            on_thing=False,
        ),
        Action(
            name="catalogue",
            title=_("Lấy từ danh mục mẫu"),
            submit=_("Thêm vào dự thảo"),
            form=forms.CatalogueForm,
            takes=("scheme",),
            may=may_edit,
            run=lambda actor, scheme, data: services.take_from_catalogue(
                actor, scheme_id=scheme.pk, **data
            ),
            done=_taken,
        ),
        Action(
            name="import",
            title=_("Nhập từ Word, Excel"),
            heading=lambda scheme: _("Nhập vị trí việc làm từ Word, Excel"),
            submit=_("Đọc thử"),
            note=READING,
            form=forms.PositionFileForm,
            may=may_edit,
            run=_keep,
            done="",
            to=lambda scheme, file: reverse("scheme_import_check", args=[scheme.pk, file.pk]),
        ),
        Action(
            name="submit",
            title=_("Trình"),
            heading=lambda scheme: _("Trình đề án"),
            submit=_("Ghi"),
            form=forms.SubmitForm,
            may=may_move("submit"),
            run=lambda actor, scheme, data: services.submit_scheme(
                actor, scheme_id=scheme.pk, **data
            ),
            done=_("Đã ghi ngày trình."),
            tone="go",
        ),
        Action(
            name="return",
            title=_("Bị trả lại"),
            heading=lambda scheme: _("Trả lại đề án"),
            submit=_("Ghi"),
            form=forms.ReturnForm,
            may=may_move("return"),
            run=lambda actor, scheme, data: services.return_scheme(
                actor, scheme_id=scheme.pk, **data
            ),
            done=_("Đề án trở lại dự thảo."),
        ),
        Action(
            name="approve",
            title=_("Ghi quyết định phê duyệt"),
            submit=_("Ghi"),
            form=forms.ApproveForm,
            may=may_move("approve"),
            run=lambda actor, scheme, data: services.approve_scheme(
                actor, scheme_id=scheme.pk, **data
            ),
            done=_("Đề án có hiệu lực."),
            tone="go",
        ),
    ),
)
DESCRIBING = Actions(
    code="position",
    get=get_scheme,
    back=page_of,
    above=str,
    template="organisation/position_form.html",
    actions=(
        Action(
            name="new",
            address="positions/new/",
            title=_("Thêm vị trí"),
            heading=lambda scheme: _("Thêm vị trí việc làm"),
            submit=_("Ghi"),
            form=forms.PositionForm,
            takes=("scheme",),
            initial=lambda actor, scheme: {"unit": scheme.unit_id},
            may=may_edit,
            run=lambda actor, scheme, data: services.put_position(
                actor, scheme_id=scheme.pk, **data
            ),
            done=_("Đã thêm vị trí việc làm."),
            to=lambda scheme, position: page_of_position(position),
        ),
    ),
)
POSITION = Actions(
    code="position",
    get=get_position,
    back=page_of_position,
    above=lambda position: position.name,
    template="organisation/position_form.html",
    actions=(
        Action(
            name="drop",
            title=_("Bỏ khỏi dự thảo"),
            may=lambda actor, position: may_edit(actor, position.scheme),
            run=lambda actor, position, data: services.drop_position(
                actor, scheme_id=position.scheme_id, position_id=position.pk
            ),
            done=_("Đã bỏ vị trí khỏi dự thảo."),
            to=lambda position, _dropped: page_of(position.scheme),
        ),
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda position: _("Sửa vị trí việc làm"),
            submit=_("Ghi"),
            form=forms.PositionForm,
            takes=("position",),
            may=lambda actor, position: may_edit(actor, position.scheme),
            run=lambda actor, position, data: services.put_position(
                actor, scheme_id=position.scheme_id, position_id=position.pk, **data
            ),
            done=_("Đã ghi thay đổi."),
            tone="go",
        ),
    ),
)

"""What can be done to a curriculum and to a file of it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.decision import Decision
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.training.access import APPROVE, EDIT
from thenchot.training.enums import CurriculumState
from thenchot.training.forms import curricula as forms
from thenchot.training.queries.curricula import get_curriculum, get_material
from thenchot.training.services import curricula as services


def page_of(curriculum) -> str:
    if curriculum is None:
        return reverse("training_curriculum_list")
    return reverse("training_curriculum", args=[curriculum.pk])


def _may_edit(actor, curriculum) -> Decision | bool:
    role = actor.may(EDIT, curriculum.unit.path)
    return services.may_edit(curriculum) if role else False


def _may_issue(actor, curriculum) -> Decision | bool:
    role = actor.may(APPROVE, curriculum.unit.path)
    return services.may_issue(curriculum, actor.account_id) if role else False


def _may_revise(actor, curriculum) -> bool:
    is_issued = curriculum.state == CurriculumState.ISSUED
    return is_issued and bool(actor.may(EDIT, curriculum.unit.path))


CURRICULUM = Actions(
    code="training_curriculum",
    get=get_curriculum,
    back=page_of,
    above=lambda curriculum: curriculum or _("Chương trình học"),
    actions=(
        Action(
            name="new",
            title=_("Soạn chương trình học"),
            submit=_("Soạn"),
            form=forms.NewCurriculumForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.draft_curriculum(actor, **data),
            done=_("Đã ghi bản dự thảo; thêm tài liệu, tình huống rồi trình ban hành."),
            to=lambda _none, curriculum: page_of(curriculum),
            on_thing=False,
        ),
        Action(
            name="material",
            title=_("Thêm tài liệu"),
            heading=lambda curriculum: _("Thêm tài liệu, tình huống"),
            submit=_("Thêm"),
            form=forms.MaterialForm,
            may=_may_edit,
            run=lambda actor, curriculum, data: services.add_material(
                actor, curriculum_id=curriculum.pk, **data
            ),
            done=_("Đã thêm tài liệu."),
        ),
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda curriculum: _("Sửa chương trình học"),
            submit=_("Ghi"),
            form=forms.CurriculumForm,
            initial=lambda actor, curriculum: forms.CurriculumForm.values_of(curriculum),
            may=_may_edit,
            run=lambda actor, curriculum, data: services.change_curriculum(
                actor, curriculum_id=curriculum.pk, **data
            ),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="issue",
            title=_("Ban hành"),
            heading=lambda curriculum: _("Ban hành chương trình học"),
            submit=_("Ban hành"),
            form=forms.IssueForm,
            may=_may_issue,
            run=lambda actor, curriculum, data: services.issue_curriculum(
                actor, curriculum_id=curriculum.pk, **data
            ),
            done=_("Đã ban hành; lớp mở từ nay dùng bản này."),
            tone="go",
        ),
        Action(
            name="revise",
            title=_("Soạn bản mới"),
            heading=lambda curriculum: _("Soạn bản mới của chương trình học"),
            submit=_("Soạn"),
            form=forms.ReviseForm,
            may=_may_revise,
            run=lambda actor, curriculum, data: services.revise_curriculum(
                actor, curriculum_id=curriculum.pk, **data
            ),
            done=_("Đã soạn bản mới từ bản đang dùng."),
            to=lambda former, curriculum: page_of(curriculum),
        ),
    ),
)


MATERIAL = Actions(
    code="training_material",
    get=get_material,
    back=lambda material: page_of(material.curriculum if material else None),
    above=lambda material: material.curriculum if material else "",
    actions=(
        Action(
            name="drop",
            title=_("Bỏ"),
            may=lambda actor, material: _may_edit(actor, material.curriculum),
            run=lambda actor, material, data: services.drop_material(
                actor, material_id=material.pk
            ),
            done=_("Đã bỏ tài liệu khỏi bản dự thảo."),
            ask=_("Bỏ tài liệu này khỏi bản dự thảo?"),
            tone="quiet",
        ),
    ),
)

"""What can be done to a catalogue, to a line of it, and to a proposal for it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue import access, forms
from thenchot.catalogue.queries import catalogue as queries
from thenchot.catalogue.queries import proposals
from thenchot.catalogue.services import cataloguing, proposing
from thenchot.catalogue.services.uploads import keep_list
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions


def page_of(catalogue) -> str:
    if catalogue is None:
        return reverse("catalogue_list")
    return reverse("catalogue_detail", args=[catalogue.pk])


def page_of_proposal(proposal) -> str:
    if proposal is None:
        return reverse("product_proposal_list")
    return reverse("product_proposal_detail", args=[proposal.pk])


CATALOGUE = Actions(
    code="catalogue",
    get=queries.get_catalogue,
    back=page_of,
    above=lambda catalogue: catalogue or _("Danh mục sản phẩm"),
    actions=(
        Action(
            name="new",
            title=_("Lập danh mục"),
            submit=_("Lập"),
            form=forms.NewCatalogueForm,
            takes=("actor",),
            may=somewhere(access.EDIT_CATALOGUE),
            run=lambda actor, _none, data: cataloguing.begin_catalogue(actor, **data),
            done=_("Đã lập danh mục; nhập các dòng từ Excel hoặc thêm từng dòng."),
            to=lambda _none, catalogue: page_of(catalogue),
            on_thing=False,
        ),
        Action(
            name="revise",
            title=_("Soạn lần mới"),
            may=access.may_revise,
            run=lambda actor, catalogue, data: cataloguing.revise_catalogue(
                actor, catalogue_id=catalogue.pk
            ),
            done=_("Đã soạn lần mới từ danh mục đang áp dụng."),
            to=lambda catalogue, made: page_of(made),
        ),
        Action(
            name="edit",
            title=_("Sửa thông tin"),
            heading=lambda catalogue: _("Sửa thông tin danh mục"),
            submit=_("Ghi"),
            form=forms.CatalogueForm,
            initial=lambda actor, catalogue: {
                name: getattr(catalogue, name) for name in cataloguing.HEAD
            },
            may=access.may_draw_up,
            run=lambda actor, catalogue, data: cataloguing.change_catalogue(
                actor, catalogue_id=catalogue.pk, **data
            ),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="product",
            route="product_new",
            address="products/new/",
            title=_("Thêm dòng"),
            heading=lambda catalogue: _("Thêm sản phẩm, công việc"),
            submit=_("Ghi"),
            form=forms.ProductForm,
            may=access.may_draw_up,
            run=lambda actor, catalogue, data: cataloguing.put_product(
                actor, catalogue_id=catalogue.pk, **data
            ),
            done=_("Đã thêm dòng."),
        ),
        Action(
            name="import",
            title=_("Nhập từ Excel"),
            heading=lambda catalogue: _("Nhập danh mục từ Excel"),
            submit=_("Đọc thử"),
            note=_(
                "Bản soạn sau đó có đúng các dòng của tệp: dòng mới được thêm, dòng khác được sửa, "
                "dòng không còn thì bỏ. Bước sau cho xem từng dòng trước khi ghi."
            ),
            form=forms.WorkbookForm,
            may=access.may_draw_up,
            run=lambda actor, catalogue, data: keep_list(
                actor,
                unit=catalogue.unit,
                permission=access.EDIT_CATALOGUE,
                upload=data["file"],
            ),
            done="",
            to=lambda catalogue, file: reverse(
                "catalogue_import_check", args=[catalogue.pk, file.pk]
            ),
        ),
        Action(
            name="submit",
            title=_("Trình duyệt"),
            tone="go",
            may=access.may_draw_up,
            run=lambda actor, catalogue, data: cataloguing.submit_catalogue(
                actor, catalogue_id=catalogue.pk
            ),
            done=_("Đã trình danh mục."),
        ),
        Action(
            name="return",
            title=_("Trả lại"),
            heading=lambda catalogue: _("Trả lại danh mục"),
            submit=_("Ghi"),
            form=forms.ReturnForm,
            may=access.may_decide,
            run=lambda actor, catalogue, data: cataloguing.return_catalogue(
                actor, catalogue_id=catalogue.pk, **data
            ),
            done=_("Danh mục trở lại bản soạn."),
            to=lambda catalogue, result: reverse("catalogue_list"),
        ),
        Action(
            name="approve",
            title=_("Duyệt"),
            heading=lambda catalogue: _("Duyệt danh mục"),
            tone="go",
            form=forms.ApproveForm,
            initial=lambda actor, catalogue: {"basis": catalogue.basis},
            may=access.may_approve_catalogue,
            run=lambda actor, catalogue, data: cataloguing.approve_catalogue(
                actor, catalogue_id=catalogue.pk, **data
            ),
            done=_("Danh mục được áp dụng."),
        ),
    ),
)

PRODUCT = Actions(
    code="product",
    get=queries.get_product,
    back=lambda product: page_of(product.catalogue),
    above=lambda product: product.catalogue,
    actions=(
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda product: _("Sửa dòng") + f" {product.code}",
            submit=_("Ghi"),
            form=forms.ProductForm,
            initial=lambda actor, product: forms.ProductForm.values_of(product),
            may=access.may_change_product,
            run=lambda actor, product, data: cataloguing.put_product(
                actor, catalogue_id=product.catalogue_id, product_id=product.pk, **data
            ),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="drop",
            title=_("Bỏ"),
            tone="quiet",
            may=access.may_change_product,
            run=lambda actor, product, data: cataloguing.drop_product(
                actor, catalogue_id=product.catalogue_id, product_id=product.pk
            ),
            done=_("Bản soạn không còn dòng này."),
        ),
    ),
)

PROPOSAL = Actions(
    code="product_proposal",
    get=proposals.get_proposal,
    back=page_of_proposal,
    above=lambda proposal: proposal or _("Đề xuất bổ sung"),
    actions=(
        Action(
            name="new",
            title=_("Đề xuất việc chưa có trong danh mục"),
            submit=_("Gửi"),
            form=forms.ProposalForm,
            takes=("actor",),
            may=somewhere(access.SEE_CATALOGUE),
            run=lambda actor, _none, data: proposing.propose(actor, **data),
            done=_("Đã gửi đề xuất; đồng nghiệp sẽ cho ý kiến quy đổi."),
            to=lambda _none, proposal: page_of_proposal(proposal),
            on_thing=False,
        ),
        Action(
            name="ratio",
            title=_("Cho ý kiến quy đổi"),
            heading=lambda proposal: _("Ý kiến quy đổi"),
            submit=_("Ghi"),
            form=forms.RatioForm,
            initial=proposals.own_ratio,
            may=access.may_give_ratio,
            run=lambda actor, proposal, data: proposing.give_ratio(
                actor, proposal_id=proposal.pk, **data
            ),
            done=_("Đã ghi ý kiến quy đổi."),
        ),
        Action(
            name="refuse",
            title=_("Không đưa vào"),
            heading=lambda proposal: _("Không đưa vào danh mục"),
            submit=_("Ghi"),
            form=forms.RefuseForm,
            may=access.may_settle,
            run=lambda actor, proposal, data: proposing.refuse_proposal(
                actor, proposal_id=proposal.pk, **data
            ),
            done=_("Đã ghi quyết định."),
        ),
        Action(
            name="sign",
            title=_("Ký đưa vào danh mục"),
            submit=_("Ký"),
            tone="go",
            form=forms.SignForm,
            initial=proposals.median,
            may=access.may_settle,
            run=lambda actor, proposal, data: proposing.sign_proposal(
                actor, proposal_id=proposal.pk, **data
            ),
            done=_("Đã đưa vào danh mục đang áp dụng."),
        ),
    ),
)

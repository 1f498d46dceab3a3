"""Permissions of the room and the roles that hold them."""

from thenchot.catalogue.enums import CatalogueState
from thenchot.catalogue.models import Catalogue, Product, ProductProposal
from thenchot.catalogue.rules.catalogue import may_edit
from thenchot.catalogue.rules.converting import may_answer, may_give
from thenchot.kernel.decision import Decision, Reason
from thenchot.platform.scope.actor import missing
from thenchot.platform.scope.roles import Role, declare

SEE_CATALOGUE = declare(
    "catalogue.see",
    Role.OFFICER,
    Role.LEADER,
    Role.CLERK,
    Role.HEAD,
    Role.STAFF,
    Role.INSPECTOR,
)
EDIT_CATALOGUE = declare("catalogue.edit", Role.OFFICER, Role.CLERK)
SEE_WAITING = declare(
    "catalogue.see_waiting", Role.OFFICER, Role.LEADER, Role.HEAD, Role.INSPECTOR
)  # that proposals of the branch wait too long
APPROVE_CATALOGUE = declare("catalogue.approve", Role.LEADER)


def may_draw_up(actor, catalogue: Catalogue) -> Decision:
    """A draft, by whoever draws up catalogues of its unit."""
    return actor.may(EDIT_CATALOGUE, catalogue.unit.path) & may_edit(catalogue.state)


def may_change_product(actor, product: Product) -> Decision:
    return may_draw_up(actor, product.catalogue)


def may_revise(actor, catalogue: Catalogue) -> Decision:
    in_force = catalogue.state == CatalogueState.APPROVED
    message = "Chỉ soạn lần mới từ danh mục đang áp dụng."
    ended = Decision.yes() if in_force else Decision.no(Reason("catalogue.revise", message))
    return actor.may(EDIT_CATALOGUE, catalogue.unit.path) & ended


def may_decide(actor, catalogue: Catalogue) -> Decision:
    """What was submitted."""
    submitted = catalogue.state == CatalogueState.SUBMITTED
    reason = Reason("catalogue.not_submitted", "Chỉ duyệt hoặc trả lại danh mục đã trình.")
    waits = Decision.yes() if submitted else Decision.no(reason)
    return actor.may(APPROVE_CATALOGUE, catalogue.unit.path) & waits


def may_approve_catalogue(actor, catalogue: Catalogue) -> Decision:
    """By a second person."""
    message = "Người lập hoặc người trình không tự duyệt danh mục của mình."
    own = Decision.no(Reason("catalogue.second_person", message))
    return may_decide(actor, catalogue) & (own if is_own(actor, catalogue) else Decision.yes())


def is_own(actor, catalogue: Catalogue) -> bool:
    """Drawn up or submitted by this account: somebody else approves it."""
    return actor.account_id in (catalogue.made_by_id, catalogue.submitted_by_id)


def may_give_ratio(actor, proposal: ProductProposal) -> Decision:
    is_proposer = proposal.proposed_by_id == actor.account_id
    permission = Decision.yes() if actor.has(SEE_CATALOGUE) else Decision.no(missing(SEE_CATALOGUE))
    return permission & may_give(state=proposal.state, is_proposer=is_proposer)


def may_settle(actor, proposal: ProductProposal) -> Decision:
    """Whoever approves the catalogue answers an open proposal of somebody else."""
    is_proposer = proposal.proposed_by_id == actor.account_id
    open_to = may_answer(state=proposal.state, is_proposer=is_proposer)
    return actor.may(APPROVE_CATALOGUE, proposal.unit.path) & open_to

"""Proposals for the catalogue: anybody proposes, colleagues say a ratio, the owner of the catalogue
signs.
"""

from decimal import Decimal

from django.db import transaction

from thenchot.catalogue import waiting
from thenchot.catalogue.access import APPROVE_CATALOGUE, SEE_CATALOGUE
from thenchot.catalogue.enums import ProposalState
from thenchot.catalogue.list_import.lines import code_key
from thenchot.catalogue.models import Catalogue, Product, ProductProposal, RatioEstimate
from thenchot.catalogue.queries.catalogue import catalogue_in_force
from thenchot.catalogue.queries.proposals import get_proposal
from thenchot.catalogue.rules.catalogue import may_have_groups
from thenchot.catalogue.rules.converting import CENT, may_give, may_refuse, may_sign, yardstick
from thenchot.catalogue.services.cataloguing import fill, groups_of, next_position
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import homes_of
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible, require, require_somewhere
from thenchot.policy.parameters import ScoringPolicy

ADDED = "Bổ sung theo quyết định"


@transaction.atomic
def propose(
    actor, *, unit_id: int, name: str, output: str, reason: str = "", work_id: int | None = None
) -> ProductProposal:
    """`unit_id`: a commune or province in which the actor serves; `work_id`: the own work item that
    waits for a factor.
    """
    require_somewhere(actor, SEE_CATALOGUE)
    unit = homes_of(actor, SEE_CATALOGUE).filter(pk=unit_id).first()
    if unit is None:
        raise NotVisible
    work = waiting.check_own(actor, work_id) if work_id else None
    texts = {"name": name, "output": output, "reason": reason}
    made = ProductProposal.objects.create(
        unit=unit,
        work_id=work,
        proposed_by_id=actor.account_id,
        **{key: tidy(nfc(text)) for key, text in texts.items()},
    )
    record(
        actor,
        "product_suggested",
        subject=made,
        unit_path=unit.path,
        name=made.name,
        work=work,
    )
    return made


@transaction.atomic
def give_ratio(actor, *, proposal_id: int, ratio: Decimal, note: str = "") -> RatioEstimate:
    """Said anew, it takes the place of what the same colleague said before."""
    found = _locked(actor, proposal_id)
    require_somewhere(actor, SEE_CATALOGUE)
    may_give(state=found.state, is_proposer=_proposed(actor, found)).or_refuse()
    found.ratios.filter(given_by=actor.account_id, replaced_at__isnull=True).update(
        replaced_at=now()
    )
    made = RatioEstimate.objects.create(
        proposal=found, ratio=ratio, note=tidy(nfc(note)), given_by_id=actor.account_id
    )
    record(actor, "ratio_given", subject=found, unit_path=found.unit.path, ratio=ratio)
    return made


@transaction.atomic
def sign_proposal(
    actor,
    *,
    proposal_id: int,
    code: str,
    factor: Decimal,
    basis: str,
    group: str = "",
    note: str = "",
) -> Product:
    """The owner of the catalogue in force adds it as a line by decision; the work that waited for
    it is converted while its sheet is open.
    """
    found = _locked(actor, proposal_id)
    catalogue = catalogue_in_force(found.unit, today())
    if catalogue is None:
        refuse("proposal.no_catalogue", "Đơn vị chưa có danh mục đang áp dụng để bổ sung.")
    require(actor, APPROVE_CATALOGUE, catalogue.unit.path)
    said = [one.ratio for one in found.ratios.filter(replaced_at__isnull=True)]
    middle = yardstick(said)
    policy = policies.in_force(ScoringPolicy, path=catalogue.unit.path, on=today())
    may_sign(
        state=found.state,
        given=len(said),
        least=policy.least_ratios,
        is_proposer=_proposed(actor, found),
        factor=factor,
        median=middle and middle.median,
        note=note,
    ).or_refuse()
    may_have_groups(
        groups_of(catalogue) | ({code_key(group)} if group.strip() else set()),
        policy.product_groups,
    ).or_refuse()
    product = _add(catalogue, found, code=code, factor=factor, group=group, note=basis)
    found.product, found.basis = product, tidy(nfc(basis))
    _decide(actor, found, ProposalState.SIGNED, note)
    facts = {
        "catalogue": catalogue.pk,
        "product": product.pk,
        "factor": factor,
        "said": len(said),
        "converted": waiting.convert(found, product),
    }
    record(actor, "suggestion_signed", subject=found, unit_path=found.unit.path, **facts)
    return product


@transaction.atomic
def refuse_proposal(actor, *, proposal_id: int, note: str) -> ProductProposal:
    found = _locked(actor, proposal_id)
    require(actor, APPROVE_CATALOGUE, found.unit.path)
    may_refuse(state=found.state, is_proposer=_proposed(actor, found), note=note).or_refuse()
    _decide(actor, found, ProposalState.REFUSED, note)
    record(actor, "suggestion_refused", subject=found, unit_path=found.unit.path, reason=found.note)
    return found


def _add(
    catalogue: Catalogue,
    found: ProductProposal,
    *,
    code: str,
    factor: Decimal,
    group: str,
    note: str,
) -> Product:
    row = Product(catalogue=catalogue, position=next_position(catalogue), factor=factor)
    points = (factor * catalogue.unit_points).quantize(CENT) if catalogue.unit_points else None
    return fill(
        row,
        {
            "code": code,
            "name": found.name,
            "output": found.output,
            "group": group,
            "note": note[:400],
            "points": points,
            "sheet": ADDED,
            "section": ADDED,
        },
    )


def _decide(actor, found: ProductProposal, state: ProposalState, note: str) -> None:
    found.state, found.note = state, tidy(nfc(note))
    found.decided_by_id, found.decided_at = actor.account_id, now()
    found.save()


def _proposed(actor, found: ProductProposal) -> bool:
    return actor.account_id is not None and found.proposed_by_id == actor.account_id


def _locked(actor, pk: int) -> ProductProposal:
    found = get_proposal(actor, pk)
    return (
        ProductProposal.objects.select_for_update(of=("self",))
        .select_related("unit")
        .get(pk=found.pk)
    )

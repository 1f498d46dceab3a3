"""One proposal for the catalogue, with what colleagues said of it."""

from dataclasses import replace

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thenchot.catalogue.access import APPROVE_CATALOGUE, SEE_CATALOGUE
from thenchot.catalogue.actions import PROPOSAL
from thenchot.catalogue.enums import ProposalState
from thenchot.catalogue.labels import PROPOSAL_STATE, TONE
from thenchot.catalogue.queries import proposals as queries
from thenchot.catalogue.queries.catalogue import catalogue_in_force
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require_somewhere
from thenchot.policy.parameters import ScoringPolicy

WIDE = 2  # times between the least and the most: colleagues mean different things


@require_safe
def proposal_detail(request, pk):
    proposal = queries.get_proposal(request.actor, pk)
    require_somewhere(request.actor, SEE_CATALOGUE)
    catalogue = catalogue_in_force(proposal.unit, today())
    own = proposal.proposed_by_id == request.actor.account_id
    settles = catalogue and request.actor.may(APPROVE_CATALOGUE, catalogue.unit.path) and not own
    voices = queries.voices_of(request.actor, proposal)
    middle = voices.yardstick
    is_open = proposal.state == ProposalState.OPEN
    context = {
        "proposal": proposal,
        "state": PROPOSAL_STATE[proposal.state],
        "tone": TONE.get(proposal.state, ""),
        "catalogue": catalogue,
        "voices": voices,
        "middle": middle,
        "spread_tone": "act" if middle and middle.times > WIDE else "",
        "least": policies.in_force(ScoringPolicy, path=proposal.unit.path, on=today()).least_ratios,
        "offers": _offers(request.actor, proposal, settles, voices),
        "shows": settles or own or voices.own is not None or not is_open,
    }
    return render(request, "catalogue/proposal_detail.html", context)


def _offers(actor, proposal, settles, voices) -> list:
    """A ratio of one's own is changed; who settles it signs or refuses."""
    ratios = PROPOSAL.offers(actor, proposal, "ratio")
    word = _("Sửa ý kiến quy đổi") if voices.own else _("Cho ý kiến quy đổi")
    tone = "" if settles else "go"
    given = [replace(offer, title=word, tone=tone) for offer in ratios]
    return given + (PROPOSAL.offers(actor, proposal, "refuse", "sign") if settles else [])

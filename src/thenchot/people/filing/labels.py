"""Which tone of a tag belongs to which state."""

from thenchot.people.enums import ProposalState

PROPOSAL_TONES = {
    ProposalState.OPEN: "wait",
    ProposalState.ACCEPTED: "done",
    ProposalState.RETURNED: "act",
}

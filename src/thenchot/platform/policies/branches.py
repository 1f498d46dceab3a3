"""Which branch a page of policies is about."""

from thenchot.kernel.decision import Decision, Refused
from thenchot.platform.policies.access import SEE
from thenchot.platform.scope.actor import NotVisible, missing


def branch_of(actor, given) -> str:
    """The unit asked for, or the first branch of the actor."""
    own = actor.paths_for(SEE)
    if not own:
        raise Refused(Decision.no(missing(SEE)))
    asked = given.get("path") or own[0]
    if not any(asked.startswith(path) for path in own):
        raise NotVisible
    return asked

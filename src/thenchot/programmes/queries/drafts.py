"""Documents under review."""

from thenchot.platform.scope.actor import NotVisible
from thenchot.programmes.models import Draft


def get_draft(actor, pk: int) -> Draft:
    drafts = Draft.objects.visible_to(actor).select_related("home", "original")
    draft = drafts.filter(pk=pk).first()
    if draft is None:
        raise NotVisible(f"draft {pk}")
    return draft


def list_drafts(actor):
    """Those that are still worked on; what was given out stands among the programmes."""
    rows = Draft.objects.visible_to(actor).exclude(state__in=("confirmed", "dropped"))
    return rows.select_related("original", "home", "started_by", "programme")

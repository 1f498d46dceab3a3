"""The menu as this person sees it, and the accounts of a demonstration: what every page has."""

from django.conf import settings

from thenchot.platform.ui import menu
from thenchot.platform.ui.help import subject_of


def context(request):
    """Worked out once for a request: every cell that a template draws asks for it."""
    kept = getattr(request, "every_page", None)
    whose = getattr(getattr(request, "user", None), "pk", None)
    if kept is None or kept[0] != whose:
        kept = request.every_page = (whose, _for_every_page(request))
    return kept[1]


def _for_every_page(request) -> dict:
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {"demo": settings.DEMO, "demo_accounts": demo_accounts() if settings.DEMO else None}
    open_to = [entry for entry in menu.entries() if entry.is_open_to(request.actor)]
    on = menu.here(request.path, open_to)
    groups = [
        {"name": group.label, "entries": [_shown(entry, on) for entry in entries]}
        for group, entries in menu.by_group(open_to)
    ]
    return {
        "menu": groups,
        "bar": [_shown(entry, on) for entry in menu.bar_of(open_to)],
        "actor": request.actor,
        "help": subject_of(request.path),
        "demo": settings.DEMO,
    }


def _shown(entry, on) -> dict:
    return {
        "label": entry.label,
        "url": menu.address_of(entry.url_name),
        "on": entry is on,
        "name": entry.url_name,
    }


def demo_accounts():
    """Password and accounts of a demonstration, as `thenchot demo` wrote them beside its data."""
    file = settings.HOME / "demo-accounts.txt"
    if not file.exists():
        return None
    password, *rows = file.read_text(encoding="utf8").splitlines()
    return {"password": password, "rows": [row.split("\t") for row in rows]}

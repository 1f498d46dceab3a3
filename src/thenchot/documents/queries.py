"""Reads of the library: scoped to the commune or province in which the actor works."""

from datetime import date

from django.db.models import Q

from thenchot.documents.access import SEE
from thenchot.documents.models import Directive, DirectiveLink
from thenchot.kernel.numbers import DocumentNumber, DocumentReference, same_document
from thenchot.kernel.text import fold, words
from thenchot.organisation.models import Unit
from thenchot.platform.scope.actor import NotVisible


def get_directive(actor, pk: int) -> Directive:
    directive = (
        Directive.objects.visible_to(actor).select_related("home", "original").filter(pk=pk).first()
    )
    if directive is None:
        raise NotVisible
    return directive


def may_read(actor, directive: Directive) -> bool:
    """Somebody of the commune who holds the permission, in whichever unit of it."""
    return Unit.objects.homes_of(actor.paths_for(SEE)).filter(pk=directive.home_id).exists()


def list_directives(actor, permission: str = SEE):
    """Documents of the communes in which the actor holds the permission, the newest first."""
    homes = Unit.objects.homes_of(actor.paths_for(permission)).values("pk")
    found = Directive.objects.visible_to(actor).filter(home__in=homes)
    return found.select_related("home").defer("text").order_by("-issued_on", "-pk")


def list_links(actor, directive: Directive):
    """What the document rests on; a target outside the visible scope shows only what the text
    cites.
    """
    links = list(directive.links.select_related("target"))
    seen = set(
        Directive.objects.visible_to(actor)
        .filter(pk__in=[k.target_id for k in links])
        .values_list("pk", flat=True)
    )
    for link in links:
        if link.target_id not in seen:
            link.target = None
    return links


def list_citing(actor, directive: Directive):
    """Links of visible documents that rest on this one."""
    sources = Directive.objects.visible_to(actor).values("pk")
    return DirectiveLink.objects.filter(target=directive, source__in=sources).select_related(
        "source"
    )


def find_matching(
    home: Unit, number: str, issuer: str = "", issued_on: date | None = None
) -> Directive | None:
    """The same document in the library of the commune: same number, no contradiction of day and
    issuer.

    09-NQ/TU and 09-NQ/ĐU are two documents; so are two of one number and different days.
    """
    key = key_of(number)
    if not key:
        return None
    wanted = _reference(number, issuer, issued_on)
    found = Directive.objects.filter(home=home, match_key=key).order_by("pk")
    return next(
        (d for d in found if same_document(_reference(d.number, d.issuer, d.issued_on), wanted)),
        None,
    )


def key_of(number: str | None) -> str:
    parsed = DocumentNumber.parse(number or "")
    return parsed.key if parsed and parsed.serial is not None else ""


def may_read_original(actor, file) -> bool:
    """Whoever reads the directive downloads its original."""
    homes = Unit.objects.homes_of(actor.paths_for(SEE)).values("pk")
    return Directive.objects.filter(original=file, home__in=homes).exists()


def _reference(number: str, issuer: str, issued_on: date | None) -> DocumentReference:
    return DocumentReference(
        DocumentNumber.parse(number), (0, 0), date=issued_on, issuer=issuer or None
    )


def saying(q: str) -> Q:
    """Word by word from the start of words of title, number or issuer; or the whole as a document
    number, however written.
    """
    wanted = Q()
    for word in words(q):
        wanted &= Q(folded__contains=f" {word}")
    key = key_of(q)
    return wanted | Q(match_key=key) if key else wanted


def searchable(directive: Directive) -> str:
    """Folded words of title, number, kind and issuer, each after a space."""
    parts = (
        directive.title,
        directive.number,
        directive.kind,
        directive.issuer,
        fold(directive.number),
    )
    return (" " + " ".join(words(" ".join(parts))))[:800]

"""A document enters the library once, with what it rests on."""

from datetime import date

from django.db import transaction

from thenchot.documents.access import REGISTER
from thenchot.documents.models import Directive, DirectiveLink, LinkKind
from thenchot.documents.queries import find_matching, get_directive, key_of, searchable
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy, words
from thenchot.organisation.enums import HOMES
from thenchot.organisation.queries import lock_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.scope.actor import require

TEXTS = (
    "kind",
    "number",
    "issuer",
    "place",
    "title",
    "signer",
    "signer_title",
    "signed_on_behalf_of",
)


@transaction.atomic
def register_directive(
    actor,
    *,
    home_id: int,
    title: str,
    issuer: str,
    kind: str | None = "",
    number: str | None = "",
    issued_on: date | None = None,
    place: str | None = "",
    signer: str | None = "",
    signer_title: str | None = "",
    signed_on_behalf_of: str | None = "",
    recipients=(),
    text: str = "",
    original_id: int | None = None,
    bases=(),
) -> Directive:
    """Refused when the library of this commune holds the same document; one number of two issuers
    is two documents.

    `bases`: [{"number", "date" (ISO day), "issuer", "kind"}] as the text cites them.
    """
    home = lock_unit(actor, home_id)
    require(actor, REGISTER, home.path)
    texts = dict(
        zip(
            TEXTS,
            (kind, number, issuer, place, title, signer, signer_title, signed_on_behalf_of),
            strict=True,
        )
    )
    fields = {name: _clipped(name, value) for name, value in texts.items()}
    _check(home, fields, issued_on)
    directive = Directive(
        home=home,
        issued_on=issued_on,
        recipients=[tidy(nfc(r)) for r in recipients],
        text=nfc(text),
        original_id=original_id,
        registered_by_id=actor.account_id,
        **fields,
    )
    directive.match_key = key_of(directive.number)[:80]
    directive.issuer_folded = " ".join(words(directive.issuer))
    directive.folded = searchable(directive)
    directive.save()
    record(
        actor,
        "directive_registered",
        subject=directive,
        unit_path=home.path,
        number=directive.number,
        issued_on=issued_on,
    )
    _link(directive, LinkKind.BASIS, bases)
    _resolve_waiting(directive)
    return directive


@transaction.atomic
def link_directives(
    actor,
    *,
    source_id: int,
    kind: str,
    target_id: int | None = None,
    cited_number: str = "",
    cited_issuer: str = "",
    cited_on: date | None = None,
) -> DirectiveLink:
    """The source rests on, implements, replaces… another document, in the library or only cited."""
    source = get_directive(actor, source_id)
    require(actor, REGISTER, source.home.path)
    target = get_directive(actor, target_id) if target_id else None
    if target == source:
        refuse("link.itself", "Văn bản không thể căn cứ vào chính nó.")
    if target is None and not cited_number.strip():
        refuse(
            "link.empty", "Chọn văn bản trong thư viện hoặc ghi số, ký hiệu của văn bản được dẫn."
        )
    same = {"source": source, "kind": kind, "target": target}
    cited = {"cited_number": tidy(nfc(cited_number))[:60], "cited_key": key_of(cited_number)[:80]}
    link, new = DirectiveLink.objects.get_or_create(
        **same,
        **(cited if target is None else {}),
        defaults={**cited, "cited_issuer": tidy(nfc(cited_issuer))[:200], "cited_on": cited_on},
    )
    if new:
        record(
            actor,
            "directive_linked",
            subject=source,
            unit_path=source.home.path,
            kind=kind,
            to=str(target or cited_number),
        )
    return link


@transaction.atomic
def attach_original(actor, *, directive_id: int, upload) -> Directive:
    """Keep the signed or scanned original. An original is never replaced."""
    from thenchot.platform.files.services import store

    directive = get_directive(actor, directive_id)
    require(actor, REGISTER, directive.home.path)
    if directive.original_id:
        refuse("directive.has_original", "Văn bản đã có bản gốc; bản gốc không thay được.")
    directive.original = store(
        actor, upload, unit_path=directive.home.path, allowed={"pdf", "docx", "txt", "jpg", "png"}
    )
    directive.save(update_fields=["original"])
    record(actor, "original_attached", subject=directive, unit_path=directive.home.path)
    return directive


def _check(home, fields: dict, issued_on: date | None) -> None:
    if home.kind not in HOMES:
        refuse(
            "directive.home", "Thư viện văn bản thuộc về xã, phường, đặc khu hoặc tỉnh, thành phố."
        )
    if not fields["title"] or not fields["issuer"]:
        refuse("directive.incomplete", "Cần có trích yếu và cơ quan ban hành.")
    same = find_matching(home, fields["number"], fields["issuer"], issued_on)
    if same:
        day = f" ngày {same.issued_on:%d/%m/%Y}" if same.issued_on else ""
        refuse(
            "directive.known",
            f"Thư viện đã có văn bản này: {same}{day} của {same.issuer}.",
            directive=same.pk,
        )


def _link(directive: Directive, kind: str, cited) -> None:
    links = [_cited(directive, kind, item) for item in cited if item.get("number")]
    DirectiveLink.objects.bulk_create(links)


def _cited(directive: Directive, kind: str, item: dict) -> DirectiveLink:
    day = date.fromisoformat(item["date"]) if item.get("date") else None
    issuer = item.get("issuer") or ""
    target = find_matching(directive.home, item["number"], issuer, day)
    return DirectiveLink(
        source=directive,
        kind=kind,
        target=None if target == directive else target,
        cited_kind=(item.get("kind") or "")[:60],
        cited_number=item["number"][:60],
        cited_key=key_of(item["number"])[:80],
        cited_issuer=issuer[:200],
        cited_on=day,
    )


def _resolve_waiting(directive: Directive) -> None:
    """Documents registered before this one may cite it: their links now lead here."""
    if not directive.match_key:
        return
    waiting = DirectiveLink.objects.filter(
        target=None, cited_key=directive.match_key, source__home=directive.home
    )
    for link in waiting.exclude(source=directive):
        if (
            find_matching(directive.home, link.cited_number, link.cited_issuer, link.cited_on)
            == directive
        ):
            link.target = directive
            link.save(update_fields=["target"])


def _clipped(name: str, value: str | None) -> str:
    return tidy(nfc(value or ""))[: Directive._meta.get_field(name).max_length]

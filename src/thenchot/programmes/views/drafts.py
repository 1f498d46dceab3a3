from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from thenchot.kernel.decision import Decision, Refused
from thenchot.kernel.typed import ids_of, whole_of
from thenchot.organisation.models import Unit
from thenchot.platform.language import say_reason
from thenchot.platform.scope.actor import NotVisible, require_somewhere
from thenchot.platform.ui.forms import attempt, sent
from thenchot.programmes import access, forms
from thenchot.programmes.actions import DRAFT
from thenchot.programmes.drafts import highlight
from thenchot.programmes.drafts.proposal import Item, TargetItem, TaskItem, kept
from thenchot.programmes.models import Programme
from thenchot.programmes.queries.drafts import get_draft, list_drafts
from thenchot.programmes.services import confirming, drafting

LACKS = {
    "number": gettext_lazy("số, ký hiệu"),
    "date": gettext_lazy("ngày ban hành"),
    "title": gettext_lazy("trích yếu"),
}
GIVES = {
    "nothing": gettext_lazy("Loại văn bản này không giao việc: không đề xuất nhiệm vụ nào."),
    "standing": gettext_lazy(
        "Văn bản này phân công công tác thường xuyên: các phần việc xếp riêng ở dưới, không "
        "thành nhiệm vụ có thời hạn."
    ),
}
SHOWN = 30  # drafts on the page where one begins


def homes(actor):
    return Unit.objects.under(actor.paths_for(access.IMPORT)).filter(
        kind__in=["commune", "province"], valid_to=None
    )


def import_start(request):
    require_somewhere(request.actor, access.IMPORT)
    form = forms.UploadForm(sent(request), request.FILES or None, homes=homes(request.actor))
    if form.is_valid() and (draft := _start(request, form)):
        return redirect("draft_review", draft.pk)
    context = {"form": form, "drafts": list_drafts(request.actor)[:SHOWN]}
    return render(request, "programmes/import_start.html", context)


def draft_review(request, pk):
    draft = get_draft(request.actor, pk)
    if draft.state == "confirmed":
        return redirect("programme_detail", draft.programme_id)
    if draft.state == "reading":
        return redirect("job_detail", draft.job_id)
    if draft.state != "review":
        return render(request, "programmes/draft_ended.html", {"draft": draft})
    context = {**_review(draft), "offers": DRAFT.offers(request.actor, draft)}
    return render(request, "programmes/draft_review.html", context)


@require_POST
def draft_metadata(request, pk):
    return _save(
        request, pk, "metadata", forms.MetadataForm(request.POST), drafting.correct_metadata
    )


@require_POST
def draft_task(request, pk, item):
    return _save(
        request, pk, item, forms.ReviewTaskForm(request.POST), drafting.correct_task, item_id=item
    )


@require_POST
def draft_target(request, pk, item):
    return _save(
        request,
        pk,
        item,
        forms.ReviewTargetForm(request.POST),
        drafting.correct_target,
        item_id=item,
    )


def draft_mapping(request, pk):
    draft = get_draft(request.actor, pk)
    names = draft.proposal.bodies
    units = Unit.objects.under([draft.home.path]).filter(valid_to=None)
    if request.method == "POST":
        quick = {name: request.POST.get(f"quick-{i}") for i, name in enumerate(names)}
        everyone = [unit.pk for unit in units.exclude(pk=draft.home_id)]
        mapping = {
            name: everyone if quick[name] == "all" else ids_of(request.POST.getlist(f"body-{i}"))
            for i, name in enumerate(names)
        }
        declined = tuple(name for name in names if quick[name] == "none")
        drafting.map_bodies(
            request.actor,
            draft_id=pk,
            version=_version(request),
            mapping=mapping,
            not_given=declined,
        )
        return redirect("draft_confirm" if "next" in request.POST else "draft_mapping", pk)
    chosen = drafting.suggest_mapping(draft)
    declined = draft.proposal.not_given
    open_names = (name for name in names if not chosen[name] and name not in declined)
    following = next(open_names, None)
    rows = [
        {
            "index": i,
            "name": name,
            "chosen": chosen[name],
            "declined": name in declined,
            "is_next": name == following,
        }
        for i, name in enumerate(names)
    ]
    context = {
        "draft": draft,
        "rows": rows,
        "units": list(units),
        "version": draft.version_of("mapping"),
    }
    return render(request, "programmes/draft_mapping.html", context)


def draft_confirm(request, pk):
    draft = get_draft(request.actor, pk)
    units = Unit.objects.under([draft.home.path]).filter(valid_to=None)
    superiors = Programme.objects.visible_to(request.actor).select_related("directive")
    form = forms.ConfirmForm(sent(request), units=units, superiors=superiors, initial=_guess(draft))
    if form.is_valid():
        chosen = {f"{name}_id": value and value.pk for name, value in form.cleaned_data.items()}
        if attempt(form, lambda: confirming.confirm_import(request.actor, draft_id=pk, **chosen)):
            messages.success(request, _("Đã giao nhiệm vụ cho các đơn vị."))
            return redirect("draft_review", pk)
    context = {
        "draft": draft,
        "form": form,
        "lacking": confirming.lacking_leads(draft.proposal),
        "unnamed": [LACKS[name] for name in draft.proposal.lacking],
        "kept": kept(draft.proposal.tasks),
        "targets": kept(draft.proposal.targets),
    }
    return render(request, "programmes/draft_confirm.html", context)


def _start(request, form):
    data = form.cleaned_data
    try:
        return drafting.start_import(
            request.actor, home_id=data["home"].pk, upload=data["file"], again=data["again"]
        )
    except Refused as refused:
        for reason in refused.decision.reasons:
            form.add_error("file", say_reason(reason))
    return None


def _save(request, pk, part, form, service, **item):
    """Save one card. With htmx the card comes back, with its errors if there are any; without it
    the page.
    """
    if not form.is_valid():
        return _faulty_card(request, get_draft(request.actor, pk), part, form)
    values = form.values() if hasattr(form, "values") else form.cleaned_data
    draft = service(request.actor, draft_id=pk, version=_version(request), values=values, **item)
    if not request.htmx or part == drafting.NEW:
        return redirect(reverse("draft_review", args=[pk]) + f"#{part}")
    return render(
        request,
        "programmes/_draft_card.html",
        {"draft": draft, "card": _card_of(draft, part), "saved": True},
    )


def _faulty_card(request, draft, part, form):
    if not request.htmx or part == drafting.NEW:
        raise Refused(Decision.no(*drafting.form_reasons(form)))
    card = _card_of(draft, part) | {"form": form}
    return render(
        request, "programmes/_draft_card.html", {"draft": draft, "card": card, "open": True}
    )


def _version(request):
    return whole_of(request.POST.get("version", "")) or 0


def _review(draft):
    content = draft.proposal
    cards = [_card(draft, row) for row in content.tasks]
    return {
        "draft": draft,
        "blocks": highlight.blocks(content),
        "cards": [c for c in cards if c["row"].keep],
        "left_out": [c for c in cards if not c["row"].keep],
        "targets": [_card(draft, row) for row in content.targets],
        "metadata": _about(draft),
        "warnings": [
            (number, warning)
            for number, warning in enumerate(content.warnings, 1)
            if not warning.code.startswith("gives_")
        ],
        "gives": GIVES.get(content.gives),
        "doubts": sum(bool(c["doubts"]) for c in cards if c["row"].keep),
        "new": _card(draft, TaskItem(id=drafting.NEW))
        | {
            "template": "programmes/_card_new.html",
            "saves_in_place": False,
        },
    }


def _card_of(draft, part):
    if part == "metadata":
        return _about(draft)
    row = draft.proposal.find(part)
    if not isinstance(row, TaskItem | TargetItem):
        raise NotVisible(part)
    return _card(draft, row)


def _about(draft) -> dict:
    """The card about the document itself."""
    said = {name: field.value for name, field in draft.proposal.metadata.items()}
    said["absent"] = draft.proposal.absent
    return {
        "row": {"id": "metadata", **said},
        "kind": "metadata",
        "form": forms.MetadataForm(initial=said, auto_id="metadata-%s"),
        "template": "programmes/_card_metadata.html",
        "saves_in_place": True,
        "doubts": draft.proposal.lacking,
        "version": draft.version_of("metadata"),
    }


def _card(draft, row: Item) -> dict:
    """The card of a task or a target. Bodies are typed one a line."""
    kind = "target" if isinstance(row, TargetItem) else "task"
    form = forms.ReviewTargetForm if kind == "target" else forms.ReviewTaskForm
    first = {
        name: "\n".join(value) if name in ("lead", "coordinate") else value
        for name, value in vars(row).items()
    }
    return {
        "row": row,
        "kind": kind,
        "form": form(initial=first, auto_id=f"{row.id}-%s"),
        "template": f"programmes/_card_{kind}.html",
        "saves_in_place": True,
        "doubts": row.doubtful,
        "version": draft.version_of(row.id),
    }


def _guess(draft):
    """Issuer and monitor as the names suggest; the officer decides."""
    issuer = draft.proposal.said("issuer")
    found = drafting.match_bodies(draft.home, [issuer]) if issuer else {}
    units = found[issuer].units if issuer else []
    return {"issuing": units[0] if units else None}

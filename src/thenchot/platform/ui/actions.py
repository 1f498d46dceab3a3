"""What can be done to a thing, told once: its button, its form, who may, and the service behind it.

One view serves the actions of every room. Templates draw what `offers` returns and never decide by
state which button stands where.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from thenchot.kernel.decision import Decision, Reason, Refused
from thenchot.kernel.typed import ids_of
from thenchot.platform.language import say_reason
from thenchot.platform.ui.forms import attempt

NOT_NOW = gettext_lazy(
    "Với vai trò hoặc tình trạng hiện tại, ông (bà) không thực hiện được việc này."
)
MOST_TOGETHER = 500
_served: dict[str, "Actions"] = {}  # of every room, by their code


def always(actor, thing) -> bool:
    return True


@dataclass(frozen=True)
class Action:
    """`name` ends its address; `may(actor, thing)` is a yes or no, or a decision with its reasons;
    `run(actor, thing, data)` calls the service, `data` being what the form says it was told.

    Without a `form` it is a button that acts at once, after the question `ask` if there is one.
    `takes`: what the form is built with: "actor", and the thing under any other name. `initial`:
    first values, of (actor, thing); those in the address come before them. `heading`, `note`: of
    the thing, on the page of the form; `submit` may be of the thing too, and `tone`, of its button.
    `done`: the message, or a function of (thing, result). `to`: where it leads, an address of
    (thing, result); by default back to the thing. `on_thing`: false for what begins a new one.
    `together`: also for many at once. `template`, `more`: another page for the form, and what it
    shows besides, of (actor, thing). `route`, `address`: where these are not made of the names.
    """

    name: str
    title: Any
    run: Callable[[Any, Any, dict], Any]
    done: Any
    form: Callable[..., Any] | None = None
    may: Callable[[Any, Any], Any] = always
    tone: str | Callable[[Any], str] = ""
    submit: Any = ""
    ask: Any = ""
    takes: tuple[str, ...] = ()
    initial: Callable[[Any, Any], dict] | None = None
    heading: Callable[[Any], Any] | None = None
    note: Any = ""
    to: Callable[[Any, Any], str] | None = None
    on_thing: bool = True
    together: bool = False
    is_offered: bool = True
    template: str = ""
    more: Callable[[Any, Any], dict] | None = None
    route: str = ""
    address: str = ""

    def decide(self, actor, thing) -> Decision:
        answer = self.may(actor, thing)
        if isinstance(answer, Decision):
            return answer
        if answer:
            return Decision.yes()
        return Decision.no(Reason(f"action.{self.name}", str(NOT_NOW)))


@dataclass(frozen=True)
class Offer:
    """An action that stands open to somebody now."""

    name: str
    title: Any
    url: str
    tone: str
    at_once: bool
    ask: Any


@dataclass(frozen=True)
class Actions:
    """The actions of one kind of thing. `code` begins the names of their routes (`hard_end`).

    `get(actor, pk)` finds the thing or raises `NotVisible`; `back(thing)` is the address of its
    page, `above(thing)` its name there; both get None for what is new. `at`: the part of the
    addresses that names the thing, and `keys(thing)` its parts, for a thing that is named by more
    than a number; `get` then takes them all.
    """

    code: str
    get: Callable[..., Any]
    back: Callable[[Any], str]
    above: Callable[[Any], Any]
    actions: tuple[Action, ...]
    template: str = "ui/form_page.html"
    at: str = "<int:pk>/"
    keys: Callable[[Any], dict] = lambda thing: {"pk": thing.pk}
    named: dict[str, Action] = field(init=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "named", {action.name: action for action in self.actions})

    def offers(self, actor, thing, *names: str) -> list[Offer]:
        """What this actor may do to the thing now, in the order told; only `names`, if any."""
        wanted = [self.named[name] for name in names] or [
            action for action in self.actions if action.is_offered and action.on_thing
        ]
        return [self._offer(action, thing) for action in wanted if action.decide(actor, thing)]

    def _offer(self, action: Action, thing) -> Offer:
        url = self.address(action.name, thing)
        tone = action.tone(thing) if callable(action.tone) else action.tone
        return Offer(action.name, action.title, url, tone, action.form is None, action.ask)

    def address(self, name: str, thing=None) -> str:
        """Of one action, whether or not it is open to anybody."""
        action = self.named[name]
        keys = self.keys(thing) if action.on_thing else {}
        return reverse(self.route_of(action), kwargs=keys)

    def route_of(self, action: Action) -> str:
        return action.route or f"{self.code}_{action.name}"

    def beginnings(self, actor) -> list[Offer]:
        """What this actor may begin anew."""
        anew = [action for action in self.actions if action.form and not action.on_thing]
        return [self._offer(action, None) for action in anew if action.decide(actor, None)]

    def urls(self, prefix: str) -> list:
        """`prefix`: of the addresses, as "work/hard/"."""
        _served[self.code] = self
        return [route for action in self.actions for route in self._routes(prefix, action)]

    def _routes(self, prefix: str, action: Action) -> Iterable:
        last = action.address or f"{action.name}/"
        where = f"{prefix}{self.at}{last}" if action.on_thing else f"{prefix}{last}"
        name = self.route_of(action)
        yield path(where, self.view_of(action), name=name)
        if action.together:
            address = f"{prefix}together/{action.name}/"
            yield path(address, self.view_of_many(action), name=f"{name}_together")

    def view_of(self, action: Action):
        def view(request, **keys):
            thing = self.get(request.actor, *keys.values()) if action.on_thing else None
            action.decide(request.actor, thing).or_refuse()
            if action.form is None:
                return self._at_once(request, action, thing)
            return self._with_form(request, action, thing)

        return view

    def _at_once(self, request, action, thing):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        return self._finish(request, action, thing, action.run(request.actor, thing, {}))

    def _with_form(self, request, action, thing):
        if request.method not in ("GET", "HEAD", "POST"):
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        form = build_form(action, request, thing)
        if form.is_valid():
            answer = attempt(form, lambda: (action.run(request.actor, thing, told(form)),))
            if answer:
                return self._finish(request, action, thing, answer[0])
        more = action.more(request.actor, thing) if action.more else {}
        page = {**self._page(action, form, thing), **more}
        return render(request, action.template or self.template, page)

    def _page(self, action, form, thing) -> dict:
        heading = action.heading(thing) if action.heading else action.title
        note = action.note(thing) if callable(action.note) else action.note
        submit = action.submit(thing) if callable(action.submit) else action.submit
        return {
            "form": form,
            "thing": thing,
            "title": heading,
            "submit": submit or action.title,
            "note": note,
            "back": self.back(thing),
            "above": self.above(thing),
        }

    def _finish(self, request, action, thing, result):
        text = action.done(thing, result) if callable(action.done) else action.done
        if text:
            messages.success(request, text)
        return redirect(action.to(thing, result) if action.to else self.back(thing))

    # Many at once

    def view_of_many(self, action: Action):
        def view(request):
            if request.method != "POST":
                return HttpResponseNotAllowed(["POST"])
            chosen = request.POST.getlist("pk")[:MOST_TOGETHER]
            things = [self.get(request.actor, pk) for pk in ids_of(chosen)]
            if action.form is None:
                return self._do_all(request, action, things, {})
            form = build_form(action, request, None, is_sent="told" in request.POST)
            if form.is_valid():
                return self._do_all(request, action, things, told(form))
            page = self._page(action, form, None) | {"things": things}
            return render(request, "ui/form_of_many.html", page)

        return view

    def _do_all(self, request, action, things, data):
        """One transaction a thing: what is refused is told, the others are done."""
        answers = [self._try(request, action, thing, data) for thing in things]
        refused = [answer for answer in answers if answer]
        done = len(things) - len(refused)
        if done:
            told_done = ngettext("Đã làm với %(n)s mục.", "Đã làm với %(n)s mục.", done)
            messages.success(request, told_done % {"n": done})
        for thing, reasons in refused:
            messages.error(request, f"{thing}: {reasons}")
        if not things:
            messages.warning(request, _("Chưa chọn dòng nào."))
        return redirect(_from_where(request) or self.back(None))

    def _try(self, request, action, thing, data):
        try:
            action.decide(request.actor, thing).or_refuse()
            action.run(request.actor, thing, dict(data))
        except Refused as refusal:
            return thing, "; ".join(map(say_reason, refusal.decision.reasons))
        return None


def beginnings(actor) -> list[Offer]:
    """What this actor may begin anew, in every room."""
    return [offer for actions in _served.values() for offer in actions.beginnings(actor)]


def _from_where(request) -> str:
    """The page of this site the button stood on, where it is not the list of these things."""
    page = request.POST.get("next", "")
    return page if url_has_allowed_host_and_scheme(page, None) else ""


def build_form(action: Action, request, thing, *, is_sent: bool | None = None):
    """The form of an action, with what it takes; an empty form that was sent counts as sent."""
    is_sent = request.method == "POST" if is_sent is None else is_sent
    given = {name: request.actor if name == "actor" else thing for name in action.takes}
    first = action.initial(request.actor, thing) if action.initial else None
    given["initial"] = {**(first or {}), **request.GET.dict()}
    if is_sent:
        return action.form(request.POST, request.FILES, **given)
    return action.form(**given)


def told(form) -> dict:
    """What the service is told: the form's `facts` where it has them, else its cleaned fields."""
    return form.facts() if hasattr(form, "facts") else form.cleaned_data

"""What the form of an action begins with."""

from django import forms
from django.test import RequestFactory

from thenchot.platform.ui.actions import Action, build_form


class NoteForm(forms.Form):
    note = forms.CharField()
    basis = forms.CharField()


def begun(**more):
    action = Action("note", "Ghi", lambda actor, thing, data: None, "", NoteForm, **more)
    request = RequestFactory().get("/?note=QĐ 1")
    request.actor = None
    return build_form(action, request, object()).initial


def test_the_address_fills_a_form():
    assert begun() == {"note": "QĐ 1"}


def test_the_address_goes_before_the_usual_values():
    usual = {"note": "QĐ 0", "basis": "Điều 2"}
    given = begun(initial=lambda actor, thing: usual)
    assert given == {"note": "QĐ 1", "basis": "Điều 2"}

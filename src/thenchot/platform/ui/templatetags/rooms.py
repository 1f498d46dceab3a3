"""What lists and cards of the rooms need beside `ui`."""

from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def may(context, permission, path=""):
    """Does who is signed in hold the permission over this branch (or, without one, anywhere)?"""
    actor = context["request"].actor
    return bool(actor.may(permission, path)) if path else actor.has(permission)


@register.filter
def at(mapping, key):
    return mapping.get(key)

"""What holds for the reader, in a text: the value of a policy, and what it rests on."""

from django import template

from thenchot.platform.clock import today
from thenchot.platform.language import say
from thenchot.platform.policies.queries import resolve
from thenchot.platform.ui.templatetags.ui import cited
from thenchot.policy.parameters import spec_of

register = template.Library()


@register.simple_tag(takes_context=True)
def in_force(context, key):
    """The value with its unit, as it stands today where the reader works."""
    spec = spec_of(key)
    return f"{spec.kind.show(_value(context, key).value)} {say(spec.unit)}".strip()


@register.simple_tag(takes_context=True)
def basis(context, key):
    """The article, decision or plan that the value cites."""
    return cited(_value(context, key).source)


def _value(context, key):
    paths = context["actor"].paths
    return resolve(paths[0] if paths else "/", today())[key]

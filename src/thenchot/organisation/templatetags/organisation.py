"""The pages of the subject "Tổ chức" beside each other."""

from django import template

from thenchot.organisation.panels import tabs_for

register = template.Library()


@register.inclusion_tag("organisation/_tabs.html", takes_context=True)
def organisation_tabs(context):
    request = context["request"]
    here = request.resolver_match.url_name if request.resolver_match else ""
    tabs = [(tab, tab.route == here) for tab in tabs_for(request.actor)]
    return {"tabs": tabs}

"""Small pieces of a table."""

from django import template
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
def css_of(bound):
    css = bound.column.css
    return format_html(' class="{}"', css) if css and not callable(css) else ""


@register.simple_tag(takes_context=True)
def heading(context, bound):
    """The title; a link that orders by the column where it can be ordered."""
    request = context.get("request")
    if not bound.orderable or request is None or not hasattr(context.get("table"), "page"):
        return bound.header
    alias = bound.order_by_alias
    query = request.GET.copy()
    query.pop("page", None)
    query["sort"] = str(alias.next)
    mark = {True: " ↓", False: " ↑"}[alias.is_descending] if bound.is_ordered else ""
    return format_html(
        '<a rel="nofollow" href="?{}">{}{}</a>', query.urlencode(), bound.header, mark
    )


@register.simple_tag
def row_attributes(row):
    return format_html(
        "{}{}",
        format_html(' id="{}"', row["id"]) if row["id"] else "",
        format_html(' class="{}"', row["tone"]) if row["tone"] else "",
    )


@register.simple_tag(takes_context=True)
def listing(context, table, label=""):
    """Draw a table of records on a page that is no register."""
    request = context.get("request")
    table.request, table.actor = request, table.actor or getattr(request, "actor", None)
    table.label = label or table.label
    return template.loader.get_template("registers/table.html").render({"table": table}, request)

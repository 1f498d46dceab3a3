"""The routes of the project, and what an answer says in words."""

import io
import re
import zipfile

from django.urls import get_resolver, reverse
from tests.invariants.matrix import Case

MISSING = 987_654_321
TOKEN = re.compile(r'(csrfmiddlewaretoken" value="|X-CSRFToken": ")[^"]+')


def routes(patterns=None) -> list[str]:
    """Names of all routes, also of included lists; a route without a name appears as its
    pattern.
    """
    found = []
    for one in get_resolver().url_patterns if patterns is None else patterns:
        inner = getattr(one, "url_patterns", None)
        found += routes(inner) if inner is not None else [one.name or str(one.pattern)]
    return found


def address(case: Case, pk: int | None) -> str:
    keys = dict(case.keys)
    if case.subject:
        keys[case.parameter] = pk
    return reverse(case.route, kwargs=keys) + case.query


def words_of(response) -> str:
    """The text of a page or of an Office file."""
    body = response.content
    if not body.startswith(b"PK"):
        return body.decode("utf8", "replace")
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return "\n".join(
            archive.read(name).decode("utf8", "replace") for name in archive.namelist()
        )


def without_tokens(response) -> bytes:
    return TOKEN.sub(r"\1", response.content.decode()).encode()

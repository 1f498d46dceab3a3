"""The shipped list of titles enters every database: after each migration what is new is added and
what changed follows.

Like a policy pack this is part of the program, so its trail is the release; a locality's own titles
are never touched.
"""

from thenchot.kernel.text import words
from thenchot.organisation import catalogue


def load_titles(*, apps=None, using="default", **_):
    """`apps`: the models as the migration left them; an older state may lack the table or some
    fields.
    """
    if apps is None:
        from django.apps import apps
    try:
        title = apps.get_model("organisation", "Title")
    except LookupError:
        return
    known = {field.name for field in title._meta.get_fields()}
    rows = {
        code: {k: v for k, v in fields.items() if k in known} for code, fields in _wanted().items()
    }
    _put(title.objects.using(using), rows)


def _wanted() -> dict[str, dict]:
    order = enumerate(catalogue.titles(), 1)
    return {
        one.code: {**one.fields, "folded": _folded(one.fields["name"]), "position": at}
        for at, one in order
    }


def _put(titles, rows: dict[str, dict]) -> None:
    present = {title.code: title for title in titles.filter(unit__isnull=True)}
    titles.bulk_create(
        titles.model(code=code, **fields) for code, fields in rows.items() if code not in present
    )
    changed = [
        title for code, title in present.items() if code in rows and _differs(title, rows[code])
    ]
    if changed:
        titles.bulk_update(changed, list(rows[changed[0].code]))


def _differs(title, fields: dict) -> bool:
    """Whether anything was put right on the way."""
    differing = {name: value for name, value in fields.items() if getattr(title, name) != value}
    for name, value in differing.items():
        setattr(title, name, value)
    return bool(differing)


def _folded(name: str) -> str:
    return " ".join(words(name))

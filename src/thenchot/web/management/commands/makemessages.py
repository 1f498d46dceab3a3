"""`makemessages -l en` (from src/thenchot, needs gettext and babel): the catalogue renewed and
compiled in one go.

Besides what Django looks for it finds what rooms without Django say: reasons of refusals and labels
of policies. A sentence that is put together from facts stays out: it cannot be looked up again.
"""

from pathlib import Path

from django.core.management.commands import makemessages

SAID = ("noop", "Reason:2", "refuse:2", "_refuse:2", "_no:2", "no:2", "param:4")


class Command(makemessages.Command):
    xgettext_options = [
        *makemessages.Command.xgettext_options,
        *(f"--keyword={keyword}" for keyword in SAID),
    ]
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]

    def write_po_file(self, potfile, locale):
        super().write_po_file(potfile, locale)
        folder = Path(potfile).parent / locale / "LC_MESSAGES"
        compile_catalogue(folder / "django.po", locale)


def compile_catalogue(path: Path, locale: str) -> None:
    """Sorted, without what is gone or put together; the .mo beside it."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po, write_po

    with path.open("rb") as file:
        catalogue = read_po(file, locale=locale)
    for message in [m for m in catalogue if m.id and "{" in str(m.id)]:
        catalogue.delete(message.id)
    catalogue.obsolete.clear()
    catalogue.locale, catalogue.fuzzy, catalogue.creation_date = (
        locale,
        False,
        catalogue.revision_date,
    )
    with path.open("wb") as file:
        write_po(file, catalogue, width=0, no_location=True, sort_output=True)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)

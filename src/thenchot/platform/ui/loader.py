"""Templates as they are read: components compiled, indentation left in the file."""

import re

from django_cotton.cotton_loader import Loader as ComponentLoader

KEPT = re.compile(
    r"<(textarea|pre)\b.*?</\1>"
    r"|\{% blocktranslate(?![^%]*\btrimmed\b).*?\{% endblocktranslate %\}",
    re.DOTALL,
)
TAG = re.compile(r"<[a-zA-Z][^<>]*>")
BREAK = re.compile(r"[ \t]*\n\s*")


def compact(source: str) -> str:
    """A tag stands on one line, and a line break with the indentation around it becomes one line
    break: in HTML all of these are a space.

    Texts that are kept as typed (a text area, a message of several lines) stay as they are.
    """
    parts, at = [], 0
    for kept in KEPT.finditer(source):
        parts += [_tight(source[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*parts, _tight(source[at:])])


def _tight(source: str) -> str:
    return BREAK.sub("\n", TAG.sub(_on_one_line, source))


def _on_one_line(tag: re.Match[str]) -> str:
    return re.sub(r"\s+>$", ">", BREAK.sub(" ", tag[0]))


class Loader(ComponentLoader):
    """Pages are indented for their readers; what travels is not."""

    def _get_template_string(self, template_name):
        return compact(super()._get_template_string(template_name))

"""Templates as they are read: components compiled, indentation left in the file."""

import re

from django_cotton.cotton_loader import Loader as ComponentLoader

KEPT = re.compile(
    r"<(textarea|pre)\b.*?</\1>"
    r"|\{% blocktranslate(?![^%]*\btrimmed\b).*?\{% endblocktranslate %\}",
    re.DOTALL,
)
BREAK = re.compile(r"[ \t]*\n\s*")


def compact(source: str) -> str:
    """A line break and the indentation around it become one line break: in HTML both are a space.

    Texts that are kept as typed (a text area, a message of several lines) stay as they are.
    """
    parts, at = [], 0
    for kept in KEPT.finditer(source):
        parts += [BREAK.sub("\n", source[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*parts, BREAK.sub("\n", source[at:])])


class Loader(ComponentLoader):
    """Pages are indented for their readers; what travels is not."""

    def _get_template_string(self, template_name):
        return compact(super()._get_template_string(template_name))

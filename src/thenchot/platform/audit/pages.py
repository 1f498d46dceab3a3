"""What a page is called on which protected data was read. Lists are called by their registers; a
room hands over the words of its other pages in its `events.py`.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext

from thenchot.platform.registers.register import REGISTERS

FILE = "_file"
_pages: dict[str, Promise] = {}


def register_pages(words: Mapping[str, Promise]) -> None:
    """Words by the name of the route."""
    _pages.update(words)


def page_called(route: str) -> str:
    """A list taken as a file says so."""
    if route in _pages:
        return str(_pages[route])
    code = route.removesuffix(FILE)
    if code not in REGISTERS:
        return gettext("Trang khác")
    title = str(REGISTERS[code].title)
    return title if code == route else gettext("%(list)s (tệp)") % {"list": title}

"""Pages as tests read them."""

import re


def joined(response) -> str:
    """Without the line breaks of the source: elements stand close to each other, words a space
    apart.
    """
    return re.sub(r"\s*([<>])\s*", r"\1", re.sub(r"\s+", " ", response.content.decode()))

"""The classes of the trail itself; rooms take the words for theirs from here or from
`platform.classified`.
"""

from thenchot.platform.classified import (
    PRIVATE,
    PUBLIC,
    SENSITIVE,
    WORK,
    Class,
    class_of,
    declared,
    gaps,
    of,
)

__all__ = [
    "CLASSIFICATION",
    "PRIVATE",
    "PUBLIC",
    "SENSITIVE",
    "WORK",
    "Class",
    "class_of",
    "declared",
    "gaps",
    "of",
]

CLASSIFICATION = {"audit.Event": of(WORK), "audit.Read": of(PRIVATE)}

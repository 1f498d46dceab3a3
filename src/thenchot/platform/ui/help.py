"""Pages that tell how a subject is worked on: every room hands over its own in its `help.py`, found
at start, and writes it as the template `help/<code>.html`, in English `help/<code>.en.html`.
"""

from dataclasses import dataclass

from django.utils.functional import Promise

from thenchot.platform.ui.menu import longest_start


@dataclass(frozen=True)
class Subject:
    """`place` orders the list of subjects; `about`: how the addresses of its pages begin."""

    place: int
    code: str
    title: str | Promise
    lead: str | Promise
    about: tuple[str, ...] = ()

    def templates(self, language: str) -> list[str]:
        return [f"help/{self.code}.{language}.html", f"help/{self.code}.html"]


_subjects: dict[str, Subject] = {}


def register(*subjects: Subject) -> None:
    """Once, in `help.py`. Two subjects never stand at one place."""
    for subject in subjects:
        at = next((one for one in _subjects.values() if one.place == subject.place), subject)
        if at.code != subject.code:
            raise ValueError(f"{at.code} and {subject.code} stand at place {subject.place}")
        _subjects[subject.code] = subject


def subjects() -> list[Subject]:
    return sorted(_subjects.values(), key=lambda subject: subject.place)


def get_subject(code: str) -> Subject | None:
    return _subjects.get(code)


def subject_of(path: str) -> Subject | None:
    """The one subject a page belongs to."""
    known = subjects()
    at = longest_start(path, [subject.about for subject in known])
    return None if at is None else known[at]

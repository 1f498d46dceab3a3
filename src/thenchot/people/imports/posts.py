"""Several posts in one cell: "Phó Bí thư Đảng ủy, Chủ tịch UBND phường" is one primary post and one
held beside it.

A semicolon keeps the order: the first is the primary one. Anything else is a guess: an office
before a membership, the post in the person's own unit before others. Pure: what names a unit is
handed in.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from thenchot.kernel.text import fold, nfc, tidy
from thenchot.platform.office.excel.grid import unguarded

_HEAD = (
    r"(?:quyen |q\.? ?|nguyen )?(?:pho |dai )?(?:bi thu|chu tich|truong (?:ban|phong|tram|cong an"
    r"|doan|khoa|bo phan)|chanh van phong|"
    r"giam doc|hieu truong|chu nhiem|chi huy|cong an|thu truong|to truong|to pho|doi truong|doi "
    r"pho|tong bien tap)|"
    r"pho (?:ban|phong|van phong)|truong (?:thon|cong an)|uy vien|uv|dang uy vien|thuong vu"
    r"|thuong truc|dai bieu|bt|pbt|ct|pct|tp|ptp|cvp|gd|pgd|"
    r"chuyen vien|can su|cong chuc|vien chuc|nhan vien|van thu|ke toan|thu quy|luu tru|lai xe"
    r"|thu ky|chinh tri vien|thanh tra|kiem tra vien|ct\.|bcv"
)
_TITLE = re.compile(rf"^(?:{_HEAD})(?:\b|\.)")
_MEMBER = re.compile(r"^(?:uy vien|uv|dang uy vien|thuong vu|dai bieu|hoi vien|thanh vien)")
_HARD = re.compile(r"\s*;\s*")
_ALSO = re.compile(r"\s*,?\s+kiêm(?:\s+nhiệm)?\s+", re.IGNORECASE)
_SOFT = re.compile(r"\s*(?:,|\n|\s[-–]\s|\s\+\s|/(?=\s*\D))\s*")


@dataclass(frozen=True)
class Post:
    """`unit`: the body that the words themselves name, if any."""

    title: str
    unit: Any = None

    @property
    def is_membership(self) -> bool:
        return bool(_MEMBER.match(fold(self.title)))


@dataclass(frozen=True)
class Posts:
    """The primary one first. `is_guess`: the order was not written, it was understood."""

    posts: tuple[Post, ...] = ()
    is_guess: bool = False

    @property
    def primary(self) -> Post | None:
        return self.posts[0] if self.posts else None

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(post.title for post in self.posts)


def lines_of(raw: Any) -> str:
    """The cell with its line breaks, each line tidy."""
    return "\n".join(line for part in nfc(unguarded(str(raw))).splitlines() if (line := tidy(part)))


def split(text: str) -> tuple[tuple[str, ...], bool]:
    """The posts as they are written, and whether their order was written too."""
    hard = [part for part in _HARD.split(text) if part]
    parts = [piece for part in hard for piece in _pieces(part)]
    return tuple(dict.fromkeys(parts)), len(parts) == len(hard)


def _pieces(text: str) -> list[str]:
    found = [piece for also in _ALSO.split(text) for piece in _soft(also)]
    return found or [tidy(text)]


def _soft(text: str) -> list[str]:
    """Apart at a comma or a line where what follows is a title; else the words belong together."""
    pieces: list[str] = []
    for piece in _SOFT.split(text):
        if not piece:
            continue
        if pieces and not is_title(piece):
            pieces[-1] = _joined(text, pieces[-1], piece)
        else:
            pieces.append(tidy(piece))
    return pieces


def _joined(text: str, before: str, after: str) -> str:
    between = re.search(re.escape(before.split()[-1]) + r"(\W+)" + re.escape(after), text)
    mark = between[1] if between else " "
    return tidy(f"{before}{' ' if mark.isspace() or not between else mark}{after}")


def is_title(text: str) -> bool:
    return bool(_TITLE.match(fold(text).strip()))


def suffixes(title: str) -> list[str]:
    """Words at the end that may name a body: "Chủ tịch UBND phường" -> "Chủ tịch UBND phường",
    "tịch UBND phường", …
    """
    spoken = title.split()
    return [" ".join(spoken[at:]) for at in range(1, len(spoken))]


def posts_of(text: str, unit: Any, body_of: Callable[[str], Any]) -> Posts:
    """`unit`: where the row says the person sits, if it does; `body_of`: the unit that a title
    names, or none.
    """
    titles, is_written = split(text)
    posts = [Post(title, body_of(title)) for title in titles]
    if len(posts) < 2 or is_written:
        return Posts(tuple(posts))
    order = sorted(
        range(len(posts)),
        key=lambda at: (posts[at].is_membership, unit is None or posts[at].unit != unit, at),
    )
    return Posts(tuple(posts[at] for at in order), is_guess=True)


def texts_that_may_name_bodies(texts: Iterable[str]) -> set[str]:
    return {suffix for text in texts for title in split(text)[0] for suffix in suffixes(title)}

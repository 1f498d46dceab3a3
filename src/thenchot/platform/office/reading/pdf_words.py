"""Words of a PDF page by where their letters stand, whatever fonts they are cut into."""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import Any

MOST_LETTERS = 60_000  # of one page that are looked at
# Gaps between the ink of two letters that part two words, as shares of their size: where a blank
# stands, where pdfium guesses one, where the line has blanks elsewhere, where it has none.
_GAP_AT_BLANK, _GAP_AT_HINT, _GAP_BESIDE_BLANKS, _GAP = 0.05, 0.15, 0.45, 0.2
_OVERLAP = 0.4  # of the size: letters that lie so far one on the other are of two words
_LEANS = 0.2  # radians: a letter that leans more is of a watermark
_HYPHENS = {2: "-", 0xFFFE: "-"}

Place = Callable[[float, float], tuple[float, float]]


@dataclass(slots=True)
class Letter:
    """Ink from `left` to `right` on the line `base`, in points from the upper left corner as shown.
    `room`: from where it begins to where the next may; `hinted`: pdfium saw a blank before it.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    font: str
    room: Callable[[], tuple[float, float]]
    quarters: int = 0  # turned to the left, as shown
    hinted: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """As shown."""
        x, y = (self.left + self.right) / 2, self.base - 0.3 * self.size
        return _upright(x, y, -self.quarters % 4)


@dataclass(slots=True)
class Word:
    """`pieces`: text and font, a piece for each font; the sides in points as shown."""

    x0: float
    x1: float
    top: float
    bottom: float
    pieces: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_bold(self) -> bool:
        return all("bold" in font.lower() for _, font in self.pieces)


def letters_of(page: Any) -> list[Letter]:
    """What stands on a page of pdfium, in the order of the file; a mark over a letter is part of
    it. Letters that lean are left out.
    """
    reader = _Letters(page)
    letters: list[Letter] = []
    hinted = False
    for at in range(min(reader.text.count_chars(), MOST_LETTERS)):
        if reader.is_generated(at):
            hinted = True
        elif letter := reader.letter(at):
            if letters and unicodedata.combining(letter.text[0]):
                letters[-1].text += letter.text
                continue
            letter.hinted, hinted = hinted, False
            letters.append(letter)
    return letters


def upright_letters(page: Any) -> list[Letter]:
    """The letters of a page, which is turned so that most of them stand upright."""
    letters = letters_of(page)
    turns = Counter(letter.quarters for letter in letters)
    quarters = turns.most_common(1)[0][0] if turns else 0
    if not quarters:
        return letters
    page.set_rotation((page.get_rotation() + 90 * quarters) % 360)
    return letters_of(page)


def place_on(page: Any) -> tuple[Place, int]:
    """Where a point of the page is shown, from the upper left corner; and by how many quarters the
    page is turned to the right.
    """
    left, bottom, right, top = page.get_cropbox()
    turned = page.get_rotation() // 90
    places: tuple[Place, ...] = (
        lambda x, y: (x - left, top - y),
        lambda x, y: (y - bottom, x - left),
        lambda x, y: (right - x, y - bottom),
        lambda x, y: (top - y, right - x),
    )
    return places[turned], turned


class _Letters:
    """The letters of a page by their number; size, font and direction are looked up once for each
    stretch of text.
    """

    def __init__(self, page: Any) -> None:
        self.text = page.get_textpage()
        self.place, self.turned = place_on(page)
        self.styles: dict[int | None, tuple[float, str, int | None]] = {}

    def is_generated(self, at: int) -> bool:
        import pypdfium2.raw as raw

        return raw.FPDFText_IsGenerated(self.text, at) == 1

    def letter(self, at: int) -> Letter | None:
        import pypdfium2.raw as raw

        code = raw.FPDFText_GetUnicode(self.text, at)
        char = _HYPHENS.get(code) or (chr(code) if 31 < code < 0x110000 else "")
        if not char or 0x7F <= code < 0xA0:
            return None
        size, font, quarters = self.style(at)
        if quarters is None:
            return None
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self.text, at, x, y)
        start, base = _upright(*self.place(x.value, y.value), quarters)
        room = partial(self.across, at, quarters, loose=True)
        if char.isspace():
            return Letter(" ", start, start, base, size, font, room, quarters)
        left, right = self.across(at, quarters)
        if right <= left:
            left, right = room()
        return Letter(char, left, right, base, size, font, room, quarters)

    def across(self, at: int, quarters: int, *, loose: bool = False) -> tuple[float, float]:
        left, bottom, right, top = self.text.get_charbox(at, loose=loose)
        first, _ = _upright(*self.place(left, bottom), quarters)
        second, _ = _upright(*self.place(right, top), quarters)
        return (first, second) if first < second else (second, first)

    def style(self, at: int) -> tuple[float, str, int | None]:
        import pypdfium2.raw as raw

        stretch = ctypes.cast(raw.FPDFText_GetTextObject(self.text, at), ctypes.c_void_p).value
        if stretch is None or stretch not in self.styles:
            self.styles[stretch] = self.look_up(at)
        return self.styles[stretch]

    def look_up(self, at: int) -> tuple[float, str, int | None]:
        import pypdfium2.raw as raw

        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.text, at, matrix)
        size = raw.FPDFText_GetFontSize(self.text, at) * math.hypot(matrix.c, matrix.d)
        angle = math.atan2(matrix.b, matrix.a) - self.turned * math.pi / 2
        quarters = round(angle / (math.pi / 2))
        leans = abs(angle - quarters * math.pi / 2) > _LEANS
        return size or 1.0, self.font(at), None if leans else quarters % 4

    def font(self, at: int) -> str:
        import pypdfium2.raw as raw

        name, flags = ctypes.create_string_buffer(200), ctypes.c_int()
        raw.FPDFText_GetFontInfo(self.text, at, name, len(name), flags)
        return name.value.decode("utf-8", "replace")


def _upright(x: float, y: float, quarters: int) -> tuple[float, float]:
    """A point seen with the head turned with the letters."""
    return ((x, y), (-y, x), (-x, -y), (y, -x))[quarters]


def words_of(letters: Iterable[Letter]) -> list[Word]:
    """Letters on one line, cut where a blank or a wide gap stands between their ink."""
    found = []
    for quarters, alike in groupby(sorted(letters, key=_turn), key=_turn):
        for row in _rows(list(alike)):
            found += [_word(cut, quarters) for cut in _cuts(row)]
    return found


def _turn(letter: Letter) -> int:
    return letter.quarters


def _rows(letters: list[Letter]) -> Iterator[list[Letter]]:
    """Letters on one line, in the order of the file."""
    row: list[int] = []
    for at in sorted(range(len(letters)), key=lambda at: letters[at].base):
        first = letters[row[0]] if row else letters[at]
        if letters[at].base - first.base > 0.2 * min(letters[at].size, first.size):
            yield [letters[other] for other in sorted(row)]
            row = []
        row.append(at)
    if row:
        yield [letters[at] for at in sorted(row)]


def _cuts(row: list[Letter]) -> Iterator[list[Letter]]:
    """Words as they were drawn, and those drawn in pieces put together from left to right; where
    two lie one on the other they stay apart.
    """
    blanks = [letter.left for letter in row if letter.text == " "]
    least = _GAP_BESIDE_BLANKS if blanks else _GAP
    word: list[Letter] = []
    for piece in sorted(_drawn(row, least), key=lambda piece: piece[0].left):
        if word and (
            _overlap(word[-1], piece[0])
            or _parts(word[-1], piece[0], least, _any_between(blanks, word[-1], piece[0]))
        ):
            yield word
            word = []
        word += piece
    if word:
        yield word


def _drawn(row: list[Letter], least: float) -> Iterator[list[Letter]]:
    word: list[Letter] = []
    at_blank = False
    for letter in row:
        if letter.text == " ":
            at_blank = True
            continue
        if word and (_overlap(word[-1], letter) or _parts(word[-1], letter, least, at_blank)):
            yield word
            word = []
        word.append(letter)
        at_blank = False
    if word:
        yield word


def _overlap(before: Letter, after: Letter) -> bool:
    return after.left - before.right < -_OVERLAP * max(before.size, after.size)


def _any_between(blanks: list[float], before: Letter, after: Letter) -> bool:
    start = (before.left + before.right) / 2
    return any(start < blank < after.right for blank in blanks)


def _parts(before: Letter, after: Letter, least: float, at_blank: bool) -> bool:
    """Without a blank the rooms of the two letters are apart too: a narrow letter of a typewriter
    stands alone in a wide room.
    """
    gap = (after.left - before.right) / max(before.size, after.size)
    if at_blank or after.hinted:
        return gap > (_GAP_AT_BLANK if at_blank else _GAP_AT_HINT)
    return gap > least and after.room()[0] - before.room()[1] > 0.1 * after.size


def _word(letters: list[Letter], quarters: int) -> Word:
    pieces = [
        ("".join(one.text for one in alike), font)
        for font, alike in groupby(letters, key=lambda one: one.font)
    ]
    size, base = max(one.size for one in letters), letters[0].base
    first = _upright(letters[0].left, base - 0.8 * size, -quarters % 4)
    last = _upright(max(one.right for one in letters), base + 0.2 * size, -quarters % 4)
    (x0, x1), (top, bottom) = sorted((first[0], last[0])), sorted((first[1], last[1]))
    return Word(x0, x1, top, bottom, pieces)

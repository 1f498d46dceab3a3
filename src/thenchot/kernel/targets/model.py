"""What a phrase about an aim says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """comparator: >= > <= < increase decrease qualitative, or null where the text has none.
    `upper`: end of a range.

    unit: "%", "person", or the counted noun as printed. condition: words in brackets. part: one
    item of a row of aims that share a sentence. span: place in the text given to `find_targets`.
    """

    comparator: str | None
    value: float | None = None
    unit: str | None = None
    raw: str = ""
    condition: str | None = None
    upper: float | None = None
    part: str | None = None
    confidence: float = 1.0
    rule: str = ""
    span: tuple[int, int] = (0, 0)

    @property
    def is_measured(self) -> bool:
        return self.comparator != "qualitative"

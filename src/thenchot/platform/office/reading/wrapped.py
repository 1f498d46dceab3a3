"""Lines of a table cell as printed: which line ends were only the edge of the cell."""

import re


def unwrap_rows(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    """Cells with wrapped lines joined; a break stays where the next word would still have fitted on
    the line.
    """
    columns = max((len(row) for row in rows), default=0)
    widths = [
        max((len(line) for row in rows if at < len(row) for line in row[at].split("\n")), default=0)
        for at in range(columns)
    ]
    return tuple(tuple(unwrap(cell, widths[at]) for at, cell in enumerate(row)) for row in rows)


def unwrap(cell: str, width: int) -> str:
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    text = lines[0] if lines else ""
    last = text
    for line in lines[1:]:
        text += ("\n" if _meant(last, line, width) else " ") + line
        last = line
    return text


def _meant(above: str, below: str, width: int) -> bool:
    if re.match(r"[-+•–]\s*\S", below) and (
        below[1:].lstrip()[:1].isupper() or above.endswith((";", "."))
    ):
        return True
    if above.endswith(";"):
        return True
    first = below.split()[0]
    return (
        below[:1].isupper()
        and not above.endswith(",")
        and len(above) + 1 + len(first) <= width * 0.8
    )

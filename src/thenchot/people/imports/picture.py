"""What a reading found, as the page shows it: grouped, cut to what somebody can look through, plain
enough to be kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from thenchot.people import columns as c
from thenchot.people.imports import PeopleReport
from thenchot.people.imports.deciding import BY
from thenchot.platform.office.excel.reports import Change, Guess, Problem, Question

MOST = 200  # people, groups and rows on the page
OF_A_KIND = 40  # guesses of one kind
KINDS = {
    "year": "chỉ có năm",
    "month": "chỉ có tháng",
    "day": "ngày viết khác cách thường",
    "zero": "số 0 ở đầu bị mất",
    "doubt": "số định danh không khớp",
    "font": "phông chữ cũ",
    "home": "chưa ghi đơn vị",
    "group": "dòng nhóm",
    "near": "tên gần giống",
    "posts": "nhiều chức danh trong một ô",
    "numbered": "chữ thừa trong ô tên",
    "error": "công thức báo lỗi",
    "joined": "một người nhiều dòng",
    "namesake": "trùng họ tên, là người khác",
    **{f"by_{how}": f"nhận ra theo {words}" for how, words in BY.items()},
    "unit": "đơn vị theo chức danh",
}


def picture_of(report: PeopleReport) -> dict[str, Any]:
    counts = {name: getattr(report, name) for name in ("rows", "created", "updated", "unchanged")}
    listed = ("problems", "questions", "guesses", "changes")
    counts |= {name: len(getattr(report, name)) for name in listed}
    prefixes = report.reading.prefixes if report.reading else {}
    return {
        "counts": counts,
        "is_clean": report.is_clean,
        "notes": report.notes,
        "columns": _columns(report),
        "problems": _problems(report.problems, prefixes),
        "questions": [_question(question) for question in report.questions[:MOST]],
        "for_all": sum(bool(question.same) for question in report.questions) > 1,
        "guesses": _guesses(report.guesses),
        "changes": _changes(report.changes),
        "lines": _lines(report),
        "seen": _seen(report),
    }


def _columns(report: PeopleReport) -> list[dict[str, Any]]:
    samples = report.reading.samples if report.reading else {}
    return [
        {
            "letter": use.letter,
            "title": use.heading.title,
            "key": use.heading.key,
            "meaning": use.key,
            "how": use.how,
            "means": c.BY_KEY[use.key].title if use.key in c.BY_KEY else "",
            "samples": samples.get(use.heading.key, []),
        }
        for use in report.uses
    ]


def _place(row: int, sheet: str) -> str:
    """A row as the page names it; of the whole file none."""
    if not row:
        return sheet
    return f"{row} ({sheet})" if sheet else str(row)


def _question(question: Question) -> dict[str, Any]:
    return {
        "row": _place(question.row, question.sheet),
        "label": question.label,
        "text": question.text_vi,
        "key": question.key,
        "options": [list(option) for option in question.options],
    }


def _problems(problems: Iterable[Problem], prefixes: Mapping[str, str]) -> list[dict[str, Any]]:
    """Rows that are wrong in the same way stand together; where one text is wrong, it is mended for
    all of them.
    """
    groups: dict[tuple, list[Problem]] = defaultdict(list)
    for problem in problems:
        place = (
            f"{problem.letter}={problem.value}"
            if problem.of_value
            else f"{problem.letter}{problem.row}"
            if problem.letter
            else ""
        )
        groups[problem.column, problem.value, problem.reason_vi, place].append(problem)
    return [
        {
            "column": column,
            "value": value,
            "reason": reason,
            "place": place,
            "rows": [_place(one.row, one.sheet) for one in some[:12]],
            "more": max(0, len(some) - 12),
            "row": f"{prefixes.get(some[0].sheet, '')}{some[0].row}"
            if len(some) == 1 and some[0].row
            else "",
        }
        for (column, value, reason, place), some in list(groups.items())[:MOST]
    ]


def _guesses(guesses: Iterable[Guess]) -> list[dict[str, Any]]:
    """By kind; those with a choice, and doubts, first."""
    kinds: dict[tuple[str, str], list[Guess]] = defaultdict(list)
    for guess in guesses:
        kinds[guess.column, guess.kind].append(guess)
    ordered = sorted(
        kinds.items(),
        key=lambda pair: (
            not pair[1][0].choices,
            not pair[0][1].endswith((":doubt", ":group")),
            -len(pair[1]),
        ),
    )
    return [
        {
            "column": column,
            "kind": KINDS.get(kind.rpartition(":")[2], ""),
            "count": len(some),
            "is_open": bool(some[0].choices) or kind.endswith(":doubt"),
            "items": [
                {
                    "row": _place(g.row, g.sheet),
                    "value": g.value,
                    "meaning": g.meaning_vi,
                    "place": f"{g.letter}{g.row}" if g.letter else "",
                    "choices": list(g.choices),
                }
                for g in some[:OF_A_KIND]
            ],
        }
        for (column, kind), some in ordered
    ]


def _changes(changes: Iterable[Change]) -> list[dict[str, Any]]:
    people = []
    by_row = groupby(changes, key=lambda one: (_place(one.row, one.sheet), one.label))
    for (row, label), some in by_row:
        if len(people) == MOST:
            break
        people.append(
            {
                "row": row,
                "label": label,
                "cells": [{"column": n.column, "before": n.before, "after": n.after} for n in some],
            }
        )
    return people


def _seen(report: PeopleReport) -> list[int]:
    """Whose file the differences show a part of."""
    plans = report.reading.plans if report.reading else []
    return [plan.person_id for plan in plans if plan.person_id and plan.differs][:MOST]


def _lines(report: PeopleReport) -> list[dict[str, Any]]:
    """Whoever stays as they are is only counted."""
    bad = {(problem.sheet, problem.row) for problem in report.problems}
    return [
        {
            "row": _place(line.row, line.sheet),
            "action": "bad" if (line.sheet, line.row) in bad else line.action,
            "label": line.label,
            "details": line.details,
        }
        for line in [
            line
            for line in report.lines
            if line.action != "unchanged" or (line.sheet, line.row) in bad
        ][:MOST]
    ]

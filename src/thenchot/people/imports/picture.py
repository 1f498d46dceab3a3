"""What a reading found, as the page shows it: grouped, cut to what somebody can look through, plain
enough to be kept.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from thenchot.people import columns as c
from thenchot.people.imports import PeopleReport
from thenchot.platform.office.excel.reports import Change, Guess, Problem

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
    "person": "nhận ra theo tên",
    "unit": "đơn vị theo chức danh",
}


def picture_of(report: PeopleReport) -> dict[str, Any]:
    counts = {name: getattr(report, name) for name in ("rows", "created", "updated", "unchanged")}
    counts |= {name: len(getattr(report, name)) for name in ("problems", "guesses", "changes")}
    return {
        "counts": counts,
        "is_clean": report.is_clean,
        "notes": report.notes,
        "columns": _columns(report),
        "problems": _problems(report.problems),
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
            "samples": samples.get(use.at, []),
        }
        for use in report.uses
    ]


def _problems(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Rows that are wrong in the same way stand together; where one text is wrong, it is mended for
    all of them.
    """
    groups: dict[tuple, list[int]] = defaultdict(list)
    for problem in problems:
        place = (
            f"{problem.letter}={problem.value}"
            if problem.of_value
            else f"{problem.letter}{problem.row}"
            if problem.letter
            else ""
        )
        groups[problem.column, problem.value, problem.reason_vi, place].append(problem.row)
    return [
        {
            "column": column,
            "value": value,
            "reason": reason,
            "place": place,
            "rows": rows[:12],
            "more": max(0, len(rows) - 12),
            "row": rows[0] if len(rows) == 1 else 0,
        }
        for (column, value, reason, place), rows in list(groups.items())[:MOST]
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
                    "row": g.row,
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
    for (row, label), some in groupby(changes, key=lambda change: (change.row, change.label)):
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
    return [plan.person_id for plan in plans if plan.person_id and plan.changes][:MOST]


def _lines(report: PeopleReport) -> list[dict[str, Any]]:
    """Whoever stays as they are is only counted."""
    bad = report.bad_rows
    return [
        {
            "row": line.row,
            "action": "bad" if line.row in bad else line.action,
            "label": line.label,
            "details": line.details,
        }
        for line in [
            line for line in report.lines if line.action != "unchanged" or line.row in bad
        ][:MOST]
    ]

"""Forms of the second stage and objects of priority, as they ship. No Django."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class ExamForm:
    """`weights`: percent of each paper; `reviewed`: papers that may be marked again on appeal."""

    code: str
    name: str
    weights: Mapping[str, int]
    reviewed: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class PriorityObject:
    """`group`: of the points in the policy; `valid_from`: none, always."""

    code: str
    name: str
    group: str
    source: str
    valid_from: date | None = None


@cache
def exam_forms() -> dict[str, ExamForm]:
    return {
        row["code"]: ExamForm(
            row["code"], row["name"], row["weights"], tuple(row["reviewed"]), row["source"]
        )
        for row in _body()["form"]
    }


@cache
def priority_objects() -> dict[str, PriorityObject]:
    return {row["code"]: PriorityObject(**row) for row in _body()["priority"]}


@cache
def papers() -> dict[str, str]:
    """Code of a paper -> its name."""
    return dict(_body()["papers"])


@cache
def _body() -> dict[str, Any]:
    text = files("thenchot.recruitment.shipped").joinpath("exams.toml").read_text("utf-8")
    return tomllib.loads(text)

"""The planning list as the solver reads it, and the least change in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from thenchot.optimiser.lists import Change, Entry, Group, List, Post
from thenchot.people.retirement import full_years
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.policy.parameters import CompositionPolicy, ProgrammePolicy
from thenchot.scenarios.boards import digest
from thenchot.scenarios.enums import LineKind
from thenchot.scenarios.models import ScenarioLine
from thenchot.succession.enums import LISTED, CandidateState, Line, PostState
from thenchot.succession.models import Candidate, PlannedPost, SuccessionPlan
from thenchot.succession.queries.policy import limits_of
from thenchot.succession.queries.votes import last_votes
from thenchot.succession.rules.numbers import least_for, most_for

GROUP = {"women": "nữ", "young": "trẻ", "science": "khoa học, công nghệ"}
FULL, STEP = 100, 20


@dataclass
class SuccessionBoard:
    """Posts that wait for successors; who stands there, and who could."""

    plan: SuccessionPlan

    @cached_property
    def posts(self) -> dict[int, PlannedPost]:
        rows = PlannedPost.objects.standing().filter(plan=self.plan, state=PostState.OPEN)
        return {one.pk: one for one in rows.select_related("title", "unit").order_by("pk")}

    @cached_property
    def candidates(self) -> dict[tuple[int, int], Candidate]:
        """Listed, or found by the review with nothing against them."""
        rows = Candidate.objects.filter(post__in=self.posts).exclude(line="")
        rows = rows.select_related("person__particulars").order_by("pk")
        able = [CandidateState.FOUND, *LISTED]
        return {
            (one.person_id, one.post_id): one
            for one in rows.filter(state__in=able)
            if one.state in LISTED or not one.bars
        }

    @cached_property
    def problem(self) -> List:
        limits = limits_of(self.plan)
        posts = {
            key: Post(
                most_for(one.seats, is_committee=one.is_committee, limits=limits),
                least_for(one.seats, is_committee=one.is_committee, limits=limits),
                one.level,
                one.is_committee,
            )
            for key, one in self.posts.items()
        }
        return List(posts, self._entries(), self._groups(), limits.posts_per_person)

    def _entries(self) -> dict[tuple[int, int], Entry]:
        votes = last_votes(self.plan)
        return {
            pair: Entry(
                one.line == Line.NEXT,
                max(FULL - STEP * one.gaps, 0),
                one.state in LISTED,
                one.state in LISTED and one.pk in votes and bool(votes[one.pk].passed),
            )
            for pair, one in self.candidates.items()
        }

    def _groups(self) -> list[Group]:
        """The shares that the place asks for; whom the file does not tell about counts nowhere."""
        path, on = self.plan.unit.path, today()
        asked = policies.in_force(CompositionPolicy, path=path, on=on)
        age = policies.in_force(ProgrammePolicy, path=path, on=on).young_age
        people = {one.person_id: one.person for one in self.candidates.values()}
        files = {pk: getattr(one, "particulars", None) for pk, one in people.items()}
        groups = {
            "women": (asked.women_committee, {k for k, p in people.items() if p.sex == "f"}),
            "young": (
                asked.young_term,
                {k for k, p in people.items() if p.born_on and full_years(p.born_on, on) < age},
            ),
            "science": (
                asked.science_committee,
                {k for k, f in files.items() if f and f.in_science},
            ),
        }
        return [
            Group(code, percent, frozenset(members))
            for code, (percent, members) in groups.items()
            if percent
        ]

    def hash(self) -> str:
        problem = self.problem
        groups = [(one.code, one.percent, sorted(one.people)) for one in problem.groups]
        return digest(sorted(problem.posts.items()), sorted(problem.entries.items()), groups)

    def lines(self, change: Change) -> Iterator[ScenarioLine]:
        for kind, pairs in ((LineKind.ADDED, change.added), (LineKind.DROPPED, change.removed)):
            for pair in pairs:
                yield self._line(kind, pair)
        for post in change.without_next:
            words = "Chưa ai đủ điều kiện đối tượng 1."
            yield ScenarioLine(kind=LineKind.NO_NEXT, takes=str(self.posts[post]), reason=words)
        for code, number in change.short.items():
            yield ScenarioLine(
                kind=LineKind.SHORT, takes=GROUP[code], reason=self._short(code, number)
            )
        for post, number in change.shallow.items():
            words = f"Thiếu {number} người so với số nguồn nên có."
            yield ScenarioLine(kind=LineKind.SHALLOW, takes=str(self.posts[post]), reason=words)

    def _line(self, kind: LineKind, pair: tuple[int, int]) -> ScenarioLine:
        one = self.candidates[pair]
        gaps = f"thiếu {one.gaps} tiêu chuẩn" if one.gaps else "đủ tiêu chuẩn"
        line = "đối tượng 1" if one.line == Line.NEXT else "đối tượng 2"
        return ScenarioLine(
            person=one.person,
            kind=kind,
            takes=str(self.posts[one.post_id]),
            reason=f"{line}; {gaps}; {self._groups_of(one.person_id)}".strip("; "),
        )

    def _groups_of(self, person: int) -> str:
        groups = self.problem.groups
        return ", ".join(GROUP[one.code] for one in groups if person in one.people)

    def _short(self, code: str, number: int) -> str:
        group = next(one for one in self.problem.groups if one.code == code)
        return (
            f"Thiếu {number} người: nguồn đủ điều kiện chỉ có {len(group.people)} người, cần "
            f"{group.percent}% danh sách."
        )

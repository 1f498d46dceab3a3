"""A round closes: envelopes are counted, opened where there are enough, added up, and gone. Only
then anything is read.

The one place besides practice months where rows go for good: an answer that stayed could be traced
one day.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db import transaction

from thenchot.feedback.access import KEEP_FEEDBACK
from thenchot.feedback.enums import ResultState, Side
from thenchot.feedback.models import (
    Answer,
    FeedbackResult,
    FeedbackRound,
    Invitation,
    Reviewee,
    SignedView,
)
from thenchot.feedback.queries.rounds import lock_round, measures_of, used_invitations
from thenchot.feedback.rules.counting import ANONYMOUS, Measure, Voice, explain, total_of
from thenchot.feedback.rules.disclosure import states_of
from thenchot.feedback.rules.receipt import values_of
from thenchot.feedback.rules.rounds import may_close
from thenchot.feedback.services import envelopes
from thenchot.feedback.services.answering import envelope_of
from thenchot.feedback.unit_results import Decided, UnitResult, unit_results
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.keys import fleeting
from thenchot.platform.runtime.afterwards import after_commit
from thenchot.platform.scope.actor import require
from thenchot.policy.merge import digest
from thenchot.scoring.rules.weighing import WHOLE


@transaction.atomic
def close_feedback(actor, *, round_id: int) -> FeedbackRound:
    """Once. The secret of the round ends with the commit: no older copy of the data can be opened
    any more.
    """
    found = lock_round(actor, round_id)
    require(actor, KEEP_FEEDBACK, found.unit.path)
    invitations = Invitation.objects.filter(reviewee__round=found)
    may_close(
        is_closed=found.is_closed,
        closes_on=found.closes_on,
        on=today(),
        unused=invitations.filter(is_used=False).count(),
    ).or_refuse()
    reviewees = list(
        Reviewee.objects.select_for_update(of=("self",)).filter(round=found).order_by("pk")
    )
    counts = _Counting(found, reviewees).run()
    Answer.objects.filter(reviewee__round=found).delete()
    found.closed_at, found.closed_by_id = now(), actor.account_id
    found.save(update_fields=["closed_at", "closed_by"])
    record(
        actor,
        "sides_closed",
        subject=found,
        unit_path=found.unit.path,
        people=len(reviewees),
        **counts,
    )
    after_commit(fleeting.end, found.key_name)
    return found


def end_stray_secrets(older_than: float) -> int:
    """Secrets of rounds that closed, or never began, while the machine stopped between commit and
    file; how many.
    """
    needed = set(
        FeedbackRound.objects.filter(closed_at__isnull=True).values_list("key_name", flat=True)
    )
    stray = [name for name in fleeting.names(older_than) if name not in needed]
    for name in stray:
        fleeting.end(name)
    return len(stray)


@dataclass
class _Counting:
    """Everything of one round, read in a fixed number of queries."""

    found: FeedbackRound
    reviewees: Sequence[Reviewee]
    measures: list[Measure] = field(init=False)
    decided: dict[int, Decided] = field(default_factory=dict)

    def run(self) -> dict[str, int]:
        self.measures = measures_of(self.found.set)
        self.opener = self._opener()
        self.used, self.sealed, self.views = self._used(), self._sealed(), self._views()
        self.earlier = _earlier(self.found, self.reviewees)
        self.units = unit_results(
            {reviewee.unit_id for reviewee in self.reviewees}, self.found.year
        )
        figures = defaultdict(list)
        for figure in FeedbackResult.objects.filter(reviewee__round=self.found).order_by(
            "reviewee", "position"
        ):
            figures[figure.reviewee_id].append(figure)
        for reviewee in self.reviewees:
            self._count(reviewee, figures[reviewee.pk])
        everything = [figure for some in figures.values() for figure in some]
        FeedbackResult.objects.bulk_update(
            everything, ["state", "people", "sums", "decision_id", "reason"], batch_size=200
        )
        Reviewee.objects.bulk_update(
            self.reviewees, ["result", "total", "policy", "policy_hash"], batch_size=200
        )
        return self._told(everything)

    def _opener(self) -> envelopes.Opener | None:
        try:
            return envelopes.Opener(
                key_name=self.found.key_name,
                key_id=self.found.key_id,
                public_key=self.found.public_key,
            )
        except (fleeting.SecretGone, KeyError):
            return None

    def _used(self) -> Mapping[tuple[int, str], set[int]]:
        return used_invitations([reviewee.pk for reviewee in self.reviewees])

    def _sealed(self) -> Mapping[tuple[int, str], list[str]]:
        found = defaultdict(list)
        filled = Answer.objects.filter(
            reviewee__round=self.found, sealed__startswith=envelopes.FILLED
        )
        for reviewee, side, sealed in filled.values_list("reviewee", "side", "sealed"):
            found[reviewee, side].append(sealed)
        return found

    def _views(self) -> Mapping[tuple[int, str], dict]:
        standing = SignedView.objects.filter(reviewee__round=self.found, replaced_at__isnull=True)
        return {
            (reviewee, side): points
            for reviewee, side, points in standing.values_list("reviewee", "side", "points")
        }

    def _count(self, reviewee: Reviewee, figures: list[FeedbackResult]) -> None:
        waiting = [figure for figure in figures if figure.state == ResultState.WAITING]
        asked = {
            Side(figure.side): self.used.get((reviewee.pk, figure.side), set())
            for figure in waiting
            if figure.side in ANONYMOUS
        }
        states = states_of(asked, self.earlier.get(reviewee.person_id, []))
        for figure in waiting:
            if figure.side in ANONYMOUS:
                self._count_anonymous(figure, states[Side(figure.side)])
            elif figure.side == Side.UNIT_RESULT:
                self._count_unit(figure, self.units[reviewee.unit_id])
            else:
                self._count_signed(figure, self.views.get((reviewee.pk, figure.side)))
        self._tell(reviewee, [voice_of(figure, self.decided.get(figure.pk)) for figure in figures])

    def _tell(self, reviewee: Reviewee, voices: Sequence[Voice]) -> None:
        """The receipt with the values it was counted with, and their name."""
        total, criteria = total_of(voices, self.measures), self.found.set
        reviewee.result = [
            entry.as_json()
            for entry in explain(voices, self.measures, f"{criteria}, {criteria.basis}")
        ]
        reviewee.total = None if total is None else Decimal(reviewee.result[-1]["value"])
        reviewee.policy = values_of(voices, self.measures)
        reviewee.policy_hash = digest(reviewee.policy)

    def _count_anonymous(self, figure: FeedbackResult, state: ResultState) -> None:
        """Only a side that will be shown is opened at all."""
        figure.state = state
        if state != ResultState.RELEASED:
            return
        if self.opener is None:
            figure.state = ResultState.LOST
            return
        sealed = self.sealed[figure.reviewee_id, figure.side]
        figure.people, figure.sums = len(sealed), self._sums(figure, sealed)

    def _sums(self, figure: FeedbackResult, sealed: Iterable[str]) -> dict[str, str]:
        codes = [one.code for one in self.measures if one.asks(Side(figure.side))]
        group, whole = (
            envelope_of(figure.reviewee_id, figure.side),
            dict.fromkeys(codes, Decimal(0)),
        )
        for one in sealed:
            for code, value in self.opener.open(group, codes, one).items():
                whole[code] += value
        return {code: str(value) for code, value in whole.items()}

    def _count_signed(self, figure: FeedbackResult, points: dict | None) -> None:
        figure.state = ResultState.RELEASED if points else ResultState.ABSENT
        figure.people, figure.sums = (1, points) if points else (None, {})

    def _count_unit(self, figure: FeedbackResult, found: UnitResult) -> None:
        """Read from the yearly rating of the unit; not asked while that has nothing to say."""
        figure.decision_id = found.decided and found.decided.decision
        figure.reason = found.reason[:200]
        if found.decided:
            self.decided[figure.pk] = found.decided
        figure.state = ResultState.NOT_ASKED if found.points is None else ResultState.RELEASED
        figure.people = None if found.points is None else 1
        figure.sums = (
            {} if found.points is None else {"result": str(found.points), "most": str(found.most)}
        )

    def _told(self, figures: Sequence[FeedbackResult]) -> dict[str, int]:
        states = Counter(figure.state for figure in figures if figure.side in ANONYMOUS)
        return {
            "answers": sum(len(some) for some in self.sealed.values()),
            "released": states[ResultState.RELEASED],
            "destroyed": states[ResultState.FEW],
            "withheld": states[ResultState.WITHHELD],
            "lost": states[ResultState.LOST],
        }


def voice_of(figure: FeedbackResult, decided: Decided | None = None) -> Voice:
    sums = {code: Decimal(value) for code, value in figure.sums.items()}
    side, state = Side(figure.side), ResultState(figure.state)
    if side == Side.UNIT_RESULT:
        whole = Fraction(sums["result"]) * WHOLE / Fraction(sums["most"]) if sums else None
        return Voice(
            side,
            figure.weight,
            state,
            figure.people or 0,
            {},
            whole,
            figure.reason,
            _origin(decided),
        )
    return Voice(side, figure.weight, state, figure.people or 0, sums)


def _origin(decided: Decided | None) -> dict[str, Any]:
    """Which rating, by which decision."""
    if decided is None:
        return {}
    return {
        "rating": decided.rating,
        "decision": decided.decision,
        "number": decided.number,
        "decided_on": decided.decided_on.isoformat(),
        "level": decided.level,
    }


def _earlier(
    found: FeedbackRound, reviewees: Sequence[Reviewee]
) -> dict[int, list[list[set[int]]]]:
    """Of each person, round by round, who had answered the anonymous sides that were released."""
    shown = (
        FeedbackResult.objects.filter(
            reviewee__person__in=[reviewee.person_id for reviewee in reviewees],
            state=ResultState.RELEASED,
            side__in=ANONYMOUS,
        )
        .exclude(reviewee__round=found)
        .values_list("reviewee__person", "reviewee", "side")
    )
    shown = list(shown)
    used = used_invitations({reviewee for _, reviewee, _ in shown})
    by_round: dict[tuple[int, int], list[set[int]]] = defaultdict(list)
    for person, reviewee, side in shown:
        by_round[person, reviewee].append(used.get((reviewee, side), set()))
    people: dict[int, list[list[set[int]]]] = defaultdict(list)
    for (person, _), figures in by_round.items():
        people[person].append(figures)
    return people

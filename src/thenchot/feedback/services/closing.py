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
from functools import partial
from typing import Any

from django.db import transaction

from thenchot.feedback.access import KEEP_SIDES
from thenchot.feedback.enums import FigureState, Side
from thenchot.feedback.models import (
    Answer,
    SidesFigure,
    SidesRound,
    SidesSubject,
    SidesTurn,
    SignedView,
)
from thenchot.feedback.queries.rounds import lock_round, measures_of, used_turns
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
from thenchot.platform.scope.actor import require
from thenchot.policy.merge import digest
from thenchot.scoring.rules.weighing import WHOLE


@transaction.atomic
def close_sides(actor, *, round_id: int) -> SidesRound:
    """Once. The secret of the round ends with the commit: no older copy of the data can be opened
    any more.
    """
    found = lock_round(actor, round_id)
    require(actor, KEEP_SIDES, found.unit.path)
    turns = SidesTurn.objects.filter(subject__round=found)
    may_close(
        is_closed=found.is_closed,
        closes_on=found.closes_on,
        on=today(),
        unused=turns.filter(is_used=False).count(),
    ).or_refuse()
    subjects = list(
        SidesSubject.objects.select_for_update(of=("self",)).filter(round=found).order_by("pk")
    )
    counts = _Counting(found, subjects).run()
    Answer.objects.filter(subject__round=found).delete()
    found.closed_at, found.closed_by_id = now(), actor.account_id
    found.save(update_fields=["closed_at", "closed_by"])
    record(
        actor,
        "sides_closed",
        subject=found,
        unit_path=found.unit.path,
        people=len(subjects),
        **counts,
    )
    transaction.on_commit(partial(fleeting.end, found.key_name))
    return found


def end_stray_secrets(older_than: float) -> int:
    """Secrets of rounds that closed, or never began, while the machine stopped between commit and
    file; how many.
    """
    needed = set(
        SidesRound.objects.filter(closed_at__isnull=True).values_list("key_name", flat=True)
    )
    stray = [name for name in fleeting.names(older_than) if name not in needed]
    for name in stray:
        fleeting.end(name)
    return len(stray)


@dataclass
class _Counting:
    """Everything of one round, read in a fixed number of queries."""

    found: SidesRound
    subjects: Sequence[SidesSubject]
    measures: list[Measure] = field(init=False)
    decided: dict[int, Decided] = field(default_factory=dict)

    def run(self) -> dict[str, int]:
        self.measures = measures_of(self.found.set)
        self.opener = self._opener()
        self.used, self.sealed, self.views = self._used(), self._sealed(), self._views()
        self.earlier = _earlier(self.found, self.subjects)
        self.units = unit_results({subject.unit_id for subject in self.subjects}, self.found.year)
        figures = defaultdict(list)
        for figure in SidesFigure.objects.filter(subject__round=self.found).order_by(
            "subject", "position"
        ):
            figures[figure.subject_id].append(figure)
        for subject in self.subjects:
            self._count(subject, figures[subject.pk])
        everything = [figure for some in figures.values() for figure in some]
        SidesFigure.objects.bulk_update(
            everything, ["state", "people", "sums", "decision_id", "reason"], batch_size=200
        )
        SidesSubject.objects.bulk_update(
            self.subjects, ["result", "total", "policy", "policy_hash"], batch_size=200
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
        return used_turns([subject.pk for subject in self.subjects])

    def _sealed(self) -> Mapping[tuple[int, str], list[str]]:
        found = defaultdict(list)
        filled = Answer.objects.filter(
            subject__round=self.found, sealed__startswith=envelopes.FILLED
        )
        for subject, side, sealed in filled.values_list("subject", "side", "sealed"):
            found[subject, side].append(sealed)
        return found

    def _views(self) -> Mapping[tuple[int, str], dict]:
        standing = SignedView.objects.filter(subject__round=self.found, replaced_at__isnull=True)
        return {
            (subject, side): points
            for subject, side, points in standing.values_list("subject", "side", "points")
        }

    def _count(self, subject: SidesSubject, figures: list[SidesFigure]) -> None:
        waiting = [figure for figure in figures if figure.state == FigureState.WAITING]
        asked = {
            Side(figure.side): self.used.get((subject.pk, figure.side), set())
            for figure in waiting
            if figure.side in ANONYMOUS
        }
        states = states_of(asked, self.earlier.get(subject.person_id, []))
        for figure in waiting:
            if figure.side in ANONYMOUS:
                self._count_anonymous(figure, states[Side(figure.side)])
            elif figure.side == Side.UNIT_RESULT:
                self._count_unit(figure, self.units[subject.unit_id])
            else:
                self._count_signed(figure, self.views.get((subject.pk, figure.side)))
        self._tell(subject, [voice_of(figure, self.decided.get(figure.pk)) for figure in figures])

    def _tell(self, subject: SidesSubject, voices: Sequence[Voice]) -> None:
        """The receipt with the values it was counted with, and their name."""
        total, criteria = total_of(voices, self.measures), self.found.set
        subject.result = [
            entry.as_json()
            for entry in explain(voices, self.measures, f"{criteria}, {criteria.basis}")
        ]
        subject.total = None if total is None else Decimal(subject.result[-1]["value"])
        subject.policy = values_of(voices, self.measures)
        subject.policy_hash = digest(subject.policy)

    def _count_anonymous(self, figure: SidesFigure, state: FigureState) -> None:
        """Only a side that will be shown is opened at all."""
        figure.state = state
        if state != FigureState.RELEASED:
            return
        if self.opener is None:
            figure.state = FigureState.LOST
            return
        sealed = self.sealed[figure.subject_id, figure.side]
        figure.people, figure.sums = len(sealed), self._sums(figure, sealed)

    def _sums(self, figure: SidesFigure, sealed: Iterable[str]) -> dict[str, str]:
        codes = [one.code for one in self.measures if one.asks(Side(figure.side))]
        group, whole = envelope_of(figure.subject_id, figure.side), dict.fromkeys(codes, Decimal(0))
        for one in sealed:
            for code, value in self.opener.open(group, codes, one).items():
                whole[code] += value
        return {code: str(value) for code, value in whole.items()}

    def _count_signed(self, figure: SidesFigure, points: dict | None) -> None:
        figure.state = FigureState.RELEASED if points else FigureState.ABSENT
        figure.people, figure.sums = (1, points) if points else (None, {})

    def _count_unit(self, figure: SidesFigure, found: UnitResult) -> None:
        """Read from the yearly rating of the unit; not asked while that has nothing to say."""
        figure.decision_id = found.decided and found.decided.decision
        figure.reason = found.reason[:200]
        if found.decided:
            self.decided[figure.pk] = found.decided
        figure.state = FigureState.NOT_ASKED if found.points is None else FigureState.RELEASED
        figure.people = None if found.points is None else 1
        figure.sums = (
            {} if found.points is None else {"result": str(found.points), "most": str(found.most)}
        )

    def _told(self, figures: Sequence[SidesFigure]) -> dict[str, int]:
        states = Counter(figure.state for figure in figures if figure.side in ANONYMOUS)
        return {
            "answers": sum(len(some) for some in self.sealed.values()),
            "released": states[FigureState.RELEASED],
            "destroyed": states[FigureState.FEW],
            "withheld": states[FigureState.WITHHELD],
            "lost": states[FigureState.LOST],
        }


def voice_of(figure: SidesFigure, decided: Decided | None = None) -> Voice:
    sums = {code: Decimal(value) for code, value in figure.sums.items()}
    side, state = Side(figure.side), FigureState(figure.state)
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
    found: SidesRound, subjects: Sequence[SidesSubject]
) -> dict[int, list[list[set[int]]]]:
    """Of each person, round by round, who had answered the anonymous sides that were released."""
    shown = (
        SidesFigure.objects.filter(
            subject__person__in=[subject.person_id for subject in subjects],
            state=FigureState.RELEASED,
            side__in=ANONYMOUS,
        )
        .exclude(subject__round=found)
        .values_list("subject__person", "subject", "side")
    )
    shown = list(shown)
    used = used_turns({subject for _, subject, _ in shown})
    by_round: dict[tuple[int, int], list[set[int]]] = defaultdict(list)
    for person, subject, side in shown:
        by_round[person, subject].append(used.get((subject, side), set()))
    people: dict[int, list[list[set[int]]]] = defaultdict(list)
    for (person, _), figures in by_round.items():
        people[person].append(figures)
    return people

"""What codes are called on pages, by kind of code. Rooms above add their own in `apps.ready`."""

from collections.abc import Mapping

from thenchot.worklog import labels

_shown: dict[str, Mapping] = {
    "band": labels.BAND,
    "band_word": labels.BAND_WORD,
    "kind": labels.CAPACITY,
    "rules": labels.REGULATION,
    "state": labels.ASSESSMENT_STATE,
    "origin": labels.ORIGIN,
    "mode": labels.MODE,
    "fault": labels.FAULT_KIND,
    "cause": labels.CAUSE_KIND,
    "cause_state": labels.CAUSE_STATE,
    "plan": labels.PLAN_STATE,
    "plan_verdict": labels.PLAN_VERDICT,
    "hard": labels.HARD_STATE,
    "opinion": labels.OPINION_STATE,
    "field_visit": labels.FIELD_VISIT_KIND,
}


def register_labels(**kinds: Mapping) -> None:
    """Once, in `apps.ready`."""
    _shown.update(kinds)


def labels_of(kind: str) -> Mapping:
    return _shown[kind]

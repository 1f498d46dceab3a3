"""Words and colours of what the pages show."""

from thenchot.insight.enums import EventKind, ReviewState

EVENT_KIND = {one: one.label for one in EventKind}
EVENT_TONES = {EventKind.RETIRES: "wait", EventKind.TERM: "wait", EventKind.ARRIVES: "done"}
REVIEW_STATE = {one: one.label for one in ReviewState}
REVIEW_TONES = {
    ReviewState.OPEN: "act",
    ReviewState.CONFIRMED: "done",
    ReviewState.DISMISSED: "wait",
}

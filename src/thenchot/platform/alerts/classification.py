from thenchot.platform.classified import WORK, of

CLASSIFICATION = {
    "alerts.Alert": of(WORK),
    "alerts.Digest": of(WORK),
    "alerts.Notice": of(WORK),
    "alerts.Telling": of(WORK),
}

"""A program that breaks while somebody answers is told, without the address."""

import logging

import pytest
from django.urls import reverse

from thenchot.platform.runtime.untraced import HideAddress


@pytest.mark.parametrize(
    ("route", "hidden"),
    [("feedback_answer", True), ("feedback_sign", False), ("feedback_person", False)],
)
def test_the_line_of_a_failure(rf, route, hidden):
    request = rf.post(reverse(route, args=[7]))
    record = logging.LogRecord(
        "django.request", logging.ERROR, "", 0, "Internal Server Error: %s", (request.path,), None
    )
    record.request, record.status_code = request, 500
    assert HideAddress().filter(record)
    assert ("/feedback/people/7/" in record.getMessage()) is not hidden
    assert hasattr(record, "request") is not hidden
    assert not hidden or "500" in record.getMessage()


def test_a_line_without_a_request_stays_as_it_is():
    record = logging.LogRecord("thenchot", logging.WARNING, "", 0, "kept %s", ("as it is",), None)
    assert HideAddress().filter(record) and record.getMessage() == "kept as it is"

"""Readers at work in a process of their own, whose failure is a refusal like any other."""

from collections.abc import Callable
from typing import Any

from thenchot.platform.office.reading.limits import Limits
from thenchot.platform.office.reading.model import Unreadable
from thenchot.platform.runtime.apart import Broken, TooCostly, call_apart


def read_apart(function: Callable[..., Any], *arguments: Any, limits: Limits) -> Any:
    """What `function(*arguments)` returns. Raises `BadFile` and nothing else."""
    try:
        return call_apart(function, arguments, seconds=limits.seconds, memory_mb=limits.memory_mb)
    except TooCostly:
        raise Unreadable(
            "too_costly",
            "Đọc tệp này tốn quá nhiều thời gian hoặc bộ nhớ nên không nhận. Hãy in lại thành PDF "
            "thường, giảm độ phân giải ảnh, hoặc chia thành nhiều tệp.",
        ) from None
    except Broken:
        raise Unreadable(
            "damaged",
            "Tệp bị hỏng, không mở được. Hãy mở bằng phần mềm gốc, lưu bản mới rồi tải lại.",
        ) from None

"""One mechanism for the alerts and reminders of the whole system.

A room writes `alerts.py` with `@alert(code, label, permission)` over each function that finds; it
is found at start. `services.run(on)` evaluates every rule, keeps what still holds, ends what
vanished, and tells each person once for each step.
"""

from thenchot.platform.alerts.registry import (
    AccountAudience,
    Audience,
    Finding,
    Rule,
    Severity,
    alert,
    register,
)

__all__ = ["AccountAudience", "Audience", "Finding", "Rule", "Severity", "alert", "register"]

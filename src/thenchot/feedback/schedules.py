"""What the room does by the clock."""

from thenchot.feedback.services.closing import end_stray_secrets
from thenchot.platform.clock import now
from thenchot.platform.runtime.schedule import every


@every("daily", hour=3)
def end_secrets_of_closed_rounds(on):
    """Left behind when the machine stopped between closing and the end of the secret; a day old, so
    that none is in use.
    """
    return f"hủy {end_stray_secrets(now().timestamp() - 86_400)} khóa"

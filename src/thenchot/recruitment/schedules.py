"""What the room does by the clock."""

from thenchot.platform.runtime.schedule import every
from thenchot.platform.scope.actor import SYSTEM
from thenchot.recruitment.services.forgetting import forget_applicants


@every("daily", hour=4)
def forget_old_applicants(on):
    """Those who were not taken, after their time."""
    return f"xóa dữ liệu cá nhân của {forget_applicants(SYSTEM, on)} người dự tuyển"

from thenchot.platform.datasets.snapshots import sweep_up
from thenchot.platform.runtime.schedule import every


@every("daily", hour=4)
def sweep_up_leavings(on):
    """What a process that was killed left half written."""
    gone = sweep_up()
    return f"dọn {gone} tệp dở dang" if gone else None

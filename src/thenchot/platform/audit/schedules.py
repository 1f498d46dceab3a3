from thenchot.platform.audit import heads
from thenchot.platform.runtime.schedule import every


@every("daily", hour=0)
def export_head(on):
    head = heads.export(on)
    return f"mốc nhật ký {head.seq}" if head else None

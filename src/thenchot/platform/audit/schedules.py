from thenchot.platform.audit import heads, looks
from thenchot.platform.clock import real_now
from thenchot.platform.runtime.schedule import every


@every("hourly")
def export_head(on):
    sealed = looks.seal()
    head = heads.export(real_now())
    return f"mốc nhật ký {head.seq}, niêm {sealed} lượt xem" if head else None

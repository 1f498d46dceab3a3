from thenchot.platform.files import services
from thenchot.platform.runtime.schedule import every


@every("daily", hour=1)
def sweep_files(on):
    removed = services.sweep()
    return f"xóa {removed} tệp dở dang" if removed else None

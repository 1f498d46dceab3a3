from thenchot.platform.backup import services
from thenchot.platform.runtime.schedule import every


@every("daily", hour=2)
def back_up(on):
    made = services.make()
    return f"{made.file} ({made.size // 1024} KB)"

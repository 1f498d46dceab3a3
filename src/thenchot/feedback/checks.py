from thenchot.feedback.models import FeedbackRound
from thenchot.platform.doctor import check, fail, ok
from thenchot.platform.keys import fleeting


@check("Đợt lấy ý kiến không ghi tên")
def open_rounds():
    """Without its secret an open round can no longer be read."""
    rounds = list(FeedbackRound.objects.filter(closed_at__isnull=True).select_related("unit"))
    lost = [str(found) for found in rounds if not fleeting.is_there(found.key_name)]
    if lost:
        yield fail(f"không còn khóa của {len(lost)} đợt ({'; '.join(lost[:5])}): đóng, mở đợt khác")
    else:
        yield ok(f"{len(rounds)} đợt đang mở, đủ khóa")

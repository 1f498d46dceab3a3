"""Minutes of the meeting of a unit that rates."""

from collections.abc import Sequence

from thenchot.platform.language import in_vietnamese
from thenchot.rating.models import Meeting, Vote
from thenchot.worklog.prints.paper import Paper, day


@in_vietnamese
def write(meeting: Meeting, votes: Sequence[Vote]) -> bytes:
    """`votes`: those of the meeting, from `votes_of`."""
    paper = Paper(
        meeting.unit,
        "Biên bản",
        f"Họp đánh giá, xếp loại chất lượng năm {meeting.round.year}",
        issued_on=meeting.held_on,
    )
    for label, answer in (
        ("Thời gian", day(meeting.held_on)),
        ("Địa điểm", meeting.place),
        ("Chủ trì", meeting.chair),
        ("Thư ký", meeting.secretary),
        ("Thành phần", f"triệu tập {meeting.called} người, có mặt {meeting.present} người"),
    ):
        paper.item(label, answer)
    if meeting.absent:
        paper.item("Vắng mặt", meeting.absent)
    paper.part("I. Nội dung, ý kiến")
    paper.text(
        meeting.discussion
        or (
            "Từng người trình bày bản tự đánh giá; cuộc họp góp ý và biểu quyết đề nghị mức "
            "xếp loại."
        )
    )
    paper.part("II. Kết quả biểu quyết đề nghị mức xếp loại")
    rows = [
        [
            str(n),
            vote.rating.person.full_name,
            vote.rating.title,
            *map(str, vote.counts),
            vote.remark,
        ]
        for n, vote in enumerate(votes, 1)
    ]
    heads = (
        "TT",
        "Họ và tên",
        "Chức danh",
        "Xuất sắc",
        "Tốt",
        "Hoàn thành",
        "Không hoàn thành",
        "Ý kiến",
    )
    paper.table(heads, rows, (11, 36, 28, 17, 14, 18, 20, 22))
    paper.text(
        f"Biên bản lập ngày {day(meeting.held_on)}, đã đọc lại cho người dự họp cùng nghe và "
        f"thống nhất."
    )
    paper.sign(
        ("Thư ký", "(Ký, ghi rõ họ tên)", meeting.secretary),
        ("Chủ trì", "(Ký, ghi rõ họ tên)", meeting.chair),
    )
    return paper.bytes()

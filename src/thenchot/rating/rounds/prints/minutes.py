"""Minutes of the meeting of a unit that rates."""

from collections.abc import Sequence

from thenchot.platform.language import in_vietnamese
from thenchot.rating.models import Meeting, Vote
from thenchot.worklog.prints.paper import Paper, day

HEADS = (
    "TT",
    "Họ và tên",
    "Chức danh",
    "Xuất sắc",
    "Tốt",
    "Hoàn thành",
    "Không hoàn thành",
    "Ý kiến",
)
WIDTHS = (11, 36, 28, 17, 14, 18, 20, 22)
AS_USUAL = (
    "Từng người trình bày bản tự đánh giá; cuộc họp góp ý và biểu quyết đề nghị mức xếp loại."
)


@in_vietnamese
def write(meeting: Meeting, votes: Sequence[Vote]) -> bytes:
    """`votes`: those of the meeting, from `votes_of`."""
    paper = Paper(
        meeting.unit,
        "Biên bản",
        f"Họp đánh giá, xếp loại chất lượng năm {meeting.round.year}",
        issued_on=meeting.held_on,
    )
    _who_met(paper, meeting)
    paper.part("I. Nội dung, ý kiến")
    paper.text(meeting.discussion or AS_USUAL)
    paper.part("II. Kết quả biểu quyết đề nghị mức xếp loại")
    paper.table(HEADS, _rows(votes), WIDTHS)
    paper.text(
        f"Biên bản lập ngày {day(meeting.held_on)}, đã đọc lại cho người dự họp cùng nghe và "
        f"thống nhất."
    )
    paper.sign(
        ("Thư ký", "(Ký, ghi rõ họ tên)", meeting.secretary),
        ("Chủ trì", "(Ký, ghi rõ họ tên)", meeting.chair),
    )
    return paper.bytes()


def _who_met(paper: Paper, meeting: Meeting) -> None:
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


def _rows(votes: Sequence[Vote]) -> list[list[str]]:
    people = ((vote, vote.rating) for vote in votes)
    return [
        [str(n), rating.person.full_name, rating.title, *map(str, vote.counts), vote.remark]
        for n, (vote, rating) in enumerate(people, 1)
    ]

"""A round takes its steps in order. Pure."""

from thenchot.kernel.decision import Decision, Reason
from thenchot.recruitment.enums import Manner, RoundState

S = RoundState
STEPS = {
    "submit": ("Trình kế hoạch", (S.DRAFT,), S.SUBMITTED),
    "give_back": ("Trả lại kế hoạch", (S.SUBMITTED,), S.DRAFT),
    "approve": ("Phê duyệt kế hoạch", (S.SUBMITTED,), S.APPROVED),
    "publish": ("Công bố thông báo", (S.APPROVED,), S.PUBLISHED),
    "list": ("Lập danh sách đủ điều kiện", (S.PUBLISHED,), S.LISTED),
    "seal_first": ("Chốt điểm vòng 1", (S.LISTED,), S.FIRST),
    "seal_second": ("Chốt điểm vòng 2", (S.FIRST,), S.MARKED),
    "rank": ("Phê duyệt kết quả", (S.MARKED,), S.RANKED),
    "show": ("Công khai kết quả", (S.RANKED,), S.RESULTS),
    "finish": ("Kết thúc đợt", (S.RESULTS,), S.DONE),
    "cancel": (
        "Hủy đợt",
        (S.DRAFT, S.SUBMITTED, S.APPROVED, S.PUBLISHED, S.LISTED, S.FIRST, S.MARKED),
        S.CANCELLED,
    ),
}
WORDS = {
    S.DRAFT: "đang soạn kế hoạch",
    S.SUBMITTED: "kế hoạch chờ phê duyệt",
    S.APPROVED: "kế hoạch đã duyệt, chưa thông báo",
    S.PUBLISHED: "đang nhận phiếu",
    S.LISTED: "đã có danh sách đủ điều kiện",
    S.FIRST: "đã chốt điểm vòng 1",
    S.MARKED: "đã chốt điểm vòng 2",
    S.RANKED: "kết quả đã duyệt, chưa công khai",
    S.RESULTS: "đã công khai kết quả",
    S.DONE: "đã kết thúc",
    S.CANCELLED: "đã hủy",
}


def may_step(state: str, step: str, manner: str = Manner.EXAM) -> Decision:
    """Consideration has no first stage: its second follows the list."""
    name, begins, _ends = STEPS[step]
    if manner == Manner.CONSIDERATION and step in ("seal_first", "seal_second"):
        begins = (S.LISTED,) if step == "seal_second" else ()
    if state in begins:
        return Decision.yes()
    words = f"{name}: đợt này {WORDS[RoundState(state)]}"
    before = " hoặc ".join(WORDS[one] for one in begins[:1])
    return Decision.no(
        Reason(
            "recruitment.step", f"{words}{f'; bước này chỉ làm khi {before}' if before else ''}."
        )
    )


def after(step: str) -> RoundState:
    return STEPS[step][2]


def may_approve(by: int | None, made_by: int | None, submitted_by: int | None) -> Decision:
    """The plan is approved by another person than those who drew it up and sent it."""
    if by is not None and by in (made_by, submitted_by):
        return Decision.no(
            Reason(
                "recruitment.second", "Kế hoạch do người khác người soạn, người trình phê duyệt."
            )
        )
    return Decision.yes()


def council_holds(parts: list[str], sizes: tuple[int, ...]) -> Decision:
    """Five or seven, one chair, at least one vice chair and one secretary."""
    wanted = " hoặc ".join(map(str, sizes))
    if len(parts) not in sizes:
        return Decision.no(
            Reason(
                "recruitment.council_size",
                f"Hội đồng có {len(parts)} người; cần {wanted} người trước khi chốt điểm.",
                "Nghị định 170/2025/NĐ-CP",
            )
        )
    lacking = [
        word
        for part, word in (("chair", "chủ tịch"), ("vice", "phó chủ tịch"), ("secretary", "thư ký"))
        if part not in parts
    ]
    if lacking:
        words = f"Hội đồng chưa có {', '.join(lacking)}."
        return Decision.no(Reason("recruitment.council_parts", words, "Nghị định 170/2025/NĐ-CP"))
    return Decision.yes()

"""The life of a catalogue of products (Đ13): draft, submitted, approved by a second person,
replaced by the next version.
"""

from collections.abc import Collection
from datetime import date

from thenchot.catalogue.enums import CatalogueState
from thenchot.kernel.decision import Decision, Reason, no

SOURCE = "Nghị định 335/2025/NĐ-CP, Điều 13"


def may_edit(state: str) -> Decision:
    if state != CatalogueState.DRAFT:
        return no(
            "catalogue.settled",
            "Danh mục đã trình hoặc đã áp dụng không sửa được; trả lại để sửa, hoặc soạn lần mới.",
        )
    return Decision.yes()


def may_submit(*, state: str, products: int) -> Decision:
    if not products:
        return may_edit(state) & no("catalogue.empty", "Danh mục chưa có sản phẩm, công việc nào.")
    return may_edit(state)


def may_return(*, state: str, reason: str) -> Decision:
    if state != CatalogueState.SUBMITTED:
        return no("catalogue.not_submitted", "Chỉ trả lại danh mục đang chờ duyệt.")
    return Decision.yes() if reason.strip() else no("catalogue.reason", "Ghi lý do trả lại.")


def may_approve(
    *,
    state: str,
    basis: str,
    valid_from: date,
    current_from: date | None,
    is_own: bool,
    groups: Collection[str],
    most_groups: int,
) -> Decision:
    """`current_from`: since when the catalogue in force holds; `is_own`: the approver drew it up or
    submitted it.
    """
    reasons = []
    if state != CatalogueState.SUBMITTED:
        reasons.append(Reason("catalogue.not_submitted", "Chỉ duyệt danh mục đã trình."))
    if is_own:
        reasons.append(
            Reason(
                "catalogue.second_person",
                "Người lập hoặc người trình không tự duyệt danh mục của mình.",
            )
        )
    if not basis.strip():
        reasons.append(
            Reason("catalogue.basis", "Ghi văn bản ban hành (số, ngày, cơ quan).", SOURCE)
        )
    if current_from is not None and valid_from <= current_from:
        reasons.append(
            Reason(
                "catalogue.before",
                f"Danh mục đang áp dụng có từ {current_from:%d/%m/%Y}; lần này phải sau ngày đó.",
            )
        )
    reasons += may_have_groups(groups, most_groups).reasons
    return Decision.no(*reasons) if reasons else Decision.yes()


def may_have_groups(groups: Collection[str], most: int) -> Decision:
    """Products are sorted into a few groups by how complex they are."""
    if len(groups) > most:
        return Decision.no(
            Reason(
                "catalogue.groups",
                f"Danh mục có {len(groups)} nhóm; nhiều nhất {most} nhóm.",
                f"{SOURCE}.1.a",
            )
        )
    return Decision.yes()

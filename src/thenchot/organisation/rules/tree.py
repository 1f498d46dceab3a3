"""What may happen to the tree. Plain values in, a `Decision` out."""

from datetime import date

from thenchot.kernel.decision import Decision, no

# The law of 2025 on local government knows two levels: a commune sits under a province and nowhere
# else.
_PARENTS: dict[str, set[str | None]] = {"province": {None}, "commune": {None, "province"}}
_LEAVES = {"residential": {"residential", "cell"}}


def may_sit_under(kind: str, parent_kind: str | None) -> Decision:
    """A province on top, a commune under a province; a residential group only holds groups and
    cells.
    """
    if parent_kind not in _PARENTS.get(kind, {parent_kind}):
        return no(
            "unit.place", "Xã, phường, đặc khu chỉ đặt trực tiếp dưới tỉnh, thành phố.", kind=kind
        )
    if kind not in _PARENTS and parent_kind is None:
        return no(
            "unit.top",
            "Chỉ tỉnh, thành phố hoặc xã, phường, đặc khu mới đứng đầu cây tổ chức.",
            kind=kind,
        )
    if kind not in _LEAVES.get(parent_kind or "", {kind}):
        return no("unit.leaf", "Thôn, tổ dân phố chỉ có tổ và chi bộ trực thuộc.", kind=kind)
    return Decision.yes()


def may_begin(valid_from: date, parent_from: date | None, parent_to: date | None) -> Decision:
    """A unit lives inside the days of its parent."""
    if parent_from and valid_from < parent_from:
        message = (
            f"Đơn vị cấp trên có từ {parent_from:%d/%m/%Y}, đơn vị này không thể có trước ngày đó."
        )
        return no("unit.starts_before_parent", message, parent_from=parent_from)
    if parent_to and valid_from > parent_to:
        return no(
            "unit.parent_ended",
            f"Đơn vị cấp trên đã kết thúc ngày {parent_to:%d/%m/%Y}.",
            parent_to=parent_to,
        )
    return Decision.yes()


def may_move(path: str, new_parent_path: str, parent_path: str) -> Decision:
    if new_parent_path.startswith(path):
        return no(
            "unit.into_itself",
            "Không thể chuyển một đơn vị vào chính nó hoặc vào đơn vị trực thuộc của nó.",
        )
    if new_parent_path == parent_path:
        return no("unit.same_parent", "Đơn vị đang ở ngay dưới đơn vị cấp trên này.")
    return Decision.yes()


def may_change(name: str, valid_from: date, valid_to: date | None, on: date) -> Decision:
    """Rename, move, end: only a unit still in force, from a day it existed."""
    if valid_to is not None:
        return no(
            "unit.ended",
            f"{name} đã kết thúc ngày {valid_to:%d/%m/%Y}; chỉ còn để tra cứu.",
            valid_to=valid_to,
        )
    if on < valid_from:
        message = f"{name} có từ ngày {valid_from:%d/%m/%Y}; không thể thay đổi trước ngày đó."
        return no("unit.before_start", message, valid_from=valid_from, on=on)
    return Decision.yes()


def may_dissolve(open_children: list[str], successor_path: str | None, path: str) -> Decision:
    """Children first, so that every one of them has its own successor; never into itself."""
    if open_children:
        names = ", ".join(open_children[:5]) + ("…" if len(open_children) > 5 else "")
        message = (
            f"Còn {len(open_children)} đơn vị trực thuộc đang hoạt động ({names}): chuyển "
            f"hoặc kết thúc trước."
        )
        return no("unit.has_children", message, count=len(open_children))
    if successor_path and successor_path.startswith(path):
        return no("unit.own_successor", "Đơn vị kế thừa phải nằm ngoài đơn vị bị giải thể.")
    return Decision.yes()


def may_join(sources: list[tuple[str, str]], heir_path: str | None) -> Decision:
    """Several units become one, or one is taken in by another. `sources`: name and path of each."""
    if not sources:
        return no("unit.nothing_to_join", "Chọn ít nhất một đơn vị để hợp nhất.")
    if heir_path is None and len(sources) < 2:
        return no(
            "unit.one_only",
            "Lập đơn vị mới từ hợp nhất cần ít nhất hai đơn vị; nếu chỉ một, hãy đổi tên.",
        )
    paths = [path for _name, path in sources]
    for name, path in sources:
        if heir_path and heir_path.startswith(path):
            return no(
                "unit.own_successor", f"Đơn vị nhận không thể là “{name}” hoặc nằm trong đơn vị đó."
            )
        if any(path != other and path.startswith(other) for other in paths):
            return no("unit.nested", f"“{name}” nằm trong một đơn vị khác cũng được chọn.")
    return Decision.yes()


def may_divide(heirs: int, main: int, inside: list[str]) -> Decision:
    """One unit becomes several; `main` is the number of the heir that answers for old links and
    takes the units below.

    `inside`: heirs that are the unit itself or lie in it.
    """
    if inside:
        return no(
            "unit.own_successor", f"“{inside[0]}” là chính đơn vị bị chia hoặc nằm trong đơn vị đó."
        )
    if heirs < 2:
        return no("unit.one_heir", "Chia tách cần ít nhất hai đơn vị kế thừa.")
    if not 0 <= main < heirs:
        return no("unit.main_heir", "Chọn đơn vị kế thừa chính.")
    return Decision.yes()


def name_is_free(name: str, taken_by: str | None) -> Decision:
    if taken_by:
        return no(
            "unit.name_taken", f"Cùng cấp đã có “{taken_by}”; đặt tên khác cho “{name}”.", name=name
        )
    return Decision.yes()

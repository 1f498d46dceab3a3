"""Who may change a title."""

from thenchot.kernel.decision import Decision, Reason


def may_change(*, is_shipped: bool) -> Decision:
    """The shipped ones follow the program."""
    if is_shipped:
        return Decision.no(
            Reason(
                "title.shipped",
                "Chức danh dùng chung toàn quốc đi cùng phần mềm, không sửa tại địa phương.",
            )
        )
    return Decision.yes()

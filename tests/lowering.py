"""Lowering somebody as a person at the form does: refused once, then with what was shown."""

import pytest

from thenchot.platform.lowering import Lowers


def seen_and_sent_again(call, *arguments, **said):
    with pytest.raises(Lowers) as asked:
        call(*arguments, **said)
    return call(*arguments, **said, seen=asked.value.fall)

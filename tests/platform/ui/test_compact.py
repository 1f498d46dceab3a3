"""What travels of a template: everything but its indentation."""

import pytest

from thenchot.platform.ui.loader import compact


@pytest.mark.parametrize(
    ("source", "compacted"),
    [
        ("<div>\n    <p>\n      a\n    </p>\n</div>", "<div>\n<p>\na\n</p>\n</div>"),
        ('<a\n  class="b"\n  href="c"\n>d</a>', '<a class="b" href="c">d</a>'),
        ("a   b", "a   b"),
        ("<textarea>\n  a\n</textarea>\n  b", "<textarea>\n  a\n</textarea>\nb"),
        (
            "{% blocktranslate %}a\n  b{% endblocktranslate %}",
            "{% blocktranslate %}a\n  b{% endblocktranslate %}",
        ),
        (
            "{% blocktranslate trimmed %}a\n  b{% endblocktranslate %}",
            "{% blocktranslate trimmed %}a\nb{% endblocktranslate %}",
        ),
    ],
)
def test_a_break_is_one_break(source, compacted):
    assert compact(source) == compacted

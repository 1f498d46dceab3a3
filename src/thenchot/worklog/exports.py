"""Values of workbooks that rooms above still write by hand."""

from thenchot.kernel.exact import half_up
from thenchot.platform.clock import ZONE


def percent(share):
    """0.8512 -> 85.12; nothing for none."""
    return None if share is None else half_up(share * 100, 2)


def number(value):
    """A number that Excel can add up."""
    return None if value is None else float(value)


def local_day(moment):
    """The day of a moment as people here count it; nothing for none."""
    return moment and moment.astimezone(ZONE).date()

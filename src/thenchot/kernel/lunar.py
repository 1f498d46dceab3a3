"""The Vietnamese lunar calendar: months begin on the day of the new moon, hours counted at UTC+7;
the month without a major solar term in a year of thirteen is the leap one.

Mean new moons and the sun's longitude after J. Meeus, Astronomical Algorithms; good to minutes,
which is all that a day needs except when the moon is new at midnight (`tests/kernel/test_lunar.py`
holds the days known).
"""

from datetime import date
from functools import lru_cache
from math import floor, radians, sin

_ZONE = 7 / 24
_MONTH = 29.530588853
_FIRST_NEW_MOON = 2415021.076998695  # Julian day of the new moon of January 1900
_FROM_ORDINAL = 1721425  # Julian day of the noon before the first ordinal day


def solar_day(day: int, month: int, year: int) -> date | None:
    """The solar day of a lunar one; null where no such day is, or where the month comes twice."""
    if not (1 <= month <= 12 and 1 <= day <= 30):
        return None
    opening = _eleventh(year - 1 if month < 11 else year)
    closing = _eleventh(year if month < 11 else year + 1)
    offset = (month - 11) % 12
    if closing - opening > 365:
        leap = _leap_offset(opening)
        if offset == (leap - 1) % 12:
            return None
        offset += offset >= leap
    number = _index(opening) + offset
    first = _new_moon_day(number)
    if first + day > _new_moon_day(number + 1):
        return None
    return date.fromordinal(first + day - 1 - _FROM_ORDINAL)


def _index(day: float) -> int:
    return floor(0.5 + (day - _FIRST_NEW_MOON) / _MONTH)


@lru_cache(maxsize=256)
def _eleventh(year: int) -> int:
    """The first day of the eleventh month: the one that holds the winter solstice."""
    last = date(year, 12, 31).toordinal() + _FROM_ORDINAL
    number = floor((last - 2415021) / _MONTH)
    first = _new_moon_day(number)
    return _new_moon_day(number - 1) if _sign(first) >= 9 else first


def _leap_offset(eleventh: int) -> int:
    """How many months after the eleventh the one without a major solar term comes."""
    number = _index(eleventh)
    for offset in range(1, 14):
        if _sign(_new_moon_day(number + offset)) == _sign(_new_moon_day(number + offset + 1)):
            return offset
    return 13


@lru_cache(maxsize=4096)
def _new_moon_day(number: int) -> int:
    """The Julian day on which the new moon of that number falls in Vietnam."""
    return floor(_new_moon(number) + 0.5 + _ZONE)


def _new_moon(number: int) -> float:
    t = number / 1236.85
    mean = 2415020.75933 + 29.53058868 * number + 0.0001178 * t**2 - 0.000000155 * t**3
    mean += 0.00033 * _sin(166.56 + 132.87 * t - 0.009173 * t**2)
    sun = 359.2242 + 29.10535608 * number - 0.0000333 * t**2 - 0.00000347 * t**3
    moon = 306.0253 + 385.81691806 * number + 0.0107306 * t**2 + 0.00001236 * t**3
    node = 21.2964 + 390.67050646 * number - 0.0016528 * t**2 - 0.00000239 * t**3
    terms = (
        ((0.1734 - 0.000393 * t), sun),
        (0.0021, 2 * sun),
        (-0.4068, moon),
        (0.0161, 2 * moon),
        (-0.0004, 3 * moon),
        (0.0104, 2 * node),
        (-0.0051, sun + moon),
        (-0.0074, sun - moon),
        (0.0004, 2 * node + sun),
        (-0.0004, 2 * node - sun),
        (-0.0006, 2 * node + moon),
        (0.0010, 2 * node - moon),
        (0.0005, 2 * moon + sun),
    )
    clock = -0.000278 + 0.000265 * t + 0.000262 * t**2  # dynamical less universal time
    return mean + sum(size * _sin(angle) for size, angle in terms) - clock


@lru_cache(maxsize=4096)
def _sign(day: int) -> int:
    """Which twelfth of its way, from the spring equinox, the sun is in when the day begins."""
    t = (day - 2451545.5 - _ZONE) / 36525
    anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3
    longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    longitude += (1.914600 - 0.004817 * t - 0.000014 * t**2) * _sin(anomaly)
    longitude += (0.019993 - 0.000101 * t) * _sin(2 * anomaly) + 0.000290 * _sin(3 * anomaly)
    return floor((longitude % 360) / 30)


def _sin(degrees: float) -> float:
    return sin(radians(degrees))

"""What a clock on the wall means: no moment, one, or two where the hour comes twice."""

import datetime


def moments(wall: datetime.datetime, zone: datetime.tzinfo) -> list[datetime.datetime]:
    """Every moment, in UTC, at which the clocks of the zone show this time, the earlier one first.

    None in the hour that is left out in spring, two in the one that comes twice in autumn. ``wall`` is naive.
    """
    found = []
    for fold in (0, 1):
        moment = wall.replace(tzinfo=zone, fold=fold).astimezone(datetime.UTC)
        if (
            moment.astimezone(zone).replace(tzinfo=None, fold=0) == wall.replace(fold=0)
            and moment not in found
        ):
            found.append(moment)
    return found


def around_gap(wall: datetime.datetime, zone: datetime.tzinfo) -> tuple[datetime.datetime, datetime.datetime]:
    """For a time that the clocks leave out, what they show when it would be: counted from before the gap and from after."""
    earlier, later = (
        wall.replace(tzinfo=zone, fold=fold).astimezone(datetime.UTC).astimezone(zone) for fold in (1, 0)
    )
    return earlier, later

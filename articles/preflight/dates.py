"""Days that only mean something from the dateline date, and days that cannot be right."""

import datetime
import re
from collections.abc import Iterator

from articles.preflight.about import about_text, replacing
from articles.preflight.finding import INFO, WARNING, Finding
from articles.preflight.view import ArticleView
from articles.preflight.words import Words
from articles.text.messages import gettext as _
from articles.text.messages import long_date

WEEK = 7


def relative(article: ArticleView) -> Iterator[Finding]:
    """Days that are counted from the dateline date have one, and are told as what they mean."""
    days = _single_days(article)
    if article.dateline_date is None:
        pattern = article.words.relative_date
        others = list(pattern.finditer(article.own_words)) if pattern else []
        first = min([*days, *others], key=lambda found: found.start(), default=None)
        if first:
            message = _("“%(words)s” counts from a day that is not given. Give the dateline date.")
            values = {"words": " ".join(first[0].split())}
            yield about_text(
                "date-without-dateline", message % values, article, "body", first.span(), WARNING
            )
        return
    if days:
        named = {_weekday(article.words, found["day"]): found["day"] for found in days}
        told = [
            _("%(day)s: %(date)s") % {"day": day, "date": long_date(_last(number, article.dateline_date))}
            for number, day in named.items()
        ]
        yield about_text("date-resolved", "; ".join(told), article, "body", days[0].span(), INFO)


def weekdays(article: ArticleView) -> Iterator[Finding]:
    """A weekday beside a date is the weekday of that date."""
    pattern = article.words.full_date
    for place in ("headline", "dek", "body") if pattern else ():
        for found in pattern.finditer(article.text_of(place)) if pattern else ():
            date = _date(found, article)
            said = _weekday(article.words, found["weekday"])
            if date is None or date.weekday() == said:
                continue
            right = article.words.weekdays[date.weekday()]
            message = _("%(date)s is a %(right)s, not a %(wrong)s.")
            values = {"date": long_date(date), "right": right, "wrong": found["weekday"]}
            start, end = found.span("weekday")
            in_quote = any(one.start <= start < one.end for one in article.quoted[place])
            fix = None if in_quote else replacing(_("Write the right weekday"), place, start, end, right)
            yield about_text(
                "weekday-wrong", message % values, article, place, found.span(), WARNING, fix=fix
            )


def _single_days(article: ArticleView) -> list[re.Match[str]]:
    """Weekdays outside quotations that mean one certain day and stand without a date."""
    if article.words.weekday is None or article.words.full_date is None:
        return []
    dated = {found.start("weekday") for found in article.words.full_date.finditer(article.own_words)}
    found = article.words.weekday.finditer(article.own_words)
    return [one for one in found if one.start("day") not in dated]


def _weekday(words: Words, name: str) -> int:
    return [day.casefold() for day in words.weekdays].index(name.casefold())


def _last(weekday: int, day: datetime.date) -> datetime.date:
    """The nearest such day up to that date: what papers mean by it unless they say otherwise."""
    return day - datetime.timedelta(days=(day.weekday() - weekday) % WEEK)


def _date(found: re.Match[str], article: ArticleView) -> datetime.date | None:
    """The date that is written out; without a year that nearest to the dateline date."""
    words = article.words
    name = (found["month"] or found["month_first"]).casefold()
    month = next(n for n, one in enumerate(words.months, 1) if one.casefold().startswith(name))
    day = int(found["day"] or found["day_last"])
    if found["year"]:
        return _day(int(found["year"]), month, day)
    near = article.dateline_date
    if near is None or found["other"]:
        return None
    candidates = [
        one for year in (near.year - 1, near.year, near.year + 1) if (one := _day(year, month, day))
    ]
    return min(candidates, key=lambda one: abs(one - near), default=None)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:  # 30 February: no day, and no weekday to be wrong
        return None


CHECKS = (relative, weekdays)

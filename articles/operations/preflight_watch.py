"""Preflight of what is in work, looked after in the background, so that the desk's lists can tell of it at once."""

from django.utils import timezone

from articles.models import Article, PreflightCheck

AT_ONCE = 20  # articles in one turn


def look_at_changed(number: int = AT_ONCE) -> int:
    """Run preflight for articles that changed since it last ran for them, and return for how many.

    An embargo or a set time does not stand in the way of itself: asked is what would stop the article at that time.
    """
    now = timezone.now()
    waiting = list(Article.objects.to_look_at(now).select_related("lead_image")[:number])
    for article in waiting:
        times = [now, *article.embargoes(), *([article.scheduled_for] if article.scheduled_for else [])]
        PreflightCheck.objects.keep(article, article.preflight(max(times)), at=now)
    return len(waiting)

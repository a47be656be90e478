"""Which other articles a reader may want next, chosen at publication from what both are about and who speaks in both."""

import collections
import datetime
from collections.abc import Iterable
from typing import Any

from articles.models.listing import PersonListing, TopicListing

MOST = 4
LOOK_BACK = 40  # of each topic and person, the newest
SUBJECTS = 8  # topics and people that are looked at
PERSON_WEIGHS = 2  # who speaks in both says more than what both are about


def suggest(article: Any, uses: Iterable[Any]) -> list[str]:
    """Short ids of live articles in the same language that share most topics and speakers, the newest first among equals.

    One index range scan for each topic and speaker, however large the archive. Headlines are looked up when the page is
    made, so that a corrected one is right everywhere and a withdrawn article is named nowhere.
    """
    topics = [(TopicListing, "topic", topic.pk, 1) for topic in article.topics.all()]
    people = dict.fromkeys(use.quote.speaker_person_id for use in uses if use.quote.speaker_person_id)
    speakers = [(PersonListing, "person", pk, PERSON_WEIGHS) for pk in people]
    scores: collections.Counter[str] = collections.Counter()
    published: dict[str, datetime.datetime] = {}
    for table, subject, pk, weight in [*topics[:SUBJECTS], *speakers[:SUBJECTS]]:
        rows = table.objects.filter(**{subject: pk}).newest_first()
        named = rows.values_list("edition__short_id", "edition__language", "first_published_at")
        for short_id, language, at in named[:LOOK_BACK]:
            if short_id != article.short_id and language == article.language:
                scores[short_id] += weight
                published[short_id] = at
    ranked = sorted(scores, key=lambda one: (scores[one], published[one]), reverse=True)
    return ranked[:MOST]

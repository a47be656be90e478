"""Where the same speaker's statement stands in other articles, found by the index of trigrams."""

import dataclasses
import heapq
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q

from articles.models.quote import Quote
from articles.models.quote_link import QuoteLink
from articles.models.quote_trigram import QuoteTrigram
from articles.models.quote_use import QuoteUse
from articles.preflight.wordings import Likeness, compare, trigram_keys

MOST = 5  # other records shown for one quotation
LOOKED_AT = 20  # those that share most trigrams are compared word by word


@dataclasses.dataclass(frozen=True)
class Elsewhere:
    """A record of another article that is the same statement, in the same words (or part of them) or in others.

    ``may_be_shown`` says whether its words and its headline may be told: at first where readers have both, and for a person
    who sees the article what ``for_viewer`` gives.
    """

    quote: Quote
    article: Any
    is_same: bool
    may_be_shown: bool = False


def key_of(kind: str, pk: int | None) -> str:
    """What stands for a speaker in the index: ``person`` or ``organization`` with its key, empty for nobody."""
    return f"{kind} {pk}" if pk and kind != "confidential" else ""


def speaker_key(quote: Quote) -> str:
    """What stands for the speaker of a record in the index.

    A confidential source has no key: that the same person spoke in two articles is nobody's to see.
    """
    person = key_of("person", quote.speaker_person_id)
    return person or key_of("organization", quote.speaker_organization_id)


@transaction.atomic
def index_words(quotes: Iterable[Quote]) -> int:
    """Write the trigrams of these quotations anew and return how many there are now."""
    quotes = list(quotes)
    QuoteTrigram.objects.filter(quote__in=quotes).delete()
    rows = [
        QuoteTrigram(quote=quote, key=key)
        for quote in quotes
        if (speaker := speaker_key(quote))
        for key in trigram_keys(quote.text, speaker)
    ]
    return len(QuoteTrigram.objects.bulk_create(rows, batch_size=2000))


def other_wordings(words: dict[int, tuple[str, str]], article: Any) -> dict[int, list[Elsewhere]]:
    """For each record of an article (text and ``speaker_key`` by primary key), the like ones of other articles.

    Pairs that an editor has linked (said before, continues …) are two statements and are left out. Four queries.
    """
    wanted = {pk: trigram_keys(text, speaker) for pk, (text, speaker) in words.items() if speaker}
    asked = set().union(*wanted.values())
    if not asked:
        return {}
    shared: dict[int, set[int]] = defaultdict(set)
    rows = QuoteTrigram.objects.filter(key__in=asked).exclude(quote__in=words)
    for key, quote in rows.values_list("key", "quote_id"):
        shared[quote].add(key)
    nearest = {pk: _nearest(keys, shared) for pk, keys in wanted.items()}
    return _compared({pk: found for pk, found in nearest.items() if found}, words, article)


def for_viewer(found: Iterable[Elsewhere], viewer: Any) -> list[Elsewhere]:
    """The same, where what stands in an article that this person sees may be shown as well. At most one query."""
    found = list(found)
    hidden = {one.article.pk for one in found if not one.may_be_shown}
    if not hidden or viewer is None:
        return found
    articles = type(found[0].article).objects.visible_to(viewer).filter(pk__in=hidden)
    seen = set(articles.values_list("pk", flat=True))
    return [
        dataclasses.replace(one, may_be_shown=one.may_be_shown or one.article.pk in seen) for one in found
    ]


def _is_told(article: Any) -> bool:
    """Whether the headline of the working copy is the one that readers have."""
    return article.public_status == "live" and not article.has_pending_changes


def _nearest(keys: set[int], shared: dict[int, set[int]]) -> list[int]:
    """The records that share most of these trigrams."""
    counts = {quote: len(keys & theirs) for quote, theirs in shared.items()}
    return heapq.nlargest(LOOKED_AT, (quote for quote, count in counts.items() if count), counts.__getitem__)


def _compared(
    nearest: dict[int, list[int]], words: dict[int, tuple[str, str]], article: Any
) -> dict[int, list[Elsewhere]]:
    candidates = {quote for found in nearest.values() for quote in found}
    if not candidates:
        return {}
    quotes = Quote.objects.in_bulk(candidates)
    uses = QuoteUse.objects.filter(quote__in=candidates, is_lost=False).exclude(article=article)
    found_in = [(use.quote_id, use.article) for use in uses.select_related("article").order_by("-article_id")]
    articles = dict(
        sorted(found_in, key=lambda pair: _is_told(pair[1]))
    )  # one that readers have is named first
    links = QuoteLink.objects.filter(
        Q(quote__in=nearest, other__in=candidates) | Q(quote__in=candidates, other__in=nearest)
    ).values_list("quote_id", "other_id")
    linked = {*links, *((other, quote) for quote, other in links)}
    found: dict[int, list[Elsewhere]] = {}
    for pk, others in nearest.items():
        likely = [other for other in others if other in articles and (pk, other) not in linked]
        alike = [(other, compare(words[pk][0], quotes[other].text)) for other in likely]
        found[pk] = [
            Elsewhere(
                quotes[other],
                articles[other],
                likeness is Likeness.SAME,
                may_be_shown=quotes[other].is_public and _is_told(articles[other]),
            )
            for other, likeness in alike
            if likeness is not Likeness.NONE
        ][:MOST]
    return found

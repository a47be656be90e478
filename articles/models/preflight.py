"""The frozen view of an article that preflight looks at."""

import datetime
from collections.abc import Sequence
from typing import Any

from articles.models.other_wordings import other_wordings, speaker_key
from articles.preflight import ArticleView, OtherWording, UseView
from articles.text.typography import strip_marks


def article_view(article: Any, at: datetime.datetime) -> ArticleView:
    """The working copy as the rules see it at that time. A fixed number of queries."""
    uses = list(
        article.quote_uses.select_related(
            "quote__speaker_person", "quote__speaker_organization", "quote__occasion"
        ).order_by("place", "ordinal", "id")
    )
    confirmed = [use.quote for use in uses if use.attribution == "confirmed" and use.quote]
    elsewhere = other_wordings({quote.pk: (quote.text, speaker_key(quote)) for quote in confirmed}, article)
    return ArticleView(
        at=at,
        headline=article.headline,
        body=article.body_text,
        has_section=bool(article.section_id),
        has_byline=article.bylines.exists(),
        is_spiked=article.stage == "spiked",
        was_withdrawn=article.public_status == "withdrawn",
        embargo_until=article.embargo_until,
        uses=tuple(_use_view(use, article, elsewhere.get(use.quote_id, ())) for use in uses),
    )


def _use_view(use: Any, article: Any, elsewhere: Sequence[Any]) -> UseView:
    proposal = use.proposal if use.proposal.get("kind") in ("person", "organization") else {}
    words = {
        "key": use.pk,
        "place": use.place,
        "words": strip_marks(use.exact),
        "state": use.attribution,
        "is_lost": use.is_lost,
        "insertions": tuple(use.edits.get("insertions", ())),
        "proposed_speaker": proposal.get("speaker", ""),
    }
    quote = use.quote
    if quote is None:
        return UseView(**words)
    speaker, occasion = quote.speaker_person or quote.speaker_organization, quote.occasion
    names = {speaker.name, getattr(speaker, "short_name", "")} if speaker else set()
    return UseView(
        **words,
        quote=quote.pk,
        record=quote.text,
        speaker=speaker.name if speaker else "",
        speaker_names=frozenset(names - {""}),
        terms=quote.record,
        terms_label=quote.get_record_display(),
        may_be_public=quote.record in quote.PUBLISHABLE_RECORDS,
        status=quote.status,
        verbatim=quote.verbatim,
        was_edited_after_verification=quote.was_edited_after_verification,
        is_translated=bool(quote.original_language) and quote.original_language != article.language,
        translator=quote.translator,
        occasion=occasion.title if occasion else "",
        embargo_until=occasion.embargo_until if occasion else None,
        other_wordings=tuple(
            OtherWording(one.quote.text, one.article.headline) for one in elsewhere if not one.is_same
        ),
    )
